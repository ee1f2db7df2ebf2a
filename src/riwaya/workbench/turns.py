"""Pages are made in the order in which they were asked for, few at a time."""

from __future__ import annotations

from asyncio import Semaphore

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from riwaya.workbench.guard import SAFE, STATIC

#: Pages that one process makes side by side: while the database works for one, another is written.
_AT_ONCE = 2


class Turns:
    """Has those wait who ask for a page while others are made: side by side, many would all be late.

    A turn ends when an answer begins to leave. Changes wait for nobody here: they may have to wait for the
    archive.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._turns = Semaphore(_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection (ASGI)."""
        if scope["type"] != "http" or scope["method"] not in SAFE or scope["path"].startswith(STATIC):
            await self._app(scope, receive, send)
            return
        await self._turns.acquire()
        is_mine = True

        def end() -> None:
            nonlocal is_mine
            if is_mine:
                is_mine = False
                self._turns.release()

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                end()
            await send(message)

        try:
            await self._app(scope, receive, sent)
        finally:
            end()
