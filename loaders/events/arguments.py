"""Arguments: who does it and to whom, by the frame of the predicate."""

from collections.abc import Iterable, Sequence

from graph.facts import Ref
from loaders.document import Document
from loaders.events.matching import Matched
from loaders.events.predicate_table import Frame, load_nouns
from loaders.mentions.participants import Participants, listed
from loaders.syntax.analysis import Oblique, Phrase, Predication, SentenceSyntax

Refs = tuple[Ref, ...]

_TOGETHER = ("with", "between", "among", "and")
_ABOUT = ("of", "by", "from", "against", "on", "with", "between", "to", "for", "in")


def distinct(refs: Iterable[Ref]) -> Refs:
    """Return the entities, each once, in their order."""
    return tuple(dict.fromkeys(refs))


class Arguments:
    """Resolves the arguments of the predicates of one document."""

    def __init__(self, document: Document) -> None:
        self.participants = Participants(document)
        self._cities = {place.end: place.nation for place in document.places if place.nation}

    def who(self, syntax: SentenceSyntax, phrases: Iterable[Phrase]) -> Refs:
        """Return those who act: the phrases themselves, else whose things they are."""
        found: list[Ref] = []
        for phrase in phrases:
            own = self.participants.of(syntax, phrase)
            owned = phrase.owner or syntax.words[phrase.head].lemma in load_nouns()
            found.extend(own or (self.participants.owners(syntax, phrase) if owned else ()))
        return distinct(found)

    def whom(self, syntax: SentenceSyntax, phrases: Iterable[Phrase]) -> Refs:
        """Return those concerned: the phrases, whose things they are, or what follows them."""
        return distinct(ref for phrase in phrases for ref in self._concerned(syntax, phrase))

    def _concerned(self, syntax: SentenceSyntax, phrase: Phrase) -> Refs:
        own = self.participants.of(syntax, phrase) or self._city(syntax, phrase)
        if own:
            return own
        owners = self.participants.owners(syntax, phrase)
        if owners:
            return owners
        for oblique in syntax.trailing(phrase):
            found = self.participants.of(syntax, oblique.phrase) or self.participants.owners(
                syntax, oblique.phrase
            )
            if found and oblique.marker in _ABOUT:
                return found
        return ()

    def _city(self, syntax: SentenceSyntax, phrase: Phrase) -> Refs:
        nation = self._cities.get(syntax.words[phrase.last - 1].end)
        return (Ref("Nation", nation),) if nation else ()

    def verbal(
        self,
        syntax: SentenceSyntax,
        predication: Predication,
        frame: Frame,
        matched: Matched,
        complement: Predication | None = None,
    ) -> tuple[Refs, Refs]:
        """Return actors and recipients of a verb; ``complement`` is an infinitive that it takes."""
        actors = self._actors(syntax, predication) or self._own_forces(syntax, predication, matched)
        if frame.name == "OBJ_SUBJ":
            behind = self._marked(syntax, predication, matched, ("by", "from"))
            free = [one for one in predication.objects if not _holds(one, matched)]
            return self.who(syntax, free) or behind, self.whom(syntax, predication.subject)
        if frame.name == "RECIPROCAL":
            return self._reciprocal(syntax, predication, matched, actors, complement)
        recipients = self._recipients(syntax, predication, frame, matched)
        if not recipients and complement is not None:
            recipients = self._recipients(syntax, complement, frame, Matched())
        if not recipients and matched.words:
            recipients = self.named_in(syntax, matched)
        return actors, tuple(ref for ref in recipients if ref not in actors)

    def _actors(self, syntax: SentenceSyntax, predication: Predication) -> Refs:
        if not predication.passive:
            return self.who(syntax, predication.subject)
        agents = [one.phrase for one in predication.obliques if one.marker == "by"]
        return self.who(syntax, agents)

    def _own_forces(
        self, syntax: SentenceSyntax, predication: Predication, matched: Matched
    ) -> Refs:
        """Return whose the things are that are moved: "American soldiers are stationed"."""
        if not predication.passive:
            return ()
        moved = [one for one in predication.subject if _holds(one, matched)]
        return distinct(
            ref for phrase in moved for ref in self.participants.owners(syntax, phrase)
        )

    def _recipients(
        self, syntax: SentenceSyntax, predication: Predication, frame: Frame, matched: Matched
    ) -> Refs:
        if matched.recipient:
            found = self.whom(syntax, self._joined(predication, matched.recipient))
            if found:
                return found
        if frame.name == "SUBJ_ONLY":
            return ()
        undergoing = predication.subject if predication.passive else predication.objects
        if frame.name == "SUBJ_PREP":
            marked = self._marked(syntax, predication, matched, frame.markers)
            return marked or self._owners_of(syntax, matched, undergoing)
        return self.whom(syntax, undergoing)

    def named_in(self, syntax: SentenceSyntax, matched: Matched) -> Refs:
        """Return those that the words of the pattern name, as the body that is left."""
        return self.participants.of_all(
            syntax, [phrase for phrase in syntax.phrases if _holds(phrase, matched)]
        )

    def _joined(self, predication: Predication, phrase: Phrase) -> Sequence[Phrase]:
        """Return a phrase with those coordinated to it."""
        if phrase in predication.objects:
            return predication.objects
        marker = next((one.marker for one in predication.obliques if one.phrase == phrase), None)
        if marker is None:
            return (phrase,)
        return [one.phrase for one in predication.obliques if one.marker == marker]

    def _owners_of(
        self, syntax: SentenceSyntax, matched: Matched, undergoing: Sequence[Phrase]
    ) -> Refs:
        """Return whose the thing in the pattern is: "expelled Russian diplomats"."""
        phrases = [phrase for phrase in syntax.phrases if _holds(phrase, matched)]
        return distinct(
            ref
            for phrase in (*phrases, *undergoing)
            for ref in self.participants.owners(syntax, phrase)
        )

    def _marked(
        self,
        syntax: SentenceSyntax,
        predication: Predication,
        matched: Matched,
        markers: Sequence[str],
    ) -> Refs:
        """Return those behind one of some prepositions, the first preposition first."""
        around = self._around(syntax, predication, matched)
        for marker in markers:
            found = self.whom(syntax, [one.phrase for one in around if one.marker == marker])
            if found:
                return found
        return ()

    def _around(
        self, syntax: SentenceSyntax, predication: Predication, matched: Matched
    ) -> list[Oblique]:
        """Return the prepositional phrases of a verb, of its objects and of the pattern's words."""
        taken = [phrase for phrase in syntax.phrases if _holds(phrase, matched)]
        found = list(predication.obliques)
        for phrase in (*predication.objects, *taken):
            for oblique in syntax.trailing(phrase):
                found.extend(Oblique(oblique.marker, one) for one in listed(syntax, oblique.phrase))
        return found

    def _reciprocal(
        self,
        syntax: SentenceSyntax,
        predication: Predication,
        matched: Matched,
        actors: Refs,
        complement: Predication | None,
    ) -> tuple[Refs, Refs]:
        """All who take part are actors, and each is a recipient of the others."""
        objects = () if matched.words or predication.passive else predication.objects
        others: Refs = (
            *self.participants.of_all(syntax, objects),
            *self._all_marked(syntax, predication, matched),
        )
        if matched.recipient:
            others += self.whom(syntax, self._joined(predication, matched.recipient))
        if complement is not None:
            others += self._all_marked(syntax, complement, Matched())
        if predication.passive and not actors and not others:
            others = self._owners_of(syntax, Matched(), predication.subject)
        everyone = tuple(sorted(distinct((*actors, *others))))
        return (everyone, everyone) if len(everyone) > 1 else (everyone, ())

    def _all_marked(
        self, syntax: SentenceSyntax, predication: Predication, matched: Matched
    ) -> Refs:
        around = self._around(syntax, predication, matched)
        together = [one.phrase for one in around if one.marker in _TOGETHER]
        return self.participants.of_all(syntax, together)

    def nominal(
        self,
        syntax: SentenceSyntax,
        phrase: Phrase,
        frame: Frame,
        matched: Matched,
        governor: Predication | None,
    ) -> tuple[Refs, Refs]:
        """Return actors and recipients of a noun; a light verb lends its subject."""
        trailing = [
            Oblique(oblique.marker, one)
            for oblique in syntax.trailing(phrase)
            for one in listed(syntax, oblique.phrase)
        ]
        owners = self.participants.owners(syntax, phrase)
        if frame.name == "RECIPROCAL":
            together = [one.phrase for one in trailing if one.marker in ("between", "with", "among", "of")]
            lent = self._lent(syntax, governor)
            everyone = sorted(
                distinct((*owners, *lent, *self.participants.of_all(syntax, together)))
            )
            return tuple(everyone), tuple(everyone)
        agents = self.who(syntax, [one.phrase for one in trailing if one.marker == "by"])
        actors = owners or agents or self._lent(syntax, governor)
        recipients = self._behind(syntax, trailing, frame.markers)
        if matched.recipient:
            recipients = recipients or self.whom(syntax, (matched.recipient,))
        if governor and governor.lemma in UNDERGOING:
            return agents, self.whom(syntax, governor.subject)
        return actors, tuple(ref for ref in recipients if ref not in actors)

    def _behind(
        self, syntax: SentenceSyntax, trailing: Sequence[Oblique], markers: Sequence[str]
    ) -> Refs:
        for marker in markers:
            found = self.whom(syntax, [one.phrase for one in trailing if one.marker == marker])
            if found:
                return found
        return ()

    def _lent(self, syntax: SentenceSyntax, governor: Predication | None) -> Refs:
        if governor is None or governor.passive or governor.lemma not in LIGHT:
            return ()
        return self.who(syntax, governor.subject)


def _holds(phrase: Phrase, matched: Matched) -> bool:
    """Whether a phrase holds one of the words that a pattern took."""
    return any(phrase.first <= index < phrase.last for index in matched.words)


LIGHT = frozenset(
    "launch stage conduct hold make begin start mount pay order open carry carry-out undertake "
    "continue resume wage lead join attend host plan announce stage step-up intensify".split()
)
"""Verbs that say no more than that their subject does what their object names."""

UNDERGOING = frozenset("face suffer endure undergo draw meet receive weather".split())
"""Verbs whose subject undergoes what their object names."""
