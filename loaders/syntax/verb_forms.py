"""The forms of verbs: from an inflected word to its lemma and forms."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from loaders.gazetteer.table import read_table, split_cell

VerbForm = Literal["base", "present", "past", "participle", "gerund"]

_VOWELS = "aeiou"
_NO_VERBS = frozenset(
    [
        "will",
        "can",
        "could",
        "may",
        "might",
        "shall",
        "should",
        "would",
        "no",
        "not",
        "never",
        "without",
    ]
)
"""Words of the tables that are not inflected."""


def _third_person(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _stems(lemma: str) -> tuple[str, ...]:
    """Return the stems before -ed and -ing; a last consonant may be doubled."""
    closed = len(lemma) > 2 and lemma[-1] not in "aeiouwxy" and lemma[-2] in _VOWELS
    return (lemma, lemma + lemma[-1]) if closed and lemma[-3] not in _VOWELS else (lemma,)


def _past_forms(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("e"):
        return (lemma + "d",)
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return (lemma[:-1] + "ied",)
    return tuple(stem + "ed" for stem in _stems(lemma))


def _gerunds(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("ie"):
        return (lemma[:-2] + "ying",)
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return (lemma[:-1] + "ing",)
    return tuple(stem + "ing" for stem in _stems(lemma))


def _forms(lemma: str, past: str, participle: str) -> Iterator[tuple[str, VerbForm]]:
    yield lemma, "base"
    yield _third_person(lemma), "present"
    for form in split_cell(past) or _past_forms(lemma):
        yield form, "past"
    for form in split_cell(participle) or split_cell(past) or _past_forms(lemma):
        yield form, "participle"
    for form in _gerunds(lemma):
        yield form, "gerund"


Readings = Mapping[VerbForm, str]


@cache
def load_verb_forms() -> Mapping[str, Readings]:
    """Return each known form of a verb with what it may be and its lemma."""
    readings: dict[str, dict[VerbForm, str]] = {}
    known = {row["lemma"] for row in read_table("verbs")}
    rows = [(row["lemma"], row["past"], row["participle"]) for row in read_table("verbs")]
    rows.extend((lemma, "", "") for lemma in sorted(_tabled_lemmas() - known))
    for lemma, past, participle in rows:
        for word, form in _forms(lemma, past, participle):
            readings.setdefault(word, {}).setdefault(form, lemma)
    return MappingProxyType(readings)


def _tabled_lemmas() -> set[str]:
    tables = read_table("predicates"), read_table("control_verbs")
    verbs = {row["lemma"] for table in tables for row in table if row.get("pos", "VERB") == "VERB"}
    return {lemma for lemma in verbs - _NO_VERBS if lemma.replace("-", "").isalpha()}


def guess_lemma(word: str) -> str:
    """Return the likely lemma of an unknown word in -ed or -ing."""
    stem = word[:-3] if word.endswith("ing") else word[:-2]
    if word.endswith("ied"):
        return word[:-3] + "y"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    needs_e = stem.endswith(("at", "iz", "is", "v", "c", "g", "u", "bl", "pl", "dl", "tl", "gl"))
    return stem + "e" if needs_e else stem


_ENDINGS: tuple[tuple[str, VerbForm], ...] = (
    ("ing", "gerund"),
    ("ed", "past"),
    ("s", "present"),
    ("'re", "present"),
    ("'m", "present"),
    ("'ve", "present"),
    ("'d", "past"),
)
_LIKELIEST: tuple[VerbForm, ...] = ("past", "present", "gerund", "participle")
_IRREGULAR: Mapping[str, VerbForm] = MappingProxyType(
    {
        **dict.fromkeys(("is", "are", "am", "has", "does", "have", "do"), "present"),
        **dict.fromkeys(("was", "were", "had", "did"), "past"),
        **dict.fromkeys(("been", "done"), "participle"),
        **dict.fromkeys(("being", "having", "doing"), "gerund"),
        "be": "base",
    }
)


def form_of(lower: str, asked: VerbForm | None = None) -> VerbForm:
    """Return the form of a verb; ``asked`` is the one that its auxiliaries ask for."""
    readings = load_verb_forms().get(lower, {})
    if asked and (asked in readings or not readings):
        return asked
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    for form in _LIKELIEST:
        if form in readings:
            return form
    if "base" in readings:
        return "present"
    for ending, form in _ENDINGS:
        if lower.endswith(ending):
            return form
    return "present"
