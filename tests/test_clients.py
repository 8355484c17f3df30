"""Real clients: gql for Python, GraphQL Code Generator and the compiler of Relay."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from graph.settings import Settings
from tests.running_server import running_server
from tests.schema_graph import Client, client

__all__ = ["client"]

ROOT = Path(__file__).parents[1]
PACKAGES = Path(__file__).parent / "clients"
PATIENCE = 600


@pytest.mark.anyio
async def test_the_python_client_of_the_readme(
    client: Client,
    engine_settings: Settings,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    [shown] = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    with running_server(engine_settings.data, tmp_path / "log") as server:
        exec(shown.replace("http://127.0.0.1:8000", server.url), {})
    found = await client.data('{ nation(code: "CHN") { relations { partner { name } count } } }')
    assert capsys.readouterr().out == f"{found}\n"


@pytest.fixture(scope="module")
def packages() -> Path:
    """The folder with the packages of Node, installed where they are not yet."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed")
    if not (PACKAGES / "node_modules").exists():
        installed = npm("ci", "--no-audit", "--no-fund")
        if installed.returncode:
            pytest.skip(f"npm cannot install: {installed.stderr[-300:]}")
    return PACKAGES


def npm(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["npm", *arguments],
        cwd=PACKAGES,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def test_types_are_generated_without_warnings(packages: Path) -> None:
    generated = packages / "src" / "generated.ts"
    generated.unlink(missing_ok=True)
    made = npm("run", "codegen")
    assert made.returncode == 0, made.stdout + made.stderr
    assert "warn" not in (made.stdout + made.stderr).lower()
    assert "export type RelationsOfTwoNationsQuery" in generated.read_text(encoding="utf-8")
    checked = npm("run", "types")
    assert checked.returncode == 0, checked.stdout


def test_relay_accepts_the_schema(packages: Path) -> None:
    made = npm("run", "relay")
    assert made.returncode == 0, made.stdout + made.stderr
    artifacts = {path.name for path in (packages / "src" / "__generated__").iterdir()}
    assert "NationEventsPaginationQuery.graphql.js" in artifacts
