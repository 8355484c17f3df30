"""The step "agreements": named and unnamed agreements, and the phrases that mean them again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.facts import AgreementFact, Ref
from loaders.agreements.life import STAGES, Life
from loaders.agreements.merging import folded, merged, renamed
from loaders.agreements.named import read, tabled
from loaders.agreements.retold import Retold
from loaders.agreements.telling import tellings
from loaders.agreements.unnamed import UnnamedAgreements, terms
from loaders.document import Document
from loaders.gazetteer.agreement import load_agreements
from loaders.mentions.bracketed import abbreviation, occurrences, own_script
from loaders.mentions.mention import Mention, in_order
from loaders.references.reference import Reference
from loaders.syntax.analysis import Phrase, SentenceSyntax

_Place = tuple[SentenceSyntax, Phrase]


class AgreementFacts:
    """Makes the agreements of an article."""

    name = "agreements"

    def __call__(self, document: Document) -> Document:
        """Add the agreements, their mentions, and references such as "the accord"."""
        if not document.sentences:
            return document
        known = tuple(tabled(document))
        named = merged((*known, *read(document, known)))
        marked = _marked(document, named)
        unnamed = (renamed(document, one, named) for one in UnnamedAgreements(marked, named).find())
        whole = merged(folded(document, merged((*named, *unnamed))))
        facts = tuple(_aliased(document, one) for one in whole)
        found = replace(_marked(marked, facts), agreements=facts)
        again = list(_again(found))
        taken = {one.start for one in document.references}
        references = (_reference(found, place, fact) for place, fact in again)
        life = Life(found)
        return replace(
            found,
            agreements=tuple(_lived(life, fact, again) for fact in facts),
            references=(
                *document.references,
                *(one for one in references if one.start not in taken),
            ),
        )


def _again(document: Document) -> Iterator[tuple[_Place, AgreementFact]]:
    """Yield the phrases that mean an agreement again, with that agreement."""
    retold = Retold(document, document.agreements)
    spans = [(span.start, span.end) for one in document.agreements for span in one.mentions]
    for syntax in document.syntax:
        for term in terms(syntax):
            start, end = syntax.offsets(term.phrase.first, term.phrase.head + 1)
            if not any(first < end and start < last for first, last in spans):
                told = tuple(tellings(syntax, term.phrase, term.kind))
                fact = retold.of(syntax, term.phrase, term.kind, told)
                if fact:
                    yield (syntax, term.phrase), fact


def _reference(document: Document, place: _Place, fact: AgreementFact) -> Reference:
    syntax, phrase = place
    start, end = syntax.offsets(phrase.first, phrase.head + 1)
    return Reference(start, end, document.article.text[start:end], (Ref("Agreement", fact.id),))


def _lived(
    life: Life, fact: AgreementFact, again: Sequence[tuple[_Place, AgreementFact]]
) -> AgreementFact:
    """Return an agreement with what is told where it is only "the pact"."""
    if fact.id in load_agreements():
        return fact
    for (syntax, phrase), other in again:
        if other.id == fact.id:
            told = tuple(tellings(syntax, phrase, fact.kind))
            lived = life.of(syntax, phrase, told, fact.parties)
            status = max(fact.status, lived.status, key=STAGES.index)
            fact = replace(fact, status=status, date=fact.date or lived.date)
    return fact


def _marked(document: Document, facts: tuple[AgreementFact, ...]) -> Document:
    """Return the document with the mentions of these agreements and of no others."""
    mentions = tuple(
        Mention(span.start, span.end, span.text, Ref("Agreement", fact.id))
        for fact in facts
        for span in fact.mentions
    )
    others = tuple(one for one in document.mentions if one.ref.label != "Agreement")
    return replace(document, mentions=in_order((*others, *mentions)))


def _aliased(document: Document, fact: AgreementFact) -> AgreementFact:
    """Take in the other names that brackets behind the name give, and where these stand again."""
    ends = [span.end for span in fact.mentions]
    short = dict.fromkeys(filter(None, (abbreviation(document, end) for end in ends)))
    told = filter(None, (own_script(document, end) for end in ends))
    again = (span for name in short for span in occurrences(document, name))
    return replace(
        fact,
        aliases=tuple(dict.fromkeys((*fact.aliases, *short, *told))),
        mentions=tuple(dict.fromkeys((*fact.mentions, *again))),
    )
