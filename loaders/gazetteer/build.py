"""Build ``loaders/data/nations.csv`` from our own rows and two libraries.

Run it with ``python -m loaders.gazetteer.build`` after editing one of its two sources:

- ``nation_names.csv``: one name a row, by kind. The first NAME, OFFICIAL and CAPITAL row of a
  nation is the preferred one; the other NAME rows become aliases, and the other CAPITAL rows
  (older spellings, second seats) become metonyms beside the METONYM rows. A row without text says
  that there is none, and why.
- ``nation_years.csv``: alpha-2 codes and years for nations that are historical or young.

Which nations exist is said by ``nation_names.csv``. The ``rigour`` library adds ISO 3166-1 alpha-2
codes, United Nations regions and Wikidata ids, and with ``countryinfo`` it fills a missing official
name, capital or demonym. Both are needed only here (``pip install 'entente[data]'``): ``rigour``
needs a C++ compiler and ICU, which the service itself must not ask for.
"""

import csv
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from graph.errors import InputError
from graph.identity.body_words import NATIONAL
from loaders.gazetteer.territories import Facts, read_facts

DATA = Path(__file__).resolve().parent.parent / "data"
SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Years:
    """Since when and until when a nation exists; empty where it does not matter to the news."""

    iso2: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of ``nations.csv``; the fields are its columns, in order."""

    code: str
    iso2: str
    name: str
    official_name: str
    demonyms: str
    adjectives: str
    capital: str
    metonyms: str
    abbreviations: str
    aliases: str
    region: str
    subregion: str
    wikidata: str
    start: str
    end: str


Names = Mapping[str, Sequence[str]]
"""The names of one nation by kind, the preferred one first."""


def read_names(path: Path) -> dict[str, dict[str, list[str]]]:
    """Names by nation and kind, in the order of the file."""
    nations: dict[str, dict[str, list[str]]] = {}
    with path.open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            kinds = nations.setdefault(row["code"], {})
            kinds.setdefault(row["kind"], []).append(row["text"])
    return nations


def read_years(path: Path) -> dict[str, Years]:
    """Years and special alpha-2 codes by nation."""
    with path.open(encoding="utf-8", newline="") as source:
        return {
            row["code"]: Years(row["iso2"], row["start"], row["end"])
            for row in csv.DictReader(source)
        }


def merge(code: str, names: Names, years: Years, facts: Facts) -> Row:
    """The row of one nation: our own names first, the libraries where we have none.

    Raises:
        InputError: When the nation has no NAME row.
    """
    if not names.get("NAME"):
        raise InputError(f"{code} has no NAME.", fix="Add a row to nation_names.csv.")
    name, *other_names = names["NAME"]
    capital, *other_capitals = names.get("CAPITAL") or [facts.capital]
    return Row(
        code=code,
        iso2=years.iso2 or facts.iso2,
        name=name,
        official_name=(names.get("OFFICIAL") or [facts.official_name])[0],
        demonyms=_cell(names.get("DEMONYM") or [facts.demonym]),
        adjectives=_cell(names.get("ADJECTIVE", [])),
        capital=capital,
        metonyms=_cell([*other_capitals, *names.get("METONYM", [])]),
        abbreviations=_cell(names.get("ABBREVIATION", [])),
        aliases=_cell([*other_names, *names.get("ALIAS", [])]),
        region=facts.region,
        subregion=facts.subregion,
        wikidata=facts.wikidata,
        start=years.start,
        end=years.end,
    )


def build(data: Path = DATA) -> list[Row]:
    """All rows, sorted by code, from the sources in the folder ``data``."""
    names = read_names(data / "nation_names.csv")
    years = read_years(data / "nation_years.csv")
    facts = read_facts(names)
    return [
        merge(code, names[code], years.get(code, Years()), facts[code]) for code in sorted(names)
    ]


def write(rows: Iterable[Row], path: Path) -> None:
    """Write the table as UTF-8 with a header row."""
    columns = [field.name for field in fields(Row)]
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([getattr(row, column) for column in columns] for row in rows)


def write_national_names(rows: Iterable[Row], path: Path) -> None:
    """Write by which names and adjectives bodies are said to be of a nation.

    The graph compares names of bodies without them, and reads nothing of the loaders.
    """
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(("code", "names"))
        for row in rows:
            cells = (row.official_name, row.demonyms, row.adjectives, row.abbreviations)
            names = (name for cell in cells for name in cell.split(SEPARATOR))
            writer.writerow((row.code, _cell((row.name, *names))))


def main() -> int:
    """Build the table; 0 when it is written, 1 when a source or a library is at fault."""
    try:
        rows = build()
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    write(rows, DATA / "nations.csv")
    write_national_names(rows, NATIONAL)
    sys.stdout.write(f"{len(rows)} nations written\n")
    return 0


def _cell(texts: Iterable[str]) -> str:
    return SEPARATOR.join(dict.fromkeys(text for text in texts if text))


if __name__ == "__main__":
    sys.exit(main())
