"""Settings: what the environment says, and what it must not say."""

from pathlib import Path

import pytest

from graph.errors import SettingsError
from graph.settings import Neo4jServer, Settings


def test_defaults_need_no_environment() -> None:
    settings = Settings.from_environment({})
    assert settings == Settings(data=settings.data)
    assert settings.data.name == "entente"
    assert settings.neo4j is None


def test_everything_can_be_set(tmp_path: Path) -> None:
    password = tmp_path / "password.txt"
    password.write_text("secret\n")
    settings = Settings.from_environment(
        {
            "ENTENTE_DATA": str(tmp_path),
            "ENTENTE_NEO4J_URI": "neo4j://db:7687",
            "ENTENTE_NEO4J_PASSWORD_FILE": str(password),
            "ENTENTE_ENGINE_HEAP": "512m",
            "ENTENTE_ENGINE_IDLE": "2.5",
            "ENTENTE_COMMAND_TIMEOUT": "5",
            "ENTENTE_RETRY_TIME": "1",
            "ENTENTE_HOST": "0.0.0.0",
            "ENTENTE_PORT": "80",
            "ENTENTE_MAX_BODY": "10",
            "ENTENTE_LOG_FORMAT": "json",
            "ENTENTE_ALLOWED_HOSTS": "a.example, b.example",
        }
    )
    assert settings == Settings(
        data=tmp_path,
        neo4j=Neo4jServer("neo4j://db:7687", "neo4j", "secret"),
        engine_heap="512m",
        engine_idle=2.5,
        command_timeout=5.0,
        retry_time=1.0,
        host="0.0.0.0",
        port=80,
        max_body=10,
        log_format="json",
        allowed_hosts=("a.example", "b.example"),
    )
    assert "secret" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ENTENTE_PORT", "eighty"),
        ("ENTENTE_PORT", "70000"),
        ("ENTENTE_PORT", "-1"),
        ("ENTENTE_COMMAND_TIMEOUT", "nan"),
        ("ENTENTE_ENGINE_HEAP", "much"),
        ("ENTENTE_LOG_FORMAT", "xml"),
        ("ENTENTE_NEO4J_URI", "http://db"),
        ("ENTENTE_NEO4J_URI", "bolt://db"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_its_fix(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as raised:
        Settings.from_environment({name: value})
    assert name in raised.value.message
    assert raised.value.fix
