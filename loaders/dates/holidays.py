"""Holidays whose day is fixed or can be computed, most of them known in the news of the world."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

Feast = Callable[[int], date]


def easter(year: int) -> date:
    """Return Easter Sunday of the Western churches, by the anonymous Gregorian computus."""
    century = year // 100
    golden = year % 19
    skipped = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = skipped - skipped // 28 * (1 - 29 // (skipped + 1) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - sunday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def _fixed(month: int, day: int) -> Feast:
    return lambda year: date(year, month, day)


def _after_easter(days: int) -> Feast:
    return lambda year: easter(year) + timedelta(days=days)


def _nth(number: int, weekday: int, month: int, plus: int = 0) -> Feast:
    """The nth (or, for 0, the last) weekday (Monday is 0) of a month, and some days more."""

    def feast(year: int) -> date:
        if number:
            first = date(year, month, 1)
            days = (weekday - first.weekday()) % 7 + 7 * (number - 1)
        else:
            first = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            days = -((first.weekday() - weekday) % 7)
        return first + timedelta(days=days + plus)

    return feast


HOLIDAYS: Mapping[str, Feast] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "new year's": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "orthodox christmas": _fixed(1, 7),
    "martin luther king day": _nth(3, 0, 1),
    "martin luther king jr. day": _nth(3, 0, 1),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "presidents day": _nth(3, 0, 2),
    "presidents' day": _nth(3, 0, 2),
    "international women's day": _fixed(3, 8),
    "st. patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "april fool's day": _fixed(4, 1),
    "mardi gras": _after_easter(-47),
    "shrove tuesday": _after_easter(-47),
    "ash wednesday": _after_easter(-46),
    "palm sunday": _after_easter(-7),
    "maundy thursday": _after_easter(-3),
    "good friday": _after_easter(-2),
    "easter sunday": _after_easter(0),
    "easter monday": _after_easter(1),
    "easter": _after_easter(0),
    "ascension day": _after_easter(39),
    "pentecost": _after_easter(49),
    "whit monday": _after_easter(50),
    "holocaust remembrance day": _fixed(1, 27),
    "australia day": _fixed(1, 26),
    "earth day": _fixed(4, 22),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "international workers' day": _fixed(5, 1),
    "world press freedom day": _fixed(5, 3),
    "cinco de mayo": _fixed(5, 5),
    "victory day": _fixed(5, 9),
    "world environment day": _fixed(6, 5),
    "flag day": _fixed(6, 14),
    "juneteenth": _fixed(6, 19),
    "world refugee day": _fixed(6, 20),
    "canada day": _fixed(7, 1),
    "mother's day": _nth(2, 6, 5),
    "memorial day": _nth(0, 0, 5),
    "father's day": _nth(3, 6, 6),
    "fourth of july": _fixed(7, 4),
    "july fourth": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(1, 0, 9),
    "columbus day": _nth(2, 0, 10),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "all saints day": _fixed(11, 1),
    "united nations day": _fixed(10, 24),
    "all souls' day": _fixed(11, 2),
    "guy fawkes night": _fixed(11, 5),
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "thanksgiving day": _nth(4, 3, 11),
    "thanksgiving": _nth(4, 3, 11),
    "black friday": _nth(4, 3, 11, plus=1),
    "cyber monday": _nth(4, 3, 11, plus=4),
    "world aids day": _fixed(12, 1),
    "human rights day": _fixed(12, 10),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
}
