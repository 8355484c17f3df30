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

GENERATIONS: Final = _words("jr sr junior senior ii iii iv")
"""Words that tell a father from a son."""

LITTLE: Final = _words("the of and for de la du des der die und et in to")
"""Words within the names of organizations that may be left out."""

LEGAL: Final = _words(
    "inc corp corporation co company ltd limited plc llc ag gmbh sa nv bv spa ab oy pte pvt jsc"
    " pjsc ojsc oao pao zao ooo pt group holdings"
)
"""Words that companies add to their name or leave out."""

PARTY: Final = "party"
"""The word that parties are called with or without: Likud, the Likud party."""

MINISTRIES: Final = _words("ministry department")
"""Bodies whose field may be told with or without the word affairs."""

SPELLINGS: Final = {
    "defence": "defense",
    "centre": "center",
    "labour": "labor",
    "organisation": "organization",
    "programme": "program",
    "internal": "interior",
}
"""Words that are spelled or said in two ways, with the one that stands for both."""
