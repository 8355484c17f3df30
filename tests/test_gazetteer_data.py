"""The tables of nations, organizations, offices and bodies: their form and well-known facts."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.ontology import load_ontology
from loaders.gazetteer.build import Row, Years, build, merge, write
from loaders.gazetteer.territories import Facts
from loaders.text.folding import fold
from loaders.text.slug import slug

DATA = Path(__file__).resolve().parent.parent / "loaders" / "data"

COLUMNS = {
    "ambiguous_names": "text,reason,candidates",
    "bodies": "pattern,name,kind,sector",
    "false_nations": "text,reason",
    "honorifics": "text",
    "nation_names": "code,kind,text,note",
    "nation_years": "code,iso2,start,end,note",
    "nations": (
        "code,iso2,name,official_name,demonyms,adjectives,capital,metonyms,abbreviations,aliases,"
        "region,subregion,wikidata,start,end"
    ),
    "office_prefixes": "text,meaning",
    "offices": "title,aliases,of,sector,kind",
    "organizations": "id,name,aliases,kind,sector,nation,wikidata",
    "places": "text,nation,kind",
}

ISO_3166_1_CODES = """
ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD
BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR
COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH
ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL
GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR
JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR
MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL
NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY
PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP
SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA
UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
"""
ISO_3166_1 = frozenset(ISO_3166_1_CODES.split())
HISTORICAL = {
    "ANT": ("1954", "2010"),
    "CSK": ("1918", "1992"),
    "DDR": ("1949", "1990"),
    "SCG": ("2003", "2006"),
    "SUN": ("1922", "1991"),
    "YUG": ("1945", "2003"),
    "ZAR": ("1971", "1997"),
}
NAME_KINDS = (
    "NAME",
    "OFFICIAL",
    "ABBREVIATION",
    "ALIAS",
    "DEMONYM",
    "ADJECTIVE",
    "CAPITAL",
    "METONYM",
)
OFFICE_KINDS = {
    "HEAD_OF_STATE",
    "HEAD_OF_GOVERNMENT",
    "MINISTER",
    "LEGISLATOR",
    "DIPLOMAT",
    "MILITARY",
    "PARTY_LEADER",
    "MONARCH",
    "SPOKESPERSON",
    "OFFICIAL",
    "EXECUTIVE",
    "RELIGIOUS",
    "JUDGE",
}
FORM_COLUMNS = (
    "name",
    "official_name",
    "demonyms",
    "adjectives",
    "capital",
    "metonyms",
    "abbreviations",
    "aliases",
)


def table(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def cells(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def nations() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in table("nations")}


def organizations() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in table("organizations")}


def forms(row: dict[str, str]) -> set[str]:
    return {text for column in FORM_COLUMNS for text in cells(row[column])}


def owners_of_forms() -> dict[str, set[str]]:
    """The living nations of each form, compared as the loaders compare names."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for row in table("nations"):
        if not row["end"]:
            for text in forms(row):
                owners[fold(text)].add(row["code"])
    return owners


def organization_names() -> Iterator[tuple[str, str]]:
    for row in table("organizations"):
        for text in (row["name"], *cells(row["aliases"])):
            yield text, row["id"]


def repeated(values: Iterator[str] | list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


# The form of the tables


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_and_cells_are_clean(name: str) -> None:
    content = (DATA / f"{name}.csv").read_bytes()
    rows = table(name)
    assert list(rows[0]) == COLUMNS[name].split(",")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    values = [value for row in rows for value in row.values()]
    assert [value for value in values if value != value.strip() or "  " in value] == []
    assert [value for value in values if re.search(r"^\||\|\||\|$|\| | \|", value)] == []


@pytest.mark.parametrize("name", sorted(COLUMNS.keys() - {"nation_names"}))
def test_rows_are_sorted_by_a_key_that_is_unique_and_never_empty(name: str) -> None:
    keys = [next(iter(row.values())) for row in table(name)]
    assert keys == sorted(set(keys))
    assert "" not in keys


def test_lists_hold_nothing_twice() -> None:
    lists = [
        cells(value)
        for name in ("nations", "offices", "organizations")
        for row in table(name)
        for value in row.values()
    ]
    assert [values for values in lists if repeated(values)] == []


def test_names_of_nations_are_sorted_by_code_and_kind() -> None:
    rows = table("nation_names")
    keys = [(row["code"], NAME_KINDS.index(row["kind"])) for row in rows]
    assert keys == sorted(keys)
    assert repeated([f"{row['code']} {row['kind']} {row['text']}" for row in rows]) == []
    assert [row for row in rows if not row["text"] and not row["note"]] == []


# Nations


def test_every_code_of_iso_3166_1_is_a_nation() -> None:
    assert len(ISO_3166_1) == 249
    assert set(nations()) == ISO_3166_1 | {"XKX"} | HISTORICAL.keys()


def test_historical_nations_have_their_years() -> None:
    ended = {code: (row["start"], row["end"]) for code, row in nations().items() if row["end"]}
    assert ended == HISTORICAL


def test_living_nations_have_alpha_2_codes_of_their_own() -> None:
    codes = [row["iso2"] for row in table("nations") if not row["end"]]
    assert repeated(codes) == []
    assert [code for code in codes if not re.fullmatch("[A-Z]{2}", code)] == []


def test_every_nation_has_names_region_and_wikidata_item() -> None:
    for row in table("nations"):
        assert row["name"], row
        assert row["official_name"], row
        assert row["region"] in {"Africa", "Americas", "Antarctica", "Asia", "Europe", "Oceania"}
        assert row["subregion"], row
        assert re.fullmatch(r"Q[1-9]\d*", row["wikidata"]), row
    assert repeated([row["wikidata"] for row in table("nations")]) == []


def test_every_nation_has_a_demonym_and_a_capital_or_a_reason() -> None:
    reasons = {
        (row["code"], row["kind"]): row["note"] for row in table("nation_names") if not row["text"]
    }
    without_demonym = {code for code, row in nations().items() if not row["demonyms"]}
    without_capital = {code for code, row in nations().items() if not row["capital"]}
    assert without_demonym == {code for code, kind in reasons if kind == "DEMONYM"}
    assert without_capital == {code for code, kind in reasons if kind == "CAPITAL"}
    assert all(reasons.values())


def test_no_form_is_a_word_in_lower_case_or_a_single_letter() -> None:
    found = {text for row in table("nations") for text in forms(row)}
    assert [text for text in found if text == text.lower() or len(text) < 2] == []


def test_a_form_of_two_living_nations_is_declared_ambiguous() -> None:
    shared = {text: codes for text, codes in owners_of_forms().items() if len(codes) > 1}
    declared = {
        fold(row["text"]): set(cells(row["candidates"])) for row in table("ambiguous_names")
    }
    assert {text: declared.get(text) for text in shared} == shared


def test_ambiguous_names_mean_known_nations_and_tell_the_evidence() -> None:
    known = nations()
    named = {text for row in known.values() for text in forms(row)}
    named |= {row["text"] for row in table("places")} | {"Koreas"}
    for row in table("ambiguous_names"):
        assert row["text"] in named, row
        assert set(cells(row["candidates"])) <= known.keys(), row
        assert row["candidates"], row
        assert len(row["reason"]) > 20, row


def test_false_nations_hold_no_name_of_a_nation_or_an_organization() -> None:
    phrases = {fold(row["text"]) for row in table("false_nations")}
    assert phrases & owners_of_forms().keys() == set()
    assert phrases & {fold(text) for text, _ in organization_names()} == set()


def test_places_are_in_known_nations_and_are_no_names_of_them() -> None:
    rows = table("places")
    assert {row["nation"] for row in rows} <= nations().keys()
    assert {row["kind"] for row in rows} == {"CITY", "REGION", "SITE"}
    assert {fold(row["text"]) for row in rows} & owners_of_forms().keys() == set()


# Organizations, offices, bodies


def test_organizations_have_known_kinds_sectors_and_nations() -> None:
    rows = table("organizations")
    enums = load_ontology().enums
    assert len(rows) >= 420
    assert {row["kind"] for row in rows} == set(enums["OrganizationKind"].values)
    assert {row["sector"] for row in rows} <= set(enums["Sector"].values)
    assert {row["nation"] for row in rows} - {""} <= nations().keys()
    assert [row for row in rows if not re.fullmatch(r"(Q[1-9]\d*)?", row["wikidata"])] == []


def test_ids_of_organizations_are_slugs_of_their_names() -> None:
    rows = table("organizations")
    assert [row["id"] for row in rows] == [slug(row["name"]) for row in rows]
    assert [
        row["id"] for row in rows if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", row["id"])
    ] == []


def test_a_name_stands_for_one_organization_and_no_nation() -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for text, key in organization_names():
        owners[fold(text)].add(key)
    assert {text: keys for text, keys in owners.items() if len(keys) > 1} == {}
    assert owners.keys() & owners_of_forms().keys() == set()


def test_every_region_has_organizations() -> None:
    known = nations()
    regions = Counter(
        known[row["nation"]]["region"] for row in table("organizations") if row["nation"]
    )
    assert {region: count >= 10 for region, count in regions.items()} == dict.fromkeys(
        ("Africa", "Americas", "Asia", "Europe", "Oceania"), True
    )


def test_offices_have_known_kinds_and_titles_of_their_own() -> None:
    rows = table("offices")
    assert len(rows) >= 140
    assert {row["kind"] for row in rows} == OFFICE_KINDS
    assert {row["of"] for row in rows} == {"NATION", "ORGANIZATION", "ANY"}
    assert {row["sector"] for row in rows} <= set(load_ontology().enums["Sector"].values)
    titles = [title.casefold() for row in rows for title in (row["title"], *cells(row["aliases"]))]
    assert repeated(titles) == []


def test_bodies_have_patterns_in_lower_case_and_known_kinds() -> None:
    rows = table("bodies")
    enums = load_ontology().enums
    assert len(rows) >= 60
    assert [row["pattern"] for row in rows if row["pattern"] != row["pattern"].lower()] == []
    assert [row for row in rows if not row["name"]] == []
    assert {row["kind"] for row in rows} <= set(enums["OrganizationKind"].values)
    assert {row["sector"] for row in rows} <= set(enums["Sector"].values)


def test_bodies_are_no_offices() -> None:
    titles = {
        title.casefold()
        for row in table("offices")
        for title in (row["title"], *cells(row["aliases"]))
    }
    assert titles & {row["pattern"] for row in table("bodies")} == set()


def test_prefixes_of_offices_have_a_meaning() -> None:
    meanings = {row["text"]: row["meaning"] for row in table("office_prefixes")}
    assert meanings["former"] == meanings["ex-"] == meanings["then"] == "FORMER"
    assert meanings["deputy"] == "DEPUTY"
    assert meanings["acting"] == meanings["interim"] == "ACTING"
    assert all(meanings.values())


# Well-known facts


@pytest.mark.parametrize(
    ("code", "column", "text"),
    [
        ("USA", "abbreviations", "U.S."),
        ("USA", "metonyms", "White House"),
        ("GBR", "adjectives", "Scottish"),
        ("GBR", "metonyms", "Downing Street"),
        ("GBR", "demonyms", "Britons"),
        ("FRA", "metonyms", "Elysee"),
        ("RUS", "metonyms", "Kremlin"),
        ("CHN", "capital", "Beijing"),
        ("CHN", "metonyms", "Zhongnanhai"),
        ("CHN", "abbreviations", "PRC"),
        ("KOR", "demonyms", "South Koreans"),
        ("KOR", "metonyms", "Blue House"),
        ("PRK", "abbreviations", "DPRK"),
        ("PRK", "capital", "Pyongyang"),
        ("UKR", "capital", "Kyiv"),
        ("UKR", "metonyms", "Kiev"),
        ("KAZ", "metonyms", "Nur-Sultan"),
        ("MMR", "adjectives", "Burmese"),
        ("PHL", "demonyms", "Filipinos"),
        ("ARE", "demonyms", "Emirati"),
        ("NLD", "metonyms", "The Hague"),
        ("CHE", "adjectives", "Swiss"),
        ("TWN", "adjectives", "Taiwanese"),
        ("PSE", "adjectives", "Palestinian"),
        ("HKG", "demonyms", "Hong Kongers"),
        ("XKX", "capital", "Pristina"),
        ("SWZ", "aliases", "Swaziland"),
        ("MKD", "aliases", "Macedonia"),
        ("COD", "abbreviations", "DRC"),
        ("CIV", "aliases", "Côte d'Ivoire"),
        ("SUN", "abbreviations", "USSR"),
        ("SSD", "start", "2011"),
        ("DNK", "wikidata", "Q35"),
    ],
)
def test_facts_about_nations(code: str, column: str, text: str) -> None:
    assert text in cells(nations()[code][column])


@pytest.mark.parametrize(
    ("name", "kind", "sector", "nation"),
    [
        ("United Nations Security Council", "INTERGOVERNMENTAL", "IGO", ""),
        ("APEC", "INTERGOVERNMENTAL", "IGO", ""),
        ("NATO", "INTERGOVERNMENTAL", "IGO", ""),
        ("Xinhua", "NEWS_AGENCY", "JRN", "CHN"),
        ("AP", "NEWS_AGENCY", "JRN", "USA"),
        ("Lotte", "COMPANY", "BUS", "KOR"),
        ("Gazprom", "COMPANY", "BUS", "RUS"),
        ("PDVSA", "COMPANY", "BUS", "VEN"),
        ("Pentagon", "GOVERNMENT_BODY", "MIL", "USA"),
        ("Foggy Bottom", "GOVERNMENT_BODY", "GOV", "USA"),
        ("Quai d'Orsay", "GOVERNMENT_BODY", "GOV", "FRA"),
        ("Knesset", "GOVERNMENT_BODY", "LEG", "ISR"),
        ("Quds Force", "GOVERNMENT_BODY", "MIL", "IRN"),
        ("MI6", "GOVERNMENT_BODY", "SPY", "GBR"),
        ("FARC", "ARMED_GROUP", "REB", "COL"),
        ("Islamic State", "ARMED_GROUP", "REB", ""),
        ("Workers' Party of Korea", "PARTY", "PTY", "PRK"),
        ("Doctors Without Borders", "OTHER", "NGO", ""),
    ],
)
def test_facts_about_organizations(name: str, kind: str, sector: str, nation: str) -> None:
    row = organizations()[dict(organization_names())[name]]
    assert (row["kind"], row["sector"], row["nation"]) == (kind, sector, nation)


def test_seats_of_departments_are_no_names_of_nations() -> None:
    owned = owners_of_forms()
    assert [name for name in ("Pentagon", "Foggy Bottom", "the North", "us") if name in owned] == []


@pytest.mark.parametrize(
    ("title", "of", "kind"),
    [
        ("Supreme Leader", "NATION", "HEAD_OF_STATE"),
        ("Prime Minister", "NATION", "HEAD_OF_GOVERNMENT"),
        ("Minister of Foreign Affairs", "NATION", "MINISTER"),
        ("Crown Prince", "NATION", "MONARCH"),
        ("Secretary-General", "ORGANIZATION", "EXECUTIVE"),
        ("Special Envoy", "ANY", "DIPLOMAT"),
    ],
)
def test_facts_about_offices(title: str, of: str, kind: str) -> None:
    rows = [row for row in table("offices") if title in (row["title"], *cells(row["aliases"]))]
    assert [(row["of"], row["kind"]) for row in rows] == [(of, kind)]


def test_secretary_of_state_and_foreign_secretary_are_offices_of_their_own() -> None:
    titles = {row["title"] for row in table("offices")}
    assert {"Foreign Minister", "Foreign Secretary", "Secretary of State"} <= titles


# The build


FACTS = Facts("UA", "Ukraine", "Kiew", "Ukrainer", "Europe", "Eastern Europe", "Q212")


def test_merge_prefers_our_own_names_and_fills_gaps_from_the_libraries() -> None:
    names = {"NAME": ["Ukraine", "Ukraina"], "CAPITAL": ["Kyiv", "Kiev"], "METONYM": ["Bankova"]}
    assert merge("UKR", names, Years(start="1991"), FACTS) == Row(
        code="UKR",
        iso2="UA",
        name="Ukraine",
        official_name="Ukraine",
        demonyms="Ukrainer",
        adjectives="",
        capital="Kyiv",
        metonyms="Kiev|Bankova",
        abbreviations="",
        aliases="Ukraina",
        region="Europe",
        subregion="Eastern Europe",
        wikidata="Q212",
        start="1991",
        end="",
    )


def test_merge_takes_an_empty_row_for_none() -> None:
    row = merge("UKR", {"NAME": ["Ukraine"], "CAPITAL": [""], "DEMONYM": [""]}, Years(), FACTS)
    assert (row.capital, row.demonyms) == ("", "")


def test_merge_refuses_a_nation_without_a_name() -> None:
    with pytest.raises(InputError, match="UKR has no NAME"):
        merge("UKR", {}, Years(), FACTS)


def test_the_table_of_nations_is_what_its_sources_build(tmp_path: Path) -> None:
    pytest.importorskip("rigour", reason="the extra 'data' is not installed")
    pytest.importorskip("countryinfo", reason="the extra 'data' is not installed")
    write(build(), tmp_path / "nations.csv")
    assert (tmp_path / "nations.csv").read_bytes() == (DATA / "nations.csv").read_bytes()


def test_geography_is_of_known_nations_that_border_each_other() -> None:
    rows = {row["code"]: row for row in table("geography")}
    assert rows.keys() <= nations().keys()
    for how in ("land", "sea"):
        pairs = {(code, other) for code, row in rows.items() for other in cells(row[how])}
        assert {(other, code) for code, other in pairs} == pairs
        assert all(one != two for one, two in pairs)


def test_superlatives_and_kinds_are_of_known_nations() -> None:
    rows = table("superlatives")
    assert len({(row["region"], row["what"]) for row in rows}) == len(rows)
    regions = {row[column] for row in table("nations") for column in ("region", "subregion")}
    named = {code for row in (*rows, *table("nation_kinds")) for code in cells(row["nations"])}
    assert named <= nations().keys() | regions
