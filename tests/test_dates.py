"""Expressions of time: what is found, and what it is worth."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.facts import DateInterval, TemporalExpression
from loaders.dates import anniversary, find_dates, interval, publication_interval
from loaders.dates.words import words

LABELLED = Path(__file__).parent / "data" / "dates.tsv"
PUBLISHED = date(2017, 8, 24)


def labelled() -> list[tuple[str, str, str]]:
    with LABELLED.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["published"], row["sentence"], row["expressions"]) for row in rows]


def shown(found: tuple[TemporalExpression, ...]) -> str:
    return " ; ".join(f"{timex.text}|{timex.type}|{timex.value}" for timex in found)


@pytest.mark.parametrize(("published", "sentence", "expected"), labelled())
def test_labelled_sentences(published: str, sentence: str, expected: str) -> None:
    found = find_dates(sentence, published or None, [(0, len(sentence))])
    assert shown(found) == expected


def test_there_are_enough_labelled_sentences() -> None:
    assert len(labelled()) >= 200
    assert len({sentence for _, sentence, _ in labelled()}) == len(labelled())


def test_offsets_count_the_characters_of_the_text() -> None:
    text = "Präsident Müller said “on Friday”\u00a0that its 30\u2011year talks ended in\nJune."
    assert find_dates(text, "2019-07-03T08:00:00Z", ()) == (
        TemporalExpression(26, 32, "Friday", "DATE", "2019-06-28"),
        TemporalExpression(43, 50, "30\u2011year", "DURATION", "P30Y"),
        TemporalExpression(66, 70, "June", "DATE", "2019-06"),
    )


def test_the_tense_is_that_of_the_sentence() -> None:
    text = "Envoys will meet. They met on Monday."
    assert shown(find_dates(text, "2017-08-24", ((0, 17), (18, 37)))) == "Monday|DATE|2017-08-21"
    assert shown(find_dates(text, "2017-08-24", ())) == "Monday|DATE|2017-08-21"


def test_a_story_of_what_was_does_not_count_from_a_day_to_come() -> None:
    text = "They meet again on 3 May. The previous week, the ministers had quarrelled."
    assert shown(find_dates(text, "2017-03-01", ())) == (
        "3 May|DATE|2017-05-03 ; The previous week|DATE|2017-W08"
    )
    text = "The truce lasts until midnight on Friday. The blast came at 8:40 p.m."
    assert shown(find_dates(text, "2017-03-01", ())) == (
        "midnight on Friday|TIME|2017-03-03T24:00 ; 8:40 p.m.|TIME|2017-03-01T20:40"
    )


def test_what_results_are_compared_with_is_no_date_to_count_from() -> None:
    text = (
        "Net income rose in the third quarter of 1997 from that of a year earlier."
        " Sales for the quarter doubled from the year-ago quarter."
    )
    assert shown(find_dates(text, "1997-11-05", ())) == (
        "the third quarter of 1997|DATE|1997-Q3 ; a year earlier|DATE|1996-Q3"
        " ; the quarter|DATE|1997-Q3 ; the year-ago quarter|DATE|1996-Q3"
    )


def test_a_month_goes_on_from_an_old_month_of_its_paragraph() -> None:
    text = (
        "In February 2008 the two quarrelled. A mediator came. They made peace on 28 February."
        "\n\nThey met again in March."
    )
    assert shown(find_dates(text, "2019-03-12", ())) == (
        "February 2008|DATE|2008-02 ; 28 February|DATE|2008-02-28 ; March|DATE|2019-03"
    )


def test_no_day_comes_before_a_year() -> None:
    text = "The group has held the port since 2018. It had freed two men a day earlier."
    assert shown(find_dates(text, "2020-10-15", ())) == (
        "2018|DATE|2018 ; a day earlier|DATE|2020-10-14"
    )


def test_a_sentence_with_last_week_is_back_in_the_present() -> None:
    text = (
        "In 2002 the river rose. The chancellor, who faces voters on 22 September, came last week."
    )
    assert shown(find_dates(text, "2013-06-12", ())) == (
        "2002|DATE|2002 ; 22 September|DATE|2013-09-22 ; last week|DATE|2013-W23"
    )


def test_a_later_expression_is_reckoned_from_an_earlier_one_of_another_sentence() -> None:
    text = "The raid was on 3 May 2011. Two days later the camp was burnt."
    assert shown(find_dates(text, "2017-08-24", ())) == (
        "3 May 2011|DATE|2011-05-03 ; Two days later|DATE|2011-05-05"
    )


def test_an_hour_belongs_to_a_recent_day_unless_a_far_one_was_just_told() -> None:
    text = "The mine fell in on 3 May 2011. {}At 9 a.m. the guards left."
    near = find_dates(text.format(""), "2017-08-24", ())
    far = find_dates(text.format("Nobody was hurt. It is closed. "), "2017-08-24", ())
    assert [near[-1].value, far[-1].value] == ["2011-05-03T09:00", "2017-08-24T09:00"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "In 1956 dockers marched. On 23 October they reached the palace, and in November fell.",
            ["1956", "1956-10-23", "1956-11"],
        ),
        (
            "The revolt began in October 1956. In November it failed. In January trials began.",
            ["1956-10", "1956-11", "1957-01"],
        ),
        ("The mill, built in 1956, burnt down. In March it was sold.", ["1956", "2017-03"]),
        ("The 1956 accord lapsed in March.", ["1956", "2017-03"]),
        ("In 1956 it was built. In July it was sold.", ["1956", "2017-07"]),
        ("In 1956 it was built. In March it will be sold.", ["1956", "2018-03"]),
        ("In 1956 it was built. It stood. In March it was sold.", ["1956", "2017-03"]),
    ],
)
def test_a_story_keeps_its_year(text: str, values: list[str]) -> None:
    assert [timex.value for timex in find_dates(text, "2017-08-24", ())] == values


@pytest.mark.parametrize("published", ["", "yesterday", "2017", "0001-01-01", "9999-12-31"])
def test_without_a_usable_date_of_publication_values_stay_open(published: str) -> None:
    text = "On Friday night and last week, in June, on 12 June and at Easter."
    assert shown(find_dates(text, published, ())) == (
        "Friday night|TIME|XXXX-WXX-5TNI ; last week|DATE|XXXX-WXX ; June|DATE|XXXX-06"
        " ; 12 June|DATE|XXXX-06-12 ; Easter|DATE|XXXX-XX-XX"
    )


def test_an_empty_text_has_no_dates() -> None:
    assert find_dates("", "2017-08-24", ()) == ()


WORDS = words(
    "the a last next this Monday May June March 5 24 2017 1998-99 08-24-98 24.08.2017 two three"
    " second half years ago days week quarter century earlier later of and to in on until since"
    " will met said , . ; ( ) ' - / : 5:30 p.m. GMT every daily Easter fiscal year '90s 1990s the"
    " 31 30 February 29 first decade morning night now past future $ % 0 00 99999 B.C."
)


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(WORDS), max_size=30),
    st.dates(min_value=date(1000, 1, 1), max_value=date(9000, 12, 31)),
)
def test_any_row_of_words_gives_ordered_expressions(row: list[str], published: date) -> None:
    text = " ".join(row)
    end = 0
    for timex in find_dates(text, published.isoformat(), ((0, len(text)),) if text else ()):
        assert end <= timex.start < timex.end
        assert timex.text == text[timex.start : timex.end]
        assert timex.value
        end = timex.end
        interval(timex.value, published)


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for timex in find_dates(text, "2017-08-24", ()):
        assert timex.text == text[timex.start : timex.end]


@pytest.mark.parametrize(
    "piece",
    [
        *("1 ", "1-", "1, ", "1/", "1.", "1,000,", "1111, ", "2017 ", "the ", "a ", "a few "),
        *("one ", "one-", "five and a half ", "May ", "May 5 and ", "Monday ", "said on Monday "),
        *("every ", "in the ", "xed ", "will not ", "is not ", "\n", "'", ". "),
        *("1", " ", "last ", "last    ", "last last last "),
    ],
)
def test_a_long_row_is_read_to_its_end(piece: str) -> None:
    """What grows with the square of the length would take minutes here."""
    text = piece * (20_000 // len(piece)) + "17 in May"
    found = find_dates(text, "2017-08-24", ((0, len(text)),))
    assert found[-1].text == "May"


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "precision"),
    [
        ("2017-08-24", "2017-08-24", "2017-08-24", "DAY"),
        ("2017-08-24TMO", "2017-08-24", "2017-08-24", "DAY"),
        ("2017-08-24T17:00Z", "2017-08-24", "2017-08-24", "DAY"),
        ("2017-08-24TXX:XX", "2017-08-24", "2017-08-24", "DAY"),
        ("PRESENT_REF", "2017-08-24", "2017-08-24", "DAY"),
        ("2017-W34", "2017-08-21", "2017-08-27", "WEEK"),
        ("2015-W53", "2015-12-28", "2016-01-03", "WEEK"),
        ("2017-W34-WE", "2017-08-26", "2017-08-27", "WEEK"),
        ("2016-02", "2016-02-01", "2016-02-29", "MONTH"),
        ("2017-12", "2017-12-01", "2017-12-31", "MONTH"),
        ("2017-12-XX", "2017-12-01", "2017-12-31", "MONTH"),
        ("2017-Q4", "2017-10-01", "2017-12-31", "QUARTER"),
        ("2017-SU", "2017-06-01", "2017-08-31", "QUARTER"),
        ("2017-WI", "2017-12-01", "2018-02-28", "QUARTER"),
        ("2017-H2", "2017-07-01", "2017-12-31", "RANGE"),
        ("2017", "2017-01-01", "2017-12-31", "YEAR"),
        ("2017-XX-XX", "2017-01-01", "2017-12-31", "YEAR"),
        ("FY2017", "2017-01-01", "2017-12-31", "YEAR"),
        ("199", "1990-01-01", "1999-12-31", "DECADE"),
        ("199X", "1990-01-01", "1999-12-31", "DECADE"),
        ("18", "1800-01-01", "1899-12-31", "RANGE"),
        ("1", "1000-01-01", "1999-12-31", "RANGE"),
    ],
)
def test_intervals(value: str, earliest: str, latest: str, precision: str) -> None:
    assert interval(value, PUBLISHED) == DateInterval(earliest, latest, precision, "TEXT")


@pytest.mark.parametrize(
    "value",
    words(
        "P2D PT5H PXY P10Y XXXX-WXX-1 XXXX-06 XXXX PAST_REF FUTURE_REF 2017-02-30 2017-W60 2017-13"
        " 2017-Q5 nonsense 99999"
    ),
)
def test_values_off_the_calendar_have_no_interval(value: str) -> None:
    assert interval(value, PUBLISHED) is None


def test_publication_as_an_interval() -> None:
    day = DateInterval("2017-08-24", "2017-08-24", "DAY", "PUBLICATION")
    assert publication_interval("2017-08-24") == day
    assert publication_interval("2017-08-24T23:21:00Z") == day
    assert publication_interval(None) is None
    assert publication_interval("soon") is None


@pytest.mark.parametrize(
    ("text", "years", "named"),
    [
        ("They marked the 25th anniversary of ties.", 25, "25th anniversary"),
        ("On its fiftieth anniversary the pact lapsed.", 50, "fiftieth anniversary"),
        ("For the twenty-first anniversary he flew in.", 21, "twenty-first anniversary"),
        ("A 10-year anniversary was held.", 10, "10-year anniversary"),
        ("The centenary of the armistice was marked.", 100, "centenary"),
        ("Her diamond jubilee drew crowds.", 60, "diamond jubilee"),
    ],
)
def test_anniversaries(text: str, years: int, named: str) -> None:
    found = anniversary(text)
    assert found is not None
    assert (found.years, text[found.start : found.end]) == (years, named)


def test_an_anniversary_tells_the_year_of_the_beginning() -> None:
    found = anniversary("a message marking the 25th anniversary of diplomatic relations")
    assert found is not None
    assert found.founded(PUBLISHED) == DateInterval("1992-01-01", "1992-12-31", "YEAR", "TEXT")
    assert found.founded(date(20, 1, 1)) is None


def test_an_anniversary_without_a_number_tells_nothing() -> None:
    assert anniversary("on the anniversary of the coup") is None
