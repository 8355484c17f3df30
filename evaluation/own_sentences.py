"""Our own sentences of a raw text, as the pipeline has them when later steps begin."""

from bisect import bisect_left

from graph.facts import Article
from loaders.document import Document
from loaders.language.model import LanguageModel
from loaders.language.reading import Reading
from loaders.language.words.universal import universal_words
from loaders.text.segmentation import Segmentation
from loaders.text.sentence import Sentence
from loaders.text.token import Token


def read_sentences(model: LanguageModel, text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text, those cut in which the model sees others open."""
    return _read(model, text).sentences


def read_tokens(model: LanguageModel, text: str) -> list[tuple[Token, ...]]:
    """Return the tokens of the same sentences."""
    return _tokens(_read(model, text))


def read_words(model: LanguageModel, text: str) -> list[list[Token]]:
    """Return the words of the same sentences, as Universal Dependencies counts them."""
    document = _read(model, text)
    return [
        universal_words(tokens, analysis.words)
        for tokens, analysis in zip(_tokens(document), document.analyses, strict=True)
    ]


def _tokens(document: Document) -> list[tuple[Token, ...]]:
    starts = [token.start for token in document.tokens]
    return [
        document.tokens[bisect_left(starts, one.start) : bisect_left(starts, one.end)]
        for one in document.sentences
    ]


def _read(model: LanguageModel, text: str) -> Document:
    article = Article(id="treebank", title="", text=text)
    return Reading(model)(Segmentation()(Document.of(article)))
