"""What a schema cannot say of a reading: that its spans lie in the text and its ids name something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from riwaya.i18n import gettext as _
from riwaya.model import SCHEMA, Mention, Reading, Repeat, Span

#: Stands for everybody whom no registry lists (claims.md calls it reserved): never among the actors.
OTHER = "other"
REPORT_ID = re.compile(r"sha256:[0-9a-f]{64}")


def problems(reading: Reading) -> list[str]:
    """Everything that is unsound about a reading, in words; empty for a sound one."""
    return [*_identity(reading), *_spans(reading, len(reading.report.text)), *_references(reading)]


def _identity(reading: Reading) -> Iterator[str]:
    if reading.schema != SCHEMA:
        yield _("its schema is {found!r}, not {schema!r}").format(found=reading.schema, schema=SCHEMA)
    if not REPORT_ID.fullmatch(reading.report.id):
        yield _("the report's id {id!r} is no SHA-256").format(id=reading.report.id)


def _spans(record: Any, length: int) -> Iterator[str]:
    """Every span below `record` that is not half-open inside the text."""
    if isinstance(record, Span | Mention | Repeat) and not 0 <= record.start <= record.end <= length:
        problem = _("{what} {start}..{end} lies outside the text ({length} characters)")
        what = type(record).__name__
        yield problem.format(what=what, start=record.start, end=record.end, length=length)
    if isinstance(record, tuple):
        for item in record:
            yield from _spans(item, length)
    elif is_dataclass(record):
        for field in fields(record):
            yield from _spans(getattr(record, field.name), length)


def _references(reading: Reading) -> Iterator[str]:
    """Every id that names nothing in the reading."""
    known = {
        "actor": {OTHER, reading.report.outlet, *(actor.id for actor in reading.actors)},
        "place": {place.id for place in reading.places},
        "attribution": {attribution.id for attribution in reading.attributions},
        "claim": {claim.id for claim in reading.claims},
        "matter": {matter.id for matter in reading.matters},
    }
    for kind, used in _used(reading):
        if used is not None and used not in known[kind]:
            yield _("no {kind} has the id {id!r}").format(kind=kind, id=used)


def _used(reading: Reading) -> Iterator[tuple[str, str | None]]:
    """Every id that something points to, with what it must be the id of."""
    for mention in reading.mentions:
        yield from (("actor", mention.actor), ("place", mention.place))
    for attribution in reading.attributions:
        yield ("attribution", attribution.parent)
        yield from (("actor", actor) for actor in attribution.source_actors)
    for claim in reading.claims:
        yield ("attribution", claim.attribution)
        for hop in claim.chain:
            yield ("attribution", hop.attribution)
            yield from (("actor", actor) for actor in hop.actors)
        event = claim.event
        yield ("claim", event.theme)
        yield from (("actor", role.actor) for role in (*event.agent, *event.patient, *event.recipient))
        yield from (("place", place) for place in event.place)
    for link in reading.links:
        yield from (("claim", link.source), ("claim", link.target), ("matter", link.matter))
    yield from (("claim", claim) for matter in reading.matters for claim in matter.claims)
