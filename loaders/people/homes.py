"""Homes: the nation that people belong to when the words beside their names do not tell.

It is that of the body they serve. Somebody who speaks in a capital belongs there ("In Paris, the
foreign minister said"), and others who are described ("the lawyer, Anna Roy") belong to the
article's home. Diplomats and staff of bodies of many states do not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.facts import Office, Ref
from loaders.document import Document
from loaders.gazetteer.organization import load_organizations
from loaders.gazetteer.word_list import word_list
from loaders.people.identity import Profile
from loaders.people.office_table import state_offices

_OPENING = re.compile(r"(?:In|From) ")
_SPEAKING = re.compile(
    r"\b(?:reporters|journalists|lawmakers|said|conference|briefing|statement|interview|speech|"
    r"rally|spoke|speaking) (?:in|from) $"
)
_WINDOW = 20
_OF_NO_STATE = frozenset(("INTERGOVERNMENTAL", "NEWS_AGENCY", "COMPANY"))


class Homes:
    """Tells the nations of the people of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._capitals = [
            (one.start, one.ref.key) for one in document.mentions if one.form == "capital"
        ]
        self._bodies = {one.id: (one.kind, one.nation) for one in document.organizations}

    def settle(self, profile: Profile) -> None:
        """Tell the nation of a person, and of offices of a state that name none."""
        served = self._served(profile.offices)
        if profile.nation is None:
            profile.nation = served or self._spoken_in(profile)
        if profile.nation is None:
            return
        own = Ref("Nation", profile.nation)
        for index, office in enumerate(profile.offices):
            if office.of is None and office.title in state_offices():
                profile.offices[index] = replace(office, of=own)

    def _served(self, offices: Sequence[Office]) -> str | None:
        """Return the nation of an organization that a person serves."""
        keys = [one.of.key for one in offices if one.of and one.of.label == "Organization"]
        rows = load_organizations()
        nations = (
            self._bodies[key][1] if key in self._bodies else rows[key].nation
            for key in keys
            if key in self._bodies or key in rows
        )
        return next((nation for nation in nations if nation), None)

    def _spoken_in(self, profile: Profile) -> str | None:
        if not profile.described or any(self._is_elsewhere(one) for one in profile.offices):
            return None
        capitals = (code for start, _ in sorted(profile.spans) for code in self._capitals_by(start))
        return next(capitals, self._document.home)

    def _is_elsewhere(self, office: Office) -> bool:
        """Whether an office is one of people who are sent, or of a body that is no state's."""
        if office.title.split()[-1].lower() in word_list("diplomat_nouns"):
            return True
        if office.of is None or office.of.label != "Organization":
            return False
        kind, _ = self._bodies.get(office.of.key, ("INTERGOVERNMENTAL", None))
        return kind in _OF_NO_STATE

    def _capitals_by(self, start: int) -> Iterator[str]:
        """Yield the nations in whose capitals somebody who is named at an offset speaks."""
        sentence, folded = self._document.sentence_at(start), self._document.folded
        opening = _OPENING.match(folded, sentence.body)
        for at, code in self._capitals:
            opens = opening is not None and opening.end() == at
            begin = max(sentence.body, at - _WINDOW)
            inside = sentence.body <= at < sentence.end
            if opens or (inside and _SPEAKING.search(folded, begin, at)):
                yield code
