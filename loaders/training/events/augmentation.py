"""Augmentation: the same event told of others, marked otherwise, or with more around it.

Letter case needs none: the encoder reads no case.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from loaders.event_types.labels import NONE
from loaders.event_types.marking import Span
from loaders.training.events.sentences import TypedSentence

_ARTICLES = ("the ", "a ", "an ")

_OPENINGS = ("On {}, ", "Earlier on {}, ", "Last {}, ", "In a statement on {}, ")
_TELLERS = (
    "a spokesman said on {}",
    "according to a statement on {}",
    "an official said",
    "officials said on {}",
    "state media reported on {}",
    "the foreign ministry said",
    "the newspaper reported on {}",
    "witnesses said",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_JOINTS = (" ", " ", ", while ", ", as ", ", after ", ", and ")
"""What stands between a sentence and its neighbor: two sentences, or two clauses of one."""


@dataclass(frozen=True, slots=True)
class Chances:
    """How often each change is made."""

    other_side: float = 0.25
    narrower: float = 0.12
    unmarked: float = 0.03
    told: float = 0.15
    neighbor: float = 0.1
    strangers: float = 0.03


@dataclass(frozen=True, slots=True)
class Augmentation:
    """Changes sentences; what it puts in is taken from the other sentences."""

    sentences: Sequence[TypedSentence]
    chances: Chances = Chances()

    def change(self, sentence: TypedSentence, random: Random) -> TypedSentence:
        """Return the sentence, at times changed."""
        for side in ("actor", "recipient"):
            if random.random() < self.chances.other_side:
                sentence = self._with_other(sentence, side, random)
            if random.random() < self.chances.narrower:
                sentence = _narrower(sentence, side, random)
        if sentence.actor and random.random() < self.chances.unmarked:
            sentence = replace(sentence, recipient=None)
        if random.random() < self.chances.told:
            sentence = _told(sentence, random)
        chance = random.random()
        if chance < self.chances.neighbor:
            return self._beside(sentence, random)
        if chance < self.chances.neighbor + self.chances.strangers:
            return self._strangers(sentence, random)
        return sentence

    def _with_other(self, sentence: TypedSentence, side: str, random: Random) -> TypedSentence:
        """Return the sentence told of the actor or recipient of another one."""
        other = random.choice(self.sentences)
        span = _span(other, side)
        return put(sentence, side, other.text[span[0] : span[1]]) if span else sentence

    def _beside(self, sentence: TypedSentence, random: Random) -> TypedSentence:
        """Return the sentence before or after another one, or after it as a clause beside it."""
        other = random.choice(self.sentences).text
        joint = random.choice(_JOINTS)
        if random.random() < 0.5:
            return replace(sentence, text=_joined(sentence.text, joint, other))
        return _moved(sentence, _joined(other, joint, ""))

    def _strangers(self, sentence: TypedSentence, random: Random) -> TypedSentence:
        """Return the actor of the sentence with a recipient in another one: no event."""
        other = random.choice(self.sentences)
        if sentence.actor is None or other.recipient is None:
            return sentence
        text = _joined(sentence.text, random.choice(_JOINTS), other.text)
        begin = len(text) - len(other.text)
        recipient = (begin + other.recipient[0], begin + other.recipient[1])
        return TypedSentence(text, sentence.actor, recipient, NONE)


def put(sentence: TypedSentence, side: str, words: str) -> TypedSentence:
    """Return the sentence with other words for its actor or recipient.

    An article is a small letter inside the sentence; sides that overlap are left as they are.
    """
    span = _span(sentence, side)
    rest = _span(sentence, "recipient" if side == "actor" else "actor")
    if span is None or (rest and rest[0] < span[1] and span[0] < rest[1]):
        return sentence
    if words.lower().startswith(_ARTICLES):
        first = words[0].lower() if span[0] else words[0].upper()
        words = first + words[1:]
    text = sentence.text[: span[0]] + words + sentence.text[span[1] :]
    shift = len(words) - (span[1] - span[0])
    if rest and rest[0] >= span[1]:
        rest = (rest[0] + shift, rest[1] + shift)
    own = (span[0], span[0] + len(words))
    actor, recipient = (own, rest) if side == "actor" else (rest, own)
    return replace(sentence, text=text, actor=actor, recipient=recipient)


def _told(sentence: TypedSentence, random: Random) -> TypedSentence:
    """Return the sentence with a day before it, or with who reports it."""
    day = random.choice(_DAYS)
    if random.random() < 0.4:
        return _moved(sentence, random.choice(_OPENINGS).format(day))
    if not sentence.text.endswith("."):
        return sentence
    return replace(sentence, text=f"{sentence.text[:-1]}, {random.choice(_TELLERS).format(day)}.")


def _joined(first: str, joint: str, second: str) -> str:
    """Return two sentences with a joint between them, which takes the place of a full stop."""
    return (first if joint == " " else first.removesuffix(".")) + joint + second


def _narrower(sentence: TypedSentence, side: str, random: Random) -> TypedSentence:
    """Return the sentence with marks around a part of the words: without article, or a few."""
    span = _span(sentence, side)
    if span is None:
        return sentence
    begins = [span[0]] + [at + 1 for at in range(*span) if sentence.text[at] == " "]
    ends = [at for at in range(*span) if sentence.text[at] == " "] + [span[1]]
    if len(begins) < 2:
        return sentence
    if sentence.text[span[0] : span[1]].lower().startswith(_ARTICLES):
        first, last = begins[1], span[1]
    else:
        number = random.randrange(len(begins))
        first, last = begins[number], ends[random.randrange(number, len(ends))]
    if side == "actor":
        return replace(sentence, actor=(first, last))
    return replace(sentence, recipient=(first, last))


def _span(sentence: TypedSentence, side: str) -> Span | None:
    return sentence.actor if side == "actor" else sentence.recipient


def _moved(sentence: TypedSentence, before: str) -> TypedSentence:
    shift = len(before)
    actor, recipient = (
        span and (span[0] + shift, span[1] + shift) for span in (sentence.actor, sentence.recipient)
    )
    return replace(sentence, text=before + sentence.text, actor=actor, recipient=recipient)
