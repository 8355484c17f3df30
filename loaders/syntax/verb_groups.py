"""Verb groups: a verb with its modals, auxiliaries, negations and adverbs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Word

_AUXILIARIES = frozenset(("be", "have", "do", "get"))
_FUTURE = frozenset(("will", "'ll", "shall", "wo"))
_PARTICLES = frozenset(("off", "out", "up", "down", "back", "away", "ahead", "apart", "aside"))
_BETWEEN = frozenset(("adverb", "negation"))


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb group from ``first`` to before ``last``, and what its auxiliaries say.

    ``lemma`` holds a particle ("pull out") and a predicative adjective ("be willing").
    """

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

    def __init__(self, words: Sequence[Word], *, headline: bool) -> None:
        self._words = words
        self._headline = headline

    def at(self, position: int) -> VerbGroup | None:
        """Return the verb group that begins at a word, if one does."""
        parts = self._parts(position)
        verbs = [index for index in parts if self._words[index].kind == "verb"]
        if not verbs:
            return None
        group = self._group(position, parts, verbs)
        return self._with_adjective(group) if group.lemma == "be" else group

    def _kind(self, index: int) -> str:
        return self._words[index].kind if index < len(self._words) else ""

    def _parts(self, position: int) -> list[int]:
        """Return the modals and verbs of a group; only auxiliaries stand before another verb."""
        parts: list[int] = []
        auxiliary = True
        for index in range(position, len(self._words)):
            word = self._words[index]
            if word.kind in ("modal", "to") or (word.kind == "verb" and auxiliary):
                parts.append(index)
                auxiliary = auxiliary and (word.kind != "verb" or word.lemma in _AUXILIARIES)
            elif word.kind not in _BETWEEN or not (parts or self._leads_verb(index)):
                break
        return parts

    def _leads_verb(self, index: int) -> bool:
        while self._kind(index) in _BETWEEN:
            index += 1
        return self._kind(index) in ("verb", "modal", "to")

    def _group(self, first: int, parts: list[int], verbs: list[int]) -> VerbGroup:
        head = verbs[-1]
        main = self._words[head]
        modals = [self._words[index] for index in parts if self._kind(index) == "modal"]
        auxiliaries = [self._words[index] for index in verbs[:-1]]
        bearer = auxiliaries[0] if auxiliaries else main
        to = self._kind(parts[0]) == "to"
        infinitive = to and not self._is_headline_future(parts[0])
        tensed = bool(modals) or to or bearer.form in ("past", "present", "base")
        passive = bool(auxiliaries) and auxiliaries[-1].lemma in ("be", "get")
        last = head + 2 if self._has_particle(head) else head + 1
        return VerbGroup(
            first=first,
            last=last,
            head=head,
            lemma=" ".join((main.lemma, *(word.lower for word in self._words[head + 1 : last]))),
            finite=tensed and not infinitive,
            infinitive=infinitive,
            passive=passive and main.form == "participle",
            future=to or any(word.lower in _FUTURE for word in modals),
            past=bearer.form == "past" or (bearer is not main and bearer.lemma == "have"),
            modal=modals[0].lower if modals else "",
            negated=self._is_negated(first, head),
        )

    def _has_particle(self, head: int) -> bool:
        following = self._words[head + 1] if head + 1 < len(self._words) else None
        return following is not None and following.lower in _PARTICLES

    def _is_negated(self, first: int, last: int) -> bool:
        return any(word.kind == "negation" for word in self._words[first:last])

    def _is_headline_future(self, index: int) -> bool:
        """Whether "to" tells the future of a headline, as in "China to send envoy"."""
        before = self._words[index - 1] if index else None
        clear = not any(word.kind in ("verb", "modal") for word in self._words[:index])
        return self._headline and clear and before is not None and before.kind in ("name", "noun")

    def _with_adjective(self, group: VerbGroup) -> VerbGroup:
        """Take a predicative adjective into the group: "is willing" is one predicate."""
        index = group.last
        while self._kind(index) in _BETWEEN:
            index += 1
        adjective = self._words[index].lower if index < len(self._words) else ""
        if adjective not in word_list("predicative_adjectives"):
            return group
        negated = group.negated or self._is_negated(group.last, index)
        lemma = f"be {adjective}"
        return replace(group, head=index, last=index + 1, lemma=lemma, negated=negated)
