"""Likeness of full names: the same words, spellings of them, initials, and words left out."""

from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz.distance import Levenshtein

from graph.identity.closed_words import GENERATIONS
from graph.identity.first_names import STANDING
from graph.identity.names import Name
from graph.identity.sounds import sound_alike, sound_the_same

LONG: Final = 8
"""Letters of a word in which one that differs may be a matter of spelling."""

SAME, SOUNDS, STANDS_FOR, SPELLED, OTHER = 1.0, 0.92, 0.88, 0.87, 0.0
"""How alike two words are."""

DOUBTFUL: Final = 0.72
"""What is left where several things are to be excused: nation and office must help."""

Told = tuple[float, str]


def name_likeness(one: Name, other: Name) -> Told:
    """How alike two full names are, from 0 to 1, and why."""
    if one.joined == other.joined or one.sorted_words == other.sorted_words:
        return SAME, "the same name"
    mine, his = _parted(one)
    theirs, hers = _parted(other)
    alike, told = _words_alike(mine, theirs)
    if his == hers or not alike:
        return alike, told
    if his and hers:
        return OTHER, "names of other generations"
    return min(alike, DOUBTFUL), f"{told}, and one is told apart by {his or hers}"


def _parted(name: Name) -> tuple[tuple[str, ...], str]:
    """The words of a name, and the one at its end that tells the generation."""
    words = name.telling
    if len(words) > 2 and words[-1] in GENERATIONS:
        return words[:-1], words[-1]
    return words, ""


def _words_alike(one: Sequence[str], other: Sequence[str]) -> Told:
    if min(len(one), len(other)) < 2:
        return OTHER, "other names"
    if "".join(one) == "".join(other):
        return SAME, "the same name"
    short, full = sorted((one, other), key=len)
    if len(short) == len(full):
        return max(_within(short, full), *(_aligned(turned, full) for turned in _turned(short)))
    middle = (*short[1:-1], *full[1:-1])
    initials = any(len(word) == 1 for word in middle)
    if not initials and sound_the_same("".join(short), "".join(full)):
        return SOUNDS, "the same name in another spelling"
    return max(_within(short, full), _at_an_end(short, full))


def _turned(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """The words in the orders in which a family name can stand."""
    yield words
    yield (*words[1:], words[0])
    if len(words) > 2:
        yield (words[-1], *words[:-1])


def _word_likeness(one: str, other: str) -> float:
    if one == other:
        return SAME
    if sound_alike(one, other):
        return SOUNDS
    if one in STANDING and STANDING[one] == STANDING.get(other):
        return STANDS_FOR
    if is_misspelled(one, other):
        return SPELLED
    return OTHER


def is_misspelled(one: str, other: str) -> bool:
    """Whether two long words differ in a letter, as by a slip."""
    return min(len(one), len(other)) >= LONG and Levenshtein.distance(one, other) == 1


def _aligned(one: Sequence[str], other: Sequence[str]) -> Told:
    """Names of as many words, word by word."""
    alike = [_word_likeness(*pair) for pair in zip(one, other, strict=True)]
    excused = [value for value in alike if value < SOUNDS]
    if OTHER in alike:
        return OTHER, "other names"
    if len(excused) > 1 or (SPELLED in alike and SOUNDS in alike):
        return DOUBTFUL, "names of which several words are spelled in other ways"
    return min(alike), "the same name in another spelling"


def _within(short: Sequence[str], full: Sequence[str]) -> Told:
    """A name that is the other with words left out between the ends, or cut to their initials."""
    first = _word_likeness(short[0], full[0])
    last = _word_likeness(short[-1], full[-1])
    remaining = iter(full[1:-1])
    if last < SOUNDS or not all(
        any(_is_cut(word, other) for other in remaining) for word in short[1:-1]
    ):
        return OTHER, "other names"
    if first and short[1:-1] and all(len(word) == 1 for word in (*short[1:-1], *full[1:-1])):
        return DOUBTFUL, "the same name with other initials"
    if first:
        return min(first, 0.9), "the same name with more words"
    # With an initial for the first name it could be a brother's: other grounds must help.
    if _is_cut(short[0], full[0]):
        return 0.7, "the same name with an initial"
    return OTHER, "other names"


def _is_cut(word: str, other: str) -> bool:
    return sound_alike(word, other) or (1 in (len(word), len(other)) and word[0] == other[0])


def _at_an_end(short: Sequence[str], full: Sequence[str]) -> Told:
    """A name to which a second family name, or those of the fathers, were added."""
    size = len(short)
    if all(map(sound_alike, short, full[:size])) or all(map(sound_alike, short, full[-size:])):
        alike = 0.85 if size > 2 else DOUBTFUL
        return alike, "the same name with more words at one end"
    return OTHER, "other names"
