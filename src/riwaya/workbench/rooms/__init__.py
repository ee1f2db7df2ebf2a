"""The pages, a module each; to add a room, list its router here and its door in `doors.py`."""

from riwaya.workbench.rooms import add, deciding, item, jobs, morning, question, report

ROOMS = (
    morning.router,
    question.router,
    report.router,
    add.router,
    jobs.router,
    item.router,
    deciding.router,
)

__all__ = ["ROOMS"]
