"""People as references ask for them: offices held, and whether "he" or "she" can be meant."""

import re
from functools import cache

from graph.facts import PersonFact, Ref
from loaders.document import Document
from loaders.gazetteer.table import read_table
from loaders.gazetteer.word_list import word_list
from loaders.people.gender import Gender, gender_of_name, gender_of_words
from loaders.people.leading import kind_of, leads
from loaders.people.office_table import load_offices

_COMMANDING = ("defense", "defence", "general", "admiral", "army", "military", "commander")
_MONARCHS = frozenset(("king", "queen", "emir", "sultan", "emperor", "prince"))
_KINDS = {
    "diplomat": "DIPLOMAT",
    "lawmaker": "LEGISLATOR",
    "legislator": "LEGISLATOR",
    "parliamentarian": "LEGISLATOR",
    "cleric": "RELIGIOUS",
    "prelate": "RELIGIOUS",
    "commander": "MILITARY",
    "officer": "MILITARY",
    "soldier": "MILITARY",
    "executive": "EXECUTIVE",
    "jurist": "JUDGE",
}
"""What nouns mean that are no titles, by kinds of offices."""

_AROUND = 30
"""Characters before and after a name in which words such as "spokeswoman" tell of the person."""
_NEAR = re.compile(r"[A-Za-z]+")


@cache
def human_nouns() -> frozenset[str]:
    """Return the nouns, in the singular, that mean one person."""
    titles = (row[column] for row in read_table("offices") for column in ("title", "aliases"))
    ends = (name.split()[-1].lower() for cell in titles for name in cell.split("|") if name.strip())
    return word_list("human_nouns") | frozenset(ends)


class People:
    """Looks up the people of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._titles = {
            person.id: [office.title.lower() for office in person.offices]
            for person in document.persons
        }
        self._leading = {person.id for person in document.persons if leads(person)}
        self._genders = {person.id: self._gender(person) for person in document.persons}

    def leads(self, person: Ref) -> bool:
        """Whether a person leads a state or government, or did."""
        return person.key in self._leading

    def has_office(self, person: Ref) -> bool:
        """Whether somebody holds an office of any kind."""
        return bool(self._titles.get(person.key))

    def is_of_forces(self, person: Ref) -> bool:
        """Whether a person commands soldiers or is the minister for them."""
        titles = self._titles.get(person.key, [])
        return any(word in title for title in titles for word in _COMMANDING)

    def holds(self, person: Ref, title: str) -> bool:
        """Whether a person holds an office, by its title in lower case.

        "minister" is the title of every minister, "leader" of all who lead.
        """
        matches = list(load_offices().find(title.split()))
        usual = matches[-1].value.title.lower() if matches else title
        titles = self._titles.get(person.key, [])
        same = any(one in (title, usual) or one.endswith(f" {title}") for one in titles)
        if title == "premier":
            return any(
                one.split()[-1] in ("premier", "chancellor", "taoiseach")
                or one.endswith("prime minister")
                for one in titles
            )
        if title == "pontiff":
            return any(one.split()[-1] == "pope" for one in titles)
        if title in ("monarch", "sovereign"):
            return any(one.split()[-1] in _MONARCHS for one in titles)
        if title in ("head", "head of state", "head of government") and self.leads(person):
            return True
        return same or (title in ("leader", "ruler") and self.leads(person))

    def is_one(self, person: Ref, noun: str) -> bool:
        """Whether somebody holds an office that a noun means, be it by kind: "diplomat"."""
        kind = _KINDS.get(noun)
        titles = self._titles.get(person.key, ())
        return self.holds(person, noun) or bool(
            kind and any(kind_of(one) == kind for one in titles)
        )

    def holds_now(self, person: Ref, title: str) -> bool:
        """Whether somebody holds an office and is not told to have left it."""
        return self.holds(person, title) and not self.held(person, title)

    def held(self, person: Ref, title: str) -> bool:
        """Whether somebody is told to have held an office before: "former President Roy"."""
        past = [one for one in self._titles.get(person.key, ()) if one.startswith("former ")]
        leading = title in ("leader", "ruler") and self.leads(person)
        return any(one.endswith(f" {title}") for one in past) or (bool(past) and leading)

    def is_called(self, person: Ref, noun: str) -> bool:
        """Whether a noun stands in a title of somebody: "deputy" in "Deputy Foreign Minister"."""
        return any(noun in title.split() for title in self._titles.get(person.key, ()))

    def learn(self, person: Ref, gender: Gender) -> None:
        """Keep the gender that a pronoun tells, where no word and no name does."""
        if self._genders.get(person.key) is None:
            self._genders[person.key] = gender

    def is_known(self, ref: Ref, gender: Gender) -> bool:
        """Whether somebody is known to be of a gender."""
        return self._genders.get(ref.key) == gender

    def fits(self, ref: Ref, gender: Gender) -> bool:
        """Whether a pronoun of a gender can mean somebody, as far as is known."""
        return self._genders.get(ref.key) in (None, gender)

    def _gender(self, person: PersonFact) -> Gender | None:
        folded = self._document.folded
        for span in person.mentions:
            sentence = self._document.sentence_at(span.start)
            before = folded[max(sentence.start, span.start - _AROUND) : span.start]
            after = folded[span.end : min(sentence.end, span.end + _AROUND)]
            words = [*_NEAR.findall(before)[-2:]]
            if after.startswith(","):
                words += _NEAR.findall(after)[:4]
            if gender := gender_of_words(words):
                return gender
        return gender_of_name(person.name)
