"""Everyday ways of saying that somebody said it: who speaks, to whom, through whom, and what."""

from __future__ import annotations

import pytest

import riwaya
from riwaya.reading.reader import Reader

Said = tuple[str, str | None, str, str]

SENTENCES: list[tuple[str, list[Said]]] = [
    # whose account it is stands first, and somebody says something in it
    (
        "وبحسب الصحيفة طالب الوزير بوقف البناء إلى الغد.",
        [
            ("وبحسب", "الصحيفة", "other", "طالب الوزير بوقف البناء إلى الغد"),
            ("طالب", "الوزير", "other", "بوقف البناء إلى الغد"),
        ],
    ),
    (
        "وبحسب بيان للنادي أكد الورد أن السد سليم إلى الآن.",
        [
            ("وبحسب", "بيان للنادي", "other", "أكد الورد أن السد سليم إلى الآن"),
            ("أكد", "الورد", "other", "أن السد سليم إلى الآن"),
        ],
    ),
    # who is spoken to stands beside who speaks
    (
        "وطالبت المنظمة السلطات بفتح السد.",
        [("وطالبت", "المنظمة", "other", "بفتح السد")],
    ),
    ("حث الأمين العام الأطراف على فتح السد.", [("حث", "الأمين العام", "other", "فتح السد")]),
    ("طالب الحزب الحاكم بفتح السد.", [("طالب", "الحزب الحاكم", "other", "بفتح السد")]),
    (
        "ناشدت اللجنة الدولية للصليب الأحمر الأطراف السماح بإدخال الدواء.",
        [("ناشدت", "اللجنة الدولية للصليب الأحمر", "icrc", "السماح بإدخال الدواء")],
    ),
    # media that pass on what somebody said
    (
        "ونسبت الوكالة إلى مصدر عسكري قوله إن السد سليم.",
        [("ونسبت", "الوكالة", "other", "إن السد سليم"), ("قوله", "مصدر عسكري", "military-sources", "إن السد سليم")],
    ),
    (
        "قال الورد إن السد سليم. ونقلت عنه وكالة رويترز قوله إن الجسر مغلق.",
        [
            ("قال", "الورد", "other", "إن السد سليم"),
            ("ونقلت", "وكالة رويترز", "reuters", "إن الجسر مغلق"),
            ("قوله", None, "other", "إن الجسر مغلق"),
        ],
    ),
    (
        "وذكرت الصحيفة نقلا عن مصادر عسكرية أن السد سليم.",
        [
            ("وذكرت", "الصحيفة", "other", "أن السد سليم"),
            ("نقلا عن", "مصادر عسكرية", "military-sources", "أن السد سليم"),
        ],
    ),
    # pictures say nothing: who shows them does
    (
        "وبثت قناة العربية صورا قالت إنها للسد.",
        [("قالت", None, "al-arabiya", "إنها للسد")],
    ),
    ("تحدثت تقارير عن فتح السد.", [("تحدثت", "تقارير", "unnamed-sources", "فتح السد")]),
    # a document of which the sentence before tells who issued it
    (
        "أصدر الحرس الثوري بيانا مساء. وأضاف البيان أن السد سليم.",
        [("وأضاف", "البيان", "irgc", "أن السد سليم")],
    ),
    # a quotation that is the beginning of a clause only
    (
        'صرح الوزير بأن "ما يقرب من نصف" البيوت القديمة سليم.',
        [("صرح", "الوزير", "other", 'بأن "ما يقرب من نصف" البيوت القديمة سليم')],
    ),
    # positions are defended in words, people with arms
    ("دافع الوزير أمس عن حق بلاده في البناء.", [("دافع", "الوزير", "other", "حق بلاده في البناء")]),
    ("يدافع الجنود عن أرضهم.", []),
    # names that are other words too
    ("وأكد اللواء علي بن سالم الورد أن السد سليم.", [("وأكد", "اللواء علي بن سالم الورد", "other", "أن السد سليم")]),
    (
        "بحث الوزير السد مع بان كي مون، حسبما أعلن الديوان.",
        [("حسبما أعلن", "الديوان", "other", "بحث الوزير السد مع بان كي مون")],
    ),
    ("وأكد الوزير التزامه بالهدنة.", [("وأكد", "الوزير", "other", "التزامه بالهدنة")]),
    # questions and joined function words are nobody
    ("لماذا ترفض أنقرة الهدنة.", [("ترفض", "أنقرة", "turkey", "الهدنة")]),
    ("القرى التي تعتبرهم أنقرة أعداء.", [("تعتبرهم", "أنقرة", "turkey", "أعداء")]),
    # a label ends before where, or on what, somebody speaks
    (
        "الوزير في تغريدة: الجسر مغلق\nقال وزير النقل في تغريدة إن الجسر مغلق.",
        [(":", "الوزير", "other", "الجسر مغلق"), ("قال", "وزير النقل", "other", "إن الجسر مغلق")],
    ),
    # the bearer of a bare title, deputies
    ("قال الوزير الجبير إن الجسر مغلق في إيران.", [("قال", "الوزير الجبير", "saudi-arabia", "إن الجسر مغلق في إيران")]),
    (
        "قال سالم الورد مساعد القائد العام لشرطة دبي إن الجسر مغلق.",
        [("قال", "سالم الورد مساعد القائد العام لشرطة دبي", "uae", "إن الجسر مغلق")],
    ),
    # an aside between commas stands before the verb of what is said, and does not end it
    (
        "وأضاف البيان أن البلدية، في حين تدرس المقترح، تعمل على فتح السد.",
        [("وأضاف", "البيان", "other", "أن البلدية، في حين تدرس المقترح، تعمل على فتح السد")],
    ),
    (
        "وأشار البيان إلى أن «أبو سالم»، وهو من سكان القرية، قد وصل إلى السد.",
        [("وأشار", "البيان", "other", "أن «أبو سالم»، وهو من سكان القرية، قد وصل إلى السد")],
    ),
    (
        "وقال الوزير إن السد سليم، في حين أكدت البلدية أنه مغلق، وقد رممته.",
        [
            ("وقال", "الوزير", "other", "إن السد سليم"),
            ("أكدت", "البلدية", "other", "أنه مغلق، وقد رممته"),
        ],
    ),
    # what nobody in particular expects goes on with whom and what else, not with a deed
    (
        "وصل الضيف الذي ينتظر أن يلتقي غدا، مع الوزير، ويفتتح السد.",
        [("ينتظر", None, "unnamed-sources", "أن يلتقي غدا، مع الوزير، ويفتتح السد")],
    ),
    (
        "وصل الضيف الذي ينتظر أن يزور السد، وتم الإعلان عنه.",
        [("ينتظر", None, "unnamed-sources", "أن يزور السد")],
    ),
    # who criticises and says something is no participle that goes on
    (
        "قال الوزير إنه سيقنع منتقدين يخافون على السد.",
        [("قال", "الوزير", "other", "إنه سيقنع منتقدين يخافون على السد")],
    ),
    # those who speak of themselves say one thing more; a second verb makes sure that somebody goes on
    (
        "نتمنى فتح السد، كما نتمنى أن يعود الماء.",
        [("نتمنى", None, "other", "فتح السد"), ("كما نتمنى", None, "other", "أن يعود الماء")],
    ),
    (
        "نعلن أننا نرفض القرار ونطالب بفتح السد.",
        [
            ("نعلن", None, "other", "أننا نرفض القرار ونطالب بفتح السد"),
            ("نرفض", None, "other", "القرار"),
            ("ونطالب", None, "other", "بفتح السد"),
        ],
    ),
    (
        "قال الورد إن العمل بدأ وتابع يقول إن السد سليم.",
        [("قال", "الورد", "other", "إن العمل بدأ"), ("وتابع يقول", None, "other", "إن السد سليم")],
    ),
    # whom he told stands before a clause without أن; a name in quotation marks before وأضاف is not what he said
    (
        "وقال الوزير لوكالة رويترز تعمل البلدية على فتح السد.",
        [("وقال", "الوزير", "other", "تعمل البلدية على فتح السد")],
    ),
    (
        "وصل الوزير إلى مقر صحيفة «الورد»، وأضاف تعمل البلدية على فتح السد.",
        [("وأضاف", None, "other", "تعمل البلدية على فتح السد")],
    ),
    # a list stands below who says it, and ends where no line of it follows
    (
        "وأكدت الوزارة في بيان ما يلي:\n1- السد سليم.\n2- الطريق مفتوح. والماء عاد.\nووصل الوزير.",
        [("وأكدت", "الوزارة", "other", "1- السد سليم.\n2- الطريق مفتوح. والماء عاد")],
    ),
    (
        "وقال الوزير ما يلي:\nالسد سليم.\nووصل الوفد.",
        [("وقال", "الوزير", "other", "السد سليم")],
    ),
    ("وقال الوزير ما يلي: السد سليم.", [("وقال", "الوزير", "other", "السد سليم")]),
    ("وأعلنت الوزارة الأسماء التالية:\nسالم الورد\nعلي الورد", []),
    # who died is no source, and who prays goes on
    (
        "وأكد الوزير اعتزاز بلاده بأبنائها الذين استشهدوا في سبيل السد، داعيا الله جل في علاه أن يحميه.",
        [
            ("وأكد", "الوزير", "other", "اعتزاز بلاده بأبنائها الذين استشهدوا في سبيل السد"),
            ("داعيا", None, "other", "أن يحميه"),
        ],
    ),
    ("ودعا الوزير الأهالي إلى الصبر.", [("ودعا", "الوزير", "other", "الصبر")]),
    # relatives who mourn or demand tell nothing that they saw
    ("أعرب ذوو القتلى عن شكرهم للوزير.", [("أعرب", "ذوو القتلى", "civilians", "شكرهم للوزير")]),
    ("وطالب ذوو القتيل بفتح السد.", [("وطالب", "ذوو القتيل", "civilians", "بفتح السد")]),
    ("قال ذوو القتيل إن السد انهار.", [("قال", "ذوو القتيل", "eyewitnesses", "إن السد انهار")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_who_said_what(reader: Reader, text: str, said: list[Said]) -> None:
    found = [
        (
            text[a.cue.start : a.cue.end],
            text[a.source.start : a.source.end] if a.source else None,
            ",".join(a.source_actors),
            text[a.content.start : a.content.end],
        )
        for a in reader.read(text, published="2016-05-04").attributions
    ]
    assert found == said


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("أعلن التنظيم مسؤوليته عن الهجوم.", "claim-responsibility"),
        ("أعلن التنظيم مسؤولية جديدة.", "announce"),
    ],
)
def test_who_takes_responsibility(reader: Reader, text: str, act: str) -> None:
    assert [a.act for a in reader.read(text).attributions] == [act]


@pytest.mark.parametrize(
    "text",
    [
        "شاركونا نفت«",
        "نفت الوزارة أمس «",
        "12 وفق علمه",
        "نفى التهمة: بحسب تقديرنا",
        "العراق\nالنزاعات تعلن عن نفسها",
    ],
)
def test_a_text_that_ends_early_is_read(text: str) -> None:
    assert riwaya.read(text).report.text == text
