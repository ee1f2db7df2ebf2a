"""The pages, a module each; to add a room, list its router here and its door in `doors.py`."""

from riwaya.workbench.rooms import (
    add,
    audit,
    disputes,
    jobs,
    lineage,
    login,
    map,  # noqa: A004 - what the page is called
    matter,
    morning,
    people,
    question,
    report,
    sheet,
    timeline,
)

ROOMS = (
    add.router,
    audit.router,
    disputes.router,
    jobs.router,
    lineage.router,
    login.router,
    map.router,
    matter.router,
    morning.router,
    people.router,
    question.router,
    sheet.router,
    timeline.router,
    report.router,
)

__all__ = ["ROOMS"]
