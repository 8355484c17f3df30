"""The catalog: all that GraphQL shows of the graph, made from the ontology and the walks."""

from collections.abc import Iterable, Mapping

from graph.ontology import Ontology
from schema.model.field import (
    Catalog,
    Connection,
    End,
    Interface,
    Nodes,
    RootField,
    RootList,
    RootNodes,
    RootOne,
    Shape,
    Sort,
)
from schema.model.path import PATH, PATH_SHAPES
from schema.model.relations import RELATION_SHAPES, RELATIONS
from schema.model.search import HIT, SEARCH
from schema.model.shapes import build_shapes
from schema.model.stats import STATS, STATS_SHAPES
from schema.model.timeline import TIMELINE, TIMELINE_SHAPES
from schema.model.walks import (
    BODY,
    BY_NAME,
    ENTITY,
    NEWEST,
    NEWEST_ARTICLE,
    NEWEST_LOAD,
    NODE,
    PARTICIPANT,
    WALKS,
)

PLURALS: Mapping[str, str] = {
    "Person": "persons",
    "Nation": "nations",
    "Organization": "organizations",
    "Event": "events",
    "Agreement": "agreements",
    "Article": "articles",
    "Load": "loads",
}

ROOT_ORDERS: Mapping[str, tuple[tuple[Sort, ...], str]] = {
    "Person": (BY_NAME, "by name"),
    "Nation": (BY_NAME, "by name"),
    "Organization": (BY_NAME, "by name"),
    "Event": (NEWEST, "the newest first"),
    "Agreement": (BY_NAME, "by name"),
    "Article": (NEWEST_ARTICLE, "the newest first"),
    "Load": (NEWEST_LOAD, "the newest first"),
}

NODE_FIELDS = {"id": "Global id: the type, a colon and the key of the node."}

ENTITY_FIELDS = {
    **NODE_FIELDS,
    "name": "The usual name.",
    "aliases": "Other names and forms.",
    "articles": "The articles that mention it, the newest first.",
}

PARTICIPANT_FIELDS = {
    **ENTITY_FIELDS,
    "events": "The events in which it takes part, the newest first.",
}

BODY_FIELDS = {
    **PARTICIPANT_FIELDS,
    "officeHolders": "The people who hold an office in it, the latest reported first.",
    "agreements": "The agreements it is a party to, the newest first.",
}

INTERFACES = (
    Interface("Node", "Anything that has a global id.", NODE, NODE_FIELDS),
    Interface(
        "Entity",
        "What articles speak of by name: people, nations, organizations and agreements.",
        ENTITY,
        ENTITY_FIELDS,
        parent="Node",
    ),
    Interface(
        "Participant",
        "Who can take part in an event: people, nations and organizations.",
        PARTICIPANT,
        PARTICIPANT_FIELDS,
        parent="Entity",
    ),
    Interface(
        "Body",
        "What people hold offices in and agreements bind: nations and organizations.",
        BODY,
        BODY_FIELDS,
        parent="Participant",
    ),
)
"""From the widest to the narrowest, so that a type implements the last one that holds it."""


def _root_edge(label: str) -> Shape:
    node = End("node", f"The {label.lower()}.", Nodes(label, (label,)))
    description = f"A place in a list of {PLURALS[label]}."
    return Shape(f"{label}Edge", f"{label}Edge", description, {"node": node})


def _root_connection(label: str) -> Connection:
    description = f"A page of a list of {PLURALS[label]}."
    return Connection(f"{label}Connection", description, f"{label}Edge", Nodes(label, (label,)))


def _walk_connections() -> Iterable[Connection]:
    for walk in WALKS:
        if walk.kind in NODE.labels:
            continue
        owner, field = next(iter(walk.fields.items()))
        yield Connection(
            f"{walk.kind}Connection",
            f"A page of a list such as {owner}.{field}.",
            f"{walk.kind}Edge",
            walk.path.nodes,
        )


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _root_fields() -> Iterable[RootField]:
    for label, plural in PLURALS.items():
        order, told = ROOT_ORDERS[label]
        by_key = "code" if label == "Nation" else None
        one = f"{_article(label.lower()).capitalize()} by its id; null where there is none."
        yield RootOne(label.lower(), one, label, by_key)
        yield RootList(plural, f"All {plural}, {told}.", f"{label}Connection", label, order)
    yield RootNodes("node", "Whatever has this global id; null where nothing has.", many=False)
    yield RootNodes("nodes", "What has these global ids, in their order.", many=True)
    yield from (RELATIONS, PATH, SEARCH, TIMELINE, STATS)


def build_catalog(ontology: Ontology) -> Catalog:
    """The catalog of an ontology."""
    shapes = (
        *map(_root_edge, NODE.labels),
        *RELATION_SHAPES,
        HIT,
        *PATH_SHAPES,
        *TIMELINE_SHAPES,
        *STATS_SHAPES,
    )
    connections = [*map(_root_connection, NODE.labels), *_walk_connections()]
    return Catalog(
        shapes={**build_shapes(ontology), **{one.name: one for one in shapes}},
        interfaces={one.name: one for one in INTERFACES},
        connections={one.name: one for one in connections},
        query={field.name: field for field in _root_fields()},
        keys={label: ontology.labels[label].key for label in NODE.labels},
    )
