"""Arguments to the right of a verb: its objects and the phrases behind prepositions."""

from loaders.syntax.analysis import Oblique, Phrase
from loaders.syntax.chunk_view import CLOSERS, ChunkView

_MOST_OBJECTS = 2


def arguments_after(view: ChunkView, index: int) -> tuple[tuple[Phrase, ...], tuple[Oblique, ...]]:
    """Return the objects and the prepositional phrases of the verb at this place."""
    objects: list[Phrase] = []
    obliques: list[Oblique] = []
    position = index + 1
    while position < len(view) and not _ends(view, position):
        phrase = view.phrase(position)
        following = view.phrase(position + 1)
        if phrase and not phrase.time:
            if obliques or _opens_clause(view, position):
                break
            if len(objects) < _MOST_OBJECTS:
                objects.extend(view.coordinated(position, len(view)))
                position = _past(view, position, objects[-1])
                continue
        if view.kind(position) == "preposition" and following and not following.time:
            members = view.coordinated(position + 1, len(view))
            obliques.extend(Oblique(view.lower(position), member) for member in members)
            position = _past(view, position + 1, members[-1])
            continue
        position += 1
    return tuple(objects), tuple(obliques)


def _past(view: ChunkView, position: int, last: Phrase) -> int:
    """Return the place behind a phrase that stands at or behind this one."""
    while position < len(view) and view.chunks[position].first < last.first:
        position += 1
    return position + 1


def _ends(view: ChunkView, position: int) -> bool:
    """Whether the arguments of a verb end here."""
    if view.kind(position) in ("verb", "subordinator", "relative", "coordinator"):
        return True
    if view.lower(position) == ",":
        following = position + 1
        return view.kind(following) != "preposition" or view.kind(following + 1) == "verb"
    return view.lower(position) in CLOSERS


def _opens_clause(view: ChunkView, position: int) -> bool:
    """Whether the phrase is the subject of a clause that follows without "that"."""
    following = position + 1
    while True:
        kinds = view.kind(following), view.kind(following + 1)
        if kinds in (("preposition", "phrase"), ("coordinator", "phrase")):
            following += 2
        elif kinds[0] == "other":
            following += 1
        else:
            break
    if view.kind(following) != "verb":
        return False
    verb = view.chunks[following].verb
    return bool(verb and verb.finite and not view.is_reduced(following))
