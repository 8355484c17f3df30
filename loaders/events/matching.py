"""Matching: whether the words around a predicate are those of a pattern."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from loaders.events.pattern import Element, Pattern
from loaders.gazetteer.agent_noun import load_agent_nouns
from loaders.gazetteer.table import read_table
from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Phrase, Predication, SentenceSyntax, Word

_INSIDE_PHRASE = frozenset(
    (
        "determiner",
        "possessive",
        "adjective",
        "adverb",
        "number",
        "genitive",
        "name",
        "noun",
        "mark",
    )
)
_BARRIERS = frozenset(("subordinator", "relative", "verb", "modal"))
_REACH = 9
"""Words that may stand between two elements of a pattern."""


@cache
def load_likenesses() -> Mapping[str, frozenset[str]]:
    """Return the nouns of patterns that a noun may stand for, as "accord" for "agreement"."""
    found: dict[str, frozenset[str]] = {}
    for row in read_table("noun_classes"):
        found[row["word"]] = found.get(row["word"], frozenset()) | {row["like"]}
    return MappingProxyType(found)


def _passes(word: Word) -> bool:
    """Whether a word may stand between two words of a pattern."""
    return word.kind in _INSIDE_PHRASE or word.kind == "coordinator" or word.time


def _is_function_word(word: str) -> bool:
    particle = word in word_list("particles_of_verbs")
    return particle or word == "to" or word in word_list("prepositions")


SpanTest = Callable[[Word, str], bool]


@dataclass(frozen=True, slots=True)
class Matched:
    """What a pattern took: the phrase in each slot, and the words that it names."""

    recipient: Phrase | None = None
    words: tuple[int, ...] = ()


class Matcher:
    """Matches patterns in one sentence; ``names`` tells a name that stands for a pattern's word."""

    def __init__(self, syntax: SentenceSyntax, names: SpanTest) -> None:
        self._syntax = syntax
        self._words = syntax.words
        self._names = names
        self._starts = {phrase.first: phrase for phrase in syntax.phrases}
        self._over = {
            index: phrase for phrase in syntax.phrases for index in range(phrase.first, phrase.last)
        }

    def verbal(self, predication: Predication, pattern: Pattern) -> Matched | None:
        """Match a pattern after a verb; in the passive its subject comes before what follows."""
        order = list(range(predication.head + 1, len(self._words)))
        moved = predication.subject if predication.passive else predication.objects
        before = [phrase for phrase in moved if phrase.last <= predication.first]
        lead = [index for phrase in before for index in range(phrase.first, phrase.last)]
        if " " in predication.lemma and predication.last == predication.head + 2:
            # "Talks were broken off": the particle belongs to the verb.
            return self._after([*order[:1], *lead, *order[1:]], pattern.after)
        return self._after(lead + order, pattern.after)

    def nominal(self, phrase: Phrase, pattern: Pattern) -> Matched | None:
        """Match a pattern around the head of a phrase."""
        inside = [self._words[index].lemma for index in range(phrase.first, phrase.head)]
        lowers = [self._words[index].lower for index in range(phrase.first, phrase.head)]
        if not all(word in inside or word in lowers for word in pattern.before):
            return None
        return self._after(list(range(phrase.head + 1, len(self._words))), pattern.after)

    def _after(self, order: Sequence[int], elements: Sequence[Element]) -> Matched | None:
        recipient: Phrase | None = None
        taken: list[int] = []
        position = 0
        for number, element in enumerate(elements):
            if element.slot:
                position = self._slot(order, position, element)
                phrase = self._phrase_before(order, position)
                if element.slot == "R" and recipient is None:
                    recipient = phrase
            else:
                position = self._word(order, position, element.word, first=number == 0)
                taken.append(order[position - 1] if position > 0 else -1)
            if position < 0:
                return None
        return Matched(recipient, tuple(taken))

    def _phrase_before(self, order: Sequence[int], position: int) -> Phrase | None:
        return self._over.get(order[position - 1]) if position > 0 else None

    def _slot(self, order: Sequence[int], position: int, element: Element) -> int:
        """Return the position behind the phrase that fills a slot, or -1."""
        begin = position
        while position < len(order):
            word = self._words[order[position]]
            phrase = self._starts.get(order[position])
            if phrase and not phrase.time:
                return position + (phrase.last - phrase.first)
            if element.slot == "X" and not word.time:
                # "Called for April." calls for nothing.
                return -1 if word.kind == "mark" and position > begin else position + 1
            passing = word.kind == "adverb" or word.time or word.text == '"'
            if not passing:
                return -1
            position += 1
        return -1

    def _word(self, order: Sequence[int], position: int, wanted: str, *, first: bool) -> int:
        """Return the position behind a word of the pattern, or -1."""
        function = _is_function_word(wanted)
        reach = 2 if first and wanted in word_list("particles_of_verbs") else _REACH
        for offset in range(position, min(position + reach, len(order))):
            word = self._words[order[offset]]
            if self._is(word, wanted):
                if function or word.kind == "verb" or self._heads(order[offset], word, wanted):
                    return offset + 1
            elif self._leads_to(order[offset], wanted):
                continue
            elif (word.kind in _BARRIERS and not self._is_infinitive_marker(word)) or (
                not function and not _passes(word)
            ):
                return -1
        return -1

    def _leads_to(self, index: int, wanted: str) -> bool:
        """Whether a word stands before the wanted head of its phrase: "more than ten refugees"."""
        phrase = self._over.get(index)
        return (
            phrase is not None
            and index < phrase.head
            and self._is(self._words[phrase.head], wanted)
        )

    def _is_infinitive_marker(self, word: Word) -> bool:
        return word.kind == "to"

    def _is(self, word: Word, wanted: str) -> bool:
        if word.lemma == wanted or word.lower == wanted or self._names(word, wanted):
            return True
        return word.kind != "verb" and wanted in load_likenesses().get(word.lemma, ())

    def _heads(self, index: int, word: Word, wanted: str) -> bool:
        """Whether a word is the head of its phrase, or part of the name that is."""
        phrase = self._over.get(index)
        if phrase is None or phrase.head == index or self._names(word, wanted):
            return True
        if self._words[phrase.head].kind == "name" and wanted in load_agent_nouns():
            return True
        following = self._words[index + 1] if index + 1 < len(self._words) else None
        return following is not None and following.kind not in ("noun", "name", "mark")
