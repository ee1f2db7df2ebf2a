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
    # what somebody comments on stands before the colon; a country where a body acts is where
    ("إغلاق الجسر والسد : وزير الري يعلق\nقال وزير الري التركي إن السد سليم.", [("قال", "وزير الري التركي", "turkey", "إن السد سليم")]),
    ("وزير الري: السد سليم\nأغلق الجسر أمس.", [(":", "وزير الري", "other", "السد سليم")]),
    ("فرنسا : الشرطة تحدد مكان السد\nقالت الشرطة الفرنسية إن السد سليم.", [("قالت", "الشرطة الفرنسية", "france", "إن السد سليم")]),
    # a number opens a subject
    ("3 محافظات تركية تعلن الحداد\nأغلق الجسر أمس.", [("تعلن", "3 محافظات تركية", "other", "الحداد")]),
    # on what occasion he speaks is no part of who he is
    ("وزير الري على هامش المؤتمر: السد سليم", [(":", "وزير الري", "other", "السد سليم")]),
    # the head of a post is parted over lines where it begins with an office or a body; news is none
    (
        "\n🔴\nالناطق باسم الجيش العراقي\nالعقيد سالم الورد:\nالسد سليم.\nالجسر مغلق.",
        [(":", "الناطق باسم الجيش العراقي\nالعقيد سالم الورد", "iraqi-forces", "السد سليم.\nالجسر مغلق")],
    ),
    (
        "\n🔴\nأمطار على السهل\nالجيش العراقي:\nالسد سليم.\nالجسر مغلق.",
        [(":", "الجيش العراقي", "iraqi-forces", "السد سليم.\nالجسر مغلق")],
    ),
    # the statement told of in a post is that of whoever heads it, until another issues one
    (
        "\n🔴\nالجيش الإيراني:\nالسد سليم.\nوأضاف البيان أن الجسر مغلق.\nوأكد البيان أن الطريق آمن.",
        [
            (":", "الجيش الإيراني", "iranian-army", "السد سليم.\nوأضاف البيان أن الجسر مغلق.\nوأكد البيان أن الطريق آمن"),
            ("وأضاف", "البيان", "iranian-army", "أن الجسر مغلق"),
            ("وأكد", "البيان", "iranian-army", "أن الطريق آمن"),
        ],
    ),
    (
        "\n🔴\nالجيش الإيراني:\nقالت حركة حماس في بيان إن السد سليم.\nوأضاف البيان أن الجسر مغلق.",
        [
            (":", "الجيش الإيراني", "iranian-army", "قالت حركة حماس في بيان إن السد سليم.\nوأضاف البيان أن الجسر مغلق"),
            ("قالت", "حركة حماس", "hamas", "إن السد سليم"),
            ("وأضاف", "البيان", "hamas", "أن الجسر مغلق"),
        ],
    ),
    # أن begins no sentence: it goes on with the line before; إن begins one
    (
        "\n🔴\nأعلن الجيش العراقي،\nأن السد سليم.\nوالجسر مغلق.",
        [("أعلن", "الجيش العراقي", "iraqi-forces", "أن السد سليم")],
    ),
    ("\n🔴\nأعلن الجيش العراقي،\nإن السد سليم.\nوالجسر مغلق.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), POSTS, ids=[row[0] for row in POSTS])
def test_who_speaks_in_a_post(reader: Reader, text: str, said: list[Said]) -> None:
    assert all_said(reader.read(text, published="2026-05-04")) == said


def test_a_report_in_one_line_is_no_post(reader: Reader) -> None:
    report = "اختلف رئيس البلدية عن غيره: كان السد سليما. " + "ومرت السنوات على المدينة وأهلها. " * 20
    assert all_said(reader.read(report)) == []
