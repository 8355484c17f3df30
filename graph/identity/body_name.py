"""Names of bodies as they are compared."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from graph.identity.body_words import body_words, national_words, without_nation
from graph.identity.names import read_name

KEPT: Final = 2048
_HYPHENED: Final = re.compile(r"(?<=\b[Cc]o)-(?=o)")
_BRACKETED: Final = re.compile(r" \((?=[^)]*[A-Z][^)]*[A-Z])[A-Z][\w.&-]{1,9}\)$")
"""An abbreviation in brackets behind the name that it stands for."""
_ASSIMILATED: Final = re.compile(r"\b[Aa](?:[drsnzt]|sh|th|dh)-(?=[A-Z])")
"""The article before letters that it takes the sound of: an-Nusra."""
_OWNED: Final = re.compile(r"^([A-Z]\w+)['\u2019]s ")
"""What may be a nation that a body is said to be of: Egypt's Ministry of Interior."""
_NO_FIELD: Final = frozenset(
    ("affairs", "relations", "national", "federal", "general", "ministry", "department", "bureau")
)
"""Words of a ministry's name that do not tell its field."""


@dataclass(frozen=True)
class BodyName:
    """One form of the name of a body: ``words`` are those that tell one from another.

    ``fields`` are those of a ministry, in the order of its name; ``raw`` are the words as
    they were written, none taken for another.
    """

    words: tuple[str, ...]
    fields: tuple[tuple[str, ...], ...]
    raw: tuple[str, ...]

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The words but for what the body is, if they name it: Polisario of the Polisario Front."""
        table = body_words()
        rest = tuple(word for word in self.words if word not in table.kinds_of_body)
        return rest if any(_tells(word) for word in rest) else self.words

    @property
    def spelled(self) -> str:
        """All letters in a row."""
        return "".join(self.raw)

    @property
    def is_common(self) -> bool:
        """Whether bodies of many nations are called so: the Central Bank."""
        return all(word in body_words().known or word.isdigit() for word in self.words)


def _tells(word: str) -> bool:
    """Whether hardly two bodies are named with a word."""
    return word not in body_words().known and word not in national_words() and not word.isdigit()


@lru_cache(maxsize=KEPT)
def read_body(form: str, nation: str | None = None) -> BodyName:
    """The name of a body; of a ``nation``, without the words that name that."""
    table = body_words()
    given = [
        expanded
        for word in read_name(_written(form)).words
        for expanded in table.short.get(word, word).split()
    ]
    whole = tuple(table.standing.get(word, word) for word in given)
    if nation:
        whole = without_nation(whole, nation) or whole
    words = [word for word in whole if word not in table.left_out] or list(whole)
    _strip(words, table.legal_forms)
    while len(words) > 1 and words[-1] in table.trades:
        words.pop()
    if "party" in words and len(words) > 1:
        words.remove("party")
    if "affairs" in words and len(words) > 2 and not {"ministry", "department"}.isdisjoint(words):
        words.remove("affairs")
    spelled = [word for word in given if word not in table.left_out] or given
    _strip(spelled, table.legal_forms)
    return BodyName(tuple(words), _fields(whole), tuple(spelled))


def _written(form: str) -> str:
    """The form as others write it: no abbreviation behind it, no genitive, one Arabic article."""
    form = _ASSIMILATED.sub("al-", _BRACKETED.sub("", _HYPHENED.sub("", form)))
    owned = _OWNED.match(form)
    if owned and owned[1].casefold() in national_words():
        return f"{owned[1]} {form[owned.end() :]}"
    return form


def _strip(words: list[str], legal: frozenset[str]) -> None:
    while len(words) > 1 and words[-1] in legal:
        words.pop()
    while len(words) > 1 and words[0] in legal:
        words.pop(0)


def _fields(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The fields of a ministry: (foreign,) of the Ministry of Foreign Affairs."""
    table = body_words()
    chief = table.standing_fields
    office = words[-1:] == ("bureau",) and any(word in chief for word in words)
    if not office and "ministry" not in words and "department" not in words:
        return ()
    parts: list[list[str]] = [[]]
    for word in words:
        if word in ("and", "y", "e"):
            parts.append([])
        elif word not in _NO_FIELD and word not in table.left_out:
            parts[-1].append(chief.get(word, word))
    return tuple(tuple(part) for part in parts if part)
