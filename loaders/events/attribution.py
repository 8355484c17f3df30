"""Attribution: who says what a sentence tells."""

from graph.facts import Ref
from loaders.document import Document
from loaders.gazetteer.nation import load_nations
from loaders.gazetteer.word_list import word_list
from loaders.mentions.participants import Participants
from loaders.syntax.analysis import Predication, SentenceSyntax


class Attribution:
    """Finds the speakers of one document."""

    def __init__(self, document: Document, participants: Participants) -> None:
        self._participants = participants
        self._text = document.article.text
        self._names = {Ref("Person", one.id): one.name for one in document.persons}
        self._names |= {Ref("Organization", one.id): one.name for one in document.organizations}

    def speaker(self, syntax: SentenceSyntax, number: int) -> str | None:
        """Return who is said to tell a predication, or None when the article itself does."""
        current: int | None = number
        seen: set[int] = set()
        while current is not None and current not in seen:
            seen.add(current)
            predication = syntax.predications[current]
            above = predication.governor
            if above is not None and self._reports(predication, syntax.predications[above]):
                return self._name(syntax, above)
            current = above
        return self._closing_speaker(syntax, number, seen)

    def _reports(self, predication: Predication, above: Predication) -> bool:
        return predication.link == "clause" and above.lemma in word_list("speaking_verbs")

    def _closing_speaker(self, syntax: SentenceSyntax, number: int, chain: set[int]) -> str | None:
        """Return the speaker named behind a comma at the end: "..., Xinhua reported."."""
        last = len(syntax.predications) - 1
        if last <= number or last in chain:
            return None
        closing = syntax.predications[last]
        if (
            closing.lemma not in word_list("speaking_verbs")
            or closing.link
            or closing.objects
            or not closing.subject
        ):
            return None
        before = closing.subject[0].first - 1
        after_comma = before >= 0 and syntax.words[before].text in (",", '"')
        return self._name(syntax, last) if after_comma else None

    def _name(self, syntax: SentenceSyntax, number: int) -> str | None:
        subject = syntax.predications[number].subject
        if not subject:
            return None
        refs = self._participants.of_all(syntax, subject)
        if refs:
            return " and ".join(self._named(ref) for ref in refs)
        start, end = syntax.offsets(subject[0].first, subject[0].last)
        return self._text[start:end]

    def _named(self, ref: Ref) -> str:
        if ref.label == "Nation":
            return load_nations()[ref.key].name
        return self._names.get(ref, ref.key)
