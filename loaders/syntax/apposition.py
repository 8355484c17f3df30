"""Appositions: phrases set off by a comma that mean the same as the phrase beside them."""

from collections.abc import Iterator

from loaders.syntax.analysis import Phrase, SentenceSyntax


def name_behind(syntax: SentenceSyntax, phrase: Phrase) -> Phrase | None:
    """Return the name that a comma sets behind a phrase: "its envoy in Oslo, Anna Roy"."""
    trailing = syntax.trailing(phrase)
    comma = trailing[-1].phrase.last if trailing else phrase.last
    if not _is_comma(syntax, comma):
        return None
    following = next((one for one in syntax.phrases if one.first == comma + 1), None)
    if following is None or syntax.words[following.head].kind != "name":
        return None
    return following


def descriptions(syntax: SentenceSyntax, start: int, end: int) -> Iterator[Phrase]:
    """Yield the phrases that say who bears the name in a stretch of text.

    That is the one that holds the name ("his aide Anna Roy"), the one before it that ends at a
    comma ("his aide, Anna Roy"), and the one behind it ("Anna Roy, his aide").
    """
    own = syntax.phrase_over(start, end)
    if own is None:
        return
    if syntax.words[own.first].start < start:
        yield own
    yield from (one for one in syntax.phrases if name_behind(syntax, one) == own)
    if _is_comma(syntax, own.last):
        yield from (one for one in syntax.phrases if one.first == own.last + 1)


def _is_comma(syntax: SentenceSyntax, index: int) -> bool:
    return index < len(syntax.words) and syntax.words[index].text == ","
