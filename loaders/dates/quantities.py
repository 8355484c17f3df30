"""Amounts, as TIMEX3 writes them: ``2``, ``2.5``, ``X`` when uncounted, and durations: ``P2D``."""

import re

from loaders.dates.vocabulary import CARDINALS, ORDINALS, UNITS, VAGUE_AMOUNTS

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_VAGUE = re.compile(r"\b(?:" + "|".join(VAGUE_AMOUNTS) + r")\b")
_HALF = re.compile(r"[- ]and[- ]a[- ]half$")
_WORD = re.compile(r"[a-z]+")
_HALVES = {"day": "PT12H", "year": "P6M"}
# ISO 8601, which TIMEX3 follows, has no unit above the year.
_YEARS = {"decade": 10, "century": 100, "millennium": 1000}


def amount(text: str) -> float | None:
    """Return the number that an amount states, None when it counts nothing ("several").

    Args:
        text: A match of the template part ``amount``, such as ``two and a half`` or ``5 1/2``.
    """
    words = " ".join(text.lower().split())
    if _VAGUE.search(words):
        return None
    if words.endswith(("quarter", "quarter of a", "quarter of an")):
        return 0.25
    words, half = _HALF.subn("", words)
    return (_digits(words) if words[0].isdigit() else _spoken(words)) + half * 0.5


def _digits(text: str) -> float:
    number = re.match(r"[\d,.]*\d", text)
    assert number
    rest = text[number.end() :].strip(" -")
    whole = float(number[0].replace(",", ""))
    if rest in _FRACTIONS:
        return whole + _FRACTIONS[rest]
    if "/" in rest:
        above, below = rest.split("/")
        return whole + (int(above) / int(below) if int(below) else 0)
    return whole


def _spoken(text: str) -> float:
    if text.startswith(("half a dozen", "half dozen")):
        return 6
    if "half" in text:
        return 0.5
    if "couple" in text:
        return 2
    total, group = 0, 0
    for word in _WORD.findall(text):
        number = CARDINALS.get(word, 1 if word in {"a", "an"} else 0)
        if number >= 1000:
            total, group = total + (group or 1) * number, 0
        elif number in {12, 100} and word in {"dozen", "hundred"}:
            group = (group or 1) * number
        else:
            group = number if word in {"a", "an"} else group + number
    return total + group


def written(number: float | None) -> str:
    """Return the number as TIMEX3 writes it: without a needless fraction, X for None."""
    return "X" if number is None else f"{number:g}" if number < 1_000_000 else str(int(number))


def duration(number: float | None, unit: str) -> str:
    """Return the value of a duration: P2D, PT16H, P2.5Y, PXW; half hours as PT1H30M.

    Decades and centuries are counted in years: P20Y, and PXY when they are not counted.
    """
    letter = UNITS[unit]
    if number == 0.5 and unit in _HALVES:
        return _HALVES[unit]
    if unit in _YEARS:
        return f"P{written(None if number is None else number * _YEARS[unit])}Y"
    if unit == "fortnight" and number is not None:
        number *= 2
    if unit == "weekend":
        return f"P{written(number)}WE"
    if letter[0] != "T":
        return f"P{written(number)}{letter}"
    if unit == "hour" and number is not None and number % 1:
        hours, minutes = divmod(round(number * 60), 60)
        return f"PT{hours}H{minutes}M" if hours else f"PT{minutes}M"
    return f"PT{written(number)}{letter[1]}"


def ordinal(text: str) -> int:
    """Return the number of an ordinal in words or digits: 21 for ``21st`` or ``twenty-first``."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else ORDINALS["-".join(text.lower().replace("-", " ").split())]
