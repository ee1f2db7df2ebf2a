"""The gate of a team's workbench: nobody sees anything before they have logged in."""

from __future__ import annotations

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from riwaya.archive import Archive
from riwaya.i18n import gettext as _
from riwaya.workbench import sessions
from riwaya.workbench.guard import SAFE, STATIC
from riwaya.workbench.sessions import Visit

#: The way in: beside what the package brings for browsers, all that is open to everybody.
LOGIN = "/login"
_BEARER = "bearer "


class Gate:
    """Lets in who has a session, by cookie or as a bearer; sends everybody else to the login."""

    def __init__(self, app: ASGIApp, archive: Archive) -> None:
        self._app = app
        self._archive = archive

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection (ASGI)."""
        if scope["type"] != "http" or scope["path"].startswith(STATIC):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        visit = await self._visit(request)
        scope.setdefault("state", {})["visit"] = visit
        if visit is None and request.url.path != LOGIN:
            await _sent_away(request)(scope, receive, send)
            return
        await self._app(scope, receive, send)
        if visit is not None and sessions.is_to_be_noted(visit):
            await run_in_threadpool(sessions.note_use, self._archive, visit)

    async def _visit(self, request: Request) -> Visit | None:
        given = request.headers.get("authorization", "")
        bearer = given.lower().startswith(_BEARER)
        token = given[len(_BEARER) :].strip() if bearer else request.cookies.get(sessions.COOKIE)
        if not token:
            return None
        return await run_in_threadpool(sessions.visit_of, self._archive, token, bearer=bearer)


def _sent_away(request: Request) -> RedirectResponse:
    """The way to the login, and back from there.

    Raises HTTPException where there is no page to come back to.
    """
    path = request.url.path
    if path.startswith("/api/") or request.method not in SAFE:
        headers = {"WWW-Authenticate": 'Bearer realm="riwaya"'}
        raise HTTPException(401, _("Nobody is logged in, so nothing was done."), headers)
    query = request.url.query
    back = quote(path + ("?" + query if query else ""), safe="/")
    return RedirectResponse(f"{LOGIN}?back={back}" if back != "/" else LOGIN, status_code=303)


def visit_of(request: Request) -> Visit | None:
    """The visit that a request belongs to, None where nobody is logged in."""
    visit: Visit | None = request.scope.get("state", {}).get("visit")
    return visit
