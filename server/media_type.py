"""Media types: what a client accepts, and the best of what can be offered.

Source: RFC 9110, section 12.5.1, and GraphQL over HTTP, section "Body" of "Response".
"""

from collections.abc import Sequence
from dataclasses import dataclass

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"
HTML = "text/html"


@dataclass(frozen=True, slots=True)
class MediaRange:
    """One entry of an Accept header, such as ``text/*;q=0.8``."""

    type: str
    subtype: str
    quality: float
    position: int

    @property
    def precision(self) -> int:
        """How much the range names: 0 for ``*/*``, 1 for ``text/*``, 2 for ``text/html``."""
        return (self.type != "*") + (self.subtype != "*")

    def covers(self, media_type: str) -> bool:
        """Whether a media type falls into the range."""
        kind, _, subtype = media_type.partition("/")
        return self.type in ("*", kind) and self.subtype in ("*", subtype)


def _quality(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def parse_accept(header: str) -> list[MediaRange]:
    """The entries of an Accept header; entries that make no sense are left out."""
    ranges: list[MediaRange] = []
    for position, entry in enumerate(header.split(",")):
        name, *parameters = entry.split(";")
        kind, slash, subtype = name.strip().lower().partition("/")
        if slash and kind and subtype:
            ranges.append(MediaRange(kind, subtype, _quality(parameters), position))
    return ranges


def best_offer(header: str, offers: Sequence[str]) -> str | None:
    """The offer that the client likes best, None where it accepts none.

    Of equals the one that stands first in the header wins, then the first of the offers.
    """
    ranges = parse_accept(header)
    ranked: list[tuple[float, int, int]] = []
    for index, offer in enumerate(offers):
        covering = [given for given in ranges if given.covers(offer)]
        if covering:
            exact = max(covering, key=lambda given: given.precision)
            if exact.quality > 0:
                ranked.append((-exact.quality, exact.position, index))
    return offers[min(ranked)[2]] if ranked else None


def is_json(content_type: str) -> bool:
    """Whether a Content-Type header says JSON in UTF-8, the default where it names no charset."""
    name, *parameters = content_type.split(";")
    charset = next(
        (
            value.strip().strip('"').lower()
            for key, _, value in (parameter.partition("=") for parameter in parameters)
            if key.strip().lower() == "charset"
        ),
        "utf-8",
    )
    return name.strip().lower() == JSON and charset in ("utf-8", "utf8")
