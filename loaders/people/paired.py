"""People and nations in the same order: "the Greek and Albanian ministers, Anna Roy and Ben Doka".

The nations stand before a title in the plural as adjectives, or behind it and "of"; the names
follow, as many as there are nations. The first is of the first nation, and so on.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from loaders.document import Document
from loaders.gazetteer.word_list import word_list
from loaders.mentions.mention import Mention
from loaders.mentions.name_span import NameSpan
from loaders.people.office_span import OfficeSpan
from loaders.people.office_table import load_offices
from loaders.people.role import Role

Listed = TypeVar("Listed", Mention, NameSpan)

_LONGEST = 4
"""Words of a title."""
_BETWEEN = frozenset(((",",), ("and",), (",", "and"), ("and", "the"), (",", "and", "the")))


def paired_roles(document: Document, spans: Sequence[NameSpan]) -> Mapping[int, Role]:
    """Return the roles that a common title gives several people, by the offsets of their names."""
    return dict(_Paired(document, spans).read())


class _Paired:
    """Reads the titles in the plural of one document."""

    def __init__(self, document: Document, spans: Sequence[NameSpan]) -> None:
        self._tokens = document.tokens
        self._lowers = [token.lower for token in document.tokens]
        index = {token.start: number for number, token in enumerate(document.tokens)}
        ends = {token.end: number + 1 for number, token in enumerate(document.tokens)}
        # "The India-Pakistan war" names a nation inside a word, where no list of titles has one.
        nations = [
            one for one in document.mentions if one.ref.label == "Nation" and one.start in index
        ]
        self._nations: Mapping[int, Mention] = {index[one.start]: one for one in nations}
        self._names: Mapping[int, NameSpan] = {
            index[one.start]: one for one in spans if one.start in index
        }
        self._last = {
            one.start: ends.get(one.end, index[one.start] + 1)
            for one in (*nations, *spans)
            if one.start in index
        }

    def read(self) -> Iterator[tuple[int, Role]]:
        """Yield the offsets of names with roles."""
        for last in range(1, len(self._tokens)):
            title = self._title(last)
            if title is None:
                continue
            for nations, begin in self._nations_around(title):
                names = self._listed(begin, self._names)
                if len(names) == len(nations) > 1:
                    for name, nation in zip(names, nations, strict=True):
                        yield name.start, Role(title, nation.ref, human=True)

    def _title(self, last: int) -> OfficeSpan | None:
        """Return the title whose last word is a plural before a token."""
        plural = self._lowers[last - 1]
        if plural not in word_list("shared_titles") and plural != "leaders":
            return None
        for first in range(max(0, last - _LONGEST), last):
            words = [*self._lowers[first : last - 1], plural[:-1]]
            match = load_offices().match_at(words, 0)
            if match and match.last == len(words):
                start, end = self._tokens[first].start, self._tokens[last - 1].end
                return OfficeSpan(first, last, start, end, match.value.title, match.value)
        return None

    def _nations_around(self, title: OfficeSpan) -> Iterator[tuple[Sequence[Mention], int]]:
        """Yield nations beside a title, and where the names begin that would follow."""
        begin = title.last + 1 if self._lower(title.last) == "," else title.last
        yield self._before(title.first), begin
        if self._lower(title.last) == "of":
            behind = title.last + (2 if self._lower(title.last + 1) == "the" else 1)
            nations = self._listed(behind, self._nations)
            if nations:
                end = self._last[nations[-1].start]
                yield nations, end + 1 if self._lower(end) == "," else end

    def _before(self, first: int) -> Sequence[Mention]:
        """Return the adjectives that end at a title, in the order of the text."""
        found: list[Mention] = []
        for start in sorted(self._nations, reverse=True):
            nation = self._nations[start]
            reach = self._last[nation.start]
            joined = tuple(self._lowers[reach:first]) in _BETWEEN if found else reach == first
            if reach <= first and joined and nation.form == "adjective":
                found.append(nation)
                first = start
            elif reach <= first:
                break
        return found[::-1]

    def _listed(self, first: int, known: Mapping[int, Listed]) -> Sequence[Listed]:
        """Return what a list that begins at a token names: "A, B and C"."""
        found: list[Listed] = []
        while first in known:
            found.append(known[first])
            first = self._behind(self._last[known[first].start])
        return found

    def _behind(self, last: int) -> int:
        """Return where the next member of a list begins."""
        for width in (3, 2, 1):
            if tuple(self._lowers[last : last + width]) in _BETWEEN:
                return last + width
        return -1

    def _lower(self, index: int) -> str:
        return self._lowers[index] if 0 <= index < len(self._lowers) else ""
