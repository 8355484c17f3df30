"""The lexicon of predicates and the table of agreements: their form and their coverage."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from graph.ontology import load_ontology

DATA = Path(__file__).resolve().parent.parent / "loaders" / "data"
PREDICATE_COLUMNS = ["lemma", "pos", "pattern", "type", "mode", "frame", "note"]
AGREEMENT_COLUMNS = "id,name,aliases,kind,parties,signed,in_force,ended,withdrawals,wikidata"
PLAIN_FRAMES = {
    "VERB": {"SUBJ_OBJ", "SUBJ_ONLY", "RECIPROCAL", "OBJ_SUBJ"},
    "NOUN": {"NOUN_ONLY", "RECIPROCAL"},
}
PREPOSITION_FRAME = {"VERB": "SUBJ_PREP", "NOUN": "NOUN_PREP"}
ROLES = {"{A}", "{R}", "{X}"}
NAMED_PREPOSITIONS = """
about against along as at before behind between by for from in into near of on outside over
through to toward towards upon with
"""
PREPOSITIONS = frozenset(NAMED_PREPOSITIONS.split())
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

Row = dict[str, str]


def read(name: str) -> tuple[list[str], list[Row]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
        return list(reader.fieldnames or ()), rows


def cells(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def frame_fits(row: Row) -> bool:
    kind, colon, prepositions = row["frame"].partition(":")
    if not colon:
        return kind in PLAIN_FRAMES[row["pos"]]
    named = prepositions.split("|")
    return (
        kind == PREPOSITION_FRAME[row["pos"]]
        and set(named) <= PREPOSITIONS
        and len(named) == len(set(named))
    )


@pytest.fixture(scope="module")
def predicates() -> list[Row]:
    return read("predicates")[1]


@pytest.fixture(scope="module")
def agreements() -> list[Row]:
    return read("agreements")[1]


def test_predicates_have_the_columns_and_are_whole() -> None:
    columns, rows = read("predicates")
    assert columns == PREDICATE_COLUMNS
    assert len(rows) >= 900
    assert [row for row in rows if set(row) != set(columns) or None in row.values()] == []


def test_cells_of_predicates_are_tidy(predicates: list[Row]) -> None:
    untidy = [row for row in predicates if any(" ".join(c.split()) != c for c in row.values())]
    assert untidy == []


def test_predicates_are_sorted_and_unique(predicates: list[Row]) -> None:
    keys = [(r["type"], r["lemma"], r["pattern"], r["pos"]) for r in predicates]
    assert keys == sorted(keys)
    counts = Counter((r["lemma"], r["pos"], r["pattern"]) for r in predicates)
    assert [key for key, count in counts.items() if count > 1] == []


def test_predicates_name_parts_of_speech_types_and_modes_of_the_ontology(
    predicates: list[Row],
) -> None:
    modes = {name: {"", *kind.modes} for name, kind in load_ontology().event_types.items()}
    unknown = [
        row
        for row in predicates
        if row["pos"] not in PLAIN_FRAMES or row["mode"] not in modes.get(row["type"], set())
    ]
    assert unknown == []


def test_frames_fit_the_part_of_speech(predicates: list[Row]) -> None:
    assert [row for row in predicates if not frame_fits(row)] == []


def test_lemmas_are_single_words_in_lower_case(predicates: list[Row]) -> None:
    word = re.compile(r"[a-z]+(-[a-z]+)*")
    assert [row for row in predicates if not word.fullmatch(row["lemma"])] == []


def test_patterns_contain_their_lemma_and_known_roles(predicates: list[Row]) -> None:
    plain = re.compile(r"[a-z]+(-[a-z]+)*")
    wrong = [
        row
        for row in predicates
        if row["pattern"]
        and (
            row["lemma"] not in row["pattern"].split()
            or (row["pos"] == "VERB" and row["pattern"].split()[0] != row["lemma"])
            or row["pattern"] == row["lemma"]
            or not all(t in ROLES or plain.fullmatch(t) for t in row["pattern"].split())
        )
    ]
    assert wrong == []


def test_a_recipient_after_a_preposition_agrees_with_the_frame(predicates: list[Row]) -> None:
    """A pattern that says ``... to {R}`` must have a frame that finds the recipient there."""
    wrong = [
        row
        for row in predicates
        for before, token in pairwise(row["pattern"].split())
        if token == "{R}" and before in PREPOSITIONS and ":" in row["frame"]
        if before not in row["frame"].partition(":")[2].split("|")
    ]
    assert wrong == []


def test_every_type_and_mode_is_covered(predicates: list[Row]) -> None:
    types = Counter(row["type"] for row in predicates)
    modes = Counter((row["type"], row["mode"]) for row in predicates)
    kinds = load_ontology().event_types
    assert [name for name in kinds if types[name] < 15] == []
    thin = [(name, m) for name, kind in kinds.items() for m in kind.modes if modes[name, m] < 3]
    assert thin == []


@pytest.mark.parametrize(
    ("lemma", "pos", "pattern", "expected"),
    [
        ("visit", "VERB", "", ("CONSULT", "visit", "SUBJ_OBJ")),
        ("meet", "VERB", "", ("CONSULT", "", "RECIPROCAL")),
        ("host", "VERB", "", ("CONSULT", "visit", "OBJ_SUBJ")),
        ("sign", "VERB", "sign treaty", ("SUPPORT", "", "RECIPROCAL")),
        ("promise", "VERB", "promise to sign", ("AGREE", "", "SUBJ_PREP:with")),
        ("pardon", "VERB", "", ("CONCEDE", "", "SUBJ_OBJ")),
        ("extradite", "VERB", "", ("COOPERATE", "", "SUBJ_PREP:to")),
        ("grant", "VERB", "grant asylum", ("AID", "", "SUBJ_PREP:to")),
        ("resign", "VERB", "", ("RETREAT", "resign", "SUBJ_ONLY")),
        ("retaliate", "VERB", "", ("SANCTION", "", "SUBJ_PREP:against")),
        ("face", "VERB", "face boycott", ("PROTEST", "boycott", "OBJ_SUBJ")),
        ("talk", "NOUN", "", ("CONSULT", "", "RECIPROCAL")),
        ("exercise", "NOUN", "joint exercise", ("COOPERATE", "", "RECIPROCAL")),
        ("mark", "VERB", "mark anniversary", ("STATEMENT", "", "RECIPROCAL")),
    ],
)
def test_predicates_follow_the_codebook(
    predicates: list[Row], lemma: str, pos: str, pattern: str, expected: tuple[str, str, str]
) -> None:
    found = [
        (row["type"], row["mode"], row["frame"])
        for row in predicates
        if (row["lemma"], row["pos"], row["pattern"]) == (lemma, pos, pattern)
    ]
    assert found == [expected]


def test_agreements_have_the_columns_and_unique_ids() -> None:
    columns, rows = read("agreements")
    assert ",".join(columns) == AGREEMENT_COLUMNS
    ids = Counter(row["id"] for row in rows)
    assert [key for key, count in ids.items() if count > 1 or not key] == []


def test_no_two_agreements_share_a_name(agreements: list[Row]) -> None:
    holders = Counter(
        name
        for row in agreements
        for name in {n.casefold() for n in (row["name"], *cells(row["aliases"]))}
    )
    assert sorted(name for name, count in holders.items() if count > 1 or not name) == []


def test_a_name_of_an_agreement_stands_once_in_its_row(agreements: list[Row]) -> None:
    repeated = [
        row["id"]
        for row in agreements
        if len({row["name"], *cells(row["aliases"])}) != 1 + len(cells(row["aliases"]))
    ]
    assert repeated == []


def test_kinds_of_agreements_are_of_the_ontology(agreements: list[Row]) -> None:
    kinds = set(load_ontology().enums["AgreementKind"].values)
    assert {row["kind"] for row in agreements} - kinds == set()


def test_dates_of_agreements_are_iso_prefixes_in_order(agreements: list[Row]) -> None:
    wrong = [row["id"] for row in agreements if not in_order(list(dates(row)))]
    assert wrong == []


def dates(row: Row) -> Iterator[str]:
    yield from (date for date in (row["signed"], row["in_force"], row["ended"]) if date)


def in_order(found: list[str]) -> bool:
    """Tell whether the dates are valid and in order; a prefix covers all of its days."""
    if not all(DATE.fullmatch(date) for date in found):
        return False
    return all(
        first[: min(len(first), len(second))] <= second[: min(len(first), len(second))]
        for i, first in enumerate(found)
        for second in found[i + 1 :]
    )


BODY = re.compile(r"org:[a-z0-9]+(-[a-z0-9]+)*")


def test_parties_of_agreements_are_nations_or_organizations(agreements: list[Row]) -> None:
    codes = {row["code"] for row in read("nations")[1]}
    unknown = {
        (row["id"], party)
        for row in agreements
        for party in cells(row["parties"])
        if party not in codes and not BODY.fullmatch(party)
    }
    assert unknown == set()


def test_withdrawals_name_a_nation_or_organization_and_a_date(agreements: list[Row]) -> None:
    """Who withdraws need not be listed: the parties of the largest treaties are left out."""
    codes = {row["code"] for row in read("nations")[1]}
    wrong = [
        (row["id"], withdrawal)
        for row in agreements
        for withdrawal in cells(row["withdrawals"])
        for party, _, date in [withdrawal.partition("@")]
        if not (party in codes or BODY.fullmatch(party)) or not DATE.fullmatch(date)
    ]
    assert wrong == []
