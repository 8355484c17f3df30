"""Names that stand for one another: short forms, spellings, and what a name is in other languages.

A short form may stand for several names (Jerry for Gerald and for Jeremy), so groups overlap.
"""

from collections.abc import Mapping
from typing import Final

_ENGLISH: Final = """
    william bill billy will willie; robert bob bobby rob robbie; richard rick dick rich; james
    jim jimmy jamie; john jack johnny jon; jonathan jon jonny; joseph joe joey; michael mike
    mick mickey; thomas tom tommy; charles chuck charlie charley; edward ed eddie ted teddy ned;
    edwin ed; edmund ed ned; anthony antony tony; daniel dan danny; benjamin ben benny binyamin
    benyamin bibi; benedict ben; christopher chris kit; christian chris; christine chris
    chrissy; stephen steven steve; timothy tim; ronald ron ronnie; donald don donnie; jeffrey
    geoffrey jeff geoff; gregory greg gregg; andrew andy drew; matthew matt; nicholas nick
    nicky; samuel sam sammy; samantha sam; kenneth ken kenny; lawrence laurence larry; gerald
    gerry jerry; jeremy jerry; jerome jerry; raymond ray; philip phillip phil; frederick fred
    freddy freddie; alfred alf fred; peter pete; patrick pat paddy; patricia pat patty trish
    tricia; douglas doug; leonard len lenny; walter walt; zachary zach; nathaniel nathan nate
    nat; elizabeth liz betty beth eliza lizzie; katherine catherine kathryn kathy cathy kate
    katie; kathleen kathy; margaret maggie peggy meg madge; susan sue susie; deborah debbie deb;
    barbara barb; jacqueline jackie; jennifer jen jenny; pamela pam; theodore theo ted teddy;
    vincent vince; francis frank; franklin frank; harold hal harry; henry harry hank hal;
    mitchell mitch; martin marty; victoria vicky; victor vic; rebecca becky; clifford cliff;
    eugene gene; joshua josh; bernard bernie; alexander alex alec sandy; alexandra alex sandra;
    alexandria alex; albert al bert bertie; alan allan allen al; arthur art; bartholomew bart;
    bradley brad; calvin cal; clinton clint; cynthia cindy; david dave davy; dennis denny;
    dorothy dot dolly; emmanuel manny; ernest ernie; frances fran frankie; gabriel gabe; gilbert
    gil; gordon gordie; gwendolyn gwen; herbert herb; howard howie; hubert bert; isaac ike;
    dwight ike; isabel isabella bella; jacob jake; janet jan; jessica jess; judith judy; julian
    jules; julius jules; louis lou louie; lucille lucy; marcus marc; marvin marv; maximilian
    max; maxwell max; melvin mel; milton milt; maurice mo; morris mo; nancy nan; norman norm;
    oliver ollie; oscar ozzie; priscilla cilla; reginald reg reggie; robin rob; rodney rod;
    roderick rod rory; rudolph rudy; russell russ; sidney sid; solomon sol; stanley stan; stuart
    stewart stu; teresa theresa terry tess; terence terrence terry; valerie val; vernon vern;
    virginia ginny; wesley wes; winston winnie; abraham abe; angela angie; caroline carolyn
    carrie; charlotte lottie; edith edie; eleanor ellie nell; ellen nell; evelyn eve; florence
    flo; gertrude trudy; jeannette jean; josephine josie; juliet julie; kimberly kim; lillian
    lily; madeleine maddie; marjorie marge; millicent millie; rosemary rosie; sarah sally sadie;
    stephanie steph; suzanne sue; veronica ronnie
"""
_EUROPEAN: Final = """
    jose pepe; francisco paco pancho; ignacio nacho; manuel manolo; enrique quique; jesus
    chucho; rafael rafa; guadalupe lupe; dolores lola; maria marie mary; alberto beto; roberto
    beto; antonio tono; luis lucho; luiz luis; eduardo edu; josep jose pep; carles carlos; jordi
    jorge; joan juan; johannes hans johann; josef sepp; maximilian max; wilhelm willy willi;
    karl carl; friedrich fritz; heinrich heinz; ludwig lutz; matthias mathias; klaus claus;
    kristof christoph; sigmar siegmar; giuseppe beppe peppe; luigi gigi; giovanni gianni; matteo
    teo; janos jan; ferenc feri; gyorgy george; marton martin; jerzy jurek; wojciech wojtek;
    stanislaw staszek; hendrik henk; cornelis kees; pieter piet; francois franco; philippe
    felipe; stefan stephan; filip philip
"""
_RULERS: Final = """
    francis francisco franciscus francesco franziskus francois; benedict benedikt benedetto
    benedicto benoit; paul paulo pablo paolo; john joao juan johannes jean giovanni; pius pio;
    leo leon leone; philip felipe filip philippe philippos; charles carlos karl carl; elizabeth
    elisabeth isabel; margaret margrethe; william willem wilhelm guillaume; harald harold;
    nicholas nikolai nicolas; henry henri enrique; albert alberto; constantine konstantin;
    frederick frederik; haakon hakon
"""
_SLAVIC: Final = """
    vladimir volodymyr uladzimir wladimir; alexander aleksandr oleksandr aliaksandr alyaksandr
    alexandr aleksander alexandre sasha; sergei sergey serhiy serhii siarhei sergej serguei
    sergii; nikolai nikolay mykola mikalai nikolaj; mikhail mykhailo mikheil michail mihail
    misha; yevgeny yevgeni evgeny evgeni yevhen yauhen evgeniy yevgeniy evgueni jewgeni; dmitry
    dmitri dmytro dzmitry dmitriy dimitri dimitry dima; pavel pavlo pawel; andrei andrey andriy
    andrii andrej; pyotr petr petro piotr; alexei alexey aleksei oleksiy oleksii aleksey alexej
    alyaksei; viktor victor wiktor viktar; vasily vasyl vasili vassily vasiliy; ivan ioann;
    grigory hryhoriy grigori; yulia yuliya julia iulia yuliia; yelena elena olena jelena helena;
    natalia natalya nataliya natalja; yuri yury yuriy iurii juri iouri yurii; igor ihor; oleg
    oleh; gennady hennadiy gennadi; konstantin kostiantyn constantin; anatoly anatoli anatoliy
    anatolii; arkady arkadi; arseny arseniy arsenii; boris borys; vyacheslav viacheslav
    vjaceslav vyacheslau; vitaly vitali vitaliy vitalii; valery valeri valeriy valerii; roman
    raman; ruslan rouslan; leonid leanid; lyudmila ludmila liudmyla lyudmyla; svetlana svitlana
    sviatlana swetlana; tatiana tatyana tetiana tatsiana; irina iryna iryna; ekaterina
    yekaterina kateryna; anna hanna; mariya maria mariia; kirill kyrylo kiril; ilya illia ilia
    iliya; timofey tymofiy; fyodor fedor fedir; yegor egor yehor jegor; eduard edward; denis
    denys; maxim maksim maksym; matvei matviy; artem artyom; semyon semen; stanislav stanislau;
    vsevolod wsewolod; zurab surab; eduard edvard; stefan stepan; josip iosif joseph; serge
    serzh serj
"""
_KOREAN: Final = """
    lee rhee yi ri; roh noh no ro; park pak bak; choi choe; jung jeong chung chong; ahn an; yoon
    yun youn; moon mun; ryu yoo yu; lim rim im; shin sin; woo wu u; cho jo; kang gang; kwon
    gwon; baek paek paik; seo suh so; oh o; hwang whang
"""
_ARABIC: Final = """
    abdul abdel abd abdal abdoul; mohammed muhammad mohamed mohammad mohamad muhammed mehmed
    mahomed mouhamed muhamed mamadou; ahmed ahmad ahmet ahmadou; yusuf yousef youssef yousuf
    yusef youcef; hussein husayn hussain hossein husain husein hussien hossain; hassan hasan
    hasson; osama usama oussama; omar umar omer oumar; ibrahim ebrahim brahim; mustafa mostafa
    moustafa mustapha mostapha; suleiman sulaiman soleiman sulayman suleyman souleymane; ibn bin
    ben; mahmoud mahmud mohamud mahmood mehmood mehmud; hamid hameed hamit; hamad hamed; salim
    salem saleem selim; saleh salih; salah; salam; salman; kamal kemal; kamel kamil kameel;
    jamal gamal djamal; jamil gamil djamel jameel; rashid rasheed rachid racheed; rashad; khaled
    khalid; khalil halil; khalifa khalifah; yahya yehia yahia yehya; ismail ismael esmail
    ismaeel esmaeil; ali aly; osman othman usman uthman ousmane; fayez faiz fayiz faez; adel
    adil; nasser nasir naser; nouri nuri noori; tariq tarek tareq tarik; sharif sherif shareef
    cherif; walid waleed oualid; said saeed saied sayeed; sayed sayyid seyed syed sayyed seyyed;
    abbas; ayman aiman aymen; bashar bachar; bashir bachir besheer beshir bechir; haidar haydar
    haider hyder hayder; hashim hashem hachem; jaafar jafar djaafar jaffar; karim kareem; latif
    lateef; majid majeed; majed; mansour mansur mansoor; masoud massoud masud masood; munir
    mounir muneer; muqtada moqtada moktada; musa moussa mousa moosa; nabil nabeel; qasim qassem
    kassem qassim ghasem qasem; riad riyad riyadh; saad sad; sami; tawfiq tawfik toufik tewfik;
    yassin yasin yaseen yassine; yasser yasir; zayed zaid zayd; zakaria zakariya zakariyya;
    fatima fatemah fatimah fatemeh; aisha ayesha aicha aysha; laila leila layla leyla; maryam
    mariam meriem; zainab zeinab zaynab zeynab; mahdi mehdi; reza rida ridha redha; javad jawad;
    morteza murtaza mortaza; ruhollah rouhollah; abu abou; anwar anouar; faisal feisal faysal
    faycal; hadi; hatem hatim; issa isa eissa; jaber jabir; marwan marouane; naji; nizar; rafik
    rafiq; raed raid; samir sameer; shukri choukri; taha; talal; wael wail; ziad ziyad; najib
    najeeb naguib nejib; nawaf nawwaf; fahd fahad; khadija khadijah; abdullah abdallah abdulla
    abdalla abdellah; ghazi; habib habeeb; hazem hazim; imad emad; iyad eyad; jibril gibril
    djibril jebril; lakhdar; luay louay; mazen mazin; muammar moammar mouammar moamer; mukhtar
    mokhtar moktar; nabih; nidal; qais kais qays; radwan ridwan; sadiq sadegh sadeq sadek; taher
    tahir tahar; tayeb tayyib taieb; yaqub yaqoub yacoub; zahir zaher; zine zein zayn zain; aziz
    azeez; farid fareed ferid; fouad fuad foad; hisham hesham hicham; hosni husni housni; ihsan
    ehsan; jalal djalal galal; maher mahir; nasrallah nasrullah nasralla; salahuddin salaheddin;
    shahid shaheed; sultan soltan; wahid waheed; zubair zubayr zoubeir
"""


def _groups(*texts: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group.split()) for text in texts for group in text.split(";"))


def _by_name(groups: tuple[frozenset[str], ...]) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        for name in group:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _standing(groups: tuple[frozenset[str], ...]) -> Mapping[str, str]:
    """One name for all that any chain of groups joins: what is looked up by it may be one."""
    chief: dict[str, str] = {}
    members: dict[str, set[str]] = {}
    for group in groups:
        joined = set(group)
        for name in {chief[name] for name in group if name in chief}:
            joined |= members.pop(name)
        members[first := min(joined)] = joined
        chief |= dict.fromkeys(joined, first)
    return chief


_GROUPS: Final = _groups(_ENGLISH, _EUROPEAN, _RULERS, _SLAVIC, _KOREAN, _ARABIC)
_NUMBERS: Final[Mapping[str, frozenset[int]]] = _by_name(_GROUPS)

STANDING: Final[Mapping[str, str]] = _standing(_GROUPS)
"""Each name that has others, with the one under which all of them are looked up."""


def stand_for_one_another(one: str, other: str) -> bool:
    """Whether two names are forms of one."""
    return not _NUMBERS.get(one, frozenset()).isdisjoint(_NUMBERS.get(other, ()))


def are_told_apart(one: str, other: str) -> bool:
    """Whether both are well-known names, and not forms of one, so that sound says nothing."""
    return one in _NUMBERS and other in _NUMBERS and not stand_for_one_another(one, other)


def is_common(name: str) -> bool:
    """Whether many people bear the name, as a first name or a father's."""
    return name in _NUMBERS
