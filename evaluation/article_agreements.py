"""Score the agreements of an article.

A found agreement is a labelled one when it has its name, if it has one of its own, and no party
that it lacks.
"""

from evaluation.article_reading import Reading
from evaluation.labelled import LabelledAgreement
from evaluation.tally import Tally
from graph.facts import AgreementFact


def score_agreements(reading: Reading, tally: Tally) -> None:
    """Score labelled agreements by what was found of them, and found ones by whether right."""
    labelled, found = reading.given.labels["agreements"], reading.facts.agreements
    for agreement in labelled:
        same = [one for one in found if _is_same(reading, agreement, one)]
        sentence = reading.sentence(reading.given.quoted(agreement["quote_contains"]))
        name = agreement.get("name", agreement.get("about"))
        told = f"{name} {agreement['status']}\n    {sentence}\n    {[_told(one) for one in found]}"
        right = any(one.status in agreement["status"] for one in same)
        tally.count("agreements: found", same)
        tally.count("agreements: kind", any(one.kind in agreement["kind"] for one in same))
        tally.count("agreements: status", right, told)
    for one in found:
        right = any(_is_same(reading, agreement, one) for agreement in labelled)
        tally.count(
            "agreements: found ones borne out", right, f"{one.evidence.quote}\n    {_told(one)}"
        )


def _is_same(reading: Reading, agreement: LabelledAgreement, found: AgreementFact) -> bool:
    names = {name.casefold() for name in (found.name, *found.aliases)}
    named = agreement.get("name", found.name).casefold() in names
    return named and reading.has(agreement["parties"], found.parties, ())


def _told(agreement: AgreementFact) -> str:
    parties = "+".join(ref.key for ref in agreement.parties)
    return f"{agreement.name} {agreement.kind} {agreement.status} {parties}"
