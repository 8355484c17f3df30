"""The words that tell how a name is used."""

PLACE_PREPOSITIONS = frozenset("in at near outside inside around across throughout within into".split())
"""A name after one of these is a place."""

SUPPORTING_PREPOSITIONS = PLACE_PREPOSITIONS | frozenset(
    "to from with against between of for toward towards by on".split()
)
"""A doubtful name after one of these may well be a nation."""

MOTION_WORDS = frozenset(
    "travel travels traveled travelled traveling travelling fly flies flew flown flying go goes went "
    "going gone arrive arrives arrived arriving arrival return returns returned returning trip trips "
    "visit visits visited visiting send sends sent sending head heads headed heading drive drove move "
    "moved moves moving come comes came coming flee fled fleeing depart departs departed departing "
    "departure leave leaves left leaving tour toured tours deport deported deporting journey journeys "
    "flight flights route bring brought way enter entered entering extradited extradite evacuated "
    "withdrawal expelled cross crossed crossing reach reached reaching drove escape escaped rushed "
    "export exports exported import imports imported ship shipped shipments convoy returns".split()
)
"""Beside one of these, a name after "to", "from" or none is a place."""

LANGUAGE_WORDS = frozenset("in speak speaks spoke speaking spoken into fluent learn translated".split())
"""Before one of the doubtful adjectives these mean the language."""

ACTING_WORDS = frozenset(
    "president prime foreign defense defence interior finance government military troops army forces "
    "official officials parliament minister ministry lawmakers police court courts ambassador "
    "diplomat diplomats leader leaders soldier soldiers authorities president's navy border territory "
    "people capital president-elect opposition separatists security intelligence".split()
)
"""Before one of these, an adjective speaks of the state."""

LINKING_CAPITALS = frozenset(
    "In At From To With On By For And But As While When After Before Since Against Between The A An "
    "Of If Although Though Both Eastern Western Northern Southern Central Upper Lower Southwestern "
    "Modern Soviet Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March "
    "April May June July August September October November December Meanwhile Why How Will Can Does "
    "Did Is Has Would Should Could Only Until Across Throughout Near Inside Outside Neighboring".split()
)
"""Capitalized words before a name that are no part of it."""
