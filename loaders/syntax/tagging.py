"""What the tagger sees: marked tokens to the right, tagged words to the left."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Word
from loaders.syntax.closed_words import BE, DO, HAVE, POSSESSIVES, function_words
from loaders.syntax.verb_forms import load_verb_forms
from loaders.text.token import Token


@dataclass(frozen=True, slots=True)
class Marked:
    """A token with what earlier steps know of it: part of a name, part of a date."""

    token: Token
    named: bool = False
    time: bool = False
    span: int | None = None


class Tagging:
    """The sentence while it is tagged from left to right."""

    def __init__(self, marked: Sequence[Marked], *, headline: bool) -> None:
        self.marked = marked
        self.headline = headline
        self.forms = load_verb_forms()
        self.words: list[Word] = []

    def lower(self, index: int) -> str:
        """Return a token in lower case, empty outside the sentence."""
        return self.marked[index].token.lower if 0 <= index < len(self.marked) else ""

    def before(self) -> Word | None:
        """Return the last word that is neither adverb, negation nor quotation mark."""
        for word in reversed(self.words):
            if word.kind not in ("adverb", "negation") and word.text != '"':
                return word
        return None

    def expects_base(self) -> bool:
        """Whether a modal, "to" or "do" stands before, so that a verb has its base form."""
        before = self.before()
        if before is None:
            return False
        return before.kind in ("to", "modal") or (before.kind == "verb" and before.lemma == "do")

    def is_counted(self, index: int) -> bool:
        """Whether a number stands here."""
        lower = self.lower(index)
        return lower in word_list("numbers") or lower[:1].isdigit()

    def is_nominal(self, index: int) -> bool:
        """Whether a word of an open class stands here."""
        if not 0 <= index < len(self.marked):
            return False
        if self.marked[index].named:
            return True
        lower = self.lower(index)
        return lower.isalpha() and lower not in function_words() and not self.marked[index].time

    def is_verb_start(self, index: int) -> bool:
        """Whether a finite verb surely stands here."""
        lower = self.lower(index)
        if lower in word_list("modals") or lower in BE or lower in HAVE or lower in DO:
            return True
        finite = {"past", "present"} & set(self.forms.get(lower, ()))
        return bool(finite) and lower not in word_list("noun_biased")

    def begins_infinitive(self, index: int) -> bool:
        """Whether the base form of a verb stands here, adverbs skipped."""
        lower = self.lower(index)
        while self._is_adverb(lower):
            index += 1
            lower = self.lower(index)
        if not lower or self.marked[index].named or self.marked[index].token.capitalized:
            return False
        return lower in ("be", "have", "do") or "base" in self.forms.get(lower, {})

    def _is_adverb(self, lower: str) -> bool:
        manner = lower.endswith("ly") and "base" not in self.forms.get(lower, {})
        return lower in word_list("adverbs") or manner

    def is_infinitive(self, index: int) -> bool:
        """Whether "to" with a verb stands here."""
        return self.lower(index) == "to" and self.begins_infinitive(index + 1)

    def starts_object(self, index: int) -> bool:
        """Whether an object begins here: a determiner, a name, a number, an adjective."""
        if not 0 <= index < len(self.marked):
            return False
        if self.marked[index].named or self.marked[index].token.capitalized:
            return True
        lower = self.lower(index)
        opening = any(lower in word_list(name) for name in ("determiners", "adjectives"))
        pronoun = lower in POSSESSIVES or lower in ("that", "it", "them", "him")
        return opening or pronoun or self.is_counted(index)
