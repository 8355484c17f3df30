"""Walks: every relationship of the ontology as connections, from both of its ends."""

from collections.abc import Mapping
from dataclasses import dataclass

from schema.model.field import Direction, Nodes, On, Path, Sort

IN, OUT = Direction.IN, Direction.OUT

PERSON = Nodes("Person", ("Person",))
NATION = Nodes("Nation", ("Nation",))
ORGANIZATION = Nodes("Organization", ("Organization",))
EVENT = Nodes("Event", ("Event",))
AGREEMENT = Nodes("Agreement", ("Agreement",))
ARTICLE = Nodes("Article", ("Article",))
ENTITY = Nodes("Entity", ("Person", "Nation", "Organization", "Agreement"))
PARTICIPANT = Nodes("Participant", ("Person", "Nation", "Organization"))
BODY = Nodes("Body", ("Nation", "Organization"))
NODE = Nodes("Node", ("Person", "Nation", "Organization", "Event", "Agreement", "Article", "Load"))

BY_NAME = (Sort("name"),)
BY_FIRST_MENTION = (Sort("firstOffset", On.EDGE),)
NEWEST = (Sort("earliest", descending=True),)
NEWEST_LOAD = (Sort("startedAt", descending=True),)
NEWEST_ARTICLE = (Sort("publishedAt", descending=True),)
LATEST_SAID = (Sort("latest", On.EDGE, descending=True),)

OFFICE = "Office"
"""The kind of walk along an office, and the shape of one."""

TAKES_PART = ("HAS_ACTOR", "HAS_RECIPIENT")

INTERNAL: Mapping[str, str] = {
    "CONTAINS": "Files of the loader's machine are nobody else's business.",
    "TELLS": "What the graph is made of; clients see what comes of it.",
    "KEYED": "An index to find records that may be one.",
    "BETWEEN": "An index for pairs of nations; its events are those of either nation.",
}
"""Relationships that no field walks, and why."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A connection: its kind, the field on each label that has it, and where it leads.

    The kind names the GraphQL types; a relationship without properties needs no kind of its own
    and takes the one of the label that it leads to.
    """

    kind: str
    fields: Mapping[str, str]
    path: Path
    order: tuple[Sort, ...]
    description: str


WALKS = (
    Walk(
        "Participation",
        {"Person": "events", "Nation": "events", "Organization": "events"},
        Path(TAKES_PART, IN, EVENT),
        NEWEST,
        "The events in which it takes part, the newest first.",
    ),
    Walk(
        "Participant",
        {"Event": "participants"},
        Path(TAKES_PART, OUT, PARTICIPANT),
        BY_NAME,
        "All who take part, by name.",
    ),
    Walk(
        "Participant",
        {"Event": "actors"},
        Path(("HAS_ACTOR",), OUT, PARTICIPANT),
        BY_NAME,
        "Who does it, by name.",
    ),
    Walk(
        "Participant",
        {"Event": "recipients"},
        Path(("HAS_RECIPIENT",), OUT, PARTICIPANT),
        BY_NAME,
        "To whom it is done, by name.",
    ),
    Walk(
        "LocatedEvent",
        {"Nation": "locatedEvents"},
        Path(("LOCATED_IN",), IN, EVENT),
        NEWEST,
        "The events that happened there, the newest first.",
    ),
    Walk(
        "Mention",
        {
            "Person": "articles",
            "Nation": "articles",
            "Organization": "articles",
            "Agreement": "articles",
        },
        Path(("MENTIONS",), IN, ARTICLE),
        NEWEST_ARTICLE,
        "The articles that mention it, the newest first.",
    ),
    Walk(
        "Article",
        {"Article": "copies"},
        Path(("COPY_OF",), IN, ARTICLE),
        NEWEST_ARTICLE,
        "Its copies under other addresses: edited or syndicated, the newest first.",
    ),
    Walk(
        "MentionedPerson",
        {"Article": "persons"},
        Path(("MENTIONS",), OUT, PERSON),
        BY_FIRST_MENTION,
        "The people it mentions, in the order of the text.",
    ),
    Walk(
        "MentionedNation",
        {"Article": "nations"},
        Path(("MENTIONS",), OUT, NATION),
        BY_FIRST_MENTION,
        "The nations it mentions, in the order of the text.",
    ),
    Walk(
        "MentionedOrganization",
        {"Article": "organizations"},
        Path(("MENTIONS",), OUT, ORGANIZATION),
        BY_FIRST_MENTION,
        "The organizations it mentions, in the order of the text.",
    ),
    Walk(
        "MentionedAgreement",
        {"Article": "agreements"},
        Path(("MENTIONS",), OUT, AGREEMENT),
        BY_FIRST_MENTION,
        "The agreements it mentions, in the order of the text.",
    ),
    Walk(
        OFFICE,
        {"Person": "offices"},
        Path(("HOLDS_OFFICE",), OUT, BODY, ties=("title",)),
        LATEST_SAID,
        "The offices the person holds, as reported, the latest reported first.",
    ),
    Walk(
        "OfficeHolder",
        {"Nation": "officeHolders", "Organization": "officeHolders"},
        Path(("HOLDS_OFFICE",), IN, PERSON, ties=("title",)),
        LATEST_SAID,
        "The people who hold an office in it, as reported, the latest reported first.",
    ),
    Walk(
        "Person",
        {"Nation": "persons"},
        Path(("AFFILIATED_WITH",), IN, PERSON),
        BY_NAME,
        "The people who act for it or belong to it, by name.",
    ),
    Walk(
        "Organization",
        {"Nation": "organizations"},
        Path(("BASED_IN",), IN, ORGANIZATION),
        BY_NAME,
        "The organizations that belong to it or act for it, by name.",
    ),
    Walk(
        "Party",
        {"Agreement": "parties"},
        Path(("PARTY_TO",), IN, BODY),
        BY_NAME,
        "The parties, by name.",
    ),
    Walk(
        "Commitment",
        {"Nation": "agreements", "Organization": "agreements"},
        Path(("PARTY_TO",), OUT, AGREEMENT),
        NEWEST,
        "The agreements it is a party to, the newest first.",
    ),
    Walk(
        "AffectedAgreement",
        {"Event": "agreements"},
        Path(("CONCERNS",), OUT, AGREEMENT),
        BY_NAME,
        "The agreements it changes or touches, by name.",
    ),
    Walk(
        "AgreementEvent",
        {"Agreement": "events"},
        Path(("CONCERNS",), IN, EVENT),
        NEWEST,
        "The events that change or touch it, the newest first.",
    ),
    Walk(
        "Report",
        {"Event": "reports", "Agreement": "reports"},
        Path(("REPORTED_IN",), OUT, ARTICLE, ties=("start",)),
        NEWEST_ARTICLE,
        "The reports of it, each with its quote, the newest first.",
    ),
    Walk(
        "ReportedEvent",
        {"Article": "events"},
        Path(("REPORTED_IN",), IN, EVENT, ties=("start",)),
        (Sort("start", On.EDGE),),
        "The events it reports, each with its quote, in the order of the text.",
    ),
    Walk(
        "ReportedAgreement",
        {"Article": "reportedAgreements"},
        Path(("REPORTED_IN",), IN, AGREEMENT, ties=("start",)),
        (Sort("start", On.EDGE),),
        "The agreements it reports on, each with its quote, in the order of the text.",
    ),
)
