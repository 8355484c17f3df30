"""Modality: whether an event is told as a fact, planned, supposed or denied."""

from collections.abc import Mapping
from datetime import date

from graph.facts import DateInterval
from loaders.events.candidate import Modality
from loaders.events.control import effect_of
from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Predication, SentenceSyntax

_CONDITIONS = frozenset(("if", "unless", "whether", "lest", "once", "until"))
_POSSIBLE = frozenset(("may", "might", "could", "can", "should", "must", "ca"))
_DEMANDING = frozenset(("must", "should"))
_CHARGES = frozenset(("allege", "suspect", "suggest"))
_DENIALS = frozenset(("deny", "rule out", "dismiss"))

_UNDER_CONTROL: Mapping[str, Modality] = {
    "PROMISE": "FUTURE",
    "FUTURE": "FUTURE",
    "REFUSE": "NEGATED",
    "NEGATION": "NEGATED",
    "THREATEN": "FUTURE",
    "REQUEST": "HYPOTHETICAL",
    "ATTEMPT": "HYPOTHETICAL",
    "ABILITY": "HYPOTHETICAL",
    "HYPOTHETICAL": "HYPOTHETICAL",
}
_DECISIONS = frozenset(("decide", "move", "proceed", "vote"))


def modality_of(syntax: SentenceSyntax, number: int) -> Modality:
    """Return the modality of a predication, from its own words and what it hangs on."""
    if _shares_modal(syntax, number):
        return modality_of(syntax, number - 1)
    predication = syntax.predications[number]
    own = _own(predication)
    governor = predication.governor
    if governor is None or governor >= number or own == "NEGATED":
        return own
    above = syntax.predications[governor]
    if predication.link == "complement":
        return _controlled(syntax, governor, above)
    if predication.link == "clause":
        return _reported(above, own, wanted=is_wanted(syntax, number))
    if predication.link == "manner" and predication.marker == "of" and own == "ASSERTED":
        # "accused of arming rebels": what somebody is charged with is not told as a fact.
        return "HYPOTHETICAL"
    shares = predication.link == "coordinate" and not predication.past
    if own == "ASSERTED" and (shares or predication.link == "manner"):
        return modality_of(syntax, governor)
    return own


def _shares_modal(syntax: SentenceSyntax, number: int) -> bool:
    """Whether a verb goes on behind the modal of the one before: "that it would stop and sign"."""
    predication, before = syntax.predications[number], syntax.predications[number - 1]
    if number == 0 or predication.governor is None or predication.modal or predication.future:
        return False
    verb = syntax.words[predication.head]
    bare = predication.finite and verb.lower == verb.lemma and not predication.passive
    siblings = (before.governor, before.link) == (predication.governor, predication.link)
    shared = siblings and before.subject == predication.subject
    return bare and shared and bool(before.modal or before.future)


def _own(predication: Predication) -> Modality:
    if predication.marker in _CONDITIONS:
        return "HYPOTHETICAL"
    if predication.negated:
        return "NEGATED"
    if predication.future:
        return "FUTURE"
    if predication.modal == "would":
        return "FUTURE" if predication.link == "clause" else "HYPOTHETICAL"
    return "HYPOTHETICAL" if predication.modal in _POSSIBLE else "ASSERTED"


def _controlled(syntax: SentenceSyntax, governor: int, above: Predication) -> Modality:
    outer = modality_of(syntax, governor)
    if outer == "NEGATED":
        return "NEGATED"
    effect = effect_of(syntax, above)
    if effect == "CAUSE":
        return outer
    if effect == "BEGIN":
        return "FUTURE" if above.lemma in _DECISIONS else outer
    return _UNDER_CONTROL.get(effect or "", "HYPOTHETICAL")


def is_wanted(syntax: SentenceSyntax, number: int) -> bool:
    """Whether a clause tells what somebody asks for: "demanded that the rebels free him"."""
    clause = syntax.predications[number]
    above = syntax.governor(clause)
    if above is None or clause.link != "clause" or clause.marker != "that":
        return False
    speaks = above.lemma in word_list("speaking_verbs")
    return effect_of(syntax, above) == "REQUEST" and not speaks


def is_demanding(syntax: SentenceSyntax, number: int) -> bool:
    """Whether a clause says what somebody has to do: "said Lima must, or had to, pay"."""
    clause = syntax.predications[number]
    obliged = clause.lemma == "have" and any(
        one.governor == number and one.marker == "to" for one in syntax.predications
    )
    return clause.modal in _DEMANDING or obliged


def _reported(above: Predication, own: Modality, *, wanted: bool) -> Modality:
    if wanted and own == "ASSERTED":
        return "HYPOTHETICAL"
    if above.lemma in _DENIALS and own == "ASSERTED":
        return "NEGATED"
    if above.lemma in _CHARGES and own == "ASSERTED":
        return "HYPOTHETICAL"
    return "HYPOTHETICAL" if above.negated and own == "ASSERTED" else own


def settled(modality: Modality, days: DateInterval, published: date | None) -> Modality:
    """Return FUTURE for what is told as a fact but lies after publication."""
    later = published is not None and days.earliest > published.isoformat()
    return "FUTURE" if later and modality == "ASSERTED" else modality
