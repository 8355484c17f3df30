"""Boilerplate: the lines of a page that are no part of the article.

Each rule matches a whole line. They are narrow on purpose: a line too many costs little, a lost
line of the article costs its facts.
"""

import re
from dataclasses import dataclass

MAX_LENGTH = 500
"""Characters; a longer line is text, whatever it begins with."""

_NETWORK = (
    r"(?:Facebook|Twitter|X|Whats\s?App|Linked\s?In|Pinterest|Reddit|E-?mail|Mail|Messenger"
    r"|Telegram|Tumblr|Flipboard|Pocket|Google\s?(?:\+|Plus|News)|Instagram|YouTube|Threads"
    r"|Bluesky|Mastodon|WeChat|Weibo|Kakao\s?Talk|Viber|VK|SMS|Copy\s(?:the\s)?(?:link|URL))"
)
_NETWORKS = rf"{_NETWORK}(?:\s*(?:,|/|\||&|\band\b|\bor\b|\s)\s*{_NETWORK})*"
_BUTTON = re.compile(
    rf"""(?P<verb>Share|Tweet|Pin\sit|Retweet|Follow|Send|Save|Print|Post|Pin|Like|E-?mail|Comments?)
         (?:\s(?:this|the)\s(?:article|story|page|post|news)\b|\sthis\b)?
         (?:\s(?:on|via|by|to|with|using|through)\s{_NETWORKS})?\b
         (?:\s\(opens\sin\s(?:a\s)?new\swindow\))?
       | {_NETWORK}(?![\w+])""",
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN_BUTTONS = re.compile(r"[\s|·•,/:&-]*(?:\(?\d+\)?[\s|·•,/:&-]*)?")
_ALONE = frozenset({"share", "tweet", "retweet", "pin it", "copy link", "copy the link"})

# Words of a name or credit. No separator may also be part of a word, or matching would explode.
_NAME = r"(?:[A-Z][\w.'\u2019&-]*|of|for|via|from|the|and|de|van|von|al|\d{4}(?:-\d{4})?)"
_NAMES = rf"{_NAME}(?:[\s/|,\u2013©]+{_NAME})*"
_AGENCY = (
    r"(?:AP|AFP|EPA|EPA-EFE|ANI|PTI|TASS|Reuters|REUTERS|Xinhua|Yonhap|Kyodo|Bloomberg"
    r"|Getty\sImages|Getty|Shutterstock|Alamy|Pool|Handout)"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of boilerplate line and the pattern of the whole line."""

    name: str
    pattern: re.Pattern[str]


def _rule(name: str, pattern: str, flags: int = re.IGNORECASE) -> Rule:
    return Rule(name, re.compile(pattern, flags | re.VERBOSE))


RULES: tuple[Rule, ...] = (
    _rule("pointer to another article", r"(?:Read\s(?:more|also|next)|Also\sread|See\salso):.*"),
    _rule("pointer to another article", r"Read\s(?:more|also|next|the\sfull\s(?:story|article))"),
    _rule(
        "pointer to another article",
        r"(?:Related(?:\s(?:articles?|stories|story|news|topics?|coverage|content|links?))?):.*",
    ),
    _rule(
        "pointer to another article",
        r"(?:Related\s(?:articles?|stories|topics?|coverage|content|links?)|Recommended\sfor\syou)",
    ),
    _rule(
        "advertisement",
        r"[-\u2013\u2014\[(\s]*(?:Advertisements?|Sponsored(?:\scontent)?)[-\u2013\u2014\])\s]*"
        r"|(?:Story|Article)\scontinues\s(?:below|after)(?:\sthe)?\sadvertisement",
    ),
    _rule(
        "newsletter",
        r"(?:Please\s)?(?:Sign\sup|Subscribe)(?:\s(?:here|now|today))?\s(?:for|to)\s.{0,120}"
        r"\bnewsletters?\b.{0,120}",
    ),
    _rule(
        "social networks",
        r"(?:Follow\s\w+(?:\s\w+){0,2}|(?:Like|Join|Find)\sus)"
        rf"\son\s{_NETWORKS}(?:\s@\w+)?[.!:]?",
    ),
    _rule(
        "copyright",
        r"(?:Copyright\s*)?(?:©|\(c\)\s*(?:Copyright\s*)?\d{4}\b).{0,200}",
    ),
    _rule("copyright", rf"(?i:copyright)\s(?:\(c\)\s)?\d{{4}}\s(?:by\s)?{_NAMES}", 0),
    _rule("copyright", r"(?:.{0,200}[.,;|]\s)?All\srights\sreserved\.?", 0),
    _rule(
        "copyright",
        r"This\smaterial\smay\snot\sbe\spublished,\sbroadcast,\srewritten.{0,80}",
    ),
    _rule(
        "cookies",
        r"(?:We|This\s(?:web)?site|Our\s(?:web)?site)\suses?\scookies(?:[.,]|\s(?:to|on|for|and|so|in)\b).{0,400}"
        r"|By\s(?:continuing|using|clicking|accepting)\b.{0,200}\bcookies\b.{0,200}"
        r"|(?:Accept|Reject|Manage)(?:\sall)?\scookies",
    ),
    _rule(
        "photo credit",
        r"[(\[]?(?:(?:[Ff]ile\s)?(?:[Pp]hoto|Image|Picture)(?:graph)?s?)(?:\s(?:credit|source|courtesy))?"
        rf"(?:\s?:\s?|\s(?:by|courtesy\sof)\s|\s?©\s?){_NAMES}[)\]]?",
        0,
    ),
    _rule(
        "photo credit",
        rf"[(\[]?{_AGENCY}(?:\s(?:File\s)?(?:Photo|Images|Pool))?\s?/\s?{_NAMES}[)\]]?",
        0,
    ),
)


def is_boilerplate(line: str) -> bool:
    """Tell whether a line, stripped of spaces around it, is no part of an article."""
    if len(line) > MAX_LENGTH:
        return False
    return _is_sharing(line) or any(rule.pattern.fullmatch(line) for rule in RULES)


def _is_sharing(line: str) -> bool:
    """Tell whether a line is made of nothing but sharing buttons and their counts.

    A lone button counts where it can hardly be anything else: "Share", "Email this story".
    """
    position, buttons = 0, list[re.Match[str]]()
    while button := _BUTTON.match(line, position):
        buttons.append(button)
        position = _end_of_separator(line, button.end())
    if not buttons or position < len(line):
        return False
    return len(buttons) > 1 or _stands_alone(buttons[0])


def _stands_alone(button: re.Match[str]) -> bool:
    with_object = button["verb"] is not None and button["verb"] != button[0]
    return with_object or button[0].casefold() in _ALONE


def _end_of_separator(line: str, position: int) -> int:
    between = _BETWEEN_BUTTONS.match(line, position)
    return between.end() if between else position
