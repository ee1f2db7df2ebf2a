"""The pages, a module each; to add a room, list its router here and its door in `doors.py`."""

from riwaya.workbench.rooms import (
    add,
    addition,
    deciding,
    item,
    jobs,
    layer,
    morning,
    question,
    report,
    review,
    sheet,
)

ROOMS = (
    morning.router,
    question.router,
    report.router,
    add.router,
    jobs.router,
    sheet.router,
    item.router,
    addition.router,
    deciding.router,
    layer.router,
    review.router,
)

__all__ = ["ROOMS"]
