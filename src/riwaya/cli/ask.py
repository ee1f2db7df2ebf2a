"""A command for each standing question."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from riwaya.cli.archived import archive_option, open_archive
from riwaya.cli.console import say
from riwaya.cli.listing import examples
from riwaya.cli.options import lang_option
from riwaya.cli.output import write_out
from riwaya.errors import FieldError, UsageError
from riwaya.exchange.labels import MODES
from riwaya.i18n import gettext as _
from riwaya.i18n import language
from riwaya.questions.catalogue import QUESTIONS, Extra, FilterName, Question

if TYPE_CHECKING:
    from riwaya.archive import Archive
    from riwaya.questions import Answer, Desk

#: Rows that one call may ask for, and those that it gets unless it says otherwise.
_MOST, _USUAL = 100_000, 50
_BOM = b"\xef\xbb\xbf"


def question_commands() -> list[click.Command]:
    """The commands that ask the questions of the catalogue, described in the current language."""
    return [_command(question) for question in QUESTIONS]


def release_options() -> list[click.Parameter]:
    """`--whole`, `--who` and `--why`: overriding the release policy, which is logged."""
    return [
        click.Option(["--whole"], is_flag=True,
                     help=_("Show everything: nothing delayed, coarsened or masked. Needs --who and --why.")),
        click.Option(["--who"], metavar=_("NAME"), default="",
                     help=_("Who overrides the release policy; kept in the archive.")),
        click.Option(["--why"], metavar=_("TEXT"), default="",
                     help=_("Why the release policy is overridden; kept in the archive.")),
    ]  # fmt: skip


def open_desk(archive: Archive, command: str, given: Mapping[str, Any]) -> Desk:
    """The desk that `release_options` ask for. Raises UsageError."""
    from riwaya.questions import Desk  # noqa: PLC0415 - the database library is slow to load
    from riwaya.release import DEFAULT, OPEN  # noqa: PLC0415

    _require_whole(given)
    return Desk(
        archive,
        policy=OPEN if given["whole"] else DEFAULT,
        who=given["who"],
        why=given["why"],
        what=asked_for(command, given),
    )


@contextmanager
def naming_options(arguments: Collection[str] = ()) -> Iterator[None]:
    """Tell what is wrong with an option by its name; `arguments` have none. Raises UsageError."""
    try:
        yield
    except FieldError as error:
        if error.field in arguments:
            raise
        raise UsageError(f"--{error.field}: {error}") from None


def is_whole(archive: Archive, command: str, given: Mapping[str, Any]) -> bool:
    """Whether `release_options` ask for everything as it is, which is then kept. Raises UsageError."""
    from riwaya.questions.desk import log_override  # noqa: PLC0415 - the database library is slow to load

    _require_whole(given)
    if given["whole"]:
        log_override(archive, who=given["who"], why=given["why"], what=asked_for(command, given))
    return bool(given["whole"])


def _require_whole(given: Mapping[str, Any]) -> None:
    if (given["who"] or given["why"]) and not given["whole"]:
        raise UsageError(_("--who and --why say who overrides the release policy: give --whole too"))


#: Options that say nothing of what an override was for, or are kept beside it.
_ASIDE = frozenset(("archive", "whole", "who", "why", "lang", "form"))


def asked_for(command: str, given: Mapping[str, Any]) -> str:
    """A command with its arguments as given, for the record of overrides."""
    said = (
        f"{name}={value}"
        for name, value in sorted(given.items())
        if name not in _ASIDE and value is not None and value is not False
    )
    return " ".join(("riwaya", command, *said))


def _command(question: Question) -> click.Command:
    filters = _filters()
    params: list[click.Parameter] = [
        *(_extra(extra) for extra in question.extras),
        archive_option(),
        *(filters[name] for name in question.filters),
        click.Option(["--limit"], type=click.IntRange(1, _MOST), default=_USUAL, show_default=True,
                     help=_("Rows to show.")),
        click.Option(["--offset"], type=click.IntRange(0), default=0, show_default=True,
                     help=_("Rows to pass over first.")),
        click.Option(["--format", "form"], type=click.Choice(["table", "json", "csv"]), default="table",
                     show_default=True, help=_("What to write.")),
        *release_options(),
        lang_option(),
    ]  # fmt: skip
    return click.Command(
        question.name,
        params=params,
        callback=partial(_run, question),
        help=_(question.help),
        epilog=examples(*question.examples) if question.examples else None,
    )


def _filters() -> dict[FilterName, click.Option]:
    def option(name: FilterName, metavar: str, text: str, type_: Any = None) -> click.Option:
        return click.Option([f"--{name}"], metavar=metavar, type=type_, help=text)

    name, day = _("NAME"), _("DAY")
    return {
        "party": option("party", name, _("Only what this party says, does or undergoes (id or name).")),
        "place": option("place", name, _("Only what is said of this place or one within it (id or name).")),
        "since": option("since", day, _("Published on this day or later.")),
        "until": option("until", day, _("Published on this day or earlier.")),
        "outlet": option("outlet", name, _("Published by this outlet (id or name).")),
        "mode": option("mode", _("MODE"), _("Only events of this mode."), click.Choice(sorted(MODES))),
    }


def _extra(extra: Extra) -> click.Parameter:
    type_: click.ParamType[Any] | None = click.Choice(extra.choices) if extra.choices else None
    if extra.kind == "number":
        type_ = click.IntRange(1)
    if extra.metavar is not None:
        return click.Argument([extra.name], metavar=_(extra.metavar), type=type_)
    option = "--" + extra.name.replace("_", "-")
    if extra.kind == "switch":
        return click.Option([option, extra.name], is_flag=True, help=_(extra.help))
    return click.Option([option, extra.name], type=type_, help=_(extra.help))


def _run(question: Question, form: str, **given: Any) -> int:
    from riwaya.questions.understanding import filters_asked, understood  # noqa: PLC0415 - it loads the database library

    arguments = [extra.name for extra in question.extras if extra.metavar]
    with open_archive(given["archive"]) as archive:
        with archive.reading() as connection, naming_options(arguments):
            filters = filters_asked(
                connection, question.filters, given, limit=given["limit"], offset=given["offset"]
            )
            extras = {
                extra.name: understood(extra.name, extra.kind, given[extra.name], connection)
                for extra in question.extras
            }
        desk = open_desk(archive, question.name, given)
        _show(question.load()(desk, filters, **extras), form, desk, filters.offset, whole=given["whole"])
    return 0


def _show(answer: Answer, form: str, desk: Desk, offset: int, *, whole: bool) -> None:
    from riwaya.cli.answers import table_style, to_table  # noqa: PLC0415
    from riwaya.questions.names import names_of  # noqa: PLC0415
    from riwaya.questions.render import to_csv, to_json  # noqa: PLC0415
    from riwaya.questions.wording import held_back, ids_of  # noqa: PLC0415

    if form == "json":
        write_out(to_json(answer))
    elif form == "csv":
        write_out(_BOM + to_csv(answer).encode("utf-8"))
        for note in [*([held_back(answer.held_back)] if answer.held_back else []), *answer.notes]:
            say(note)
    else:
        with desk.archive.reading() as connection:
            names = names_of(connection, ids_of(answer), language())
        style = table_style(sys.stdout, os.environ)
        write_out(to_table(answer, names, style, offset=offset, whole=whole).encode("utf-8"))
