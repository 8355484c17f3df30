"""Labels: what the numbers of the event-type model mean, and how sure to take it."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

NONE = "NONE"
"""The type of a pair between which the sentence tells no event."""


@dataclass(frozen=True, slots=True)
class TypeLabels:
    """The types by number; scores are divided by ``temperature`` to calibrate them."""

    types: tuple[str, ...]
    temperature: float = 1.0

    @classmethod
    def load(cls, path: Path) -> "TypeLabels":
        """Return the labels that are stored beside a model."""
        stored = json.loads(path.read_text(encoding="utf-8"))
        return cls(tuple(stored["types"]), float(stored["temperature"]))

    def save(self, path: Path) -> None:
        """Store the labels beside a model."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")
