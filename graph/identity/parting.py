"""Parting: what some articles say under one name is of somebody else than what the others say.

Two namesakes of one nation are one record, as long as nobody tells them apart. A person who does
names the articles that speak of the other one: what they say becomes a record of its own, a *part*,
whose id shows where it comes from (``john-smith~1f0c3a9b.gbr``). No score joins a part to anybody,
for by name, nation and office it is like what it was parted from; people may merge it.
"""

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

DIGITS: Final = 8
"""Hexadecimal digits that tell the parts of one record from each other."""

_MARK: Final = re.compile(rf"~[0-9a-f]{{{DIGITS}}}(?=\.|$)")


@dataclass(frozen=True, slots=True)
class Parting:
    """What ``article`` says under ``record`` is of ``part``, another record."""

    article: str
    record: str
    part: str
    decided_at: str

    @property
    def id(self) -> str:
        """The key of the parting: an article says one thing of a record."""
        return f"{self.article}|{self.record}"


@dataclass(frozen=True, slots=True)
class Division:
    """How articles divide the records of an entity: its ``pieces`` are somebody else than ``rest``.

    Pieces are parts, and records of which none but these articles tell.
    """

    rest: tuple[str, ...]
    pieces: tuple[str, ...]
    partings: tuple[Parting, ...]


def divided(
    told: Collection[tuple[str, str]], articles: Collection[str], decided_at: str
) -> Division:
    """Divide records by the articles that tell of them; ``told`` are pairs of these."""
    rest = {record for record, article in told if article not in articles}
    chosen = sorted((record, article) for record, article in told if article in articles)
    partings = tuple(
        Parting(article, record, part_of(record, articles), decided_at)
        for record, article in chosen
        if record in rest
    )
    pieces = {one.part for one in partings} | {record for record, _ in chosen if record not in rest}
    return Division(tuple(sorted(rest)), tuple(sorted(pieces)), partings)


def part_of(record: str, articles: Iterable[str]) -> str:
    """The id of the part that some articles make of a record, in whatever order they are named."""
    digest = hashlib.sha256("\x1f".join(sorted(articles)).encode()).hexdigest()
    base, _, rest = record.rpartition(".")
    return f"{base}~{digest[:DIGITS]}.{rest}"


def is_part(given: str) -> bool:
    """Whether an id is that of a part, or of the entity that a part stands for."""
    return bool(_MARK.search(given))


def origin_of(given: str) -> str:
    """The id of what a part was parted from; any other id as it is."""
    return _MARK.sub("", given)


def read_parting(row: Mapping[str, Any]) -> Parting:
    """The parting of a node's properties."""
    return Parting(row["article"], row["record"], row["part"], row["decidedAt"])
