"""CoNLL-U: reading treebanks (https://universaldependencies.org/format.html)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.training.example import UNKNOWN, Example, Tree

_FORM, _CLASS, _HEAD, _RELATION, _MISC = 1, 3, 6, 7, 9


@dataclass(frozen=True, slots=True)
class _Contraction:
    """A token of several words ("don't"): the first and last of them and its text."""

    first: int
    last: int
    glued: bool


def read_treebank(path: Path, source: str) -> Iterator[Example]:
    """Yield the sentences of a file, their entity tags unknown."""
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                rows.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and rows:
                yield _example(rows, source)
                rows = []
    if rows:
        yield _example(rows, source)


def _example(rows: list[list[str]], source: str) -> Example:
    words = [row for row in rows if row[0].isdigit()]
    contractions = [_contraction(row) for row in rows if "-" in row[0]]
    glued = ["SpaceAfter=No" in row[_MISC] for row in words]
    for contraction in contractions:
        for number in range(contraction.first, contraction.last):
            glued[number - 1] = True
        glued[contraction.last - 1] = contraction.glued
    tree = Tree(
        tuple(row[_CLASS] for row in words),
        tuple(int(row[_HEAD]) for row in words),
        tuple(row[_RELATION] for row in words),
    )
    forms = tuple(row[_FORM] for row in words)
    return Example(forms, tuple(glued), (UNKNOWN,) * len(words), source, tree)


def _contraction(row: list[str]) -> _Contraction:
    first, _, last = row[0].partition("-")
    return _Contraction(int(first), int(last), "SpaceAfter=No" in row[_MISC])
