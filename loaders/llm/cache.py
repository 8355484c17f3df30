"""The cache: answers by what was asked, one file each, so that nothing is paid for twice."""

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from loaders.llm.prompt import Message, prompt_version


def cache_key(model: str, chat: Sequence[Message]) -> str:
    """Return the hash of a question: the model, the prompt, and the text of the article."""
    return hashlib.sha256(json.dumps([model, prompt_version(), *chat]).encode()).hexdigest()


class AnswerCache:
    """Answers below a folder; what cannot be read or written there is as if it were not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> str | None:
        """Return the answer to a question, if it was kept."""
        with suppress(OSError, UnicodeDecodeError):
            return self._path(key).read_text(encoding="utf-8")
        return None

    def put(self, key: str, content: str) -> None:
        """Keep an answer; a reader finds all of it or nothing."""
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
                file.write(content)
            Path(file.name).replace(path)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"
