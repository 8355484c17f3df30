"""Score references: in labelled articles, and in short passages of our own with one marked.

Usage: python -m evaluation.references [--nlp CHOICE] [--errors]

A passage marks its reference with brackets and tells who is meant: people and organizations by
name, nations by code, joined by `` + ``, where ``A|B`` allows either and ``-`` is nobody of whom
the graph knows. Each file was written when the rules had been mended for those before it:
``first.tsv``, ``second.tsv``, ``third.tsv``, ``fourth.tsv``.
"""

import argparse
import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from click import echo

from evaluation.article_reading import Reading
from evaluation.labelled import LabelledArticle, Labels, Span
from evaluation.tally import Tally
from graph.facts import Article, Ref
from loaders.nlp import MODEL, pipeline_by
from loaders.pipeline import Pipeline

FOLDER = Path(__file__).parent / "references"

_MARKED = re.compile(r"\[([^\]]+)\]")
_CODE = re.compile(r"[A-Z]{3}")
_NOBODY = "-"
_PERSONAL = ("i", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them")
_POSSESSIVE = ("my", "his", "its", "our", "their")


def score_reference(reading: Reading, span: Span, meant: Iterable[str], tally: Tally) -> None:
    """Count whether a reference was taken for those who are meant."""
    ways = [reading.refs(one) for one in meant if one != _NOBODY]
    found = _found(reading, span)
    right = all(way & found for way in ways) and found <= set[Ref]().union(*ways)
    text = reading.given.article.text[slice(*span)]
    kind = "pronouns" if text.casefold() in _PERSONAL + _POSSESSIVE else "definite phrases"
    given = " + ".join(sorted(ref.key for ref in found))
    told = f"{text!r} is {' + '.join(meant)}, found {given}\n    {reading.sentence(span)}"
    tally.count(f"references: {kind}", right, told)
    if found:
        tally.count("references: precision", right)


def _found(reading: Reading, span: Span) -> set[Ref]:
    # What the end of a phrase was taken for: of "his government" the government, not him.
    referring = {
        ref
        for one in reading.document.references
        if one.start < span[1] <= one.end
        for ref in one.refs
    }
    # "The two Koreas" is a name and a reference in one; it is read as the former.
    named = {
        one.ref for one in reading.document.mentions if span[0] <= one.start and one.end == span[1]
    }
    return {ref for ref in referring or named if ref.label != "Agreement"}


def score_passages(path: Path, pipeline: Pipeline) -> Tally:
    """Score a pipeline on the passages of a file."""
    tally = Tally()
    for given, span, meant in _passages(path):
        reading = Reading.of(given, pipeline.run(given.article))
        score_reference(reading, span, meant, tally)
    return tally


def _passages(path: Path) -> Iterator[tuple[LabelledArticle, Span, list[str]]]:
    with path.open(encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)):
            marked = _MARKED.search(row["passage"])
            if marked is None:
                raise ValueError(row)
            text = _MARKED.sub(r"\1", row["passage"])
            article = Article(id=f"{path.stem}-{number}", title="", text=text)
            span = (marked.start(), marked.start() + len(marked[1]))
            meant = row["is"].split(" + ")
            yield LabelledArticle(article.id, article, _labels(meant)), span, meant


def _labels(meant: list[str]) -> Labels:
    ways = [way for one in meant for way in one.split("|")]
    return {
        "nations": [way for way in ways if _CODE.fullmatch(way)],
        "persons": [],
        "organizations": [],
        "references": [],
        "events": [],
        "agreements": [],
    }


def main() -> None:
    """Run the evaluation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nlp", default=MODEL)
    parser.add_argument("--errors", action="store_true", help="tell all that is not right")
    options = parser.parse_args()
    pipeline = pipeline_by(options.nlp)
    for path in sorted(FOLDER.glob("*.tsv")):
        tally = score_passages(path, pipeline)
        for error in tally.errors if options.errors else ():
            echo(error)
        for what, share in tally.rows():
            echo(f"{path.stem:20} {what:40} {share:.3f} {tally.total[what]:>5}")


if __name__ == "__main__":
    main()
