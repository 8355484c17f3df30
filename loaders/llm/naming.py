"""The names of an answer join those that were found, so that identity is settled for all alike."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.document import Document
from loaders.llm.answer import Answer, Drop, OrganizationAnswer, PersonAnswer
from loaders.llm.wording import bare, is_name, occurrences
from loaders.mentions.name_span import NameKind, NameSpan


@dataclass(frozen=True, slots=True)
class AnsweredNames:
    """Adds the people and organizations of an answer where nothing else is named yet."""

    answer: Answer
    drop: Drop
    name: str = "answered names"

    def __call__(self, document: Document) -> Document:
        """Add their names; those that the article does not have are dropped."""
        room = _Room(document)
        found = [span for one in self.answer.persons for span in self._of(room, one, "PER")]
        found += [span for one in self.answer.organizations for span in self._of(room, one, "ORG")]
        names = sorted((*document.names, *found), key=lambda span: span.start)
        return replace(document, names=tuple(names))

    def _of(
        self, room: "_Room", one: PersonAnswer | OrganizationAnswer, kind: NameKind
    ) -> Iterator[NameSpan]:
        names = map(bare, (one.name, *one.aliases))
        forms = dict.fromkeys(form for form in names if is_name(form))
        places = [place for form in forms for place in occurrences(room.document, form)]
        if not places:
            self.drop("not named")
        for start, end in places:
            yield from room.take(start, end, kind)


class _Room:
    """The tokens of a document that no name has taken yet."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._firsts = {token.start: number for number, token in enumerate(document.tokens)}
        self._lasts = {token.end: number + 1 for number, token in enumerate(document.tokens)}
        self._titles = {number for one in document.titles for number in range(one.first, one.last)}
        self._taken = [(one.start, one.end) for one in document.names]
        self._taken += [(one.start, one.end) for one in document.dates]
        self._taken += [
            (one.start, one.end) for one in document.mentions if one.ref.label != "Nation"
        ]
        self._nations = {
            (one.start, one.end) for one in document.mentions if one.ref.label == "Nation"
        }

    def take(self, start: int, end: int, kind: NameKind) -> Iterator[NameSpan]:
        """Yield the span of a name and take its tokens, unless it is not free.

        A title before it is no part of it, and a nation may stand inside it but not be it.
        """
        first, last = self._firsts.get(start), self._lasts.get(end)
        if first is None or last is None:
            return
        while kind == "PER" and first < last and first in self._titles:
            first += 1
        tokens = self.document.tokens[first:last]
        if not tokens:
            return
        start = tokens[0].start
        overlaps = any(begin < end and start < stop for begin, stop in self._taken)
        if not overlaps and (start, end) not in self._nations:
            self._taken.append((start, end))
            yield NameSpan(start, end, " ".join(token.text for token in tokens), kind)
