"""Things: where "it" means no nation and no body, but nothing, an event, or a thing made or agreed.

"It is clear that", "it rained", "it was his first visit", "the treaty ... It was signed in 1987".
"""

import re

from loaders.gazetteer.agent_noun import load_agent_nouns
from loaders.gazetteer.body_noun import load_body_nouns
from loaders.gazetteer.word_list import word_list
from loaders.syntax.analysis import Phrase, Predication, SentenceSyntax
from loaders.syntax.closed_words import BE

_CLAUSE = r"(?:that|whether|if|how|why|who|when|where|what|which)"
_EMPTY = re.compile(
    rf"(?:is|was|has been|had been|will be|would be|remains|remained|became|seems|seemed|appears|"
    rf"appeared|looks|looked)(?: (?:not|n't|also|still|now|then|too|\w+ly|far from))* "
    rf"(?:[a-z-]+ {_CLAUSE}\b|(?:possible|impossible|necessary|important|essential|vital|hard|"
    rf"difficult|easy|time|up|good|better|best|wrong|right|unfair|illegal|dangerous|premature|"
    rf"early|late|common|natural|normal|useless|pointless|worth|safe)\b(?: enough)? (?:to|for)\b)"
    rf"|(?:seems|appears|emerged|emerges|follows|happened|happens|turned out|turns out|transpired|"
    rf"came|comes|takes|took)(?: \w+ly)? (?:that|as|after|amid|days|weeks|months|hours|years)\b"
)


def is_thing(syntax: SentenceSyntax, start: int) -> bool:
    """Whether the pronoun "it" at an offset means neither a nation nor a body."""
    for phrase in syntax.phrases:
        alone = phrase.last - phrase.first == 1
        if alone and syntax.words[phrase.first].start == start:
            governing = syntax.governing(phrase)
            # The language model marks what has no meaning: "it is clear that" has no subject.
            if governing is None or _is_empty(syntax, phrase):
                return True
            return phrase in governing.subject and _is_said_of_things(syntax, governing)
    return False


def _is_empty(syntax: SentenceSyntax, pronoun: Phrase) -> bool:
    """Whether nothing is meant, and what is meant follows: "it was not clear whether"."""
    return bool(_EMPTY.match(syntax.text(pronoun.last, len(syntax.words))))


def _is_said_of_things(syntax: SentenceSyntax, told: Predication) -> bool:
    if told.passive:
        return told.verb in word_list("done_to_things")
    if told.verb in word_list("done_by_things"):
        return True
    is_being = told.verb == "be" or syntax.words[told.head].lower in BE
    return is_being and any(_is_no_actor(syntax, phrase) for phrase in told.objects)


def _is_no_actor(syntax: SentenceSyntax, phrase: Phrase) -> bool:
    """Whether a phrase is told of what neither a nation nor a body can be: "his first visit"."""
    head = syntax.words[phrase.head]
    acts = (
        head.lemma in load_agent_nouns()
        or head.lemma in load_body_nouns()
        or head.lemma in word_list("told_of_nations")
    )
    return head.kind == "noun" and not acts
