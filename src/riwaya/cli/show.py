"""`riwaya show`: where a row comes from, a report of the archive or one of its claims."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from riwaya.cli.archived import archive_option, open_archive
from riwaya.cli.listing import examples
from riwaya.cli.options import lang_option
from riwaya.cli.output import write_out
from riwaya.errors import UsageError
from riwaya.exchange import Style, style_for, to_dossier
from riwaya.i18n import gettext as _
from riwaya.i18n import language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from riwaya.archive import Archive
    from riwaya.questions import Answer
    from riwaya.release import Told


def show_command() -> click.Command:
    """The command, described in the current language."""
    return click.Command(
        "show",
        params=[
            click.Argument(["reference"], metavar=_("KEY[/CLAIM]")),
            archive_option(),
            click.Option(["--released"], is_flag=True,
                         help=_("As it may leave: delayed, coarsened, masked, cut.")),
            lang_option(),
        ],
        callback=_run,
        help=_("Show a report of the archive, or one claim with its chain and the words around it.")
        + "\n\n"
        + _("KEY is that of a report, or its beginning; KEY/c3 is a claim, as answers write it."),
        epilog=examples("riwaya show r1a2b3c4d5e6f7a8b/c3 --archive news.riwaya"),
    )  # fmt: skip


def _run(reference: str, archive: str | None, *, released: bool) -> int:
    key, _slash, claim = reference.strip().partition("/")
    with open_archive(archive) as opened:
        row = opened.report(key)
        if row.redacted:
            problem = _("the text of report {key} was removed for good on {day}")
            raise UsageError(problem.format(key=row.key, day=row.redacted))
        if claim or released:
            text = _claims(opened, row, claim, released=released)
        else:
            style = style_for(sys.stdout, os.environ) if sys.stdout else Style()
            text = to_dossier(
                opened.read(row.n),
                language=language(),
                color=style.colour,
                width=style.width,
                bidi=style.bidi,
            )
    write_out(text.encode("utf-8"))
    return 0


def _claims(archive: Archive, row: Any, claim: str, *, released: bool) -> str:
    from riwaya.cli.answers import table_style, to_table  # noqa: PLC0415 - the database library is slow to load
    from riwaya.questions import Desk  # noqa: PLC0415
    from riwaya.questions.names import names_of  # noqa: PLC0415
    from riwaya.questions.shown import shown  # noqa: PLC0415
    from riwaya.questions.wording import ids_of  # noqa: PLC0415

    with archive.reading() as connection:
        tell = Desk(archive).tell if released else _whole
        answer: Answer = shown(connection, row.n, claim or None, tell, context=not released)
        names = names_of(connection, ids_of(answer), language())
    if claim and not answer.total:
        problem = _("report {key} has no claim '{claim}'; riwaya show {key} shows what it has")
        raise UsageError(problem.format(key=row.key, claim=claim))
    return to_table(answer, names, table_style(sys.stdout, os.environ))


def _whole(connection: Connection, claims: Sequence[int]) -> tuple[list[Told], int]:
    """Claims as they are: one's own reports, on one's own machine, stay whole."""
    from riwaya.questions.telling import tell  # noqa: PLC0415 - the database library is slow to load
    from riwaya.release import OPEN, Gate  # noqa: PLC0415

    return Gate(datetime.now(UTC), OPEN).all(tell(connection, claims))
