"""Labels: what the numbers of the model mean."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels by number: word classes (UPOS), relations (UD) and entity tags (BIO)."""

    classes: tuple[str, ...]
    relations: tuple[str, ...]
    tags: tuple[str, ...]

    @classmethod
    def load(cls, path: Path) -> "Labels":
        """Return the labels that are stored beside a model."""
        stored: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
        return cls(
            classes=tuple(stored["classes"]),
            relations=tuple(stored["relations"]),
            tags=tuple(stored["tags"]),
        )
