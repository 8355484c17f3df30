"""Tellings: what the verbs and nouns of a sentence tell of an agreement that a phrase names."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.agreements.effect import IN_FORCE, Effect, effect_of
from loaders.events.control import effect_of as control_of
from loaders.events.modality import modality_of
from loaders.gazetteer.word_list import word_list
from loaders.mentions.participants import listed
from loaders.syntax.analysis import Phrase, Predication, SentenceSyntax

_BEHIND = frozenset(("from", "of", "to", "into", "on", "in", "upon", "for"))
_POSSIBLE = frozenset(("may", "might", "could"))
_FORCE = frozenset(("force", "effect", "hold"))
_COMING = frozenset(("come", "enter", "go", "take", "bring", "put", "be", "remain", "stay"))
_DECIDING = frozenset(("vote", "decide", "move", "proceed", "choose", "opt"))
_ENDED = frozenset(("void", "dead", "defunct", "invalid", "null"))
_CALLING = frozenset(("declare", "call", "pronounce", "consider"))
_NOBODY = frozenset(("neither", "no", "none", "nobody"))
_PLANNED = frozenset(("SIGNED", "RATIFIED", "NEGOTIATED"))
ENDINGS = frozenset(("WITHDRAWN", "TERMINATED", "SUSPENDED", "VIOLATED"))
"""What can only be done to an agreement that there is."""
_ENTERED = Effect("ENTERED_INTO_FORCE", IN_FORCE)
_OVER = Effect("TERMINATED", "TERMINATED")
_WISHED = frozenset(("call", "urge", "demand", "warn", "fear", "threaten", "consider", "oppose"))


@dataclass(frozen=True, slots=True)
class Telling:
    """What a predication, or a noun that hangs on it, does to an agreement.

    ``status`` is how it stands after that, None where this tells nothing of it; ``acting`` are the
    phrases of those who bring it about, as far as that makes them parties.
    """

    effect: Effect
    status: str | None
    number: int | None
    acting: tuple[Phrase, ...]
    noun: Phrase | None = None

    @property
    def is_fact(self) -> bool:
        """Whether it has happened."""
        return self.status == self.effect.status


def tellings(syntax: SentenceSyntax, phrase: Phrase, kind: str) -> Iterator[Telling]:
    """Yield what a sentence tells of the agreement of a kind that a phrase names."""
    for number, predication in enumerate(syntax.predications):
        effect = effect_upon(syntax, predication, phrase, kind)
        if effect and not _is_rule(syntax, predication, phrase):
            acting = _acting(syntax, predication, phrase)
            yield Telling(effect, _status(syntax, number, effect), number, acting)
    yield from _nominal(syntax, phrase, kind)


def hung_on(syntax: SentenceSyntax, phrase: Phrase) -> Predication | None:
    """Return the predication that a phrase hangs on, itself or by nouns before it."""
    current = phrase
    while True:
        governor = syntax.governing(current)
        if governor and governor.link == "relative" and governor.head > current.head:
            # "A statement issued in Oslo": the clause says of it when, not who acts in it.
            governor = _above(syntax, current, governor)
        above = None if governor else _noun_before(syntax, current)
        if governor or above is None:
            return governor
        current = above


def _above(syntax: SentenceSyntax, phrase: Phrase, clause: Predication) -> Predication | None:
    """Return what a phrase hangs on beside the clause that describes it."""
    others = (one for one in syntax.predications if one is not clause)
    return next(
        (
            one
            for one in others
            if phrase in one.objects or any(other.phrase == phrase for other in one.obliques)
        ),
        None,
    )


def _noun_before(syntax: SentenceSyntax, phrase: Phrase) -> Phrase | None:
    """Return the noun behind which a phrase stands: "preparations for an accord"."""
    return next(
        (
            noun
            for noun in reversed(syntax.phrases)
            if noun.last == phrase.first - 1 and syntax.words[noun.last].kind == "preposition"
        ),
        None,
    )


def _is_rule(syntax: SentenceSyntax, predication: Predication, phrase: Phrase) -> bool:
    """Whether the present tells how it is agreed: "the treaty ends when a party gives notice"."""
    plain = predication.first == predication.head and not predication.passive
    plain = plain and predication.verb != "be"
    present = syntax.words[predication.head].form in ("present", "base")
    headline = syntax.words[-1].kind != "mark"
    return phrase in predication.subject and plain and present and not headline


def _acting(syntax: SentenceSyntax, predication: Predication, phrase: Phrase) -> tuple[Phrase, ...]:
    """Return who brings it about, and binds himself by that."""
    if predication.lemma in word_list("brokering_verbs"):
        return ()
    if predication.passive:
        return predication.agents
    if phrase in predication.subject:
        return ()
    return predication.subject or _right_before(syntax, predication)


def _right_before(syntax: SentenceSyntax, predication: Predication) -> tuple[Phrase, ...]:
    """Return the list that ends before a verb, which stands without a subject otherwise."""
    lists = (listed(syntax, one) for one in syntax.phrases if one.last <= predication.first)
    return next((one for one in lists if one[-1].last == predication.first), ())


def effect_upon(
    syntax: SentenceSyntax, predication: Predication, phrase: Phrase, kind: str
) -> Effect | None:
    """Return what a predication does to the agreement that a phrase names."""
    undergoing = predication.subject if predication.passive else predication.objects
    if phrase in undergoing:
        if _is_brought_into_force(syntax, predication):
            return _ENTERED
        if predication.verb in _CALLING and _is_called_over(syntax, phrase):
            return _OVER
        return effect_of(_lemma(predication), "done", kind)
    if phrase in predication.subject:
        if _is_brought_into_force(syntax, predication):
            return _ENTERED
        if predication.lemma.startswith("be"):
            return _OVER if _says(syntax, predication, _ENDED) else None
        if predication.objects or _is_counted(syntax, predication):
            return None
        return effect_of(predication.lemma, "does", kind)
    markers = {one.marker for one in predication.obliques if one.phrase == phrase}
    if markers & _BEHIND:
        return effect_of(predication.lemma, "behind", kind)
    return None


def _lemma(predication: Predication) -> str:
    """Return the verb of "signed in Oslo", where the place was taken for a particle."""
    return predication.lemma.removesuffix(" in")


def _is_called_over(syntax: SentenceSyntax, phrase: Phrase) -> bool:
    """Whether it is said to be over right behind it: "declared the armistice of 1953 void"."""
    behind = syntax.words[phrase.last : phrase.last + 4]
    return any(word.lower in _ENDED for word in behind)


def _is_counted(syntax: SentenceSyntax, predication: Predication) -> bool:
    """Whether a length of time stands behind a verb as its object: "ended six months of"."""
    behind = syntax.words[predication.last : predication.last + 1]
    return bool(behind) and behind[0].kind in ("number", "determiner")


def _is_brought_into_force(syntax: SentenceSyntax, predication: Predication) -> bool:
    if predication.verb not in _COMING:
        return False
    behind = [syntax.words[one.phrase.head].lower for one in predication.obliques]
    return _says(syntax, predication, _FORCE) or not _FORCE.isdisjoint(behind)


def _says(syntax: SentenceSyntax, predication: Predication, wanted: frozenset[str]) -> bool:
    behind = syntax.words[predication.head + 1 : predication.head + 4]
    return any(word.lower in wanted for word in (syntax.words[predication.head], *behind))


def _nominal(syntax: SentenceSyntax, phrase: Phrase, kind: str) -> Iterator[Telling]:
    """Yield what nouns tell behind which the agreement stands: "Peru's withdrawal from a pact"."""
    for noun in syntax.phrases:
        if noun.last > phrase.first or syntax.words[noun.head].kind == "name":
            continue
        trailing = syntax.trailing(noun)
        places = [one.phrase for one in trailing]
        if phrase not in places[:2] or trailing[places.index(phrase)].marker not in _BEHIND:
            continue
        word = syntax.words[noun.head]
        effect = effect_of(word.lemma, "noun", kind) or _by_gerund(word.lower, kind)
        if effect is None:
            continue
        governor = hung_on(syntax, noun)
        number = syntax.predications.index(governor) if governor else None
        status = None if number is None else _status(syntax, number, effect)
        wished = governor is not None and governor.verb in _WISHED
        agents = tuple(one.phrase for one in trailing if one.marker == "by")
        yield Telling(effect, None if wished else status, number, agents, _owned(syntax, noun))


def _owned(syntax: SentenceSyntax, noun: Phrase) -> Phrase:
    """Return the noun whose owner acts: "their" of "their instruments of ratification"."""
    above = _noun_before(syntax, noun)
    return above if above and syntax.words[noun.first].kind == "noun" else noun


def _by_gerund(word: str, kind: str) -> Effect | None:
    return effect_of(word.removesuffix("ing"), "done", kind) if word.endswith("ing") else None


def _status(syntax: SentenceSyntax, number: int, effect: Effect) -> str | None:
    """Return how an agreement stands after what a predication tells of it."""
    predication = syntax.predications[number]
    if any(syntax.words[one.first].lower in _NOBODY for one in predication.subject):
        return None
    modality = modality_of(syntax, number)
    above = syntax.governor(predication)
    if predication.link == "complement" and above:
        if above.lemma in _DECIDING and modality_of(syntax, syntax.predications.index(above)) == (
            "ASSERTED"
        ):
            return effect.status
        if control_of(syntax, above) == "REFUSE" and effect.effect not in {*ENDINGS, "REJECTED"}:
            return "REJECTED"
    if modality == "ASSERTED":
        return effect.status
    if modality == "FUTURE":
        if effect is _ENTERED:
            return "SIGNED"
        if effect.effect == _ENTERED.effect:
            return "NEGOTIATED"
        return "NEGOTIATED" if effect.status in _PLANNED else None
    possible = predication.modal in _POSSIBLE and effect.effect == "SIGNED"
    return "PROPOSED" if possible and not predication.negated else None
