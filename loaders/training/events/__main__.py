# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""The command: ``python -m loaders.training.events train --out RUN``, then ``export``."""

from dataclasses import replace
from pathlib import Path

import click

from loaders.training.events.export import export
from loaders.training.events.recipe import CONTINUED, Recipe
from loaders.training.events.run import Run
from loaders.training.events.sentences import FOLDERS, read_sentences
from loaders.training.events.teaching import Teachers
from loaders.training.pretrained import pretrained_folder


@click.group()
def events() -> None:
    """Train the event-type model that the package ships."""


@events.command()
@click.option("--out", type=click.Path(path_type=Path), required=True)
@click.option(
    "--sentences", type=click.Path(exists=True, path_type=Path), multiple=True, default=FOLDERS
)
@click.option("--encoder", type=click.Path(path_type=Path), help="Folder of the encoder's files.")
@click.option("--epochs", type=int, help="By default 5, after another run 2.")
@click.option("--seed", default=1, show_default=True)
@click.option(
    "--start",
    type=click.Path(exists=True, path_type=Path),
    help="An earlier run: go on from its model with the sentences that are new since.",
)
@click.option(
    "--teacher",
    "teachers",
    type=click.Path(exists=True, path_type=Path),
    multiple=True,
    help="A finished run whose answers are learned too; can be given several times.",
)
@click.option("--resume", is_flag=True, help="Continue from the checkpoint in --out.")
def train(
    out: Path,
    sentences: tuple[Path, ...],
    encoder: Path | None,
    epochs: int | None,
    seed: int,
    start: Path | None,
    teachers: tuple[Path, ...],
    resume: bool,
) -> None:
    """Train the event-type model; a few minutes on two cores."""
    recipe = replace(CONTINUED if start else Recipe(), seed=seed)
    recipe = replace(recipe, epochs=epochs or recipe.epochs)
    pretrained = encoder or pretrained_folder()
    run = Run(recipe, read_sentences(sentences), pretrained, out)
    if teachers:
        run.teachers = Teachers.load(teachers, run.types, pretrained)
    if start:
        run.start(start)
    if resume:
        run.resume()
    run.train()


@events.command("export")
@click.option("--run", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True)
@click.option("--encoder", type=click.Path(path_type=Path), help="Folder of the encoder's files.")
def export_model(run: Path, out: Path, encoder: Path | None) -> None:
    """Write the best model of a run as int8 ONNX, calibrated, with tokenizer and labels."""
    temperature = export(run, encoder or pretrained_folder(), out)
    click.echo(f"temperature {temperature}")


if __name__ == "__main__":
    events()
