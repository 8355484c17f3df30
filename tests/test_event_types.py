"""The shipped event-type model, how sentences are marked for it, and what it is trained on."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from time import process_time

import numpy as np
import pytest

from evaluation.event_types import TypeScore, best_root
from loaders.event_types.labels import TypeLabels
from loaders.event_types.marking import LONGEST, MARKS, Marked, Marker
from loaders.event_types.model import SHIPPED, EventTypeModel, Pair
from loaders.language.subwords import SubwordReader
from loaders.training.events.augmentation import Augmentation, put
from loaders.training.events.calibration import best_temperature, mean_loss
from loaders.training.events.sentences import (
    TypedSentence,
    parse_marked,
    read_sentences,
    split,
)

TYPES = [
    *("ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE"),
    *("NONE", "PROTEST", "REJECT", "REQUEST", "RETREAT", "SANCTION", "STATEMENT", "SUPPORT"),
    "THREATEN",
]


@pytest.fixture(scope="module")
def model() -> EventTypeModel:
    return EventTypeModel.load()


@pytest.fixture(scope="module")
def marker() -> Marker:
    return Marker(SubwordReader.load(SHIPPED / "tokenizer.json"))


PLAIN: dict[str, str] = {
    "[A Zambia] condemned [R Malawi] for the raid.": "ACCUSE",
    "[A Gunmen] killed [R nine farmers] near the border.": "ASSAULT",
    "[A The president of Ghana] met [R his Togolese counterpart] in Lomé.": "CONSULT",
    "[A Norway] gave [R Haiti] 20 tonnes of food.": "AID",
    "[A The parliament in Suva] rejected [R the opposition's motion].": "REJECT",
    "[A Thousands of students] marched against [R the government].": "PROTEST",
    "[A Police] arrested [R the editor] at dawn.": "COERCE",
    "[A Chile] urged [R Peru] to reopen the crossing.": "REQUEST",
    "[R Peru] was urged by [A Chile] to reopen the crossing.": "REQUEST",
    "[A The army] withdrew its last soldiers from [R the valley].": "RETREAT",
    "[A The minister] apologized to [R the widows].": "CONCEDE",
}


@pytest.mark.parametrize(("line", "type_"), PLAIN.items())
def test_plain_sentences_get_their_type(model: EventTypeModel, line: str, type_: str):
    (found,) = model.classify([parse_marked(line)])
    assert next(iter(found)) == type_


def test_every_type_has_a_probability(model: EventTypeModel):
    (found,) = model.classify([parse_marked("[A Zambia] thanked [R Malawi].")])
    assert sorted(found) == TYPES
    assert sum(found.values()) == pytest.approx(1.0, abs=0.002)
    assert list(found.values()) == sorted(found.values(), reverse=True)


def test_an_unknown_side_is_no_hindrance(model: EventTypeModel):
    sentence, actor, recipient = parse_marked("[A Gunmen] killed [R nine farmers].")
    for pair in ((sentence, actor, None), (sentence, None, recipient)):
        assert next(iter(model.classify([pair])[0])) == "ASSAULT"


def test_letter_case_makes_no_difference(model: EventTypeModel):
    sentence, actor, recipient = parse_marked("[A Chile] urged [R Peru] to reopen the crossing.")
    forms = (sentence, sentence.lower(), sentence.upper())
    one, two, three = model.classify([(form, actor, recipient) for form in forms])
    assert one == two == three


def test_a_pair_is_read_alike_in_any_company_and_thread(model: EventTypeModel):
    pairs = [parse_marked(line) for line in PLAIN]
    together = model.classify(pairs)
    assert [model.classify([pair])[0] for pair in pairs] == together
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(model.classify, [pairs] * 8)) == [together] * 8


def test_nothing_is_asked_and_nothing_answered(model: EventTypeModel):
    assert model.classify([]) == []


ABSURD: list[Pair] = [
    ("", None, None),
    ("", (0, 5), (3, 9)),
    ("Kenya", (0, 5), (0, 5)),
    ("Kenya and Mali", (-7, 900), (9, 2)),
    ("Kenya and Mali", (0, 14), (10, 14)),
    ("x" * 100_000, (5, 50_000), (99_990, 100_000)),
    ("Kenya met Mali " * 7_000, (0, 5), (104_990, 104_994)),
    ("[CLS] [PAD] [unused0] met [SEP]", (0, 5), (25, 30)),
    ("\x00\x07\u202e\ufeff \ud83d", (0, 2), (2, 4)),
    ("\U0001f600" * 300, (0, 3), (200, 210)),
    ("التقى الرئيس نظيره", (0, 5), (13, 18)),
    ("مرحبا 你好 नमस्ते", (6, 8), (9, 12)),
]


@pytest.mark.parametrize("number", range(len(ABSURD)))
def test_absurd_input_is_read_without_harm(model: EventTypeModel, number: int):
    began = process_time()
    (found,) = model.classify([ABSURD[number]])
    assert sum(found.values()) == pytest.approx(1.0, abs=0.002)
    assert process_time() - began < 2.0


def test_a_hundred_pairs_take_seconds_at_most(model: EventTypeModel):
    pairs = [parse_marked(line) for line in PLAIN] * 10
    began = process_time()
    model.classify(pairs)
    assert process_time() - began < 5.0


def test_loading_is_done_once():
    assert EventTypeModel.load() is EventTypeModel.load()


def test_a_folder_without_a_model_is_told_of(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match=r"has no model\.onnx: install the package anew"):
        EventTypeModel.load(tmp_path)


def test_marks_surround_the_sides(marker: Marker):
    assert marker.mark("Chad met Mali", (0, 4), (9, 13)) == Marked(
        pieces=(101, 1, 9796, 2, 2777, 3, 16007, 4, 102),
        roles=(0, 3, 1, 4, 0, 5, 2, 6, 0),
        places=(1, 5),
    )


def test_a_side_inside_the_other_keeps_its_marks(marker: Marker):
    inside = marker.mark("Chad's army", (0, 11), (0, 4))
    assert [piece for piece in inside.pieces if piece in MARKS] == [1, 3, 4, 2]
    assert inside.places == (1, 2)
    assert marker.mark("Chad's army", (0, 11), None).places == (1, 0)


def test_a_long_sentence_is_cut_far_from_the_marks(marker: Marker):
    text = "word " * 400 + "Chad met " + "word " * 400 + "Mali" + " word" * 400
    marked = marker.mark(text, (2000, 2004), (4009, 4013))
    assert len(marked.pieces) == LONGEST + 2
    assert [piece for piece in marked.pieces if piece in MARKS] == list(MARKS)


def test_labels_are_stored_and_read(tmp_path: Path):
    labels = TypeLabels(("ACCUSE", "NONE"), 1.25)
    labels.save(tmp_path / "labels.json")
    assert TypeLabels.load(tmp_path / "labels.json") == labels


def test_our_sentences_are_read():
    sentences = read_sentences()
    assert {one.type for one in sentences} == set(TYPES)
    for one in sentences:
        assert "[" not in one.text.replace("[sic]", ""), one.text
        spans = [span for span in (one.actor, one.recipient) if span]
        assert spans, one.text
        assert all(one.text[slice(*span)].strip() for span in spans), one.text


def test_a_wrong_line_is_named(tmp_path: Path):
    (tmp_path / "bad.tsv").write_text(
        "sentence\ttype\tmode\tmodality\nNo marks.\tAID\t\tASSERTED\n"
    )
    with pytest.raises(ValueError, match=r"bad\.tsv, line 2"):
        read_sentences([tmp_path])


def _sentence(line: str, type_: str = "ACCUSE") -> TypedSentence:
    return TypedSentence(*parse_marked(line), type_)


def test_another_side_is_put_in():
    sentence = _sentence("On Friday [A the mayor] blamed [R Mali].")
    assert put(sentence, "actor", "The Hague") == _sentence(
        "On Friday [A the Hague] blamed [R Mali]."
    )
    assert put(sentence, "recipient", "Chad") == _sentence(
        "On Friday [A the mayor] blamed [R Chad]."
    )


def test_changed_sentences_keep_their_sides():
    sentences = [
        _sentence("[A Kenya] blamed [R the union of teachers in Mali] for it."),
        _sentence("[R The old mayor of Oslo] was met by [A two Danish ministers].", "CONSULT"),
    ]
    augmentation = Augmentation(sentences)
    random = Random(1)
    words = {word for one in sentences for word in one.text.lower().replace(".", "").split()}
    for _ in range(200):
        changed = augmentation.change(random.choice(sentences), random)
        for span in (changed.actor, changed.recipient):
            if span:
                marked = changed.text[slice(*span)]
                assert set(marked.lower().split()) <= words
                assert marked == marked.strip()


def test_a_share_is_held_out_whatever_is_added():
    sentences = [_sentence(f"[A Kenya] blamed [R Mali] {n} times.") for n in range(200)]
    learned, held = split(sentences[:150], 0.2)
    assert 15 < len(held) < 45
    assert sorted(learned + held, key=str) == sorted(sentences[:150], key=str)
    more_learned, more_held = split(sentences, 0.2)
    assert set(learned) < set(more_learned)
    assert set(held) < set(more_held)


def test_too_sure_scores_are_cooled():
    scores = np.array([[8, 0], [8, 0], [0, 8], [8, 0]], dtype=np.float32)
    labels = [0, 0, 1, 1]
    temperature = best_temperature(scores, labels)
    assert temperature == pytest.approx(5.0)
    assert mean_loss(scores / temperature, labels) < mean_loss(scores, labels)


def test_roots_are_summed_and_scored():
    found = {"ACCUSE": 0.3, "CONCEDE": 0.2, "RETREAT": 0.15, "NONE": 0.35}
    assert best_root(found) == "YIELD"
    score = TypeScore.of(["AID", "AID", "YIELD"], ["AID", "YIELD", "YIELD"])
    assert score.accuracy == pytest.approx(2 / 3)
    assert score.figures("AID") == (1.0, 0.5, pytest.approx(2 / 3), 2)
    assert score.macro_f1 == pytest.approx(2 / 3)
