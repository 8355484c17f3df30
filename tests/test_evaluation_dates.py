"""Our own documents in TimeML are well formed, and what is found in them stays found."""

import re

import pytest

from evaluation.__main__ import OWN_NEWSWIRE
from evaluation.dates import Document, Score, read, score

_DATE = (
    r"\d{2,3}|(?:FY)?\d{4}|\d{4}-(?:\d\d(?:-\d\d)?|W\d\d(?:-WE)?|Q\d|H\d|SP|SU|FA|WI)|[A-Z]+_REF"
)
_VALUES = {
    "DATE": _DATE,
    "TIME": r"\d{4}-\d\d-\d\dT(?:\d\d:\d\dZ?|MO|AF|EV|NI|XX:XX)",
    "DURATION": r"P(?:[\dX]+(?:D|W|M|Y|WE)|T[\dX]+[HM])",
    "SET": r"P\d[DWMQY]|XXXX-WXX-\d|XXXX-XX-XXT(?:MO|NI)",
}
DOCUMENTS = [read(path) for path in sorted(OWN_NEWSWIRE.glob("*/*.tml"))]


def test_there_are_enough_documents() -> None:
    assert len(DOCUMENTS) == 15
    assert sum(len(document.marked) for document in DOCUMENTS) > 400


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_documents_are_well_formed(document: Document) -> None:
    assert document.name.startswith(document.created)
    wrong = [one for one in document.marked if not re.fullmatch(_VALUES[one.type], one.value)]
    assert not wrong


@pytest.mark.parametrize("folder", ["mended", "unseen"])
def test_values_are_found(folder: str) -> None:
    total = Score()
    for path in sorted((OWN_NEWSWIRE / folder).glob("*.tml")):
        score(read(path), total)
    assert total.f1(total.matched) > 0.97
    assert total.f1(total.values) > 0.96
