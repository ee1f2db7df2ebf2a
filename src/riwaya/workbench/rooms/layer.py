"""The local layer: what corrections that apply everywhere became, and taking them back."""

from __future__ import annotations

import csv
import io
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from riwaya.archive import Archive
from riwaya.archive.archive import PACK
from riwaya.archive.layer import Entry, add_entry, all_entries, reports_with, withdraw_entry
from riwaya.errors import UsageError
from riwaya.i18n import language
from riwaya.packs import load_pack
from riwaya.packs.pack import ALIAS_COLUMNS, find_pack
from riwaya.text.cells import safe
from riwaya.workbench.asking import archive_of, settings_of
from riwaya.workbench.audit import record
from riwaya.workbench.choosing import pack_labels, pack_party
from riwaya.workbench.download import csv_file
from riwaya.workbench.forms import Sent, one
from riwaya.workbench.item import item_of
from riwaya.workbench.jobs import jobs_of
from riwaya.workbench.naming_uses import USE_NAMES
from riwaya.workbench.people import Person, needs
from riwaya.workbench.rendering import page
from riwaya.workbench.returning import local_path
from riwaya.workbench.rooms.item import item_page

router = APIRouter()

Coder = Annotated[Person, Depends(needs("coder"))]


@router.get("/layer")
def layer(request: Request, _person: Annotated[Person, Depends(needs("reader"))]) -> Response:
    """All entries of the local layer, withdrawn ones too."""
    archive = archive_of(request)
    entries = _entries(archive)
    labels = pack_labels(find_pack(_pack_in_use(request)))
    reach = {e.n: len(reports_with(archive, [e.form])) for e in entries if e.withdrawn is None}
    return page(request, "layer.html", entries=entries[::-1], labels=labels, uses=USE_NAMES, reach=reach)


@router.get("/layer.csv")
def layer_csv(request: Request, _person: Annotated[Person, Depends(needs("reader"))]) -> Response:
    """The entries that stand, as rows of a pack's aliases.csv."""
    return csv_file(
        "aliases", alias_rows([e for e in _entries(archive_of(request)) if e.withdrawn is None]), mark=False
    )


@router.post("/layer")
def enter(request: Request, sent: Sent, person: Coder) -> Response:
    """Let a form mean a party everywhere: reports that have it are read again, in the background."""
    archive = archive_of(request)
    pack = load_pack(_pack_in_use(request))
    try:
        party = pack_party(one(sent, "party"), pack.folder)
        entry = add_entry(
            archive, pack, one(sent, "form"), party, one(sent, "use"),
            who=person.name, why=one(sent, "why"), decision=one(sent, "decision") or None,
        )  # fmt: skip
    except UsageError as error:
        report, _slash, id = one(sent, "reference").partition("/")
        item = item_of(archive, report, id) if id else None
        if item is None:
            raise
        return item_page(request, item, sent, str(error), "layer")
    record(archive, person, "layer", f"{entry.n}: {entry.form} > {entry.id}")
    return _apply(request, person, entry, local_path(one(sent, "back"), "/layer"))


@router.post("/layer/withdraw")
def withdraw(request: Request, sent: Sent, person: Coder) -> Response:
    """Take an entry back: reports that have its form are read again without it."""
    number = one(sent, "entry")
    archive = archive_of(request)
    entry = withdraw_entry(archive, int(number) if number.isdecimal() and len(number) < 10 else -1)
    record(archive, person, "withdraw", f"{entry.n}: {entry.form} > {entry.id}")
    return _apply(request, person, entry, local_path(one(sent, "back"), "/layer"))


def alias_rows(entries: list[Entry]) -> str:
    """Entries as rows of `aliases.csv`, with who entered them, when and why as the note."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(ALIAS_COLUMNS)
    for each in entries:
        note = f"{each.who}, {each.when}: {each.why}"
        writer.writerow((safe(each.form), safe(each.id), each.use, "", "", "", safe(note)))
    return out.getvalue()


def _apply(request: Request, person: Person, entry: Entry, back: str) -> Response:
    address = archive_of(request).address
    commands = [
        ["reread", "--archive", address, f"--form={entry.form}", "--pack", _pack_in_use(request), "--jobs=1"],
        ["relate", "--archive", address],
    ]
    job = jobs_of(request).start("layer", entry.form, person.name, commands, language=language(), back=back)
    return RedirectResponse(f"/jobs/{job.id}", status_code=303)


def _pack_in_use(request: Request) -> str:
    """The pack of the last ingest, else the one that the workbench reads with."""
    return archive_of(request).fact(PACK) or settings_of(request).pack


def _entries(archive: Archive) -> list[Entry]:
    with archive.reading() as connection:
        return all_entries(connection)
