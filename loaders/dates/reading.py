"""What rules are made of: a rule, the context it reads in, and the readings it yields."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch of text read as an expression of time.

    ``relative`` says that the value was reckoned from the date of publication. ``blank`` is the
    value to give when that date is unknown; without it the digits of the value become X.
    ``anchor`` says that later expressions ("the next day") may be reckoned from this one.
    """

    start: int
    end: int
    type: TimexType
    value: str
    relative: bool = False
    blank: str | None = None
    anchor: bool = True


Readings = tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A date that is written with its year: what a story is told in.

    ``value`` begins with the year and may go on with the month, ``start`` is where it stands, and
    ``opens`` says that it opens its sentence. ``reckoned`` says that the year was not written but
    told by its distance: "three years ago", "last year".
    """

    value: str
    start: int
    opens: bool
    reckoned: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """Where a rule reads.

    ``published`` is the day from which relative expressions are reckoned; ``reference`` the value
    of the last date before this point, else that day; ``sentence`` the bounds of the sentence.
    ``recent`` is where the sentence before it begins, ``fresh`` says that the reference was named
    since then, and ``frame`` is the last date with its year in this paragraph. ``behind`` is the
    value of the last date that was not yet to come; the reference itself if that stands in this
    sentence.
    """

    text: str
    published: date
    sentence: tuple[int, int]
    reference: str
    fresh: bool = True
    frame: Frame | None = None
    behind: str = ""
    recent: int = 0

    def before(self, position: int, length: int = 40) -> str:
        """Return the text of the sentence that ends at the position."""
        return self.text[max(self.sentence[0], position - length) : position]

    def after(self, position: int, length: int = 40) -> str:
        """Return the text of the sentence that begins at the position."""
        return self.text[position : min(self.sentence[1], position + length)]

    def word_before(self, position: int) -> str:
        """Return the word before the position, in small letters, empty if none is near."""
        words = _WORDS_BEFORE.search(self.before(position))
        return words[1].lower() if words else ""

    def word_after(self, position: int) -> str:
        """Return the word after the position, in small letters, empty if none is near."""
        words = _WORD_AFTER.match(self.after(position))
        return words[1].lower() if words else ""


# Only blanks, hyphens and quotes may stand between.
_WORDS_BEFORE = re.compile(r"([^\W\d_]+(?:'s)?)\.?[\s\-\u2013\"`']{0,4}$")
_WORD_AFTER = re.compile(r"[\s\-\u2013]{1,4}([^\W\d_]+)")

Builder = Callable[[re.Match[str], Context], Readings]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: a template, the kinds of word it can begin with, and what builds its readings.

    ``heads`` names kinds of the vocabulary (``kinds`` in ``loaders.dates.rules``) or words in small
    letters; ``#`` is any number in digits. A builder that refuses a match returns nothing.
    """

    heads: str
    template: str
    build: Builder


def whole(
    match: re.Match[str],
    kind: TimexType,
    value: str | None,
    *,
    relative: bool = False,
    blank: str | None = None,
    anchor: bool = True,
) -> Readings:
    """Return the whole match as one reading, or nothing if there is no value."""
    if value is None:
        return ()
    return (Reading(match.start(), match.end(), kind, value, relative, blank, anchor),)
