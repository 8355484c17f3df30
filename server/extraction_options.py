"""What finds the facts: the options of all commands that extract, and the job that they mean."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from graph.errors import InputError
from loaders.extraction_job import ChosenExtraction, ExtractionJob
from loaders.llm.account import Account
from loaders.llm.options import DEFAULT_BUDGET, DEFAULT_TIMEOUT, LlmOptions, completions_url
from loaders.nlp import CHOICES

RULES, LLM = "rules", "llm"


@dataclass(frozen=True, slots=True)
class ExtractionRun:
    """A job, and the account of what a language model was asked, where one is."""

    job: ExtractionJob
    account: Account | None = None


@dataclass(frozen=True, slots=True)
class ExtractionOptions:
    """What was asked for; the names are those of the options."""

    nlp: str
    extractor: str = RULES
    llm_url: str | None = None
    llm_model: str | None = None
    llm_budget: int = DEFAULT_BUDGET
    llm_timeout: float = DEFAULT_TIMEOUT
    llm_cache: Path | None = None

    @contextmanager
    def run(self, data: Path) -> Generator["ExtractionRun"]:
        """The job of one run; ``data`` is the folder where answers are kept by default.

        Raises:
            InputError: The options contradict each other, or one is missing.
        """
        if self.extractor == LLM:
            options = self._llm(data)
            # Imported late: the client takes a while to load, and few runs need it.
            from loaders.llm.extraction import LlmExtraction

            with TemporaryDirectory(prefix="entente-llm-") as folder:
                account = Account(Path(folder) / "account.json", options.budget)
                yield ExtractionRun(LlmExtraction(self.nlp, options, account), account)
        elif self.llm_url or self.llm_model:
            raise InputError(
                "A language model is named, but nothing says that it should be asked.",
                fix="Add --extractor llm.",
            )
        else:
            yield ExtractionRun(ChosenExtraction(self.nlp))

    def _llm(self, data: Path) -> LlmOptions:
        if not self.llm_url or not self.llm_model:
            raise InputError(
                "--extractor llm needs an endpoint and a model.",
                fix="Add --llm-url http://localhost:8080/v1 --llm-model NAME, or what they are.",
            )
        return LlmOptions(
            url=completions_url(self.llm_url),
            model=self.llm_model,
            cache=self.llm_cache or data / "llm",
            budget=self.llm_budget,
            timeout=self.llm_timeout,
        )


_OPTIONS = (
    click.option(
        "--nlp",
        default="model",
        show_default=True,
        metavar=CHOICES,
        help="What reads language: the shipped model, or a pipeline of spaCy.",
    ),
    click.option(
        "--extractor",
        type=click.Choice((RULES, LLM)),
        default=RULES,
        show_default=True,
        help="What finds facts: the rules, or the rules and a language model endpoint.",
    ),
    click.option(
        "--llm-url",
        metavar="URL",
        help="The API of the endpoint, such as http://localhost:8080/v1; its key, if it needs"
        " one, is read from ENTENTE_LLM_KEY.",
    ),
    click.option("--llm-model", metavar="NAME", help="The model to ask."),
    click.option(
        "--llm-budget",
        type=click.IntRange(min=0),
        default=DEFAULT_BUDGET,
        show_default=True,
        metavar="TOKENS",
        help="The most tokens, of questions and answers, that the run may use in all; articles"
        " beyond it are read by the rules alone.",
    ),
    click.option(
        "--llm-timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=DEFAULT_TIMEOUT,
        show_default=True,
        metavar="SECONDS",
        help="How long one request may take.",
    ),
    click.option(
        "--llm-cache",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="FOLDER",
        help="Where answers are kept, to be paid for once; by default in the data folder.",
    ),
)


def extraction_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command these options, all together as its argument ``extraction``."""

    @wraps(command)
    def gathered(*args: Any, **given: Any) -> None:
        names = ExtractionOptions.__dataclass_fields__
        own = {name: given.pop(name) for name in names}
        command(*args, extraction=ExtractionOptions(**own), **given)

    for option in reversed(_OPTIONS):
        gathered = option(gathered)
    return gathered
