"""Clauses: each verb group with its subject, objects, obliques and governor."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.syntax.analysis import Link, Oblique, Phrase, Predication, Word
from loaders.syntax.chunker import Chunk

_OBJECT_CONTROL = frozenset(
    "ask urge order force tell allow help want press push pressure persuade warn invite call-on "
    "encourage permit require instruct direct compel advise expect authorize enable oblige cause "
    "convince lead beg beseech implore appeal challenge".split()
)
"""Verbs whose object does what the infinitive says ("urged Iran to stop")."""

_SPEECH = frozenset(
    "say tell add announce confirm warn insist declare argue state report urge accuse deny claim stress "
    "note promise pledge vow call".split()
)
_CLOSERS = frozenset((";", ":", "--", "\u2014", "\u2013", "(", ")"))
_SKIPPED = frozenset(("other",))


@dataclass(frozen=True, slots=True)
class _Clause:
    """The first half of a predication: what stands before the verb."""

    subject: tuple[Phrase, ...] = ()
    gap: tuple[Phrase, ...] = ()
    governor: int | None = None
    link: Link | None = None
    marker: str = ""


class ClauseFinder:
    """Finds the predications of one sentence from its chunks."""

    def __init__(self, words: Sequence[Word], chunks: Sequence[Chunk]) -> None:
        self._words = words
        self._chunks = chunks
        self._verbs = [index for index, chunk in enumerate(chunks) if chunk.kind == "verb"]
        self._numbers = {index: number for number, index in enumerate(self._verbs)}
        self._found: list[Predication] = []

    def find(self) -> tuple[Predication, ...]:
        """Return the predications from left to right."""
        for index in self._verbs:
            self._found.append(self._predication(index))
        return tuple(self._found)

    # Access

    def _kind(self, index: int) -> str:
        return self._chunks[index].kind if 0 <= index < len(self._chunks) else ""

    def _lower(self, index: int) -> str:
        if not 0 <= index < len(self._chunks):
            return ""
        return self._words[self._chunks[index].first].lower

    def _phrase(self, index: int) -> Phrase | None:
        return self._chunks[index].phrase if 0 <= index < len(self._chunks) else None

    def _is_finite(self, index: int) -> bool:
        chunk = self._chunks[index]
        return bool(chunk.verb and chunk.verb.finite and not self._is_reduced(index))

    def _previous(self, index: int) -> int:
        """Return the chunk before this one, adverbs and quotation marks skipped."""
        index -= 1
        while index >= 0 and (self._kind(index) in _SKIPPED or self._lower(index) == '"'):
            index -= 1
        return index

    def _predication(self, index: int) -> Predication:
        chunk = self._chunks[index]
        verb = chunk.verb
        assert verb is not None
        reduced = self._is_reduced(index)
        clause = self._before(index, reduced=reduced)
        objects, obliques = self._after(index)
        if clause.gap and not objects:
            objects = clause.gap
        return Predication(
            first=chunk.first,
            last=chunk.last,
            head=verb.head,
            lemma=verb.lemma,
            finite=verb.finite and not reduced,
            passive=verb.passive or reduced,
            future=verb.future,
            past=verb.past,
            modal=verb.modal,
            negated=verb.negated,
            marker=clause.marker,
            subject=clause.subject,
            objects=objects,
            obliques=obliques,
            governor=clause.governor,
            link=clause.link,
        )

    # What stands before the verb

    def _is_reduced(self, index: int) -> bool:
        """Whether a past form is a participle after its noun: "a group based in Pakistan"."""
        chunk = self._chunks[index]
        verb = chunk.verb
        if verb is None or chunk.last - chunk.first > 2 or verb.passive or verb.modal:
            return False
        word = self._words[verb.head]
        if word.form not in ("past", "participle") or chunk.first != verb.head:
            return False
        if word.form == "participle":
            return True
        after = index + 1
        if self._kind(after) == "phrase":
            return False
        if self._lower(after) == "by" and self._kind(self._previous(index)) in ("phrase", "mark"):
            following = self._phrase(after + 1)
            return following is not None and not following.time
        return self._has_later_finite(index) and self._kind(after) == "preposition"

    def _has_later_finite(self, index: int) -> bool:
        """Whether the noun before the word also has a finite verb behind the word."""
        before = self._phrase(self._previous(index))
        if before is None or self._words[before.head].kind == "pronoun":
            return False
        for position in range(index + 1, len(self._chunks)):
            kind = self._kind(position)
            if kind in ("subordinator", "relative", "coordinator") or self._lower(position) in _CLOSERS:
                return False
            chunk = self._chunks[position]
            if chunk.verb and chunk.verb.finite:
                previous = self._previous(position)
                subject = self._phrase(previous)
                governed = self._kind(self._previous(previous)) == "preposition"
                return subject is None or governed
        return False

    def _before(self, index: int, *, reduced: bool) -> _Clause:
        verb = self._chunks[index].verb
        assert verb is not None
        if verb.infinitive:
            return self._infinitive(index)
        if reduced:
            return self._participle(index)
        if not verb.finite:
            return self._gerund(index)
        return self._finite(index)

    def _nearest_verb(self, index: int) -> int | None:
        earlier = [position for position in self._verbs if position < index]
        return self._numbers[earlier[-1]] if earlier else None

    def _infinitive(self, index: int) -> _Clause:
        """An infinitive: the object of its governor does it, else the governor's subject."""
        governor = self._nearest_verb(index)
        if governor is None:
            return _Clause(subject=self._leftmost(index), marker="to")
        above = self._found[governor]
        previous = self._previous(index)
        if self._kind(previous) == "coordinator" and above.marker == "to":
            return _Clause(above.subject, (), above.governor, above.link, "to")
        controlled = above.lemma.split()[0] in _OBJECT_CONTROL and not above.passive
        subject = above.objects[:1] if controlled and above.objects else above.subject
        if controlled and not above.objects and above.obliques:
            subject = (above.obliques[-1].phrase,)
        return _Clause(subject, (), governor, "complement", "to")

    def _participle(self, index: int) -> _Clause:
        """A participle after its noun: the noun is what it is done to."""
        previous = self._previous(index)
        if self._lower(previous) == ",":
            previous = self._previous(previous)
        phrase = self._phrase(previous)
        return _Clause((phrase,) if phrase else (), (), self._nearest_verb(index), "relative")

    def _gerund(self, index: int) -> _Clause:
        previous = self._previous(index)
        governor = self._nearest_verb(index)
        above = self._found[governor] if governor is not None else None
        if self._kind(previous) == "preposition":
            marker = self._lower(previous)
            link: Link = "manner" if marker in ("by", "for", "of", "in", "with", "on") else "adverbial"
            before = self._phrase(self._previous(previous))
            if above is None:
                return _Clause(self._following_subject(index), (), None, link, marker)
            if marker in ("from", "as", "of", "into") and above.objects and before in above.objects:
                return _Clause(above.objects[:1], (), governor, link, marker)
            owned = before is not None and before.owner is not None and marker == "of"
            return _Clause(() if owned else above.subject, (), governor, link, marker)
        if self._kind(previous) == "coordinator" and above is not None:
            return _Clause(above.subject, (), above.governor, above.link, above.marker)
        verb = self._chunks[index].verb
        if self._lower(previous) == "," and verb and verb.passive:
            nearest = self._phrase(self._previous(previous))
            return _Clause((nearest,) if nearest else (), (), governor, "relative")
        phrase = self._phrase(previous)
        if self._kind(previous) == "verb" and above is not None:
            return _Clause(above.subject, (), governor, "complement", "ing")
        if phrase is not None and above is not None and phrase in above.objects:
            return _Clause((phrase,), (), governor, "relative")
        if phrase is not None and above is None:
            return _Clause((phrase,), (), None, "relative")
        return _Clause(above.subject if above else (), (), governor, "adverbial")

    def _following_subject(self, index: int) -> tuple[Phrase, ...]:
        """The subject of the main clause after a gerund that opens the sentence."""
        for position in range(index + 1, len(self._chunks)):
            if self._is_finite(position) and self._lower(self._previous(position)) != ",":
                return self._leftmost(position)
        return ()

    def _finite(self, index: int) -> _Clause:
        previous = self._previous(index)
        if self._kind(previous) == "relative":
            return self._relative(index, previous)
        if self._lower(previous) == "that" and self._kind(previous) == "subordinator":
            return _Clause(governor=self._nearest_verb(index), link="clause")
        if self._kind(previous) == "coordinator":
            shared = self._shared(index)
            if shared is not None:
                return shared
        if self._lower(previous) == "," and self._kind(self._previous(previous)) == "verb":
            shared = self._shared(index)
            if shared is not None:
                return shared
        return self._with_link(index, self._leftmost(index))

    def _relative(self, index: int, relative: int) -> _Clause:
        """A relative clause whose pronoun is the subject."""
        phrases = self._antecedent(relative)
        return _Clause(phrases, (), self._nearest_verb(index), "relative", self._lower(relative))

    def _antecedent(self, relative: int) -> tuple[Phrase, ...]:
        position = self._previous(relative)
        if self._lower(position) == ",":
            position = self._previous(position)
        while position >= 0 and self._kind(position) == "preposition":
            position = self._previous(position)
        phrase = self._phrase(position)
        return (phrase,) if phrase else ()

    def _shared(self, index: int) -> _Clause | None:
        """A second verb of one subject: "met Xi and signed a treaty"."""
        for position in reversed([other for other in self._verbs if other < index]):
            if self._is_finite(position):
                number = self._speaking(index, self._numbers[position])
                above = self._found[number]
                return _Clause(above.subject, (), number, "coordinate", above.marker)
        return None

    def _speaking(self, index: int, number: int) -> int:
        """Join a verb of speech to the one above: "confirmed that they had left and said"."""
        verb = self._chunks[index].verb
        governor = self._found[number].governor
        if verb and governor is not None and self._found[number].link == "clause":
            if verb.lemma in _SPEECH and self._found[governor].lemma in _SPEECH:
                return governor
        return number

    def _leftmost(self, index: int) -> tuple[Phrase, ...]:
        """Find the subject to the left: the first bare phrase of the clause."""
        position = self._previous(index)
        if self._lower(position) == ",":
            position = self._before_parenthesis(position)
        found: int | None = None
        while position >= 0 and not self._is_boundary(position):
            phrase = self._phrase(position)
            if phrase and not phrase.time and self._kind(self._previous(position)) != "preposition":
                found = position
            position -= 1
        if found is None:
            return ()
        return self._coordinated(found, index)

    def _is_boundary(self, position: int) -> bool:
        kind = self._kind(position)
        if kind in ("subordinator", "relative") or self._lower(position) in _CLOSERS:
            return True
        if kind == "verb":
            return not self._is_reduced(position)
        if self._lower(position) == ",":
            return not self._is_list_comma(position)
        if kind == "coordinator":
            return self._joins_clauses(position)
        return self._lower(position) == '"'

    def _joins_clauses(self, position: int) -> bool:
        """Whether a conjunction opens a new clause rather than joining two subjects."""
        before = self._previous(position)
        if self._kind(before) != "phrase":
            return True
        earlier = self._previous(before)
        while self._kind(earlier) in ("preposition", "phrase"):
            earlier = self._previous(earlier)
        return self._kind(earlier) == "verb"

    def _is_list_comma(self, position: int, *, behind: bool = False) -> bool:
        """Whether a comma stands between the members of a list; ``behind`` allows a preposition."""
        before, after = self._phrase(position - 1), self._phrase(position + 1)
        if before is None or after is None or before.time or after.time:
            return False
        if self._words[after.first].kind in ("determiner", "possessive", "pronoun"):
            return False
        following = position + 2
        while self._lower(following) == ",":
            following += 2
        listed = self._kind(following) == "coordinator" and self._phrase(following + 1) is not None
        return listed and (behind or self._kind(self._previous(position - 1)) != "preposition")

    def _before_parenthesis(self, comma: int) -> int:
        """Skip what stands between two commas before a verb; return the place before the first."""
        position = comma - 1
        while position >= 0:
            if self._lower(position) == ",":
                before = position - 1
                opened = self._phrase(before) is not None and self._kind(before - 1) in ("mark", "")
                nested = opened and self._lower(before - 1) == ","
                return self._before_parenthesis(before - 1) if nested else before
            if self._kind(position) == "subordinator" or self._lower(position) in _CLOSERS:
                return comma
            position -= 1
        return comma

    def _coordinated(self, position: int, limit: int) -> tuple[Phrase, ...]:
        """Collect the phrases joined to the one at this place, up to a limit."""
        first = self._phrase(position)
        assert first is not None
        found = [first]
        while True:
            gap = position + 1
            while self._lower(gap) == "of" and self._kind(gap + 1) == "phrase":
                gap += 2
            join = gap
            if self._lower(join) == "," and self._kind(join + 1) == "coordinator":
                join += 1
            listed = self._is_list_comma(join, behind=True)
            joined = self._kind(join) == "coordinator" or listed
            following = self._phrase(join + 1) if joined else None
            if following is None or join + 1 >= limit or self._lower(join) in ("but", "nor"):
                return tuple(found)
            if following.time:
                return tuple(found)
            if self._opens_clause(join + 1, limit):
                return tuple(found)
            found.append(following)
            position = join + 1

    def _opens_clause(self, position: int, limit: int) -> bool:
        """Whether the phrase at this place is the subject of a verb of its own."""
        following = position + 1
        while self._kind(following) in ("other", "preposition", "phrase") and following < limit:
            following += 1
        return following < limit and self._kind(following) == "verb" and self._is_finite(following)

    def _with_link(self, index: int, subject: tuple[Phrase, ...]) -> _Clause:
        """Say how a finite clause with its own subject hangs on what stands before it."""
        if not subject:
            return _Clause()
        opening = self._chunk_at(subject[0].first)
        before = self._previous(opening)
        while self._kind(before) == "phrase" or (
            self._kind(before) == "preposition" or self._lower(before) == ","
        ):
            if self._lower(before) == "," and self._kind(self._previous(before)) != "phrase":
                break
            if self._kind(before) == "preposition" and self._is_bare_start(before):
                break
            before = self._previous(before)
        marker = self._lower(before) if self._kind(before) in ("subordinator", "preposition") else ""
        governor = self._nearest_verb(index)
        if self._kind(before) == "relative":
            gap = self._antecedent(before)
            return _Clause(subject, gap, governor, "relative", self._lower(before))
        if marker == "that" or (self._kind(before) == "verb" and governor is not None):
            return _Clause(subject, (), governor, "clause", marker)
        if marker:
            return _Clause(subject, (), governor, "adverbial", marker)
        return _Clause(subject)

    def _is_bare_start(self, position: int) -> bool:
        return position == 0

    def _chunk_at(self, word: int) -> int:
        for index, chunk in enumerate(self._chunks):
            if chunk.first <= word < chunk.last:
                return index
        return 0

    # What stands after the verb

    def _after(self, index: int) -> tuple[tuple[Phrase, ...], tuple[Oblique, ...]]:
        objects: list[Phrase] = []
        obliques: list[Oblique] = []
        position = index + 1
        while position < len(self._chunks):
            kind = self._kind(position)
            if self._ends(position):
                break
            phrase = self._phrase(position)
            if phrase and not phrase.time:
                if obliques or self._is_subject_of_next(position):
                    break
                if len(objects) < 2:
                    objects.extend(self._coordinated(position, len(self._chunks)))
                    position = self._past_list(position, objects[-1])
                    continue
            if kind == "preposition":
                following = self._phrase(position + 1)
                if following and not following.time:
                    members = self._coordinated(position + 1, len(self._chunks))
                    obliques.extend(Oblique(self._lower(position), member) for member in members)
                    position = self._past_list(position + 1, members[-1])
                    continue
            position += 1
        return tuple(objects), tuple(obliques)

    def _past_list(self, position: int, last: Phrase) -> int:
        while position < len(self._chunks) and self._chunks[position].first < last.first:
            position += 1
        return position + 1

    def _ends(self, position: int) -> bool:
        """Whether the arguments of a verb end here."""
        kind = self._kind(position)
        if kind in ("verb", "subordinator", "relative", "coordinator"):
            return True
        if self._lower(position) == ",":
            following = position + 1
            return self._kind(following) not in ("preposition",) or self._is_time_next(following)
        return self._lower(position) in _CLOSERS

    def _is_time_next(self, position: int) -> bool:
        return self._kind(position + 1) == "verb"

    def _is_subject_of_next(self, position: int) -> bool:
        """Whether the phrase is the subject of a clause that follows without "that"."""
        following = position + 1
        while self._kind(following) == "preposition" and self._kind(following + 1) == "phrase":
            following += 2
        while self._kind(following) == "other" or (
            self._kind(following) == "coordinator" and self._kind(following + 1) == "phrase"
        ):
            following += 1 if self._kind(following) == "other" else 2
        if self._kind(following) != "verb" or following >= len(self._chunks):
            return False
        verb = self._chunks[following].verb
        return bool(verb and verb.finite and not self._is_reduced(following))
