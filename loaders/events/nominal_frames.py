"""Frames of nouns: whose the event is, and whom it concerns."""

from loaders.events.concerned import Concerned, Refs, distinct
from loaders.events.matching import Matched
from loaders.events.predicate_table import Frame
from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Oblique, Phrase, Predication, SentenceSyntax

_TOGETHER = frozenset(("between", "with", "among", "of"))
_ANSWERING = frozenset(("answer", "respond", "retaliate", "react", "reply", "counter", "hit"))
_UNDERGOING = frozenset(
    ("face", "suffer", "endure", "undergo", "draw", "meet", "receive", "weather")
)
"""Verbs whose subject undergoes what their object names."""


class NominalFrames:
    """Resolves the frames of the nouns of one document."""

    def __init__(self, concerned: Concerned) -> None:
        self._concerned = concerned

    def resolve(
        self,
        syntax: SentenceSyntax,
        phrase: Phrase,
        frame: Frame,
        matched: Matched,
        governor: Predication | None,
    ) -> tuple[Refs, Refs]:
        """Return actors and recipients; a light verb lends the noun its subject."""
        concerned = self._concerned
        trailing = concerned.trailing(syntax, (phrase,))
        owners = concerned.participants.owners(syntax, phrase)
        lent = self._lent(syntax, phrase, governor)
        if frame.name == "RECIPROCAL":
            together = [one.phrase for one in trailing if one.marker in _TOGETHER]
            others = concerned.participants.of_all(syntax, together)
            everyone = tuple(sorted(distinct((*owners, *lent, *others))))
            return everyone, everyone
        agents = concerned.who(syntax, [one.phrase for one in trailing if one.marker == "by"])
        done_by = trailing[0].phrase if trailing and trailing[0].marker == "by" else None
        if owners and done_by and (agents or concerned.is_agent(syntax, done_by)):
            # "Albania's occupation by Italy"; in "Peru's ban on visits by" the owner acts.
            return agents, owners
        if owners and self._undergoes(syntax, phrase, owners, trailing):
            return agents, owners
        if "from" not in frame.markers:
            sent = [one.phrase for one in trailing if one.marker == "from"]
            agents = agents or concerned.participants.of_all(syntax, sent)
        if governor and governor.lemma in _UNDERGOING and phrase not in governor.subject:
            return agents, concerned.whom(syntax, governor.subject)
        actors = owners or agents or lent or self._moved(syntax, trailing, frame)
        recipients = concerned.behind(syntax, trailing, frame.markers)
        if matched.recipient and not recipients:
            recipients = concerned.whom(syntax, (matched.recipient,))
        return actors, tuple(ref for ref in recipients if ref not in actors)

    def _undergoes(
        self, syntax: SentenceSyntax, phrase: Phrase, owners: Refs, trailing: list[Oblique]
    ) -> bool:
        """Whether it is done to the person whose it is: "her arrest"; "Iran's arrest of" is not."""
        persons = all(ref.label == "Person" for ref in owners)
        undergone = syntax.words[phrase.head].lemma in word_list("undergone_nouns")
        return persons and undergone and not (trailing and trailing[0].marker == "of")

    def _moved(self, syntax: SentenceSyntax, trailing: list[Oblique], frame: Frame) -> Refs:
        """Return whose the forces are of which a noun says that they move: "deployment of"."""
        moved = [
            one.phrase
            for one in trailing
            if one.marker == "of"
            and "of" not in frame.markers
            and syntax.words[one.phrase.head].lemma in word_list("moved_forces")
        ]
        return self._concerned.who(syntax, moved)

    def _lent(self, syntax: SentenceSyntax, phrase: Phrase, governor: Predication | None) -> Refs:
        """Return who does what a noun names: "staged a raid", "answered with a raid"."""
        if governor is None or governor.passive:
            return ()
        answers = governor.verb in _ANSWERING and any(
            one.phrase == phrase and one.marker == "with" for one in governor.obliques
        )
        light = answers or governor.lemma in word_list("light_verbs")
        return self._concerned.who(syntax, governor.subject) if light else ()
