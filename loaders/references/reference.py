"""References: pronouns and definite phrases with the entities that they stand for."""

from dataclasses import dataclass

from graph.facts import Ref


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or phrase such as "both countries", and whom it means."""

    start: int
    end: int
    text: str
    refs: tuple[Ref, ...]
