"""Headlines that say more than their reports."""

import pytest

from questions.helpers import rows, take_in
from riwaya.archive import Archive
from riwaya.questions import Desk, Filters
from riwaya.questions.headlines import headlines

ATTRIBUTED = "روسيا تقصف مستشفى في إدلب\nقالت مصادر محلية إن روسيا قصفت مستشفى في إدلب يوم السبت."
HEDGED = "روسيا قصفت سوقا في حماة\nزعمت المعارضة السورية أن روسيا ربما قصفت سوقا في حماة."
HONEST = "مصادر محلية: روسيا قصفت مستشفى في إدلب\nقالت مصادر محلية إن روسيا قصفت مستشفى في إدلب يوم السبت."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ATTRIBUTED, [(("asserts",), "CT+", "CT+", ("local-sources",))]),
        (HEDGED, [(("asserts", "surer"), "CT+", "PS+", ("syrian-opposition",))]),
        (HONEST, []),
    ],
)
def test_a_headline_is_held_against_its_report(
    archive: Archive, text: str, found: list[tuple[object, ...]]
) -> None:
    take_in(archive, ("okaz", "2015-07-26", text))

    answer = headlines(Desk(archive), Filters())

    assert rows(answer, "difference", "headline_factuality", "factuality", "source") == found
    assert answer.total == len(found)


def test_both_wordings_are_evidence(archive: Archive) -> None:
    take_in(archive, ("okaz", "2015-07-26", HEDGED))

    ((head, body),) = rows(headlines(Desk(archive), Filters()), "headline", "quotation")

    assert "ربما" not in str(head)
    assert "ربما" in str(body)


def test_narrowed(archive: Archive) -> None:
    take_in(archive, ("okaz", "2015-07-26", ATTRIBUTED), ("sana", "2015-07-27", HEDGED))

    desk = Desk(archive)

    assert rows(headlines(desk, Filters(limit=1)), "outlet") == [(("sana",),)]
    assert headlines(desk, Filters(limit=1)).total == 2
    assert rows(headlines(desk, Filters(outlet="okaz")), "outlet") == [(("okaz",),)]
    assert headlines(desk, Filters(until="2015-07-25")).notes[0] == "Nothing in this archive fits."
