"""docker-compose.yml and the Dockerfile: what they say, as no Docker runs in the tests."""

import json
import re
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[1]
SPECIFICATION = Path(__file__).parent / "data" / "compose-spec.json"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def services(compose: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return compose["services"]


@pytest.fixture(scope="module")
def dockerfile() -> list[str]:
    return (ROOT / "Dockerfile").read_text("utf-8").splitlines()


def environments(services: dict[str, dict[str, Any]]) -> dict[str, str]:
    return {
        f"{service}.{name}": str(value)
        for service, given in services.items()
        for name, value in given.get("environment", {}).items()
    }


def test_it_obeys_the_compose_specification(compose: dict[str, Any]) -> None:
    schema = cast(dict[str, Any], json.loads(SPECIFICATION.read_text("utf-8")))
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(compose)] == []


def test_ports_are_published_on_this_machine_only(services: dict[str, dict[str, Any]]) -> None:
    ports = [port for service in services.values() for port in service.get("ports", [])]
    assert len(ports) == 3
    assert [port for port in ports if not port.startswith("127.0.0.1:")] == []


def test_passwords_are_asked_for_and_never_given(services: dict[str, dict[str, Any]]) -> None:
    asked = re.compile(r"(neo4j/)?\$\{NEO4J_PASSWORD:\?[^}]+\}")
    secrets = {
        name: value
        for name, value in environments(services).items()
        if "PASSWORD" in name or "AUTH" in name
    }
    assert sorted(secrets) == [
        "load.ENTENTE_NEO4J_PASSWORD",
        "neo4j.NEO4J_AUTH",
        "server.ENTENTE_NEO4J_PASSWORD",
    ]
    assert [name for name, value in secrets.items() if not asked.fullmatch(value)] == []


def test_nothing_runs_as_root(services: dict[str, dict[str, Any]]) -> None:
    users = {name: service["user"] for name, service in services.items()}
    assert users == {"neo4j": "7474:7474", "server": "10001:10001", "load": "10001:10001"}


def test_our_own_services_cannot_write_to_their_image(services: dict[str, dict[str, Any]]) -> None:
    for name in ("server", "load"):
        assert services[name]["read_only"] is True
        assert services[name]["cap_drop"] == ["ALL"]
    assert services["load"]["volumes"][1].endswith(":/articles:ro")


def test_the_server_waits_for_the_database_and_loading_is_asked_for(
    services: dict[str, dict[str, Any]],
) -> None:
    for name in ("server", "load"):
        assert services[name]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert "test" in services["neo4j"]["healthcheck"]
    assert services["neo4j"]["volumes"] == ["neo4j:/data"]
    assert {name: service.get("profiles") for name, service in services.items()} == {
        "neo4j": None,
        "server": None,
        "load": ["load"],
    }


def test_images_are_pinned(services: dict[str, dict[str, Any]], dockerfile: list[str]) -> None:
    assert services["neo4j"]["image"] == "neo4j:5.26-community"
    bases = [line.split()[1] for line in dockerfile if line.startswith("FROM")]
    assert bases == ["python:3.12-slim-bookworm", "python:3.12-slim-bookworm"]


def test_the_image_runs_as_a_user_and_tells_its_health(dockerfile: list[str]) -> None:
    users = [line for line in dockerfile if line.startswith("USER")]
    assert users == ["USER 10001:10001"]
    check = dockerfile[next(i for i, line in enumerate(dockerfile) if "HEALTHCHECK" in line) + 1]
    assert "/readyz" in check


def test_every_folder_that_the_image_copies_is_let_through_to_its_build(
    dockerfile: list[str],
) -> None:
    ignore = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    let_through = {line[1:] for line in ignore if line.startswith("!")}
    copied = {
        source
        for line in dockerfile
        if line.startswith("COPY") and "--from" not in line
        for source in line.split()[1:-1]
    }
    assert copied == let_through
