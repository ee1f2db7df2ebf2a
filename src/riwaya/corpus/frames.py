"""Claims as they are compared across reports: out of the tables in one pass, small and without words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from sys import intern
from typing import Any

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.archive import texts_of
from riwaya.archive.parts import in_parts
from riwaya.archive.projection import HOPS, JOINTLY
from riwaya.corpus.wording import Vocabulary, denied_here

#: Kinds of actors that are nobody in particular: who they are differs from report to report.
_NOBODY = frozenset((None, "sources", "population"))
#: Kinds of actors that can fight.
_POWERS = frozenset(("state", "armed-group", "armed-forces", "coalition", "government"))
#: Kinds of places that many things happen in at once.
_WIDE = frozenset(("country", "water"))
#: Before the name of an outlet that speaks for itself.
OWN = "outlet:"
_REPORTS_AT_ONCE = 400
_NONE: frozenset[str] = frozenset()
#: The stems around a claim, and the number of its sentence.
_Around = tuple[tuple[int, ...], int]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to compare by: degrees (WGS 84), None where it is not located, and how large it is."""

    id: str
    kind: str
    lat: float | None
    lon: float | None
    size_km: float


@dataclass(frozen=True, slots=True)
class Source:
    """A report as claims are compared: `order` ranks reports by publication, then key; `day` is ordinal."""

    n: int
    order: int
    key: str
    outlet: str
    published: str | None
    day: int | None


@dataclass(frozen=True, slots=True)
class Frame:
    """A claim as it is compared. Roles and `speakers` are parties, and only those that are somebody.

    `harmed` says who the patients are: `people`, where all are population, or `forces`, where a power is
    among them; None where that is not said.

    `polarity` is 1 for what is said to be so, -1 for what is said not to be, 0 for what is open. `origin` is
    the last hop of the chain, an outlet's own claims under its name. `start`, `end` and `anchor` count
    characters. `first`, `last` are ordinal days, None
    where the claim names none. `window` are the numbers of the stems around its anchor, `sentence` counts the
    sentences of the report. `lent` is whether who, where or when are those of what it stands beside,
    `denied` whether a verb right before the anchor denies what it says.
    """

    n: int
    id: str
    report: Source
    type: str
    mode: str | None
    phase: str | None
    polarity: int
    act: str | None
    headline: bool
    attribution: str | None
    anchor: int
    start: int
    end: int
    agents: frozenset[str]
    patients: frozenset[str]
    recipients: frozenset[str]
    speakers: frozenset[str]
    origin: str
    spots: tuple[Spot, ...]
    first: int | None
    last: int | None
    measure: str | None
    low: int | None
    high: int | None
    approximate: bool
    preliminary: bool
    scope: str | None
    theme: tuple[str, str | None] | None
    window: tuple[int, ...]
    sentence: int = 0
    harmed: str | None = None
    lent: bool = False
    denied: bool = False

    @property
    def place(self) -> tuple[int, str, int, str]:
        """What claims are ordered by, whatever order they came in."""
        return (self.report.order, self.report.key, self.anchor, self.id)


def load_frames(connection: Connection) -> tuple[list[Frame], Vocabulary]:
    """All claims, ordered by publication, report key and position, and the words that they are told in."""
    maker = _Maker(_parties(connection), _spots(connection), _kinds(connection))
    sources = _sources(connection)
    vocabulary = Vocabulary()
    frames: list[Frame] = []
    for part in in_parts(sources, _REPORTS_AT_ONCE):
        numbers = [source.n for source in part]
        claims, texts = _claims(connection, numbers), texts_of(connection, numbers)
        for source in part:
            own = claims.get(source.n, ())
            windows = vocabulary.windows(texts[source.n], [(c.anchor_start, c.anchor_end) for c in own])
            themes = {row.n: (row.type, row.mode) for row in own}
            for row, around in zip(own, windows, strict=True):
                frame = maker.frame(row, source, themes, around)
                if frame.polarity < 0 and frame.act == "deny":
                    frame = replace(frame, denied=denied_here(texts[source.n], frame.anchor))
                frames.append(frame)
    vocabulary.freeze()
    return frames, vocabulary


def _sources(connection: Connection) -> list[Source]:
    table = schema.reports
    columns = (table.c.n, table.c.key, table.c.outlet, table.c.published, table.c.day)
    # Reports without a date come last: they can only join what is there.
    rows = sorted(connection.execute(select(*columns)), key=lambda r: (r.published or "~", r.key))
    return [
        Source(row.n, order, row.key, intern(row.outlet), row.published, _ordinal(row.day))
        for order, row in enumerate(rows)
    ]


def _claims(connection: Connection, reports: Sequence[int]) -> dict[int, list[Any]]:
    table = schema.claims.c
    columns = [
        table[name]
        for name in (
            "n", "report", "id", "type", "mode", "phase", "factuality", "headline", "act", "attribution",
            "chain", "start", "end", "anchor_start", "anchor_end", "agents", "patients", "recipients",
            "places", "day_from", "day_to", "measure", "low", "high", "approximate", "preliminary", "scope",
            "theme",
        )
    ]  # fmt: skip
    found: dict[int, list[Any]] = {}
    for row in connection.execute(select(*columns).where(table.report.in_(reports))):
        found.setdefault(row.report, []).append(row)
    for own in found.values():
        own.sort(key=lambda row: (row.anchor_start, row.id))
    return found


def _parties(connection: Connection) -> dict[str, str]:
    """The party of every actor that is somebody in particular."""
    table = schema.actors.c
    rows = connection.execute(select(table.id, table.kind, table.party))
    return {row.id: intern(row.party or row.id) for row in rows if row.kind not in _NOBODY}


def _kinds(connection: Connection) -> dict[str, str]:
    table = schema.actors.c
    rows = connection.execute(select(table.id, table.kind))
    return {row.id: intern(row.kind) for row in rows if row.kind is not None}


def _spots(connection: Connection) -> dict[str, Spot]:
    """Places that are settled and smaller than a country, by id."""
    table = schema.places.c
    columns = (table.id, table.kind, table.lat, table.lon, table.uncertainty_km, table.method)
    return {
        row.id: Spot(intern(row.id), row.kind, row.lat, row.lon, row.uncertainty_km or 0.0)
        for row in connection.execute(select(*columns))
        if row.kind not in _WIDE
    }


class _Maker:
    """Makes frames; what many of them say alike is kept once."""

    def __init__(
        self, parties: Mapping[str, str], spots: Mapping[str, Spot], kinds: Mapping[str, str]
    ) -> None:
        self._kinds = kinds
        self._parties = parties
        self._spots = spots
        self._kept: dict[Any, Any] = {}

    def frame(
        self, row: Any, source: Source, themes: Mapping[int, tuple[str, str | None]], around: _Around
    ) -> Frame:
        hop = row.chain.rsplit(HOPS, 1)[-1].split(JOINTLY)
        own, once = HOPS not in row.chain, self._once
        return Frame(
            n=row.n, id=once(row.id), report=source, type=once(row.type), mode=once(row.mode),
            phase=once(row.phase), polarity=_polarity(row.factuality), act=once(row.act),
            headline=bool(row.headline), attribution=once(row.attribution), anchor=row.anchor_start,
            start=row.start, end=row.end,
            agents=self._some(row.agents.split()), patients=self._some(row.patients.split()),
            recipients=self._some(row.recipients.split()), speakers=_NONE if own else self._some(hop),
            origin=once(OWN + source.outlet if own else JOINTLY.join(sorted(hop))),
            spots=once(tuple(self._spots[p] for p in row.places.split() if p in self._spots)),
            first=_ordinal(row.day_from), last=_ordinal(row.day_to), measure=once(row.measure),
            low=row.low, high=row.high, approximate=bool(row.approximate),
            preliminary=bool(row.preliminary), scope=once(row.scope),
            theme=once(themes.get(row.theme)), window=once(around[0]),
            sentence=around[1], harmed=self._harmed(row.patients.split()),
        )  # fmt: skip

    def _harmed(self, ids: Sequence[str]) -> str | None:
        kinds = {self._kinds.get(id) for id in ids}
        if kinds & _POWERS:
            return "forces"
        return "people" if kinds == {"population"} else None

    def _once(self, value: Any) -> Any:
        return self._kept.setdefault(value, value)

    def _some(self, ids: Sequence[str]) -> Any:
        return self._once(frozenset(self._parties[a] for a in ids if a in self._parties))


def _polarity(factuality: str) -> int:
    return {"+": 1, "-": -1}.get(factuality[-1], 0)


def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None
