"""The commands ``serve``, ``query`` and ``schema``, each in a process of its own."""

import asyncio
import json
import os
import pty
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from graph.constraints import ensure_constraints
from graph.database import Command, Database
from graph.ontology import load_ontology
from graph.settings import Settings
from schema.sdl import print_sdl
from server.cli import COMMANDS, entente
from tests.running_server import entente as command_line
from tests.running_server import environment, run, running_server

QUERY = "query Name($code: String!) { nation(code: $code) { name } } query Two { __typename }"
NAME = "Côte d'Ivoire"


def answer(tokens: int) -> str:
    """What a query for the name prints; the cost depends on how long its text is."""
    cost = f'{{"points":1,"depth":2,"aliases":0,"rootFields":1,"tokens":{tokens}}}'
    return f'{{"data":{{"nation":{{"name":"{NAME}"}}}},"extensions":{{"cost":{cost}}}}}\n'


@pytest.fixture(scope="module")
def data(engine_settings: Settings) -> Path:
    async def write() -> None:
        async with Database.connect(engine_settings) as database:
            await ensure_constraints(database, load_ontology())
            await database.write(
                [Command("MERGE (n:Nation {code: 'CIV'}) SET n.name = $name", {"name": NAME})]
            )

    asyncio.run(write())
    return engine_settings.data


@pytest.fixture
def document(tmp_path: Path) -> str:
    path = tmp_path / "query.graphql"
    path.write_text(QUERY, "utf-8")
    return str(path)


def test_help_lists_every_command_and_waits_for_no_library() -> None:
    script = (
        "import sys\n"
        "from server.cli import main\n"
        "sys.argv = ['entente', '--help']\n"
        "try:\n    main()\n"
        "except SystemExit:\n"
        "    slow = {'neo4j', 'strawberry', 'graphql', 'starlette', 'trafilatura'}\n"
        "    print(sorted(slow & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert lines[-1] == "[]"
    for name, (_, told) in COMMANDS.items():
        assert any(line.startswith(name) and line.endswith(told) for line in lines)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_with_examples(name: str, tmp_path: Path) -> None:
    done = run(tmp_path, name, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"entente {name}" in done.stdout.split("Example", 1)[1]
    command = entente.get_command(entente.make_context("entente", ["schema"]), name)
    assert command is not None
    assert command.name == name


def test_the_version_is_that_of_the_package(tmp_path: Path) -> None:
    assert run(tmp_path, "--version").stdout.startswith("entente 0.")


def test_a_setting_that_cannot_be_used_is_told_with_its_fix(tmp_path: Path) -> None:
    done = run(tmp_path, "schema", ENTENTE_PORT="many")
    assert done.returncode == 1
    assert done.stderr == (
        "error: ENTENTE_PORT is 'many', which cannot be used.\n"
        "  fix: Give a number from 0 to 65535.\n"
    )


def test_schema_prints_the_schema(tmp_path: Path) -> None:
    done = run(tmp_path, "schema")
    assert (done.returncode, done.stdout) == (0, print_sdl(load_ontology()))


def test_query_prints_a_compact_answer_into_a_pipe(data: Path, document: str) -> None:
    given = ("--variables", '{"code": "CIV"}', "--operation", "Name")
    done = run(data, "query", document, *given)
    assert (done.returncode, done.stdout, done.stderr) == (0, answer(26), "")


def test_query_reads_standard_input_and_a_file_of_variables(data: Path, tmp_path: Path) -> None:
    values = tmp_path / "values.json"
    values.write_text('{"code": "CIV"}')
    given = ("--variables", f"@{values}", "--operation", "Name")
    done = run(data, "query", "-", *given, stdin=QUERY)
    assert (done.returncode, done.stdout) == (0, answer(26))


def test_data_on_the_command_line_names_the_folder(data: Path, tmp_path: Path) -> None:
    query = '{ nation(code: "CIV") { name } }'
    done = run(tmp_path, "--data", str(data), "query", "-", stdin=query)
    assert (done.returncode, done.stdout) == (0, answer(11))


def test_query_prints_for_reading_on_a_terminal(data: Path) -> None:
    main, terminal = pty.openpty()
    with subprocess.Popen(
        command_line("query", "-"),
        env={**environment(data), "TERM": "dumb", "COLUMNS": "80"},
        stdin=subprocess.PIPE,
        stdout=terminal,
        text=True,
    ) as process:
        process.communicate('{ nation(code: "CIV") { name } }', timeout=60)
    os.close(terminal)
    shown = os.read(main, 10_000).decode("utf-8")
    os.close(main)
    assert shown.replace("\r", "").startswith('{\n  "data": {\n    "nation": {\n')


@pytest.mark.parametrize("query", ["{ nope }", "{", "{ nations(first: 9999) { totalCount } }"])
def test_query_fails_when_the_answer_has_errors(data: Path, query: str) -> None:
    done = run(data, "query", "-", stdin=query)
    assert done.returncode == 1
    assert "errors" in json.loads(done.stdout)
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        ("{", "error: The variables are not JSON: "),
        ("[]", "error: The variables are no object.\n  fix: "),
        ("@nothing.json", "error: The file of variables nothing.json cannot be read.\n  fix: "),
    ],
)
def test_variables_that_cannot_be_used_are_told(
    data: Path, document: str, variables: str, message: str
) -> None:
    done = run(data, "query", document, "--variables", variables)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(message)


def test_serve_says_why_it_cannot_have_the_port(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run(tmp_path, "serve", "--port", str(port))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"error: Cannot listen on 127.0.0.1 port {port}: Address already in use.\n"
        "  fix: End what listens there, or choose another port: entente serve --port 8001\n"
    )


def test_serve_says_why_it_cannot_have_the_database(tmp_path: Path) -> None:
    done = run(
        tmp_path,
        "serve",
        "--port",
        "0",
        ENTENTE_NEO4J_URI="bolt://127.0.0.1:1",
        ENTENTE_NEO4J_PASSWORD="unused",
        ENTENTE_RETRY_TIME="0.1",
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("error: The database cannot be reached.\n  fix: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_serve_ends_in_order_when_it_is_asked_to(
    data: Path, tmp_path: Path, number: signal.Signals
) -> None:
    with running_server(data, tmp_path / "log") as server:
        assert server.stop(number) == 0
    assert (tmp_path / "log").read_text() == ""
