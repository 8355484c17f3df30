"""Agreements with a name: rows of the table, and names that no table holds."""

from collections.abc import Iterator, Sequence
from datetime import date

from graph.facts import AgreementFact, DateInterval, Ref, Span
from loaders.agreements.agreement_names import agreement_names
from loaders.agreements.effect import IN_FORCE
from loaders.agreements.life import Life, Lived
from loaders.agreements.parties import Between, parties_of
from loaders.agreements.telling import Telling, tellings
from loaders.document import Document
from loaders.gazetteer.agreement import AgreementRow, load_agreements
from loaders.mentions.mention import Mention
from loaders.mentions.participants import Participants
from loaders.syntax.analysis import Phrase, SentenceSyntax
from loaders.text.slug import slug

_TABLED = 0.95
_READ = 0.6
_PAIR = 2
_ENDINGS = frozenset(("SUSPENDED", "TERMINATED"))
_BEGUN = frozenset(("SIGNED", "RATIFIED"))
_ACTS = frozenset(("SIGNED", "RATIFIED", "VIOLATED", "WITHDRAWN", "SUSPENDED", "TERMINATED"))
"""What only a party does."""
_NEWS_DAYS = 45
"""Days after its signing in which it is news that an agreement was signed."""
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
    status = _told(row, places, document.article.published_at)
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
        for one in tellings(syntax, phrase, row.kind) if phrase else ():
            acting = (
                parties_of(participants, syntax, one.acting) if one.effect.effect in _ACTS else ()
            )
            known += [ref for ref in acting if ref.label == "Nation" and ref not in known]
    return tuple(known)


def _told(row: AgreementRow, places: Sequence[_Place], published: str | None) -> str | None:
    """Return how the article says that it now stands.

    One party of two can end it; its signing is news for some weeks, though it may be in force.
    """
    for syntax, phrase in places:
        for one in tellings(syntax, phrase, row.kind) if phrase else ():
            if one.status in _ENDINGS and len(row.parties) <= _PAIR:
                return one.status
            if one.status in _BEGUN and _is_news(row.signed, published):
                return one.status
    return None


def _is_news(signed: str, published: str | None) -> bool:
    """Whether an agreement was signed in the weeks before publication."""
    if len(signed) != len("2000-01-01") or not published:
        return False
    days = (date.fromisoformat(published[:10]) - date.fromisoformat(signed)).days
    return -1 <= days <= _NEWS_DAYS


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
    life = Life(document)
    for start, end, kind in agreement_names(document):
        text = document.article.text[start:end]
        if any(form.endswith(text.lower()) for form in forms):
            continue
        span = Span(start, end, text)
        sentence = document.sentence_at(start)
        syntax = document.syntax[sentence.index]
        phrase = syntax.phrase_over(start, end)
        told = tuple(tellings(syntax, phrase, kind)) if phrase else ()
        found = _between(participants, syntax, phrase, told, span) if phrase else ()
        lived = life.of(syntax, phrase, told, found) if phrase else Lived(IN_FORCE, None)
        yield AgreementFact(
            id=slug(text),
            name=text,
            kind=kind,
            status=lived.status,
            parties=found,
            confidence=_READ,
            evidence=document.evidence(sentence),
            date=lived.date,
            mentions=(span,),
        )


def _between(
    participants: Participants,
    syntax: SentenceSyntax,
    phrase: Phrase,
    told: Sequence[Telling],
    name: Span,
) -> tuple[Ref, ...]:
    """Return the parties of a name, without the place that it is called by."""
    inside = {one.ref for one in participants.between(name.start, name.end)}
    places = {ref for ref in inside if ref.label == "Nation"} if len(inside) == 1 else set[Ref]()
    acting = {ref for one in told for ref in parties_of(participants, syntax, one.acting)}
    found = Between(participants, syntax, phrase).parties(told)
    return tuple(ref for ref in found if ref not in places - acting)
