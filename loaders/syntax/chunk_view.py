"""A view of the chunks of one sentence: what stands where, what is joined to what."""

from collections.abc import Sequence

from loaders.syntax.analysis import Phrase, Word
from loaders.syntax.chunker import Chunk
from loaders.syntax.verb_forms import load_verb_forms

CLOSERS = frozenset((";", ":", "--", "\u2014", "\u2013", "(", ")"))
"""Marks that end a clause."""

_SKIPPED = frozenset(("other",))


class ChunkView:
    """Looks up chunks by number; what lies outside the sentence is empty."""

    def __init__(self, words: Sequence[Word], chunks: Sequence[Chunk]) -> None:
        self.words = words
        self.chunks = chunks

    def __len__(self) -> int:
        return len(self.chunks)

    def kind(self, index: int) -> str:
        """Return the kind of a chunk."""
        return self.chunks[index].kind if 0 <= index < len(self.chunks) else ""

    def lower(self, index: int) -> str:
        """Return the first word of a chunk, in lower case."""
        if not 0 <= index < len(self.chunks):
            return ""
        return self.words[self.chunks[index].first].lower

    def phrase(self, index: int) -> Phrase | None:
        """Return the noun phrase of a chunk that is one."""
        return self.chunks[index].phrase if 0 <= index < len(self.chunks) else None

    def previous(self, index: int) -> int:
        """Return the chunk before this one, adverbs and quotation marks skipped."""
        index -= 1
        while index >= 0 and (self.kind(index) in _SKIPPED or self.lower(index) == '"'):
            index -= 1
        return index

    def at_word(self, word: int) -> int:
        """Return the chunk that holds a word."""
        for index, chunk in enumerate(self.chunks):
            if chunk.first <= word < chunk.last:
                return index
        return 0

    def is_finite(self, index: int) -> bool:
        """Whether a chunk is a finite verb."""
        verb = self.chunks[index].verb
        return bool(verb and verb.finite and not self.is_reduced(index))

    def is_reduced(self, index: int) -> bool:
        """Whether a past form is a participle after its noun: "a group based in Pakistan"."""
        chunk = self.chunks[index]
        verb = chunk.verb
        if verb is None or chunk.last - chunk.first > 2 or verb.passive or verb.modal:
            return False
        word = self.words[verb.head]
        if word.form not in ("past", "participle") or chunk.first != verb.head:
            return False
        if word.form == "participle":
            return True
        ambiguous = "participle" in load_verb_forms().get(word.lower, {"participle": ""})
        return ambiguous and self._is_participle(index)

    def _is_participle(self, index: int) -> bool:
        """Whether what stands behind a past form makes it a participle."""
        after = index + 1
        while self.kind(after) == "other":
            after += 1
        if self.kind(after) == "phrase":
            return False
        if self.lower(after) == "by" and self.kind(self.previous(index)) in ("phrase", "mark"):
            following = self.phrase(after + 1)
            return following is not None and not following.time
        before = self.previous(self.previous(index))
        if self.kind(before) in ("relative", "subordinator"):
            return False
        return self._has_later_finite(index) and self.kind(after) == "preposition"

    def _has_later_finite(self, index: int) -> bool:
        """Whether the noun before a word also has a finite verb behind the word."""
        before = self.phrase(self.previous(index))
        if before is None or self.words[before.head].kind == "pronoun":
            return False
        for position in range(index + 1, len(self.chunks)):
            closes = self.kind(position) in ("subordinator", "relative", "coordinator")
            if closes or self.lower(position) in CLOSERS:
                return False
            verb = self.chunks[position].verb
            if verb and verb.finite:
                subject = self.previous(position)
                governed = self.kind(self.previous(subject)) == "preposition"
                return self.phrase(subject) is None or governed
        return False

    def is_list_comma(self, position: int, *, behind: bool = False) -> bool:
        """Whether a comma stands between the members of a list of phrases.

        ``behind`` allows the list to follow a preposition.
        """
        if self.lower(position) != ",":
            return False
        if self.kind(position + 1) == "coordinator" and self.phrase(position + 2):
            return self.phrase(position - 1) is not None and self.is_list_comma(position - 2)
        if not self._can_be_listed(position):
            return False
        following = position + 2
        while self.lower(following) == "," and self.kind(following + 1) == "phrase":
            following += 2
        if self.lower(following) == ",":
            following += 1
        listed = self.kind(following) == "coordinator" and self.phrase(following + 1) is not None
        return listed and (behind or self.kind(self.previous(position - 1)) != "preposition")

    def _can_be_listed(self, comma: int) -> bool:
        """Whether the phrases around a comma are of one sort, and not an apposition."""
        before, after = self.phrase(comma - 1), self.phrase(comma + 1)
        if before is None or after is None or before.time or after.time:
            return False
        named = self.words[after.head].kind == "name" and self.words[before.head].kind == "name"
        opened = self.words[after.first].kind in ("determiner", "possessive", "pronoun")
        return named or not opened

    def coordinated(self, position: int, limit: int) -> tuple[Phrase, ...]:
        """Return the phrase at this place with those joined to it, up to a limit."""
        first = self.phrase(position)
        assert first is not None
        found = [first]
        while True:
            following = self._joined(position, limit)
            phrase = self.phrase(following) if following else None
            if following is None or phrase is None:
                return tuple(found)
            found.append(phrase)
            position = following

    def _joined(self, position: int, limit: int) -> int | None:
        """Return where the phrase stands that a comma or conjunction joins to one."""
        join = position + 1
        while self.lower(join) == "of" and self.kind(join + 1) == "phrase":
            join += 2
        if self.lower(join) == "," and self.kind(join + 1) == "coordinator":
            join += 1
        if self.kind(join) != "coordinator" and not self.is_list_comma(join, behind=True):
            return None
        phrase = self.phrase(join + 1)
        if phrase is None or phrase.time or join + 1 >= limit or self.lower(join) in ("but", "nor"):
            return None
        return None if self._opens_clause(join + 1, limit) else join + 1

    def _opens_clause(self, position: int, limit: int) -> bool:
        """Whether the phrase at this place is the subject of a verb of its own."""
        following = position + 1
        while self.kind(following) in ("other", "preposition", "phrase") and following < limit:
            following += 1
        return following < limit and self.kind(following) == "verb" and self.is_finite(following)
