"""Facts are checked against the ontology and against each other before they are written."""

from collections import Counter
from collections.abc import Collection, Iterator

from graph.errors import FactsError
from graph.facts import AgreementFact, ArticleFacts, EventFact, Evidence, Ref, Span
from graph.ontology import Ontology


def check_facts(facts: ArticleFacts, ontology: Ontology, nations: Collection[str]) -> None:
    """Raise FactsError where a fact has an unknown type, no quote, or somebody unknown in it."""
    problems = [
        *_unknown_values(facts, ontology),
        *_unknown_references(facts, nations),
        *_wrong_quotes(facts),
        *_repeats(facts),
    ]
    if problems:
        raise FactsError(facts.article.id, problems)


def _unknown_values(facts: ArticleFacts, ontology: Ontology) -> Iterator[str]:
    for owner, name, value in _closed_values(facts):
        if value is not None and value not in ontology.enums[name].values:
            yield f"{owner} has {value!r}, which is no {name}"


def _closed_values(facts: ArticleFacts) -> Iterator[tuple[str, str, str | None]]:
    for body in facts.organizations:
        yield body.id, "OrganizationKind", body.kind
        yield body.id, "Sector", body.sector
    for agreement in facts.agreements:
        yield agreement.id, "AgreementKind", agreement.kind
        yield agreement.id, "AgreementStatus", agreement.status
    for event in facts.events:
        yield event.id, "EventType", event.type
        yield event.id, "EventMode", event.mode
        yield event.id, "Modality", event.modality
        yield event.id, "Precision", event.date.precision
        yield event.id, "DateSource", event.date.source
        yield event.id, "Effect", event.effect
        yield from ((event.id, "EventContext", context) for context in event.contexts)


def _references(facts: ArticleFacts) -> Iterator[tuple[str, Ref]]:
    for event in facts.events:
        yield from ((event.id, ref) for ref in (*event.actors, *event.recipients))
        codes = {*event.actor_nations, *event.recipient_nations}
        yield from ((event.id, Ref("Nation", code)) for code in codes)
        if event.place and event.place.nation:
            yield event.id, Ref("Nation", event.place.nation)
        if event.agreement:
            yield event.id, Ref("Agreement", event.agreement)
    for agreement in facts.agreements:
        yield from ((agreement.id, party) for party in agreement.parties)
    for person in facts.persons:
        yield from ((person.id, office.of) for office in person.offices if office.of)
    for one in (*facts.persons, *facts.organizations):
        if one.nation:
            yield one.id, Ref("Nation", one.nation)


def _unknown_references(facts: ArticleFacts, nations: Collection[str]) -> Iterator[str]:
    known = {Ref("Nation", code) for code in nations}
    known |= {Ref("Person", one.id) for one in facts.persons}
    known |= {Ref("Organization", one.id) for one in facts.organizations}
    known |= {Ref("Agreement", one.id) for one in facts.agreements}
    for owner, ref in _references(facts):
        if ref not in known:
            yield f"{owner} refers to {ref.label} {ref.key!r}, which is not among the facts"
    yield from (
        f"no nation has the code {n.code!r}" for n in facts.nations if n.code not in nations
    )


def _stretches(facts: ArticleFacts) -> Iterator[tuple[str, int, int, str]]:
    def spans(owner: str, some: tuple[Span, ...]) -> Iterator[tuple[str, int, int, str]]:
        yield from ((owner, span.start, span.end, span.text) for span in some)

    def quote(owner: str, evidence: Evidence) -> tuple[str, int, int, str]:
        return owner, evidence.start, evidence.end, evidence.quote

    for nation in facts.nations:
        yield from spans(nation.code, nation.mentions)
    for one in (*facts.persons, *facts.organizations, *facts.agreements):
        yield from spans(one.id, one.mentions)
    reported: tuple[EventFact | AgreementFact, ...] = (*facts.events, *facts.agreements)
    for fact in reported:
        yield quote(fact.id, fact.evidence)
    for person in facts.persons:
        yield from (quote(person.id, o.evidence) for o in person.offices if o.evidence)


def _wrong_quotes(facts: ArticleFacts) -> Iterator[str]:
    for owner, start, end, quoted in _stretches(facts):
        if not quoted or facts.article.text[start:end] != quoted:
            yield f"{owner} quotes what does not stand at {start}-{end}"


def _repeats(facts: ArticleFacts) -> Iterator[str]:
    for some in (facts.persons, facts.organizations, facts.agreements):
        counts = Counter(one.id for one in some)
        yield from (f"{key} stands {times} times" for key, times in counts.items() if times > 1)
