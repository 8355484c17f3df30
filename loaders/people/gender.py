"""Gender of people, as far as words beside a name or the first name tell it."""

from collections.abc import Iterable
from typing import Literal

from loaders.gazetteer.word_list import word_list
from loaders.people.name_reading import load_given_names

Gender = Literal["feminine", "masculine"]

GENDERS: tuple[Gender, Gender] = ("feminine", "masculine")


def gender_of_words(words: Iterable[str]) -> Gender | None:
    """Return the gender that words beside a name tell: "Mrs", "sister", "spokesman"."""
    lowers = {word.lower().rstrip(".") for word in words}
    return next((one for one in GENDERS if lowers & word_list(f"{one}_words")), None)


def gender_of_name(name: str) -> Gender | None:
    """Return the gender that the first of several names tells, None where it may be both."""
    first, *others = name.split()
    if not others or first in word_list("family_names_first") | word_list("unisex_names"):
        return None
    if first in word_list("feminine_names"):
        return "feminine"
    return "masculine" if first in load_given_names() else None
