"""Word lists: the closed lists of words of ``words.yaml``, by name."""

from functools import cache
from importlib.resources import files

import yaml


@cache
def _lists() -> dict[str, frozenset[str]]:
    content = files("loaders").joinpath("data", "words.yaml").read_text(encoding="utf-8")
    raw: dict[str, dict[str, str]] = yaml.safe_load(content)
    return {name: frozenset(given["words"].split()) for name, given in raw.items()}


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of a list; KeyError where there is no list of that name."""
    return _lists()[name]
