"""People together: "the two leaders", "the two Estonians", "the four ministers"."""

from dataclasses import dataclass
from itertools import islice

from graph.facts import Ref
from loaders.people.gender import Gender
from loaders.references.discourse import REACH, Before, Discourse, Refs
from loaders.references.people import People

_BEHIND = 3
"""Sentences, from its own, in which those are named of whom a lead speaks first."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a phrase for two people says of them.

    ``leading`` that they lead states, ``apart`` that they hold an office of which a nation has one
    ("the two presidents"), ``counted`` that they are two: "the leaders" may be any.
    """

    title: str = ""
    leading: bool = False
    apart: bool = False
    counted: bool = True
    gender: Gender | None = None


class SeveralPeople:
    """Resolves what means several people of one document at once."""

    def __init__(self, discourse: Discourse, people: People) -> None:
        self._discourse = discourse
        self._people = people

    def two(self, start: int, wanted: Wanted) -> Refs:
        """Return the last two people who are what is wanted.

        Else, of leaders, the two who hold offices, if one leads; of others the last two named.
        """
        found = self._before(start, wanted) or self._behind(start, wanted)
        if found or (wanted.leading and not wanted.counted):
            return found
        if wanted.leading:
            return self._in_office(start)
        return self._before(start, Wanted(counted=wanted.counted, gender=wanted.gender))

    def of_nation(self, start: int, code: str) -> Refs:
        """Return the last two people of a nation, "the two Estonians", or of none that is known."""
        sentence = self._discourse.document.sentence_at(start)
        for spoken in islice(self._discourse.back(sentence, start), REACH + 1):
            people = dict.fromkeys(
                ref
                for one in reversed(spoken)
                for ref in one.refs
                if ref.label == "Person" and self._discourse.nation_of(ref) in (None, code)
            )
            if len(people) > 1:
                return tuple(sorted([*people][:2]))
        return ()

    def many(self, before: Before, number: int, noun: str) -> Refs:
        """Return so many people, where the sentences before name just so many who fit.

        "The four ministers" are no three: who is not named cannot be meant.
        """
        title = "leader" if noun == "heads of state" else noun.removesuffix("s")
        found = self._exactly(before, number, title) or self._exactly(before, number)
        return found or self._of_article(number, leading=title in ("leader", "president"))

    def _of_article(self, number: int, *, leading: bool) -> Refs:
        """Return those who lead states, where the article names just so many."""
        people = {Ref("Person", one.id) for one in self._discourse.document.persons}
        found = tuple(sorted(ref for ref in people if self._people.leads(ref)))
        return found if leading and len(found) == number else ()

    def _exactly(self, before: Before, number: int, title: str = "") -> Refs:
        found: set[Ref] = set()
        for spoken in before.nearest:
            people = {one.ref for one in spoken if one.ref.label == "Person"}
            found |= {ref for ref in people if not title or self._people.holds(ref, title)}
            if len(found) >= number:
                return tuple(sorted(found)) if len(found) == number else ()
        return ()

    def _in_office(self, start: int) -> Refs:
        sentence = self._discourse.document.sentence_at(start)
        found = {
            ref
            for spoken in islice(self._discourse.back(sentence, start), REACH)
            for one in spoken
            for ref in one.refs
            if ref.label == "Person" and self._people.has_office(ref)
        }
        leading = any(map(self._people.leads, found))
        return tuple(sorted(found)) if len(found) == 2 and leading else ()

    def _before(self, start: int, wanted: Wanted) -> Refs:
        """Return two people spoken of before; who are not counted, no further than a pronoun."""
        sentence = self._discourse.document.sentence_at(start)
        acting = self._discourse.acting_on(start)
        found: list[Ref] = []
        reach = None if wanted.counted else REACH + 1
        for spoken in islice(self._discourse.back(sentence, start), reach):
            for ref in (ref for one in reversed(spoken) for ref in one.refs):
                fits = self._fits(ref, wanted) and ref not in (*acting, *found)
                if fits and not (wanted.apart and found and self._are_fellows(ref, found[0])):
                    found.append(ref)
            if len(found) > 1:
                return tuple(sorted(found[:2]))
        return ()

    def _behind(self, start: int, wanted: Wanted) -> Refs:
        """Return the only two told of in the sentences behind, where nobody was before."""
        sentence = self._discourse.document.sentence_at(start)
        if not wanted.counted or not (wanted.title or wanted.leading):
            return ()
        told = self._discourse.back(sentence, start)
        if any(self._fits(ref, wanted) for spoken in told for one in spoken for ref in one.refs):
            return ()
        acting = self._discourse.acting_on(start)
        ahead = {
            ref
            for number in range(sentence.index, sentence.index + _BEHIND)
            for one in self._discourse.spoken_in(number)
            for ref in one.refs
            if self._fits(ref, wanted) and ref not in acting
        }
        return tuple(sorted(ahead)) if len(ahead) == 2 else ()

    def _fits(self, ref: Ref, wanted: Wanted) -> bool:
        return (
            ref.label == "Person"
            and (wanted.gender is None or self._people.fits(ref, wanted.gender))
            and (not wanted.title or self._people.holds(ref, wanted.title))
            and (not wanted.leading or self._people.leads(ref))
        )

    def _are_fellows(self, person: Ref, other: Ref) -> bool:
        """Whether two people are of one nation."""
        nation = self._discourse.nation_of(person)
        return nation is not None and nation == self._discourse.nation_of(other)
