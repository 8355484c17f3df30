"""Messengers: news agencies and platforms that only pass on what others say.

"The agency quoted the minister as saying he would resign": it neither acts nor is concerned, nor is
the platform on which he says it. An agency that is banned, or whose reporter is jailed, is.
"""

from dataclasses import replace

from graph.facts import Ref
from loaders.document import Document
from loaders.events.candidate import Candidate
from loaders.events.concerned import Concerned
from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Predication, SentenceSyntax

_THROUGH = frozenset(("on", "via", "through"))
"""Prepositions before what something is said on, such as "on Twitter"."""


class Messengers:
    """Knows the messengers of one document."""

    def __init__(self, document: Document, concerned: Concerned) -> None:
        self._concerned = concerned
        self._agencies = {
            Ref("Organization", one.id)
            for one in document.organizations
            if one.kind == "NEWS_AGENCY"
        }
        self._papers = {
            Ref("Organization", one.id) for one in document.organizations if one.sector == "JRN"
        }
        self._channels = self._agencies | {
            Ref("Organization", one.id)
            for one in document.organizations
            if one.id in word_list("platforms")
        }

    def of(self, syntax: SentenceSyntax) -> frozenset[Ref]:
        """Return the news agencies that say something in a sentence, or are told it.

        With them are those, and the platforms, on which something is said or done.
        """
        if not self._channels and not self._papers:
            return frozenset()
        told = {
            ref for one in syntax.predications if _passes_on(one) for ref in self._near(syntax, one)
        }
        said_on = self._concerned.participants.of_all(
            syntax,
            (
                oblique.phrase
                for one in syntax.predications
                for oblique in one.obliques
                if oblique.marker in _THROUGH
            ),
        )
        addressed = {ref for one in syntax.predications for ref in self._addressed(one, syntax)}
        return frozenset(told & self._agencies | self._papers & addressed) | (
            self._channels & {*said_on}
        )

    def _addressed(self, predication: Predication, syntax: SentenceSyntax) -> tuple[Ref, ...]:
        """Return who is told something: "told the daily Postimees that"."""
        told = predication.objects if predication.verb == "tell" else ()
        return self._concerned.participants.of_all(syntax, told)

    def _near(self, syntax: SentenceSyntax, predication: Predication) -> frozenset[Ref]:
        obliques = (one.phrase for one in predication.obliques)
        phrases = (*predication.subject, *predication.objects, *obliques)
        return frozenset(self._concerned.participants.of_all(syntax, phrases))


def _passes_on(predication: Predication) -> bool:
    return predication.verb in word_list("reporting_verbs")


def without(candidate: Candidate, messengers: frozenset[Ref]) -> Candidate | None:
    """Return an event without its messengers, None where one of them would be who acts alone."""
    if messengers.isdisjoint((*candidate.actors, *candidate.recipients)):
        return candidate
    actors, recipients = (
        tuple(ref for ref in refs if ref not in messengers)
        for refs in (candidate.actors, candidate.recipients)
    )
    if candidate.actors and not actors:
        return None
    return replace(candidate, actors=actors, recipients=recipients)
