"""The command line. Data goes to standard output, words for people to standard error.

Exit status: 0 all read, 1 some input failed, 2 a call, a pack or an archive that cannot be used, 130
interrupted.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

import click

from riwaya.cli.borrowed import translate_click
from riwaya.cli.commands import NAME, build
from riwaya.cli.console import say
from riwaya.cli.output import OutputClosedError
from riwaya.cli.work import internal
from riwaya.errors import ArchiveError, PackError, RiwayaError, UsageError
from riwaya.i18n import gettext as _
from riwaya.i18n import language_option, pick_language, use_language

__all__ = ["main", "run"]


def main() -> None:
    """Run the command line on the arguments of this process, and end it."""
    # Libraries that log without a handler would write to standard error.
    logging.lastResort = None
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line on `arguments`; returns the exit status. Never a traceback."""
    try:
        language = pick_language(language_option(arguments), os.environ)
    except UsageError as error:
        say(str(error))
        return 2
    translate_click()
    with use_language(language):
        return _run(arguments)


def _run(arguments: Sequence[str]) -> int:
    try:
        status = build().main(args=list(arguments), prog_name=NAME, standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        say_help(error)
        return 2
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else NAME
        help_ = _("see {command} --help").format(command=command)
        say(f"{error.format_message()} ({help_})")
        return 2
    except (click.Abort, KeyboardInterrupt):
        say(_("interrupted"))
        return 130
    except (UsageError, PackError, ArchiveError, click.ClickException) as error:
        say(str(error))
        return 2
    except OutputClosedError:
        return 0
    except RiwayaError as error:
        say(str(error))
        return 1
    except OSError as error:
        if not isinstance(error.filename, str | bytes):
            say(internal(error))
            return 1
        # What the system keeps from us and no input of its own accounts for: mostly what the call names.
        problem = _("{path}: cannot be used: {why} (check the name and the permissions)")
        say(problem.format(path=os.fsdecode(error.filename), why=error.strerror or type(error).__name__))
        return 2
    except Exception as error:  # noqa: BLE001 - people get one line, never a traceback
        say(internal(error))
        return 1
    return status if isinstance(status, int) else 0


def say_help(error: click.UsageError) -> None:
    """The help of a command that was called with nothing, where people look for messages."""
    click.echo(error.format_message(), err=True)
