"""Agreements with a name: rows of the table, and names that no table holds."""

from collections.abc import Iterator, Sequence

from graph.facts import AgreementFact, DateInterval, Ref, Span
from loaders.agreements.agreement_names import agreement_names
from loaders.agreements.effect import load_effects
from loaders.agreements.parties import parties, parties_of
from loaders.document import Document
from loaders.events.modality import modality_of
from loaders.gazetteer.agreement import AgreementRow, load_agreements
from loaders.mentions.mention import Mention
from loaders.mentions.participants import Participants
from loaders.syntax.analysis import Phrase, SentenceSyntax
from loaders.text.slug import slug

_TABLED = 0.95
_READ = 0.6
_PAIR = 2
_ENDINGS = frozenset(("SUSPENDED", "TERMINATED"))
_PRECISION = {4: "YEAR", 7: "MONTH", 10: "DAY"}
_LAST_DAYS = {"02": "28", "04": "30", "06": "30", "09": "30", "11": "30"}

_Place = tuple[SentenceSyntax, Phrase | None]


def tabled(document: Document) -> Iterator[AgreementFact]:
    """Yield the agreements of the table that the article names.

    Of the parties that the table knows, those count that the article names too: the table holds
    all that ever joined, and the article is the evidence.
    """
    found: dict[str, list[Mention]] = {}
    for mention in document.mentions:
        if mention.ref.label == "Agreement" and mention.ref.key in load_agreements():
            found.setdefault(mention.ref.key, []).append(mention)
    if not found:
        return
    participants = Participants(document)
    named = {Ref("Organization", one.id) for one in document.organizations}
    named |= {Ref("Nation", one.code) for one in document.nations}
    for key, mentions in found.items():
        yield _of_row(document, participants, load_agreements()[key], mentions, named)


def _of_row(
    document: Document,
    participants: Participants,
    row: AgreementRow,
    mentions: list[Mention],
    named: set[Ref],
) -> AgreementFact:
    best = next(
        (one for one in mentions if document.sentence_at(one.start).kind == "body"), mentions[0]
    )
    forms = dict.fromkeys(mention.text for mention in mentions if mention.text != row.name)
    places = [_place(document, one) for one in mentions]
    status = _told(participants, row, places)
    return AgreementFact(
        id=row.id,
        name=row.name,
        kind=row.kind,
        status=status or _standing(row, document.article.published_at),
        parties=_parties(participants, row, places, named),
        confidence=_TABLED,
        evidence=document.evidence(document.sentence_at(best.start)),
        aliases=tuple(dict.fromkeys((*row.aliases, *forms))),
        date=_interval(row.signed or row.in_force),
        mentions=tuple(mention.span for mention in mentions),
        wikidata_id=row.wikidata or None,
    )


def _place(document: Document, mention: Mention) -> _Place:
    """Return the sentence and the phrase in which an agreement is named."""
    syntax = document.syntax[document.sentence_at(mention.start).index]
    return syntax, syntax.phrase_over(mention.start, mention.end)


def _parties(
    participants: Participants, row: AgreementRow, places: Sequence[_Place], named: set[Ref]
) -> tuple[Ref, ...]:
    """Return the parties of the table that the article names, and those that it tells of.

    Who leaves, signs or breaks it is one, whether or not the table knows: of some treaties it has
    but the founders.
    """
    known = [ref for ref in row.parties if ref in named]
    for syntax, phrase in places if len(row.parties) != _PAIR else ():
        governor = syntax.governing(phrase) if phrase else None
        if governor and not governor.passive and governor.lemma in load_effects():
            acting = parties_of(participants, syntax, governor.subject)
            known += [ref for ref in acting if ref.label == "Nation" and ref not in known]
    return tuple(known)


def _told(participants: Participants, row: AgreementRow, places: Sequence[_Place]) -> str | None:
    """Return how the article says that it now stands, where one party can decide that."""
    if len(row.parties) > _PAIR:
        return None
    for syntax, phrase in places:
        _, status = _context(participants, syntax, phrase)
        if status in _ENDINGS:
            return status
    return None


def _standing(row: AgreementRow, published: str | None) -> str:
    """Return how an agreement stood on the day of publication, by its years in the table."""
    day = published[:10] if published else "9999"
    if row.ended and row.ended <= day:
        return "TERMINATED"
    if row.in_force and row.in_force <= day:
        return "IN_FORCE"
    return "SIGNED" if row.signed else "IN_FORCE"


def _interval(day: str) -> DateInterval | None:
    """Return the days of an ISO 8601 date to the year, the month or the day."""
    precision = _PRECISION.get(len(day))
    if precision is None:
        return None
    first = day + "-01-01"[: 10 - len(day)] if len(day) == 4 else day + "-01"[: 10 - len(day)]
    last = {"YEAR": f"{day}-12-31", "DAY": day}.get(precision)
    return DateInterval(first, last or f"{day}-{_LAST_DAYS.get(day[5:7], '31')}", precision, "TEXT")


def read(document: Document, known: tuple[AgreementFact, ...]) -> Iterator[AgreementFact]:
    """Yield the agreements whose names only the article knows; ``known`` are those of the table."""
    forms = {form.lower() for one in known for form in (one.name, *one.aliases)}
    participants = Participants(document)
    for start, end, kind in agreement_names(document):
        text = document.article.text[start:end]
        if any(form.endswith(text.lower()) for form in forms):
            continue
        span = Span(start, end, text)
        sentence = document.sentence_at(start)
        syntax = document.syntax[sentence.index]
        phrase = syntax.phrase_over(start, end)
        found, status = _context(participants, syntax, phrase)
        yield AgreementFact(
            id=slug(text),
            name=text,
            kind=kind,
            status=status,
            parties=found,
            confidence=_READ,
            evidence=document.evidence(sentence),
            mentions=(span,),
        )


def _context(
    participants: Participants, syntax: SentenceSyntax, phrase: Phrase | None
) -> tuple[tuple[Ref, ...], str]:
    """Return parties and status by the verb that the name hangs on."""
    governor = syntax.governing(phrase) if phrase else None
    if phrase is None or governor is None:
        return (), "IN_FORCE"
    verb = load_effects().get(governor.lemma)
    modality = modality_of(syntax, syntax.predications.index(governor))
    if verb is None or modality in ("NEGATED", "HYPOTHETICAL"):
        return (), "IN_FORCE"
    found = parties(participants, syntax, phrase, governor, acting=True)
    if modality == "FUTURE":
        return found, "NEGOTIATED"
    return found if len(found) > 1 else (), verb.status
