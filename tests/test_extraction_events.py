"""Events: types and modes, who does it to whom, modality, dates, places, speakers, identity."""

import pytest

from graph.facts import DateInterval, Ref
from loaders.events.identity import event_id
from tests.extraction import Told, events_of, facts_of, told

ASSERTED, FUTURE, NEGATED = "ASSERTED", "FUTURE", "NEGATED"
PAIR = ("NOR", "PER")
SOLBERG = "Norwegian Prime Minister Erna Solberg"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norway imposed sanctions on Peru.",
            [("COERCE", "restrict", ASSERTED, ("NOR",), ("PER",))],
            id="verb with its noun",
        ),
        pytest.param(
            "Sanctions were imposed on Peru by Norway.",
            [("COERCE", "restrict", ASSERTED, ("NOR",), ("PER",))],
            id="passive",
        ),
        pytest.param(
            "Norway met Peru in Chad.",
            [("CONSULT", None, ASSERTED, PAIR, PAIR)],
            id="all who meet are actors",
        ),
        pytest.param(
            "Norway expelled two Peruvian diplomats.",
            [("SANCTION", "expel", ASSERTED, ("NOR",), ("PER",))],
            id="the owner of what is acted upon",
        ),
        pytest.param(
            "Norwegian businesses have faced boycotts.",
            [("PROTEST", "boycott", ASSERTED, (), ("NOR",))],
            id="who suffers a deed",
        ),
        pytest.param(
            "Reuters quoted Peru as saying it was willing to meet Norway.",
            [("AGREE", None, ASSERTED, ("PER",), ("NOR",))],
            id="an agency that passes on what others say does nothing",
        ),
        pytest.param(
            "Norway banned Reuters.",
            [("COERCE", "restrict", ASSERTED, ("NOR",), ("reuters",))],
            id="an agency that something is done to",
        ),
        pytest.param(
            "Norway's deployment of missiles against Peru angered nobody.",
            [("MOBILIZE", "weapons", ASSERTED, ("NOR",), ("PER",))],
            id="noun with its owner",
        ),
        pytest.param(
            "Norway retaliated against Peru by suspending visits to Peru.",
            [("SANCTION", None, ASSERTED, ("NOR",), ("PER",))],
            id="a deed with how it was done",
        ),
        pytest.param(
            "Norway agreed to withdraw its troops from Peru.",
            [("AGREE", None, ASSERTED, ("NOR",), ("PER",))],
            id="a promise of something friendly",
        ),
        pytest.param(
            "Norway refused to meet Peru.",
            [("REJECT", "meet", ASSERTED, ("NOR",), ("PER",))],
            id="a refusal",
        ),
        pytest.param(
            "Norway threatened to impose sanctions on Peru.",
            [("THREATEN", "restrict", ASSERTED, ("NOR",), ("PER",))],
            id="a threat",
        ),
        pytest.param(
            "Norway urged Peru to release prisoners.",
            [("REQUEST", "yield", ASSERTED, ("NOR",), ("PER",))],
            id="a request",
        ),
        pytest.param(
            "Norway will meet Peru.", [("AGREE", None, FUTURE, PAIR, PAIR)], id="a planned meeting"
        ),
        pytest.param(
            "Norway may meet Peru.",
            [("CONSULT", None, "HYPOTHETICAL", PAIR, PAIR)],
            id="a possible meeting",
        ),
        pytest.param(
            "Norway did not meet Peru.",
            [("CONSULT", None, NEGATED, PAIR, PAIR)],
            id="no meeting",
        ),
        pytest.param(
            "Norway said it would not lift the sanctions on Peru.",
            [("REJECT", "yield", ASSERTED, ("NOR",), ("PER",))],
            id="a stated refusal",
        ),
        pytest.param(
            "Norway accused Peru of sending troops across the border.",
            [("ACCUSE", "allege", ASSERTED, ("NOR",), ("PER",))],
            id="what is claimed is not told",
        ),
        pytest.param(
            "Norway retaliated against Peru by suspending talks.",
            [("SANCTION", None, ASSERTED, ("NOR",), ("PER",))],
            id="how it was done is no second event",
        ),
        pytest.param(
            "Norway turned down a Peruvian request for help.",
            [("REJECT", None, ASSERTED, ("NOR",), ("PER",))],
            id="a request that is turned down",
        ),
        pytest.param(
            "Norway has no plans to meet Peru.",
            [("REJECT", "meet", ASSERTED, ("NOR",), ("PER",))],
            id="no plans are a refusal",
        ),
        pytest.param(
            "Norway denied that its ships had left port.",
            [("REJECT", None, ASSERTED, ("NOR",), ())],
            id="a denial",
        ),
        pytest.param(
            "Norwegian and Peruvian troops shelled the Chadian army.",
            [
                (
                    "ASSAULT",
                    "heavy-weapons",
                    ASSERTED,
                    ("NOR", "armed-forces-of-peru"),
                    ("army-of-chad",),
                )
            ],
            id="several nations before one noun",
        ),
        pytest.param(
            "Norway's vote prompted Peru to expel the Norwegian ambassador.",
            [("SANCTION", "expel", ASSERTED, ("PER",), ("NOR",))],
            id="who is made to act does it, and it is a fact",
        ),
        pytest.param(
            "Norway expelled Peru's ambassador, accusing Lima of spying on Chad.",
            [
                ("SANCTION", "expel", ASSERTED, ("NOR",), ("PER",)),
                ("ACCUSE", "allege", ASSERTED, ("NOR",), ("PER",)),
            ],
            id="a gerund behind a comma is said of the subject",
        ),
        pytest.param(
            "OSLO (Reuters) - Norway voiced support for demonstrators.",
            [("SUPPORT", None, ASSERTED, ("NOR",), ())],
            id="an agency in a dateline takes no part",
        ),
        pytest.param(
            "Peru rejected the accusation on Twitter.",
            [("REJECT", None, ASSERTED, ("PER",), ())],
            id="a platform is not concerned",
        ),
        pytest.param(
            "Norway demanded that the army of Peru free the hostages.",
            [("REQUEST", "yield", ASSERTED, ("NOR",), ("army-of-peru", "PER"))],
            id="what is demanded is the mode of the demand",
        ),
        pytest.param(
            "Norwegian farm official Max Huber and Peruvian envoy Ana Roy negotiated the text.",
            [
                (
                    "CONSULT",
                    None,
                    ASSERTED,
                    ("ana-roy", "max-huber"),
                    ("ana-roy", "max-huber"),
                )
            ],
            id="what somebody is does not take part beside them",
        ),
        pytest.param("Norwegian cheese is popular.", [], id="nothing happens"),
        pytest.param("Norway said the weather was fine.", [], id="a plain statement"),
    ],
)
def test_events(text: str, expected: list[Told]) -> None:
    assert events_of(text) == expected


def test_people_and_bodies_bring_their_nations() -> None:
    text = f"{SOLBERG} called on the Peruvian Foreign Ministry to wait."
    (event,) = facts_of(text).events
    assert told(event)[3:] == (("erna-solberg",), ("foreign-ministry-of-peru",))
    assert (event.actor_nations, event.recipient_nations) == (("NOR",), ("PER",))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Norway met Peru on Monday.", ("2020-06-15", "2020-06-15", "TEXT")),
        ("In March, Norway met Peru.", ("2020-03-01", "2020-03-31", "TEXT")),
        ("Norway met Peru.", ("2020-06-17", "2020-06-17", "PUBLICATION")),
        ("Norway said on Monday that Peru met Chad.", ("2020-06-17", "2020-06-17", "PUBLICATION")),
        ("Norway has sent arms to Peru since May.", ("2020-05-01", "2020-06-17", "TEXT")),
        ("Until last year Norway supported Peru.", None),
        ("Norway met Peru for the first time since 1999.", None),
        ("Norway met Peru under the 2015 nuclear deal.", None),
        ("Norway shelled Peru from 3 to 5 May.", ("2020-05-03", "2020-05-05", "TEXT")),
        ("Norway shelled Peru in 2014-2016.", ("2014-01-01", "2016-12-31", "TEXT")),
        (
            "Norway shelled Peru between Monday and Tuesday.",
            ("2020-06-15", "2020-06-16", "TEXT"),
        ),
        ("Norway shelled Peru on Monday and Tuesday.", ("2020-06-15", "2020-06-16", "TEXT")),
        ("Norway invaded Peru in the 16th century.", ("1500-01-01", "1599-12-31", "TEXT")),
        ("Norway shelled Peru this century.", None),
        (
            "Norway has shelled Peru in the past three years.",
            ("2017-06-17", "2020-06-17", "TEXT"),
        ),
        ("Norway shelled Peru in the last 36 hours.", ("2020-06-15", "2020-06-17", "TEXT")),
        ("Norway shelled Peru in the last two weeks of the war.", None),
        ("Norway shelled Peru for the first time in ten years.", None),
        (
            "Troops of Norway have occupied Peru for two years.",
            ("2018-06-17", "2020-06-17", "TEXT"),
        ),
        ("Norway has jailed a spy of Peru for two years.", None),
        ("Norway will shell Peru in two weeks.", ("2020-06-29", "2020-07-05", "TEXT")),
        ("Norway shelled Peru in two weeks.", None),
        ("Norway will shell Peru within two weeks.", ("2020-06-17", "2020-07-01", "TEXT")),
        ("Norway will shell Peru by the end of the year.", ("2020-06-17", "2020-12-31", "TEXT")),
        ("Norway shelled Peru on 29 February.", ("2020-02-29", "2020-02-29", "TEXT")),
        ("Norway shelled Peru on 31 June, in the year 0, or in 9999.", None),
    ],
)
def test_dates(text: str, days: tuple[str, str, str] | None) -> None:
    date = facts_of(text).events[0].date
    expected = days or ("2020-06-17", "2020-06-17", "PUBLICATION")
    assert (date.earliest, date.latest, date.source) == expected


@pytest.mark.parametrize(
    ("text", "verb", "days"),
    [
        (
            "In May Chad deported 200 Peruvians, and Peru recalled its ambassador from Chad.",
            "recalled",
            ("2020-05-01", "2020-05-31", "TEXT"),
        ),
        (
            "Norway left Chad on Friday, two days after Chad expelled four Norwegian diplomats.",
            "expelled",
            ("2020-06-10", "2020-06-10", "TEXT"),
        ),
        (
            f"{SOLBERG} flew to Lima on Saturday, where she met Peruvian farmers.",
            "met",
            ("2020-06-13", "2020-06-13", "TEXT"),
        ),
        (
            "The quarrel began with a raid last October, in which Chad bombed Peru.",
            "bombed",
            ("2019-10-01", "2019-10-31", "TEXT"),
        ),
        (
            "Tensions rose last Thursday, when Chad bombed Peru.",
            "bombed",
            ("2020-06-11", "2020-06-11", "TEXT"),
        ),
        (
            "Norway told the court last month that Chad had bombed Peru.",
            "bombed",
            ("2020-05-01", "2020-05-31", "TEXT"),
        ),
        (
            "Norway signed a pact with Peru in March 2019 and has met Chad.",
            "met",
            ("2020-06-17", "2020-06-17", "PUBLICATION"),
        ),
        (
            "Farmers said Chad freed two Norwegians on Monday and expelled four diplomats.",
            "expelled",
            ("2020-06-15", "2020-06-15", "TEXT"),
        ),
        (
            "Peru, backed by Norway, on Monday expelled four diplomats from Chad.",
            "expelled",
            ("2020-06-15", "2020-06-15", "TEXT"),
        ),
        (
            "Peru recalled its ambassador from Chad two days after Chad had met Norway on Friday.",
            "recalled",
            ("2020-06-14", "2020-06-14", "TEXT"),
        ),
        (
            "Speaking in Lima on Monday, Norway expelled four diplomats from Chad.",
            "expelled",
            ("2020-06-15", "2020-06-15", "TEXT"),
        ),
        (
            "Norway will recall its envoy on 3 July and expel four diplomats from Chad.",
            "expelled",
            ("2020-07-03", "2020-07-03", "TEXT"),
        ),
        (
            "Chad bombed Peru in a 2011 war.",
            "bombed",
            ("2011-01-01", "2011-12-31", "TEXT"),
        ),
        (
            "Chad bombed Peru on Monday and Tuesday.",
            "bombed",
            ("2020-06-15", "2020-06-16", "TEXT"),
        ),
        (
            "Following Tuesday's attack on its embassy, Norway expelled four diplomats from Chad.",
            "expelled",
            ("2020-06-17", "2020-06-17", "PUBLICATION"),
        ),
        (
            "Norway thanked Peru, which had met Chad.",
            "met",
            ("2020-06-17", "2020-06-17", "PUBLICATION"),
        ),
    ],
)
def test_dates_of_clauses(text: str, verb: str, days: tuple[str, str, str]) -> None:
    types = {"bombed": "ASSAULT", "met": "CONSULT", "expelled": "SANCTION", "recalled": "SANCTION"}
    dates = [one.date for one in facts_of(text).events if one.type == types[verb]]
    assert days in [(one.earliest, one.latest, one.source) for one in dates]


def test_an_event_after_publication_is_not_asserted() -> None:
    text = "Norway and Peru hold talks in November."
    assert [event.modality for event in facts_of(text).events] == [FUTURE]


def test_places_lie_in_their_nation() -> None:
    (event,) = facts_of("Norway met Peru in Danang, Vietnam, on Monday.").events
    assert event.place is not None
    assert (event.place.text, event.place.nation) == ("Danang", "VNM")


def test_days_that_are_told_whole_need_no_publication() -> None:
    text = "Norway met Peru in December 2018. Peru thanked Norway on Monday."
    met, thanked = facts_of(text, published=None).events
    assert met.date == DateInterval("2018-12-01", "2018-12-31", "MONTH", "TEXT")
    assert thanked.date == DateInterval("0001-01-01", "9999-12-31", "RANGE", "PUBLICATION")


def test_a_verb_behind_a_closed_relative_clause_has_the_subject_of_the_sentence() -> None:
    text = "Norway met Boni Yayi of Benin, who smiled, and will send soldiers to Chad."
    sent = [one for one in events_of(text) if one[0] == "MOBILIZE"]
    assert sent == [("MOBILIZE", "troops", "FUTURE", ("NOR",), ("TCD",))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Chad said Norway had attacked Peru.", "Chad"),
        ("Norway attacked Peru, Xinhua reported.", "Xinhua News Agency"),
        ("Norway attacked Peru.", None),
        ("Norway attacked Peru in Tacna, a strip of land that both claim.", None),
    ],
)
def test_speakers(text: str, speaker: str | None) -> None:
    attacks = [event for event in facts_of(text).events if event.type == "ASSAULT"]
    assert [event.attributed_to for event in attacks] == [speaker]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Norway warned Peru. It then expelled two Peruvian diplomats.", ("NOR",)),
        (
            f"{SOLBERG} spoke. She met Peruvian President Alan Garcia.",
            ("alan-garcia", "erna-solberg"),
        ),
        (
            f"{SOLBERG} and Peruvian President Alan Garcia spoke. The two leaders met in Oslo.",
            ("alan-garcia", "erna-solberg"),
        ),
        ("Norway and Peru disagree. Both countries met on Monday.", PAIR),
        (
            f"{SOLBERG} sent an envoy to Peru, where he met Alan Garcia.",
            ("NOR", "alan-garcia"),
        ),
    ],
)
def test_references(text: str, actors: tuple[str, ...]) -> None:
    assert actors in [event[3] for event in events_of(text)]


def test_the_evidence_is_the_sentence_and_the_contexts_are_told_by_it() -> None:
    text = "It rained. Norway imposed sanctions on Peru over its nuclear program."
    (event,) = facts_of(text).events
    quote = "Norway imposed sanctions on Peru over its nuclear program."
    assert (event.evidence.start, event.evidence.sentence, event.evidence.quote) == (11, 1, quote)
    assert event.contexts == ("economic", "cbrn")


def test_the_same_event_told_on_two_days_is_one() -> None:
    told_at_once = facts_of("Norway met Peru on Monday.", published="2020-06-16T08:00")
    told_later = facts_of("On June 15, Peru met Norway in the morning.", published="2020-06-20")
    assert told_at_once.events[0].id == told_later.events[0].id


def test_ids_depend_on_all_that_makes_an_event_and_not_on_order() -> None:
    one, other = Ref("Nation", "NOR"), Ref("Nation", "PER")
    day = DateInterval("2020-06-15", "2020-06-15", "DAY", "TEXT")

    def id_of(type_: str = "CONSULT", *actors: Ref, place: str | None = None) -> str:
        return event_id(
            type=type_,
            mode=None,
            modality=ASSERTED,
            actors=actors,
            recipients=(),
            date=day,
            place_nation=place,
            agreement=None,
        )

    assert id_of("CONSULT", one, other) == id_of("CONSULT", other, one)
    different = {
        id_of("CONSULT", one),
        id_of("CONSULT", one, other),
        id_of("AGREE", one),
        id_of("CONSULT", one, place="TCD"),
    }
    assert len(different) == 4


def test_confidence_grows_with_what_is_known() -> None:
    (one_sided,) = facts_of("Peru faced sanctions.").events
    (planned,) = facts_of("Norway may attack Peru.").events
    (told_of,) = facts_of("Norway attacked Peru on Monday.").events
    assert one_sided.confidence < told_of.confidence
    assert planned.confidence < told_of.confidence
