"""Decoding: from the bytes of a text or HTML file to characters."""

import codecs
import re

from charset_normalizer import CharsetMatch, from_bytes

from loaders.sources.entry import ArticleError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{1,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|<\?xml[^>]{1,200}?encoding=["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
# What a browser reads under these names (WHATWG Encoding Standard, section 4.2).
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# What texts are found in: without the code pages of old systems, which short texts often fit.
_LATIN = ("cp1252", "cp1250", "cp1254", "iso8859_2")
_OTHER = (
    *(
        "cp1251",
        "cp1253",
        "cp1255",
        "cp1256",
        "cp1257",
        "cp1258",
        "cp874",
        "iso8859_5",
        "iso8859_7",
    ),
    *("koi8_r", "koi8_u", "gb18030", "big5", "cp932", "euc_jp", "iso2022_jp", "cp949"),
)
_MOSTLY_ASCII = 0.25
"""Share of bytes beyond ASCII; Latin scripts have up to a tenth, others more than half."""
# Signs in the midst of letters, other than an apostrophe, come of the wrong code page.
_SYMBOL = re.compile(
    r"[^\W\d_](?![\u2019\u00b7])(?:[^\x00-\x7f\w\s]|[\xb2\xb3\xb9])|[\u00a1\u00bf][^\W\d_]"
)
_SAMPLE = 100_000

# Codecs of Python that are no encodings of pages.
_NO_CHARSETS = frozenset(
    {"unicode-escape", "raw-unicode-escape", "idna", "punycode", "utf-7", "undefined"}
)


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Decode text: by its byte order mark, as UTF-8, as declared, else by its statistics.

    Raises ArticleError where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding)
    reject_binary(data)
    # Escape sequences of ISO 2022 are valid UTF-8, so there the declaration comes first.
    order = ("utf-8", declared) if b"\x1b" not in data else (declared, "utf-8")
    for encoding in filter(None, order):
        text = _try(data, encoding)
        if text is not None:
            return text
    return _by_statistics(data)


def declared_charset(data: bytes) -> str | None:
    """Find the encoding that an HTML page declares, as the name of a codec."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    if not found:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except (LookupError, ValueError):
        return None
    return None if name in _NO_CHARSETS else _WIDER.get(name, name)


def reject_binary(data: bytes) -> None:
    """Raise ArticleError where the first bytes, or a NUL, say that this is no text."""
    kind = next((kind for magic, kind in _BINARY if data.startswith(magic)), None)
    if kind or b"\0" in data:
        raise ArticleError(
            f"It is {kind or 'binary data'}, not text.", fix="Save it as text, HTML or JSON."
        )


def reject_not_utf8(head: bytes, what: str = "JSON") -> None:
    """Raise ArticleError where the first bytes say that this is not UTF-8, as it must be."""
    for mark, encoding in _MARKS[1:]:
        if head.startswith(mark):
            raise _undecodable(f"It is {encoding.upper()}, and {what} must be UTF-8")
    reject_binary(head)


def _decode_marked(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(f"It is not the {encoding.upper()} that its first bytes say") from error
    if "\0" in text:
        raise ArticleError("It is binary data, not text.", fix="Save it as UTF-8.")
    return text


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _by_statistics(data: bytes) -> str:
    beyond_ascii = sum(byte > 0x7F for byte in data) / len(data)
    candidates = _LATIN if beyond_ascii < _MOSTLY_ASCII else _LATIN + _OTHER
    matches = list(from_bytes(data, cp_isolation=list(candidates)))
    if not matches:
        raise _undecodable("Its encoding cannot be told")
    return str(min(matches, key=_rank))


def _rank(match: CharsetMatch) -> tuple[float, int, float, bool]:
    """Order by plausibility; what is left open goes to the commonest code page."""
    symbols = sum(1 for _ in _SYMBOL.finditer(str(match)[:_SAMPLE]))
    return match.chaos, symbols, -match.coherence, match.encoding != "cp1252"


def _undecodable(reason: str) -> ArticleError:
    return ArticleError(f"{reason}.", fix="Save it as UTF-8.")
