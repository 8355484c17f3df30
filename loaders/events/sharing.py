"""Which clause a clause without a date of its own shares its date with.

A joined verb has the date of the one before it ("came on Monday and took away the men"), also where
both are what somebody said; a clause that another hangs on gives it its date, unless that only
reports it. A date is not shared by a verb in another tense ("signed it in March and has demanded
more").
"""

from loaders.syntax.analysis import Predication, SentenceSyntax

REPORTING_LINKS = frozenset(("clause",))


def shared_with(syntax: SentenceSyntax, number: int) -> int | None:
    """Return the predication whose date this one shares."""
    predication = syntax.predications[number]
    if predication.link in REPORTING_LINKS:
        return _sister(syntax, number)
    if predication.link == "relative" and not _goes_on(syntax, predication):
        return None
    if predication.link == "coordinate" and _is_of_another_time(syntax, predication):
        return None
    return predication.governor


def accompanies(syntax: SentenceSyntax, clause: Predication) -> bool:
    """Whether a participle tells what was done at the same time: "speaking", "asked"."""
    if clause.finite or clause.marker or clause.link not in ("relative", "adverbial"):
        return False
    return clause.verb == "ask" or syntax.words[clause.head].lower.endswith("ing")


def _sister(syntax: SentenceSyntax, number: int) -> int | None:
    """Return the clause that this one is joined to below the same verb of saying."""
    clause, before = syntax.predications[number], number - 1
    if before < 0:
        return None
    other = syntax.predications[before]
    joined = other.link == clause.link and other.governor == clause.governor
    if not joined or other.subject != clause.subject or not clause.subject:
        return None
    return before if _tense(syntax, clause) == _tense(syntax, other) else None


def _is_of_another_time(syntax: SentenceSyntax, clause: Predication) -> bool:
    """Whether a verb is joined in another tense: "signed it in March and has demanded more"."""
    if clause.governor is None or not clause.finite:
        return False
    above = syntax.predications[clause.governor]
    if above.future and clause.subject == above.subject and _is_bare(syntax, clause):
        return False  # "will meet on Friday and sign"
    return above.finite and _tense(syntax, clause) != _tense(syntax, above)


def _is_bare(syntax: SentenceSyntax, clause: Predication) -> bool:
    """Whether a verb stands as in the infinitive, without another of its own."""
    word = syntax.words[clause.head].lower
    return not clause.past and not clause.modal and word == clause.verb


def _tense(syntax: SentenceSyntax, clause: Predication) -> tuple[bool, bool, bool]:
    """Return whether a verb is in the future, in a past, and in the present perfect."""
    opening = [word.lower for word in syntax.words[clause.first : clause.head]]
    return clause.future, clause.past, "has" in opening or "have" in opening


def _goes_on(syntax: SentenceSyntax, clause: Predication) -> bool:
    """Whether a relative clause goes on with the story: "flew to Osaka, where he met Moon"."""
    above = syntax.predications[clause.governor] if clause.governor is not None else None
    if above is None or (clause.future, clause.past) != (above.future, above.past):
        return False
    # A place where something was (born, killed before) is told in a form of "be" or "have".
    between = [word.lower for word in syntax.words[above.head : clause.head]]
    return "where" in between and not clause.passive and "had" not in between
