"""What is said when a request cannot be answered: a page for people, JSON for programs (RFC 9457)."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from riwaya.errors import ArchiveError, FieldError, InputError, MissingError, RiwayaError, UsageError
from riwaya.i18n import gettext as _
from riwaya.i18n import mark
from riwaya.workbench.rendering import page
from riwaya.workbench.settings import Settings

logger = logging.getLogger("riwaya.workbench")

#: What happened and what to do, by status.
WORDS: Mapping[int, tuple[str, str]] = {
    400: (
        mark("This request cannot be understood."),
        mark("Go back, look at what you sent, and send it again."),
    ),
    401: (mark("Nobody is logged in."), mark("Log in, then do it again.")),
    403: (
        mark("Your role does not allow this."),
        mark("Ask an editor to do it, or to give you another role."),
    ),
    404: (mark("There is nothing here."), mark("Check the address, or start over.")),
    405: (mark("This address does not do that."), mark("Go back and use the links and buttons of the page.")),
    410: (mark("What was here is gone for good."), mark("Look for another report of the same.")),
    413: (mark("This is more than may be sent at once."), mark("Send it in parts.")),
    414: (mark("This address is too long."), mark("Ask for less at once.")),
    415: (mark("This kind of content is not understood here."), mark("Use the form of the page, or JSON.")),
    422: (mark("A value makes no sense."), mark("Correct it and try again.")),
    429: (mark("That was tried too often."), mark("Wait before you try again.")),
    500: (
        mark("Something went wrong inside Riwaya; nothing was half done."),
        mark("Try again. If it stays so, tell whoever runs the workbench when it happened."),
    ),
    503: (
        mark("The archive cannot be used just now."),
        mark("Somebody may be writing to it: wait a minute and try again. What you sent was not kept."),
    ),
}
#: Seconds after which it is worth while to ask a busy archive again.
_RETRY = "30"


def problem(
    request: Request, status: int, what: str = "", remedy: str = "", headers: Mapping[str, str] | None = None
) -> Response:
    """An error as the asker reads it; what is not said is said by the status."""
    usual_what, usual_remedy = WORDS.get(status, WORDS[400 if status < 500 else 500])
    what, remedy = what or _(usual_what), remedy or _(usual_remedy)
    if request.url.path.startswith("/api/"):
        body = {"type": "about:blank", "status": status, "title": what, "detail": remedy}
        return JSONResponse(body, status, headers, media_type="application/problem+json")
    shown = page(request, "problem.html", status, what=what, remedy=remedy, status=status)
    shown.headers.update(headers or {})
    return shown


async def answer_to(request: Request, error: Exception) -> Response:
    """The answer to a request that ended with an error. What nobody foresaw is logged, and not shown."""
    if isinstance(error, HTTPException):
        if error.status_code == 414:
            # The answer leads to the address that was asked for; not to this one.
            request = Request({**request.scope, "path": request.url.path[:5], "query_string": b""})
        said = "" if error.detail == _phrase(error.status_code) else str(error.detail)
        return problem(request, error.status_code, said, headers=error.headers)
    if isinstance(error, RequestValidationError):
        where = ", ".join(dict.fromkeys(str(each["loc"][-1]) for each in error.errors()))
        return problem(request, 422, _("A value makes no sense: {where}.").format(where=where[:200]))
    if isinstance(error, FieldError):
        return problem(request, 422, f"{error.field}: {error}")
    if isinstance(error, UsageError | InputError):
        return problem(request, 404 if isinstance(error, MissingError) else 422, str(error))
    if isinstance(error, ArchiveError):
        logger.error("%s", error)
        return problem(request, 503, _inside(request, error), headers={"Retry-After": _RETRY})
    if isinstance(error, RiwayaError):
        logger.error("%s", error)
        return problem(request, 500, _inside(request, error))
    logger.error("%s %s", request.method, request.url.path, exc_info=error)
    return problem(request, 500)


class Answering:
    """Turns whatever error comes out of the application into an answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection (ASGI)."""
        begun = False

        async def noticed(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, noticed)
        except Exception as error:
            if begun or scope["type"] != "http":
                raise
            await (await answer_to(Request(scope), error))(scope, receive, send)


def _inside(request: Request, error: RiwayaError) -> str:
    """What is wrong on this machine, for whoever sits at it; a team's readers need not know its files."""
    settings: Settings = request.app.state.settings
    return "" if settings.team else str(error)


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else ""
