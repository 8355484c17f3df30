"""Word classes: the words of a sentence, classified by its dependencies and by earlier steps."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Word, WordClass
from loaders.syntax.closed_words import NEGATIONS
from loaders.syntax.lemmas import noun_lemma, verb_lemma
from loaders.syntax.marks import Marked
from loaders.syntax.tree import Tree
from loaders.syntax.verb_forms import VerbForm, form_of

_CLASSES: Mapping[str, WordClass] = MappingProxyType(
    {
        "ADJ": "adjective",
        "ADP": "preposition",
        "ADV": "adverb",
        "AUX": "verb",
        "CCONJ": "coordinator",
        "DET": "determiner",
        "INTJ": "adverb",
        "NOUN": "noun",
        "NUM": "number",
        "PART": "adverb",
        "PRON": "pronoun",
        "PROPN": "name",
        "PUNCT": "mark",
        "SCONJ": "subordinator",
        "SYM": "number",
        "VERB": "verb",
        "X": "noun",
    }
)
_CLITICS = frozenset(("'s", "'", "n't", "'re", "'ll", "'ve", "'d", "'m"))
_RELATIVES = frozenset(("who", "which", "whom", "whose"))
_QUESTIONS = frozenset(("when", "where", "how", "why", "while", "whether"))
_MODAL_CLITICS = frozenset(("'ll", "'d", "wo", "ca"))


_BEHIND: Mapping[str, VerbForm] = MappingProxyType({"have": "participle", "be": "gerund"})
"""The form of the verb behind an auxiliary that is no modal."""


class WordClasses:
    """Classifies the words of one sentence; ``marked`` are its tokens, one a word of the tree."""

    def __init__(self, marked: Sequence[Marked], tree: Tree) -> None:
        self._marked = marked
        self._tree = tree

    def words(self) -> tuple[Word, ...]:
        """Return the words with their classes."""
        return tuple(self._word(index, one) for index, one in enumerate(self._marked))

    def _word(self, index: int, marked: Marked) -> Word:
        token = marked.token
        kind = self._kind(index, marked)
        form = self._form(index) if kind == "verb" else None
        return Word(
            token.start,
            token.end,
            token.text,
            kind,
            self._lemma(index, kind),
            form,
            marked.time,
            marked.span,
        )

    def _kind(self, index: int, marked: Marked) -> WordClass:
        lower = marked.token.lower
        upos = self._tree.word_class(index)
        if not (lower[0].isalnum() or lower in _CLITICS):
            return "number" if upos == "SYM" else "mark"
        if marked.named:
            return "name"
        if marked.time and not lower.islower():
            return "number"
        return self._closed(index, lower, upos) or self._open(index, upos)

    def _closed(self, index: int, lower: str, upos: str) -> WordClass | None:
        """Classify a word of a closed class by its form as much as by its place."""
        if upos == "PART" and lower in ("'s", "'"):
            return "genitive"
        if lower == "to" and upos == "PART":
            return "to"
        if lower in NEGATIONS and upos in ("PART", "ADV"):
            return "negation"
        if upos == "AUX" and (lower in word_list("modals") or lower in _MODAL_CLITICS):
            return "modal"
        if upos == "PRON":
            return self._pronoun(index, lower)
        if upos in ("ADV", "SCONJ") and lower in _QUESTIONS:
            return "subordinator"
        if upos == "SCONJ" and lower in word_list("prepositions"):
            return "preposition"
        if upos == "ADP" and self._tree.relation(index) == "compound:prt":
            return "adverb"
        return None

    def _pronoun(self, index: int, lower: str) -> WordClass:
        if lower in _RELATIVES or (lower == "that" and self._opens_relative(index)):
            return "relative"
        return "possessive" if self._tree.relation(index) == "nmod:poss" else "pronoun"

    def _opens_relative(self, index: int) -> bool:
        head = self._tree.head(index)
        return head >= 0 and self._tree.relation(head) == "acl:relcl"

    def _open(self, index: int, upos: str) -> WordClass:
        if upos == "VERB" and self._tree.relation(index) == "amod":
            return "adjective"
        if upos == "VERB" and self._tree.relation(index) in ("compound", "case", "fixed"):
            return "noun" if self._tree.relation(index) == "compound" else "preposition"
        return _CLASSES.get(upos, "noun")

    def _lemma(self, index: int, kind: WordClass) -> str:
        token = self._marked[index].token
        if kind == "verb":
            return verb_lemma(token.lower)
        if kind == "noun":
            return noun_lemma(token.lower)
        if kind == "negation":
            return "not" if token.lower == "n't" else token.lower
        return token.text if kind == "name" else token.lower

    def _form(self, index: int) -> VerbForm:
        """Return the form of a verb, which its auxiliaries settle where it looks like another."""
        return form_of(self._marked[index].token.lower, self._governed(index))

    def _governed(self, index: int) -> VerbForm | None:
        """Return the form that what stands before a verb asks for."""
        tree = self._tree
        if tree.children(index, "aux:pass"):
            return "participle"
        helpers = [self._marked[one].token.lower for one in tree.children(index, "aux")]
        if helpers:
            last = verb_lemma(helpers[-1])
            return _BEHIND.get(last, "base")
        marks = [self._marked[one].token.lower for one in tree.children(index, "mark")]
        if "to" in marks:
            return "base"
        return "participle" if tree.relation(index) == "acl" else None
