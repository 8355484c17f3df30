"""The process that runs ArcadeDB: ``python -m graph.engine.host FOLDER``.

It ends on SIGTERM or SIGINT, or when no client has been attached for the idle time.
"""

import argparse
import os
import signal
import socket
import sys
import threading
import time
import traceback
from pathlib import Path
from types import FrameType

from graph.embedded_schema import embedded_declarations
from graph.engine.folder import EngineFolder, EngineState
from graph.engine.locks import FileLock
from graph.ontology import load_ontology

DATABASE = "entente"
LOOPBACK = "127.0.0.1"
POLL = 0.25
STOP_TIMEOUT = 30.0


def free_port(wanted: int | None = None) -> int:
    """A free port on loopback, ``wanted`` where that one is free."""
    for port in (wanted or 0, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((LOOPBACK, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("no free port on the loopback interface")


def jvm_options(command_timeout: float) -> list[str]:
    """Options of the Java machine: no file or URL reaches LOAD CSV, statements end in time.

    ``-Xrs`` leaves the signals to Python, so that SIGTERM closes the database in order.
    """
    return [
        "-Xrs",
        "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
        "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
        f"-Darcadedb.command.timeout={int(command_timeout * 1000)}",
    ]


def server_options(bolt_port: int) -> dict[str, str | int]:
    """Options of the server: every listener on loopback, Bolt the only protocol added."""
    return {
        "host": LOOPBACK,
        "mode": "production",
        "http_port": free_port(),
        "bolt_port": bolt_port,
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
    }


def wait_for_the_last_client(folder: EngineFolder, idle: float, stop: threading.Event) -> None:
    """Return when asked to stop, or after ``idle`` seconds without any client.

    The lock on the clients is kept to the end of the process: whoever comes now waits until
    this engine has gone, and starts the next.
    """
    clients = FileLock(folder.clients_lock)
    alone_since: float | None = None
    while not stop.wait(POLL):
        if not clients.acquire():
            alone_since = None
            continue
        alone_since = alone_since or time.monotonic()
        if time.monotonic() - alone_since >= idle:
            return
        clients.release()


def serve(folder: EngineFolder, *, heap: str, idle: float, command_timeout: float) -> None:
    """Run the engine until it is told to stop or has no clients left."""
    # The Java machine starts with this import's first use and takes seconds: only this process
    # may pay for it.
    from arcadedb_embedded.server import ArcadeDBServer

    stop = threading.Event()

    def ask_to_stop(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, ask_to_stop)
    signal.signal(signal.SIGINT, ask_to_stop)
    known = folder.state()
    folder.forget()
    bolt_port = free_port(known.bolt_port if known else None)
    server = ArcadeDBServer(
        str(folder.databases),
        folder.password(),
        server_options(bolt_port),
        jvm_kwargs={"heap_size": heap, "jvm_args": jvm_options(command_timeout)},
    )
    server.start()
    database = server.create_database(DATABASE)
    for statement in embedded_declarations(load_ontology()):
        database.command("sql", statement)
    folder.announce(EngineState(pid=os.getpid(), bolt_port=bolt_port))
    wait_for_the_last_client(folder, idle, stop)
    folder.forget()
    # What it has acknowledged is safe in its log, so an engine that hangs may be ended.
    threading.Timer(STOP_TIMEOUT, os._exit, [1]).start()
    server.stop()


def main(arguments: list[str] | None = None) -> None:
    """Run the engine on the folder given on the command line."""
    parser = argparse.ArgumentParser(prog="graph.engine.host", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--heap", default="1g")
    parser.add_argument("--idle", type=float, default=10.0)
    parser.add_argument("--command-timeout", type=float, default=30.0)
    given = parser.parse_args(arguments)
    folder = EngineFolder(given.folder)
    alive = FileLock(folder.alive_lock)
    if not alive.acquire(timeout=5.0):
        sys.exit(f"another engine already runs on {folder.path}")
    code = 1
    try:
        serve(folder, heap=given.heap, idle=given.idle, command_timeout=given.command_timeout)
        code = 0
    except Exception:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        # Threads of the Java machine would keep the process, and with it the locks.
        os._exit(code)


if __name__ == "__main__":
    main()
