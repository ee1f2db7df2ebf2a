"""Where a form leads after it did its work: back to the page it was on, never to another site."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.responses import RedirectResponse, Response


def local_path(address: str | None, usual: str = "/") -> str:
    """The address, where it is a path of this workbench; else the usual one.

    >>> local_path("/report/r1?whole=1#c3"), local_path("//evil.example"), local_path("https://evil.example")
    ('/report/r1?whole=1#c3', '/', '/')
    """
    if not address or not address.startswith("/") or not address.isprintable():
        return usual
    # Browsers take a backslash for a slash, and two slashes for the beginning of a host.
    if "\\" in address or address.startswith("//") or len(address) > 2000:
        return usual
    try:
        parts = urlsplit(address)
    except ValueError:
        return usual
    return usual if parts.scheme or parts.netloc else address


def back_to(asked: str, usual: str) -> Response:
    """A redirect to the page that a form asked for, if it is one of ours, else to the usual one."""
    return RedirectResponse(local_path(asked, usual), status_code=303)
