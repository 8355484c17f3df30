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

from graph.facts import Ref
from loaders.document import Document
from loaders.gazetteer.geography import DIRECTIONS
from loaders.gazetteer.superlative import superlative_patterns
from loaders.gazetteer.word_list import word_list
from loaders.people.gender import Gender
from loaders.references import patterns
from loaders.references.countries import Countries
from loaders.references.definite import DefinitePhrases
from loaders.references.descriptions import Descriptions
from loaders.references.discourse import Before, Discourse, Refs
from loaders.references.people import People
from loaders.references.pronouns import Pronouns
from loaders.references.reference import Reference
from loaders.references.several_people import SeveralPeople, Wanted
from loaders.references.sides import TwoSides
from loaders.references.speakers import Speakers
from loaders.references.two_bodies import TwoBodies
from loaders.syntax.apposition import name_behind
from loaders.text.sentence import Sentence

Rule = Callable[[re.Match[str], Before], Refs]

_COUNTRY = patterns.country_pattern()
_KIND_PAIR = patterns.kind_pair_pattern()
_BODY = patterns.body_pattern()
_OWN_BODY = patterns.own_body_pattern()
_PHRASE = re.compile(r".+", re.DOTALL)
"""Matches the whole of a stretch; syntax tells where descriptions begin and end."""
_COUNTED = re.compile(r" of (?:about |some |nearly |almost |just |fewer than |more than )?\d")
"""Behind a phrase this tells how many people it has: "the island nation of 220,000"."""
_MEETING = frozenset(
    ("host", "hostess", "guest", "visitor", "colleague", "counterpart", "opponent", "rival")
)
_MEN: dict[str, Gender] = {"men": "masculine", "women": "feminine"}
_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6}


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern with what resolves it; ``quoted`` says whether it must stand in quotation marks.

    ``whole`` says that nothing may be said of it with "of" ("the president of the bank").
    """

    pattern: re.Pattern[str]
    resolve: Rule
    quoted: bool | None = None
    whole: bool = False


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
        self._sides = TwoSides(self._discourse)
        self._several_of = SeveralPeople(self._discourse, people)
        self._bodies = TwoBodies(self._discourse)
        self._definite = DefinitePhrases(self._discourse, people)
        self._countries = Countries(self._discourse)
        self._descriptions = Descriptions(self._discourse, people)
        self._speakers = Speakers(self._discourse)
        self._nations = {
            one.start: one.ref.key for one in document.mentions if one.ref.label == "Nation"
        }
        self._rules = tuple(self._make_rules())

    def _make_rules(self) -> Iterator[_Rule]:
        """Yield the rules; of those that begin at one place, the first that finds somebody."""
        pronouns, sides, definite = self._pronouns, self._sides, self._definite
        speakers, descriptions = self._speakers, self._descriptions
        countries = self._countries
        yield _Rule(patterns.HIS_NATION, self._his_nation)
        yield _Rule(patterns.OTHER_PERSON, self._other_person)
        yield _Rule(patterns.NEIGHBOR, self._neighbor)
        yield _Rule(patterns.THE_NEIGHBOR, self._the_neighbor)
        yield _Rule(patterns.NEIGHBOR_OF, self._neighbor_of)
        yield _Rule(patterns.NEIGHBOR_TO, self._neighbor_to)
        yield _Rule(patterns.COLONIAL_POWER, lambda match, _: countries.power(match.start()))
        yield _Rule(patterns.HOSTS, self._hosts)
        yield _Rule(_OWN_BODY, self._own_body)
        for pattern in superlative_patterns():
            yield _Rule(pattern, lambda match, _: countries.called(match))
        yield _Rule(patterns.PAIR, self._pair)
        yield _Rule(_KIND_PAIR, self._kind_pair)
        yield _Rule(patterns.SEVERAL, self._several)
        yield _Rule(patterns.SEVERAL_PEOPLE, self._several_people)
        yield _Rule(patterns.PARTIES, lambda match, before: sides.parties(match.start(), before))
        yield _Rule(patterns.BODIES, self._two_bodies)
        yield _Rule(patterns.CITIZENS, self._citizens)
        yield _Rule(patterns.LEADERS, self._leaders)
        yield _Rule(patterns.TWO_PEOPLE, self._two_people)
        yield _Rule(patterns.OFFICE, self._office, whole=True)
        yield _Rule(patterns.STATE, lambda match, _: countries.state(match.start()), whole=True)
        yield _Rule(patterns.FORCES, lambda match, _: definite.forces(match.start()), whole=True)
        yield _Rule(patterns.REBEL_GROUP, lambda _, before: definite.group(before))
        yield _Rule(_COUNTRY, self._country, whole=True)
        yield _Rule(patterns.REBELS, lambda _, before: definite.group(before))
        yield _Rule(_BODY, self._body, whole=True)
        yield _Rule(_PHRASE, lambda match, _: descriptions.person(*match.span()), whole=True)
        yield _Rule(patterns.PERSONAL, self._person)
        yield _Rule(patterns.NEUTRAL, lambda match, before: pronouns.body(match.start(), before))
        yield _Rule(
            patterns.PLURAL,
            lambda match, before: pronouns.several(match.start(), before),
            quoted=False,
        )
        yield _Rule(
            patterns.PLURAL,
            lambda match, before: speakers.other_side(match.start(), before),
            quoted=True,
        )
        yield _Rule(
            patterns.WE, lambda match, _: speakers.speaking_side(match.start()), quoted=True
        )
        yield _Rule(patterns.SELF, lambda match, _: speakers.speaker(match.start()), quoted=True)

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
            for match in self._found(rule.pattern, sentence)
        ]
        for start, number, match in sorted(found, key=lambda one: one[:2]):
            inside = self._speakers.quotation_at(start) is not None
            rule = self._rules[number]
            fits = inside == quoted and rule.quoted in (None, inside)
            if fits and not (rule.whole and self._says_more(match)):
                yield match, rule

    def _found(self, pattern: re.Pattern[str], sentence: Sentence) -> Iterator[re.Match[str]]:
        """Yield where a pattern matches; descriptions are looked for by phrase."""
        folded = self._document.folded
        if pattern is not _PHRASE:
            yield from pattern.finditer(folded, sentence.start, sentence.end)
            return
        for start, end in self._descriptions.phrases(self._document.syntax[sentence.index]):
            found = pattern.match(folded, start, end)
            if found:
                yield found

    def _says_more(self, match: re.Match[str]) -> bool:
        """Whether what "of" or "for" add is the phrase's: not so in "accused the bank of fraud"."""
        for word in ("of", "for"):
            counted = _COUNTED.match(self._document.folded, match.end())
            if self._document.folded.startswith(f" {word} ", match.end()) and not counted:
                verb = self._discourse.verb_of(match.start())
                return verb not in word_list(f"verbs_with_{word}")
        return False

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
        return self._countries.country(match.start(), _lowers(match), before)

    def _pair(self, match: re.Match[str], before: Before) -> Refs:
        found = self._sides.nations(match.start(), before, _lowers(match))
        return found or self._two_rivals(match)

    def _two_rivals(self, match: re.Match[str]) -> Refs:
        """Whom "the two rivals" means where no two nations were told of: two people."""
        people = match.group().endswith(("rivals", "allies", "foes", "enemies"))
        wanted = Wanted(counted=False)
        return self._several_of.two(match.start(), wanted) if people else ()

    def _kind_pair(self, match: re.Match[str], before: Before) -> Refs:
        return self._sides.of_kind(match.start(), before, _lowers(match))

    def _other_person(self, match: re.Match[str], before: Before) -> Refs:
        """Whom "his host" means: the name behind it, else the person named last who is not he.

        "His deputy" without a name is only who is told to be a deputy; with one, the name tells.
        """
        named, noun = self._named_behind(match), match.group("noun")
        own = self._owner(match, before) if noun in _MEETING or not named else ()
        if noun not in _MEETING:
            return self._definite.serving(own, noun)
        if named:
            return named
        people = (ref for one in before.named_last for ref in one.refs if ref.label == "Person")
        return next(((ref,) for ref in people if own and ref not in own), ())

    def _named_behind(self, match: re.Match[str], label: str = "Person") -> Refs:
        """Whom a comma and a name behind the phrase tell: "his host, Anna Roy"."""
        syntax = self._discourse.syntax_at(match.start())
        for phrase in syntax.phrases:
            if syntax.words[phrase.first].start == match.start():
                name = name_behind(syntax, phrase)
                found = self._discourse.means(syntax, (name,)) if name else ()
                return found if found and found[0].label == label else ()
        return ()

    def _owner(self, match: re.Match[str], before: Before) -> Refs:
        """Whom the pronoun that begins a phrase means."""
        word = match.group().split()[0].lower()
        if word == "its":
            return self._pronouns.body(match.start(), before)
        if word in ("our", "my"):
            return self._speakers.speaking_side(match.start())
        if word == "their":
            return self._pronouns.several(match.start(), before)
        return self._pronouns.person(match.start(), word, before)

    def _neighbor(self, match: re.Match[str], before: Before) -> Refs:
        direction = _direction(match)
        return self._countries.neighbor(self._owner(match, before), before, direction)

    def _the_neighbor(self, match: re.Match[str], before: Before) -> Refs:
        """Whom "the bigger neighbor" means: that of the nation the sentence before is about."""
        index = self._document.sentence_at(match.start()).index
        topic = self._discourse.topic(index - 1) if index else ()
        own = tuple(ref for ref in topic if ref.label == "Nation") or self._countries.home()
        return self._countries.neighbor(own[:1], before, _direction(match))

    def _neighbor_of(self, match: re.Match[str], before: Before) -> Refs:
        code = self._nations.get(match.start("nation"))
        own = (Ref("Nation", code),) if code else ()
        return self._countries.neighbor(own, before, _direction(match))

    def _neighbor_to(self, match: re.Match[str], before: Before) -> Refs:
        del before
        return self._countries.lying(match.start(), f"{match.group('direction')}ern")

    def _hosts(self, match: re.Match[str], before: Before) -> Refs:
        return self._countries.hosts(self._owner(match, before), match.start())

    def _own_body(self, match: re.Match[str], before: Before) -> Refs:
        """Whom "his party" means; who of whom nobody spoke has none."""
        owner = self._owner(match, before)
        known = owner and self._heads(match)
        return self._definite.body(match.start(), match.group("noun"), owner) if known else ()

    def _person(self, match: re.Match[str], before: Before) -> Refs:
        return self._pronouns.person(match.start(), match.group().lower(), before)

    def _his_nation(self, match: re.Match[str], before: Before) -> Refs:
        return self._definite.nation_of(self._owner(match, before))

    def _several(self, match: re.Match[str], before: Before) -> Refs:
        del before
        return self._sides.many_nations(match.start(), _COUNTS[match.group("count")])

    def _several_people(self, match: re.Match[str], before: Before) -> Refs:
        return self._several_of.many(before, _COUNTS[match.group("count")], match.group("plural"))

    def _two_bodies(self, match: re.Match[str], before: Before) -> Refs:
        return self._bodies.bodies(before, match.group("plural"))

    def _citizens(self, match: re.Match[str], before: Before) -> Refs:
        del before
        code = self._nations.get(match.start("nation"))
        return self._several_of.of_nation(match.start(), code) if code else ()

    def _leaders(self, match: re.Match[str], before: Before) -> Refs:
        del before
        counted = match.group("two") not in ("the", "The")
        apart = match.group().endswith(("presidents", "premiers"))
        wanted = Wanted(leading=True, apart=apart, counted=counted)
        return self._several_of.two(match.start(), wanted)

    def _two_people(self, match: re.Match[str], before: Before) -> Refs:
        del before
        counted = match.group("two") not in ("the", "The")
        gender = _MEN.get(match.group().split()[-1])
        wanted = Wanted(match.group("title") or "", counted=counted, gender=gender)
        return self._several_of.two(match.start(), wanted)

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
        given = match.group("nation")
        nation = self._nations.get(match.start("nation")) if given else None
        if not self._heads(match) or (given and nation is None):
            return ()
        if named := self._named_behind(match, "Organization"):
            return named
        return self._definite.body(match.start(), match.group("noun"), nation=nation)

    def _heads(self, match: re.Match[str]) -> bool:
        """Whether a match ends with the head of a phrase or with who owns it."""
        syntax = self._discourse.syntax_at(match.start())
        ends = {syntax.words[one.head].end for one in syntax.phrases}
        ends |= {syntax.words[one.owner[1] - 1].end for one in syntax.phrases if one.owner}
        return match.end() in ends


def _lowers(match: re.Match[str]) -> list[str]:
    return match.group().lower().split()


def _direction(match: re.Match[str]) -> str | None:
    return next((word for word in _lowers(match) if word in DIRECTIONS), None)
