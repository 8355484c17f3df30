"""The ASGI application: ``create_app`` puts it together, and nothing works at import."""

from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from graph.constraints import ensure_constraints
from graph.database import Database
from graph.ontology import load_ontology
from graph.settings import Settings
from schema.service import GraphQLService
from server.access_log import AccessLog
from server.endpoint import GraphQLEndpoint
from server.error_body import errors_body
from server.health import healthz, readyz
from server.hosts import allowed_hosts
from server.playground import playground_routes
from server.security_headers import SecurityHeaders


def create_app(settings: Settings) -> Starlette:
    """The application; while it runs it holds a connection to the database of the settings."""
    endpoint = GraphQLEndpoint(GraphQLService(load_ontology()), settings.max_body)
    return Starlette(
        routes=[
            Route("/graphql", endpoint.handle, methods=["GET", "POST"]),
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            *playground_routes(),
        ],
        middleware=_middleware(settings),
        exception_handlers={HTTPException: _http_error},
        lifespan=_lifespan(settings),
    )


def _lifespan(
    settings: Settings,
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncGenerator[None]:
        async with Database.connect(settings) as database:
            await ensure_constraints(database, load_ontology())
            app.state.database = database
            yield

    return lifespan


def _middleware(settings: Settings) -> list[Middleware]:
    layers = [
        Middleware(AccessLog),
        Middleware(SecurityHeaders),
        Middleware(
            TrustedHostMiddleware, allowed_hosts=allowed_hosts(settings), www_redirect=False
        ),
    ]
    if settings.cors_origins:
        layers.append(
            Middleware(
                CORSMiddleware,
                allow_origins=settings.cors_origins,
                allow_methods=["GET", "POST"],
                allow_headers=["Content-Type"],
            )
        )
    return layers


async def _http_error(_request: Request, error: Exception) -> Response:
    """What Starlette refuses, such as an unknown path, in the shape of all our errors."""
    assert isinstance(error, HTTPException)
    code = error.detail.upper().replace(" ", "_")
    body = errors_body(f"{error.detail}.", code)
    return JSONResponse(body, error.status_code, headers=error.headers)
