"""Score the events of whole extraction, each sentence read as an article of its own.

Usage: python -m evaluation.events [--pairs PAIRS.tsv] [--cameo CODED.xml] [--coded CODED.tsv]
[--nlp CHOICE] [--errors]

``PAIRS.tsv`` has the columns sentence, source, target and root. An event is right in type when its
root is that of the sentence, and in its actor (recipient) when something that names one of its
actors (recipients) shares a character with the source (target). ``CODED.xml`` and ``CODED.tsv``
give triples of nations and root; of an event, each pair of its nations is a triple.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from click import echo

from evaluation.cameo import CodedEvent, CodedSentence, read_coded, read_rows
from evaluation.event_types import ROOTS, read_pairs
from graph.facts import Article, ArticleFacts, EventFact, Ref
from loaders.gazetteer.nation import load_nations
from loaders.nlp import MODEL, pipeline_by
from loaders.pipeline import Pipeline

Span = tuple[int, int]


@dataclass(slots=True)
class Tally:
    """Shares of sentences that are right in one way or another."""

    total: int = 0
    events: int = 0
    hits: Counter[str] = field(default_factory=Counter[str])

    def share(self, name: str) -> float:
        """Return the share of sentences, or of coded events, that are right in one way."""
        return self.hits[name] / (self.total or 1)

    @property
    def density(self) -> float:
        """How many events there are a sentence."""
        return self.events / (self.total or 1)

    def row(self, *names: str) -> str:
        """Return the shares of some hits, and how many events there are a sentence."""
        shares = "  ".join(f"{name} {self.share(name):.3f}" for name in names)
        return f"{shares}  events a sentence {self.density:.2f}"


def root_of(event: EventFact) -> str:
    """Return the root that a set uses for the type of an event."""
    return ROOTS.get(event.type, event.type)


def spans_of(facts: ArticleFacts, refs: Iterable[Ref], nations: Iterable[str]) -> list[Span]:
    """Return where the entities and nations of one side of an event are named."""
    keys = {(ref.label, ref.key) for ref in refs} | {("Nation", code) for code in nations}
    named = [("Nation", one.code, one.mentions) for one in facts.nations]
    named += [("Person", one.id, one.mentions) for one in facts.persons]
    named += [("Organization", one.id, one.mentions) for one in facts.organizations]
    return [
        (span.start, span.end)
        for label, key, mentions in named
        if (label, key) in keys
        for span in mentions
    ]


def touches(spans: Iterable[Span], span: Span | None) -> bool:
    """Whether one of some stretches shares a character with another."""
    return span is not None and any(start < span[1] and span[0] < end for start, end in spans)


def _extracted(
    texts: Iterable[tuple[str, str | None]], pipeline: Pipeline
) -> Iterator[ArticleFacts]:
    for number, (text, published) in enumerate(texts):
        yield pipeline.run(Article(str(number), "", text, published_at=published)).facts()


def score_pairs(path: Path, pipeline: Pipeline, *, errors: bool = False) -> Tally:
    """Score sentences with a marked pair."""
    pairs, roots = read_pairs(path)
    tally = Tally(total=len(pairs))
    found = _extracted(((text, None) for text, _, _ in pairs), pipeline)
    for (text, source, target), root, facts in zip(pairs, roots, found, strict=True):
        tally.events += len(facts.events)
        right = [event for event in facts.events if root_of(event) == root]
        sides = [_sides(facts, event, source, target) for event in facts.events]
        tally.hits["type"] += bool(right)
        tally.hits["actor"] += any(actor for actor, _ in sides)
        tally.hits["recipient"] += any(recipient for _, recipient in sides)
        triple = any(_sides(facts, event, source, target) == (True, True) for event in right)
        tally.hits["triple"] += triple
        if errors and not triple:
            told = [_told(event) for event in facts.events]
            echo(f"{root}\n  {_marked(text, source, target)}\n  {told}")
    return tally


def _marked(text: str, source: Span | None, target: Span | None) -> str:
    for name, span in sorted((("A", source), ("R", target)), key=lambda one: one[1] or (0, 0))[
        ::-1
    ]:
        if span:
            text = f"{text[: span[0]]}[{name} {text[span[0] : span[1]]}]{text[span[1] :]}"
    return text


def _told(event: EventFact) -> str:
    actors = "+".join(ref.key for ref in event.actors)
    recipients = "+".join(ref.key for ref in event.recipients)
    return f"{event.type} {event.modality} {actors} > {recipients} ({event.confidence})"


def _sides(
    facts: ArticleFacts, event: EventFact, source: Span | None, target: Span | None
) -> tuple[bool, bool]:
    actors = spans_of(facts, event.actors, event.actor_nations)
    recipients = spans_of(facts, event.recipients, event.recipient_nations)
    return touches(actors, source), touches(recipients, target)


def triples(event: EventFact) -> set[CodedEvent]:
    """Return each pair of nations of an event with its root."""
    actors = event.actor_nations or (None,)
    recipients = event.recipient_nations or (None,)
    return {CodedEvent(root_of(event), one, other) for one in actors for other in recipients}


def score_coded(
    sentences: Sequence[CodedSentence], pipeline: Pipeline, *, errors: bool = False
) -> Tally:
    """Score coded sentences: the share of coded events that are found, and of their parts."""
    tally = Tally()
    found = _extracted(((one.text, one.published) for one in sentences), pipeline)
    for sentence, facts in zip(sentences, found, strict=True):
        _count(tally, sentence, facts, errors=errors)
    # The events are counted a sentence, the hits an event.
    tally.events = round(tally.events * tally.total / (len(sentences) or 1))
    return tally


def _count(tally: Tally, sentence: CodedSentence, facts: ArticleFacts, *, errors: bool) -> None:
    tally.events += len(facts.events)
    told = {triple for event in facts.events for triple in triples(event)}
    tally.total += len(sentence.events)
    for event in sentence.events:
        found = not told.isdisjoint(event.ways())
        tally.hits["triple"] += found
        roots = {one.root for one in event.ways()}
        tally.hits["type"] += not roots.isdisjoint(one.root for one in told)
        tally.hits["source"] += event.source in {one.source for one in told}
        tally.hits["target"] += event.target in {one.target for one in told}
        if errors and not found:
            echo(f"{event}\n  {sentence.text}\n  {[_told(one) for one in facts.events]}")


def main() -> None:
    """Run the evaluation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--cameo", type=Path)
    parser.add_argument("--coded", type=Path, nargs="*", default=[])
    parser.add_argument("--nlp", default=MODEL)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    pipeline = pipeline_by(options.nlp)
    if options.pairs:
        begun = time.perf_counter()
        tally = score_pairs(options.pairs, pipeline, errors=options.errors)
        rate = tally.total / (time.perf_counter() - begun)
        shown = tally.row("type", "actor", "recipient", "triple")
        echo(f"{options.pairs.name}: {shown}  sentences/s {rate:.0f}")
    if options.cameo:
        sentences = list(read_coded(options.cameo, load_nations()))
        _show(options.cameo, score_coded(sentences, pipeline, errors=options.errors))
    for path in options.coded:
        _show(path, score_coded(list(read_rows(path)), pipeline, errors=options.errors))


def _show(path: Path, tally: Tally) -> None:
    echo(f"{path.name}: {tally.row('type', 'source', 'target', 'triple')}")


if __name__ == "__main__":
    main()
