"""What speaks for two records being one, and what against it; no database is needed."""

from typing import Any

import pytest

from graph.identity.clusters import Clustering, link
from graph.identity.comparison import Comparisons, compare
from graph.identity.events import compare_events
from graph.identity.judgement import Judgements, judgement
from graph.identity.keys import keys, lookups
from graph.identity.names import read_name
from graph.identity.organizations import compare_organizations
from graph.identity.people import compare_people
from graph.identity.sounds import sound, sound_alike
from graph.identity.traits import (
    EventTraits,
    OfficeTrait,
    OrganizationTraits,
    PersonTraits,
    Record,
)
from graph.identity.wording import capitals, counts, name_stems, overlap, stems, unnamed

LEADER = (OfficeTrait("Leader", "Nation:PRK", "2018-01-01", "2018-06-01"),)


def president(earliest: str, latest: str) -> tuple[OfficeTrait, ...]:
    return (OfficeTrait("President", "Nation:USA", earliest, latest),)


def person(*forms: str, nation: str | None = "PRK", **changes: Any) -> PersonTraits:
    given: dict[str, Any] = {"is_full": read_name(forms[0]).is_full, "offices": ()}
    return PersonTraits(forms=forms, nation=nation, wikidata=None, **(given | changes))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Kim Jong Un"), person("Kim Jong-un")),
        (person("Kim Jong-un"), person("Kim Jongun", nation=None)),
        (person("Kim Jong Un", "김정은"), person("김정은", nation=None)),
        (person("Xi Jinping", nation="CHN"), person("Jinping Xi", nation="CHN")),
        (person("Muammar Gaddafi", nation="LBY"), person("Moammar Qadhafi", nation="LBY")),
        (person("Angela Merkel", nation="DEU"), person("Angela Dorothea Merkel", nation="DEU")),
        (
            person("B. Obama", nation="USA", offices=president("2010-02-01", "2010-05-01")),
            person("Barack Obama", nation="USA", offices=president("2009-02-01", "2016-05-01")),
        ),
        (person("José Pérez", nation="MEX"), person("Jose Perez", nation="MEX")),
        (person("Yi Chang-myeong", nation="KOR"), person("Lee Chang-myung", nation="KOR")),
        (person("\u018fli M\u0259mm\u0259dov", nation="AZE"), person("Ali Mammadov", nation="AZE")),
        (person("Nasrullah Karim", nation="AFG"), person("Nasrallah Karim", nation="AFG")),
        (person("Abdelmajid Sabri", nation="MAR"), person("Abdulmajid Sabri", nation="MAR")),
        (person("Pavel Lebedyev", nation="RUS"), person("Pavlo Lebedev", nation="RUS")),
        (person("Antony Miller", nation="USA"), person("Tony Miller", nation="USA")),
        (
            person("João Pinto de Souza Ramos", nation="BRA"),
            person("de Souza Ramos", nation="BRA"),
        ),
        (
            person("Bush", nation="USA", offices=president("2001-02-01", "2001-05-01")),
            person("George W. Bush", nation="USA", offices=president("2002-01-01", "2004-01-01")),
        ),
        # A reader errs on the nation of somebody whose office tells who it is.
        (
            person("Kim Jong Un", nation="PRK", offices=LEADER),
            person("Kim Jong Un", nation="KOR", offices=LEADER),
        ),
    ],
)
def test_one_person(one: PersonTraits, other: PersonTraits) -> None:
    assert compare_people(one, other).is_same
    assert compare_people(other, one) == compare_people(one, other) or compare_people(
        other, one
    ).score == pytest.approx(compare_people(one, other).score)
    assert lookups(one) & keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Kim Jong-un"), person("Kim Jong-nam")),
        (person("Kim Jong-un"), person("Kim Jong-il")),
        (person("Park Geun-hye", nation="KOR"), person("Park Geun-hwa", nation="KOR")),
        (person("Ali Hassan", nation="IRQ"), person("Ali Hussein", nation="IRQ")),
        (person("John Smith", nation="USA"), person("John Smith", nation="GBR")),
        (person("John Smith", nation="USA"), person("Joan Smith", nation="USA")),
        (person("Kim"), person("Kim Jong-un")),
        (person("Barack Obama", nation="USA"), person("B. Obama", nation="USA")),
        (person("Paul T. W. Miller", nation="USA"), person("Paul W. Miller", nation="USA")),
        # A surname and an office, but of another time: father and son.
        (
            person("Bush", nation="USA", offices=president("1991-01-01", "1991-02-01")),
            person("George W. Bush", nation="USA", offices=president("2001-02-01", "2004-01-01")),
        ),
    ],
)
def test_two_people(one: PersonTraits, other: PersonTraits) -> None:
    assert not compare_people(one, other).is_same


def test_a_score_is_explained() -> None:
    likeness = compare_people(person("Kim Jong Un", offices=LEADER), person("Kim Jong-un"))
    assert likeness.score == 0.93
    assert [(ground.what, ground.weight, ground.told) for ground in likeness.grounds] == [
        ("name", 0.6, "the same name: kim jong un, kim jong un"),
        ("nation", 0.25, "both are of PRK"),
        ("office", 0.08, "the office of one is not known"),
    ]
    namesakes = compare_people(
        person("John Smith", nation="USA"), person("John Smith", nation="GBR")
    )
    assert (namesakes.score, namesakes.conflict) == (0.0, "one is of USA, the other of GBR")


def body(
    *forms: str, nation: str | None = None, kind: str = "OTHER", wikidata: str | None = None
) -> OrganizationTraits:
    return OrganizationTraits(forms, nation, kind, wikidata)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (body("Gazprom"), body("Gazprom", nation="RUS"), True),
        (body("Siemens AG", kind="COMPANY"), body("Siemens", kind="COMPANY"), True),
        (body("World Health Organisation"), body("World Health Organization"), True),
        (
            body("WHO", kind="INTERGOVERNMENTAL"),
            body("World Health Organization", kind="INTERGOVERNMENTAL"),
            True,
        ),
        (body("Meretz", kind="PARTY"), body("Meretz party", nation="ISR", kind="PARTY"), True),
        (
            body("Albanian Socialist Party", nation="ALB", kind="PARTY"),
            body("Socialist Party of Albania", nation="ALB", kind="PARTY"),
            True,
        ),
        (body("Fatah", nation="PSE", kind="PARTY"), body("Fatah", kind="ARMED_GROUP"), True),
        (body("Labor Party", nation="AUS"), body("Labour Party", nation="NLD"), False),
        (body("Supreme Court", nation="USA"), body("Supreme Court", nation="IND"), False),
        (body("7th Fleet", nation="USA"), body("5th Fleet", nation="USA"), False),
        (body("Foreign Ministry of China"), body("Foreign Ministry of Japan"), False),
        (body("Base", kind="COMPANY"), body("Base", kind="ARMED_GROUP"), False),
        (body("Amity", wikidata="Q1"), body("Amity", wikidata="Q2"), False),
    ],
)
def test_organizations(one: OrganizationTraits, other: OrganizationTraits, same: bool) -> None:
    assert compare_organizations(one, other).is_same is same
    assert compare_organizations(other, one).is_same is same
    assert not same or lookups(one) & keys(other)


def event(
    actors: str = "PRK USA",
    recipients: str = "",
    day: str = "2018-06-12",
    latest: str | None = None,
    quote: str = "",
    people: str = "",
    **changes: Any,
) -> EventTraits:
    given: dict[str, Any] = {
        "type": "CONSULT",
        "mode": None,
        "modality": "ASSERTED",
        "is_dated": True,
        "place": None,
        "places": frozenset[str](),
        "concerns": frozenset[str](),
    }
    return EventTraits(
        nations={
            "HAS_ACTOR": frozenset(actors.split()),
            "HAS_RECIPIENT": frozenset(recipients.split()),
        },
        others={"HAS_ACTOR": frozenset(f"Person:{one}" for one in people.split())},
        earliest=day,
        latest=latest or day,
        words=stems(quote),
        counts=counts(quote),
        capitals=unnamed(quote, frozenset()) if changes.get("type") == "ASSAULT" else frozenset(),
        **(given | changes),
    )


def strike(quote: str, **changes: Any) -> EventTraits:
    return event("USA", "SYR", "2018-06-11", quote=quote, type="ASSAULT", **changes)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # "On Thursday" and "this week" may mean one meeting.
        (
            event(day="2018-06-14", people="kim trump", quote="Kim met Trump on Thursday."),
            event(
                day="2018-06-11",
                latest="2018-06-17",
                people="kim trump",
                quote="The two leaders talked this week.",
            ),
        ),
        (event(people="kim trump"), event(people="kim trump", mode="visit")),
        # Relations are broken off once.
        (
            event(
                "SAU", "QAT", type="SANCTION", concerns=frozenset(["ties"]), quote="cut relations"
            ),
            event("SAU", "QAT", type="SANCTION", concerns=frozenset(["ties"]), quote="broke ties"),
        ),
        # Published a day apart, and neither says when.
        (
            event(day="2018-06-14", quote="Both sides discussed tariffs.", is_dated=False),
            event(day="2018-06-15", quote="They discussed tariffs again.", is_dated=False),
        ),
        (
            strike("Jets bombed a hospital in Raqqa on Monday, killing 12 people."),
            strike("A hospital in Raqqa was bombed by jets and 12 people died."),
        ),
        (
            strike("Jets bombed a hospital in Raqqa.", place="Raqqa"),
            strike("A hospital was bombed by jets near Raqqa city.", place="Raqqa city"),
        ),
        # One article tells the nation of who came, the other does not.
        (
            event("", "CUB", people="obama", quote="Obama visited Cuba."),
            event("USA", "CUB", people="obama", quote="The president, Obama, paid a visit."),
        ),
        # One names the town and the other does not, or in another spelling.
        (
            strike("Jets bombed a depot in Tal Sarir on Monday."),
            strike("Jets bombed a depot on Monday."),
        ),
        (
            strike("Jets bombed a depot in Tal Sarir on Monday."),
            strike("Jets bombed a depot in Tall Sareer on Monday."),
        ),
        (
            strike("Jets bombed Tal Sarir, killing 23 people."),
            strike("Jets killed 23 people as they bombed Tell Surair."),
        ),
        # A number that is not small says as much as words do.
        (
            event("FRA", "MLI", type="MOBILIZE", quote="France sent 650 troops to Mali."),
            event("FRA", "MLI", type="MOBILIZE", quote="Paris put 650 soldiers in the field."),
        ),
    ],
)
def test_one_event(one: EventTraits, other: EventTraits) -> None:
    assert compare_events(one, other).is_same
    assert compare_events(other, one).is_same
    assert lookups(one) & keys(other)
    assert lookups(other) & keys(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (event(people="kim trump"), event(people="kim pompeo")),
        (event(day="2018-06-12"), event(day="2018-06-13")),
        (event(people="kim trump"), event(people="kim trump", modality="NEGATED")),
        (event("PRK USA"), event("PRK KOR")),
        # Only the verb is the same.
        (
            event("IRN", "SAU", type="ACCUSE", quote="They condemned the blockade."),
            event("IRN", "SAU", type="ACCUSE", quote="They condemned the arrest of a cleric."),
        ),
        # Small numbers are often the same by chance.
        (
            strike("Jets hit a bridge, killing three."),
            strike("Three died as the palace was shelled."),
        ),
        (event(mode="visit"), event(mode="phone")),
        # Two airstrikes on one day: other targets, other towns, other numbers.
        (
            strike("Jets bombed a hospital, killing 12 people."),
            strike("An air strike on a crowded market wounded dozens."),
        ),
        (
            strike("Jets bombed a hospital.", place="Raqqa"),
            strike("Jets bombed a hospital.", place="Idlib"),
        ),
        (strike("Jets killed 12 people."), strike("Jets killed 30 people.")),
        # Towns that no table knows.
        (
            strike("Jets bombed a depot in Tal Sarir on Monday."),
            strike("Jets bombed a depot in Bir Qassab on Monday."),
        ),
        (event(places=frozenset(("SGP",))), event(places=frozenset(("VNM",)))),
    ],
)
def test_two_events(one: EventTraits, other: EventTraits) -> None:
    assert not compare_events(one, other).is_same
    assert not compare_events(other, one).is_same


def test_words_and_numbers_of_a_quote() -> None:
    quote = "On Monday, June 11, 2018, jets bombed a hospital, killing twelve and injuring 1,300."
    assert stems(quote) - name_stems(["Fighter jets"]) == {"bombe", "hospi", "killi", "injur"}
    assert counts(quote) == {"12", "1300"}
    quote = "In Oldtown, President Roy said on Monday that U.S.-made Hawk missiles hit Bir-Zait."
    assert capitals(quote) == {"oldtown", "president", "roy", "hawk", "bir", "zait"}
    assert unnamed(quote, name_stems(["Anna Roy"])) == {"oldtown", "hawk", "bir", "zait"}
    assert overlap(frozenset("ab"), frozenset("abcd")) == 1.0
    assert overlap(frozenset(), frozenset("a")) == 0.0


def test_transliterations_sound_alike() -> None:
    assert len({sound(word) for word in ("gaddafi", "qaddafi", "kadafi", "gadhafi")}) == 1
    assert sound("hassan") == sound("hussein")
    assert sound_alike("hussein", "hossein")
    assert not sound_alike("hassan", "hussein")
    assert not sound_alike("zhang", "zheng")


def record(key: str, traits: PersonTraits) -> Record:
    return Record(f"Person:{key}", f"Person:{key.partition('.')[0]}", "2018|a", traits)


def clusters(records: list[Record], *judged: Any) -> list[set[str]]:
    known = {one.id: one for one in records}
    links = [
        link(a.id, b.id, compare(a, b).score)
        for a in records
        for b in records
        if a.id < b.id
        and compare(a, b).is_same
        and Judgements.of(judged).verdict(a.id, b.id) is None
    ]
    found = Clustering(known, Comparisons(known), Judgements.of(judged)).clusters(links)
    return [{name.removeprefix("Person:") for name in cluster} for cluster in found]


SMITHS = [
    record("john-smith", person("John Smith", nation=None)),
    record("john-smith.gbr", person("John Smith", nation="GBR")),
    record("john-smith.usa", person("John Smith", nation="USA")),
]


def test_who_could_be_either_namesake_is_neither() -> None:
    assert clusters(SMITHS) == [{"john-smith"}, {"john-smith.gbr"}, {"john-smith.usa"}]
    assert clusters(SMITHS[:2]) == [{"john-smith", "john-smith.gbr"}]


def test_judgements_outweigh_scores() -> None:
    gbr, usa = SMITHS[1].id, SMITHS[2].id
    same = judgement(gbr, usa, "SAME", "2020-01-01T00:00:00Z")
    assert clusters(SMITHS, same) == [{"john-smith", "john-smith.gbr", "john-smith.usa"}]
    apart = judgement(SMITHS[0].id, gbr, "DIFFERENT", "2020-01-01T00:00:00Z")
    assert clusters(SMITHS[:2], apart) == [{"john-smith"}, {"john-smith.gbr"}]
    assert clusters(SMITHS, apart) == [{"john-smith", "john-smith.usa"}, {"john-smith.gbr"}]
    unsure = judgement(SMITHS[0].id, gbr, "UNSURE", "2020-01-01T00:00:00Z")
    assert clusters(SMITHS[:2], unsure) == [{"john-smith"}, {"john-smith.gbr"}]


def test_a_judgement_decides_for_a_record_without_nation() -> None:
    chosen = judgement(SMITHS[0].id, SMITHS[1].id, "SAME", "2020-01-01T00:00:00Z")
    assert clusters(SMITHS, chosen) == [{"john-smith", "john-smith.gbr"}, {"john-smith.usa"}]
