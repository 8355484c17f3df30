"""Parts of split states: "the North" is North Korea where the article names either Korea.

``split_states.csv`` gives each phrase, the nations it means and the nations of which one must be
named; without the latter the phrase says enough ("the two Koreas").
"""

from collections.abc import Iterator
from functools import cache

from graph.facts import Ref
from loaders.gazetteer.name_index import Entry, NameIndex
from loaders.gazetteer.table import read_table, split_cell
from loaders.mentions.mention import Mention
from loaders.mentions.surroundings import surroundings


@cache
def _index() -> NameIndex:
    rows = read_table("split_states")
    return NameIndex((row["text"], Entry("nation", str(i), "part")) for i, row in enumerate(rows))


def _meant(entries: tuple[Entry, ...], named: frozenset[str]) -> tuple[str, ...]:
    for entry in entries:
        row = read_table("split_states")[int(entry.key)]
        required = split_cell(row["named"])
        if not required or named.intersection(required):
            return split_cell(row["nation"])
    return ()


def split_state_mentions(text: str, folded: str, nations: tuple[Mention, ...]) -> Iterator[Mention]:
    """Yield mentions for phrases that mean a part of a split state."""
    named = frozenset(mention.ref.key for mention in nations)
    for match in _index().find(folded):
        if surroundings(folded, match.start, match.end).after[:1].isupper():
            continue
        for code in _meant(match.entries, named):
            found = text[match.start : match.end]
            yield Mention(match.start, match.end, found, Ref("Nation", code), "part")
