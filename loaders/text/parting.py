"""Parting: sentences that turn out to be several are cut, and all are numbered anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.text.sentence import Sentence, body_start


@dataclass(frozen=True, slots=True)
class Cut:
    """A place within a sentence: where one part ends and, behind blanks, another begins."""

    end: int
    start: int


def part_sentences(
    sentences: Sequence[Sentence], cuts: Mapping[int, Sequence[Cut]], folded: str
) -> tuple[Sentence, ...]:
    """Return the sentences, cut; ``cuts`` gives those of a sentence by its number, in order."""
    parted: list[Sentence] = []
    for sentence in sentences:
        own = cuts.get(sentence.index, ())
        starts = [sentence.start, *(cut.start for cut in own)]
        ends = [*(cut.end for cut in own), sentence.end]
        for start, end in zip(starts, ends, strict=True):
            body = sentence.body if start == sentence.start else body_start(folded, start, end)
            parted.append(replace(sentence, index=len(parted), start=start, end=end, body=body))
    return tuple(parted)
