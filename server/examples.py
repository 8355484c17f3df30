"""The named example queries with which GraphiQL opens."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graphql import OperationDefinitionNode, parse


@dataclass(frozen=True, slots=True)
class Example:
    """A query that is ready to run: its first comment line is the title, the next the rest."""

    name: str
    title: str
    description: str
    query: str


def parse_example(text: str) -> Example:
    """The example in a file."""
    comments: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        comments.append(line.lstrip("# ").strip())
    title, *description = comments
    operation = next(
        node for node in parse(text).definitions if isinstance(node, OperationDefinitionNode)
    )
    name = operation.name.value if operation.name else title
    return Example(name, title, " ".join(description).strip(), text)


@cache
def load_examples() -> tuple[Example, ...]:
    """All examples that ship with the package, in the order of their file names."""
    found = files("server").joinpath("examples").iterdir()
    texts = {path.name: path.read_text("utf-8") for path in found if path.name.endswith(".graphql")}
    return tuple(parse_example(texts[name]) for name in sorted(texts))
