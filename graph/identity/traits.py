"""Traits: what is compared of a record, made from all that articles say of it."""

import msgspec


class OfficeTrait(msgspec.Struct, frozen=True):
    """An office, with the first and the last day of publication on which it is reported."""

    title: str
    holder: str
    earliest: str
    latest: str


class PersonTraits(msgspec.Struct, frozen=True):
    """What is compared of a person: ``is_full`` tells whether more than a surname is known."""

    forms: tuple[str, ...]
    is_full: bool
    nation: str | None
    offices: tuple[OfficeTrait, ...]
    wikidata: str | None


class OrganizationTraits(msgspec.Struct, frozen=True):
    """What is compared of an organization."""

    forms: tuple[str, ...]
    nation: str | None
    kind: str
    wikidata: str | None


class EventTraits(msgspec.Struct, frozen=True):
    """What is compared of an event.

    ``nations`` and ``others`` (people and bodies by entity) stand under the role that they have;
    ``words`` are the stems of what the quotes say, ``counts`` the numbers in them, ``capitals`` the
    words written with a capital that are of none of the names that are known.
    """

    type: str
    mode: str | None
    modality: str
    nations: dict[str, frozenset[str]]
    others: dict[str, frozenset[str]]
    earliest: str
    latest: str
    is_dated: bool
    place: str | None
    places: frozenset[str]
    concerns: frozenset[str]
    words: frozenset[str]
    counts: frozenset[str]
    capitals: frozenset[str] = frozenset()


Traits = PersonTraits | OrganizationTraits | EventTraits


class Record(msgspec.Struct, frozen=True):
    """What articles say under one name or in one wording.

    ``base`` is the id that its entity has where nobody else claims it, and never that of a record;
    ``stamp`` the earliest publication that tells of it, ``entity`` the one it stood for last.
    """

    id: str
    base: str
    stamp: str
    traits: Traits
    entity: str | None = None
