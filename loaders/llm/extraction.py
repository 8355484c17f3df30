"""Extraction by the pipeline and a language model together."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from graph.facts import Article, ArticleFacts
from loaders.extraction import PipelineExtractor, checked_facts
from loaders.llm.account import Account
from loaders.llm.agreeing import AnsweredAgreements
from loaders.llm.answer import Answer, Drop
from loaders.llm.asking import Asking
from loaders.llm.chat import ChatEndpoint, api_key
from loaders.llm.describing import AnsweredDescriptions
from loaders.llm.naming import AnsweredNames
from loaders.llm.options import LlmOptions
from loaders.llm.prompt import prompt_version
from loaders.llm.telling import AnsweredEvents
from loaders.nlp import extractor_by, extractor_name
from loaders.pipeline import Pipeline, Step
from loaders.rejects import Reject
from loaders.sources import SourceArticle


@dataclass(frozen=True, slots=True)
class LlmExtractor:
    """Finds facts by the rules and by what a language model answers.

    Where there is no answer the facts are those of the rules, under their name, so that a later
    load asks again.
    """

    name: str
    rules: PipelineExtractor
    asking: Asking
    account: Account

    def __call__(self, article: Article) -> ArticleFacts:
        """Find the facts of an article."""
        dropped: Counter[str] = Counter()

        def drop(reason: str) -> None:
            dropped[reason] += 1

        answer = self.asking.answer(article, drop)
        if answer is None:
            return self.rules(article)
        document = with_answer(self.rules.pipeline, answer, drop).run(article)
        self.account.drop(dropped)
        return replace(document.facts(), extractor=self.name)


@dataclass(frozen=True, slots=True)
class LlmExtraction:
    """The job of a worker: extraction with a model, several articles under way at once.

    Raises InputError where address, model or key are wrong.
    """

    choice: str
    options: LlmOptions
    account: Account

    @property
    def name(self) -> str:
        """The name of the extractor, with the model and the prompt."""
        model = f"llm:{self.options.model}/{prompt_version()}"
        return f"{model}+{extractor_name(self.choice)}"

    def __call__(self, articles: Sequence[SourceArticle]) -> list[ArticleFacts | Reject]:
        """Extract, each article on its own."""
        extract = partial(checked_facts, _extractor(self))
        with ThreadPoolExecutor(self.options.parallel, "asking") as threads:
            return list(threads.map(extract, articles))


def with_answer(pipeline: Pipeline, answer: Answer, drop: Drop) -> Pipeline:
    """Return a pipeline that takes an answer in, each part where its like is known."""
    return Pipeline(tuple(_steps(pipeline, answer, drop)))


def _steps(pipeline: Pipeline, answer: Answer, drop: Drop) -> Iterator[Step]:
    following: dict[str, Step] = {
        "names": AnsweredNames(answer, drop),
        "nations": AnsweredDescriptions(answer, drop),
        "agreements": AnsweredAgreements(answer, drop),
        "events": AnsweredEvents(answer, drop),
    }
    for step in pipeline.steps:
        yield step
        if step.name in following:
            yield following[step.name]


@lru_cache(maxsize=1)
def _extractor(job: LlmExtraction) -> LlmExtractor:
    """Return the extractor of a job, made once in each process, with its connections."""
    endpoint = ChatEndpoint(job.options, api_key(os.environ))
    asking = Asking(job.options, endpoint, job.account)
    return LlmExtractor(job.name, extractor_by(job.choice), asking, job.account)
