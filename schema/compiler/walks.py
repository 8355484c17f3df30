"""Walks: the model's paths as matches of a plan."""

from dataclasses import replace

from schema.compiler.expression import WalkMatch
from schema.compiler.scope import Scope
from schema.model.field import Direction, Path
from schema.model.model import Model


def _ends(path: Path, model: Model) -> set[str]:
    """All labels that can stand at the end of a path."""
    relationships = [model.ontology.relationships[name] for name in path.types]
    outward = path.direction is Direction.OUT
    return {label for one in relationships for label in (one.targets if outward else one.sources)}


def walk_match(start: Scope, end: Scope, path: Path, model: Model) -> WalkMatch:
    """The nodes at the end of a path; with their label where the path leads to others too."""
    labels = set(path.nodes.labels)
    others = _ends(path, model) - labels
    assert not others or len(labels) == 1, path
    assert end.edge is not None
    return WalkMatch(
        start=start.node,
        edge=end.edge,
        node=end.node,
        types=path.types,
        direction=path.direction,
        label=next(iter(labels)) if len(labels) == 1 else None,
    )


def in_role(path: Path, role: str | None) -> Path:
    """The path along one type of its relationships only, where a role is given."""
    return path if role is None else replace(path, types=(role,))
