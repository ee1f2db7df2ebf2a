"""What may not leave yet is missing from a page, and the page says so."""

from datetime import UTC, datetime

import pytest

from questions.helpers import rows, take_in
from riwaya.archive import Archive
from riwaya.questions import Answer, Desk, Filters
from riwaya.questions.accusations import accusations
from riwaya.questions.control import control
from riwaya.questions.requests import requests

TADMUR = "geonames:163808"
EARLY, LATE = datetime(2015, 7, 21, tzinfo=UTC), datetime(2015, 8, 21, tzinfo=UTC)
PRESENT = ("okaz", "2015-07-20", "قالت مصادر محلية إن قوات تركية موجودة في سوريا.")
BLAMED = ("sana", "2015-07-20", "اتهمت روسيا تركيا بإدخال قوات إلى سوريا.")


def presence(desk: Desk) -> Answer:
    return control(desk, Filters(), "world:sy", presence=True)


@pytest.mark.parametrize(("moment", "shown", "held"), [(EARLY, 0, 1), (LATE, 1, 0)])
def test_a_young_presence_is_held_back(archive: Archive, moment: datetime, shown: int, held: int) -> None:
    take_in(archive, PRESENT)

    answer = presence(Desk(archive, moment=moment))

    assert (len(answer.lines), answer.held_back, answer.total) == (shown, held, 1)
