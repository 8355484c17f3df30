"""Examples: the sentences that the model learns from, each with what is known of it."""

from dataclasses import dataclass

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
"""Entity tags by number."""

UNKNOWN = -100
"""The number of a label that is not known; no loss is counted there."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The syntax of a sentence: of each word its class, head (1-based, 0 the root) and relation.

    ``opens`` are the words (0-based) with which other sentences begin that are run into this one.
    """

    classes: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    opens: tuple[int, ...] = ()

    def until(self, last: int) -> "Tree":
        """Return the tree of the words before ``last``, on which none of these hangs."""
        opens = tuple(word for word in self.opens if word < last)
        return Tree(self.classes[:last], self.heads[:last], self.relations[:last], opens)


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

    def until(self, last: int) -> "Example":
        """Return the example of the words before ``last``; no head may be among the others."""
        tree = self.tree and self.tree.until(last)
        words, glued, tags = self.words[:last], self.glued[:last], self.tags[:last]
        return Example(words, glued, tags, self.source, tree)
