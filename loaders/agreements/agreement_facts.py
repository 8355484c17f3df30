"""The step "agreements": named and unnamed agreements, and the phrases that mean them again."""

import re
from collections.abc import Iterable
from dataclasses import replace

from graph.facts import AgreementFact, Ref
from loaders.agreements.named import read, tabled
from loaders.agreements.unnamed import STANDING, UnnamedAgreements
from loaders.document import Document
from loaders.gazetteer.agreement import load_agreements
from loaders.mentions.bracketed import abbreviation, occurrences, own_script
from loaders.mentions.mention import Mention, in_order
from loaders.references.reference import Reference

_AGAIN = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir) "
    r"(?:(?:peace|nuclear|trade|landmark|new|historic|interim|final) )?"
    r"(?:accord|agreement|deal|pact|treaty|declaration|ceasefire|cease-fire|truce|memorandum|"
    r"statement|alliance|document)\b(?! (?:of|between|with)\b)"
    r"(?! on (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))"
)
_REACH = 1500
"""Characters that "the accord" reaches back."""


class AgreementFacts:
    """Makes the agreements of an article."""

    name = "agreements"

    def __call__(self, document: Document) -> Document:
        """Add the agreements, their mentions, and references such as "the accord"."""
        if not document.sentences:
            return document
        known = tuple(tabled(document))
        named = _merged((*known, *read(document, known)))
        marked = _marked(document, named)
        unnamed = (_renamed(one, named) for one in UnnamedAgreements(marked).find())
        facts = tuple(_aliased(document, one) for one in _merged((*named, *unnamed)))
        found = replace(_marked(marked, facts), agreements=facts)
        mentions = tuple(one for one in found.mentions if one.ref.label == "Agreement")
        taken = {one.start for one in document.references}
        again = (one for one in _references(found, mentions) if one.start not in taken)
        return replace(found, references=(*document.references, *again))


def _marked(document: Document, facts: tuple[AgreementFact, ...]) -> Document:
    """Return the document with the mentions of these agreements and of no others."""
    mentions = tuple(
        Mention(span.start, span.end, span.text, Ref("Agreement", fact.id))
        for fact in facts
        for span in fact.mentions
    )
    others = tuple(one for one in document.mentions if one.ref.label != "Agreement")
    return replace(document, mentions=in_order((*others, *mentions)))


def _renamed(fact: AgreementFact, known: tuple[AgreementFact, ...]) -> AgreementFact:
    """Give an unnamed agreement the id of the named one that it must be.

    That is the only one of its kind between the same parties, or the only one of its year; a
    plain "accord" may be of any kind. What is only being struck is no treaty of another year.
    """
    same = [one for one in known if one.kind == fact.kind and one.parties == fact.parties]
    alike = [one for one in known if fact.kind == "OTHER" and {*fact.parties} <= {*one.parties}]
    year = fact.date.earliest[:4] if fact.date else ""
    dated = (one for one in (*same, *alike) if one.date and one.date.earliest[:4] == year)
    signed = list(dict.fromkeys(dated))
    standing = [] if fact.status in _STRUCK and fact.kind not in STANDING else same
    for found in (signed, standing):
        if len(found) == 1:
            return replace(fact, id=found[0].id)
    return fact


_STRUCK = frozenset(("PROPOSED", "NEGOTIATED", "SIGNED", "RATIFIED"))
_STAGES = (
    *("IN_FORCE", "PROPOSED", "NEGOTIATED", "SIGNED", "RATIFIED"),
    *("REJECTED", "VIOLATED", "SUSPENDED", "WITHDRAWN", "TERMINATED"),
)
"""Statuses as an agreement's life goes; IN_FORCE is what no verb tells, so it comes first."""


def _merged(facts: Iterable[AgreementFact]) -> tuple[AgreementFact, ...]:
    """Join the facts of one id; the first tells the name, all give mentions.

    Of the statuses told of an agreement that no table holds, the latest stage counts: "ratified
    in 1999" says less of today than "is withdrawing".
    """
    merged: dict[str, AgreementFact] = {}
    for fact in facts:
        known = merged.get(fact.id)
        if known is None:
            merged[fact.id] = fact
            continue
        merged[fact.id] = _joined(known, fact)
    return tuple(sorted(merged.values(), key=lambda fact: (fact.mentions[0].start, fact.id)))


def _aliased(document: Document, fact: AgreementFact) -> AgreementFact:
    """Take in the other names that brackets behind the name give, and where these stand again."""
    ends = [span.end for span in fact.mentions]
    short = dict.fromkeys(filter(None, (abbreviation(document, end) for end in ends)))
    told = filter(None, (own_script(document, end) for end in ends))
    again = (span for name in short for span in occurrences(document, name))
    return replace(
        fact,
        aliases=tuple(dict.fromkeys((*fact.aliases, *short, *told))),
        mentions=tuple(dict.fromkeys((*fact.mentions, *again))),
    )


def _joined(known: AgreementFact, fact: AgreementFact) -> AgreementFact:
    tabled = known.id in load_agreements()
    latest = max(known.status, fact.status, key=_STAGES.index)
    aliases = () if tabled else fact.aliases
    return replace(
        known,
        mentions=tuple(dict.fromkeys((*known.mentions, *fact.mentions))),
        date=known.date or fact.date,
        parties=known.parties or fact.parties,
        status=known.status if tabled else latest,
        aliases=tuple(dict.fromkeys((*known.aliases, *aliases))),
    )


def _references(document: Document, mentions: tuple[Mention, ...]) -> Iterable[Reference]:
    """Yield the phrases that mean the agreement named last before them."""
    spans = [(one.start, one.end) for one in mentions]
    for match in _AGAIN.finditer(document.folded):
        if any(start < match.end() and match.start() < end for start, end in spans):
            continue
        before = [one for one in mentions if match.start() - _REACH < one.start < match.start()]
        if before:
            nearest = max(before, key=lambda one: one.start)
            text = document.article.text[match.start() : match.end()]
            yield Reference(match.start(), match.end(), text, (nearest.ref,))
