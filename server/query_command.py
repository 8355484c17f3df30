"""``entente query``: one operation, straight on the database."""

import asyncio
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, cast

import click
from rich.console import Console

from graph.database import Database
from graph.errors import InputError
from graph.ontology import load_ontology
from graph.settings import Settings
from schema.service import GraphQLService
from server.answer import compact
from server.logs import silence_driver


def parse_variables(given: str | None) -> Mapping[str, Any]:
    """Variables from JSON, or from a file named after ``@``; raises InputError."""
    if not given:
        return {}
    try:
        text = Path(given[1:]).read_text("utf-8") if given.startswith("@") else given
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"The file of variables {given[1:]} cannot be read.", fix="Check its name and rights."
        ) from error
    try:
        variables: Any = json.loads(text)
    except ValueError as error:
        raise InputError(
            f"The variables are not JSON: {error}.", fix="""Give an object: '{"code": "CHN"}'"""
        ) from error
    if not isinstance(variables, dict):
        raise InputError("The variables are no object.", fix="""Give one: '{"code": "CHN"}'""")
    return cast(dict[str, Any], variables)


@click.command()
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option("--variables", metavar="JSON|@FILE", help="The values of variables, as an object.")
@click.option("--operation", metavar="NAME", help="Which operation of the document to run.")
@click.pass_obj
def query(settings: Settings, file: IO[str], variables: str | None, operation: str | None) -> None:
    """Run the GraphQL query in FILE, or from standard input with -, and print the response.

    It needs no server: it asks the database itself. The response is printed for reading on a
    terminal, and compact in a pipe.

    \b
    Exit codes: 0 answered, 1 the response has errors.

    \b
    Examples:
      entente query question.graphql
      echo '{ nations(first: 3) { nodes { name } } }' | entente query -
      entente query question.graphql --variables @values.json --operation Sanctions
    """  # noqa: D301 - click reads \b as: keep these lines as they are
    silence_driver()
    document, values = _read(file), parse_variables(variables)
    body = asyncio.run(_run(settings, document, values, operation))
    _print(body)
    sys.exit(1 if "errors" in body else 0)


def _read(file: IO[str]) -> str:
    try:
        return file.read()
    except UnicodeDecodeError as error:
        raise InputError(
            "The query is not text in UTF-8.", fix="Save the file as UTF-8."
        ) from error


async def _run(
    settings: Settings, document: str, variables: Mapping[str, Any], operation: str | None
) -> dict[str, Any]:
    service = GraphQLService(load_ontology())
    async with Database.connect(settings) as database:
        return (await service.execute(document, database, variables, operation)).response()


def _print(body: Mapping[str, Any]) -> None:
    if sys.stdout.isatty():
        Console().print_json(compact(body))
    else:
        click.echo(compact(body))
