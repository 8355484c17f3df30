"""Operations: every root field of an operation compiled to one statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    OperationDefinitionNode,
    VariableDefinitionNode,
)

from graph.errors import InputError
from graph.statement import Statement
from schema.compiler.cypher import Branch, write_page, write_root
from schema.compiler.expression import Parameter
from schema.compiler.fit import enum_names
from schema.compiler.former import renewed
from schema.compiler.given import FOUND, Form, form_of
from schema.compiler.input_types import type_of
from schema.compiler.limits import Limits
from schema.compiler.plan import ListPlan, RootPlan
from schema.compiler.planner import Planner
from schema.compiler.price import Price, Pricing
from schema.compiler.roots import plan_root
from schema.compiler.rows import Finishing, Variables, value_of
from schema.compiler.searches import FieldSearch, PageSearch, values_of
from schema.compiler.selection import Selected, Selecting
from schema.compiler.terms import Parameters
from schema.compiler.written import taken_parameter
from schema.model.field import Records
from schema.model.model import Model
from schema.reader import Reader


@dataclass(frozen=True, slots=True)
class Compiled:
    """The statement of a root field, and how to make the field's value of its rows."""

    branches: tuple[Branch, ...]
    parameters: tuple[tuple[str, Parameter], ...]
    plan: RootPlan
    price: Price
    fitting: Finishing
    """Makes the response of rows."""
    search: FieldSearch | PageSearch | None = None

    async def answer(self, reader: Reader, variables: Variables, *, fitted: bool) -> Any:
        """The field's value for these variables, ``fitted`` as the response has it.

        Raises EntenteError or UnfitError.
        """
        if self.search:
            variables = {**variables, FOUND: await self.search.run(reader, variables)}
        finish = self.fitting if fitted else Finishing(self.plan, fitted=False)
        bound = self.bind(variables)
        if bound is None:
            return finish([], variables)
        statement, values = bound
        rows = await reader.read(statement, values)
        # An id that finds nothing may be that of a node which has another one now.
        if again := await renewed(self.plan, self.parameters, values, rows, reader):
            rows = await reader.read(statement, again)
        return finish(rows, variables)

    def bind(self, variables: Variables) -> tuple[Statement, dict[str, Any]] | None:
        """The statement and its parameters for these variables; None where nothing is asked.

        Raises InputError where a value cannot be used.
        """
        values = values_of(self.parameters, variables)
        texts = [
            branch.text
            for branch in self.branches
            if branch.given is None or value_of(branch.given, variables)
        ]
        return (Statement(" UNION ALL ".join(texts)), values) if texts else None


@dataclass(frozen=True, slots=True)
class Root:
    """A field of the query: its place in the document, and what answers it.

    That is a statement, the reason why there is none, or nothing for what GraphQL tells of itself.
    """

    name: str
    nodes: Sequence[FieldNode]
    answer: Compiled | InputError | None


Roots = Mapping[str, Root]
"""The root fields of an operation by response key."""


class Compiler:
    """Compiles operations on one schema."""

    def __init__(self, schema: GraphQLSchema, model: Model, limits: Limits) -> None:
        self.schema = schema
        self.model = model
        self.limits = limits
        self._enums = enum_names(schema)

    def compile(
        self, document: DocumentNode, operation: OperationDefinitionNode, form: Form
    ) -> Roots:
        """The root fields, each compiled, or with the reason why it cannot be."""
        fragments = {
            node.name.value: node
            for node in document.definitions
            if isinstance(node, FragmentDefinitionNode)
        }
        selecting = Selecting(self.schema, fragments, dict(form), self.limits)
        query = self.schema.query_type
        assert query is not None
        selected = selecting.select(query, [operation.selection_set])
        nodes = selecting.collect(query, [operation.selection_set])
        return {
            one.key: Root(one.name, nodes[one.key], self._compile_root(one)) for one in selected
        }

    def _compile_root(self, selected: Selected) -> Compiled | InputError | None:
        if selected.name.startswith("__"):
            return None
        try:
            plan = plan_root(Planner(self.model, self.limits, self._enums), selected)
        except InputError as error:
            return error
        parameters = Parameters()
        branches = write_root(plan, parameters)
        price = Pricing().root(plan)
        search = self._search(selected, plan)
        fitting = Finishing(plan, fitted=True)
        return Compiled(branches, parameters.all(), plan, price, fitting, search)

    def _search(self, selected: Selected, plan: RootPlan) -> FieldSearch | PageSearch | None:
        if isinstance(plan, ListPlan):
            return _page_search(plan)
        field = self.model.catalog.query[selected.name]
        if not isinstance(field, Records) or field.finder is None:
            return None
        given = selected.arguments
        arguments = tuple((one.name, taken_parameter(one, given)) for one in field.arguments)
        return FieldSearch(field.finder, arguments)


def _page_search(plan: ListPlan) -> PageSearch | None:
    if plan.page is None:
        return None
    parameters = Parameters()
    statement = Statement(write_page(plan.page, parameters))
    read = plan.connection.page.read
    return PageSearch(statement, parameters.all(), read, plan.page.first is not None)


def variables_form(
    schema: GraphQLSchema,
    definitions: Sequence[VariableDefinitionNode],
    coerced: Mapping[str, Any],
) -> Form:
    """The form of the variables of an operation, from their coerced values."""
    types = {one.variable.name.value: type_of(schema, one.type) for one in definitions}
    return tuple(
        (name, form_of(coerced[name], type_, (name,)))
        for name, type_ in types.items()
        if name in coerced
    )
