"""Scalars of our own: days and moments as ISO 8601 text, as the graph keeps them."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, NewType

import strawberry
from graphql import GraphQLError, ValueNode, value_from_ast_untyped
from strawberry.types.scalar import ScalarDefinition

Date = NewType("Date", str)
DateTime = NewType("DateTime", str)

ISO_8601 = "https://www.iso.org/iso-8601-date-and-time-format.html"


def parse_date(given: Any) -> str:
    """A day given by a client; raises GraphQLError where it is none."""
    try:
        return date.fromisoformat(given).isoformat()
    except (TypeError, ValueError):
        raise GraphQLError(f"Date cannot be {given!r}: give a day as YYYY-MM-DD.") from None


def parse_moment(given: Any) -> str:
    """A day or moment given by a client, as text; raises GraphQLError where it is neither."""
    try:
        datetime.fromisoformat(given)
    except (TypeError, ValueError):
        raise GraphQLError(
            f"DateTime cannot be {given!r}: give YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ."
        ) from None
    return str(given)


def _literal(parse: Callable[[Any], str]) -> Callable[..., str]:
    """Parses what stands in the document, and tells where it stands."""

    def parse_literal(node: ValueNode, variables: dict[str, Any] | None = None) -> str:
        try:
            return parse(value_from_ast_untyped(node, variables))
        except GraphQLError as error:
            raise GraphQLError(error.message, node) from None

    return parse_literal


def scalar_map() -> Mapping[object, ScalarDefinition]:
    """The scalars, as Strawberry wants to know them."""
    return {
        Date: strawberry.scalar(
            name="Date",
            description="A day, as ISO 8601 text: 2017-08-24.",
            specified_by_url=ISO_8601,
            serialize=str,
            parse_value=parse_date,
            parse_literal=_literal(parse_date),
        ),
        DateTime: strawberry.scalar(
            name="DateTime",
            description="A moment, as ISO 8601 text as the source states it: "
            "2017-08-24T23:21:00Z, without the Z where no time zone was named, or the day alone.",
            specified_by_url=ISO_8601,
            serialize=str,
            parse_value=parse_moment,
            parse_literal=_literal(parse_moment),
        ),
    }
