"""Word classes, chosen word by word from closed lists, verb forms, suffixes and neighbors."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.syntax.analysis import Word, WordClass
from loaders.syntax.closed_words import (
    ADJECTIVAL_SUFFIXES,
    ADJECTIVES,
    ADVERBS,
    BE,
    COORDINATORS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    NOMINAL_SUFFIXES,
    NOT_ADVERBS,
    NOUN_BIASED,
    NUMBERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    VERBAL_PREPOSITIONS,
)
from loaders.syntax.verb_forms import Readings, VerbForm, guess_lemma, load_verb_forms
from loaders.text.token import Token

_NOMINAL_BEFORE = frozenset(
    ("determiner", "possessive", "genitive", "adjective", "number", "preposition")
)
_MODIFIED = frozenset(("determiner", "possessive", "genitive", "adjective", "number"))
_AUXILIARY_LEMMAS = frozenset(("be", "have", "do", "get"))
_LINKING_LEMMAS = frozenset(("remain", "become", "stay", "seem", "appear", "feel"))
_CLITIC_SUBJECTS = frozenset("he she it that there who what where here".split())
_CLITIC_LEMMAS = {"'re": "be", "'m": "be", "'ve": "have", "'s": "be"}
_STARTS_OBJECT = frozenset(("determiner", "possessive", "name", "number", "pronoun"))
_BARE_INFINITIVE = frozenset(("help", "let", "make"))


@dataclass(frozen=True, slots=True)
class Marked:
    """A token with what earlier steps know of it: part of a name, part of a date."""

    token: Token
    named: bool = False
    time: bool = False
    span: int | None = None


class Tagger:
    """Tags the words of one sentence from left to right."""

    def __init__(self, marked: Sequence[Marked], *, headline: bool = False) -> None:
        self._marked = marked
        self._headline = headline
        self._forms = load_verb_forms()
        self._words: list[Word] = []

    def tag(self) -> tuple[Word, ...]:
        """Return the words with their classes."""
        for index, marked in enumerate(self._marked):
            kind, lemma, form = self._classify(index, marked)
            token = marked.token
            self._words.append(
                Word(token.start, token.end, token.text, kind, lemma, form, marked.time, marked.span)
            )
        return tuple(self._words)

    def _lower(self, index: int) -> str:
        return self._marked[index].token.lower if 0 <= index < len(self._marked) else ""

    def _before(self) -> Word | None:
        """Return the last word that is neither adverb, negation nor quotation mark."""
        for word in reversed(self._words):
            if word.kind not in ("adverb", "negation") and word.text != '"':
                return word
        return None

    def _classify(self, index: int, marked: Marked) -> tuple[WordClass, str, VerbForm | None]:
        lower = marked.token.lower
        if not (lower[0].isalnum() or lower in ("'s", "n't", "'re", "'ll", "'ve", "'d", "'m")):
            return self._mark(index, marked), lower, None
        if marked.named:
            return "name", marked.token.text, None
        if marked.time and not lower.islower():
            return "number", lower, None
        if lower == "'s":
            return self._clitic_s()
        closed = self._closed(index, lower)
        if closed:
            return closed
        capital = marked.token.capitalized
        if capital and self._words and not (set(self._forms.get(lower, ())) - {"base"}):
            return "name", marked.token.text, None
        return self._open(index, lower, capital)

    def _mark(self, index: int, marked: Marked) -> WordClass:
        previous = self._marked[index - 1].token if index else None
        plural = previous is not None and previous.text[-1] == "s"
        adjacent = previous is not None and previous.end == marked.token.start
        return "genitive" if marked.token.text == "'" and plural and adjacent else "mark"

    def _clitic_s(self) -> tuple[WordClass, str, VerbForm | None]:
        previous = self._words[-1] if self._words else None
        if previous and previous.lower in _CLITIC_SUBJECTS:
            return "verb", "be", "present"
        return "genitive", "'s", None

    def _closed(self, index: int, lower: str) -> tuple[WordClass, str, VerbForm | None] | None:
        if lower == "to":
            infinitive = self._begins_infinitive(index + 1)
            return ("to" if infinitive else "preposition"), lower, None
        if lower in MODALS and not (lower in ("may", "might") and self._is_nominal_slot()):
            return "modal", lower, None
        if lower in NEGATIONS and lower != "no" and lower not in PREPOSITIONS:
            return "negation", "not" if lower == "n't" else lower, None
        auxiliary = self._auxiliary(lower)
        if auxiliary:
            return auxiliary
        if lower == "that":
            return self._that(index), lower, None
        kind = self._listed(index, lower)
        return (kind, lower, None) if kind else None

    def _is_nominal_slot(self) -> bool:
        before = self._words[-1].kind if self._words else ""
        return before in ("determiner", "possessive", "preposition")

    def _auxiliary(self, lower: str) -> tuple[WordClass, str, VerbForm] | None:
        for lemma, words in (("be", BE), ("have", HAVE), ("do", DO)):
            if lower in words:
                reading = self._forms.get(lower, {})
                form = next(iter(reading), None)
                if lower in ("is", "are", "am", "'re", "'m", "has", "'ve", "does", "have", "do"):
                    form = "base" if self._expects_base() else "present"
                return "verb", _CLITIC_LEMMAS.get(lower, lemma), form or "past"
        return None

    def _expects_base(self) -> bool:
        before = self._before()
        if before is None:
            return False
        return before.kind in ("to", "modal") or (before.kind == "verb" and before.lemma == "do")

    def _that(self, index: int) -> WordClass:
        following = self._lower(index + 1)
        before = self._words[-1].kind if self._words else "mark"
        plural = bool(self._words) and self._words[-1].lower.endswith("s")
        base = plural and "base" in self._forms.get(following, {})
        if self._is_verb_start(following) or base:
            return "relative" if before in ("noun", "name", "mark") else "pronoun"
        if self._is_nominal(index + 1) and not following.endswith("s"):
            closing = self._lower(index + 2)
            if not closing or not closing[0].isalnum() or closing in PREPOSITIONS:
                return "determiner"
        if before == "preposition":
            return "determiner" if following.isalpha() else "pronoun"
        return "subordinator" if self._words else "determiner"

    def _is_verb_start(self, lower: str) -> bool:
        if lower in MODALS or lower in BE or lower in HAVE or lower in DO:
            return True
        reading = self._forms.get(lower, {})
        return bool({"past", "present"} & set(reading)) and lower not in NOUN_BIASED

    def _listed(self, index: int, lower: str) -> WordClass | None:
        following = self._lower(index + 1)
        if lower == "her" and not (following.isalpha() and following not in PREPOSITIONS):
            return "pronoun"
        if lower in POSSESSIVES:
            return "relative" if lower == "whose" else "possessive"
        if lower in RELATIVES:
            return "relative" if lower in ("who", "which", "whom") else "subordinator"
        if lower in PRONOUNS:
            return "pronoun"
        if lower in NUMBERS or lower[0].isdigit():
            return "number"
        if lower in DETERMINERS:
            return "determiner"
        if lower in COORDINATORS:
            return "coordinator"
        if lower in PREPOSITIONS:
            return "preposition"
        if lower in SUBORDINATORS:
            return "subordinator"
        return None

    def _begins_infinitive(self, index: int) -> bool:
        lower = self._lower(index)
        while lower in ADVERBS or (lower.endswith("ly") and "base" not in self._forms.get(lower, {})):
            index += 1
            lower = self._lower(index)
        if not lower or self._marked[index].named or self._marked[index].token.capitalized:
            return False
        return lower in BE or lower in HAVE or lower in DO or "base" in self._forms.get(lower, {})

    def _open(
        self, index: int, lower: str, capital: bool
    ) -> tuple[WordClass, str, VerbForm | None]:
        readings = self._forms.get(lower, {})
        form = self._verb_form(index, lower, readings) if readings else None
        if form is None and lower not in ADJECTIVES and not readings and lower.endswith(("ed", "ing")) and len(lower) > 5:
            form = self._unknown_form(index, lower)
        if form:
            return "verb", readings.get(form) or guess_lemma(lower), form
        if lower in ADJECTIVES and (lower not in ADVERBS or self._is_nominal(index + 1)):
            return "adjective", lower, None
        if lower in ADVERBS or (lower.endswith("ly") and lower not in NOT_ADVERBS):
            return "adverb", lower, None
        if readings and ("past" in readings or "participle" in readings) and "base" not in readings:
            return "adjective", lower, None
        nominal = lower.endswith(NOMINAL_SUFFIXES) or lower in NOUN_BIASED
        if lower.endswith(ADJECTIVAL_SUFFIXES) and not nominal and not capital:
            return "adjective", lower, None
        if "-" in lower and lower.endswith(("ed", "en", "led", "term", "wide", "ing")):
            return "adjective", lower, None
        return "noun", _singular(lower), None

    def _unknown_form(self, index: int, lower: str) -> VerbForm | None:
        readings: Readings = (
            {"gerund": guess_lemma(lower)}
            if lower.endswith("ing")
            else {"past": guess_lemma(lower), "participle": guess_lemma(lower)}
        )
        return self._verb_form(index, lower, readings)

    def _verb_form(self, index: int, lower: str, readings: Readings) -> VerbForm | None:
        """Choose the form in which a word is a verb here, or None where it is none."""
        before = self._before()
        kind = before.kind if before else "mark"
        if self._expects_base():
            return "base" if "base" in readings else None
        if before and kind == "verb" and before.lemma in _BARE_INFINITIVE and "base" in readings:
            return "base" if lower not in NOUN_BIASED else None
        if before and kind == "verb" and before.lemma in _LINKING_LEMMAS and "gerund" not in readings:
            return None
        if before and kind == "verb" and before.lemma in _AUXILIARY_LEMMAS:
            for form in ("gerund", "participle"):
                if form in readings:
                    return form
            return None
        if "gerund" in readings:
            return self._gerund(index, kind)
        if "past" in readings or "participle" in readings:
            return self._past(index, lower, kind, readings)
        return self._present(index, lower, readings)

    def _gerund(self, index: int, kind: str) -> VerbForm | None:
        following = self._lower(index + 1)
        if kind in _MODIFIED or following == "of":
            return None
        if kind == "preposition":
            marker = self._words[-1].lower
            return "gerund" if marker in VERBAL_PREPOSITIONS else None
        return "gerund"

    def _past(
        self, index: int, lower: str, kind: str, readings: Readings
    ) -> VerbForm | None:
        nominal_next = self._is_nominal(index + 1)
        if kind in _NOMINAL_BEFORE and nominal_next and kind != "number":
            return None
        if kind in _MODIFIED and kind != "number" and "base" in readings:
            return None
        if kind in ("determiner", "genitive", "possessive") or lower in NOUN_BIASED:
            return None
        if kind == "verb" and nominal_next:
            return None
        if "base" in readings and not self._can_follow_subject(index, kind):
            return None
        return "past" if "past" in readings else "participle"

    def _is_nominal(self, index: int) -> bool:
        if not 0 <= index < len(self._marked):
            return False
        lower = self._lower(index)
        if self._marked[index].named:
            return True
        closed = lower in DETERMINERS | PREPOSITIONS | COORDINATORS | PRONOUNS | POSSESSIVES
        closed = closed or lower in SUBORDINATORS | MODALS | RELATIVES | ADVERBS
        return lower.isalpha() and lower != "to" and not closed and not self._marked[index].time

    def _can_follow_subject(self, index: int, kind: str) -> bool:
        return kind in ("noun", "name", "pronoun", "relative", "mark", "coordinator", "number")

    def _present(self, index: int, lower: str, readings: Readings) -> VerbForm | None:
        before = self._before()
        form: VerbForm = "present" if "present" in readings else "base"
        if before is None or before.kind in _NOMINAL_BEFORE or before.kind == "verb":
            return None
        if before.kind == "coordinator" or before.text == ",":
            parallel = self._is_parallel(form) and lower not in NOUN_BIASED
            opens = self._starts_object(index + 1) or (
                before.kind == "coordinator" and self._is_nominal(index + 1)
            )
            return form if parallel and opens else None
        if before.kind == "relative":
            return form
        if before.kind not in ("noun", "name", "pronoun"):
            return None
        if not self._agrees(before, form) or before.time:
            return None
        if lower in NOUN_BIASED and before.kind != "pronoun":
            if before.kind == "name" and self._is_infinitive(index + 1):
                return form
            opens = self._starts_object(index + 1) or self._begins_clause(index + 1)
            return form if self._alone(index) and opens else None
        return form if self._complements(index + 1) else None

    def _agrees(self, subject: Word, form: VerbForm) -> bool:
        plural = subject.lower in ("they", "we", "you", "i") or (
            subject.kind == "noun" and subject.lower.endswith("s")
        )
        joined = any(word.lower == "and" for word in self._words[-8:])
        collective = subject.kind == "name" and (joined or subject.lower.endswith(("s", "ese")))
        if form == "present":
            return not plural
        return plural or collective or (joined and subject.kind == "noun")

    def _is_parallel(self, form: VerbForm) -> bool:
        return any(word.kind == "verb" and word.form == form for word in self._words[-15:])

    def _starts_object(self, index: int) -> bool:
        """Whether an object begins here: a determiner, a name, a number, an adjective."""
        if not 0 <= index < len(self._marked):
            return False
        lower = self._lower(index)
        if self._marked[index].named or self._marked[index].token.capitalized:
            return True
        return lower in DETERMINERS or lower in POSSESSIVES or lower in NUMBERS or (
            lower in ADJECTIVES or lower[0].isdigit() or lower in ("that", "it", "them", "him")
        )

    def _begins_clause(self, index: int) -> bool:
        """Whether an infinitive follows, or in a headline any noun."""
        return self._is_infinitive(index) or (self._headline and self._is_nominal(index))

    def _is_infinitive(self, index: int) -> bool:
        return self._lower(index) == "to" and self._begins_infinitive(index + 1)

    def _complements(self, index: int) -> bool:
        """Whether what stands here can follow a finite verb."""
        lower = self._lower(index)
        return self._headline or not (self._is_verb_start(lower) or lower in ("'s", "'", "of"))

    def _alone(self, index: int) -> bool:
        """Whether no other word of the clause is surely a finite verb."""
        for offset in range(index - 1, -1, -1):
            word = self._words[offset]
            if word.kind in ("subordinator", "relative") or word.lower in (";", ":", '"'):
                break
            if word.kind in ("verb", "modal") and word.form != "gerund":
                return False
        for offset in range(index + 1, len(self._marked)):
            lower = self._lower(offset)
            if lower in (",", ";", ":", "that", "who", "which", "and"):
                break
            sure = set(self._forms.get(lower, {})) & {"past"} and "base" not in self._forms[lower]
            if lower in MODALS or lower in BE or lower in HAVE or sure:
                return False
        return True


def _singular(lower: str) -> str:
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zes")):
        return lower[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 3:
        return lower[:-1]
    return lower
