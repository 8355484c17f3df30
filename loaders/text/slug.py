"""Slugs: the ids that are made from names."""

import re
from functools import lru_cache

from loaders.text.folding import fold

_SEPARATORS = re.compile(r"[\W_]+")


@lru_cache(maxsize=8192)
def slug(name: str) -> str:
    """Return the name in lower case, without accents, its words joined by hyphens.

    Letters of every script are kept, so that a name in Arabic or Chinese has a slug of its own.
    """
    plain = fold(name).replace("'", "").replace(".", "").casefold()
    return _SEPARATORS.sub("-", plain).strip("-")
