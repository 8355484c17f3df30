"""What the tests of extraction share: articles made from a text, and looks into what is found."""

from graph.facts import Article, ArticleFacts, EventFact
from loaders.document import Document
from loaders.pipeline import default_pipeline, extract

PUBLISHED = "2020-06-17T12:00"
"""A Wednesday."""


def article(text: str, title: str = "", published: str | None = PUBLISHED) -> Article:
    body = f"{title}\n\n{text}" if title else text
    return Article(id="test", title=title, text=body, published_at=published)


def facts_of(text: str, title: str = "", published: str | None = PUBLISHED) -> ArticleFacts:
    return extract(article(text, title, published))


def document_of(text: str, title: str = "") -> Document:
    return default_pipeline().run(article(text, title))


def nations_of(text: str, title: str = "") -> dict[str, list[str]]:
    """The texts of the mentions of each nation."""
    return {
        nation.code: [mention.text for mention in nation.mentions]
        for nation in facts_of(text, title).nations
    }


def offices_of(text: str) -> dict[str, tuple[str | None, list[tuple[str, str | None]]]]:
    """Each person's nation, and the offices with whom they are of."""
    return {
        person.name: (
            person.nation,
            [(office.title, office.of.key if office.of else None) for office in person.offices],
        )
        for person in facts_of(text).persons
    }


Told = tuple[str, str | None, str, tuple[str, ...], tuple[str, ...]]


def told(event: EventFact) -> Told:
    """An event as type, mode, modality, actors and recipients."""
    actors = tuple(ref.key for ref in event.actors)
    recipients = tuple(ref.key for ref in event.recipients)
    return event.type, event.mode, event.modality, actors, recipients


def events_of(text: str, title: str = "") -> list[Told]:
    return [told(event) for event in facts_of(text, title).events]
