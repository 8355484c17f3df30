"""The step "references": pronouns and definite phrases, resolved by what was named before.

"He" and "his" mean the person named last in the sentence, else the first of the sentence before;
"it" and "its" a nation or body in the same way. "Both countries" means the last two nations, "the
two leaders" the last two people who lead a state, "the president" the last one who holds that
office, "his country" the nation of the person, "the government" that of the article's home, "the
country" the one named last.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from graph.facts import Ref
from loaders.document import Document
from loaders.gazetteer.agent_noun import load_agent_nouns
from loaders.mentions.backdrop import Backdrop, Before
from loaders.mentions.home import home_nation
from loaders.mentions.mention import Mention
from loaders.mentions.reference import Reference
from loaders.syntax.analysis import Phrase, SentenceSyntax
from loaders.text.sentence import Sentence

Refs = tuple[Ref, ...]
Rule = Callable[[re.Match[str], Before], Refs]

_PERSONAL = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]is|[Hh]er|himself|herself)\b")
_NEUTRAL = re.compile(
    r"\b(?:[Ii]ts|itself|[Ii]t(?= (?:(?:also|never|still|now|then|later|already|\w+ly) ){0,2}"
    r"(?:is|was|has|had|will|would|could|may|might|can|does|did|should|must|\w{2,}(?:ed|s))\b))\b"
)
_PLURAL = re.compile(r"\b(?:[Tt]hey|[Tt]hem|[Tt]heir|themselves)\b")
_PAIR = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two|[Tt]heir two|[Tt]wo) "
    r"(?:countries|sides|nations|governments|neighbors|neighbours|states|capitals|allies|powers|"
    r"armies|militaries|rivals)\b"
)
_LEADERS = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two|[Tt]he) "
    r"(?:leaders|presidents|men|prime ministers|premiers|foreign ministers|ministers|"
    r"heads of state)\b|\b[Tt]he pair\b"
)
_HIS_NATION = re.compile(
    r"\b(?:[Hh]is|[Hh]er) (?:country|government|administration|nation|cabinet|regime)\b"
)
_OFFICE = re.compile(
    r"\b[Tt]he (?:U\.S\. )?(president|prime minister|premier|chancellor|foreign minister|king|emir|"
    r"secretary of state|defense minister|secretary-general|ambassador|envoy|supreme leader|pope|"
    r"minister|spokesman|spokeswoman|general|governor|judge|senator|mayor|queen|commander|chief)\b"
    r"(?! (?:of|[A-Z]))"
)
_STATE = re.compile(
    r"\b[Tt]he (?:government|authorities|regime|state)\b(?! (?:of|in|shutdown|[A-Z]))"
)
_COUNTRY = re.compile(r"\b[Tt]he (?:country|kingdom|republic|island nation)\b(?! (?:of|[A-Z]))")
_NEW_CLAUSE = re.compile(r"\b(?:where|when|who|while|after|before|and)\s$")
_OPENING = 20
"""Characters; a neutral pronoun further on means something of its own sentence."""
_INDEFINITE = frozenset(("a", "an", "another", "his", "her", "its", "their", "one"))


class RuleReferences:
    """Resolves pronouns and definite phrases."""

    name = "references"

    def __call__(self, document: Document) -> Document:
        """Add the references."""
        return replace(document, references=tuple(_Resolver(document).resolve()))


class _Resolver:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._backdrop = Backdrop(document)
        self._home = home_nation(document)
        self._rules: tuple[tuple[re.Pattern[str], Rule], ...] = (
            (_HIS_NATION, self._nation_of_person),
            (_PAIR, self._two_nations),
            (_LEADERS, self._two_leaders),
            (_OFFICE, self._office_holder),
            (_STATE, self._home_nation),
            (_COUNTRY, self._last_nation),
            (_PERSONAL, self._person),
            (_NEUTRAL, self._body),
            (_PLURAL, self._several),
        )

    def resolve(self) -> Iterator[Reference]:
        """Yield the references, in the order of the text."""
        for sentence in self._document.sentences:
            found: dict[int, Reference] = {}
            for pattern, rule in self._rules:
                for reference in self._by_rule(sentence, pattern, rule):
                    found.setdefault(reference.start, reference)
            yield from sorted(found.values(), key=lambda reference: reference.start)

    def _by_rule(
        self, sentence: Sentence, pattern: re.Pattern[str], rule: Rule
    ) -> Iterator[Reference]:
        for match in pattern.finditer(self._document.folded, sentence.start, sentence.end):
            start, end = match.span()
            refs = rule(match, self._backdrop.before(sentence, start))
            if refs:
                yield Reference(start, end, self._document.article.text[start:end], refs)

    def _person(self, match: re.Match[str], before: Before) -> Refs:
        acting = self._subjects_above(match.start())
        here = [one for one in before.here if one.ref.label == "Person" and one.ref not in acting]
        if here:
            unnamed = self._has_unnamed(here[-1].end, match.start())
            return () if unnamed else (here[-1].ref,)
        for mentions in before.earlier:
            people = [one.ref for one in mentions if one.ref.label == "Person"]
            others = [ref for ref in people if ref not in acting]
            if others:
                return (others[0],)
        return ()

    def _subjects_above(self, start: int) -> frozenset[Ref]:
        """Return the subjects of the verb that a pronoun is an object of: they mean others."""
        sentence = self._document.sentence_at(start)
        syntax = self._document.syntax[sentence.index]
        for predication in syntax.predications:
            behind = (*predication.objects, *(one.phrase for one in predication.obliques))
            if any(
                syntax.words[one.first].start == start and one.head == one.first for one in behind
            ):
                return frozenset(self._named_by(syntax, predication.subject))
        return frozenset()

    def _named_by(self, syntax: SentenceSyntax, phrases: Iterable[Phrase]) -> Iterator[Ref]:
        """Yield those whom the heads of some phrases name."""
        for phrase in phrases:
            head = syntax.words[phrase.head]
            for mention in self._document.mentions:
                if mention.covers(head.start, head.end):
                    yield mention.ref

    def _has_unnamed(self, start: int, end: int) -> bool:
        """Whether a nameless person comes between a name and a pronoun in a clause of its own.

        "Moon sent an envoy to Beijing, where he met Xi": it is the envoy who met him. In what
        somebody says the speaker is meant all the same ("told a reporter that he would").
        """
        if not _NEW_CLAUSE.search(self._document.folded, start, end):
            return False
        syntax = self._document.syntax[self._document.sentence_at(start).index]
        heads = [(syntax.words[one.first], syntax.words[one.head]) for one in syntax.phrases]
        return any(
            start <= first.start < end
            and first.lower in _INDEFINITE
            and head.lemma in load_agent_nouns()
            and head.lower == head.lemma
            and head.kind == "noun"
            for first, head in heads
        )

    def _body(self, match: re.Match[str], before: Before) -> Refs:
        """It means the last subject among the bodies named; at a start, in the sentence before."""
        sentence = self._document.sentence_at(match.start())
        opens = match.start() - sentence.body < _OPENING
        for mentions in (before.here, *(before.earlier[:1] if opens else ())):
            bodies = [one for one in mentions if _is_body(one)]
            if bodies:
                return (self._last_subject(bodies).ref,)
        return ()

    def _last_subject(self, bodies: Sequence[Mention]) -> Mention:
        """Return the last of some mentions that is the subject of a verb, else the first."""
        syntax = self._document.syntax[self._document.sentence_at(bodies[0].start).index]
        heads = [
            syntax.words[phrase.head]
            for predication in syntax.predications
            for phrase in predication.subject
        ]
        subjects = [
            one for one in bodies if any(one.covers(head.start, head.end) for head in heads)
        ]
        return subjects[-1] if subjects else bodies[0]

    def _several(self, match: re.Match[str], before: Before) -> Refs:
        """A plural pronoun means those that the nearest list joins with "and"."""
        del match
        for mentions in (before.here, *before.earlier[:1]):
            for first, second in pairwise(mentions):
                between = self._document.folded[first.end : second.start]
                joined = re.fullmatch(r",? and (?:[A-Z][\w.-]* |[a-z]+ ){0,5}", between)
                alike = first.ref.label == second.ref.label and first.ref != second.ref
                if joined and alike:
                    return (first.ref, second.ref)
        return ()

    def _two_nations(self, match: re.Match[str], before: Before) -> Refs:
        """The last two nations; beside a single one, the nation that the article names most."""
        del match
        here = self._backdrop.nations(before.here)
        most = self._backdrop.by_frequency()
        pairs = [self._backdrop.nations(mentions)[:2] for mentions in before.earlier]
        pairs = [here[:2], *pairs, most[:2]]
        if len(here) == 1:
            others = [code for code in most if code != here[0]]
            pairs = [(here[0], *others[:1])]
        chosen = next((pair for pair in pairs if len(pair) == 2), ())
        return tuple(Ref("Nation", code) for code in sorted(chosen))

    def _two_leaders(self, match: re.Match[str], before: Before) -> Refs:
        del match
        for mentions in (before.here, *before.earlier):
            people = [one.ref for one in mentions if one.ref.label == "Person"]
            leaders = tuple(dict.fromkeys(ref for ref in people if self._backdrop.leads(ref)))
            if len(leaders) > 1:
                return tuple(sorted(leaders[:2]))
        return ()

    def _office_holder(self, match: re.Match[str], before: Before) -> Refs:
        """The person named last who holds the office that the phrase names."""
        del before
        holders = self._backdrop.holders(match.group(1).lower())
        named = [
            one.ref
            for one in self._document.mentions
            if one.ref.label == "Person" and one.ref.key in holders and one.end <= match.start()
        ]
        return tuple(named[-1:])

    def _nation_of_person(self, match: re.Match[str], before: Before) -> Refs:
        person = self._person(match, before)
        code = self._backdrop.nation_of(person[0]) if person else None
        return (Ref("Nation", code),) if code else ()

    def _last_nation(self, match: re.Match[str], before: Before) -> Refs:
        """The nation named last, else the article's home."""
        for mentions in (before.here, *before.earlier[:1]):
            named = [one.ref for one in mentions if one.ref.label == "Nation"]
            if named:
                return (named[-1],)
        return self._home_nation(match, before)

    def _home_nation(self, match: re.Match[str], before: Before) -> Refs:
        """The nation that the article is at home in."""
        del match, before
        return (Ref("Nation", self._home),) if self._home else ()


def _is_body(mention: Mention) -> bool:
    if mention.ref.label == "Organization":
        return True
    plain = mention.form not in ("adjective", "demonym")
    return mention.ref.label == "Nation" and plain and not mention.place
