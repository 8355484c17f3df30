"""Personal pronouns: "he", "she" and their other forms."""

from graph.facts import Ref
from loaders.gazetteer.agent_noun import load_agent_nouns
from loaders.people.gender import Gender
from loaders.references.clause_subjects import ClauseSubjects
from loaders.references.discourse import Before, Discourse, Refs, Spoken
from loaders.references.people import People, human_nouns
from loaders.syntax.analysis import Phrase, SentenceSyntax

_FEMININE = frozenset(("she", "her", "herself"))
_NEW_CLAUSE = frozenset(("where", "when", "who", "while", "after", "before", "and"))
_INDEFINITE = frozenset(("a", "an", "another", "his", "her", "its", "their", "one"))
_SENDING = frozenset(("send", "dispatch", "appoint", "name"))
_ANSWERING = frozenset(("reply", "respond", "retort", "deny", "counter"))


class Personal:
    """Resolves the personal pronouns of one document; ``start`` and ``end`` count the text."""

    def __init__(self, discourse: Discourse, people: People, subjects: ClauseSubjects) -> None:
        self._discourse = discourse
        self._people = people
        self._subjects = subjects
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
            self._subjects.ahead(syntax, start),
            self._answering(syntax, start, before),
            self._subjects.above(syntax, start),
        ):
            fitting = self._fitting(refs, gender)
            if fitting:
                return (fitting[0],)
        people = [one for one in before.here if self._can_be(one, gender, acting)]
        begin = people[-1].end if people else syntax.words[0].start if syntax.words else start
        unnamed = self._unnamed(syntax, begin, start)
        if unnamed is not None:
            known = self._discourse.means(syntax, (unnamed,)) or self._sender(syntax, unnamed)
            return tuple(ref for ref in known if ref.label != "Organization") if not acting else ()
        if people:
            return (people[-1].ref,)
        for spoken in before.earlier:
            found = [one for one in spoken if self._can_be(one, gender, acting)]
            if found:
                found = self._known(found, gender)
                return (next((one for one in found if one.subject), found[0]).ref,)
        behind = (*self._subjects.governing(syntax, start), *self._subjects.telling(syntax, start))
        return self._fitting(behind[:1], gender)

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

    def _can_be(self, one: Spoken, gender: Gender, acting: frozenset[Ref]) -> bool:
        return self._is_person(one.ref, gender) and one.ref not in acting

    def _is_person(self, ref: Ref, gender: Gender) -> bool:
        fits = ref.label == "Person" and ref not in self._barred
        return fits and self._people.fits(ref, gender)

    def _unnamed(self, syntax: SentenceSyntax, start: int, end: int) -> Phrase | None:
        """Return a nameless person who comes between a name and a pronoun.

        It is one in a clause of its own: "Moon sent an envoy to Beijing, where he met Xi" is told
        of the envoy. In what somebody says the speaker is meant all the same ("told a reporter
        that he would"). A subject counts in any clause ("Chad's president said he"), but for who
        does something to the one meant: "a judge jailed her".
        """
        words = [word for word in syntax.words if start <= word.start < end]
        opened = bool(words) and words[-1].lower in _NEW_CLAUSE
        subjects = {one for predication in syntax.predications for one in predication.subject}
        acting = self._subjects.acting(syntax, end)
        for phrase in reversed(syntax.phrases):
            first, head = syntax.words[phrase.first], syntax.words[phrase.head]
            between = start <= first.start and head.end <= end
            common = head.kind == "noun" or head.text.islower()
            human = common and head.lower == head.lemma and head.lemma in human_nouns()
            agent = head.lemma in load_agent_nouns() and head.lower == head.lemma
            if between and opened and first.lower in _INDEFINITE and (human or agent):
                return phrase
            acts = phrase in acting
            if between and human and phrase in subjects and not opened and not acts:
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
