"""Claims as a table: one row a claim, for spreadsheets, statistics and coders (`docs/reference/csv.md`)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from io import StringIO

from riwaya.exchange.geometry import point_of
from riwaya.exchange.index import Index
from riwaya.exchange.soundness import OTHER
from riwaya.model import Claim, Place, Quantity, Reading, Role
from riwaya.text.cells import safe

#: What a file of this table must be written in: with the byte-order mark spreadsheets know the Arabic.
ENCODING = "utf-8-sig"
COLUMNS = (
    "report_id", "outlet", "published", "claim_id", "chain", "speaker", "act", "distance", "voice",
    "factuality", "type", "mode", "agent", "patient", "recipient", "place", "lat", "lon", "uncertainty_km",
    "time", "low", "high", "measure", "quotation", "start", "end", "status",
)  # fmt: skip
#: Between several values of one field.
SEVERAL = "; "
#: Every row is what a machine read: decisions of people are kept apart from readings.
MACHINE = "machine"


def to_csv(readings: Iterable[Reading], *, header: bool = True) -> str:
    """The claims of all readings under one header; lines end with CR LF (RFC 4180)."""
    out = StringIO()
    writer = csv.writer(out)
    if header:
        writer.writerow(COLUMNS)
    for reading in readings:
        index = Index(reading)
        writer.writerows(list(_row(claim, index).values()) for claim in reading.claims)
    return out.getvalue()


def _row(claim: Claim, index: Index) -> dict[str, str]:
    """One claim by column; whatever comes from outside is made harmless to spreadsheets."""
    attribution = index.attributions.get(claim.attribution or "")
    report, event = index.reading.report, claim.event
    fields: dict[str, str | None] = {
        "report_id": report.id,
        "outlet": report.outlet,
        "published": report.published,
        "claim_id": claim.id,
        "chain": " > ".join(SEVERAL.join(_hop(claim, number, index)) for number in range(len(claim.chain))),
        "speaker": SEVERAL.join(_hop(claim, len(claim.chain) - 1, index)) if claim.chain else "",
        "act": attribution.act if attribution else None,
        "distance": attribution.distance if attribution else None,
        "voice": claim.voice,
        "factuality": claim.factuality,
        "type": event.type,
        "mode": event.mode,
        "agent": _roles(event.agent, index),
        "patient": _roles(event.patient, index),
        "recipient": _roles(event.recipient, index),
        "place": SEVERAL.join(event.place),
        "time": event.time.value if event.time else None,
        "measure": event.quantity.measure if event.quantity else None,
        "quotation": index.words(claim.content),
        "status": MACHINE,
    }
    numbers = {
        **_coordinates([index.places[place] for place in event.place if place in index.places]),
        **_counts(event.quantity),
        "start": str(claim.content.start),
        "end": str(claim.content.end),
    }
    return {column: numbers[column] if column in numbers else safe(fields[column]) for column in COLUMNS}


def _hop(claim: Claim, number: int, index: Index) -> list[str]:
    """Who stands at one hop of the chain: ids, and the source's words for whoever has none."""
    hop = claim.chain[number]
    attribution = index.attributions.get(hop.attribution or "")
    return [_actor(actor, index.source_words(attribution)) for actor in hop.actors]


def _roles(roles: Iterable[Role], index: Index) -> str:
    return SEVERAL.join(_actor(role.actor, index.words(role.span)) for role in roles)


def _actor(actor: str, words: str) -> str:
    """An id; for the reserved `other` the words of the report after it."""
    return f"{actor}: {words}" if actor == OTHER and words else actor


def _coordinates(places: list[Place]) -> Mapping[str, str]:
    """Columns on where: as many values as there are places, empty for those that are not settled."""
    points = [point_of(place.geometry) for place in places]
    radii = [place.uncertainty_km for place in places]
    return {
        "lat": SEVERAL.join(_number(point.lat) if point else "" for point in points),
        "lon": SEVERAL.join(_number(point.lon) if point else "" for point in points),
        "uncertainty_km": SEVERAL.join("" if radius is None else _number(radius) for radius in radii),
    }


def _number(value: float) -> str:
    """At most five decimals, as readings have them, without the noughts at the end."""
    return f"{value:.5f}".rstrip("0").rstrip(".")


def _counts(quantity: Quantity | None) -> Mapping[str, str]:
    low, high = (quantity.low, quantity.high) if quantity else (None, None)
    return {"low": "" if low is None else str(low), "high": "" if high is None else str(high)}
