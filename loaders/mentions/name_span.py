"""Name spans: capitalized names with what kind of thing they name, not yet resolved."""

from dataclasses import dataclass
from typing import Literal

NameKind = Literal["PER", "ORG", "LOC", "MISC"]


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name and its kind: a person, an organization, a place, or anything else."""

    start: int
    end: int
    text: str
    kind: NameKind
