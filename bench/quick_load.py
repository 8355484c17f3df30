"""A load with quick extraction: ``python -m bench.quick_load FILE``, as ``entente load --json``.

Models take 50 ms and more an article, and would hide what the rest of a load takes: facts of its
made-up articles (``bench/articles.py``) are found here by their words alone.
"""

import argparse
import asyncio
import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rich.console import Console

from bench.articles import FIRST_NAMES
from graph.facts import (
    Article,
    ArticleFacts,
    DateInterval,
    EventFact,
    Evidence,
    NationFact,
    PersonFact,
    Ref,
    Span,
)
from graph.settings import Settings
from loaders.nations import nation_properties
from loaders.nlp import MODEL
from loaders.rejects import Reject
from loaders.selection import Selection
from loaders.sources import SourceArticle, SourceOptions
from server.extraction_options import ExtractionOptions
from server.load_progress import progress_for
from server.load_run import LoadOptions, run_load
from server.load_summary import account

NAME = re.compile(rf"\b(?:{'|'.join(FIRST_NAMES)}) [A-Z]\w+")


@dataclass(frozen=True, slots=True)
class QuickExtraction:
    """A job for workers: nations and people by name, and a meeting of all in each sentence."""

    name: str = "quick/1"

    def __call__(self, articles: Sequence[SourceArticle]) -> list[ArticleFacts | Reject]:
        """The facts of each article."""
        return [_facts(given.article) for given in articles]


@cache
def _nations() -> tuple[re.Pattern[str], dict[str, str]]:
    codes = {str(one["name"]): code for code, one in nation_properties().items()}
    names = "|".join(map(re.escape, sorted(codes, key=len, reverse=True)))
    return re.compile(rf"\b(?:{names})\b"), codes


def _facts(article: Article) -> ArticleFacts:
    pattern, codes = _nations()
    nations, people = _spans(pattern, article.text), _spans(NAME, article.text)
    persons = tuple(
        PersonFact(name.lower().replace(" ", "-"), name, (), tuple(spans), None)
        for name, spans in people.items()
    )
    taking_part = tuple(sorted(codes[name] for name in nations))
    return ArticleFacts(
        article=article,
        nations=tuple(NationFact(codes[n], n, tuple(spans)) for n, spans in nations.items()),
        persons=persons,
        organizations=(),
        agreements=(),
        events=tuple(
            _meeting(article, number, found, persons, taking_part)
            for number, found in enumerate(re.finditer(r"[^\n]+", article.text))
        ),
        extractor="quick/1",
    )


def _spans(pattern: re.Pattern[str], text: str) -> dict[str, list[Span]]:
    """Where each name stands."""
    spans: dict[str, list[Span]] = {}
    for found in pattern.finditer(text):
        spans.setdefault(found[0], []).append(Span(found.start(), found.end(), found[0]))
    return spans


def _meeting(
    article: Article,
    number: int,
    sentence: re.Match[str],
    persons: tuple[PersonFact, ...],
    nations: tuple[str, ...],
) -> EventFact:
    day = (article.published_at or "2020-01-01")[:10]
    return EventFact(
        id=f"{article.id}-{number}",
        type="CONSULT",
        modality="ASSERTED",
        actors=tuple(Ref("Person", one.id) for one in persons),
        recipients=(),
        actor_nations=nations,
        recipient_nations=(),
        date=DateInterval(day, day, "DAY", "PUBLICATION"),
        confidence=0.5,
        evidence=Evidence(sentence.start(), sentence.end(), sentence[0], number),
    )


def main() -> None:
    """Load a file into the data folder of the settings, and print the account of it."""
    parser = argparse.ArgumentParser(prog="python -m bench.quick_load", description=__doc__)
    parser.add_argument("file")
    given = parser.parse_args()
    options = LoadOptions(
        paths=(given.file,),
        sources=SourceOptions(),
        selection=Selection(),
        extraction=ExtractionOptions(MODEL),
        workers=os.cpu_count() or 1,
        dask=None,
        max_rejects=0,
        dry_run=False,
    )
    progress = progress_for(Console(stderr=True), None, as_json=True)
    with options.executor() as workers:
        report = asyncio.run(
            run_load(
                Settings.from_environment(os.environ),
                options,
                QuickExtraction(),
                workers,
                print,
                progress,
            )
        )
    print(json.dumps(account(report)))


if __name__ == "__main__":
    main()
