"""Examples: the sentences that the model learns from, each with what is known of it."""

from dataclasses import dataclass

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
"""Entity tags by number."""

UNKNOWN = -100
"""The number of a label that is not known; no loss is counted there."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The syntax of a sentence: of each word its class, head (1-based, 0 the root) and relation."""

    classes: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with what is known of it.

    ``glued`` says of each word whether the next one follows without a blank; ``tags`` are numbers
    in ``TAGS`` or ``UNKNOWN``; ``source`` names the corpus, whose habits the model learns apart.
    """

    words: tuple[str, ...]
    glued: tuple[bool, ...]
    tags: tuple[int, ...]
    source: str
    tree: Tree | None = None
