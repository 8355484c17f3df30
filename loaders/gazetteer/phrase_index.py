"""An index of phrases over tokens, without regard to case: titles, bodies, terms."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from loaders.text.folding import fold
from loaders.text.token import Token, tokenize

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class PhraseMatch(Generic[Value]):
    """A phrase found: the numbers of its tokens, the last exclusive, and what it stands for."""

    first: int
    last: int
    value: Value


class PhraseIndex(Generic[Value]):
    """Phrases by their first word, the longest first."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        buckets: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in phrases:
            words = tuple(token.lower for token in tokenize(fold(phrase)))
            if words:
                buckets.setdefault(words[0], []).append((words, value))
        self._buckets: Mapping[str, Sequence[tuple[tuple[str, ...], Value]]] = {
            word: sorted(bucket, key=lambda item: -len(item[0])) for word, bucket in buckets.items()
        }

    def match_at(self, lowers: Sequence[str], index: int) -> PhraseMatch[Value] | None:
        """Return the longest phrase that begins at a token; ``lowers`` are in lower case."""
        for words, value in self._buckets.get(lowers[index], ()):
            if tuple(lowers[index : index + len(words)]) == words:
                return PhraseMatch(index, index + len(words), value)
        return None

    def find(self, lowers: Sequence[str]) -> Iterator[PhraseMatch[Value]]:
        """Yield the phrases from left to right, without overlaps."""
        index = 0
        while index < len(lowers):
            match = self.match_at(lowers, index)
            if match:
                yield match
            index = match.last if match else index + 1


def lowered(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the tokens in lower case."""
    return tuple(token.lower for token in tokens)
