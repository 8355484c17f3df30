"""The names by which a server may be called."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph.settings import Settings
from server.hosts import allowed_hosts

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@pytest.mark.parametrize(
    ("host", "given", "allowed"),
    [
        ("127.0.0.1", (), LOOPBACK),
        ("localhost", (), LOOPBACK),
        ("::1", (), LOOPBACK),
        ("127.0.0.2", (), (*LOOPBACK, "127.0.0.2")),
        ("0.0.0.0", (), ("*",)),
        ("entente.example", (), ("*",)),
        ("0.0.0.0", ("entente.example",), (*LOOPBACK, "entente.example")),
        ("127.0.0.1", ("entente.example",), (*LOOPBACK, "entente.example")),
    ],
)
def test_only_this_machine_is_meant_unless_the_settings_say_more(
    host: str, given: tuple[str, ...], allowed: tuple[str, ...]
) -> None:
    settings = replace(Settings(Path("unused")), host=host, allowed_hosts=given)
    assert allowed_hosts(settings) == allowed


def test_the_lists_come_from_the_environment() -> None:
    settings = Settings.from_environment(
        {
            "ENTENTE_DATA": "/tmp",
            "ENTENTE_ALLOWED_HOSTS": "a.example, b.example,",
            "ENTENTE_CORS_ORIGINS": "https://a.example",
        }
    )
    assert settings.allowed_hosts == ("a.example", "b.example")
    assert settings.cors_origins == ("https://a.example",)
