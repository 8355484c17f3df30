"""Parties: between whom an agreement is, by the words around its term.

Its owner and those behind "with" ("South Korea's alliance with the U.S."), those behind "between",
the nations before it ("the U.S.-Japan alliance"), and those who sign, reach or break it.
"""

from collections.abc import Iterable

from graph.facts import Ref
from loaders.gazetteer.word_list import word_list
from loaders.mentions.participants import Participants, listed
from loaders.syntax.analysis import Phrase, Predication, SentenceSyntax

_BETWEEN = frozenset(("with", "between", "among", "of"))


def parties(
    participants: Participants,
    syntax: SentenceSyntax,
    phrase: Phrase,
    governor: Predication | None,
    *,
    acting: bool,
) -> tuple[Ref, ...]:
    """Return the parties, people counting for their nations; ``acting`` adds the subject."""
    found = list(participants.owners(syntax, phrase))
    found.extend(_before(participants, syntax, phrase))
    for oblique in syntax.trailing(phrase):
        if oblique.marker in _BETWEEN:
            found.extend(participants.of_all(syntax, listed(syntax, oblique.phrase)))
    if governor and acting:
        found.extend(participants.of_all(syntax, governor.subject))
        together = [one.phrase for one in governor.obliques if one.marker in ("with", "between")]
        found.extend(participants.of_all(syntax, together))
    return _states(participants, found)


def parties_of(
    participants: Participants, syntax: SentenceSyntax, phrases: Iterable[Phrase]
) -> tuple[Ref, ...]:
    """Return the nations, and the bodies that act for none, that some phrases mean."""
    found = (participants.of_all(syntax, (one,)) or participants.owners(syntax, one)
             for one in phrases)  # fmt: skip
    return _states(participants, (ref for refs in found for ref in refs))


def _before(participants: Participants, syntax: SentenceSyntax, phrase: Phrase) -> Iterable[Ref]:
    start, end = syntax.offsets(phrase.first, phrase.head + 1)
    by_place = syntax.words[phrase.head].lemma in word_list("named_by_place")
    return [
        mention.ref
        for mention in participants.between(start, end)
        if not mention.place and not (by_place and mention.form == "capital")
    ]


def _states(participants: Participants, refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """Return the nations, and the bodies that act for none, in the order of their keys."""
    found: set[Ref] = set()
    for ref in refs:
        nation = None if participants.is_armed_group(ref) else participants.nation(ref)
        if nation:
            found.add(Ref("Nation", nation))
        elif ref.label == "Organization":
            found.add(ref)
    return tuple(sorted(found))
