"""Training data: what is read from corpora and how it is changed; torch is not needed."""

from pathlib import Path
from random import Random

from loaders.training.augmentation import augment, join_hyphens
from loaders.training.conllu import read_treebank
from loaders.training.example import TAGS, UNKNOWN, Example, Tree
from loaders.training.labels import Labels
from loaders.training.pools import folded, read_pools
from loaders.training.tagged import marked_example, read_tagged, with_tags
from loaders.training.together import run_together

TREEBANK = """\
# newdoc id = one
# text = U.S.-led troops don't leave.
1\tU.S.\tU.S.\tPROPN\tNNP\t_\t3\tobl\t_\tSpaceAfter=No
2\t-\t-\tPUNCT\tHYPH\t_\t3\tpunct\t_\tSpaceAfter=No
3\tled\tlead\tVERB\tVBN\t_\t4\tamod\t_\t_
4\ttroops\ttroop\tNOUN\tNNS\t_\t7\tnsubj\t_\t_
5-6\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
5\tdo\tdo\tAUX\tVBP\t_\t7\taux\t_\t_
6\tn't\tnot\tPART\tRB\t_\t7\tadvmod\t_\t_
7\tleave\tleave\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t7\tpunct\t_\t_

"""
EXAMPLE = Example(
    ("U.S.", "-", "led", "troops", "do", "n't", "leave", "."),
    (True, True, False, False, True, False, True, False),
    (UNKNOWN,) * 8,
    "base",
    Tree(
        ("PROPN", "PUNCT", "VERB", "NOUN", "AUX", "PART", "VERB", "PUNCT"),
        (3, 3, 4, 7, 7, 7, 0, 7),
        ("obl", "punct", "amod", "nsubj", "aux", "advmod", "root", "punct"),
    ),
)


def test_a_treebank_is_read_with_its_contractions(tmp_path: Path):
    path = tmp_path / "small.conllu"
    path.write_text(TREEBANK)
    assert list(read_treebank(path, "base")) == [EXAMPLE]


def test_joined_hyphens_keep_a_tree():
    assert join_hyphens(EXAMPLE) == Example(
        ("U.S.-led", "troops", "do", "n't", "leave", "."),
        (False, False, True, False, True, False),
        (UNKNOWN,) * 6,
        "base",
        Tree(
            ("VERB", "NOUN", "AUX", "PART", "VERB", "PUNCT"),
            (2, 5, 5, 5, 0, 5),
            ("amod", "nsubj", "aux", "advmod", "root", "punct"),
        ),
    )


def test_augmentation_keeps_labels_and_repeats_itself():
    changed = [augment(EXAMPLE, Random(seed)) for seed in range(200)]
    assert changed == [augment(EXAMPLE, Random(seed)) for seed in range(200)]
    assert all(len(one.words) == len(one.tags) == len(one.glued) for one in changed)
    assert {"u.s.-led", "U.S.-LED", "U.S.-led", "U.S."} <= {one.words[0] for one in changed}


def test_sentences_are_run_together_each_with_its_own_root():
    thanks = Example(
        ("Thanks", "!"),
        (True, False),
        (0, 0),
        "base",
        Tree(("NOUN", "PUNCT"), (0, 1), ("root", "punct")),
    )
    assert EXAMPLE.tree
    joined = [one for seed in range(40) for one in run_together([thanks, EXAMPLE], Random(seed))]
    found = {one.words: one for one in joined}
    assert found["Thanks", *EXAMPLE.words] == Example(
        ("Thanks", *EXAMPLE.words),
        (False, *EXAMPLE.glued),
        (0, *EXAMPLE.tags),
        "base",
        Tree(
            ("NOUN", *EXAMPLE.tree.classes),
            (0, 4, 4, 5, 8, 8, 8, 0, 8),
            ("root", *EXAMPLE.tree.relations),
            (1,),
        ),
    )
    # Marks stay now and then, and a word that is joined by hyphens still opens its sentence.
    kept = found["Thanks", "!", *EXAMPLE.words]
    hyphened = join_hyphens(kept)
    assert kept.tree
    assert hyphened.tree
    assert (kept.tree.opens, hyphened.tree.opens) == ((2,), (2,))
    assert hyphened.words[2] == "U.S.-led"


def test_tagged_tokens_are_read_with_unknown_tags(tmp_path: Path):
    path = tmp_path / "small.tsv"
    path.write_text("Seoul\t1\tB-LOC\nsaid\t0\t-\n\nNo\t0\tO\n")
    assert list(read_tagged(path, "wikigold")) == [
        Example(("Seoul", "said"), (False, True), (TAGS.index("B-LOC"), UNKNOWN), "wikigold"),
        Example(("No",), (True,), (0,), "wikigold"),
    ]


def test_a_treebank_gets_the_tags_of_the_same_text_in_any_order():
    other = Example(("Other", "text"), (False, False), (0, 0), "base")
    same = Example(EXAMPLE.words, EXAMPLE.glued, (5, 0, 0, 0, 0, 0, 0, 0), "base")
    (found,) = with_tags([EXAMPLE], [other, same])
    assert (found.tags, found.tree) == (same.tags, EXAMPLE.tree)
    assert list(with_tags([EXAMPLE], [other])) == [EXAMPLE]


def test_marked_sentences_become_tokens_with_tags():
    example = marked_example("[PER Wang Yi]'s [ORG U.N.]-backed plan.", "base")
    assert example.words == ("Wang", "Yi", "'s", "U.N.-backed", "plan", ".")
    assert example.tags == (1, 2, 0, UNKNOWN, 0, 0)
    assert example.glued == (False, True, False, False, True, False)


def test_folding_joins_genitives_that_a_corpus_parts():
    parted = Example(("Perón", "\u2019", "s"), (False, False, False), (1, 0, 0), "fewnerd")
    assert folded(parted) == Example(("Peron", "'s"), (False, False), (1, 0), "fewnerd")


def test_rare_relations_lose_their_subtype():
    labels = Labels(("NOUN",), ("dep", "nmod"))
    names = ("nmod", "nmod:tmod", "goeswith")
    assert [labels.relation_number(name) for name in names] == [1, 1, 0]


def test_pools_share_everything_and_hold_no_development_set(tmp_path: Path):
    for folder, names in (("syntax", ("ewt", "gum")), ("entities", ("uner_ewt", "gum"))):
        (tmp_path / folder).mkdir()
        for name in names:
            text = TREEBANK if folder == "syntax" else "No\t0\tO\n\n"
            suffix = "conllu" if folder == "syntax" else "tsv"
            (tmp_path / folder / f"{name}_train.{suffix}").write_text(text)
            (tmp_path / folder / f"{name}_dev.{suffix}").write_text("must not be read")
    for name in ("fewnerd", "redocred", "crossner", "wikigold"):
        (tmp_path / "entities" / f"{name}_train.tsv").write_text("No\t0\tO\n\n")
    pools = read_pools(tmp_path)
    assert [pool.name for pool in pools] == [
        "syntax",
        "fewnerd",
        "redocred",
        "crossner",
        "wikigold",
        "own",
    ]
    assert abs(sum(pool.share for pool in pools) - 1.0) < 1e-9
    assert len(pools[0].examples) == 2
    assert len(pools[-1].examples) > 1_000
