"""Plural pronouns: "they" and its other forms."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.facts import Ref
from loaders.gazetteer.agent_noun import load_agent_nouns
from loaders.gazetteer.word_list import word_list
from loaders.references.clause_subjects import ClauseSubjects
from loaders.references.discourse import Before, Discourse, Refs, Spoken
from loaders.syntax.analysis import Phrase, SentenceSyntax, Word
from loaders.syntax.lemmas import noun_lemma

_JOINING = frozenset(("and", "or", ",", "the", "both"))


class Plural:
    """Resolves the plural pronouns of one document."""

    def __init__(self, discourse: Discourse, subjects: ClauseSubjects) -> None:
        self._discourse = discourse
        self._subjects = subjects

    def several(self, start: int, before: Before) -> Refs:
        """Return whom "they" means.

        Those that a list joins, or the last subject in the plural ("Tamil rebels"), in this
        sentence or the one before.
        """
        syntax = self._discourse.syntax_at(start)
        beside = self._subjects.beside(syntax, start)
        if len(beside) > 1 or (beside and self._is_plural(syntax, start)):
            return beside
        there = self._there(syntax, start)
        if there:
            return there
        acting = frozenset(self._discourse.acting_on(start, alone=True))
        acting |= self._subjects.aiding(syntax, start)
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

    def _there(self, syntax: SentenceSyntax, start: int) -> Refs:
        """Return who acts in a place told of: "keeps soldiers in Mali, where they fight"."""
        before = [word for word in syntax.words if word.end <= start][-1:]
        if not before or before[0].lower != "where":
            return ()
        forces = [
            one
            for one in syntax.phrases
            if syntax.words[one.head].end <= start and _are_people(syntax.words[one.head].lower)
        ]
        for phrase in reversed(forces):
            governor = syntax.governing(phrase)
            owned = self._discourse.owners(syntax, phrase)
            if owned or governor is None or phrase not in governor.objects:
                return self._discourse.means(syntax, (phrase,)) or owned
            return self._discourse.means(syntax, governor.subject)
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
                return self._whole_list(named, second, first)
        return ()

    def _whole_list(self, named: Sequence[Spoken], second: Spoken, last: Spoken) -> Refs:
        """Return the last two of a list with those before them: "Peru, Chad and Mali"."""
        folded = self._discourse.document.folded
        found = [second, last]
        for one in reversed(named[: named.index(second)]):
            comma = folded[one.end : found[0].start].strip() == ","
            if not comma or one.ref.label != last.ref.label:
                break
            found.insert(0, one)
        return tuple(dict.fromkeys(ref for one in found for ref in one.refs))

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
        undergoing = [
            self._discourse.means(syntax, (phrase,)) for phrase in _undergoing(syntax, end)
        ]
        told = (*reversed(found), *reversed(lists), *undergoing)
        return next((refs for refs in told if refs and not acting & {*refs}), ())


def _are_people(word: str) -> bool:
    """Whether a noun is people in the plural, "troops" among them."""
    one = noun_lemma(word)
    forces = word in word_list("moved_forces") or one in word_list("moved_forces")
    return forces or (word != one and one in load_agent_nouns())


def _is_plural_of_people(head: Word) -> bool:
    return head.kind == "noun" and head.lower != head.lemma and head.lemma in load_agent_nouns()


def _plurals(syntax: SentenceSyntax, end: int | None) -> Iterator[Phrase]:
    """Yield the subjects that are people in the plural."""
    for predication in syntax.predications:
        for phrase in predication.subject:
            head = syntax.words[phrase.head]
            if _is_plural_of_people(head) and (end is None or head.end <= end):
                yield phrase


def _undergoing(syntax: SentenceSyntax, end: int | None) -> Iterator[Phrase]:
    """Yield the people in the plural to whom a sentence before tells that something was done."""
    for predication in syntax.predications if end is None else ():
        if predication.governor is None:
            for phrase in predication.objects:
                if _is_plural_of_people(syntax.words[phrase.head]):
                    yield phrase
