"""Extraction: sentences and articles a second of one core, step by step, and the memory it takes.

Usage: python -m bench.extraction [FOLDER]

Every step is timed by the processor's time of this process, so that other work on the machine does
not count. The baseline is the language model alone, which every sentence passes: the last column is
each step's time as a share of it.
"""

import argparse
import resource
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from click import echo

from graph.facts import Article
from loaders.document import Document
from loaders.nlp import MODEL, pipeline_by
from loaders.pipeline import Pipeline
from loaders.sources import SourceArticle, SourceOptions, read_sources

SAMPLES = Path(__file__).parent.parent / "examples" / "articles"
BASELINE = "language"


def articles_of(folder: Path) -> list[Article]:
    """Return the articles of a folder."""
    readings = read_sources([str(folder)], SourceOptions())
    return [one.article for one in readings if isinstance(one, SourceArticle)]


def timed(pipeline: Pipeline, articles: Sequence[Article]) -> tuple[Counter[str], int]:
    """Return the seconds of each step over all articles, and how many sentences they have."""
    seconds: Counter[str] = Counter()
    sentences = 0
    for article in articles:
        document = Document.of(article)
        for step in pipeline.steps:
            begun = time.process_time()
            document = step(document)
            seconds[step.name] += time.process_time() - begun  # pyright: ignore[reportArgumentType]
        sentences += len(document.sentences)
    return seconds, sentences


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLES)
    articles = articles_of(parser.parse_args().folder)
    pipeline = pipeline_by(MODEL)
    pipeline.run(articles[0])
    seconds, sentences = timed(pipeline, articles)
    total = sum(seconds.values())
    echo(f"{len(articles)} articles, {sentences} sentences, {total:.2f} s of one core")
    echo(f"{sentences / total:.0f} sentences and {len(articles) / total:.1f} articles a second")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    echo(f"memory at its peak {peak:.0f} MiB\n\n{'step':16}{'seconds':>9}{'of language':>13}")
    for name, taken in seconds.most_common():
        echo(f"{name:16}{taken:9.2f}{taken / seconds[BASELINE]:13.2f}")


if __name__ == "__main__":
    main()
