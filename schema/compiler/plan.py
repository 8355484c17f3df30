"""The plan: what a statement reads, as plain data, before it is Cypher.

Response keys are the client's own words, but GraphQL allows only letters, digits and underscores
in them.
"""

from dataclasses import dataclass

from schema.compiler.expression import (
    Condition,
    Expression,
    Match,
    NodeMatch,
    OrderKey,
    Parameter,
    Read,
    WalkMatch,
    WrittenMatch,
)

# What is read of it.


@dataclass(frozen=True, slots=True)
class ObjectPlan:
    """An object of one type: its entries, read around a variable; around none where it is empty."""

    type_name: str
    variable: str
    entries: tuple["Entry", ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """An object whose type is that of the node's label."""

    variable: str
    options: tuple[tuple[str, ObjectPlan], ...]


Found = ObjectPlan | Choice


@dataclass(frozen=True, slots=True)
class ValueEntry:
    """A value."""

    key: str
    expression: Expression


@dataclass(frozen=True, slots=True)
class ObjectEntry:
    """An object of the same match; null where ``condition`` does not hold."""

    key: str
    found: Found
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class FirstEntry:
    """The first of another match; null where there is none."""

    key: str
    match: Match
    order: tuple[OrderKey, ...]
    found: Found


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of a list: how many, between which cursors, and from which end.

    ``limit`` is the number that is asked for, ``read`` one more, to know if there is more.
    """

    limit: Parameter
    read: Parameter
    backward: bool
    after: bool
    before: bool


@dataclass(frozen=True, slots=True)
class EdgesMember:
    """The edges of a connection: objects of ``slot``; ``cursors`` are keys that ask for it."""

    key: str
    slot: str
    cursors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NodesMember:
    """The nodes of a connection: objects of ``slot``."""

    key: str
    slot: str


@dataclass(frozen=True, slots=True)
class PageInfoMember:
    """Where the page stands: response keys with the names of what they ask for."""

    key: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TotalMember:
    """The number of all."""

    key: str


@dataclass(frozen=True, slots=True)
class TypenameMember:
    """The name of the connection's type."""

    key: str
    type_name: str


Member = EdgesMember | NodesMember | PageInfoMember | TotalMember | TypenameMember


@dataclass(frozen=True, slots=True)
class DerivedKey:
    """A key to sort by that has to be found out: how many match, or the ``greatest`` of them."""

    variable: str
    match: WalkMatch
    greatest: Read | None


@dataclass(frozen=True, slots=True)
class ConnectionPlan:
    """A list in pages.

    ``condition`` is what the client filters by, ``within`` keeps to the cursors. A row holds the
    objects of ``slots``, each under a key that no client can use. ``order_name`` goes into the
    cursors.
    """

    match: Match
    condition: Condition
    within: Condition
    derived: tuple[DerivedKey, ...]
    order: tuple[OrderKey, ...]
    order_name: str
    page: Page
    slots: tuple[tuple[str, Found], ...]
    members: tuple[Member, ...]

    @property
    def counts(self) -> bool:
        """Whether the number of all is asked for."""
        return any(isinstance(member, TotalMember) for member in self.members)

    @property
    def lists(self) -> bool:
        """Whether anything but the number of all is asked for."""
        return any(not isinstance(m, TotalMember | TypenameMember) for m in self.members)

    @property
    def needs_cursors(self) -> bool:
        """Whether a cursor is asked for."""
        return any(
            (isinstance(member, EdgesMember) and member.cursors)
            or (
                isinstance(member, PageInfoMember)
                and any(name.endswith("Cursor") for _, name in member.fields)
            )
            for member in self.members
        )


@dataclass(frozen=True, slots=True)
class ConnectionEntry:
    """A list in pages, within an object."""

    key: str
    connection: ConnectionPlan


@dataclass(frozen=True, slots=True)
class RecordsEntry:
    """What a written walk gives: a list, cut at ``size`` where ``limited``, or the first alone."""

    key: str
    match: WrittenMatch
    found: ObjectPlan
    size: Parameter
    limited: bool
    many: bool


Entry = ValueEntry | ObjectEntry | FirstEntry | ConnectionEntry | RecordsEntry

# Whole statements.


@dataclass(frozen=True, slots=True)
class ListPlan:
    """A root field that is a list in pages."""

    connection: ConnectionPlan


@dataclass(frozen=True, slots=True)
class OnePlan:
    """A root field that is one node by its key."""

    match: NodeMatch
    found: ObjectPlan


@dataclass(frozen=True, slots=True)
class NodesOption:
    """What to read of one label; ``given`` are the keys of this label with their positions."""

    label: str
    given: Parameter
    match: NodeMatch
    found: ObjectPlan


@dataclass(frozen=True, slots=True)
class NodesPlan:
    """A root field that is nodes by their global ids, in the order of the ``count`` ids given."""

    options: tuple[NodesOption, ...]
    count: Parameter
    many: bool


@dataclass(frozen=True, slots=True)
class RecordsPlan:
    """A root field that is what a written walk gives."""

    records: RecordsEntry


RootPlan = ListPlan | OnePlan | NodesPlan | RecordsPlan
