"""``entente serve``: the server."""

import asyncio
from dataclasses import replace

import click

from graph.settings import Settings
from server.app import create_app
from server.logs import configure_logs, silence_driver
from server.uvicorn_server import address, listen
from server.uvicorn_server import serve as run


@click.command()
@click.option("--host", help="The name or address to listen on; 127.0.0.1 unless ENTENTE_HOST.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help="The port to listen on; 8000 unless ENTENTE_PORT; 0 for any that is free.",
)
@click.pass_obj
def serve(settings: Settings, host: str | None, port: int | None) -> None:
    """Serve GraphQL at /graphql, which shows GraphiQL to a browser.

    /healthz tells whether the server lives, /readyz whether its database answers. Ctrl-C stops it.

    \b
    Examples:
      entente serve
      entente serve --port 8001
      ENTENTE_LOG_FORMAT=json entente serve --host 0.0.0.0
    """  # noqa: D301 - click reads \b as: keep these lines as they are
    chosen = replace(
        settings,
        host=settings.host if host is None else host,
        port=settings.port if port is None else port,
    )
    configure_logs(chosen)
    silence_driver()
    listener = listen(chosen.host, chosen.port)

    def announce() -> None:
        click.echo(f"Entente is ready: GraphiQL at {address(listener)} (Ctrl-C stops it)")

    with listener:
        asyncio.run(run(create_app(chosen), listener, announce))
