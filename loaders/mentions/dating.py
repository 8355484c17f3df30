"""The step "dates": the expressions of time, with the days that they mean."""

from dataclasses import replace

from loaders.dates import find_dates
from loaders.document import Document


class Dating:
    """Finds expressions of time, reckoned from the day of publication."""

    name = "dates"

    def __call__(self, document: Document) -> Document:
        """Add the expressions of time."""
        bounds = [(sentence.start, sentence.end) for sentence in document.sentences]
        article = document.article
        return replace(document, dates=find_dates(article.text, article.published_at, bounds))
