"""The plan: what a statement reads, as plain data, before it is Cypher.

Response keys are the client's own words, but GraphQL allows only letters, digits and underscores
in them.
"""

from dataclasses import dataclass

from schema.compiler.expression import (
    AnchoredMatch,
    Condition,
    Expression,
    KeysMatch,
    Match,
    NodeMatch,
    OrderKey,
    Parameter,
    Read,
    WalkMatch,
    WrittenMatch,
)
from schema.compiler.fit import Fit

# What is read of it.


@dataclass(frozen=True, slots=True)
class ObjectPlan:
    """An object of one type: its entries, read around a variable; around none where it is empty."""

    type_name: str
    variable: str
    entries: tuple["Entry", ...]
    worked: tuple["Entry", ...] = ()
    """Those of the entries that are not yet the response when they are read."""

    @property
    def works(self) -> bool:
        """Whether anything of it needs work."""
        return bool(self.worked)


@dataclass(frozen=True, slots=True)
class Choice:
    """An object whose type is that of the node's label."""

    variable: str
    options: tuple[tuple[str, ObjectPlan], ...]

    @property
    def works(self) -> bool:
        """It always does: its rows tell their type."""
        return True

    def option(self, type_name: str) -> ObjectPlan:
        """The plan of one type."""
        return next(plan for name, plan in self.options if name == type_name)


Found = ObjectPlan | Choice


@dataclass(frozen=True, slots=True)
class ValueEntry:
    """A value, to be made fit for the response where it does not fit as it is."""

    key: str
    expression: Expression
    fit: Fit | None = None


@dataclass(frozen=True, slots=True)
class ObjectEntry:
    """An object of the same match; null where ``condition`` does not hold.

    The type of the field promises it where it is ``required``.
    """

    key: str
    found: Found
    condition: Condition | None = None
    required: bool = False


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
    """The edges of a connection: objects of ``slot``.

    ``keys`` are all response keys of an edge, ``cursors`` those that ask for the cursor.
    """

    key: str
    slot: str
    keys: tuple[str, ...]
    cursors: frozenset[str]


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


def needs_cursors(member: Member) -> bool:
    """Whether a member asks for a cursor."""
    match member:
        case EdgesMember(cursors=cursors):
            return bool(cursors)
        case PageInfoMember(_, fields):
            return any(name.endswith("Cursor") for _, name in fields)
        case _:
            return False


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
    objects of ``slots``, each under a key that no client can use, or where it is ``bare`` it is the
    only object itself. ``order_name`` goes into the cursors.
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
    def bare(self) -> bool:
        """Whether a row is nothing but one object."""
        return len(self.slots) == 1 and not self.needs_cursors

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
        return any(map(needs_cursors, self.members))


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


def needs_work(entry: Entry) -> bool:
    """Whether an entry is not yet the response when it is read."""
    match entry:
        case ValueEntry():
            return entry.fit is not None
        case ObjectEntry():
            return entry.required or entry.found.works
        case FirstEntry():
            return entry.found.works
        case ConnectionEntry() | RecordsEntry():
            return True


# Whole statements.


@dataclass(frozen=True, slots=True)
class Start:
    """A way to find the nodes of a list: what is matched, and what is left to ask of it.

    It does only for variables with which ``given`` is something.
    """

    match: NodeMatch | KeysMatch | AnchoredMatch
    condition: Condition
    given: Parameter | None = None


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A statement that tells which nodes stand on a page, as the only thing it does.

    Where an index sorts by the ``first`` key, nodes come in the order of that key alone; else
    they are those of the page.
    """

    match: NodeMatch
    condition: Condition
    key: Read
    first: Read | None
    order: tuple[OrderKey, ...]
    most: Parameter


@dataclass(frozen=True, slots=True)
class ListPlan:
    """A root field that is a list in pages, found from one of several starts.

    With a ``page``, its nodes are looked for first.
    """

    connection: ConnectionPlan
    starts: tuple[Start, ...]
    page: PagePlan | None = None


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
