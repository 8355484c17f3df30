"""The GraphQL endpoint: GraphQL over HTTP, and GraphiQL for browsers, at one address.

Source: https://graphql.github.io/graphql-over-http/draft/
"""

from starlette.requests import Request
from starlette.responses import Response

from schema.service import GraphQLService, Way
from server.answer import answer, refusal
from server.body import read_body
from server.graphql_request import GraphQLRequest, request_from_json, request_from_parameters
from server.media_type import GRAPHQL, HTML, JSON, best_offer, is_json
from server.playground import page
from server.request_error import MediaTypeError, NotAcceptableError, RequestError


class GraphQLEndpoint:
    """Answers POST and GET; bodies of more than ``max_body`` bytes are refused."""

    def __init__(self, service: GraphQLService, max_body: int) -> None:
        self._service = service
        self._max_body = max_body

    async def handle(self, request: Request) -> Response:
        """The response to one request."""
        media_type = JSON
        try:
            media_type = self._media_type(request)
            if media_type == HTML:
                return page()
            return await self._execute(request, await self._read(request), media_type)
        except RequestError as error:
            return refusal(error, media_type)

    def _media_type(self, request: Request) -> str:
        accept = request.headers.get("accept")
        if accept is None:
            return GRAPHQL
        # JSON first: who accepts anything may be of the time before GraphQL had its own type.
        offers = (JSON, GRAPHQL) if request.method == "POST" else (JSON, GRAPHQL, HTML)
        chosen = best_offer(accept, offers)
        if chosen is None:
            raise NotAcceptableError(
                f"None of the accepted media types can be given: {accept[:200]}",
                fix=f"Accept {GRAPHQL} or {JSON}.",
            )
        return chosen

    async def _read(self, request: Request) -> GraphQLRequest:
        if request.method != "POST":
            return request_from_parameters(request.query_params)
        content_type = request.headers.get("content-type", "")
        if not is_json(content_type):
            # Also the guard against forged requests: a form of another site cannot send JSON.
            raise MediaTypeError(
                f"The body is of type {content_type[:200] or 'unknown'}.",
                fix=f"Send it with the header Content-Type: {JSON}.",
            )
        return request_from_json(await read_body(request, self._max_body))

    async def _execute(self, request: Request, asked: GraphQLRequest, media_type: str) -> Response:
        request.state.operation = asked.operation_name
        result = await self._service.execute(
            asked.query,
            request.app.state.database,
            asked.variables,
            asked.operation_name,
            Way.COST if asked.cost_only else Way.DIRECT,
        )
        return answer(result.response(), media_type)
