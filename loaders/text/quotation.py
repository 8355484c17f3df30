"""Quotations: the stretches between double quotation marks, paragraph by paragraph."""

from dataclasses import dataclass

from loaders.text.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between double quotation marks, the marks included."""

    start: int
    end: int


def find_quotations(folded: str, sentences: tuple[Sentence, ...]) -> tuple[Quotation, ...]:
    """Return the quotations; one that is left open ends with its paragraph."""
    found: list[Quotation] = []
    paragraph_ends = {sentence.paragraph: sentence.end for sentence in sentences}
    paragraph_starts = {sentence.paragraph: sentence.start for sentence in reversed(sentences)}
    for number, end in paragraph_ends.items():
        opened = -1
        position = folded.find('"', paragraph_starts[number], end)
        while position >= 0:
            if opened < 0:
                opened = position
            else:
                found.append(Quotation(opened, position + 1))
                opened = -1
            position = folded.find('"', position + 1, end)
        if opened >= 0:
            found.append(Quotation(opened, end))
    return tuple(found)
