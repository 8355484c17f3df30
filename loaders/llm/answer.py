"""The answer: what a language model says of one article, as it is asked for and as it is read.

All names and quotes are words of the article; nothing is resolved here. The lists of values are
those of the ontology.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Annotated, Any, TypeVar

import msgspec

from graph.ontology import load_ontology

MOST_FACTS = 300
"""Facts of one kind that are taken from one answer."""


def _one_of(name: str) -> msgspec.Meta:
    """Mark a text as one of a list of the ontology; ``answer_schema`` writes the values out."""
    return msgspec.Meta(extra_json_schema={"enum": name})


class OfficeAnswer(msgspec.Struct, frozen=True):
    """An office of a person, with the words that say so."""

    title: str
    quote: str
    of: str | None = None


class PersonAnswer(msgspec.Struct, frozen=True):
    """A person: the fullest name, and the other forms under which the article names them."""

    name: str
    aliases: tuple[str, ...] = ()
    nation: str | None = None
    offices: tuple[OfficeAnswer, ...] = ()


class OrganizationAnswer(msgspec.Struct, frozen=True):
    """An organization: the fullest name, and the other forms that the article uses."""

    name: str
    kind: Annotated[str, _one_of("OrganizationKind")]
    aliases: tuple[str, ...] = ()
    nation: str | None = None


class AgreementAnswer(msgspec.Struct, frozen=True):
    """An agreement that has a name in the article."""

    name: str
    kind: Annotated[str, _one_of("AgreementKind")]
    status: Annotated[str, _one_of("AgreementStatus")]
    quote: str
    parties: tuple[str, ...] = ()


class EventAnswer(msgspec.Struct, frozen=True):
    """An event; ``when`` are the words that date it, ``earliest`` and ``latest`` what they mean."""

    type: Annotated[str, _one_of("EventType")]
    modality: Annotated[str, _one_of("Modality")]
    quote: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    mode: Annotated[str, _one_of("EventMode")] | None = None
    place: str | None = None
    when: str | None = None
    earliest: str | None = None
    latest: str | None = None
    speaker: str | None = None
    agreement: str | None = None
    effect: Annotated[str, _one_of("Effect")] | None = None


class Answer(msgspec.Struct, frozen=True):
    """All that the model says of one article."""

    events: tuple[EventAnswer, ...]
    persons: tuple[PersonAnswer, ...] = ()
    organizations: tuple[OrganizationAnswer, ...] = ()
    agreements: tuple[AgreementAnswer, ...] = ()


class _Items(msgspec.Struct):
    """An answer whose items are not read yet, so that a bad one does not spoil the others."""

    events: list[msgspec.Raw]
    persons: list[msgspec.Raw] = []
    organizations: list[msgspec.Raw] = []
    agreements: list[msgspec.Raw] = []


Item = TypeVar("Item", EventAnswer, PersonAnswer, OrganizationAnswer, AgreementAnswer)
Drop = Callable[[str], None]
"""Takes note of something that was left out, by the reason for it."""


def read_answer(content: str, drop: Drop) -> Answer:
    """Read an answer; items that are not as asked for are left out.

    A fence of Markdown around the JSON is taken off, for endpoints that know no format.

    Raises:
        ValueError: It is no JSON, or none of an answer at all.
    """
    text = content[content.find("{") : content.rfind("}") + 1]
    try:
        items = msgspec.json.decode(text, type=_Items)
        return Answer(
            events=_read(items.events, EventAnswer, drop),
            persons=_read(items.persons, PersonAnswer, drop),
            organizations=_read(items.organizations, OrganizationAnswer, drop),
            agreements=_read(items.agreements, AgreementAnswer, drop),
        )
    except RecursionError as error:
        raise ValueError("The answer is nested too deeply.") from error


def _read(raw: Iterable[msgspec.Raw], kind: type[Item], drop: Drop) -> tuple[Item, ...]:
    found: list[Item] = []
    for item in raw:
        if len(found) == MOST_FACTS:
            drop("too many")
            continue
        try:
            found.append(msgspec.json.decode(item, type=kind))
        except msgspec.ValidationError:
            drop("malformed")
    return tuple(found)


@cache
def answer_schema() -> dict[str, Any]:
    """Return the JSON schema of an answer.

    As endpoints want it that hold a model strictly to a schema: every property is required, none
    is added, and what may be missing may be null.
    """
    _, parts = msgspec.json.schema_components([Answer], ref_template="#/$defs/{name}")
    # The whole must be an object itself, and no reference to one.
    return _strict(parts.pop(Answer.__name__) | {"$defs": parts})


def _strict(node: Any) -> Any:
    if isinstance(node, list):
        return [_strict(one) for one in node]  # pyright: ignore[reportUnknownVariableType] - JSON
    if not isinstance(node, dict):
        return node
    kept: dict[str, Any] = {key: _strict(one) for key, one in node.items() if key != "default"}  # pyright: ignore[reportUnknownVariableType] - JSON
    if isinstance(kept.get("enum"), str):
        kept["enum"] = list(load_ontology().enums[kept["enum"]].values)
    if "properties" in kept:
        kept |= {"required": list(kept["properties"]), "additionalProperties": False}
    return kept
