"""Limits: what one operation may ask for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one operation may ask for.

    ``page`` is the size of a page where none is given. ``tokens`` are those of the whole document;
    ``depth``, ``aliases``, ``root_fields`` and ``fields`` are counted with all fragments worked
    out; ``merges`` are pairs of selections under one response key, or of fragments in one place:
    validation compares them.
    ``cost`` is in points, as ``price.py`` counts them; ``filter_tests`` are those of one ``where``.
    """

    page: int = 20
    largest_page: int = 100
    tokens: int = 5000
    depth: int = 30
    aliases: int = 200
    root_fields: int = 50
    fields: int = 2000
    merges: int = 10_000
    cost: int = 50_000
    filter_depth: int = 6
    filter_tests: int = 100
