"""Roles: what the words around a name say of the person's office and nation."""

from dataclasses import dataclass

from graph.facts import Ref
from loaders.people.office_span import OfficeSpan


@dataclass(frozen=True, slots=True)
class Role:
    """What is said of a person beside the name.

    ``holder`` is the nation or organization of the office, or the nation of the person where
    ``office`` is None; ``nation`` is that of the person where it is another ("the French head of
    the fund"). ``counterpart`` says that the office is that of somebody named before; ``owned``
    that a pronoun stands where the holder should, ``owner`` that a surname does ("Kim's envoy").
    ``rank`` is one borne beside the office ("its ruler, General Roy"), ``home`` the nation behind
    the name: "President Roy of Peru".
    """

    office: OfficeSpan | None = None
    holder: Ref | None = None
    nation: Ref | None = None
    home: Ref | None = None
    prefix: str = ""
    counterpart: bool = False
    owned: bool = False
    owner: str = ""
    honorific: str = ""
    human: bool = False
    rank: OfficeSpan | None = None

    @property
    def title(self) -> str:
        """The title of the office with what is said of it, such as "Former President"."""
        if self.office is None:
            return ""
        return f"{self.prefix} {self.office.title}" if self.prefix else self.office.title

    @property
    def tells(self) -> bool:
        """Whether the words make the name a person's."""
        return bool(self.office or self.counterpart or self.honorific or self.human)
