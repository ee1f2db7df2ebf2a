"""Sessions: who is logged in, known by a random token of which only the SHA-256 is kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, or_, select, update

from riwaya.archive import Archive, schema_desk
from riwaya.errors import ArchiveError
from riwaya.workbench.accounts import Account
from riwaya.workbench.people import Person

#: The cookie that has the token.
COOKIE = "riwaya-session"
#: A session ends when it was not used for so long, and in any case after a working day.
IDLE, LONGEST = timedelta(hours=2), timedelta(hours=12)
#: How often it is noted that a session is in use: whoever reads does not write at every page.
_NOTED = timedelta(minutes=5)
_table = schema_desk.sessions


@dataclass(frozen=True, slots=True)
class Visit:
    """A request of somebody who is logged in: who, their session's token, and when its use was noted.

    `form_token` is what their forms bring back. `bearer`: the token came in a header that no browser sends
    by itself, so that forms need none.
    """

    person: Person
    token: str
    used: str
    bearer: bool = False

    @property
    def form_token(self) -> str:
        """A token for forms: made of the session's, which it does not give away."""
        return hmac.new(self.token.encode(), b"form", hashlib.sha256).hexdigest()


def begin(archive: Archive, account: Account) -> str:
    """Log somebody in; returns the token. Sessions that ended are cleared away."""
    token, moment = secrets.token_urlsafe(32), _moment()
    with archive.writing() as connection:
        over = or_(_table.c.used < _moment(IDLE), _table.c.begun < _moment(LONGEST))
        connection.execute(delete(_table).where(over))
        row = {"digest": _digest(token), "account": account.n, "begun": moment, "used": moment}
        connection.execute(_table.insert(), row)
    return token


def visit_of(archive: Archive, token: str, *, bearer: bool = False) -> Visit | None:
    """Who has this token; None where it is nobody's, or the session is over or its account disabled."""
    accounts = schema_desk.accounts
    with archive.reading() as connection:
        row = connection.execute(
            select(accounts.c.name, accounts.c.role, _table.c.used)
            .join(accounts, accounts.c.n == _table.c.account)
            .where(
                _table.c.digest == _digest(token),
                _table.c.used >= _moment(IDLE),
                _table.c.begun >= _moment(LONGEST),
                accounts.c.disabled.is_(False),
            )
        ).first()
    return Visit(Person(row.name, row.role), token, row.used, bearer) if row is not None else None


def is_to_be_noted(visit: Visit) -> bool:
    """Whether the use of a session was noted too long ago."""
    return visit.used < _moment(_NOTED)


def note_use(archive: Archive, visit: Visit) -> None:
    """Note that a session is in use; where the archive is busy, the next request will."""
    with suppress(ArchiveError), archive.writing() as connection:
        mine = _table.c.digest == _digest(visit.token)
        connection.execute(update(_table).where(mine).values(used=_moment()))


def end(archive: Archive, token: str) -> None:
    """Log out: the token opens nothing any more."""
    with archive.writing() as connection:
        connection.execute(delete(_table).where(_table.c.digest == _digest(token)))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _moment(ago: timedelta = timedelta()) -> str:
    """This moment, or one that long ago, as the archive writes moments, which sort as text."""
    return (datetime.now(UTC) - ago).strftime("%Y-%m-%dT%H:%M:%SZ")
