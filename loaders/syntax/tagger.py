"""Word classes, chosen word by word from closed lists, verb forms, suffixes and neighbors."""

from collections.abc import Sequence

from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Word, WordClass
from loaders.syntax.closed_words import (
    ADJECTIVAL_SUFFIXES,
    BE,
    COORDINATORS,
    DO,
    HAVE,
    NEGATIONS,
    NOMINAL_SUFFIXES,
    POSSESSIVES,
    RELATIVES,
)
from loaders.syntax.tagging import Marked, Tagging
from loaders.syntax.verb_choice import VerbChoice
from loaders.syntax.verb_forms import Readings, VerbForm, guess_lemma

Tag = tuple[WordClass, str, VerbForm | None]

_CLITICS = frozenset(("'s", "n't", "'re", "'ll", "'ve", "'d", "'m"))
_CLITIC_LEMMAS = {"'re": "be", "'m": "be", "'ve": "have"}
_CLITIC_SUBJECTS = frozenset(("he", "she", "it", "that", "there", "who", "what", "where", "here"))
_PRESENT_AUXILIARIES = frozenset(
    ("is", "are", "am", "'re", "'m", "has", "'ve", "does", "have", "do")
)
_LISTED: tuple[tuple[str, WordClass], ...] = (
    ("pronouns", "pronoun"),
    ("numbers", "number"),
    ("determiners", "determiner"),
    ("prepositions", "preposition"),
    ("subordinators", "subordinator"),
)
_BLURRING = frozenset(("about", "around", "over", "nearly", "almost", "as", "under"))


class Tagger:
    """Tags the words of one sentence from left to right."""

    def __init__(self, marked: Sequence[Marked], *, headline: bool = False) -> None:
        self._tagging = Tagging(marked, headline=headline)
        self._verbs = VerbChoice(self._tagging)

    def tag(self) -> tuple[Word, ...]:
        """Return the words with their classes."""
        words = self._tagging.words
        for index, marked in enumerate(self._tagging.marked):
            kind, lemma, form = self._classify(index, marked)
            start, end, text = marked.token.start, marked.token.end, marked.token.text
            words.append(Word(start, end, text, kind, lemma, form, marked.time, marked.span))
        return tuple(words)

    def _classify(self, index: int, marked: Marked) -> Tag:
        lower = marked.token.lower
        if not (lower[0].isalnum() or lower in _CLITICS):
            return self._mark(index), lower, None
        if marked.named:
            return "name", marked.token.text, None
        if marked.time and not lower.islower():
            return "number", lower, None
        if lower == "'s":
            return self._clitic_s()
        closed = self._closed(index, lower)
        if closed:
            return closed
        inflected = set(self._tagging.forms.get(lower, ())) - {"base"}
        if marked.token.capitalized and self._tagging.words and not inflected:
            return "name", marked.token.text, None
        return self._open(index, marked)

    def _mark(self, index: int) -> WordClass:
        """Tell an apostrophe behind a plural from other marks."""
        token = self._tagging.marked[index].token
        previous = self._tagging.marked[index - 1].token if index else None
        owned = previous is not None and previous.text[-1] == "s" and previous.end == token.start
        return "genitive" if token.text == "'" and owned else "mark"

    def _clitic_s(self) -> Tag:
        words = self._tagging.words
        if words and words[-1].lower in _CLITIC_SUBJECTS:
            return "verb", "be", "present"
        return "genitive", "'s", None

    def _closed(self, index: int, lower: str) -> Tag | None:
        """Classify a word of a closed class."""
        if self._blurs(index, lower):
            return "adverb", lower, None
        if lower == "to":
            infinitive = self._tagging.begins_infinitive(index + 1)
            return ("to" if infinitive else "preposition"), lower, None
        if lower in word_list("modals") and not (lower == "may" and self._is_nominal_slot()):
            return "modal", lower, None
        if lower in NEGATIONS and lower != "no" and lower not in word_list("prepositions"):
            return "negation", "not" if lower == "n't" else lower, None
        kind = self._that(index) if lower == "that" else self._listed(index, lower)
        return self._auxiliary(lower) or ((kind, lower, None) if kind else None)

    def _blurs(self, index: int, lower: str) -> bool:
        """Whether a word only blurs a number: "at least 81 people", "more than 40"."""
        tagging = self._tagging
        following = tagging.lower(index + 1)
        if lower in ("at", "up", "as") and following in ("least", "most", "to", "many"):
            return tagging.is_counted(index + 2) or tagging.lower(index + 2) == "as"
        if lower in ("least", "most", "than", "to", "many"):
            led = tagging.lower(index - 1) in ("at", "more", "fewer", "less", "up", "as")
            return led and tagging.is_counted(index + 1)
        return lower in _BLURRING and tagging.is_counted(index + 1)

    def _is_nominal_slot(self) -> bool:
        words = self._tagging.words
        return bool(words) and words[-1].kind in ("determiner", "possessive", "preposition")

    def _auxiliary(self, lower: str) -> Tag | None:
        for lemma, forms in (("be", BE), ("have", HAVE), ("do", DO)):
            if lower in forms:
                return "verb", _CLITIC_LEMMAS.get(lower, lemma), self._auxiliary_form(lower)
        return None

    def _auxiliary_form(self, lower: str) -> VerbForm:
        if lower in _PRESENT_AUXILIARIES:
            return "base" if self._tagging.expects_base() else "present"
        readings = self._tagging.forms.get(lower)
        return next(iter(readings)) if readings else "past"

    def _that(self, index: int) -> WordClass:
        """Tell the four uses of "that" apart."""
        tagging = self._tagging
        following = tagging.lower(index + 1)
        words = tagging.words
        before = words[-1].kind if words else "mark"
        plural = bool(words) and words[-1].lower.endswith("s")
        if tagging.is_verb_start(index + 1) or (
            plural and "base" in tagging.forms.get(following, {})
        ):
            return "relative" if before in ("noun", "name", "mark") else "pronoun"
        if tagging.is_nominal(index + 1) and not following.endswith("s"):
            closing = tagging.lower(index + 2)
            if not closing[:1].isalnum() or closing in word_list("prepositions"):
                return "determiner"
        if before == "preposition":
            return "determiner" if following.isalpha() else "pronoun"
        return "subordinator" if words else "determiner"

    def _listed(self, index: int, lower: str) -> WordClass | None:
        following = self._tagging.lower(index + 1)
        if lower == "her" and (not following.isalpha() or following in word_list("prepositions")):
            return "pronoun"
        if lower in POSSESSIVES:
            return "relative" if lower == "whose" else "possessive"
        if lower in RELATIVES:
            return "relative" if lower in ("who", "which", "whom") else "subordinator"
        if lower in COORDINATORS:
            return "coordinator"
        if lower[0].isdigit():
            return "number"
        return next((kind for name, kind in _LISTED if lower in word_list(name)), None)

    def _open(self, index: int, marked: Marked) -> Tag:
        """Classify a word of an open class."""
        lower = marked.token.lower
        readings = self._readings(lower)
        form = self._verbs.form(index, readings) if readings and not marked.time else None
        if form:
            return "verb", readings[form], form
        if self._is_adjective(index, lower):
            return "adjective", lower, None
        manner = lower.endswith("ly") and lower not in word_list("not_adverbs")
        if lower in word_list("adverbs") or manner:
            return "adverb", lower, None
        built = not marked.token.capitalized and self._is_built_as_adjective(lower)
        if built or ("past" in readings or "participle" in readings) > ("base" in readings):
            return "adjective", lower, None
        return "noun", _singular(lower), None

    def _readings(self, lower: str) -> Readings:
        """Return what a word may be as a verb; an unknown one is judged by its ending."""
        known = self._tagging.forms.get(lower)
        if known is not None:
            return known
        if lower in word_list("adjectives") or len(lower) <= len("using"):
            return {}
        if lower.endswith("ing"):
            return {"gerund": guess_lemma(lower)}
        if lower.endswith("ed"):
            return {"past": guess_lemma(lower), "participle": guess_lemma(lower)}
        return {}

    def _is_adjective(self, index: int, lower: str) -> bool:
        if lower not in word_list("adjectives"):
            return False
        if lower in word_list("adjectives_or_nouns"):
            return self._tagging.is_nominal(index + 1)
        return lower not in word_list("adverbs") or self._tagging.is_nominal(index + 1)

    def _is_built_as_adjective(self, lower: str) -> bool:
        nominal = lower.endswith(NOMINAL_SUFFIXES) or lower in word_list("noun_biased")
        compound = "-" in lower and lower.endswith(("ed", "en", "led", "term", "wide", "ing"))
        return compound or (lower.endswith(ADJECTIVAL_SUFFIXES) and not nominal)


def _singular(lower: str) -> str:
    """Return the likely singular of a noun."""
    if lower.endswith("ies") and len(lower) > len("ties"):
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zes")):
        return lower[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > len("gas"):
        return lower[:-1]
    return lower
