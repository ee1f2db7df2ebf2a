"""Adding a claim or an attribution that the reader missed, from a passage that was marked."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from riwaya.workbench.asking import archive_of
from riwaya.workbench.blank import blank_groups, blank_item, blank_passage
from riwaya.workbench.choosing import parties_of, places_of
from riwaya.workbench.forms import Values, one
from riwaya.workbench.item import Item, ItemKind
from riwaya.workbench.people import Person, needs
from riwaya.workbench.refilling import refilled
from riwaya.workbench.rendering import page

router = APIRouter()

_Place = Annotated[int, Query(ge=0, le=1_000_000_000)]


@router.get("/report/{reference}/add")
def addition(
    request: Request,
    reference: str,
    _person: Annotated[Person, Depends(needs("coder"))],
    start: _Place = 0,
    end: _Place = 0,
    kind: ItemKind = "claim",
) -> Response:
    """The form by which something is added to what was read."""
    return addition_page(request, blank_item(archive_of(request), reference, kind, start, end))


def addition_page(request: Request, item: Item, given: Values | None = None, problem: str = "") -> Response:
    """The form; with what somebody typed, and what is wrong with it."""
    groups = blank_groups(item)
    return page(
        request, "addition.html", 422 if problem else 200, item=item, problem=problem,
        fieldsets=refilled(groups, given) if given else groups, passage=blank_passage(item),
        parties=parties_of(item), places=places_of(item), why=one(given, "why") if given else "",
    )  # fmt: skip
