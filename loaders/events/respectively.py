"""Respectively: lists of which each member belongs to the one in the same place of another.

"Norway and Chad recalled their envoys to Peru and Niger, respectively" tells two events.
"""

from collections.abc import Iterator
from dataclasses import replace

from loaders.events.candidate import Candidate
from loaders.syntax.analysis import SentenceSyntax


def taken_apart(syntax: SentenceSyntax, candidate: Candidate) -> Iterator[Candidate]:
    """Yield an event, or one for each place of its lists where "respectively" follows them."""
    actors, recipients = candidate.actors, candidate.recipients
    alike = len(actors) == len(recipients) > 1 and set(actors).isdisjoint(recipients)
    told = any(
        word.lower == "respectively" and word.start > candidate.anchor for word in syntax.words
    )
    if not (alike and told):
        yield candidate
        return
    for actor, recipient in zip(actors, recipients, strict=True):
        yield replace(candidate, actors=(actor,), recipients=(recipient,))
