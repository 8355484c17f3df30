"""The step "people": names of people become persons with offices, nations and mentions."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.facts import Evidence, Office, PersonFact, Ref, Span
from loaders.document import Document
from loaders.gazetteer.word_list import word_list
from loaders.mentions.bracketed import initials, own_script
from loaders.mentions.mention import Mention, in_order
from loaders.mentions.name_span import NameSpan
from loaders.people.bare_names import bare_names
from loaders.people.gender import Gender, gender_of_name, gender_of_words
from loaders.people.identity import Profile, owner
from loaders.people.known_people import nation_of_known
from loaders.people.office_table import state_offices
from loaders.people.paired import paired_roles
from loaders.people.role import Role
from loaders.people.surround import Surround

_Bodies = Mapping[str, str | None]
"""The nations of the organizations of an article, by their ids."""

_NEAR_WORDS = 2
"""Words before a name that tell a person's gender, a comma counted."""


class PersonFacts:
    """Makes the people of an article."""

    name = "people"

    def __call__(self, document: Document) -> Document:
        """Add the persons and their mentions."""
        spans = [one for one in document.names if one.kind == "PER"]
        profiles = _Gathering(document, paired_roles(document, spans)).profiles(spans)
        taken = [(one.start, one.end) for one in (*document.mentions, *document.names)]
        for name, profile in bare_names(document, profiles, taken):
            profile.spans.append((name.start, name.end))
        bodies = {one.id: one.nation for one in document.organizations}
        spoken_of = {one.ref.key for one in document.mentions if one.ref.label == "Nation"}
        facts = tuple(_fact(document, one, bodies, spoken_of) for one in profiles)
        mentions = tuple(
            Mention(span.start, span.end, span.text, Ref("Person", fact.id))
            for fact in facts
            for span in fact.mentions
        )
        covered = _covered(mentions)
        kept = tuple(one for one in document.mentions if one.start not in covered)
        described = frozenset(one.id for one in profiles if one.described)
        named = in_order((*kept, *mentions))
        return replace(document, persons=facts, mentions=named, described=described)


def _covered(mentions: Sequence[Mention]) -> frozenset[int]:
    """Return the offsets that lie in the names of people, where no nation is named."""
    return frozenset(offset for one in mentions for offset in range(one.start, one.end))


class _Gathering:
    """Gathers the profiles of one document, the full names first."""

    def __init__(self, document: Document, paired: Mapping[int, Role]) -> None:
        self._document = document
        self._paired = paired
        self._around = Surround(document)
        self._starts = {token.start: i for i, token in enumerate(document.tokens)}
        self._profiles: list[Profile] = []

    def profiles(self, spans: Sequence[NameSpan]) -> list[Profile]:
        """Return the people named in the text, in its order."""
        for full in (True, False):
            for span in spans:
                if (len(span.text.split()) > 1) == full:
                    self._learn(span)
        self._profiles.sort(key=_first_offset)
        return self._profiles

    def _learn(self, span: NameSpan) -> None:
        words = tuple(span.text.split())
        role = self._role(span)
        gender = self._gender(span, role)
        profile = owner(words, self._profiles, role, gender)
        if profile is None or not self._agrees(profile, role, words):
            profile = Profile(words, [], honorific=_kept_honorific(role))
            self._profiles.append(profile)
        profile.gender = profile.gender or gender or gender_of_name(" ".join(profile.words))
        profile.spans.append((span.start, span.end))
        evidence = self._document.evidence(self._document.sentence_at(span.start))
        if role.counterpart:
            self._share_office(profile, role, span, evidence)
        profile.learn(words, self._owned(role), evidence)

    def _gender(self, span: NameSpan, role: Role) -> Gender | None:
        """Return the gender that words before a name tell: "Mrs Roy", "his sister, Anna Roy"."""
        first = self._starts[span.start]
        before = self._document.tokens[max(0, first - _NEAR_WORDS) : first]
        return gender_of_words((role.honorific, *(token.text for token in before)))

    def _agrees(self, profile: Profile, role: Role, words: tuple[str, ...]) -> bool:
        """Whether one more name can be this person's: one surname may be of two nations."""
        if len(words) > 1 or role.holder is None or role.holder.label != "Nation":
            return True
        return profile.nation in (None, role.holder.key)

    def _role(self, span: NameSpan) -> Role:
        """Join what stands before the name and what stands after it."""
        if span.start in self._paired:
            return self._paired[span.start]
        first = self._starts[span.start]
        last = first + len(span.text.split())
        before, after = self._around.before(first, last), self._around.after(last)
        serves = before.holder and before.holder.label == "Organization"
        if serves and after.holder and after.holder.label == "Nation":
            # "NATO chief Anna Roy, a former Belgian minister": both are told.
            return replace(before, nation=after.holder)
        if not after.office:
            told = before.holder or before.owned or before.owner or not after.home
            human = before.human or after.human
            return replace(before, holder=before.holder if told else after.home, human=human)
        if before.office:
            return before
        holder = after.holder or before.holder
        return replace(after, holder=holder, honorific=before.honorific)

    def _share_office(
        self, profile: Profile, role: Role, span: NameSpan, evidence: Evidence
    ) -> None:
        """Give a counterpart the office of the person named before."""
        of_state = bool(role.holder and role.holder.label == "Nation")
        model = self._antecedent(span, profile, of_state=of_state)
        if model:
            profile.hold(model.offices[-1].title, role.holder, evidence, leads=model.leads)

    def _antecedent(
        self, span: NameSpan, profile: Profile | None, *, of_state: bool
    ) -> Profile | None:
        """Return the office holder named before: first in this sentence or the one before.

        ``of_state`` asks for an office of a state, for one of the Union has no French counterpart.
        """
        sentence = self._document.sentence_at(span.start)
        previous = self._document.sentences[max(0, sentence.index - 1)]
        holders = sorted(
            (start, number)
            for number, other in enumerate(self._profiles)
            for start, _ in other.spans
            if start < span.start
            and other is not profile
            and other.offices
            and (not of_state or other.offices[-1].title in state_offices())
        )
        here = [number for start, number in holders if start >= sentence.start]
        before = [number for start, number in holders if previous.start <= start < previous.end]
        chosen = (*here[:1], *before[:1], *(number for _, number in holders[-1:]))
        return self._profiles[chosen[0]] if chosen else None

    def _owned(self, role: Role) -> Role:
        """Resolve "Kim's envoy" by the people named before; pronouns are for later steps."""
        if role.owner and not role.holder:
            known = owner((role.owner,), self._profiles)
            nation = known.nation if known else None
            return replace(role, holder=Ref("Nation", nation)) if nation else role
        return role


def _first_offset(profile: Profile) -> int:
    return min(start for start, _ in profile.spans)


def _kept_honorific(role: Role) -> str:
    """Return the address that belongs to a name of one word: "King Salman"."""
    if role.office and role.office.office.kind in ("MONARCH", "RELIGIOUS"):
        return role.office.office.title
    return "" if role.honorific.lower() in word_list("dropped_honorifics") else role.honorific


def _spans(document: Document, profile: Profile) -> Iterator[Span]:
    for start, end in sorted(set(profile.spans)):
        yield Span(start, end, document.article.text[start:end])


def _bracketed(document: Document, span: Span) -> Iterator[str]:
    """Yield what brackets behind a name call the person, too."""
    found = (own_script(document, span.end), initials(document, span.start, span.end))
    yield from filter(None, found)


def _fact(
    document: Document, profile: Profile, bodies: _Bodies, spoken_of: Collection[str]
) -> PersonFact:
    mentions = tuple(_spans(document, profile))
    name = _spelled(profile, mentions)
    told = (alias for span in mentions for alias in _bracketed(document, span))
    forms = dict.fromkeys((*(span.text for span in mentions if span.text != name), *told))
    return PersonFact(
        id=profile.id,
        name=name,
        aliases=tuple(forms),
        mentions=mentions,
        nation=profile.nation or _known_nation(profile, forms, bodies, spoken_of),
        offices=tuple(_known(office, bodies) for office in profile.offices),
    )


def _known_nation(
    profile: Profile, forms: Iterable[str], bodies: _Bodies, spoken_of: Collection[str]
) -> str | None:
    """Return the nation of whom the news knows, unless here it is a body of many nations."""
    served = (one.of for one in profile.offices if one.of and one.of.label == "Organization")
    if any(bodies.get(body.key) is None for body in served):
        return None
    words = len(profile.words)
    # However the fullest name is spelled; what is but a part of it may be anybody's.
    alike = (form for form in forms if len(form.split()) == words)
    return nation_of_known((profile.name, " ".join(profile.words), *alike), spoken_of)


def _known(office: Office, bodies: _Bodies) -> Office:
    """Leave an organization out that the article does not name."""
    unnamed = office.of and office.of.label == "Organization" and office.of.key not in bodies
    return replace(office, of=None) if unnamed else office


def _spelled(profile: Profile, mentions: Sequence[Span]) -> str:
    """Return the name as the article spells it, accents and all."""
    longest = max(mentions, key=lambda span: len(span.text)).text
    return longest if len(profile.words) > 1 else profile.name
