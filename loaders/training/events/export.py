# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""Export: the best network of a run as int8 ONNX, calibrated, with its tokenizer and labels."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from loaders.event_types.labels import TypeLabels
from loaders.event_types.model import EventTypeModel
from loaders.training.events.calibration import best_temperature
from loaders.training.events.network import EventNetwork
from loaders.training.events.teaching import BEST, published

INPUTS = ("pieces", "roles", "places")


def export(run: Path, pretrained: Path, target: Path) -> float:
    """Write the best model of a run into a folder and return its temperature."""
    state = torch.load(run / BEST, weights_only=True)
    network = published(state, pretrained)
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as work:
        whole = Path(work) / "whole.onnx"
        _write_onnx(network, whole)
        _quantize(whole, target / "model.onnx")
    shutil.copyfile(pretrained / "tokenizer.json", target / "tokenizer.json")
    labels = TypeLabels(tuple(state["types"]))
    labels.save(target / "labels.json")
    # What is shipped is what is calibrated: the int8 model.
    scores = EventTypeModel.load(target).scores([row[:3] for row in state["held"]])
    right = [labels.types.index(row[3]) for row in state["held"]]
    temperature = best_temperature(scores, right)
    TypeLabels(labels.types, temperature).save(target / "labels.json")
    return temperature


def _write_onnx(network: EventNetwork, path: Path) -> None:
    pieces = torch.tensor(
        [[101, 1, 2023, 2, 2003, 3, 2023, 4, 102], [101, 1, 2023, 2, 102, 0, 0, 0, 0]]
    )
    roles = torch.tensor([[0, 3, 1, 4, 0, 5, 2, 6, 0], [0, 3, 1, 4, 0, 0, 0, 0, 0]])
    places = torch.tensor([[1, 5], [1, 0]])
    batched = {0: "pairs", 1: "pieces"}
    torch.onnx.export(
        network,
        (pieces, roles, places),
        str(path),
        input_names=list(INPUTS),
        output_names=["scores"],
        dynamic_axes={
            "pieces": batched,
            "roles": batched,
            "places": {0: "pairs"},
            "scores": {0: "pairs"},
        },
        opset_version=17,
        dynamo=False,  # as for the language model
    )


def _quantize(whole: Path, target: Path) -> None:
    prepared = whole.with_name("prepared.onnx")
    quant_pre_process(str(whole), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
    )
