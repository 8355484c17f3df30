"""Noun phrases, without what follows their head."""

from collections.abc import Sequence

from loaders.syntax.analysis import Phrase, Word

_OPENING = frozenset(("determiner", "possessive"))
_NOMINAL = frozenset(("noun", "name", "number"))


class NounPhrases:
    """Reads the noun phrases of one sentence."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words

    def at(self, position: int) -> Phrase | None:
        """Return the phrase that begins at a word, if one does."""
        if self._kind(position) == "pronoun":
            return self._made(position, position + 1, position)
        head = -1
        for index in range(position, len(self._words)):
            if not self._extends(position, index, head):
                break
            if self._kind(index) in ("noun", "name") or self._is_number_head(index):
                head = index
        return self._made(position, head + 1, head) if head >= 0 else None

    def _kind(self, index: int) -> str:
        return self._words[index].kind if 0 <= index < len(self._words) else ""

    def _is_number_head(self, index: int) -> bool:
        modifies = self._kind(index + 1) in ("noun", "name", "adjective", "number")
        return self._kind(index) == "number" and not modifies

    def _extends(self, start: int, index: int, head: int) -> bool:
        """Whether a word belongs to the phrase that began at ``start``."""
        word = self._words[index]
        if index > start and word.span is not None and word.span == self._words[index - 1].span:
            return True
        if word.kind == "genitive":
            return head == index - 1
        if self._breaks_at_time(start, index) or self._breaks_at_question(start, index):
            return False
        if word.kind in _NOMINAL:
            return True
        if word.kind in _OPENING:
            return index == start or self._continues_opening(index)
        if word.kind == "adjective":
            before = self._kind(index - 1)
            return head < 0 or head == index - 1 or before in ("adjective", "genitive")
        if word.kind == "adverb":
            return head < 0 and self._leads_quantity(index)
        return self._is_hyphen(index) or self._joins_adjectives(index)

    def _continues_opening(self, index: int) -> bool:
        """Whether one more determiner can follow: "all the", "China's own"."""
        before = self._kind(index - 1)
        counted = before == "number" and self._kind(index) == "determiner"
        return before in ("determiner", "genitive") or counted

    def _leads_quantity(self, index: int) -> bool:
        while self._kind(index) == "adverb":
            index += 1
        return self._kind(index) in ("adjective", "number")

    def _is_hyphen(self, index: int) -> bool:
        if self._words[index].text != "-" or not 0 < index < len(self._words) - 1:
            return False
        before, word, after = self._words[index - 1 : index + 2]
        return before.end == word.start and word.end == after.start

    def _joins_adjectives(self, index: int) -> bool:
        """Whether a conjunction stands between two adjectives before one noun."""
        if self._kind(index) != "coordinator" or self._kind(index - 1) != "adjective":
            return False
        noun = self._kind(index + 2) in ("noun", "name", "adjective")
        return self._kind(index + 1) == "adjective" and noun

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

    def _made(self, first: int, last: int, head: int) -> Phrase:
        genitives = [index for index in range(first, head) if self._kind(index) == "genitive"]
        owner = (first, genitives[-1]) if genitives else None
        time = self._words[head].time and all(
            word.time or word.kind in ("determiner", "adjective")
            for word in self._words[first:last]
        )
        return Phrase(first, last, head, owner, time)
