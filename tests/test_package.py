"""The package: the wheel and the source archive build, and the wheel works from elsewhere."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = "Talks in Vienna\n\nPublished 2019-03-04\n\nFrench President Emmanuel Macron visited Berlin."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return folder


def run(command: list[str], cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        command,
        cwd=cwd,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": "", **environment},
    )
    return done.stdout


def test_the_archives_hold_code_and_data_only(built: Path) -> None:
    [wheel] = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert tops == {"graph", "loaders", "schema", "server"}
    assert "graph/ontology.yaml" in names
    assert "loaders/data/nations.csv" in names
    assert any(name.startswith("server/static/graphiql/") for name in names)
    assert not [name for name in names if "node_modules" in name]
    [sdist] = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        members = archive.getnames()
    assert any(name.endswith("/schema.graphql") for name in members)
    assert not [name for name in members if "node_modules" in name]


def test_the_wheel_works_from_another_folder(built: Path, tmp_path: Path) -> None:
    [wheel] = built.glob("*.whl")
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    installed = run(
        [str(python), "-m", "pip", "install", "--quiet", "--no-deps", str(wheel)], tmp_path
    )
    assert installed == ""
    # What Entente needs comes from the environment of the tests; Entente itself does not.
    site = run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], tmp_path
    )
    Path(site.strip(), "needs.pth").write_text(sysconfig.get_path("purelib"))
    where = run([str(python), "-c", "import graph; print(graph.__file__)"], tmp_path)
    assert where.startswith(str(environment))
    (tmp_path / "article.txt").write_text(TEXT)

    entente = str(environment / "bin" / "entente")
    assert "type Query" in run([entente, "schema"], tmp_path)
    assert '"DEU"' in run([entente, "extract", "article.txt"], tmp_path)
    told = run(
        [entente, "load", "article.txt", "--json"], tmp_path,
        ENTENTE_DATA=str(tmp_path / "data"), ENTENTE_ENGINE_IDLE="0.5",
    )  # fmt: skip
    assert '"loaded": 1' in told
