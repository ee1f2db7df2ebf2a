"""The pages, a module each; to add a room, list its router here and its door in `doors.py`."""

from riwaya.workbench.rooms import (
    add,
    audit,
    jobs,
    lineage,
    login,
    map,  # noqa: A004 - what the page is called
    morning,
    people,
    question,
    report,
    sheet,
    timeline,
)

ROOMS = (
    morning.router,
    question.router,
    report.router,
    map.router,
    timeline.router,
    lineage.router,
    add.router,
    jobs.router,
    sheet.router,
    login.router,
    people.router,
    audit.router,
)

__all__ = ["ROOMS"]
