"""`riwaya account`: who may log in at a team's workbench."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from riwaya.cli.archived import archive_option, open_archive
from riwaya.cli.console import say, visible
from riwaya.cli.listing import Listed
from riwaya.cli.options import lang_option
from riwaya.cli.output import write_out
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _

if TYPE_CHECKING:
    from riwaya.archive import Archive
    from riwaya.workbench.accounts import Account

#: The environment's variable in which a password may be given; never an argument, which others could see.
VARIABLE = "RIWAYA_PASSWORD"
_ROLES = ("reader", "coder", "editor")


def account_commands() -> click.Group:
    """`riwaya account`, described in the current interface language."""
    name = click.Argument(["name"], metavar=_("NAME"))
    role = click.Argument(["role"], type=click.Choice(_ROLES))
    role_option = click.Option(["--role"], type=click.Choice(_ROLES), default="reader", show_default=True,
                               help=_("What they may do."))  # fmt: skip
    common: list[click.Parameter] = [archive_option(), lang_option()]
    token = _("Print a token with which a program asks the API as somebody, for some hours.")
    asked = _("The password is asked for, read from standard input, or taken from {variable}.").format(
        variable=VARIABLE
    )
    return Listed(
        "account",
        [
            click.Command("add", params=[name, role_option, *common], callback=_add,
                          help=_("Let somebody log in.") + "\n\n" + asked),
            click.Command("list", params=common, callback=_list, help=_("List all accounts.")),
            click.Command("role", params=[name, role, *common], callback=_role,
                          help=_("Give somebody another role.")),
            click.Command("password", params=[name, *common], callback=_password,
                          help=_("Give somebody a new password; it ends their sessions.") + "\n\n" + asked),
            click.Command("disable", params=[name, *common], callback=_disable,
                          help=_("Let somebody log in no more, and end their sessions.")),
            click.Command("enable", params=[name, *common], callback=_enable,
                          help=_("Let somebody log in again.")),
            click.Command("token", params=[name, *common], callback=_token,
                          help=token),
        ],
        help=_("Who may log in at a team's workbench (riwaya serve --team)."),
    )  # fmt: skip


# Whatever belongs to the workbench is imported when first needed: the web framework is slow to load.


def _add(name: str, role: str, archive: str | None) -> None:
    from riwaya.workbench.accounts import add_account  # noqa: PLC0415

    with open_archive(archive, create=True) as opened:
        account = add_account(opened, name, role, _asked_password())
        _record(opened, "add account", account, f"{account.name} ({account.role})")


def _list(archive: str | None) -> None:
    from riwaya.workbench.accounts import all_accounts  # noqa: PLC0415

    with open_archive(archive) as opened, opened.reading() as connection:
        known = all_accounts(connection)
    if not known:
        say(_("there is no account; make the first: riwaya account add NAME --role editor"))
    lines = (
        "\t".join((each.name, each.role, _("disabled") if each.disabled else _("enabled"), each.created[:10]))
        for each in known
    )
    write_out("".join(f"{line}\n" for line in lines).encode())


def _role(name: str, role: str, archive: str | None) -> None:
    from riwaya.workbench.accounts import change_role  # noqa: PLC0415

    with open_archive(archive) as opened:
        account = change_role(opened, name, role)
        _record(opened, "change role", account, f"{account.name} ({account.role})")


def _password(name: str, archive: str | None) -> None:
    from riwaya.workbench.accounts import account_named, change_password  # noqa: PLC0415

    with open_archive(archive) as opened:
        with opened.reading() as connection:
            account_named(connection, name)
        account = change_password(opened, name, _asked_password())
        _record(opened, "reset password", account, account.name)


def _disable(name: str, archive: str | None) -> None:
    _switch(name, archive, disabled=True)


def _enable(name: str, archive: str | None) -> None:
    _switch(name, archive, disabled=False)


def _switch(name: str, archive: str | None, *, disabled: bool) -> None:
    from riwaya.workbench.accounts import switch  # noqa: PLC0415

    with open_archive(archive) as opened:
        account = switch(opened, name, disabled=disabled)
        _record(opened, "disable account" if disabled else "enable account", account, account.name)


def _token(name: str, archive: str | None) -> None:
    from riwaya.workbench import sessions  # noqa: PLC0415
    from riwaya.workbench.accounts import account_named  # noqa: PLC0415

    with open_archive(archive) as opened:
        with opened.reading() as connection:
            account = account_named(connection, name)
        if account.disabled:
            raise UsageError(_("the account '{name}' is disabled").format(name=account.name))
        token = sessions.begin(opened, account)
        _record(opened, "make token", account, account.name)
    write_out(f"{token}\n".encode())


def _record(archive: Archive, what: str, account: Account, about: str) -> None:
    """Keep what was done, in the name of this machine's user."""
    from riwaya.workbench.audit import record  # noqa: PLC0415
    from riwaya.workbench.people import machine_user  # noqa: PLC0415

    record(archive, machine_user(), what, about)
    say(f"{visible(account.name)}: {_(what)}")


def _asked_password() -> str:
    """A password: from the environment, from standard input, or typed twice.

    Raises UsageError where nobody can be asked, click.Abort where somebody gives up.
    """
    given = os.environ.get(VARIABLE)
    if given:
        return given
    if sys.stdin is None:
        raise UsageError(_("no password is given: set {variable}").format(variable=VARIABLE))
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    typed: str = click.prompt(
        _("Password"), hide_input=True, confirmation_prompt=_("The same again"), err=True
    )
    return typed
