"""Telling: how two predicates of a sentence stand, and what the one tells of the other.

A verb may tell the deed that its subject or object names, a clause what its verb introduces, a
participle more of what was done.
"""

from collections.abc import Iterable
from dataclasses import replace

from loaders.events.candidate import Candidate
from loaders.syntax.analysis import Phrase, Predication, SentenceSyntax

_AGAINST = frozenset(("ACCUSE", "SANCTION", "REJECT", "THREATEN"))
"""Types of what is done against somebody, from whom an envoy is then recalled."""


def verb_of(syntax: SentenceSyntax, candidate: Candidate) -> Predication | None:
    """Return the verb that tells an event, if a verb does."""
    return next(syntax.told_at(candidate.anchor), None)


def are_chained(syntax: SentenceSyntax, one: Candidate, other: Candidate) -> bool:
    """Whether two verbs say one thing of the same people: "would keep cooperating with"."""
    everyone, others = ({*each.actors, *each.recipients} for each in (one, other))
    shared = {*one.actors} & {*other.actors}
    if one.modality != other.modality or everyone != others or not shared:
        return False
    first, second = verb_of(syntax, one), verb_of(syntax, other)
    if first is None or second is None:
        return False
    return _is_inside(syntax, first, second) or _is_inside(syntax, second, first)


def with_shared(candidate: Candidate, others: Iterable[Candidate]) -> Candidate:
    """Return the recall of an envoy with whom the same nation acts against beside it.

    "Mexico rebuked Peru and recalled its ambassador": it is the one to Peru.
    """
    if candidate.mode != "withdraw" or candidate.type != "SANCTION" or candidate.recipients:
        return candidate
    for one in others:
        against = one.type in _AGAINST and one.recipients and one.actors == candidate.actors
        if against:
            return replace(candidate, recipients=one.recipients)
    return candidate


def only_introduces(
    syntax: SentenceSyntax, candidate: Candidate, others: Iterable[Candidate]
) -> bool:
    """Whether a statement is told by its content: "told parliament that he would resign"."""
    verb = verb_of(syntax, candidate)
    if candidate.type != "STATEMENT" or candidate.nominal or verb is None:
        return False
    number = syntax.predications.index(verb)
    return any(
        number in syntax.above(index)
        for one in others
        for index, other in enumerate(syntax.predications)
        if one is not candidate and other == verb_of(syntax, one)
    )


def only_does(syntax: SentenceSyntax, verb: Candidate, noun: Candidate) -> bool:
    """Whether a verb of no event of its own does what its object names: "signed pardons for"."""
    predication = verb_of(syntax, verb)
    if verb.nominal or verb.specific or not noun.nominal or predication is None:
        return False
    taken = any(_heads(syntax, one, noun.anchor) for one in predication.objects)
    return taken and verb.actors == noun.actors and {*verb.recipients} == {*noun.recipients}


def is_given(syntax: SentenceSyntax, promise: Candidate, given: Candidate) -> bool:
    """Whether a noun only names what a verb promises: "will send ten tons of aid to Chad"."""
    verb = verb_of(syntax, promise)
    if promise.type != "AGREE" or promise.nominal or not given.nominal or verb is None:
        return False
    phrases = (*verb.objects, *(one.phrase for one in verb.obliques))
    parts = (*phrases, *(one.phrase for phrase in phrases for one in syntax.trailing(phrase)))
    inside = any(_heads(syntax, one, given.anchor) for one in parts)
    alike = {*given.recipients} <= {*promise.recipients} and {*given.actors} <= {*promise.actors}
    return inside and alike


def is_clause_of(syntax: SentenceSyntax, inner: Candidate, outer: Candidate) -> bool:
    """Whether one event is told in the clause of another: "promised that it would"."""
    clause, verb = verb_of(syntax, inner), verb_of(syntax, outer)
    if clause is None or verb is None:
        return False
    while clause.link in ("complement", "manner") and (above := syntax.governor(clause)):
        clause = above
    return clause.link == "clause" and syntax.governor(clause) == verb


def _is_inside(syntax: SentenceSyntax, inner: Predication, outer: Predication) -> bool:
    return inner.link in ("complement", "manner") and syntax.governor(inner) == outer


def is_taken_by(syntax: SentenceSyntax, noun: Candidate, verb: Candidate) -> bool:
    """Whether a verb only says that the event of its object is ahead: "plans talks with"."""
    predication = verb_of(syntax, verb)
    if not noun.nominal or verb.nominal or predication is None:
        return False
    everyone, others = ({*each.actors, *each.recipients} for each in (noun, verb))
    taken = any(_heads(syntax, one, noun.anchor) for one in predication.objects)
    return taken and everyone == others


def is_deed_of(syntax: SentenceSyntax, noun: Candidate, verb: Candidate) -> bool:
    """Whether the noun of an event is the subject of the verb of another: "the strike killed"."""
    predication = verb_of(syntax, verb)
    if not noun.nominal or verb.nominal or predication is None or predication.passive:
        return False
    own = {*noun.actors} & {*verb.actors} or not verb.actors or not noun.actors
    return bool(own) and any(_heads(syntax, one, noun.anchor) for one in predication.subject)


def _heads(syntax: SentenceSyntax, phrase: Phrase, anchor: int) -> bool:
    return syntax.words[phrase.head].start == anchor


def only_goes_on(syntax: SentenceSyntax, part: Candidate, whole: Candidate) -> bool:
    """Whether a participle only tells more of an event: "restored ties, reopening embassies"."""
    inner, outer = verb_of(syntax, part), verb_of(syntax, whole)
    if inner is None or outer is None or inner.finite:
        return False
    hangs = syntax.governor(inner) == outer and inner.link in ("adverbial", "manner")
    same = {*part.actors} == {*whole.actors}
    return hangs and not inner.marker and same and {*part.recipients} <= {*whole.recipients}
