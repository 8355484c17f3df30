"""The direction of imports between the packages, and the one place that knows the driver."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "graph": {"graph"},
    "loaders": {"loaders", "graph"},
    "schema": {"schema", "graph"},
    "server": {"server", "schema", "loaders", "graph"},
}


def modules(package: str) -> Iterator[Path]:
    return (ROOT / package).rglob("*.py")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield node.module or ""


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_packages_import_in_one_direction(package: str) -> None:
    ours = set(MAY_IMPORT)
    wrong = {
        (str(path.relative_to(ROOT)), name)
        for path in modules(package)
        for name in imported(path)
        if name.partition(".")[0] in ours - MAY_IMPORT[package]
    }
    assert wrong == set()


def test_the_driver_is_known_in_one_place() -> None:
    users = {
        str(path.relative_to(ROOT))
        for package in MAY_IMPORT
        for path in modules(package)
        for name in imported(path)
        if name.partition(".")[0] == "neo4j"
    }
    assert users == {"graph/database.py"}


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_our_packages_are_the_ones_imported(package: str) -> None:
    # PyPI has a package called schema, too.
    assert Path(str(importlib.import_module(package).__file__)).parent == ROOT / package
