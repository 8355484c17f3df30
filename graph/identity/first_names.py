"""Names that stand for one another: short forms, and what a name is in other languages."""

from collections.abc import Mapping
from typing import Final

_ENGLISH: Final = """
    william bill billy will; robert bob bobby rob; richard rick dick; james jim jimmy; john jack
    johnny; joseph joe; michael mike; thomas tom; charles chuck charlie; edward ed eddie ted;
    anthony antony tony; daniel dan danny; benjamin ben binyamin benyamin; christopher chris;
    stephen steven steve;
    timothy tim; ronald ron; donald don; jeffrey jeff; gregory greg; andrew andy; matthew matt;
    nicholas nick; samuel sam; kenneth ken; lawrence larry; gerald gerry jerry; raymond ray; philip
    phil; frederick fred; peter pete; patrick pat; douglas doug; leonard len; walter walt; zachary
    zach; nathaniel nathan nate; elizabeth liz betty; katherine catherine kathy kate;
    margaret maggie peggy; susan sue; deborah debbie; barbara barb; jacqueline jackie; jennifer jen;
    pamela pam; theodore theo; vincent vince; francis frank; harold hal; mitchell mitch;
    martin marty; victoria vicky; rebecca becky; clifford cliff; eugene gene; joshua josh;
    bernard bernie
"""
_SLAVIC: Final = """
    vladimir volodymyr uladzimir; alexander aleksandr oleksandr aliaksandr alyaksandr; sergei sergey
    serhiy serhii siarhei; nikolai nikolay mykola mikalai; mikhail mykhailo mikheil; yevgeny yevgeni
    evgeny evgeni yevhen yauhen; dmitry dmitri dmytro dzmitry; pavel pavlo; andrei andrey andriy
    andrii; pyotr petr petro; alexei alexey aleksei oleksiy oleksii; viktor victor; vasily vasyl;
    ivan ioann; grigory hryhoriy; yulia yuliya julia iulia; yelena elena olena; natalia natalya
    nataliya; yuri yury yuriy iurii; igor ihor; oleg oleh; gennady hennadiy; konstantin kostiantyn
"""
_KOREAN: Final = """
    lee rhee yi; roh noh; park pak; choi choe; jung jeong; ahn an; yoon yun; moon mun; ryu yoo yu;
    lim rim; shin sin; woo wu
"""
_ARABIC: Final = """
    abdul abdel abd abdal; mohammed muhammad mohamed mohammad mohamad muhammed mehmed; ahmed ahmad
    ahmet; yusuf yousef youssef yousuf; hussein husayn hussain hossein husain; osama usama;
    omar umar; ibrahim ebrahim; mustafa mostafa moustafa; suleiman sulaiman soleiman; ibn bin
"""


def _groups(text: str) -> Mapping[str, str]:
    groups = (group.split() for group in text.split(";"))
    return {name: group[0] for group in groups for name in group}


STANDING: Final[Mapping[str, str]] = _groups(";".join((_ENGLISH, _SLAVIC, _KOREAN, _ARABIC)))
"""Each name that has others, with the one that stands for all of them."""
