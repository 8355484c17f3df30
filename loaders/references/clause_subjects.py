"""Subjects of the clauses around a pronoun: above it, beside it, ahead of it."""

from graph.facts import Ref
from loaders.gazetteer.word_list import word_list
from loaders.references.discourse import Discourse, Refs
from loaders.syntax.analysis import Phrase, Predication, SentenceSyntax
from loaders.syntax.closed_words import POSSESSIVES

_OPINING = frozenset(("say", "claim", "believe", "consider", "call", "deem", "regard", "allege"))


_BINDING = frozenset(
    ("sign", "reach", "conclude", "ratify", "negotiate", "agree", "strike", "make")
)
"""Verbs by which those who act bind themselves."""


class ClauseSubjects:
    """Looks up the subjects near the pronouns of one document; ``start`` counts the text."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse

    def above(self, syntax: SentenceSyntax, start: int) -> Refs:
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

    def ahead(self, syntax: SentenceSyntax, start: int) -> Refs:
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

    def beside(self, syntax: SentenceSyntax, start: int) -> Refs:
        """Return the subject of the verb whose object a possessive opens: "to respect its laws".

        Not so where somebody is accused of it: "accused Peru of seizing its ships".
        """
        for predication in syntax.predications:
            subject = _owning(syntax, predication)
            phrases = (*predication.objects, *(one.phrase for one in predication.obliques))
            for phrase in phrases if subject else ():
                word = syntax.words[phrase.first]
                if word.start == start and word.lower in POSSESSIVES:
                    before = [one for one in subject if syntax.words[one.head].start < start]
                    return self._discourse.means(syntax, before)
        return ()

    def governing(self, syntax: SentenceSyntax, start: int) -> Refs:
        """Return the subject behind a clause that a pronoun opens: "after he had left, Moon said".

        The clause is one of time or cause; this is whom it means if nobody was named before.
        """
        for predication in syntax.predications:
            own = any(syntax.words[one.first].start == start for one in predication.subject)
            if own and predication.link == "adverbial" and predication.governor is not None:
                above = syntax.predications[predication.governor].subject
                after = [one for one in above if syntax.words[one.first].start > start]
                return self._discourse.means(syntax, after) if len(above) == 1 else ()
        return ()

    def telling(self, syntax: SentenceSyntax, start: int) -> Refs:
        """Return who is said behind a clause to tell it: "its troops had stayed, Asmara said"."""
        for predication in syntax.predications:
            own = any(syntax.words[one.first].start == start for one in predication.subject)
            if own and predication.link == "clause" and predication.governor is not None:
                above = syntax.predications[predication.governor]
                after = [one for one in above.subject if syntax.words[one.first].start > start]
                if above.verb in word_list("speaking_verbs") and not predication.marker:
                    return self._discourse.means(syntax, after)
        return ()

    def opining(self, syntax: SentenceSyntax, start: int) -> Refs:
        """Return who has an opinion in a relative clause: "Peru fined ships that it says strayed".

        It is whom the sentence is about, be others named in between.
        """
        for predication in syntax.predications:
            own = any(syntax.words[one.first].start == start for one in predication.subject)
            if own and predication.link == "relative" and predication.verb in _OPINING:
                found = self._discourse.topic(syntax.sentence)
                return found if len(found) == 1 else ()
        return ()

    def aiding(self, syntax: SentenceSyntax, start: int) -> frozenset[Ref]:
        """Return the agents of participles ahead of a subject: "backed by Peru and Chile, they".

        Who signs a treaty is its party, and may be meant.
        """
        found = [
            phrase
            for other in syntax.predications
            if other.passive and not other.finite and other.verb not in _BINDING
            for phrase in other.agents
            if (above := syntax.governor(other)) is not None
            and any(syntax.words[one.first].start == start for one in above.subject)
            and other.head < above.first
        ]
        return frozenset(self._discourse.means(syntax, found))

    def acting(self, syntax: SentenceSyntax, start: int) -> tuple[Phrase, ...]:
        """Return the subjects of the verb that a pronoun by itself is an object of."""
        for phrase in syntax.phrases:
            alone = phrase.last - phrase.first == 1
            if alone and syntax.words[phrase.first].start == start:
                governor = syntax.governing(phrase)
                if governor and phrase not in governor.subject:
                    return governor.subject
        return ()


def _owning(syntax: SentenceSyntax, predication: Predication) -> tuple[Phrase, ...]:
    """Return the subject of a verb, or who accuses it; nothing in clauses of their own."""
    if predication.link in (None, "complement"):
        return predication.subject
    above = syntax.governor(predication)
    accused = predication.link == "manner" and predication.marker == "of"
    return above.subject if above and accused and predication.subject == above.objects else ()
