"""Search text: names as they are searched for, without case and accents."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Letters that are no plain letter with a mark, but are typed as one.
_TYPED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "\u0131": "i"}
    | {"æ": "ae", "œ": "oe", "þ": "th"}
)

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text without case and accents: ``Erdoğan`` as ``erdogan``."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(one for one in decomposed if not unicodedata.combining(one))
    return bare.translate(_TYPED)


def words(text: str) -> list[str]:
    """The words of a text, plain."""
    return _WORD.findall(plain(text))


def search_text(names: Iterable[str]) -> str:
    """All names of an entity, for the index of words."""
    return " | ".join(sorted({plain(name) for name in names}))
