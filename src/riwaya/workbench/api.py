"""The JSON API: every question that pages show, for programs; described at /api/openapi.json."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from riwaya.exchange import schema_text
from riwaya.exchange import to_json as reading_to_json
from riwaya.i18n import language
from riwaya.questions.catalogue import QUESTIONS, Question
from riwaya.questions.render import to_json
from riwaya.questions.suggesting import Kind, Suggestion, suggested
from riwaya.workbench import api_matters, api_reports, api_review, api_story
from riwaya.workbench.asking import MOST, ROWS, archive_of, asked
from riwaya.workbench.documented import PROBLEMS, answer_schema, described
from riwaya.workbench.people import ROLES, person_of
from riwaya.workbench.titles import FILTERS
from riwaya.workbench.token import token_of

__all__ = ["PROBLEMS", "router"]

router = APIRouter()
router.include_router(api_story.router)
router.include_router(api_matters.router)
router.include_router(api_reports.router)
router.include_router(api_review.router)

_ANSWER = "The answer: rows, each with its evidence."
_ME = {
    "type": "object",
    "properties": {
        "name": {"type": "string"}, "role": {"enum": list(ROLES)}, "token": {"type": "string"},
    },
    "required": ["name", "role", "token"],
}  # fmt: skip


def _endpoint(question: Question) -> Callable[..., Response]:
    """The function that answers one question, with a signature that tells its parameters."""

    def answer(request: Request, **given: Any) -> Response:
        return Response(to_json(asked(request, question, given)), media_type="application/json")

    parameters = [inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Request)]
    for extra in question.extras:
        if extra.is_local:
            continue
        needed = extra.metavar is not None
        kind: Any = bool if extra.kind == "switch" else str
        if extra.choices:
            kind = Literal[extra.choices]
        if extra.kind == "number":
            kind = Annotated[int, Query(ge=1)]
        parameters.append(_parameter(extra.name, kind, extra.help, needed=needed))
    parameters += [_parameter(name, str, FILTERS[name], needed=False) for name in question.filters]
    for name, text, usual, least, most in (
        ("limit", "Rows to tell.", ROWS, 1, MOST),
        ("offset", "Rows to pass over first.", 0, 0, 10_000_000),
    ):
        annotation = Annotated[int, Query(ge=least, le=most, description=text)]
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
        responses=described(answer_schema(_question), _ANSWER),
    )  # fmt: skip


@router.get(
    "/reports/{reference}", tags=["reports"], operation_id="report",
    responses=described({"type": "object"}, "A reading, of the form that /api/reading.schema.json says."),
)  # fmt: skip
def report(request: Request, reference: Annotated[str, Path(min_length=1, max_length=100)]) -> Response:
    """One report's reading (riwaya.reading/1), as it is kept in the archive."""
    archive = archive_of(request)
    row = archive.report(reference)
    if row.redacted:
        raise HTTPException(410)
    return Response(reading_to_json(archive.read(row.n)), media_type="application/json")


@router.get(
    "/reading.schema.json", tags=["reports"], operation_id="reading-schema",
    responses=described({"type": "object"}, "A JSON Schema (draft 2020-12)."),
)  # fmt: skip
def reading_schema() -> Response:
    """The JSON Schema of a reading."""
    return Response(schema_text(), media_type="application/json")


@router.get("/me", tags=["people"], operation_id="me", responses=described(_ME, "Who asks."))
def me(request: Request) -> dict[str, str]:
    """Who asks, what they may do, and the token that changes take (header X-Riwaya-Token)."""
    person = person_of(request)
    return {"name": person.name, "role": person.role, "token": token_of(request)}


@router.get("/names", tags=["names"])
def names(
    request: Request, kind: Kind, text: Annotated[str, Query(min_length=1, max_length=100)]
) -> list[Suggestion]:
    """Parties, places or outlets of the archive of whose name a word begins with `text`."""
    with archive_of(request).reading() as connection:
        return suggested(connection, kind, text, language())
