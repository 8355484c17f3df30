"""The step "organizations": table rows, bodies of states and other names become facts."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cache

from graph.facts import OrganizationFact, Ref
from loaders.document import Document
from loaders.gazetteer.organization import OrganizationRow, load_organizations
from loaders.gazetteer.word_list import word_list
from loaders.mentions.bracketed import abbreviation, occurrences, own_script
from loaders.mentions.mention import Mention, in_order
from loaders.mentions.name_span import NameSpan
from loaders.organizations.bodies import Body, BodyFinder
from loaders.organizations.described import Described, descriptions
from loaders.organizations.vocabulary import SECTORS, load_heads
from loaders.text.slug import slug

_WORD = re.compile(r"[A-Za-z]+")
_FIGHTING = re.compile(r"\b(?:rebels?|guerrillas?|insurgents?|armed groups?)\b")
"""Where an article tells of these, an army that is no nation's is theirs."""

_CAPITAL_BEFORE = re.compile(r"[A-Z][a-z]+ $")


@dataclass(frozen=True, slots=True)
class _Found:
    """An organization before its mentions are gathered."""

    id: str
    name: str
    kind: str
    sector: str | None
    nation: str | None
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None


class OrganizationFacts:
    """Makes the organizations of an article."""

    name = "organizations"

    def __call__(self, document: Document) -> Document:
        """Add the organizations, and mentions of those that no table holds."""
        bodies = tuple(BodyFinder(document).find())
        spans = [one for one in document.names if one.kind == "ORG" and not _within(one, bodies)]
        told = descriptions(document, spans)
        found = [
            *_tabled(document),
            *_bodies(bodies),
            *(_named(document, span, told.get(slug(span.text))) for span in spans),
        ]
        merged = _merged(_aliased(document, one) for one in found)
        known = tuple(mention for one in merged for mention in one.mentions)
        others = tuple(one for one in document.mentions if one.ref.label != "Organization")
        return replace(
            document,
            organizations=tuple(_fact(one) for one in merged),
            mentions=in_order((*others, *known)),
        )


def _within(span: NameSpan, bodies: Iterable[Body]) -> bool:
    return any(body.mention.start < span.end and span.start < body.mention.end for body in bodies)


def _tabled(document: Document) -> list[_Found]:
    """Return what the table holds; a party by a common name is of a nation of the article."""
    rows = load_organizations()
    nations = {one.ref.key for one in document.mentions if one.ref.label == "Nation"}
    found: list[_Found] = []
    for mention in document.mentions:
        row = rows.get(mention.ref.key) if mention.ref.label == "Organization" else None
        if row and _is_common(mention.text, row) and row.nation not in nations:
            own = _own_party(mention.text, nations)
            found.append(_of_article(document, mention) if own is None else _row(own, mention))
        elif row:
            found.append(_row(row, mention))
    return found


def _row(row: OrganizationRow, mention: Mention) -> _Found:
    named = replace(mention, ref=Ref("Organization", row.id))
    return _Found(
        row.id,
        row.name,
        row.kind,
        row.sector or None,
        row.nation or None,
        (named,),
        row.aliases,
        row.wikidata or None,
    )


def _is_common(text: str, row: OrganizationRow) -> bool:
    """Whether a name is one that parties of many nations bear: "Workers' Party", "Democrats"."""
    return row.kind == "PARTY" and _words(text) <= word_list("party_words")


def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(name))


@cache
def _names_of_parties() -> tuple[tuple[OrganizationRow, frozenset[str]], ...]:
    """Return the parties of the table, once for each of their names, with the words of it."""
    return tuple(
        (row, _words(name))
        for row in load_organizations().values()
        if row.kind == "PARTY"
        for name in (row.name, *row.aliases)
    )


def _own_party(text: str, nations: Collection[str]) -> OrganizationRow | None:
    """Return the only party of some nations whose name holds a common one."""
    words = _words(text)
    same = [row for row, own in _names_of_parties() if row.nation in nations and words <= own]
    return same[0] if len({row.id for row in same}) == 1 else None


def _of_article(document: Document, mention: Mention) -> _Found:
    """Return a party of the article's home by the name that stands there, all of it."""
    before = _CAPITAL_BEFORE.search(document.folded, 0, mention.start)
    sentence = document.sentence_at(mention.start)
    begins = before is not None and before.start() > sentence.body
    start = before.start() if before and begins else mention.start
    text = document.article.text[start : mention.end]
    ref = Ref("Organization", slug(text))
    named = Mention(start, mention.end, text, ref)
    return _Found(ref.key, text, "PARTY", SECTORS["PARTY"], document.home, (named,))


def _bodies(bodies: Iterable[Body]) -> list[_Found]:
    return [
        _Found(
            body.id, body.name, body.pattern.kind, body.pattern.sector, body.nation, (body.mention,)
        )
        for body in bodies
    ]


def _named(document: Document, span: NameSpan, told: Described | None) -> _Found:
    kind = told.kind if told else _kind(document, span)
    sector = told.sector if told else SECTORS.get(kind)
    nation = _nation(document, span) or (told.nation if told else None)
    key = slug(span.text)
    text = document.article.text[span.start : span.end]
    mention = Mention(span.start, span.end, text, Ref("Organization", key))
    return _Found(key, text, kind, sector, nation, (mention,))


def _aliased(document: Document, found: _Found) -> _Found:
    """Take in the other names that brackets behind the first mention give."""
    end = found.mentions[0].end
    short = abbreviation(document, end)
    told = tuple(alias for alias in (short, own_script(document, end)) if alias)
    again = tuple(
        Mention(span.start, span.end, span.text, Ref("Organization", found.id))
        for span in (occurrences(document, short) if short else ())
    )
    return replace(found, aliases=(*found.aliases, *told), mentions=(*found.mentions, *again))


def _kind(document: Document, span: NameSpan) -> str:
    following = re.match(r" ([a-z]+)", document.folded[span.end : span.end + 20])
    if following and following.group(1) in word_list("company_nouns"):
        return "COMPANY"
    words = set(span.text.split())
    if words & word_list("rebel_words") and words & word_list("rebel_heads"):
        return "ARMED_GROUP"
    kinds = [load_heads()[word] for word in span.text.split() if word in load_heads()]
    armed = words & word_list("army_heads") and _FIGHTING.search(document.folded)
    if armed and _nation(document, span) is None:
        return "ARMED_GROUP"
    return kinds[-1] if kinds else "OTHER"


def _nation(document: Document, span: NameSpan) -> str | None:
    """Return the nation inside the name, or right before it as adjective or genitive."""
    before = document.folded[max(0, span.start - 4) : span.start]
    reach = span.start - (3 if before.endswith("'s ") else 1)
    inside = [one for one in document.mentions if one.ref.label == "Nation" and not one.place]
    for mention in inside:
        if mention.end == reach or (span.start <= mention.start and mention.end <= span.end):
            return mention.ref.key
    return None


def _merged(found: Iterable[_Found]) -> list[_Found]:
    """Join what has one id, in the order of the text."""
    merged: dict[str, _Found] = {}
    for one in sorted(found, key=lambda one: one.mentions[0].start):
        known = merged.get(one.id)
        mentions = (*known.mentions, *one.mentions) if known else one.mentions
        base = known or one
        nation = base.nation or one.nation
        aliases = tuple(dict.fromkeys((*base.aliases, *one.aliases)))
        merged[one.id] = replace(
            base, nation=nation, aliases=aliases, mentions=tuple(dict.fromkeys(mentions))
        )
    return list(merged.values())


def _fact(one: _Found) -> OrganizationFact:
    forms = (*one.aliases, *(mention.text for mention in one.mentions))
    aliases = dict.fromkeys(form for form in forms if form != one.name)
    return OrganizationFact(
        id=one.id,
        name=one.name,
        aliases=tuple(aliases),
        mentions=tuple(sorted((one.span for one in one.mentions), key=lambda span: span.start)),
        kind=one.kind,
        sector=one.sector,
        nation=one.nation,
        wikidata_id=one.wikidata,
    )
