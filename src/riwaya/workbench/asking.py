"""Questions as a form or a program asks them: the parameters of an address in, an answer out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from riwaya.archive import Archive
from riwaya.errors import FieldError
from riwaya.i18n import gettext as _
from riwaya.questions import Answer, Desk
from riwaya.questions.catalogue import QUESTIONS, Question
from riwaya.questions.understanding import filters_asked, understood
from riwaya.workbench.kept import kept
from riwaya.workbench.settings import Settings

#: Rows that a page has unless it is asked for more, and those that it has at most.
ROWS, MOST = 50, 1000
_LAST = 10_000_000


def archive_of(request: Request) -> Archive:
    """The archive that the workbench is on."""
    archive: Archive = request.app.state.archive
    return archive


def settings_of(request: Request) -> Settings:
    """What the workbench was told when it started."""
    settings: Settings = request.app.state.settings
    return settings


def asked(request: Request, question: Question, given: Mapping[str, Any]) -> Answer:
    """The answer to a question with what was typed, by name. Raises UsageError."""
    archive = archive_of(request)
    limit, offset = paging(given)
    typed = {name: value for name, value in given.items() if value not in (None, "")}
    with archive.reading() as connection:
        filters = filters_asked(connection, question.filters, typed, limit=limit, offset=offset)
        extras = {
            extra.name: _switched(typed.get(extra.name))
            if extra.kind == "switch"
            else understood(extra.name, extra.kind, typed.get(extra.name), connection)
            for extra in question.extras
            if not extra.is_local
        }

    def answer() -> Answer:
        return question.load()(Desk(archive), filters, **extras)

    if limit > ROWS or not question.holds:
        return answer()
    return kept(request, ("asked", question.name, filters, *extras.items()), answer)


def question_named(name: str) -> Question | None:
    """The question of this name, None where there is none."""
    return next((question for question in QUESTIONS if question.name == name), None)


def missing(question: Question, given: Mapping[str, Any]) -> list[str]:
    """The names of what a question must be told and was not."""
    return [extra.name for extra in question.extras if extra.metavar and not given.get(extra.name)]


def paging(given: Mapping[str, Any]) -> tuple[int, int]:
    """How many rows are wanted, and how many are passed over first. Raises UsageError."""
    return number(given, "limit", ROWS, 1, MOST), number(given, "offset", 0, 0, _LAST)


def number(given: Mapping[str, Any], name: str, usual: int, least: int, most: int) -> int:
    """A whole number that was typed, from `least` to `most`; `usual` where none was. Raises UsageError."""
    value = given.get(name)
    if value in (None, ""):
        return usual
    text = str(value)
    found = int(text) if text.isdecimal() and len(text) < 12 else -1
    if not least <= found <= most:
        problem = _("'{value}' is no number from {least} to {most}")
        raise FieldError(name, problem.format(value=value, least=least, most=most))
    return found


def _switched(value: Any) -> bool:
    return bool(value) and value not in ("0", "false")
