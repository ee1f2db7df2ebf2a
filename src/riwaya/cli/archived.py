"""Which archive a command is about: `--archive`, or the environment's RIWAYA_ARCHIVE."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from riwaya.errors import UsageError
from riwaya.i18n import gettext as _

if TYPE_CHECKING:
    from riwaya.archive import Archive

#: The environment's variable that names the archive of every command that is not told another.
VARIABLE = "RIWAYA_ARCHIVE"


def archive_option() -> click.Option:
    """The option `--archive`, whose value `open_archive` takes."""
    return click.Option(
        ["--archive"],
        metavar=_("FILE"),
        envvar=VARIABLE,
        help=_("The archive: a file, or the address of a PostgreSQL database (default: {variable}).").format(
            variable=VARIABLE
        ),
    )


def open_archive(value: str | None, *, create: bool = False, patience: float | None = None) -> Archive:
    """The archive that a call names; `create` makes a file that is not there.

    Who writes waits `patience` seconds for others who do, instead of as long as a command does.

    Raises UsageError when none is named, ArchiveError when it cannot be used.
    """
    # Imported when first needed: the database library doubles the time in which a command starts.
    from riwaya.archive import Archive  # noqa: PLC0415

    if not value:
        problem = _("no archive is named: give --archive FILE, or set {variable}")
        raise UsageError(problem.format(variable=VARIABLE))
    if patience is None:
        return Archive(value, create=create)
    return Archive(value, create=create, patience=patience)
