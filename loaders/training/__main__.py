# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""The command: ``python -m loaders.training syntax --corpora DIR --out DIR [--resume]``."""

from pathlib import Path

import click

from loaders.training.labels import Labels
from loaders.training.pools import read_pools
from loaders.training.pretrained import pretrained_folder
from loaders.training.run import Recipe, Run


@click.group()
def training() -> None:
    """Train the models that the package ships."""


@training.command()
@click.option("--corpora", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True)
@click.option("--encoder", type=click.Path(path_type=Path), help="Folder of the encoder's files.")
@click.option("--steps", default=Recipe().steps, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--minutes", default=0.0, help="End after this time instead of after --steps.")
@click.option("--resume", is_flag=True, help="Continue from the checkpoint in --out.")
def syntax(
    corpora: Path,
    out: Path,
    encoder: Path | None,
    steps: int,
    seed: int,
    minutes: float,
    resume: bool,
) -> None:
    """Train word classes, syntax and entities; about an hour on two cores."""
    pools = read_pools(corpora)
    labels = Labels.of(pools[0].examples)
    recipe = Recipe(steps=steps, seed=seed, minutes=minutes)
    run = Run(recipe, pools, labels, encoder or pretrained_folder(), out)
    if resume:
        run.resume()
    run.train()


@training.command("export")
@click.option("--run", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True)
@click.option("--encoder", type=click.Path(path_type=Path), help="Folder of the encoder's files.")
def export_model(run: Path, out: Path, encoder: Path | None) -> None:
    """Write the model of a run's checkpoint as int8 ONNX, with tokenizer and labels."""
    from loaders.training.export import export

    export(run, encoder or pretrained_folder(), out)


@training.command()
@click.option("--corpora", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--model", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--seed", default=1, show_default=True)
def ends(corpora: Path, model: Path, seed: int) -> None:
    """Train which words open another sentence, and add that to the model in a folder."""
    from loaders.training.openings import OpeningRecipe, train_openings

    train_openings(corpora, model, OpeningRecipe(seed=seed))


if __name__ == "__main__":
    training()
