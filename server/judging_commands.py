"""``entente merge``, ``split``, ``judge`` and ``explain``: who is who, decided by people."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import cast

import click
from rich.console import Console
from rich.table import Table

from graph.constraints import ensure_constraints
from graph.database import Database
from graph.identity.judgement import Verdict
from graph.ontology import load_ontology
from graph.settings import Settings
from graph.writing.explanation import Explanation
from graph.writing.judging import Judging
from loaders.nations import nation_properties
from loaders.rejects import utc_now
from server.logs import silence_driver

PAIRS_SHOWN = 10
ARTICLES_SHOWN = 5
TAKEN_BACK = "open"

_json = click.option("--json", "as_json", is_flag=True, help="Print the explanation as JSON.")
_note = click.option("--note", default="", help="Why; it is kept with the decision.")


def _now() -> str:
    return utc_now().strftime("%Y-%m-%dT%H:%M:%SZ")


@click.command()
@click.argument("one")
@click.argument("other")
@_note
@_json
@click.pass_obj
def merge(settings: Settings, one: str, other: str, note: str, *, as_json: bool) -> None:
    """Decide that two people, organizations or events are one.

    The facts of both follow at once, both ids go on meaning it, and articles that are loaded
    later or again respect the decision. entente split takes it back.

    \b
    Examples:
      entente merge Person:kim-jong-un Person:kim-jong-eun
      entente merge kim-jong-un kim-jong-eun --note "a misprint"
    """  # noqa: D301 - click reads \b as: keep these lines as they are
    _run(settings, lambda judging: judging.judge(one, other, "SAME", _now(), note), as_json)


@click.command()
@click.argument("one")
@click.option(
    "--article",
    "articles",
    multiple=True,
    metavar="ID",
    help="An article that tells of somebody else under this name; may be given several times.",
)
@_json
@click.pass_obj
def split(settings: Settings, one: str, articles: tuple[str, ...], *, as_json: bool) -> None:
    """Part an id from what it was merged with, or what some articles say from what others say.

    Takes back what people merged with it; what was merged by its score is judged different. The
    id may be a former one, or that of a record, as entente explain tells them. With articles, what
    these say becomes somebody of its own, also when they are loaded again; entente merge takes that
    back.

    \b
    Examples:
      entente split Person:kim-jong-eun
      entente split john-smith --article 5d1c0f --article 77ab02
    """  # noqa: D301 - click reads \b as: keep these lines as they are
    if articles:
        _run(settings, lambda judging: judging.part(one, articles, _now()), as_json)
    else:
        _run(settings, lambda judging: judging.split(one, _now()), as_json)


@click.command()
@click.argument("one")
@click.argument("other")
@click.argument(
    "verdict", type=click.Choice(["same", "different", "unsure", TAKEN_BACK], case_sensitive=False)
)
@_note
@_json
@click.pass_obj
def judge(
    settings: Settings, one: str, other: str, verdict: str, note: str, *, as_json: bool
) -> None:
    """Decide that two ids are the same, different or unsure; open takes the decision back.

    Different keeps them apart even where a third could join them; unsure only keeps the score
    from joining them.

    \b
    Examples:
      entente judge john-smith john-smith.gbr different
      entente judge john-smith john-smith.gbr open
    """  # noqa: D301 - click reads \b as: keep these lines as they are
    decided = None if verdict == TAKEN_BACK else cast(Verdict, verdict.upper())
    _run(settings, lambda judging: judging.judge(one, other, decided, _now(), note), as_json)


@click.command()
@click.argument("one")
@click.argument("other", required=False)
@_json
@click.pass_obj
def explain(settings: Settings, one: str, other: str | None, *, as_json: bool) -> None:
    """Tell why two ids are one or two; with one id, why its records are one.

    \b
    Examples:
      entente explain kim-jong-un kim-jong-nam
      entente explain Event:3eed2f0e7fc5ba93ea7c
    """  # noqa: D301 - click reads \b as: keep these lines as they are
    _run(settings, lambda judging: judging.explain(one, other), as_json)


def _run(
    settings: Settings,
    act: Callable[[Judging], Awaitable[Explanation]],
    as_json: bool,
) -> None:
    silence_driver()
    explanation = asyncio.run(_acted(settings, act))
    if as_json:
        click.echo(json.dumps(explanation.as_json(), ensure_ascii=False))
    else:
        _print(explanation)


async def _acted(
    settings: Settings, act: Callable[[Judging], Awaitable[Explanation]]
) -> Explanation:
    ontology = load_ontology()
    async with Database.connect(settings) as database:
        await ensure_constraints(database, ontology)
        return await act(Judging(database, ontology, nation_properties()))


def _print(explanation: Explanation) -> None:
    console = Console()
    entities = list(dict.fromkeys(explanation.entities))
    told = "One entity" if explanation.is_one else "Two entities"
    console.print(f"{told}: {', '.join(entities)}", highlight=False, markup=False)
    records = Table("record", "known as", "told by", box=None)
    for name, known in explanation.records.items():
        records.add_row(name, known, _listed(explanation.articles[name]))
    console.print(records)
    for pair in explanation.pairs[:PAIRS_SHOWN]:
        console.print(
            f"\n{pair.left} and {pair.right}: {pair.decision}", highlight=False, markup=False
        )
        for ground in pair.likeness.grounds:
            line = f"  {ground.weight:+.2f} {ground.what}: {ground.told}"
            console.print(line, highlight=False, markup=False, soft_wrap=True)
    if len(explanation.pairs) > PAIRS_SHOWN:
        console.print(f"\n{len(explanation.pairs) - PAIRS_SHOWN} more pairs: see --json")


def _listed(articles: list[str]) -> str:
    more = len(articles) - ARTICLES_SHOWN
    return " ".join((*articles[:ARTICLES_SHOWN], *([f"and {more} more"] if more > 0 else ())))
