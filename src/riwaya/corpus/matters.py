"""Matters and the relations across reports: everything that claims of several reports are about together."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, delete, false, select, true

from riwaya.archive import schema
from riwaya.archive.parts import in_parts
from riwaya.archive.standing import matter_called, matter_decisions
from riwaya.corpus.frames import Frame, load_frames
from riwaya.corpus.gathering import Gathered, gather
from riwaya.corpus.joining import At, join
from riwaya.corpus.labels import Labels
from riwaya.corpus.lending import lend, told_again
from riwaya.corpus.progress import Teller, silent
from riwaya.corpus.relations import Relating, relations
from riwaya.corpus.settling import settle
from riwaya.corpus.versions import Versions, load_versions
from riwaya.i18n import gettext as _
from riwaya.model import MatterKind, Name
from riwaya.reading.linking.matters import CONTESTED

_ROWS_AT_ONCE = 5_000


def relate_claims(connection: Connection, say: Teller = silent) -> None:
    """Make matters and the links between reports anew, out of what is in the tables of claims and copies.

    `say` is told what is being done. Everything is done in the caller's transaction, which must write.
    """
    say(_("reading claims"))
    frames, vocabulary = load_frames(connection)
    within = _links_within(connection)
    again = told_again(frames, within, vocabulary)
    told = {frame.n: frame for frame in frames}
    frames, beside = lend(frames, again)
    say(_("joining claims of the same happening"))
    happenings = join(frames, vocabulary, copied_claims(connection, frames), again, beside)
    matters = gather(happenings, within, again, vocabulary)
    matters = settle(matters, frames, matter_decisions(connection))
    say(_("relating claims across reports"))
    _clear(connection)
    _write(connection, matters, told, vocabulary.denying(), load_versions(connection))


def is_disputed(gathered: Gathered, links: Iterable[Relating]) -> bool:
    """Whether a claim of the matter denies, contradicts or counter-accuses another, in whatever report."""
    inside = (pair.tie for pair in gathered.pairs)
    return not CONTESTED.isdisjoint((*inside, *(link.relation for link in links)))


def kind_of(gathered: Gathered, *, disputed: bool) -> MatterKind:
    """A question where claims collide, or where those accused do not say so themselves; else an incident."""
    if disputed:
        return "question"
    for frame in gathered.members:
        accused = frame.patients if frame.type == "ACCUSE" else frame.agents
        if (frame.act == "accuse" or frame.type == "ACCUSE") and accused:
            own = (f.speakers & accused and f.polarity > 0 for f in gathered.members if f is not frame)
            if not any(own):
                return "question"
    return "incident"


def copied_claims(connection: Connection, frames: Sequence[Frame]) -> dict[At, list[At]]:
    """For claims inside copied passages, where the same words stood before: (report, anchor, type)."""
    table = schema.copies.c
    statement = select(table.report, table.of, table.passages).where(table.passages != "[]")
    rows = sorted(connection.execute(statement))
    anchors = _anchors(frames, {row.report for row in rows})
    found: dict[At, list[At]] = {}
    for report, of, passages in rows:
        own = anchors.get(report, [])
        for start, end, start_of, _end_of in json.loads(passages):
            for anchor, kind in own[bisect_left(own, (start, "")) : bisect_left(own, (end, ""))]:
                found.setdefault((report, anchor, kind), []).append((of, anchor - start + start_of, kind))
    return found


def _anchors(frames: Sequence[Frame], reports: set[int]) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = {}
    for frame in frames:
        if frame.report.n in reports:
            found.setdefault(frame.report.n, []).append((frame.anchor, frame.type))
    for own in found.values():
        own.sort()
    return found


def _links_within(connection: Connection) -> list[tuple[int, int, str]]:
    table = schema.links.c
    statement = select(table.source, table.target, table.relation).where(table.within == true())
    return [(row.source, row.target, row.relation) for row in connection.execute(statement)]


def _clear(connection: Connection) -> None:
    connection.execute(delete(schema.links).where(schema.links.c.within == false()))
    connection.execute(delete(schema.matter_claims))
    connection.execute(delete(schema.matters))


def _write(
    connection: Connection,
    matters: Sequence[Gathered],
    told: Mapping[int, Frame],
    denying: frozenset[int],
    versions: Versions,
) -> None:
    """`told` are the claims with nothing but their own words: what is lent does not name a matter."""
    labels = Labels(connection)
    rows: dict[Table, list[dict[str, Any]]] = {
        schema.matters: [],
        schema.matter_claims: [],
        schema.links: [],
    }
    for number, gathered in enumerate(matters, 1):
        links = relations(gathered, denying, versions)
        of = {"within": False, "matter": number}
        own = [told[frame.n] for frame in gathered.members]
        disputed = is_disputed(gathered, links)
        kind = kind_of(gathered, disputed=disputed)
        row = _row(number, gathered, kind, labels.label(own, kind))
        rows[schema.matters].append({**row, "disputed": disputed})
        rows[schema.matter_claims] += [{"matter": number, "claim": f.n} for f in gathered.members]
        rows[schema.links] += [
            {"source": link.source, "target": link.target, "relation": link.relation, **of} for link in links
        ]
    for table, new in rows.items():
        for some in in_parts(new, _ROWS_AT_ONCE):
            connection.execute(table.insert(), some)


def _row(number: int, gathered: Gathered, kind: MatterKind, label: Name) -> dict[str, Any]:
    members = gathered.members
    days = [frame.report.day for frame in members if frame.report.day is not None]
    return {
        "n": number,
        "id": matter_called(gathered.founder.report.key, gathered.founder.id),
        "kind": kind,
        "type": gathered.founder.type,
        "label_ar": label.ar,
        "label_en": label.en,
        "first": date.fromordinal(min(days)).isoformat() if days else None,
        "last": date.fromordinal(max(days)).isoformat() if days else None,
        "reports": len({frame.report.n for frame in members}),
        "outlets": len({frame.report.outlet for frame in members}),
        "sides": len(set().union(*(frame.speakers for frame in members))),
    }
