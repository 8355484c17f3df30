"""Which names a client may call the server by.

A page on the Internet can make its own name point to 127.0.0.1 and then read from a server there
as its own origin. Such requests still carry the page's name, and are refused.
"""

from ipaddress import ip_address

from graph.settings import Settings

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
ANY = ("*",)


def is_loopback(host: str) -> bool:
    """Whether a host name or address means this machine only."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def allowed_hosts(settings: Settings) -> tuple[str, ...]:
    """Values of the Host header that are answered, without ports.

    Those of the settings, else only this machine's where the server listens on loopback, else any.
    """
    if settings.allowed_hosts:
        return (*LOOPBACK, *settings.allowed_hosts)
    if is_loopback(settings.host):
        own = f"[{settings.host}]" if ":" in settings.host else settings.host
        return tuple(dict.fromkeys((*LOOPBACK, own)))
    return ANY
