"""Drafts: all that an article writes, as far as that depends on the article alone.

To draft is most of what Python has to do for an article, and it is pure: the processes that extract
do it, each for its own articles. What depends on the graph is left for the transaction.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph.copies.wording import Wording, read_wording
from graph.facts import Article, ArticleFacts
from graph.ontology import Ontology
from graph.writing.agreement_claims import agreement_claim
from graph.writing.claims import (
    AgreementClaim,
    EventClaim,
    OrganizationClaim,
    PersonClaim,
    dump_claim,
    organization_claim,
    person_claim,
)
from graph.writing.event_claims import event_claims
from graph.writing.recorded import recorded
from graph.writing.renaming import (
    Names,
    renamed_agreement,
    renamed_event,
    renamed_organization,
    renamed_person,
)
from graph.writing.rows import (
    agreement_mentions,
    agreement_reports,
    article_row,
    nation_codes,
    nation_mentions,
    revision,
)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """What one article says, as claims on records, and the rows of its own node and edges.

    ``codes`` are those of all nations that anything in it refers to.
    """

    article: Article
    extractor: str
    revision: str
    wording: Wording
    codes: frozenset[str]
    persons: tuple[PersonClaim, ...]
    organizations: tuple[OrganizationClaim, ...]
    events: tuple[EventClaim, ...]
    agreements: tuple[AgreementClaim, ...]
    nation_mentions: tuple[Row, ...]
    agreement_mentions: tuple[Row, ...]
    agreement_reports: tuple[Row, ...]

    def row(self, loaded_at: str) -> Row:
        """The whole properties of the article's node."""
        return article_row(self.article, self.wording, self.revision) | {"loadedAt": loaded_at}

    @property
    def publisher(self) -> str:
        """Who is to be believed or not: an article of nobody knows whom stands for itself."""
        return self.article.publisher or self.article.id


def draft(given: ArticleFacts, nations: Mapping[str, Row], ontology: Ontology) -> Draft:
    """The draft of an article; ``nations`` holds the properties of every nation by code."""
    facts = recorded(given)
    article = facts.article
    agreements = tuple(agreement_claim(facts, one) for one in facts.agreements)
    return Draft(
        article=article,
        extractor=facts.extractor,
        revision=revision(article, facts.extractor),
        wording=read_wording(article.title, article.text),
        codes=frozenset(nation_codes(facts)),
        persons=tuple(person_claim(article, one) for one in facts.persons),
        organizations=tuple(organization_claim(article, one) for one in facts.organizations),
        events=tuple(event_claims(facts, nations, ontology)),
        agreements=agreements,
        nation_mentions=tuple(nation_mentions(facts)),
        agreement_mentions=tuple(agreement_mentions(facts)),
        agreement_reports=tuple(agreement_reports(facts, agreements)),
    )


def renamed_draft(given: Draft, names: Names) -> Draft:
    """The draft of an article of which people said that it tells of others under some names."""
    if not names:
        return given
    agreements = tuple(renamed_agreement(one, names) for one in given.agreements)
    return replace(
        given,
        persons=tuple(renamed_person(one, names) for one in given.persons),
        organizations=tuple(renamed_organization(one, names) for one in given.organizations),
        events=tuple(renamed_event(one, names) for one in given.events),
        agreements=agreements,
        agreement_reports=tuple(
            {**row, "edge": {**row["edge"], "claims": dump_claim(claim)}}
            for row, claim in zip(given.agreement_reports, agreements, strict=True)
        ),
    )
