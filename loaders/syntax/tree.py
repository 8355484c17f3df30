"""Trees: the dependencies of one sentence, looked up from above and from below."""

from collections.abc import Iterator, Sequence

from loaders.language.analysis import ROOT, WordAnalysis


class Tree:
    """The Universal Dependencies of a sentence; words are known by their numbers."""

    def __init__(self, words: Sequence[WordAnalysis]) -> None:
        self._words = words
        self._relations = [word.relation for word in words]
        self._main = [relation.partition(":")[0] for relation in self._relations]
        self._children: list[list[int]] = [[] for _ in words]
        for index, word in enumerate(words):
            if word.head != ROOT:
                self._children[word.head].append(index)

    def __len__(self) -> int:
        return len(self._words)

    def word_class(self, index: int) -> str:
        """Return the UPOS tag of a word."""
        return self._words[index].word_class

    def head(self, index: int) -> int:
        """Return the word that a word hangs on, or ``ROOT``."""
        return self._words[index].head

    def relation(self, index: int) -> str:
        """Return the relation of a word to its head, with its subtype."""
        return self._relations[index]

    def main_relation(self, index: int) -> str:
        """Return the relation of a word to its head, without a subtype."""
        return self._main[index]

    def children(self, index: int, *relations: str) -> list[int]:
        """Return the words that hang on a word, by any of some relations or by any at all.

        A relation without a subtype stands for all of its subtypes.
        """
        found = self._children[index]
        if not relations:
            return found
        main, exact = self._main, self._relations
        return [one for one in found if main[one] in relations or exact[one] in relations]

    def is_any(self, index: int, relations: Sequence[str]) -> bool:
        """Whether a word hangs on its head by one of some relations."""
        return self._main[index] in relations or self._relations[index] in relations

    def subtree(self, index: int) -> Iterator[int]:
        """Yield a word and all below it, in no order."""
        waiting = [index]
        while waiting:
            current = waiting.pop()
            yield current
            waiting.extend(self._children[current])

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield the words above a word, the nearest first."""
        current = self.head(index)
        while current != ROOT:
            yield current
            current = self.head(current)

    def conjuncts(self, index: int) -> list[int]:
        """Return a word with those that are coordinated to it, in the order of the text."""
        found = [index]
        for current in found:
            found.extend(self.children(current, "conj"))
        return sorted(found)
