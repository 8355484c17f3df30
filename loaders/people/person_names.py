"""Names of people, by rules: capitalized names that something makes a person's.

A title, a form of address, an apposition or a relative pronoun does; so does a common given name
with another name behind it, and a name of two words before a verb of speech whose second word
stands alone elsewhere. Nothing else does, so that no person is made from a place, a body or a
headline.
"""

from collections.abc import Iterator

from loaders.document import Document
from loaders.gazetteer.word_list import word_list
from loaders.mentions.name_span import NameSpan
from loaders.people.name_reading import is_name_word, load_given_names, may_be_person, read_name
from loaders.people.office_table import load_honorifics
from loaders.people.surround import Surround
from loaders.text.token import Token

_PLACING = frozenset(("in", "at", "near", "outside", "around"))


class PersonNames:
    """Reads the names of the people of one document."""

    def __init__(self, document: Document, blocked: frozenset[int]) -> None:
        self._tokens = document.tokens
        self._around = Surround(document)
        self._barred = _headline_tokens(document)
        self._places = _tokens_of_places(document)
        titled = frozenset(
            index
            for title in document.titles
            if self._names_follow(title.last)
            for index in range(title.first, title.last)
        )
        self._blocked = blocked | titled | frozenset(self._honorifics())

    def find(self) -> Iterator[NameSpan]:
        """Yield the names in order."""
        position = 0
        while position < len(self._tokens):
            last = position
            if position not in self._barred:
                last = read_name(self._tokens, position, self._blocked)
                if last > position and self._is_person(position, last):
                    yield self._span(position, last)
            position = max(last, position + 1)

    def _names_follow(self, index: int) -> bool:
        if index >= len(self._tokens):
            return False
        token = self._tokens[index]
        return is_name_word(token) or token.text.startswith(("al-", "el-"))

    def _honorifics(self) -> Iterator[int]:
        lowers = [token.lower for token in self._tokens]
        for match in load_honorifics().find(lowers):
            if self._tokens[match.first].capitalized and self._names_follow(match.last):
                yield from range(match.first, match.last)

    def _span(self, first: int, last: int) -> NameSpan:
        start, end = self._tokens[first].start, self._tokens[last - 1].end
        text = " ".join(token.text for token in self._tokens[first:last])
        return NameSpan(start, end, text, "PER")

    def _is_person(self, first: int, last: int) -> bool:
        name = self._tokens[first:last]
        if not may_be_person(name):
            return False
        before = self._around.before(first, last)
        if before.office or before.honorific or before.counterpart:
            return True
        if first in self._places or self._lower(first - 1) in _PLACING:
            return len(name) > 1 and _is_given(name[0]) and first not in self._places
        if len(name) == 1:
            return False
        if before.human:
            return True
        return self._around.after(last).tells or self._is_named(name, last)

    def _is_named(self, name: tuple[Token, ...], last: int) -> bool:
        if _is_given(name[0]):
            return len(name) < 5
        speaks = self._lower(last) in word_list("speech_verbs")
        return len(name) in (2, 3) and speaks and self._stands_alone(name[-1].text)

    def _stands_alone(self, surname: str) -> bool:
        return any(
            token.text == surname
            and not self._names_follow(index - 1)
            and not self._names_follow(index + 1)
            for index, token in enumerate(self._tokens)
            if index
        )

    def _lower(self, index: int) -> str:
        return self._tokens[index].lower if 0 <= index < len(self._tokens) else ""


def _is_given(token: Token) -> bool:
    names = load_given_names()
    return token.text in names or token.text.split("-")[0] in names


def _headline_tokens(document: Document) -> frozenset[int]:
    """Return the tokens of headlines; a headline makes nobody, it only names again."""
    spans = [(one.start, one.end) for one in document.sentences if one.kind == "headline"]
    return frozenset(
        index
        for index, token in enumerate(document.tokens)
        if any(start <= token.start < end for start, end in spans)
    )


def _tokens_of_places(document: Document) -> frozenset[int]:
    starts = {place.start for place in document.places}
    return frozenset(i for i, token in enumerate(document.tokens) if token.start in starts)
