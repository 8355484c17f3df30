"""The hash by which the same text is recognized."""

import hashlib


def text_hash(text: str) -> str:
    """SHA-256 of a text, in hexadecimal; how its words are spaced does not count."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()
