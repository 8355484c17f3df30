"""Known people: whom the news of the world calls by name and says no more of.

"Netanyahu met Abbas" tells a reader of which nations they are, though no word of it does. The table
``known_people.csv`` holds rulers, ministers, leaders of parties and armed groups and others in the
news since about 1975. What an article itself tells of a person goes first.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from loaders.gazetteer.table import read_table, split_cell
from loaders.text.slug import slug


def nation_of_known(names: Iterable[str]) -> str | None:
    """Return the nation of whom any of the names means.

    A name of one word is known only where hardly anybody else is meant by it.
    """
    known = _nations()
    return next((code for name in names if (code := known.get(slug(name)))), None)


@cache
def _nations() -> Mapping[str, str]:
    """The nations by names; without names that people of several nations bear."""
    found: dict[str, set[str]] = {}
    for row in read_table("known_people"):
        for name in _names(row):
            found.setdefault(slug(name), set()).add(row["nation"])
    return MappingProxyType(
        {name: min(nations) for name, nations in found.items() if len(nations) == 1}
    )


def _names(row: Mapping[str, str]) -> Iterator[str]:
    """Yield the names of a row, those of one word only if they mean this person alone."""
    for name in (row["name"], *split_cell(row["aliases"])):
        if row["alone"] or len(name.split()) > 1:
            yield name
