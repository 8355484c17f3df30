"""Names in the traditions of their nations, of rulers and of bodies; no database is needed."""

import csv
from pathlib import Path
from typing import Any

import pytest

from graph.identity.body_name import read_body
from graph.identity.body_words import NATIONAL, national_names
from graph.identity.clusters import Clustering, link
from graph.identity.comparison import Comparisons, compare
from graph.identity.first_names import are_told_apart, stand_for_one_another
from graph.identity.judgement import Judgements, judgement
from graph.identity.keys import keys, lookups
from graph.identity.names import read_name
from graph.identity.organizations import compare_organizations
from graph.identity.people import compare_people
from graph.identity.strangers import bears_several_names
from graph.identity.traditions import tradition_of
from graph.identity.traits import OfficeTrait, OrganizationTraits, PersonTraits, Record
from loaders.gazetteer.build import Row, write_national_names

NATIONS = Path(__file__).resolve().parent.parent / "loaders" / "data" / "nations.csv"


def person(
    *forms: str, of: str | None, office: str = "", years: tuple[int, int] = (2015, 2015)
) -> PersonTraits:
    held = OfficeTrait(office, f"Nation:{of}", f"{years[0]}-01-01", f"{years[1]}-12-31")
    is_full = any(read_name(form).is_full for form in forms)
    return PersonTraits(forms, is_full, of, (held,) if office else (), None)


def body(*forms: str, of: str | None = None, kind: str = "OTHER") -> OrganizationTraits:
    return OrganizationTraits(forms, of, kind, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Tien Hsueh-ming", of="CHN"), person("Tian Xueming", of="CHN")),
        (person("Song Tae-kyung", of="KOR"), person("Song Dae-gyeong", of="KOR")),
        (person("Ōno Kentarō", of="JPN"), person("Kentaro Ohno", of="JPN")),
        (person("Gleb Schustow", of="RUS"), person("Gleb Shustov", of="RUS")),
        (person("Davron Nazarov", of="TJK"), person("Davron Nazar", of="TJK")),
        (person("Abd al-Rahman Suwaidi", of="IRQ"), person("Abdurrahman Suweidi", of="IRQ")),
        (person("Sheikh Jaber Gharib", of="KWT"), person("Jabir al-Ghareeb", of="KWT")),
        (person("U Kyaw Tun", of="MMR"), person("Kyaw Tun", of="MMR")),
        (person("Soepardjo", of="IDN"), person("Suparjo", of="IDN")),
        (person("Karim AlSuwaidi", of="IRQ"), person("Karim al-Suwaidi", of="IRQ")),
        (person("Chai Suk-o-cha", of="THA"), person("Chai Suk-ocha", of="THA")),
        (
            person("Sheikha Nadira", of="BGD", office="Speaker"),
            person("Sheikha Nadira Chowdhury", of="BGD", office="Speaker"),
        ),
        (person("Lucía Herrera Montes", of="CHL"), person("Lucia Herrera", of="CHL")),
        (
            person("NBW", of="SAU", office="Interior Minister"),
            person("Nasser bin Walid", of="SAU", office="Interior Minister"),
            ),
        (
            person("Suwaidi", of="IRQ", office="Defense Minister"),
            person("Karim Suweidi", of="IRQ", office="Defense Minister"),
        ),
        (
            person("Queen Margaret II", of="DNK"),
            person("Margrethe II", of="DNK", office="Queen"),
        ),
        (person("Q. R. Harcourt", of="ZAF"), person("Quentin Rufus Harcourt", of="ZAF")),
        (person("Q.R. Harcourt", of="ZAF"), person("Quentin Rufus Harcourt", of="ZAF")),
        (person("QR Harcourt", of="ZAF"), person("Quentin Rufus Harcourt", of="ZAF")),
        (person("Greta Hinkel", of="DEU"), person("Greta Hinkle", of="DEU")),
        (person("Mehmet Orhan Tekin", of="TUR"), person("Orhan Tekin", of="TUR")),
        (
            person("Rashid", of="BHR", office="Emir"),
            person("Emir Rashid bin Isa", of="BHR", office="Emir"),
        ),
    ],
)  # fmt: skip
def test_one_person(one: PersonTraits, other: PersonTraits) -> None:
    assert compare_people(one, other).is_same, compare_people(one, other)
    assert compare_people(other, one).score == compare_people(one, other).score
    assert lookups(one) & keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # In Pinyin, and where Latin letters are at home, another letter is another name.
        (person("Tang Xiuming", of="CHN"), person("Deng Xiuming", of="CHN")),
        (person("Bruno Kessler", of="DEU"), person("Bruno Gessler", of="DEU")),
        # Well-known names that sound alike are no forms of one.
        (person("Tariq Kamal", of="JOR"), person("Tariq Kamel", of="JOR")),
        (person("Vasil Danev", of="BGR"), person("Vasila Daneva", of="BGR")),
        (person("Queen Margaret II", of="DNK"), person("Queen Margaret I", of="DNK")),
        (person("Lucía Herrera Montes", of="CHL"), person("Lucía Herrera Rojas", of="CHL")),
        (person("NBW", of="SAU"), person("Nasser bin Walid", of="SAU")),
        (person("Soepardjo", of="IDN"), person("Suparman", of="IDN")),
        (person("Rashid bin Nasser", of="BHR"), person("Nasser bin Rashid", of="BHR")),
        (person("Q. R. Harcourt", of="ZAF"), person("Quentin Simon Harcourt", of="ZAF")),
        (
            person("Mohamed Ali", of="TUN", office="Interior Minister"),
            person("Mohamed Salah Ali", of="TUN", office="Health Minister"),
        ),
        (
            person("Ivan Shustov", of="RUS", office="Governor", years=(1890, 1891)),
            person("Ivan Shustov", of="RUS", office="Governor", years=(1990, 1991)),
        ),
    ],
)
def test_two_people(one: PersonTraits, other: PersonTraits) -> None:
    assert not compare_people(one, other).is_same, compare_people(one, other)


def test_rulers_of_other_numerals_are_never_one() -> None:
    one, other = (
        person("Carol I", of="ROU", office="King"),
        person("Carol II", of="ROU", office="King"),
    )
    assert compare_people(one, other).conflict == "one is carol i, the other carol ii"


def test_a_full_name_says_who_held_the_office_years_before() -> None:
    one = person("Ivan Shustov", of="RUS", office="Governor", years=(1999, 1999))
    other = person("Ivan Schustow", of="RUS", office="Governor", years=(2012, 2012))
    assert [(ground.weight, ground.told) for ground in compare_people(one, other).grounds] == [
        (pytest.approx(0.552), "the same name in another spelling: ivan shustov, ivan schustow"),
        (0.25, "both are of RUS"),
        (0.08, "they hold one office, at times far apart"),
    ]


def test_short_forms_may_stand_for_several_names() -> None:
    assert stand_for_one_another("jerry", "gerald")
    assert stand_for_one_another("jerry", "jeremy")
    assert not stand_for_one_another("gerald", "jeremy")
    assert are_told_apart("gerald", "jeremy")
    assert not are_told_apart("gerald", "tremaine")


def test_a_nation_has_one_tradition() -> None:
    assert tradition_of(None, "IRN").name == "Arabic"
    assert tradition_of("FRA").name == "Latin"


def record(key: str, traits: PersonTraits | OrganizationTraits) -> Record:
    return Record(key, key.partition(".")[0], "2018|a", traits)


def clusters(*records: Record, judged: Any = ()) -> list[list[str]]:
    known = {one.id: one for one in records}
    links = [
        link(a.id, b.id, compare(a, b).score)
        for a in records
        for b in records
        if a.id < b.id and compare(a, b).is_same and frozenset((a.id, b.id)) not in judged
    ]
    found = Clustering(known, Comparisons(known), Judgements(dict(judged))).clusters(links)
    return [sorted(cluster) for cluster in found]


OTTO = record("otto", person("Otto Brandt", of="AUT", office="Chancellor", years=(2010, 2012)))
EMIL = record("emil", person("Emil Brandt", of="AUT", office="Chancellor", years=(2012, 2014)))
BRANDT = record("brandt", person("Brandt", of="AUT", office="Chancellor", years=(2012, 2012)))


def test_a_bare_name_joins_no_two_who_bear_others() -> None:
    assert clusters(OTTO, EMIL, BRANDT) == [["brandt"], ["emil"], ["otto"]]
    assert clusters(OTTO, BRANDT) == [["brandt", "otto"]]


def test_what_people_judged_to_be_one_is_joined_by_others_of_its_names() -> None:
    one = judgement("otto", "emil", "SAME", "2020-01-01T00:00:00Z")
    assert clusters(OTTO, EMIL, BRANDT, judged={one.pair: one}) == [["brandt", "emil", "otto"]]


def test_who_bears_both_names_joins_them() -> None:
    before = record("before", person("Ella Frank", of="AUT"))
    after = record("after", person("Ella Hartwig", of="AUT"))
    both = record("both", person("Ella Hartwig", "Ella Frank", of="AUT"))
    assert bears_several_names(both)
    assert not bears_several_names(after)
    assert clusters(before, after, both) == [["after", "before", "both"]]
    assert clusters(before, after) == [["after"], ["before"]]


def test_a_fuller_name_joins_two_shorter_ones() -> None:
    full = record("full", person("Rui Tavares Pinto da Mota", of="PRT"))
    first = record("first", person("Rui Tavares", of="PRT"))
    last = record("last", person("Pinto da Mota", of="PRT"))
    assert clusters(full, first, last) == [["first", "full", "last"]]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (body("Peruvian Health Ministry", of="PER"), body("Ministry of Health", of="PER"), True),
        (body("MFA", of="PER", kind="GOVERNMENT_BODY"),
         body("Foreign Ministry", of="PER", kind="GOVERNMENT_BODY"), True),
        (body("MoJ", of="PER", kind="GOVERNMENT_BODY"),
         body("Justice Ministry", of="PER", kind="GOVERNMENT_BODY"), True),
        (body("Ministry of Defence and Veterans", of="PER"),
         body("Ministry of National Defense", of="PER"), True),
        (body("Ministry of Foreign Trade", of="PER"), body("Foreign Ministry", of="PER"), False),
        (body("Ministry of Higher Education", of="PER"),
         body("Ministry of Education", of="PER"), False),
        (body("Frente Amplio Verde", of="URY"), body("Green Front Amplio", of="URY"), True),
        (body("Azawad Movement", of="MLI"), body("Azawad Front", of="MLI"), True),
        (body("National Movement", of="MLI"), body("National Front", of="MLI"), False),
        (body("Ansar Zahir", kind="ARMED_GROUP"), body("Ansarzahir", kind="ARMED_GROUP"), True),
        (body("Liwa Qaim", kind="ARMED_GROUP"), body("Liwa al-Kaim", kind="ARMED_GROUP"), True),
        (body("UN Board of Seeds", kind="INTERGOVERNMENTAL"),
         body("United Nations Board of Seeds", kind="INTERGOVERNMENTAL"), True),
        (body("Brandt Technologies SE", of="AUT", kind="COMPANY"),
         body("Brandt", of="AUT", kind="COMPANY"), True),
        (body("Union of Salt Merchants (USM)"), body("Union of Salt Merchants"), True),
        (body("Salt Party (Red)", kind="PARTY"), body("Salt Party (Blue)", kind="PARTY"), False),
        (body("Peru's Salt Museum", of="PER"), body("Peruvian Salt Museum", of="PER"), True),
        (body("Liwa an-Nasr", of="SYR"), body("Liwa al-Nasr", of="SYR"), True),
        (body("Tung Fang Hui", of="TWN"), body("Dongfang Hui", of="TWN"), True),
        # Whose central bank it is, nobody knows.
        # A bank that says what it is called ADB for is no other that could be.
        (body("African Deposit Bank", "ADB"), body("Asian Deposit Bank"), False),
        (body("ADB", kind="COMPANY"), body("Asian Deposit Bank", kind="COMPANY"), True),
        (body("Central Bank", kind="GOVERNMENT_BODY"),
         body("Central Bank", of="PER", kind="GOVERNMENT_BODY"), False),
        (body("Central Bank", kind="GOVERNMENT_BODY"),
         body("Central Bank", kind="GOVERNMENT_BODY"), False),
        (body("Justice Ministry", kind="GOVERNMENT_BODY"),
         body("Justice Ministry", "Justice Ministry of Peru", of="PER", kind="GOVERNMENT_BODY"),
         False),
        (body("Justice Ministry of Peru", kind="GOVERNMENT_BODY"),
         body("Justice Ministry of Peru", of="PER", kind="GOVERNMENT_BODY"), True),
        (body("Development Bank", kind="INTERGOVERNMENTAL"),
         body("Development Bank", of="PER", kind="INTERGOVERNMENTAL"), True),
    ],
)  # fmt: skip
def test_bodies(one: OrganizationTraits, other: OrganizationTraits, same: bool) -> None:
    found = compare_organizations(one, other)
    assert found.is_same is same, found
    assert compare_organizations(other, one).score == found.score
    assert bool(lookups(one) & keys(other)) or not same


def test_a_body_is_read_without_what_its_nation_is_called() -> None:
    assert read_body("Grand Council of the Republic of Peru", "PER").words == ("grand", "council")
    assert read_body("Peru", "PER").words == ("peru",)
    assert national_names()["PER"][0] == ("republic", "of", "peru")


def test_the_names_of_nations_are_those_of_the_gazetteer(tmp_path: Path) -> None:
    with NATIONS.open(encoding="utf-8", newline="") as table:
        rows = [Row(**row) for row in csv.DictReader(table)]
    write_national_names(rows, tmp_path / "names.csv")
    assert (tmp_path / "names.csv").read_bytes() == NATIONAL.read_bytes()
