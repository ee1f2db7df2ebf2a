"""Explicit citations led to the report that is cited."""

import pytest

from archive.reports import ready
from corpus.copied import relate, rows, take_in
from riwaya.archive import Archive

WIRE = (
    "قال مسؤول إن القوات السورية انسحبت من المعبر الشمالي وسلمت إدارته إلى لجنة مدنية بعد إغلاق دام سبعة أشهر. "
    "وأضاف أن فرقا فنية بدأت إصلاح الطريق."
)
CITING = (
    "نقلت وكالة رويترز عن مسؤول قوله إن القوات السورية انسحبت من المعبر الشمالي وسلمت إدارته إلى لجنة مدنية."
)
OTHER = "قال تجار في العاصمة إن أسعار الخبز ارتفعت مجددا وإن طوابير طويلة تشكلت أمام الأفران منذ الفجر."


@pytest.mark.parametrize(
    ("outlet", "published", "text", "is_found"),
    [
        pytest.param("reuters", "2021-05-03", WIRE, True, id="the report"),
        pytest.param("رويترز", "2021-05-02", WIRE, True, id="its outlet by name"),
        pytest.param("reuters", "2021-05-03", OTHER, False, id="another report of the outlet"),
        pytest.param("reuters", "2021-04-20", WIRE, False, id="too long before"),
        pytest.param("reuters", "2021-05-05", WIRE, False, id="later"),
        pytest.param("afp", "2021-05-03", WIRE, False, id="another outlet"),
        pytest.param("reuters", None, WIRE, False, id="without a date"),
    ],
)
def test_a_citation_leads_to_the_report_of_that_outlet_that_says_it(
    archive: Archive, outlet: str, published: str | None, text: str, *, is_found: bool
) -> None:
    citing, cited = ready(CITING, "enab", "2021-05-04"), ready(text, outlet, published)
    take_in(archive, [citing, cited])
    relate(archive)
    found = {(report, of) for report, of, kind, _, _ in rows(archive) if kind == "cites"}
    assert found == ({(citing.report["key"], cited.report["key"])} if is_found else set())
