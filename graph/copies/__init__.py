"""Copies: the same report under another URL, with small edits or syndicated by an agency.

Articles whose wording is nearly the same belong together, and so do those that are joined by a
chain of such articles. The one published first is the original, the others are its copies. Which
articles belong together depends on their texts alone, so the order of loading does not matter.
"""
