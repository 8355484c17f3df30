"""Verb groups: a verb with its modals, auxiliaries, negations and particle."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Word
from loaders.syntax.tree import Tree

_FUTURE = frozenset(("will", "'ll", "shall", "wo"))
_NEITHER = frozenset(("neither", "nor"))
_GROUPED = ("aux", "cop", "mark", "advmod")


_TEMPORAL = frozenset(("after", "before", "since"))
"""Conjunctions that are prepositions too."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb group from ``first`` to before ``last``, and what its auxiliaries say.

    ``node`` is its word in the tree, which for "was in Oslo" is the place; ``lemma`` holds a
    particle ("pull out") and a predicative adjective ("be willing").
    """

    node: int
    first: int
    last: int
    head: int
    lemma: str
    finite: bool
    infinitive: bool = False
    passive: bool = False
    future: bool = False
    past: bool = False
    modal: str = ""
    negated: bool = False


class VerbGroups:
    """Reads the verb groups of one sentence."""

    def __init__(self, words: Sequence[Word], tree: Tree, *, headline: bool) -> None:
        self._words = words
        self._tree = tree
        self._headline = headline

    def find(self) -> list[VerbGroup]:
        """Return the groups in the order of their heads."""
        found = (self._at(node) for node in range(len(self._tree)))
        return sorted((group for group in found if group), key=lambda group: group.head)

    def _at(self, node: int) -> VerbGroup | None:
        """Return the group of a word: a verb, or what a form of "be" is said with."""
        copulas = self._tree.children(node, "cop")
        if copulas:
            return self._copular(node, copulas[-1])
        word = self._words[node]
        held = self._tree.is_any(node, ("aux", "cop", "case", "mark", "fixed", "cc", "amod"))
        if word.kind != "verb" or held:
            return None
        return self._group(node, node, self._lemma(node))

    def _copular(self, node: int, copula: int) -> VerbGroup:
        lower = self._words[node].lower
        if lower in word_list("predicative_adjectives"):
            return self._group(node, node, f"be {lower}")
        return self._group(node, copula, "be")

    def _lemma(self, node: int) -> str:
        particles = self._tree.children(node, "compound:prt")
        return " ".join((self._words[node].lemma, *(self._words[one].lower for one in particles)))

    def _group(self, node: int, head: int, lemma: str) -> VerbGroup:
        words, tree = self._words, self._tree
        helpers = tree.children(node, "aux", "cop")
        modals = [words[one] for one in helpers if words[one].kind == "modal"]
        auxiliaries = [words[one] for one in helpers if words[one].kind == "verb"]
        bearer = auxiliaries[0] if auxiliaries else words[head]
        to = any(words[one].kind == "to" for one in tree.children(node, "mark"))
        future = to and (bool(auxiliaries and bearer.form != "base") or self._is_future(node))
        infinitive = to and not future
        particles = [one for one in tree.children(node, "compound:prt") if one == head + 1]
        return VerbGroup(
            node=node,
            first=self._first(node, head),
            last=max([head, *particles]) + 1,
            head=head,
            lemma=lemma,
            finite=self._is_finite(node, bearer, bool(modals)) and not infinitive,
            infinitive=infinitive,
            passive=self._is_passive(node),
            future=to or any(word.lower in _FUTURE for word in modals),
            past=bearer.form == "past" or (bool(auxiliaries) and auxiliaries[0].lemma == "have"),
            modal=modals[0].lower if modals else "",
            negated=self._is_negated(node, helpers),
        )

    def _first(self, node: int, head: int) -> int:
        """Return where the group begins: only its own words stand between there and the head."""
        parts = {head, *self._tree.children(node, *_GROUPED)}
        first = head
        while first - 1 in parts and self._words[first - 1].kind != "subordinator":
            first -= 1
        return first

    def _is_finite(self, node: int, bearer: Word, modal: bool) -> bool:
        reduced = self._is_reduced(node)
        return modal or (bearer.form in ("past", "present", "base") and not reduced)

    def _is_passive(self, node: int) -> bool:
        """Whether something is done to the subject; a participle after its noun says so too."""
        own = bool(self._tree.children(node, "aux:pass", "nsubj:pass"))
        return own or self._is_reduced(node) or self._shares_passive(node)

    def _shares_passive(self, node: int) -> bool:
        """Whether a participle is joined to a passive: "was arrested and flown to Lima"."""
        tree = self._tree
        if tree.main_relation(node) != "conj" or self._words[node].form != "participle":
            return False
        own = tree.children(node, "aux", "cop", "nsubj", "csubj", "obj", "ccomp", "xcomp")
        return not own and bool(tree.children(tree.head(node), "aux:pass"))

    def _is_reduced(self, node: int) -> bool:
        """Whether a participle stands for a clause: "a group based in Pakistan"."""
        if self._tree.relation(node) not in ("acl", "advcl"):
            return False
        bare = not self._tree.children(node, "aux", "cop", "nsubj", "csubj")
        marked = any(self._words[one].kind == "to" for one in self._tree.children(node, "mark"))
        form = self._words[node].form
        return bare and not marked and form in ("participle", "past") and not self._is_led(node)

    def _is_led(self, node: int) -> bool:
        """Whether a bare phrase stands behind the conjunction: "after the king, Ali Roy, refused".

        It is the subject, which was taken for a phrase of the verb.
        """
        tree, marks = self._tree, self._tree.children(node, "mark")
        phrases = [one for one in tree.children(node, "obl") if tree.relation(one) == "obl"]
        if not marks and tree.children(node, "obj", "xcomp", "ccomp"):
            # The conjunction was taken for a preposition; with an object it is no passive.
            cases = [case for one in phrases if one < node for case in tree.children(one, "case")]
            return any(self._words[case].lower in _TEMPORAL for case in cases)
        bare = [one for one in phrases if not tree.children(one, "case")]
        return bool(marks) and any(marks[0] < one < node for one in bare)

    def _is_negated(self, node: int, helpers: list[int]) -> bool:
        around = [*self._tree.children(node, "advmod"), *helpers]
        joined = self._tree.children(node, "cc")
        return any(self._words[one].kind == "negation" for one in around) or any(
            self._words[one].lower in _NEITHER for one in (*around, *joined) if one < node
        )

    def _is_future(self, node: int) -> bool:
        """Whether "to" tells the future of a headline, as in "China to send envoy"."""
        head = self._tree.head(node)
        relation = self._tree.relation(node)
        named = head >= 0 and self._words[head].kind == "name"
        above = head if relation == "acl" or (relation == "advcl" and named) else node
        tops = self._tree.head(above) < 0 or bool(self._tree.children(node, "nsubj"))
        return self._headline and tops
