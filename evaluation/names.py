"""Score persons and organizations of whole extraction on tagged documents.

Usage: python -m evaluation.names FILE... [--nlp model|spacy:NAME] [--errors]

Each file has one token a line, ``token TAB followed-by-space TAB tag``, and a blank line between
documents. Exact spans of the mentions of persons and organizations count.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.facts import Article, ArticleFacts
from loaders.nlp import pipeline_by

Name = tuple[int, int, str]
KINDS = ("PER", "ORG")


@dataclass(slots=True)
class Score:
    """Counts by kind."""

    gold: Counter[str] = field(default_factory=Counter[str])
    found: Counter[str] = field(default_factory=Counter[str])
    hits: Counter[str] = field(default_factory=Counter[str])

    def add(self, gold: set[Name], found: set[Name]) -> None:
        """Count the names of one document."""
        self.gold.update(kind for *_, kind in gold)
        self.found.update(kind for *_, kind in found)
        self.hits.update(kind for *_, kind in gold & found)

    def row(self, kinds: tuple[str, ...]) -> str:
        """Return precision, recall and F1 of some kinds together, and how many there are."""
        gold, found, hits = (
            sum(counts[kind] for kind in kinds) for counts in (self.gold, self.found, self.hits)
        )
        figures = hits / (found or 1), hits / (gold or 1), 2 * hits / (gold + found or 1)
        shown = " ".join(f"{100 * figure:6.1f}" for figure in figures)
        return f"{'+'.join(kinds):8} {shown} {gold:6}"


def read_documents(path: Path) -> Iterator[tuple[str, set[Name]]]:
    """Yield the text of each document and the names that are marked in it."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text = ""
        names: list[Name] = []
        for line in block.splitlines():
            word, space, tag = line.split("\t")
            start, end = len(text), len(text) + len(word)
            if tag.startswith("B-"):
                names.append((start, end, tag[2:]))
            elif tag.startswith("I-"):
                names[-1] = (names[-1][0], end, names[-1][2])
            text += word + (" " if space == "1" else "")
        if text:
            yield text, {name for name in names if name[2] in KINDS}


def names_in(facts: ArticleFacts) -> set[Name]:
    """Return the mentions of persons and organizations."""
    people = {(m.start, m.end, "PER") for person in facts.persons for m in person.mentions}
    return people | {(m.start, m.end, "ORG") for one in facts.organizations for m in one.mentions}


def main() -> None:
    """Run the evaluation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--nlp", default="model")
    parser.add_argument("--errors", action="store_true", help="print each disagreement")
    options = parser.parse_args()
    pipeline = pipeline_by(options.nlp)
    for path in options.files:
        score, begun = Score(), time.perf_counter()
        for number, (text, gold) in enumerate(read_documents(path)):
            article = Article(id=f"{path.stem}-{number}", title="", text=text, published_at=None)
            found = names_in(pipeline.run(article).facts())
            score.add(gold, found)
            if options.errors:
                for start, end, kind in sorted(gold ^ found):
                    sign = "-" if (start, end, kind) in gold else "+"
                    left, right = text[max(0, start - 40) : start], text[end : end + 30]
                    print(f"{sign} {kind} {left}[{text[start:end]}]{right}".replace("\n", " "))
        print(f"{path.stem} by {options.nlp}, {time.perf_counter() - begun:.1f} s")
        print(f"{'':8}  prec.  recall     F1  names")
        for kinds in (("PER",), ("ORG",), KINDS):
            print(score.row(kinds))


if __name__ == "__main__":
    main()
