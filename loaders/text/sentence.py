"""Sentences: where they begin and end, and which of them is the headline.

A paragraph ends at a blank line, and at the end of a line that ends like a sentence. The headline
is a first line that repeats the title or, without one, has no full stop.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

from loaders.text.boundary import BoundaryModel
from loaders.text.boundary_clues import Habits
from loaders.text.full_stops import ruled_ends
from loaders.text.paragraph import find_paragraphs

SentenceKind = Literal["headline", "body"]


LONGEST_SENTENCE = 1000
"""Words of a sentence: what goes on for longer is a list or a table, and is cut after so many, for
much of what is done looks at a sentence as a whole, again and again."""

LEAST_DOUBT = -320
"""Weight of a place at which nothing to be seen says that a sentence ends."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place within a sentence where another might begin: at ``start``, but for what is lacking.

    ``weight`` is what the clues weigh beyond what they must (see ``BoundaryModel``), never above
    nought; those who read the words may add to it.
    """

    start: int
    weight: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the text.

    ``body`` is where it begins after a dateline such as "BEIJING (AP) -"; without a dateline it
    equals ``start``. Where no doubt is noted, the weight is ``LEAST_DOUBT``.
    """

    index: int
    start: int
    end: int
    body: int
    paragraph: int
    kind: SentenceKind = "body"
    doubts: tuple[Doubt, ...] = field(default=(), compare=False, repr=False)


_DATELINE = re.compile(
    r"[A-Z][A-Z.'-]+(?:[ ,]+[A-Z][\w.'-]*){0,5}"
    r"(?:,? (?:\w{3,9}\.? \d{1,2}|\d{1,2} \w{3,9}\.?)(?:,? \d{4})?)?"
    r"(?: ?\([\w /,.-]{2,30}\))?(?: ?(?:--|\u2014|\u2013)| -) ?(?=\S)"
)
_BYLINE = re.compile(r"\([A-Z][\w /,.-]{1,29}\) ?(?:--|-|\u2014|\u2013) ?(?=\S)")
_LONGEST_HEADLINE = 250


def _headline(text: str, folded: str, title: str) -> tuple[int, int] | None:
    """Return where the headline begins and ends, if the text begins with one."""
    start = len(text) - len(text.lstrip())
    line_end = text.find("\n", start)
    if line_end < 0:
        return None
    end = start + len(text[start:line_end].rstrip())
    if title and text[start:end] == title.strip():
        return start, end
    untitled = not title and end - start <= _LONGEST_HEADLINE and text[end - 1] not in ".!?\"'"
    alone = not text[line_end : line_end + 2].strip()
    if untitled and alone and not any(ruled_ends(folded, start, end)):
        return start, end
    return None


def body_start(folded: str, start: int, end: int) -> int:
    """Return where a sentence begins behind its dateline, if it has one."""
    for pattern in (_DATELINE, _BYLINE):
        match = pattern.match(folded, start, end)
        if match:
            return match.end()
    return start


def find_sentences(
    text: str, folded: str, title: str = "", model: BoundaryModel | None = None
) -> tuple[Sentence, ...]:
    """Return the sentences of a text; ``folded`` is the same text, folded.

    Where they end inside paragraphs is told by ``model``, by default the shipped one.
    """
    sentences: list[Sentence] = []
    headline = _headline(text, folded, title)
    if headline:
        sentences.append(Sentence(0, *headline, body=headline[0], paragraph=0, kind="headline"))
    paragraphs = find_paragraphs(text, folded, headline[1] if headline else 0)
    habits = Habits.of([[chunk.form for chunk in chunks] for chunks in paragraphs])
    model = model or BoundaryModel.load()
    for number, chunks in enumerate(paragraphs, start=1):
        begin, stop = chunks[0].start, chunks[-1].end
        dateline = body_start(folded, begin, stop)
        ruled = frozenset(ruled_ends(folded, begin, stop))
        first = 0
        doubts: list[Doubt] = []
        for last, weight in (*model.judge(chunks, ruled, habits, dateline), (len(chunks) - 1, 1)):
            if weight > 0:
                for at in range(first, last + 1, LONGEST_SENTENCE):
                    start = chunks[at].start
                    end = chunks[min(at + LONGEST_SENTENCE - 1, last)].end
                    body = body_start(folded, start, end)
                    own = tuple(one for one in doubts if start < one.start < end)
                    sentences.append(Sentence(len(sentences), start, end, body, number, doubts=own))
                first, doubts = last + 1, []
            elif weight > LEAST_DOUBT:
                doubts.append(Doubt(chunks[last + 1].start, weight))
    return tuple(sentences)
