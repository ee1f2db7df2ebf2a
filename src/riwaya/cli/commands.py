"""The commands and their options. They are built when the interface language is known."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from riwaya.cli.account import account_commands
from riwaya.cli.ask import question_commands
from riwaya.cli.decide import decide_commands
from riwaya.cli.dump import dump_command
from riwaya.cli.evaluate import Evaluation, compile_folder, evaluate
from riwaya.cli.ingest import ingest_command, relate_command
from riwaya.cli.listing import Listed, examples
from riwaya.cli.options import (
    about_options,
    capture_options,
    lang_option,
    limit_options,
    pack_option,
    speak_everywhere,
)
from riwaya.cli.output import SUFFIX, write_out
from riwaya.cli.pairs import pairs_commands
from riwaya.cli.read import read_inputs
from riwaya.cli.redact import redact_command
from riwaya.cli.reread import reread_command
from riwaya.cli.serve import serve_command
from riwaya.cli.sheet import sheet_command
from riwaya.cli.show import show_command
from riwaya.cli.texts import require_texts
from riwaya.cli.work import Format
from riwaya.evaluation.figures import LAYERS
from riwaya.exchange import schema_text
from riwaya.gazetteer.imports import import_places
from riwaya.i18n import gettext as _
from riwaya.i18n import ngettext
from riwaya.packs.check import check_pack
from riwaya.packs.new import new_pack
from riwaya.questions.catalogue import QUESTIONS

NAME = "riwaya"
COMPLETION_VARIABLE = "_RIWAYA_COMPLETE"
_SHELLS: dict[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}
#: Rejected lines of a gazetteer that are listed one by one; a whole country may have thousands.
_SHOWN = 20


def build() -> click.Group:
    """All commands, described in the current interface language."""
    gazetteer = Listed("gazetteer", [_gazetteer_import()], help=_("Add places to a pack."))
    gold = Listed("gold", [_gold_compile()], help=_("Make gold: what a person found in a report."))
    pack = Listed("pack", [_pack_check(), _pack_new()], help=_("Check or start a pack."))
    commands = Listed(
        NAME,
        [
            *(_read(), ingest_command(), relate_command(), _evaluate(), gold, pairs_commands(), _schema()),
            *(pack, gazetteer, _completion()),
            *question_commands(),
            *(*decide_commands(), reread_command(), redact_command(), sheet_command()),
            *(show_command(), dump_command(), serve_command(), account_commands()),
        ],
        params=[
            lang_option(),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_print_version,
                help=_("Print the version and end."),
            ),
        ],
        callback=lambda **_options: None,
        help=_("Reads Arabic conflict reporting: who says what about whom, through whom."),
        epilog=examples(
            "riwaya read report.txt",
            "riwaya ingest reports/ --archive news.riwaya",
            "riwaya serve --archive news.riwaya --open",
        ),
        headings=_headings(),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    require_texts(commands)
    speak_everywhere(commands)
    return commands


def _headings() -> dict[str, tuple[str, ...]]:
    """What commands are for, the first first: in this order the list of all of them is read."""
    return {
        _("Reports"): ("read",),
        _("An archive of many reports"): ("ingest", "serve", "show", "relate", "reread", "dump"),
        _("Questions to an archive"): tuple(question.name for question in QUESTIONS),
        _("Decisions of people"): ("decide", "decisions", "retract", "sheet", "redact", "account"),
        _("What the reader knows, and how good it is"): (
            "pack",
            "gazetteer",
            "evaluate",
            "gold",
            "pairs",
            "schema",
        ),
    }


def _read() -> click.Command:
    # What may not be read costs one input, not the call.
    source = click.Path(path_type=str, allow_dash=True, readable=False)
    folder = click.Path(path_type=Path, file_okay=True)
    options: list[click.Parameter] = [
        click.Argument(["inputs"], nargs=-1, required=True, type=source, metavar=_("INPUT...")),
        pack_option(),
        *about_options(),
        click.Option(["--format", "form"], type=click.Choice(list(SUFFIX)), default="dossier",
                     show_default=True, help=_("What to write.")),
        click.Option(["--out-dir"], type=folder, help=_("Write one file an input into this folder.")),
        click.Option(["--jobs"], type=click.IntRange(1, 256), default=1, show_default=True,
                     help=_("Number of processes.")),
        *limit_options(),
        lang_option(),
    ]  # fmt: skip
    return click.Command(
        "read",
        params=options,
        callback=_run_read,
        help=_("Read reports: who says what, through whom.")
        + "\n\n"
        + _("INPUT is a file, a folder, '-' for standard input, or an http(s) address."),
        epilog=examples(
            "riwaya read report.txt --outlet sana --published 2015-08-06",
            "riwaya read report.txt --format html --out-dir out/",
            "riwaya read reports/ --format csv > claims.csv",
        ),
    )


def _run_read(inputs: tuple[str, ...], form: str, **options: Any) -> int:
    return read_inputs(
        inputs,
        pack=options["pack"],
        form=cast(Format, form),
        out_dir=options["out_dir"],
        jobs=options["jobs"],
        options=capture_options(options),
    )


def _evaluate() -> click.Command:
    options: list[click.Parameter] = [
        click.Argument(["folder"], type=click.Path(path_type=Path), metavar=_("GOLD_DIR")),
        pack_option(),
        click.Option(["--parties"], type=click.Path(path_type=Path), metavar=_("FILE"),
                     help=_("Table of the ids that the annotators could use (columns id, party).")),
        click.Option(["--only"], multiple=True, metavar=_("PATTERN"),
                     help=_("Only reports whose id fits (g0[0-5]*); may be given several times.")),
        click.Option(["--layer", "layers"], multiple=True, type=click.Choice(list(LAYERS)),
                     help=_("Only this layer; may be given several times.")),
        click.Option(["--errors"], is_flag=True, help=_("List every error with its text.")),
        click.Option(["--save"], type=click.Path(path_type=Path), metavar=_("RUN.json"),
                     help=_("Keep the run in a file.")),
        click.Option(["--compare", "before"], type=click.Path(path_type=Path), metavar=_("RUN.json"),
                     help=_("Compare with a run that was kept.")),
        click.Option(["--format", "form"], type=click.Choice(["text", "json", "markdown"]), default="text",
                     show_default=True, help=_("What to write.")),
        lang_option(),
    ]  # fmt: skip
    return click.Command(
        "evaluate",
        params=options,
        callback=lambda **asked: evaluate(Evaluation(**asked)),
        help=_("Measure the reader on annotated reports.")
        + "\n\n"
        + _("GOLD_DIR holds the reports in texts/ and what a person found in them in gold/."),
        epilog=examples(
            "riwaya evaluate gold/ --errors",
            "riwaya evaluate gold/ --save before.json",
            "riwaya evaluate gold/ --compare before.json",
        ),
    )


def _gold_compile() -> click.Command:
    where = click.Argument(["folder"], type=click.Path(path_type=Path), metavar=_("GOLD_DIR"))
    return click.Command(
        "compile",
        params=[where],
        callback=compile_folder,
        help=_("Turn annotations with strings (authored/) into gold with offsets (gold/)."),
    )


def _schema() -> click.Command:
    return click.Command(
        "schema",
        callback=lambda: write_out(schema_text().encode("utf-8")),
        help=_("Print the JSON Schema of a reading."),
    )


def _pack_check() -> click.Command:
    def run(folder: str) -> None:
        report = check_pack(folder)
        lines = [f"{table}: {count}" for table, count in report.counts]
        lines += [_("warning: {text}").format(text=warning) for warning in report.warnings]
        lines.append(
            ngettext("{n} warning", "{n} warnings", len(report.warnings)).format(n=len(report.warnings))
        )
        write_out(("\n".join(lines) + "\n").encode("utf-8"))

    folder = click.Argument(["folder"], type=click.Path(path_type=str), metavar=_("DIR"))
    return click.Command("check", params=[folder], callback=run, help=_("Validate every table of a pack."))


def _pack_new() -> click.Command:
    def run(folder: Path) -> None:
        for path in new_pack(folder):
            write_out(f"{path}\n".encode(errors="surrogateescape"))

    where = click.Argument(["folder"], type=click.Path(path_type=Path), metavar=_("DIR"))
    return click.Command("new", params=[where], callback=run, help=_("Start a pack: a folder that is valid."))


def _gazetteer_import() -> click.Command:
    def run(file: Path, into: Path) -> None:
        report = import_places(file, into)
        rejected = [f"{file}:{entry.line}: {entry.reason}" for entry in report.rejected[:_SHOWN]]
        if len(report.rejected) > _SHOWN:
            rest = len(report.rejected) - _SHOWN
            rejected.append(ngettext("… and {n} more line", "… and {n} more lines", rest).format(n=rest))
        added = ngettext("{n} place added", "{n} places added", report.added).format(n=report.added)
        lines = [*rejected, f"{report.layer}: {added}"]
        write_out(("\n".join(lines) + "\n").encode(errors="surrogateescape"))

    return click.Command(
        "import",
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar=_("FILE")),
            click.Option(["--into"], required=True, type=click.Path(path_type=Path), metavar=_("DIR"),
                         help=_("Folder of the pack that gets the layer.")),
        ],
        callback=run,
        help=_("Add a gazetteer to a pack: GeoNames dump, OCHA COD-AB table, JSON Lines."),
    )  # fmt: skip


def _completion() -> click.Command:
    def run(shell: str) -> None:
        script = _SHELLS[shell](build(), {}, NAME, COMPLETION_VARIABLE).source()
        write_out(script.encode("utf-8"))

    shell = click.Argument(["shell"], type=click.Choice(list(_SHELLS)))
    return click.Command(
        "completion", params=[shell], callback=run, help=_("Print the shell code that completes commands.")
    )


def _print_version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        write_out(f"{NAME} {version(NAME)}\n".encode())
        context.exit()
