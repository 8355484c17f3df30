"""Sentences run together: examples of two or three sentences, as writers leave them unparted.

From these the encoder learns to hear where another sentence begins, and the parser to keep their
trees apart, each with a root of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from random import Random

from loaders.training.example import Example, Tree

_MARKS = frozenset((".", "!", "?", "...", "!!", "!!!", "??", "?!", '"', "'", ")", "''"))
LOST = 0.8
"""How often the marks at the end of a sentence are lost where another is joined to it."""

_LOWERED = 0.1
"""How often the sentence that is joined begins with a small letter."""

_FULL = 40
"""Words behind which no sentence is joined any more."""


def run_together(document: Sequence[Example], random: Random) -> Iterator[Example]:
    """Yield the sentences of a document, in their order, two or three in one."""
    group: list[Example] = []
    for sentence in document:
        group.append(sentence)
        full = sum(len(one.words) for one in group) >= _FULL
        if len(group) > 1 and (full or len(group) > random.choice((1, 1, 2))):
            yield _joined(group, random)
            group = []


def _joined(sentences: Sequence[Example], random: Random) -> Example:
    *earlier, last = sentences
    left = [_without_marks(one) if random.random() < LOST else one for one in earlier]
    return reduce(_beside, [left[0], *(_lowered(one, random) for one in (*left[1:], last))])


def _without_marks(example: Example) -> Example:
    """Return a sentence without the marks that end it, as far as nothing hangs on them."""
    tree = example.tree
    assert tree
    heads, last = set(tree.heads), len(example.words)
    while last > 1 and example.words[last - 1] in _MARKS and last not in heads:
        last -= 1
    return example.until(last)


def lowered(opening: str, random: Random) -> str:
    """Return the opening of a sentence, now and then with a small letter."""
    small = random.random() < _LOWERED and not opening[1:2].isupper()
    return opening[:1].lower() + opening[1:] if small else opening


def _lowered(example: Example, random: Random) -> Example:
    first, *others = example.words
    return replace(example, words=(lowered(first, random), *others))


def _beside(one: Example, two: Example) -> Example:
    assert one.tree
    assert two.tree
    words = len(one.words)
    return replace(
        one,
        words=one.words + two.words,
        glued=(*one.glued[:-1], False, *two.glued),
        tags=one.tags + two.tags,
        tree=Tree(
            one.tree.classes + two.tree.classes,
            one.tree.heads + tuple(head and head + words for head in two.tree.heads),
            one.tree.relations + two.tree.relations,
            (*one.tree.opens, words, *(words + place for place in two.tree.opens)),
        ),
    )
