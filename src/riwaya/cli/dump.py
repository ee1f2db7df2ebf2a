"""`riwaya dump`: everything an archive holds as sorted lines, so that two can be compared."""

from __future__ import annotations

from typing import Any

import click

from riwaya.cli.archived import archive_option, open_archive
from riwaya.cli.ask import is_whole, release_options
from riwaya.cli.options import lang_option
from riwaya.cli.output import write_out
from riwaya.i18n import gettext as _

#: Bytes that are written at a time.
_AT_ONCE = 1 << 20


def dump_command() -> click.Command:
    """The command, described in the current language."""
    return click.Command(
        "dump",
        params=[archive_option(), *release_options(), lang_option()],
        callback=_run,
        help=_(
            "Write what an archive holds as sorted JSON Lines, to compare archives: digests, unless --whole."
        ),
    )


def _run(archive: str | None, **given: Any) -> None:
    # The database library doubles the time in which a command starts.
    from riwaya.archive.dump import dump  # noqa: PLC0415

    held = bytearray()
    with open_archive(archive) as opened:
        for line in dump(opened, hashed=not is_whole(opened, "dump", given)):
            held += line.encode("utf-8") + b"\n"
            if len(held) >= _AT_ONCE:
                write_out(bytes(held))
                held.clear()
    write_out(bytes(held))
