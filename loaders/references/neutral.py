"""Neutral pronouns: "it" and "its", for a nation or a body."""

from loaders.agreements.effect import load_terms
from loaders.gazetteer.agent_noun import load_agent_nouns
from loaders.gazetteer.word_list import word_list
from loaders.references.clause_subjects import ClauseSubjects
from loaders.references.discourse import Before, Discourse, Refs
from loaders.references.people import human_nouns
from loaders.references.things import is_thing
from loaders.syntax.analysis import SentenceSyntax

_OPENING = 20
"""Characters; a neutral pronoun further on means something of its own sentence."""


class Neutral:
    """Resolves the neutral pronouns of one document."""

    def __init__(self, discourse: Discourse, subjects: ClauseSubjects) -> None:
        self._discourse = discourse
        self._subjects = subjects

    def body(self, start: int, before: Before) -> Refs:
        """Return what "it" means: a body or nation, by the same rules."""
        syntax = self._discourse.syntax_at(start)
        if is_thing(syntax, start) or self._is_agreed(syntax, start):
            return ()
        wanted = _wanted(syntax, start)
        if wanted and (found := self._of_label(before, wanted)):
            return found
        beside = [one for one in self._subjects.beside(syntax, start) if one.label != "Person"]
        if len(beside) == 1:
            return (beside[0],)
        above = self._subjects.opining(syntax, start) or self._subjects.above(syntax, start)
        around = (
            *above,
            *self._subjects.ahead(syntax, start),
            *self._subjects.telling(syntax, start),
        )
        told = [one for one in around if one.label != "Person"]
        if told:
            return (told[0],)
        sentence = self._discourse.document.sentence_at(start)
        begin = self._behind_quotation(sentence.body, start)
        opens = start - begin < _OPENING or self._is_said(syntax, start)
        if opens and not before.here and before.earlier and before.earlier[0]:
            index = self._discourse.sentence_of(before.earlier[0][0])
            told = self._discourse.topic(index)
            if not told and self._is_of_unnamed(index):
                return ()
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
        behind = self._subjects.governing(syntax, start)
        return behind if behind and behind[0].label != "Person" else ()

    def _is_of_unnamed(self, index: int) -> bool:
        """Whether a sentence is about a body without a name: "The prosecution accused them"."""
        syntax = self._discourse.document.syntax[index]
        main = (one for one in syntax.predications if one.governor is None and one.subject)
        subject = next((one.subject for one in main), ())
        heads = [syntax.words[one.head] for one in subject]
        return len(heads) == 1 and all(
            one.kind == "noun"
            and one.lower == one.lemma
            and one.lemma in load_agent_nouns()
            and one.lemma not in human_nouns()
            for one in heads
        )

    def _behind_quotation(self, begin: int, start: int) -> int:
        """Return where a sentence goes on behind a quotation that opens it."""
        ends = (one.end for one in self._discourse.document.quotations if one.start <= begin + 1)
        return max((end for end in ends if begin < end <= start), default=begin)

    def _is_said(self, syntax: SentenceSyntax, start: int) -> bool:
        """Whether a person says it: "a spokesman said it had asked for more"."""
        above = self._subjects.opining(syntax, start) or self._subjects.above(syntax, start)
        return bool(above) and above[0].label == "Person"

    def _of_label(self, before: Before, label: str) -> Refs:
        """Return the nation, or the body, told of last in this sentence, else the subject before.

        "Its managing director" is a body's, whatever nation is nearer.
        """
        for number, spoken in enumerate((before.here, *before.earlier[:1])):
            told = [one for one in spoken if one.ref.label == label and one.plain]
            subjects = [one for one in told if one.subject and number > 0]
            if told:
                return (subjects or told)[-1].refs[:1]
        return ()

    def _is_agreed(self, syntax: SentenceSyntax, start: int) -> bool:
        """Whether "it" does what agreements do, where the sentence before told of one."""
        if syntax.sentence == 0 or not any(
            one.verb in word_list("done_by_agreements")
            and any(syntax.words[phrase.first].start == start for phrase in one.subject)
            for one in syntax.predications
        ):
            return False
        before = self._discourse.document.syntax[syntax.sentence - 1]
        heads = (before.words[phrase.head].lower for phrase in before.phrases)
        named = self._discourse.names_agreement(syntax.sentence - 1)
        return named or any(head in load_terms() for head in heads)


def _wanted(syntax: SentenceSyntax, start: int) -> str:
    """Return the label of those who alone can own what a possessive stands before."""
    for phrase in syntax.phrases:
        if syntax.words[phrase.first].start == start and phrase.head > phrase.first:
            noun = syntax.words[phrase.head].lemma
            return "Organization" if noun in word_list("owned_by_bodies") else ""
    return ""
