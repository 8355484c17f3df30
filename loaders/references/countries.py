"""Nations by description: "the country", "the Baltic state", "its northern neighbor"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from graph.facts import Ref
from loaders.gazetteer.colonial_power import colonial_powers
from loaders.gazetteer.geography import DIRECTIONS, are_neighbors, lies, load_geography
from loaders.gazetteer.nation_kind import is_of_kind, telling
from loaders.gazetteer.superlative import nations_called
from loaders.references.discourse import Before, Discourse, Refs, Spoken

_LEAVING = frozenset(("leave", "flee", "quit", "enter", "exit"))
_OF_A_KIND = frozenset(("exporter", "producer", "supplier", "power", "member"))
"""These mean a nation only where a kind is told: "the oil exporter"."""


class Countries:
    """Resolves what describes a nation in one document."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._document = discourse.document

    def country(self, start: int, words: Sequence[str], before: Before) -> Refs:
        """Return the nation that a phrase such as "the country" or "the island" means.

        One that tells a kind means the nation of that kind named last. "The country" is the nation
        of the nearest sentence, or the subject of one with several, else the article's home; but
        who does something to it is another ("the bloc suspended the country"), and who leaves it
        is at home there.
        """
        acting = {ref.key for ref in self._discourse.acting_on(start)}
        kinds = telling(words)
        direction = next((one for one in words if one in DIRECTIONS), None)
        if direction and not any(direction in kind for kind in kinds):
            return self.lying(start, direction, frozenset(acting))
        if kinds:
            moving = self._discourse.moving_to(start)
            visitors = {self._discourse.nation_of(ref) for ref in moving}
            return self._of_kind(start, kinds, {*acting, *(code for code in visitors if code)})
        if _OF_A_KIND & {*words}:
            return ()
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

    def called(self, match: re.Match[str]) -> Refs:
        """Return whom "Africa's most populous nation" means, if the article names it elsewhere."""
        named = self._discourse.by_frequency()
        codes = [code for code in nations_called(match) if code in named]
        return (Ref("Nation", codes[0]),) if len(codes) == 1 else ()

    def neighbor(self, own: Refs, before: Before, direction: str | None = None) -> Refs:
        """Return whom "its neighbor" means: the one named last that borders what is its own.

        Where nobody is known to border it, and no direction is told, it is the one named last.
        """
        codes = {self._discourse.nation_of(ref) for ref in own}
        mine = [code for code in codes if code]
        for spoken in before.nearest if mine else ():
            others = [one for one in self._discourse.nations(spoken) if one not in codes]
            beside = [one for one in others if _is_beside(one, mine, direction)]
            main = self._discourse.by_frequency()[:2]
            beside.sort(key=main.__contains__)
            if beside or (others and not direction and not _is_located(others, mine)):
                return (Ref("Nation", (beside or others)[-1]),)
        others = [one for one in self._discourse.by_frequency() if one not in codes]
        beside = [one for one in others if _is_beside(one, mine, direction)]
        return (Ref("Nation", beside[0]),) if len(beside) == 1 else ()

    def hosts(self, own: Refs, start: int) -> Refs:
        """Return whom "his hosts" means: the nation named last, as a place too, not his own."""
        codes = {self._discourse.nation_of(ref) for ref in own}
        sentence = self._document.sentence_at(start)
        for spoken in self._discourse.back(sentence, start) if own else ():
            for one in reversed(spoken):
                if one.ref.label == "Nation" and one.ref.key not in codes and one.visited:
                    return (one.ref,)
        return ()

    def home(self) -> Refs:
        """Return the nation that the article is at home in."""
        home = self._document.home
        return (Ref("Nation", home),) if home else ()

    def _is_state(self, spoken: Spoken) -> bool:
        """Whether a nation is spoken of, or somebody who holds an office of one."""
        return spoken.ref.label != "Person" or self._discourse.is_official(spoken.ref)

    def _of_kind(self, start: int, kinds: tuple[str, ...], acting: set[str]) -> Refs:
        """Return the nation of some kinds that was named last, in whatever form.

        Of several in a sentence it is the home, then the first subject, then the last.
        """
        home, sentence = self._document.home, self._document.sentence_at(start)
        for spoken in self._discourse.back(sentence, start):
            fitting = {
                code: one.subject and one.plain
                for one in spoken
                for ref in one.refs
                if (code := self._discourse.nation_of(ref))
                and code not in acting
                and is_of_kind(code, kinds)
            }
            if fitting:
                subjects = [code for code, subject in fitting.items() if subject]
                chosen = home if home in fitting else subjects[0] if subjects else [*fitting][-1]
                return (Ref("Nation", chosen),)
        return ()

    def lying(self, start: int, direction: str, acting: frozenset[str] = frozenset()) -> Refs:
        """Return the nation that lies in a direction of one that is told of beside it.

        "Tashkent halted trains to the southern republic": the one named last that borders
        Uzbekistan in the south. Where the sentence names none, it is of the two neighbors named
        last the one that lies further in that direction.
        """
        here, *earlier = self._back(start)
        for base in here:
            for codes in (here, *earlier):
                for code in codes:
                    if code not in (base, *acting) and _is_beside(code, (base,), direction):
                        return (Ref("Nation", code),)
        named = list(dict.fromkeys(code for codes in (here, *earlier) for code in codes))[:2]
        if len(named) < 2 or here:
            return ()
        one, two = named
        chosen = one if lies(one, direction, two) else two
        known = are_neighbors(one, two) and chosen not in acting
        return (Ref("Nation", chosen),) if known else ()

    def state(self, start: int) -> Refs:
        """Return whose "the government" is: that of the official who speaks of it, else of home."""
        for ref in self._discourse.saying(start):
            code = self._discourse.nation_of(ref)
            if code and ref.label == "Person" and self._discourse.is_official(ref):
                return (Ref("Nation", code),)
        return self.home()

    def power(self, start: int) -> Refs:
        """Return whom "the former colonial power" means: that of the article's home.

        Where it is told beside a name ("Portugal, the former colonial power"), that is it.
        """
        home = self._document.home
        ruled = colonial_powers(home) if home else frozenset[str]()
        for codes in self._back(start):
            found = [code for code in codes if code in (ruled or colonial_powers())]
            if found:
                return (Ref("Nation", found[0]),)
        return ()

    def _back(self, start: int) -> Iterator[list[str]]:
        """Yield the nations spoken of before an offset by sentence, the last first."""
        sentence = self._document.sentence_at(start)
        for spoken in self._discourse.back(sentence, start):
            yield [
                code
                for one in reversed(spoken)
                for ref in one.refs
                if (code := self._discourse.nation_of(ref))
            ]


def _is_beside(code: str, own: Iterable[str], direction: str | None) -> bool:
    return any(
        are_neighbors(code, one) and (direction is None or lies(code, direction, one))
        for one in own
    )


def _is_located(codes: Iterable[str], own: Iterable[str]) -> bool:
    """Whether it is known of all where they lie, so that no neighbor is missed."""
    return all(code in load_geography() for code in (*codes, *own))
