"""What pronouns and definite phrases look like.

None is followed by a name; what follows with "of" is looked at by the resolver.
"""

import re

from loaders.gazetteer.body_noun import load_body_nouns
from loaders.gazetteer.nation_kind import load_nation_kinds

_NO_MORE = r"(?! [A-Z])"
_SAID_OF_NATIONS = (
    r"(?:tiny|small|smaller|large|larger|vast|huge|former|impoverished|poor|poorer|rich|richer|"
    r"wealthy|neighbou?ring|mainly|mostly|largely|predominantly|densely populated|troubled|"
    r"reclusive|secretive|war-torn|tropical|arid|northern|southern|eastern|western)"
)

PERSONAL = re.compile(r"\b(?:he|she|him|his|her|himself|herself)\b", re.IGNORECASE)
NEUTRAL = re.compile(
    r"\b(?:[Ii]ts|itself|it(?= and (?:the|its|[A-Z]))|"
    r"[Ii]t(?= (?:(?:also|never|still|now|then|later|already|\w+ly) ){0,2}"
    r"(?:is|was|has|had|will|would|could|may|might|can|does|did|should|must|\w{2,}(?:ed|s)|said|"
    r"told|put|took|gave|made|sent|held|met|left|began|won|lost|broke|fought|cut|kept|sought|"
    r"struck|paid|led|ran|set|drew|withdrew|went|came|found|built|bought|sold|chose|spent)\b))\b"
)
PLURAL = re.compile(r"\b(?:they|them|their|themselves)\b", re.IGNORECASE)
WE = re.compile(r"\b(?:[Ww]e|us|[Oo]urs?|ourselves)\b")
SELF = re.compile(r"\b(?:I|[Mm]e|[Mm]y|myself)\b")
_NATIONS = (
    r"(?:countries|nations|governments|states|capitals|powers|republics|armies|militaries|"
    r"neighbou?rs|allies|rivals|foes|enemies|kingdoms|monarchies|emirates|islands|members|"
    r"economies|democracies|exporters|producers)"
)
PAIR = re.compile(
    rf"\b(?:[Bb]oth|[Tt]he two|[Tt]hose two|[Tt]heir two|[Tt]wo) (?:[\w-]+ ){{0,3}}?{_NATIONS}\b"
    r"|\b[Tt]he (?:former |old |bitter |feuding |warring )?(?:neighbou?rs|rivals|foes|enemies)\b"
)
SEVERAL = re.compile(
    r"\b(?:[Tt]he|[Aa]ll|[Tt]hose) (?P<count>three|four|five|six) (?:\w+ )?"
    r"(?:countries|nations|governments|states|powers|republics|neighbou?rs|allies)\b"
)
SEVERAL_PEOPLE = re.compile(
    r"\b(?:[Tt]he|[Aa]ll|[Tt]hose) (?P<count>three|four|five|six) "
    r"(?P<plural>leaders|presidents|premiers|heads of state|(?:foreign |defen[cs]e |prime )?"
    r"ministers|envoys|diplomats|officials|generals|negotiators)\b"
)
PARTIES = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two|[Tt]he (?:warring|opposing|conflicting)) (?:sides|parties|camps)\b"
)
LEADERS = re.compile(
    r"\b(?P<two>[Bb]oth|[Tt]he two|[Tt]he) (?:leaders|presidents|premiers|heads of state)\b"
    r"|\b[Tt]he (?P<pair>pair)\b"
)
TWO_PEOPLE = re.compile(
    r"\b(?P<two>[Bb]oth|[Tt]he two|[Tt]he) "
    r"(?:(?P<title>(?:foreign |defen[cs]e |prime )?(?:minister|envoy|diplomat|official|general|"
    r"negotiator))s|(?:wo)?men)\b"
)
HIS_NATION = re.compile(
    r"\b(?:(?P<owner>his|her) (?:country|government|administration|nation|cabinet|regime|homeland)"
    r"|(?P<neutral>its) (?:government|administration))\b",
    re.IGNORECASE,
)
OTHER_PERSON = re.compile(
    r"\b(?P<owner>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:(?:[A-Z]\w+|chief|top|foreign|defen[cs]e) )?"
    r"(?P<noun>host|hostess|guest|visitor|colleague|counterpart|"
    r"opponent|rival|opposite number|deputy|predecessor|successor|spokesman|spokeswoman)"
    r"\b(?! [A-Z])"
)
NEIGHBOR = re.compile(
    r"\b(?P<owner>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y) "
    r"(?:[a-z][\w-]+ ){0,2}neighbou?r\b(?! [A-Z])"
)
THE_NEIGHBOR = re.compile(
    r"\b[Tt]he (?:big|bigger|larger|large|smaller|small|giant|powerful|poorer|richer|mighty|"
    r"(?:north|south|east|west)ern) neighbou?r\b(?! (?:of\b|to\b|[A-Z]))"
)
NEIGHBOR_OF = re.compile(
    r"\b[Tt]he (?:[a-z][\w-]+ )?neighbou?r of (?:the )?(?P<nation>[A-Z]\w+)(?: [A-Z]\w+)*"
)
NEIGHBOR_TO = re.compile(
    r"\b[Tt]he neighbou?r to the (?P<direction>north|south|east|west)\b(?! [A-Z])"
)
COLONIAL_POWER = re.compile(
    r"\b(?:[Tt]he|[Ii]ts) (?:former |one-time |old |ex-)?colonial (?:power|ruler|master)\b"
)
BODIES = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two) (?:\w+ )?(?P<plural>groups|movements|factions|militias|companies|"
    r"firms|banks|airlines|parties|agencies|charities|unions|organi[sz]ations|manufacturers|"
    r"makers|newspapers|blocs|bodies)\b"
)
CITIZENS = re.compile(r"\b(?:[Bb]oth|[Tt]he two) (?P<nation>[A-Z]\w+s)\b(?! [A-Z])")
HOSTS = re.compile(r"\b(?P<owner>[Hh]is|[Hh]er) hosts\b")
OFFICE = re.compile(
    r"\b[Tt]he (?:(?P<nation>[A-Z][\w.]+) )?(?P<title>president|prime minister|premier|chancellor|"
    r"foreign minister|king|emir|secretary of state|defen[cs]e minister|secretary-general|monarch|"
    r"ambassador|envoy|supreme leader|leader|ruler|pope|minister|spokesman|spokeswoman|general|"
    r"governor|pontiff|judge|senator|mayor|queen|commander|chief|chairman|high commissioner|"
    r"lawmaker|head of state|sultan|director general)\b(?! [A-Z])"
)
STATE = re.compile(
    r"\b[Tt]he (?:government|authorities|regime|state)\b(?! (?:(?:in|shutdown)\b|[A-Z]))"
)
FORCES = re.compile(
    r"\b[Tt]he (?:army|military|navy|air force|armed forces|police|troops)\b(?! [A-Z])"
)
REBEL_GROUP = re.compile(
    r"\b[Tt]he (?:country's |nation's )?(?:(?:last|main|largest|biggest) )?(?:active )?"
    r"(?:rebel|guerrilla|insurgent) (?:group|movement|army|force)\b(?! [A-Z])"
)
REBELS = re.compile(r"(?:\b[Tt]he )?\b(?:[Rr]ebels|[Gg]uerrillas|[Ii]nsurgents|[Mm]ilitants)\b")


def country_pattern() -> re.Pattern[str]:
    """Return what stands for a nation: "the country", "the African nation", "the oil exporter"."""
    kinds = "|".join(sorted(load_nation_kinds(), key=len, reverse=True))
    return re.compile(
        rf"\b[Tt]he (?:{_SAID_OF_NATIONS} )?(?:(?i:{kinds}) ){{0,2}}(?:country|kingdom|republic|"
        rf"Islamic Republic|nation|state|islands?|emirate|sultanate|archipelago|monarchy|"
        rf"(?:oil|gas|crude) (?:exporter|producer|supplier)|nuclear power|"
        rf"(?i:{kinds}) member(?: state)?)\b{_NO_MORE}"
    )


def kind_pair_pattern() -> re.Pattern[str]:
    """Return what stands for two nations of a kind that it does not count."""
    kinds = "|".join(sorted(load_nation_kinds(), key=len, reverse=True))
    return re.compile(rf"\b[Tt]he (?:former )?(?:(?i:{kinds}) ){{1,2}}{_NATIONS}\b")


def body_pattern() -> re.Pattern[str]:
    """Return what stands for an organization: "the guerrilla group", "the Brazilian builder"."""
    nouns = "|".join(sorted(load_body_nouns(), key=len, reverse=True))
    return re.compile(
        r"\b(?:[Tt]he|[Tt]hat|[Tt]his) "
        r"(?:(?!(?:the|an?|all|both|his|her|its|their|our|my|no|other|same|first|second|rival)\b)"
        r"[a-z\d][\w-]+ "
        rf"|(?P<nation>[A-Z]\w+) )?"
        rf"(?P<noun>{nouns})\b{_NO_MORE}"
    )


def own_body_pattern() -> re.Pattern[str]:
    """Return what stands for somebody's organization: "his movement"."""
    nouns = "|".join(sorted(load_body_nouns(), key=len, reverse=True))
    return re.compile(rf"\b(?:[Hh]is|[Hh]er) (?P<noun>{nouns})\b{_NO_MORE}")
