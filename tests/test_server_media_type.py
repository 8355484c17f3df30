"""Content negotiation."""

import pytest

from server.media_type import GRAPHQL, HTML, JSON, best_offer, is_json

OFFERS = (JSON, GRAPHQL, HTML)
CHROMIUM = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("*/*", JSON),
        ("application/*", JSON),
        (JSON, JSON),
        (GRAPHQL, GRAPHQL),
        (f"{GRAPHQL}, {JSON}", GRAPHQL),
        (f"{JSON}, {GRAPHQL}", JSON),
        (f"{JSON};q=0.9, {GRAPHQL}", GRAPHQL),
        (f"{GRAPHQL};q=0.5, */*;q=0.6", JSON),
        (f"*/*, {JSON};q=0", GRAPHQL),
        (CHROMIUM, HTML),
        ("Application/JSON ; Q=1.0", JSON),
        ("application/json;q=much", None),
        ("image/png", None),
        ("nonsense", None),
        ("", None),
    ],
)
def test_the_best_offer_is_what_the_client_likes_best(accept: str, chosen: str | None) -> None:
    assert best_offer(accept, OFFERS) == chosen


@pytest.mark.parametrize(
    ("content_type", "expected"),
    [
        ("application/json", True),
        ("application/json; charset=utf-8", True),
        ('Application/JSON;charset="UTF-8"', True),
        ("application/json; charset=latin-1", False),
        ("text/plain", False),
        ("application/x-www-form-urlencoded", False),
        ("", False),
    ],
)
def test_json_bodies_are_known_by_their_header(content_type: str, expected: bool) -> None:
    assert is_json(content_type) is expected
