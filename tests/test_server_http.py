"""The server over real HTTP, on the real engine."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.constraints import ensure_constraints
from graph.database import Command, Database
from graph.ontology import load_ontology
from graph.settings import Settings
from server.media_type import GRAPHQL, JSON
from tests.running_server import RunningServer, running_server

QUERY = "query Name($code: String!) { nation(code: $code) { name } }"
ASKED = {"query": QUERY, "variables": {"code": "CHN"}, "operationName": "Name"}
COST = {"points": 1, "depth": 2, "aliases": 0, "rootFields": 1, "tokens": 21}
ANSWER = {"data": {"nation": {"name": "China"}}, "extensions": {"cost": COST}}
MOST = 2000


async def write_one_nation(settings: Settings) -> None:
    async with Database.connect(settings) as database:
        await ensure_constraints(database, load_ontology())
        await database.write([Command("MERGE (n:Nation {code: 'CHN'}) SET n.name = 'China'")])


@pytest.fixture(scope="module")
def server(
    engine_settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    asyncio.run(write_one_nation(engine_settings))
    log = tmp_path_factory.mktemp("server") / "log"
    with running_server(
        engine_settings.data,
        log,
        ENTENTE_MAX_BODY=str(MOST),
        ENTENTE_CORS_ORIGINS="https://client.example",
    ) as running:
        yield running


@pytest.fixture
def client(server: RunningServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, timeout=30) as client:
        yield client


def errors(response: httpx.Response) -> list[dict[str, Any]]:
    return response.json()["errors"]


def code(response: httpx.Response) -> str:
    (error,) = errors(response)
    return error["extensions"]["code"]


def test_a_post_is_answered_in_the_type_that_the_client_accepts(client: httpx.Client) -> None:
    for accept, given in ((JSON, JSON), (GRAPHQL, GRAPHQL), ("*/*", JSON)):
        response = client.post("/graphql", json=ASKED, headers={"Accept": accept})
        assert response.status_code == 200
        assert response.headers["content-type"] == f"{given}; charset=utf-8"
        assert response.json() == ANSWER


def test_a_client_that_accepts_nothing_in_particular_is_a_modern_one(client: httpx.Client) -> None:
    request = client.build_request("POST", "/graphql", json=ASKED)
    del request.headers["accept"]
    response = client.send(request)
    assert response.headers["content-type"] == f"{GRAPHQL}; charset=utf-8"
    assert response.json() == ANSWER


def test_a_get_carries_the_query_in_its_address(client: httpx.Client) -> None:
    parameters = {"query": QUERY, "variables": '{"code": "CHN"}', "operationName": "Name"}
    assert client.get("/graphql", params=parameters).json() == ANSWER


def test_a_browser_gets_the_page_at_the_same_address(client: httpx.Client) -> None:
    response = client.get("/graphql", headers={"Accept": "text/html,*/*;q=0.8"})
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "<title>Entente</title>" in response.text
    home = client.get("/")
    assert (home.status_code, home.headers["location"]) == (307, "/graphql")


def test_invalid_documents_are_400_for_modern_clients_and_200_for_others(
    client: httpx.Client,
) -> None:
    for query in ("{", "{ nope }", QUERY):
        modern = client.post("/graphql", json={"query": query}, headers={"Accept": GRAPHQL})
        other = client.post("/graphql", json={"query": query}, headers={"Accept": JSON})
        assert (modern.status_code, other.status_code) == (400, 200)
        assert modern.json() == other.json()
        assert modern.json().keys() == {"errors"}


def test_our_own_errors_tell_code_and_fix(client: httpx.Client) -> None:
    response = client.post("/graphql", json={"query": "{ nations(first: 9999) { totalCount } }"})
    assert response.status_code == 200
    assert response.json()["data"] == {"nations": None}
    assert errors(response)[0]["extensions"].keys() == {"code", "fix"}


@pytest.mark.parametrize(
    ("content_type", "body", "status", "expected"),
    [
        ("application/json", b"nonsense", 400, "BAD_REQUEST"),
        ("application/json", b"[]", 400, "BAD_REQUEST"),
        ("application/json", b"{}", 400, "BAD_REQUEST"),
        ("text/plain", b'{"query": "{__typename}"}', 415, "UNSUPPORTED_MEDIA_TYPE"),
        ("application/x-www-form-urlencoded", b"query=%7B%7D", 415, "UNSUPPORTED_MEDIA_TYPE"),
        ("application/json", b" " * (MOST + 1), 413, "REQUEST_TOO_LARGE"),
    ],
)
def test_what_is_no_request_is_refused_in_the_shape_of_graphql(
    client: httpx.Client, content_type: str, body: bytes, status: int, expected: str
) -> None:
    response = client.post("/graphql", content=body, headers={"Content-Type": content_type})
    assert (response.status_code, code(response)) == (status, expected)
    assert response.json().keys() == {"errors"}


def test_a_body_without_a_stated_length_is_limited_too(client: httpx.Client) -> None:
    response = client.post(
        "/graphql",
        content=(b" " * 1000 for _ in range(10)),
        headers={"Content-Type": "application/json"},
    )
    assert (response.status_code, code(response)) == (413, "REQUEST_TOO_LARGE")


def test_a_client_that_accepts_nothing_we_have_is_told_so(client: httpx.Client) -> None:
    response = client.post("/graphql", json=ASKED, headers={"Accept": "image/png"})
    assert (response.status_code, code(response)) == (406, "NOT_ACCEPTABLE")


def test_unknown_paths_and_methods_are_told_in_the_same_shape(client: httpx.Client) -> None:
    missing, method = client.get("/nothing"), client.put("/graphql")
    assert (missing.status_code, code(missing)) == (404, "NOT_FOUND")
    assert (method.status_code, code(method)) == (405, "METHOD_NOT_ALLOWED")


def test_it_tells_that_it_lives_and_is_ready(client: httpx.Client) -> None:
    live, ready = client.get("/healthz"), client.get("/readyz")
    assert (live.status_code, live.json()) == (200, {"status": "alive"})
    assert (ready.status_code, ready.json()) == (200, {"status": "ready"})


def test_a_page_that_calls_this_machine_by_another_name_is_refused(client: httpx.Client) -> None:
    refused = client.post("/graphql", json=ASKED, headers={"Host": "attacker.example"})
    assert refused.status_code == 400
    assert "China" not in refused.text
    for name in ("localhost:8000", "127.0.0.1", "[::1]:8000"):
        assert client.get("/healthz", headers={"Host": name}).status_code == 200


def test_only_the_sites_of_the_settings_may_read_from_a_browser(client: httpx.Client) -> None:
    def allowed(origin: str) -> str | None:
        headers = {"Origin": origin, "Access-Control-Request-Method": "POST"}
        asked = client.options("/graphql", headers=headers)
        return asked.headers.get("access-control-allow-origin")

    assert allowed("https://client.example") == "https://client.example"
    assert allowed("https://attacker.example") is None


def test_every_answer_carries_the_headers_that_guard_a_browser(client: httpx.Client) -> None:
    for response in (
        client.get("/graphql", headers={"Accept": "text/html"}),
        client.get("/graphql/assets/index.js"),
        client.get("/nothing"),
        client.post("/graphql", json=ASKED),
    ):
        policy = response.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "frame-ancestors 'none'" in policy
        assert response.headers["x-content-type-options"] == "nosniff"
        assert "server" not in response.headers


def test_files_of_the_page_are_checked_each_time_and_sent_once(client: httpx.Client) -> None:
    first = client.get("/graphql/assets/index.js")
    assert first.headers["cache-control"] == "no-cache"
    again = client.get("/graphql/assets/index.js", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/graphql/assets/../../cli.py").status_code == 404
    assert client.get("/graphql/assets/%2e%2e/%2e%2e/cli.py").status_code == 404


def test_requests_are_logged_with_their_id_and_without_their_values(
    client: httpx.Client, server: RunningServer
) -> None:
    given = client.post("/graphql", json=ASKED, headers={"X-Request-ID": "given-by-a-proxy"})
    made = client.post("/graphql", json=ASKED, headers={"X-Request-ID": "not\tone"})
    assert given.headers["x-request-id"] == "given-by-a-proxy"
    assert len(made.headers["x-request-id"]) == 32
    log = server.log.read_text()
    entries = [json.loads(line) for line in log.splitlines()]
    entry = next(entry for entry in entries if entry["request_id"] == "given-by-a-proxy")
    assert entry.pop("ms") >= 0
    assert entry.pop("timestamp")
    assert entry == {
        "event": "request",
        "level": "info",
        "method": "POST",
        "operation": "Name",
        "path": "/graphql",
        "request_id": "given-by-a-proxy",
        "status": 200,
    }
    assert "CHN" not in log
    assert not [entry for entry in entries if entry["path"] == "/readyz"]


def test_the_page_needs_no_file_that_is_not_in_the_package(client: httpx.Client) -> None:
    page = client.get("/graphql", headers={"Accept": "text/html"}).text
    built = Path(__file__).parents[1] / "server" / "static" / "graphiql"
    names = {path.name for path in built.iterdir()}
    assert {"index.html", "index.js", "index.css", "LICENSES.txt"} <= names
    assert "https://" not in page
    assert "http://" not in page
