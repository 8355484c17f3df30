"""Shapes: how a word is written, which the uncased encoder would not see.

The numbers are part of the trained model: never reorder, only append.
"""

SHAPES = (
    "none",
    "lower",
    "title",
    "capitals",
    "initial",
    "mixed",
    "lettered",
    "digits",
    "alphanumeric",
    "mark",
    "uncased",
    "hyphened",
)
"""The shapes by number; "none" is that of special tokens and padding.

lower: agreed; title: Seoul; capitals: NATO; initial: one capital letter; mixed: McDonald;
lettered: U.S., p.m.; digits: 5,000; alphanumeric: G20; mark: punctuation; uncased: letters of a
script without capitals; hyphened: a title-case word that goes on in another way (U.S.-led, Mi-24).
"""

_NUMBER = {name: number for number, name in enumerate(SHAPES)}


def shape_of(word: str) -> int:
    """Return the number of a word's shape."""
    return _NUMBER[_shape(word)]


def _shape(word: str) -> str:
    letters = [character for character in word if character.isalpha()]
    if not letters:
        return "digits" if any(map(str.isdigit, word)) else "mark"
    if any(map(str.isdigit, word)):
        return "alphanumeric"
    if "." in word[1:]:
        return "hyphened" if "-" in word else "lettered"
    return _letter_shape(word, letters)


def _letter_shape(word: str, letters: list[str]) -> str:
    upper = sum(map(str.isupper, letters))
    if upper == 0:
        return "lower" if any(map(str.islower, letters)) else "uncased"
    if upper == len(letters):
        return "initial" if len(letters) == 1 else "capitals"
    if upper == 1 and word[0].isupper():
        return "hyphened" if "-" in word else "title"
    return "title" if _all_parts_titled(word) else "mixed"


def _all_parts_titled(word: str) -> bool:
    parts = word.replace("'", "-").split("-")
    return len(parts) > 1 and all(
        part[:1].isupper() and part[1:] == part[1:].lower() for part in parts
    )
