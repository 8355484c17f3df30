"""Office spans: where the title of an office stands in the text."""

from dataclasses import dataclass

from loaders.people.office_table import OfficeTitle


@dataclass(frozen=True, slots=True)
class OfficeSpan:
    """The title of an office, by the numbers of its tokens and by its offsets.

    ``first`` includes words before the title such as "former"; ``title`` is the usual form of the
    title with what these say.
    """

    first: int
    last: int
    start: int
    end: int
    title: str
    office: OfficeTitle
