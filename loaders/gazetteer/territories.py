"""What two libraries know of nations: codes, regions, capitals, demonyms and Wikidata ids.

``rigour`` and ``countryinfo`` are read only when the tables are rebuilt; see ``build``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Protocol, cast

from graph.errors import InputError

# Where rigour describes the whole realm, news means the country in Europe.
WIKIDATA = {"dk": "Q35", "nl": "Q55"}


class Territory(Protocol):
    """What is read of ``rigour.territories.Territory``."""

    code: str
    alpha3: str | None
    full_name: str
    qid: str

    @property
    def region(self) -> str | None:
        """The region of the United Nations, such as Asia."""
        ...

    @property
    def subregion(self) -> str | None:
        """The part of the region, such as Eastern Asia."""
        ...


@dataclass(frozen=True, slots=True)
class Facts:
    """What the libraries know of one nation; empty where they know nothing."""

    iso2: str
    official_name: str
    capital: str
    demonym: str
    region: str
    subregion: str
    wikidata: str


def read_facts(codes: Iterable[str]) -> dict[str, Facts]:
    """What ``rigour`` and ``countryinfo`` know of the nations with these alpha-3 codes.

    Raises:
        InputError: When a library is not installed or does not know a code.
    """
    every = cast("list[Territory]", _library("rigour.territories").get_territories())
    territories = {t.alpha3.upper(): t for t in every if t.alpha3}
    unknown = sorted(set(codes) - territories.keys())
    if unknown:
        raise InputError(
            f"rigour knows no territory {', '.join(unknown)}.",
            fix="Correct the code in nation_names.csv.",
        )
    return {code: _facts(territories[code]) for code in codes}


def _facts(territory: Territory) -> Facts:
    country = _country(cast("str", territory.alpha3))
    capital, demonym = country.get("capital"), country.get("demonym")
    return Facts(
        iso2=territory.code.upper(),
        official_name=territory.full_name,
        capital=capital if isinstance(capital, str) else "",
        demonym=demonym if isinstance(demonym, str) else "",
        region=territory.region or "",
        subregion=territory.subregion or "",
        wikidata=WIKIDATA.get(territory.code, territory.qid),
    )


def _country(alpha3: str) -> Mapping[str, object]:
    library = _library("countryinfo")
    try:
        return cast("Mapping[str, object]", library.CountryInfo(alpha3).info())
    except library.CountryNotFoundError:
        return {}


def _library(name: str) -> ModuleType:
    # Imported by name, so that types and tests do not need the libraries to be installed.
    try:
        return import_module(name)
    except ImportError as error:
        raise InputError(
            f"{name} is needed to rebuild nations.csv.", fix="Run pip install 'entente[data]'."
        ) from error
