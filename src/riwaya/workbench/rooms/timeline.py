"""The timeline: claims by day of publication and by day of the event, as bars and as a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from riwaya.errors import UsageError
from riwaya.exchange.labels import MODES
from riwaya.i18n import gettext as _
from riwaya.i18n import language, mark
from riwaya.questions import Desk
from riwaya.questions.answer import Column
from riwaya.questions.catalogue import EVERY
from riwaya.questions.names import names_of
from riwaya.questions.timeline import SPLITS, STEPS, Bucket, Timeline, notes_of, timed
from riwaya.questions.understanding import filters_asked
from riwaya.questions.wording import held_back, value_words, word_of
from riwaya.workbench.asking import archive_of
from riwaya.workbench.bars import COLOURS, OTHERS, legend_of, picture_of
from riwaya.workbench.rendering import page
from riwaya.workbench.titles import FILTERS
from riwaya.workbench.wrong import status_of, wrong_in

router = APIRouter()
_IDS = Column("side", "", "ids")
_LABELS: Mapping[str, str] = {**FILTERS, "split": mark("Told apart by"), "step": mark("One bar for each")}


@router.get("/timeline")
def timeline_page(request: Request) -> Response:
    """Claims by time, with filters."""
    given = {name: value for name, value in request.query_params.items() if value}
    wrong, shown = None, {}
    try:
        shown = _shown(Desk(archive_of(request)), given)
    except UsageError as error:
        wrong = wrong_in(error, _LABELS)
    return page(
        request, "timeline.html", status_of(wrong), wrong=wrong, given=given, narrowing=EVERY,
        narrowed=any(name in given for name in EVERY), filters=FILTERS,
        modes=[(mode, word_of("mode", mode)) for mode in sorted(MODES)], splits=SPLITS, steps=STEPS,
        **shown,
    )  # fmt: skip


def _shown(desk: Desk, given: Mapping[str, str]) -> dict[str, Any]:
    """What was asked for, as the page shows it. Raises UsageError."""
    with desk.archive.reading() as connection:
        filters = filters_asked(connection, EVERY, given)
    found = timed(desk, filters, split=given.get("split"), step=given.get("step"))
    with desk.archive.reading() as connection:
        sides = found.series[: COLOURS + 1] if found.split == "side" else ()
        names = names_of(connection, sides, language())
    narrowed: dict[str, str] = {name: given[name] for name in EVERY if name in given}
    title = _("Claims by time; the table under it says the same in numbers")
    return {
        "found": found, "legend": [(each, _series(found, each.name, names)) for each in legend_of(found)],
        "picture": picture_of(found, title, lambda bucket, event: _leads(narrowed, bucket, event=event)),
        "columns": found.series[:COLOURS],
        "leads": lambda b, event, name=None: _leads(
            narrowed, b, event=event, **({} if name is None else {found.split: name})
        ),
        "rest": lambda count: count.total() - sum(count[name] for name in found.series[:COLOURS]),
        "typed": urlencode({**narrowed, "split": found.split, "step": found.step}),
        "notes": notes_of(found, len(found.buckets)),
        "held": held_back(found.held_back) if found.held_back else "",
    }  # fmt: skip


def _series(found: Timeline, name: str, names: dict[str, str]) -> str:
    """What a series is called."""
    if name == OTHERS:
        return _("all others")
    if not name:
        return _("not said how")
    return value_words(_IDS, name, names) if found.split == "side" else word_of(found.split, name)


def _leads(narrowed: dict[str, str], bucket: Bucket, *, event: bool, **series: str) -> str:
    """The address of the claims that a bar counts."""
    first, last = bucket.first.isoformat(), bucket.last.isoformat()
    if event:
        asked = {**narrowed, "after": first, "before": last}
    else:
        since, until = narrowed.get("since", first), narrowed.get("until", last)
        asked = {**narrowed, "since": max(first, since), "until": min(last, until)}
    return "/ask/claims?" + urlencode({**asked, **series})
