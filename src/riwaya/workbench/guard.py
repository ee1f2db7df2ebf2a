"""What every request passes before a page sees it, and what every answer carries.

A page of another site must not be able to read the archive (its browser would have to name a host that is not
ours: DNS rebinding) or to change it (its request says that it comes from elsewhere: CSRF).
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from riwaya.i18n import gettext as _

#: Where the scripts, styles and fonts of the package are.
STATIC = "/static/"
#: Methods that change nothing (RFC 9110, section 9.2.1).
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
#: Nothing is loaded from, sent to or framed by another host, and no script runs but those of the package.
#: The one exception are map tiles, where they were asked for.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:{tiles}; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY.format(tiles=""),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Headed:
    """Puts `HEADERS` on every answer, whatever made it.

    Browsers may keep what the package brings, if they ask each time whether it is still the same. `tiles` is
    the address of map tiles, if any are to be loaded.
    """

    def __init__(self, app: ASGIApp, tiles: str | None = None) -> None:
        self._app = app
        self._headers = dict(HEADERS)
        if tiles:
            origin = "{0.scheme}://{0.netloc}".format(urlsplit(tiles))
            self._headers["Content-Security-Policy"] = POLICY.format(tiles=f" {origin}")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if scope["path"].startswith(STATIC) and message["status"] in (200, 304):
                    headers.setdefault("Cache-Control", "no-cache")
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        # Whoever asks for no more than the head gets that of the page; the server leaves out the rest.
        method = "GET" if scope["method"] == "HEAD" else scope["method"]
        await self._app({**scope, "method": method}, receive, headed)


class Guard:
    """Refuses requests for other hosts, and changes that other origins ask for."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection (ASGI). Raises HTTPException."""
        if scope["type"] == "websocket":
            # Nothing here speaks it, and nothing that looks at requests would see it.
            await WebSocketClose()(scope, receive, send)
            return
        if scope["type"] == "http":
            self._check(scope)
        await self._app(scope, receive, send)

    def _check(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        if _name(host) not in self._hosts:
            problem = _("This workbench is not reached under the name '{host}'.")
            raise HTTPException(403, problem.format(host=host[:100]))
        if scope["method"] not in SAFE and not _own(headers, host):
            raise HTTPException(
                403, _("This change was asked for by a page of another site, so nothing was changed.")
            )


def _name(host: str) -> str:
    """A host without its port; `[::1]` keeps its brackets."""
    before, bracket, after = host.rpartition("]")
    return before + bracket + after.partition(":")[0]


def _own(headers: Headers, host: str) -> bool:
    """Whether a request comes from a page of ours (Fetch Metadata, else Origin), or from no page at all."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    if origin is None:
        return True
    try:
        return urlsplit(origin).netloc.lower() == host
    except ValueError:  # no address at all
        return False
