"""What long work is called, in the language of whoever looks at it."""

from __future__ import annotations

from riwaya.i18n import gettext as _
from riwaya.i18n import ngettext
from riwaya.workbench.jobs import Job


def called(job: Job) -> str:
    """What a piece of work is called."""
    if job.kind == "add":
        n = int(job.title)
        return ngettext("Adding {n} file", "Adding {n} files", n).format(n=n)
    if job.kind == "layer":
        return _("Reading again what has “{form}”").format(form=job.title)
    return _("Writing the coding sheet") if job.kind == "sheet" else _("Relating the reports")
