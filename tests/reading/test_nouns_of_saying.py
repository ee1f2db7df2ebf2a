"""Nouns of saying whose speaker is the genitive, in every frame in which reports put them."""

from __future__ import annotations

import pytest

from reading.slices import all_said
from riwaya.reading.reader import Reader

TELLER = "وزير الخارجية الفرنسي"
#: A noun, what leads in what is said, and what is said.
NOUNS = [
    ("دعوة", "إلى ", "عقد قمة عاجلة"),
    ("دعوة", "", "لعقد قمة عاجلة"),
    ("دعوات", "إلى ", "وقف القتال"),
    ("مطالب", "", "بفتح الطريق"),
    ("تأكيد", "", "أن الهدنة صامدة"),
    ("تأكيدات", "", "بأن الهدنة صامدة"),
    ("تحذير", "من ", "انهيار الهدنة"),
    ("تحذيرات", "من ", "انهيار الهدنة"),
    ("مخاوف", "من ", "انهيار الهدنة"),
    ("شكوك", "في ", "جدوى الهدنة"),
    ("مزاعم", "", "بأن الجسر دمر"),
    ("ادعاءات", "", "بأن الجسر دمر"),
    ("إعلان", "عن ", "انتهاء العملية"),
    ("إعلان", "", "أن العملية انتهت"),
    ("توقعات", "", "بانهيار الهدنة"),
    ("وعود", "", "بإعادة بناء الجسر"),
    ("تعهد", "", "بإعادة بناء الجسر"),
    ("تهديد", "", "بقصف الجسر"),
    ("تهديدات", "", "بقصف الجسر"),
    ("اعتراف", "", "بقصف الجسر"),
    ("إقرار", "", "بقصف الجسر"),
    ("توجيهات", "", "بفتح الطريق"),
    ("أوامر", "", "بفتح الطريق"),
    ("قول", "", "إن الهدنة صامدة"),
    ("تنديد", "", "بقصف الجسر"),
    ("انتقادات", "", "لقصف الجسر"),
    ("تلويح", "", "بقصف الجسر"),
    ("مقترح", "", "تمديد الهدنة"),
    ("اقتراح", "", "تمديد الهدنة"),
    ("كشف", "عن ", "مخطط لقصف الجسر"),
    ("إدانة", "", "قصف الجسر"),
    ("إدانة", "", "لقصف الجسر"),
    ("استنكار", "", "لقصف الجسر"),
    ("شجب", "", "قصف الجسر"),
    ("انتقاد", "", "قصف الجسر"),
    ("مناشدة", "", "بفتح الطريق"),
    ("مناشدة", "إلى ", "فتح الطريق"),
    ("توصية", "", "بفتح الطريق"),
    ("توعد", "", "بقصف الجسر"),
    ("إنكار", "", "قصف الجسر"),
    ("تكذيب", "", "قصف الجسر"),
    ("إصرار", "على ", "أن الهدنة صامدة"),
    ("اعتراض", "على ", "فتح الطريق"),
    ("تحفظ", "على ", "فتح الطريق"),
    ("اشتراط", "", "فتح الطريق"),
    ("تنصل", "من ", "الهدنة"),
]
FRAMES = [
    "ورحبت بغداد ب{n} {t} {p}{w}.",
    "وجاء ذلك بعد {n} {t} {p}{w}.",
    "وتأتي الزيارة رغم {n} {t} {p}{w}.",
    "وجاءت الزيارة بناء على {n} {t} {p}{w}.",
    "وردت بغداد على {n} {t} {p}{w}.",
    "وعقب {n} {t} {p}{w}، غادر الوفد المدينة.",
    "وردا على {n} {t} {p}{w}، قررت بغداد إغلاق المعبر.",
    "وبعد يوم من {n} {t} {p}{w}، أعلنت بغداد إغلاق المعبر.",
]
#: Nouns behind which من names who tells, where what is told follows من too.
FROM = ["تحذير", "تحذيرات", "مخاوف"]


def _said(reader: Reader, noun: str, text: str) -> list[tuple[str, str]]:
    told = all_said(reader.read(f"دارت معارك في المدينة أمس.\n\n{text}", published="2016-05-05"))
    return [(source or "", content) for cue, source, _, content in told if cue.endswith(noun)]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("noun", "leads", "words"), NOUNS, ids=[row[0] for row in NOUNS])
def test_noun_of_saying(reader: Reader, frame: str, noun: str, leads: str, words: str) -> None:
    text = frame.format(n=noun, t=TELLER, p=leads, w=words)
    assert _said(reader, noun, text) == [(TELLER, words)]


@pytest.mark.parametrize("noun", FROM)
@pytest.mark.parametrize("teller", [TELLER, "الأمم المتحدة", "الحكومة العراقية"])
def test_from_whom(reader: Reader, noun: str, teller: str) -> None:
    text = f"وجاء ذلك وسط {noun} من {teller} من انهيار الهدنة."
    assert _said(reader, noun, text) == [(teller, "انهيار الهدنة")]


#: Nouns of what somebody does, where they might be of what he says.
DEEDS = [
    "وأكد الوزير أن إصرار إسرائيل على قتل الأسرى جريمة.",
    "ويؤكد هذا مدى إصرار العدو السعودي على مواصلة حصار المدينة.",
    "ووصلت الفرق إلى المكان من أجل التحقيق وكشف ملابسات الحادث.",
    "وظلت القوات تلاحق المهربين تكشف مخططاتهم وتداهم أوكارهم وتبطل مفعول مؤامراتهم.",
    "وفر الطيار بعد اعتراض مسلحين ملثمين طريقه وأرغموه على مرافقتهم.",
    "وبدلا من اشتراط الحصول على موافقة القاضي يمكنهم أن يفتحوا الجسر.",
]


def test_circumstances_are_revealed(reader: Reader) -> None:
    said = all_said(reader.read("وكشف الوزير ملابسات الحادث."))
    assert [content for _, _, _, content in said] == ["ملابسات الحادث"]


def test_what_somebody_is_accused_of_is_no_saying(reader: Reader) -> None:
    said = all_said(reader.read("وحكمت المحكمة على سجين متهم بتهديد ضابط بالقتل."))
    assert [(cue, content) for cue, _, _, content in said] == [("متهم", "بتهديد ضابط بالقتل")]


@pytest.mark.parametrize("text", DEEDS)
def test_deeds_are_no_sayings(reader: Reader, text: str) -> None:
    said = all_said(reader.read(text))
    assert [cue for cue, _, _, _ in said if not cue.endswith(("أكد", "يؤكد"))] == []
