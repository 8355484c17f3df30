"""Wording: how alike two texts are, and the keys under which alike texts are found.

Texts are compared by their shingles: all runs of ``RUN`` words. MinHash signatures of the shingles
are cut into bands, and texts that agree in one band are compared in full (A. Broder, "On the
resemblance and containment of documents", 1997; the bands are those of locality-sensitive hashing).
"""

import re
from dataclasses import dataclass
from hashlib import blake2b

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

_WORD = re.compile(r"\w+")

Shingles = frozenset[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording of an article, and the key of each band to find it by."""

    title: str
    text: str
    keys: list[str]

    def shingles(self) -> Shingles:
        """What is compared."""
        return shingles(self.title, self.text)


def read_wording(title: str, text: str) -> Wording:
    """The wording of an article."""
    return Wording(title, text, band_keys(shingles(title, text)))


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


def band_keys(given: Shingles) -> list[str]:
    """The key of each band; none for a text that is too short to be compared.

    A key names the version of the algorithm: signatures of another must not be compared with it.
    """
    if len(given) < FEWEST:
        return []
    minima = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    minima.update(sorted(given))
    signature = minima.digest()
    return [_key(signature[at : at + ROWS]) for at in range(0, len(signature), ROWS)]


def _key(band: list[int]) -> str:
    told = f"{RMinHash.ALGORITHM_VERSION}:{band}"
    return blake2b(told.encode(), digest_size=8).hexdigest()
