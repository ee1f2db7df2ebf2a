"""The map: what is said to have happened or to be held where, and the claims said of one place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException
from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import Response

from riwaya.archive.schema import places
from riwaya.errors import UsageError
from riwaya.exchange.labels import MODES
from riwaya.i18n import gettext as _
from riwaya.i18n import language, mark
from riwaya.questions import Desk
from riwaya.questions.catalogue import OF_PLACE, FilterName
from riwaya.questions.map import day_of, said_at, said_where
from riwaya.questions.names import names_of
from riwaya.questions.sightings import all_sightings
from riwaya.questions.understanding import filters_asked, understood_day
from riwaya.questions.wording import held_back, ids_of, word_of
from riwaya.workbench import mapped
from riwaya.workbench.asking import ROWS, archive_of, number, settings_of
from riwaya.workbench.rendering import page
from riwaya.workbench.tables import table_of
from riwaya.workbench.titles import FILTERS
from riwaya.workbench.wrong import status_of, wrong_in

router = APIRouter()
_NARROWING: tuple[FilterName, ...] = ("party", "place", "outlet", "mode")
_LABELS: Mapping[str, str] = {
    **FILTERS, "until": mark("Up to (day of publication)"), "window": mark("How many days up to it"),
}  # fmt: skip


@router.get("/map")
def map_page(request: Request) -> Response:
    """The map, and the places on it as a list."""
    given = dict(request.query_params)
    desk = Desk(archive_of(request))
    with desk.archive.reading() as connection:
        days = all_sightings(desk, connection).published
    wrong = None
    try:
        shown = _shown(desk, given, days)
    except UsageError as error:
        wrong = wrong_in(error, _LABELS)
        shown = {"places": [], "until": given.get("until"), "window": mapped.USUAL}
    return page(
        request, "map.html", status_of(wrong), wrong=wrong, days=days, given=given, filters=FILTERS,
        windows=_windows(shown["window"]), narrowing=_NARROWING,
        narrowed=any(given.get(name) for name in _NARROWING),
        modes=[(mode, word_of("mode", mode)) for mode in sorted(MODES)], tiles=settings_of(request).tiles,
        **shown,
    )  # fmt: skip


def _shown(desk: Desk, given: Mapping[str, str], days: tuple[str, ...]) -> dict[str, Any]:
    """The places that were asked for, as the page shows them. Raises UsageError."""
    window = number(given, "window", mapped.USUAL, 0, 36_500)
    typed = _typed(given, days, window)
    with desk.archive.reading() as connection:
        filters = filters_asked(connection, (*_NARROWING, "since", "until"), typed)
        said = said_where(desk, connection, filters)
        shown = said.places[: mapped.MOST]
        names = names_of(connection, mapped.ids_of(shown), language())
    asked = {**typed, "window": str(window)}
    return {
        "places": mapped.drawn_of(shown, names, day_of(desk, filters), asked),
        "total": len(said.places), "since": filters.since, "until": filters.until, "window": window,
        "typed": urlencode(typed), "held": held_back(said.held_back) if said.held_back else "",
    }  # fmt: skip


@router.get("/map/place")
def place_page(request: Request) -> Response:
    """The claims that are told of one place."""
    given = dict(request.query_params)
    place = given.get("id", "")
    if not place:
        raise UsageError(_("no place was chosen; choose one on the map"))
    desk = Desk(archive_of(request))
    typed = {name: value for name, value in given.items() if value}
    rows, offset = number(given, "limit", ROWS, 1, 1000), number(given, "offset", 0, 0, 10_000_000)
    with desk.archive.reading() as connection:
        if connection.scalar(select(places.c.n).where(places.c.id == place)) is None:
            raise HTTPException(404, _("This archive knows no such place. The map shows what it knows."))
        filters = filters_asked(connection, OF_PLACE, typed, limit=rows, offset=offset)
    answer = said_at(desk, filters, place)
    with desk.archive.reading() as connection:
        names = names_of(connection, {place, *ids_of(answer)}, language())
    return page(
        request, "map_place.html", name=names.get(place, place), table=table_of(answer, names), answer=answer,
        rows=rows, offset=offset, back="/map?" + urlencode(_back(given)),
    )  # fmt: skip


def _typed(given: Mapping[str, str], days: tuple[str, ...], window: int) -> dict[str, str]:
    """What was typed, with the days that are shown: up to the last of the archive, unless said."""
    typed: dict[str, str] = {name: given[name] for name in _NARROWING if given.get(name)}
    until = given.get("until", "").strip()
    if not until and window and days:
        until = days[-1]
    if until:
        typed["until"] = until = understood_day("until", until)
        if window:
            typed["since"] = mapped.first_day(until, window)
    return typed


def _windows(window: int) -> tuple[int, ...]:
    known = mapped.WINDOWS
    return known if window in known else (*sorted((*known[:-1], window)), 0)


def _back(given: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in given.items() if name not in ("id", "offset", "limit", "lang")}
