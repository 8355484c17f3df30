"""The words that make a capitalized name a person, and those that forbid it."""

PARTICLES = frozenset(
    "bin ibn bint al el ben ould abu de del della der den van von da dos das do du di la le los las "
    "ter ten y e zu af av e'".split()
)
"""Lower-case words inside a name."""

HUMAN_NOUNS = frozenset(
    "activist adviser advisor agent aide ally ambassador analyst author banker billionaire brother "
    "businessman businesswoman candidate captain champion chief cleric commander commentator "
    "correspondent counterpart critic daughter defector delegate deputy diplomat director dissident "
    "doctor economist editor envoy executive expert farmer father fighter founder fugitive general "
    "guerrilla head heir historian husband imam inspector journalist judge king lawmaker lawyer leader "
    "legislator mayor mediator militant minister mother negotiator novelist officer official "
    "opponent orator partner physicist pilot pastor poet politician pope predecessor president priest "
    "prince princess prisoner professor prosecutor queen rebel reporter researcher rival scholar "
    "scientist secretary senator singer sister soldier son spokesman spokesperson spokeswoman spy "
    "strategist student successor survivor suspect teacher theologian trader veteran victim warlord "
    "widow wife winner writer lobbyist cousin nephew niece uncle aunt colleague boss chairman "
    "chairwoman tycoon oligarch philosopher preacher scholar whistleblower attorney director-general "
    "activists lawmakers senators founders".split()
)
"""Before a name, or in the apposition after it, these say that it is a person's."""

SPEECH_VERBS = frozenset(
    "said says told tells added adds replied argued warned insisted tweeted explained recalled noted "
    "stressed vowed testified admitted complained".split()
)

NO_NAMES = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July "
    "August September October November December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Oct. Nov. "
    "Dec. The A An In On At By For From With To Of And But Or As If It He She They We I His Her Their "
    "Its Our My This That These Those There Here When While After Before Since Although Though Because "
    "However Meanwhile Also Not No Yes Some Many Most Both All Each Every Who What Why How Where Then "
    "Now Later Earlier Under Over During Between Among Despite According Last Next Former New Old Two "
    "Three Four Five Six Seven Eight Nine Ten Instead Even Still Only Just Until Unless Once Western "
    "Eastern Northern Southern Central Republican Democratic Democrat Republicans Democrats Christian "
    "Muslim Muslims Islamic Islamist Jewish Catholic Kurdish Kurds Arab Arabs Sunni Shiite Shia "
    "Hindu Buddhist European Europeans African Asian Communist Nazi Marxist Zionist Twitter Facebook "
    "Internet Christmas Easter Ramadan God North South East West Cold World Great Holy Gulf Pacific "
    "Atlantic Mediterranean Arctic Brexit Published Updated Reporting Editing Photo File Advertisement "
    "Analysts Officials Critics Experts Police Troops Protesters Lawmakers Economists Diplomats "
    "Sanctions Talks State National Federal Royal Supreme General-Secretary Nuclear Foreign".split()
)
"""Capitalized words that are part of no person's name."""

NO_PERSON_WORDS = frozenset(
    "Sea Street Avenue River Lake Mount Mountain Mountains Island Islands Strait Gulf Peninsula City "
    "Town Village Province Region Valley Airport Square Palace Tower Towers Airlines Bay Cape County "
    "District Bridge Road Hall Hotel Stadium House War Wars Accord Accords Treaty Agreement Declaration "
    "Summit Day Olympics Olympic Cup Protocol Resolution Convention Act Plan Initiative Games Conference "
    "Constitution Amendment Bill Prize Award Times Post Journal News Tribune Herald Daily Weekly "
    "Magazine Press Television TV Radio Studios Channel Network University College School Institute "
    "Academy Center Centre Foundation Hospital Church Mosque Temple Cathedral Museum Library Park "
    "Garden Ministry Department Agency Bureau Office Commission Committee Council Court Parliament "
    "Assembly Senate Congress Party Union League Front Movement Alliance Coalition Federation Forum "
    "Association Organization Organisation Group Corporation Corp Corp. Company Co. Inc Inc. Ltd Ltd. "
    "Bank Fund Exchange Holdings Industries Motors Energy Oil Gas Steel Electric Electronics Army Navy "
    "Force Forces Guard Guards Corps Brigade Brigades Battalion Division Command Police Service "
    "Services Authority Administration Board Trust Society Club Security Defense Defence Intelligence "
    "Reef Shoal Heights Hills Plateau Canal Port Base Field Highway Desert Ocean Basin Border Line Zone "
    "Area Territory Republic Kingdom Empire Emirates State States Nation Nations Bloc Pact Deal Charter "
    "Statement Memorandum Treaty Talks Process Dialogue Revolution Spring Uprising Massacre Crisis "
    "Doctrine Policy Rights Watch International Global Partnership Belt Programme Program Project".split()
)
"""A name that holds one of these is no person's."""
