"""Reading a request's body without taking more than the limit into memory."""

from starlette.requests import Request

from server.request_error import BodyTooLargeError


async def read_body(request: Request, most: int) -> bytes:
    """The whole body of at most ``most`` bytes; raises BodyTooLargeError."""
    stated = request.headers.get("content-length", "")
    if stated.isdecimal() and int(stated) > most:
        raise _too_large(most)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise _too_large(most)
    return bytes(body)


def _too_large(most: int) -> BodyTooLargeError:
    return BodyTooLargeError(
        f"The request is larger than {most} bytes.",
        fix="Send less, or raise ENTENTE_MAX_BODY on the server.",
    )
