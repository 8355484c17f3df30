"""Counts of what is right, by what is measured."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """What is right and how much there is of it; ``errors`` tell what is not."""

    right: Counter[str] = field(default_factory=Counter[str])
    total: Counter[str] = field(default_factory=Counter[str])
    errors: list[str] = field(default_factory=list[str])

    def count(self, what: str, right: object, told: str = "") -> None:
        """Count one more; one that is not right is told among the errors, if it is told."""
        self.total[what] += 1
        self.right[what] += bool(right)
        if told and not right:
            self.errors.append(f"{what}: {told}")

    def lines(self, *, errors: bool) -> Iterator[str]:
        """Yield what a reader is told: all that is not right, if asked for, and the shares."""
        yield from self.errors if errors else ()
        for what, share in self.rows():
            yield f"{what:50} {share:.3f} {self.total[what] or '':>5}"

    def share(self, what: str) -> float:
        """Return the share that is right."""
        return self.right[what] / (self.total[what] or 1)

    def f1(self, what: str) -> float:
        """Return the harmonic mean of precision and recall of something."""
        precision, recall = self.share(f"{what}: precision"), self.share(f"{what}: recall")
        return 2 * precision * recall / (precision + recall or 1)

    def rows(self) -> Iterator[tuple[str, float]]:
        """Yield all shares by name, and the F1 of what has precision and recall."""
        for what in sorted(self.total):
            yield what, self.share(what)
            if what.endswith(": recall"):
                subject = what.removesuffix(": recall")
                yield f"{subject}: F1", self.f1(subject)
