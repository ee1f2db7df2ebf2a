"""Who was killed, lost what, left and took which place: whole texts of harm, control and retreat."""

from __future__ import annotations

import pytest

import riwaya
from reading.slices import takes_part

ROWS = [
    # Whoever suffers losses is not who inflicts them, though one form may tell of either.
    ("تكبد الحوثيون خسائر كبيرة في معارك الأمس.", "HARM", ">houthis"),
    # whoever killed many killed those among them
    (
        (
            "أفاد المرصد بأن طائرات التحالف الدولي قتلت 3042 من داعش وجبهة النصرة "
            "(تنظيم القاعدة في بلاد الشام) بينهم عشرات القياديين."
        ),
        "HARM",
        "us-led-coalition>islamic-state hts | us-led-coalition>other",
    ),
    ("الجيش التركي، الذي تكبد مئات القتلى في الحرب، انسحب.", "HARM", ">turkish-forces"),
    (
        "قال إن الحوثيين هاجموا مواقع الجيش اليمني لكنهم تكبدوا خسائر كبيرة.",
        "HARM",
        "yemeni-government>houthis",
    ),
    ("كبد الجيش اليمني الحوثيين خسائر كبيرة.", "HARM", "yemeni-government>houthis"),
    ("الصفقة التي قد تكبد تونس خسائر كبيرة.", "HARM", ">tunisia"),
    ("مني تنظيم داعش بخسائر كبيرة.", "HARM", ">islamic-state"),
    ("مني الحوثيون بخسائر كبيرة على يد المقاومة الشعبية.", "HARM", "popular-resistance-yemen>houthis"),
    # "Their" flight is that of people, not of the forces or the state that the clause is about.
    (
        "قبضت القوات الأمنية العراقية على 76 عنصرا من تنظيم داعش أثناء محاولتهم الهرب من الرمادي.",
        "RETREAT",
        "islamic-state>",
    ),
    (
        "قتل الجيش التركي ثلاثة من عناصر تنظيم داعش أثناء محاولتهم التسلل إلى البلدة.",
        "MOVE",
        "islamic-state>",
    ),
    ("ساهمت جيوش نيجيريا وتشاد في تشتت المتطرفين مع انكفائهم إلى مناطق وعرة.", "RETREAT", "other>"),
    ("قتل الحوثيون عشرة مدنيين خلال محاولتهم دخول المدينة.", "MOVE", "houthis>"),
    ("فشل الجيش العراقي في محاولته الانسحاب من البلدة.", "RETREAT", "iraqi-forces>"),
    ("قال المسؤولون الإيرانيون إنهم أكملوا سيطرتهم على المدينة.", "CONTROL", "iran>"),
    # Whose stronghold a place is called; it is not he who goes on to fight for it.
    ("تقدم الجيش اليمني نحو المعقل الأخير للحوثيين في لحج.", "CONTROL", "houthis>"),
    ("قصف التحالف العربي معاقل الحوثيين في صعدة.", "CONTROL", "houthis>"),
    (
        "دخلت المقاومة الشعبية لودر آخر معقل كبير للحوثيين، بعد معارك مع قوات صالح.",
        "ASSAULT",
        "popular-resistance-yemen>saleh-forces",
    ),
    # Tens or a number of others are of those who fell before them; "other civilians" are civilians.
    ("سقط 15 قتيلا في صفوف الحوثيين وأصيب عشرات آخرون.", "HARM", ">houthis | >houthis"),
    ("قتل جنديان تركيان وأصيب عدد آخر.", "HARM", ">turkey | >turkey"),
    ("قتل خمسة حوثيين وأصيب مدنيون آخرون.", "HARM", ">houthis | >civilians"),
    # Some "of them" are of whom the sentence tells beside who strikes.
    (
        "تصدت المقاومة الشعبية لهجوم الحوثيين وقتلت عشرة منهم وأصابت آخرين.",
        "HARM",
        "popular-resistance-yemen>houthis | popular-resistance-yemen>houthis",
    ),
    ("أحبطت القوات السعودية هجوما للحوثيين وقتلت العشرات منهم.", "HARM", "saudi-forces>houthis"),
    ("اعتقل مسلحون عناصر من داعش وأصابوا عشرة منهم.", "HARM", ">islamic-state"),
    ("قصفت تركيا مواقع داعش وقتلت 9 منهم.", "HARM", "turkey>islamic-state"),
    (
        "قتل خمسة من عناصر داعش. وهاجم التنظيم الجيش العراقي وتصدى مقاتلو الفرقة للمهاجمين وتمكنوا من قتل 25 منهم.",
        "HARM",
        ">islamic-state | *>islamic-state",
    ),
    # Who takes to flight is the subject of the light verb, and not whom the verb before befell or names.
    ("انهارت معنويات الميليشيات الحوثية ولاذوا بالفرار باتجاه المدينة.", "RETREAT", "houthis> | houthis>"),
    ("قتل خمسة من عناصر داعش ولاذ الآخرون بالفرار.", "HARM", ">islamic-state"),
    ("لاذ عناصر تنظيم داعش بالفرار.", "RETREAT", "islamic-state>"),
    ("يخوض الجنود الأتراك معارك ضد داعش ويواصلون تقدمهم إلى الباب.", "MOVE", "turkey>"),
    ("حاصر الجيش العراقي داعش بعد محاصرتهم في المدينة.", "COERCE", "* | iraqi-forces>islamic-state"),
    ("اندلعت الأزمة بعد حصار الرئيس التركي.", "COERCE", "other>turkey"),
    ("قتل سبعة مسلحين في الجبهة إثر محاولتهم التسلل إلى مواقع الحوثيين.", "MOVE", "other>"),
    ("اعتقلت القوات العراقية مدنيين بعد ثبوت انتمائهم لتنظيم داعش.", "COOPERATE", "other>islamic-state"),
    ("إن أحد رجال الجيش التركي قتل قرب الحدود.", "HARM", "*>*"),
    # The second of two nouns behind a light verb has its subject too, and the pronoun means another.
    (
        "أطلق الحوثيون صواريخ لكن قوات التحالف العربي تمكنت من كشفها وتدميرها.",
        "ASSAULT",
        "* | saudi-led-coalition>houthis",
    ),
    # One who is unarmed did it where words say by whose hand; a lone nationality is somebody before an object.
    ("قتل شاب على يد شقيقه بسبب خلاف.", "HARM", "other>civilians"),
    ("مقتل امرأة طعنا على يد زوجها.", "HARM", "other>civilians"),
    (
        "دمرت القوات الإسرائيلية الحي. وشهدنا تدمير منازل الفلسطينيين على يد هذا النظام المعتدي.",
        "HARM",
        "israeli-forces>palestine",
    ),
    ("قتل يمني شرطيا سعوديا في جازان.", "HARM", "other>saudi-arabia"),
    ("قتل يمني في جازان.", "HARM", ">civilians"),
    # A text that ends before the hand is named says of no doer.
    ("قتل الشاب في المدينة على يد", "HARM", ">civilians"),
    # A stab is an attack and an appeal is none.
    ("طعن فلسطيني جنديا إسرائيليا في القدس.", "ASSAULT", "other>israel"),
    ("قال المصدر إن شابا أقدم على طعن شقيقته بسكين.", "ASSAULT", "other>civilians"),
    ("تقدم الحزب بطعن في نتائج الانتخابات.", "REJECT", "other>"),
    # One word behind a place describes it and is not whom a soldier killed.
    ("قتل جندي تركي في إقليم فان القريب من الحدود.", "HARM", ">turkey"),
    ("قتل في بغداد الصحفي وعائلته.", "HARM", ">civilians"),
    # Men of the security forces and the police are the report's state's, however many.
    ("أعلنت السعودية مقتل رجلي أمن. وقالت السعودية إن المملكة آمنة.", "HARM", ">saudi-arabia"),
    ("أعلنت السعودية مقتل سبعة رجال شرطة. وقالت السعودية إن المملكة آمنة.", "HARM", ">saudi-arabia"),
    ("أكدت السعودية أن الإرهاب يستهدف أمن الدول واستقرارها.", "ASSAULT", ">other"),
    ("أعلنت السعودية مقتل رجلين. وقالت السعودية إن المملكة آمنة.", "HARM", ">civilians"),
]


@pytest.mark.parametrize(("text", "type_", "expected"), ROWS)
def test_who_was_harmed(text: str, type_: str, expected: str) -> None:
    assert takes_part(riwaya.read(text), type_, expected)
