"""What can be wrong with an HTTP request before its query is looked at."""

from graph.errors import InputError


class RequestError(InputError):
    """The request is no GraphQL request; ``status`` is that of the HTTP response."""

    code = "BAD_REQUEST"
    status = 400


class NotAcceptableError(RequestError):
    """The client accepts no media type that can be given."""

    code = "NOT_ACCEPTABLE"
    status = 406


class BodyTooLargeError(RequestError):
    """The body is larger than the limit."""

    code = "REQUEST_TOO_LARGE"
    status = 413


class MediaTypeError(RequestError):
    """The body is of a media type that cannot be read."""

    code = "UNSUPPORTED_MEDIA_TYPE"
    status = 415
