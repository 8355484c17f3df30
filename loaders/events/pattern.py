"""Patterns: what stands around a predicate, as the table writes it.

A pattern is written in lemmas: "impose sanction on {R}", "threaten to annex {R}", "peace
conference". {R} is the recipient, {A} and {X} anybody and anything.
"""

from dataclasses import dataclass
from typing import Literal

SlotName = Literal["R", "A", "X"]
_SLOTS: dict[str, SlotName] = {"{R}": "R", "{A}": "A", "{X}": "X"}


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a pattern: a word, or a slot for a phrase."""

    word: str = ""
    slot: SlotName | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """The elements before and after the predicate's own words."""

    before: tuple[str, ...] = ()
    after: tuple[Element, ...] = ()

    @property
    def weight(self) -> tuple[int, int]:
        """How much the pattern asks for: words first, then slots."""
        words = len(self.before) + sum(1 for element in self.after if element.word)
        return words, len(self.after) + len(self.before) - words

    @property
    def infinitive(self) -> bool:
        """Whether the pattern reaches into an infinitive ("threaten to annex")."""
        return any(element.word == "to" for element in self.after) and any(
            first.word == "to" and second.slot != "R"
            for first, second in zip(self.after, self.after[1:], strict=False)
        )


def parse_pattern(lemma: str, text: str) -> Pattern:
    """Read a pattern; one that does not hold its lemma stands for words after it."""
    words = text.split()
    own = lemma.split()
    if not words:
        return Pattern()
    for start in range(len(words) - len(own) + 1):
        if words[start : start + len(own)] == own:
            after = words[start + len(own) :]
            return Pattern(tuple(words[:start]), tuple(_element(word) for word in after))
    return Pattern((), tuple(_element(word) for word in words))


def _element(word: str) -> Element:
    slot = _SLOTS.get(word)
    return Element(slot=slot) if slot else Element(word=word)
