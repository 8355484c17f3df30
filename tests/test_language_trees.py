"""Trees, tags, shapes and windows: what the runtime does with the network's scores."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from loaders.language.analysis import EntitySpan
from loaders.language.entities import TagRules, find_entities
from loaders.language.model import SHIPPED
from loaders.language.shape import SHAPES, shape_of
from loaders.language.spanning_tree import best_heads, is_tree
from loaders.language.subwords import MOST_PIECES, SubwordReader
from loaders.language.windows import LONGEST_WINDOW, find_windows

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")


def _all_trees(count: int) -> list[tuple[int, ...]]:
    return [heads for heads in product(range(count + 1), repeat=count) if is_tree(heads)]


def test_trees_have_one_root_and_no_cycle():
    assert is_tree((0,))
    assert is_tree((2, 0, 2))
    assert not is_tree((0, 0))
    assert not is_tree((2, 1, 0))
    assert not is_tree((1, 0))
    assert [len(_all_trees(count)) for count in (1, 2, 3, 4)] == [1, 2, 9, 64]


def test_a_cycle_is_broken_where_it_costs_least():
    scores = np.array([[0, 0, 9, 0], [4, 9, 0, 0], [0, 0, 9, 0]], dtype=np.float32)
    assert best_heads(scores) == (2, 0, 2)


@given(st.integers(1, 4), st.data())
def test_no_tree_is_better_than_the_one_chosen(count: int, data: st.DataObject):
    # Whole numbers are summed without rounding, so that equal trees are equal.
    cells = st.lists(st.integers(-50, 50), min_size=count + 1, max_size=count + 1)
    rows = data.draw(st.lists(cells, min_size=count, max_size=count))
    heads = best_heads(np.array(rows, dtype=np.float32))
    best = max(sum(rows[n][head] for n, head in enumerate(tree)) for tree in _all_trees(count))
    assert is_tree(heads)
    assert sum(rows[n][head] for n, head in enumerate(heads)) == best


def test_a_sentence_of_nothing_has_no_heads():
    assert best_heads(np.zeros((0, 1), dtype=np.float32)) == ()


def _scores(*rows: dict[str, float]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    table = [[row.get(tag, 0.001) for tag in TAGS] for row in rows]
    return np.log(np.array(table, dtype=np.float32))


def test_names_are_the_most_probable_allowed_tags():
    scores = _scores(
        {"B-PER": 0.9}, {"I-PER": 0.6, "I-LOC": 0.4}, {"O": 1.0}, {"I-ORG": 0.7, "B-ORG": 0.2}
    )
    found = find_entities(scores, TagRules.of(TAGS))
    assert [(one.first, one.last, one.kind) for one in found] == [(0, 2, "PER"), (3, 4, "ORG")]
    assert found[0] == EntitySpan(0, 2, "PER", 0.751)


def test_neighboring_names_stay_apart():
    found = find_entities(_scores({"B-LOC": 0.9}, {"B-LOC": 0.9}), TagRules.of(TAGS))
    assert [(one.first, one.last) for one in found] == [(0, 1), (1, 2)]


def test_shapes_give_case_back():
    names = ["agreed", "Seoul", "NATO", "M", "McDonald", "U.S.", "U.S.-led", "Jae-in", "O'Brien"]
    others = ["5,000", "G20", ",", "文", "\x01"]
    assert [SHAPES[shape_of(word)] for word in names] == [
        "lower",
        "title",
        "capitals",
        "initial",
        "mixed",
        "lettered",
        "hyphened",
        "hyphened",
        "title",
    ]
    assert [SHAPES[shape_of(word)] for word in others] == [
        "digits",
        "alphanumeric",
        "mark",
        "uncased",
        "mark",
    ]


def test_words_become_few_subwords():
    reader = SubwordReader.load(SHIPPED / "tokenizer.json")
    read = reader.read(["Seoul", "x" * 100_000, "\u0007"])
    assert len(read.pieces) == len(read.shapes) == 2 + 1 + len(reader.pieces("x" * 100_000)) + 1
    assert len(reader.pieces("qzxjv" * 20)) <= MOST_PIECES
    assert read.firsts == (1, 2, 2 + len(reader.pieces("x" * 100_000)))


def test_long_sentences_are_cut_after_a_mark():
    reader = SubwordReader.load(SHIPPED / "tokenizer.json")
    words = (["word"] * 179 + [","]) * 3
    windows = find_windows(words, reader)
    assert windows == [(0, 180), (180, 360), (360, 540)]
    assert find_windows(["word"] * 500, reader) == [(0, 240), (240, 480), (480, 500)]
    assert LONGEST_WINDOW == 240
    assert find_windows(["word"], reader) == [(0, 1)]
