"""GraphiQL: its page, its files and its examples, all from the package.

The files are built from ``server/graphiql`` and need no network.
"""

from dataclasses import asdict
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from server.examples import load_examples

ASSETS = str(files("server").joinpath("static", "graphiql"))
# The page and its files have plain names: browsers keep them, and ask whether they changed.
FRESH = {"Cache-Control": "no-cache"}


class Assets(StaticFiles):
    """The page's files, checked by entity tag each time."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """One file."""
        response = await super().get_response(path, scope)
        response.headers.update(FRESH)
        return response


def page() -> Response:
    """The page of GraphiQL."""
    html = files("server").joinpath("static", "graphiql", "index.html").read_text("utf-8")
    return HTMLResponse(html, headers=FRESH | {"Vary": "Accept"})


async def examples(_request: Request) -> Response:
    """The example queries, for the page."""
    return JSONResponse([asdict(example) for example in load_examples()], headers=FRESH)


async def home(_request: Request) -> Response:
    """The way from the root to GraphiQL."""
    return RedirectResponse("/graphql")


def playground_routes() -> list[BaseRoute]:
    """The routes of the playground; the page itself stands at the address of the queries."""
    return [
        Route("/", home),
        Route("/graphql/examples", examples),
        Mount("/graphql/assets", Assets(directory=ASSETS)),
    ]
