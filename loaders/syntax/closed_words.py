"""Closed word classes of English."""

DETERMINERS = frozenset(
    "the a an this that these those each every both all some any no another either neither several "
    "many few much most more such half less fewer enough".split()
)
POSSESSIVES = frozenset("his her its their our my your whose".split())
PRONOUNS = frozenset(
    "he she it they we you i him them us me himself herself itself themselves ourselves myself "
    "someone somebody something anyone anybody anything everyone everybody everything nobody nothing "
    "none one others there".split()
)
SUBJECT_PRONOUNS = frozenset("he she it they we you i there".split())
PREPOSITIONS = frozenset(
    "in on at by for from with without against between among of to into onto about over under after "
    "before during through throughout toward towards via near behind beyond despite within amid amidst "
    "across around along inside outside off upon until till since per as like unlike alongside beside "
    "besides above below concerning regarding including following versus except up down out than "
    "worth because".split()
)
COORDINATORS = frozenset("and or but nor".split())
SUBORDINATORS = frozenset(
    "that if whether because although though while when where unless whereas once since until till "
    "before after as so than lest why how what whatever whenever wherever provided".split()
)
RELATIVES = frozenset("who which whom that where when".split())
MODALS = frozenset("will would can could may might shall should must 'll cannot wo ca 'd".split())
NEGATIONS = frozenset("not n't never no neither hardly without".split())
BE = frozenset("be is are was were been being am 's 're 'm".split())
HAVE = frozenset("have has had having 've".split())
DO = frozenset("do does did".split())

ADVERBS = frozenset(
    "also already again always ago almost away back better briefly clearly currently earlier early "
    "even ever far first formally forward further here however immediately indeed instead just "
    "largely last later long meanwhile moreover nearly nevertheless now officially often once only "
    "perhaps possibly privately probably publicly quickly quite rather really recently repeatedly "
    "reportedly separately shortly simply slightly soon still strongly sometimes then therefore "
    "thereby thus today together tomorrow tonight too twice unanimously usually very well yesterday yet "
    "afterward afterwards abroad overseas face-to-face jointly overnight likewise otherwise abruptly "
    "ahead alone apart aside at-least hence likely mostly partly merely somewhat so".split()
)
ADJECTIVES = frozenset(
    "able afraid angry aware bad big biggest bilateral binding chief clear close cold common complete "
    "concerned confident dead deadly deep deputy different difficult direct due early economic entire "
    "federal few final first following foreign former free fresh full further general global good "
    "great growing hard heavy high high-level hostile huge huge important international joint key "
    "large last late latest leading limited little local long long-term low main major military more "
    "mutual national necessary new next northern nuclear official old only open other own particular "
    "past peaceful permanent political poor possible powerful present previous prime private prominent "
    "public ready recent regional responsible rival same second senior serious several severe short "
    "similar single small social southern special stable strong successful such sudden tense third top "
    "tough trade tripartite true unable unclear unlikely urgent vast various very violent visiting "
    "western wide willing worst young eastern central armed allied unprecedented sincere diplomatic "
    "disappointed glad happy sorry likely eager keen reluctant determined".split()
)
NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand "
    "thousands million millions billion billions".split()
)
TIME_NOUNS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december today yesterday tomorrow tonight week weeks month "
    "months year years day days night morning afternoon evening hour hours minutes weekend spring "
    "summer autumn winter decade decades century time times jan. feb. mar. apr. aug. sept. oct. nov. "
    "dec. sep. noon midnight".split()
)
NOMINAL_SUFFIXES = (
    "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "ist", "hood", "age", "cy",
)  # fmt: skip
ADJECTIVAL_SUFFIXES = ("ous", "ful", "less", "ical", "able", "ible", "ive", "ary", "ish", "ial")
VERBAL_PREPOSITIONS = frozenset(
    "by of after before without for from on about against as despite since while when including "
    "through upon in at into with".split()
)
"""Prepositions after which a word in -ing is a verb."""
NOT_ADVERBS = frozenset(
    "ally family reply supply early rally assembly monopoly anomaly friendly deadly daily weekly "
    "monthly yearly costly orderly unlikely likely lonely elderly timely only bully apply italy july "
    "hostly unfriendly homily".split()
)
NOUN_BIASED = frozenset(
    "aid aim alarm ally ambush appeal approach arm arms arrest attack attempt award ban base battle bid "
    "blast blockade boost border boycott breach brief broadcast broadcasts bulletin call calls campaign cap charge claim "
    "clash conflict concern conduct contact contract control crash cut damage date deal debate defeat "
    "demand demands drill drills drone drones effect end exchange exercise exercises exile export "
    "exports fear fears fight fire flight flights force forces form freeze fund funds gain goal grant "
    "ground group guard guards guide handshake head heads help hit hold hope hopes host hunt impact import imports "
    "increase influence interest interests issue issues judge judges jump lack launch launches lead "
    "leader level levels limit limits link links list load loss march mark market mass match measure "
    "measures meeting meetings move moves murder name need needs notice object offer offers office "
    "order orders pact pardon park part party patrol patrols peace place plan plans plant plants play "
    "pledge pledges plot point points police policy poll polls position post power powers present "
    "press pressure price probe process profit program programs project projects promise promises "
    "protest protests purchase raid raids rally rallies range rank rate rates reach record records "
    "refuge relations release report reports request requests rescue reserve resort response rest "
    "result results return review rights rise risk risks rocket rockets role round rule rules run "
    "sanction sanctions scale search security service services share shares shell shift shot sign "
    "signs site source sources staff stage stand state states statement steel step steps stock stop "
    "strike strikes study supply supplies support surge talk talks target targets task tax taxes tension "
    "term terms test tests thanks threat threats tie ties time times title touch tour trade train "
    "training treat trial trials trip troop troops trust turn use value veto victory view views visit "
    "visits voice vote votes wage wages walk wall war warning wars waste watch water wave waves way "
    "weapon weapons wish witness witnesses work worker works wound "
    "anniversary secretary boundary library salary subsidiary mercenary adversary commentary "
    "documentary summary itinerary missionary executive representative initiative objective "
    "alternative perspective narrative directive operative detective relative captive incentive "
    "archive trial memorial editorial skirmish".split()
)
"""Forms of verbs that are nouns more often than not."""
