"""The shipped model: what it says of plain sentences, and that nothing breaks it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time

import pytest

from loaders.language.analysis import ROOT, Analysis, WordAnalysis
from loaders.language.model import SHIPPED, LanguageModel
from loaders.text.folding import fold
from loaders.text.sentence import find_sentences
from loaders.text.token import tokenize

NEWS = """\
China and Vietnam agreed on Tuesday to reopen the border crossing at Lang Son. Foreign Minister \
Carmen Ibarra told the National Assembly in Quito that her ministry was not consulted. The talks \
were mediated by the African Union, and two generals attended.
"""


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel.load()


def _names(model: LanguageModel, text: str) -> list[tuple[str, str]]:
    plain = fold(text)
    sentences = [tokenize(plain, one.start, one.end) for one in find_sentences(text, plain)]
    return [
        (" ".join(word.text for word in words[span.first : span.last]), str(span.kind))
        for words, analysis in zip(sentences, model.analyze(sentences), strict=True)
        for span in analysis.entities
    ]


def test_a_plain_sentence_is_understood(model: LanguageModel):
    (analysis,) = model.analyze_words([["Vietnam", "agreed", "to", "reopen", "the", "border", "."]])
    assert analysis.words == (
        WordAnalysis("PROPN", 1, "nsubj"),
        WordAnalysis("VERB", ROOT, "root"),
        WordAnalysis("PART", 3, "mark"),
        WordAnalysis("VERB", 1, "xcomp"),
        WordAnalysis("DET", 5, "det"),
        WordAnalysis("NOUN", 3, "obj"),
        WordAnalysis("PUNCT", 1, "punct"),
    )
    assert [(one.first, one.last, one.kind) for one in analysis.entities] == [(0, 1, "LOC")]
    assert 0.5 < analysis.entities[0].score <= 1.0


def test_a_passive_has_its_agent(model: LanguageModel):
    words = ["The", "talks", "were", "mediated", "by", "Kenya", "."]
    (analysis,) = model.analyze_words([words])
    assert [(words[one.head], one.relation) for one in analysis.words if one.head != ROOT] == [
        ("talks", "det"),
        ("mediated", "nsubj:pass"),
        ("mediated", "aux:pass"),
        ("Kenya", "case"),
        ("mediated", "obl:agent"),
        ("mediated", "punct"),
    ]


def test_names_of_an_article_are_found(model: LanguageModel):
    assert _names(model, NEWS) == [
        ("China", "LOC"),
        ("Vietnam", "LOC"),
        ("Lang Son", "LOC"),
        ("Carmen Ibarra", "PER"),
        ("National Assembly", "ORG"),
        ("Quito", "LOC"),
        ("African Union", "ORG"),
    ]


def test_loading_is_quick_and_done_once():
    begun = process_time()
    first = LanguageModel.load()
    assert process_time() - begun < 0.5
    assert LanguageModel.load() is first


def test_a_folder_without_a_model_says_what_to_do(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match=r"no model\.onnx: install the package anew"):
        LanguageModel.load(tmp_path)


def test_nothing_gives_nothing(model: LanguageModel):
    assert model.analyze([]) == []
    assert model.analyze_words([[], ["Yes"], []])[0::2] == [Analysis(), Analysis()]


def test_the_answer_is_always_the_same_in_every_thread(model: LanguageModel):
    sentences = [NEWS.split(), ["Yes", "."], NEWS.split()[:9], []]
    expected = model.analyze_words(sentences)
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(model.analyze_words, [sentences] * 12)) == [expected] * 12


@pytest.mark.parametrize(
    "words",
    [
        ["x" * 100_000],
        ["\U0001f600" * 5_000, "\u200d", "\ufe0f"],
        ["أعلنت", "وزارة", "الخارجية", "السودانية", "اليوم"],
        ["\x00", "\x07\x1b", "\ud800", "\u202e"],
        ["中国外交部发言人"] * 40,
        ["(", ")"] * 300,
        ["word"] * 600,
    ],
    ids=["long word", "emoji", "arabic", "control", "chinese", "marks", "long sentence"],
)
def test_absurd_sentences_get_a_tree(model: LanguageModel, words: list[str]):
    (analysis,) = model.analyze_words([words])
    assert len(analysis.words) == len(words)
    assert sum(word.head == ROOT for word in analysis.words) == 1
    assert all(ROOT <= word.head < len(words) for word in analysis.words)
    assert all(0 <= one.first < one.last <= len(words) for one in analysis.entities)


def test_memory_does_not_grow_with_the_sentence(model: LanguageModel):
    model.analyze_words([["(", ")"] * 120])
    before = getrusage(RUSAGE_SELF).ru_maxrss
    model.analyze_words([["(", ")"] * 1_200])
    assert getrusage(RUSAGE_SELF).ru_maxrss - before < 150_000  # KiB


def test_the_shipped_folder_holds_its_papers():
    assert sorted(path.name for path in SHIPPED.iterdir()) == [
        "MODEL_CARD.md",
        "labels.json",
        "model.onnx",
        "tokenizer.json",
    ]
    assert (SHIPPED / "model.onnx").stat().st_size < 30_000_000
    assert "CC BY-SA 4.0" in (SHIPPED / "MODEL_CARD.md").read_text(encoding="utf-8")
