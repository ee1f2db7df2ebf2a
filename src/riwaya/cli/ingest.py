"""`riwaya ingest` and `riwaya relate`: thousands of reports into an archive, and what joins them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from riwaya.capture import DEFAULT_MAP, CaptureOptions, FieldMap, is_parquet, need_parquet, parse_map
from riwaya.cli.archived import archive_option, open_archive
from riwaya.cli.console import say
from riwaya.cli.ingest_items import ENDINGS
from riwaya.cli.inputs import Source, expand
from riwaya.cli.listing import examples
from riwaya.cli.options import about_options, capture_options, lang_option, limit_options, pack_option
from riwaya.i18n import gettext as _
from riwaya.packs import Pack, load_pack

if TYPE_CHECKING:
    from riwaya.archive import Archive


def ingest_command() -> click.Command:
    """`riwaya ingest`, described in the current interface language."""
    options: list[click.Parameter] = [
        click.Argument(["sources"], nargs=-1, required=True, metavar=_("SOURCE..."),
                       type=click.Path(path_type=str, allow_dash=True, readable=False)),
        archive_option(),
        pack_option(),
        click.Option(["--map", "assignments"], multiple=True, metavar=_("OURS=THEIRS,..."),
                     help=_("Fields of records: text, title, outlet, published, uri, and their names.")),
        *about_options(),
        click.Option(["--jobs"], type=click.IntRange(1, 256),
                     help=_("Number of processes (default: one a core).")),
        *limit_options(),
        click.Option(["--no-relate"], is_flag=True,
                     help=_("Only take in; riwaya relate does the rest later.")),
        lang_option(),
    ]  # fmt: skip
    return click.Command(
        "ingest",
        params=options,
        callback=_run_ingest,
        help=_("Read reports into an archive, each once.")
        + "\n\n"
        + _(
            "SOURCE is a file, a folder, '-' for JSON Lines on standard input, or an http(s) address. JSON"
            " Lines, CSV (both also packed: .gz, .zst) and Parquet hold a report a record."
        ),
        epilog=examples(
            "riwaya ingest reports/ --archive news.riwaya",
            "riwaya ingest reports.jsonl.gz --map text=body,outlet=source --archive news.riwaya",
        ),
    )


def relate_command() -> click.Command:
    """`riwaya relate`, described in the current interface language."""
    return click.Command(
        "relate",
        params=[archive_option(), lang_option()],
        callback=_run_relate,
        help=_("Find out who copied whom, and what reports are about together (ingest does so itself)."),
    )


def _run_ingest(
    sources: tuple[str, ...], archive: str | None, assignments: tuple[str, ...], **options: Any
) -> int:
    return ingest(
        sources,
        archive=archive,
        pack=options["pack"],
        fields=parse_map(assignments) if assignments else DEFAULT_MAP,
        jobs=options["jobs"] or os.cpu_count() or 1,
        options=capture_options(options),
        related=not options["no_relate"],
    )


def _run_relate(archive: str | None) -> int:
    with open_archive(archive) as opened:
        _relate(opened)
    return 0


def ingest(
    sources: Sequence[str],
    *,
    archive: str | None,
    pack: str,
    fields: FieldMap,
    jobs: int,
    options: CaptureOptions,
    related: bool,
) -> int:
    """Take every source into the archive. Returns the exit status: 0, 1 for rejects, 130 when interrupted.

    Raises UsageError, PackError and ArchiveError before anything is read; ArchiveError also later, when
    what was taken in so far is kept.
    """
    # The database library is loaded only where it is needed: it doubles the time in which a command starts.
    from riwaya.archive.layer import layered_pack  # noqa: PLC0415
    from riwaya.archive.packs import note_folder  # noqa: PLC0415
    from riwaya.cli.ingest_run import Run  # noqa: PLC0415

    inputs = expand(sources, ENDINGS)
    loaded = _check(inputs, pack)
    with open_archive(archive, create=True) as opened:
        note_folder(opened, loaded)
        run = Run(opened, str(archive), layered_pack(opened, pack), fields, options)
        status = run.take(inputs, jobs)
        if run.new:
            opened.note_pack(pack)
        if status != 130:
            opened.refresh_statistics()
            if related and not opened.is_linked():
                _relate(opened)
    return status


def _check(inputs: Sequence[Source], pack: str) -> Pack:
    """Raise before anything is read what would else come up in the midst of it; returns the pack."""
    loaded = load_pack(pack)
    if any(is_parquet(source.name) for source in inputs if source.path):
        need_parquet()
    return loaded


def _relate(archive: Archive) -> None:
    """Relate all claims anew. What is being done is said where somebody watches."""
    from riwaya.corpus.relate import relate  # noqa: PLC0415 - as above

    watched = sys.stderr is not None and sys.stderr.isatty()
    if watched:
        relate(archive, say)
    else:
        relate(archive)
