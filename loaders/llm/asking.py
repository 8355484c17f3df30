"""Asking about an article: from the cache, else from the endpoint, within the budget."""

import random
import time
from collections.abc import Sequence

from graph.facts import Article
from loaders.llm.account import Account
from loaders.llm.answer import Answer, Drop, read_answer
from loaders.llm.cache import AnswerCache, cache_key
from loaders.llm.chat import ChatEndpoint, Reply
from loaders.llm.errors import BudgetUsedError, NoAnswerError, TransientError
from loaders.llm.options import LlmOptions
from loaders.llm.prompt import Message, messages, schema_message

BYTES_A_TOKEN = 3
"""Fewer than tokenizers need, so that a request never costs more than was set aside for it."""


class Asking:
    """Asks one endpoint; usable from several threads."""

    def __init__(self, options: LlmOptions, endpoint: ChatEndpoint, account: Account) -> None:
        self._options = options
        self._endpoint = endpoint
        self._account = account
        self._cache = AnswerCache(options.cache)

    def answer(self, article: Article, drop: Drop) -> Answer | None:
        """Return what the model says of an article; None where the rules must do.

        Raises:
            InputError: Address, model or key are wrong.
        """
        chat = messages(article)
        key = cache_key(self._options.model, chat)
        kept = self._kept(key, drop)
        if kept is not None:
            self._account.succeeded("cached")
            return kept
        if self._account.given_up:
            self._account.went_without("unasked", "given up")
            return None
        try:
            answer, content = self._asked(chat, drop)
        except NoAnswerError as error:
            how = "unasked" if isinstance(error, BudgetUsedError) else "failed"
            ailing = isinstance(error, TransientError)
            self._account.went_without(how, error.reason, ailing=ailing)
            return None
        self._cache.put(key, content)
        self._account.succeeded("answered")
        return answer

    def _kept(self, key: str, drop: Drop) -> Answer | None:
        content = self._cache.get(key)
        try:
            return None if content is None else read_answer(content, drop)
        except ValueError:
            return None

    def _asked(self, chat: Sequence[Message], drop: Drop) -> tuple[Answer, str]:
        """Ask until there is a sound answer; an answer that was cut gets twice the room."""
        room, last = self._options.room, self._options.attempts - 1
        for attempt in range(self._options.attempts):
            try:
                reply = self._within_budget(chat, room)
                if reply.whole:
                    return _sound(reply, drop), reply.content
                if room > self._options.room:
                    break
                room *= 2
            except TransientError as error:
                if attempt == last:
                    raise
                self._pause(attempt, error.wait)
        raise NoAnswerError("truncated")

    def _within_budget(self, chat: Sequence[Message], room: int) -> Reply:
        told = (*chat, schema_message())
        asked = _tokens("".join(one["content"] for one in told))
        if not self._account.reserve(asked + room):
            raise BudgetUsedError
        used = 0
        try:
            reply = self._endpoint.ask(chat, room)
            used = asked + _tokens(reply.content) if reply.tokens is None else reply.tokens
        except TransientError as error:
            used = asked + room if error.billed else 0
            raise
        finally:
            self._account.settle(asked + room, used)
        return reply

    def _pause(self, attempt: int, wait: float) -> None:
        """Wait before the next attempt, not all processes for the same time."""
        spread = 1 + random.random() / 2  # noqa: S311 - nothing here is secret
        time.sleep(max(wait, self._options.pause * 2**attempt * spread))


def _tokens(text: str) -> int:
    return len(text.encode()) // BYTES_A_TOKEN + 1


def _sound(reply: Reply, drop: Drop) -> Answer:
    try:
        return read_answer(reply.content, drop)
    except ValueError as error:
        raise TransientError("not the schema") from error
