"""What all commands that read articles have in common."""

import click

from graph.settings import Settings
from loaders.sources import SourceOptions, parse_field_map

SOME_REJECTED = 2
"""The exit code when some articles were rejected; 1 is for a run that stopped."""

map_option = click.option(
    "--map",
    "fields",
    default="",
    metavar="FIELD=PATH,...",
    help="Where JSON articles and tables keep the fields, such as text=body,publishedAt=meta.date.",
)


def source_options(
    settings: Settings, fields: str, *, exclude: tuple[str, ...] = ()
) -> SourceOptions:
    """How articles are read: the limits of the settings, the fields of ``--map``."""
    return SourceOptions(
        fields=parse_field_map(fields),
        max_article_bytes=settings.max_article,
        max_line_bytes=settings.max_line,
        max_expansion=settings.max_expansion,
        exclude=exclude,
    )
