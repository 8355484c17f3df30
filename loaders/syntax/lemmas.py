"""Lemmas: verbs by the table of forms, nouns by their ending."""

from loaders.syntax.verb_forms import guess_lemma, load_verb_forms

_AUXILIARIES = {
    **dict.fromkeys(("is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"), "be"),
    **dict.fromkeys(("has", "had", "having", "'ve", "'d"), "have"),
    **dict.fromkeys(("does", "did", "done", "doing"), "do"),
}
"""Forms of the auxiliaries, the short ones among them."""


def verb_lemma(lower: str) -> str:
    """Return the lemma of a verb; an unknown one is judged by its ending."""
    if lower in _AUXILIARIES:
        return _AUXILIARIES[lower]
    readings = load_verb_forms().get(lower)
    if readings:
        return next(iter(readings.values()))
    if len(lower) > len("using") and lower.endswith(("ing", "ed")):
        return guess_lemma(lower)
    return noun_lemma(lower)


def noun_lemma(lower: str) -> str:
    """Return the likely singular of a noun."""
    if lower.endswith("ies") and len(lower) > len("ties"):
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zes")):
        return lower[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > len("gas"):
        return lower[:-1]
    return lower
