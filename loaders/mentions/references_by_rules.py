"""The step "references": pronouns and definite phrases, resolved by what was named before.

"He" and "his" mean the person named last in the sentence, else the first of the sentence before;
"it" and "its" a nation or body in the same way. "Both countries" means the last two nations, "the
two leaders" the last two people who lead a state, "the president" the last one who holds that
office, "his country" the nation of the person.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.facts import Ref
from loaders.document import Document
from loaders.mentions.mention import Mention
from loaders.mentions.participants import load_agent_nouns
from loaders.mentions.reference import Reference
from loaders.text.sentence import Sentence

_REACH = 2
"""Sentences that a pronoun reaches back."""

_PERSONAL = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]is|[Hh]er|himself|herself)\b")
_NEUTRAL = re.compile(
    r"\b(?:[Ii]ts|itself|[Ii]t(?= (?:also |never |still |now )?(?:is|was|has|had|will|would|could|may|might|"
    r"can|does|did|should|must|\w{2,}(?:ed|s))\b))\b"
)
_PLURAL = re.compile(r"\b(?:[Tt]hey|[Tt]hem|[Tt]heir|themselves)\b")
_PAIR = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two|[Tt]heir two|[Tt]wo) (?:countries|sides|nations|governments|neighbors|"
    r"neighbours|states|capitals|allies|powers|armies|militaries|Koreas|rivals)\b"
)
_LEADERS = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two|[Tt]he) (?:leaders|presidents|men|prime ministers|premiers|foreign ministers|"
    r"ministers|heads of state)\b|\b[Tt]he pair\b"
)
_HIS_NATION = re.compile(
    r"\b(?:[Hh]is|[Hh]er) (?:country|government|administration|nation|cabinet|regime)\b"
)
_OFFICE = re.compile(
    r"\b[Tt]he (?:U\.S\. )?(president|prime minister|premier|chancellor|foreign minister|king|emir|"
    r"secretary of state|defense minister|secretary-general|ambassador|envoy|supreme leader|pope)\b"
    r"(?! (?:of|[A-Z]))"
)


_NEW_CLAUSE = re.compile(r"\b(?:where|when|who|while|after|before|and)\s$")
_INDEFINITE = frozenset("a an another his her its their one".split())


@dataclass(frozen=True, slots=True)
class _Scene:
    """What was named before a place in the text, the nearest sentence first."""

    here: tuple[Mention, ...]
    earlier: tuple[tuple[Mention, ...], ...]


class RuleReferences:
    """Resolves pronouns and definite phrases."""

    name = "references"

    def __call__(self, document: Document) -> Document:
        """Add the references."""
        return replace(document, references=tuple(_Resolver(document).resolve()))


class _Resolver:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._by_sentence: dict[int, list[Mention]] = {}
        agreements = [one for one in document.mentions if one.ref.label == "Agreement"]
        for mention in document.mentions:
            inside = any(one.covers(mention.start, mention.end) for one in agreements)
            if not inside:
                index = document.sentence_at(mention.start).index
                self._by_sentence.setdefault(index, []).append(mention)
        self._nation_of = {person.id: person.nation for person in document.persons}
        self._leaders = {
            person.id for person in document.persons if any(_leads(one.title) for one in person.offices)
        }

    def resolve(self) -> Iterator[Reference]:
        """Yield the references, in the order of the text."""
        for sentence in self._document.sentences:
            found: dict[int, Reference] = {}
            for pattern, rule in (
                (_HIS_NATION, self._nation_of_person),
                (_PAIR, self._two_nations),
                (_LEADERS, self._two_leaders),
                (_OFFICE, self._office_holder),
                (_PERSONAL, self._person),
                (_NEUTRAL, self._body),
                (_PLURAL, self._several),
            ):
                for match in pattern.finditer(
                    self._document.folded, sentence.start, sentence.end
                ):
                    refs = rule(match, self._scene(sentence, match.start()))
                    if refs and match.start() not in found:
                        text = self._document.article.text[match.start() : match.end()]
                        found[match.start()] = Reference(match.start(), match.end(), text, refs)
            yield from sorted(found.values(), key=lambda reference: reference.start)

    def _scene(self, sentence: Sentence, offset: int) -> _Scene:
        here = [one for one in self._by_sentence.get(sentence.index, ()) if one.end <= offset]
        earlier = [
            tuple(self._by_sentence.get(index, ()))
            for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _REACH), -1)
            if self._document.sentences[index].kind == "body"
        ]
        return _Scene(tuple(here), tuple(earlier))

    def _person(self, match: re.Match[str], scene: _Scene) -> tuple[Ref, ...]:
        here = [one for one in scene.here if one.ref.label == "Person"]
        if match.group() == "him":
            here = [one for one in here if one.ref != here[-1].ref]
        if here:
            unnamed = self._has_unnamed(here[-1].end, match.start())
            return () if unnamed else (here[-1].ref,)
        for mentions in scene.earlier:
            people = [one.ref for one in mentions if one.ref.label == "Person"]
            if people:
                return (people[0],)
        return ()

    def _has_unnamed(self, start: int, end: int) -> bool:
        """Whether a nameless person comes between a name and a pronoun in a clause of its own.

        "Moon sent an envoy to Beijing, where he met Xi": it is the envoy who met him. In what
        somebody says the speaker is meant all the same ("told a reporter that he would").
        """
        sentence = self._document.sentence_at(start)
        if not _NEW_CLAUSE.search(self._document.folded, start, end):
            return False
        syntax = self._document.syntax[sentence.index]
        heads = [(syntax.words[one.first], syntax.words[one.head]) for one in syntax.phrases]
        return any(
            start <= first.start < end
            and first.lower in _INDEFINITE
            and head.lemma in load_agent_nouns()
            and head.lower == head.lemma
            and head.kind == "noun"
            for first, head in heads
        )

    def _body(self, match: re.Match[str], scene: _Scene) -> tuple[Ref, ...]:
        del match
        here = [one.ref for one in scene.here if _is_body(one)]
        if here:
            return (here[0],)
        for mentions in scene.earlier[:1]:
            bodies = [one.ref for one in mentions if _is_body(one)]
            if bodies:
                return (bodies[0],)
        return ()

    def _several(self, match: re.Match[str], scene: _Scene) -> tuple[Ref, ...]:
        """A plural pronoun means those that the nearest list joins with "and"."""
        del match
        for mentions in (scene.here, *scene.earlier[:1]):
            for first, second in zip(mentions, mentions[1:], strict=False):
                between = self._document.folded[first.end : second.start]
                joined = re.fullmatch(r",? and (?:[A-Z][\w.-]* |[a-z]+ ){0,5}", between)
                if joined and first.ref.label == second.ref.label and first.ref != second.ref:
                    return (first.ref, second.ref)
        return ()

    def _two_nations(self, match: re.Match[str], scene: _Scene) -> tuple[Ref, ...]:
        """The last two nations, people counting for theirs; else the two named most."""
        del match
        here = self._nations(scene.here)
        if len(here) == 1:
            others = [code for code in self._by_frequency() if code != here[0]]
            pairs = [[here[0], *others[:1]]]
        else:
            earlier = [self._nations(mentions) for mentions in scene.earlier]
            pairs = [codes[:2] for codes in (here, *earlier, list(self._by_frequency()))]
        chosen = next((pair for pair in pairs if len(pair) == 2), [])
        return tuple(Ref("Nation", code) for code in sorted(chosen))

    def _by_frequency(self) -> tuple[str, ...]:
        """Return the nations of the article, the one named most first."""
        named = [one for one in self._document.mentions if one.ref.label == "Nation"]
        counts = Counter(one.ref.key for one in named if not one.place)
        return tuple(sorted(counts, key=lambda code: (-counts[code], code)))

    def _nations(self, mentions: Sequence[Mention]) -> list[str]:
        codes: list[str] = []
        for mention in mentions:
            code = mention.ref.key if mention.ref.label == "Nation" else None
            if mention.ref.label == "Person":
                code = self._nation_of.get(mention.ref.key)
            if code and not mention.place and code not in codes:
                codes.append(code)
        return codes

    def _two_leaders(self, match: re.Match[str], scene: _Scene) -> tuple[Ref, ...]:
        del match
        for mentions in (scene.here, *scene.earlier):
            people = dict.fromkeys(
                one.ref for one in mentions if one.ref.label == "Person" and one.ref.key in self._leaders
            )
            if len(people) >= 2:
                return tuple(sorted(tuple(people)[:2]))
        return ()

    def _office_holder(self, match: re.Match[str], scene: _Scene) -> tuple[Ref, ...]:
        """The person named last who holds the office that the phrase names."""
        del scene
        title = match.group(1).lower()
        holders = {
            person.id
            for person in self._document.persons
            if any(office.title.lower() == title for office in person.offices)
        }
        before = [
            one.ref
            for one in self._document.mentions
            if one.ref.label == "Person" and one.ref.key in holders and one.end <= match.start()
        ]
        return before[-1:] and (before[-1],)

    def _nation_of_person(self, match: re.Match[str], scene: _Scene) -> tuple[Ref, ...]:
        person = self._person(match, scene)
        code = self._nation_of.get(person[0].key) if person else None
        return (Ref("Nation", code),) if code else ()


def _is_body(mention: Mention) -> bool:
    if mention.ref.label == "Organization":
        return True
    plain = mention.form not in ("adjective", "demonym")
    return mention.ref.label == "Nation" and plain and not mention.place


def _leads(title: str) -> bool:
    words = title.lower()
    return any(word in words for word in ("president", "prime minister", "leader", "chancellor", "king"))
