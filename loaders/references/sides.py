"""Two together: "both countries", "the two sides", "the two leaders"."""

from graph.facts import Ref
from loaders.references.discourse import Before, Discourse, Refs
from loaders.references.people import People


class TwoSides:
    """Resolves what means two at once."""

    def __init__(self, discourse: Discourse, people: People) -> None:
        self._discourse = discourse
        self._people = people

    def nations(self, start: int, before: Before) -> Refs:
        """Return the last two nations; beside a single one, the nation that is named most.

        Who does something to the two is none of them: "Algeria appealed to the two sides".
        """
        acting = self._acting(start)
        pairs = [self._others(self._discourse.nations(one), acting) for one in before.nearest]
        here, most = pairs[0], self._others(self._discourse.by_frequency(), acting)
        if len(here) == 1:
            others = [code for code in most if code != here[0]]
            pairs.insert(0, (here[0], *others[:1]))
        chosen = next((pair[:2] for pair in (*pairs, most) if len(pair) > 1), ())
        return tuple(Ref("Nation", code) for code in sorted(chosen))

    def parties(self, start: int, before: Before) -> Refs:
        """Return the two sides of a conflict: two nations, or one and the armed group."""
        home, groups = self._discourse.document.home, self._discourse.armed_groups
        if len(groups) == 1 and home:
            return Ref("Nation", home), *groups
        return self.nations(start, before)

    def leaders(self, before: Before) -> Refs:
        """Return the last two people who lead a state."""
        return self._two_people(before, only_leaders=True)

    def people(self, before: Before, title: str) -> Refs:
        """Return the last two people who hold an office, else the last two who are named."""
        return self._two_people(before, title) or self._two_people(before)

    def _two_people(self, before: Before, title: str = "", *, only_leaders: bool = False) -> Refs:
        found: list[Ref] = []
        for spoken in before.nearest:
            for one in reversed(spoken):
                ref = one.ref
                fits = ref.label == "Person" and (not title or self._people.holds(ref, title))
                if fits and ref not in found and (not only_leaders or self._people.leads(ref)):
                    found.append(ref)
            if len(found) > 1:
                return tuple(sorted(found[:2]))
        return ()

    def _acting(self, start: int) -> frozenset[str]:
        """Return the nations of the subject of the verb that the phrase hangs on."""
        codes = map(self._discourse.nation_of, self._discourse.acting_on(start))
        return frozenset(code for code in codes if code)

    def _others(self, codes: tuple[str, ...], acting: frozenset[str]) -> tuple[str, ...]:
        return tuple(code for code in codes if code not in acting)
