"""Jobs for workers that tell how workers fare; they must be importable in other processes."""

import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.facts import ArticleFacts
from loaders.rejects import Reject
from loaders.sources import SourceArticle

Found = list[ArticleFacts | Reject]


@dataclass(frozen=True)
class TellsItsWorker:
    """Gives facts whose extractor is the process that found them."""

    name = "who"

    def __call__(self, articles: Sequence[SourceArticle]) -> Found:
        time.sleep(0.05)
        return [ArticleFacts(given.article, extractor=f"{os.getpid()}") for given in articles]


@dataclass(frozen=True)
class NeverEnds:
    """Works for a minute."""

    name = "slow"

    def __call__(self, articles: Sequence[SourceArticle]) -> Found:
        time.sleep(60)
        return [ArticleFacts(given.article) for given in articles]


@dataclass(frozen=True)
class Dies:
    """Takes its process with it whatever it is given, as one does whose model does not load."""

    name = "dies"

    def __call__(self, articles: Sequence[SourceArticle]) -> Found:  # noqa: ARG002 - a job
        os._exit(9)


@dataclass(frozen=True)
class DiesAt:
    """Dies at the articles with some ids, in the midst of all others."""

    ids: tuple[str, ...]
    name = "dies at some"

    def __call__(self, articles: Sequence[SourceArticle]) -> Found:
        for given in articles:
            if given.article.id in self.ids:
                os.kill(os.getpid(), signal.SIGKILL)
        return [ArticleFacts(given.article, extractor=self.name) for given in articles]


class DeadlyPage(bytes):
    """A page at which the process dies that is sent it."""

    def __reduce__(self) -> tuple[Callable[[int], None], tuple[int]]:
        return os._exit, (9,)


class Gate:
    """Waits until it is opened; only for threads of this process."""

    name = "gate"

    def __init__(self) -> None:
        self.opened = threading.Event()

    def __call__(self, articles: Sequence[SourceArticle]) -> Found:
        self.opened.wait(60)
        return [ArticleFacts(given.article, extractor=self.name) for given in articles]
