"""Merging: one agreement that an article speaks of in several ways becomes one fact."""

import re
from collections.abc import Iterable
from dataclasses import replace

from graph.facts import AgreementFact, Ref
from loaders.agreements.life import STAGES
from loaders.agreements.retold import LIKE
from loaders.agreements.unnamed import STANDING
from loaders.document import Document
from loaders.gazetteer.agreement import load_agreements
from loaders.text.slug import slug

_ARTICLES = ("the ", "this ", "that ")
_ABOUT = re.compile(r" on (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]+ \d)")
"""What an agreement is about: "the protocol on fish" is not the treaty that was named."""
_INDEFINITE = re.compile(r"\b[Aa]n? [^,.;]{0,30}$")


def renamed(
    document: Document, fact: AgreementFact, named: tuple[AgreementFact, ...]
) -> AgreementFact:
    """Give an unnamed agreement the id of the named one that it must be.

    That is the only one of its kind between the same parties, or the only one of its year; a
    plain "accord" may be of any kind. What is only being struck is no treaty of another year.
    """
    start = fact.mentions[0].start
    fresh = bool(_INDEFINITE.search(document.folded[max(0, start - 40) : start]))
    # "A deal" behind the name of another is a new one.
    known = [one for one in named if not (fresh and one.mentions[0].start < start)]
    same = [one for one in known if one.kind == fact.kind and one.parties == fact.parties]
    alike = [
        one
        for one in known
        if (fact.kind == "OTHER" and {*fact.parties} <= {*one.parties})
        or (fact.kind == LIKE.get(one.kind) and fact.parties == one.parties)
    ]
    year = fact.date.earliest[:4] if fact.date else ""
    dated = (one for one in (*same, *alike) if one.date and one.date.earliest[:4] == year)
    signed = list(dict.fromkeys(dated))
    standing = [] if fact.status in _STRUCK and fact.kind not in STANDING else same
    for found in (signed, standing):
        if len(found) == 1:
            return replace(fact, id=found[0].id)
    return fact


_STRUCK = frozenset(("PROPOSED", "NEGOTIATED", "SIGNED", "RATIFIED"))


def merged(facts: Iterable[AgreementFact]) -> tuple[AgreementFact, ...]:
    """Join the facts of one id; the first tells the name, all give mentions.

    Of the statuses told of an agreement that no table holds, the latest stage counts: "ratified
    in 1999" says less of today than "is withdrawing".
    """
    merged: dict[str, AgreementFact] = {}
    moved: dict[str, str] = {}
    for fact in facts:
        known = merged.pop(moved.get(fact.id, fact.id), None)
        whole = _joined(known, fact) if known else fact
        # With more parties it may be one that was told of before.
        other = merged.get(whole.id)
        merged[whole.id] = _joined(other, whole) if other else whole
        moved[fact.id] = whole.id
    return tuple(sorted(merged.values(), key=lambda fact: (fact.mentions[0].start, fact.id)))


def folded(document: Document, facts: tuple[AgreementFact, ...]) -> tuple[AgreementFact, ...]:
    """Fold those of which less is told into those of which more is.

    "Burundi's rebels sign truce" in the headline, or "the truce" that one of the two signed, is the
    truce of the two; "a truce" in the body may be another.
    """
    kept: list[AgreementFact] = []
    into: dict[str, list[AgreementFact]] = {}
    for fact in facts:
        fuller = next((one for one in facts if _is_fuller(document, one, fact)), None)
        if fuller:
            into.setdefault(fuller.id, []).append(fact)
        else:
            kept.append(fact)
    return tuple(_absorbing(fact, into.get(fact.id, ())) for fact in kept)


def _absorbing(fact: AgreementFact, others: Iterable[AgreementFact]) -> AgreementFact:
    for other in others:
        fact = _joined(fact, replace(other, aliases=()))
    return fact


def _is_fuller(document: Document, one: AgreementFact, fact: AgreementFact) -> bool:
    """Whether another fact tells more of what must be the same agreement."""
    if one.id == fact.id or fact.id in load_agreements() or fact.aliases:
        return False
    if not {*fact.parties} < {*one.parties} or fact.name in document.article.text:
        return False
    alike = fact.kind in ("OTHER", one.kind, LIKE.get(one.kind))
    start = fact.mentions[0].start
    if _ABOUT.match(document.folded, fact.mentions[0].end):
        return False
    headline = document.sentence_at(start).kind == "headline"
    before = document.folded[max(0, start - 30) : start].lower().rpartition(". ")[2]
    definite = any(article in before for article in _ARTICLES)
    return alike and (headline or definite)


def _joined(known: AgreementFact, fact: AgreementFact) -> AgreementFact:
    tabled = known.id in load_agreements()
    fuller = not tabled and {*known.parties} < {*fact.parties}
    latest = max(known.status, fact.status, key=STAGES.index)
    aliases = () if tabled else fact.aliases
    if fuller:
        known = replace(known, id=_id_with(known, fact.parties), name=fact.name)
    return replace(
        known,
        mentions=tuple(dict.fromkeys((*known.mentions, *fact.mentions))),
        date=known.date or fact.date,
        parties=fact.parties if fuller else known.parties or fact.parties,
        status=known.status if tabled else latest,
        aliases=tuple(dict.fromkeys((*known.aliases, *aliases))),
    )


def _id_with(fact: AgreementFact, found: tuple[Ref, ...]) -> str:
    """Return the id of an agreement with more parties; a name stays as it is."""
    before, after = (slug(" ".join(ref.key for ref in some)) for some in (fact.parties, found))
    parts = fact.id.split(f"-{before}")
    return f"-{after}".join(parts) if before and len(parts) == 2 else fact.id
