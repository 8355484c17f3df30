"""Windows: a sentence that is too long for the encoder, cut where it hurts least."""

from collections.abc import Sequence

from loaders.language.subwords import SubwordReader

LONGEST_WINDOW = 240
"""Sub-words of a window; the model never saw a longer sentence."""

_BREAKS = frozenset([".", ";", ":", "!", "?", "--", "\u2014", "\u2013", ","])


def find_windows(words: Sequence[str], reader: SubwordReader) -> list[tuple[int, int]]:
    """Return the stretches of words that are read at a time: nearly always one.

    A stretch ends after the last mark of punctuation in its second half, or where it is full.
    """
    lengths = [len(reader.pieces(word)) for word in words]
    windows: list[tuple[int, int]] = []
    first = total = 0
    for position, length in enumerate(lengths):
        if total + length > LONGEST_WINDOW:
            last = _last_break(words, first, position)
            windows.append((first, last))
            first, total = last, sum(lengths[last:position])
        total += length
    windows.append((first, len(words)))
    return windows


def _last_break(words: Sequence[str], first: int, full: int) -> int:
    for position in range(full - 1, (first + full) // 2, -1):
        if words[position] in _BREAKS:
            return position + 1
    return full
