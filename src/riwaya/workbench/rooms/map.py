"""The map: what is said to have happened or to be held where, and the claims said of one place."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException
from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import Response

from riwaya.archive.schema import places
from riwaya.errors import UsageError
from riwaya.exchange.labels import MODES
from riwaya.i18n import gettext as _
from riwaya.i18n import language
from riwaya.questions import Desk, Filters
from riwaya.questions.catalogue import OF_PLACE, FilterName
from riwaya.questions.map import day_of, said_at, said_where
from riwaya.questions.names import names_of
from riwaya.questions.sightings import all_sightings
from riwaya.questions.understanding import filters_asked
from riwaya.questions.wording import held_back, ids_of, word_of
from riwaya.workbench import mapped
from riwaya.workbench.asking import ROWS, archive_of, number, settings_of
from riwaya.workbench.rendering import page
from riwaya.workbench.tables import table_of
from riwaya.workbench.titles import FILTERS

router = APIRouter()
_NARROWING: tuple[FilterName, ...] = ("party", "place", "outlet", "mode")


@router.get("/map")
def map_page(request: Request) -> Response:
    """The map, and the places on it as a list."""
    given = dict(request.query_params)
    desk = Desk(archive_of(request))
    with desk.archive.reading() as connection:
        days = all_sightings(desk, connection).published
        window = number(given, "window", mapped.USUAL, 0, 36_500)
        typed = _typed(given, days, window)
        filters = filters_asked(connection, (*_NARROWING, "since", "until"), typed)
        said = said_where(desk, connection, filters)
        shown = said.places[: mapped.MOST]
        names = names_of(connection, mapped.ids_of(shown), language())
    asked = {**typed, "window": str(window)}
    drawn = mapped.drawn_of(shown, names, day_of(desk, filters), asked)
    return page(
        request, "map.html", places=drawn, total=len(said.places), days=days, given=given, filters=FILTERS,
        until=filters.until, since=filters.since, window=window, windows=_windows(window),
        narrowing=_NARROWING,
        narrowed=any(given.get(name) for name in _NARROWING), typed=urlencode(typed),
        modes=[(mode, word_of("mode", mode)) for mode in sorted(MODES)],
        held=held_back(said.held_back) if said.held_back else "", tiles=settings_of(request).tiles,
    )  # fmt: skip


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
        typed["until"] = Filters(until=until).until or until
        if window:
            typed["since"] = mapped.first_day(until, window)
    return typed


def _windows(window: int) -> tuple[int, ...]:
    known = mapped.WINDOWS
    return known if window in known else (*sorted((*known[:-1], window)), 0)


def _back(given: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in given.items() if name not in ("id", "offset", "limit", "lang")}
