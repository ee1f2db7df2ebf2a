"""The pages, a module each; to add a room, list its router here and its door in `doors.py`."""

from riwaya.workbench.rooms import add, disputes, jobs, matter, morning, question, report, sheet

ROOMS = (
    morning.router,
    disputes.router,
    matter.router,
    question.router,
    report.router,
    add.router,
    jobs.router,
    sheet.router,
)

__all__ = ["ROOMS"]
