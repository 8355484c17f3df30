"""Garbage: how often a load lets Python look for what nothing leads to any more but itself."""

import gc
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

ALLOCATED: Final = 20_000
"""Objects more than before after which it looks: by default 700, and then a third of all the time
that the lane takes goes into looking through drafts, rows and states, of which none are garbage."""


@contextmanager
def seldom_collected() -> Generator[None]:
    """Let Python look for garbage seldom, and never at what was there before."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(ALLOCATED, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
