"""The pages, a module each; to add a room, list its router here and its door in `doors.py`."""

from riwaya.workbench.rooms import (
    add,
    addition,
    audit,
    deciding,
    disputes,
    item,
    jobs,
    layer,
    lineage,
    login,
    map,  # noqa: A004 - what the page is called
    matter,
    morning,
    people,
    question,
    report,
    review,
    sheet,
    timeline,
)

ROOMS = (
    add.router,
    addition.router,
    audit.router,
    deciding.router,
    disputes.router,
    item.router,
    jobs.router,
    layer.router,
    lineage.router,
    login.router,
    map.router,
    matter.router,
    morning.router,
    people.router,
    question.router,
    review.router,
    sheet.router,
    timeline.router,
    report.router,
)

__all__ = ["ROOMS"]
