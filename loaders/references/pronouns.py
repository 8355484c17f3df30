"""Pronouns of the third person: "he", "she", "it", "they" and their other forms."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.facts import Ref
from loaders.gazetteer.agent_noun import load_agent_nouns
from loaders.people.gender import Gender
from loaders.references.discourse import Before, Discourse, Refs, Spoken
from loaders.references.people import People, human_nouns
from loaders.syntax.analysis import Phrase, SentenceSyntax
from loaders.syntax.closed_words import POSSESSIVES

_FEMININE = frozenset(("she", "her", "herself"))
_NEW_CLAUSE = frozenset(("where", "when", "who", "while", "after", "before", "and"))
_INDEFINITE = frozenset(("a", "an", "another", "his", "her", "its", "their", "one"))
_SENDING = frozenset(("send", "dispatch", "appoint", "name"))
_ANSWERING = frozenset(("reply", "respond", "retort", "deny", "counter"))
_OPENING = 20
"""Characters; a neutral pronoun further on means something of its own sentence."""
_JOINING = frozenset(("and", "or", ",", "the", "both"))


class Pronouns:
    """Resolves the pronouns of one document; ``start`` and ``end`` count the text."""

    def __init__(self, discourse: Discourse, people: People) -> None:
        self._discourse = discourse
        self._people = people
        self._barred = frozenset[Ref]()
        self._others: dict[int, tuple[Gender, Refs]] = {}

    def person(self, start: int, word: str, before: Before) -> Refs:
        """Return whom "he" or "she" means.

        It is the subject of the clause above, else the person named last in the sentence, else the
        subject, or the first, of a sentence before. An unnamed person ("the French envoy") counts
        for whom he or she acts for.
        """
        gender: Gender = "feminine" if word in _FEMININE else "masculine"
        index = self._discourse.document.sentence_at(start).index
        other, taken = self._others.get(index, (gender, ()))
        # In one sentence "he" and "she" are two.
        self._barred = frozenset(taken) if other != gender else frozenset[Ref]()
        found = self._person(start, gender, before)
        if other == gender:
            self._others[index] = gender, (*taken, *found)
        if len(found) == 1 and found[0].label == "Person" and self._is_sure(found[0], before):
            self._people.learn(found[0], gender)
        return found

    def _person(self, start: int, gender: Gender, before: Before) -> Refs:
        syntax = self._discourse.syntax_at(start)
        acting = frozenset(self._discourse.acting_on(start, alone=True))
        for refs in (
            self._subject_ahead(syntax, start),
            self._answering(syntax, start, before),
            self._subject_above(syntax, start),
        ):
            fitting = self._fitting(refs, gender)
            if fitting:
                return (fitting[0],)
        people = [one for one in before.here if self._can_be(one, gender, acting)]
        begin = people[-1].end if people else syntax.words[0].start if syntax.words else start
        unnamed = self._unnamed(syntax, begin, start)
        if unnamed is not None:
            known = self._discourse.means(syntax, (unnamed,)) or self._sender(syntax, unnamed)
            return known if not acting else ()
        if people:
            return (self._known(people, gender)[-1].ref,)
        for spoken in before.earlier:
            found = [one for one in spoken if self._can_be(one, gender, acting)]
            if found:
                found = self._known(found, gender)
                return (next((one for one in found if one.subject), found[0]).ref,)
        return ()

    def _is_sure(self, person: Ref, before: Before) -> bool:
        """Whether nobody else was spoken of who could be meant, so that gender can be learnt."""
        people = {one.ref for one in before.named_last if one.ref.label == "Person"}
        return people == {person}

    def _fitting(self, refs: Refs, gender: Gender) -> Refs:
        """Return whom of some subjects a pronoun can mean: of several, who is known to fit."""
        people = [ref for ref in refs if self._is_person(ref, gender)]
        known = [ref for ref in people if self._people.is_known(ref, gender)]
        return tuple(known or (people if len(refs) == 1 else ()))

    def _known(self, people: list[Spoken], gender: Gender) -> list[Spoken]:
        """Return those who are known to be of a gender, else all."""
        return [one for one in people if self._people.is_known(one.ref, gender)] or people

    def _answering(self, syntax: SentenceSyntax, start: int, before: Before) -> Refs:
        """Return who answers: the one to whom something was done in the sentence before."""
        answers = any(
            predication.verb in _ANSWERING
            and any(syntax.words[one.first].start == start for one in predication.subject)
            for predication in syntax.predications
        )
        if not answers or before.here or not before.earlier or not before.earlier[0]:
            return ()
        told = self._discourse.syntax_at(before.earlier[0][0].start)
        for predication in told.predications:
            undergoing = self._discourse.means(told, predication.objects)
            people = tuple(ref for ref in undergoing if ref.label == "Person")
            if people and predication.governor is None:
                return people
        return ()

    def body(self, start: int, before: Before) -> Refs:
        """Return what "it" means: a body or nation, by the same rules."""
        syntax = self._discourse.syntax_at(start)
        beside = [one for one in self._subject_beside(syntax, start) if one.label != "Person"]
        if len(beside) == 1:
            return (beside[0],)
        above = [one for one in self._subject_above(syntax, start) if one.label != "Person"]
        if above:
            return (above[0],)
        sentence = self._discourse.document.sentence_at(start)
        begin = self._behind_quotation(sentence.body, start)
        opens = start - begin < _OPENING or self._is_said(syntax, start)
        if opens and not before.here and before.earlier and before.earlier[0]:
            told = self._discourse.topic(self._discourse.sentence_of(before.earlier[0][0]))
            if len(told) == 1 and told[0].label != "Person":
                return told
        for number, spoken in enumerate((before.here, *(before.earlier[:1] if opens else ()))):
            bodies = [one for one in spoken if one.ref.label != "Person" and one.plain]
            single = [one for one in bodies if len(one.refs) == 1]
            if single:
                subjects = [one for one in single if one.subject]
                # The first subject of a sentence is what it is about.
                nearest = subjects[-1 if number == 0 else 0] if subjects else single[0]
                return nearest.refs
        return ()

    def several(self, start: int, before: Before) -> Refs:
        """Return whom "they" means.

        Those that a list joins, or the last subject in the plural ("Tamil rebels"), in this
        sentence or the one before.
        """
        syntax = self._discourse.syntax_at(start)
        beside = self._subject_beside(syntax, start)
        if len(beside) > 1 or (beside and self._is_plural(syntax, start)):
            return beside
        acting = frozenset(self._discourse.acting_on(start, alone=True))
        for number, spoken in enumerate((before.here, *before.earlier[:1])):
            spoken = [one for one in spoken if not acting & {*one.refs}]
            joined = self._joined(spoken) or self._listed(spoken, start)
            if joined:
                return joined
            plural = self._plural(spoken, start if number == 0 else None, acting)
            if plural:
                return plural
        owned = self._discourse.document.folded.startswith("their ", start)
        nations = self._discourse.nations(before.here) if owned else ()
        return tuple(Ref("Nation", code) for code in nations) if len(nations) == 2 else ()

    def _behind_quotation(self, begin: int, start: int) -> int:
        """Return where a sentence goes on behind a quotation that opens it."""
        ends = (one.end for one in self._discourse.document.quotations if one.start <= begin + 1)
        return max((end for end in ends if begin < end <= start), default=begin)

    def _is_said(self, syntax: SentenceSyntax, start: int) -> bool:
        """Whether a person says it: "a spokesman said it had asked for more"."""
        above = self._subject_above(syntax, start)
        return bool(above) and above[0].label == "Person"

    def _can_be(self, one: Spoken, gender: Gender, acting: frozenset[Ref]) -> bool:
        return self._is_person(one.ref, gender) and one.ref not in acting

    def _is_person(self, ref: Ref, gender: Gender) -> bool:
        fits = ref.label == "Person" and ref not in self._barred
        return fits and self._people.fits(ref, gender)

    def _subject_above(self, syntax: SentenceSyntax, start: int) -> Refs:
        """Return the subject of the clause above the one whose subject a pronoun is, or owns."""
        for predication in syntax.predications:
            own = [one for one in predication.subject if syntax.words[one.first].start == start]
            if own and predication.governor is not None:
                undergoing = syntax.predications[predication.governor].objects
                own = [one for one in own if one not in undergoing]
            if own and predication.governor is not None and predication.link != "relative":
                above = syntax.predications[predication.governor].subject
                before = [one for one in above if syntax.words[one.first].start < start]
                return self._discourse.means(syntax, before)
        return ()

    def _subject_ahead(self, syntax: SentenceSyntax, start: int) -> Refs:
        """Return the subject that follows a phrase that opens its clause: "In his speech, Moon"."""
        for predication in syntax.predications:
            opening = any(
                syntax.words[one.phrase.first].start == start
                and syntax.words[one.phrase.first].lower in POSSESSIVES
                for one in predication.obliques
            )
            after = [one for one in predication.subject if syntax.words[one.first].start > start]
            if opening and len(after) == len(predication.subject) == 1:
                return self._discourse.means(syntax, after)
        return ()

    def _subject_beside(self, syntax: SentenceSyntax, start: int) -> Refs:
        """Return the subject of the verb whose object a possessive opens: "to respect its laws".

        Not so where somebody is accused of it: "accused Peru of seizing its ships".
        """
        for predication in syntax.predications:
            if predication.link not in (None, "complement"):
                continue
            phrases = (*predication.objects, *(one.phrase for one in predication.obliques))
            for phrase in phrases:
                word = syntax.words[phrase.first]
                if word.start == start and word.lower in POSSESSIVES:
                    before = [
                        one for one in predication.subject if syntax.words[one.head].start < start
                    ]
                    return self._discourse.means(syntax, before)
        return ()

    def _unnamed(self, syntax: SentenceSyntax, start: int, end: int) -> Phrase | None:
        """Return a nameless person who comes between a name and a pronoun.

        It is one in a clause of its own: "Moon sent an envoy to Beijing, where he met Xi" is told
        of the envoy. In what somebody says the speaker is meant all the same ("told a reporter
        that he would"). A subject counts in any clause: "Chad's president said he".
        """
        words = [word for word in syntax.words if start <= word.start < end]
        opened = bool(words) and words[-1].lower in _NEW_CLAUSE
        subjects = {one for predication in syntax.predications for one in predication.subject}
        for phrase in reversed(syntax.phrases):
            first, head = syntax.words[phrase.first], syntax.words[phrase.head]
            between = start <= first.start and head.end <= end
            human = head.kind == "noun" and head.lower == head.lemma and head.lemma in human_nouns()
            agent = head.lemma in load_agent_nouns() and head.lower == head.lemma
            if between and opened and first.lower in _INDEFINITE and (human or agent):
                return phrase
            if between and human and phrase in subjects and not opened:
                return phrase
        return None

    def _sender(self, syntax: SentenceSyntax, phrase: Phrase) -> Refs:
        """Return the nation of those who send somebody: "Moon sent an envoy"."""
        for predication in syntax.predications:
            if predication.verb in _SENDING and phrase in predication.objects:
                senders = self._discourse.means(syntax, predication.subject)
                codes = (self._discourse.nation_of(ref) for ref in senders)
                return tuple(dict.fromkeys(Ref("Nation", code) for code in codes if code))
        return ()

    def _joined(self, spoken: Sequence[Spoken]) -> Refs:
        """Return those that the last list joins with "and"."""
        folded = self._discourse.document.folded
        named = [one for one in spoken if one.plain or one.ref.label == "Person"]
        for first, second in pairwise(reversed(named)):
            between = folded[second.end : first.start].split()
            alike = first.ref.label == second.ref.label and first.ref != second.ref
            lower = [word for word in between if not word[0].isupper()]
            if alike and between and between[0] in ("and", ",") and set(lower) <= _JOINING:
                return tuple(dict.fromkeys((*second.refs, *first.refs)))
        return ()

    def _is_plural(self, syntax: SentenceSyntax, start: int) -> bool:
        """Whether the subject whose object a possessive opens is in the plural."""
        for predication in syntax.predications:
            phrases = (*predication.objects, *(one.phrase for one in predication.obliques))
            if any(syntax.words[phrase.first].start == start for phrase in phrases):
                heads = (syntax.words[one.head] for one in predication.subject)
                return any(word.lower.endswith("s") and word.lower != word.lemma for word in heads)
        return False

    def _listed(self, spoken: Sequence[Spoken], end: int) -> Refs:
        """Return those who together are the subject of a verb: "the army and the rebels met"."""
        if not spoken:
            return ()
        syntax = self._discourse.syntax_at(spoken[0].start)
        for predication in reversed(syntax.predications):
            ends = [syntax.words[one.head].end for one in predication.subject]
            refs = self._discourse.means(syntax, predication.subject)
            if len(ends) > 1 and max(ends) <= end and len(refs) > 1:
                return refs
        return ()

    def _plural(self, spoken: Sequence[Spoken], end: int | None, acting: frozenset[Ref]) -> Refs:
        """Return whom the last subject in the plural means, in the sentence of some stretches."""
        lists = [one.refs for one in spoken if one.subject and len(one.refs) > 1]
        if not spoken:
            return ()
        syntax = self._discourse.syntax_at(spoken[0].start)
        found = [self._discourse.means(syntax, (phrase,)) for phrase in _plurals(syntax, end)]
        told = (*reversed(found), *reversed(lists))
        return next((refs for refs in told if refs and not acting & {*refs}), ())


def _plurals(syntax: SentenceSyntax, end: int | None) -> Iterator[Phrase]:
    """Yield the subjects that are people in the plural."""
    for predication in syntax.predications:
        for phrase in predication.subject:
            head = syntax.words[phrase.head]
            plural = head.kind == "noun" and head.lower != head.lemma
            if plural and head.lemma in load_agent_nouns() and (end is None or head.end <= end):
                yield phrase
