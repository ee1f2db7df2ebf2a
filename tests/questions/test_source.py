"""Whom an outlet relays, in which words it speaks of whom, and who quotes a party."""

from datetime import UTC, datetime
from typing import Any

import pytest

from corpus.told import Told
from questions.helpers import rows, take_in
from riwaya.archive import Archive, schema
from riwaya.errors import UsageError
from riwaya.questions import Answer, Desk, Filters
from riwaya.questions.source import source
from riwaya.release import Guard, Veil

TOLD = (
    (
        "shaam",
        "2016-03-01",
        "قال المرصد السوري إن قوات النظام قصفت مدينة دوما. وأكد المرصد السوري مقتل 3 مدنيين.",
    ),
    ("shaam", "2016-03-02", "زعمت روسيا أن طائراتها لم تقصف دوما. وانسحبت قوات النظام من البلدة."),
    ("sana", "2016-03-02", "قالت روسيا إن الجيش السوري سيطر على بلدة دوما."),
)


def section(answer: Answer, name: str, *cells: str) -> list[tuple[Any, ...]]:
    """The cells of the lines about one thing."""
    return [row[1:] for row in rows(answer, "about", *cells) if row[0] == name]


def test_an_outlet_s_origins_are_counted_with_acts_and_distance(archive: Archive) -> None:
    take_in(archive, *TOLD)

    answer = source(Desk(archive), Filters(), "shaam")

    relayed = section(answer, "relays", "who", "distancing")
    assert (("russia",), 1) in relayed
    assert {who for who, _distance in relayed} == {("sohr",), ("russia",), ("shaam",)}
    assert sum(share for (share,) in section(answer, "relays", "share")) == pytest.approx(100, abs=0.3)
    assert all(line.evidence for line in answer.lines if line.cells[0] == "relays")


def test_its_words_for_a_party_are_counted(archive: Archive) -> None:
    take_in(archive, *TOLD)

    answer = source(Desk(archive), Filters(party="syrian-government"), "shaam")

    assert section(answer, "calls", "who", "words", "count", "share") == [
        (("syrian-government",), "قوات النظام", 2, 100.0)
    ]


def test_shared_text_is_counted_both_ways(archive: Archive) -> None:
    take_in(archive, *TOLD)
    with archive.writing() as connection:
        row = {"report": 3, "of": 1, "kind": "partial", "share": 0.6, "passages": "[]"}
        connection.execute(schema.copies.insert(), row)
        connection.execute(schema.copies.insert(), {**row, "of": 2, "kind": "cites"})

    taken = section(source(Desk(archive), Filters(), "sana"), "took", "who", "count")
    given = section(source(Desk(archive), Filters(), "shaam"), "gave", "who", "count")

    assert (taken, given) == ([(("shaam",), 1)], [(("sana",), 1)])


def test_a_party_is_quoted_by_outlets(archive: Archive) -> None:
    take_in(archive, *TOLD)

    answer = source(Desk(archive), Filters(), "روسيا")

    assert sorted(section(answer, "quoted", "who")) == [(("sana",),), (("shaam",),)]
    assert source(Desk(archive), Filters(until="2016-03-01"), "russia").total == 0


def test_nobody_of_that_name_is_said(archive: Archive) -> None:
    Told(archive)

    with pytest.raises(UsageError, match="no party 'نجمة الصباح'"):
        source(Desk(archive), Filters(), "نجمة الصباح")


def test_a_line_without_a_claim_that_may_leave_is_left_out(archive: Archive) -> None:
    take_in(archive, ("shaam", "2016-03-01", "قالت مصادر محلية إن قوات تركية موجودة في مدينة تدمر."))
    early = Desk(archive, moment=datetime(2016, 3, 2, tzinfo=UTC))
    late = Desk(archive, moment=datetime(2016, 4, 2, tzinfo=UTC))

    assert (source(early, Filters(), "shaam").lines, source(early, Filters(), "shaam").total) == ((), 0)
    answer = source(late, Filters(), "shaam")
    assert answer.lines
    assert all(line.evidence for line in answer.lines)


def test_words_for_somebody_leave_by_the_gate(archive: Archive) -> None:
    take_in(archive, *TOLD)
    words = "قوات النظام"
    start = TOLD[1][2].index(words)
    guard = Guard((Veil(start, start + len(words), "name"),))
    with archive.writing() as connection:
        connection.execute(schema.reports.update().values(guard=guard.dump()))

    answer = source(Desk(archive), Filters(party="syrian-government"), "shaam")

    assert ("[name withheld]",) in section(answer, "calls", "words")
    assert words not in str([line.cells for line in answer.lines])
