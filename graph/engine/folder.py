"""The folder of the embedded engine: where its files are, and what they say."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.errors import EngineError


@dataclass(frozen=True, slots=True)
class EngineState:
    """What a running engine says of itself once it accepts connections."""

    pid: int
    bolt_port: int


@dataclass(frozen=True, slots=True)
class EngineFolder:
    """The files of one engine below the data folder."""

    path: Path

    @property
    def alive_lock(self) -> Path:
        """Held by the engine while it runs."""
        return self.path / "alive.lock"

    @property
    def clients_lock(self) -> Path:
        """Shared by every attached client."""
        return self.path / "clients.lock"

    @property
    def start_lock(self) -> Path:
        """Held by the client that starts the engine."""
        return self.path / "start.lock"

    @property
    def lane_lock(self) -> Path:
        """Held by the client whose turn it is to write."""
        return self.path / "lane.lock"

    @property
    def databases(self) -> Path:
        """What the engine itself writes."""
        return self.path / "arcadedb"

    @property
    def log(self) -> Path:
        """What the engine prints."""
        return self.path / "engine.log"

    def create(self) -> None:
        """Make the folder, for this user only."""
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise EngineError(
                f"The data folder {self.path} cannot be made: {error.strerror}.",
                fix="Set ENTENTE_DATA to a folder that this user may write to.",
            ) from error

    def password(self) -> str:
        """The engine's password: made at random at the first call, readable by this user only."""
        path = self.path / "password"
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text(encoding="ascii")
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(32))
        return path.read_text(encoding="ascii")

    def state(self) -> EngineState | None:
        """What the engine last said of itself, or None where it never said anything."""
        try:
            given = json.loads((self.path / "state.json").read_text(encoding="utf-8"))
            return EngineState(pid=int(given["pid"]), bolt_port=int(given["bolt_port"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def announce(self, state: EngineState) -> None:
        """Say that the engine accepts connections, in one atomic step."""
        fresh = self.path / f"state.{state.pid}.json"
        fresh.write_text(json.dumps(asdict(state)), encoding="utf-8")
        fresh.replace(self.path / "state.json")

    def forget(self) -> None:
        """Take back what ``announce`` said: no connections are accepted any more."""
        (self.path / "state.json").unlink(missing_ok=True)

    def log_tail(self, lines: int = 15) -> str:
        """The last lines that the engine printed."""
        try:
            return "\n".join(self.log.read_text("utf-8", "replace").splitlines()[-lines:])
        except OSError:
            return ""
