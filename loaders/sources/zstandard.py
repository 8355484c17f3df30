"""Zstandard, from the standard library where that has it (Python 3.14) and else its backport."""

import sys

if sys.version_info >= (3, 14):
    from compression.zstd import (
        CompressionParameter,
        DecompressionParameter,
        ZstdError,
        ZstdFile,
        compress,
    )
else:
    from backports.zstd import (
        CompressionParameter,
        DecompressionParameter,
        ZstdError,
        ZstdFile,
        compress,
    )

__all__ = ["CompressionParameter", "DecompressionParameter", "ZstdError", "ZstdFile", "compress"]
