"""What surrounds a name: titles, honorifics, appositions, nations and bodies."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.facts import Ref
from loaders.document import Document
from loaders.gazetteer.word_list import word_list
from loaders.mentions.mention import Mention
from loaders.people.office_span import OfficeSpan
from loaders.people.office_table import load_honorifics, load_prefixes, state_offices
from loaders.people.role import Role
from loaders.syntax.closed_words import function_words
from loaders.syntax.verb_forms import load_verb_forms
from loaders.text.token import Token

_LONGEST_HONORIFIC = 3
_WIDEST_MODIFIER = 5
_WIDEST_APPOSITION = 16
_WIDEST_BEHIND = 8
"""Words of what a title is of, before the comma and the name, and one more."""
_POSSESSIVES = frozenset(("his", "her", "its", "their"))
_ARTICLES = frozenset(("a", "an", "the", "another"))
_LINKS = frozenset(("of", "for", "at", "in", "to"))


class Surround:
    """Looks up what stands around a token: titles, mentions, honorifics."""

    def __init__(self, document: Document) -> None:
        self.tokens: Sequence[Token] = document.tokens
        self._lowers = [token.lower for token in document.tokens]
        self._titles_by_end: Mapping[int, OfficeSpan] = {
            title.last: title for title in document.titles
        }
        self._titles_by_start: Mapping[int, OfficeSpan] = {
            title.first: title for title in document.titles
        }
        holders = [
            mention
            for mention in document.mentions
            if mention.ref.label in ("Nation", "Organization")
        ]
        self._index_by_start = {token.start: i for i, token in enumerate(document.tokens)}
        self._mention_ends: Mapping[int, Mention] = {mention.end: mention for mention in holders}
        self._mention_starts: Mapping[int, Mention] = {
            mention.start: mention for mention in reversed(holders)
        }

    def before(self, first: int, last: int) -> Role:
        """Return what the words before a name say; the name's tokens run from first to last."""
        position, honorific = self._honorific(first)
        apposed = self._closes(last) and self._lower(position - 1) == ","
        anchor = position - 1 if apposed and position > 1 else position
        title = self._titles_by_end.get(anchor)
        if title is None and apposed:
            title = self._titled_before(anchor)
        if title is not None:
            role = self._held(title)
            if role.holder is None and not role.owned and self._closes(last):
                described = self._described_before(title)
                role = replace(described, rank=title) if described else role
            return replace(role, honorific=honorific, human=True)
        shared = self._shared(anchor)
        if shared is not None:
            return Role(shared, honorific=honorific, human=True)
        word = self._lower(anchor - 1)
        if word in word_list("human_nouns"):
            role = self._left(anchor - 1)
            return replace(role, counterpart=word == "counterpart", honorific=honorific, human=True)
        return Role(None, self._owner(first), honorific=honorific)

    def _described_before(self, rank: OfficeSpan) -> Role | None:
        """Return the role before a comma and a rank: "Chad's prime minister, General Roy,"."""
        comma = rank.first - 1
        if self._lower(comma) != "," and self.tokens[max(0, comma)].capitalized:
            comma -= 1
        ranked = rank.title.split()[-1] in word_list("ranks")
        if comma < 1 or self._lower(comma) != "," or not ranked:
            return None
        title = self._titles_by_end.get(comma) or self._titled_before(comma)
        role = self._held(title) if title else Role()
        if title is None and self._lower(comma - 1) in word_list("human_nouns"):
            role = self._left(comma - 1)
        told = role.holder or role.owned or role.owner
        return role if told else None

    def _shared(self, first: int) -> OfficeSpan | None:
        """Return the title in the plural before the other name of two: "Ministers Roy and Li"."""
        position = first - 1
        if self._lower(position) != "and":
            return None
        while position > 0 and self.tokens[position - 1].capitalized:
            position -= 1
            title = self._titles_by_end.get(position)
            if title and self._lower(position - 1) in word_list("shared_titles"):
                return title
        return None

    def after(self, last: int) -> Role:
        """Return what an apposition after a name says."""
        if self._lower(last) == ",":
            return self._apposition(last + 1)
        return Role(home=self._home(last), human=self._lower(last) == "who")

    def _demonym(self, first: int, last: int) -> Ref | None:
        """Return the nation in an apposition that is nobody else's: "a French lawyer"."""
        words = range(first, last)
        if any(self._lower(index) in ("'s", "'") for index in (*words, last + 1)):
            return None
        ends = (self._mention_ends.get(self.tokens[index].end) for index in words)
        told = [one.ref for one in ends if one and one.form in ("adjective", "demonym")]
        return told[0] if told else None

    def _home(self, last: int) -> Ref | None:
        """Return the nation that a name is of: "President Roy of Peru"."""
        if self._lower(last) != "of":
            return None
        first = last + 2 if self._lower(last + 1) == "the" else last + 1
        mention = (
            self._mention_starts.get(self.tokens[first].start) if first < len(self.tokens) else None
        )
        return mention.ref if mention and mention.ref.label == "Nation" else None

    def _lower(self, index: int) -> str:
        return self._lowers[index] if 0 <= index < len(self._lowers) else ""

    def _closes(self, last: int) -> bool:
        return self._lower(last) in (",", ".", "")

    def _titled_before(self, comma: int) -> OfficeSpan | None:
        """A title before a comma with a phrase between: "its ambassador in Geneva, "."""
        for length in range(2, _WIDEST_BEHIND):
            if self._lower(comma - length + 1) in (",", ".", "said", '"'):
                return None
            title = self._titles_by_end.get(comma - length)
            if title and self._lower(comma - length) in ("in", "to", "at", "for", "of"):
                return title
        return None

    def _honorific(self, first: int) -> tuple[int, str]:
        """Return where the honorifics before a name begin, and the first of them."""
        found = ""
        position = first
        while position > 0:
            for length in range(min(_LONGEST_HONORIFIC, position), 0, -1):
                match = load_honorifics().match_at(self._lowers, position - length)
                capital = self.tokens[position - length].capitalized
                if match and match.last == position and capital:
                    found, position = match.value, position - length
                    break
            else:
                break
        return position, found

    def _held(self, title: OfficeSpan) -> Role:
        """Return the role of somebody whose title stands before the name."""
        role = self._left(title.first)
        if title.office.holder:
            return replace(role, office=title, holder=title.office.holder, owned=False)
        if role.holder or role.owned or role.owner:
            return replace(role, office=title)
        return replace(role, office=title, holder=self._right_holder(title.last))

    def _left(self, first: int) -> Role:
        """Read the nation, body, pronoun or surname before a title, modifiers between."""
        position = first
        while position > 0 and first - position <= _WIDEST_MODIFIER:
            token = self.tokens[position - 1]
            mention = self._mention_ends.get(token.end)
            if mention:
                return Role(holder=mention.ref, prefix=self._prefix(mention))
            if token.lower in _POSSESSIVES:
                return Role(owned=True)
            genitive = token.lower in ("'s", "'")
            if genitive and self._lower(position - 2)[:1].isalpha():
                mention = self._mention_ends.get(self.tokens[position - 2].end)
                if mention is None:
                    return Role(owner=self.tokens[position - 2].text)
            elif not self._modifies(position - 1):
                return Role()
            position -= 1
        return Role()

    def _prefix(self, mention: Mention) -> str:
        """Return what is said before the nation: "former Ukrainian President"."""
        index = self._index_by_start.get(mention.start, 0)
        meaning = load_prefixes().get(self._lower(index - 1), "")
        return "Former" if meaning in ("FORMER", "OUSTED", "DECEASED") else ""

    def _modifies(self, index: int) -> bool:
        """Whether a word can stand between a nation and a title: "foreign policy", "deputy"."""
        token = self.tokens[index]
        if token.lower in function_words():
            return False
        finite = {"past", "present"} & set(load_verb_forms().get(token.lower, ()))
        return (token.text.isalpha() or "-" in token.text) and (
            not finite or token.lower in word_list("noun_biased")
        )

    def _right_holder(self, last: int, *, at_home: bool = False) -> Ref | None:
        """Find the nation or body after a title: "president of the European Council".

        ``at_home`` says that the office is held in its own capital: "a minister in Belgrade".
        """
        if self._lower(last) not in _LINKS:
            return None
        linked = self._lower(last)
        for position in range(last + 1, min(last + 2 + _WIDEST_MODIFIER, len(self.tokens))):
            mention = self._mention_starts.get(self.tokens[position].start)
            if mention and (linked in ("of", "for", "at") or (at_home and _is_capital(mention))):
                following = [
                    other
                    for other in self._mention_starts.values()
                    if mention.end < other.start <= mention.end + 4
                    and other.ref.label == "Organization"
                ]
                return following[0].ref if following else mention.ref
            if self.tokens[position].text in (",", ".", ";"):
                return None
        return None

    def _owner(self, first: int) -> Ref | None:
        """The nation right before a name: "China's Xi"."""
        if first < 2 or self._lower(first - 1) not in ("'s", "'"):
            return None
        mention = self._mention_ends.get(self.tokens[first - 2].end)
        return mention.ref if mention and mention.ref.label == "Nation" else None

    def _apposition(self, first: int) -> Role:
        for position in range(first, min(first + _WIDEST_APPOSITION, len(self.tokens))):
            lower = self._lower(position)
            if lower in (",", ".", ";", '"', ":") or lower in ("said", "told", "and", "that"):
                break
            title = self._titles_by_start.get(position)
            if title and self._lower(title.last) in ("'s", "'"):
                title = None
            if title and self._introduced(first, position):
                return self._apposed(title)
            if lower in word_list("human_nouns") and self._introduced(first, position):
                home = self._demonym(first, position)
                return replace(self._left(position), home=home, human=True)
        one_of = self._lower(first) == "one" and self._lower(first + 1) == "of"
        return Role(human=one_of or self._lower(first) in ("who", "whose"))

    def _apposed(self, title: OfficeSpan) -> Role:
        """Read an apposition: "the French head of the fund", "Libya's envoy to the UN"."""
        role = replace(self._left(title.first), office=title, human=True)
        if title.office.holder:
            return replace(role, holder=title.office.holder, owned=False)
        right = self._right_holder(title.last, at_home=title.office.title in state_offices())
        if right and right.label == "Organization":
            nation = role.holder if role.holder and role.holder.label == "Nation" else None
            return replace(role, holder=right, nation=nation, owned=False)
        return role if role.holder else replace(role, holder=right, owned=role.owned and not right)

    def _introduced(self, first: int, position: int) -> bool:
        """Whether the words before a title in an apposition can belong to it."""
        barred = _LINKS | word_list("prepositions")
        return not any(
            self._lower(index) in barred
            or (self._is_finite(self._lower(index)) and not self._is_participle(index, first))
            for index in range(first, position)
        )

    def _is_participle(self, index: int, first: int) -> bool:
        """Whether a verb's form stands where an adjective does: "a retired general"."""
        return index > first and self._lower(index - 1) in _ARTICLES

    def _is_finite(self, word: str) -> bool:
        readings = load_verb_forms().get(word, {})
        tensed = "past" in readings or word in ("is", "has", "was")
        return tensed and word not in word_list("noun_biased")


def _is_capital(mention: Mention) -> bool:
    return mention.form == "capital"
