"""The local layer of an archive: which forms mean which party, as people entered and withdrew it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import Connection, or_, select, update

from riwaya.archive import dialect, schema
from riwaya.archive.archive import Archive, now
from riwaya.archive.intake import storable
from riwaya.archive.naming import next_number
from riwaya.archive.schema_desk import entries
from riwaya.archive.search import Phrase, Query
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _
from riwaya.packs import Alias, Pack, load_pack
from riwaya.packs.layer import layered
from riwaya.text.fold import words
from riwaya.text.search_words import REACH, locate

#: How a form can mean a party without regard to who speaks.
EntryUse = Literal["name", "body", "metonym", "person"]
USES: tuple[EntryUse, ...] = get_args(EntryUse)
#: Letters of a form: longer ones are sentences.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `form` means the party `id` as `use` says. `withdrawn` is when it was taken back.

    `decision` is the id of the correction that it came from.
    """

    n: int
    form: str
    id: str
    use: EntryUse
    who: str
    when: str
    why: str
    decision: str | None
    withdrawn: str | None


def all_entries(connection: Connection) -> list[Entry]:
    """Every entry, the oldest first; withdrawn ones too."""
    return [_entry(row) for row in connection.execute(select(entries).order_by(entries.c.n))]


def layered_pack(archive: Archive, pack: str) -> Pack:
    """The pack of that name or folder with the archive's layer over it. Raises PackError."""
    with archive.reading() as connection:
        standing = [each for each in all_entries(connection) if each.withdrawn is None]
    aliases = (Alias(e.form, e.id, e.use, None, None, None) for e in standing)
    return layered(load_pack(pack), aliases)


def add_entry(
    archive: Archive,
    pack: Pack,
    form: str,
    id: str,
    use: str,
    *,
    who: str,
    why: str,
    decision: str | None = None,
) -> Entry:
    """Enter that `form` means the party `id` of `pack`. Raises UsageError."""
    form = " ".join(storable(form).split())
    if not words(form) or len(form) > _LONGEST:
        problem = _("a form is a few words of reports, {n} letters at most")
        raise UsageError(problem.format(n=_LONGEST))
    if id not in pack.parties:
        raise UsageError(_("the pack has no party '{name}'").format(name=id))
    if use not in USES:
        raise UsageError(_("'{use}' is no way to mean a party").format(use=use))
    if not why.strip():
        raise UsageError(_("an entry needs a reason"))
    with archive.writing() as connection:
        if any(e.withdrawn is None and words(e.form) == words(form) for e in all_entries(connection)):
            problem = _("there is an entry for “{form}” already; withdraw it first")
            raise UsageError(problem.format(form=form))
        row = {
            "n": next_number(connection, entries), "form": form, "id": id, "use": use, "who": storable(who),
            "when": now(), "why": storable(why), "decision": decision, "withdrawn": None,
        }  # fmt: skip
        connection.execute(entries.insert(), row)
        return _entry(connection.execute(select(entries).where(entries.c.n == row["n"])).one())


def withdraw_entry(archive: Archive, number: int) -> Entry:
    """Take an entry back; that it was there stays on record. Raises UsageError."""
    with archive.writing() as connection:
        which = entries.c.n == number, entries.c.withdrawn.is_(None)
        if not connection.execute(update(entries).where(*which).values(withdrawn=now())).rowcount:
            raise UsageError(_("there is no entry {n}, or it was withdrawn already").format(n=number))
        return _entry(connection.execute(select(entries).where(entries.c.n == number)).one())


def reports_with(archive: Archive, forms: Sequence[str]) -> list[str]:
    """The keys of the reports in which all words of one of these forms occur, in whatever order and spelling.

    Reports that are too long to be found by every word are among them.
    """
    reports = schema.reports
    found: set[str] = set()
    with archive.reading() as connection:
        long = reports.c.words >= REACH
        for form in forms:
            sought = tuple((Phrase((word,)),) for word in dict.fromkeys(locate(form).words))
            if not sought:
                raise UsageError(_("'{form}' has no word that could be found").format(form=form))
            matching = dialect.matching(connection, Query(sought))
            found.update(
                connection.scalars(select(reports.c.key).where(or_(reports.c.n.in_(matching), long)))
            )
    return sorted(found)


def _entry(row: Any) -> Entry:
    return Entry(*row)
