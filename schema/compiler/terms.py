"""Terms of Cypher: the text of expressions, conditions and matches."""

import re
from collections.abc import Iterable

from schema.compiler.expression import (
    EVERYTHING,
    AllOf,
    AnchoredMatch,
    AnyOf,
    Compare,
    Condition,
    Counted,
    EmptyList,
    Exists,
    Expression,
    Filled,
    FirstOf,
    HasLabel,
    HoldsAll,
    HoldsAny,
    IsNull,
    Joined,
    KeysMatch,
    LabelOf,
    Lowered,
    Match,
    NodeMatch,
    Not,
    Parameter,
    Read,
    TypeOf,
    Variable,
    WalkMatch,
    Word,
    WrittenMatch,
)
from schema.model.field import Direction

NAME = re.compile(r"[A-Za-z0-9_#]+")
WORD = re.compile(r"[A-Za-z0-9_: -]*")
PLACEHOLDER = re.compile(r"[@$][A-Za-z]+")


class Parameters:
    """The parameters of a statement: a name for each, once."""

    def __init__(self) -> None:
        self._names: dict[Parameter, str] = {}

    def name(self, parameter: Parameter) -> str:
        """The name of a parameter, without the dollar sign."""
        return self._names.setdefault(parameter, f"p{len(self._names)}")

    def all(self) -> tuple[tuple[str, Parameter], ...]:
        """All parameters by name."""
        return tuple((name, parameter) for parameter, name in self._names.items())


def quoted(name: str) -> str:
    """A name that no word of Cypher can be; raises ValueError if it is not plain."""
    if not NAME.fullmatch(name):
        raise ValueError(name)
    return f"`{name}`"


def word(text: str) -> str:
    """A text of ours; raises ValueError if it is not plain."""
    if not WORD.fullmatch(text):
        raise ValueError(text)
    return f"'{text}'"


def expression(given: Expression, parameters: Parameters) -> str:  # noqa: C901 - one arm a kind
    """The text of an expression."""
    match given:
        case Parameter():
            return f"${parameters.name(given)}"
        case Read(variable, name):
            return f"{variable}.{quoted(name)}"
        case FirstOf(options):
            return f"coalesce({_listed(options, parameters)})"
        case Filled(of):
            text = expression(of, parameters)
            return f"CASE WHEN {text} <> '' THEN {text} END"
        case EmptyList():
            return "[]"
        case Word(text):
            return word(text)
        case Joined(left, right):
            return f"{expression(left, parameters)} + {expression(right, parameters)}"
        case Lowered(of):
            return f"toLower({expression(of, parameters)})"
        case Variable(name):
            return name
        case TypeOf(variable):
            return f"type({variable})"
        case LabelOf(variable):
            return f"head(labels({variable}))"


def _listed(given: Iterable[Expression], parameters: Parameters) -> str:
    return ", ".join(expression(one, parameters) for one in given)


def condition(given: Condition, parameters: Parameters) -> str:  # noqa: C901 - one arm a kind
    """The text of a condition, safe to stand beside others."""
    match given:
        case Compare(left, operator, right):
            left, right = expression(left, parameters), expression(right, parameters)
            return f"{left} {operator.value} {right}"
        case IsNull(of):
            return f"{expression(of, parameters)} IS NULL"
        case HasLabel(variable, label):
            return f"{variable}:{quoted(label)}"
        # Not any() or all(): the embedded engine loses their variables in a nested subquery.
        case HoldsAny(held, wanted):
            held, wanted = expression(held, parameters), expression(wanted, parameters)
            return f"size([one IN {held} WHERE one IN {wanted}]) > 0"
        case HoldsAll(held, wanted):
            held, wanted = expression(held, parameters), expression(wanted, parameters)
            return f"size([one IN {wanted} WHERE NOT one IN {held}]) = 0"
        case AllOf(of):
            return _joined(of, " AND ", "true", parameters)
        case AnyOf(of):
            return _joined(of, " OR ", "false", parameters)
        case Not(of):
            return _negated(of, parameters)
        case Exists(found, of):
            return f"EXISTS {{ {matching(found, parameters)}{where(of, parameters)} }}"
        case Counted():
            return _counted(given, parameters)


def _counted(given: Counted, parameters: Parameters) -> str:
    # Not COUNT {}: that of the embedded engine does not know DISTINCT, and its parser is slower.
    counted = f"DISTINCT {expression(given.distinct, parameters)}" if given.distinct else "*"
    number = f"{handle(given.match)}_number"
    tests = " AND ".join(
        f"{number} {operator.value} {expression(value, parameters)}"
        for operator, value in given.numbers
    )
    matched = f"{matching(given.match, parameters)}{where(given.condition, parameters)}"
    asked = f" WHERE {tests}" if tests else ""
    return f"EXISTS {{ {matched} WITH count({counted}) AS {number}{asked} RETURN {number} }}"


def _joined(of: Iterable[Condition], operator: str, none: str, parameters: Parameters) -> str:
    parts = [condition(one, parameters) for one in of]
    return f"({operator.join(parts)})" if parts else none


def _negated(given: Condition, parameters: Parameters) -> str:
    match given:
        case IsNull(of):
            return f"{expression(of, parameters)} IS NOT NULL"
        case Exists() | Counted() | HasLabel():
            return f"NOT {condition(given, parameters)}"
        case _:
            return f"NOT coalesce({condition(given, parameters)}, false)"


def where(given: Condition, parameters: Parameters) -> str:
    """A WHERE with a condition, or nothing where everything passes."""
    return "" if given == EVERYTHING else f" WHERE {condition(given, parameters)}"


def matching(given: Match, parameters: Parameters, start_label: str | None = None) -> str:
    """The clause of a match; a walk only from a node of ``start_label``, where given."""
    match given:
        case NodeMatch():
            return f"MATCH {_node_pattern(given, parameters)}"
        case KeysMatch(node, label, key, keys):
            found = f"MATCH ({node}:{quoted(label)} {{{quoted(key)}: {node}_key}})"
            return f"UNWIND ${parameters.name(keys)} AS {node}_key {found}"
        case WrittenMatch():
            return written(given.clause, given, parameters)
        case AnchoredMatch():
            return _anchored(given, parameters)
        case WalkMatch(partner=Parameter()) if start_label in {None, "Nation"}:
            return _of_pair(given, parameters)
        case WalkMatch(start, edge, node):
            start = f"{start}:{quoted(start_label)}" if start_label else start
            return f"MATCH ({start}){_along(given, edge, node)}"


def _of_pair(given: WalkMatch, parameters: Parameters) -> str:
    """A walk to events of which a nation is asked, from the pair of the two nations.

    What does not start at a nation, or at the same one, makes no pair and walks as ever.
    """
    assert given.partner
    start, brings = given.start, f"RETURN {variables(given)}"
    code, other = f"{start}.code", f"${parameters.name(given.partner)}"
    pair = f"CASE WHEN {code} < {other} THEN {code} + '-' + {other} ELSE {other} + '-' + {code} END"
    events = f"MATCH (:Dyad {{id: {pair}}})<-[:BETWEEN]-({given.node}:{quoted('Event')})"
    # Back from each event, which has few relationships: a nation has very many.
    return (
        f"CALL ({start}) {{ WITH {start} WHERE {start}:Nation AND {code} <> {other}"
        f" {events} MATCH ({given.node}){_backward(given)}({start}) {brings}"
        f" UNION ALL WITH {start} WHERE NOT {start}:Nation OR {code} = {other}"
        f" MATCH ({start}){_along(given, given.edge, given.node)} {brings} }} WITH *"
    )


def counting(given: WalkMatch) -> str:
    """The pattern of a walk of which only the number matters: names in it would be read."""
    return f"({given.start}){_along(given)}"


def _along(walk: WalkMatch, edge: str = "", node: str = "") -> str:
    before, after = ("", ">") if walk.direction is Direction.OUT else ("<", "")
    end = f"{node}:{quoted(walk.label)}" if walk.label else node
    return f"{before}-[{edge}:{'|'.join(map(quoted, walk.types))}]-{after}({end})"


def _anchored(given: AnchoredMatch, parameters: Parameters) -> str:
    """From the anchor, for which there is an index, to the nodes.

    Each walk is a MATCH of its own: two may go along one relationship, there and back.
    """
    anchor, value = given.walks[-1].node, expression(given.value, parameters)
    many = f"UNWIND {value} AS {anchor}_key " if given.many else ""
    key = f"{quoted(given.key)}: {f'{anchor}_key' if given.many else value}"
    labels = [given.label, *(walk.label for walk in given.walks[:-1])]
    walks = " ".join(
        f"MATCH ({walk.node}){_backward(walk)}({walk.start}{f':{quoted(label)}' if label else ''})"
        for walk, label in zip(given.walks[::-1], labels[::-1], strict=True)
    )
    found = f"MATCH ({anchor}:{quoted(given.anchor)} {{{key}}}) {walks}"
    return f"{many}{found}{where(given.condition, parameters)} WITH DISTINCT {given.node}"


def _backward(walk: WalkMatch) -> str:
    before, after = ("<", "") if walk.direction is Direction.OUT else ("", ">")
    return f"{before}-[{walk.edge}:{'|'.join(map(quoted, walk.types))}]-{after}"


def _node_pattern(given: NodeMatch, parameters: Parameters) -> str:
    labeled = f"{given.node}:{quoted(given.label)}"
    if given.key is None:
        return f"({labeled})"
    name, value = given.key
    return f"({labeled} {{{quoted(name)}: {expression(value, parameters)}}})"


def written(text: str, match: WrittenMatch, parameters: Parameters) -> str:
    """Written Cypher with the names of this statement in it."""
    variables, given = dict(match.variables), dict(match.given)

    def name(found: re.Match[str]) -> str:
        mark, word = found[0][0], found[0][1:]
        if mark == "$":
            return f"${parameters.name(given[word])}"
        return variables.get(word, f"{match.prefix}_{word}")

    return PLACEHOLDER.sub(name, text)


def variables(given: Match) -> str:
    """The variables that a match brings."""
    match given:
        case NodeMatch(node) | KeysMatch(node) | AnchoredMatch(node):
            return node
        case WalkMatch(_, edge, node):
            return f"{node}, {edge}" if edge else node
        case WrittenMatch():
            return ", ".join(given.brings)


def imports(given: Match) -> str:
    """The variables that a match needs from outside."""
    match given:
        case WalkMatch(start):
            return start
        case NodeMatch(_, _, (_, Read(variable))) | NodeMatch(
            _, _, (_, FirstOf((Read(variable), *_)))
        ):
            return variable
        case WrittenMatch(needs=needs):
            return ", ".join(needs)
        case _:
            return ""


def base(given: Match) -> str:
    """The variable to project a row of a match around."""
    return given.edge if isinstance(given, WalkMatch) else given.node


def handle(given: Match) -> str:
    """What tells a match apart from all others of the statement."""
    return given.node or (given.prefix if isinstance(given, WrittenMatch) else "")
