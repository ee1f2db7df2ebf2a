"""Removing for good: a text, or a person's name. A dated tombstone stays, the words are nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from sqlalchemy import Connection, Row, delete, select, update

from riwaya.archive import schema
from riwaya.archive.archive import Archive, now
from riwaya.archive.blotting import BLOT, Blot
from riwaya.archive.codec import unpack_text
from riwaya.archive.decided import drop_unused_places, places_read
from riwaya.archive.intake import storable
from riwaya.archive.naming import next_number
from riwaya.archive.overwriting import Overwriter
from riwaya.archive.parts import in_parts
from riwaya.archive.searching import forget_words
from riwaya.archive.writing import delete_projection
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _
from riwaya.release.guard import NOTHING

#: Reports that are looked at in one go.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Redacted:
    """What was removed: from which reports, how often (a name). `also` has the same text and keeps it."""

    reports: tuple[str, ...]
    times: int
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What would be removed: the reports, and the words that would be overwritten with how often."""

    reports: tuple[str, ...]
    forms: Mapping[str, int]


def find_name(archive: Archive, name: str, keys: Sequence[str] | None) -> Found:
    """Where a name stands, in these reports or in all, and in which forms. Raises UsageError."""
    blot = Blot(name)
    with archive.reading() as connection:
        found, forms = _find(connection, blot, keys)
    return Found(tuple(found), forms)


def redact_name(archive: Archive, name: str, keys: Sequence[str] | None, *, who: str, why: str) -> Redacted:
    """Overwrite a name in these reports, or for None in all and in whatever else the archive holds.

    Spans keep their places. Raises UsageError without a person and a reason, ArchiveError when others have
    the archive open, so that the file could not be cleaned.
    """
    _require_person(who, why)
    blot = Blot(name)
    with archive.writing() as connection:
        # Nobody else writes from here on: what came in since somebody looked is found, too.
        found, forms = _find(connection, blot, keys)
        rows = _reports(connection, found if keys is None else keys)
        writer = Overwriter(connection, blot)
        # Decisions first: they are applied to readings in which the name no longer stands.
        if keys is None:
            writer.everything_else()
        else:
            for part in in_parts(rows, _AT_ONCE):
                writer.beside(part)
        writer.reports([row.n for row in rows])
        _bury(connection, rows, "name", blot.over(who), blot.over(why))
        if rows:
            archive.touch(connection)
    archive.forget_for_good()
    return Redacted(tuple(sorted(row.key for row in rows)), sum(forms.values()))


def redact_text(archive: Archive, keys: Sequence[str], *, who: str, why: str) -> Redacted:
    """Remove the texts of these reports, and all that was read in them; their rows stay, with a date.

    A report that was removed before is passed over. Raises UsageError and ArchiveError as `redact_name`.
    """
    _require_person(who, why)
    with archive.writing() as connection:
        rows = [row for row in _reports(connection, keys) if row.redacted is None]
        forget_words(connection, [row.n for row in rows])
        for part in in_parts(rows, _AT_ONCE):
            numbers = [row.n for row in part]
            places = sorted(places_read(connection, numbers))
            _unname_matters(connection, numbers)
            delete_projection(connection, numbers)
            _remove(connection, part)
            drop_unused_places(connection, places)
        _bury(connection, rows, "text", who, why)
        if rows:
            archive.touch(connection)
        also = _same_bytes(connection, [row.id for row in rows], keys)
    archive.forget_for_good()
    return Redacted(tuple(sorted(row.key for row in rows)), 0, also)


def same_text(archive: Archive, key: str) -> list[str]:
    """The keys of all reports with the bytes of this one, itself too."""
    table = schema.reports
    with archive.reading() as connection:
        id = select(table.c.id).where(table.c.key == key).scalar_subquery()
        return sorted(connection.scalars(select(table.c.key).where(table.c.id == id)))


def _remove(connection: Connection, rows: Sequence[Row[Any]]) -> None:
    """Empty every row that holds words of these reports, or what was read in them."""
    numbers, keys, ids = [r.n for r in rows], [r.key for r in rows], [r.id for r in rows]
    for column in (
        schema.texts.c.report,
        schema.readings.c.report,
        schema.copies.c.report,
        schema.copies.c.of,
        schema.stories.c.report,
    ):
        connection.execute(delete(column.table).where(column.in_(numbers)))
    reports, decisions, rejects = schema.reports, schema.decisions, schema.rejects
    empty = {"title": None, "uri": None, "source": "", "characters": 0, "words": 0, "shingles": b""}
    empty |= {"private": "[]", "guard": NOTHING.dump()}
    day = now()[:10]
    connection.execute(update(reports).where(reports.c.n.in_(numbers)).values(**empty, redacted=day))
    connection.execute(
        update(decisions).where(decisions.c.reading.in_(keys)).values(before=None, after=None, why=BLOT)
    )
    refused = rejects.c.id.in_(ids) | rejects.c.id.in_(keys)
    # What was asked for may be the very address of the report.
    batches = schema.batches
    came_in = batches.c.n.in_({r.batch for r in rows}) | batches.c.n.in_(
        select(rejects.c.batch).where(refused)
    )
    connection.execute(update(batches).where(came_in).values(sources=BLOT))
    connection.execute(update(rejects).where(refused).values(payload=None, reason=BLOT, source=BLOT))


def _bury(connection: Connection, rows: Iterable[Row[Any]], what: str, who: str, why: str) -> None:
    number = next_number(connection, schema.tombstones)
    stone = {"what": what, "when": now(), "who": storable(who), "why": storable(why)}
    new = [{"n": number + i, "report": row.key, "id": row.id, **stone} for i, row in enumerate(rows)]
    if new:
        connection.execute(schema.tombstones.insert(), new)


def _reports(connection: Connection, keys: Sequence[str]) -> list[Row[Any]]:
    table = schema.reports
    columns = table.c.n, table.c.key, table.c.id, table.c.batch, table.c.redacted
    rows: list[Row[Any]] = []
    for some in in_parts(keys, _AT_ONCE):
        part = table.c.key.in_(some)
        rows += connection.execute(select(*columns).where(part))
    return sorted(rows, key=lambda row: int(row.n))


def _unname_matters(connection: Connection, reports: Sequence[int]) -> None:
    """Take away names of matters that may be words of these reports; they get new ones when related anew."""
    joins, claims, matters = schema.matter_claims, schema.claims, schema.matters
    joined = (
        select(joins.c.matter).join(claims, claims.c.n == joins.c.claim).where(claims.c.report.in_(reports))
    )
    connection.execute(update(matters).where(matters.c.n.in_(joined)).values(label_ar=None, label_en=None))


def _same_bytes(connection: Connection, ids: Sequence[str], keys: Sequence[str]) -> tuple[str, ...]:
    table = schema.reports
    found: set[str] = set()
    for some in in_parts(ids, _AT_ONCE):
        same = table.c.id.in_(some), table.c.redacted.is_(None)
        found.update(connection.scalars(select(table.c.key).where(*same)))
    return tuple(sorted(found - set(keys)))


def _find(connection: Connection, blot: Blot, keys: Sequence[str] | None) -> tuple[list[str], dict[str, int]]:
    """The keys of reports with the name in them, and how often in which forms, the most frequent first."""
    found: list[str] = []
    forms: Counter[str] = Counter()
    for row in _with_words(connection, keys):
        text = "" if row.body is None else unpack_text(row.body)
        # The title is a part of the text.
        words = [text, row.outlet, row.source, row.uri or ""]
        here = [unquote(word[start:end]) for word in words for start, end in blot.spans(word)]
        if here or blot.spans(row.title or ""):
            found.append(row.key)
            forms.update(here)
    return found, dict(sorted(forms.items(), key=lambda item: (-item[1], item[0])))


def _with_words(connection: Connection, keys: Sequence[str] | None) -> Iterator[Any]:
    """Every report (of `keys`, or of all) with what of it holds words, a few hundred in memory at a time."""
    table, texts = schema.reports, schema.texts
    columns = table.c.n, table.c.key, table.c.outlet, table.c.uri, table.c.title, table.c.source, texts.c.body
    statement = select(*columns).outerjoin_from(table, texts, texts.c.report == table.c.n).order_by(table.c.n)
    for some in in_parts(keys or (), _AT_ONCE):
        yield from connection.execute(statement.where(table.c.key.in_(some))).all()
    last = 0
    while keys is None and (
        rows := connection.execute(statement.where(table.c.n > last).limit(_AT_ONCE)).all()
    ):
        last = rows[-1].n
        yield from rows


def _require_person(who: str, why: str) -> None:
    if not who.strip() or not why.strip():
        raise UsageError(_("removing for good needs a name and a reason, which are kept"))
