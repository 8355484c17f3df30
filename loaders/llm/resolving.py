"""Resolving: which entity of the document a name of an answer means."""

from collections.abc import Iterable, Iterator

from graph.facts import EntityLabel, Place, Ref
from loaders.document import Document
from loaders.gazetteer.agent_noun import load_agent_nouns
from loaders.gazetteer.lexicon import load_nation_index
from loaders.gazetteer.nation import load_nations
from loaders.llm.wording import bare
from loaders.organizations.vocabulary import STATE_ITSELF
from loaders.people.identity import Profile
from loaders.text.folding import fold
from loaders.text.slug import slug

_POSSESSIVE = ("'s", "'")


class Resolving:
    """Looks up names among the entities of one document, by their mentions and their other names.

    Only what the document names is found: a model may know more than the article says.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._nations = frozenset(one.code for one in document.nations)
        self._known: dict[tuple[EntityLabel, str], str] = {}
        for label, key, form in _forms(document):
            self._known.setdefault((label, _plain(form)), key)

    def participant(self, name: str) -> Ref | None:
        """Return the person, organization or nation that a name means."""
        for label in ("Person", "Organization"):
            key = self._known.get((label, _plain(name)))
            if key:
                return Ref(label, key)
        code = self.nation(name)
        return Ref("Nation", code) if code else self._person(name)

    def nation(self, name: str) -> str | None:
        """Return the code of the nation that a name, or a code, means."""
        if name in self._nations:
            return name
        return self._known.get(("Nation", _plain(name))) or self._state(name)

    def agreement(self, name: str) -> str | None:
        """Return the id of the agreement that a name means."""
        return self._known.get(("Agreement", _plain(name)))

    def place(self, name: str) -> Place | None:
        """Return the place of a name that the document has, with the nation that it lies in."""
        at = self._document.folded.find(fold(name)) if name else -1
        if at < 0:
            return None
        text = self._document.article.text[at : at + len(name)]
        cities = (one.nation for one in self._document.places if one.text == text)
        return Place(text, next(cities, None) or self.nation(name))

    def _person(self, name: str) -> Ref | None:
        """Return the one person that a shorter or longer name can be of."""
        words = tuple(fold(name).split())
        found = [
            Ref("Person", one.id)
            for one in self._document.persons
            if words and Profile(tuple(fold(one.name).split()), [], one.nation).takes(words)
        ]
        return found[0] if len(found) == 1 else None

    def _state(self, name: str) -> str | None:
        """Return the nation of "Chinese government", "Turkish troops", or of its other names."""
        folded = fold(name)
        matches = [
            one for one in load_nation_index().find(folded) if one.entries[0].kind == "nation"
        ]
        if len(matches) != 1 or matches[0].entries[0].key not in self._nations:
            return None
        outside = f"{folded[: matches[0].start]} {folded[matches[0].end :]}".split()
        rest = [word for word in outside if word.lower() not in ("the", "of", *_POSSESSIVE)]
        return matches[0].entries[0].key if all(map(_acts_as_state, rest)) else None


def _acts_as_state(word: str) -> bool:
    lemmas = (word.lower(), word.lower().removesuffix("s"))
    return word.title() in STATE_ITSELF or any(one in load_agent_nouns() for one in lemmas)


def _plain(name: str) -> str:
    return slug(bare(name))


def _forms(document: Document) -> Iterator[tuple[EntityLabel, str, str]]:
    """Yield all names of the entities, those of the text first."""
    for mention in document.mentions:
        yield mention.ref.label, mention.ref.key, mention.text
    for person in document.persons:
        yield from _named("Person", person.id, (person.name, *person.aliases))
    for body in document.organizations:
        yield from _named("Organization", body.id, (body.name, *body.aliases))
    for agreement in document.agreements:
        yield from _named("Agreement", agreement.id, (agreement.name, *agreement.aliases))
    for nation in document.nations:
        row = load_nations()[nation.code]
        yield from _named("Nation", nation.code, (row.name, row.official_name, *row.abbreviations))


def _named(
    label: EntityLabel, key: str, names: Iterable[str]
) -> Iterator[tuple[EntityLabel, str, str]]:
    for name in filter(None, names):
        yield label, key, name
