"""Who asked whom for what, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select

from riwaya.archive import schema
from riwaya.i18n import gettext
from riwaya.i18n import mark as _
from riwaya.questions.answer import Answer, Cell, Column, Line, evidence_of, who
from riwaya.questions.columns import MODE, OUTLET, PUBLISHED, QUOTATION, empty_notes, source_of
from riwaya.questions.desk import Desk
from riwaya.questions.filters import Filters, conditions_about
from riwaya.questions.linked import sources_of
from riwaya.questions.paging import page
from riwaya.release import Told

COLUMNS = (
    Column("asker", _("who asked"), "ids"),
    Column("asked", _("asked of"), "ids"),
    Column("wish", _("for what"), "label"),
    MODE,
    PUBLISHED,
    OUTLET,
    Column("answer", _("answer"), "label"),
    Column("answerer", _("who answered"), "ids"),
    Column("answered", _("answered on"), "day"),
    Column("answers", _("number of answers"), "number"),
    QUOTATION,
    Column("answer_words", _("words of the answer"), "words"),
)


def requests(desk: Desk, filters: Filters, *, open: bool = False) -> Answer:  # noqa: A002 - what it is called
    """Requests, newest first, each with the last answer that is linked to it, in its report or another.

    With `open` only those to which no answer is found, which is not to say that none was given. Requests
    by nobody for nothing are left out. Place and mode may be those of what is asked for.
    """
    claims = schema.claims
    where = [claims.c.type == "REQUEST", or_(claims.c.agents != "", claims.c.theme.is_not(None))]
    if open:
        where += _unanswered()
    with desk.archive.reading() as connection:
        where += conditions_about(desk.fitting(connection, filters))
        rows, total = page(connection, where, filters, columns=[claims.c.theme])
        themes = {row.n: row.theme for row in rows}
        numbers = [n for pair in themes.items() for n in pair if n is not None]
        told = {each.n: each for each in desk.tell(connection, numbers, filters.place)[0]}
        answers = sources_of(connection, numbers, "answers")
        answering = sorted({n for found in answers.values() for n in found})
        known = {each.n: each for each in desk.tell(connection, answering)[0]}
    lines = []
    for request, theme in themes.items():
        if {request, theme} - {None} <= told.keys():
            found = dict.fromkeys([*answers.get(request, ()), *answers.get(theme, ())])
            lines.append(_line(told[request], told.get(theme), [known[n] for n in found if n in known]))
    return Answer("requests", COLUMNS, tuple(lines), total, len(rows) - len(lines), _notes(total))


def _unanswered() -> list[ColumnElement[bool]]:
    links, claims = schema.links, schema.claims
    answered = select(links.c.target).where(links.c.relation == "answers")
    return [
        claims.c.n.not_in(answered),
        or_(claims.c.theme.is_(None), claims.c.theme.not_in(answered)),
    ]


def _line(told: Told, theme: Told | None, answers: Sequence[Told]) -> Line:
    last = max(answers, key=lambda each: each.day or "", default=None)
    cells: tuple[Cell, ...] = (
        who(told.agents) or source_of(told),
        who([*told.patients, *told.recipients]),
        theme.type if theme else told.theme,
        theme.mode if theme else None,
        told.day,
        (told.outlet,),
        last.type if last else None,
        (who(last.agents) or source_of(last)) if last else None,
        last.day if last else None,
        len(answers),
        told.quotation,
        last.quotation if last else None,
    )
    return Line(cells, evidence_of([told, *answers]))


def _notes(total: int) -> tuple[str, ...]:
    if not total:
        advice = gettext("Try without a mode, or answered ones too; a search finds reports by their words.")
        return empty_notes(total, advice)
    return (gettext("No answer here means that none was found, not that none was given."),)
