"""Treebanks as text: where each word of a CoNLL-U file stands in the text it came from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from loaders.training.conllu import read_treebank
from loaders.training.example import Example

_FARTHEST = 20
"""Characters that are looked ahead for a word whose form is not that of the text."""

Span = tuple[int, int]
"""A stretch of text, counted in characters that are not blanks."""


@dataclass(frozen=True, slots=True)
class TreebankDocument:
    """A document: its raw text, its sentences with the span of each word, and where they end.

    A word that does not stand in the text as it is ("wo" of "won't" read as "will") has an empty
    span, which no found word can have. ``ends`` are offsets into the text.
    """

    text: str
    sentences: tuple[Example, ...]
    spans: tuple[tuple[Span, ...], ...]
    ends: tuple[int, ...]


def read_documents(path: Path) -> Iterator[TreebankDocument]:
    """Yield the documents of a file, paragraphs parted by blank lines."""
    text, texts, sentences, ends = "", list[str](), list[Example](), list[int]()
    for example, (line, document, paragraph) in zip(
        read_treebank(path, "base"), _comments(path), strict=True
    ):
        if document and sentences:
            yield _document(text, texts, sentences, ends)
            text, texts, sentences, ends = "", [], [], []
        if sentences:
            text += "\n\n" if paragraph else "" if sentences[-1].glued[-1] else " "
        text += line
        ends.append(len(text))
        texts.append(line)
        sentences.append(example)
    yield _document(text, texts, sentences, ends)


def _comments(path: Path) -> Iterator[tuple[str, bool, bool]]:
    """Yield of each sentence its text and whether it opens a document and a paragraph."""
    document = paragraph = False
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                document = paragraph = True
            elif line.startswith("# newpar"):
                paragraph = True
            elif line.startswith("# text = "):
                yield line.removeprefix("# text = ").rstrip("\n"), document, paragraph
                document = paragraph = False


def _document(
    text: str, texts: list[str], sentences: list[Example], ends: list[int]
) -> TreebankDocument:
    spans: list[tuple[Span, ...]] = []
    begin = 0
    for line, sentence in zip(texts, sentences, strict=True):
        solid = "".join(line.split())
        spans.append(tuple(_word_spans(solid, sentence.words, begin)))
        begin += len(solid)
    return TreebankDocument(text, tuple(sentences), tuple(spans), tuple(ends))


def _word_spans(solid: str, words: Sequence[str], begin: int) -> Iterator[Span]:
    position = 0
    for word in words:
        form = "".join(word.split())
        found = solid.find(form, position, position + len(form) + _FARTHEST)
        if found < 0:
            yield begin + position, begin + position
        else:
            position = found + len(form)
            yield begin + found, begin + position


def solid_offsets(text: str) -> tuple[int, ...]:
    """Return for each offset of a text how many characters before it are not blanks."""
    return tuple(accumulate((not character.isspace() for character in text), initial=0))
