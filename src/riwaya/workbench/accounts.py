"""Accounts: who may log in where the workbench is a team's.

Nobody is deleted, for their name signs decisions; whoever leaves is disabled. There is always an editor who
can log in, once there was one.
"""

from __future__ import annotations

import secrets
import threading
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, Row, delete, select, update

from riwaya.archive import Archive, schema_desk
from riwaya.archive.archive import now
from riwaya.archive.naming import next_number
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _
from riwaya.workbench.people import ROLES, Role

#: Characters that a password has at least and at most, and that a name has at most.
SHORTEST, LONGEST, LONGEST_NAME = 12, 1000, 60
#: Every hash takes 64 MiB while it is made: so many at once, whoever knocks.
_AT_ONCE = threading.BoundedSemaphore(2)
_hasher = PasswordHasher()
_table = schema_desk.accounts


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may log in, unless disabled."""

    n: int
    name: str
    role: Role
    disabled: bool
    created: str


def all_accounts(connection: Connection) -> list[Account]:
    """All accounts, in the order in which they were made."""
    return [_account(row) for row in connection.execute(select(_table).order_by(_table.c.n))]


def account_named(connection: Connection, name: str) -> Account:
    """The account of this name; capitals do not matter. Raises UsageError."""
    row = _row_named(connection, name)
    if row is None:
        raise UsageError(_("there is no account '{name}'").format(name=name))
    return _account(row)


def add_account(archive: Archive, name: str, role: str, password: str) -> Account:
    """Make an account. Raises UsageError for a name that is taken or unfit, or too short a password."""
    name, hashed = _fit_name(name), _hash(_fit_password(password, name))
    with archive.writing() as connection:
        if _row_named(connection, name) is not None:
            raise UsageError(_("there is an account '{name}' already").format(name=name))
        row = {
            "n": next_number(connection, _table), "name": name, "role": _fit_role(role), "password": hashed,
            "disabled": False, "created": now(),
        }  # fmt: skip
        connection.execute(_table.insert(), row)
        return account_named(connection, name)


def change_role(archive: Archive, name: str, role: str) -> Account:
    """Give somebody another role. Raises UsageError where that would leave no editor."""
    return _change(archive, name, role=_fit_role(role))


def switch(archive: Archive, name: str, *, disabled: bool) -> Account:
    """Disable an account, which ends its sessions, or enable it. Raises UsageError as `change_role` does."""
    return _change(archive, name, disabled=disabled)


def change_password(archive: Archive, name: str, password: str) -> Account:
    """Give an account another password, which ends its sessions. Raises UsageError where it is too short."""
    return _change(archive, name, password=_hash(_fit_password(password, name)))


def proven(archive: Archive, name: str, password: str) -> Account | None:
    """The account that this name and password open, if any.

    It takes as long for a name that nobody has, or for a disabled account, as for a wrong password.
    """
    with archive.reading() as connection:
        row = _row_named(connection, name)
    known = _matches(row.password if row is not None else _nobodys_hash(), password)
    return _account(row) if row is not None and known and not row.disabled else None


def known_name(archive: Archive, name: str) -> str:
    """The name of the account that is meant; empty where there is none: people type passwords as names."""
    with archive.reading() as connection:
        row = _row_named(connection, name)
    return str(row.name) if row is not None else ""


def _change(archive: Archive, name: str, **values: Any) -> Account:
    with archive.writing() as connection:
        account = account_named(connection, name)
        connection.execute(update(_table).where(_table.c.n == account.n).values(**values))
        others = [each for each in all_accounts(connection) if each.role == "editor" and not each.disabled]
        if account.role == "editor" and not account.disabled and not others:
            raise UsageError(_("somebody has to be an editor: make another one first"))
        if "password" in values or values.get("disabled"):
            sessions = schema_desk.sessions
            connection.execute(delete(sessions).where(sessions.c.account == account.n))
        return account_named(connection, name)


def _row_named(connection: Connection, name: str) -> Row[Any] | None:
    rows: Sequence[Row[Any]] = connection.execute(select(_table).order_by(_table.c.n)).all()
    return next((row for row in rows if _key(row.name) == _key(name)), None)


def _account(row: Row[Any]) -> Account:
    return Account(row.n, row.name, cast(Role, row.role), row.disabled, row.created)


def _key(name: str) -> str:
    """What two spellings of a name have in common: nobody is to pass for another by a capital."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


def _fit_name(name: str) -> str:
    fit = unicodedata.normalize("NFC", " ".join(name.split()))
    if not fit or len(fit) > LONGEST_NAME or not fit.isprintable():
        problem = _("a name has 1 to {most} characters, none of them invisible")
        raise UsageError(problem.format(most=LONGEST_NAME))
    return fit


def _fit_role(role: str) -> str:
    if role not in ROLES:
        raise UsageError(
            _("'{role}' is no role: choose one of {known}").format(role=role, known=", ".join(ROLES))
        )
    return role


def _fit_password(password: str, name: str) -> str:
    if not SHORTEST <= len(password) <= LONGEST:
        problem = _("a password has at least {least} characters, and at most {most}")
        raise UsageError(problem.format(least=SHORTEST, most=LONGEST))
    if _key(password) in (_key(name), _key(password[0]) * len(password)):
        raise UsageError(_("a password is neither the name nor one character many times"))
    return password


def _same(password: str) -> bytes:
    """A password's bytes, which do not depend on the keyboard that it was typed on."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


def _hash(password: str) -> str:
    with _AT_ONCE:
        return _hasher.hash(_same(password))


def _matches(hashed: str, password: str) -> bool:
    with _AT_ONCE:
        try:
            return len(password) <= LONGEST and _hasher.verify(hashed, _same(password))
        except (VerificationError, InvalidHashError):
            return False


@lru_cache
def _nobodys_hash() -> str:
    return _hash(secrets.token_urlsafe())
