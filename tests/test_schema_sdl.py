"""The schema itself: committed, described, and as the ontology has it."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from graphql import (
    GraphQLNamedType,
    GraphQLSchema,
    build_schema,
    get_introspection_query,
    is_enum_type,
    is_input_object_type,
    is_interface_type,
    is_introspection_type,
    is_object_type,
    is_specified_scalar_type,
    validate_schema,
)

from graph.ontology import load_ontology
from schema.model.field import Direction, Many, One
from schema.model.field import Path as Walk
from schema.model.model import build_model
from schema.model.order import upper
from schema.model.walks import INTERNAL
from schema.sdl import print_sdl
from schema.service import GraphQLService
from tests.schema_graph import Client, client

__all__ = ["client"]

COMMITTED = Path(__file__).parent.parent / "schema.graphql"


@pytest.fixture(scope="module")
def sdl() -> str:
    return print_sdl(load_ontology())


@pytest.fixture(scope="module")
def schema(sdl: str) -> GraphQLSchema:
    return build_schema(sdl)


def test_the_committed_schema_is_the_schema(sdl: str) -> None:
    assert COMMITTED.read_text(encoding="utf-8") == sdl, "python -m schema.sdl > schema.graphql"


def test_the_schema_is_valid(schema: GraphQLSchema) -> None:
    assert validate_schema(schema) == []


def _members(type_: GraphQLNamedType) -> Iterable[tuple[str, str | None]]:
    """The values, fields and arguments of a type, with their descriptions."""
    if is_enum_type(type_):
        yield from ((key, value.description) for key, value in type_.values.items())
    elif is_input_object_type(type_):
        yield from ((key, field.description) for key, field in type_.fields.items())
    elif is_object_type(type_) or is_interface_type(type_):
        for key, field in type_.fields.items():
            yield key, field.description
            yield from ((f"{key}({name})", one.description) for name, one in field.args.items())


def _undescribed(schema: GraphQLSchema) -> Iterable[str]:
    for name, type_ in schema.type_map.items():
        if not is_introspection_type(type_) and not is_specified_scalar_type(type_):
            members = [("", type_.description), *_members(type_)]
            yield from (f"{name}.{member}" for member, told in members if not told)


def test_everything_is_described(schema: GraphQLSchema) -> None:
    assert list(_undescribed(schema)) == []


def test_closed_lists_are_enums(schema: GraphQLSchema) -> None:
    for name, closed in load_ontology().enums.items():
        type_ = schema.type_map[name]
        assert is_enum_type(type_)
        assert type_.description == closed.description
        told = {key: value.description for key, value in type_.values.items()}
        assert told == {upper(value): meaning for value, meaning in closed.values.items()}


def test_every_relationship_is_walked_from_both_ends() -> None:
    ontology = load_ontology()
    walked: set[tuple[str, str, Direction]] = set()
    for shape in build_model(ontology).catalog.shapes.values():
        for field in shape.fields.values():
            if isinstance(field, Many | One) and isinstance(field.path, Walk) and shape.label:
                walked |= {(shape.label, name, field.path.direction) for name in field.path.types}
    wanted = {
        (label, one.name, direction)
        for one in ontology.relationships.values()
        if one.name not in INTERNAL
        for labels, direction in ((one.sources, Direction.OUT), (one.targets, Direction.IN))
        for label in labels
    }
    assert walked == wanted


def test_relay_finds_what_it_needs(schema: GraphQLSchema) -> None:
    connections = [name for name in schema.type_map if name.endswith("Connection")]
    assert connections
    for name in connections:
        connection = schema.type_map[name]
        assert is_object_type(connection)
        assert list(connection.fields) == ["edges", "nodes", "pageInfo", "totalCount"]
        edge = schema.type_map[name.replace("Connection", "Edge")]
        assert is_object_type(edge)
        assert {"cursor", "node"} <= edge.fields.keys()
        assert str(edge.fields["cursor"].type) == "String!"
    node = schema.type_map["Node"]
    assert is_interface_type(node)
    assert {one.name for one in schema.get_possible_types(node)} == {
        "Person",
        "Nation",
        "Organization",
        "Event",
        "Agreement",
        "Article",
        "Load",
    }


def test_what_serves_the_graph_itself_is_not_shown(sdl: str) -> None:
    for internal in ("revision", "stamps", "claims", "Dyad", "Lane", "articleId"):
        assert internal not in sdl


@pytest.mark.anyio
async def test_introspection(client: Client) -> None:
    data = await client.data(get_introspection_query())
    assert data["__schema"]["queryType"]["name"] == "Query"
    assert data["__schema"]["mutationType"] is None


def test_the_service_shows_its_schema() -> None:
    assert "Person" in GraphQLService(load_ontology()).schema.as_str()
