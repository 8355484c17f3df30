"""The digest: one hash of all that the graph says, whatever the order in which it came there.

Each element is hashed (SHA-256) and the hashes are added up, which needs no order and no memory:
two graphs have the same digest where they have the same elements. What legitimately differs
between two loads of the same articles, such as when they were loaded, is left out: the ontology
calls it incidental.
"""

import hashlib
from collections import Counter
from collections.abc import AsyncIterable
from typing import Any

import msgspec

from graph.ontology import Ontology
from graph.transfer.elements import Element, Node, Properties

SIZE = 2**256


class Digest:
    """Adds up the hashes of elements; the order in which they are added is no matter."""

    def __init__(self, ontology: Ontology) -> None:
        self._sum = 0
        self._unsaid_labels = {
            label.name for label in ontology.labels.values() if label.incidental or label.internal
        }
        self._incidental = {
            (owner.name, given.name)
            for owner in (*ontology.labels.values(), *ontology.relationships.values())
            for given in owner.properties.values()
            if given.incidental
        }
        self.counts: Counter[str] = Counter()
        """How many elements of each label and each type have been added."""

    def add(self, element: Element) -> None:
        """Add an element, unless it is incidental or serves the graph itself."""
        if isinstance(element, Node):
            name, ends = element.end.label, [element.end]
        else:
            name, ends = element.type, [element.source, element.target]
        if self._unsaid_labels.intersection(end.label for end in ends):
            return
        told: list[Any] = [name, ends, self._lasting(name, element.properties)]
        hashed = hashlib.sha256(msgspec.json.encode(told, order="sorted")).digest()
        self._sum = (self._sum + int.from_bytes(hashed)) % SIZE
        self.counts[name] += 1

    def _lasting(self, owner: str, properties: Properties) -> dict[str, Any]:
        return {
            name: value
            for name, value in properties.items()
            if (owner, name) not in self._incidental
        }

    @property
    def value(self) -> str:
        """The digest of what was added, in hexadecimal."""
        return f"{self._sum:064x}"


async def digest_of(elements: AsyncIterable[Element], ontology: Ontology) -> Digest:
    """The digest of a stream of elements."""
    digest = Digest(ontology)
    async for element in elements:
        digest.add(element)
    return digest
