"""Settings: one frozen object, built once from the environment and passed in."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_data_path

from graph.errors import SettingsError

NEO4J_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


@dataclass(frozen=True, slots=True)
class Neo4jServer:
    """A Neo4j server or cluster to use in place of the embedded engine."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str = "neo4j"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set; times are in seconds, sizes in bytes.

    ``engine_idle`` is how long the embedded engine stays up after its last user has gone.
    ``command_timeout`` bounds every statement. ``allowed_hosts`` are the names by which clients
    may call the server, ``cors_origins`` the sites whose pages may query it from a browser.
    ``max_article``, ``max_line`` and ``max_expansion`` bound what is read, see
    ``loaders.sources.SourceOptions``.
    """

    data: Path
    neo4j: Neo4jServer | None = None
    engine_heap: str = "1g"
    engine_idle: float = 10.0
    engine_start_timeout: float = 60.0
    command_timeout: float = 30.0
    retry_time: float = 60.0
    host: str = "127.0.0.1"
    port: int = 8000
    max_body: int = 1_000_000
    log_format: str = "auto"
    allowed_hosts: tuple[str, ...] = ()
    cors_origins: tuple[str, ...] = ()
    max_article: int = 4_000_000
    max_line: int = 40_000_000
    max_expansion: int = 200

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Read ``ENTENTE_*``; raises SettingsError that names the variable and the fix."""
        given = os.environ if environment is None else environment
        data = given.get("ENTENTE_DATA")
        default = cls(Path(data).expanduser().absolute() if data else user_data_path("entente"))
        return cls(
            data=default.data,
            neo4j=_neo4j(given),
            engine_heap=_heap(given, "ENTENTE_ENGINE_HEAP", default.engine_heap),
            engine_idle=_number(given, "ENTENTE_ENGINE_IDLE", default.engine_idle),
            engine_start_timeout=_number(
                given, "ENTENTE_ENGINE_START_TIMEOUT", default.engine_start_timeout
            ),
            command_timeout=_number(given, "ENTENTE_COMMAND_TIMEOUT", default.command_timeout),
            retry_time=_number(given, "ENTENTE_RETRY_TIME", default.retry_time),
            host=given.get("ENTENTE_HOST", default.host),
            port=int(_number(given, "ENTENTE_PORT", default.port, most=65535)),
            max_body=int(_number(given, "ENTENTE_MAX_BODY", default.max_body)),
            log_format=_choice(given, "ENTENTE_LOG_FORMAT", ("auto", "json", "text")),
            allowed_hosts=_words(given, "ENTENTE_ALLOWED_HOSTS"),
            cors_origins=_words(given, "ENTENTE_CORS_ORIGINS"),
            max_article=int(_number(given, "ENTENTE_MAX_ARTICLE", default.max_article)),
            max_line=int(_number(given, "ENTENTE_MAX_LINE", default.max_line)),
            max_expansion=int(_number(given, "ENTENTE_MAX_EXPANSION", default.max_expansion)),
        )


def _neo4j(given: Mapping[str, str]) -> Neo4jServer | None:
    uri = given.get("ENTENTE_NEO4J_URI")
    if not uri:
        return None
    if uri.partition("://")[0] not in NEO4J_SCHEMES:
        raise SettingsError(
            f"ENTENTE_NEO4J_URI is {uri!r}, which is no address of a Neo4j server.",
            fix=f"Begin it with one of {', '.join(NEO4J_SCHEMES)} and ://.",
        )
    return Neo4jServer(
        uri=uri,
        user=given.get("ENTENTE_NEO4J_USER", "neo4j"),
        password=_password(given),
        database=given.get("ENTENTE_NEO4J_DATABASE", "neo4j"),
    )


def _password(given: Mapping[str, str]) -> str:
    path = given.get("ENTENTE_NEO4J_PASSWORD_FILE")
    if path:
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise SettingsError(
                f"ENTENTE_NEO4J_PASSWORD_FILE is {path!r}, which cannot be read.",
                fix="Name a file that holds the password and that this user may read.",
            ) from error
    password = given.get("ENTENTE_NEO4J_PASSWORD")
    if not password:
        raise SettingsError(
            "ENTENTE_NEO4J_URI is set, but no password.",
            fix="Set ENTENTE_NEO4J_PASSWORD or ENTENTE_NEO4J_PASSWORD_FILE.",
        )
    return password


def _number(
    given: Mapping[str, str], name: str, default: float, *, most: float = float("inf")
) -> float:
    text = given.get(name)
    if not text:
        return default
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= most:
        raise SettingsError(
            f"{name} is {text!r}, which cannot be used.",
            fix=f"Give a number from 0{f' to {most:g}' if most < float('inf') else ' up'}.",
        )
    return value


def _heap(given: Mapping[str, str], name: str, default: str) -> str:
    text = given.get(name) or default
    if not re.fullmatch(r"\d+[mg]", text):
        raise SettingsError(
            f"{name} is {text!r}, which is no size.", fix="Give it like 512m or 2g."
        )
    return text


def _choice(given: Mapping[str, str], name: str, choices: tuple[str, ...]) -> str:
    text = given.get(name) or choices[0]
    if text not in choices:
        raise SettingsError(
            f"{name} is {text!r}, which is not known.", fix=f"Give one of {', '.join(choices)}."
        )
    return text


def _words(given: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in given.get(name, "").split(",") if word.strip())
