"""Accounts, sessions and the record are the same in either store."""

import threading

import pytest
from sqlalchemy import update

from riwaya.archive import Archive, schema_desk
from riwaya.errors import ArchiveError, UsageError
from riwaya.workbench import accounts, sessions
from riwaya.workbench.audit import Wanted, acts, acts_count, record
from riwaya.workbench.people import Person
from workbench.team import PASSWORD


def test_an_account_opens_sessions_until_it_is_disabled(archive: Archive) -> None:
    made = accounts.add_account(archive, "رنا", "editor", PASSWORD)
    accounts.add_account(archive, "Karim", "editor", PASSWORD)
    with pytest.raises(UsageError, match="already"):
        accounts.add_account(archive, "KARIM", "reader", PASSWORD)
    assert accounts.proven(archive, "رنا", PASSWORD) == made
    tokens = [sessions.begin(archive, made) for _each in range(2)]
    visit = sessions.visit_of(archive, tokens[0])
    assert visit is not None
    assert visit.person == Person("رنا", "editor")
    sessions.end(archive, tokens[0])
    assert sessions.visit_of(archive, tokens[0]) is None
    assert sessions.visit_of(archive, tokens[1]) is not None
    accounts.switch(archive, "رنا", disabled=True)
    assert sessions.visit_of(archive, tokens[1]) is None
    assert accounts.proven(archive, "رنا", PASSWORD) is None


def test_sessions_that_are_over_are_cleared_away(archive: Archive) -> None:
    made = accounts.add_account(archive, "Rana", "editor", PASSWORD)
    old = sessions.begin(archive, made)
    with archive.writing() as connection:
        connection.execute(update(schema_desk.sessions).values(used="2001-01-01T00:00:00Z"))
    new = sessions.begin(archive, made)
    assert sessions.visit_of(archive, old) is None
    assert sessions.visit_of(archive, new) is not None
    with archive.reading() as connection:
        assert len(connection.execute(schema_desk.sessions.select()).all()) == 1


def test_the_record_is_told_newest_first_by_days(archive: Archive) -> None:
    for what in ("first", "second"):
        record(archive, Person("Rana", "editor"), what, "x")
    with archive.writing() as connection:
        table = schema_desk.audit
        connection.execute(update(table).where(table.c.what == "first").values(when="2015-07-23T23:59:59Z"))
    with archive.reading() as connection:
        assert [row.what for row in acts(connection, Wanted())] == ["second", "first"]
        assert [row.what for row in acts(connection, Wanted(), 1, 1)] == ["first"]
        assert acts_count(connection, Wanted(since="2015-07-23", until="2015-07-23")) == 1
        assert acts_count(connection, Wanted(until="2015-07-22")) == 0


def test_who_writes_waits_no_longer_than_they_are_patient(archive_url: str) -> None:
    with Archive(archive_url) as first, Archive(archive_url, patience=0.1) as second:
        held, done = threading.Event(), threading.Event()

        def hold() -> None:
            with first.writing():
                held.set()
                done.wait(30)

        holder = threading.Thread(target=hold)
        holder.start()
        assert held.wait(30)
        with pytest.raises(ArchiveError):
            second.begin_batch("late")
        done.set()
        holder.join()
        assert second.begin_batch("in time") == 1
