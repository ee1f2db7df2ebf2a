"""The reports that a piece of long work took in."""

from __future__ import annotations

from sqlalchemy import select

from riwaya.archive import Archive, schema
from riwaya.workbench.jobs import Job

#: Reports that are named, of a folder of many.
_MOST = 50


def came_in(archive: Archive, job: Job) -> list[tuple[str, str | None]]:
    """The keys and titles of the reports that a job took in for the first time, in the order of its files."""
    if job.kind != "add" or not job.is_over:
        return []
    reports, batches = schema.reports, schema.batches
    since = select(batches.c.n).where(batches.c.started >= job.begun)
    # Others may take in reports at the same time: only files of this job's folder are its own.
    theirs = reports.c.source.startswith(f"{job.commands[0][1]}/", autoescape=True)
    wanted = (
        select(reports.c.key, reports.c.title)
        .where(reports.c.batch.in_(since), theirs, reports.c.redacted.is_(None))
        .order_by(reports.c.n)
        .limit(_MOST)
    )
    with archive.reading() as connection:
        return [(row.key, row.title) for row in connection.execute(wanted)]
