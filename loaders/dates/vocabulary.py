"""The words of time: what each means, as data.

Meanings follow TIMEX3 (TimeML 1.2.1, section 2.3) and the TIDES guidelines it builds on.
"""

from collections.abc import Mapping

from loaders.dates.words import words

MONTHS: Mapping[str, int] = {
    name: number
    for number, name in enumerate(
        words(
            "january february march april may june july august september october november december"
        ),
        start=1,
    )
}

# Written without a day these also are people's names, verbs or nouns.
NAMELIKE_MONTHS = frozenset({"march", "april", "may", "june", "august"})

WEEKDAYS: Mapping[str, int] = {
    name: number
    for number, name in enumerate(
        words("monday tuesday wednesday thursday friday saturday sunday"), start=1
    )
}

# The code of each season, and the month in which it begins on the northern half of the earth.
SEASONS: Mapping[str, tuple[str, int]] = {
    "spring": ("SP", 3),
    "summer": ("SU", 6),
    "autumn": ("FA", 9),
    "fall": ("FA", 9),
    "winter": ("WI", 12),
}

PARTS_OF_DAY: Mapping[str, str] = {
    "morning": "MO",
    "midday": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "overnight": "NI",
}

# Each unit with its letter in a duration; the letters of time of day follow a T.
UNITS: Mapping[str, str] = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "weekend": "WE",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "millennium": "ML",
}

PLURALS: Mapping[str, str] = {"centuries": "century", "millennia": "millennium"}

CARDINALS: Mapping[str, int] = {
    **{
        word: number
        for number, word in enumerate(
            words(
                "zero one two three four five six seven eight nine ten eleven twelve thirteen"
                " fourteen fifteen sixteen seventeen eighteen nineteen"
            )
        )
    },
    **{
        word: 10 * number
        for number, word in enumerate(
            words("twenty thirty forty fifty sixty seventy eighty ninety"), start=2
        )
    },
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
}

_ONES = words("first second third fourth fifth sixth seventh eighth ninth")
_TEENS = words(
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
    " nineteenth"
)
_TENS = {
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}

ORDINALS: Mapping[str, int] = {
    **{word: number for number, word in enumerate(_ONES + _TEENS, start=1)},
    **_TENS,
    **{
        f"{tens}-{ones}": CARDINALS[tens] + number
        for tens in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
        for number, ones in enumerate(_ONES, start=1)
    },
}

DECADES: Mapping[str, int] = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

# Amounts that are not counted: they stand as X in a duration.
VAGUE_AMOUNTS = (
    "few",
    "several",
    "many",
    "some",
    "numerous",
    "countless",
    "dozens of",
    "scores of",
    "tens of",
    "hundreds of",
    "thousands of",
    "millions of",
)

# Which way a word points from the time of publication.
DIRECTIONS: Mapping[str, int] = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
}

# Before one of these words the next year is a length of time, else that year.
THROUGH = frozenset(words("over within during throughout for"))

FREQUENCIES: Mapping[str, str] = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "quarterly": "P1Q",
    "semiannual": "P6M",
    "semiannually": "P6M",
    "yearly": "P1Y",
    "annual": "P1Y",
    "annually": "P1Y",
    "biannual": "P6M",
    "biennial": "P2Y",
    "biennially": "P2Y",
}

# Newspapers, days and clubs named after a weekday: the word before or after it tells.
NAMES_BEFORE_WEEKDAY = frozenset(
    words(
        "bloody super casual sheffield girl man ruby freaky cyber giving good ash palm"
        " easter holy whit"
    )
)
NAMES_AFTER_WEEKDAY = frozenset(
    words("times telegraph herald mirror express star mail post independent tribune world sun")
)
