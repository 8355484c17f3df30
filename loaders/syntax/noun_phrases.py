"""Noun phrases, without what follows their head."""

from collections.abc import Iterator, Sequence

from loaders.syntax.analysis import Phrase, Word
from loaders.syntax.tree import Tree

_NOMINAL = frozenset(("name", "noun", "pronoun", "number"))
_INSIDE = (
    "compound",
    "flat",
    "nmod:poss",
    "nmod:desc",
    "amod",
    "nummod",
    "det",
    "fixed",
    "case",
    "goeswith",
)
"""Relations of words that belong to the phrase of another."""
_BEFORE = ("det", "amod", "compound", "nummod", "nmod:poss", "flat", "nmod:unmarked", "nmod:desc")
_BEHIND = ("flat", "compound", "nummod", "goeswith", "fixed", "appos", "nmod:desc")
_ARGUMENTS = (
    "nsubj", "obj", "iobj", "obl", "nmod", "conj", "root", "appos", "xcomp", "parataxis",
)  # fmt: skip
"""Relations by which an adjective or number stands for a noun: "the Chinese", "the two"."""


class NounPhrases:
    """Finds the noun phrases of one sentence."""

    def __init__(self, words: Sequence[Word], tree: Tree) -> None:
        self._words = words
        self._tree = tree
        self._over: dict[int, Phrase] = {}
        for head in sorted(range(len(tree)), key=self._depth):
            if head not in self._over and self._heads(head):
                phrase = self._made(head)
                self._over.update((index, phrase) for index in range(phrase.first, phrase.last))

    def __iter__(self) -> Iterator[Phrase]:
        """Yield the phrases in the order of the text."""
        return iter(sorted(set(self._over.values()), key=lambda phrase: phrase.first))

    def over(self, index: int) -> Phrase | None:
        """Return the phrase that holds a word."""
        return self._over.get(index)

    def joined(self, index: int) -> tuple[Phrase, ...]:
        """Return the phrase of a word with those that are coordinated to it."""
        found = (self.over(one) for one in self._tree.conjuncts(index))
        return tuple(dict.fromkeys(phrase for phrase in found if phrase))

    def _depth(self, index: int) -> int:
        return sum(1 for _ in self._tree.ancestors(index))

    def _heads(self, index: int) -> bool:
        """Whether a word heads a phrase of its own."""
        kind = self._words[index].kind
        if self._tree.is_any(index, _INSIDE) and not self._stands_apart(index):
            return False
        if kind == "adjective" or self._tree.word_class(index) == "DET":
            return self._tree.is_any(index, _ARGUMENTS) and self._is_nominal_use(index)
        return kind in _NOMINAL and self._tree.word_class(index) not in ("VERB", "AUX", "ADV")

    def _stands_apart(self, index: int) -> bool:
        """Whether a possessor's phrase is not held by that of what it owns."""
        return self._tree.relation(index) == "nmod:poss" and self._words[index].kind == "name"

    def _is_nominal_use(self, index: int) -> bool:
        copular = self._tree.children(index, "cop")
        return not copular and bool(self._tree.children(index, "det", "case"))

    def _made(self, head: int) -> Phrase:
        inside = {head}
        for child in self._tree.children(head, *_BEFORE):
            if child < head:
                inside.update(one for one in self._tree.subtree(child) if one < head)
        for child in self._tree.children(head, *_BEHIND):
            if child > head and self._adjoins(head, child):
                inside.update(range(head, child))
                inside.update(self._parts(child))
        first = last = head
        while first - 1 in inside or (first - 2 in inside and self._is_inner(first - 1)):
            first -= 1
        while last + 1 in inside and not self._breaks(head, last + 1):
            last += 1
        while self._words[first].kind in ("mark", "coordinator") and first < head:
            first += 1
        while self._is_one_name(last, last + 1):
            last += 1
        return self._phrase(first, last + 1, head, self._reach(head, last + 1))

    def _is_one_name(self, index: int, following: int) -> bool:
        """Whether two words belong to one name, as in "Organization for Security"."""
        if following >= len(self._words):
            return False
        span = self._words[index].span
        return span is not None and self._words[following].span == span

    def _parts(self, index: int) -> Iterator[int]:
        """Yield the words of a name or number that stands behind a head: "leader Kim Jong Un"."""
        yield index
        for child in self._tree.children(index, "flat", "compound", "goeswith", "fixed", "case"):
            if self._adjoins(*sorted((index, child))):
                yield from self._parts(child)

    def _adjoins(self, head: int, child: int) -> bool:
        """Whether only words of names stand between a head and what belongs to it."""
        return all(self._words[one].kind != "mark" for one in range(head, child))

    def _is_inner(self, index: int) -> bool:
        """Whether a mark stands inside a phrase: a quotation mark, a hyphen, a list's comma."""
        return self._words[index].kind == "mark" and self._words[index].text not in ("(", ")", ";")

    def _breaks(self, head: int, index: int) -> bool:
        """Whether a date begins behind the head: "said Thursday"."""
        return self._words[index].time and not self._words[head].time

    def _reach(self, head: int, last: int) -> int:
        """Return the end of what belongs to a head: its phrases and participles, and theirs."""
        waiting = self._below(head)
        while waiting:
            current = waiting.pop()
            last = max(last, current + 1)
            waiting.extend(self._below(current))
        return last

    def _below(self, index: int) -> list[int]:
        """Return what belongs to a word; relative clauses do not, participles do."""
        found = self._tree.children(index, "nmod", "appos", "flat", "compound", "obl", "acl")
        return [one for one in found if one > index and self._tree.relation(one) != "acl:relcl"]

    def _phrase(self, first: int, last: int, head: int, reach: int) -> Phrase:
        words = self._words
        nominal = [one for one in range(head, last) if words[one].kind in ("noun", "name")]
        head = nominal[-1] if nominal else head
        genitives = [one for one in range(first, head) if words[one].kind == "genitive"]
        owner = (first, genitives[-1]) if genitives else None
        time = words[head].time and all(
            word.time or word.kind in ("determiner", "adjective") for word in words[first:last]
        )
        return Phrase(first, last, head, owner, time, reach)
