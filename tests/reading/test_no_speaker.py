"""What stands where a speaker would and is none: things, deeds, clauses, measures."""

from __future__ import annotations

import pytest

from reading.slices import all_said
from riwaya.reading.reader import Reader

#: A sentence, and of each of its attributions the cue, who is named as speaking, if anybody, and the content.
SPOKEN: list[tuple[str, list[tuple[str, str | None, str]]]] = [
    # a noun with a proclitic before its verb is no subject
    ("وبهذه المناسبة، أكد السفير حرص البلدين على التعاون.", [("أكد", "السفير", "حرص البلدين على التعاون")]),
    ("ولضمان سلامة السد، أكد الوزير على تعزيز الحراسة.", [("أكد", "الوزير", "تعزيز الحراسة")]),
    ("وقامت الوكالة بنشر مقاطع تظهر الضحايا في القرية.", [("تظهر", "مقاطع", "الضحايا في القرية")]),
    ("هاجم الحزب الحكومة لأنها تعتبر أن السد سليم.", [("تعتبر", None, "أن السد سليم")]),
    ("بعض النواب يؤكدون أن السد سليم.", [("يؤكدون", "بعض النواب", "أن السد سليم")]),
    ("بحث جديد يكشف أن السد سليم.", [("يكشف", "بحث جديد", "أن السد سليم")]),
    ("بلير أكد أن السد سليم.", [("أكد", "بلير", "أن السد سليم")]),
    # أمر is an order with its adjective
    ("صدر أمر ملكي يقضي بفتح السد.", [("يقضي", "أمر ملكي", "بفتح السد")]),
    # neither a pronoun with its preposition nor where and as what he speaks is a speaker
    ("وتساءل باستنكار الأستاذ سالم الورد: هل السد سليم؟", [("وتساءل", "الأستاذ سالم الورد", "هل السد سليم")]),
    ("وأكدت الدكتورة منى الورد في بيانها أن السد سليم.", [("وأكدت", "الدكتورة منى الورد", "أن السد سليم")]),
    ("وقالت منى الورد التي حضرت إن السد سليم.", [("وقالت", "منى الورد التي حضرت", "إن السد سليم")]),
    ("وطلب مني تقديم المساعدة.", [("وطلب", None, "تقديم المساعدة")]),
    ("طلب منا الطرفان وقف القتال.", [("طلب", "الطرفان", "وقف القتال")]),
    ("وصرح قبلها بأنهم أحصوا ثمانية قتلى.", [("وصرح", None, "بأنهم أحصوا ثمانية قتلى"), ("أحصوا", None, "ثمانية قتلى")]),
    ("ويطالب بصفته مكتبا دوليا بفتح السد.", [("ويطالب", None, "بفتح السد")]),
    ("وقال الناطق باسمها إن السد سليم.", [("وقال", "الناطق باسمها", "إن السد سليم")]),
    ("يظهر لجميع السكان أن السد سليم.", [("يظهر", None, "أن السد سليم")]),
    ("وكشف أول مرة عن السد.", [("وكشف", None, "السد")]),
    ("أكد لأول مرة أن السد سليم.", [("أكد", None, "أن السد سليم")]),
    ("ورفض المحتجون فكرة العودة.", [("ورفض", "المحتجون", "فكرة العودة")]),
    ("رفض برلمانيون عراقيون موضوع الزيادة.", [("رفض", "برلمانيون عراقيون", "موضوع الزيادة")]),
    # nor what is somebody's own, an object, or another clause
    ("وأعلنت إدارته أن السد سليم.", [("وأعلنت", "إدارته", "أن السد سليم")]),
    ("وأعلن اتحاده أن السد سليم.", [("وأعلن", "اتحاده", "أن السد سليم")]),
    ("وقالت زوجته إن السد سليم.", [("وقالت", "زوجته", "إن السد سليم")]),
    ("ونشرت خبرا مفاده أن السد سليم.", [("ونشرت", None, "أن السد سليم")]),
    ("وأكد وليد أن السد سليم.", [("وأكد", "وليد", "أن السد سليم")]),
    ("وقال وولتر إن السد سليم.", [("وقال", "وولتر", "إن السد سليم")]),
    # I wonder is said by nobody; what something emerges from stands behind خلال
    ("هل يعود السلام يا ترى إلى البلاد؟", []),
    ("وهي ترى أن السد سليم.", [("ترى", None, "أن السد سليم")]),
    ("تبين من خلال أعمال البحث أن السد سليم.", [("تبين من خلال", "أعمال البحث", "أن السد سليم")]),
    # نقلا is nobody before a colon
    ("نقلا عن الوزير : سيفتح السد غدا.", [("نقلا عن", "الوزير", "سيفتح السد غدا")]),
    # measures and names are no account, and وحسب before what is rather so means only
    ("توزع المساعدات وفق التسمية المحلية للقرى.", []),
    ("توزع المساعدات وفق ممارسات معروفة.", []),
    ("توزع المساعدات وفق تقرير الوزارة.", [("وفق", "تقرير الوزارة", "توزع المساعدات")]),
    ("ليس هنا وحسب وإنما في كل البلاد.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SPOKEN, ids=[row[0] for row in SPOKEN])
def test_who_is_no_speaker(reader: Reader, text: str, said: list[tuple[str, str | None, str]]) -> None:
    assert [(cue, source, content) for cue, source, _, content in all_said(reader.read(text))] == said


def test_what_is_somebodys_own_does_not_speak(reader: Reader) -> None:
    said = all_said(reader.read("ثم أعلنت استقلالها عن روسيا."))
    assert [(cue, source) for cue, source, _, _ in said] == [("أعلنت", None)]


#: A sentence, and who speaks in it and for whom: whom somebody calls upon stands beside him.
ASKED: list[tuple[str, str, str]] = [
    ("طالب المجلس الرئيس الأميركي بالاعتذار.", "المجلس", "other"),
    ("دعت المملكة الحكومة السورية إلى الحوار.", "المملكة", "saudi-arabia"),
    ("طالبت اللجنة الحكومة التركية بالاعتذار.", "اللجنة", "other"),
    ("طالبت المخابرات البحرية الأميركية بالاعتذار.", "المخابرات البحرية الأميركية", "united-states"),
    ("طالب المجلس الأعلى الإيراني بالاعتذار.", "المجلس الأعلى الإيراني", "iran"),
    ("ودعت المديرية الأخوة اليمنيين إلى الهدوء.", "المديرية", "other"),
    ("ودعا العميد الورد الأشقاء اليمنيين إلى الهدوء.", "العميد الورد", "other"),
    ("ودعا التعميم الوزاري اللجان المحلية إلى الهدوء.", "التعميم الوزاري", "other"),
]


@pytest.mark.parametrize(("text", "source", "actor"), ASKED, ids=[row[0] for row in ASKED])
def test_who_is_called_upon_does_not_speak(reader: Reader, text: str, source: str, actor: str) -> None:
    assert [(said[1], said[2]) for said in all_said(reader.read(text))] == [(source, actor)]
