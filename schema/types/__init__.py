"""Strawberry types, generated from the catalog."""
