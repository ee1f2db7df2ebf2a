"""What the description of the API (OpenAPI) says of answers: their form, and what may be wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from riwaya.questions.catalogue import Question

_TEXT: Mapping[str, Any] = {"type": "string"}
_NUMBER: Mapping[str, Any] = {"type": "integer", "minimum": 0}
_PROBLEM: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "type": {"type": "string"},
        "status": {"type": "integer"},
        "title": {"type": "string", "description": "What happened, in the language of the request."},
        "detail": {"type": "string", "description": "What to do about it."},
    },
    "required": ["type", "status", "title", "detail"],
}
_WHEN: Mapping[int, str] = {
    400: "The request cannot be understood: a NUL in it, no JSON.",
    401: "Nobody is logged in (where the workbench is a team's).",
    403: "The role does not allow it, the token is missing, or another site asks.",
    404: "What is asked for is not there.",
    410: "What is asked for was removed for good.",
    413: "The request is too large.",
    414: "The address is too long.",
    422: "A value makes no sense.",
    503: "The archive cannot be used just now.",
}
#: What may be wrong with any request, by status (RFC 9457).
PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": text, "content": {"application/problem+json": {"schema": _PROBLEM}}}
    for status, text in _WHEN.items()
}
_EVIDENCE: Mapping[str, Any] = {
    "type": "object",
    "description": "Where a row comes from: characters of a report.",
    "properties": {
        "report": _TEXT,
        "claim": {"type": "string", "description": "Empty where the evidence is a report."},
        "outlet": _TEXT,
        "published": {"type": ["string", "null"]},
        "uri": {"type": ["string", "null"]},
        "start": _NUMBER,
        "end": _NUMBER,
        "quotation": _TEXT,
        "status": {
            "enum": ["machine", "accepted", "corrected", "added", ""],
            "description": "Whether a person looked at the claim; empty where the evidence is a report.",
        },
        "marks": {"type": "array", "items": {"type": "array", "items": _NUMBER}},
    },
    "required": ["report", "claim", "outlet", "start", "end", "quotation", "status"],
}


def answer_schema(question: Question) -> dict[str, Any]:
    """The form of the answer to a question (`questions.render.to_json`)."""
    row = {
        "type": "object",
        "description": "A value for each column of the question, and the evidence.",
        "properties": {"evidence": {"type": "array", "items": _EVIDENCE}},
        "required": ["evidence"],
    }
    return {
        "type": "object",
        "properties": {
            "question": {"const": question.name},
            "total": {**_NUMBER, "description": "Rows before limit and offset."},
            "held_back": {**_NUMBER, "description": "Claims that may not leave, or not so exactly."},
            "notes": {"type": "array", "items": _TEXT},
            "rows": {"type": "array", "items": row},
        },
        "required": ["question", "total", "held_back", "notes", "rows"],
    }


def described(schema: Mapping[str, Any], description: str) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that answers with JSON of this form."""
    return {200: {"description": description, "content": {"application/json": {"schema": schema}}}}
