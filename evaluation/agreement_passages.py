"""Score the agreements of short passages of our own, one by one.

Usage: python -m evaluation.agreement_passages [--nlp CHOICE] [--errors] [FILE...]

A passage says when it was published and which agreements a careful reader finds in it. An
agreement has a ``name`` of its own or is only told ``about``; kinds, statuses and effects are lists
of all that a reader may defend; parties are nations by code or bodies by name. A found agreement is
a labelled one when it bears its name, if it has one, and lacks no party; each found one is at most
one labelled one, so that an agreement that became two nodes is one too many.
"""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NotRequired, TypedDict

import msgspec
from click import echo

from evaluation.tally import Tally
from graph.facts import AgreementFact, Article, ArticleFacts, Ref
from loaders.nlp import MODEL, pipeline_by
from loaders.pipeline import Pipeline

PASSAGES = Path(__file__).parent / "passages"
"""``mended`` was written before the rules were mended by it, the others after that."""


class LabelledAgreement(TypedDict):
    """An agreement that a careful reader finds; ``date`` is the interval in which it began."""

    name: NotRequired[str]
    about: NotRequired[str]
    kind: list[str]
    parties: list[str]
    status: list[str]
    effect: NotRequired[list[str]]
    date: NotRequired[list[date]]
    optional: NotRequired[bool]


class Passage(TypedDict):
    """One to three sentences with their agreements."""

    published: date
    text: str
    agreements: list[LabelledAgreement]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a passage."""

    facts: ArticleFacts

    def refs(self, party: str) -> set[Ref]:
        """Return what a labelled party may be: a nation by code or a body by name."""
        bodies = (
            Ref("Organization", one.id)
            for one in self.facts.organizations
            if party.casefold() in {name.casefold() for name in (one.name, *one.aliases)}
        )
        return {Ref("Nation", party), *bodies}

    def agreement(
        self, labelled: LabelledAgreement, free: Iterable[AgreementFact]
    ) -> AgreementFact | None:
        """Return which of some found agreements the labelled one is."""
        return next((one for one in free if self._is_same(labelled, one)), None)

    def effects(self, agreement: AgreementFact) -> set[str]:
        """Return what the events of the passage do to an agreement."""
        return {
            one.effect for one in self.facts.events if one.agreement == agreement.id and one.effect
        }

    def told(self, agreement: AgreementFact) -> str:
        """An agreement in one line."""
        parties = "+".join(ref.key for ref in agreement.parties)
        when = agreement.date and f"{agreement.date.earliest}..{agreement.date.latest}"
        effects = "/".join(sorted(self.effects(agreement)))
        return f"{agreement.name} {agreement.kind} {agreement.status} {parties} {effects} {when}"

    def _is_same(self, labelled: LabelledAgreement, found: AgreementFact) -> bool:
        names = {name.casefold() for name in (found.name, *found.aliases)}
        named = labelled.get("name", found.name).casefold() in names
        return named and all(self.refs(one) & {*found.parties} for one in labelled["parties"])


def read_passages(path: Path) -> list[Passage]:
    """Read labelled passages."""
    return msgspec.yaml.decode(path.read_bytes(), type=list[Passage])


def score(passages: Iterable[Passage], pipeline: Pipeline) -> Tally:
    """Score a pipeline on passages."""
    tally = Tally()
    for number, passage in enumerate(passages):
        published = passage["published"].isoformat()
        article = Article(
            id=f"passage-{number}", title="", text=passage["text"], published_at=published
        )
        _score(passage, Found(pipeline.run(article).facts()), tally)
    return tally


def _score(passage: Passage, found: Found, tally: Tally) -> None:
    free = list(found.facts.agreements)
    told = "\n    ".join((passage["text"], *map(found.told, free)))
    tally.count("passages: as many as there are", _is_count_right(passage, len(free)))
    for labelled in sorted(passage["agreements"], key=lambda one: one.get("optional", False)):
        one = found.agreement(labelled, free)
        if one:
            free.remove(one)
        if one or not labelled.get("optional"):
            for what, right in _rights(labelled, found, one):
                name = labelled.get("name", labelled.get("about"))
                tally.count(f"agreements: {what}", right, f"{what}: {name}\n    {told}")
    for one in found.facts.agreements:
        right = all(one is not other for other in free)
        tally.count("agreements: found ones borne out", right, f"too much: {one.name}\n    {told}")


def _rights(
    labelled: LabelledAgreement, found: Found, one: AgreementFact | None
) -> Iterator[tuple[str, bool]]:
    yield "found", one is not None
    yield "kind", one is not None and one.kind in labelled["kind"]
    yield "status", one is not None and one.status in labelled["status"]
    if "effect" in labelled:
        yield "effect", one is not None and bool({*labelled["effect"]} & found.effects(one))
    if "date" in labelled:
        dates = [one.date.earliest, one.date.latest] if one and one.date else []
        yield "date", dates == [day.isoformat() for day in labelled["date"]]


def _is_count_right(passage: Passage, count: int) -> bool:
    needed = [one for one in passage["agreements"] if not one.get("optional")]
    return len(needed) <= count <= len(passage["agreements"])


def main() -> None:
    """Run the evaluation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nlp", default=MODEL)
    parser.add_argument("--errors", action="store_true", help="tell all that is not right")
    parser.add_argument("files", nargs="*", type=Path, default=sorted(PASSAGES.glob("*.yaml")))
    options = parser.parse_args()
    pipeline = pipeline_by(options.nlp)
    for path in options.files:
        tally = score(read_passages(path), pipeline)
        for line in tally.lines(errors=options.errors):
            echo(line)


if __name__ == "__main__":
    main()
