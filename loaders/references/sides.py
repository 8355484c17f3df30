"""Several together: "both countries", "the two sides", "the two leaders", "the four ministers"."""

from collections.abc import Sequence
from itertools import islice, pairwise

from graph.facts import Ref
from loaders.people.gender import Gender
from loaders.references.discourse import REACH, Before, Discourse, Refs, Spoken
from loaders.references.people import People

_BEHIND = 3
"""Sentences, from its own, in which those are named of whom a lead speaks first."""


class TwoSides:
    """Resolves what means two at once."""

    def __init__(self, discourse: Discourse, people: People) -> None:
        self._discourse = discourse
        self._people = people

    def nations(self, start: int, before: Before, count: int = 2) -> Refs:
        """Return the last two nations; beside a single one, the nation that is named most.

        Who does something to the two is none of them: "Algeria appealed to the two sides". Those
        that a list joins go before all: "Peru and Chad". ``count`` is told for three and more.
        """
        acting = self._acting(start)
        if count > 2:
            return self._list_of(start, count)
        most = self._others(self._discourse.by_frequency(), acting)
        pairs: list[tuple[str, ...]] = []
        for number, spoken in enumerate(before.nearest):
            codes = self._others(self._discourse.nations(spoken), acting)
            pairs.append(self._joined(spoken, acting) or codes)
            if len(codes) == 1 and (number == 0 or (number == 1 and codes[0] in most[:2])):
                titled = self._discourse.headline_nations()
                main = titled if len(titled) == 2 and codes[0] in titled else most
                others = [code for code in main if code != codes[0]]
                pairs.append((codes[0], *others[:1]))
        every = self._discourse.by_frequency()
        pairs += [most, every if len(every) == 2 else ()]
        chosen = next((pair[:2] for pair in pairs if len(pair) > 1), ())
        return tuple(Ref("Nation", code) for code in sorted(chosen))

    def _joined(self, spoken: Sequence[Spoken], acting: frozenset[str]) -> tuple[str, ...]:
        """Return the two nations that "and", or a phrase for two, joined last in a sentence."""
        folded = self._discourse.document.folded
        named = [one for one in spoken if one.ref.label == "Nation" and one.visited]
        beside = [
            (*one.refs, *two.refs)
            for one, two in pairwise(named)
            if folded[one.end : two.start].split() == ["and"]
        ]
        for refs in (*reversed(beside), *(one.refs for one in reversed(named))):
            codes = {ref.key for ref in refs if ref.label == "Nation"}
            if len(codes) == len(refs) == 2 and not codes & acting:
                return tuple(sorted(codes))
        return ()

    def _list_of(self, start: int, count: int) -> Refs:
        """Return the last sentence's nations that are as many as told: "the three countries"."""
        sentence = self._discourse.document.sentence_at(start)
        acting = self._acting(start)
        for spoken in self._discourse.back(sentence, start):
            for some in ([one for one in spoken if one.subject], spoken):
                codes = self._others(self._discourse.nations(some), acting)
                if len(codes) == count:
                    return tuple(Ref("Nation", code) for code in sorted(codes))
        return ()

    def parties(self, start: int, before: Before) -> Refs:
        """Return the two sides of a conflict: two nations, or one and the armed group."""
        home, groups = self._discourse.document.home, self._discourse.armed_groups
        if len(groups) == 1 and home:
            return Ref("Nation", home), *groups
        return self.nations(start, before)

    def leaders(self, start: int, *, two: bool = True) -> Refs:
        """Return the last two people who lead a state; ``two`` says that the phrase counts them."""
        return self._two_people(start, only_leaders=True, two=two)

    def people(
        self, start: int, title: str, *, two: bool = True, gender: Gender | None = None
    ) -> Refs:
        """Return the last two people who hold an office, else the last two who are named."""
        found = self._two_people(start, title, two=two, gender=gender)
        return found or self._two_people(start, two=two, gender=gender)

    def many(self, before: Before, number: int, noun: str) -> Refs:
        """Return so many people, where the sentences before name just so many who fit.

        "The four ministers" are no three: who is not named cannot be meant.
        """
        title = "leader" if noun == "heads of state" else noun.removesuffix("s")
        return self._exactly(before, number, title) or self._exactly(before, number)

    def _exactly(self, before: Before, number: int, title: str = "") -> Refs:
        found: set[Ref] = set()
        for spoken in before.nearest:
            people = {one.ref for one in spoken if one.ref.label == "Person"}
            found |= {ref for ref in people if not title or self._people.holds(ref, title)}
            if len(found) >= number:
                return tuple(sorted(found)) if len(found) == number else ()
        return ()

    def _two_people(
        self,
        start: int,
        title: str = "",
        *,
        only_leaders: bool = False,
        two: bool = True,
        gender: Gender | None = None,
    ) -> Refs:
        """Return two people spoken of before, else the only two told of in the sentences behind.

        A phrase that does not count them ("the leaders") reaches back no further than a pronoun.
        """

        def fits(ref: Ref) -> bool:
            if gender and not self._people.fits(ref, gender):
                return False
            held = not title or self._people.holds(ref, title)
            return ref.label == "Person" and held and (not only_leaders or self._people.leads(ref))

        sentence = self._discourse.document.sentence_at(start)
        acting = self._discourse.acting_on(start)
        found: list[Ref] = []
        for spoken in islice(self._discourse.back(sentence, start), None if two else REACH + 1):
            for one in reversed(spoken):
                found.extend(ref for ref in one.refs if fits(ref) and ref not in (*acting, *found))
            if len(found) > 1:
                return tuple(sorted(found[:2]))
        behind = range(sentence.index, sentence.index + _BEHIND)
        ahead = {
            ref
            for number in behind
            for one in self._discourse.spoken_in(number)
            for ref in one.refs
            if fits(ref) and ref not in acting
        }
        told = two and (title or only_leaders)
        return tuple(sorted(ahead)) if told and not found and len(ahead) == 2 else ()

    def _acting(self, start: int) -> frozenset[str]:
        """Return the nations of the subject of the verb that the phrase hangs on."""
        codes = map(self._discourse.nation_of, self._discourse.acting_on(start))
        return frozenset(code for code in codes if code)

    def _others(self, codes: tuple[str, ...], acting: frozenset[str]) -> tuple[str, ...]:
        return tuple(code for code in codes if code not in acting)
