"""A page for every standing question: its form, its answer as a table, the same as CSV."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter, HTTPException
from starlette.requests import Request
from starlette.responses import Response

from riwaya.errors import UsageError
from riwaya.exchange.labels import MODES
from riwaya.i18n import language
from riwaya.questions.catalogue import Question
from riwaya.questions.names import names_of
from riwaya.questions.render import to_csv
from riwaya.questions.wording import held_back, word_of
from riwaya.workbench.asking import archive_of, asked, missing, paging, question_named
from riwaya.workbench.download import csv_file
from riwaya.workbench.rendering import page
from riwaya.workbench.tables import names_wanted, table_of
from riwaya.workbench.titles import EXTRAS, FILTERS, TITLES
from riwaya.workbench.wrong import status_of, wrong_in

router = APIRouter()


@router.get("/ask/{name}")
def question_page(request: Request, name: str) -> Response:
    """A question with its form, and its answer as a table."""
    question = question_named(name)
    if question is None:
        raise HTTPException(404)
    given = dict(request.query_params)
    answer, wrong = None, None
    try:
        answer = None if missing(question, given) else asked(request, question, given)
    except UsageError as error:
        wrong = wrong_in(error, {**FILTERS, **_asked_for(question)})
    if answer is not None and given.get("format") == "csv":
        return csv_file(name, to_csv(answer))
    table = None
    if answer is not None:
        with archive_of(request).reading() as connection:
            names = names_of(connection, names_wanted(answer), language())
        table = table_of(answer, names)
    rows, offset = (0, 0) if wrong else paging(given)
    # Who only opened the page did nothing wrong.
    status = status_of(wrong) if given.keys() - {"lang"} else 200
    return page(
        request, "question.html", status, question=question, title=TITLES[name], filters=FILTERS,
        extras=EXTRAS,
        narrowed=any(given.get(name) for name in question.filters),
        given=given, answer=answer, table=table, modes=_words("mode", sorted(MODES)),
        choices=lambda extra: _words(extra.name, extra.choices), word_of=word_of, wrong=wrong,
        rows=rows, offset=offset, held=held_back(answer.held_back) if answer and answer.held_back else "",
    )  # fmt: skip


def _asked_for(question: Question) -> dict[str, str]:
    return {extra.name: EXTRAS[extra.name] for extra in question.extras if not extra.is_local}


def _words(name: str, keys: Iterable[str]) -> list[tuple[str, str]]:
    """Choices with the words that people know them by."""
    return [(key, word_of(name, key)) for key in keys]
