"""Body nouns: the words for an organization that was named before, as "the company"."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from loaders.gazetteer.table import read_table, split_cell


@cache
def load_body_nouns() -> Mapping[str, frozenset[str]]:
    """Return the nouns, in the singular, with the kinds of organization that they may mean.

    One without kinds means only those that have it in their name.
    """
    rows = read_table("body_nouns")
    return MappingProxyType({row["noun"]: frozenset(split_cell(row["kinds"])) for row in rows})
