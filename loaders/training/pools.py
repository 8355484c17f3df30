"""Pools: which corpora are read, and how much of each the model sees."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from random import Random

from loaders.text.folding import fold
from loaders.training.conllu import read_treebank
from loaders.training.example import Example
from loaders.training.tagged import read_marked, read_tagged, with_tags
from loaders.training.together import run_together
from loaders.training.treebank_text import read_documents

OWN_SENTENCES = Path(__file__).parent / "data" / "entities"

SOURCES = ("base", "gum", "fewnerd", "redocred", "crossner", "wikigold")
"""Corpora by number; "base" is the usage that the model has at run time (UNER and our own)."""

TAGGED_SHARES = {"fewnerd": 0.17, "redocred": 0.08, "crossner": 0.06, "wikigold": 0.05}
TOGETHER_SHARE = 0.10
OWN_SHARE = 0.10
_OWN_WORDS = 40_000  # with fewer, their share shrinks, lest they be learned by heart


@dataclass(frozen=True, slots=True)
class Pool:
    """Examples that are drawn together; ``share`` is the part of all micro-batches."""

    name: str
    share: float
    examples: tuple[Example, ...]


def read_pools(corpora: Path, own: Path = OWN_SENTENCES) -> tuple[Pool, ...]:
    """Return the training pools; ``*_dev`` files are never among them.

    ``corpora`` has the folders ``syntax`` and ``entities``; ``own`` holds our
    sentences, one a line.
    """
    treebanks = _treebanks(corpora)
    pools = [
        Pool("syntax", 1.0, tuple(one for document in treebanks for one in document)),
        Pool("together", TOGETHER_SHARE, tuple(_run_together(treebanks))),
    ]
    for source, share in TAGGED_SHARES.items():
        path = corpora / "entities" / f"{source}_train.tsv"
        pools.append(Pool(source, share, tuple(map(folded, read_tagged(path, source)))))
    written = tuple(
        example for path in sorted(own.glob("*.txt")) for example in read_marked(path, "base")
    )
    words = sum(len(example.words) for example in written)
    pools.append(Pool("own", OWN_SHARE * min(1.0, words / _OWN_WORDS), written))
    first, *others = (pool for pool in pools if pool.examples)
    rest = 1.0 - sum(pool.share for pool in others)
    return (replace(first, share=rest), *others)


def _treebanks(corpora: Path) -> list[tuple[Example, ...]]:
    """Return the documents of the treebanks."""
    ewt = joint(corpora, "ewt_train", "uner_ewt_train", "base")
    gum = joint(corpora, "gum_train", "gum_train", "gum")
    return [*_documents(corpora, "ewt_train", ewt), *_documents(corpora, "gum_train", gum)]


def _documents(
    corpora: Path, syntax: str, examples: tuple[Example, ...]
) -> Iterator[tuple[Example, ...]]:
    begin = 0
    for document in read_documents(corpora / "syntax" / f"{syntax}.conllu"):
        end = begin + len(document.sentences)
        yield examples[begin:end]
        begin = end


def _run_together(documents: Sequence[tuple[Example, ...]]) -> Iterator[Example]:
    """Yield sentences of each document two or three in one, in two ways.

    Every fourth document is kept out, by which `openings` finds how far its head is to be believed.
    """
    random = Random(1)  # noqa: S311 - no secret
    for number, document in enumerate(documents):
        for skipped in (0, 1) if number % 4 else ():
            yield from run_together(document[skipped:], random)


def joint(corpora: Path, syntax: str, entities: str, source: str) -> tuple[Example, ...]:
    """Return a treebank with the entity tags of the same text."""
    trees = read_treebank(corpora / "syntax" / f"{syntax}.conllu", source)
    tagged = read_tagged(corpora / "entities" / f"{entities}.tsv", source)
    return tuple(map(folded, with_tags(trees, tagged)))


def folded(example: Example) -> Example:
    """Return the example as the pipeline would give it: folded, "'s" one word."""
    example = replace(example, words=tuple(map(fold, example.words)))
    return example if example.tree else _with_genitives(example)


def _with_genitives(example: Example) -> Example:
    """Join the "'" and "s" that some corpora part."""
    words = example.words
    gone = {n + 1 for n, (one, two) in enumerate(pairwise(words)) if one == "'" and two == "s"}
    if not gone:
        return example
    kept = [number for number in range(len(words)) if number not in gone]
    return replace(
        example,
        words=tuple("'s" if number + 1 in gone else words[number] for number in kept),
        glued=tuple(example.glued[number + (number + 1 in gone)] for number in kept),
        tags=tuple(example.tags[number] for number in kept),
    )
