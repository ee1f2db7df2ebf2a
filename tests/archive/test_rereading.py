"""Texts read again: old readings stay, decisions go with the claims they were made for, or are listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest
from sqlalchemy import func, select

from archive.invented import MARKET, MUTUAL, STRIKE, as_decided, as_read, claim_at, said_by, take_in
from archive.test_decisions import dump, rows
from riwaya.archive import Archive, schema
from riwaya.archive.decided import unfit_decisions
from riwaya.archive.deciding import decide
from riwaya.archive.decisions import Target
from riwaya.archive.redaction import redact_name, redact_text
from riwaya.archive.rereading import Kept, count_due, due, read_again, store
from riwaya.model import Claim, Reading
from riwaya.reading.reader import Reader

BY: dict[str, Any] = {"who": "Rana", "why": "read it again"}


@lru_cache(maxsize=1)
def todays() -> Reader:
    """The reader as it is, built once."""
    return Reader("syria")


class Newer(Reader):
    """A reader of the next version, which finds `changed` in what today's finds."""

    def __init__(self, changed: Any = lambda reading: reading) -> None:
        vars(self).update(vars(todays()))
        self.about = replace(self.about, version="99", digest="sha256:newer")
        self._changed = changed

    def read(self, text: str, **options: Any) -> Reading:
        found: Reading = self._changed(super().read(text, **options))
        return replace(found, reader=self.about)


def without_first(reading: Reading) -> Reading:
    """The reading without its first claim; the others move up."""
    kept = [c for c in reading.claims if c.id != "c1"]
    names = {c.id: f"c{i}" for i, c in enumerate(kept, 1)}

    def renamed(claim: Claim) -> Claim:
        theme = names.get(claim.event.theme or "")
        return replace(claim, id=names[claim.id], event=replace(claim.event, theme=theme))

    links = tuple(
        replace(link, source=names[link.source], target=names[link.target], matter=None)
        for link in reading.links
        if link.source in names and link.target in names
    )
    return replace(reading, claims=tuple(map(renamed, kept)), links=links, matters=())


def all_due(archive: Archive, reader: Reader, keys: list[str] | None = None) -> Iterator[Kept]:
    for part in due(archive, reader.about, keys=keys, at_once=1):
        yield from part


def reread(archive: Archive, reader: Reader, keys: list[str] | None = None) -> int:
    return store(archive, [read_again(reader, kept) for kept in all_due(archive, reader, keys)])


def test_what_this_reader_read_is_not_read_again(archive: Archive) -> None:
    take_in(archive, STRIKE, MARKET)
    reader = todays()
    assert count_due(archive, reader.about) == 0
    assert reread(archive, reader) == 0


def test_old_readings_stay_and_one_is_current(archive: Archive) -> None:
    key, other = take_in(archive, STRIKE, MARKET)
    newer = Newer(without_first)
    assert count_due(archive, newer.about) == 2
    assert reread(archive, newer, [key]) == 1
    assert count_due(archive, newer.about) == 1
    assert len(as_read(archive, key).claims) == len(rows(archive, key))
    assert as_read(archive, key).reader.version == "99"
    assert as_read(archive, other).reader.version != "99"
    table = schema.readings
    with archive.reading() as connection:
        found = connection.execute(
            select(table.c.report, table.c.current, func.count()).group_by(table.c.report, table.c.current)
        )
        assert sorted((n, bool(current), times) for n, current, times in found) == [
            (1, False, 1), (1, True, 1), (2, True, 1)
        ]  # fmt: skip


def test_a_reread_archive_is_as_one_that_was_read_so(archive: Archive) -> None:
    take_in(archive, STRIKE, MUTUAL, MARKET)
    before = dump(archive)
    assert reread(archive, Newer(without_first)) == 3
    assert dump(archive) != before
    assert not archive.is_linked()

    class Last(Newer):
        def __init__(self) -> None:
            super().__init__()
            self.about = replace(self.about, digest="sha256:last")

    assert reread(archive, Last()) == 3
    assert dump(archive) == before


def test_the_same_reading_leaves_the_rows_alone(archive: Archive) -> None:
    take_in(archive, STRIKE, MARKET)
    with archive.writing() as connection:
        for name in ("generation", "linked"):
            connection.execute(schema.about.delete().where(schema.about.c.name == name))
    with archive.reading() as connection:
        before = connection.execute(select(schema.claims).order_by(schema.claims.c.n)).all()
    assert reread(archive, Newer()) == 2
    with archive.reading() as connection:
        assert connection.execute(select(schema.claims).order_by(schema.claims.c.n)).all() == before
    assert archive.is_linked()
    assert count_due(archive, Newer().about) == 0


def test_decisions_go_with_the_claims_they_were_made_for(archive: Archive) -> None:
    (key,) = take_in(archive, STRIKE)
    read = as_read(archive, key)
    claim = claim_at(read, "قصفت")
    patch = {"event": {"mode": "heavy-weapons"}}
    decide(archive, Target(key, "claim", claim.id), "correct", after=patch, **BY)
    decide(archive, Target(key, "claim", claim_at(read, "انسحاب").id), "reject", **BY)
    reread(archive, Newer(without_first))
    moved = claim_at(as_read(archive, key), "قصفت")
    assert moved.id != claim.id
    assert claim_at(as_decided(archive, key), "قصفت").event.mode == "heavy-weapons"
    assert rows(archive, key)[moved.id].status == "corrected"
    assert claim_at(as_read(archive, key), "انسحاب").id not in rows(archive, key)
    with archive.reading() as connection:
        assert unfit_decisions(connection) == []


def test_decisions_that_fit_no_longer_are_listed_with_the_reason(archive: Archive) -> None:
    key, other = take_in(archive, STRIKE, MARKET)
    first = next(c for c in as_read(archive, key).claims if c.id == "c1")
    made = decide(archive, Target(key, "claim", first.id), "accept", **BY)
    decide(archive, Target(other, "report", other), "accept", **BY)
    reread(archive, Newer(without_first))
    assert {row.status for row in rows(archive, key).values()} == {"machine"}
    with archive.reading() as connection:
        ((decision, reason),) = unfit_decisions(connection)
    assert (decision, "nothing of this kind" in reason) == (made, True)
    reread(archive, todays())
    assert rows(archive, key)["c1"].status == "accepted"


def test_a_decision_does_not_pass_to_the_other_side_of_a_mutual_accusation(archive: Archive) -> None:
    (key,) = take_in(archive, MUTUAL)
    read = as_read(archive, key)
    ours = next(c for c in read.claims if c.event.type == "SHELTER" and c.chain[-1].actors == ("russia",))
    decide(archive, Target(key, "claim", ours.id), "reject", **BY)

    def swapped(reading: Reading) -> Reading:
        two = [c for c in reading.claims if c.event.type == "SHELTER"]
        ids = {two[0].id: two[1].id, two[1].id: two[0].id}
        claims = tuple(replace(c, id=ids.get(c.id, c.id)) for c in reading.claims)
        return replace(reading, claims=claims, links=(), matters=())

    reread(archive, Newer(swapped))
    left = [row.chain for row in rows(archive, key).values() if row.type == "SHELTER"]
    assert left == ["enab > turkey"]


def test_what_was_added_rests_on_the_attribution_that_it_rested_on(archive: Archive) -> None:
    (key,) = take_in(archive, STRIKE)
    said = said_by(as_read(archive, key), "وأضاف")
    anchor = {"start": STRIKE.index("أكدت"), "end": STRIKE.index("أكدت") + 4}
    after = {"anchor": anchor, "attribution": said.id, "event": {"type": "CONSULT"}}
    made = decide(archive, Target(key, "claim", ""), "add", after=after, **BY)

    def moved(reading: Reading) -> Reading:
        names = {a.id: f"a{i + 20}" for i, a in enumerate(reading.attributions)}
        said = tuple(
            replace(a, id=names[a.id], parent=names.get(a.parent or "")) for a in reading.attributions
        )
        claims = tuple(
            replace(
                c,
                attribution=names.get(c.attribution or ""),
                chain=tuple(replace(hop, attribution=names.get(hop.attribution or "")) for hop in c.chain),
            )
            for c in reading.claims
        )
        return replace(reading, attributions=said, claims=claims)

    reread(archive, Newer(moved))
    row = rows(archive, key)[made.target.id]
    assert (row.attribution, row.chain) == ("a22", "enab > other")


def test_what_was_redacted_meanwhile_does_not_come_back(archive: Archive) -> None:
    key, other = take_in(archive, STRIKE, MARKET)
    newer = Newer(without_first)
    ready = [read_again(newer, kept) for kept in all_due(archive, newer)]
    redact_name(archive, "سالم الدرعاني", [key], **BY)
    redact_text(archive, [other], **BY)
    assert store(archive, ready) == 0
    assert reread(archive, newer) == 1
    assert "الدرعاني" not in as_read(archive, key).report.text
    assert count_due(archive, newer.about) == 0


@pytest.mark.parametrize("kept", [0, 1])
def test_an_interrupted_reread_goes_on_where_it_was(archive: Archive, kept: int) -> None:
    take_in(archive, STRIKE, MARKET)
    newer = Newer(without_first)
    ready = [read_again(newer, each) for each in all_due(archive, newer)]
    store(archive, ready[:kept])
    assert reread(archive, newer) == 2 - kept
    assert reread(archive, newer) == 0
