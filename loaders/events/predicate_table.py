"""The table of predicates: which verbs and nouns tell events, of which type."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Literal, cast, get_args

from graph.errors import InputError
from loaders.events.pattern import Pattern, parse_pattern
from loaders.gazetteer.table import read_table
from loaders.syntax.lemmas import verb_lemma

FrameName = Literal[
    "SUBJ_OBJ", "OBJ_SUBJ", "SUBJ_PREP", "SUBJ_ONLY", "RECIPROCAL", "NOUN_PREP", "NOUN_ONLY"
]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where actor and recipient stand; ``markers`` are prepositions before the recipient."""

    name: FrameName
    markers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Predicate:
    """A row of ``predicates.csv``: a verb or noun in a pattern, and what event it tells."""

    lemma: str
    pattern: Pattern
    type: str
    mode: str | None
    frame: Frame


Predicates = Mapping[str, Sequence[Predicate]]


def _frame(text: str) -> Frame:
    name, _, markers = text.partition(":")
    if name not in get_args(FrameName):
        raise InputError(f"predicates.csv has the unknown frame {text!r}.", fix="Correct the row.")
    return Frame(cast("FrameName", name), tuple(markers.split("|")) if markers else ())


def _predicate(row: Mapping[str, str]) -> Predicate:
    lemma, pattern = row["lemma"], parse_pattern(row["lemma"], row["pattern"])
    if lemma == "be" and pattern.after:
        lemma = f"be {pattern.after[0].word}"
        pattern = Pattern((), pattern.after[1:])
    if row["pos"] == "NOUN" and " " in lemma:
        *modifiers, lemma = lemma.split()
        pattern = Pattern((*pattern.before, *modifiers), pattern.after)
    return Predicate(lemma, pattern, row["type"], row["mode"] or None, _frame(row["frame"]))


def _indexed(part: str) -> Predicates:
    found: dict[str, list[Predicate]] = {}
    for row in read_table("predicates"):
        if row["pos"] == part:
            predicate = _predicate(row)
            found.setdefault(predicate.lemma, []).append(predicate)
    for rows in found.values():
        rows.sort(key=lambda one: one.pattern.weight, reverse=True)
    return MappingProxyType(found)


@cache
def load_verbs() -> Predicates:
    """Return the verbs by their lemma, the pattern that asks for most first."""
    return _indexed("VERB")


@cache
def load_nouns() -> Predicates:
    """Return the nouns by the last word of their lemma, the pattern that asks for most first."""
    return _indexed("NOUN")


@cache
def gerund(lemma: str) -> Predicate | None:
    """Return what a noun made of a verb tells, as the verb by itself: "the shelling of"."""
    rows = load_verbs().get(verb_lemma(lemma), ()) if lemma.endswith("ing") else ()
    for row in rows:
        if row.pattern == Pattern() and row.frame.name == "SUBJ_OBJ":
            return replace(row, lemma=lemma, frame=Frame("NOUN_PREP", ("of",)))
    return None
