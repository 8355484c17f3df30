"""Lists of words written as text, which reads better than a list of quoted words."""


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in their order."""
    return tuple(text.split())
