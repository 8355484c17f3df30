"""Arguments of a verb: its objects and the phrases behind prepositions."""

from collections.abc import Sequence

from loaders.syntax.analysis import Oblique, Phrase, Word
from loaders.syntax.noun_phrases import NounPhrases
from loaders.syntax.tree import Tree

Phrases = tuple[Phrase, ...]

_OF_VERB = frozenset(("verb", "modal", "to", "adverb", "negation"))
"""Classes of words that may stand between a subject and its verb."""


class VerbArguments:
    """Finds what the verbs of one sentence are said of and done to."""

    def __init__(self, words: Sequence[Word], tree: Tree, phrases: NounPhrases) -> None:
        self._words = words
        self._tree = tree
        self._phrases = phrases

    def subject(self, node: int) -> Phrases:
        """Return the subject that a verb has of its own; a relative pronoun is none."""
        found = self._joined(self._tree.children(node, "nsubj") or self._astray(node))
        before = tuple(one for one in found if one.first < node) or self._opening(node, found)
        return self._listed(before, node) or found

    def _opening(self, node: int, found: Phrases) -> Phrases:
        """Return the name that opens a headline where a verb was found no subject."""
        first = self._phrases.over(0)
        tops = not found and self._tree.head(node) < 0 and not self._tree.children(node, "csubj")
        if not tops or first is None or first.last >= node or self._words[first.last].text != ",":
            return ()
        listed = self._listed((first,), node)
        return (first,) if len(listed) > 1 else ()

    def _listed(self, before: Phrases, node: int) -> Phrases:
        """Return a subject with the name that only a comma adds: "Quito, Lima withdraw troops".

        One that tells who the first is has a comma on either side.
        """
        if len(before) != 1 or self._words[before[0].head].kind != "name":
            return before
        comma = before[0].last
        added = self._phrases.over(comma + 1) if comma + 1 < node else None
        if self._words[comma].text != "," or added is None or added.first != comma + 1:
            return before
        named = self._words[added.head].kind == "name" and self._words[added.first].kind == "name"
        between = self._words[added.last : node]
        ends = all(one.kind in _OF_VERB for one in between) and not added.time
        return (*before, added) if named and ends else before

    def _astray(self, node: int) -> list[int]:
        """Return the subject that was taken for a part of the object behind the verb."""
        objects = self._tree.children(node, "obj")
        parts = (part for one in objects for part in self._tree.children(one, "nmod", "appos"))
        return [part for part in parts if part < node and not self._tree.children(part, "case")]

    def relative_subject(self, node: int) -> bool:
        """Whether the subject of a verb is a relative pronoun."""
        subjects = self._tree.children(node, "nsubj")
        return any(self._words[one].kind == "relative" for one in subjects)

    def objects(self, node: int, head: int) -> Phrases:
        """Return the objects of a verb, or what "be" says of its subject."""
        named = self._tree.children(node, "obj", "iobj")
        named += [one for one in self._tree.children(node, "xcomp") if self._phrases.over(one)]
        if node != head and not self._tree.children(node, "case"):
            named = [node]
        return self._joined(sorted(named)) or self._behind(node)

    def _behind(self, node: int) -> Phrases:
        """Return what was taken for a part of the subject though the verb stands between."""
        found = self._joined(self._tree.children(node, "nsubj"))
        return (
            tuple(one for one in found if one.first > node)
            if found[:1] and found[0].first < node
            else ()
        )

    def obliques(self, node: int, head: int) -> tuple[Oblique, ...]:
        """Return the prepositional phrases of a verb, dates left out."""
        named = self._tree.children(node, "obl", "nmod") if node == head else []
        if node != head:
            named = [node, *self._tree.children(node, "obl", "nmod")]
        found: dict[Phrase, Oblique] = {}
        for index in named:
            marker = self.marker(index)
            for one in self._tree.conjuncts(index):
                phrase = self._phrases.over(one)
                marker = self.marker(one) or marker
                if phrase and marker and not phrase.time:
                    found.setdefault(phrase, Oblique(marker, phrase))
        return tuple(sorted(found.values(), key=lambda one: one.phrase.first))

    def marker(self, index: int) -> str:
        """Return the preposition before a word, the nearest of several."""
        cases = [one for one in self._tree.children(index, "case") if one < index]
        return self._words[cases[-1]].lower if cases else ""

    def _joined(self, named: Sequence[int]) -> Phrases:
        found = (phrase for one in named for phrase in self._phrases.joined(one))
        alone = dict.fromkeys(phrase for phrase in found if not phrase.time)
        named_at = {one.first for one in alone if self._words[one.head].kind == "name"}
        return tuple(one for one in alone if not self._describes(one, named_at))

    def _describes(self, phrase: Phrase, named_at: set[int]) -> bool:
        """Whether a phrase only tells who the name right behind it is: "security official Roy"."""
        return self._words[phrase.head].kind == "noun" and phrase.last in named_at
