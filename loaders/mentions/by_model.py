"""The step "names", by the language model together with rules.

How the names of the rules and of the model are merged:

1. What the gazetteers found (nations, demonyms, organizations, agreements) and dates stay theirs.
   Only an organization whose name is longer may hold a nation's name, as "Bank of Spain" does.
2. One name is of one kind in one article (``name_vote``); places vote, and are then left out.
3. A name needs a least support (``Thresholds``), and must pass ``NameChecks``. What a rule found
   has passed the rule's own.
4. Of names that overlap, the longest wins, and of equally long ones the best supported.
5. A headline makes no name, it only names again; an organization is found wherever its name
   stands again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from loaders.agreements.agreement_names import agreement_names
from loaders.document import Document
from loaders.mentions.bracketed import abbreviation, initials
from loaders.mentions.name_candidate import (
    RULE_SUPPORT,
    Candidate,
    key_of,
    tagged,
)
from loaders.mentions.name_checks import NameChecks, Thresholds
from loaders.mentions.name_span import NameSpan
from loaders.mentions.name_vote import agreed, verdicts
from loaders.mentions.rule_names import RuleNames, tokens_in


@dataclass(frozen=True, slots=True)
class ModelNames:
    """Finds the names that no table holds, by the language model and the rules together."""

    thresholds: Thresholds = field(default_factory=Thresholds)
    name: str = "names"

    def __call__(self, document: Document) -> Document:
        """Add the names of organizations and people."""
        ruled = tuple(_of_rules(RuleNames()(document)))
        told = tuple(tagged(document))
        on = verdicts((*ruled, *told))
        blocked, nations = _blocked(document)
        checks = NameChecks.of(document, blocked, nations)
        sure = {(one.first, one.last, one.kind) for one in ruled}
        kept = [
            one
            for one in agreed((*ruled, *told), on)
            if (one.first, one.last, one.kind) in sure
            or (self.thresholds.met(one, speaks=checks.speaks(one)) and checks.allow(one))
        ]
        chosen = _without_short_forms(document, _apart(_outside_headlines(document, kept)))
        again = _apart((*chosen, *_again(document, chosen, blocked)), chosen)
        return replace(document, names=tuple(_span(document, one) for one in again))


def _of_rules(document: Document) -> Iterator[Candidate]:
    starts = {token.start: index for index, token in enumerate(document.tokens)}
    ends = {token.end: index + 1 for index, token in enumerate(document.tokens)}
    for name in document.names:
        first, last = starts[name.start], ends[name.end]
        key = key_of(document.tokens, first, last)
        yield Candidate(first, last, name.kind, RULE_SUPPORT, key)


def _blocked(document: Document) -> tuple[frozenset[int], frozenset[int]]:
    """Return the tokens of gazetteer names and dates, and of these the ones of nations alone."""
    nations = [(one.start, one.end) for one in document.mentions if one.ref.label == "Nation"]
    others = [(one.start, one.end) for one in document.mentions if one.ref.label != "Nation"]
    dates = [(date.start, date.end) for date in document.dates]
    closed = tokens_in(document, (*others, *dates))
    named = tokens_in(document, nations)
    return closed | named, named - closed


def _outside_headlines(document: Document, found: Sequence[Candidate]) -> list[Candidate]:
    """Leave out the names of the headline that the body of the article does not have."""
    heads = [one.end for one in document.sentences if one.kind == "headline"]
    begin = max(heads, default=0)
    named = {one.key for one in found if document.tokens[one.first].start >= begin}
    return [one for one in found if one.key in named]


def _without_short_forms(document: Document, found: Sequence[Candidate]) -> list[Candidate]:
    """Leave out abbreviations that brackets give: later steps make them aliases."""
    short = {told.lower() for told in _short_forms(document, found) if told}
    return [one for one in found if one.key not in short]


def _short_forms(document: Document, found: Sequence[Candidate]) -> Iterator[str | None]:
    tokens = document.tokens
    for one in found:
        start, end = tokens[one.first].start, tokens[one.last - 1].end
        if one.kind == "ORG":
            yield abbreviation(document, end)
        else:
            yield initials(document, start, end)
    for _, end, _ in agreement_names(document):
        yield abbreviation(document, end)


def _apart(found: Iterable[Candidate], first: Sequence[Candidate] = ()) -> list[Candidate]:
    """Return candidates that share no token, in the order of the text; ``first`` stay."""
    chosen: list[Candidate] = list(first)
    taken = {index for one in first for index in range(one.first, one.last)}
    for one in sorted(found, key=lambda one: (-one.length, -one.support, one.first)):
        if taken.isdisjoint(range(one.first, one.last)):
            chosen.append(one)
            taken.update(range(one.first, one.last))
    return sorted(chosen, key=lambda one: one.first)


def _again(
    document: Document, chosen: Sequence[Candidate], blocked: frozenset[int]
) -> Iterator[Candidate]:
    """Yield the other places where the names of organizations stand, spelled the same."""
    tokens = document.tokens
    names = {
        tuple(token.text for token in tokens[one.first : one.last]): one
        for one in chosen
        if one.kind == "ORG"
    }
    openings = {name[0] for name in names}
    for index in (i for i, token in enumerate(tokens) if token.text in openings):
        for name, one in names.items():
            last = index + len(name)
            if tuple(token.text for token in tokens[index:last]) == name and (
                one.length > 1 or index not in blocked
            ):
                yield replace(one, first=index, last=last)


def _span(document: Document, one: Candidate) -> NameSpan:
    tokens = document.tokens[one.first : one.last]
    text = " ".join(token.text for token in tokens)
    return NameSpan(tokens[0].start, tokens[-1].end, text, one.kind)
