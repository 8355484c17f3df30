# pyright: basic, reportMissingImports=false
# (onnx is no dependency of the project: it comes with the extra "train".)
"""The graph of the exported model: word vectors read from it, and the head of openings added.

The head reads the vectors of inner layers beside the last one's, for these say more of where
sentences open. They exist in the graph for sub-words, of which each word's first is read.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from loaders.language.batches import batches_by_length
from loaders.language.subwords import SubwordReader

LAYERS = (2, 3, 5)
"""The layers whose vectors are read, counted from nought; the encoder has six."""

OUTPUT = "openings"
_PREFIX = "/openings/"
_VECTORS = f"{_PREFIX}vectors"


def word_vectors(folder: Path, sentences: Sequence[Sequence[str]]) -> list[NDArray[np.float16]]:
    """Return the vectors of the words of each sentence, by the model in a folder."""
    model = _bare(folder / "model.onnx")
    _gather(model)
    del model.graph.output[:]
    model.graph.output.append(helper.make_tensor_value_info(_VECTORS, TensorProto.FLOAT, None))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    reader = SubwordReader.load(folder / "tokenizer.json")
    found = [np.zeros((0, 0), np.float16)] * len(sentences)
    for batch in batches_by_length([reader.read(words) for words in sentences]):
        (vectors,) = cast("list[NDArray[np.float32]]", session.run(None, batch.arrays))
        for row, (number, length) in enumerate(zip(batch.numbers, batch.lengths, strict=True)):
            found[number] = vectors[row, 1 : length + 1].astype(np.float16)
    return found


def add_head(path: Path, weights: Mapping[str, NDArray[np.float32]]) -> None:
    """Add the head to the model of a file, in the place of one that it has.

    ``weights`` are those of ``OpeningNetwork``: "inner.weight" and so on.
    """
    model = _bare(path)
    _gather(model)
    nodes, initializers = model.graph.node, model.graph.initializer

    def node(kind: str, inputs: list[str], output: str, **attributes: object) -> str:
        name = output if output == OUTPUT else f"{_PREFIX}{output}"
        nodes.append(helper.make_node(kind, inputs, [name], f"{_PREFIX}{output}", **attributes))
        return name

    def constant(name: str, value: NDArray[np.generic]) -> str:
        initializers.append(numpy_helper.from_array(value, f"{_PREFIX}{name}"))
        return f"{_PREFIX}{name}"

    # As in the rest of the network, the large products are of whole numbers.
    def whole(layer: str, source: str) -> str:
        names = [f"{_PREFIX}{layer}_{part}" for part in ("values", "scale", "zero")]
        nodes.append(helper.make_node("DynamicQuantizeLinear", [source], names, names[0]))
        return names[0]

    def product(layer: str, source: str, weight: NDArray[np.float32]) -> str:
        numbers, scale = _whole(weight)
        zero, by = f"{_PREFIX}{layer}_zero", f"{_PREFIX}{layer}_scale"
        found = node("MatMulInteger", [source, constant(layer, numbers), zero], f"{layer}_q")
        found = node("Cast", [found], f"{layer}_cast", to=TensorProto.FLOAT)
        by = node("Mul", [by, constant(f"{layer}_scales", scale)], f"{layer}_by")
        found = node("Mul", [found, by], f"{layer}_x")
        found = node("Add", [found, constant(f"{layer}_b", weights[f"{layer}.bias"])], f"{layer}_y")
        return node("Relu", [found], f"{layer}_relu")

    inner = product("inner", whole("inner", _VECTORS), weights["inner.weight"].T)
    # Padding and the root point at sub-word 0; they count as nothing.
    positive = node("Greater", ["firsts", constant("zero", np.array(0, np.int64))], "is_word")
    mask = node("Cast", [positive], "mask", to=TensorProto.FLOAT)
    mask = node("Unsqueeze", [mask, f"{_PREFIX}last"], "mask_column")
    inner = node("Mul", [inner, mask], "inner_words")
    # A convolution over words: each beside its neighbors, which is far faster than ``Conv``. None
    # is below nought, so that the whole number of nought is 0, too.
    reach = weights["around.weight"].shape[2]
    edge = constant("edge", np.array([0, reach // 2, 0, 0, reach // 2, 0], np.int64))
    nought = constant("nought", np.array(0, np.uint8))
    padded = node("Pad", [whole("around", inner), edge, nought], "padded")
    axis = constant("words", np.array([1], np.int64))
    beside: list[str] = []
    for place in range(reach):
        first = constant(f"first{place}", np.array([place], np.int64))
        last = constant(f"last{place}", np.array([place - reach + 1 or 2**31], np.int64))
        beside.append(node("Slice", [padded, first, last, axis], f"beside{place}"))
    around = node("Concat", beside, "around_all", axis=2)
    matrix = weights["around.weight"].transpose(2, 1, 0).reshape(-1, weights["around.bias"].size)
    back = product("around", around, matrix)
    outer = node("MatMul", [back, constant("outer", weights["outer.weight"].T.copy())], "outer_x")
    outer = node("Add", [outer, constant("outer_b", weights["outer.bias"])], "outer_y")
    scores = node("Squeeze", [outer, f"{_PREFIX}last"], "scores")
    one = constant("first_word", np.array([1], np.int64))
    end = constant("end", np.array([2**31], np.int64))
    node("Slice", [scores, one, end, axis], OUTPUT)
    model.graph.output.append(
        helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["sentences", "words"])
    )
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def _whole(weight: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return a matrix as whole numbers of 7 bits, as `export` has them, and each column's scale."""
    scale = np.abs(weight).max(axis=0) / 63
    return np.rint(weight / scale).astype(np.int8), scale.astype(np.float32)


def _bare(path: Path) -> onnx.ModelProto:
    """Return the model of a file without a head of openings."""
    model = onnx.load(str(path))
    for part in (model.graph.node, model.graph.initializer, model.graph.output):
        kept = [one for one in part if one.name != OUTPUT and not one.name.startswith(_PREFIX)]
        del part[:]
        part.extend(kept)
    return model


def _gather(model: onnx.ModelProto) -> None:
    """Add the vectors of the words, those of all layers beside each other."""
    last = f"{_PREFIX}last"
    model.graph.initializer.append(numpy_helper.from_array(np.array([-1], np.int64), last))
    places = f"{_PREFIX}places"
    names = [f"{_PREFIX}layer{layer}" for layer in LAYERS]
    model.graph.node.append(helper.make_node("Unsqueeze", ["firsts", last], [places], places))
    for layer, name in zip(LAYERS, names, strict=True):
        states = f"/network/encoder/layers.{layer}/outer_norm/LayerNormalization_output_0"
        if not any(states in node.output for node in model.graph.node):
            raise ValueError(
                f"The model has no vectors {states}: it was not written by "
                "`python -m loaders.training export`, or the network has changed."
            )
        # Whole rows are copied, which GatherElements would do number by number.
        model.graph.node.append(
            helper.make_node("GatherND", [states, places], [name], name, batch_dims=1)
        )
    model.graph.node.append(helper.make_node("Concat", names, [_VECTORS], _VECTORS, axis=2))
