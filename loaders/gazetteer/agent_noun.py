"""Agent nouns: the words for somebody who acts, such as "official" and "troop"."""

from functools import cache

from loaders.gazetteer.table import read_table


@cache
def load_agent_nouns() -> frozenset[str]:
    """Return the nouns, in the singular, that stand for somebody who acts."""
    return frozenset(row["text"] for row in read_table("agent_nouns"))
