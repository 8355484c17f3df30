"""Sub-words: a sentence as the encoder reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from loaders.language.shape import shape_of

LONGEST_WORD = 64
"""Characters of a word that are read; the rest of a longer one says nothing about syntax."""

MOST_PIECES = 8
"""Sub-words of one word that are read."""


@dataclass(frozen=True, slots=True)
class Subwords:
    """A sentence in sub-words.

    ``pieces`` are the numbers of the sub-words, ``shapes`` the shape of the word of each, and
    ``firsts`` the position of each word's first sub-word. Position 0 is the mark that stands for
    the sentence and for the root of its syntax, and has no word.
    """

    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    firsts: tuple[int, ...]


class SubwordReader:
    """Splits words into the sub-words of the encoder's vocabulary.

    Words are remembered up to ``capacity``, so that a long run does not grow without limit. Two
    threads that meet at a new word both compute it: the same answer, so there is no lock.
    """

    def __init__(self, tokenizer: Tokenizer, capacity: int = 50_000) -> None:
        self._tokenizer = tokenizer
        self._capacity = capacity
        self._known: dict[str, tuple[int, ...]] = {}
        self._opening = _number(tokenizer, "[CLS]")
        self._closing = _number(tokenizer, "[SEP]")
        self._unknown = _number(tokenizer, "[UNK]")

    @classmethod
    def load(cls, path: Path) -> "SubwordReader":
        """Return the reader of a ``tokenizer.json``."""
        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(tokenizer)

    def pieces(self, word: str) -> tuple[int, ...]:
        """Return the sub-words of a word, at least one and at most ``MOST_PIECES``."""
        known = self._known.get(word)
        if known is None:
            # Half a surrogate pair is no text that the tokenizer could take.
            text = word[:LONGEST_WORD].encode("utf-8", "replace").decode("utf-8")
            read = self._tokenizer.encode(text, add_special_tokens=False).ids
            known = tuple(read[:MOST_PIECES]) or (self._unknown,)
            if len(self._known) >= self._capacity:
                self._known = {}
            self._known[word] = known
        return known

    def read(self, words: Sequence[str]) -> Subwords:
        """Return a sentence in sub-words, the marks at its ends included."""
        pieces: list[int] = [self._opening]
        shapes: list[int] = [0]
        firsts: list[int] = []
        for word in words:
            own = self.pieces(word)
            firsts.append(len(pieces))
            pieces.extend(own)
            shapes.extend([shape_of(word[:LONGEST_WORD])] * len(own))
        pieces.append(self._closing)
        shapes.append(0)
        return Subwords(tuple(pieces), tuple(shapes), tuple(firsts))


def _number(tokenizer: Tokenizer, mark: str) -> int:
    number = tokenizer.token_to_id(mark)
    if number is None:
        raise ValueError(f"The tokenizer has no {mark}: it is not that of this model.")
    return number
