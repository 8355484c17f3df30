"""The smallest closed word classes of English."""

from functools import cache
from itertools import chain

from loaders.gazetteer.word_list import word_list

POSSESSIVES = frozenset(("his", "her", "its", "their", "our", "my", "your", "whose"))
COORDINATORS = frozenset(("and", "or", "but", "nor"))
RELATIVES = frozenset(("who", "which", "whom", "that", "where", "when"))
NEGATIONS = frozenset(("not", "n't", "never", "no", "neither", "hardly", "without"))
BE = frozenset(("be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"))
HAVE = frozenset(("have", "has", "had", "having", "'ve"))
DO = frozenset(("do", "does", "did"))

_CLOSED_LISTS = (
    "determiners", "prepositions", "pronouns", "subordinators", "modals", "adverbs",
)  # fmt: skip


@cache
def function_words() -> frozenset[str]:
    """Return the words of all closed classes; what is none of them begins or heads a phrase."""
    listed = (word_list(name) for name in _CLOSED_LISTS)
    return frozenset(chain(*listed, COORDINATORS, POSSESSIVES, RELATIVES, NEGATIONS, ("to",)))
