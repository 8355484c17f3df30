"""Our own pairs of records: which people and organizations are one, and which are two."""

import pytest

from evaluation.identity import by_subject, read_pairs, score
from graph.identity.likeness import SAME_FROM

PAIRS = by_subject()


def test_there_are_pairs_of_both_kinds() -> None:
    for pairs in (read_pairs()["people"], read_pairs()["organizations"]):
        assert len(pairs) >= 60
        assert min(sum(one["same"] for one in pairs), sum(not one["same"] for one in pairs)) >= 25


@pytest.mark.parametrize("subject", PAIRS)
def test_the_threshold_joins_most_that_are_one_and_hardly_any_that_are_two(subject: str) -> None:
    found = score(PAIRS[subject])
    assert found.threshold == SAME_FROM
    assert found.precision >= 0.98
    assert found.recall >= 0.9


@pytest.mark.parametrize("subject", PAIRS)
def test_no_other_threshold_is_better(subject: str) -> None:
    best = score(PAIRS[subject])
    for threshold in (0.70, 0.86):
        other = score(PAIRS[subject], threshold)
        assert (other.precision, other.recall) <= (best.precision, best.recall)
