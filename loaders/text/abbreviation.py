"""Abbreviations: the words whose period does not end a sentence."""

ABBREVIATIONS = frozenset(
    "Mr Mrs Ms Dr Prof Rev Hon Fr Sr Jr St Ste Mt Ft No Nos vs etc Inc Corp Co Ltd Bros Dept Gov Sen "
    "Rep Reps Sens Govs Gen Lt Col Maj Capt Cmdr Cdr Adm Brig Sgt Cpl Pvt Det Insp Supt Amb Pres Sec "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun "
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb "
    "Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ave Blvd Ct Univ Assn Natl Intl approx est".split()
)
"""Words that keep their period, without it; most stand before a name or a number."""

CLOSING_ABBREVIATIONS = frozenset("Inc Corp Co Ltd Bros Jr Sr etc".split())
"""Those that may also stand at the end of a sentence."""

SENTENCE_OPENERS = frozenset(
    "The A An This That These Those It Its He She They We I You His Her Their Our My There Here In On "
    "At By For From With Without After Before Since Until While When Where Why How What Who If Although "
    "Though Because As And But Or Nor So Yet However Meanwhile Moreover Also Earlier Later Both Each "
    "Some Many Most Several Few All Any No Not Nobody Nothing Under Over During Between Among Despite "
    "Instead Last Next Now Then To Such Other Another One Two Three Four Five Neither Either "
    "Nevertheless Still Even Only Just Analysts Officials Critics Experts".split()
)
"""Words that open a sentence after an abbreviation such as "U.S."."""
