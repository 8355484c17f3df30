"""Names of organizations, by rules: capitalized names built on a word such as "Party" or "Bank".

A name ends with such a word ("Pyidaungsu Party"), or such a word leads what follows behind "of" or
"for" ("Institute for Peace Studies"). A name before "conglomerate" or "airline" is a company's.
"""

from collections.abc import Iterator, Sequence

from loaders.document import Document
from loaders.gazetteer.word_list import word_list
from loaders.mentions.name_span import NameSpan
from loaders.organizations.vocabulary import load_heads
from loaders.text.token import Token

LONGEST_NAME = 9
"""Words."""

_OPENING_BODIES = frozenset(("the", "a", "his", "her", "its", "their", "own"))
_JOINTS = frozenset(("of", "for", "and", "on", "the", "in", "de", "to", "&", "against"))
"""Lower-case words inside the name of an organization."""


class OrganizationNames:
    """Reads the names of the organizations of one document."""

    def __init__(self, document: Document, blocked: frozenset[int]) -> None:
        self._tokens = document.tokens
        self._blocked = blocked
        ends = {one.end for one in document.mentions if one.ref.label == "Nation" and not one.place}
        self._nations = frozenset(i for i, token in enumerate(self._tokens) if token.end in ends)
        headlines = [(one.start, one.end) for one in document.sentences if one.kind == "headline"]
        self._barred = frozenset(
            index
            for index, token in enumerate(self._tokens)
            if any(start <= token.start < end for start, end in headlines)
        )

    def find(self) -> Iterator[NameSpan]:
        """Yield the names in order, without overlaps."""
        position = 0
        while position < len(self._tokens):
            last = self._read(position) if self._opens(position) else position
            if last > position:
                yield self._span(position, last)
            position = max(last, position + 1)

    def _opens(self, index: int) -> bool:
        """Whether a name can begin here; the adjective of a nation belongs to the name."""
        token = self._tokens[index]
        return (
            (index not in self._blocked or index in self._nations)
            and index not in self._barred
            and self._is_capital(index)
            and token.text not in word_list("organization_openers")
        )

    def _is_capital(self, index: int) -> bool:
        text = self._tokens[index].text
        return text[0].isupper() and any(character.islower() for character in text)

    def _read(self, first: int) -> int:
        """Return where the name that begins here ends; ``first`` when it is no organization's."""
        last = first
        head = -1
        while (
            last < len(self._tokens) and last - first < LONGEST_NAME and self._extends(first, last)
        ):
            if self._tokens[last].text in load_heads() and last not in self._blocked:
                head = last
            last += 1
        while last > first and not self._tokens[last - 1].text[0].isupper():
            last -= 1
        if head < 0:
            company = self._is_company(first, last) or self._is_apposed(first, last)
            return last if company else first
        if last > head + 1 and self._tokens[head + 1].lower not in _JOINTS:
            last = head + 1
        own = [
            token
            for i, token in enumerate(self._tokens[first:last], first)
            if i not in self._blocked
        ]
        named = last - first > 1 and len(own) > 1 and not self._only_common(own)
        return last if named else first

    def _extends(self, first: int, index: int) -> bool:
        token = self._tokens[index]
        if index > first and token.start - self._tokens[index - 1].end > 1:
            return False
        if token.lower in _JOINTS and index > first:
            headed = any(one.text in load_heads() for one in self._tokens[first:index])
            return headed and self._joint_leads(index)
        if index == first:
            return True
        if index in self._blocked:
            return self._tokens[index - 1].lower in ("of", "the", "for")
        return self._is_capital(index) or (
            token.text.isupper() and token.text.isalpha() and index > first
        )

    def _joint_leads(self, index: int) -> bool:
        following = self._tokens[index + 1 : index + 3]
        lower = self._tokens[index].lower
        if lower in ("in", "to", "on", "and", "against", "the"):
            return (
                bool(following) and following[0].text[0].isupper() and lower in ("and", "on", "the")
            )
        return any(token.text[0].isupper() for token in following[:1]) or (
            len(following) == 2 and following[0].lower == "the" and following[1].text[0].isupper()
        )

    def _is_company(self, first: int, last: int) -> bool:
        if last == first or last - first > 3 or last >= len(self._tokens):
            return False
        common = any(token.text in word_list("no_names") for token in self._tokens[first:last])
        of_nation = last - first == 1 and first in self._blocked
        named = self._tokens[last].lower in word_list("company_nouns")
        return named and not common and not of_nation

    def _is_apposed(self, first: int, last: int) -> bool:
        """Whether a noun before the name says that it is a body's: "her party, Alda Nova,"."""
        tokens = self._tokens
        comma = first > 0 and tokens[first - 1].text == ","
        noun = first - (2 if comma else 1)
        if noun < 1 or tokens[noun].lower not in word_list("apposed_bodies"):
            return False
        if tokens[noun].capitalized or first in self._blocked:
            return False
        opened = {token.lower for token in tokens[max(0, noun - 3) : noun]} & _OPENING_BODIES
        ends = last >= len(tokens) or tokens[last].text in (",", ".", ";")
        return bool(opened) and (ends or not comma)

    def _only_common(self, name: Sequence[Token]) -> bool:
        """Whether the name is a body of any state or a common phrase, "the Supreme Court"."""
        return all(
            token.text in load_heads() or token.text in word_list("no_names") for token in name
        )

    def _span(self, first: int, last: int) -> NameSpan:
        start, end = self._tokens[first].start, self._tokens[last - 1].end
        text = " ".join(token.text for token in self._tokens[first:last])
        return NameSpan(start, end, text, "ORG")
