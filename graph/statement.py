"""A Cypher statement that was built, not written: the mark that sets it apart from other text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """Cypher made by the compiler, from the ontology's names and nothing else.

    Values stand in parameters only. The driver's boundary takes literal text or this.
    """

    text: str
