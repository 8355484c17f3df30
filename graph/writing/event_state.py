"""The state of an event: what its reports say, merged so that their order does not matter."""

from datetime import date

import msgspec

from graph.facts import DateInterval
from graph.writing.claims import EventClaim
from graph.writing.fold import Counted


class EventState(msgspec.Struct, frozen=True):
    """An event: who took part, when and where.

    ``first`` is the stamp of the earliest report. ``participants`` are people and bodies by role,
    ``nations`` those through whom a nation takes part, by role and code; ``concerns`` the effect
    by agreement. ``words``, ``counts`` and ``capitals`` are the wording, to compare it with others.
    """

    id: str
    type: str
    modality: str
    date: DateInterval
    first: str
    title: str
    mode: str | None = None
    contexts: frozenset[str] = frozenset()
    place: str | None = None
    places: frozenset[str] = frozenset()
    participants: dict[str, frozenset[str]] = msgspec.field(
        default_factory=dict[str, frozenset[str]]
    )
    nations: dict[str, frozenset[str]] = msgspec.field(default_factory=dict[str, frozenset[str]])
    concerns: dict[str, str] = msgspec.field(default_factory=dict[str, str])
    words: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    toll: dict[str, Counted] = msgspec.field(default_factory=dict[str, Counted])
    """How many people are dead, injured and arrested; the latest publication puts it right."""

    @property
    def refs(self) -> frozenset[str]:
        """The people and bodies that take part, in whatever role."""
        return frozenset(ref for refs in self.participants.values() for ref in refs)

    @property
    def all_refs(self) -> frozenset[str]:
        """The people and bodies that take part, and those through whom a nation does."""
        return self.refs.union(*self.nations.values())

    def named(self, key: str) -> "EventState":
        """The same under another id."""
        return msgspec.structs.replace(self, id=key)

    def merged(self, other: "EventState") -> "EventState":
        """Both together, under the id of this one."""
        return EventState(
            id=self.id,
            type=self.type,
            modality=self.modality,
            date=min(self.date, other.date, key=_exactness),
            first=min(self.first, other.first),
            title=min(self.title, other.title, key=lambda title: (-len(title), title)),
            mode=min(filter(None, (self.mode, other.mode)), default=None),
            contexts=self.contexts | other.contexts,
            place=min(filter(None, (self.place, other.place)), default=None),
            places=self.places | other.places,
            participants=_united(self.participants, other.participants),
            nations=_united(self.nations, other.nations),
            concerns=_first(self.concerns, other.concerns),
            words=self.words | other.words,
            counts=self.counts | other.counts,
            capitals=self.capitals | other.capitals,
            toll=_latest(self.toll, other.toll),
        )


def _exactness(dated: DateInterval) -> tuple[bool, int, str, str, str]:
    """Orders dates: those of the text before those of publication, then the narrowest."""
    days = date.fromisoformat(dated.latest) - date.fromisoformat(dated.earliest)
    guessed = dated.source == "PUBLICATION"
    return guessed, days.days, dated.earliest, dated.latest, dated.precision


def _united(
    one: dict[str, frozenset[str]], other: dict[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    keys = one.keys() | other.keys()
    return {key: one.get(key, frozenset()) | other.get(key, frozenset()) for key in sorted(keys)}


def _first(one: dict[str, str], other: dict[str, str]) -> dict[str, str]:
    pairs = sorted((*one.items(), *other.items()), reverse=True)
    return dict(pairs)


def _latest(one: dict[str, Counted], other: dict[str, Counted]) -> dict[str, Counted]:
    keys = sorted(one.keys() | other.keys())
    return {key: max(filter(None, (one.get(key), other.get(key)))) for key in keys}


def event_state(claim: EventClaim) -> EventState:
    """The event as one article tells it."""
    return EventState(
        id=claim.id,
        type=claim.type,
        modality=claim.modality,
        date=claim.date,
        first=claim.said.stamp,
        title=claim.title,
        mode=claim.mode,
        contexts=frozenset(claim.contexts),
        place=claim.place,
        places=frozenset(claim.places),
        participants={role: frozenset(refs) for role, refs in claim.participants.items()},
        nations={key: frozenset(refs) for key, refs in claim.nations.items()},
        concerns=dict(claim.concerns),
        words=frozenset(claim.words),
        counts=frozenset(claim.counts),
        capitals=frozenset(claim.capitals),
        toll={name: Counted(claim.said.stamp, count) for name, count in claim.toll.items()},
    )
