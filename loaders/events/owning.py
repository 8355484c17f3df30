"""Which predication of its sentence a date belongs to, and whether it dates anything at all."""

from loaders.events.stretches import Dated
from loaders.syntax.analysis import SentenceSyntax

_CLAUSES_OF_THEIR_OWN = frozenset(("clause", "coordinate"))


def modifies(syntax: SentenceSyntax, dated: Dated) -> bool:
    """Whether a date only tells which thing is meant: "the 2015 nuclear deal"."""
    for phrase in syntax.phrases:
        start, end = syntax.offsets(phrase.first, phrase.last)
        if start <= dated.start and dated.end < end and not phrase.time:
            following = [
                word for word in syntax.words[phrase.first : phrase.last] if word.start >= dated.end
            ]
            return bool(following) and following[0].kind != "genitive"
    return False


def owner(syntax: SentenceSyntax, dated: Dated) -> int | None:
    """Return the predication that a date belongs to.

    It is the one whose verb stands last before the date; a date before all verbs of its clause
    belongs to the main one that follows ("On Monday Moon, who had been ill, appealed"), and one
    behind a participle to the verb right after it.
    """
    verbs = [(syntax.words[one.head].start, n) for n, one in enumerate(syntax.predications)]
    before = [number for start, number in verbs if start < dated.start]
    after = [number for start, number in verbs if start >= dated.end]
    if after and (not before or _opens_clause(syntax, dated, before[-1])):
        return _main(syntax, after[0])
    if after and before and _leads(syntax, dated, before[-1], after[0]):
        return after[0]
    return before[-1] if before else None


def _leads(syntax: SentenceSyntax, dated: Dated, participle: int, verb: int) -> bool:
    """Whether a date stands right before its verb: "A court backed by them on Friday issued"."""
    aside, main = syntax.predications[participle], syntax.predications[verb]
    if (
        dated.days.precision != "DAY"
        or aside.governor != verb
        or aside.link != "relative"
        or aside.finite
        or not main.finite
    ):
        return False
    following = next((n for n, word in enumerate(syntax.words) if word.start >= dated.end), None)
    return following is not None and main.first <= following <= main.head


def _main(syntax: SentenceSyntax, number: int) -> int:
    """Return the later predication that this one is only a part of, else this one."""
    current = syntax.predications[number]
    above = current.governor
    if above is None or current.link in _CLAUSES_OF_THEIR_OWN:
        return number
    return _main(syntax, above) if syntax.predications[above].head > current.head else number


def _opens_clause(syntax: SentenceSyntax, dated: Dated, verb: int) -> bool:
    """Whether a conjunction, a semicolon or "that" stands right before the date."""
    head = syntax.words[syntax.predications[verb].head].start
    between = [word for word in syntax.words if head < word.start < dated.start]
    tail = [
        word for word in between if word.lower not in ("on", "in", "at", "since", "by", "during")
    ]
    if not tail:
        return False
    last = tail[-1]
    return (
        last.text in (";", ":")
        or last.kind in ("coordinator", "subordinator")
        or (last.lower == "that")
    )
