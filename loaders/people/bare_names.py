"""Bare names: surnames and other short forms of people who are named in full elsewhere."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from loaders.document import Document
from loaders.gazetteer.word_list import word_list
from loaders.mentions.name_span import NameSpan
from loaders.people.identity import Profile, owner
from loaders.people.name_reading import is_name_word


def bare_names(
    document: Document, profiles: Sequence[Profile], taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[NameSpan, Profile]]:
    """Yield the short names outside the stretches already taken, with whom they mean."""
    forms = _forms(profiles)
    tokens = document.tokens
    closed = _tokens_in([token.start for token in tokens], taken)
    index = 0
    while index < len(tokens):
        words = _longest(document, forms, index, closed)
        if words and _stands_apart(document, index, index + len(words), closed):
            profile = owner(words, profiles)
            if profile:
                start, end = tokens[index].start, tokens[index + len(words) - 1].end
                yield NameSpan(start, end, " ".join(words), "PER"), profile
        index += max(1, len(words))


def _tokens_in(starts: list[int], spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    return frozenset(
        index
        for start, end in spans
        for index in range(bisect_left(starts, start), bisect_left(starts, end))
    )


def _forms(profiles: Sequence[Profile]) -> dict[str, list[tuple[str, ...]]]:
    """Return the short and full forms of all names by their first word, the longest first."""
    forms: dict[str, list[tuple[str, ...]]] = {}
    for profile in profiles:
        single = [(form,) for form in profile.short_forms()]
        for words in (profile.words, *profile.long_forms(), *single):
            if words[0] not in word_list("no_names"):
                forms.setdefault(words[0], []).append(words)
    for found in forms.values():
        found.sort(key=len, reverse=True)
    return forms


def _longest(
    document: Document,
    forms: dict[str, list[tuple[str, ...]]],
    index: int,
    closed: frozenset[int],
) -> tuple[str, ...]:
    for words in forms.get(document.tokens[index].text, ()):
        end = index + len(words)
        texts = tuple(token.text for token in document.tokens[index:end])
        if texts == words and not any(number in closed for number in range(index, end)):
            return words
    return ()


def _stands_apart(document: Document, first: int, last: int, closed: frozenset[int]) -> bool:
    """Whether no other name word stands right beside, as in "Melania Trump" or "Moon Village"."""
    tokens = document.tokens
    headline = document.sentence_at(tokens[first].start).kind == "headline"
    if headline:
        return True
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    if before and first - 1 not in closed and tokens[first].start - before.end == 1:
        titled = (
            before.lower in word_list("human_nouns")
            or before.text in word_list("no_names")
            or "." in before.text
        )
        opens = first < 2 or not tokens[first - 2].text[0].isalnum()
        if (
            is_name_word(before)
            and not titled
            and not (opens and before.lower.islower() and first == 1)
        ):
            return False
    if after and last not in closed and after.start - tokens[last - 1].end == 1:
        return not (is_name_word(after) or after.text in word_list("no_person_words"))
    return True
