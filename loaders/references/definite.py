"""Definite phrases: "the president", "the country", "the company", "the rebels"."""

from collections.abc import Iterator

from graph.facts import OrganizationFact, Ref
from loaders.gazetteer.body_noun import load_body_nouns
from loaders.gazetteer.nation import load_nations
from loaders.references.discourse import Before, Discourse, Refs
from loaders.references.people import People


class DefinitePhrases:
    """Resolves the definite phrases of one document."""

    def __init__(self, discourse: Discourse, people: People) -> None:
        self._discourse = discourse
        self._people = people
        self._document = discourse.document
        self._organizations = {one.id: one for one in self._document.organizations}

    def holder(self, start: int, title: str, nation: str | None = None) -> Refs:
        """Return the person named last who holds an office, else the first who does.

        ``nation`` is told where the phrase tells whose office it is: "the French leader".
        """
        named = [
            one
            for one in self._document.mentions
            if one.ref.label == "Person"
            and self._people.holds(one.ref, title)
            and nation in (None, self._discourse.nation_of(one.ref))
        ]
        before = [one.ref for one in named if one.end <= start]
        holders = {one.ref for one in named}
        after = [one.ref for one in named[:1]] if len(holders) == 1 else []
        return tuple((before or after)[-1:])

    def country(self, start: int, noun: str, before: Before) -> Refs:
        """Return the nation named last, else the article's home; no kingdom is a republic.

        Who does something to the country is another: "the bloc suspended the country".
        """
        acting = {ref.key for ref in self._discourse.acting_on(start)}
        for spoken in before.nearest[:2]:
            for code in reversed(self._discourse.nations(spoken)):
                if code not in acting and _may_be(code, noun):
                    return (Ref("Nation", code),)
        return tuple(ref for ref in self.home() if ref.key not in acting)

    def home(self) -> Refs:
        """Return the nation that the article is at home in."""
        home = self._document.home
        return (Ref("Nation", home),) if home else ()

    def group(self) -> Refs:
        """Return the armed group of the article, where it has a single one."""
        groups = self._discourse.armed_groups
        return groups if len(groups) == 1 else ()

    def body(self, start: int, noun: str) -> Refs:
        """Return the organization named last that a noun can mean, the one with its name first."""
        spoken = [one for one in self._named_before(start) if one.id in self._organizations]
        by_name = [one for one in spoken if _is_named(one, noun)]
        kinds = load_body_nouns()[noun]
        by_kind = [one for one in spoken if one.kind in kinds]
        found = by_name or by_kind
        return (Ref("Organization", found[-1].id),) if found else ()

    def nation_of_person(self, person: Refs) -> Refs:
        """Return whom "his government" means: the nation of the person."""
        if person and person[0].label == "Nation":
            return person
        code = self._discourse.nation_of(person[0]) if person else None
        return (Ref("Nation", code),) if code else ()

    def _named_before(self, start: int) -> Iterator[OrganizationFact]:
        for one in self._document.mentions:
            known = one.ref.label == "Organization" and one.end <= start
            if known and one.ref.key in self._organizations:
                yield self._organizations[one.ref.key]


def _may_be(code: str, noun: str) -> bool:
    """Whether a nation can be called a kingdom, where it is."""
    return noun != "kingdom" or "Kingdom" in load_nations()[code].official_name


def _is_named(one: OrganizationFact, noun: str) -> bool:
    """Whether a noun stands in a name of an organization, as "council" in "Security Council"."""
    return any(noun in name.lower().split() for name in (one.name, *one.aliases))
