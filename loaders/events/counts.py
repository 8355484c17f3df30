"""Counts of the dead, the injured and the arrested, as the sentence of an event states them.

A count is a number of those to whom it is done: "at least 81 people were killed", "wounding a
dozen", "the arrest of 15 activists". A bound counts as its number; "dozens" is none.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graph.facts import Toll
from loaders.dates.quantities import amount
from loaders.events.candidate import Candidate
from loaders.gazetteer.agent_noun import load_agent_nouns
from loaders.syntax.analysis import Phrase, Predication, SentenceSyntax, Word

Fate = Literal["dead", "injured", "arrested"]

_DONE: Mapping[str, Fate] = {
    **dict.fromkeys(("kill", "slay", "murder", "massacre", "behead", "execute"), "dead"),
    **dict.fromkeys(("injure", "wound", "hurt", "maim"), "injured"),
    **dict.fromkeys(("arrest", "detain", "apprehend"), "arrested"),
}
"""Verbs by what becomes of those to whom it is done."""

_SUFFERED: Mapping[str, Fate] = {"die": "dead", "perish": "dead"}
"""Verbs whose subject suffers it."""

_NOUNS: Mapping[str, Fate] = {
    **dict.fromkeys(("death", "killing", "murder", "fatality"), "dead"),
    **dict.fromkeys(("arrest", "detention"), "arrested"),
    "injury": "injured",
}
_STATES: Mapping[str, Fate] = {"dead": "dead", "wounded": "injured", "injured": "injured"}
"""How a verb leaves its object: "left 14 people dead", "shot dead"."""

_OF_TYPE: Mapping[str, frozenset[Fate]] = {
    "ASSAULT": frozenset(("dead", "injured")),
    "COERCE": frozenset(("arrested",)),
    "PROTEST": frozenset(("dead", "injured", "arrested")),
}
"""What belongs to an event of a type: those arrested after an attack belong to another."""

_SCALES = frozenset(("dozen", "hundred", "thousand", "million"))
_MOST = 100_000_000


@dataclass(frozen=True, slots=True)
class _Stated:
    """A count in the sentence; ``at`` is the word that tells the fate."""

    at: int
    fate: Fate
    count: int


def toll_of(syntax: SentenceSyntax, candidate: Candidate) -> Toll:
    """Return the counts that a sentence states of an event, each nearest to its predicate."""
    fates = _OF_TYPE.get(candidate.type, frozenset[Fate]())
    if not fates or candidate.modality != "ASSERTED":
        return Toll()
    nearest: dict[Fate, int] = {}
    stated = (one for one in _stated(syntax) if one.fate in fates)
    for one in sorted(stated, key=lambda one: abs(syntax.words[one.at].start - candidate.anchor)):
        nearest.setdefault(one.fate, one.count)
    return Toll(nearest.get("dead"), nearest.get("injured"), nearest.get("arrested"))


def _stated(syntax: SentenceSyntax) -> Iterator[_Stated]:
    for predication in syntax.predications:
        if not (predication.negated or predication.modal or predication.future):
            yield from _by_verb(syntax, predication)
            yield from _by_toll(syntax, predication)
    for phrase in syntax.phrases:
        fate = _NOUNS.get(syntax.words[phrase.head].lemma)
        behind = [one.phrase for one in syntax.trailing(phrase)[:1] if one.marker == "of"]
        if fate:
            yield from _counted(syntax, phrase.head, fate, behind or [phrase])


def _by_verb(syntax: SentenceSyntax, predication: Predication) -> Iterator[_Stated]:
    """Yield the count of those to whom a verb is done, or who suffer it."""
    if predication.lemma in _SUFFERED:
        fate = _SUFFERED[predication.lemma]
        yield from _counted(syntax, predication.head, fate, predication.subject)
        return
    done_to = predication.objects or (predication.subject if predication.passive else ())
    fate = _DONE.get(predication.lemma) or _left(syntax, predication, done_to)
    if fate:
        yield from _counted(syntax, predication.head, fate, done_to)


def _left(
    syntax: SentenceSyntax, predication: Predication, done_to: tuple[Phrase, ...]
) -> Fate | None:
    """Return how a verb leaves those to whom it is done, by the word behind it or behind them."""
    if not done_to or predication.lemma not in ("leave", "shoot", "find"):
        return None
    behind = max(predication.last, *(phrase.last for phrase in done_to))
    return _STATES.get(syntax.words[behind].lower) if behind < len(syntax.words) else None


def _by_toll(syntax: SentenceSyntax, predication: Predication) -> Iterator[_Stated]:
    """Yield what a death toll is or comes to: "the death toll rose to 1,200"."""
    heads = {syntax.words[phrase.head].lemma for phrase in predication.subject}
    if "toll" in heads:
        behind = [one.phrase for one in predication.obliques if one.marker in ("to", "at")]
        yield from _counted(syntax, predication.head, "dead", behind[:1] or predication.objects[:1])


def _counted(
    syntax: SentenceSyntax, at: int, fate: Fate, phrases: Iterable[Phrase]
) -> Iterator[_Stated]:
    """Yield the sum of those counts that the phrases state."""
    counts = [count for phrase in phrases if (count := _count(syntax, phrase)) is not None]
    if counts:
        yield _Stated(at, fate, sum(counts))


def _count(syntax: SentenceSyntax, phrase: Phrase) -> int | None:
    words = syntax.words[phrase.first : phrase.last]
    if phrase.time:
        return None
    number = _number(words)
    if number is None:
        return 1 if _is_one(words, syntax.words[phrase.head]) else None
    read = amount(number)
    whole = read is not None and read == int(read) and 0 < read < _MOST
    return int(read) if read is not None and whole else None


def _number(words: tuple[Word, ...]) -> str | None:
    """Return the words of the first number: "81", "two hundred", "a dozen"."""
    numeral = [word.kind == "number" or word.lower in _SCALES for word in words]
    if True not in numeral:
        return None
    first = numeral.index(True)
    last = next((i for i in range(first, len(words)) if not numeral[i]), len(words))
    if last < len(words) and words[last].lower in ("%", "percent", "per"):
        return None
    return " ".join(word.lower for word in words[first:last])


def _is_one(words: tuple[Word, ...], head: Word) -> bool:
    """Whether a phrase means one person: "a soldier"."""
    singular = head.lemma == head.lower and head.lemma in _persons()
    return singular and words[0].lower in ("a", "an", "another")


@cache
def _persons() -> frozenset[str]:
    return load_agent_nouns() | {"man", "woman", "child", "boy", "girl", "person"}
