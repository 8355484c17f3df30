"""Nations together: "both countries", "the two sides", "the three republics"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from graph.facts import Ref
from loaders.gazetteer.geography import are_neighbors
from loaders.gazetteer.nation_kind import is_of_kind, telling
from loaders.references.discourse import Before, Discourse, Refs, Spoken

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
    """Resolves what means two nations, or two sides of a conflict, at once."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse

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
        """Return the two sides of a conflict: two nations, or an armed group and its enemy.

        That is the one nation told of with the group, else the one in which the group fights. A
        group that was not told of just before is no side, where two nations were.
        """
        groups = self._discourse.armed_groups
        near = {ref for spoken in before.nearest for one in spoken for ref in one.refs}
        told = [one for one in groups if one in near]
        if len(told) == 2:
            return tuple(sorted(told))
        alone = groups if len(groups) == 1 and len(self._discourse.by_frequency()) < 2 else ()
        for group in told if len(told) == 1 else alone:
            enemy = self._enemy(start, group, near)
            return (Ref("Nation", enemy), group) if enemy else (group,)
        return self.nations(start, before, ())

    def _enemy(self, start: int, group: Ref, near: set[Ref]) -> str | None:
        acting, base = self._acting(start), self._discourse.base_of(group)
        codes = {ref.key for ref in near if ref.label == "Nation"} - acting
        if len(codes) == 1 and base not in codes:
            return next(iter(codes))
        known = (code for code in (base, self._discourse.document.home) if code)
        return next((code for code in known if code not in acting), None)

    def _acting(self, start: int) -> frozenset[str]:
        """Return the nations of the subject of the verb that the phrase hangs on."""
        codes = map(self._discourse.nation_of, self._discourse.acting_on(start))
        return frozenset(code for code in codes if code)

    def _others(self, codes: tuple[str, ...], acting: frozenset[str]) -> tuple[str, ...]:
        return tuple(code for code in codes if code not in acting)
