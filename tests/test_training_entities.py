"""The sentences written for the entity model: well formed, consistent, and enough of them.

What the marks mean. PER: names of people, without titles. ORG: bodies, capitalized or in a headline
(ministries, parliaments, parties, companies, armed groups, media, teams, the White House, the
Kremlin, Downing Street when it speaks). LOC: places, nations and capitals also when they act.
Unmarked: demonyms and adjectives, treaties, laws, operations, prizes, weapons, ships and aircraft,
and bodies named only by a common noun ("the foreign ministry", "the army").
"""

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "loaders" / "training" / "data" / "entities"
MARK = re.compile(r"\[(?P<label>[A-Z]+) (?P<text>[^\[\]]+)\]")
LABELS = {"PER", "ORG", "LOC"}

# One name, two senses: these sentences are there to tell them apart.
# Cities and counties that also stand for their clubs.
CLUBS = {
    *("BOSTON", "Baltimore", "CLEVELAND", "Canberra", "Chicago", "Kent", "Leeds", "Los Angeles"),
    *("Minnesota", "NEW YORK", "New York", "SEATTLE", "San Diego", "Surrey", "Texas"),
}
AMBIGUOUS = CLUBS | {
    *("Amazon", "Austin", "Chelsea", "Downing Street", "Victoria", "Washington", "Williams"),
}
# Names that stand inside the unmarked name of a treaty, a law, a ship or a food.
UNMARKED = re.compile(
    r"(Paris|Dayton) Agreement|Istanbul Convention|Safety of Rwanda Act|Turkey breast"
    r"|USS (George )?Washington"
)
TITLES = re.compile(
    r"(President|Prime Minister|Minister|Chancellor|Premier|Sen|Rep|Gov|Gen|General|Col|Colonel"
    r"|Lt|Maj|Adm|Admiral|Captain|Mr|Mrs|Ms|Dr|Sir|Lord|King|Queen|Prince|Princess|Emperor"
    r"|Pope|Judge|Senator|Governor|Ambassador|Ayatollah|Mullah|Sultan|Bishop|Daw|U)\.? ",
    re.IGNORECASE,
)
DEMONYM = re.compile(
    r"(American|British|Chinese|Dutch|Egyptian|French|German|Greek|Indian|Iranian|Iraqi|Irish"
    r"|Israeli|Italian|Japanese|Kenyan|Korean|Mexican|Nigerian|Palestinian|Polish|Romanian|Russian"
    r"|Saudi|Spanish|Swedish|Swiss|Syrian|Turkish|Ukrainian|Vietnamese|Kurd|European|Arab|African)s?"
)
WEAPON = re.compile(
    r"\b(THAAD|S-[234]00|Hwasong-\d+|F-(16|22|35)|HIMARS|ATACMS|T-72|J-10C|Su-\d+|Tu-95|K[29]|FA-50"
    r"|Shaheen-III|Agni-V|Mi-24|Ka-52|C-130|BMP-2|JL-3|HQ-22|HMS|USS|HMAS|BRP|INS)\b"
)


@dataclass(slots=True, frozen=True)
class Sentence:
    """One line of a file: where it stands and what it says with its marks."""

    place: str
    marked: str

    @property
    def plain(self) -> str:
        return MARK.sub(r"\g<text>", self.marked)

    @property
    def outside(self) -> str:
        return MARK.sub("|", self.marked)

    @property
    def entities(self) -> list[tuple[str, str]]:
        return [(m["label"], m["text"]) for m in MARK.finditer(self.marked)]


def documents() -> list[list[Sentence]]:
    found: list[list[Sentence]] = []
    for path in sorted(FOLDER.glob("*.txt")):
        found.append([])
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line:
                found[-1].append(Sentence(f"{path.name}:{number}", line))
            elif found[-1]:
                found.append([])
    return [document for document in found if document]


@pytest.fixture(scope="module")
def corpus() -> list[list[Sentence]]:
    return documents()


@pytest.fixture(scope="module")
def sentences(corpus: list[list[Sentence]]) -> list[Sentence]:
    return [sentence for document in corpus for sentence in document]


def test_every_mark_is_balanced_and_of_a_known_class(sentences: list[Sentence]) -> None:
    stray = [s.place for s in sentences if set("[]") & set(s.plain)]
    unknown = [s.place for s in sentences if {label for label, _ in s.entities} - LABELS]
    untrimmed = [s.place for s in sentences for _, text in s.entities if text != text.strip()]
    assert (stray, unknown, untrimmed) == ([], [], [])


def test_sentences_are_unique_and_naturally_spaced(sentences: list[Sentence]) -> None:
    tokenized = re.compile(r"  |\s[,.;:?!]|\s['\u2019]s\b|^\s|\s$|\t")
    counts = Counter(s.plain.casefold() for s in sentences)
    assert [text for text, count in counts.items() if count > 1] == []
    assert [s.place for s in sentences if tokenized.search(s.plain)] == []
    assert [s.place for s in sentences if unicodedata.normalize("NFC", s.plain) != s.plain] == []


def test_documents_and_sentences_have_the_stated_sizes(corpus: list[list[Sentence]]) -> None:
    sizes = {len(document) for document in corpus}
    words = {len(s.plain.split()) for document in corpus for s in document}
    assert sizes <= set(range(2, 7))
    assert (min(words) >= 2, max(words) <= 50) == (True, True)


def test_there_is_enough_of_every_class(sentences: list[Sentence]) -> None:
    counts = Counter(label for s in sentences for label, _ in s.entities)
    empty = sum(not s.entities for s in sentences) / len(sentences)
    assert len(sentences) >= 1_500
    assert {label: counts[label] >= 1_100 for label in counts} == dict.fromkeys(LABELS, True)
    assert 0.05 <= empty <= 0.10


def test_a_name_has_one_class_unless_its_senses_are_listed(sentences: list[Sentence]) -> None:
    classes: defaultdict[str, set[str]] = defaultdict(set)
    for label, text in (entity for s in sentences for entity in s.entities):
        classes[text].add(label)
    assert {text for text, labels in classes.items() if len(labels) > 1} == AMBIGUOUS


def test_a_place_named_often_is_never_left_unmarked(sentences: list[Sentence]) -> None:
    counts = Counter(text for s in sentences for label, text in s.entities if label == "LOC")
    often = sorted((t for t, n in counts.items() if n >= 3), key=len, reverse=True)
    name = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, often))})(?!\w)")
    kept = [(s.place, UNMARKED.sub("", s.outside)) for s in sentences]
    # Compounds of directions ("North Koreans", "South American") are demonyms.
    directions = re.compile(r"\b(North|South) (?=[A-Z]\w+(an|ans|ese)\b)")
    missed = [(place, m[0]) for place, text in kept if (m := name.search(directions.sub("", text)))]
    assert missed == []


def test_titles_demonyms_and_weapons_are_not_marked(sentences: list[Sentence]) -> None:
    entities = [(s.place, label, text) for s in sentences for label, text in s.entities]
    titled = [e for e in entities if e[1] == "PER" and TITLES.match(e[2])]
    demonyms = [e for e in entities if DEMONYM.fullmatch(e[2])]
    weapons = [e for e in entities if WEAPON.search(e[2])]
    assert (titled, demonyms, weapons) == ([], [], [])
