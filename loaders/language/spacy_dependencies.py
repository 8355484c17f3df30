"""Dependencies of spaCy as Universal Dependencies.

The English pipelines of spaCy use the labels of ClearNLP: prepositions head their phrases, and "be"
heads what is said with it. Labels that are no such ones are taken for Universal Dependencies.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from loaders.language.analysis import ROOT, WordAnalysis

_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "ROOT": "root",
        "acomp": "xcomp",
        "agent": "case",
        "attr": "xcomp",
        "auxpass": "aux:pass",
        "csubjpass": "csubj:pass",
        "dative": "iobj",
        "dobj": "obj",
        "neg": "advmod",
        "nn": "compound",
        "npadvmod": "obl:unmarked",
        "nsubjpass": "nsubj:pass",
        "num": "nummod",
        "oprd": "xcomp",
        "pcomp": "advcl",
        "pobj": "obl",
        "poss": "nmod:poss",
        "preconj": "cc:preconj",
        "predet": "det:predet",
        "prt": "compound:prt",
        "quantmod": "advmod",
        "relcl": "acl:relcl",
    }
)
_PREPOSITIONS = frozenset(("prep", "agent"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))


def dependencies(doc: Any) -> tuple[WordAnalysis, ...]:
    """Return the words of a parsed document, its prepositions hung on what follows them."""
    return tuple(_word(token) for token in doc)


def _word(token: Any) -> WordAnalysis:
    upos = str(token.pos_) or "X"
    label = str(token.dep_)
    governed = _object(token) if label in _PREPOSITIONS else None
    if governed is not None:
        return WordAnalysis(upos, int(governed.i), "case")
    if label in ("pobj", "pcomp") and str(token.head.dep_) in _PREPOSITIONS:
        return WordAnalysis(upos, _head(token.head), _behind_preposition(token))
    if label == "case" and str(token.text) in ("'s", "'"):
        return WordAnalysis("PART", _head(token), "case")
    return WordAnalysis(upos, _head(token), _LABELS.get(label, label or "dep"))


def _object(preposition: Any) -> Any | None:
    objects = [one for one in preposition.children if str(one.dep_) in ("pobj", "pcomp")]
    return objects[0] if objects else None


def _behind_preposition(token: Any) -> str:
    if str(token.dep_) == "pcomp":
        return "advcl"
    if str(token.head.dep_) == "agent":
        return "obl:agent"
    return "nmod" if str(token.head.head.pos_) in _NOMINAL else "obl"


def _head(token: Any) -> int:
    """Return the head of a word; a preposition stands for what it hangs on."""
    head = token.head
    while str(head.dep_) in _PREPOSITIONS and _object(head) is not None and head.i != head.head.i:
        head = head.head
    return ROOT if head.i == token.i else int(head.i)
