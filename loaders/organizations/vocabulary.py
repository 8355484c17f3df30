"""The words that make a capitalized name an organization."""

HEADS = {
    "GOVERNMENT_BODY": "Ministry Department Agency Bureau Court Parliament Assembly Senate "
    "Office Army Navy Forces Police Authority Administration Tribunal Directorate Secretariat "
    "Inspectorate Treasury Guard Guards Corps Command",
    "COMPANY": "Corp Corp. Corporation Inc Inc. Ltd Ltd. Company Co. Group Holdings Industries Motors "
    "Airlines Airways Railways Bank Enterprises Electric Electronics Steel Telecom Petroleum PLC",
    "PARTY": "Party",
    "ARMED_GROUP": "Brigade Brigades Battalion Battalions Militia Militias",
    "NEWS_AGENCY": "Times Post Herald Tribune Gazette Broadcasting Newspaper",
    "OTHER": "University College Institute Institution Academy Foundation Federation Association "
    "Organization Organisation Union League Council Committee Society Trust Coalition Center Centre "
    "Movement Front Fund Board Chamber Commission Congress Club Network Watch Observatory Alliance",
}
"""The words that an organization's name is built on, by the kind of organization."""

KIND_OF_HEAD = {head: kind for kind, heads in HEADS.items() for head in heads.split()}

SECTORS = {"GOVERNMENT_BODY": "GOV", "COMPANY": "BUS", "PARTY": "PTY", "ARMED_GROUP": "REB"}
"""The sector of an organization of which only the kind is known."""

COMPANY_NOUNS = frozenset(
    "conglomerate company corporation airline airlines carrier automaker carmaker chipmaker firm "
    "retailer bank supermarket brewery shipyard manufacturer shipbuilder steelmaker supplier".split()
)
"""After a name without such a word, these say that the name is a company's."""

JOINTS = frozenset("of for and on the in de to & against".split())
"""Lower-case words inside the name of an organization."""

STATE_ITSELF = frozenset(
    (
        "Government",
        "Administration",
        "Delegation",
        "Mission",
        "Peacekeepers",
        "Opposition",
        "Ruling Coalition",
        "Monarchy",
        "Royal Family",
        "Customs",
    )
)
"""Bodies that are no organization of their own: "the Chinese government" is China."""
