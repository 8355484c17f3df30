"""A labelled article beside what a pipeline made of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from evaluation.labelled import LabelledArticle, Span
from graph.facts import ArticleFacts, Ref
from loaders.document import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """A labelled article with the document and the facts that were made of it."""

    given: LabelledArticle
    document: Document
    facts: ArticleFacts

    @classmethod
    def of(cls, given: LabelledArticle, document: Document) -> "Reading":
        """Return the reading of an article."""
        return cls(given, document, document.facts())

    def refs(self, participant: str) -> set[Ref]:
        """Return what was found under the name or code of a labelled participant."""
        ways = participant.split("|")
        names = {alias.casefold() for way in ways for alias in self._aliases(way)}
        nations = {Ref("Nation", way) for way in ways if way in self._codes()}
        persons = {
            Ref("Person", one.id)
            for one in self.facts.persons
            if names & {alias.casefold() for alias in (one.name, *one.aliases)}
        }
        organizations = {
            Ref("Organization", one.id)
            for one in self.facts.organizations
            if names & {alias.casefold() for alias in (one.name, *one.aliases)}
        }
        return nations | persons | organizations

    def nations(self, participant: str) -> set[str]:
        """Return the nations that a labelled participant is or acts for."""
        labels = self.given.labels
        known = {one["name"]: one.get("nation", "") for one in labels["persons"]}
        known |= {one["name"]: one.get("nation", "") for one in labels["organizations"]}
        return {known.get(way, way) for way in participant.split("|")} & self._codes()

    def has(self, participants: list[str], refs: Iterable[Ref], nations: Iterable[str]) -> bool:
        """Whether all participants are among some that were found."""
        found = {*refs, *(Ref("Nation", code) for code in nations)}
        return all(self.refs(one) & found for one in participants)

    def sentence(self, span: Span) -> str:
        """Return the sentence in which a stretch begins."""
        return self.document.evidence(self.document.sentence_at(span[0])).quote

    def _codes(self) -> set[str]:
        labels = self.given.labels
        return {*labels["nations"], *labels.get("optional_nations", ())}

    def _aliases(self, name: str) -> set[str]:
        known = self.given.labels["organizations"]
        lists = ({one["name"], *one.get("aliases", ())} for one in known)
        return next((aliases for aliases in lists if name in aliases), {name})
