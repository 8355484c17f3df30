"""Labels: the word classes, relations and tags by number, as the model gives them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.training.example import TAGS, UNKNOWN, Example

_RAREST = 5
_OTHER = "dep"


@dataclass(frozen=True, slots=True)
class Labels:
    """What the numbers of the model mean."""

    classes: tuple[str, ...]
    relations: tuple[str, ...]
    tags: tuple[str, ...] = TAGS

    @classmethod
    def of(cls, examples: Iterable[Example]) -> "Labels":
        """Return the labels of a treebank; a very rare relation loses its subtype."""
        trees = [example.tree for example in examples if example.tree]
        classes = sorted({word_class for tree in trees for word_class in tree.classes})
        counts = Counter(relation for tree in trees for relation in tree.relations)
        kept = {relation for relation, count in counts.items() if count >= _RAREST}
        return cls(tuple(classes), tuple(sorted(kept | {_OTHER})))

    def relation_number(self, relation: str) -> int:
        """Return the number of a relation, else of its main type, else of "dep"."""
        for name in (relation, relation.partition(":")[0], _OTHER):
            if name in self.relations:
                return self.relations.index(name)
        return UNKNOWN
