"""Clues: what is to be seen at a blank where a sentence may end.

The clues are part of the trained weights: whoever changes them must train anew
(``python -m loaders.training boundaries``).
"""

from bisect import bisect_right
from calendar import day_abbr, day_name, month_abbr, month_name
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.gazetteer.word_list import word_list
from loaders.text.chunk import ChunkForm

_LENGTHS = (1, 2, 3, 4, 6, 9, 14, 22, 40)
_QUARTERS = 4
_STOPS = frozenset(".!?")
_INNER = (
    word_list("abbreviations")
    - word_list("closing_abbreviations")
    - word_list("words_like_abbreviations")
)
_NOTHING = ChunkForm("", "", "", "")
_HALVES_OF_DAY = frozenset({"a.m", "p.m"})
_DAYS_AND_MONTHS = frozenset((*day_name, *month_name, *day_abbr, *month_abbr, "Sept")) - {""}


@dataclass(frozen=True, slots=True)
class Habits:
    """How a text is written: so much of it (0 to 4 quarters) ends, and goes on, as in print.

    ``stopped`` tells how many paragraphs end with a mark, ``capital`` after how many full stops a
    capital follows.
    """

    stopped: int
    capital: int

    @property
    def printed(self) -> bool:
        """Whether the text is written as in print, captions and bylines aside."""
        return self.stopped >= 2 and self.capital >= 3

    @classmethod
    def of(cls, paragraphs: Sequence[Sequence[ChunkForm]]) -> "Habits":
        """Return the habits of a text, from the forms of its paragraphs."""
        long = [forms for forms in paragraphs if len(forms) > 5]
        followed = [
            two.shape
            for forms in paragraphs
            for one, two in pairwise(forms)
            if one.after[-1:] in _STOPS and one.after
        ]
        return cls(
            _part(sum(_stopped(forms[-1]) for forms in long), len(long)),
            _part(sum(shape != "a" for shape in followed), len(followed)),
        )


def _part(count: int, total: int) -> int:
    """Return a share in quarters, rounded down; as in print when nothing is known."""
    return _QUARTERS * count // total if total else _QUARTERS


def _stopped(form: ChunkForm) -> bool:
    return any(mark in _STOPS for mark in form.after)


def is_place(one: ChunkForm, two: ChunkForm) -> bool:
    """Whether a sentence may end between two chunks: at a mark, or before no small letter.

    Behind an abbreviation such as "Gen." and behind an initial none ends, for a name follows, nor
    between letters and a number ("H.R. 1234"), nor between an hour and its day ("9 a.m. Tuesday")
    or what goes on in small letters ("At 9 a.m. he left").
    """
    if one.after == "." and (
        one.word in _INNER
        or (one.shape == "A" and one.word != "I")
        or ("." in one.word and two.shape == "9")
        or (
            one.word.lower() in _HALVES_OF_DAY
            and (two.shape == "a" or two.word in _DAYS_AND_MONTHS)
        )
    ):
        return False
    return bool(one.after) or not one.word or bool(two.before) or two.shape != "a"


def clues_at(
    forms: Sequence[ChunkForm], last: int, since: int, habits: Habits, *, ruled: bool
) -> tuple[str, ...]:
    """Return the clues behind the chunk ``last`` of a paragraph, always as many.

    ``since`` is how many chunks the sentence has had, and ``ruled`` whether the rules end it here.
    """
    before = forms[last - 1] if since > 1 else _NOTHING
    first, one, two = forms[last - since + 1], forms[last], forms[last + 1]
    after = forms[last + 2] if last + 2 < len(forms) else _NOTHING
    word, next_word = one.word.lower(), two.word.lower()
    rule = "+" if ruled else "-"
    marks = f"{one.after or (one.before if not one.word else '')}{rule}"
    opening = f"{two.before}{two.shape}"
    edge = f"{marks} {opening}"
    end = forms[-1]
    return (
        f"0|{rule}",
        f"1|{marks}",
        f"2|{edge}",
        f"3|{one.before}{one.shape} {edge}",
        f"4|{word} {marks}",
        f"5|{two.word} {marks}",
        f"6|{next_word} {edge}",
        f"7|{word} {next_word}",
        f"8|{one.shape} {edge} {two.after} {after.before}{after.shape}",
        f"9|{before.shape}{before.after} {one.shape} {edge}",
        f"10|{before.word.lower()} {word} {marks}",
        f"11|{next_word} {after.word.lower()} {rule}",
        f"12|{habits.stopped} {one.shape} {edge}",
        f"13|{habits.capital} {edge}",
        f"14|{habits.stopped}{habits.capital} {marks}",
        f"15|{bisect_right(_LENGTHS, len(forms) - last)} {edge}",
        f"16|{_stopped(end)} {edge}",
        f"17|{end.after} {marks}",
        f"18|{_kind(one.word)} {edge}",
        f"19|{first.shape} {first.before} {edge}",
    )


def _kind(word: str) -> str:
    """Return what a word may be that keeps its full stop."""
    if word in word_list("abbreviations"):
        return "abbreviation"
    return "letters" if "." in word else str(min(len(word), 5))
