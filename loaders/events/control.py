"""Control: what a verb does to the infinitive behind it, as in "refused to meet"."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from loaders.gazetteer.table import read_table
from loaders.syntax.analysis import Predication, SentenceSyntax

COOPERATIVE = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE", "CONCEDE", "RETREAT"))

HOSTILE = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"))

_COMPOSED: Mapping[str, str] = {"REFUSE": "REJECT", "THREATEN": "THREATEN", "REQUEST": "REQUEST"}

_SOUGHT: Mapping[str, str] = {
    "CONSULT": "meet",
    "AGREE": "meet",
    "AID": "assist",
    "COOPERATE": "assist",
    "SUPPORT": "change",
    "RETREAT": "yield",
    "CONCEDE": "yield",
}
"""The mode of REQUEST and REJECT by what is asked for or refused."""

_THREATENED: Mapping[str, str] = {
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
    "SANCTION": "relations",
    "COERCE": "restrict",
}

_ENDED = frozenset(("COERCE", "SANCTION", "PROTEST", "ACCUSE", "THREATEN", "REJECT"))
"""Types of what it is a concession to stop."""

_SOLEMN = frozenset(("vow", "swear", "pledge", "promise", "threaten", "warn"))


@cache
def load_control() -> Mapping[str, str]:
    """Return the effects of control by lemma; "be willing" and its like keep their "be"."""
    rows = read_table("control_verbs")
    return MappingProxyType({row["lemma"]: row["effect"] for row in rows})


def effect_of(syntax: SentenceSyntax, predication: Predication) -> str | None:
    """Return what a verb does to the infinitive behind it, if anything."""
    control = load_control()
    if predication.passive:
        participle = f"be {syntax.words[predication.head].lower}"
        if participle in control:
            return control[participle]
    return control.get(predication.lemma)


def refused_mode(type_: str) -> str:
    """Return the mode of REJECT by the type of what is refused."""
    return _SOUGHT.get(type_, "change")


def threatened_mode(type_: str) -> str | None:
    """Return the mode of THREATEN by the type of what is threatened."""
    return _THREATENED.get(type_)


def composed(
    effect: str, lemma: str, type_: str, mode: str | None
) -> tuple[str, str | None] | None:
    """Return type and mode of a verb with the infinitive behind it, or None for no event.

    A promise of something friendly is AGREE, a vow of something hostile THREATEN; what is agreed
    or refused, asked for or threatened, gives the mode.
    """
    if effect == "PROMISE":
        if type_ in COOPERATIVE:
            return "AGREE", None
        return ("THREATEN", _THREATENED.get(type_)) if lemma in _SOLEMN else (type_, mode)
    if effect == "STOP":
        return _stopped(type_)
    outer = _COMPOSED.get(effect)
    if outer is None:
        return None
    if outer == "THREATEN":
        return outer, _THREATENED.get(type_)
    return outer, _SOUGHT.get(type_, "change")


def _stopped(type_: str) -> tuple[str, str | None] | None:
    """Return type and mode of an end to what a gerund tells: "stopped shelling the port"."""
    if type_ in COOPERATIVE:
        return "SANCTION", "discontinue"
    if type_ in ("ASSAULT", "MOBILIZE"):
        return "RETREAT", "ceasefire" if type_ == "ASSAULT" else "withdraw"
    return ("CONCEDE", None) if type_ in _ENDED else None
