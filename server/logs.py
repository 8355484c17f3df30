"""Logs of the server: one line an entry, JSON for machines and plain text for a terminal.

An entry is an event's name and its data. Values of variables never go in.
"""

import logging
import sys
from typing import Any, TextIO

import structlog

from graph.settings import Settings

SILENT = logging.CRITICAL + 1


def configure_logs(settings: Settings, stream: TextIO | None = None) -> None:
    """Set up the logs of this process; for the command line, once, before anything runs."""
    out = stream or sys.stderr
    machine = settings.log_format == "json" or (settings.log_format == "auto" and not out.isatty())
    first = _first_steps(machine=machine)
    last = _last_steps(machine=machine, colors=out.isatty())
    structlog.configure(
        processors=[*first, *last],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(out),
    )
    handler = logging.StreamHandler(out)
    plain = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(foreign_pre_chain=first, processors=[plain, *last])
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)


def silence_driver() -> None:
    """Keep the database driver's own log off the terminal: its failures reach us as errors."""
    logging.getLogger("neo4j").setLevel(SILENT)


def _first_steps(*, machine: bool) -> list[Any]:
    timestamp = (
        structlog.processors.TimeStamper(fmt="iso", utc=True)
        if machine
        else structlog.processors.TimeStamper(fmt="%H:%M:%S", utc=False)
    )
    return [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        timestamp,
    ]


def _last_steps(*, machine: bool, colors: bool) -> list[Any]:
    if machine:
        return [
            # Plain text of the traceback: a rich one would show the values of local variables.
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ]
    return [
        structlog.dev.ConsoleRenderer(
            colors=colors,
            sort_keys=False,
            pad_event_to=0,
            exception_formatter=structlog.dev.plain_traceback,
        )
    ]
