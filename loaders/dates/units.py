"""Names of units of time."""

from loaders.dates.vocabulary import PLURALS

CLOCK_UNITS = frozenset({"hour", "minute", "second"})


def singular(unit: str) -> str:
    """Return the singular of a unit in small letters: century for centuries."""
    unit = unit.lower()
    return PLURALS.get(unit) or unit.removesuffix("s")


def is_plural(unit: str) -> bool:
    """Tell whether a unit is written in the plural."""
    return singular(unit) != unit.lower()
