# pyright: basic, reportMissingImports=false
# (onnx is no dependency of the project: it comes with the extra "train".)
"""The graph of the exported model: word vectors read from it, and the head of openings added.

The head reads the vectors of inner layers beside the last one's, for these say more of where
sentences open. They exist in the graph for sub-words; those of words are gathered as the network
does it.
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

    def matrix(layer: str, source: str) -> str:
        product = node(
            "MatMul", [source, constant(layer, weights[f"{layer}.weight"].T.copy())], f"{layer}_x"
        )
        return node(
            "Add", [product, constant(f"{layer}_b", weights[f"{layer}.bias"])], f"{layer}_y"
        )

    # Padding and the root point at sub-word 0; they count as nothing.
    positive = node("Greater", ["firsts", constant("zero", np.array(0, np.int64))], "is_word")
    mask = node("Cast", [positive], "mask", to=TensorProto.FLOAT)
    mask = node("Unsqueeze", [mask, constant("last", np.array([-1], np.int64))], "mask_column")
    inner = node("Relu", [matrix("inner", _VECTORS)], "inner_relu")
    inner = node("Mul", [inner, mask], "inner_words")
    turned = node("Transpose", [inner], "turned", perm=[0, 2, 1])
    width = weights["around.weight"].shape[2]
    around = node(
        "Conv",
        [
            turned,
            constant("around", weights["around.weight"]),
            constant("around_b", weights["around.bias"]),
        ],
        "around_y",
        kernel_shape=[width],
        pads=[width // 2, width // 2],
    )
    around = node("Relu", [around], "around_relu")
    back = node("Transpose", [around], "back", perm=[0, 2, 1])
    scores = node("Squeeze", [matrix("outer", back), f"{_PREFIX}last"], "scores")
    one, end, axis = (
        constant(name, np.array([value], np.int64))
        for name, value in (("first_word", 1), ("end", 2**31), ("words", 1))
    )
    node("Slice", [scores, one, end, axis], OUTPUT)
    model.graph.output.append(
        helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["sentences", "words"])
    )
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


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
    gathers = [node for node in model.graph.node if node.op_type == "GatherElements"]
    if len(gathers) != 1:
        raise ValueError(
            f"The model gathers vectors {len(gathers)} times, not once: it was not written by "
            "`python -m loaders.training export`, or the network has changed."
        )
    (gather,) = gathers
    names = [f"{_PREFIX}layer{layer}" for layer in LAYERS]
    for layer, name in zip(LAYERS, names, strict=True):
        states = f"/network/encoder/layers.{layer}/outer_norm/LayerNormalization_output_0"
        model.graph.node.append(
            helper.make_node("GatherElements", [states, gather.input[1]], [name], name, axis=1)
        )
    model.graph.node.append(helper.make_node("Concat", names, [_VECTORS], _VECTORS, axis=2))
