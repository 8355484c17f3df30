"""Limits: what one operation may ask for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one operation may ask for.

    ``page`` is the size of a page where none is given. ``fields`` and ``depth`` are counted with
    all fragments worked out, ``filter_tests`` for each ``where``.
    """

    page: int = 20
    largest_page: int = 100
    fields: int = 2000
    depth: int = 30
    filter_depth: int = 6
    filter_tests: int = 100
