"""Definite phrases: "the president", "the company", "the rebels", "his government"."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from graph.facts import OrganizationFact, Ref
from loaders.gazetteer.body_noun import load_body_nouns
from loaders.organizations.vocabulary import load_heads
from loaders.references.discourse import REACH, Before, Discourse, Refs
from loaders.references.people import People


class DefinitePhrases:
    """Resolves the definite phrases of one document."""

    def __init__(self, discourse: Discourse, people: People) -> None:
        self._discourse = discourse
        self._people = people
        self._document = discourse.document
        self._organizations = {one.id: one for one in self._document.organizations}

    def holder(self, start: int, title: str, nation: str | None = None) -> Refs:
        """Return the person named last who holds an office, else the only one who ever does.

        ``nation`` is told where the phrase tells whose office it is: "the French leader". Of two
        in a sentence the subject is meant, and never who does something to the other.
        """
        index = self._document.sentence_at(start).index
        acting = {*self._discourse.acting_on(start)}
        named = [
            one
            for one in self._document.mentions
            if one.ref.label == "Person"
            and one.ref not in acting
            and self._people.holds(one.ref, title)
            and self._is_of(one.ref, nation)
        ]
        holders = {one.ref for one in named}
        if len(holders) == 1:
            return tuple(holders)
        fellows = self._fellows(start, holders)
        if len(fellows) == 1:
            return fellows
        for number in range(index, -1, -1):
            spoken = [
                one
                for one in self._discourse.spoken_in(number)
                if one.ref in holders and one.end <= start
            ]
            subjects = [one for one in spoken if one.subject]
            if spoken:
                return ((subjects or spoken)[-1].ref,)
        return ()

    def _fellows(self, start: int, holders: Iterable[Ref]) -> Refs:
        """Return those of some who are of the nation of who acts on them, or speaks of them.

        An opponent who accuses "the president" accuses the own one.
        """
        acting = (*self._discourse.acting_on(start), *self._discourse.saying(start))
        people = [ref for ref in acting if ref.label == "Person"]
        codes = {self._discourse.nation_of(ref) for ref in people} - {None}
        return tuple(ref for ref in holders if self._discourse.nation_of(ref) in codes)

    def _is_of(self, person: Ref, nation: str | None) -> bool:
        return nation is None or self._discourse.nation_of(person) in (None, nation)

    def serving(self, own: Refs, noun: str) -> Refs:
        """Return whom "his deputy" means: the only one of the nation who is told to be one."""
        nation = self._discourse.nation_of(own[0]) if own else None
        people = (Ref("Person", one.id) for one in self._document.persons if one.nation == nation)
        if noun in ("predecessor", "successor"):
            found = [ref for ref in people if self._people.held(ref, "leader")]
        else:
            found = [ref for ref in people if self._people.is_called(ref, noun)]
        left = [ref for ref in found if ref not in own]
        return tuple(left) if nation and len(left) == 1 else ()

    def forces(self, start: int) -> Refs:
        """Return whose army one commands, or speaks of as its minister or general.

        Others, who are many, are left to those who know the article's home.
        """
        commanding = self._discourse.acting_on(start)
        speaking = tuple(
            ref for ref in self._discourse.saying(start) if self._people.is_of_forces(ref)
        )
        for ref in (*commanding, *speaking):
            code = self._discourse.nation_of(ref) if ref.label == "Person" else None
            if code and self._discourse.is_official(ref):
                return (Ref("Nation", code),)
        return ()

    def group(self, before: Before) -> Refs:
        """Return the armed group of the article, of several the only one told of just before."""
        groups = self._discourse.armed_groups
        if len(groups) == 1:
            return groups
        for spoken in before.nearest:
            told = {ref for one in spoken for ref in one.refs if ref in groups}
            if told:
                return tuple(told) if len(told) == 1 else ()
        return ()

    def body(self, start: int, noun: str, owner: Refs = (), nation: str | None = None) -> Refs:
        """Return the organization named last that a noun can mean, the one with its name first.

        Where it is somebody's ("his party"), or a nation is told, it is no other nation's.
        """
        spoken = [one for one in self._named_before(start) if one.id in self._organizations]
        nation = self._discourse.nation_of(owner[0]) if owner else nation
        own = [one for one in spoken if None in (nation, one.nation) or one.nation == nation]
        spoken = own
        if owner:
            fighting = [one for one in own if one.kind in ("ARMED_GROUP", "PARTY")]
            spoken = fighting if noun in ("movement", "party", "front", "militia") else own
        by_name = [one for one in spoken if _is_named(one, noun)]
        kinds = load_body_nouns()[noun]
        by_kind = [one for one in spoken if one.kind in kinds]
        found = by_name or by_kind or self._unknown(start, kinds)
        return self._last({one.id for one in found}, start) if found else ()

    def _last(self, keys: set[str], start: int) -> Refs:
        """Return the one of some bodies named last: the subject, where a sentence names several."""
        sentence = self._document.sentence_at(start)
        for number, spoken in enumerate(self._discourse.back(sentence, start)):
            told = [one for one in spoken if one.ref.key in keys]
            subjects = [one for one in told if one.subject and number > 0]
            if told:
                return ((subjects or told)[-1].ref,)
        return tuple(Ref("Organization", key) for key in keys) if len(keys) == 1 else ()

    def _unknown(self, start: int, kinds: Collection[str]) -> list[OrganizationFact]:
        """Return the only body told of lately that is not known to be what it is: a company."""
        sentence = self._document.sentence_at(start)
        told = {
            ref.key
            for spoken in islice(self._discourse.back(sentence, start), REACH + 1)
            for one in spoken
            for ref in one.refs
            if ref.key in self._organizations and one.plain
        }
        known = load_heads().keys()
        unknown = [
            one
            for key in told
            if (one := self._organizations[key]).kind == "OTHER" and not known & {*one.name.split()}
        ]
        return unknown if len(unknown) == 1 and "COMPANY" in kinds else []

    def nation_of(self, owner: Refs) -> Refs:
        """Return whom "his government" means: the nation of the one whose it is."""
        if owner and owner[0].label == "Nation":
            return owner
        code = self._discourse.nation_of(owner[0]) if owner else None
        return (Ref("Nation", code),) if code else ()

    def _named_before(self, start: int) -> Iterator[OrganizationFact]:
        for one in self._document.mentions:
            known = one.ref.label == "Organization" and one.end <= start
            if known and one.ref.key in self._organizations:
                yield self._organizations[one.ref.key]


def _is_named(one: OrganizationFact, noun: str) -> bool:
    """Whether a noun stands in a name of an organization, as "council" in "Security Council"."""
    return any(noun in name.lower().split() for name in (one.name, *one.aliases))
