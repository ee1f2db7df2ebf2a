"""Two reports side by side: what they share, what differs, as it may leave."""

from datetime import UTC, datetime

import pytest

from questions.helpers import take_in
from riwaya.archive import Archive, schema
from riwaya.errors import UsageError
from riwaya.questions import Desk
from riwaya.questions.compared import Piece, compared

OLD = "وصلت قافلة إلى المعبر. قالت مصادر محلية إن الطريق مقطوع."
NEW = "عاجل. وصلت قافلة إلى المعبر. وأضافت المصادر أن الطريق فتح."
MOMENT = datetime(2021, 6, 1, tzinfo=UTC)


def joined(archive: Archive, kind: str, passages: str, new: str = NEW) -> Desk:
    take_in(archive, ("enab", "2021-05-03", OLD), ("sana", "2021-05-04", new))
    with archive.writing() as connection:
        row = {"report": 2, "of": 1, "kind": kind, "share": 0.5, "passages": passages}
        connection.execute(schema.copies.insert(), row)
    return Desk(archive, moment=MOMENT)


def keys(archive: Archive) -> tuple[str, str]:
    with archive.reading() as connection:
        first, second = connection.execute(schema.reports.select().order_by(schema.reports.c.n)).all()
    return first.key, second.key


def test_what_is_shared_and_what_stands_between(archive: Archive) -> None:
    start = NEW.index("وصلت")
    desk = joined(archive, "passage", f"[[{start},{start + 21},0,21]]")
    first, second = keys(archive)

    found = compared(desk, second, first)

    assert found is not None
    assert found.pieces == (
        Piece(False, "", "عاجل."),
        Piece(True, "وصلت قافلة إلى المعبر", "وصلت قافلة إلى المعبر"),
        Piece(False, OLD[21:].strip(), NEW[start + 21 :].strip()),
    )


def test_of_versions_only_the_changes(archive: Archive) -> None:
    desk = joined(archive, "revises", "[]", OLD.replace("مقطوع", "مفتوح"))
    first, second = keys(archive)

    found = compared(desk, second, first)

    assert found is not None
    assert found.pieces == (Piece(False, "مقطوع", "مفتوح"),)


def test_private_names_are_masked(archive: Archive) -> None:
    desk = joined(archive, "passage", "[]", "أعلن المرصد السوري مقتل الشاب نزار القادري في الرقة.")
    first, second = keys(archive)

    found = compared(desk, second, first)

    assert found is not None
    assert found.pieces
    assert "القادري" not in repr(found)


def test_nothing_joins_them(archive: Archive) -> None:
    desk = joined(archive, "passage", "[]")
    first, second = keys(archive)

    assert compared(desk, first, second) is None
    with pytest.raises(UsageError):
        compared(desk, "rffff", first)
