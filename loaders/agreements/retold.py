"""Retold agreements: definite phrases that go on about one that was named or described before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.facts import AgreementFact
from loaders.agreements.telling import Telling
from loaders.document import Document
from loaders.syntax.analysis import Oblique, Phrase, SentenceSyntax

_DEFINITE = frozenset(("the", "this", "that", "both", "its", "their"))
_SAID = frozenset(("of", "between", "with", "among"))
_REACH = 1500
"""Characters that "the accord" reaches back."""
LIKE = {"PEACE": "CEASEFIRE", "CEASEFIRE": "PEACE", "ALLIANCE": "DEFENCE", "DEFENCE": "ALLIANCE"}
_HEADS = {
    "ceasefire": "CEASEFIRE", "cease-fire": "CEASEFIRE", "truce": "CEASEFIRE",
    "alliance": "ALLIANCE", "memorandum": "MEMORANDUM", "statement": "JOINT_STATEMENT",
    "declaration": "JOINT_STATEMENT", "communique": "JOINT_STATEMENT",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Told:
    """Where an agreement was spoken of."""

    end: int
    fact: AgreementFact


class Retold:
    """Knows the agreements of one document as far as it was read."""

    def __init__(self, document: Document, known: Iterable[AgreementFact]) -> None:
        self._document = document
        self._told = [_Told(span.end, one) for one in known for span in one.mentions]

    def add(self, fact: AgreementFact) -> None:
        """Note one more agreement."""
        self._told += [_Told(span.end, fact) for span in fact.mentions]

    def of(
        self, syntax: SentenceSyntax, phrase: Phrase, kind: str, told: Sequence[Telling]
    ) -> AgreementFact | None:
        """Return the agreement before a phrase that it means again, the nearest.

        What is said to be about something, or to be what somebody signed, is described anew.
        """
        words = syntax.words[phrase.first : phrase.head]
        apposed = self._apposed(syntax, phrase)
        if apposed:
            return apposed
        if not words or words[0].lower not in _DEFINITE:
            return None
        behind = syntax.trailing(phrase)
        if _is_described(syntax, behind, told):
            return None
        named = _is_named(syntax, phrase)
        said = bool(behind) and behind[0].marker in _SAID and not behind[0].phrase.time
        if said or (named and phrase.owner):
            return None
        return next(
            (
                one
                for one in self._before(syntax, phrase, kind)
                if not named or _was_made_there(syntax, phrase, one)
            ),
            None,
        )

    def before(self, syntax: SentenceSyntax, phrase: Phrase, kind: str) -> AgreementFact | None:
        """Return the nearest agreement before a phrase that may be of its kind and year."""
        return next(self._before(syntax, phrase, kind), None)

    def _before(self, syntax: SentenceSyntax, phrase: Phrase, kind: str) -> Iterator[AgreementFact]:
        start = syntax.words[phrase.first].start
        before = [one for one in self._told if start - _REACH < one.end <= start]
        behind = [one.phrase for one in syntax.trailing(phrase)[:1] if one.marker == "of"]
        spans = [(phrase.first, phrase.head), *((one.first, one.last) for one in behind)]
        words = [word for first, last in spans for word in syntax.words[first:last]]
        years = {word.lower for word in words if word.time}
        for one in sorted(before, key=lambda told: -told.end):
            if _may_be(one.fact, kind, syntax.words[phrase.head].lemma, years):
                yield one.fact

    def _apposed(self, syntax: SentenceSyntax, phrase: Phrase) -> AgreementFact | None:
        """Return the agreement that a phrase behind a comma describes: "AUKUS, a pact with"."""
        if phrase.first < 2 or syntax.words[phrase.first - 1].text != ",":
            return None
        end = syntax.words[phrase.first - 2].end
        return next((one.fact for one in self._told if one.end == end), None)


def _is_named(syntax: SentenceSyntax, phrase: Phrase) -> bool:
    """Whether a name stands before the term: "the Dakar accord", "the Chilean pact"."""
    words = syntax.words[phrase.first + 1 : phrase.head]
    return bool(phrase.owner) or any(word.text[0].isupper() for word in words)


def _was_made_there(syntax: SentenceSyntax, phrase: Phrase, fact: AgreementFact) -> bool:
    """Whether an agreement is called by where it was told to be made: "the Lima accord"."""
    words = syntax.words[phrase.first + 1 : phrase.head]
    place = " ".join(word.text for word in words if word.text[0].isupper())
    return f" in {place} " in fact.evidence.quote


def _may_be(fact: AgreementFact, kind: str, head: str, years: set[str]) -> bool:
    year = fact.date.earliest[:4] if fact.date else ""
    if year and years and year not in years:
        return False
    told = _HEADS.get(head, kind)
    if told in ("OTHER", fact.kind, LIKE.get(fact.kind)):
        return True
    return fact.kind == "OTHER" and head not in _HEADS


def _is_described(
    syntax: SentenceSyntax, behind: Sequence[Oblique], told: Sequence[Telling]
) -> bool:
    clauses = (
        syntax.predications[one.number]
        for one in told
        if one.number is not None and one.acting and one.effect.effect == "SIGNED"
    )
    if any(one.link == "relative" for one in clauses):
        return True
    return bool(behind) and behind[0].marker == "on" and not behind[0].phrase.time
