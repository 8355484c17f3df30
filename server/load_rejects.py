"""How rejects are shown while a load runs: the first ones, each with what to do about it."""

import json
from collections.abc import Callable
from dataclasses import asdict

from rich.console import Console

from loaders.rejects import Reject, RejectsFile

SHOWN = 5
"""Rejects that are shown; a damaged archive may have very many, and all stand in the file."""


def noting(rejected: RejectsFile, console: Console, *, as_json: bool) -> Callable[[Reject], None]:
    """Write each reject to the file, and show the first ones, as JSON where asked for."""

    def on_reject(reject: Reject) -> None:
        rejected.write(reject)
        if rejected.count <= SHOWN:
            _show(console, _json(reject) if as_json else _plain(reject))
        elif rejected.count == SHOWN + 1 and not as_json:
            _show(console, f"rejected: there are more, noted in {rejected.path}")

    return on_reject


def _show(console: Console, line: str) -> None:
    console.print(line, highlight=False, markup=False, soft_wrap=True)


def _plain(reject: Reject) -> str:
    return f"rejected: {reject.place}: {reject.reason} {reject.fix}"


def _json(reject: Reject) -> str:
    return json.dumps({"event": "rejected", **asdict(reject)})
