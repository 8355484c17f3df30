"""The step "references": pronouns and definite phrases, resolved by what was said before.

"He" and "his" mean the subject of the clause above, else the person named last; "it" and "its" a
nation or body in the same way; "they" those that a list joins, or people in the plural. "Both
countries" means the last two nations, "the two leaders" the last two people who lead a state, "the
president" the last one who holds that office, "his country" the nation of the person, "the
government" that of the article's home, "the country" the one named last, "the company" the last
one named, "the rebels" the armed group of the article. In quotation marks "we" means the nation of
the one who speaks, and "they" another.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from loaders.document import Document
from loaders.gazetteer.body_noun import load_body_nouns
from loaders.references.definite import DefinitePhrases
from loaders.references.discourse import Before, Discourse, Refs
from loaders.references.people import People
from loaders.references.pronouns import Pronouns
from loaders.references.reference import Reference
from loaders.references.sides import TwoSides
from loaders.references.speakers import Speakers
from loaders.text.sentence import Sentence

Rule = Callable[[re.Match[str], Before], Refs]

_PERSONAL = re.compile(r"\b(?:he|she|him|his|her|himself|herself)\b", re.IGNORECASE)
_NEUTRAL = re.compile(
    r"\b(?:[Ii]ts|itself|[Ii]t(?= (?:(?:also|never|still|now|then|later|already|\w+ly) ){0,2}"
    r"(?:is|was|has|had|will|would|could|may|might|can|does|did|should|must|\w{2,}(?:ed|s))\b))\b"
)
_PLURAL = re.compile(r"\b(?:they|them|their|themselves)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:[Ww]e|us|[Oo]urs?|ourselves)\b")
_I = re.compile(r"\b(?:I|[Mm]e|[Mm]y|myself)\b")
_PAIR = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two|[Tt]hose two|[Tt]heir two|[Tt]wo) (?:former |old |bitter )?"
    r"(?:countries|nations|governments|states|capitals|powers|republics|armies|militaries|"
    r"neighbou?rs|allies|rivals|foes|enemies)\b"
    r"|\b[Tt]he (?:former |old |bitter |feuding |warring )?(?:neighbou?rs|rivals|foes|enemies)\b"
)
_PARTIES = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two|[Tt]he (?:warring|opposing|conflicting)) (?:sides|parties|camps)\b"
)
_LEADERS = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two|[Tt]he) (?:leaders|presidents|men|prime ministers|premiers|"
    r"heads of state)\b|\b[Tt]he pair\b"
)
_TWO_PEOPLE = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two|[Tt]he) (?:(foreign |defen[cs]e )?(minister|envoy|diplomat|official|"
    r"general|negotiator)s|(?:wo)?men)\b"
)
_HIS_NATION = re.compile(
    r"\b(?:his|her) (?:country|government|administration|nation|cabinet|regime|homeland)\b",
    re.IGNORECASE,
)
_OTHER_PERSON = re.compile(
    r"\b(?P<owner>his|her) (?:host|hostess|guest|visitor|colleague|counterpart|opponent|rival)\b"
    r"(?! [A-Z])",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b[Tt]he (?:(?P<nation>[A-Z][\w.]+) )?(?P<title>president|prime minister|premier|chancellor|"
    r"foreign minister|king|emir|secretary of state|defen[cs]e minister|secretary-general|"
    r"ambassador|envoy|supreme leader|leader|ruler|pope|minister|spokesman|spokeswoman|general|"
    r"governor|judge|senator|mayor|queen|commander|chief|chairman|high commissioner|lawmaker)\b"
    r"(?! (?:(?:of|for)\b|[A-Z]))"
)
_STATE = re.compile(
    r"\b[Tt]he (?:government|authorities|regime|state)\b(?! (?:(?:of|in|shutdown)\b|[A-Z]))"
)
_COUNTRY = re.compile(
    r"\b[Tt]he (?:country|kingdom|republic|(?:island |west african |gulf |landlocked |baltic )"
    r"?(?:nation|state)|islands)\b(?! (?:of\b|[A-Z]))"
)
_REBELS = re.compile(r"(?:\b[Tt]he )?\b(?:[Rr]ebels|[Gg]uerrillas|[Ii]nsurgents|[Mm]ilitants)\b")


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern with what resolves it; ``quoted`` says whether it must stand in quotation marks."""

    pattern: re.Pattern[str]
    resolve: Rule
    quoted: bool | None = None


class References:
    """Resolves pronouns and definite phrases."""

    name = "references"

    def __call__(self, document: Document) -> Document:
        """Add the references."""
        return replace(document, references=tuple(_Resolver(document).resolve()))


class _Resolver:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._discourse = Discourse(document)
        people = People(document)
        self._pronouns = Pronouns(self._discourse, people)
        self._sides = TwoSides(self._discourse, people)
        self._definite = DefinitePhrases(self._discourse, people)
        self._speakers = Speakers(self._discourse)
        self._nations = {
            one.start: one.ref.key for one in document.mentions if one.ref.label == "Nation"
        }
        self._rules = tuple(self._make_rules())

    def _make_rules(self) -> Iterator[_Rule]:
        """Yield the rules; of those that begin at one place, the first that finds somebody."""
        pronouns, sides, definite = self._pronouns, self._sides, self._definite
        speakers = self._speakers
        yield _Rule(_HIS_NATION, self._his_nation)
        yield _Rule(_OTHER_PERSON, self._other_person)
        yield _Rule(_PAIR, lambda match, before: sides.nations(match.start(), before))
        yield _Rule(_PARTIES, lambda match, before: sides.parties(match.start(), before))
        yield _Rule(_LEADERS, lambda _, before: sides.leaders(before))
        yield _Rule(_TWO_PEOPLE, self._two_people)
        yield _Rule(_OFFICE, self._office)
        yield _Rule(_STATE, lambda _, __: definite.home())
        yield _Rule(_COUNTRY, self._country)
        yield _Rule(_REBELS, lambda _, __: definite.group())
        yield _Rule(_body_pattern(), self._body)
        yield _Rule(_PERSONAL, self._person)
        yield _Rule(_NEUTRAL, lambda match, before: pronouns.body(match.start(), before))
        yield _Rule(
            _PLURAL, lambda match, before: pronouns.several(match.start(), before), quoted=False
        )
        yield _Rule(
            _PLURAL, lambda match, before: speakers.other_side(match.start(), before), quoted=True
        )
        yield _Rule(_WE, lambda match, _: speakers.speaking_side(match.start()), quoted=True)
        yield _Rule(_I, lambda match, _: speakers.speaker(match.start()), quoted=True)

    def resolve(self) -> Iterator[Reference]:
        """Yield the references, in the order of the text."""
        for sentence in self._document.sentences:
            found: dict[int, Reference] = {}
            for quoted in (False, True):
                for match, rule in self._matches(sentence, quoted=quoted):
                    if match.start() not in found:
                        self._try(sentence, match, rule, found)
            yield from sorted(found.values(), key=lambda reference: reference.start)

    def _matches(
        self, sentence: Sentence, *, quoted: bool
    ) -> Iterator[tuple[re.Match[str], _Rule]]:
        """Yield what may be resolved, in the order of the text; quotations come second.

        Who speaks in them is often told behind them, by a pronoun.
        """
        found = [
            (match.start(), number, match)
            for number, rule in enumerate(self._rules)
            for match in rule.pattern.finditer(self._document.folded, sentence.start, sentence.end)
        ]
        for start, number, match in sorted(found, key=lambda one: one[:2]):
            inside = self._speakers.quotation_at(start) is not None
            rule = self._rules[number]
            if inside == quoted and rule.quoted in (None, inside):
                yield match, rule

    def _try(
        self, sentence: Sentence, match: re.Match[str], rule: _Rule, found: dict[int, Reference]
    ) -> None:
        start, end = match.span()
        refs = rule.resolve(match, self._discourse.before(sentence, start))
        if refs:
            text = self._document.article.text[start:end]
            found[start] = Reference(start, end, text, refs)
            self._discourse.add(found[start])

    def _country(self, match: re.Match[str], before: Before) -> Refs:
        noun = match.group().split()[-1].lower()
        return self._definite.country(match.start(), noun, before)

    def _other_person(self, match: re.Match[str], before: Before) -> Refs:
        """Whom "his host" means: the person named last who is not he."""
        own = self._pronouns.person(match.start(), match.group("owner").lower(), before)
        people = (one.ref for one in before.named_last if one.ref.label == "Person")
        return next(((ref,) for ref in people if own and ref not in own), ())

    def _person(self, match: re.Match[str], before: Before) -> Refs:
        return self._pronouns.person(match.start(), match.group().lower(), before)

    def _his_nation(self, match: re.Match[str], before: Before) -> Refs:
        word = match.group().split()[0].lower()
        return self._definite.nation_of_person(self._pronouns.person(match.start(), word, before))

    def _two_people(self, match: re.Match[str], before: Before) -> Refs:
        title = "".join(part or "" for part in match.groups())
        return self._sides.people(before, title)

    def _office(self, match: re.Match[str], before: Before) -> Refs:
        del before
        if not self._heads(match):
            return ()
        given = match.group("nation")
        nation = self._nations.get(match.start("nation")) if given else None
        if given and nation is None:
            return ()
        return self._definite.holder(match.start(), match.group("title"), nation)

    def _body(self, match: re.Match[str], before: Before) -> Refs:
        del before
        return self._definite.body(match.start(), match.group("noun")) if self._heads(match) else ()

    def _heads(self, match: re.Match[str]) -> bool:
        """Whether a match ends with the head of a phrase or with who owns it."""
        syntax = self._discourse.syntax_at(match.start())
        ends = {syntax.words[one.head].end for one in syntax.phrases}
        ends |= {syntax.words[one.owner[1] - 1].end for one in syntax.phrases if one.owner}
        return match.end() in ends


def _body_pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(load_body_nouns(), key=len, reverse=True))
    return re.compile(rf"\b(?:[Tt]he|[Tt]hat|[Tt]his) (?P<noun>{nouns})\b(?! (?:of\b|[A-Z]))")
