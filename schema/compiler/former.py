"""Former ids: what is asked by an id that is no more in use, since its entity was merged or split.

Looked up only where nothing has the id, so that ids in use cost nothing more.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from graph.writing.current import current_ids
from schema.compiler.expression import Parameter
from schema.compiler.ids import global_id
from schema.compiler.plan import NodesPlan, OnePlan, RootPlan
from schema.compiler.rows import Row
from schema.reader import Reader

RESOLVED: Final = frozenset(("Person", "Organization", "Event"))
"""Labels whose nodes merge and split; the ids of others never change."""

Values = Mapping[str, Any]
Named = Sequence[tuple[str, Parameter]]


async def renewed(
    plan: RootPlan, named: Named, values: Values, rows: list[Row], reader: Reader
) -> dict[str, Any] | None:
    """The values with current ids for those that found nothing; None where there are none.

    ``named`` are the parameters of the statement, ``values`` theirs by name.
    """
    match plan:
        case OnePlan(match) if not rows and match.key and match.label in RESOLVED:
            name = _name(named, match.key[1])
            current = await _current(reader, {(match.label, values[name])})
            return {**values, name: next(iter(current.values()))} if current else None
        case NodesPlan(options):
            found = {row["at"] for row in rows}
            given = {one.label: _name(named, one.given) for one in options if one.label in RESOLVED}
            missing = {
                (label, one["key"])
                for label, name in given.items()
                for one in values[name]
                if one["at"] not in found
            }
            current = await _current(reader, missing) if missing else {}
            if not current:
                return None
            keys = {
                name: [
                    {**one, "key": current.get((label, one["key"]), one["key"])}
                    for one in values[name]
                ]
                for label, name in given.items()
            }
            return {**values, **keys}
        case _:
            return None


def _name(named: Named, parameter: object) -> str:
    return next(name for name, one in named if one is parameter)


async def _current(reader: Reader, keys: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """By label and former key: the key in use."""
    ids = {global_id(*one): one for one in keys}
    found = await current_ids(reader, ids)
    return {ids[former]: now.partition(":")[2] for former, now in found.items() if former != now}
