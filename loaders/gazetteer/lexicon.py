"""The lexicon: every name of the tables in one index, so that the longest always wins.

"South China Sea" is found before "China", "Bank of Japan" before "Japan". A leading article is no
part of a name.
"""

from collections.abc import Iterator
from functools import cache

from loaders.gazetteer.called_by_place import called_by_place
from loaders.gazetteer.name_index import Entry, NameForm, NameIndex
from loaders.gazetteer.nation import Nation, load_nations
from loaders.gazetteer.table import read_table, split_cell

_SHORTEST_CAPITALS = 4


def _bare(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ")


def _forms(nation: Nation) -> Iterator[tuple[str, NameForm]]:
    """Yield the names of a nation; a name that has two forms keeps the first."""
    lists: tuple[tuple[NameForm, tuple[str, ...]], ...] = (
        ("name", (nation.name, nation.official_name, *nation.aliases)),
        ("abbreviation", nation.abbreviations),
        ("adjective", nation.adjectives),
        ("demonym", nation.demonyms),
        ("capital", (nation.capital,)),
        ("metonym", nation.metonyms),
    )
    seen: set[str] = set()
    for form, names in lists:
        for name in names:
            if name and name not in seen:
                seen.add(name)
                yield _bare(name), form


def _nation_names() -> Iterator[tuple[str, Entry]]:
    for nation in load_nations().values():
        for name, form in _forms(nation):
            entry = Entry("nation", nation.code, form)
            yield name, entry
            seat = form in ("name", "capital", "metonym")
            if seat and len(name) >= _SHORTEST_CAPITALS and not name.isupper():
                yield name.upper(), entry


def _table_names(table: str) -> Iterator[tuple[str, str]]:
    for row in read_table(table):
        for name in (row["name"], *split_cell(row["aliases"])):
            yield _bare(name), row["id"]


def _region_names() -> Iterator[tuple[str, Entry]]:
    for row in read_table("false_nations"):
        yield row["text"], Entry("region", row["text"])


@cache
def load_nation_index() -> NameIndex:
    """Return the index of the names of nations and of false nations alone."""
    return NameIndex((*_nation_names(), *_region_names()))


@cache
def load_lexicon() -> NameIndex:
    """Return the index of all names: nations, organizations, agreements, places."""
    names = [*_nation_names(), *_region_names()]
    names += [(name, Entry("organization", key)) for name, key in _table_names("organizations")]
    known = {name for name, _ in names}
    agreements = dict(_table_names("agreements"))
    called = ((name, key) for name, key in called_by_place() if name not in known)
    names += [
        (name, Entry("agreement", key)) for name, key in {**dict(called), **agreements}.items()
    ]
    names += [(row["text"], Entry("place", row["nation"])) for row in read_table("places")]
    return NameIndex(names)
