"""Score the event-type model on news sentences with a marked pair and the PLOVER root.

Usage: python -m evaluation.event_types [PAIRS.tsv] [--model FOLDER]

``PAIRS.tsv`` has the columns sentence, source, target and root; a side that the sentence does not
hold is unknown to the model too. The root YIELD is CONCEDE or RETREAT; STATEMENT and NONE are no
answers, since every sentence tells an event. Those of our own sentences that are held out of
training are always scored, NONE among them.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from click import echo

from loaders.event_types.labels import NONE
from loaders.event_types.model import SHIPPED, EventTypeModel, Pair
from loaders.training.events.recipe import Recipe
from loaders.training.events.sentences import TypedSentence, read_sentences, split

ROOTS = {"CONCEDE": "YIELD", "RETREAT": "YIELD", "STATEMENT": "", "NONE": ""}
"""Types that the roots of the set name otherwise, or not at all."""

_WORST = 25
"""Confusions that are shown."""


@dataclass(slots=True)
class TypeScore:
    """Counts of pairs by their right answer and the given one."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])

    @classmethod
    def of(cls, right: Iterable[str], given: Iterable[str]) -> "TypeScore":
        """Return the counts of answers."""
        return cls(Counter(zip(right, given, strict=True)))

    @property
    def total(self) -> int:
        """How many pairs."""
        return sum(self.counts.values())

    @property
    def accuracy(self) -> float:
        """The share of right answers."""
        return sum(self.counts[one] for one in self.counts if one[0] == one[1]) / self.total

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the types that are right somewhere."""
        types = {right for right, _ in self.counts}
        return sum(self.figures(one)[2] for one in types) / len(types)

    def figures(self, type_: str) -> tuple[float, float, float, int]:
        """Return precision, recall, F1 and the number of pairs of a type."""
        hits = self.counts[type_, type_]
        right = sum(count for pair, count in self.counts.items() if pair[0] == type_)
        given = sum(count for pair, count in self.counts.items() if pair[1] == type_)
        return hits / (given or 1), hits / (right or 1), 2 * hits / (right + given or 1), right

    def table(self) -> str:
        """Return the figures of each type, and the commonest confusions."""
        rows = [f"{'':10}{'P':>7}{'R':>7}{'F1':>7}{'pairs':>7}"]
        for type_ in sorted({right for right, _ in self.counts}):
            *figures, pairs = self.figures(type_)
            rows.append(f"{type_:10}" + "".join(f"{one:7.3f}" for one in figures) + f"{pairs:7}")
        wrong = [(n, *pair) for pair, n in self.counts.items() if pair[0] != pair[1]]
        worst = sorted(wrong, key=lambda one: (-one[0], one[1:]))[:_WORST]
        rows += ["", *(f"{count:4} {right} taken for {given}" for count, right, given in worst)]
        return "\n".join(rows)


def best_root(probabilities: Mapping[str, float]) -> str:
    """Return the likeliest root, types of one root taken together."""
    sums: Counter[str] = Counter()
    for type_, probability in probabilities.items():
        sums[ROOTS.get(type_, type_)] += probability  # pyright: ignore[reportArgumentType]
    return max((root for root in sums if root), key=lambda root: sums[root])


def read_pairs(path: Path) -> tuple[list[Pair], list[str]]:
    """Return the pairs of a file and their roots."""
    pairs: list[Pair] = []
    roots: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        sentence, source, target, root = line.split("\t")
        pairs.append((sentence, _found(sentence, source), _found(sentence, target)))
        roots.append(root)
    return pairs, roots


def _found(sentence: str, words: str) -> tuple[int, int] | None:
    first = sentence.find(words)
    return (first, first + len(words)) if words and first >= 0 else None


def calibration_error(answers: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Return the expected calibration error: how far confidence is from the share right."""
    groups: dict[int, list[tuple[float, bool]]] = {}
    for answer in answers:
        groups.setdefault(min(int(answer[0] * bins), bins - 1), []).append(answer)
    gaps = (abs(sum(p for p, _ in one) - sum(right for _, right in one)) for one in groups.values())
    return sum(gaps) / len(answers)


def score_roots(model: EventTypeModel, pairs: Sequence[Pair], roots: Sequence[str]) -> TypeScore:
    """Score the likeliest root of each pair."""
    return TypeScore.of(roots, map(best_root, model.classify(pairs)))


def held_out() -> list[TypedSentence]:
    """Return those of our own sentences that training does not learn from."""
    return split(read_sentences(), Recipe().held_out)[1]


def score_held(model: EventTypeModel, sentences: Sequence[TypedSentence]) -> str:
    """Return the figures of all types on our own sentences, and of "some event or none"."""
    found = model.classify([(one.text, one.actor, one.recipient) for one in sentences])
    given = [max(one, key=lambda type_: one[type_]) for one in found]
    right = [one.type for one in sentences]
    score = TypeScore.of(right, given)
    sure = [(max(one.values()), a == b) for one, a, b in zip(found, right, given, strict=True)]
    none = [(one[NONE], type_ == NONE) for one, type_ in zip(found, right, strict=True)]
    return (
        f"{score.table()}\n\naccuracy {score.accuracy:.3f}  macro-F1 {score.macro_f1:.3f}  "
        f"calibration error {calibration_error(sure):.3f}, of {NONE} {calibration_error(none):.3f}"
        f"  AUC of {NONE} {ranking(none):.3f}"
    )


def ranking(answers: Sequence[tuple[float, bool]]) -> float:
    """Return the share of pairs of a right and a wrong answer in which the right one is surer."""
    right = [chance for chance, holds in answers if holds]
    wrong = [chance for chance, holds in answers if not holds]
    wins = sum((one > two) + 0.5 * (one == two) for one in right for two in wrong)
    return wins / (len(right) * len(wrong) or 1)


def main() -> None:
    """Run the evaluation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path, nargs="?")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    model = EventTypeModel.load(options.model)
    echo(f"our own sentences, held out\n{score_held(model, held_out())}")
    if options.pairs:
        pairs, roots = read_pairs(options.pairs)
        begun = time.perf_counter()
        score = score_roots(model, pairs, roots)
        rate = len(pairs) / (time.perf_counter() - begun)
        echo(f"\n{options.pairs.name}\n{score.table()}")
        echo(f"\naccuracy {score.accuracy:.3f}  macro-F1 {score.macro_f1:.3f}  pairs/s {rate:.0f}")


if __name__ == "__main__":
    main()
