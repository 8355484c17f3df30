"""The made-up articles of the benchmark: different, and the same on every machine."""

import json

from bench.articles import article, lines
from graph.copies.wording import are_alike, shingles


def test_articles_are_made_from_their_numbers_alone() -> None:
    assert article(7) == article(7)
    assert [json.loads(line)["id"] for line in lines(3)] == [
        "made-00000000", "made-00000001", "made-00000002",
    ]  # fmt: skip


def test_they_differ_in_more_than_their_numbers() -> None:
    texts = [str(article(number)["text"]) for number in range(2000)]
    assert len(set(texts)) == len(texts)
    some = [shingles("", text) for text in texts[:200]]
    alike = sum(are_alike(one, other) for at, one in enumerate(some) for other in some[:at])
    assert alike == 0
