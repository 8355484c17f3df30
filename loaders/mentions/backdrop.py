"""The backdrop: who was named before a place in the text, the nearest sentence first."""

from collections import Counter
from dataclasses import dataclass

from graph.facts import Ref
from loaders.document import Document
from loaders.mentions.mention import Mention
from loaders.text.sentence import Sentence

REACH = 2
"""Sentences that a pronoun reaches back."""

_LEADING = ("president", "prime minister", "leader", "chancellor", "king", "premier", "emir")


@dataclass(frozen=True, slots=True)
class Before:
    """The mentions before a place: in its sentence, and in the sentences before that."""

    here: tuple[Mention, ...]
    earlier: tuple[tuple[Mention, ...], ...]


class Backdrop:
    """Looks up who is named where in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._by_sentence: dict[int, list[Mention]] = {}
        agreements = [one for one in document.mentions if one.ref.label == "Agreement"]
        for mention in document.mentions:
            if not any(one.covers(mention.start, mention.end) for one in agreements):
                index = document.sentence_at(mention.start).index
                self._by_sentence.setdefault(index, []).append(mention)
        self._nations = {person.id: person.nation for person in document.persons}
        self._titles = {
            person.id: [office.title.lower() for office in person.offices]
            for person in document.persons
        }

    def before(self, sentence: Sentence, offset: int) -> Before:
        """Return who is named before an offset; the headline is no backdrop."""
        here = [one for one in self._by_sentence.get(sentence.index, ()) if one.end <= offset]
        first = max(0, sentence.index - REACH)
        earlier = [
            tuple(self._by_sentence.get(index, ()))
            for index in range(sentence.index - 1, first - 1, -1)
            if self.document.sentences[index].kind == "body"
        ]
        return Before(tuple(here), tuple(earlier))

    def nation_of(self, person: Ref) -> str | None:
        """Return the nation that a person acts for."""
        return self._nations.get(person.key)

    def leads(self, person: Ref) -> bool:
        """Whether a person leads a state or government."""
        titles = self._titles.get(person.key, [])
        return any(word in title for title in titles for word in _LEADING)

    def holders(self, title: str) -> frozenset[str]:
        """Return the ids of the people who hold an office, by its title in lower case.

        "minister" is the title of every minister.
        """
        return frozenset(
            key
            for key, titles in self._titles.items()
            if any(one == title or one.endswith(f" {title}") for one in titles)
        )

    def nations(self, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
        """Return the nations that mentions mean, people counting for theirs, each once."""
        codes: list[str] = []
        for mention in mentions:
            ref = mention.ref
            code = self.nation_of(ref) if ref.label == "Person" else None
            if ref.label == "Nation":
                code = ref.key
            if code and not mention.place and code not in codes:
                codes.append(code)
        return tuple(codes)

    def by_frequency(self) -> tuple[str, ...]:
        """Return the nations of the article, the one named most first."""
        named = [one for one in self.document.mentions if one.ref.label == "Nation"]
        counts = Counter(one.ref.key for one in named if not one.place)
        return tuple(sorted(counts, key=lambda code: (-counts[code], code)))
