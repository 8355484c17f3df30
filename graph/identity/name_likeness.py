"""Likeness of full names: the same words, spellings of them, initials, and words left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph.identity.closed_words import GENERATIONS, SONS
from graph.identity.first_names import is_common
from graph.identity.names import Name
from graph.identity.sounds import sound_the_same
from graph.identity.spelling import NEAR, by_ear
from graph.identity.systems import are_transcriptions
from graph.identity.traditions import PLAIN, Tradition, is_one_spelling
from graph.identity.word_likeness import (
    OTHER,
    SAME,
    SOUNDS,
    SPELLED,
    STANDS_FOR,
    word_likeness,
)

SHORTER: Final = 0.86
"""What is left of a name with words left out inside."""

ADDED: Final = 0.85
"""What is left of a name to which others were added at an end."""

INITIALS: Final = 0.85
"""What is left of a name of which all first names are cut to their initials: P. W. Botha."""

DOUBTFUL: Final = 0.72
"""What is left where several things are to be excused: nation and office must help."""

Told = tuple[float, str]


@dataclass(frozen=True, slots=True)
class NameLikeness:
    """Compares full names that are written in one tradition."""

    tradition: Tradition = PLAIN

    def of(self, one: Name, other: Name) -> Told:
        """How alike two full names are, from 0 to 1, and why."""
        if one.joined == other.joined:
            return SAME, "the same name"
        if one.sorted_words == other.sorted_words:
            # Salman bin Hamad is the father of Hamad bin Salman.
            if SONS.isdisjoint(one.words):
                return SAME, "the same name"
            return OTHER, "a father and a son"
        mine, his = _parted(one.told_in(self.tradition))
        theirs, hers = _parted(other.told_in(self.tradition))
        alike, told = self._words_alike(mine, theirs)
        if his == hers or not alike:
            return alike, told
        if his and hers:
            return OTHER, "names of other generations"
        return min(alike, DOUBTFUL), f"{told}, and one is told apart by {his or hers}"

    def of_words(self, one: str, other: str) -> float:
        """How alike two words of names are, from 0 to 1."""
        return SAME if one == other else word_likeness(one, other, self.tradition)

    def _words_alike(self, one: Sequence[str], other: Sequence[str]) -> Told:
        if min(len(one), len(other)) < 2:
            return OTHER, "other names"
        if "".join(one) == "".join(other):
            return SAME, "the same name"
        short, full = sorted((one, other), key=len)
        if self._sound_the_same(short, full):
            return SOUNDS, "the same name in another spelling"
        if len(short) == len(full):
            turned = (self._aligned(words, full) for words in _turned(short))
            return max(self._within(short, full), *turned)
        return max(self._within(short, full), self._at_an_end(short, full))

    def _sound_the_same(self, short: Sequence[str], full: Sequence[str]) -> bool:
        """Whether two names sound the same in a row, wherever their words are parted."""
        if self.tradition.spelling == "SYSTEMS" and any(
            are_transcriptions(words, full, self.tradition) for words in _turned(short)
        ):
            return True
        mine, theirs = "".join(short), "".join(full)
        if self.tradition.spelling == "LOOSE" and not by_ear(mine, theirs, self.tradition):
            return True
        initials = any(len(word) == 1 for word in (*short[1:-1], *full[1:-1]))
        if initials or len(short) == len(full):
            return False
        if self.tradition.spelling == "FIXED":
            return is_one_spelling(mine, theirs)
        if sound_the_same(mine, theirs):
            return True
        return (
            self.tradition.spelling == "LOOSE" and by_ear(mine, theirs, self.tradition) <= NEAR / 2
        )

    def _aligned(self, one: Sequence[str], other: Sequence[str]) -> Told:
        """Names of as many words, word by word."""
        alike = [self.of_words(*pair) for pair in zip(one, other, strict=True)]
        excused = [value for value in alike if value < SOUNDS]
        if OTHER in alike:
            return OTHER, "other names"
        if len(excused) > 1 or (SPELLED in alike and SOUNDS in alike):
            return DOUBTFUL, "names of which several words are spelled in other ways"
        return min(alike), "the same name in another spelling"

    def _within(self, short: Sequence[str], full: Sequence[str]) -> Told:
        """A name that is the other with words left out inside, or cut to their initials."""
        first = self.of_words(short[0], full[0])
        last = self.of_words(short[-1], full[-1])
        remaining = iter(full[1:-1])
        if last < SOUNDS or not all(
            any(self._is_cut(word, other) for other in remaining) for word in short[1:-1]
        ):
            return OTHER, "other names"
        if first and short[1:-1] and all(len(word) == 1 for word in (*short[1:-1], *full[1:-1])):
            return DOUBTFUL, "the same name with other initials"
        if first:
            common = len(short) == 2 and all(map(is_common, short))
            return min(first, DOUBTFUL if common else SHORTER), "the same name with more words"
        # With an initial for the first name it could be a brother's: other grounds must help.
        if self._is_cut(short[0], full[0]):
            initials = max(sum(len(word) == 1 for word in some[:-1]) for some in (short, full))
            if initials > 1 and len(short) == len(full):
                return INITIALS, "the same name with all its initials"
            return 0.7, "the same name with an initial"
        return OTHER, "other names"

    def _is_cut(self, word: str, other: str) -> bool:
        if 1 in (len(word), len(other)):
            return word[0] == other[0]
        return self.of_words(word, other) >= SOUNDS

    def _at_an_end(self, short: Sequence[str], full: Sequence[str]) -> Told:
        """A name to which a second family name, or those of the fathers, were added."""
        size = len(short)
        for end in (full[:size], full[-size:]):
            alike = min(map(self.of_words, short, end))
            if alike >= STANDS_FOR:
                added = self._added(short) if alike >= SOUNDS else DOUBTFUL
                return added, "the same name with more words at one end"
        return OTHER, "other names"

    def _added(self, short: Sequence[str]) -> float:
        """What is left of two words, which many may share if both are common as first names."""
        if len(short) > 2:
            return ADDED
        known = self.tradition.added and not all(is_common(word) for word in short)
        return ADDED if known else DOUBTFUL


def _parted(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The words of a name, and the one at its end that tells the generation."""
    if len(words) > 2 and words[-1] in GENERATIONS:
        return words[:-1], words[-1]
    return words, ""


def _turned(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """The words in the orders in which a family name can stand."""
    yield words
    yield (*words[1:], words[0])
    if len(words) > 2:
        yield (words[-1], *words[:-1])
