"""What syntax knows of a sentence: its words, noun phrases and predications.

Words are numbered within their sentence; a stretch of words runs from ``first`` to before
``last``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from loaders.syntax.verb_forms import VerbForm

WordClass = Literal[
    "name",
    "noun",
    "pronoun",
    "determiner",
    "possessive",
    "genitive",
    "adjective",
    "adverb",
    "number",
    "preposition",
    "coordinator",
    "subordinator",
    "relative",
    "verb",
    "modal",
    "to",
    "negation",
    "mark",
]


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its class.

    ``form`` is that of a verb, ``time`` marks words of a date; the words of one name or title have
    one ``span``, a number.
    """

    start: int
    end: int
    text: str
    kind: WordClass
    lemma: str
    form: VerbForm | None = None
    time: bool = False
    span: int | None = None

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without what follows it.

    ``owner`` is the stretch before a genitive ("South Korea" in "South Korea's alliance"),
    ``reach`` the end of all that belongs to it, clauses left out ("a church in the city").
    """

    first: int
    last: int
    head: int
    owner: tuple[int, int] | None = None
    time: bool = False
    reach: int = 0


@dataclass(frozen=True, slots=True)
class Oblique:
    """A phrase behind a preposition."""

    marker: str
    phrase: Phrase


Link = Literal["complement", "clause", "coordinate", "manner", "adverbial", "relative"]
"""How a predication hangs on its governor.

complement: "agreed to withdraw"; clause: "said that it would withdraw"; manner: "retaliated by
suspending"; coordinate: "came and saw"; adverbial: "after meeting"; relative: "troops that left".
"""


@dataclass(frozen=True, slots=True)
class Predication:
    """A verb with what it is said of.

    ``subject`` of a passive is the one that it is done to. ``governor`` is the number of the
    predication that this one hangs on, ``marker`` the word between ("if", "after", "to").
    """

    first: int
    last: int
    head: int
    lemma: str
    finite: bool
    passive: bool = False
    future: bool = False
    past: bool = False
    modal: str = ""
    negated: bool = False
    marker: str = ""
    subject: tuple[Phrase, ...] = ()
    objects: tuple[Phrase, ...] = ()
    obliques: tuple[Oblique, ...] = ()
    governor: int | None = None
    link: Link | None = None

    @property
    def verb(self) -> str:
        """The verb without its particle: "call" of "call off"."""
        return self.lemma.split()[0]

    @property
    def agents(self) -> tuple[Phrase, ...]:
        """The phrases behind "by"; those who do what is told in the passive."""
        return tuple(one.phrase for one in self.obliques if one.marker == "by")


@dataclass(frozen=True, slots=True)
class SentenceSyntax:
    """The analysis of one sentence."""

    sentence: int
    words: tuple[Word, ...]
    phrases: tuple[Phrase, ...]
    predications: tuple[Predication, ...]

    def text(self, first: int, last: int) -> str:
        """Return the words of a stretch, joined by blanks."""
        return " ".join(word.text for word in self.words[first:last])

    def trailing(self, phrase: Phrase) -> tuple[Oblique, ...]:
        """Return the prepositional phrases that follow a phrase without a break."""
        found: list[Oblique] = []
        position = phrase.last
        starts = {other.first: other for other in self.phrases}
        while position + 1 < len(self.words) and self.words[position].kind == "preposition":
            following = starts.get(position + 1)
            if following is None:
                break
            found.append(Oblique(self.words[position].lower, following))
            position = following.last
        return tuple(found)

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Return where a stretch of words begins and ends in the text."""
        return self.words[first].start, self.words[last - 1].end

    def above(self, number: int) -> Iterator[int]:
        """Yield the numbers of the predications that one hangs on, the nearest first."""
        seen = {number}
        current = self.predications[number].governor
        while current is not None and current not in seen:
            yield current
            seen.add(current)
            current = self.predications[current].governor

    def governor(self, predication: Predication) -> Predication | None:
        """Return the predication that one hangs on."""
        above = predication.governor
        return None if above is None else self.predications[above]

    def told_at(self, start: int) -> Iterator[Predication]:
        """Yield the predications whose verb begins at an offset."""
        return (one for one in self.predications if self.words[one.head].start == start)

    def phrase_over(self, start: int, end: int) -> Phrase | None:
        """Return the phrase that holds the end of a stretch of text."""
        for phrase in self.phrases:
            begin, stop = self.offsets(phrase.first, phrase.last)
            if begin < end <= stop or begin <= start < stop:
                return phrase
        return None

    def governing(self, phrase: Phrase) -> Predication | None:
        """Return the predication that a phrase is an object, oblique or subject of."""
        number = self.governed_by(phrase)
        return None if number is None else self.predications[number]

    def governed_by(self, phrase: Phrase) -> int | None:
        """Return the number of the predication that a phrase is an object or subject of."""
        for number, predication in enumerate(self.predications):
            obliques = tuple(oblique.phrase for oblique in predication.obliques)
            if phrase in (*predication.objects, *obliques):
                return number
        for number, predication in enumerate(self.predications):
            if phrase in predication.subject:
                return number
        return None
