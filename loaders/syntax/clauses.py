"""Clauses: each verb group with its subject, arguments and the predication that it hangs on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Link, Phrase, Predication, Word
from loaders.syntax.noun_phrases import NounPhrases
from loaders.syntax.tree import Tree
from loaders.syntax.verb_arguments import VerbArguments
from loaders.syntax.verb_groups import VerbGroup

_MANNER = frozenset(("by", "for", "of", "in", "with", "on"))
"""Before a gerund these say how or in what something is done."""

_OF_OBJECT = frozenset(("from", "as", "of", "into", "for"))
"""Behind an object these make it the one who does it: "accused Iran of hiding"."""

_GIVEN = 2
"""Objects of a verb that gives somebody something."""

_BEFORE_CLAUSES = frozenset(("after", "before", "since", "until", "as"))
"""Conjunctions that are prepositions too."""

_ALL = frozenset(("both", "all", "each", "neither", "none"))
"""Counts of a relative clause that tell of all those before it, or of none of them."""

_WHERE = frozenset(("where", "when"))
_NOMINAL = ("obl", "nmod", "obj", "nsubj")


@dataclass(frozen=True, slots=True)
class _Opening:
    """What a verb hangs on, how, and the subject that it has from there.

    ``gap`` is what a relative clause is about where that is not its subject.
    """

    subject: tuple[Phrase, ...] = ()
    gap: tuple[Phrase, ...] = ()
    governor: int | None = None
    link: Link | None = None
    marker: str = ""


class ClauseFinder:
    """Finds the predications of one sentence."""

    def __init__(
        self,
        words: Sequence[Word],
        tree: Tree,
        phrases: NounPhrases,
        groups: Sequence[VerbGroup],
    ) -> None:
        self._words = words
        self._tree = tree
        self._phrases = phrases
        self._groups = groups
        self._numbers = {group.node: number for number, group in enumerate(groups)}
        self._arguments = VerbArguments(words, tree, phrases)
        self._openings: dict[int, _Opening] = {}

    def find(self) -> tuple[Predication, ...]:
        """Return the predications from left to right."""
        found = [self._predication(group) for group in self._groups]
        for before, after in pairwise(range(len(found))):
            found[before], found[after] = self._parted(found[before], found[after])
        return tuple(found)

    def _parted(self, first: Predication, second: Predication) -> tuple[Predication, Predication]:
        """Return two verbs, the object of the first not taken for a subject of the second.

        A headline has two sentences with a comma: "Oslo expels envoy, Lima recalls its own".
        """
        taken = second.subject[:1]
        if first.objects or len(second.subject) != 2 or taken[0].first != first.last:
            return first, second
        if self._words[taken[0].last].text != ",":
            return first, second
        return replace(first, objects=taken), replace(second, subject=second.subject[1:])

    def _behind_conjunction(self, group: VerbGroup) -> tuple[Phrase, ...]:
        """Return the subject of a clause that was taken for a phrase of time.

        "A week after the king, Ali Roy, refused": the finite verb has no other.
        """
        apart = self._tree.main_relation(group.node) == "advcl" and group.finite
        if not apart or group.passive or self._tree.children(group.node, "nsubj"):
            return ()
        # The conjunction is found to belong to the clause, else to the phrase.
        markers = ("",) if self._tree.children(group.node, "mark") else _BEFORE_CLAUSES
        before = [one for one in self._tree.children(group.node, "obl") if one < group.first]
        found = [one for one in before if self._arguments.marker(one) in markers]
        phrases = (self._phrases.over(one) for one in found)
        return tuple(one for one in phrases if one and not one.time)[-1:]

    def _predication(self, group: VerbGroup) -> Predication:
        opening = self._opening(group.node)
        return Predication(
            first=group.first,
            last=group.last,
            head=group.head,
            lemma=group.lemma,
            finite=group.finite,
            passive=group.passive,
            future=group.future,
            past=group.past,
            modal=group.modal,
            negated=group.negated,
            marker=opening.marker,
            subject=opening.subject,
            objects=self._arguments.objects(group.node, group.head) or opening.gap,
            obliques=self._arguments.obliques(group.node, group.head),
            governor=opening.governor,
            link=opening.link,
        )

    def _opening(self, node: int) -> _Opening:
        """Return the opening of a verb, which may need that of a verb above."""
        if node not in self._openings:
            self._openings[node] = _Opening()
            found = self._found(node)
            own = self._arguments.subject(node)
            own = own or self._behind_conjunction(self._groups[self._numbers[node]])
            if own and found.link != "relative":
                found = _Opening(own, found.gap, found.governor, found.link, found.marker)
            self._openings[node] = found
        return self._openings[node]

    def _found(self, node: int) -> _Opening:
        relation = self._tree.relation(node)
        match self._tree.main_relation(node):
            case "xcomp":
                return self._adverbial(node) if self._is_charged(node) else self._complement(node)
            case "ccomp":
                return _Opening((), (), self._above(node), "clause", self._marker(node))
            case "advcl":
                return self._adverbial(node)
            case "acl":
                relative = relation == "acl:relcl"
                return self._relative(node) if relative else self._of_noun(node)
            case "conj":
                return self._coordinate(node)
            case "parataxis":
                return self._quoted(node)
            case main if main in _NOMINAL and self._groups[self._numbers[node]].lemma != "be":
                return self._adverbial(node)
            case _:
                return _Opening(marker=self._marker(node))

    def _above(self, node: int) -> int | None:
        """Return the number of the nearest predication above a word."""
        found = (self._numbers[one] for one in self._tree.ancestors(node) if one in self._numbers)
        return next(found, None)

    def _marker(self, node: int) -> str:
        marks = self._tree.children(node, "mark", "case")
        marks += [one for one in self._tree.children(node, "advmod") if self._subordinates(one)]
        before = [one for one in marks if one <= self._groups[self._numbers[node]].head]
        return self._words[min(before)].lower if before else ""

    def _subordinates(self, index: int) -> bool:
        return self._words[index].kind == "subordinator"

    def _is_charged(self, node: int) -> bool:
        """Whether a gerund tells of what an object is accused, or is kept: "of hiding"."""
        return self._words[node].form == "gerund" and self._marker(node) in _OF_OBJECT

    def _complement(self, node: int) -> _Opening:
        """An infinitive: the object of its governor does it, else the governor's subject."""
        governor = self._above(node)
        subject = self._controller(governor)
        return _Opening(subject, (), governor, "complement", self._marker(node))

    def _controller(self, governor: int | None) -> tuple[Phrase, ...]:
        if governor is None:
            return ()
        above = self._groups[governor]
        objects = self._arguments.objects(above.node, above.head)
        obliques = self._arguments.obliques(above.node, above.head)
        if above.lemma == "give" and len(objects) == _GIVEN:
            # "Gave the envoy a day to leave": it is the envoy who leaves.
            return objects[:1]
        if above.lemma.split()[0] in word_list("object_control") and not above.passive:
            if objects:
                return objects[:1]
            if obliques:
                return (obliques[-1].phrase,)
        return self._subject_of(governor)

    def _adverbial(self, node: int) -> _Opening:
        governor = self._above(node)
        marker = self._marker(node)
        if governor is None:
            return self._of_noun(node) if marker == "to" else _Opening(marker=marker)
        governor = self._outside(node, governor)
        above = self._groups[governor]
        if marker == "to":
            return self._complement(node)
        gerund = self._words[node].form == "gerund"
        link: Link = "manner" if gerund and marker in _MANNER else "adverbial"
        objects = self._arguments.objects(above.node, above.head)
        if gerund and marker in _OF_OBJECT and objects:
            return _Opening(objects[:1], (), governor, link, marker)
        return _Opening(self._subject_of(governor), (), governor, link, marker)

    def _outside(self, node: int, governor: int) -> int:
        """Return the verb that a participle behind a comma tells more of.

        Where it was taken for a part of a relative clause that no comma opens, it is the one above:
        "will boycott the vote that Roy has called, accusing him of fraud".
        """
        group = self._groups[self._numbers[node]]
        opening = self._opening(self._groups[governor].node)
        if self._words[node].form != "gerund" or self._words[group.first - 1].text != ",":
            return governor
        if opening.link != "relative" or opening.governor is None:
            return governor
        inside = self._tree.subtree(self._groups[governor].node)
        opens = min(one for one in inside if self._words[one].text != ",")
        return governor if self._words[opens - 1].text == "," else opening.governor

    def _relative(self, node: int) -> _Opening:
        """A relative clause: its noun does it, or it is done to its noun."""
        counted = self._counted(node)
        noun = self._phrases.over(self._tree.head(node))
        antecedent = counted or ((noun,) if noun else ())
        governor = self._above(node)
        pronouns = [one for one in self._tree.subtree(node) if self._words[one].kind == "relative"]
        marker = self._words[min(pronouns)].lower if pronouns else ""
        led = bool(counted) or self._arguments.relative_subject(node)
        own = () if led else self._arguments.subject(node)
        # "A strip that both claim": somebody does it, though no phrase tells who.
        if own or (self._tree.children(node, "nsubj") and not led):
            gap = () if self._is_of_place(node) else antecedent
            return _Opening(own, gap, governor, "relative", marker or self._marker(node))
        return _Opening(antecedent, (), governor, "relative", marker)

    def _counted(self, node: int) -> tuple[Phrase, ...]:
        """Return of whom a clause tells that opens with a count of them: ", both of which"."""
        number = self._numbers[node]
        # The words from the verb before to this one: the count opens this clause.
        begin = self._groups[number - 1].last if number else 0
        before = range(max(begin, 1), self._groups[number].first - 2)
        for index in reversed(before):
            following = self._words[index + 1], self._words[index + 2]
            counts = self._words[index].lower in _ALL and following[0].lower == "of"
            if counts and following[1].kind == "relative" and self._words[index - 1].text == ",":
                last = self._phrases.over(index - 2)
                top = last.head if last else index - 2
                while self._tree.main_relation(top) == "conj":
                    top = self._tree.head(top)
                return self._phrases.joined(top)
        return ()

    def _is_of_place(self, node: int) -> bool:
        """Whether a clause tells what happened somewhere: "in Oslo, where he met"."""
        return any(self._words[one].lower in _WHERE for one in self._tree.children(node, "advmod"))

    def _of_noun(self, node: int) -> _Opening:
        """A participle, gerund or infinitive that hangs on a noun."""
        noun = self._phrases.over(self._tree.head(node))
        bare = (noun,) if noun else ()
        owned = noun is not None and noun.owner is not None
        governor = self._above(node)
        marker = self._marker(node)
        if self._arguments.subject(node):
            return _Opening((), (), governor, "clause", marker)
        if marker == "to" and governor is None:
            # A headline: "Norway to scrap pact".
            return _Opening(bare, marker=marker)
        if marker == "to":
            return _Opening(
                bare if owned else self._subject_of(governor), (), governor, "complement", marker
            )
        if self._stands_apart(node, noun):
            return _Opening(self._subject_of(governor), (), governor, "adverbial")
        if marker:
            link: Link = "manner" if marker in _MANNER else "adverbial"
            return _Opening(() if owned else self._subject_of(governor), (), governor, link, marker)
        return _Opening(bare, (), governor, "relative")

    def _stands_apart(self, node: int, noun: Phrase | None) -> bool:
        """Whether a gerund is set off by a comma from the object that it was taken to tell of.

        The subject of the verb does it: "expelled the envoy, accusing him of spying".
        """
        group = self._groups[self._numbers[node]]
        governor = self._above(node)
        return (
            noun is not None
            and governor is not None
            and self._groups[governor].head < noun.head
            and self._words[node].form == "gerund"
            and self._words[group.first - 1].text == ","
        )

    def _subject_of(self, number: int | None) -> tuple[Phrase, ...]:
        return () if number is None else self._opening(self._groups[number].node).subject

    def _coordinate(self, node: int) -> _Opening:
        """A second verb of one subject: "met Xi and signed a treaty"."""
        first = self._tree.head(node)
        if first not in self._numbers:
            return _Opening(marker=self._marker(node))
        above = self._opening(first)
        if self._arguments.subject(node):
            return _Opening(marker=self._marker(node))
        number = self._numbers[first]
        group = self._groups[self._numbers[node]]
        told = group.finite and (group.past or group.future)
        while above.link == "complement" and above.marker == "to" and told:
            # "Urged Peru to sign and appealed": what has a tense stands beside "urged".
            if above.governor is None:
                break
            number = above.governor
            above = self._opening(self._groups[number].node)
        if above.link == "clause" and self._stands_beside_speaking(number, above.governor, group):
            number = above.governor or 0
            above = self._opening(self._groups[number].node)
        outside = above.governor if above.link == "relative" else None
        if outside is not None and self._closes(self._groups[number].node, node):
            number = outside
            above = self._opening(self._groups[number].node)
        if above.link in ("complement", "manner", "clause"):
            return above
        return _Opening(above.subject, (), number, "coordinate", above.marker)

    def _stands_beside_speaking(self, clause: int, speaking: int | None, joined: VerbGroup) -> bool:
        """Whether a verb joined to a clause in another tense is the speaker's own.

        "Demanded that Lima withdraw and urged", "said Lima would withdraw and summoned". After
        "had" or "were" the two may share it: "said gunmen had crossed and killed".
        """
        if speaking is None or not self._is_plain_past(joined):
            return False
        first = self._groups[clause]
        apart = bool(first.modal) or not (first.past or first.passive)
        return self._groups[speaking].past and apart

    def _is_plain_past(self, group: VerbGroup) -> bool:
        bare = not group.modal and not self._tree.children(group.node, "aux")
        return group.finite and group.past and bare

    def _closes(self, relative: int, node: int) -> bool:
        """Whether a comma ends the relative clause that one opened, before a verb that is joined.

        That verb stands beside the one above: "met Boric, who offered help, and left for Rome".
        """
        inside = self._tree.subtree(relative)
        opens = min(one for one in inside if self._words[one].text != ",") - 1
        joining = self._tree.children(node, "cc")
        places = (opens, joining[0] - 1) if joining else ()
        return bool(places) and all(self._words[one].text == "," for one in places if one > 0)

    def _quoted(self, node: int) -> _Opening:
        """A clause beside another is what that says, where that is a verb of speech."""
        governor = self._above(node)
        if governor is None or self._speaks(self._numbers[node]) or not self._speaks(governor):
            return _Opening()
        return _Opening((), (), governor, "clause")

    def _speaks(self, number: int) -> bool:
        return self._groups[number].lemma in word_list("speaking_verbs")
