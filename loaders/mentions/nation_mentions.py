"""Nations in a text: by name, abbreviation, adjective, demonym, capital and seat of government.

What is sure is found first. A doubtful name counts when the rest of the article supports it, so
"Jordan" is a nation beside Amman or Israel, and a person after a given name.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.facts import Ref
from loaders.gazetteer.agent_noun import load_agent_nouns
from loaders.gazetteer.name_index import Entry, Match
from loaders.gazetteer.name_rule import load_candidates, load_rules
from loaders.gazetteer.nation import load_nations
from loaders.gazetteer.word_list import word_list
from loaders.mentions.mention import Mention
from loaders.mentions.place import stands_as_place
from loaders.mentions.surroundings import Surroundings, surroundings
from loaders.people.name_reading import load_given_names
from loaders.text.sentence import Sentence

_ARTICLES = frozenset(("a", "an", "the", "another", "one", "A", "An", "The"))
_TAKEN_UP = re.compile(r" (?:has |had |will |would )?[a-z]+ (?:(?:on )?[A-Z]\w+ )?(?:that )?its?\b")
"""A verb right behind a name and then "it" or "its"."""

_STATE = re.compile(
    r"['\u2019]s (?:[a-z]+ )?(?:government|president|prime minister|parliament|army|cabinet|junta|"
    r"foreign minist(?:er|ry)|defen[cs]e minist(?:er|ry)|ambassador|embassy|armed forces|air force|"
    r"central bank|constitution)\b"
)
"""What only a state has, right behind its name."""

_TOLD_OF = re.compile(r", (?:\w+ of |to |in |from )?which\b")
"""A relative clause right behind a name, as no person has it."""

_SEATS = frozenset(("capital", "metonym"))


@dataclass(frozen=True, slots=True)
class Found:
    """A name of a nation in the text, with its surroundings."""

    match: Match
    entries: tuple[Entry, ...]
    name: str
    around: Surroundings
    sentence: Sentence
    place: bool

    @property
    def codes(self) -> tuple[str, ...]:
        """The nations it may mean."""
        return tuple(entry.key for entry in self.entries)

    @property
    def form(self) -> str:
        """The form of the name."""
        return self.entries[0].form


def _is_title_cased(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 3 and capitals >= 0.7 * len(words)


def _in_personal_name(found: Found, text: str) -> bool:
    """Whether a doubtful name stands beside another capitalized word, as in "Michael Jordan"."""
    if found.form in ("adjective", "demonym", "abbreviation") or _is_title_cased(text):
        return False
    before, after = found.around.before, found.around.after
    follows = (
        before[:1].isupper()
        and before not in word_list("linking_capitals")
        and not before.endswith(".")
    )
    leads = (
        after[:1].isupper() and after.isalpha() and after.lower() not in word_list("acting_words")
    )
    return follows or leads


def _is_language(found: Found) -> bool:
    after = found.around.after
    return found.around.before.lower() in word_list("language_words") and not after[:1].isalpha()


def _surnames(found: Iterable[Found]) -> frozenset[str]:
    """Return the adjectives that are a surname in this text: "English" after "Bill English"."""
    given = load_given_names()
    return frozenset(
        one.name
        for one in found
        if load_rules().get(one.name) == "noun" and one.around.before in given
    )


def _is_rejected(found: Found, text: str, surnames: frozenset[str]) -> bool:
    rule = load_rules().get(found.name)
    if rule == "never" or (rule == "place" and not found.place) or found.name in surnames:
        return True
    if rule == "article" and found.around.before not in _ARTICLES:
        return True
    if rule == "noun" and _is_language(found):
        return True
    if found.name == "US" and text.isupper():
        return True
    return found.name in load_candidates() and _in_personal_name(found, text)


def _is_supported(found: Found, sure: frozenset[str], beside: Sequence[Found], folded: str) -> bool:
    """Whether others are named that make a doubtful name that of a nation.

    ``beside`` are those of the same sentence.
    """
    if sure.intersection(found.codes):
        return True
    if load_rules().get(found.name) == "named":
        return False
    if found.form == "name" and _STATE.match(folded, found.match.end):
        return True
    if "USA" not in sure and _TOLD_OF.match(folded, found.match.end, found.sentence.end):
        # "Chad, which took them in": a state of the United States may be told of so too.
        return True
    if found.form == "adjective" and _acts(found.around.after.lower()):
        return True
    if any(_are_listed(found, other, folded) for other in beside):
        return True
    foreign = any("USA" not in other.codes for other in beside)
    if foreign and _is_a_thing(found, folded):
        return True
    return foreign and found.around.before.lower() in word_list("supporting_prepositions")


def _is_a_thing(found: Found, folded: str) -> bool:
    """Whether a name is taken up by "it", as no person's is: "Chad said it would"."""
    return bool(_TAKEN_UP.match(folded, found.match.end, found.sentence.end))


def _acts(word: str) -> bool:
    """Whether a word stands for somebody who acts, or for what a state has."""
    return word in word_list("acting_words") or word.removesuffix("s") in load_agent_nouns()


def _are_listed(one: Found, other: Found, folded: str) -> bool:
    first, second = sorted((one, other), key=lambda found: found.match.start)
    between = folded[first.match.end : second.match.start]
    return between.strip(" ,") in ("", "and", "or") and 0 < len(between) <= len(", and the ")


def _chosen(found: Found, sure: frozenset[str]) -> str:
    """Choose among the nations of one name: one named otherwise, the likeliest, a living one."""
    codes = found.codes
    named = [code for code in codes if code in sure]
    likely = [code for code in load_candidates().get(found.name, ()) if code in codes]
    living = [code for code in codes if not load_nations()[code].end]
    return (*named[:1], *likely, *living, *codes)[0]


def _mention(found: Found, code: str, text: str) -> Mention:
    start, end = found.match.start, found.match.end
    return Mention(
        start, end, text[start:end], Ref("Nation", code), found.entries[0].form, found.place
    )


def _found(match: Match, folded: str, sentence: Sentence) -> Found:
    entries = tuple(entry for entry in match.entries if entry.kind == "nation")
    located = entries[0].form in (*_SEATS, "name", "abbreviation")
    place = located and stands_as_place(folded, match.start, sentence.start)
    around = surroundings(folded, match.start, match.end)
    name = folded[match.start : match.end]
    return Found(match, entries, name, around, sentence, place)


def nation_mentions(
    matches: Iterable[tuple[Match, Sentence]], text: str, folded: str
) -> tuple[Mention, ...]:
    """Return the mentions of nations among the names found in a text."""
    found = [
        _found(match, folded, sentence)
        for match, sentence in matches
        if any(entry.kind == "nation" for entry in match.entries)
    ]
    surnames = _surnames(found)
    kept = [
        one
        for one in found
        if not _is_rejected(one, text[one.sentence.start : one.sentence.end], surnames)
    ]
    conditional = {"named", "supported"}
    doubtful = [one for one in kept if load_rules().get(one.name) in conditional]
    certain = [one for one in kept if load_rules().get(one.name) not in conditional]
    sure = frozenset(one.codes[0] for one in certain if len(one.codes) == 1)
    beside: dict[int, list[Found]] = {}
    for one in certain:
        beside.setdefault(one.sentence.start, []).append(one)
    supported = [
        one
        for one in doubtful
        if _is_supported(one, sure, beside.get(one.sentence.start, ()), folded)
    ]
    return tuple(_mention(one, _chosen(one, sure), text) for one in (*certain, *supported))
