"""Definite phrases: "the president", "the country", "the company", "the rebels"."""

from collections.abc import Iterator, Sequence

from graph.facts import OrganizationFact, Ref
from loaders.gazetteer.body_noun import load_body_nouns
from loaders.gazetteer.nation_kind import is_of_kind, telling
from loaders.references.discourse import Before, Discourse, Refs, Spoken
from loaders.references.people import People

_LEAVING = frozenset(("leave", "flee", "quit", "enter", "exit"))


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

    def _is_of(self, person: Ref, nation: str | None) -> bool:
        return nation is None or self._discourse.nation_of(person) in (None, nation)

    def country(self, start: int, words: Sequence[str], before: Before) -> Refs:
        """Return the nation that a phrase such as "the country" or "the island" means.

        One that tells a kind means the nation of that kind named last. "The country" is the nation
        of the nearest sentence, or the subject of one with several, else the article's home; but
        who does something to it is another ("the bloc suspended the country"), and who leaves it
        is at home there.
        """
        acting = {ref.key for ref in self._discourse.acting_on(start)}
        kinds = telling(words)
        if kinds:
            moving = self._discourse.moving_to(start)
            visitors = {self._discourse.nation_of(ref) for ref in moving}
            return self._of_kind(start, kinds, {*acting, *(code for code in visitors if code)})
        if self._discourse.verb_of(start) in _LEAVING and self.home():
            return self.home()
        for spoken in before.nearest[:2]:
            spoken = [one for one in spoken if self._is_state(one)]
            codes = [code for code in self._discourse.nations(spoken) if code not in acting]
            subjects = self._discourse.nations(one for one in spoken if one.subject)
            leading = [code for code in subjects if code not in acting]
            if codes:
                sure = len(codes) == 1 or not self.home()
                chosen = codes if sure else leading if len(leading) == 1 else ()
                return (Ref("Nation", chosen[-1]),) if chosen else self.home()
        return tuple(ref for ref in self.home() if ref.key not in acting)

    def _is_state(self, spoken: Spoken) -> bool:
        """Whether a nation is spoken of, or somebody who holds an office of one."""
        return spoken.ref.label != "Person" or self._discourse.is_official(spoken.ref)

    def _of_kind(self, start: int, kinds: tuple[str, ...], acting: set[str]) -> Refs:
        """Return the nation of some kinds that was named last, in whatever form."""
        sentence = self._document.sentence_at(start)
        home = self._document.home
        for spoken in self._discourse.back(sentence, start):
            codes = [
                code
                for one in reversed(spoken)
                for ref in one.refs
                if (code := self._discourse.nation_of(ref)) and is_of_kind(code, kinds)
            ]
            fitting = [code for code in codes if code not in acting]
            if fitting:
                chosen = home if home in fitting else fitting[0]
                return (Ref("Nation", chosen),)
        return ()

    def neighbor(self, own: Refs, before: Before) -> Refs:
        """Return whom "its neighbor" means: the nation named last that is not its own."""
        codes = {self._discourse.nation_of(ref) for ref in own}
        for spoken in before.nearest if own else ():
            others = [one for one in self._discourse.nations(spoken) if one not in codes]
            if others:
                return (Ref("Nation", others[-1]),)
        others = [one for one in self._discourse.by_frequency() if one not in codes]
        return (Ref("Nation", others[0]),) if own and len(others) == 1 else ()

    def hosts(self, own: Refs, start: int) -> Refs:
        """Return whom "his hosts" means: the nation named last, as a place too, not his own."""
        codes = {self._discourse.nation_of(ref) for ref in own}
        sentence = self._document.sentence_at(start)
        for spoken in self._discourse.back(sentence, start) if own else ():
            for one in reversed(spoken):
                if one.ref.label == "Nation" and one.ref.key not in codes and one.visited:
                    return (one.ref,)
        return ()

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

    def home(self) -> Refs:
        """Return the nation that the article is at home in."""
        home = self._document.home
        return (Ref("Nation", home),) if home else ()

    def group(self) -> Refs:
        """Return the armed group of the article, where it has a single one."""
        groups = self._discourse.armed_groups
        return groups if len(groups) == 1 else ()

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
        found = by_name or by_kind
        return (Ref("Organization", found[-1].id),) if found else ()

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
