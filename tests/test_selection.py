"""Selection: by date, publisher and number, and what is passed over is counted."""

import pytest

from graph.facts import Article
from loaders.chunks import ARTICLES, CHARACTERS, chunked
from loaders.rejects import Reject
from loaders.selection import LeftOut, Selected, Selection
from loaders.sources import SourceArticle

REJECT = Reject("b", 1, "Why.", "How.")


def article(key: str, *, published: str | None = None, publisher: str | None = None, size: int = 1):
    text = "a" * size
    return SourceArticle(
        Article(key, "", text, published_at=published, publisher=publisher), "a", None
    )


ARTICLES_OF_MARCH = [
    article("early", published="2020-02-29T23:59Z", publisher="Havas"),
    article("first", published="2020-03-01", publisher="HAVAS"),
    REJECT,
    article("last", published="2020-03-31T23:59:59Z", publisher="Reuters"),
    article("late", published="2020-04-01"),
    article("undated"),
]


def names(selected: list[Selected]) -> list[str]:
    """The ids of articles; R for a reject, - for what was left out."""
    return [
        one.article.id
        if isinstance(one, SourceArticle)
        else "-"
        if isinstance(one, LeftOut)
        else "R"
        for one in selected
    ]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), ["early", "first", "R", "last", "late", "undated"]),
        (Selection("2020-03-01", "2020-03-31"), ["-", "first", "R", "last", "-", "-"]),
        (Selection(since="2020-03-02"), ["-", "-", "R", "last", "late", "-"]),
        (Selection(publishers=("havas", "afp")), ["early", "first", "R", "-", "-", "-"]),
        (Selection(limit=2), ["early", "first"]),
        (Selection(since="2020-03-31", limit=1), ["-", "-", "R", "last"]),
        (Selection(limit=0), []),
    ],
)
def test_selection(selection: Selection, expected: list[str]) -> None:
    assert names(list(selection.of(ARTICLES_OF_MARCH))) == expected


def test_chunks_are_bounded_in_number_and_size() -> None:
    many = [article(str(n)) for n in range(ARTICLES + 1)]
    large = [article("large", size=CHARACTERS), article("next")]
    chunks = list(chunked([*many, *large, REJECT, LeftOut("c")], lambda: 7))
    assert [len(chunk.articles) for chunk in chunks] == [ARTICLES, 2, 1]
    last = chunks[-1]
    assert (last.rejects, last.left_out, last.path, last.position) == ([REJECT], 1, "c", 7)
