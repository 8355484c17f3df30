"""Finding the entities that a client names by their ids, in use or former."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.errors import InputError
from graph.statement import Statement
from graph.writing.current import current_ids
from schema.reader import Reader

Keys = Mapping[str, str]
"""The key of an entity under its label; under others it is empty, which finds nothing."""

ENTITIES = Statement(
    "UNWIND $given AS given CALL (given) {"
    " MATCH (n:Person {id: given.Person}) RETURN n"
    " UNION ALL MATCH (n:Nation {code: given.Nation}) RETURN n"
    " UNION ALL MATCH (n:Organization {id: given.Organization}) RETURN n"
    " UNION ALL MATCH (n:Agreement {id: given.Agreement}) RETURN n }"
    " RETURN head(labels(n)) + ':' + coalesce(n.code, n.id) AS id, elementId(n) AS element"
)


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of the graph: its global id, and how the engine calls its node."""

    id: str
    element: str


async def find_entities(reader: Reader, given: Sequence[Keys]) -> list[Entity]:
    """The entities with these keys, in their order; raises InputError where one is not known."""
    asked = [_global_id(one) for one in given]
    found = await _read(reader, given)
    if missing := [one for one in asked if one not in found]:
        # The id may be that of an entity which was merged or split, and has another one now.
        now = await current_ids(reader, missing)
        found |= await _read(reader, (_with_key(keys, now) for keys in given))
        asked = [now.get(one, one) for one in asked]
    for one in asked:
        if one not in found:
            raise InputError(f"{one} is not known.", fix="Find the ids of what is known by search.")
    return [found[one] for one in asked]


async def _read(reader: Reader, given: Iterable[Keys]) -> dict[str, Entity]:
    rows = await reader.read(ENTITIES, {"given": [dict(one) for one in given]})
    return {row["id"]: Entity(row["id"], row["element"]) for row in rows}


def _global_id(keys: Keys) -> str:
    return next(f"{label}:{key}" for label, key in keys.items() if key)


def _with_key(keys: Keys, now: Mapping[str, str]) -> Keys:
    """The keys of the entity that these mean now."""
    current = now.get(_global_id(keys))
    if current is None:
        return keys
    label, _, key = current.partition(":")
    return {one: key if one == label else "" for one in keys}


async def find_entity(reader: Reader, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """The entity that the argument ``of`` names, for a statement that begins at it."""
    [entity] = await find_entities(reader, [arguments["of"]])
    return {"entity": entity.element}
