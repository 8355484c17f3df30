"""Paging: which nodes stand on a page of a root list, looked for before anything is read of them.

Engines seek a range in an index, or sort by one, in a statement that does nothing else. So a list
that begins at a whole label asks such a statement for the keys of its page, and then reads these
nodes. Nodes without the property stand in no index: where a page is not filled without them, the
list begins at the label after all.
"""

from schema.compiler.cursors import cursor_key
from schema.compiler.expression import (
    EVERYTHING,
    Compare,
    Condition,
    FirstOf,
    KeysMatch,
    NodeMatch,
    Operator,
    OrderKey,
    Parameter,
    Read,
    Word,
    all_of,
)
from schema.compiler.given import FOUND, FromVariable, Given, is_null
from schema.compiler.plan import ConnectionPlan, ListPlan, PagePlan, Start
from schema.compiler.starts import conjuncts
from schema.model.model import Model

KEYS = FromVariable((FOUND, "keys"))
"""The keys of the page; None where they are not known."""

MOST = Parameter(FromVariable((FOUND, "most")))
"""How many nodes are looked at."""

SEEKS = frozenset(
    {
        Operator.EQUAL,
        Operator.IN,
        Operator.LESS,
        Operator.LESS_OR_EQUAL,
        Operator.GREATER,
        Operator.GREATER_OR_EQUAL,
    }
)
"""Comparisons that an index serves."""


def with_page(plan: ListPlan, after: Given | None, model: Model) -> ListPlan:
    """The plan, with a look for its page where an index serves."""
    connection, [start, *others] = plan.connection, plan.starts
    if others or not isinstance(start.match, NodeMatch) or not connection.lists:
        return plan
    page = _page(connection, start.match, after, model)
    if page is None:
        return plan
    keys = KeysMatch(start.match.node, start.match.label, page.key.name, Parameter(KEYS))
    known = Start(keys, EVERYTHING, Parameter(KEYS, lambda found: found is not None))
    unknown = Start(start.match, start.condition, Parameter(KEYS, lambda found: found is None))
    return ListPlan(connection, (known, unknown), page)


def _page(
    plan: ConnectionPlan, match: NodeMatch, after: Given | None, model: Model
) -> PagePlan | None:
    if plan.derived:
        return None
    key = Read(match.node, model.catalog.keys[match.label])
    if plan.condition == EVERYTHING:
        first = _sorted_by_index(plan, match, model)
        if first is None:
            return None
        condition = all_of((_range(plan, first, after), plan.within))
        order = (OrderKey(first, plan.order[0].descending, str),)
        return PagePlan(match, condition, key, first, order, MOST)
    if not any(_seeks(one, match, model) for one in conjuncts(plan.condition)):
        return None
    condition = all_of((plan.condition, plan.within))
    return PagePlan(match, condition, key, None, plan.order, plan.page.read)


def _is_indexed(read: Read, match: NodeMatch, model: Model) -> bool:
    given = model.ontology.labels[match.label].properties.get(read.name)
    return read.variable == match.node and given is not None and given.index


def _sorted_by_index(plan: ConnectionPlan, match: NodeMatch, model: Model) -> Read | None:
    """The first key, where an index sorts by it and what is missing comes last."""
    expression = plan.order[0].expression
    if plan.page.backward or not isinstance(expression, FirstOf):
        return None
    read = expression.options[0]
    return read if isinstance(read, Read) and _is_indexed(read, match, model) else None


def _range(plan: ConnectionPlan, first: Read, after: Given | None) -> Condition:
    """Where in the index the page begins; no text is less than the empty one."""
    if after is None or is_null(after):
        return Compare(first, Operator.GREATER_OR_EQUAL, Word(""))
    kinds = tuple(key.kind for key in plan.order)
    begins = Parameter(after, cursor_key(plan.order_name, kinds, 0))
    operator = Operator.LESS_OR_EQUAL if plan.order[0].descending else Operator.GREATER_OR_EQUAL
    return Compare(first, operator, begins)


def _seeks(condition: Condition, match: NodeMatch, model: Model) -> bool:
    match condition:
        case Compare(Read() as read, operator, Parameter()):
            return operator in SEEKS and _is_indexed(read, match, model)
        case _:
            return False
