"""The application: its pages, its API, and what stands before both."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from riwaya.archive import Archive
from riwaya.errors import RiwayaError
from riwaya.workbench import api
from riwaya.workbench.gate import Gate
from riwaya.workbench.guard import Guard, Headed
from riwaya.workbench.kept import Kept
from riwaya.workbench.limits import Limits
from riwaya.workbench.problems import Answering, answer_to
from riwaya.workbench.rendering import READING, STATIC
from riwaya.workbench.rooms import ROOMS
from riwaya.workbench.settings import Settings
from riwaya.workbench.shared import Shared
from riwaya.workbench.speaking import Speaker
from riwaya.workbench.token import token_checked
from riwaya.workbench.turns import Turns


def create_app(archive: Archive, settings: Settings | None = None, shared: Shared | None = None) -> FastAPI:
    """The workbench on one archive, as an ASGI application.

    `shared` is what other processes know, too; without it the application has its own, and tidies it away.
    """
    leaving = _leaving if shared is None else None
    settings, shared = settings or Settings(), shared or Shared()
    app = FastAPI(
        title="Riwaya", openapi_url="/api/openapi.json", docs_url=None, redoc_url=None,
        dependencies=[Depends(token_checked)], lifespan=leaving,
    )  # fmt: skip
    app.state.archive = archive
    app.state.settings = settings
    app.state.kept = Kept()
    app.state.jobs, app.state.sheets = shared.jobs, shared.sheets
    app.state.attempts, app.state.token = shared.attempts, shared.token
    app.include_router(api.router, prefix="/api", responses=api.PROBLEMS)
    for room in ROOMS:
        app.include_router(room, include_in_schema=False)
    app.mount("/static/reading", StaticFiles(directory=READING), name="reading")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    _put_before(app, archive, settings)
    for kind in (HTTPException, RequestValidationError, RiwayaError):
        app.add_exception_handler(kind, answer_to)
    return app


@asynccontextmanager
async def _leaving(app: FastAPI) -> AsyncIterator[None]:
    """What waits to be fetched goes with the workbench."""
    yield
    app.state.sheets.close()


def _put_before(app: FastAPI, archive: Archive, settings: Settings) -> None:
    """What every request passes, from the last to the first."""
    app.add_middleware(Turns)
    if settings.team:
        app.add_middleware(Gate, archive=archive)
    app.add_middleware(Limits, max_bytes=settings.max_bytes)
    app.add_middleware(Guard, hosts=settings.hosts)
    app.add_middleware(Answering)
    app.add_middleware(Headed, tiles=settings.tiles)
    app.add_middleware(Speaker)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
