"""Reading for tests: all that a source gives, articles and rejects in their order."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from graph.facts import Article
from loaders.rejects import Reject
from loaders.sources import SourceArticle, SourceOptions, read_sources

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
OPTIONS = SourceOptions(now=NOW)


@dataclass(frozen=True)
class Outcome:
    """All that reading came to."""

    articles: tuple[SourceArticle, ...]
    rejects: tuple[Reject, ...]

    @property
    def texts(self) -> list[str]:
        """The texts alone."""
        return [found.article.text for found in self.articles]

    @property
    def told(self) -> list[tuple[str, int | None, str]]:
        """File name, line and reason of each reject."""
        return [(one.path.rpartition("/")[2], one.line, one.reason) for one in self.rejects]

    @property
    def only(self) -> Article:
        """The one article, where nothing was rejected."""
        assert self.rejects == ()
        (found,) = self.articles
        return found.article


def read(
    *paths: str | Path, options: SourceOptions = OPTIONS, stdin: bytes | None = None
) -> Outcome:
    """Read paths to the end."""
    stream = None if stdin is None else io.BytesIO(stdin)
    readings = list(read_sources([str(path) for path in paths], options, stdin=stream))
    return Outcome(
        tuple(one for one in readings if isinstance(one, SourceArticle)),
        tuple(one for one in readings if isinstance(one, Reject)),
    )
