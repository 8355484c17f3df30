"""Closed lists of words that names have beside what tells one from another."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ADDRESS: Final = _words("mr mrs ms miss dr sir dame lord lady professor")
"""Words of address, which are no part of a name."""

TITLES: Final = _words(
    "admiral ambassador archbishop ayatollah captain cardinal col colonel crown emir field gen"
    " general governor imam judge justice king lt major marshal maulana minister mufti mullah pope"
    " president prince princess queen rev senator shaikh sheik sheikh"
)
"""Words before the full name of a person that may be left out."""

ARTICLES: Final = _words("al el")
"""Words within the names of people that may be left out."""

SERVANT: Final = _words("abd abdul abdel abdal abdoul")
"""Servant of: with the word that follows it is one name."""

SONS: Final = _words("bin ibn bint binti ben")
"""Words within a name behind which that of the father stands."""

NUMERALS: Final = _words(
    "ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii"
)
"""Roman numerals that are no initials."""

GENERATIONS: Final = _words("jr sr junior senior") | NUMERALS
"""Words that tell a father from a son."""

RULERS: Final = _words("king queen pope emperor empress sultan emir shah")
"""Titles of those who go by a first name and a numeral."""
