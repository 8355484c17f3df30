"""Paragraphs: the stretches of a text that no sentence crosses.

They end at a blank line, at the end of a line that ends like a sentence, and before a line that
opens with the mark or the number of a list.
"""

import re

from loaders.text.chunk import Chunk, read_chunks

_BREAK = re.compile(
    r"\n[^\S\n]*\n\s*"
    r"|(?<=[.!?:\"')])[^\S\n]*\n\s*"
    r"|\n(?=[^\S\n]*(?:[\u2022\u2023\u25aa\u25cf*-]|\(?(?:\d{1,2}|[a-z])[.)])[^\S\n])"
)


def find_paragraphs(text: str, folded: str, start: int = 0) -> list[tuple[Chunk, ...]]:
    """Return the paragraphs of a text behind ``start``, as their chunks; none is empty.

    ``folded`` is the same text, folded: the chunks are read from it.
    """
    breaks = [match.start() for match in _BREAK.finditer(text, start)]
    spans = zip([start, *breaks], [*breaks, len(text)], strict=True)
    found = (tuple(read_chunks(folded, *span)) for span in spans)
    return [chunks for chunks in found if chunks]
