"""Whether what relates claims across reports is up to date, for answers that rest on it."""

from __future__ import annotations

from riwaya.archive.archive import Archive
from riwaya.i18n import gettext as _


def stale_notes(archive: Archive) -> tuple[str, ...]:
    """What is to be said of an archive that changed since its claims were last related; else nothing."""
    if archive.is_linked():
        return ()
    return (_("The archive changed since claims were last related: copies and matters may be missing."),)
