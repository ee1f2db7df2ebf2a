"""What every request passes before a page sees it, and what every answer carries.

A page of another site must not be able to read the archive (its browser would have to name a host that is not
ours: DNS rebinding) or to change it (its request says that it comes from elsewhere: CSRF).
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from riwaya.i18n import gettext as _

#: Methods that change nothing (RFC 9110, section 9.2.1).
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
#: Nothing is loaded from, sent to or framed by another host, and no script runs but those of the package.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Refuses other hosts, and changes that other origins ask for; puts `HEADERS` on every answer."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        problem = self._problem(scope)
        if problem:
            await PlainTextResponse(problem, status_code=403)(scope, receive, guarded)
        else:
            await self._app(scope, receive, guarded)

    def _problem(self, scope: Scope) -> str | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if _name(host) not in self._hosts:
            return _("This workbench is not reached under the name '{host}'.").format(host=host)
        if scope["method"] not in SAFE and not _own(headers, host):
            return _("This change was asked for by a page of another site, so nothing was changed.")
        return None


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
    return origin is None or urlsplit(origin).netloc == host
