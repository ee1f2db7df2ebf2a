"""Deciding, and taking a decision back: each checked against what is there, all of a call or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, select

from riwaya.archive import schema
from riwaya.archive.applying import Applied, UnfitError, evidence, step
from riwaya.archive.archive import Archive, now, readings_of
from riwaya.archive.decided import applied, reproject
from riwaya.archive.decisions import (
    ACROSS,
    Action,
    Decision,
    Target,
    all_decisions,
    current,
    decision_id,
    decisions_of,
    insert_decision,
    next_decision,
)
from riwaya.archive.patches import Record, merged, parts, plain
from riwaya.archive.registry import registry_for
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _

#: The status that a claim has once it is so decided.
_STATUS = {"accept": "accepted", "reject": "rejected"}
#: What a claim or attribution holds that somebody adds and says nothing else of.
_CLAIM: Record = {
    "attribution": None, "voice": "source", "chain": [], "factuality": "CT+", "factuality_cue": None,
}  # fmt: skip
_EVENT: Record = {
    "mode": None, "phase": None, "agent": [], "patient": [], "recipient": [], "place": [], "time": None,
    "quantity": None, "theme": None,
}  # fmt: skip
_ATTRIBUTION: Record = {
    "source": None, "speaker": None, "parent": None, "act": "report", "distance": "neutral", "quoted": False,
    "basis": None, "addressee": None, "venue": None, "said_at": None,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to decide. `after` is a partial JSON record (RFC 7386) for `correct` and `add`.

    `before`, where it is given, is what they saw: when something else is there now, nothing is decided.
    """

    target: Target
    action: Action
    after: Record | None = None
    before: Record | None = None
    why: str = ""


def decide(
    archive: Archive,
    target: Target,
    action: Action,
    *,
    who: str,
    why: str,
    after: Record | None = None,
    before: Record | None = None,
) -> Decision:
    """Decide one thing. Raises UsageError when it makes no sense, or somebody changed it meanwhile."""
    return decide_all(archive, [Wish(target, action, after, before, why)], who=who)[0]


def decide_all(
    archive: Archive, wishes: Sequence[Wish], *, who: str, dry_run: bool = False
) -> list[Decision]:
    """Decide all of these things, or none; returns the decisions as they are kept.

    With `dry_run` everything is checked and nothing kept. Raises UsageError, which names the target.
    """
    _require_person(who)
    with archive.writing() as connection:
        made = _decided(connection, wishes, who, keep=not dry_run)
        if made and not dry_run:
            archive.touch(connection)
    return made


def retract(archive: Archive, id: str, *, who: str, why: str) -> Decision:
    """Take back the decision with this id (or beginning of one); the record of both stays.

    Raises UsageError when there is none, or when it was taken back already.
    """
    _require_person(who)
    with archive.writing() as connection:
        every = all_decisions(connection)
        found = [each for each in every if each.id.startswith(id)] if id else []
        if len(found) != 1:
            problem = (
                _("no decision '{id}'; the list of decisions has their ids")
                if not found
                else _("'{id}' means several decisions")
            )
            raise UsageError(problem.format(id=id))
        old = found[0]
        void = {each.id for each in every} - {each.id for each in current(every)}
        if old.retracts is None and old.id in void:
            raise UsageError(_("decision {id} was taken back already").format(id=old.id))
        record = replace(
            old, before=old.after, after=old.before, who=who, when=now(), why=why, retracts=old.id
        )
        made = _kept(connection, record)
        report = _report(connection, old.target.reading)
        if report is not None and report.redacted is None and old.target.kind not in ACROSS:
            reading = readings_of(connection, [report.n])[report.n]
            standing = current(decisions_of(connection, report.key))
            reproject(connection, report.n, applied(connection, reading, standing))
        archive.touch(connection)
    return made


def name_of(target: Target) -> str:
    """How people call a target: the report's key, and the id within it."""
    return target.reading if target.kind == "report" else f"{target.reading}/{target.id}"


def _decided(connection: Connection, wishes: Sequence[Wish], who: str, *, keep: bool) -> list[Decision]:
    states: dict[str, tuple[int, Applied]] = {}
    made: list[Decision] = []
    changed: dict[str, None] = {}
    for number, wish in enumerate(wishes, next_decision(connection)):
        key = wish.target.reading
        if key not in states:
            states[key] = _state(connection, key)
        report, state = states[key]
        try:
            decision, after = _checked(connection, state, wish, who, number)
        except UnfitError as error:
            raise UsageError(f"{name_of(wish.target)}: {error}") from None
        states[key] = report, after
        made.append(decision)
        if keep:
            insert_decision(connection, decision)
        if wish.target.kind not in ACROSS:
            changed[key] = None
    for key in changed if keep else ():
        reproject(connection, *states[key])
    return made


def _checked(
    connection: Connection, state: Applied, wish: Wish, who: str, number: int
) -> tuple[Decision, Applied]:
    """The decision that a wish comes to, and the reading with it. Raises UnfitError."""
    if not wish.why.strip():
        raise UnfitError(_("a decision needs a reason"))
    target, after, before = wish.target, wish.after, None
    moment = now()
    content = (target.reading, target.kind, target.id, wish.action, wish.after, who, moment)
    id = decision_id(number, content)
    if wish.action == "add":
        target = Target(target.reading, target.kind, target.id or id)
        before, after = _added(state, target, wish.after or {})
    elif target.kind not in ACROSS:
        before, after = _before(state, wish)
    else:
        before = evidence(state, "claim", target.id)
    decision = Decision(id, target, wish.action, before, after, who, moment, wish.why)
    named = registry_for(connection, [after], state.reading.reader.pack)
    return decision, step(state, decision, named)


def _before(state: Applied, wish: Wish) -> tuple[Record, Record]:
    """What is there of what a wish changes, and what it changes it to."""
    target, action = wish.target, wish.action
    there = evidence(state, target.kind, target.id)
    record = _record(state, target)
    if action == "correct":
        if not wish.after:
            raise UnfitError(_("a correction says what is to be there"))
        after = wish.after
        if parts(record, after) == after:
            raise UnfitError(_("this is what is there already"))
    else:
        after = {"status": _STATUS[action]} if action in _STATUS else {}
    if wish.before is not None and (found := parts(record, wish.before)) != wish.before:
        problem = _("somebody changed it meanwhile: {found} is there now, not {expected}")
        raise UnfitError(problem.format(found=found, expected=wish.before))
    return merged(parts(record, after), there), after


def _record(state: Applied, target: Target) -> Record:
    if target.kind == "claim":
        claim = next(c for c in state.reading.claims if c.id == target.id)
        return {**plain(claim), "status": state.status(claim.id)}
    if target.kind == "attribution":
        return plain(next(a for a in state.reading.attributions if a.id == target.id))
    return {}


def _added(state: Applied, target: Target, given: Record) -> tuple[Record | None, Record]:
    """An added claim or attribution whole, and what it rests on."""
    if target.kind == "attribution":
        return None, {"id": target.id, **_ATTRIBUTION, **given}
    anchor = given.get("anchor")
    record = {"id": target.id, "content": anchor, **_CLAIM, **given}
    record["event"] = {**_EVENT, **(given.get("event") or {})}
    said = record["attribution"]
    return (evidence(state, "attribution", said) if isinstance(said, str) else None), record


def _state(connection: Connection, key: str) -> tuple[int, Applied]:
    report = _report(connection, key)
    if report is None:
        raise UsageError(_("no report has the key {key}").format(key=key))
    if report.redacted is not None:
        raise UsageError(_("report {key} was removed on {day}").format(key=key, day=report.redacted))
    reading = readings_of(connection, [report.n])[report.n]
    return report.n, applied(connection, reading, current(decisions_of(connection, key)))


def _report(connection: Connection, key: str) -> Row[Any] | None:
    return connection.execute(select(schema.reports).where(schema.reports.c.key == key)).one_or_none()


def _kept(connection: Connection, record: Decision) -> Decision:
    number = next_decision(connection)
    made = replace(record, id=decision_id(number, (record.retracts, record.who, record.when)))
    insert_decision(connection, made)
    return made


def _require_person(who: str) -> None:
    if not who.strip():
        raise UsageError(_("a decision needs the name of whoever makes it"))
