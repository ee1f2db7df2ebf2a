"""Who asked whom for what, and what came of it."""

import pytest

from questions.helpers import rows, take_in
from riwaya.archive import Archive
from riwaya.questions import Desk, Filters
from riwaya.questions.requests import requests

ASKED = (
    ("okaz", "2015-07-22", "طالبت فرنسا روسيا بوقف القصف على إدلب. ورفضت روسيا وقف القصف."),
    ("alwatan", "2015-07-23", "دعت الأمم المتحدة تركيا إلى فتح المعبر أمام المساعدات."),
)
CELLS = ("asker", "asked", "wish", "answer", "answerer", "answered", "answers")


def test_requests_stand_with_their_answers_newest_first(archive: Archive) -> None:
    take_in(archive, *ASKED)

    answer = requests(Desk(archive), Filters())

    assert rows(answer, *CELLS) == [
        (("united-nations",), ("turkey",), "CONCEDE", None, None, None, 0),
        (("france",), ("russia",), "RETREAT", "REJECT", ("russia",), "2015-07-22", 1),
    ]
    asked, refused = answer.lines[1].evidence
    assert "طالبت فرنسا" in asked.quotation
    assert "رفضت روسيا" in refused.quotation


@pytest.mark.parametrize(
    ("filters", "only_open", "askers"),
    [
        (Filters(), True, ["united-nations"]),
        (Filters(party="russia"), False, ["france"]),
        (Filters(mode="ceasefire"), False, ["france"]),
        (Filters(place="geonames:169389"), False, ["france"]),
        (Filters(since="2015-07-23"), False, ["united-nations"]),
        (Filters(outlet="alriyadh"), False, []),
    ],
)
def test_narrowed(archive: Archive, filters: Filters, only_open: bool, askers: list[str]) -> None:
    take_in(archive, *ASKED)

    answer = requests(Desk(archive), filters, open=only_open)

    assert rows(answer, "asker") == [((asker,),) for asker in askers]
    assert answer.total == len(askers)
