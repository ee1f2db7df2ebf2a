"""The landing page: what is in the archive, and where to begin."""

from __future__ import annotations

from fastapi import APIRouter
from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import Response

from riwaya.archive import schema
from riwaya.i18n import language
from riwaya.questions.catalogue import QUESTIONS
from riwaya.questions.names import names_of
from riwaya.workbench.asking import archive_of
from riwaya.workbench.rendering import page
from riwaya.workbench.titles import TITLES

router = APIRouter()


@router.get("/")
def landing(request: Request) -> Response:
    """What is in the archive, and where to begin."""
    archive = archive_of(request)
    with archive.reading() as connection:
        table = schema.reports
        newest = connection.execute(
            select(table.c.key, table.c.title, table.c.outlet, table.c.published)
            .order_by(table.c.day.desc().nulls_last(), table.c.key)
            .limit(12)
        ).all()
        names = names_of(connection, {row.outlet for row in newest}, language())
    return page(
        request, "morning.html", counts=archive.count(), newest=newest, names=names,
        questions=QUESTIONS, titles=TITLES,
    )  # fmt: skip
