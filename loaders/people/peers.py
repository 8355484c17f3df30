"""Peers: two ministers of two nations, told of in the order in which the nations were named."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from graph.facts import Office, PersonFact
from loaders.document import Document
from loaders.gazetteer.word_list import word_list
from loaders.people.leading import kind_of, leads, unplaced
from loaders.people.office_table import LEADING
from loaders.references.discourse import Discourse

_PAIR = 2
_TITLE = 20
"""Characters before a name in which a title ends."""
_BESIDE = frozenset(("with", "by", "between"))


class Peers:
    """Pairs people with nations in one document."""

    def __init__(self, document: Document, discourse: Discourse) -> None:
        self._document = document
        self._discourse = discourse

    def nations(self, known: Mapping[str, PersonFact]) -> Iterator[tuple[PersonFact, str]]:
        """Yield two people and theirs: "Romania and Moldova ... Ministers Roy and Li".

        Newswriters keep the order in which they named the nations. ``known`` has the people by id.
        """
        for people in self._pairs(known):
            start = min(span.start for one in people for span in one.mentions)
            yield from zip(people, self._joined_nations or self._joined_before(start), strict=False)

    def strangers(self, known: Mapping[str, PersonFact]) -> frozenset[str]:
        """Return the ids of two who hold an office that a nation has once, so are of two.

        Where no nations are told for them, they are not both of the article's home.
        """
        return frozenset(
            one.id
            for people in self._pairs(known)
            for one in people
            if all(any(map(_is_single, one.offices)) for one in people)
        )

    def _pairs(self, known: Mapping[str, PersonFact]) -> Iterator[Sequence[PersonFact]]:
        """Yield two people who do something, or to whom it is done, together."""
        for syntax in self._document.syntax:
            for told in syntax.predications:
                behind = [one for part in told.objects for one in syntax.trailing(part)]
                around = (*told.obliques, *behind)
                beside = [one.phrase for one in around if one.marker in _BESIDE]
                for phrases in (told.subject, told.agents, told.objects, beside):
                    refs = self._discourse.means(syntax, phrases)
                    people = [known[ref.key] for ref in refs if ref.key in known]
                    both = len(people) == len(refs) == len(phrases) == _PAIR
                    if both and _are_peers(people):
                        yield people
        yield from self._titled_together(known)

    def _titled_together(self, known: Mapping[str, PersonFact]) -> Iterator[Sequence[PersonFact]]:
        """Yield two whom one title in the plural stands before: "Foreign Ministers Roy and Li"."""
        named = [one for one in self._document.mentions if one.ref.label == "Person"]
        folded = self._document.folded
        for one, two in pairwise(named):
            title = folded[max(0, one.start - _TITLE) : one.start].lower().split()[-1:]
            joined = folded[one.end : two.start].strip() == "and"
            people = [known[each.ref.key] for each in (one, two) if each.ref.key in known]
            shared = title and title[0] in word_list("shared_titles")
            if joined and shared and len(people) == _PAIR and _are_peers(people):
                yield people

    def fellows(self, person: PersonFact, known: Mapping[str, PersonFact]) -> Iterator[str]:
        """Yield the nation of those to whom the same is done: "freed Roy and Li".

        Of neither an office may be told.
        """
        for syntax in self._document.syntax:
            for told in syntax.predications:
                refs = self._discourse.means(syntax, told.objects)
                people = [known[ref.key] for ref in refs if ref.key in known]
                alike = 1 < len(people) == len(refs) and person.id in {one.id for one in people}
                if alike and not any(one.offices for one in people):
                    codes = {one.nation for one in people if one.id != person.id}
                    yield from (code for code in codes if code and len(codes) == 1)

    @cached_property
    def _joined_nations(self) -> tuple[str, ...]:
        """The two nations that the article is about, in the order in which it joins them."""
        named = [one for one in self._document.mentions if one.ref.label == "Nation"]
        main = {*self._discourse.by_frequency()[:2]}
        for one, two in pairwise(named):
            between = self._document.folded[one.end : two.start].split()
            if between in (["and"], [","]) and {one.ref.key, two.ref.key} == main:
                return one.ref.key, two.ref.key
        return ()

    def _joined_before(self, start: int) -> tuple[str, ...]:
        """The two nations that were last told before an offset to do something together."""
        for syntax in reversed(self._document.syntax[: self._discourse.syntax_at(start).sentence]):
            for told in syntax.predications:
                refs = self._discourse.means(syntax, told.subject)
                nations = [ref.key for ref in refs if ref.label == "Nation"]
                if len(nations) == len(refs) == len(told.subject) == _PAIR:
                    return tuple(nations)
        return ()


def _is_single(office: Office) -> bool:
    """Whether a nation has one holder of an office at a time, a foreign minister or a leader."""
    kind = kind_of(office.title)
    return kind in LEADING or (kind == "MINISTER" and office.title != "Minister")


def _are_peers(people: Sequence[PersonFact]) -> bool:
    """Whether two people of no known nation hold offices alike, the one of each nation."""
    if any(one.nation for one in people):
        return False
    titles = [{office.title for office in one.offices} for one in people]
    of_states = all(any(map(unplaced, one.offices)) for one in people)
    return all(map(leads, people)) or (bool(titles[0] & titles[1]) and of_states)
