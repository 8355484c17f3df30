"""The sentences that the classifier of event types learns from: their form and their balance."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.ontology import load_ontology

FOLDER = Path(__file__).resolve().parent.parent / "loaders" / "training" / "data" / "events"
HEADER = "sentence\ttype\tmode\tmodality"
MARK = re.compile(r"\[([AR]) ([^\[\]]+)\]")
NONE = "NONE"
MODALITIES = frozenset(load_ontology().enums["Modality"].values)
TYPES = load_ontology().event_types
LABELS = [*TYPES, NONE]
FEWEST = {"STATEMENT": 60, NONE: 200}
FEWEST_OF_A_TYPE = 100
FEWEST_OF_A_MODE = 6
FEWEST_SENTENCES = 1_900
LONG, FEWEST_LONG = 25, 300


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table, with where it stands."""

    where: str
    sentence: str
    type: str
    mode: str
    modality: str

    @property
    def plain(self) -> str:
        """The sentence as it would be printed."""
        return MARK.sub(r"\2", self.sentence)


def lines_of(label: str) -> list[str]:
    return (FOLDER / f"{label.lower()}.tsv").read_text(encoding="utf-8").splitlines()


def rows_of(label: str) -> Iterator[Row]:
    for number, line in enumerate(lines_of(label)[1:], start=2):
        sentence, kind, mode, modality = line.split("\t")
        yield Row(f"{label.lower()}.tsv:{number}", sentence, kind, mode, modality)


def all_rows() -> list[Row]:
    return [row for label in LABELS for row in rows_of(label)]


def test_there_is_one_table_for_each_label() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{label.lower()}.tsv" for label in LABELS}


@pytest.mark.parametrize("label", LABELS)
def test_tables_are_well_formed(label: str) -> None:
    header, *lines = lines_of(label)
    assert header == HEADER
    assert [line for line in lines if line.count("\t") != 3] == []
    assert {row.type for row in rows_of(label)} == {label}


def test_actor_and_recipient_are_marked_once_each() -> None:
    wrong = [
        row.where
        for row in all_rows()
        if sorted(kind for kind, _ in MARK.findall(row.sentence)) != ["A", "R"]
        or set(row.plain) & set("[]")
    ]
    assert wrong == []


def test_spacing_is_that_of_print() -> None:
    odd = re.compile(r"\s{2}|^\s|\s$|\s[,.;:!?](?:\s|$)|[^\S ]")
    inside = re.compile(r"^\s|\s$")
    wrong = [
        row.where
        for row in all_rows()
        if odd.search(row.plain)
        or any(inside.search(name) for _, name in MARK.findall(row.sentence))
    ]
    assert wrong == []


def test_modes_belong_to_their_types_and_modalities_are_known() -> None:
    known = {label: {"", *TYPES[label].modes} for label in TYPES} | {NONE: {""}}
    wrong = [
        row.where
        for row in all_rows()
        if row.mode not in known[row.type] or row.modality not in MODALITIES
    ]
    assert wrong == []


def test_a_marked_sentence_stands_once() -> None:
    counts = Counter(row.sentence for row in all_rows())
    assert [sentence for sentence, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("label", LABELS)
def test_each_label_has_enough_rows(label: str) -> None:
    assert len(list(rows_of(label))) >= FEWEST.get(label, FEWEST_OF_A_TYPE)


@pytest.mark.parametrize("label", list(TYPES))
def test_each_mode_has_enough_rows(label: str) -> None:
    counts = Counter(row.mode for row in rows_of(label))
    assert {mode for mode in TYPES[label].modes if counts[mode] < FEWEST_OF_A_MODE} == set()


def test_each_modality_is_taught_for_most_types() -> None:
    told = {
        modality: {row.type for row in all_rows() if row.modality == modality}
        for modality in MODALITIES
    }
    assert min(len(types) for types in told.values()) >= 10


def test_there_are_enough_sentences_and_enough_long_ones() -> None:
    sentences = {row.plain for row in all_rows()}
    assert len(sentences) >= FEWEST_SENTENCES
    assert sum(len(sentence.split()) >= LONG for sentence in sentences) >= FEWEST_LONG
