"""Participants: whom a phrase means, as entities of the document.

A phrase means the entity that its head names ("Chinese President Xi Jinping"). Where the head is a
word for somebody who acts ("officials", "troops", "businesses"), it means the entity that stands
before it or behind "of" ("South Korean businesses", "the leaders of China and Japan"). A phrase
about a thing ("Xi's remarks", "North Korean aggression") means nobody.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from graph.facts import Ref
from loaders.document import Document
from loaders.gazetteer.agent_noun import load_agent_nouns
from loaders.gazetteer.nation import load_nations
from loaders.gazetteer.word_list import word_list
from loaders.mentions.mention import Mention
from loaders.syntax.analysis import Phrase, SentenceSyntax, Word
from loaders.syntax.closed_words import POSSESSIVES

_ACTING_LABELS = frozenset(("Person", "Nation", "Organization"))
_OWN_SIDES = frozenset(("ARMED_GROUP", "PARTY", "COMPANY"))
_LOYAL = (
    ["loyal", "to"], ["allied", "with"], ["allied", "to"], ["faithful", "to"], ["working", "for"],
    ["acting", "for"], ["fighting", "for"], ["linked", "to"], ["aligned", "with"],
)  # fmt: skip
_BEHIND = frozenset(("of", "from", "for", "at", "in"))


class Participants:
    """Looks up whom the phrases of one document mean."""

    def __init__(self, document: Document) -> None:
        mentions = [one for one in document.mentions if one.ref.label in _ACTING_LABELS]
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._references = {
            one.start: one for one in document.references if one.refs[0].label in _ACTING_LABELS
        }
        self._persons = {person.id: person.nation for person in document.persons}
        published = document.article.published_at
        self._organizations = {
            # Rebels who came to be the army of a nation act for none before there is one.
            one.id: None if one.nation and _is_to_come(one.nation, published) else one.nation
            for one in document.organizations
        }
        self._home = document.home
        self._officials = {
            Ref("Person", one.id)
            for one in document.persons
            if any(office.of and office.of.label == "Nation" for office in one.offices)
        }
        self._armed = {one.id for one in document.organizations if one.kind == "ARMED_GROUP"}
        self._sides = {one.id for one in document.organizations if one.kind in _OWN_SIDES}

    def nation(self, ref: Ref) -> str | None:
        """Return the nation that an entity is or acts for."""
        if ref.label == "Nation":
            return ref.key
        if ref.label == "Person":
            return self._persons.get(ref.key)
        return self._organizations.get(ref.key)

    def is_armed_group(self, ref: Ref) -> bool:
        """Whether an entity is an armed group, which belongs to a nation and acts for none."""
        return ref.label == "Organization" and ref.key in self._armed

    def is_side(self, ref: Ref) -> bool:
        """Whether an entity is a body that binds itself and not the nation that it belongs to."""
        return ref.label == "Organization" and ref.key in self._sides

    def is_of_state(self, ref: Ref) -> bool:
        """Whether an entity is a nation or somebody who holds an office of one."""
        return ref.label == "Nation" or ref in self._officials

    def nations(self, refs: Iterable[Ref]) -> tuple[str, ...]:
        """Return the nations of some entities, each once, in their order."""
        found = (self.nation(ref) for ref in refs)
        return tuple(dict.fromkeys(code for code in found if code))

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions of acting entities that begin in a stretch of text."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def of_all(self, syntax: SentenceSyntax, phrases: Iterable[Phrase]) -> tuple[Ref, ...]:
        """Return whom some phrases mean, each once."""
        found = (ref for phrase in phrases for ref in self.of(syntax, phrase))
        return tuple(dict.fromkeys(found))

    def of(self, syntax: SentenceSyntax, phrase: Phrase) -> tuple[Ref, ...]:
        """Return whom a phrase means; nothing when it is about a thing."""
        start, end = syntax.offsets(phrase.first, phrase.last)
        reference = self._references.get(start)
        if reference and reference.end >= syntax.words[phrase.head].end:
            return reference.refs
        head = syntax.words[phrase.head]
        named = [one for one in self.between(start, end) if one.covers(head.start, head.end)]
        if named:
            return tuple(dict.fromkeys(one.ref for one in self._with_joined(syntax, phrase, named)))
        if head.lemma in word_list("quantity_nouns"):
            return self._counted(syntax, phrase)
        if head.lemma not in load_agent_nouns():
            return self._apposed(syntax, phrase)
        return (
            self._apposed(syntax, phrase)
            or self._said_of(syntax, phrase)
            or self._before(syntax, phrase)
            or self._behind(syntax, phrase)
            or self._at_home(syntax, phrase)
        )

    def _counted(self, syntax: SentenceSyntax, phrase: Phrase) -> tuple[Ref, ...]:
        """Whom "thousands of Peruvian workers" means."""
        trailing = syntax.trailing(phrase)
        counted = trailing[0] if trailing and trailing[0].marker == "of" else None
        return self.of(syntax, counted.phrase) if counted else ()

    def _said_of(self, syntax: SentenceSyntax, phrase: Phrase) -> tuple[Ref, ...]:
        """Whom a phrase describes that stands between them and "who": "Peru, a neighbor that"."""
        words, before = syntax.words, phrase.first - 2
        closed = phrase.last < len(words) and words[phrase.last].kind == "relative"
        if not closed or before < 0 or words[before + 1].text != ",":
            return ()
        named = next((one for one in syntax.phrases if one.last == before + 1), None)
        if named is None or words[named.head].kind != "name":
            return ()
        everyone = [one for one in syntax.phrases if named in listed(syntax, one)]
        plural = words[phrase.head].lower != words[phrase.head].lemma
        return self.of_all(syntax, everyone if plural else (named,))

    def _at_home(self, syntax: SentenceSyntax, phrase: Phrase) -> tuple[Ref, ...]:
        """Whom "the court" or "police" means where no nation is named with it."""
        words = syntax.words[phrase.first : phrase.last]
        bare = not any(
            word.kind == "name" or word.lower in word_list("foreign_words") for word in words
        )
        acts = syntax.words[phrase.head].lemma in word_list("state_agents")
        return (Ref("Nation", self._home),) if self._home and bare and acts else ()

    def owners(self, syntax: SentenceSyntax, phrase: Phrase) -> tuple[Ref, ...]:
        """Return whose a thing is: "Seoul's deployment", "their talks", "Chinese support"."""
        head = syntax.words[phrase.head]
        first = syntax.words[phrase.first]
        reference = self._references.get(first.start)
        if reference and first.lower in POSSESSIVES:
            return reference.refs
        if first.lower == "whose":
            return self._whose(syntax, phrase)
        if phrase.owner:
            start, end = syntax.offsets(*phrase.owner)
            before = [one for one in self.between(start, end) if one.end <= end]
            return (before[-1].ref,) if before else ()
        before = self.acting_for(syntax, first.start, head.start)
        named_by = head.lemma.lower() in word_list("named_by_place")
        return tuple(
            dict.fromkeys(
                mention.ref
                for mention in before[-2:]
                if not mention.place and not (named_by and mention.form == "capital")
            )
        )

    def _whose(self, syntax: SentenceSyntax, phrase: Phrase) -> tuple[Ref, ...]:
        """Return whom the phrase before "whose" means: "Peru, whose jets"."""
        before = phrase.first - (syntax.words[phrase.first - 1].text == ",") if phrase.first else 0
        named = next((one for one in syntax.phrases if one.last == before), None)
        return self.of(syntax, named) if named else ()

    def _before(self, syntax: SentenceSyntax, phrase: Phrase) -> tuple[Ref, ...]:
        """Whom the words before the head name, else a pronoun there: "their Chadian hosts"."""
        head = syntax.words[phrase.head]
        found = self.acting_for(syntax, syntax.words[phrase.first].start, head.start)
        reference = self._references.get(syntax.words[phrase.first].start)
        if not found and reference and syntax.words[phrase.first].lower in POSSESSIVES:
            return reference.refs
        joined = self._with_joined(syntax, phrase, found[-1:])
        return tuple(dict.fromkeys(one.ref for one in joined))

    def acting_for(self, syntax: SentenceSyntax, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions in a stretch but those that only stand behind something.

        "The U.N.-backed government" is not the United Nations; "a U.S.-led coalition" is American.
        """
        first = bisect_left(syntax.words, start, key=_start)
        behind = [
            word
            for word in syntax.words[first : bisect_left(syntax.words, end, key=_start)]
            if word.lower.rpartition("-")[2] in word_list("supporting_participles")
        ]
        return [
            one
            for one in self.between(start, end)
            if not any(word.start <= one.start < word.end for word in behind)
        ]

    def _with_joined(
        self, syntax: SentenceSyntax, phrase: Phrase, named: Sequence[Mention]
    ) -> Sequence[Mention]:
        """Return some mentions with those before them in a list: "US and British activists"."""
        joined = list(named)
        begin = syntax.words[phrase.first].start
        for one in reversed(self.between(begin, named[0].start) if named else ()):
            if not self._joins(syntax, one.end, joined[0].start):
                break
            joined.insert(0, one)
        return joined

    def listed_first(self, syntax: SentenceSyntax, named: Sequence[Mention]) -> tuple[Ref, ...]:
        """Return the first of some mentions with those that follow it in a list."""
        found = [named[0]]
        for one in named[1:]:
            if one.start > found[-1].start and not self._joins(syntax, found[-1].end, one.start):
                break
            found.append(one)
        return tuple(dict.fromkeys(one.ref for one in found))

    def _joins(self, syntax: SentenceSyntax, start: int, end: int) -> bool:
        """Whether only a comma or a conjunction stands between two places."""
        first = bisect_left(syntax.words, start, key=_start)
        between = syntax.words[first : bisect_left(syntax.words, end, key=_start)]
        return bool(between) and all(word.lower in (",", "and", "or") for word in between)

    def _behind(self, syntax: SentenceSyntax, phrase: Phrase) -> tuple[Ref, ...]:
        """Whom the phrase behind "of" names."""
        trailing = syntax.trailing(phrase)
        loyal = self._loyal_to(syntax, phrase)
        if loyal is None and (not trailing or trailing[0].marker not in _BEHIND):
            return ()
        members = listed(syntax, loyal or trailing[0].phrase)
        return tuple(
            dict.fromkeys(
                mention.ref
                for member in members
                for mention in self.between(*syntax.offsets(member.first, member.last))
            )
        )

    def _loyal_to(self, syntax: SentenceSyntax, phrase: Phrase) -> Phrase | None:
        """Return to whom those of a phrase are loyal: "forces loyal to General Roy"."""
        words = syntax.words[phrase.last : phrase.last + 2]
        if [word.lower for word in words] not in _LOYAL:
            return None
        return next((one for one in syntax.phrases if one.first == phrase.last + 2), None)

    def _apposed(self, syntax: SentenceSyntax, phrase: Phrase) -> tuple[Ref, ...]:
        """Whom a name right behind the phrase names: "its envoy, Paul Oquist,"."""
        trailing = syntax.trailing(phrase)
        comma = trailing[-1].phrase.last if trailing else phrase.last
        if comma + 1 >= len(syntax.words) or syntax.words[comma].text != ",":
            return ()
        following = next((one for one in syntax.phrases if one.first == comma + 1), None)
        if following is None:
            return ()
        head = syntax.words[following.head]
        found = self.between(*syntax.offsets(following.first, following.last))
        return tuple(
            mention.ref
            for mention in found
            if mention.ref.label == "Person" and mention.covers(head.start, head.end)
        )


def _is_to_come(code: str, published: str | None) -> bool:
    return code in load_nations() and load_nations()[code].is_to_come(published)


def _start(word: Word) -> int:
    return word.start


def listed(syntax: SentenceSyntax, phrase: Phrase) -> tuple[Phrase, ...]:
    """Return a phrase with those joined to it by commas and "and"."""
    found = [phrase]
    by_first = {one.first: one for one in syntax.phrases}
    position = phrase.last
    while position < len(syntax.words) and syntax.words[position].lower in (",", "and"):
        step = 2 if syntax.words[position].text == "," and _is_and(syntax, position + 1) else 1
        following = by_first.get(position + step)
        if following is None:
            break
        found.append(following)
        position = following.last
    return tuple(found)


def _is_and(syntax: SentenceSyntax, index: int) -> bool:
    return index < len(syntax.words) and syntax.words[index].lower == "and"
