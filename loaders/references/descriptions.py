"""Descriptions: what newswriters call a person in place of the name, "the former general".

A description means somebody who was named, unless somebody without a name was spoken of in the same
words ("a lawyer ... the lawyer"). Of those named shortly before it means the subject, for who
spoke last is varied first; who acts in the sentence itself is another.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graph.facts import Ref
from loaders.gazetteer.nation import load_nations
from loaders.gazetteer.word_list import word_list
from loaders.people.gender import gender_of_words
from loaders.people.leading import kind_of
from loaders.references.discourse import Discourse, Refs, Spoken
from loaders.references.people import People
from loaders.syntax.analysis import Phrase, SentenceSyntax
from loaders.syntax.apposition import name_behind

_REACH = 3
"""Sentences that a description reaches back."""

_PAST = frozenset(
    ("former", "ex", "onetime", "one-time", "erstwhile", "retired", "ousted", "late", "deposed")
)
"""Before an office these say that it is told of somebody who holds another by now, or none."""
_RULING = frozenset(("rule", "govern", "lead", "reign", "head", "run", "preside", "serve"))

_AGED = frozenset(("year-old",))
"""The end of "the 45-year-old", of which syntax makes several words."""

_WHOLE_TITLE = re.compile(r" of (?:state|staff|defen[cs]e|government|police)\b")
_DEFINITE = frozenset(("the", "this", "that"))
_UNKNOWN = frozenset(("a", "an", "another", "one", "some"))
_OTHERS = frozenset(
    (
        *("other", "next", "new", "first", "second", "third", "last", "only", "same", "incoming"),
        *("unnamed", "unidentified", "wounded", "dead", "young", "average", "future"),
    )
)
"""What tells a person from others rather than describing the one spoken of."""


class Descriptions:
    """Resolves the descriptions of people in one document."""

    def __init__(self, discourse: Discourse, people: People) -> None:
        self._discourse = discourse
        self._people = people
        self._nations = {
            one.start: one.ref.key
            for one in discourse.document.mentions
            if one.ref.label == "Nation" and one.form in ("adjective", "demonym")
        }
        self._citizens = {
            one.start for one in discourse.document.mentions if one.text in singular_demonyms()
        }

    def person(self, start: int, end: int) -> Refs:
        """Return the person whom a phrase from "the" to its noun describes."""
        syntax = self._discourse.syntax_at(start)
        phrase = self._phrase(syntax, start, end)
        if phrase is None or self._is_somebody_else(syntax, phrase):
            return ()
        words = [word.lower for word in syntax.words[phrase.first + 1 : phrase.head]]
        noun = syntax.words[phrase.head].lower
        nation = self.nation(syntax, phrase)
        fitting = [one for one in self._before(start) if self._fits(one.ref, noun, nation)]
        past = bool({*words} & _PAST)
        if past:
            fitting = self._in_the_past(fitting, noun)
        holding = [one for one in fitting if not past and self._people.is_one(one.ref, noun)]
        # An ambassador or a judge may be one without a name; who was one before is described.
        citizen = self._is_citizen(syntax, phrase)
        surely = word_list("describing_nouns") | word_list("leading_nouns") | _AGED
        sure = past or citizen or noun in surely
        chosen = holding or (fitting if sure else [])
        if not chosen and nation and not past:
            return self._untold(start, nation)
        if citizen and nation:
            # Of whom it is told that they are of the nation goes before whom it may be told of.
            own = [one for one in chosen if self._discourse.nation_of(one.ref) == nation]
            return (own[0].ref,) if own else self._only(chosen)
        return (chosen[0].ref,) if chosen else ()

    def _untold(self, start: int, nation: str) -> Refs:
        """Return the only one just named of whom no office is told: "Anna Roy. The Kazakh head"."""
        index = self._discourse.document.sentence_at(start).index
        people = (one.ref for one in self._discourse.spoken_in(index - 1) if len(one.refs) == 1)
        bare = {
            ref
            for ref in people
            if ref.label == "Person"
            and not self._people.has_office(ref)
            and self._discourse.nation_of(ref) in (None, nation)
        }
        return tuple(bare) if len(bare) == 1 else ()

    def _only(self, people: Sequence[Spoken]) -> Refs:
        """Return the only person of some, or nobody."""
        refs = {one.ref for one in people}
        return tuple(refs) if len(refs) == 1 else ()

    def _is_citizen(self, syntax: SentenceSyntax, phrase: Phrase) -> bool:
        """Whether a phrase names somebody by nation alone: "the Tanzanian"."""
        return syntax.words[phrase.head].start in self._citizens

    def phrases(self, syntax: SentenceSyntax) -> Iterator[tuple[int, int]]:
        """Yield where the phrases begin and end that may describe a person, to their nouns."""
        for phrase in syntax.phrases:
            head = syntax.words[phrase.head]
            definite = syntax.words[phrase.first].lower in _DEFINITE
            if definite and self.is_describing(syntax, phrase):
                folded = self._discourse.document.folded
                longer = _WHOLE_TITLE.match(folded, head.end)
                yield syntax.words[phrase.first].start, longer.end() if longer else head.end

    def is_describing(self, syntax: SentenceSyntax, phrase: Phrase) -> bool:
        """Whether the head of a phrase is what people are called."""
        noun = syntax.words[phrase.head].lower
        citizen = self._is_citizen(syntax, phrase)
        return citizen or noun in describing_nouns() or noun in _AGED

    def nation(self, syntax: SentenceSyntax, phrase: Phrase) -> str | None:
        """Return the nation that a phrase gives the person: "the Argentine diplomat"."""
        words = syntax.words[phrase.first : phrase.head + 1]
        return next((self._nations[one.start] for one in words if one.start in self._nations), None)

    def _phrase(self, syntax: SentenceSyntax, start: int, end: int) -> Phrase | None:
        """Return the phrase at an offset, if it describes one person and names nobody."""
        found = next(
            (one for one in syntax.phrases if syntax.words[one.first].start == start), None
        )
        if found is None or found.owner or syntax.words[found.head].end > end:
            return None
        first, head = syntax.words[found.first], syntax.words[found.head]
        common = head.kind == "noun" or self._is_citizen(syntax, found)
        if first.lower not in _DEFINITE or not common or name_behind(syntax, found):
            return None
        if self._is_said_of_name(syntax, found):
            return None
        if head.lower == "host" and not any(found in one.subject for one in syntax.predications):
            # Who is thanked or met as the host may be whoever receives.
            return None
        said = {word.lower for word in syntax.words[found.first + 1 : found.head]}
        return found if not said & _OTHERS else None

    def _in_the_past(self, people: Sequence[Spoken], noun: str) -> list[Spoken]:
        """Return who may have been what a noun says: none who is so now, first those known to."""
        # A general has the rank for life.
        kept = kind_of(noun) == "MILITARY"
        free = [one for one in people if kept or not self._people.holds_now(one.ref, noun)]
        known = [
            one for one in free if self._people.held(one.ref, noun) or self._ruled(one.ref, noun)
        ]
        return known or free

    def _ruled(self, person: Ref, noun: str) -> bool:
        """Whether a relative clause tells that somebody ruled: "Roy, who governed until 2010"."""
        leading = noun in word_list("leading_nouns") or noun in ("president", "dictator")
        for one in self._discourse.document.mentions if leading else ():
            if one.ref != person:
                continue
            syntax = self._discourse.syntax_at(one.start)
            if any(
                told.link == "relative"
                and told.past
                and told.verb in _RULING
                and person in self._discourse.means(syntax, told.subject)
                for told in syntax.predications
            ):
                return True
        return False

    def _is_said_of_name(self, syntax: SentenceSyntax, phrase: Phrase) -> bool:
        """Whether a person's name and a comma stand before: "Anna Roy, the French head"."""
        before = phrase.first - 2
        if before < 0 or syntax.words[before + 1].text != ",":
            return False
        end = syntax.words[before].end
        spoken = self._discourse.spoken_in(syntax.sentence)
        return any(one.ref.label == "Person" and one.end == end for one in spoken)

    def _is_somebody_else(self, syntax: SentenceSyntax, phrase: Phrase) -> bool:
        """Whether somebody without a name was spoken of in the same word before."""
        noun = syntax.words[phrase.head].lemma
        for other in self._discourse.document.syntax[: syntax.sentence + 1]:
            for one in other.phrases:
                head = other.words[one.head]
                earlier = head.end < syntax.words[phrase.first].start
                unknown = other.words[one.first].lower in _UNKNOWN
                if earlier and unknown and head.lower == noun and not _is_named(other, one):
                    return True
        return False

    def _before(self, start: int) -> Iterator[Spoken]:
        """Yield the people of the sentences before, those of a sentence as they come to mind."""
        index = self._discourse.document.sentence_at(start).index
        if any(
            len(one.refs) > 1 and one.ref.label == "Person" and one.end <= start
            for one in self._discourse.spoken_in(index)
        ):
            # "The two men met, but the pastor left": which of them nobody can tell.
            return
        quoted = self._discourse.document.quotations
        acting = {
            ref
            for one in self._discourse.spoken_in(index)
            if one.end <= start and not any(q.start <= one.start < q.end for q in quoted)
            for ref in one.refs
        } - self._fronted(start)
        for number in range(index - 1, max(-1, index - 1 - _REACH), -1):
            people = [
                one
                for one in self._discourse.spoken_in(number)
                if one.ref.label == "Person" and len(one.refs) == 1 and one.ref not in acting
            ]
            yield from (one for one in people if one.subject)
            yield from (one for one in reversed(people) if not one.subject)

    def _fronted(self, start: int) -> set[Ref]:
        """Return the subjects of the clause before the one that a phrase begins.

        "If he wins, the former teacher said": the pronoun may mean whom the phrase means.
        """
        syntax = self._discourse.syntax_at(start)
        own = {
            number
            for number, one in enumerate(syntax.predications)
            if any(syntax.words[phrase.first].start == start for phrase in one.subject)
        }
        return {
            ref
            for one in syntax.predications
            if one.link == "adverbial" and one.governor in own
            for ref in self._discourse.means(syntax, one.subject)
        }

    def _fits(self, person: Ref, noun: str, nation: str | None) -> bool:
        gender = gender_of_words((noun,))
        if gender and not self._people.fits(person, gender):
            return False
        leading = noun in word_list("leading_nouns")
        if leading and not (
            self._people.leads(person)
            or self._people.holds(person, noun)
            or self._ruled(person, noun)
        ):
            return False
        return nation is None or self._discourse.nation_of(person) in (None, nation)


@cache
def describing_nouns() -> frozenset[str]:
    """Return the nouns, in the singular, by which people are described."""
    lists = ("human_nouns", "describing_nouns", "describing_roles", "leading_nouns")
    return frozenset(word for name in lists for word in word_list(name))


@cache
def singular_demonyms() -> frozenset[str]:
    """Return the demonyms that mean one person: "Tanzanian", and not "French"."""
    demonyms = {word for nation in load_nations().values() for word in nation.demonyms}
    return frozenset(word for word in demonyms if f"{word}s" in demonyms)


def _is_named(syntax: SentenceSyntax, phrase: Phrase) -> bool:
    """Whether a name stands beside a phrase, so that it describes somebody known."""
    before = phrase.first - 2
    closes = before >= 0 and syntax.words[before + 1].text == ","
    return name_behind(syntax, phrase) is not None or (
        closes and syntax.words[before].kind == "name"
    )
