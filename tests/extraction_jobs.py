"""Jobs for workers that tell how workers fare; they must be importable in other processes."""

import os
import threading
import time
from collections.abc import Sequence
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
    """Takes its process with it, as a lack of memory does."""

    name = "dies"

    def __call__(self, articles: Sequence[SourceArticle]) -> Found:  # noqa: ARG002 - a job
        os._exit(9)


class Gate:
    """Waits until it is opened; only for threads of this process."""

    name = "gate"

    def __init__(self) -> None:
        self.opened = threading.Event()

    def __call__(self, articles: Sequence[SourceArticle]) -> Found:
        self.opened.wait(60)
        return [ArticleFacts(given.article, extractor=self.name) for given in articles]
