"""The days before and after all others, for what is bounded on one side only."""

BEGINNING, END = "", "9999-12-31"
"""ISO 8601 text sorts as its days do; nothing sorts before the empty one."""
