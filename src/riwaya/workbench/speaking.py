"""The language of a request: what its address asks for, else the cookie, else what the browser wants."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from riwaya.i18n import languages, use_language

#: The cookie that remembers the language of the interface.
COOKIE = "riwaya-language"
#: What is spoken to whoever wants no language that there is.
FIRST = "ar"


class Speaker:
    """Has every answer made in the language of its request, and remembers one that was asked for."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        asked, known = request.query_params.get("lang"), request.cookies.get(COOKIE)
        chosen = next((code for code in (asked, known, *_wanted(request)) if code in languages()), None)

        async def remembering(message: Message) -> None:
            if message["type"] == "http.response.start" and asked in languages():
                MutableHeaders(scope=message).append("set-cookie", _cookie(asked or ""))
            await send(message)

        with use_language(chosen or FIRST):
            await self._app(scope, receive, remembering)


def _wanted(request: Request) -> list[str]:
    """The languages that the browser's user reads, the one that they like best first (RFC 9110, 12.5.4)."""
    weighed: list[tuple[float, str]] = []
    for part in request.headers.get("accept-language", "")[:1000].split(","):
        code, _semicolon, weight = part.strip().partition(";")
        try:
            quality = float(weight.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        weighed.append((-quality, code.split("-")[0].lower()))
    return [code for _quality, code in sorted(weighed, key=lambda each: each[0])]


def _cookie(code: str) -> str:
    response = Response()
    response.set_cookie(COOKIE, code, max_age=31_536_000, samesite="lax", httponly=True)
    return response.headers["set-cookie"]
