"""Augmentation: the same sentence as other writers or tokenizers would give it."""

from dataclasses import replace
from random import Random

from loaders.training.example import UNKNOWN, Example, Tree

_MERGED = 0.5
_LOWER, _UPPER, _TITLE = 0.06, 0.06, 0.06
_UNSTOPPED = 0.04
_SMALL_WORDS = frozenset(
    ("a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "with", "by")
)


def augment(example: Example, random: Random) -> Example:
    """Return an example as it is or changed: hyphens joined, another case, no full stop."""
    if random.random() < _MERGED:
        example = join_hyphens(example)
    chance = random.random()
    if chance < _LOWER:
        return replace(example, words=tuple(map(str.lower, example.words)))
    if chance < _LOWER + _UPPER:
        return replace(example, words=tuple(map(str.upper, example.words)))
    if chance < _LOWER + _UPPER + _TITLE:
        return replace(example, words=tuple(map(_titled, example.words)))
    if chance < _LOWER + _UPPER + _TITLE + _UNSTOPPED:
        return _without_stop(example)
    return example


def _titled(word: str) -> str:
    return word if word in _SMALL_WORDS or not word.islower() else word[:1].upper() + word[1:]


def _without_stop(example: Example) -> Example:
    last = len(example.words) - 1
    if last < 2 or example.words[last] != "." or (example.tree and last + 1 in example.tree.heads):
        return example
    return example.until(last)


def join_hyphens(example: Example) -> Example:
    """Return the example with words that are joined by hyphens as one word.

    The word gets the class, head and relation of that part whose head lies outside. A name that is
    joined to what is no name has no known tag.
    """
    groups = _groups(example)
    if len(groups) == len(example.words):
        return example
    return replace(
        example,
        words=tuple("".join(example.words[first:last]) for first, last in groups),
        glued=tuple(example.glued[last - 1] for _, last in groups),
        tags=tuple(_joined_tag(example.tags[first:last]) for first, last in groups),
        tree=example.tree and _joined_tree(example.tree, groups),
    )


def _groups(example: Example) -> list[tuple[int, int]]:
    words, glued = example.words, example.glued
    groups: list[tuple[int, int]] = []
    position = 0
    while position < len(words):
        last = position + 1
        while (
            last + 1 < len(words)
            and words[last] == "-"
            and glued[last - 1]
            and glued[last]
            and (words[last - 1][-1:].isalnum() or words[last - 1].endswith("."))
            and words[last + 1][:1].isalnum()
        ):
            last += 2
        groups.append((position, last))
        position = last
    return groups


def _joined_tag(tags: tuple[int, ...]) -> int:
    if len(tags) == 1:
        return tags[0]
    kinds = {(tag + 1) // 2 for tag in tags}
    return tags[0] if len(kinds) == 1 else UNKNOWN


def _joined_tree(tree: Tree, groups: list[tuple[int, int]]) -> Tree:
    owner = {0: 0}
    for number, (first, last) in enumerate(groups, start=1):
        owner.update({word + 1: number for word in range(first, last)})
    tops = [_top(tree, first, last) for first, last in groups]
    return Tree(
        tuple(tree.classes[top] for top in tops),
        tuple(owner[tree.heads[top]] for top in tops),
        tuple(tree.relations[top] for top in tops),
        tuple(owner[word + 1] - 1 for word in tree.opens),
    )


def _top(tree: Tree, first: int, last: int) -> int:
    inside = range(first + 1, last + 1)
    return next(word for word in range(first, last) if tree.heads[word] not in inside)
