"""The choice between verb and noun, and between the forms of a verb."""

from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Word
from loaders.syntax.closed_words import BE, HAVE
from loaders.syntax.tagging import Tagging
from loaders.syntax.verb_forms import Readings, VerbForm

_MODIFIERS = frozenset(("determiner", "possessive", "genitive", "adjective", "number"))
_BEFORE_NOUNS = _MODIFIERS | {"preposition"}
_BEFORE_VERBS = frozenset(("noun", "name", "pronoun", "relative", "mark", "coordinator", "number"))
_AUXILIARIES = frozenset(("be", "have", "do", "get"))
_LINKING = frozenset(("remain", "become", "stay", "seem", "appear", "feel"))
_BARE_INFINITIVE = frozenset(("help", "let", "make"))
_WINDOW = 15
"""Words in which a parallel verb is looked for."""


class VerbChoice:
    """Chooses the form in which a word is a verb, from what stands around it."""

    def __init__(self, tagging: Tagging) -> None:
        self._tagging = tagging

    def form(self, index: int, readings: Readings) -> VerbForm | None:
        """Return the form, or None where the word is no verb."""
        lower = self._tagging.lower(index)
        before = self._tagging.before()
        if self._tagging.expects_base():
            return "base" if "base" in readings else None
        if before and before.kind == "verb":
            if before.lemma in _BARE_INFINITIVE and "base" in readings:
                return "base" if lower not in word_list("noun_biased") else None
            if before.lemma in _LINKING and "gerund" not in readings:
                return None
            if before.lemma in _AUXILIARIES:
                return _behind_auxiliary(readings)
        kind = before.kind if before else "mark"
        if "gerund" in readings:
            return self._gerund(index, kind)
        if "past" in readings or "participle" in readings:
            return self._past(index, kind, readings)
        return self._present(index, readings)

    def _gerund(self, index: int, kind: str) -> VerbForm | None:
        if kind in _MODIFIERS or self._tagging.lower(index + 1) == "of":
            return None
        if kind == "preposition":
            marker = self._tagging.words[-1].lower
            return "gerund" if marker in word_list("verbal_prepositions") else None
        return "gerund"

    def _past(self, index: int, kind: str, readings: Readings) -> VerbForm | None:
        lower = self._tagging.lower(index)
        if lower in word_list("noun_biased") or kind in ("determiner", "genitive", "possessive"):
            return None
        attributive = kind in _BEFORE_NOUNS - {"number"} or kind == "verb"
        if attributive and self._tagging.is_nominal(index + 1):
            return None
        modified = kind in _MODIFIERS - {"number"}
        if "base" in readings and (modified or kind not in _BEFORE_VERBS):
            return None
        return "past" if "past" in readings else "participle"

    def _present(self, index: int, readings: Readings) -> VerbForm | None:
        """Choose between a present form and a noun, which look alike in English."""
        tagging = self._tagging
        before = tagging.before()
        form: VerbForm = "present" if "present" in readings else "base"
        if before is None or before.kind in _BEFORE_NOUNS or before.kind == "verb":
            return None
        if before.kind == "coordinator" or before.text == ",":
            return form if self._is_parallel(index, form, before) else None
        if before.kind == "relative":
            return form
        if before.kind not in ("noun", "name", "pronoun") or before.time:
            return None
        if not self._agrees(before, form):
            return None
        if tagging.lower(index) in word_list("noun_biased") and before.kind != "pronoun":
            return form if self._is_surely_verb(index, before) else None
        behind = tagging.is_verb_start(index + 1) or tagging.lower(index + 1) in ("'s", "'", "of")
        return form if tagging.headline or not behind else None

    def _is_surely_verb(self, index: int, before: Word) -> bool:
        """Whether a word that is a noun more often than not is a verb here."""
        tagging = self._tagging
        if tagging.is_infinitive(index + 1):
            return before.kind == "name" or self._is_alone(index)
        named = tagging.headline and tagging.is_nominal(index + 1)
        return self._is_alone(index) and (named or tagging.starts_object(index + 1))

    def _agrees(self, subject: Word, form: VerbForm) -> bool:
        plural = subject.lower in ("they", "we", "you", "i") or (
            subject.kind == "noun" and subject.lower.endswith("s")
        )
        if form == "present":
            return not plural
        joined = any(word.lower == "and" for word in self._tagging.words[-8:])
        collective = subject.kind == "name" and subject.lower.endswith(("s", "ese"))
        return plural or collective or (joined and subject.kind in ("noun", "name"))

    def _is_parallel(self, index: int, form: VerbForm, before: Word) -> bool:
        """Whether it continues a list of verbs: "will stop broadcasts, open an office"."""
        tagging = self._tagging
        if tagging.lower(index) in word_list("noun_biased"):
            return False
        earlier = tagging.words[-_WINDOW:]
        parallel = any(word.kind == "verb" and word.form == form for word in earlier)
        joined = before.kind == "coordinator" and tagging.is_nominal(index + 1)
        return parallel and (joined or tagging.starts_object(index + 1))

    def _is_alone(self, index: int) -> bool:
        """Whether no other word of the clause is surely a finite verb."""
        for word in reversed(self._tagging.words):
            if word.kind in ("subordinator", "relative") or word.lower in (";", ":", '"'):
                break
            if word.kind in ("verb", "modal") and word.form != "gerund":
                return False
        for position in range(index + 1, len(self._tagging.marked)):
            lower = self._tagging.lower(position)
            if lower in (",", ";", ":", "that", "who", "which", "and"):
                break
            readings = self._tagging.forms.get(lower, {})
            past = "past" in readings and "base" not in readings
            if lower in word_list("modals") or lower in BE or lower in HAVE or past:
                return False
        return True


def _behind_auxiliary(readings: Readings) -> VerbForm | None:
    if "gerund" in readings:
        return "gerund"
    return "participle" if "participle" in readings else None
