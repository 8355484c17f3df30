"""Contexts of events, told by keywords of the sentence."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from graph.ontology import load_ontology
from loaders.gazetteer.table import read_table


@cache
def _contexts() -> Mapping[str, tuple[str, ...]]:
    """Return the contexts of each keyword in lower case."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_table("contexts"):
        keyword = row["keyword"].lower()
        found[keyword] = (*found.get(keyword, ()), row["context"])
    return MappingProxyType(found)


@cache
def _pattern() -> re.Pattern[str]:
    keywords = sorted(_contexts(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, keywords))})(?!\w)")


def contexts_of(folded_sentence: str) -> tuple[str, ...]:
    """Return the contexts that a sentence tells, in the order of the ontology."""
    found: set[str] = set()
    for match in _pattern().finditer(folded_sentence.lower()):
        found.update(_contexts()[match.group()])
    return tuple(context for context in load_ontology().contexts if context in found)
