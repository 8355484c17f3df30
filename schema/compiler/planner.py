"""The planner: from what is asked of an object to what is read of the graph."""

from schema.compiler.conditions import Filtering
from schema.compiler.connections import plan_connection
from schema.compiler.expression import (
    Compare,
    FirstOf,
    NodeMatch,
    Operator,
    Parameter,
    Read,
    Word,
)
from schema.compiler.fit import EnumNames, fit_of
from schema.compiler.given import Constant, Given
from schema.compiler.limits import Limits
from schema.compiler.orders import order_keys
from schema.compiler.plan import (
    Choice,
    ConnectionEntry,
    Entry,
    FirstEntry,
    Found,
    ObjectEntry,
    ObjectPlan,
    RecordsEntry,
    ValueEntry,
    needs_work,
)
from schema.compiler.scope import Names, Scope, value_expression
from schema.compiler.selection import Selected
from schema.compiler.starts import with_partner
from schema.compiler.walks import in_role, walk_match
from schema.compiler.written import columns_read, taken_parameter, written_match
from schema.model.field import (
    End,
    Field,
    Lookup,
    Many,
    Nodes,
    One,
    Part,
    Path,
    Records,
    Shape,
    Value,
)
from schema.model.model import Model

TYPENAME = "__typename"


class Planner:
    """Plans the objects of one statement."""

    def __init__(self, model: Model, limits: Limits, enums: EnumNames) -> None:
        self._enums = enums
        self.model = model
        self.limits = limits
        self.names = Names()
        self.filtering = Filtering(model, self.names, limits)
        self._planned: dict[tuple[Scope, Selected, Field], Entry] = {}

    def node(self, nodes: Nodes, selected: Selected, scope: Scope) -> Found:
        """The node of a scope, whichever of the labels it has."""
        if len(nodes.labels) == 1:
            return self.label(nodes.labels[0], selected, scope)
        options = ((label, self.label(label, selected, scope)) for label in nodes.labels)
        return Choice(scope.node, tuple(options))

    def label(self, label: str, selected: Selected, scope: Scope) -> ObjectPlan:
        """The node of a scope, as one of this label."""
        return self.object(self.model.catalog.shapes[label], selected, scope)

    def object(self, shape: Shape, selected: Selected, scope: Scope) -> ObjectPlan:
        """An object of a shape, with what is asked of it."""
        entries = tuple(self._entry(shape, child, scope) for child in selected.of(shape.type))
        variable = scope.node if shape.label or scope.columns else scope.base
        return ObjectPlan(shape.type, variable, entries, tuple(filter(needs_work, entries)))

    def _entry(self, shape: Shape, selected: Selected, scope: Scope) -> Entry:
        if selected.name == TYPENAME:
            return ValueEntry(selected.key, Word(shape.type))
        field = shape.fields[selected.name]
        match field:
            case Value():
                expression = value_expression(field.source, field.type, scope)
                fit = fit_of(field.type, field.source, self._enums)
                return ValueEntry(selected.key, expression, fit)
            case Part():
                return self._part(field, selected, scope)
            case End():
                end = Scope(scope.column(field.column)) if field.column else scope
                found = self.node(field.nodes, selected, end)
                return ObjectEntry(selected.key, found, required=not field.optional)
            case Lookup() | One() | Many() | Records():
                return self._walk(field, selected, scope)

    def _walk(
        self, field: Lookup | One | Many | Records, selected: Selected, scope: Scope
    ) -> Entry:
        """What is asked alike of several labels is planned, and read, once."""
        key = (scope, selected, field)
        if key not in self._planned:
            match field:
                case Lookup():
                    self._planned[key] = self._lookup(field, selected, scope)
                case One():
                    self._planned[key] = self._one(field, selected, scope)
                case Many():
                    self._planned[key] = self._many(field, selected, scope)
                case Records():
                    self._planned[key] = self.records(field, selected, scope)
        return self._planned[key]

    def _part(self, field: Part, selected: Selected, scope: Scope) -> ObjectEntry:
        found = self.object(self.model.catalog.shapes[field.shape], selected, scope)
        if field.unless_empty is None:
            return ObjectEntry(selected.key, found)
        read = Read(scope.variable(field.unless_empty.on), field.unless_empty.name)
        return ObjectEntry(selected.key, found, Compare(read, Operator.UNEQUAL, Word("")))

    def _lookup(self, field: Lookup, selected: Selected, scope: Scope) -> FirstEntry:
        inner = self.names.scope(edge=False)
        label = field.nodes.labels[0]
        read = Read(scope.variable(field.key.on), field.key.name)
        # Not null: the embedded engine looks through the whole label for that.
        key = FirstOf((read, Word("")))
        match = NodeMatch(inner.node, label, (self.model.catalog.keys[label], key))
        return FirstEntry(selected.key, match, (), self.label(label, selected, inner))

    def _one(self, field: One, selected: Selected, scope: Scope) -> FirstEntry:
        inner = self.names.scope(edge=True)
        match = walk_match(scope, inner, field.path, self.model)
        order = order_keys(field.order, field.path.nodes, field.path, inner, self.model)
        if field.shape is None:
            found = self.node(field.path.nodes, selected, inner)
        else:
            found = self.object(self.model.catalog.shapes[field.shape], selected, inner)
        return FirstEntry(selected.key, match, order, found)

    def _many(self, field: Many, selected: Selected, scope: Scope) -> ConnectionEntry:
        connection = self.model.catalog.connections[field.connection]
        arguments = selected.arguments
        if isinstance(field.path, Path):
            inner = self.names.scope(edge=True)
            path = in_role(field.path, _role(arguments.get("role")))
            match = walk_match(scope, inner, path, self.model)
        else:
            inner = self.names.written(node=True, edge=field.path.edge)
            path = None
            match = written_match(field.path, scope, inner, field.arguments, arguments)
        plan = plan_connection(self, connection, selected, match, inner, field.order, path)
        return ConnectionEntry(selected.key, with_partner(plan, self.model))

    def records(self, field: Records, selected: Selected, scope: Scope | None) -> RecordsEntry:
        """What a written walk gives; there is no scope around a field of the query."""
        walk = field.written
        inner = self.names.written(node=walk.nodes is not None, edge=walk.edge)
        shape = self.model.catalog.shapes[field.shape]
        asked = (one.name for one in selected.of(shape.type) if one.name != TYPENAME)
        read = columns_read(walk, (shape.fields[name] for name in asked))
        match = written_match(walk, scope, inner, field.arguments, selected.arguments, read)
        limited = [one for one in field.arguments if one.name == field.size]
        return RecordsEntry(
            selected.key,
            match,
            self.object(shape, selected, inner),
            taken_parameter(limited[0], selected.arguments)
            if limited
            else Parameter(Constant(field.size)),
            bool(limited),
            field.many,
        )


def _role(given: Given | None) -> str | None:
    return given.value if isinstance(given, Constant) else None
