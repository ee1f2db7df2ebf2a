"""`riwaya redact`: a text, or a person's name, removed for good."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from riwaya.cli.archived import archive_option, open_archive
from riwaya.cli.console import say, visible
from riwaya.cli.decide import person_options
from riwaya.cli.listing import examples
from riwaya.cli.options import lang_option
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _
from riwaya.i18n import ngettext

if TYPE_CHECKING:
    from riwaya.archive import Archive

#: Spellings and reports that are listed before somebody confirms.
_SHOWN = 20


def redact_command() -> click.Command:
    """`riwaya redact`, described in the current interface language."""
    options: list[click.Parameter] = [
        click.Argument(["reports"], nargs=-1, metavar=_("[REPORT...]")),
        archive_option(),
        click.Option(["--name"], metavar=_("NAME"),
                     help=_("Overwrite this name, in all its spellings, instead of removing the text.")),
        click.Option(["--everywhere"], is_flag=True,
                     help=_("The name in all reports; or every report with the same text.")),
        click.Option(["--yes"], is_flag=True, help=_("Do not ask.")),
        *person_options(),
        lang_option(),
    ]  # fmt: skip
    return click.Command(
        "redact",
        params=options,
        callback=_run,
        help=_("Remove a text or a name for good; a dated note that it was removed stays."),
        epilog=examples(
            'riwaya redact r1a2b3c4d5e6f7a8b --who Rana --why "asked for by the paper"',
            'riwaya redact --name "NAME" --everywhere --who Rana --why "a witness"',
        ),
    )


def _run(
    reports: tuple[str, ...], archive: str | None, name: str | None, who: str, why: str, **asked: bool
) -> int:
    if not reports and not (name and asked["everywhere"]):
        raise UsageError(_("name the reports, or give --name with --everywhere"))
    with open_archive(archive) as opened:
        keys = sorted({str(opened.report(each).key) for each in reports})
        if name is not None:
            _name(opened, name, None if asked["everywhere"] else keys, who, why, yes=asked["yes"])
        else:
            _text(opened, keys, who, why, yes=asked["yes"], everywhere=asked["everywhere"])
    return 0


def _name(archive: Archive, name: str, keys: list[str] | None, who: str, why: str, *, yes: bool) -> None:
    from riwaya.archive.redaction import find_name, redact_name  # noqa: PLC0415 - it loads the database library

    found = find_name(archive, name, keys)
    n = len(found.reports)
    if n:
        say(ngettext("the name stands in {n} report", "the name stands in {n} reports", n).format(n=n))
    else:
        say(_("the name stands in no text, in none of the spellings that are looked for"))
        say(
            _("try another spelling, or a part of the name; going on looks through titles and decisions, too")
        )
    for form, times in list(found.forms.items())[:_SHOWN]:
        say(f"  {visible(form)} × {times}")
    _confirm(yes=yes)
    done = redact_name(archive, name, keys, who=who, why=why)
    if done.times:
        say(_("overwritten for good: {n} times").format(n=done.times))
    else:
        say(_("no text was changed; titles, decisions and refused input were gone through as well"))


def _text(archive: Archive, keys: list[str], who: str, why: str, *, yes: bool, everywhere: bool) -> None:
    from riwaya.archive.redaction import redact_text, same_text  # noqa: PLC0415 - as above

    if everywhere:
        keys = sorted({each for key in keys for each in same_text(archive, key)})
    gone = {key: day for key in keys if (day := archive.report(key).redacted)}
    for key, day in list(gone.items())[:_SHOWN]:
        say(_("{key}: its text was removed on {day}").format(key=key, day=day))
    keys = [key for key in keys if key not in gone]
    if not keys:
        return
    n = len(keys)
    say(
        ngettext(
            "the text of {n} report will be removed", "the texts of {n} reports will be removed", n
        ).format(n=n)
    )
    for key in keys[:_SHOWN]:
        row = archive.report(key)
        say(f"  {key} {row.outlet} {row.day or ''} {row.title or ''}".rstrip())
    _confirm(yes=yes)
    done = redact_text(archive, keys, who=who, why=why)
    n = len(done.reports)
    say(ngettext("{n} text removed for good", "{n} texts removed for good", n).format(n=n))
    if done.also:
        also = ", ".join(done.also[:_SHOWN])
        say(_("the same text is still kept as {keys}; --everywhere removes it there too").format(keys=also))


def _confirm(*, yes: bool) -> None:
    """Ask whether to go on. Raises click.Abort for no, UsageError where nobody can be asked."""
    if yes:
        return
    if sys.stdin is None or not sys.stdin.isatty():
        raise UsageError(_("what is removed cannot be brought back: give --yes to go on"))
    click.confirm(_("What is removed cannot be brought back. Go on?"), abort=True, err=True)
