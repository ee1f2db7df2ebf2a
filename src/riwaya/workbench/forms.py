"""What a form brought: its values by name, and where to go after a change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import Depends
from starlette.datastructures import UploadFile
from starlette.requests import Request

from riwaya.archive.intake import storable

#: Values and characters of one, more than any form of ours brings.
_FIELDS, _LONGEST = 400, 20_000

Values = Mapping[str, Sequence[str]]


async def _values(request: Request) -> Values:
    form = await request.form(max_files=0, max_fields=_FIELDS)
    values: dict[str, list[str]] = {}
    for name, value in form.multi_items():
        if not isinstance(value, UploadFile):
            values.setdefault(name, []).append(storable(value)[:_LONGEST])
    return values


#: All values of the form that was sent.
Sent = Annotated[Values, Depends(_values)]


def one(values: Values, name: str) -> str:
    """The value of a field without blanks around it; empty where there is none."""
    return next(iter(values.get(name, ())), "").strip()
