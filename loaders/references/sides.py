"""Several together: "both countries", "the two sides", "the two leaders", "the four ministers"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, pairwise

from graph.facts import Ref
from loaders.gazetteer.geography import are_neighbors
from loaders.gazetteer.nation_kind import is_of_kind, telling
from loaders.people.gender import Gender
from loaders.references.discourse import REACH, Before, Discourse, Refs, Spoken
from loaders.references.people import People

_BEHIND = 3
"""Sentences, from its own, in which those are named of whom a lead speaks first."""
_BESIDE = frozenset(("neighbors", "neighbours"))


@dataclass(frozen=True, slots=True)
class _Said:
    """What a phrase for two nations says of them: their kinds, and whether they are neighbors."""

    kinds: tuple[str, ...]
    beside: bool

    def fitting(self, codes: Sequence[str]) -> tuple[str, ...]:
        """Return the nations that are of the kinds."""
        return tuple(code for code in codes if is_of_kind(code, self.kinds))

    def bordering(self, codes: Sequence[str]) -> tuple[str, ...]:
        """Return the first two that border each other, where neighbors are asked for."""
        pairs = combinations(codes, 2) if self.beside else ()
        return next((pair for pair in pairs if are_neighbors(*pair)), ())


class TwoSides:
    """Resolves what means two at once."""

    def __init__(self, discourse: Discourse, people: People) -> None:
        self._discourse = discourse
        self._people = people

    def nations(self, start: int, before: Before, words: Sequence[str]) -> Refs:
        """Return the two nations that a phrase means: those told of last, in this order.

        Those that "and" joined here; the two of this sentence; those joined in the sentence before;
        a single one of this sentence with the nation that is told of beside it or named most.
        Who does something to the two is none of them ("Algeria appealed to the two sides"), nor is
        who speaks of two others. ``words`` tell of which kind they are, or that they are neighbors.
        """
        acting = self._acting(start)
        every = self._discourse.by_frequency()
        said = _Said(telling(words), bool(_BESIDE & {*words}))
        fitting = [said.fitting(self._others(some, acting)) for some in self._told(before)]
        most = said.fitting(self._others(every, acting))
        pairs = [*self._near(start, before, fitting, acting), *self._with_main(fitting, most)]
        pairs += [codes for codes in fitting if len(codes) > 1]
        pairs += [most, every if len(every) == 2 and not said.kinds else ()]
        told = [pair for pair in map(said.fitting, pairs) if len(pair) > 1]
        beside = (said.bordering(pair) for pair in told)
        chosen = next(filter(None, beside), None) or next((pair[:2] for pair in told), ())
        return tuple(Ref("Nation", code) for code in sorted(chosen))

    def of_kind(self, start: int, before: Before, words: Sequence[str]) -> Refs:
        """Return the nations of a kind, "the Baltic states", where just two were told of."""
        acting, kinds = self._acting(start), telling(words)
        codes = {code for some in self._told(before) for code in some if is_of_kind(code, kinds)}
        left = sorted(codes - acting)
        return tuple(Ref("Nation", code) for code in left) if len(left) == 2 and kinds else ()

    def _told(self, before: Before) -> list[tuple[str, ...]]:
        return [self._discourse.nations(spoken) for spoken in before.nearest]

    def _near(
        self,
        start: int,
        before: Before,
        fitting: Sequence[tuple[str, ...]],
        acting: frozenset[str],
    ) -> Iterator[tuple[str, ...]]:
        """Yield the pairs of this sentence and of the one before."""
        here, *earlier = fitting
        yield self._joined(before.here, acting)
        if len(here) > 1:
            yield here
        for spoken in before.earlier[:1]:
            joined = self._joined(spoken, acting)
            yield joined
            # Who speaks of the two that were told of before is none of them.
            speakers = {self._discourse.nation_of(ref) for ref in self._discourse.above(start)}
            if len(earlier[0]) == 2 and (not here or {*here} <= speakers - {*earlier[0]}):
                yield earlier[0]

    def _with_main(
        self, fitting: Sequence[tuple[str, ...]], most: tuple[str, ...]
    ) -> Iterator[tuple[str, ...]]:
        """Yield the single nation of a sentence with one that the article is about, too."""
        for number, codes in enumerate(fitting):
            if len(codes) == 1 and (number == 0 or (number == 1 and codes[0] in most[:2])):
                titled = self._discourse.headline_nations()
                main = titled if len(titled) == 2 and codes[0] in titled else most
                others = [code for code in main if code != codes[0]]
                yield codes[0], *others
            elif codes:
                yield codes

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

    def many_nations(self, start: int, count: int) -> Refs:
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
        """Return the two sides of a conflict: two nations, or an armed group and its nation.

        A group that was not told of just before is no side, where two nations were.
        """
        groups = self._discourse.armed_groups
        near = {ref for spoken in before.nearest for one in spoken for ref in one.refs}
        if len(groups) == 1 and (groups[0] in near or len(self._discourse.by_frequency()) < 2):
            acting = self._acting(start)
            home = self._discourse.document.home
            codes = (code for code in (self._discourse.base_of(groups[0]), home) if code)
            nation = next((code for code in codes if code not in acting), None)
            return (Ref("Nation", nation), *groups) if nation else groups
        return self.nations(start, before, ())

    def leaders(self, start: int, *, two: bool = True) -> Refs:
        """Return the last two people who lead a state; ``two`` says that the phrase counts them.

        Where just two people who hold offices were told of before, and one leads, it is these.
        """
        found = self._two_people(start, only_leaders=True, two=two)
        return found or (self._in_office(start) if two else ())

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
