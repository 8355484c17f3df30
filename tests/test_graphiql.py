"""GraphiQL in a real browser, on a real server, with the sample articles loaded."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from graphql import build_schema, parse, validate

from graph.ontology import load_ontology
from schema.sdl import print_sdl
from server.examples import Example, load_examples
from tests.browser import Browser, browser, missing
from tests.running_server import RunningServer, run, running_server

ROOT = Path(__file__).parents[1]
RUN = ".graphiql-execute-button"
TEXTS = "(window.__MONACO?.editor.getEditors() ?? []).map((editor) => editor.getValue())"
ANSWER = f"return {TEXTS}.find((text) => text.startsWith('{{'))"
EXAMPLES = load_examples()

needs_browser = pytest.mark.skipif(bool(missing()), reason=missing() or "all is installed")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    data = tmp_path_factory.mktemp("sample")
    loaded = run(data, "load", str(ROOT / "examples" / "articles"))
    assert loaded.returncode == 0, loaded.stderr
    with running_server(data, data / "server.log") as running:
        yield running


@pytest.fixture(scope="module")
def page(server: RunningServer) -> Iterator[Browser]:
    with browser() as opened:
        opened.open(f"{server.url}/graphql")
        opened.select(RUN)
        yield opened


def leaves(value: Any) -> Iterator[Any]:
    """The values at the ends of a JSON value."""
    if isinstance(value, dict):
        for part in value.values():  # pyright: ignore[reportUnknownVariableType] - any JSON
            yield from leaves(part)
    elif isinstance(value, list):
        for part in value:  # pyright: ignore[reportUnknownVariableType] - any JSON
            yield from leaves(part)
    else:
        yield value


def test_the_examples_have_names_titles_and_explanations() -> None:
    assert 5 <= len(EXAMPLES) <= 10
    assert len({example.name for example in EXAMPLES}) == len(EXAMPLES)
    for example in EXAMPLES:
        assert example.title
        assert example.description.endswith(".")
        assert f"query {example.name}" in example.query
        assert max(map(len, example.query.splitlines())) <= 74


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_examples_fit_the_schema(example: Example) -> None:
    schema = build_schema(print_sdl(load_ontology()))
    assert validate(schema, parse(example.query)) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_examples_find_something_in_the_sample_articles(
    server: RunningServer, example: Example
) -> None:
    response = httpx.post(f"{server.url}/graphql", json={"query": example.query}, timeout=60)
    body = response.json()
    assert body.keys() <= {"data", "extensions"}
    # A dozen quotes, names and dates: an answer that is worth a look.
    told = [leaf for leaf in leaves(body["data"]) if isinstance(leaf, str)]
    assert len(told) > 12


def test_the_lock_file_of_its_build_names_no_place_to_download_from() -> None:
    lock = (ROOT / "server" / "graphiql" / "package-lock.json").read_text("utf-8")
    packages = json.loads(lock)["packages"]
    assert len(packages) > 50
    assert [name for name, package in packages.items() if "resolved" in package] == []


@needs_browser
def test_it_opens_with_a_tab_for_each_example(page: Browser) -> None:
    assert page.title == "Entente"
    tabs = page.texts(".graphiql-tab-button")
    assert tabs == [example.name for example in EXAMPLES]
    shown = page.wait_for(f"return {TEXTS}.find((text) => text.includes('query '))")
    assert shown == EXAMPLES[0].query


@needs_browser
def test_the_first_click_shows_data(page: Browser) -> None:
    page.click(RUN)
    shown = json.loads(page.wait_for(ANSWER))
    assert shown["data"]["events"]["totalCount"] > 0
    assert shown["data"]["events"]["nodes"][0]["evidence"]["quote"]


@needs_browser
def test_the_list_of_examples_opens_one_again_after_its_tab_was_closed(page: Browser) -> None:
    second = EXAMPLES[1]
    tab = f"//li[contains(., '{second.name}')]"
    page.click_path(f"{tab}//button[1]")
    page.click_path(f"{tab}//button[@aria-label='Close Tab']")
    page.wait_for(f"return !document.body.textContent.includes('{second.name}')")
    page.click("[aria-label='Show Examples']")
    assert page.texts(".entente-examples strong") == [example.title for example in EXAMPLES]
    page.click(".entente-examples li:nth-child(2) button")
    page.wait_for(f"return {TEXTS}.some((text) => text.includes('query {second.name}'))")


@needs_browser
def test_its_parts_work_without_any_network(page: Browser) -> None:
    # The explorer cannot show lists of objects in arguments, and says so: a query without any.
    page.click_path(f"//li[contains(., '{EXAMPLES[-1].name}')]//button[1]")
    for name in ("Documentation Explorer", "GraphiQL Explorer", "History"):
        page.click(f"[aria-label='Show {name}']")
    page.click("[aria-label^='Prettify query']")
    page.click("[aria-label='Show Documentation Explorer']")
    page.wait_for("return document.body.textContent.includes('A GraphQL schema')")
    assert page.requests_that_left() == []
    assert page.complaints() == []


@needs_browser
def test_it_is_dark_where_the_system_is(server: RunningServer) -> None:
    brightness = (
        "const color = getComputedStyle(document.querySelector('.graphiql-container'))"
        ".backgroundColor;"
        "return color.match(/[0-9.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)"
    )
    found = {}
    for dark in (False, True):
        with browser(dark=dark) as opened:
            opened.open(f"{server.url}/graphql")
            opened.select(RUN)
            found[dark] = opened.run(brightness)
            assert opened.complaints() == []
    assert found[False] > 600
    assert found[True] < 200
