"""The date that "a week later" or "the previous month" counts from."""

from loaders.dates.choices import tense_of
from loaders.dates.reading import Context


def anchor(context: Context, start: int, end: int) -> str:
    """Return the value of the date that the expression at ``start`` to ``end`` counts from.

    That is the one named last. But a story of what was does not go on from a day to come that an
    earlier sentence named: "They meet on Friday. The day before, he had left" is of the day before
    publication's.
    """
    told = tense_of(context, start, end)
    return context.behind if told == "past" and context.behind else context.reference
