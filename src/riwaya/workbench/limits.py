"""How much a request may say: whoever says more is told so before it is taken in."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from riwaya.i18n import gettext as _

#: Bytes of an address, path and query together.
LONGEST_ADDRESS = 16_384
#: What the frame of a form takes beside the files in it.
FRAME = 65_536


class Limits:
    """Refuses addresses and bodies that are too long, and NUL, which no archive can look for."""

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self._app = app
        self._most = max_bytes + FRAME

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection (ASGI). Raises HTTPException."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        self._check(scope)
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._most:
                raise self._too_large()
            return message

        await self._app(scope, counted, send)

    def _check(self, scope: Scope) -> None:
        path, query = scope["path"], scope["query_string"]
        if len(path) + len(query) > LONGEST_ADDRESS:
            raise HTTPException(414)
        if "\0" in path or b"%00" in query or b"\0" in query:
            raise HTTPException(400)
        announced = Headers(scope=scope).get("content-length", "0")
        if not (announced.isascii() and announced.isdigit()):
            raise HTTPException(400)
        if len(announced) > 18 or int(announced) > self._most:
            raise self._too_large()

    def _too_large(self) -> HTTPException:
        problem = _("This is more than may be sent at once: {n} MB.")
        return HTTPException(413, problem.format(n=f"{self._most / 1_000_000:.1f}"))
