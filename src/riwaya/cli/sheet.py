"""`riwaya sheet`: the coding sheet, written for a spreadsheet and read back as decisions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from riwaya.cli.archived import archive_option, open_archive
from riwaya.cli.ask import asked_for, naming_options
from riwaya.cli.console import say
from riwaya.cli.listing import examples
from riwaya.cli.options import lang_option
from riwaya.cli.output import OutputError, write_out, writing_whole
from riwaya.errors import InputError, UsageError
from riwaya.exchange.labels import MODES
from riwaya.i18n import gettext as _
from riwaya.i18n import ngettext

if TYPE_CHECKING:
    from riwaya.questions import Filters
    from riwaya.questions.sheet_back import ReadBack

_BOM = "\ufeff"
#: After so many rows it is said how far a file is.
_TOLD = 1_000


def sheet_command() -> click.Command:
    """`riwaya sheet`, described in the current interface language."""
    name, day = _("NAME"), _("DAY")
    options: list[click.Parameter] = [
        archive_option(),
        click.Option(["--party"], metavar=name,
                     help=_("Only what this party says, does or undergoes (id or name).")),
        click.Option(["--place"], metavar=name,
                     help=_("Only what is said of this place or one within it (id or name).")),
        click.Option(["--since"], metavar=day, help=_("Published on this day or later.")),
        click.Option(["--until"], metavar=day, help=_("Published on this day or earlier.")),
        click.Option(["--outlet"], metavar=name, help=_("Published by this outlet (id or name).")),
        click.Option(["--mode"], metavar=_("MODE"), type=click.Choice(sorted(MODES)),
                     help=_("Only events of this mode.")),
        click.Option(["--singles"], is_flag=True, help=_("Also claims that no matter joins with others.")),
        click.Option(["--output"], metavar=_("FILE"), type=click.Path(path_type=Path, dir_okay=False),
                     help=_("Write to this file, and say how far it is; else to standard output.")),
        click.Option(["--read", "back"], metavar=_("FILE"), type=click.Path(path_type=Path),
                     help=_("Read an edited sheet back: what was changed becomes decisions.")),
        click.Option(["--dry-run"], is_flag=True, help=_("With --read: only say what would be decided.")),
        click.Option(["--whole"], is_flag=True,
                     help=_("Show everything: nothing delayed, coarsened or masked. Needs --who and --why.")),
        click.Option(["--who"], metavar=name, default="", help=_("Whose decisions they are; kept.")),
        click.Option(["--why"], metavar=_("TEXT"), default="",
                     help=_("The reason, for rows without a note; kept.")),
        lang_option(),
    ]  # fmt: skip
    return click.Command(
        "sheet",
        params=options,
        callback=_run,
        help=_("Write one row an incident, for coding in a spreadsheet, and read it back."),
        epilog=examples(
            "riwaya sheet --archive news.riwaya --output sheet.csv",
            "riwaya sheet --archive news.riwaya --read sheet.csv --who Rana",
        ),
    )


def _run(archive: str | None, back: Path | None, output: Path | None, **asked: Any) -> int:
    from riwaya.questions import Desk  # noqa: PLC0415 - the database library is slow to load
    from riwaya.questions.catalogue import EVERY  # noqa: PLC0415 - as above
    from riwaya.questions.understanding import filters_asked  # noqa: PLC0415
    from riwaya.release import DEFAULT, OPEN  # noqa: PLC0415 - as above

    if back is not None and not asked["who"].strip():
        raise UsageError(_("whose decisions are they? give --who NAME"))
    with open_archive(archive) as opened:
        overriding = {"who": asked["who"], "why": asked["why"]} if asked["whole"] else {}
        overriding["what"] = asked_for("sheet", {**asked, "read": back})
        desk = Desk(opened, policy=OPEN if asked["whole"] else DEFAULT, **overriding)
        if back is not None:
            return _read(desk, back, who=asked["who"], why=asked["why"], dry_run=asked["dry_run"])
        with opened.reading() as connection, naming_options():
            filters = filters_asked(connection, EVERY, asked)
        return _write(desk, filters, output, singles=asked["singles"])


def _write(desk: Any, filters: Filters, output: Path | None, *, singles: bool) -> int:
    from riwaya.questions.sheet import sheet, to_csv  # noqa: PLC0415 - as above

    if not desk.archive.is_linked():
        say(_("what relates the reports is out of date: relate them anew"))
    lines = to_csv(sheet(desk, filters, singles=singles))
    count = _put_out(lines) if output is None else _put_into(output, lines)
    if not count:
        say(_("no rows; --singles adds claims that stand alone"))
    return 0


def _put_out(lines: Iterator[str]) -> int:
    """Write a sheet to standard output. Returns how many rows it has."""
    count = -1
    for line in lines:
        write_out(((_BOM if count < 0 else "") + line).encode("utf-8"))
        count += 1
    return count


def _put_into(path: Path, lines: Iterator[str]) -> int:
    """Write a sheet to a file, whole or not at all, and say how far it is. Returns how many rows it has."""
    count = -1
    try:
        with writing_whole(path) as file:
            for line in lines:
                file.write(((_BOM if count < 0 else "") + line).encode("utf-8"))
                count += 1
                if count and not count % _TOLD:
                    _say_rows(count)
    except OSError as error:
        problem = _("cannot write {path}: {why}").format(path=path, why=error.strerror)
        raise OutputError(problem) from None
    _say_rows(count)
    return count


def _say_rows(count: int) -> None:
    say(ngettext("{n} row written", "{n} rows written", count).format(n=count))


def _read(desk: Any, path: Path, *, who: str, why: str, dry_run: bool) -> int:
    from riwaya.questions.sheet_back import read_back  # noqa: PLC0415 - as above
    from riwaya.questions.sheet_file import read_rows  # noqa: PLC0415

    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(str(path), _("cannot be read: {why}").format(why=error.strerror)) from None
    outcome = read_back(desk, read_rows(data, str(path)), who=who, why=why, dry_run=dry_run)
    return _tell(str(path), outcome, dry_run=dry_run)


def _tell(name: str, outcome: ReadBack, *, dry_run: bool) -> int:
    for kind, rows in (
        (_("error"), outcome.problems),
        (_("passed over"), outcome.stale),
        (_("note"), outcome.remarks),
    ):
        for number, sentence in sorted(rows):
            say(f"{name}:{number}: {kind}: {sentence}")
    if outcome.problems:
        n = len(outcome.problems)
        say(
            ngettext(
                "{n} row is wrong; nothing was decided", "{n} rows are wrong; nothing was decided", n
            ).format(n=n)
        )
        return 1
    for decision in outcome.decisions:
        target = f"{decision.target.reading}/{decision.target.id}"
        write_out(f"{decision.id} {target} {decision.action}\n".encode())
    n = len(outcome.decisions)
    if dry_run:
        said = ngettext("{n} decision would be made", "{n} decisions would be made", n)
    else:
        said = ngettext("{n} decision made", "{n} decisions made", n)
    rows_ = ngettext("{n} row read", "{n} rows read", outcome.rows).format(n=outcome.rows)
    say(f"{name}: {rows_}{_(', ')}{said.format(n=n)}")
    return 0
