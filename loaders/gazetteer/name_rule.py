"""Rules for names that mean a nation only under a condition.

``name_rules.csv`` gives the condition, ``ambiguous_names.csv`` the nations to choose from and why
the name is doubtful.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, cast, get_args

from loaders.gazetteer.table import read_table, split_cell
from loaders.text.folding import fold

NameRule = Literal["never", "named", "supported", "article", "noun", "place"]
"""When a doubtful name counts.

never: not at all; named: when the article names the nation otherwise; supported: so, or in a list
or after a preposition beside other nations; article: after an article ("a Turk"); noun: not as
the name of the language; place: only as a place.
"""


@cache
def load_rules() -> Mapping[str, NameRule]:
    """Return the rule of each doubtful name."""
    rules: dict[str, NameRule] = {}
    for row in read_table("name_rules"):
        assert row["rule"] in get_args(NameRule)
        rules[fold(row["text"])] = cast("NameRule", row["rule"])
    return MappingProxyType(rules)


@cache
def load_candidates() -> Mapping[str, tuple[str, ...]]:
    """Return the codes that each doubtful name may mean, the likeliest first."""
    rows = read_table("ambiguous_names")
    return MappingProxyType({fold(row["text"]): split_cell(row["candidates"]) for row in rows})
