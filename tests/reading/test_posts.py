"""Posts of one line, which name their speaker before a colon."""

from __future__ import annotations

import pytest

from reading.slices import Said, all_said
from riwaya.reading.reader import Reader

POSTS: list[tuple[str, list[Said]]] = [
    # a post that is all headline is one
    ("إعلام غربي: السد سليم", [(":", "إعلام غربي", "media-sources", "السد سليم")]),
    ("المحلل العسكري سالم الورد: السد سليم.", [(":", "المحلل العسكري سالم الورد", "other", "السد سليم")]),
    ("قناة نبأ: السد سليم", [(":", "قناة نبأ", "other", "السد سليم")]),
    ("بيانات ملاحية: السد سليم", [(":", "بيانات ملاحية", "other", "السد سليم")]),
    ("الموقع: مدينة النهر", []),
    ("المجموعة الأولى: هولندا وفرنسا", []),
    ("عدن: وصلت طائرة إغاثية", []),
    ("نظام القبة: صواريخ جديدة", []),
    # sources tell a medium that no list has
    ("مصدر لنبأ: السد سليم", [("لنبأ:", "مصدر", "unnamed-sources", "السد سليم")]),
    ("مصدر أمني لنبأ: السد سليم", [("لنبأ:", "مصدر أمني", "military-sources", "السد سليم")]),
    ("مصدر لبناني: السد سليم", [(":", "مصدر لبناني", "unnamed-sources", "السد سليم")]),
    # a listed speaker stands behind what a line leads with; something else does not
    ("بعد إغلاق السد.. ترامب: السد سليم", [(":", "ترامب", "united-states", "السد سليم")]),
    ("كسب الجولة ثلاث مرات.. الأولى: في المدينة", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), POSTS, ids=[row[0] for row in POSTS])
def test_who_speaks_in_a_post(reader: Reader, text: str, said: list[Said]) -> None:
    assert all_said(reader.read(text, published="2026-05-04")) == said


def test_a_report_in_one_line_is_no_post(reader: Reader) -> None:
    report = "اختلف رئيس البلدية عن غيره: كان السد سليما. " + "ومرت السنوات على المدينة وأهلها. " * 20
    assert all_said(reader.read(report)) == []
