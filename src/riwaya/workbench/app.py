"""The application: its pages, its API, and what stands before both."""

from __future__ import annotations

import secrets

from fastapi import FastAPI, HTTPException
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles

from riwaya.archive import Archive
from riwaya.errors import RiwayaError, UsageError
from riwaya.i18n import gettext as _
from riwaya.workbench import api
from riwaya.workbench.guard import Guard
from riwaya.workbench.jobs import Jobs
from riwaya.workbench.rendering import READING, STATIC, page
from riwaya.workbench.rooms import ROOMS
from riwaya.workbench.settings import Settings
from riwaya.workbench.speaking import Speaker


def create_app(archive: Archive, settings: Settings | None = None) -> FastAPI:
    """The workbench on one archive, as an ASGI application."""
    settings = settings or Settings()
    app = FastAPI(title="Riwaya", openapi_url="/api/openapi.json", docs_url=None, redoc_url=None)
    app.state.archive = archive
    app.state.settings = settings
    app.state.jobs = Jobs()
    app.state.token = secrets.token_urlsafe(24)
    app.include_router(api.router, prefix="/api")
    for room in ROOMS:
        app.include_router(room, include_in_schema=False)
    app.mount("/static/reading", StaticFiles(directory=READING), name="reading")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(Speaker)
    app.add_middleware(Guard, hosts=settings.hosts)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_exception_handler(StarletteHTTPException, _refused)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(RiwayaError, _wrong)
    return app


def problem(request: Request, status: int, what: str, remedy: str) -> Response:
    """An error as the asker reads it: JSON for programs (RFC 9457), a page for people."""
    if request.url.path.startswith("/api/"):
        body = {"type": "about:blank", "status": status, "title": what, "detail": remedy}
        return JSONResponse(body, status_code=status, media_type="application/problem+json")
    return page(request, "problem.html", status, what=what, remedy=remedy)


async def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, StarletteHTTPException) else 404
    if status == 404:
        return problem(request, 404, _("There is nothing here."), _("Check the address, or start over."))
    detail = error.detail if isinstance(error, StarletteHTTPException) else ""
    return problem(request, status, str(detail), _("Go back and try again."))


async def _malformed(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    where = ", ".join(str(each["loc"][-1]) for each in error.errors())
    return problem(request, 422, _("A value makes no sense: {where}.").format(where=where), _("Correct it."))


async def _wrong(request: Request, error: Exception) -> Response:
    status = 422 if isinstance(error, UsageError) else 500
    return problem(request, status, str(error), _("Go back and try again."))
