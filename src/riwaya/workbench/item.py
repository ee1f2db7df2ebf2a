"""One claim or attribution of a report, as people decided it: what its page shows and its form changes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec
from sqlalchemy import Row, select

from riwaya.archive import Archive, schema
from riwaya.archive.applying import Applied, UnfitError, locate
from riwaya.archive.decided import decided_readings
from riwaya.archive.decisions import Decision, current, decisions_of
from riwaya.archive.packs import pack_of
from riwaya.archive.patches import Record, plain
from riwaya.errors import UsageError
from riwaya.exchange.index import Index
from riwaya.i18n import gettext as _
from riwaya.model import Attribution, Claim
from riwaya.questions.names import with_outlet

ItemKind = Literal["claim", "attribution"]


@dataclass(frozen=True, slots=True)
class Past:
    """One decision about an item: whether it stands, and why it has no effect where it fits no longer."""

    decision: Decision
    stands: bool
    unfit: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """A claim or attribution of a report. `pack` is the folder of the pack that it was read with."""

    report: Row[Any]
    state: Applied
    kind: ItemKind
    thing: Claim | Attribution
    index: Index
    history: tuple[Past, ...]
    pack: Path | None

    @property
    def reference(self) -> str:
        """What decisions call it."""
        return f"{self.report.key}/{self.thing.id}"

    @property
    def text(self) -> str:
        """The text of the report."""
        return self.state.reading.report.text

    @property
    def record(self) -> Record:
        """It as JSON."""
        return plain(self.thing)

    @property
    def seen(self) -> str:
        """A digest of what is there now: whoever corrects says what they saw."""
        return hashlib.sha256(msgspec.json.encode(self.thing)).hexdigest()[:16]

    @property
    def status(self) -> str:
        """By machine, or what people decided of it."""
        if self.kind == "claim":
            return self.state.status(self.thing.id)
        verdicts = [past.decision.action for past in self.history if past.stands and past.unfit is None]
        return _STATUS[verdicts[-1]] if verdicts else "machine"

    @property
    def resting(self) -> tuple[Claim, ...]:
        """The claims that rest on an attribution."""
        return tuple(c for c in self.state.reading.claims if c.attribution == self.thing.id)


_STATUS = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "add": "added"}


def decided_report(archive: Archive, reference: str) -> tuple[Row[Any], Applied]:
    """A report and its reading with decisions applied. Raises UsageError where its text was removed."""
    report = archive.report(reference)
    with archive.reading() as connection:
        state = decided_readings(connection, [report.n]).get(report.n)
    if state is None:
        problem = _("report {key} was removed on {day}")
        raise UsageError(problem.format(key=report.key, day=report.redacted))
    return report, state


def item_of(archive: Archive, reference: str, id: str) -> Item | None:
    """The claim or attribution with this id in a report; None where there is none. Raises UsageError."""
    report, state = decided_report(archive, reference)
    with archive.reading() as connection:
        index = Index(with_outlet(connection, state.reading))
    kind: ItemKind = "claim" if id in index.claims else "attribution"
    thing = index.claims.get(id) or index.attributions.get(id)
    if thing is None:
        return None
    with archive.reading() as connection:
        history = _history(decisions_of(connection, report.key), state, kind, id)
        pack = pack_of(connection, state.reading.reader.pack)
    return Item(report, state, kind, thing, index, history, pack)


def matter_of(archive: Archive, item: Item) -> Row[Any] | None:
    """The matter that a claim belongs to (its row of `schema.matters`), if any."""
    matters, joins, claims = schema.matters, schema.matter_claims, schema.claims
    with archive.reading() as connection:
        return connection.execute(
            select(matters)
            .join(joins, joins.c.matter == matters.c.n)
            .join(claims, claims.c.n == joins.c.claim)
            .where(claims.c.report == item.report.n, claims.c.id == item.thing.id)
        ).first()


def _history(decisions: list[Decision], state: Applied, kind: ItemKind, id: str) -> tuple[Past, ...]:
    """The decisions about an item, the oldest first; retractions stand beside what they take back."""
    standing = {decision.id for decision in current(decisions)}
    unfit = {decision.id: why for decision, why in state.unfit}
    return tuple(
        Past(each, each.id in standing, unfit.get(each.id))
        for each in decisions
        if each.retracts is None and each.target.kind == kind and _about(each, state) == id
    )


def _about(decision: Decision, state: Applied) -> str:
    """The id that what a decision is about has now."""
    if decision.action == "add":
        return decision.target.id
    try:
        return locate(state, decision)
    except UnfitError:
        return decision.target.id
