"""Score the recognizer of dates on documents in TimeML.

Usage: python -m evaluation.dates FOLDER [--only FILE] [--errors]

Each ``*.tml`` of the folder has the date of creation in DCT and TIMEX3 elements in TEXT. A found
expression matches a marked one when they share a character (each at most once). Printed are:
precision, recall and F1 of matches; F1 of exact spans; among matches, how often the type and the
value are exact; and F1 of matches with the exact value.
"""

import argparse
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from graph.facts import TemporalExpression
from loaders.dates import find_dates
from loaders.text.folding import fold
from loaders.text.sentence import find_sentences


@dataclass(frozen=True, slots=True)
class Document:
    """A document with its date of creation and its marked expressions."""

    name: str
    created: str
    text: str
    marked: tuple[TemporalExpression, ...]


@dataclass(slots=True)
class Score:
    """Counts over documents, and the disagreements."""

    marked: int = 0
    found: int = 0
    matched: int = 0
    strict: int = 0
    types: int = 0
    values: int = 0
    characters: int = 0
    seconds: float = 0.0
    errors: list[str] = field(default_factory=list[str])

    def f1(self, hits: int) -> float:
        """Return the harmonic mean of precision and recall of so many hits."""
        return 2 * hits / (self.marked + self.found) if self.marked + self.found else 0.0

    def report(self) -> str:
        """Return the figures as lines of text."""
        matched = self.matched or 1
        lines = {
            "expressions marked / found": f"{self.marked} / {self.found}",
            "relaxed precision": f"{self.matched / (self.found or 1):.3f}",
            "relaxed recall": f"{self.matched / (self.marked or 1):.3f}",
            "relaxed F1": f"{self.f1(self.matched):.3f}",
            "strict F1": f"{self.f1(self.strict):.3f}",
            "type accuracy of matched": f"{self.types / matched:.3f}",
            "value accuracy of matched": f"{self.values / matched:.3f}",
            "value F1": f"{self.f1(self.values):.3f}",
            "characters a second": f"{self.characters / (self.seconds or 1):,.0f}",
        }
        return "\n".join(f"{name:28} {figure}" for name, figure in lines.items())


def read(path: Path) -> Document:
    """Read a TimeML document."""
    root = ET.parse(path).getroot()  # noqa: S314 - files of the user's own choice, run by hand
    created = root.find(".//DCT//TIMEX3")
    body = root.find("TEXT")
    if created is None or body is None:
        raise SystemExit(f"{path}: no DCT or TEXT element")
    pieces: list[str] = []
    marked = tuple(sorted(_walk(body, pieces), key=lambda timex: timex.start))
    return Document(path.name, created.get("value", ""), "".join(pieces), marked)


def _walk(element: ET.Element, pieces: list[str]) -> Iterator[TemporalExpression]:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        yield from _walk(child, pieces)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3" and element.get("functionInDocument") != "CREATION_TIME":
        text = "".join(pieces)[start:]
        kind, value = element.get("type", ""), element.get("value", "")
        yield TemporalExpression(start, start + len(text), text, kind, value)


def score(document: Document, total: Score) -> None:
    """Add the figures of one document."""
    sentences = [(s.start, s.end) for s in find_sentences(document.text, fold(document.text))]
    begun = time.process_time()
    found = list(find_dates(document.text, document.created, sentences))
    total.seconds += time.process_time() - begun
    total.characters += len(document.text)
    total.marked += len(document.marked)
    total.found += len(found)
    for mark in document.marked:
        hit = next((f for f in found if f.start < mark.end and mark.start < f.end), None)
        if hit is None:
            total.errors.append(_line(document, mark, None))
            continue
        found.remove(hit)
        total.matched += 1
        total.strict += (hit.start, hit.end) == (mark.start, mark.end)
        total.types += hit.type == mark.type
        total.values += hit.value == mark.value
        if hit.value != mark.value:
            total.errors.append(_line(document, mark, hit))
    total.errors.extend(_line(document, None, extra) for extra in found)


def _line(
    document: Document, mark: TemporalExpression | None, hit: TemporalExpression | None
) -> str:
    kind = "VALUE" if mark and hit else "MISSED" if mark else "EXTRA"
    at = mark or hit
    assert at
    left, right = document.text[max(0, at.start - 70) : at.start], document.text[at.end :][:40]
    shown = re.sub(r"\s+", " ", f"{left}[{at.text}]{right}")
    values = " -> ".join(timex.value for timex in (mark, hit) if timex)
    return f"{kind:7} {document.created} {values} | {shown}"


def main() -> None:
    """Run the evaluation."""
    parser = argparse.ArgumentParser(description=__doc__, add_help=True)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", type=Path, help="a file with the names to read, one a line")
    parser.add_argument("--errors", action="store_true", help="print each disagreement")
    options = parser.parse_args()
    only = set(options.only.read_text().split()) if options.only else None
    total = Score()
    for path in sorted(options.folder.glob("*.tml")):
        if only is None or path.name in only:
            score(read(path), total)
    if options.errors:
        sys.stdout.write("\n".join([*total.errors, ""]))
    sys.stdout.write(f"{total.report()}\n")


if __name__ == "__main__":
    main()
