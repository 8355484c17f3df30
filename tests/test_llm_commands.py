"""The commands ``extract`` and ``load`` with a language model endpoint."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from graph.errors import InputError
from graph.settings import Settings
from server.cli import entente
from server.extraction_options import ExtractionOptions
from tests.llm_endpoint import endpoint, fails, says

TEXT = "A chill on the Danube\n\nPublished 2020-06-17\n\nWarsaw gave Budapest the cold shoulder."
SNUB = {
    "type": "REJECT",
    "modality": "ASSERTED",
    "quote": "Warsaw gave Budapest the cold shoulder",
    "actors": ["Warsaw"],
    "recipients": ["Budapest"],
}
INVENTED = SNUB | {"quote": "Warsaw declared war"}


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    return str(path)


def command(data: Path, *arguments: str, **settings: str) -> Result:
    """Run a command within this process, where the models are loaded already."""
    folder = {"ENTENTE_DATA": str(data)}
    return CliRunner().invoke(entente, arguments, env=folder | settings)


def test_extract_asks_the_endpoint_and_tells_what_came_of_it(tmp_path: Path, article: str) -> None:
    with endpoint(says({"events": [SNUB, INVENTED]}, tokens=900)) as served:
        asked = ("--extractor", "llm", "--llm-url", served.url, "--llm-model", "tiny")
        done = command(tmp_path, "extract", article, *asked, "--llm-budget", "50000")
    [event] = json.loads(done.stdout)["events"]
    assert (event["type"], event["actors"], event["recipients"]) == ("REJECT", ["POL"], ["HUN"])
    assert done.stderr == (
        "language model: 900 of 50,000 tokens, 1 answered\n"
        "language model: dropped from the answers: 1 quote\n"
    )
    assert list((tmp_path / "llm").rglob("*.json")) != []


def test_load_writes_what_the_model_tells_and_asks_again_where_it_did_not(
    engine_settings: Settings, tmp_path: Path, article: str
) -> None:
    def load(url: str) -> dict[str, Any]:
        asked = ("--extractor", "llm", "--llm-url", url, "--llm-model", "tiny")
        kept = ("--llm-cache", str(tmp_path / "cache"), "--workers", "0")
        done = command(engine_settings.data, "load", article, *asked, *kept, "--json")
        assert done.exit_code == 0
        return json.loads(done.stdout)

    with endpoint(fails(400)) as refusing:
        first = load(refusing.url)
    with endpoint(says({"events": [SNUB]}, tokens=900)) as served:
        second, third = load(served.url), load(served.url)
        assert len(served.asked) == 1
    assert (first["articles"]["loaded"], first["languageModel"]["articles"]) == (1, {"failed": 1})
    assert second["articles"]["replaced"] == 1
    assert second["languageModel"] == {
        "tokens": 900,
        "budget": 1_000_000,
        "articles": {"answered": 1},
        "withoutAnswer": {},
        "dropped": {},
    }
    assert (third["articles"]["unchanged"], third["languageModel"]["articles"]) == (1, {})


def test_a_wrong_key_stops_a_command_with_its_fix(tmp_path: Path, article: str) -> None:
    with endpoint(fails(401)) as served:
        asked = ("--extractor", "llm", "--llm-url", served.url, "--llm-model", "tiny")
        done = command(tmp_path, "extract", article, *asked, ENTENTE_LLM_KEY="secret")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        f"error: The endpoint {served.url}/chat/completions answers with status 401.\n"
        "  fix: Check --llm-url, --llm-model and the key in ENTENTE_LLM_KEY.\n"
    )


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (ExtractionOptions("model", "llm"), "needs an endpoint and a model"),
        (ExtractionOptions("model", "llm", llm_url="http://host/v1"), "needs an endpoint"),
        (ExtractionOptions("model", llm_model="tiny"), "nothing says that it should be asked"),
    ],
)
def test_options_that_cannot_be_used(tmp_path: Path, options: ExtractionOptions, told: str) -> None:
    with pytest.raises(InputError, match=told), options.run(tmp_path):
        pass


def test_a_cluster_is_refused_since_its_machines_share_no_budget(
    tmp_path: Path, article: str
) -> None:
    asked = ("--extractor", "llm", "--llm-url", "http://host/v1", "--llm-model", "tiny")
    done = command(tmp_path, "load", article, *asked, "--dask", "tcp://host:8786")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        "error: A Dask cluster cannot ask a language model: its machines share no budget.\n"
        "  fix: Leave out --dask, or --extractor llm.\n"
    )
