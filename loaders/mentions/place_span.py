"""Place spans: names of cities, regions and sites with the nation that they lie in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceSpan:
    """A place named in the text; ``nation`` is empty where it is disputed."""

    start: int
    end: int
    text: str
    nation: str
