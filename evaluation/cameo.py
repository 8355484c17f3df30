"""Sentences coded by hand as pairs of nations: in the XML of event coders, or in rows of our own.

The codes of CAMEO are mapped to PLOVER as the Open Event Data Alliance does (CAMEO2PLOVER-2021).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

_ROOTS: Mapping[str, str] = MappingProxyType(
    {
        "03": "AGREE",
        "04": "CONSULT",
        "05": "SUPPORT",
        "06": "COOPERATE",
        "07": "AID",
        "08": "YIELD",
        "09": "ACCUSE",
        "10": "REQUEST",
        "11": "ACCUSE",
        "12": "REJECT",
        "13": "THREATEN",
        "14": "PROTEST",
        "15": "MOBILIZE",
        "16": "SANCTION",
        "17": "COERCE",
        "18": "ASSAULT",
        "19": "ASSAULT",
        "20": "ASSAULT",
    }
)
_SINGLE: Mapping[str, str] = MappingProxyType(
    {"163": "COERCE", "1712": "ASSAULT", "175": "ASSAULT", "191": "COERCE", "192": "COERCE"}
)
"""Codes whose PLOVER type is not that of their first two digits."""

_SENTENCE = re.compile(
    r'<Sentence [^>]*?date="(\d{4})(\d\d)(\d\d)"[^>]*>(.*?)</Sentence>', re.DOTALL
)
_EVENT = re.compile(r'<EventCoding eventcode="(\d+)" sourcecode="([^"]*)" targetcode="([^"]*)"')
_TEXT = re.compile(r"<Text>(.*?)</Text>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event: the PLOVER root and the nations of both sides, None where there is none.

    Several roots that a coder may defend are parted by a slash.
    """

    root: str
    source: str | None
    target: str | None

    def ways(self) -> set["CodedEvent"]:
        """Return the event with each of its roots."""
        return {CodedEvent(root, self.source, self.target) for root in self.root.split("/")}


@dataclass(frozen=True, slots=True)
class CodedSentence:
    """A sentence with the day it was published and its events."""

    text: str
    published: str | None
    events: tuple[CodedEvent, ...]


def root_of(code: str) -> str | None:
    """Return the PLOVER root of a CAMEO code, or None for what PLOVER does not code."""
    return _SINGLE.get(code) or _ROOTS.get(code[:2])


def read_coded(path: Path, nations: Mapping[str, object]) -> Iterator[CodedSentence]:
    """Yield the sentences of a file; ``nations`` are the codes that are nations."""
    for year, month, day, body in _SENTENCE.findall(_opened(path.read_text(encoding="utf-8"))):
        text = _TEXT.search(body)
        if text:
            events = tuple(_events(body, nations))
            yield CodedSentence(" ".join(text[1].split()), f"{year}-{month}-{day}", events)


def read_rows(path: Path) -> Iterator[CodedSentence]:
    """Yield the sentences of a table with the columns sentence, source, target and root.

    A row is an event, ``-`` stands for no nation; rows of one sentence follow one another.
    """
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    for text, events in groupby(rows, key=lambda row: row[0]):
        sides = [(root, source, target) for _, source, target, root in events]
        coded = [CodedEvent(root, _none(one), _none(other)) for root, one, other in sides]
        yield CodedSentence(text, None, tuple(coded))


def _none(code: str) -> str | None:
    return None if code == "-" else code


def _opened(text: str) -> str:
    """Return the XML with its sentences opened as they should be: the files close them twice."""
    return re.sub(r"(<Sentence [^>]*?)/>", r"\1>", text)


def _events(body: str, nations: Mapping[str, object]) -> Iterator[CodedEvent]:
    for code, source, target in _EVENT.findall(body):
        root = root_of(code)
        if root:
            yield CodedEvent(root, _nation(source, nations), _nation(target, nations))


def _nation(code: str, nations: Mapping[str, object]) -> str | None:
    return code[:3] if code[:3] in nations else None
