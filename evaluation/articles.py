"""Score whole extraction on our own labelled articles.

Usage: python -m evaluation.articles [--nlp CHOICE] [--errors]

What is right is told in ``evaluation/article_names.py``, ``article_events.py`` and
``article_agreements.py``, how the articles are labelled in ``evaluation/labelled.py``.
"""

import argparse
from collections.abc import Iterable

from click import echo

from evaluation.article_agreements import score_agreements
from evaluation.article_events import score_events
from evaluation.article_names import score_names
from evaluation.article_reading import Reading
from evaluation.labelled import LabelledArticle, read_labelled
from evaluation.tally import Tally
from loaders.nlp import MODEL, pipeline_by
from loaders.pipeline import Pipeline


def score(labelled: Iterable[LabelledArticle], pipeline: Pipeline) -> Tally:
    """Score a pipeline on labelled articles."""
    tally = Tally()
    for given in labelled:
        reading = Reading.of(given, pipeline.run(given.article))
        score_names(reading, tally)
        score_events(reading, tally)
        score_agreements(reading, tally)
    return tally


def main() -> None:
    """Run the evaluation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nlp", default=MODEL)
    parser.add_argument("--errors", action="store_true", help="tell all that is not right")
    options = parser.parse_args()
    tally = score(read_labelled(), pipeline_by(options.nlp))
    for line in tally.lines(errors=options.errors):
        echo(line)


if __name__ == "__main__":
    main()
