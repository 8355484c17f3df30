"""The agreements of an answer that the rules do not know."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.facts import AgreementFact, Ref, Span
from graph.ontology import load_ontology
from loaders.document import Document
from loaders.llm.answer import AgreementAnswer, Answer, Drop
from loaders.llm.resolving import Resolving
from loaders.llm.wording import bare, is_name, occurrences, quoted
from loaders.mentions.mention import Mention, in_order
from loaders.text.slug import slug

CONFIDENCE = 0.5
"""Less than that of any agreement which the rules find."""


@dataclass(frozen=True, slots=True)
class AnsweredAgreements:
    """Adds the agreements of an answer that stand where the rules found none."""

    answer: Answer
    drop: Drop
    name: str = "answered agreements"

    def __call__(self, document: Document) -> Document:
        """Add them, with their mentions."""
        known = {one.id for one in document.agreements}
        found = {one.id: one for one in self._found(document) if one.id not in known}
        mentions = (
            Mention(span.start, span.end, span.text, Ref("Agreement", fact.id))
            for fact in found.values()
            for span in fact.mentions
        )
        return replace(
            document,
            agreements=(*document.agreements, *found.values()),
            mentions=in_order((*document.mentions, *mentions)),
        )

    def _found(self, document: Document) -> Iterator[AgreementFact]:
        resolving = Resolving(document)
        taken = [(one.start, one.end) for one in document.mentions if one.ref.label == "Agreement"]
        for told in self.answer.agreements:
            name = bare(told.name)
            places = list(occurrences(document, name)) if is_name(name) else []
            named = any(_overlap(one, other) for one in places for other in taken)
            reason = _unsound(document, told, places)
            if reason:
                self.drop(reason)
            elif not named:
                yield self._fact(document, resolving, told, places)

    def _fact(
        self,
        document: Document,
        resolving: Resolving,
        told: AgreementAnswer,
        places: list[tuple[int, int]],
    ) -> AgreementFact:
        sentence = quoted(document, told.quote)
        assert sentence is not None
        text = document.article.text
        spans = tuple(Span(start, end, text[start:end]) for start, end in places)
        return AgreementFact(
            id=slug(spans[0].text),
            name=spans[0].text,
            kind=told.kind,
            status=told.status,
            parties=self._parties(resolving, told),
            confidence=CONFIDENCE,
            evidence=document.evidence(sentence),
            mentions=spans,
        )

    def _parties(self, resolving: Resolving, told: AgreementAnswer) -> tuple[Ref, ...]:
        found = [resolving.participant(name) for name in told.parties]
        parties = {ref for ref in found if ref and ref.label != "Person"}
        for _ in range(len(found) - len([ref for ref in found if ref])):
            self.drop("not named")
        return tuple(sorted(parties))


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _unsound(document: Document, told: AgreementAnswer, places: list[tuple[int, int]]) -> str:
    """Return why an agreement cannot be taken; an empty text where it can."""
    enums = load_ontology().enums
    if told.kind not in enums["AgreementKind"].values:
        return "unknown value"
    if told.status not in enums["AgreementStatus"].values:
        return "unknown value"
    if quoted(document, told.quote) is None:
        return "quote"
    return "" if places else "not named"
