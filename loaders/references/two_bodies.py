"""Two bodies together: "the two companies", "both movements"."""

from collections.abc import Collection, Iterable
from itertools import combinations

from graph.facts import Ref
from loaders.gazetteer.body_noun import load_body_nouns
from loaders.references.discourse import Before, Discourse, Refs
from loaders.syntax.lemmas import noun_lemma

_LIKE = {"faction": "militia"}
"""Nouns that the table of bodies has under another."""


class TwoBodies:
    """Resolves what means two bodies of one document."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._kinds = {one.id: one.kind for one in discourse.document.organizations}

    def bodies(self, before: Before, plural: str) -> Refs:
        """Return the two bodies of a kind told of last, else the only two of the article."""
        kinds = load_body_nouns().get(_LIKE.get(noun_lemma(plural), noun_lemma(plural)), ())
        armed = self._discourse.armed_groups
        if "ARMED_GROUP" in kinds and len(armed) == 2:
            return tuple(sorted(armed))
        for spoken in before.nearest:
            told = [ref for one in spoken for ref in one.refs]
            if len(found := self._of(told, kinds)) == 2:
                return found
        every = [one.ref for one in self._discourse.document.mentions]
        found = self._of(every, kinds)
        return found if len(found) == 2 else self._unlike(before, kinds)

    def _of(self, refs: Iterable[Ref], kinds: Collection[str]) -> Refs:
        return tuple(sorted({ref for ref in refs if self._kinds.get(ref.key) in kinds}))

    def _unlike(self, before: Before, kinds: Collection[str]) -> Refs:
        """Return two bodies of one sentence of which it is not known what they are."""
        unknown = (*kinds, "OTHER")
        for spoken in before.nearest:
            found = self._of([ref for one in spoken for ref in one.refs], unknown)
            pairs = list(combinations(found, 2))
            if len(pairs) == 1:
                return pairs[0]
        return ()
