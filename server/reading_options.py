"""What all commands that read articles have in common."""

import click

from loaders.nlp import CHOICES

SOME_REJECTED = 2
"""The exit code when some articles were rejected; 1 is for a run that stopped."""

map_option = click.option(
    "--map",
    "fields",
    default="",
    metavar="FIELD=PATH,...",
    help="Where JSON articles keep their fields, such as text=body,publishedAt=meta.date.",
)

nlp_option = click.option(
    "--nlp",
    default="model",
    show_default=True,
    metavar=CHOICES,
    help="What reads language: the shipped model, or a pipeline of spaCy.",
)
