"""``entente schema``: the GraphQL schema."""

import click

from graph.ontology import load_ontology
from schema.sdl import print_sdl


@click.command()
def schema() -> None:
    """Print the GraphQL schema in its definition language.

    \b
    Example:
      entente schema > schema.graphql
    """  # noqa: D301 - click reads \b as: keep these lines as they are
    click.echo(print_sdl(load_ontology()), nl=False)
