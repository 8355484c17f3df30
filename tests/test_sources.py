"""Sources: whole articles and whole rejects from real files."""

import io
import json
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from graph.errors import InputError, SettingsError
from graph.facts import Article
from graph.text_hash import text_hash
from loaders.identity import article_id, canonical_url, file_source
from loaders.rejects import Reject
from loaders.sources import SourceArticle, SourceOptions, parse_field_map, read_articles
from loaders.sources.entry import ArticleError
from loaders.sources.json_split import JsonSplitter, Piece
from loaders.sources.published import DateRules, parse_published

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
OPTIONS = SourceOptions(now=NOW)
ISO = "Write it as ISO 8601, such as 2017-08-24 or 2017-08-24T23:21Z."


@dataclass(frozen=True)
class Outcome:
    """All that reading came to."""

    articles: tuple[SourceArticle, ...]
    rejects: tuple[Reject, ...]

    @property
    def only(self) -> Article:
        """The one article, where nothing was rejected."""
        assert self.rejects == ()
        (found,) = self.articles
        return found.article


def read(
    *paths: str | Path, options: SourceOptions = OPTIONS, stdin: bytes | None = None
) -> Outcome:
    rejects: list[Reject] = []
    given_paths = [str(path) for path in paths]
    stream = None if stdin is None else io.BytesIO(stdin)
    articles = tuple(read_articles(given_paths, options, rejects.append, stdin=stream))
    return Outcome(articles, tuple(rejects))


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def names(outcome: Outcome) -> list[str]:
    return [Path(found.path).name for found in outcome.articles]


# Text


def test_text_article(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.txt",
        "\ufeff\n China's Xi writes to Seoul \n\nPublished 24.08.2017 23:21\n\nXi wrote\nto Moon.\n"
        "\nMoon answered.\n\nShare on Facebook Share on Twitter",
    )
    text = "China's Xi writes to Seoul\n\nXi wrote to Moon.\n\nMoon answered."
    assert read(path) == Outcome(
        (
            SourceArticle(
                Article(
                    id=text_hash(text)[:20],
                    title="China's Xi writes to Seoul",
                    text=text,
                    published_at="2017-08-24T23:21",
                    source=path.as_uri(),
                ),
                str(path),
            ),
        ),
        (),
    )


@pytest.mark.parametrize(
    ("header", "published"),
    [
        ("Published 24.08.2017 23:21", "2017-08-24T23:21"),
        ("Published: 24 August 2017", "2017-08-24"),
        ("2017-08-24T23:21", "2017-08-24T23:21"),
        ("Aug 24, 2017 11:21 PM", "2017-08-24T23:21"),
        ("Updated Aug. 24, 2017 11:21 p.m.", "2017-08-24T23:21"),
        ("Updated 25.08.2017\nPublished 24.08.2017", "2017-08-24"),
        ("Published 24.08.2017 23:21 | Updated 25.08.2017 08:00", "2017-08-24T23:21"),
        ("Last updated: 25 August 2017 (First published: 24 August 2017)", "2017-08-24"),
        ("Date of publication: 2017-08-24", "2017-08-24"),
        ("(Published - 24 August 2017; Last modified at 25 August 2017 10:00)", "2017-08-24"),
        ("By Jane Roe\n\nPosted on Thursday, August 24, 2017 at 11:21 pm KST", "2017-08-24T14:21Z"),
    ],
)
def test_text_dates(tmp_path: Path, header: str, published: str) -> None:
    path = write(tmp_path / "a.txt", f"Title\n{header}\n\nBody.")
    article = read(path).only
    assert article.published_at == published
    assert article.text.removeprefix("Title\n\n").removeprefix("By Jane Roe\n\n") == "Body."


@pytest.mark.parametrize(
    "body",
    [
        "Published in 2017, the report says that 3 of 4 agree.",
        "The talks ended.\n\n24.08.2017",
        "Updated rules for 12 nations were adopted on 24 August 2017 in Geneva after long talks.",
        "Dates and figs.",
    ],
)
def test_a_body_that_begins_like_a_date_line_is_kept(tmp_path: Path, body: str) -> None:
    article = read(write(tmp_path / "a.txt", f"Title\n\n{body}")).only
    assert (article.published_at, article.text) == (None, f"Title\n\n{body}")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Published 31.02.2017", "The date '31.02.2017' is no possible date and time."),
        ("Published: 24 Agust 2017", "The date '24 Agust 2017' is no date that can be read."),
        ("Published 24 Agust 2017", "The date '24 Agust 2017' is no date that can be read."),
        ("2026-01-03", "The date '2026-01-03' is more than a day ahead of now."),
    ],
)
def test_text_with_a_bad_date_is_rejected(tmp_path: Path, line: str, reason: str) -> None:
    path = write(tmp_path / "a.txt", f"Title\n\n{line}\n\nBody.")
    outcome = read(path)
    assert outcome.articles == ()
    assert [(reject.path, reject.line, reject.reason) for reject in outcome.rejects] == [
        (str(path), 3, reason)
    ]


def test_one_line_is_a_body_without_title() -> None:
    article = read("-", stdin=b"Xi met Moon.").only
    assert (article.title, article.text, article.source) == ("", "Xi met Moon.", None)


def test_markdown_headings(tmp_path: Path) -> None:
    article = read(
        write(tmp_path / "a.md", "# Xi meets Moon #\n\n2017-08-24\n\n## Why\n\nBody.")
    ).only
    assert (article.title, article.published_at) == ("Xi meets Moon", "2017-08-24")
    assert article.text == "Xi meets Moon\n\nWhy\n\nBody."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "Côte d\u2019Ivoire\n\nThe minister called the plan “naïve” at a meeting in Paris."
    assert read(write(tmp_path / "a.txt", text.encode(encoding))).only.text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Xi\u2019s remarks\n\nThe café is open.", "cp1252"),
        ("Prezydent spotkał się z premierem w Warszawie. Umowy żadnej nie podpisano.", "cp1250"),
        ("한국과 중국은 목요일에 합의했다.", "cp949"),
        ("中国国家主席习近平星期四表示愿意与韩国合作", "gb18030"),
        ("اجتمع الرئيس الصيني مع رئيس كوريا الجنوبية يوم الخميس.", "cp1256"),
    ],
)
def test_old_encodings(tmp_path: Path, text: str, encoding: str) -> None:
    assert read(write(tmp_path / "a.txt", text.encode(encoding))).only.text == text


def test_other_alphabets(tmp_path: Path) -> None:
    text = "Встреча\n\nПрезидент России встретился с министром."  # noqa: RUF001 - Cyrillic is meant
    assert read(write(tmp_path / "a.txt", text.encode("cp1251"))).only.text == text


# Dates


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("2017-08-24", "2017-08-24"),
        ("2017-08-24T23:21:00", "2017-08-24T23:21"),
        ("2017-08-24T23:00:00Z", "2017-08-24T23:00Z"),
        ("2017-08-24T23:21:05.123Z", "2017-08-24T23:21:05Z"),
        ("2017-08-24T23:21+09:00", "2017-08-24T14:21Z"),
        ("2017-08-24 23:21:00+0000", "2017-08-24T23:21Z"),
        ("2017-08-24T00:00:00", "2017-08-24T00:00"),
        ("20170824", "2017-08-24"),
        ("20170824T232100Z", "2017-08-24T23:21Z"),
        ("2017/08/24", "2017-08-24"),
        ("4.8.2017", "2017-08-04"),
        ("24.08.2017, 23:21 Uhr", "2017-08-24T23:21"),
        ("24/08/2017", "2017-08-24"),
        ("08/24/2017", "2017-08-24"),
        ("24-Aug-2017", "2017-08-24"),
        ("Thursday, 24th of August 2017", "2017-08-24"),
        ("Sept. 3, 2017", "2017-09-03"),
        ("12:05 a.m., August 24, 2017", "2017-08-24T00:05"),
        ("August 24, 2017 at 12 pm", "2017-08-24T12:00"),
        ("Aug 24, 2017 11:21 PM ET", "2017-08-25T03:21Z"),
        ("Thu, 24 Aug 2017 23:21:00 GMT", "2017-08-24T23:21Z"),
        ("Thu, 24 Aug 2017 23:21:00 +0900 (KST)", "2017-08-24T14:21Z"),
        (1503616860, "2017-08-24T23:21Z"),
        (1503616860000, "2017-08-24T23:21Z"),
        ("1503616860", "2017-08-24T23:21Z"),
        (20170824, "2017-08-24"),
        ("2026-01-02", "2026-01-02"),
    ],
)
def test_forms_of_dates(stated: str | float, iso: str) -> None:
    assert parse_published(stated, DateRules.of(OPTIONS)) == iso


@pytest.mark.parametrize(
    ("stated", "reason"),
    [
        ("2017-02-30", "publishedAt '2017-02-30' is no possible date and time."),
        ("24.08.2017 25:10", "publishedAt '24.08.2017 25:10' is no possible date and time."),
        ("2017-08-24T10:00+99:00", "publishedAt '2017-08-24T10:00+99:00' is no possible date"),
        ("2017-08", "publishedAt '2017-08' is no date that can be read."),
        (2017, "publishedAt '2017' is no date that can be read."),
        ("2 days ago", "publishedAt '2 days ago' is no date that can be read."),
        ("03/04/2017", "publishedAt '03/04/2017' can be read as two dates."),
        ("0001-01-01T00:00:00", "publishedAt '0001-01-01T00:00:00' is before 1600."),
        ("2026-01-02T12:01Z", "publishedAt '2026-01-02T12:01Z' is more than a day ahead of now."),
        ("24 Aug 2017 23:21 IST", "publishedAt '24 Aug 2017 23:21 IST': the zone IST is unknown"),
        (10**17, "publishedAt '100000000000000000' is no possible date and time."),
    ],
)
def test_dates_that_cannot_be_used(stated: str | float, reason: str) -> None:
    with pytest.raises(ArticleError) as raised:
        parse_published(stated, DateRules.of(OPTIONS))
    assert raised.value.message.startswith(reason)
    assert raised.value.fix


def test_the_order_of_day_and_month_can_be_set() -> None:
    orders: tuple[SourceOptions, ...] = (
        SourceOptions(now=NOW, date_order="DMY"),
        SourceOptions(now=NOW, date_order="MDY"),
    )
    assert [parse_published("03/04/2017", DateRules.of(options)) for options in orders] == [
        "2017-04-03",
        "2017-03-04",
    ]


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_is_refused(stated: str) -> None:
    try:
        iso = parse_published(stated, DateRules.of(OPTIONS))
    except ArticleError:
        return
    assert datetime.fromisoformat(iso)


# HTML

PAGE = """<!DOCTYPE html>
<html lang="en_US"><head><meta charset="{charset}">
<title>Kim and Moon meet - The Daily Example</title>
<meta property="og:site_name" content="The Daily Example">
<meta property="og:title" content="Kim and Moon meet">
<link rel="canonical" href="https://example.com/kim-moon?id=7">
{head}</head><body><nav><a href="/">Home</a></nav><article><h1>Kim and Moon meet</h1>
<p>North Korean leader Kim Jong Un met
 South Korean President <b>Moon Jae-in</b> on Friday — a “first”.</p>
<p>They signed a declaration.</p><p>Share on Facebook Share on Twitter</p></article>
<footer>© 2018 The Daily Example</footer></body></html>"""
STATED = '<meta property="article:published_time" content="2018-04-27T22:10:00+09:00">'


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_html_article(tmp_path: Path, charset: str) -> None:
    page = PAGE.format(charset=charset, head=STATED)
    path = write(tmp_path / "a.HTML", page.encode(charset))
    url = "https://example.com/kim-moon?id=7"
    assert read(path).only == Article(
        id=article_id("", url=url),
        title="Kim and Moon meet",
        text="Kim and Moon meet\n\nNorth Korean leader Kim Jong Un met South Korean President "
        "Moon Jae-in on Friday — a “first”.\n\nThey signed a declaration.",
        url=url,
        publisher="The Daily Example",
        published_at="2018-04-27T13:10Z",
        language="en-US",
        source=None,
    )


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta name="date" content="2018-04-27">', "2018-04-27"),
        ('<meta itemprop="datePublished" content="2018-04-27T09:00Z">', "2018-04-27T09:00Z"),
        (
            '<script type="application/ld+json">{"datePublished": "2018-04-27T09:30"}</script>',
            "2018-04-27T09:30",
        ),
        ('<meta name="date" content="not yet">' + STATED, "2018-04-27T13:10Z"),
        ("", None),
    ],
)
def test_html_dates(tmp_path: Path, head: str, published: str | None) -> None:
    page = write(tmp_path / "a.html", PAGE.format(charset="utf-8", head=head))
    assert read(page).only.published_at == published


def test_html_with_an_impossible_date_is_rejected(tmp_path: Path) -> None:
    head = '<meta name="date" content="2018-02-31">'
    path = write(tmp_path / "a.html", PAGE.format(charset="utf-8", head=head))
    assert read(path).rejects == (
        Reject(str(path), None, "The page's date '2018-02-31' is no possible date and time.", ISO),
    )


def test_html_with_a_date_line_and_without_address() -> None:
    article = read(
        "-",
        stdin=b"<html><body><article><p>Published 24.08.2017 23:21</p>"
        b"<p>Xi met Moon in Beijing on Thursday.</p></article></body></html>",
    ).only
    assert article == Article(
        id=text_hash("Xi met Moon in Beijing on Thursday.")[:20],
        title="",
        text="Xi met Moon in Beijing on Thursday.",
        published_at="2017-08-24T23:21",
    )


def test_an_address_of_the_site_is_not_that_of_the_article() -> None:
    page = (
        b'<html><head><base href="https://example.com/"><link rel="canonical" '
        b'href="https://example.com/"></head><body><p>Xi met Moon.</p></body></html>'
    )
    assert read("-", stdin=page).only.url is None


def test_a_page_without_article_is_rejected(tmp_path: Path) -> None:
    path = write(tmp_path / "a.htm", "<html><body></body></html>")
    assert read(path).rejects == (
        Reject(
            str(path),
            None,
            "The page holds no article.",
            "Save the article itself, as a page, text or JSON.",
        ),
    )


# JSON

RECORD = {
    "title": "Xi meets Moon",
    "text": "Xi met Moon.\n\nThey agreed.",
    "url": "https://example.com/a?utm_source=x",
    "publishedAt": "2017-08-24T23:21:00+09:00",
    "publisher": "The Daily Example",
    "language": "en",
    "id": "ex-1",
}
ARTICLE = Article(
    id="ex-1",
    title="Xi meets Moon",
    text="Xi meets Moon\n\nXi met Moon.\n\nThey agreed.",
    url="https://example.com/a?utm_source=x",
    publisher="The Daily Example",
    published_at="2017-08-24T14:21Z",
    language="en",
)


def article_of(record: Mapping[str, Any], **options: Any) -> Article:
    outcome = read(
        "-", stdin=json.dumps(record).encode(), options=SourceOptions(now=NOW, **options)
    )
    return outcome.only


def reason_of(record: bytes, options: SourceOptions = OPTIONS) -> str:
    # A blank line first, so that lines are seen to be counted.
    outcome = read("-", stdin=b'{"text": "Good."}\n\n' + record, options=options)
    (reject,) = outcome.rejects
    assert reject.line == 3
    assert reject.fix
    return reject.reason


def test_json_object(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps(RECORD, indent=2))
    assert read(path) == Outcome((SourceArticle(ARTICLE, str(path), 1),), ())


def test_synonyms_count_where_the_field_is_absent() -> None:
    record = {
        "headline": "Xi meets Moon",
        "body": "Xi met Moon.\n\nThey agreed.",
        "link": "https://example.com/a?utm_source=x",
        "pubDate": "Thu, 24 Aug 2017 23:21:00 +0900",
        "source": {"id": None, "name": "Not text"},
        "site_name": "The Daily Example",
        "lang": "en",
        "id": "ex-1",
    }
    assert article_of(record) == ARTICLE
    assert article_of(record | {"text": "Other."}).text == "Xi meets Moon\n\nOther."


def test_fields_are_mapped() -> None:
    record = {
        "text": "An extract.",
        "content": {"full": "Xi met Moon."},
        "meta.date": "2017-08-24",
        "language": "English",
        "key": 7,
    }
    fields = parse_field_map("text=content.full, publishedAt=meta.date,language=,id=key")
    assert article_of(record, fields=fields) == Article(
        id="7", title="", text="Xi met Moon.", published_at="2017-08-24"
    )


@pytest.mark.parametrize("given_map", ["body", "text=a,text=b", "words=body"])
def test_a_bad_mapping_is_told(given_map: str) -> None:
    with pytest.raises(SettingsError):
        parse_field_map(given_map)


def test_only_text_is_needed(tmp_path: Path) -> None:
    path = write(tmp_path / "a.ndjson", '{"text": "Xi met Moon.", "url": "", "title": null}')
    assert read(path).only == Article(
        id=text_hash("Xi met Moon.")[:20], title="", text="Xi met Moon.", source=path.as_uri()
    )


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (
            b'{"text": "a" "b"}',
            "It is no valid JSON: Expecting ',' delimiter at line 3, column 14.",
        ),
        (b'{"text": "a\xff"}', "Byte 12 of line 3 is not UTF-8."),
        (b"[1]", "It is a list, not an object."),
        (b"null", "It is null, not an object."),
        (b'{"text": "a", "text": "b"}', "The key 'text' is given twice."),
        (b'{"text": "a", "score": NaN}', "NaN is no JSON number."),
        (b'{"text": "a", "n": 9223372036854775808}', "The number '9223372036854775808' does"),
        (b'{"text": "a", "n": 1e999}', "The number '1e999' does not fit into 64 bits."),
        (b'{"text": "a", "n": 1' + b"0" * 5000 + b"}", "The number '1000"),
        (b'{"text": "a", "n": ["\\ud83d"]}', "It holds half a character: \\ud83d."),
        (b"{}", "It has no text under 'text'; its keys are none."),
        (b'{"words": "a"}', "It has no text under 'text'; its keys are 'words'."),
        (b'{"text": null}', "It has no text under 'text'; its keys are 'text'."),
        (
            b'{"text": " \\n", "body": "b"}',
            "It has an empty text under 'text'; its keys are 'text, body'.",
        ),
        (b'{"text": "Share this article"}', "No text is left once sharing buttons"),
        (b'{"text": ["a"]}', "text is '['a']', not text."),
        (b'{"text": "a", "title": 7}', "title is '7', not text."),
        (b'{"text": "a", "id": true}', "id is 'True', not text or a number."),
        (b'{"text": "a", "id": "a\\u0000b"}', "id 'a\\x00b' cannot be used."),
        (b'{"text": "a", "url": "javascript:alert(1)"}', "url 'javascript:alert(1)' is no web"),
        (b'{"text": "a", "url": "https://[::1"}', "url 'https://[::1' is no web address."),
        (b'{"text": "a", "language": "English!"}', "language 'English!' is no language tag."),
        (
            b'{"text": "a", "publishedAt": "2017-02-31"}',
            "publishedAt '2017-02-31' is no possible date and time.",
        ),
        (
            b'{"text": "a", "date": "2099-01-01"}',
            "publishedAt '2099-01-01' is more than a day ahead of now.",
        ),
        (b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "It is nested too deep."),
    ],
)
def test_a_bad_line_is_rejected_and_reading_goes_on(record: bytes, reason: str) -> None:
    assert reason_of(record).startswith(reason)
    after = read("-", stdin=b'{"text": "Good."}\n' + record + b'\n{"text": "Better."}\n')
    assert [found.article.text for found in after.articles] == ["Good.", "Better."]
    assert len(after.rejects) == 1


def test_limits() -> None:
    options = SourceOptions(now=NOW, max_line_bytes=100, max_article_bytes=10)
    assert reason_of(b'{"text": "' + b"a" * 100 + b'"}', options) == "It is larger than 100 bytes."
    assert reason_of('{"text": "ööööö1"}'.encode(), options) == "Its text is larger than 10 bytes."
    assert read("-", stdin="ööööö1".encode(), options=options).rejects == (
        Reject("-", None, "It is larger than 10 bytes.", "Split it, or raise ENTENTE_MAX_ARTICLE."),
    )
    assert read("-", stdin="ööööö".encode(), options=options).only.text == "ööööö"


def test_json_array_goes_on_after_a_bad_element(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.json",
        '\ufeff[\n{"text": "One, [two] {three} \\" \\\\"},\n'
        '{"text": "a"\n "b"},\n 7, {"text":\n"Two."},\n]',
    )
    outcome = read(path)
    assert [(found.article.text, found.line) for found in outcome.articles] == [
        ('One, [two] {three} " \\', 2),
        ("Two.", 5),
    ]
    assert [found.article.source for found in outcome.articles] == [None, None]
    assert [(reject.line, reject.reason) for reject in outcome.rejects] == [
        (4, "It is no valid JSON: Expecting ',' delimiter at line 4, column 2."),
        (5, "It is a number, not an object."),
        (7, "The array ends in a comma."),
    ]


@pytest.mark.parametrize(
    ("content", "rejects"),
    [
        ("[]", [(1, "The array is empty.")]),
        ('[{"text": "a"}', [(1, "The array has no end.")]),
        ('[{"text": "a"}] x', [(1, "It is no valid JSON: Expecting value at line 1, column 1.")]),
        ('{"text": "a"}\n{"text": "b"}', []),
        (
            '{"text": "a"',
            [(1, "It is no valid JSON: Expecting ',' delimiter at line 1, column 13.")],
        ),
    ],
)
def test_json_around_the_values(
    tmp_path: Path, content: str, rejects: Sequence[tuple[int, str]]
) -> None:
    outcome = read(write(tmp_path / "a.json", content))
    assert [(reject.line, reject.reason) for reject in outcome.rejects] == list(rejects)


class Trickle(io.BytesIO):
    """Gives at most three bytes at a time."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(3 if size else 0)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3)
)
OBJECTS = st.lists(st.dictionaries(st.text(), JSON, max_size=3), min_size=1, max_size=4)


@given(OBJECTS, st.sampled_from([None, 0, 2]), st.booleans())
def test_splitting_gives_back_what_was_joined(
    objects: list[dict[str, Any]], indent: int | None, array: bool
) -> None:
    data = json.dumps(objects, indent=indent) if array else "".join(map(json.dumps, objects))
    pieces = list(JsonSplitter(Trickle(data.encode()), 10_000).pieces())
    assert [
        json.loads(piece.data or b"") for piece in pieces if isinstance(piece, Piece)
    ] == objects
    assert len(pieces) == len(objects)


def test_json_that_is_not_utf_8_is_rejected_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", ('{"text": "a"}\n' * 3).encode("utf-16"))
    assert read(path).rejects == (
        Reject(str(path), None, "It is UTF-16, and JSON must be UTF-8.", "Save it as UTF-8."),
    )


# Standard input and formats


@pytest.mark.parametrize(
    ("content", "titles"),
    [
        (b"Title\n\nBody.", ["Title"]),
        (b"[Updated] Title\n\nBody.", ["[Updated] Title"]),
        (b'{"title": "A", "text": "a"}\n{"title": "B", "text": "b"}', ["A", "B"]),
        (b'\xef\xbb\xbf{"title": "A", "text": "a"}\r\n', ["A"]),
        (b'{\n "title": "A",\n "text": "a"\n}', ["A"]),
        (b'[{"title": "A", "text": "a"},{"title": "B", "text": "b"}]', ["A", "B"]),
        (b"<p>Xi met Moon.</p>", [""]),
    ],
)
def test_format_is_told_by_content(tmp_path: Path, content: bytes, titles: list[str]) -> None:
    for outcome in (read("-", stdin=content), read(write(tmp_path / "article", content))):
        assert [found.article.title for found in outcome.articles] == titles
        assert outcome.rejects == ()


def test_a_broken_first_line_of_standard_input_does_not_hide_the_others() -> None:
    outcome = read("-", stdin=b'{"text": "cut\n{"text": "a"}\n')
    assert [found.article.text for found in outcome.articles] == ["a"]
    assert [reject.line for reject in outcome.rejects] == [1]


def test_articles_of_a_pipe_come_as_they_are_written() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stdin, os.fdopen(writing, "wb") as out:
        out.write(b'{"text": "One."}\n')
        out.flush()
        articles = read_articles(["-"], OPTIONS, print, stdin=stdin)
        assert next(articles).article.text == "One."
        out.write(b'{"text": "Two."}\n')
        out.flush()
        assert next(articles).article.text == "Two."


# Files


@pytest.mark.parametrize(
    ("content", "reason", "fix"),
    [
        (b"", "It is empty.", "Give a file that holds an article."),
        (b" \n\n", "It is empty.", "Give a file that holds an article."),
        (b"\xef\xbb\xbf\n", "It is empty.", "Write the title, a blank line and the text."),
        (b"%PDF-1.7 x", "It is a PDF document, not text.", "Save it as text, HTML or JSON."),
        (b"a\0b", "It is binary data, not text.", "Save it as text, HTML or JSON."),
        (b"\xff\xfea", "It is not the UTF-16 that its first bytes say.", "Save it as UTF-8."),
    ],
)
def test_files_without_text_are_rejected(
    tmp_path: Path, content: bytes, reason: str, fix: str
) -> None:
    path = write(tmp_path / "a.txt", content)
    assert read(path) == Outcome((), (Reject(str(path), None, reason, fix),))


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "c.md", ".hidden.txt", ".git/x.txt"):
        write(tmp_path / name, f"{name}\n\nBody.")
    write(tmp_path / "old.rejects.jsonl", '{"path": "x"}')
    mine = write(tmp_path / "mine.jsonl", '{"path": "x"}')
    options = SourceOptions(now=NOW, exclude=(str(mine),))
    outcome = read(tmp_path, options=options)
    assert outcome.rejects == ()
    assert [os.path.relpath(found.path, tmp_path) for found in outcome.articles] == [
        "a/b/c.txt",
        "a/z.txt",
        "b.txt",
        "c.md",
    ]


def test_loops_of_links_end(tmp_path: Path) -> None:
    write(tmp_path / "a" / "x.txt", "X\n\nBody.")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a" / "self")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    for outcome in (read(tmp_path), read(tmp_path / "**"), read(tmp_path / "**" / "*")):
        assert names(outcome) == ["x.txt"]
        # A pattern may match what a link also leads to: the same file under two names.
        assert {
            (Path(reject.path).name, reject.reason.split(":")[0]) for reject in outcome.rejects
        } == {
            ("self", "It cannot be read"),
            ("gone.txt", "It cannot be read"),
        }


def test_what_is_no_file_is_rejected_in_a_folder_and_read_as_argument(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert [reject.reason for reject in read(tmp_path).rejects] == [
        "It is no regular file but a pipe, socket or device."
    ]
    writer = threading.Thread(target=pipe.write_text, args=("Title\n\nBody.",))
    writer.start()
    assert read(pipe).only.title == "Title"
    writer.join()


def test_patterns(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.json", "d/e.txt", "d/.f.txt", "d/g/h.txt", "[1].txt"):
        write(tmp_path / name, json.dumps({"text": name}) if name == "c.json" else name)
    cases: dict[str, list[str]] = {
        "*.txt": ["[1].txt", "a.txt", "b.txt"],
        "[ab].txt": ["a.txt", "b.txt"],
        "[1].txt": ["[1].txt"],
        "d/*": ["e.txt", "h.txt"],
        "**/*.txt": ["[1].txt", "a.txt", "b.txt", "e.txt", "h.txt"],
        "**": ["[1].txt", "a.txt", "b.txt", "c.json", "e.txt", "h.txt"],
        "d/.*.txt": [".f.txt"],
    }
    assert {pattern: names(read(tmp_path / pattern)) for pattern in cases} == cases


def test_input_order_is_kept(tmp_path: Path) -> None:
    paths = [write(tmp_path / name, "T\n\nB.") for name in ("b.txt", "a.txt")]
    assert names(read(*paths, paths[0])) == ["b.txt", "a.txt", "b.txt"]


@pytest.mark.parametrize("missing", ["none.txt", "none/*.txt", "", "a\0b", "x**y/["])
def test_a_typo_stops_before_anything_is_read(tmp_path: Path, missing: str) -> None:
    good = write(tmp_path / "a.txt", "T\n\nB.")
    path = str(tmp_path / missing) if missing else missing
    with pytest.raises(InputError):
        read_articles([str(good), path], OPTIONS, print)


def test_nothing_to_read_is_told() -> None:
    with pytest.raises(InputError, match="There is nothing to read"):
        read_articles([], OPTIONS, print)


def test_a_file_that_goes_away_is_rejected(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        write(tmp_path / name, f"{name}\n\nBody.")
    rejects: list[Reject] = []
    articles = read_articles([str(tmp_path)], OPTIONS, rejects.append)
    first = next(articles)
    (tmp_path / "b.txt").unlink()
    assert [first.article.title, *(found.article.title for found in articles)] == ["a.txt", "c.txt"]
    assert rejects == [
        Reject(
            str(tmp_path / "b.txt"),
            None,
            "It cannot be read: No such file or directory.",
            "Check that it exists and that you may read it.",
        )
    ]


def test_memory_does_not_grow_with_the_number_of_articles(tmp_path: Path) -> None:
    import tracemalloc

    record = json.dumps({"text": "Xi met Moon. " * 1000})
    for name, joined in (
        ("a.json", f"[{','.join([record] * 400)}]"),
        ("a.jsonl", f"{record}\n" * 400),
    ):
        path = write(tmp_path / name, joined)
        tracemalloc.start()
        count = sum(1 for _ in read_articles([str(path)], OPTIONS, print))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert (count, peak < 1_500_000) == (400, True)


SUFFIXES = ["", ".txt", ".md", ".html", ".json", ".jsonl"]
NEAR_JSON = st.text(alphabet='{}[]",:\\text01u \n', max_size=60).map(str.encode)
NEAR_HTML = st.text(alphabet="<>/pahtmlbody =\"'&;!-", max_size=80).map(
    lambda t: f"<html>{t}".encode()
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=300,
)
@given(st.sampled_from(SUFFIXES), st.binary(max_size=200) | NEAR_JSON | NEAR_HTML)
@example("", b"\x1b$B")
@example(".html", b'<meta charset="unicode_escape">\\x')
@example(".json", b"[" * 5000)
def test_no_bytes_stop_reading_and_none_are_lost(
    tmp_path: Path, suffix: str, content: bytes
) -> None:
    outcome = read(write(tmp_path / f"a{suffix}", content))
    assert outcome.articles or outcome.rejects
    assert all(found.article.text and found.article.id for found in outcome.articles)
    assert all(reject.reason and reject.fix for reject in outcome.rejects)


# Identity


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTPS://Example.COM:443/A/b/?utm_source=x&fbclid=1#part", "https://example.com/A/b"),
        ("https://example.com/a?b=2&a=1&gclid=9", "https://example.com/a?a=1&b=2"),
        ("https://example.com/story.asp?12345", "https://example.com/story.asp?12345="),
        ("https://example.com/?cid=7&source=8", "https://example.com?cid=7&source=8"),
        ("https://example.com/", "https://example.com"),
    ],
)
def test_canonical_urls(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


def test_identity() -> None:
    assert article_id("Text.", url="https://example.com/a", given="x") == "x"
    assert article_id("Text.", url="https://example.com/a#b") == article_id(
        "Other.", url="https://EXAMPLE.com/a/?utm_medium=c"
    )
    assert article_id("Xi  met\n\nMoon.") == article_id("Xi met Moon.")
    assert article_id("Xi met Moon.") != article_id("Xi met moon.")
    assert len(article_id("Text.")) == 20
    assert text_hash("Xi\nmet") == text_hash("Xi met")
    assert len(text_hash("")) == 64


def test_source_is_the_absolute_uri_of_a_file_with_one_article(tmp_path: Path) -> None:
    path = write(tmp_path / "an article.txt", "Title\n\nBody.")
    link = tmp_path / "link.txt"
    link.symlink_to(path)
    assert file_source(str(path)) == read(path).only.source == f"file://{tmp_path}/an%20article.txt"
    assert read(link).only.source == f"file://{tmp_path}/link.txt"


def lines(count: int) -> Iterator[str]:
    return (json.dumps({"text": f"Text {n}."}) for n in range(count))


@pytest.mark.parametrize(("count", "sources"), [(1, 1), (2, 0), (3, 0)])
def test_a_file_of_several_articles_is_no_source(tmp_path: Path, count: int, sources: int) -> None:
    outcome = read(write(tmp_path / "a.jsonl", "\n".join(lines(count))))
    assert len(outcome.articles) == count
    assert sum(found.article.source is not None for found in outcome.articles) == sources


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        ("NAIROBI, March 14, 2023 - ", "2023-03-14"),
        ("NAIROBI, 14 March 2023 (AFP) \u2014 ", "2023-03-14"),
        ("NAIROBI, March 14 (AFP) - ", None),
        ("NAIROBI, February 31, 2023 - ", None),
        ("NAIROBI, March 14, 2043 - ", None),
        ("On March 14, 2023 ", None),
    ],
)
def test_a_dateline_dates_a_text_that_nothing_else_dates(
    tmp_path: Path, opening: str, published: str | None
) -> None:
    body = f"{opening}Kenya and Somalia agreed to reopen their embassies."
    path = write(tmp_path / "report.txt", f"Embassies to reopen\n\n{body}\n")
    assert read(path).only.published_at == published
    dated = write(tmp_path / "dated.txt", f"Embassies to reopen\n\n2023-03-15\n\n{body}\n")
    assert read(dated).only.published_at == "2023-03-15"
