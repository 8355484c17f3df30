"""The schema, built of the model."""

import strawberry
from graphql import GraphQLSchema
from strawberry.schema.config import StrawberryConfig

from schema.model.model import Model
from schema.types.building import Namespace
from schema.types.enums import build_enums
from schema.types.inputs import build_inputs
from schema.types.objects import build_objects
from schema.types.query import build_query
from schema.types.scalars import Date, DateTime, scalar_map
from schema.types.wiring import wire


def core_schema(schema: strawberry.Schema) -> GraphQLSchema:
    """The schema of graphql-core under a Strawberry schema."""
    return schema._schema  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - no other way


def build_schema(model: Model) -> strawberry.Schema:
    """The Strawberry schema over rows of the graph."""
    names: Namespace = {"Date": Date, "DateTime": DateTime, "ID": strawberry.ID}
    names |= build_enums(model.ontology, model.catalog)
    names |= build_inputs(model.filters, names)
    names |= build_objects(model.catalog, names)
    config = StrawberryConfig(scalar_map=scalar_map())
    schema = strawberry.Schema(query=build_query(model.catalog, names), config=config)
    wire(core_schema(schema))
    return schema
