"""Reading names: how far a person's name reaches."""

from collections.abc import Sequence
from functools import cache

from loaders.gazetteer.table import read_table
from loaders.gazetteer.word_list import word_list
from loaders.text.folding import fold
from loaders.text.token import Token

LONGEST_NAME = 6
"""Words; longer runs of capitals are titles and headlines."""

_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))


def is_generation(word: str) -> bool:
    """Whether a word behind a name tells which of a family has it: "Jr.", "III"."""
    return word.casefold().rstrip(".") in _GENERATIONS


@cache
def load_given_names() -> frozenset[str]:
    """Return common given names, and family names that stand first."""
    return frozenset(fold(row["text"]) for row in read_table("given_names"))


def is_name_word(token: Token) -> bool:
    """Whether a token can be part of a person's name."""
    text = token.text
    if not text[0].isupper() or text in word_list("no_names") or text.endswith("."):
        return len(text) == 2 and text[0].isupper() and text[1] == "."
    lettered = all(character.isalpha() or character in "-'" for character in text)
    return lettered and (len(text) == 1 or not text.isupper())


def read_name(tokens: Sequence[Token], first: int, blocked: frozenset[int]) -> int:
    """Return where a name that begins at a token ends; ``first`` when none begins there.

    ``blocked`` are tokens of other names. Words of a name are apart by one blank.
    """
    last = first
    while last < len(tokens) and last - first < LONGEST_NAME and last not in blocked:
        token = tokens[last]
        if last > first and token.start - tokens[last - 1].end != 1:
            break
        particle = token.lower in word_list("particles") and _leads_name(tokens, last)
        prefixed = token.text.startswith(("al-", "el-", "ul-")) and token.text[3:4].isupper()
        joined = particle and (last > first or not token.text[0].isupper())
        if not (joined or prefixed or is_name_word(token)):
            break
        last += 1
    while last > first and tokens[last - 1].lower in word_list("particles"):
        last -= 1
    only_particles = all(
        not token.text[0].isupper() and "-" not in token.text for token in tokens[first:last]
    )
    return first if only_particles else last


def _leads_name(tokens: Sequence[Token], index: int) -> bool:
    following = tokens[index + 1 : index + 3]
    return any(is_name_word(token) for token in following)


def may_be_person(tokens: Sequence[Token]) -> bool:
    """Whether no word of a name forbids that it is a person's; the first may be a family name."""
    return not any(token.text in word_list("no_person_words") for token in tokens[1:] or tokens)
