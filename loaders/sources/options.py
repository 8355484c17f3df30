"""The settings of reading articles."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Literal

from graph.errors import SettingsError

FIELDS = ("title", "text", "url", "publishedAt", "publisher", "language", "id")
"""The fields of an article in JSON; all optional but ``text``."""

DateOrder = Literal["DMY", "MDY"]


def _no_fields() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """How articles are read.

    ``fields`` maps a field to the dotted path that a JSON object keeps it under, such as
    ``{"publishedAt": "meta.date"}``, or to the column of a table; an empty path leaves it out.
    ``max_article_bytes`` bounds a text or HTML file and the text of any article,
    ``max_line_bytes`` a line of JSON Lines, an object of a JSON file or a row of a table; what is
    larger is rejected. ``max_expansion`` is how many times its size a packed file may unpack to,
    ``max_layers`` how many times over it may be packed.
    ``date_order`` reads dates such as 03/04/2017; None rejects those that can be read both ways.
    ``now`` is the present for telling dates that lie ahead; None asks the clock.
    ``exclude`` names files that a walk through a folder leaves out, such as the rejects file.

    Raises SettingsError where a value cannot be used.
    """

    fields: Mapping[str, str] = field(default_factory=_no_fields)
    max_article_bytes: int = 4_000_000
    max_line_bytes: int = 40_000_000
    max_expansion: int = 200
    max_layers: int = 4
    date_order: DateOrder | None = None
    now: datetime | None = None
    exclude: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Check the values."""
        for name in ("max_article_bytes", "max_line_bytes", "max_expansion", "max_layers"):
            if getattr(self, name) < 1:
                raise SettingsError(f"{name} must be at least 1.", fix="Give a positive number.")
        for name in self.fields:
            check_field(name)
        if self.now is not None and self.now.tzinfo is None:
            raise SettingsError("now has no time zone.", fix="Give a datetime with a zone.")

    def present(self) -> datetime:
        """Tell what counts as the present, in UTC."""
        return (self.now or datetime.now(UTC)).astimezone(UTC)


def check_field(name: str) -> None:
    """Raise SettingsError where no article has a field of that name."""
    if name not in FIELDS:
        raise SettingsError(
            f"An article has no field {name!r}.", fix=f"Map one of: {', '.join(FIELDS)}."
        )


def parse_field_map(given: str) -> dict[str, str]:
    """Read a mapping as written on a command line, such as ``text=body,publishedAt=meta.date``.

    Raises SettingsError where it cannot be understood.
    """
    fields: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in given.split(","))):
        name, equals, path = (piece.strip() for piece in part.partition("="))
        if not equals or name in fields:
            raise SettingsError(
                f"The mapping {part!r} cannot be used.",
                fix="Write each field once, such as text=body,publishedAt=meta.date.",
            )
        check_field(name)
        fields[name] = path
    return fields
