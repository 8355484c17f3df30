"""Finders: what has to be found by several statements before the one that answers can run."""
