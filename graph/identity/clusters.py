"""Clusters: which records are one, decided from all that are linked and from nothing else.

First what people judged to be the same is joined. Then the links are followed, the strongest
first: two clusters become one unless somebody judged two of their records different, the records
conflict, or they are strangers whom nothing but a vaguer record joins. A record that two rivals
claim equally goes to neither. Ties are broken by ids, so the outcome depends on the records alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from graph.identity.comparison import Comparisons
from graph.identity.judgement import Judgements
from graph.identity.strangers import are_strangers, bears_several_names, words_told

Cluster = frozenset[str]

RIVAL = 0.04
"""How much stronger a link must be than that to a rival, so that it decides."""


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two records that are taken as one, unless something stronger keeps them apart."""

    rank: float
    left: str
    right: str


def link(left: str, right: str, score: float) -> Link:
    """The link of two records in whatever order; a higher score gives a lower rank."""
    return Link(-score, *sorted((left, right)))


class Clustering:
    """Joins the records of one batch of links."""

    def __init__(
        self, records: Iterable[str], comparisons: Comparisons, judgements: Judgements
    ) -> None:
        self._comparisons = comparisons
        self._judgements = judgements
        self._groups: dict[str, Cluster] = {one: frozenset((one,)) for one in records}
        self._judged: Mapping[str, Cluster] = self._groups

    def clusters(self, links: Sequence[Link]) -> list[Cluster]:
        """The clusters, in the order of their first record."""
        self._join_judged()
        self._judged = dict(self._groups)
        claimed = _claims(links)
        for one in sorted(links):
            joined = self._groups[one.left] == self._groups[one.right]
            if joined or self._is_contested(one, claimed):
                continue
            if self._may_join(one.left, one.right):
                self._join(one.left, one.right)
        return sorted(set(self._groups.values()), key=min)

    def _join_judged(self) -> None:
        for pair, one in sorted(self._judgements.by_pair.items(), key=lambda item: sorted(item[0])):
            known = all(record in self._groups for record in pair)
            if one.verdict == "SAME" and known and not self._are_judged_apart(one.left, one.right):
                self._join(one.left, one.right)

    def _join(self, one: str, other: str) -> None:
        joined = self._groups[one] | self._groups[other]
        for record in joined:
            self._groups[record] = joined

    def _are_judged_apart(self, one: str, other: str) -> bool:
        pairs = product(self._groups[one], self._groups[other])
        return any(self._judgements.verdict(*pair) == "DIFFERENT" for pair in pairs)

    def _may_join(self, one: str, other: str) -> bool:
        if self._are_judged_apart(one, other):
            return False
        pairs = tuple(product(self._groups[one], self._groups[other]))
        if any(self._conflict(*pair) for pair in pairs):
            return False
        among = self._groups[one] | self._groups[other]
        return not any(self._are_strangers(*pair, among) for pair in pairs)

    def _are_strangers(self, one: str, other: str, among: Iterable[str]) -> bool:
        """Whether two records have no name in common and none of others joins them."""
        if not are_strangers(self._comparisons.of(one, other)):
            return False
        judged = ((one, self._judged[other]), (other, self._judged[one]))
        if any(self._comparisons.of(a, b).is_same for a, some in judged for b in some if a != b):
            return False
        return not any(
            self._joins_strangers(between, one, other)
            for between in among
            if between not in (one, other)
        )

    def _joins_strangers(self, between: str, one: str, other: str) -> bool:
        likenesses = (self._comparisons.of(between, end) for end in (one, other))
        if not all(likeness.is_same for likeness in likenesses):
            return False
        record, *ends = map(self._comparisons.record, (between, one, other))
        return words_told(record) >= max(map(words_told, ends)) or bears_several_names(record)

    def _conflict(self, one: str, other: str) -> bool:
        """Whether two records conflict and no judgement has overruled that.

        Where people joined a record with another that it conflicts with, what fits that other is
        not kept away by the conflict.
        """
        if not self._comparisons.of(one, other).conflict:
            return False
        return not (self._is_excused(one, other) or self._is_excused(other, one))

    def _is_excused(self, one: str, other: str) -> bool:
        return any(
            self._comparisons.of(joined, other).conflict
            and not self._comparisons.of(one, joined).conflict
            for joined in self._judged[other] - {other}
        )

    def _is_contested(self, one: Link, claimed: Mapping[str, Sequence[Link]]) -> bool:
        """Whether a rival of one end claims the other end about as strongly."""
        for record, end in ((one.left, one.right), (one.right, one.left)):
            for rival in claimed[record]:
                other = rival.right if rival.left == record else rival.left
                if rival.rank > one.rank + RIVAL:
                    break
                if other != end and self._are_rivals(other, end, record):
                    return True
        return False

    def _are_rivals(self, one: str, other: str, claimed: str) -> bool:
        """Whether two ends that claim a record cannot be one, as far as that record tells."""
        if self._groups[one] == self._groups[other]:
            return False
        if self._are_judged_apart(one, other) or self._comparisons.of(one, other).conflict:
            return True
        return self._are_strangers(one, other, (claimed,))


def _claims(links: Iterable[Link]) -> dict[str, list[Link]]:
    claimed: dict[str, list[Link]] = {}
    for one in sorted(links):
        claimed.setdefault(one.left, []).append(one)
        claimed.setdefault(one.right, []).append(one)
    return claimed
