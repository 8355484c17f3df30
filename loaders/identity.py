"""Identity of articles: their ids, the hash of their text and the file they come from."""

import hashlib
import re
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from courlan import normalize_url, scrub_url

from graph.text_hash import text_hash

ID_LENGTH = 20
"""Hexadecimal digits of an id made by hashing: 80 bits, so a collision takes 10^12 articles."""

# Parameters that say where a reader came from. Only names that no site uses to tell its articles
# apart: courlan's own list also takes `cid`, `source` and `uid`, which some sites do, and two
# articles with one id would overwrite each other.
_TRACKING = re.compile(
    r"""(?:utm|mtm|pk|piwik|hsa|vero|oly|at|itm)_\w+
      | (?:fb|g|dc|ms|msc|y|tw|wb|gb|tt)cl(?:k)?id | gbraid | wbraid | gclsrc | igshid | igsh
      | mc_cid | mc_eid | mkt_tok | _ga | _gl | _hsenc | _hsmi | ref_src | ref_url | xtor
      | cmp | cmpid | ocid | smid | smtyp | wt_mc | ftag | fb_action_ids | fb_ref""",
    re.VERBOSE | re.IGNORECASE,
)


def canonical_url(url: str) -> str:
    """Bring the forms of one URL together.

    Scheme and host in lower case, without default port, fragment, final slash and the parameters
    of tracking; the other parameters sorted. Raises ValueError where ``url`` is no URL.
    """
    parts = urlsplit(scrub_url(url))
    bare = urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))
    query = _canonical_query(parts.query)
    canonical = normalize_url(bare, trailing_slash=False).removesuffix("/")
    return f"{canonical}?{query}" if query else canonical


def _canonical_query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode(sorted(pair for pair in pairs if not _TRACKING.fullmatch(pair[0])))


def article_id(text: str, *, url: str | None = None, given: str | None = None) -> str:
    """Identify an article: by the id it was given, else by its URL, else by its text."""
    if given:
        return given
    if url:
        return hashlib.sha256(canonical_url(url).encode()).hexdigest()[:ID_LENGTH]
    return text_hash(text)[:ID_LENGTH]


def file_source(path: str) -> str:
    """Turn a path into an absolute file URI; symbolic links keep their own name.

    A link that is moved on to a new version of a file goes on naming the same source.
    """
    return Path(path).absolute().as_uri()
