"""The JSON API: every question that pages show, for programs; described at /api/openapi.json."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from riwaya.exchange import to_json as reading_to_json
from riwaya.i18n import language
from riwaya.questions.catalogue import QUESTIONS, Question
from riwaya.questions.render import to_json
from riwaya.questions.suggesting import Kind, Suggestion, suggested
from riwaya.workbench import api_review
from riwaya.workbench.asking import MOST, ROWS, archive_of, asked

router = APIRouter()
router.include_router(api_review.router)


def _endpoint(question: Question) -> Callable[..., Response]:
    """The function that answers one question, with a signature that tells its parameters."""

    def answer(request: Request, **given: Any) -> Response:
        return Response(to_json(asked(request, question, given)), media_type="application/json")

    parameters = [inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Request)]
    for extra in question.extras:
        needed = extra.metavar is not None
        kind: Any = bool if extra.kind == "switch" else str
        if extra.choices:
            kind = Literal[extra.choices]
        if extra.kind == "number":
            kind = Annotated[int, Query(ge=1)]
        parameters.append(_parameter(extra.name, kind, extra.help, needed=needed))
    parameters += [_parameter(name, str, name, needed=False) for name in question.filters]
    for name, usual, least, most in (("limit", ROWS, 1, MOST), ("offset", 0, 0, 10_000_000)):
        annotation = Annotated[int, Query(ge=least, le=most)]
        parameters.append(
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=usual, annotation=annotation)
        )
    answer.__signature__ = inspect.Signature(parameters, return_annotation=Response)  # type: ignore[attr-defined]
    answer.__doc__ = question.help
    return answer


def _parameter(name: str, kind: Any, text: str, *, needed: bool) -> inspect.Parameter:
    if needed:
        annotation, default = Annotated[kind, Query(description=text, min_length=1)], inspect.Parameter.empty
    else:
        annotation, default = Annotated[kind | None, Query(description=text)], None
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


for _question in QUESTIONS:
    router.add_api_route(
        f"/{_question.name}", _endpoint(_question), operation_id=_question.name, tags=["questions"],
        responses={422: {"description": "A value makes no sense"}},
    )  # fmt: skip


@router.get("/reports/{reference}", tags=["reports"])
def report(request: Request, reference: Annotated[str, Path(min_length=1, max_length=100)]) -> Response:
    """One report's reading (riwaya.reading/1), as it is kept in the archive."""
    archive = archive_of(request)
    return Response(reading_to_json(archive.read(archive.report(reference).n)), media_type="application/json")


@router.get("/names", tags=["names"])
def names(
    request: Request, kind: Kind, text: Annotated[str, Query(min_length=1, max_length=100)]
) -> list[Suggestion]:
    """Parties, places or outlets of the archive of whose name a word begins with `text`."""
    with archive_of(request).reading() as connection:
        return suggested(connection, kind, text, language())
