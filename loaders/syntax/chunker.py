"""Chunks: noun phrases, verb groups and the words between them, from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from loaders.syntax.analysis import Phrase, Word
from loaders.syntax.noun_phrases import NounPhrases
from loaders.syntax.verb_groups import VerbGroup, VerbGroups

ChunkKind = Literal[
    "phrase", "verb", "preposition", "coordinator", "subordinator", "relative", "mark", "other"
]

_BOTH = frozenset(("after", "before", "until", "till", "since", "as", "than", "because"))
"""Words that are prepositions before a phrase and subordinators before a clause."""

_APPOSITION = ["mark", "phrase", "mark"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of words that belong together."""

    kind: ChunkKind
    first: int
    last: int
    phrase: Phrase | None = None
    verb: VerbGroup | None = None


def chunked(words: Sequence[Word], *, headline: bool) -> tuple[Chunk, ...]:
    """Return the chunks of a sentence; adverbs and stray adjectives are of kind "other"."""
    verbs, phrases = VerbGroups(words, headline=headline), NounPhrases(words)
    found: list[Chunk] = []
    position = 0
    while position < len(words):
        found.append(_chunk(words, position, verbs, phrases))
        position = found[-1].last
    return tuple(_opened(words, found, index) for index in range(len(found)))


def _chunk(words: Sequence[Word], position: int, verbs: VerbGroups, phrases: NounPhrases) -> Chunk:
    verb = verbs.at(position)
    if verb:
        return Chunk("verb", position, verb.last, verb=verb)
    phrase = phrases.at(position)
    if phrase:
        return Chunk("phrase", position, phrase.last, phrase=phrase)
    kind = words[position].kind
    if kind in ("preposition", "coordinator", "subordinator", "relative", "mark"):
        return Chunk(kind, position, position + 1)
    return Chunk("other", position, position + 1)


def _opened(words: Sequence[Word], chunks: Sequence[Chunk], index: int) -> Chunk:
    """Turn "after" and its like into a subordinator where a clause follows."""
    chunk = chunks[index]
    ambiguous = chunk.kind == "preposition" and words[chunk.first].lower in _BOTH
    if ambiguous and _clause_follows(chunks, index + 1):
        return replace(chunk, kind="subordinator")
    return chunk


def _clause_follows(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a phrase with a finite verb of its own begins here."""
    if index >= len(chunks) or chunks[index].kind != "phrase":
        return False
    position = index + 1
    while position < len(chunks):
        chunk = chunks[position]
        if chunk.verb:
            return chunk.verb.finite
        if chunk.kind in ("relative", "subordinator"):
            return False
        if chunk.kind == "mark":
            kinds = [one.kind for one in chunks[position : position + 3]]
            if kinds != _APPOSITION:
                return False
            position += 2
        position += 1
    return False
