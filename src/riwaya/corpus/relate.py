"""Relating everything anew: lineage first, then what claims are about together."""

from __future__ import annotations

from riwaya.archive.archive import GENERATION, LINKED, Archive, set_fact
from riwaya.corpus.lineage import relate_reports
from riwaya.corpus.matters import relate_claims
from riwaya.corpus.progress import Teller, silent
from riwaya.i18n import gettext as _


def relate(archive: Archive, say: Teller = silent) -> None:
    """Relate the reports and claims of an archive, in one transaction; nothing where nothing changed.

    What comes out depends on what is kept and decided, not on the order in which it came. `say` is told what
    is being done. Raises ArchiveError.
    """
    if archive.is_linked():
        return
    generation = archive.fact(GENERATION)
    with archive.writing() as connection:
        say(_("finding copies"))
        relate_reports(connection, say)
        say(_("relating claims"))
        relate_claims(connection, say)
        set_fact(connection, LINKED, generation or "")
    archive.refresh_statistics()
