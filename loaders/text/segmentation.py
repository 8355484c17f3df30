"""The step "segmentation": tokens, sentences and quotations."""

from dataclasses import replace

from loaders.document import Document
from loaders.text.quotation import find_quotations
from loaders.text.sentence import find_sentences
from loaders.text.token import tokenize


class Segmentation:
    """Cuts the text."""

    name = "segmentation"

    def __call__(self, document: Document) -> Document:
        """Add tokens, sentences and quotations."""
        text, folded = document.article.text, document.folded
        sentences = find_sentences(text, folded, document.article.title)
        return replace(
            document,
            tokens=tokenize(folded),
            sentences=sentences,
            quotations=find_quotations(folded, sentences),
        )
