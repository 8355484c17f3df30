"""Systems of transcription: names of one script that were written by the rules of two of them."""

import re
from collections.abc import Sequence
from typing import Final

from graph.identity.traditions import Tradition, folded

_OLDER: Final = re.compile(
    r"hs|t[sz]|ss|^(?:k(?!ong|ou|ai|an|ang|ao|e|u)|p(?!a|e|i|o|u))|ung$|ieh$|ien$|uei|ih$|kuo|eh$"
)
"""What no word of Pinyin holds: where one name has it, the other may be the same in Pinyin."""


def are_transcriptions(one: Sequence[str], other: Sequence[str], tradition: Tradition) -> bool:
    """Whether two names may be one name in two systems.

    Within one system two spellings are two names. Whether a Chinese name is written by the older
    one is seen from its words, and from given names that are parted, which Pinyin joins.
    """
    mine, theirs = (folded("".join(words), tradition) for words in (one, other))
    if mine != theirs and "".join(_heard(one, tradition)) != "".join(_heard(other, tradition)):
        return False
    if tradition.name != "Chinese":
        return True
    return len(one) != len(other) or _is_older(one) != _is_older(other)


def _heard(words: Sequence[str], tradition: Tradition) -> list[str]:
    return [folded(word, tradition) for word in words]


def _is_older(words: Sequence[str]) -> bool:
    return any(_OLDER.search(word) for word in words)
