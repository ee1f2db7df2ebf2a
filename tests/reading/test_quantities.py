"""Quantities: text in; words, measure and bounds out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.lexicon.numbers import load_numbers
from riwaya.lexicon.quantities import load_quantities
from riwaya.lexicon.tables import LEXICON
from riwaya.lexicon.times import load_times
from riwaya.reading.draft import QuantityMention
from riwaya.reading.quantities import find_quantities
from riwaya.reading.times import find_times
from riwaya.text import Document, analyse

NUMBERS = load_numbers(LEXICON / "ar")
TIMES = load_times(LEXICON / "ar")
QUANTITIES = load_quantities(LEXICON / "ar")


def read(text: str) -> tuple[Document, tuple[QuantityMention, ...]]:
    document = analyse(text)
    times = find_times(document, None, TIMES, NUMBERS)
    return document, find_quantities(document, times, QUANTITIES, NUMBERS)


def found(text: str) -> list[tuple[str, str, int | None, int | None]]:
    document, mentions = read(text)
    return [(document.slice(m.span), m.measure, m.low, m.high) for m in mentions]


ONE = [
    # the noun tells the measure
    ("أسفر القصف عن 31 قتيلا", "31 قتيلا", "killed", 31, 31),
    ("أسفر القصف عن 31 قتيلا على الأقل", "31 قتيلا على الأقل", "killed", 31, None),
    ("وصل إلى المشفى خمسة شهداء", "خمسة شهداء", "killed", 5, 5),
    ("انتشلت الفرق 12 جثة", "12 جثة", "killed", 12, 12),
    ("نقل حوالى مائة جريح", "حوالى مائة جريح", "wounded", 100, 100),
    ("سجلت عشرات الإصابات", "عشرات الإصابات", "wounded", None, None),
    ("يضم السجن نحو ألفي معتقل", "نحو ألفي معتقل", "detained", 2000, 2000),
    ("ما زال 14 مفقودا تحت الركام", "14 مفقودا", "missing", 14, 14),
    ("استقبل المخيم 300 نازح", "300 نازح", "displaced", 300, 300),
    ("استقبل المخيم مئات الآلاف من النازحين", "مئات الآلاف من النازحين", "displaced", None, None),
    ("احتجزت الجماعة تسع رهائن", "تسع رهائن", "abducted", 9, 9),
    # what governs the number tells it
    ("مقتل 20 جنديا في كمين", "20 جنديا", "killed", 20, 20),
    ("قتل ثلاثة جنود أجانب", "ثلاثة جنود", "killed", 3, 3),
    ("استشهاد طفلين في القصف", "طفلين", "killed", 2, 2),
    ("أودى الهجوم بحياة 15 شخصا", "15 شخصا", "killed", 15, 15),
    ("لقي سبعة أشخاص مصرعهم", "سبعة أشخاص", "killed", 7, 7),
    ("إعدام أربعة شبان في الساحة", "أربعة شبان", "killed", 4, 4),
    ("قالت إن 17 مسلحا قتلوا", "17 مسلحا", "killed", 17, 17),
    ("مقتل سبعة رهائن في الغارة", "سبعة رهائن", "killed", 7, 7),
    ("سقوط 17 مدنيا في القصف", "17 مدنيا", "killed", 17, 17),
    ("إصابة عاملين بجروح", "عاملين", "wounded", 2, 2),
    ("أصيب عشرة بجروح", "عشرة", "wounded", 10, 10),
    ("وأصيب (32) آخرون", "(32) آخرون", "wounded", 32, 32),
    ("اختطاف 5 دبلوماسيين", "5 دبلوماسيين", "abducted", 5, 5),
    ("مقتل 17 نحالا في الكمين", "17 نحالا", "killed", 17, 17),
    ("نزوح آلاف البستانيين", "آلاف البستانيين", "displaced", None, None),
    ("مقتل ضابطي شرطة", "ضابطي", "killed", 2, 2),
    ("العثور على جثتي رجلين", "جثتي", "killed", 2, 2),
    ("انتشلوا جثث 17 آخرين", "17 آخرين", "killed", 17, 17),
    ("مقتل ما لا يقل عن جنديين", "ما لا يقل عن جنديين", "killed", 2, None),
    ("قتلت الشرطة مسلحين اثنين", "مسلحين اثنين", "killed", 2, 2),
    ("إصابة «9» أشخاص", "«9» أشخاص", "wounded", 9, 9),
    ("أصيب ثلاثة من الفريق الطبي", "ثلاثة من الفريق الطبي", "wounded", 3, 3),
    ("قالت إن ستة آخرين أصيبوا", "ستة آخرين", "wounded", 6, 6),
    ("قالت إن أكثر من ألفي لاجئ لقوا حتفهم", "أكثر من ألفي لاجئ", "killed", 2000, None),
    ("القتلى كثر وبينهم ثمانية أطفال", "ثمانية أطفال", "killed", 8, 8),
    ("حكمت المحكمة بإعدام عشرة متهمين", "عشرة متهمين", "other", 10, 10),
    ("تحرير 8 مختطفين", "8 مختطفين", "other", 8, 8),
    ("وعلى متنها نحو 224 راكبا", "نحو 224 راكبا", "other", 224, 224),
    ("أجبر القصف 300 شخص على النزوح", "300 شخص", "displaced", 300, 300),
    ("أكثر من 1500 مدرسة دمرت", "أكثر من 1500 مدرسة", "destroyed", 1500, None),
    ("أطلقت طائرتين مسيرتين", "طائرتين مسيرتين", "weapons", 2, 2),
    ("القبض على (14) متهما", "(14) متهما", "detained", 14, 14),
    ("قضى نحو ألفي شخص في البحر", "نحو ألفي شخص", "killed", 2000, 2000),
    ("تصفية أكثر من 100 مخرب", "أكثر من 100 مخرب", "killed", 100, None),
    ("وصل 40 طالب لجوء", "40 طالب لجوء", "displaced", 40, 40),
    ("أسر 4 جنود", "4 جنود", "detained", 4, 4),
    ("ويصيب اثنين منهم في الحقل", "اثنين منهم", "wounded", 2, 2),
    ("جرح أكثر من 240 آخرين", "أكثر من 240 آخرين", "wounded", 240, None),
    ("خطف التنظيم نحو 230 مدنيا", "نحو 230 مدنيا", "abducted", 230, 230),
    ("خطف 170 سنيا من البلدة", "170 سنيا", "abducted", 170, 170),
    ("اختطاف أربعة إيطاليين", "أربعة إيطاليين", "abducted", 4, 4),
    ("اعتقال 9 أشخاص عند الحاجز", "9 أشخاص", "detained", 9, 9),
    ("إلقاء القبض على ستة مهربين", "ستة مهربين", "detained", 6, 6),
    ("فقدان ثلاثة صيادين في البحر", "ثلاثة صيادين", "missing", 3, 3),
    ("نزوح أكثر من 10 آلاف أسرة", "أكثر من 10 آلاف أسرة", "displaced", 10000, None),
    ("تهجير مئات العائلات", "مئات العائلات", "displaced", None, None),
    ("إجلاء 45 مدنيا من الحي", "45 مدنيا", "evacuated", 45, 45),
    ("تدمير خمسة منازل", "خمسة منازل", "destroyed", 5, 5),
    ("احتراق ثلاث سيارات", "ثلاث سيارات", "destroyed", 3, 3),
    ("تدمير دبابتين للقوات المهاجمة", "دبابتين", "destroyed", 2, 2),
    ("الإفراج عن 13 أسيرا", "13 أسيرا", "other", 13, 13),
    ("إنقاذ شخصين من الغرق", "شخصين", "other", 2, 2),
    # fighters, weapons, money
    ("تضم المجموعة 19 مسلحا", "19 مسلحا", "fighters", 19, 19),
    ("دخل البلدة ثلاثة مقنعين", "ثلاثة مقنعين", "fighters", 3, 3),
    ("نشر مئات من المقاتلين حول القاعدة", "مئات من المقاتلين", "fighters", None, None),
    ("قدر عدد المقاتلين هناك بالآلاف", "الآلاف", "fighters", None, None),
    ("قصفت البلدة بأربعة صواريخ", "أربعة صواريخ", "weapons", 4, 4),
    ("عثر على عبوتين ناسفتين", "عبوتين", "weapons", 2, 2),
    ("يملك اللواء 83 دبابة", "83 دبابة", "weapons", 83, 83),
    ("بيع السلاح بمبلغ 50 ألف ريال", "50 ألف ريال", "money", 50000, 50000),
    ("بلغت الفدية 2.5 مليون دولار", "2.5 مليون دولار", "money", 2500000, 2500000),
    ("أنفقوا ملايين الدولارات", "ملايين الدولارات", "money", None, None),
    # the number, not the adjective behind it
    ("مقتل ثلاثة جنود أجانب على الأقل", "ثلاثة جنود", "killed", 3, None),
    ("مقتل 35 من عناصر الفصيل", "35 من عناصر", "killed", 35, 35),
    ("مقتل ما بين 20 و30 شخصا", "ما بين 20 و30 شخصا", "killed", 20, 30),
    ("مقتل أقل من عشرة أشخاص", "أقل من عشرة أشخاص", "killed", None, 10),
    ("وإصابة العشرات في السوق", "العشرات", "wounded", None, None),
    ("إصابة جنديان آخران", "جنديان", "wounded", 2, 2),
]


@pytest.mark.parametrize(("text", "words", "measure", "low", "high"), ONE, ids=[row[0] for row in ONE])
def test_one_quantity(text: str, words: str, measure: str, low: int | None, high: int | None) -> None:
    assert found(text) == [(words, measure, low, high)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مقتل 10 مدنيين وإصابة 17 آخرين", [("10 مدنيين", "killed", 10), ("17 آخرين", "wounded", 17)]),
        ("قتل خمسة أشخاص وأصيب سبعة", [("خمسة أشخاص", "killed", 5), ("سبعة", "wounded", 7)]),
        ("ومصرع وإصابة العشرات", [("العشرات", "killed", None), ("العشرات", "wounded", None)]),
        ("خلف القصف عشرات القتلى والجرحى",
         [("عشرات القتلى والجرحى", "killed", None), ("عشرات القتلى والجرحى", "wounded", None)]),
        ("خطف 170 رجلا وأكثر من 60 امرأة",
         [("170 رجلا", "abducted", 170), ("أكثر من 60 امرأة", "abducted", 60)]),
        ("مقتل 12 شخصا بينهم ثلاثة أطفال", [("12 شخصا", "killed", 12), ("ثلاثة أطفال", "killed", 3)]),
        ("سقط 9 قتلى و20 جريحا", [("9 قتلى", "killed", 9), ("20 جريحا", "wounded", 20)]),
        ("47 شخصا قتلوا وأصيب مئة آخرون", [("47 شخصا", "killed", 47), ("مئة آخرون", "wounded", 100)]),
        ("مقتل جنديين وتدمير 3 عربات", [("جنديين", "killed", 2), ("3 عربات", "destroyed", 3)]),
    ],
)  # fmt: skip
def test_several_quantities(text: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert [(words, measure, low) for words, measure, low, _ in found(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "اعتقل في 12 تموز 2015",
        "حكم عليه بالسجن عشر سنوات",
        "على بعد 50 كيلومترا من المدينة",
        "ارتفعت الأسعار 20 في المئة",
        "ارتفعت الأسعار 20% هذا العام",
        "فاز الفريق 2-1",
        "بموجب المادة 28 من الدستور",
        "حضر الجلسة 14 عضوا من أصل 18",
        "يعيش في البلدة 18 ألف شخص",
        "سيطرت على ثلاث قرى",
        "شنت الطائرات خمس غارات",
        "أكد خبيران عسكريان الخبر",
        "مقتل زعيم حركة طالبان",
        "أحد المدنيين قتل",
        "عدد من الجرحى",
        "لجأ إلى منطقة الـ55",
        "ضبط كميات كبيرة من الوقود",
        "ضبط 1231 شاحنا مقلدا",
        "خسر الفريق 5 فقط",
        "تنتج 3 ملايين برميل يوميا",
        "أسرة مكونة من 10 أشخاص",
        "إصدار حكم على طالبي لجوء",
        "خمسة بيوت من عائلة واحدة",
        "تماثل للشفاء 583",
        "نصب الكاميرات عبر 27 ورشة متخصصة",
        "العملية التي تمت بمشاركة 20 شخصا",
        "عدد الأسر المسجلة بلغ 491 ألف أسرة",
        "ارتفاع عدد السيارات إلى 95 ألفا",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert found(text) == []


def test_a_preliminary_toll_is_marked() -> None:
    _, mentions = read("مقتل 20 شخصا في حصيلة غير نهائية. وأصيب خمسة أشخاص.")
    assert [m.preliminary for m in mentions] == [True, False]


def test_a_toll_since_a_date_is_cumulative() -> None:
    _, mentions = read("مقتل 900 مدني منذ بداية الحملة. ومقتل مدنيين اثنين أمس. وعثر على 3 قذائف.")
    assert [m.scope for m in mentions] == ["cumulative", "incident", "unclear"]


def test_about_is_approximate_and_at_least_is_not() -> None:
    _, mentions = read("مقتل نحو 20 شخصا. مقتل أكثر من 20 شخصا. مقتل العشرات.")
    assert [m.approximate for m in mentions] == [True, False, True]


_WORDS = ["مقتل", "وإصابة", "20", "(", ")", "شخصا", "جريحا", "وجرح", "عشرات", "القتلى", "من", "بينهم",
          "جنديين", "أكثر من", "على الأقل", "و", "ألف", "ثلاثة", "دولار", "منهم", "-", "%", "\n",
          "تدمير", "منازل"]  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS), max_size=25))
def test_spans_lie_in_the_text_in_order(words: list[str]) -> None:
    document, mentions = read(" ".join(words))
    start = 0
    for mention in mentions:
        assert start <= mention.span.start < mention.span.end <= len(document.text)
        assert document.slice(mention.span).strip() == document.slice(mention.span)
        start = mention.span.start
