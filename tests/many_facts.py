"""As many articles with facts as asked, which share people, bodies, agreements and events.

They are made from their number alone, so that every process makes the same.
"""

import asyncio
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.constraints import ensure_constraints
from graph.database import Database
from graph.facts import Article, ArticleFacts, DateInterval, EventFact, PersonFact, Ref
from graph.ontology import load_ontology
from graph.settings import Settings
from graph.writing.writer import Writer, Written
from loaders.loading import Load, LoadReport
from loaders.rejects import Reject
from loaders.sources import SourceArticle
from loaders.workers import local_workers
from tests.facts import EVIDENCE, NATIONS, TEXT, article_facts

CODES = sorted(NATIONS)
FILLER = ("ministers", "envoys", "guards", "harbors", "treaties", "rivers", "talks", "borders")


def _text(number: int) -> str:
    """Every fifth article is an edited copy of another."""
    chance = random.Random(number - number % 5 if number % 5 < 2 else number)
    words = chance.choices([f"{word}{extra}" for word in FILLER for extra in range(20)], k=60)
    return f"{TEXT} {' '.join(words)}" + (" Edited since." if number % 5 == 1 else "")


def _person(chance: random.Random) -> PersonFact:
    number = chance.randrange(25)
    forms = (f"Person {number}", f"P. {number}", f"Doctor Person {number}")
    named = article_facts().persons[0]
    name, alias = chance.sample(forms, 2)
    return replace(
        named, id=f"person-{number}", name=name, aliases=(alias,), nation=chance.choice(CODES)
    )


def _event(chance: random.Random, people: Sequence[PersonFact]) -> EventFact:
    number = chance.randrange(60)
    fixed = random.Random(number)
    day = f"2020-0{fixed.randint(1, 9)}-{fixed.randint(10, 28)}"
    return replace(
        article_facts().events[0],
        id=f"event-{number}",
        actors=tuple(Ref("Person", one.id) for one in people),
        actor_nations=tuple(fixed.sample(CODES, 2)),
        date=DateInterval(day, day, "DAY", "TEXT"),
        confidence=chance.choice((0.4, 0.6, 0.9)),
    )


def facts_of(number: int) -> ArticleFacts:
    """The facts of the article with this number."""
    chance = random.Random(number)
    facts = article_facts(
        f"article-{number:05}",
        text=_text(number),
        published_at=f"2020-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
    )
    people = tuple({one.id: one for one in (_person(chance), _person(chance))}.values())
    status = chance.choice(("PROPOSED", "SIGNED", "IN_FORCE"))
    agreement = replace(facts.agreements[0], status=status, evidence=EVIDENCE)
    return replace(facts, persons=people, agreements=(agreement,), events=(_event(chance, people),))


class Prepared:
    """Extraction that looks facts up by the number of the article."""

    name = "test/1"

    def __call__(self, articles: Sequence[SourceArticle]) -> list[ArticleFacts | Reject]:
        return [facts_of(int(given.article.id.rpartition("-")[2])) for given in articles]


def readings(numbers: Iterable[int]) -> Iterator[SourceArticle]:
    """The articles as if read from somewhere."""
    for number in numbers:
        article: Article = facts_of(number).article
        yield SourceArticle(article, "made", number)


async def load(database: Database, numbers: Iterable[int]) -> LoadReport:
    """Load articles through the pipeline that all loads take."""
    writer = Writer(database, load_ontology(), NATIONS)
    with local_workers(0) as workers:
        # Many small transactions: there is more between them where a load can be disturbed.
        job = Load(writer, workers, Prepared(), lambda _: None, write_ahead=1)
        reports = [report async for report in job.run(readings(numbers))]
    return reports[-1]


async def _connect_and_load(settings: Settings, numbers: Iterable[int]) -> Written:
    async with Database.connect(settings) as database:
        await ensure_constraints(database, load_ontology())
        return (await load(database, numbers)).written


def load_in_this_process(settings: Settings, numbers: Iterable[int]) -> None:
    """The whole life of a loader; a process of its own can be killed in the midst of it."""
    asyncio.run(_connect_and_load(settings, numbers))
