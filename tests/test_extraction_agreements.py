"""Agreements: named and unnamed, with parties, status and start."""

import pytest

from graph.facts import AgreementFact
from graph.writing.agreement_claims import agreement_claim
from tests.extraction import facts_of

Row = tuple[str, str, tuple[str, ...]]


def agreements(text: str) -> dict[str, Row]:
    return {one.id: _row(one) for one in facts_of(text).agreements}


def _row(one: AgreementFact) -> Row:
    return one.kind, one.status, tuple(ref.key for ref in one.parties)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norway's military alliance with the U.S. is old.",
            {"alliance-nor-usa": ("ALLIANCE", "IN_FORCE", ("NOR", "USA"))},
            id="owner and with",
        ),
        pytest.param(
            "Norway and Peru are at odds. Norway says Peru broke the 2002 truce.",
            {"ceasefire-nor-per-2002": ("CEASEFIRE", "VIOLATED", ("NOR", "PER"))},
            id="between the two that all is about",
        ),
        pytest.param(
            "Norway and Peru extradited suspects under a treaty.",
            {"other-nor-per-2020": ("OTHER", "IN_FORCE", ("NOR", "PER"))},
            id="between those who act under it",
        ),
        pytest.param(
            "Diplomatic relations between Oslo and Lima are good.",
            {"diplomatic-relations-nor-per": ("DIPLOMATIC_RELATIONS", "IN_FORCE", ("NOR", "PER"))},
            id="between capitals",
        ),
        pytest.param(
            "Norway broke off diplomatic relations with Peru.",
            {
                "diplomatic-relations-nor-per": (
                    "DIPLOMATIC_RELATIONS",
                    "TERMINATED",
                    ("NOR", "PER"),
                )
            },
            id="broken off",
        ),
        pytest.param(
            "Norway and Peru signed a trade deal on Monday.",
            {"trade-nor-per-2020": ("TRADE", "SIGNED", ("NOR", "PER"))},
            id="signed by both",
        ),
        pytest.param(
            "Norway cut ties with Peru.",
            {
                "diplomatic-relations-nor-per": (
                    "DIPLOMATIC_RELATIONS",
                    "TERMINATED",
                    ("NOR", "PER"),
                )
            },
            id="ties that are cut",
        ),
        pytest.param("Norway has close ties with Peru.", {}, id="ties that are none of states"),
        pytest.param(
            "Norway and Peru signed a trade deal. The deal covers fish. Both praised the deal.",
            {"trade-nor-per-2020": ("TRADE", "SIGNED", ("NOR", "PER"))},
            id="the deal is the one before",
        ),
        pytest.param(
            'Norway and Peru laughed. Norway banned the book "The Lima Accord" in Peru.',
            {},
            id="the title of a book",
        ),
        pytest.param(
            "Norway criticised Peru. Norway wants Peru to keep a pact that the two states signed.",
            {"other-nor-per-2020": ("OTHER", "SIGNED", ("NOR", "PER"))},
            id="signed in a clause of its own",
        ),
        pytest.param("Norway would not sign a peace treaty with Peru.", {}, id="not signed"),
        pytest.param("There is no extradition treaty between Norway and Peru.", {}, id="none"),
        pytest.param("Norway praised the deal.", {}, id="one party"),
        pytest.param(
            "Norway and Peru signed a memorandum of understanding on refugees on Monday.",
            {"memorandum-nor-per-2020": ("MEMORANDUM", "SIGNED", ("NOR", "PER"))},
            id="a term of several nouns",
        ),
        pytest.param(
            "Norway released 12 sailors under an agreement with Peru signed in Oslo in 2018.",
            {"other-nor-per-2018": ("OTHER", "SIGNED", ("NOR", "PER"))},
            id="signed aside, with who acts under it",
        ),
        pytest.param(
            "Norway ratified the Melk accord on lead.",
            {"melk-accord": ("OTHER", "RATIFIED", ("NOR",))},
            id="called by a place, of one party",
        ),
        pytest.param(
            "Norway and Peru signed an accord in Lima on Monday. The Lima accord covers lead.",
            {"other-nor-per-2020": ("OTHER", "SIGNED", ("NOR", "PER"))},
            id="called by where it was made",
        ),
        pytest.param(
            "Norway signed a contract on Monday to buy 12 tanks from Peru.",
            {"defence-nor-per-2020": ("DEFENCE", "SIGNED", ("NOR", "PER"))},
            id="kind and party by what is bought",
        ),
        pytest.param(
            "Norway proposed a free trade pact to Peru.",
            {"trade-nor-per-2020": ("TRADE", "PROPOSED", ("NOR", "PER"))},
            id="offered to somebody",
        ),
        pytest.param(
            "Chile brokered a hostage deal under which Norway will free 50 captives.",
            {"other-nor-2020": ("OTHER", "SIGNED", ("NOR",))},
            id="of those who do what it foresees, not of who brokered it",
        ),
        pytest.param(
            "A truce between Norway and Peru took effect on Monday. The truce expired on Tuesday.",
            {"ceasefire-nor-per-2020": ("CEASEFIRE", "TERMINATED", ("NOR", "PER"))},
            id="in force, then expired",
        ),
        pytest.param(
            "Norway dropped out of a customs pact with Peru.",
            {"trade-nor-per-2020": ("TRADE", "WITHDRAWN", ("NOR", "PER"))},
            id="dropped out of",
        ),
        pytest.param(
            "Norway has refused to sign the peace accord with Peru.",
            {"peace-nor-per-2020": ("PEACE", "REJECTED", ("NOR", "PER"))},
            id="refused",
        ),
        pytest.param(
            "The peace treaty between Norway and Peru ends when either leaves it.",
            {"peace-nor-per-2020": ("PEACE", "IN_FORCE", ("NOR", "PER"))},
            id="how it would end",
        ),
        pytest.param(
            "Norway signed a peace agreement on Monday. The accord with Peru covers Oslo.",
            {"peace-nor-per-2020": ("PEACE", "SIGNED", ("NOR", "PER"))},
            id="the other party is told later",
        ),
        pytest.param(
            "Norway and Peru agreed on Monday on a plan to destroy the chemical weapons of Chile.",
            {"arms-control-nor-per-2020": ("ARMS_CONTROL", "SIGNED", ("NOR", "PER"))},
            id="a plan that was agreed on",
        ),
        pytest.param("Norway and Peru drew up a plan to catch eels.", {}, id="any other plan"),
        pytest.param(
            "Norway will put off a transit deal that Peru wants.",
            {"other-nor-per-2020": ("OTHER", "IN_FORCE", ("NOR", "PER"))},
            id="of those who put it off and who want it",
        ),
        pytest.param(
            "Norway met Peru. The Melk accord between Norway and Peru is now dead.",
            {"melk-accord": ("OTHER", "TERMINATED", ("NOR", "PER"))},
            id="dead",
        ),
        pytest.param(
            "Norway read the Ohrid accord.",
            {"ohrid-framework-agreement": ("PEACE", "SIGNED", ())},
            id="of the table, by its town and another word",
        ),
        pytest.param(
            "Norway and Peru are at odds. A pact signed in 2006 helps Norway and Peru little.",
            {"other-nor-per-2006": ("OTHER", "SIGNED", ("NOR", "PER"))},
            id="signed by the two that all is about",
        ),
        pytest.param(
            "The peace treaty of Norway and Peru ended six months of war.",
            {"peace-nor-per-2020": ("PEACE", "IN_FORCE", ("NOR", "PER"))},
            id="what ended a war is not over",
        ),
        pytest.param(
            "Norway and Peru signed the Brasilia Act on Monday.",
            {"brasilia-act": ("OTHER", "SIGNED", ("NOR", "PER"))},
            id="an act by its place, whose nation is no party",
        ),
        pytest.param(
            "Norway declared the truce of 2003 void.",
            {"ceasefire-nor-2003": ("CEASEFIRE", "TERMINATED", ("NOR",))},
            id="declared void",
        ),
        pytest.param(
            "Norway and Peru put a trade pact into force on Monday.",
            {"trade-nor-per-2020": ("TRADE", "IN_FORCE", ("NOR", "PER"))},
            id="put into force",
        ),
        pytest.param(
            "Neither side has ratified the border treaty between Norway and Peru.",
            {"other-nor-per-2020": ("OTHER", "IN_FORCE", ("NOR", "PER"))},
            id="ratified by neither",
        ),
        pytest.param(
            "Norway said that it would close the mine and sign a fishing treaty with Peru.",
            {"other-nor-per-2020": ("OTHER", "NEGOTIATED", ("NOR", "PER"))},
            id="signed behind the modal of another verb",
        ),
        pytest.param("Anna Berg of Norway signed a contract to play in Lima.", {}, id="a job"),
        pytest.param("The Democratic convention in Lima chose Norway.", {}, id="a convention"),
    ],
)
def test_unnamed_agreements(text: str, expected: dict[str, Row]) -> None:
    assert agreements(text) == expected


def test_an_agreement_of_the_table_brings_what_is_known_of_it() -> None:
    (found,) = facts_of("The JCPOA holds, Iran said.").agreements
    assert (found.id, found.name, found.kind, found.status) == (
        "joint-comprehensive-plan-of-action",
        "Joint Comprehensive Plan of Action",
        "ARMS_CONTROL",
        "IN_FORCE",
    )
    assert found.date is not None
    assert found.date.earliest == "2015-07-14"
    assert found.evidence.quote == "The JCPOA holds, Iran said."


def test_an_agreement_is_not_known_years_before_it_was_made() -> None:
    text = "The Abraham Accords are far away."
    assert facts_of(text, published="1995-01-01").agreements[0].confidence < 0.95


def test_an_anniversary_tells_the_start() -> None:
    text = "A message marked the 30th anniversary of diplomatic relations between Oslo and Lima."
    (found,) = facts_of(text, published="2020-06-17T12:00").agreements
    assert found.date is not None
    assert (found.date.earliest, found.date.latest) == ("1990-06-17", "1990-06-17")


def test_a_name_that_no_table_holds() -> None:
    text = "Norway and Peru signed the Fjord Salmon Treaty in Oslo. The treaty has no end."
    facts = facts_of(text)
    (found,) = facts.agreements
    assert (found.id, _row(found)) == ("fjord-salmon-treaty", ("OTHER", "SIGNED", ("NOR", "PER")))
    (event,) = facts.events
    assert (event.type, event.agreement, event.effect) == (
        "SUPPORT",
        "fjord-salmon-treaty",
        "SIGNED",
    )


def test_the_accord_means_the_one_named_before() -> None:
    text = "Norway signed the Paris Agreement. Peru withdrew from the accord on Monday."
    event = facts_of(text).events[-1]
    assert (event.type, event.mode, event.agreement, event.effect) == (
        "SANCTION",
        "withdraw",
        "paris-agreement",
        "WITHDRAWN",
    )


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("India suspended the Indus Waters Treaty on Monday.", "SUSPENDED"),
        ("India threatened to suspend the Indus Waters Treaty.", "IN_FORCE"),
        ("India praised the Indus Waters Treaty.", "IN_FORCE"),
    ],
)
def test_what_a_party_does_changes_how_an_agreement_stands(text: str, status: str) -> None:
    assert [one.status for one in facts_of(text).agreements] == [status]


def effects(text: str) -> set[tuple[str, str, tuple[str, ...]]]:
    return {
        (one.agreement, one.effect, tuple(ref.key for ref in one.actors))
        for one in facts_of(text).events
        if one.agreement and one.effect
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A trade pact between Norway and Peru took effect on Monday.",
            {("trade-nor-per-2020", "ENTERED_INTO_FORCE", ("NOR", "PER"))},
            id="the parties, where nobody is said to do it",
        ),
        pytest.param(
            "Norway broke a truce with Peru on Monday by shelling Lima.",
            {("ceasefire-nor-per-2020", "VIOLATED", ("NOR",))},
            id="an event that tells how it was done",
        ),
        pytest.param(
            "Norway's withdrawal from the Lima Pact angered Peru.",
            {("lima-pact", "WITHDRAWN", ("NOR",))},
            id="by a noun",
        ),
        pytest.param(
            "Norway cut diplomatic relations with Peru on Monday.",
            {("diplomatic-relations-nor-per", "TERMINATED", ("NOR",))},
            id="relations are no deal that two cut",
        ),
        pytest.param(
            "Chile mediated a truce between Norway and Peru.",
            set[tuple[str, str, tuple[str, ...]]](),
            id="who mediates signs nothing",
        ),
    ],
)
def test_effects(text: str, expected: set[tuple[str, str, tuple[str, ...]]]) -> None:
    assert effects(text) == expected


def test_an_armed_group_that_signs_binds_itself_and_not_its_nation() -> None:
    text = "The Moro Islamic Liberation Front signed a peace accord with Norway on Monday."
    facts = facts_of(text)
    claim = agreement_claim(facts, facts.agreements[0])
    assert {(one.key, one.status) for one in claim.parties} == {
        ("NOR", "SIGNED"),
        ("moro-islamic-liberation-front", "SIGNED"),
    }


def test_one_that_gets_a_party_may_be_one_told_of_before() -> None:
    text = (
        "Norway signed a peace agreement on Monday. The accord with Peru covers Oslo. "
        "Norway and Peru signed a peace agreement in Lima."
    )
    assert [one.id for one in facts_of(text).agreements] == ["peace-nor-per-2020"]
