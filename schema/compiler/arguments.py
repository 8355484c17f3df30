"""Arguments of fields and directives, from the document and the form of the variables."""

from collections.abc import Mapping

from graphql import (
    ArgumentNode,
    GraphQLArgument,
    GraphQLInputField,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    Undefined,
    ValueNode,
    VariableNode,
)

from schema.compiler.given import NULL, Constant, Given, GivenList, GivenObject, plain
from schema.compiler.input_types import InputType, input_fields, item_type, leaf_value

Variables = Mapping[str, Given]


def _default(declared: GraphQLArgument | GraphQLInputField) -> Given | None:
    value = declared.default_value
    return None if value is Undefined else Constant(plain(value))


def _object(
    node: ObjectValueNode, fields: Mapping[str, GraphQLInputField], variables: Variables
) -> GivenObject:
    nodes = {field.name.value: field.value for field in node.fields or ()}
    found = (
        (name, _declared(nodes.get(name), declared, variables)) for name, declared in fields.items()
    )
    return GivenObject(tuple((name, given) for name, given in found if given is not None))


def _declared(
    node: ValueNode | None,
    declared: GraphQLArgument | GraphQLInputField,
    variables: Variables,
) -> Given | None:
    given = None if node is None else given_literal(node, declared.type, variables)
    return _default(declared) if given is None else given


def given_literal(node: ValueNode, type_: InputType, variables: Variables) -> Given | None:
    """What a value of a valid document gives; None for a variable that is absent."""
    if isinstance(node, VariableNode):
        return variables.get(node.name.value)
    if isinstance(node, NullValueNode):
        return NULL
    item, fields = item_type(type_), input_fields(type_)
    if item is not None:
        nodes = (node.values or ()) if isinstance(node, ListValueNode) else (node,)
        found = (given_literal(one, item, variables) for one in nodes)
        return GivenList(tuple(NULL if given is None else given for given in found))
    if fields is not None and isinstance(node, ObjectValueNode):
        return _object(node, fields, variables)
    return Constant(plain(leaf_value(node, type_)))


def given_arguments(
    declared: Mapping[str, GraphQLArgument], nodes: tuple[ArgumentNode, ...], variables: Variables
) -> Mapping[str, Given]:
    """The arguments that are given or have a default."""
    values = {node.name.value: node.value for node in nodes}
    found = {
        name: _declared(values.get(name), argument, variables)
        for name, argument in declared.items()
    }
    return {name: given for name, given in found.items() if given is not None}
