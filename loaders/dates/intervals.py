"""From the value of an expression to the first and last day that it can mean."""

from datetime import date

from graph.facts import DateInterval
from loaders.dates.periods import first_day, last_day, unit_of

_PRECISION = {
    "day": "DAY",
    "week": "WEEK",
    "weekend": "WEEK",
    "month": "MONTH",
    "quarter": "QUARTER",
    "season": "QUARTER",
    "half": "RANGE",
    "fiscal year": "YEAR",
    "year": "YEAR",
    "decade": "DECADE",
    "century": "RANGE",
    "millennium": "RANGE",
}


def interval(expression_value: str, published: date | None) -> DateInterval | None:
    """Return the days that a TIMEX3 value covers, both ends included.

    A time of day gives its day, the present the day of publication. Seasons are those of the
    northern half of the earth, in whole months: the winter of a year runs from December to the
    end of February. A fiscal year is taken to be the calendar year. Values that name no period
    on the calendar give None: durations, sets, past and future, and unknown years.

    Args:
        expression_value: The value of an expression of type DATE or TIME, such as ``2017-W34``.
        published: The day of publication, if that is known.
    """
    if expression_value == "PRESENT_REF":
        if published is None:
            return None
        return DateInterval(published.isoformat(), published.isoformat(), "DAY", "TEXT")
    value = expression_value.rstrip("-X") if expression_value[:1].isdigit() else expression_value
    unit, first = unit_of(value), first_day(value)
    if unit is None or first is None:
        return None
    last = last_day(first, unit)
    if last is None:
        return None
    return DateInterval(first.isoformat(), last.isoformat(), _PRECISION[unit], "TEXT")
