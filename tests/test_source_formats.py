"""Tables, feeds and web archives: whole articles and whole rejects from real bytes."""

import io
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from graph.facts import Article
from loaders.rejects import Reject
from loaders.sources import SourceArticle, SourceOptions, parse_field_map, reading
from tests.reading import NOW, read

TABLE = """\
id,title,text,publishedAt,publisher,url
a,"Talks, again","Iran praised ""Iraq"".

They met.",2020-03-04,Havas,https://example.org/a
b,Trade,Peru sold copper to Chile.,,,
"""


def test_a_table(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_bytes(b"\xef\xbb\xbf" + TABLE.encode())

    outcome = read(path)

    assert outcome.articles == (
        SourceArticle(
            Article(
                id="a",
                title="Talks, again",
                text='Talks, again\n\nIran praised "Iraq".\n\nThey met.',
                url="https://example.org/a",
                publisher="Havas",
                published_at="2020-03-04",
            ),
            str(path),
            2,
        ),
        SourceArticle(Article("b", "Trade", "Trade\n\nPeru sold copper to Chile."), str(path), 5),
    )
    assert outcome.rejects == ()


@pytest.mark.parametrize(
    ("content", "mapping"),
    [
        ("title,text\nTalks,Iran praised Iraq.\n", ""),
        ("\nheadline\tbody\nTalks\tIran praised Iraq.\n", ""),
        ("\ufeffHead;Story\nTalks;Iran praised Iraq.\n", "title=Head,text=Story"),
    ],
)
def test_a_table_that_no_name_tells(tmp_path: Path, content: str, mapping: str) -> None:
    (tmp_path / "export").write_text(content, encoding="utf-8")
    options = SourceOptions(now=NOW, fields=parse_field_map(mapping))
    for outcome in (
        read("-", stdin=content.encode(), options=options),
        read(tmp_path / "export", options=options),
    ):
        assert outcome.only.text == "Talks\n\nIran praised Iraq."


@pytest.mark.parametrize(
    "content", ["Text, drama and title\n\nIran praised Iraq.", "title|date\n\nIran praised Iraq."]
)
def test_a_text_that_is_no_table(content: str) -> None:
    assert read("-", stdin=content.encode()).only.text == content


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.tsv", "Key\tBody\n1\tIran praised Iraq, again.\n"),
        ("a.csv", "Key;Body\n1;Iran praised Iraq, again.\n"),
        ("a.csv", "Key|Body\r\n\r\n1|Iran praised Iraq, again.\r\n"),
    ],
)
def test_delimiters_and_columns_by_a_mapping(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, newline="")
    options = SourceOptions(now=NOW, fields=parse_field_map("text=Body,id=Key"))
    article = read(tmp_path / name, options=options).only
    assert (article.id, article.text) == ("1", "Iran praised Iraq, again.")


def test_a_bad_row_costs_its_first_line_only(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(
        b'id,text\n1,good\n2,"never closed\n3,"good, too"\n4,too,many\n5,\xff\xfe\n\n6,\n'
        b'7,good again\n8,"open to the end\n9,the last\n'
    )
    outcome = read(path)
    assert [found.article.id for found in outcome.articles] == ["1", "3", "7", "9"]
    assert outcome.told == [
        ("bad.csv", 3, """Its quotes do not match: ',' expected after '"'."""),
        ("bad.csv", 5, "It has 3 values, and the header 2 columns."),
        ("bad.csv", 6, "It is not UTF-8."),
        ("bad.csv", 8, "It has an empty text under 'text'; its keys are 'id, text'."),
        ("bad.csv", 10, "Its quotes do not match: unexpected end of data."),
    ]


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (b"", None, "It is empty."),
        (b"a,b\n1,2\n", 1, "It has no column 'text'; its columns are 'a, b'."),
        (b"text,a,a\n", 1, "The column 'a' stands twice in the header."),
        (b"text,a\n", None, "It is empty."),
        ("text\nx\n".encode("utf-16"), None, "It is UTF-16, and a table must be UTF-8."),
        (b"text\0\nx\n", None, "It is binary data, not text."),
    ],
)
def test_a_header_that_cannot_be_used_rejects_the_table(
    tmp_path: Path, content: bytes, line: int | None, reason: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    assert read(path).told == [("a.csv", line, reason)]


RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Courier</title><language>en-GB</language>
<item><title>Talks &amp;amp; trade</title><link>https://example.org/1</link>
  <media:description>A picture</media:description>
  <description>Teaser</description>
  <content:encoded><![CDATA[<p>Iran praised Iraq.</p><script>x</script><p>They <b>met</b>.</p>]]>
  </content:encoded>
  <pubDate>Thu, 24 Aug 2017 23:21:00 +0200</pubDate></item>
<item><guid isPermaLink="false">tag:1</guid><description>Peru sold copper to Chile.</description>
  <dc:publisher>Havas</dc:publisher></item>
<item><title>No text</title><link>https://example.org/3</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<title type="text">Le Courrier</title>
<entry><title>Un</title><id>urn:1</id><link rel="self" href="https://example.org/self"/>
  <link href="https://example.org/un"/><updated>2020-01-02T03:04:05Z</updated>
  <published>2020-01-01T00:00:00Z</published>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Iran.</p><p>Irak.</p></div></content>
</entry></feed>"""


def test_rss(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS)

    outcome = read(path)

    assert [found.article for found in outcome.articles] == [
        Article(
            id=outcome.articles[0].article.id,
            title="Talks & trade",
            text="Talks & trade\n\nIran praised Iraq.\n\nThey met.",
            url="https://example.org/1",
            publisher="The Courier",
            published_at="2017-08-24T21:21Z",
            language="en-GB",
        ),
        Article(
            id="tag:1",
            title="",
            text="Peru sold copper to Chile.",
            publisher="Havas",
            language="en-GB",
        ),
    ]
    assert outcome.told == [("feed.xml", 13, "The item has no text.")]


def test_atom(tmp_path: Path) -> None:
    path = tmp_path / "news.atom"
    path.write_text(ATOM)
    article = read(path).only
    assert (article.title, article.text) == ("Un", "Un\n\nIran.\n\nIrak.")
    assert (article.url, article.published_at) == ("https://example.org/un", "2020-01-01T00:00Z")
    assert (article.publisher, article.language) == ("Le Courrier", "fr")


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (
            '<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss>&c;</rss>',
            None,
            "It declares XML entities, which are not expanded.",
        ),
        (
            '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>',
            None,
            "It declares XML entities, which are not expanded.",
        ),
        ("<html/>", None, "It is XML, but no feed: its root is html."),
    ],
)
def test_a_feed_that_is_none(tmp_path: Path, content: str, line: int | None, reason: str) -> None:
    path = tmp_path / "bad.rss"
    path.write_text(content)
    assert read(path).told == [("bad.rss", line, reason)]


def test_a_broken_feed_gives_what_stands_before_the_break(tmp_path: Path) -> None:
    path = tmp_path / "cut.rss"
    path.write_text(RSS[: RSS.index("<item><guid")] + "<item>\n<oops")
    outcome = read(path)
    assert len(outcome.articles) == 1
    [reject] = outcome.rejects
    assert (reject.line, reject.reason.partition(":")[0]) == (12, "It is no sound XML")


PAGE = (
    '<html lang="en"><head><title>Talks</title>'
    '<meta property="article:published_time" content="2020-03-04"></head><body><article>'
    "<h1>Talks</h1><p>Iran praised Iraq on Monday, and the ministers of both met in Vienna.</p>"
    "<p>They agreed to meet again in the spring, their spokesmen said after the talks.</p>"
    "</article></body></html>"
)


def warc(*answers: tuple[str, str, str, bytes], gzip: bool = False) -> bytes:
    """An archive with a response for each: address, status line, content type and body."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    writer.write_record(writer.create_warcinfo_record("x.warc", {"software": "tests"}))
    for address, status, kind, body in answers:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            address, "response", payload=io.BytesIO(body), http_headers=headers
        )
        writer.write_record(record)
    return out.getvalue()


ANSWERS = (
    ("https://example.org/a?x=1", "200 OK", "text/html; charset=utf-8", PAGE.encode()),
    ("https://example.org/p.png", "200 OK", "image/png", b"\x89PNG"),
    ("https://example.org/gone", "404 Not Found", "text/html", b"<p>No such page here.</p>"),
    ("https://example.org/none", "200 OK", "text/html", b"<html><body></body></html>"),
    ("https://example.org/b", "200 OK", "text/html", PAGE.replace("Iran", "Peru").encode("cp1252")),
)


@pytest.mark.parametrize(("name", "gzip"), [("a.warc", False), ("a.warc.gz", True), ("a", True)])
def test_a_web_archive(tmp_path: Path, name: str, *, gzip: bool) -> None:
    path = tmp_path / name
    path.write_bytes(warc(*ANSWERS, gzip=gzip))

    outcome = read(path)

    assert [found.article.url for found in outcome.articles] == [
        "https://example.org/a?x=1",
        "https://example.org/b",
    ]
    assert outcome.articles[0].article.published_at == "2020-03-04"
    assert outcome.articles[0].article.text.startswith("Talks\n\nIran praised Iraq")
    assert outcome.rejects == (
        Reject(
            str(path),
            None,
            "https://example.org/none: The page holds no article.",
            "Save the article itself, as a page, text or JSON.",
        ),
    )


@pytest.mark.parametrize(
    ("cut", "reason"),
    [
        (-300, "https://example.org/b: It is cut short within a record."),
        (-900, "It is cut short within a record."),
    ],
)
def test_a_web_archive_that_is_cut_short(tmp_path: Path, cut: int, reason: str) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(warc(*ANSWERS[:1]) + warc(*ANSWERS[-1:])[:cut])
    outcome = read(path)
    assert len(outcome.articles) == 1
    assert [reject.reason for reject in outcome.rejects] == [reason]


def test_a_record_without_address_ends_its_archive_only(tmp_path: Path) -> None:
    record = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 19\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
    (tmp_path / "a.warc").write_bytes(warc(*ANSWERS[:1]) + record)
    (tmp_path / "b.jsonl").write_text('{"text": "Iran praised Iraq."}')
    outcome = read(tmp_path)
    assert len(outcome.articles) == 2
    assert outcome.told == [("a.warc", None, "A record lacks its type, address or length.")]


def test_a_reader_that_fails_ends_its_file_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LookupError("no such thing")

    monkeypatch.setattr(reading, "read_feed", fail)
    (tmp_path / "a.rss").write_text("<rss/>")
    (tmp_path / "b.jsonl").write_text('{"text": "Iran praised Iraq."}')
    outcome = read(tmp_path)
    assert outcome.texts == ["Iran praised Iraq."]
    assert outcome.told == [("a.rss", None, "What reads it failed (LookupError: no such thing).")]


def test_lines_that_end_as_on_old_macs(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"title,text\rTalks,Iran praised Iraq.\r")
    assert read(tmp_path / "a.csv").told == [
        ("a.csv", 1, "A carriage return that ends no line stands outside of quotes.")
    ]
