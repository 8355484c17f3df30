"""The vote on names: one name is of one kind in one article.

Each occurrence votes for its kind with its support. A person's full name votes for each of its
words too, and an organization's, at half weight, for its first ("Lotte Group", "Lotte"): a surname
stays the person's unless the text speaks clearly for something else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from loaders.mentions.name_candidate import Candidate
from loaders.mentions.name_span import NameKind

_SHARES: Mapping[NameKind, float] = MappingProxyType({"PER": 1.0, "ORG": 0.5})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The kind of a name in the article, and the support of its best occurrence of that kind."""

    kind: NameKind
    support: float


def verdicts(candidates: Sequence[Candidate]) -> Mapping[str, Verdict]:
    """Return the verdict on each key."""
    votes: dict[str, dict[NameKind, float]] = {}
    best: dict[tuple[str, NameKind], float] = {}
    for key, kind, weight in _ballots(candidates):
        cast = votes.setdefault(key, {})
        cast[kind] = cast.get(kind, 0.0) + weight
        best[key, kind] = max(best.get((key, kind), 0.0), weight)
    return {key: _verdict(key, votes[key], best) for key in votes}


def _verdict(
    key: str, votes: Mapping[NameKind, float], best: Mapping[tuple[str, NameKind], float]
) -> Verdict:
    kind = max(sorted(votes), key=lambda one: votes[one])
    return Verdict(kind, best[key, kind])


def _ballots(candidates: Sequence[Candidate]) -> Iterator[tuple[str, NameKind, float]]:
    """Yield the votes; those for parts of names only where the part occurs by itself."""
    alone = {one.key for one in candidates}
    for one in candidates:
        yield one.key, one.kind, one.support
        words = one.key.split()
        if len(words) == 1 or one.kind not in _SHARES:
            continue
        for part in words if one.kind == "PER" else words[:1]:
            if part in alone:
                yield part, one.kind, _SHARES[one.kind] * one.support


def agreed(candidates: Iterable[Candidate], on: Mapping[str, Verdict]) -> Iterator[Candidate]:
    """Yield the candidates, each of the kind and with the support that the article gives it."""
    for one in candidates:
        verdict = on[one.key]
        yield replace(one, kind=verdict.kind, support=max(one.support, verdict.support))
