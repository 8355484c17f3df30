"""Made-up articles, as many as asked and all different, from templates of our own.

Each is made from its number alone: the same on every machine, and none has to be kept.
"""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FIRST_DAY = date(2015, 1, 1)
DAYS = 2000
NATIONS = (
    ("France", "French", "Paris"), ("Germany", "German", "Berlin"),
    ("Japan", "Japanese", "Tokyo"), ("China", "Chinese", "Beijing"),
    ("Brazil", "Brazilian", "Brasilia"), ("Turkey", "Turkish", "Ankara"),
    ("Kenya", "Kenyan", "Nairobi"), ("Chile", "Chilean", "Santiago"),
    ("India", "Indian", "New Delhi"), ("Egypt", "Egyptian", "Cairo"),
    ("Poland", "Polish", "Warsaw"), ("Vietnam", "Vietnamese", "Hanoi"),
    ("Canada", "Canadian", "Ottawa"), ("Jordan", "Jordanian", "Amman"),
    ("Norway", "Norwegian", "Oslo"), ("Peru", "Peruvian", "Lima"),
)  # fmt: skip
FIRST_NAMES = (
    "Adam", "Beata", "Carlo", "Dina", "Emil", "Farah", "Goran", "Helga", "Ivo", "Jana", "Karim",
    "Lena", "Marco", "Nadia", "Oskar", "Petra", "Rami", "Selma", "Tomas", "Vera",
)  # fmt: skip
BEGINNINGS = ("Bar", "Cor", "Dal", "Fen", "Gal", "Hal", "Kor", "Lan", "Mor", "Nor", "Pel", "Ros")
ENDINGS = (
    "dini",
    "enko",
    "ker",
    "lund",
    "mann",
    "nati",
    "oda",
    "rell",
    "sen",
    "vik",
    "wala",
    "zar",
)
OFFICES = ("President", "Prime Minister", "Foreign Minister", "Defense Minister", "Ambassador")
SUBJECTS = (
    "fishing rights", "grain exports", "border crossings", "steel tariffs", "gas supplies",
    "visa rules", "river dams", "flight routes", "data protection", "vaccine deliveries",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
LEADS = (
    "{office} {person} of {nation} met {other_office} {other} in {capital} on {weekday}.",
    "{nation} and {other_nation} signed an agreement on {subject} in {capital} on {weekday}.",
    "{nation} imposed sanctions on {other_nation} on {weekday} after a dispute over {subject}.",
    "{adjective} {office} {person} accused {other_nation} on {weekday} of closing its borders.",
    "{office} {person} of {nation} will visit {other_nation} next week to discuss {subject}.",
)
BODIES = (
    "The talks lasted {number} hours, and {number} officials from {other_nation} took part.",
    "{person} thanked {other_office} {other} for what was done since {year}.",
    "Trade between {nation} and {other_nation} reached {number} million dollars in {year}.",
    "{other} rejected the demand and called for another round of negotiations in {capital}.",
    "An official in {capital} said that {number} questions about {subject} were still open.",
    "{nation} promised aid of {number} million dollars to regions that depend on {subject}.",
    "Opposition parties in {other_nation} protested against the plan on {weekday}.",
    "It was the first meeting of {person} and {other} since {year}.",
    "{other_nation} withdrew its envoy for {number} days over {subject} in {year}.",
    "Neither side would say how much of the text of {year} on {subject} remains.",
)


def article(number: int) -> dict[str, Any]:
    """The article with this number, as the JSON that is loaded."""
    chance = random.Random(number)  # noqa: S311 - no secret
    published = FIRST_DAY + timedelta(chance.randrange(DAYS), hours=chance.randrange(24))
    values = _values(chance)
    lines = [chance.choice(LEADS).format(**values)]
    for template in chance.sample(BODIES, chance.randint(5, len(BODIES))):
        counts = {"number": chance.randint(2, 900), "year": chance.randint(1990, 2014)}
        lines.append(template.format(**values, **counts))
    return {
        "id": f"made-{number:08}",
        "title": f"{values['nation']} and {values['other_nation']}: {values['subject']} ({number})",
        "text": "\n\n".join(lines),
        "url": f"https://news.example/{number}",
        "publisher": f"Paper {chance.randrange(40)}",
        "publishedAt": published.isoformat(),
        "language": "en",
    }


def _values(chance: random.Random) -> dict[str, str]:
    nation, other = chance.sample(NATIONS, 2)
    office, other_office = chance.sample(OFFICES, 2)
    return {
        "nation": nation[0], "adjective": nation[1], "capital": chance.choice((nation, other))[2],
        "other_nation": other[0], "office": office, "other_office": other_office,
        "person": _name(chance), "other": _name(chance),
        "subject": chance.choice(SUBJECTS), "weekday": chance.choice(WEEKDAYS),
    }  # fmt: skip


def _name(chance: random.Random) -> str:
    family = chance.choice(BEGINNINGS) + chance.choice(ENDINGS)
    return f"{chance.choice(FIRST_NAMES)} {family}"


def lines(count: int) -> Iterator[str]:
    """So many articles as JSON Lines."""
    return (json.dumps(article(number)) + "\n" for number in range(count))


def page(number: int) -> str:
    """The article with this number as a site would show it, among all that is no part of it."""
    given = article(number)
    links = [article(number + other)["title"] for other in range(1, 60)]
    menu = "".join(
        f'<li class="item"><a href="/{at}">{link}</a></li>' for at, link in enumerate(links)
    )
    script = f"<script>{'window.settings.push({shown: true, weight: 17});' * 200}</script>"
    paragraphs = "".join(f"<p>{line}</p>" for line in given["text"].split("\n\n"))
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{given["title"]}</title>{script}'
        f'<link rel="canonical" href="{given["url"]}">'
        f'<meta property="article:published_time" content="{given["publishedAt"]}">'
        f"</head><body><nav><ul>{menu}</ul></nav><article><h1>{given['title']}</h1>{paragraphs}"
        f'</article><aside class="related"><ul>{menu}</ul></aside>{script}'
        f"<footer>{given['publisher']}</footer></body></html>"
    )


def write_pages(folder: Path, count: int) -> Path:
    """Write so many pages to a folder."""
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:08}.html").write_text(page(number), encoding="utf-8")
    return folder


def write_articles(path: Path, count: int) -> Path:
    """Write so many articles to a file."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(lines(count))
    return path
