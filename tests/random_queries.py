"""Random queries that are valid against a schema, with values that the sample graph knows."""

from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import Any, cast

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
    is_object_type,
)

WORDS = ("China", "Xi", "South Korea", "Merkel", "EU", "e", "", "visit", "Baltic Post", "Président")
CODES = ("CHN", "KOR", "DEU", "USA", "XXX")
KEYS = ("xi-jinping", "angela-merkel", "parade", "boycott", "talks", "paris-agreement", "a1", "a2")
IDS = (
    "Nation:CHN",
    "Nation:KOR",
    "Person:xi-jinping",
    "Organization:european-union",
    "Event:parade",
    "Event:boycott",
    "Agreement:paris-agreement",
    "Agreement:trade-pact",
    "Article:a1",
    "Person:nobody",
    "nonsense",
)
DATES = ("2015-09-03", "2016-04-22", "2017-03-15", "2017-12-31", "1999-01-01")
NUMBERS = {"Int": (0, 1, 2, 3, 40), "Float": (-6.0, 0, 0.5, 0.8, 2.5)}

SELDOM = {"after": 0.02, "before": 0.02, "last": 0.05}
"""Arguments that are seldom given, because most of their values are refused."""

Type = Any


class RandomQuery:
    """One random operation: its document and the values of its variables."""

    def __init__(self, schema: GraphQLSchema, seed: int) -> None:
        self._schema = schema
        self._random = Random(seed)
        self._declared: list[str] = []
        self._fragments: list[str] = []
        self._left = 60
        self.variables: dict[str, Any] = {}
        query = schema.query_type
        assert query is not None
        fields = [self._root(query.fields, at) for at in range(self._random.randint(1, 3))]
        declared = f"({', '.join(self._declared)})" if self._declared else ""
        body = f"query Random{declared} {{ {' '.join(fields)} }}"
        self.document = "\n".join((body, *self._fragments))

    def _may(self, chance: float) -> bool:
        return self._random.random() < chance

    def _root(self, fields: Mapping[str, GraphQLField], at: int) -> str:
        name = self._random.choice(list(fields))
        return f"r{at}: {self._field(name, fields[name], 0)}"

    # Selections.

    def _selection(self, type_: Type, depth: int) -> str:
        chosen = [*self._fields(type_, depth)]
        if is_abstract_type(type_) and self._may(0.7):
            chosen += [
                f"... on {inner.name} {self._selection(inner, depth + 1)}"
                for inner in self._schema.get_possible_types(type_)
                if self._may(0.4)
            ]
        if self._may(0.1):
            chosen.append("__typename")
        self._random.shuffle(chosen)
        return f"{{ {' '.join(chosen or ['__typename'])} }}"

    def _fields(self, type_: Type, depth: int) -> Iterable[str]:
        names = self._random.sample(list(type_.fields), min(len(type_.fields), 4))
        for name in names:
            field = type_.fields[name]
            self._left -= 1
            leaf = is_leaf_type(get_named_type(field.type))
            if leaf or (depth < 7 and self._left > 0):
                yield self._alias(name) + self._field(name, field, depth)

    def _alias(self, name: str) -> str:
        """An alias of its own, so that nothing conflicts; a few fields are merged."""
        merged = name in {"id", "nodes", "edges", "node", "pageInfo", "totalCount"}
        if merged and self._may(0.7):
            return ""
        return f"{name}{self._random.randrange(10**6)}: "

    def _field(self, name: str, field: GraphQLField, depth: int) -> str:
        type_ = cast(Type, get_named_type(cast(Any, field.type)))
        text = name + self._arguments(field.args, name)
        if self._may(0.08):
            directive = self._random.choice(["skip", "include"])
            text += f" @{directive}(if: {self._variable('Boolean!', self._may(0.5))})"
        if is_leaf_type(type_):
            return text
        if is_object_type(type_) and self._may(0.1):
            fragment = f"F{len(self._fragments)}"
            self._fragments.append("")
            inner = self._selection(type_, depth + 1)
            self._fragments[int(fragment[1:])] = f"fragment {fragment} on {type_.name} {inner}"
            return f"{text} {{ ...{fragment} }}"
        return f"{text} {self._selection(type_, depth + 1)}"

    # Arguments.

    def _arguments(self, declared: Mapping[str, GraphQLArgument], field: str) -> str:
        if set(declared) == {"id", "code"} and self._may(0.9):
            # Exactly one is asked for.
            return f'(code: "{self._random.choice(CODES)}")'
        given = [
            f"{name}: {self._given(name, one.type, field)}"
            for name, one in declared.items()
            if isinstance(one.type, GraphQLNonNull) or self._may(SELDOM.get(name, 0.3))
        ]
        return f"({', '.join(given)})" if given else ""

    def _given(self, name: str, type_: Type, field: str) -> str:
        value = self._value(name, type_, field, 0)
        if self._may(0.3):
            return self._variable(str(type_), value)
        return _literal(value, type_)

    def _variable(self, type_: str, value: Any) -> str:
        name = f"v{len(self._declared)}"
        self._declared.append(f"${name}: {type_}")
        self.variables[name] = value
        return f"${name}"

    def _value(self, name: str, type_: Type, owner: str, depth: int) -> Any:
        if isinstance(type_, GraphQLNonNull):
            return self._value(name, cast(Any, type_).of_type, owner, depth)
        if isinstance(type_, GraphQLList):
            item = cast(Any, type_).of_type
            many = self._random.randint(1 if name == "orderBy" else 0, 2)
            return [self._value(name, item, owner, depth + 1) for _ in range(many)]
        if isinstance(type_, GraphQLInputObjectType):
            return self._object(type_.fields, type_.name, depth)
        if isinstance(type_, GraphQLEnumType):
            return self._random.choice(list(type_.values))
        return self._scalar(name, type_.name, owner)

    def _object(self, fields: Mapping[str, GraphQLInputField], name: str, depth: int) -> Any:
        required = [key for key, one in fields.items() if isinstance(one.type, GraphQLNonNull)]
        needed = [key for key in required if fields[key].default_value is not False]
        optional: Sequence[str] = [key for key in fields if key not in needed] if depth < 4 else ()
        chosen = self._random.sample(optional, min(len(optional), self._random.randint(0, 2)))
        return {
            key: self._value(key, fields[key].type, name, depth + 1) for key in (*needed, *chosen)
        }

    def _scalar(self, name: str, type_: str, owner: str) -> Any:
        choice = self._random.choice
        if name in {"first", "last"}:
            return choice((0, 1, 2, 3, 5, 101 if self._may(0.05) else 4))
        if name in {"after", "before"} and type_ == "String":
            return "nonsense"
        if type_ in NUMBERS:
            return choice(NUMBERS[type_])
        if type_ in {"Date", "DateTime"}:
            return choice(DATES)
        if type_ == "Boolean":
            return self._may(0.5)
        if type_ == "ID":
            label = owner.removesuffix("Filter").capitalize()
            own = [one for one in IDS if one.startswith(label)]
            return choice(own or IDS) if self._may(0.8) else choice(KEYS)
        return choice(CODES) if self._may(0.4) or name in {"code", "between"} else choice(WORDS)


def _literal(value: Any, type_: Type) -> str:
    """A value as it stands in a document."""
    if isinstance(type_, GraphQLNonNull):
        return _literal(value, cast(Any, type_).of_type)
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(type_, GraphQLList):
        inner = cast(Any, type_).of_type
        return f"[{', '.join(_literal(one, inner) for one in value)}]"
    if isinstance(type_, GraphQLInputObjectType):
        parts = (f"{key}: {_literal(one, type_.fields[key].type)}" for key, one in value.items())
        return f"{{{', '.join(parts)}}}"
    if isinstance(type_, GraphQLEnumType) or isinstance(value, int | float):
        return str(value)
    return '"' + value + '"'
