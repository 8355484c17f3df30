"""Datelines that tell the day of a report: "NAIROBI, March 14, 2023 - ".

They date an article of which nothing else tells when it was published. A dateline without a year
dates nothing, for years are not guessed.
"""

import re

from loaders.sources.entry import ArticleError
from loaders.sources.published import DateRules, parse_published
from loaders.text.folding import fold
from loaders.text.sentence import body_start

_DAY = re.compile(r"[A-Z]\w{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z]\w{2,8}\.?,? \d{4}")


def dateline_day(paragraph: str, rules: DateRules) -> str | None:
    """Return the day of the dateline that opens a paragraph, as ISO 8601.

    None if there is none, or one on which no report can have been sent.
    """
    folded = fold(paragraph)
    day = _DAY.search(folded, 0, body_start(folded, 0, len(folded)))
    if day is None:
        return None
    try:
        return parse_published(day.group(), rules, name="The dateline")
    except ArticleError:
        return None
