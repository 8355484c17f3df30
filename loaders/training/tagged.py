"""Tagged corpora: one token a line with its entity tag, and sentences with marked names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from loaders.text.folding import fold
from loaders.text.token import tokenize
from loaders.training.example import TAGS, UNKNOWN, Example

_NUMBER = {tag: number for number, tag in enumerate(TAGS)} | {"-": UNKNOWN}
_LONGEST = 60
_MARK = re.compile(r"\[(PER|ORG|LOC) ([^\[\]]+)\]")


def read_tagged(path: Path, source: str) -> Iterator[Example]:
    """Yield the sentences of a file of tokens; long documents are cut after full stops."""
    rows: list[tuple[str, bool, int]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                word, space, tag = line.rstrip("\n").split("\t")
                rows.append((word, space == "0", _NUMBER[tag]))
            elif rows:
                yield from _sentences(rows, source)
                rows = []
    yield from _sentences(rows, source)


def _sentences(rows: list[tuple[str, bool, int]], source: str) -> Iterator[Example]:
    begin = 0
    cut_at = _LONGEST if len(rows) > _LONGEST else len(rows) + 1
    for position, (word, _, _) in enumerate(rows):
        ends = word in {".", "!", "?"} and position + 1 - begin >= 4
        if (ends and cut_at <= len(rows)) or position + 1 - begin >= 3 * _LONGEST:
            yield _example(rows[begin : position + 1], source)
            begin = position + 1
    if begin < len(rows):
        yield _example(rows[begin:], source)


def _example(rows: list[tuple[str, bool, int]], source: str) -> Example:
    words, glued, tags = zip(*rows, strict=True)
    return Example(words, glued, tags, source)


def read_marked(path: Path, source: str) -> Iterator[Example]:
    """Yield our own sentences, one a line, names marked as ``[PER Wang Yi]``."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield marked_example(line, source)


def marked_example(line: str, source: str) -> Example:
    """Return the example of a sentence with marked names."""
    text, spans = _unmarked(line.strip())
    tokens = tokenize(fold(text))
    tags: list[int] = []
    for token in tokens:
        inside = next((span for span in spans if span[0] <= token.start < span[1]), None)
        if any(token.start < edge < token.end for span in spans for edge in span[:2]):
            tags.append(UNKNOWN)
        elif inside is None:
            tags.append(0)
        else:
            prefix = "B" if token.start == inside[0] else "I"
            tags.append(_NUMBER[f"{prefix}-{inside[2]}"])
    glued = [one.end == two.start for one, two in pairwise(tokens)]
    words = tuple(token.text for token in tokens)
    return Example(words, (*glued, False), tuple(tags), source)


def _unmarked(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, spans, position = "", list[tuple[int, int, str]](), 0
    for match in _MARK.finditer(line):
        text += line[position : match.start()]
        spans.append((len(text), len(text) + len(match.group(2)), match.group(1)))
        text += match.group(2)
        position = match.end()
    return text + line[position:], spans


def with_tags(trees: Iterable[Example], tagged: Iterable[Example]) -> Iterator[Example]:
    """Yield the sentences of a treebank with the tags of a tagged copy of the same text.

    The copy may have its documents in another order and a few more or fewer tokens; a sentence
    that is not found keeps its tags unknown. Of equal sentences each gets the tags of one.
    """
    sentences = list(tagged)
    words = [word for example in sentences for word in example.words]
    tags = [tag for example in sentences for tag in example.tags]
    places = _places(words)
    for tree in trees:
        size = len(tree.words)
        known = places.get(tree.words[:_KEY], [])
        place = next((at for at in known if tuple(words[at : at + size]) == tree.words), None)
        if place is None:
            yield tree
            continue
        if len(known) > 1:
            known.remove(place)
        yield replace(tree, tags=tuple(tags[place : place + size]))


_KEY = 4


def _places(words: list[str]) -> dict[tuple[str, ...], list[int]]:
    """Return where each run of up to four words begins."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(words)):
        for size in range(1, _KEY + 1):
            places.setdefault(tuple(words[at : at + size]), []).append(at)
    return places
