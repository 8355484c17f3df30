"""Types of events: what the classifier says of a pair, weighed with what the lexicon says."""

from collections.abc import Iterable, Mapping
from math import exp, log

from loaders.event_types.marking import Span
from loaders.event_types.model import EventTypeModel, Pair
from loaders.events.candidate import Candidate
from loaders.text.sentence import Sentence

LEXICON_WEIGHT = 2.0
"""How much a predicate of the lexicon counts, as the logarithm of odds; chosen on a development
set."""

SPECIFIC_WEIGHT = 3.0
"""The same for a predicate with a pattern of its own ("impose sanctions on")."""

ONE_SIDED_WEIGHT = 4.0
"""What is added where only one side is known: the classifier was trained on pairs."""

LEAST_CHANCE = 0.5
"""How sure the classifier must be of what no predicate of the lexicon tells; chosen on a
development set."""

_LEAST = 1e-4

Probabilities = Mapping[str, float]

Sides = tuple[Span | None, Span | None]
"""The actor and the recipient of a pair, as far as told."""


class Typing:
    """Asks the classifier about pairs of one document."""

    def __init__(self, model: EventTypeModel, text: str) -> None:
        self._text = text
        self._model = model
        self._known: dict[Pair, Probabilities] = {}

    def of_pair(
        self, sentence: Sentence, actor: Span | None, recipient: Span | None
    ) -> Probabilities:
        """Return the probability of each type for a pair, whose spans count the text."""
        return self.of_pairs(sentence, ((actor, recipient),))[0]

    def of_pairs(self, sentence: Sentence, sides: Iterable[Sides]) -> list[Probabilities]:
        """Return the probabilities of pairs of one sentence, which are asked about together."""
        body, begin = self._text[sentence.body : sentence.end], sentence.body
        pairs = [(body, _moved(actor, begin), _moved(other, begin)) for actor, other in sides]
        asked = [pair for pair in dict.fromkeys(pairs) if pair not in self._known]
        self._known |= zip(asked, self._model.classify(asked), strict=True)
        return [self._known[pair] for pair in pairs]


def weighed(found: Probabilities, candidate: Candidate) -> Probabilities:
    """Return the probabilities of the types when a predicate of the lexicon speaks too."""
    weight = SPECIFIC_WEIGHT if candidate.specific else LEXICON_WEIGHT
    weight += LEXICON_WEIGHT if candidate.named else 0.0
    if not (candidate.actors and candidate.recipients):
        weight += ONE_SIDED_WEIGHT
    found = _refused(found) if candidate.specific and candidate.type == "REJECT" else found
    scores = {type_: log(max(chance, _LEAST)) for type_, chance in found.items()}
    scores[candidate.type] = scores.get(candidate.type, log(_LEAST)) + weight
    powers = {type_: exp(score) for type_, score in scores.items()}
    total = sum(powers.values())
    return {type_: power / total for type_, power in powers.items()}


def _refused(found: Probabilities) -> Probabilities:
    """Return probabilities where a refusal is spelt out: to what is refused nobody agrees.

    The classifier often tells what the talks or the help would be and misses that there is none.
    """
    agreed = found.get("AGREE", 0.0)
    return {**found, "AGREE": 0.0, "REJECT": found.get("REJECT", 0.0) + agreed}


def _moved(span: Span | None, begin: int) -> Span | None:
    return span and (span[0] - begin, span[1] - begin)
