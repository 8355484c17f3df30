"""An index of names that finds the longest one at each word of a text.

Names are compared folded and with their case. The index is keyed by the first word, so that one
pass over the words of a text finds the names of all tables.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from loaders.text.folding import fold

EntryKind = Literal["nation", "organization", "agreement", "region", "place"]
NameForm = Literal["name", "abbreviation", "adjective", "demonym", "capital", "metonym", "part"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for: a row of a table, and the form of the name."""

    kind: EntryKind
    key: str
    form: NameForm = "name"


@dataclass(frozen=True, slots=True)
class Match:
    """A name found in a text, with all that it may stand for."""

    start: int
    end: int
    entries: tuple[Entry, ...]


_WORD = re.compile(r"\w+")
Buckets = Mapping[str, tuple[tuple[str, tuple[Entry, ...]], ...]]


class NameIndex:
    """Names by their first word, the longest first."""

    def __init__(self, names: Iterable[tuple[str, Entry]]) -> None:
        entries: dict[str, list[Entry]] = {}
        for name, entry in names:
            folded = fold(name)
            if _WORD.match(folded) and entry not in entries.setdefault(folded, []):
                entries[folded].append(entry)
        buckets: dict[str, list[tuple[str, tuple[Entry, ...]]]] = {}
        for name, found in entries.items():
            buckets.setdefault(_first_word(name), []).append((name, tuple(found)))
        self._buckets: Buckets = {
            word: tuple(sorted(bucket, key=lambda item: -len(item[0])))
            for word, bucket in buckets.items()
        }

    def find(self, folded: str) -> Iterator[Match]:
        """Yield the names of a folded text from left to right, without overlaps."""
        free = 0
        for word in _WORD.finditer(folded):
            if word.start() < free:
                continue
            match = self.match_at(folded, word.start(), word.group())
            if match:
                free = match.end
                yield match

    def match_at(self, folded: str, start: int, word: str) -> Match | None:
        """Return the longest name that begins with this word at this offset."""
        for name, entries in self._buckets.get(word, ()):
            end = start + len(name)
            if folded.startswith(name, start) and not _continues(folded, end):
                return Match(start, end, entries)
        return None


def _first_word(name: str) -> str:
    first = _WORD.match(name)
    assert first is not None
    return first.group()


def _continues(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalnum() or text[end] == "_")
