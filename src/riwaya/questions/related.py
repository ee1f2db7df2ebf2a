"""What is to be said of answers that rest on what relates reports: what is missing behind them."""

from __future__ import annotations

from sqlalchemy import Connection

from riwaya.archive.archive import Archive
from riwaya.corpus.tellings import last_pack, register_for
from riwaya.i18n import gettext as _


def pack_notes(connection: Connection) -> tuple[str, ...]:
    """What is to be said where the pack is not found by which the reports were read last; else nothing."""
    pack = last_pack(connection)
    if pack is None or register_for(connection).parties:
        return ()
    problem = _("The pack {pack} of these readings is not found: camps and interests are not known.")
    remedy = _("If it moved, have the reports read again with it.")
    return (f"{problem.format(pack=pack)} {remedy}",)


def stale_notes(archive: Archive) -> tuple[str, ...]:
    """What is to be said of an archive that changed since its claims were last related; else nothing."""
    if archive.is_linked():
        return ()
    return (_("The archive changed since claims were last related: copies and matters may be missing."),)
