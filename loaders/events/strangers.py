"""Strangers: those whom a sentence names, but not as concerned by one of its events.

Who only says what happened ("a deployment that angered Peru, Xi said"), who does something else in
a clause beside it, and what only describes the one who acts ("China, an ally of Pakistan, rejected
it") is no recipient, however near it stands.
"""

from collections.abc import Iterator

from loaders.event_types.marking import Span
from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Phrase, Predication, SentenceSyntax


def strangers(syntax: SentenceSyntax, anchor: int) -> tuple[Span, ...]:
    """Return the stretches of text that name strangers to what the word at ``anchor`` tells."""
    own = next(syntax.told_at(anchor), None)
    if own is None:
        apart = (*_speakers(syntax, anchor), *_sources(syntax))
        return tuple(_whole(syntax, one) for one in apart)
    number = syntax.predications.index(own)
    apart = [_whole(syntax, one) for one in own.subject if not own.passive]
    beside = (*_beside(syntax, number), *_leading(syntax, number), *_sources(syntax))
    apart += [_whole(syntax, one) for one in beside]
    return tuple(apart)


def is_among(span: Span, stretches: tuple[Span, ...]) -> bool:
    """Whether a stretch of text lies in one of some others."""
    return any(start <= span[0] and span[1] <= end for start, end in stretches)


def _beside(syntax: SentenceSyntax, number: int) -> Iterator[Phrase]:
    """Yield the subjects of the verbs that do not hang on one."""
    for other, predication in enumerate(syntax.predications):
        if other != number and number not in syntax.above(other):
            yield from predication.subject


def _leading(syntax: SentenceSyntax, number: int) -> Iterator[Phrase]:
    """Yield the agents of participles in front of a verb: "under a truce mediated by Egypt"."""
    own = syntax.predications[number]
    for other in syntax.predications:
        aside = other.governor == number and other.link in ("relative", "adverbial")
        if aside and not other.finite and other.passive and other.head < own.first:
            yield from other.agents


def _speakers(syntax: SentenceSyntax, anchor: int) -> Iterator[Phrase]:
    """Yield who says the clause in which a noun stands."""
    for predication in syntax.predications:
        if predication.verb in word_list("speaking_verbs") and not _takes(
            syntax, predication, anchor
        ):
            yield from predication.subject


def _takes(syntax: SentenceSyntax, predication: Predication, anchor: int) -> bool:
    """Whether a verb takes the noun at an offset itself: "announced a blockade"."""
    return any(
        syntax.words[one.head].start == anchor
        for one in (*predication.objects, *(other.phrase for other in predication.obliques))
    )


def _sources(syntax: SentenceSyntax) -> Iterator[Phrase]:
    """Yield by whom something is known: "according to a report of the bank"."""
    for phrase in syntax.phrases:
        before = [word.lower for word in syntax.words[max(phrase.first - 2, 0) : phrase.first]]
        if before == ["according", "to"]:
            yield phrase


def _whole(syntax: SentenceSyntax, phrase: Phrase) -> Span:
    return syntax.offsets(phrase.first, max(phrase.last, phrase.reach))
