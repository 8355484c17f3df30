"""Sentences: those that we wrote, whose actor and recipient are marked and typed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from loaders.event_types.marking import Span

FOLDERS = (Path(__file__).parent.parent / "data" / "events",)
"""The sentences that we wrote, a file a type, as lines of sentence, type, mode and modality."""

_SIDE = re.compile(r"\[([AR]) ([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class TypedSentence:
    """A sentence with the type of what one of its actors does to one of its recipients."""

    text: str
    actor: Span | None
    recipient: Span | None
    type: str


def parse_marked(line: str) -> tuple[str, Span | None, Span | None]:
    """Return the plain text of "[A Kenya] thanked [R Uganda]." and the spans of both sides."""
    spans: dict[str, Span] = {}
    text = ""
    position = 0
    for match in _SIDE.finditer(line):
        text += line[position : match.start()]
        spans[match[1]] = (len(text), len(text) + len(match[2]))
        text += match[2]
        position = match.end()
    return text + line[position:], spans.get("A"), spans.get("R")


def read_sentences(folders: Iterable[Path] = FOLDERS) -> list[TypedSentence]:
    """Return the sentences of folders, in the order of file names and lines.

    Raises:
        ValueError: A line has no type or no marked side; the message names it.
    """
    return [
        _typed(path.name, number, line)
        for folder in folders
        for path in sorted(folder.glob("*.tsv"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if number > 1 and line.strip()
    ]


def _typed(name: str, number: int, line: str) -> TypedSentence:
    marked, _, rest = line.partition("\t")
    text, actor, recipient = parse_marked(marked)
    type_ = rest.partition("\t")[0]
    if not type_.isupper() or (actor is None and recipient is None):
        raise ValueError(
            f"{name}, line {number}: a marked sentence, a tab and its type belong here."
        )
    return TypedSentence(text, actor, recipient, type_)


def split(
    sentences: Iterable[TypedSentence], share: float
) -> tuple[list[TypedSentence], list[TypedSentence]]:
    """Return the sentences to learn from and those held out.

    A sentence's own text decides, so that it stays on its side when others are added, and in runs
    of other seeds: what one run has learned never measures another that it teaches.
    """
    learned: list[TypedSentence] = []
    held: list[TypedSentence] = []
    for sentence in sentences:
        chance = Random(f"1 {sentence.text}").random()  # noqa: S311 - no secret
        (held if chance < share else learned).append(sentence)
    return learned, held
