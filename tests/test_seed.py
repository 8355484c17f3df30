"""The article that it all began with, loaded and asked about as an analyst would."""

from pathlib import Path

import pytest

from graph.database import Database
from graph.ontology import load_ontology
from schema.service import GraphQLService
from tests.test_loading import load

SEED = Path(__file__).parents[2] / "shared" / "seed" / "article.txt"

PRESIDENTS = (("Moon Jae-in", "KOR", "South Korea"), ("Xi Jinping", "CHN", "China"))

QUESTION = """
{
  nations { nodes { code } }
  persons { nodes { name nation { code } offices { nodes { title of { name } } } } }
  agreements(orderBy: [{ field: NAME }]) {
    nodes { kind status parties { nodes { name } } }
  }
  sanctions: events(where: { type: { in: [SANCTION, COERCE] } }) {
    nodes {
      modality
      actors { nodes { name } }
      recipients { nodes { name } }
      evidence { quote article { publishedAt } }
    }
  }
}
"""


@pytest.mark.anyio
@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not beside the project")
async def test_an_analyst_asks_about_the_seed_article(database: Database) -> None:
    report, rejects = await load(database, SEED)
    assert (report.written.loaded, rejects) == (1, [])

    result = await GraphQLService(load_ontology()).execute(QUESTION, database)

    assert result.errors == []
    data = result.data
    assert data is not None
    assert {one["code"] for one in data["nations"]["nodes"]} == {"CHN", "KOR", "PRK", "USA", "VNM"}
    assert data["persons"]["nodes"] == [
        {
            "name": name,
            "nation": {"code": code},
            "offices": {"nodes": [{"title": "President", "of": {"name": of}}]},
        }
        for name, code, of in (
            ("Moon Jae-in", "KOR", "South Korea"),
            ("Xi Jinping", "CHN", "China"),
        )
    ]
    assert data["agreements"]["nodes"] == [
        {
            "kind": "DIPLOMATIC_RELATIONS",
            "status": "IN_FORCE",
            "parties": {"nodes": [{"name": "China"}, {"name": "South Korea"}]},
        },
        {
            "kind": "ALLIANCE",
            "status": "IN_FORCE",
            "parties": {"nodes": [{"name": "South Korea"}, {"name": "United States"}]},
        },
    ]
    [sanction] = data["sanctions"]["nodes"]
    assert sanction["modality"] == "ASSERTED"
    assert sanction["actors"]["nodes"] == [{"name": "China"}]
    assert sanction["recipients"]["nodes"] == [{"name": "South Korea"}]
    assert "retaliated against Seoul over THAAD" in sanction["evidence"]["quote"]
    assert sanction["evidence"]["article"] == {"publishedAt": "2017-08-24T23:21"}
