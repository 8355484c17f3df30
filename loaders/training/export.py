# pyright: basic, reportMissingImports=false
# (torch is no dependency of the project: it comes with the extra "train".)
"""Export: the trained network as int8 ONNX with what the runtime needs beside it."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from loaders.training.labels import Labels
from loaders.training.network import Network
from loaders.training.run import CHECKPOINT

INPUTS = ("pieces", "shapes", "firsts")
OUTPUTS = ("classes", "tags", "arcs", "queries", "keys")
_EXACT = ("/arcs/", "/relations/")
"""Layers whose numbers stay floats: scores that are compared across a whole sentence."""


class ExportedNetwork(nn.Module):
    """The network as the runtime calls it: padding is the sub-word 0."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """Return the scores in the order of ``OUTPUTS``."""
        scores = self.network(pieces, shapes, pieces != 0, firsts)
        tags = torch.log_softmax(scores.tags, dim=-1)
        return scores.classes, tags, scores.arcs, scores.queries, scores.keys


def export(run: Path, pretrained: Path, target: Path) -> None:
    """Write the model of a run's checkpoint, its tokenizer and its labels into a folder."""
    stored = json.loads((run / "labels.json").read_text(encoding="utf-8"))
    labels = Labels(**{name: tuple(values) for name, values in stored.items()})
    network = Network(labels)
    state = torch.load(run / CHECKPOINT, weights_only=True)
    network.load_state_dict(state["network"] | state["weights"])
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as work:
        whole = Path(work) / "whole.onnx"
        _write_onnx(network, whole)
        _quantize(whole, target / "model.onnx")
    (target / "labels.json").write_text(json.dumps(asdict(labels), indent=1) + "\n")
    shutil.copyfile(pretrained / "tokenizer.json", target / "tokenizer.json")


def _write_onnx(network: Network, path: Path) -> None:
    pieces = torch.tensor([[101, 2023, 2003, 102], [101, 2023, 102, 0]])
    shapes = torch.tensor([[0, 1, 1, 0], [0, 1, 0, 0]])
    firsts = torch.tensor([[0, 1, 2], [0, 1, 0]])
    batched = {0: "sentences", 1: "pieces"}
    worded = {0: "sentences", 1: "words"}
    torch.onnx.export(
        ExportedNetwork(network).eval(),
        (pieces, shapes, firsts),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={
            "pieces": batched,
            "shapes": batched,
            "firsts": {0: "sentences", 1: "places"},
            "classes": worded,
            "tags": worded,
            "arcs": {0: "sentences", 1: "words", 2: "places"},
            "queries": worded,
            "keys": {0: "sentences", 1: "places"},
        },
        opset_version=17,
        dynamo=False,  # names every node after its layer, by which some are left unquantized
    )


def _quantize(whole: Path, target: Path) -> None:
    prepared = whole.with_name("prepared.onnx")
    quant_pre_process(str(whole), str(prepared), skip_symbolic_shape=True)
    names = [node.name for node in onnx.load(str(prepared)).graph.node]
    exact = [name for name in names if any(part in name for part in _EXACT)]
    if not exact:
        raise ValueError("No node of the exact layers was found: the names of nodes have changed.")
    quantize_dynamic(
        str(prepared),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        nodes_to_exclude=exact,
    )
