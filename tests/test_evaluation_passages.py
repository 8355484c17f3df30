"""Our own passages are well-formed: lists are the ontology's, nations known, dates intervals."""

from collections.abc import Iterator

import pytest

from evaluation.agreement_passages import PASSAGES, LabelledAgreement, read_passages
from graph.ontology import load_ontology
from loaders.gazetteer.nation import load_nations

LABELLED = tuple(
    one
    for path in sorted(PASSAGES.glob("*.yaml"))
    for passage in read_passages(path)
    for one in passage["agreements"]
)


def _named(one: LabelledAgreement) -> str:
    return one.get("name") or one.get("about") or ""


@pytest.mark.parametrize("labelled", LABELLED, ids=_named)
def test_a_labelled_agreement(labelled: LabelledAgreement) -> None:
    enums = load_ontology().enums
    assert _named(labelled)
    assert set(labelled["kind"]) <= set(enums["AgreementKind"].values)
    assert set(labelled["status"]) <= set(enums["AgreementStatus"].values)
    assert set(labelled.get("effect", ())) <= set(enums["Effect"].values)
    assert set(_codes(labelled)) <= set(load_nations())
    dates = labelled.get("date", [])
    assert dates == sorted(dates)
    assert len(dates) in {0, 2}


def _codes(labelled: LabelledAgreement) -> Iterator[str]:
    return (one for one in labelled["parties"] if len(one) == 3 and one.isupper())
