"""Parts: the words that are written as one token."""

import re
from calendar import month_abbr
from functools import lru_cache

_PREFIX = (
    r"anti|arch|bi|co|counter|cross|de|e|ex|hyper|inter|intra|macro|mega|micro|mid|mini|multi|neo"
    r"|non|over|post|pre|pro|pseudo|psycho|re|semi|socio|sub|super|trans|ultra|un"
)
_SUFFIX = r"esque|wise"
_INTERJECTION = r"uh|huh|oh|ho|hoo|ha|ah|aha|hm+|m+|whoo|woo|ooh|ow|wow|yoo|yee|e+"
_UNIT = (
    r"am|pm|mm|cm|km|kg|mg|ml|ft|lbs?|oz|hz|khz|mhz|ghz|mph|kph|kb|mb|gb|tb|bn|mn|tn|hrs?|mins?"
    r"|secs?|yrs?|wks?|hh|sq|px|mpg|[a-z]{4,}"
)
_SIGN = r"%|[mkbMKpxtFC]|\u00b0[CF]?|\u00ba"
"""Units of one letter, whose case tells: "5K" is five thousand, "4G" is a name."""

_HYPHENED = re.compile(r"(?:(?:[^\W\d_]\.)+|[\w'&]+)(?:-[\w'&]+)+")
_JOINED_AT_HYPHEN = re.compile(rf"(?i)(?:{_PREFIX})")
_JOINED_BEFORE_HYPHEN = re.compile(rf"(?i)(?:{_SUFFIX})")
_EXCLAIMED = re.compile(rf"(?i)(?:{_INTERJECTION})(?:-(?:{_INTERJECTION}))+")

_MEASURE = re.compile(rf"([\d.,:]*\d)(sq)?({_SIGN}|(?i:{_UNIT}))")
_ORDINAL = re.compile(r"(?i)\d+(?:st|nd|rd|th)")
_DIMENSIONS = re.compile(r"\d+(?:x\d+)+")
_TIMES = re.compile(r"([1-9]\d?)(x)([a-z]{3,})")
_MONEY = re.compile(r"((?i:rs|inr|usd|eur|gbp|aud|cad|jpy|chf|hkd|irr|cny|rub|ad|bc))(\d[\d,.]*)")
_DAY = re.compile(rf"(\d{{1,2}})({'|'.join(filter(None, month_abbr))})(\d{{2}}|\d{{4}})")

_CONTRACTED = re.compile(
    r"(?i)(do|dose|does|did|ca|could|would|should|wo|is|was|wase|are|ar|were|ai|have|has|had)(nt)"
    r"|(i)(m|ve)|(you|they)(re|ve|ll)|(it)(ll)|(that|there|here|what|he|she|let)(s)"
    r"|(everyone|anyone|someone|else|today|tomorrow|children|women)(s)"
    r"|(gon|wan)(na)|(wan)(a)|(got|out|lot)(ta)|(can)(not)|(gim|lem)(me)|(du)(n)(no)|(a)(lot|bit)"
    r"|(at)(least)|(in)(fact|case)|(of)(course)|(as)(well)|(each)(other)|(after)(all)|(thank)(you)"
    r"|(high)(school)|(last)(night)"
)
_RUN_ON = re.compile(r"(?i)(i)('m)(a)|(\w+)(n't)(a)|(y')(all)|(c'm)(on)")
"""Words with an apostrophe whose blank is left out: "I'ma student", "isn'ta"."""

_TRAILED_OFF = re.compile(r"(\.{3,})([?!])")
_LONGEST = 100


@lru_cache(maxsize=8192)
def word_parts(token: str) -> tuple[str, ...]:
    """Return the words of a token; together they are the token."""
    if token.isalpha():
        return _first(_CONTRACTED, token) if len(token) < _LONGEST else (token,)
    if len(token) > _LONGEST:
        return (token,)
    if token[0].isdigit():
        return _numbers(token)
    if "'" in token and (found := _first(_RUN_ON, token)) != (token,):
        return found
    if "-" in token and _HYPHENED.fullmatch(token):
        return _at_hyphens(token)
    return _first(_TRAILED_OFF if token[0] == "." else _MONEY, token)


def _first(pattern: re.Pattern[str], token: str) -> tuple[str, ...]:
    found = pattern.fullmatch(token)
    return tuple(filter(None, found.groups())) if found else (token,)


def _numbers(token: str) -> tuple[str, ...]:
    """Part a number from its unit, and those of "2pm-5pm" or "3x5" from each other."""
    if _ORDINAL.fullmatch(token):
        return (token,)
    if _DIMENSIONS.fullmatch(token):
        return tuple(re.split("(x)", token))
    if found := _MEASURE.fullmatch(token):
        return tuple(filter(None, found.groups()))
    if found := _TIMES.fullmatch(token):
        return found.groups()
    if found := _DAY.fullmatch(token):
        return found.groups()
    parts = token.split("-")
    if len(parts) == 2 and all(map(_MEASURE.fullmatch, parts)):
        return (*_first(_MEASURE, parts[0]), "-", *_first(_MEASURE, parts[1]))
    return (token,)


def _at_hyphens(token: str) -> tuple[str, ...]:
    """Part a word at its hyphens, but not from a prefix or suffix: "anti-war" is one word."""
    if _EXCLAIMED.fullmatch(token):
        return (token,)
    parts: list[str] = []
    joined = False
    for part in token.split("-"):
        if joined or (parts and _JOINED_BEFORE_HYPHEN.fullmatch(part)):
            parts[-1] += f"-{part}"
        else:
            parts.extend(("-", part) if parts else (part,))
        joined = _JOINED_AT_HYPHEN.fullmatch(part) is not None
    return tuple(parts)
