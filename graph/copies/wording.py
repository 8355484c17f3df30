"""Wording: how alike two texts are, and the keys under which alike texts are found.

Texts are compared by their shingles: all runs of ``RUN`` words. MinHash signatures of the shingles
are cut into bands (A. Broder, "On the resemblance and containment of documents", 1997; the bands
are those of locality-sensitive hashing). Of texts that agree in one band the sketches are compared:
six bits of each value of the signature (P. Li and A. König, "b-bit minwise hashing", 2010). Only
those whose sketches agree enough are compared in full, for most share a band by chance.
"""

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from operator import eq
from typing import Final

from rensa import RMinHash

RUN = 3
"""Words a shingle: with more, one changed word would weigh more."""
FEWEST = 30
"""Shingles that a text must have to be compared: shorter ones are alike by chance."""
ALIKE = 0.6
"""The share of shingles in common from which on two texts are one report.

Two reports of one event that were written independently have less than 0.1 in common.
"""
BANDS = 12
ROWS = 4
"""Values a band. Of texts that are 0.6, 0.7, 0.8 alike, 81, 96 and 99.9 % agree in some band."""
SEED = 20170824
LETTERS: Final = string.ascii_letters + string.digits + "-_"
"""One for each value of six bits."""
AGREEING = 20
"""Letters of 48 in which sketches must agree. Of texts that are 0.6 alike and share a band, 3 in
10,000 agree in fewer; of those 0.2 alike, which share one by chance, 15 in 1,000 in as many."""

_WORD = re.compile(r"\w+")

Shingles = frozenset[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording of an article, the key of each band to find it by, and its sketch.

    A text that is too short to be compared has no keys and an empty sketch.
    """

    title: str
    text: str
    keys: list[str]
    sketch: str

    def shingles(self) -> Shingles:
        """What is compared."""
        return shingles(self.title, self.text)


def read_wording(title: str, text: str) -> Wording:
    """The wording of an article."""
    values = _signature(shingles(title, text))
    return Wording(title, text, _keys(values), "".join(LETTERS[one % 64] for one in values))


def shingles(title: str, text: str) -> Shingles:
    """The shingles of an article's body; whoever copies a report gives it another headline."""
    words = _WORD.findall(text.removeprefix(title).casefold())
    return frozenset(map(" ".join, zip(*(words[at:] for at in range(RUN)), strict=False)))


def are_alike(one: Shingles, other: Shingles) -> bool:
    """Whether two texts are one report."""
    if min(len(one), len(other)) < FEWEST:
        return False
    common = len(one & other)
    return common >= ALIKE * (len(one) + len(other) - common)


def agreement(one: str, other: str) -> int:
    """In how many letters two sketches agree."""
    return sum(map(eq, one, other))


def _signature(given: Shingles) -> Sequence[int]:
    if len(given) < FEWEST:
        return ()
    minima = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    minima.update(sorted(given))
    return minima.digest()


def _keys(signature: Sequence[int]) -> list[str]:
    return [_key([*signature[at : at + ROWS]]) for at in range(0, len(signature), ROWS)]


def _key(band: list[int]) -> str:
    """A key names the version of the algorithm: signatures of others must not be compared."""
    told = f"{RMinHash.ALGORITHM_VERSION}:{band}"
    return blake2b(told.encode(), digest_size=8).hexdigest()
