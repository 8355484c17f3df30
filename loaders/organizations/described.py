"""What the nouns beside a name say of a body: "the Malian rebel group Azal", "Tado, a bank,".

The noun stands before the name, with a comma or without; before the first of some names where it is
a plural; behind it after a comma and an article; or people are its people ("rebels of the Azal").
The adjective of a nation, or its genitive, before the noun tells whose the body is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.document import Document
from loaders.gazetteer.body_description import BodyDescription, described_by
from loaders.gazetteer.word_list import word_list
from loaders.mentions.mention import Mention
from loaders.mentions.name_span import NameSpan
from loaders.syntax.closed_words import function_words
from loaders.text.slug import slug

_WIDEST = 5
"""Words of a description before its noun."""
_ARTICLES = frozenset(("a", "an", "the"))
_GENITIVES = frozenset(("'s", "'"))
_CLOSED = frozenset((",", ".", ";", "--", "-", "(", ")"))


@dataclass(frozen=True, slots=True)
class Described:
    """The kind and sector of a body, and its nation where that is told."""

    kind: str
    sector: str
    nation: str | None


def descriptions(document: Document, spans: Sequence[NameSpan]) -> Mapping[str, Described]:
    """Return what the text says of bodies, by id: the first that is said of each."""
    found: dict[str, Described] = {}
    reader = _Descriptions(document)
    for key, one in reader.read(spans):
        known = found.setdefault(key, one)
        if known.nation is None and one.nation and known.kind == one.kind:
            found[key] = one
    return found


class _Descriptions:
    """Reads the descriptions of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tokens = document.tokens
        self._lowers = [token.lower for token in document.tokens]
        self._starts = {token.start: index for index, token in enumerate(document.tokens)}
        self._ends = {token.end: index + 1 for index, token in enumerate(document.tokens)}
        self._nations: Mapping[int, Mention] = {
            one.end: one for one in document.mentions if one.ref.label == "Nation"
        }

    def read(self, spans: Sequence[NameSpan]) -> Iterator[tuple[str, Described]]:
        """Yield the ids of bodies with what stands beside them, in the order of the text."""
        listed: Described | None = None
        reach = -1
        for span in sorted(spans, key=lambda one: one.start):
            first, last = self._starts.get(span.start), self._ends.get(span.end)
            if first is None or last is None:
                continue
            if self._in_dateline(span):
                # "PRAIA (Sahel News) - ": that is whose report it is.
                yield slug(span.text), Described("NEWS_AGENCY", "JRN", None)
                continue
            before = self._before(first, last)
            if before is None and listed and self._goes_on(reach, first):
                before = listed
            listed, reach = before, last
            found = before or self._of_people(first, last) or self._behind(last)
            if found:
                yield slug(span.text), found

    def _in_dateline(self, span: NameSpan) -> bool:
        return span.end <= self._document.sentence_at(span.start).body

    def _goes_on(self, reach: int, first: int) -> bool:
        """Whether only "and" or commas stand between two names of a list."""
        between = self._lowers[reach:first]
        return 0 < len(between) <= 3 and {*between} <= {",", "and", "or", "the"}

    def _before(self, first: int, last: int) -> Described | None:
        """Read "the rebel group NAME" and "the company, NAME,"."""
        noun = first - 1
        if self._lower(noun) == ",":
            plural = self._lower(noun - 1).endswith("s")
            if not plural and self._lower(last) not in _CLOSED:
                return None
            noun -= 1
        return self._said(noun)

    def _behind(self, last: int) -> Described | None:
        """Read "NAME, a Burundian rebel group," and "NAME is a mining company"."""
        linked = self._lower(last) in (",", "is", "was")
        if not linked or self._lower(last + 1) not in _ARTICLES:
            return None
        for noun in range(last + 2, last + 2 + _WIDEST):
            if self._lower(noun) in function_words() or self._lower(noun) in _CLOSED:
                return None
            found = self._said(noun)
            # The description goes on while words stand side by side: "a news agency".
            if found and self._ends_phrase(noun + 1):
                return found
        return None

    def _ends_phrase(self, index: int) -> bool:
        word = self._lower(index)
        return word in _CLOSED or word in function_words() or word.endswith("ed") or not word

    def _of_people(self, first: int, last: int) -> Described | None:
        """Read "rebels of the NAME" and "NAME guerrillas"."""
        position = first - 1
        if self._lower(position) == "the":
            position -= 1
        fighting = word_list("fighters_of_groups")
        of = self._lower(position) in ("of", "from") and self._lower(position - 1) in fighting
        if of or self._lower(last) in fighting:
            return Described("ARMED_GROUP", "REB", None)
        return None

    def _said(self, noun: int) -> Described | None:
        """Return what a noun and the words before it say, if it is one of a description."""
        if noun < 0 or self._tokens[noun].capitalized or self._is_told(noun):
            return None
        words = self._phrase(noun)
        found = described_by(self._lower(noun), words)
        return self._made(found, noun, len(words)) if found else None

    def _is_told(self, noun: int) -> bool:
        """Whether somebody is told something: "told the newspaper Rosneft would pay"."""
        before = {self._lower(index) for index in (noun - 1, noun - 2, noun - 3)}
        return bool(before & {"told", "tells", "telling"})

    def _phrase(self, noun: int) -> list[str]:
        """Return the words before a noun that belong to it."""
        words: list[str] = []
        for index in range(noun - 1, max(-1, noun - 1 - _WIDEST), -1):
            word = self._lower(index)
            if word in _CLOSED or (word in function_words() and word not in _GENITIVES):
                break
            words.append(word)
        return words

    def _made(self, found: BodyDescription, noun: int, width: int) -> Described:
        for index in range(noun - 1, noun - 1 - width, -1):
            mention = self._nations.get(self._tokens[index].end)
            genitive = index + 1 < noun and self._lower(index + 1) in _GENITIVES
            if mention and (mention.form == "adjective" or genitive):
                return Described(found.kind, found.sector, mention.ref.key)
        return Described(found.kind, found.sector, None)

    def _lower(self, index: int) -> str:
        return self._lowers[index] if 0 <= index < len(self._lowers) else ""
