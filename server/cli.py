"""The command line: ``entente``.

Commands are imported when they are used: asking for help should not wait for a database driver.
"""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any, NoReturn, cast

import click

from graph.errors import EntenteError
from graph.settings import Settings

COMMANDS: Mapping[str, tuple[str, str]] = {
    "load": ("server.load_command", "Load articles into the graph."),
    "loads": ("server.loads_command", "List what was loaded."),
    "extract": ("server.extract_command", "Print what articles say as JSON, without a database."),
    "serve": ("server.serve_command", "Serve GraphQL, and GraphiQL for browsers."),
    "query": ("server.query_command", "Run a GraphQL query from a file."),
    "digest": ("server.digest_command", "Print one hash of all that the graph says."),
    "export": ("server.export_command", "Write the whole graph to a file."),
    "import": ("server.import_command", "Restore a graph that was exported."),
    "merge": ("server.judging_commands", "Decide that two ids are one person, body or event."),
    "split": ("server.judging_commands", "Part an id from what it was merged with."),
    "judge": ("server.judging_commands", "Decide same, different or unsure, or take that back."),
    "explain": ("server.judging_commands", "Tell why two ids are one, or are not."),
    "schema": ("server.schema_command", "Print the GraphQL schema."),
}
"""The module of each command, which holds it under its own name, and what it does."""

HELP = """A knowledge graph of people, nations, events and agreements from news articles.

\b
Examples:
  entente load examples/articles
  entente serve
  entente query question.graphql --variables '{"code": "CHN"}'
  entente --data ./graph load news/*.jsonl

The graph is kept in the data folder by an embedded engine, or in a Neo4j server where
ENTENTE_NEO4J_URI names one.
"""


class Complaint(click.ClickException):
    """One of our own errors, told on standard error with what to do about it."""

    exit_code = 1

    def __init__(self, error: EntenteError) -> None:
        super().__init__(error.message)
        self._fix = error.fix

    def show(self, file: Any = None) -> None:
        """Print it."""
        click.secho("error: ", fg="red", bold=True, nl=False, err=True, file=file)
        click.echo(self.message, err=True, file=file)
        if self._fix:
            click.echo(f"  fix: {self._fix}", err=True, file=file)


class Commands(click.Group):
    """A group whose commands are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        cmd_name: str,
    ) -> click.Command | None:
        """A command by its name."""
        if cmd_name not in COMMANDS:
            return None
        # A command may have a name that Python keeps for itself.
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        return cast(click.Command, getattr(import_module(COMMANDS[cmd_name][0]), name))

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, told) for name, (_, told) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, and tell our errors as a person wants to read them."""
        try:
            return super().invoke(ctx)
        except EntenteError as error:
            raise Complaint(error) from error


def _environment(data: Path | None) -> Mapping[str, str]:
    return os.environ if data is None else {**os.environ, "ENTENTE_DATA": str(data)}


@click.group(cls=Commands, help=HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the embedded engine keeps the graph, in place of ENTENTE_DATA.",
)
@click.version_option(package_name="entente", message="entente %(version)s")
@click.pass_context
def entente(context: click.Context, data: Path | None) -> None:
    """Read the settings, which every command gets as its object."""
    context.obj = Settings.from_environment(_environment(data))


def main() -> NoReturn:
    """The console script; ends with 1 on any mistake, since 2 means that some were rejected."""
    try:
        entente.main(prog_name="entente", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(1)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(1)
    sys.exit(0)
