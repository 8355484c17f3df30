"""Numbers that count or name something, so that four digits are no year."""

from loaders.dates.words import words

# What is counted: a number of four digits before one of these is no year.
COUNTED = frozenset(
    words(
        "people men women children police personnel staff troops percent percentage points dollars"
        " euros pounds yen yuan won rubles kilometers kilometres km miles meters metres feet tons"
        " tonnes kilograms kg acres hectares barrels cases deaths jobs soldiers civilians refugees"
        " migrants households homes degrees megawatts mw volts bpd gmt hours volunteers"
        " residents villagers militants fighters employees workers members inmates prisoners"
        " students officers seats votes copies delegates guests million billion cubic square pages"
    )
)
# What is numbered: a number of four digits after one of these is no year.
NUMBERED = frozenset(
    words(
        "resolution resolutions no number numbers flight room route highway page section article"
        " building boeing airbus channel suite apartment box phase class kilometer mile rs usd eur"
        " index document paragraph code extension unit"
    )
)
# Words of estimate: a number of four digits after one of these is a count.
ESTIMATED = frozenset(
    words(
        "about some nearly over than least most almost around roughly approximately only just"
        " estimated another additional exactly"
    )
)


def is_plural(word: str) -> bool:
    """Tell whether the word looks like the plural of a noun."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "was"))
