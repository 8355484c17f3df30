"""Chunks: noun phrases, verb groups and the words between them, from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from loaders.syntax.analysis import Phrase, Word

ChunkKind = Literal[
    "phrase", "verb", "preposition", "coordinator", "subordinator", "relative", "mark", "other"
]

_AUXILIARIES = frozenset(("be", "have", "do", "get"))
_PREDICATIVE = frozenset(
    "willing ready able unable likely unlikely due set eager keen reluctant unwilling determined "
    "prepared free open opposed critical welcome bound happy glad certain sure responsible "
    "committed".split()
)
_PARTICLES = frozenset("off out up down back away ahead over apart aside through in on".split())
_BARE_PARTICLES = frozenset(("off", "out", "up", "down", "back", "away", "ahead", "apart", "aside"))


_BOTH = frozenset("after before until till since as than because".split())
"""Words that are prepositions before a phrase and subordinators before a clause."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The verb of a verb group with what its auxiliaries say."""

    head: int
    lemma: str
    finite: bool
    infinitive: bool = False
    passive: bool = False
    future: bool = False
    past: bool = False
    modal: str = ""
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of words that belong together."""

    kind: ChunkKind
    first: int
    last: int
    phrase: Phrase | None = None
    verb: VerbGroup | None = None


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
            if kinds != ["mark", "phrase", "mark"]:
                return False
            position += 2
        position += 1
    return False


class Chunker:
    """Cuts the words of one sentence into chunks."""

    def __init__(self, words: Sequence[Word], *, headline: bool) -> None:
        self._words = words
        self._headline = headline

    def chunks(self) -> tuple[Chunk, ...]:
        """Return the chunks in order; adverbs and stray adjectives are of kind "other"."""
        found: list[Chunk] = []
        position = 0
        while position < len(self._words):
            chunk = self._verb(position) or self._phrase(position) or self._single(position)
            found.append(chunk)
            position = chunk.last
        return tuple(self._opening_clauses(found))

    def _opening_clauses(self, chunks: list[Chunk]) -> list[Chunk]:
        """Turn "after" and its like into subordinators where a clause follows."""
        return [
            replace(chunk, kind="subordinator")
            if chunk.kind == "preposition"
            and self._words[chunk.first].lower in _BOTH
            and _clause_follows(chunks, index + 1)
            else chunk
            for index, chunk in enumerate(chunks)
        ]

    def _kind(self, index: int) -> str:
        return self._words[index].kind if index < len(self._words) else ""

    def _single(self, position: int) -> Chunk:
        kind = self._words[position].kind
        plain: ChunkKind = "other"
        if kind in ("preposition", "coordinator", "subordinator", "relative", "mark"):
            plain = kind
        return Chunk(plain, position, position + 1)

    # Verb groups

    def _verb(self, position: int) -> Chunk | None:
        """Read a verb group: modals, auxiliaries, negations, adverbs and one main verb."""
        end = position
        parts: list[int] = []
        while end < len(self._words):
            word = self._words[end]
            if word.kind in ("modal", "to") or (word.kind == "verb" and self._continues(parts)):
                parts.append(end)
            elif not (word.kind in ("negation", "adverb") and (parts or self._leads_verb(end))):
                break
            end += 1
        verbs = [index for index in parts if self._words[index].kind == "verb"]
        if not verbs:
            return None
        return self._group(position, self._trimmed(end, verbs[-1]), parts, verbs)

    def _continues(self, parts: list[int]) -> bool:
        """Whether one more verb belongs to the group: only auxiliaries stand before it."""
        verbs = [self._words[index] for index in parts if self._words[index].kind == "verb"]
        return all(verb.lemma in _AUXILIARIES for verb in verbs)

    def _leads_verb(self, index: int) -> bool:
        while self._kind(index) in ("adverb", "negation"):
            index += 1
        return self._kind(index) in ("verb", "modal", "to")

    def _trimmed(self, end: int, head: int) -> int:
        """Give adverbs at the end of a group back; a particle stays."""
        following = self._words[head + 1] if head + 1 < len(self._words) else None
        return head + 2 if following and following.lower in _BARE_PARTICLES else head + 1

    def _group(self, first: int, last: int, parts: list[int], verbs: list[int]) -> Chunk:
        head = verbs[-1]
        main = self._words[head]
        before = [self._words[index] for index in parts if index < head]
        modals = [word for word in before if word.kind == "modal"]
        opening = self._words[parts[0]]
        infinitive = opening.kind == "to" and not self._is_headline_future(parts[0])
        auxiliaries = [word for word in before if word.kind == "verb"]
        auxiliary = auxiliaries[0] if auxiliaries else None
        passive = main.form == "participle" and bool(
            auxiliaries and auxiliaries[-1].lemma in ("be", "get")
        )
        finite = not infinitive and (
            bool(modals)
            or (auxiliary or main).form in ("past", "present", "base")
            or opening.kind == "to"
        )
        negated = any(word.kind == "negation" for word in self._words[first:head])
        group = VerbGroup(
            head=head,
            lemma=self._lemma(main, head, last),
            finite=finite,
            infinitive=infinitive,
            passive=passive,
            future=any(word.lower in ("will", "'ll", "shall", "wo") for word in modals)
            or opening.kind == "to",
            past=(auxiliary or main).form == "past" or bool(auxiliary and auxiliary.lemma == "have"),
            modal=modals[0].lower if modals else "",
            negated=negated,
        )
        chunk = Chunk("verb", first, last, verb=group)
        return self._with_adjective(chunk) if main.lemma == "be" else chunk

    def _is_headline_future(self, index: int) -> bool:
        """Whether "to" tells the future of a headline, as in "China to send envoy"."""
        before = self._words[index - 1] if index else None
        clear = not any(word.kind in ("verb", "modal") for word in self._words[:index])
        return self._headline and clear and before is not None and before.kind in ("name", "noun")

    def _lemma(self, main: Word, head: int, last: int) -> str:
        return f"{main.lemma} {self._words[head + 1].lower}" if last > head + 1 else main.lemma

    def _with_adjective(self, chunk: Chunk) -> Chunk:
        """Take a predicative adjective into the group: "is willing" is one predicate."""
        index = chunk.last
        while self._kind(index) in ("adverb", "negation"):
            index += 1
        assert chunk.verb is not None
        if index >= len(self._words) or self._words[index].lower not in _PREDICATIVE:
            return chunk
        negated = chunk.verb.negated or any(
            word.kind == "negation" for word in self._words[chunk.last : index]
        )
        verb = replace(
            chunk.verb, head=index, lemma=f"be {self._words[index].lower}", negated=negated
        )
        return replace(chunk, last=index + 1, verb=verb)

    # Noun phrases

    def _phrase(self, position: int) -> Chunk | None:
        """Read a noun phrase without what follows it."""
        if self._kind(position) == "pronoun":
            return self._made(position, position + 1, position)
        end = position
        head = -1
        while end < len(self._words) and self._extends(position, end, head):
            if self._words[end].kind in ("noun", "name") or self._is_number_head(end):
                head = end
            end += 1
        if head < 0:
            return None
        return self._made(position, head + 1, head)

    def _is_number_head(self, index: int) -> bool:
        word = self._words[index]
        following = self._kind(index + 1)
        return word.kind == "number" and following not in ("noun", "name", "adjective", "number")

    def _extends(self, start: int, index: int, head: int) -> bool:
        word = self._words[index]
        kind = word.kind
        if index > start and word.span is not None and word.span == self._words[index - 1].span:
            return True
        if kind == "genitive":
            return head == index - 1
        if self._breaks_at_time(start, index) or self._breaks_at_question(start, index):
            return False
        if kind in ("determiner", "possessive"):
            return index == start or self._kind(index - 1) in ("determiner", "genitive") or (
                kind == "determiner" and self._kind(index - 1) == "number"
            )
        if kind in ("noun", "name", "number"):
            return True
        if kind == "adjective":
            return head < 0 or head == index - 1 or self._kind(index - 1) in ("adjective", "genitive")
        if kind == "adverb":
            return self._kind(index + 1) in ("adjective", "number") and head < 0
        if kind == "mark" and word.text == "-":
            return self._is_hyphen(index)
        return kind == "coordinator" and self._joins_adjectives(index)

    def _is_hyphen(self, index: int) -> bool:
        if not 0 < index < len(self._words) - 1:
            return False
        before, word, after = self._words[index - 1 : index + 2]
        return before.end == word.start and word.end == after.start

    def _joins_adjectives(self, index: int) -> bool:
        """Whether a conjunction stands between two adjectives before one noun."""
        return (
            self._kind(index - 1) == "adjective"
            and self._kind(index + 1) == "adjective"
            and self._kind(index + 2) in ("noun", "name", "adjective")
        )

    def _breaks_at_time(self, start: int, index: int) -> bool:
        """Whether a date begins or ends inside the phrase: "said Thursday China"."""
        if index == start:
            return False
        before, word = self._words[index - 1], self._words[index]
        if word.time and not before.time:
            return before.kind in ("noun", "name") and word.kind != "noun"
        leaves = before.time and not word.time and word.kind != "genitive"
        return leaves and (word.kind == "name" or before.kind == "noun")

    def _breaks_at_question(self, start: int, index: int) -> bool:
        """Whether a subject begins behind a question's noun: "at what point Xi"."""
        asked = start > 0 and self._words[start - 1].lower in ("what", "which", "whose")
        return asked and self._kind(index) == "name" and self._kind(index - 1) == "noun"

    def _made(self, first: int, last: int, head: int) -> Chunk:
        genitives = [index for index in range(first, head) if self._kind(index) == "genitive"]
        owner = (first, genitives[-1]) if genitives else None
        time = self._words[head].time and all(
            word.time or word.kind in ("determiner", "adjective") for word in self._words[first:last]
        )
        return Chunk("phrase", first, last, phrase=Phrase(first, last, head, owner, time))
