"""Words of time inside names, which are no expressions of time: China Daily, High Noon."""

import re

from loaders.dates.reading import Context

_SENTENCE_START = re.compile(r"(?:^|[.!?:\"'`)_\n])\s*$")


def is_name(match: re.Match[str], context: Context) -> bool:
    """Tell whether a word with a capital within a sentence is part of a name: China Daily."""
    text = match[0]
    if not text[0].isupper():
        return False
    return not _SENTENCE_START.search(context.before(match.start()))
