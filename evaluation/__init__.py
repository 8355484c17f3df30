"""Scores of what the loaders extract, on labelled documents that are not part of the project."""
