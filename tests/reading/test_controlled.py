"""Whose deed a verbal noun is that a verb leads to: who sets out to do it, or whom others make do it."""

from __future__ import annotations

import pytest

import riwaya
from reading.slices import takes_part

ROWS = [
    # Who sets out to do something or comes near to it does it.
    ("يسعى الجيش الليبي إلى استعادة السيطرة على المدن.", "CONTROL", "lna>"),
    (
        "وتسعى قوات هادي والمقاومة إلى السيطرة على القاعدة.",
        "CONTROL",
        "yemeni-government popular-resistance-yemen>",
    ),
    ("قال الناطق إن إيران تسعى للسيطرة على المنطقة.", "CONTROL", "iran>"),
    ("اقتربت المقاومة الشعبية من تطهير البيضاء.", "ASSAULT", "popular-resistance-yemen>other"),
    ("انهمكت القوات العراقية أياما في تطهير المدينة.", "ASSAULT", "iraqi-forces>other"),
    ("استغل تنظيم داعش الفراغ للسيطرة على المدن.", "CONTROL", "islamic-state>"),
    # Who takes part in a deed does it.
    ("شاركت القوات التركية في قصف المدينة.", "ASSAULT", "turkish-forces>civilians"),
    ("شارك الجيش العراقي في عملية تحرير الرمادي.", "CONTROL", "iraqi-forces>"),
    ("شارك مواطنون في احتجاج على قصف غزة.", "ASSAULT", ">civilians"),
    ("قال ناطق إن قوات الجيش العراقي لم تشارك في المواجهات.", "ASSAULT", "other>other"),
    ("لم تشارك القوات الأمريكية في قصف المدينة.", "ASSAULT", ">civilians"),
    # Not whom another noun or a relative pronoun of another gender means, nor who is no party.
    ("قال مبعوث الأمم المتحدة إلى ليبيا الذي يسعى لإنهاء القتال إنه متفائل.", "RETREAT", "other>"),
    ("يسعى المحققون إلى معرفة دوافع الشاب في مهاجمة الجنود الأمريكيين.", "ASSAULT", "other>united-states"),
    ("يسعى تنظيم داعش لحث الأهالي على إرسال مقاتلين إلى المدينة.", "MOBILIZE", "other>"),
    # A plural verb has no gender that its subject could be against.
    ("القوات التركية يسعون إلى استعادة المدينة.", "CONTROL", "turkish-forces>"),
    ("أخفقت قسد في استعادة المدينة.", "CONTROL", "other>"),
    # Who does something for an end does that, too, where no other who may do it stands between.
    ("توجهت قوات المقاومة إلى لحج لمحاصرة القاعدة.", "COERCE", "popular-resistance-yemen>other"),
    ("تقدم الجيش اليمني إلى لحج لمحاصرة القاعدة.", "COERCE", "yemeni-government>other"),
    ("تمركز الجيش العراقي في التلال لمحاصرة القرية.", "COERCE", "iraqi-forces>civilians"),
    ("وكانت طائرات سلاح الجو الأمريكي تقلع من قواعد أبعد لضرب مواقع للتنظيم.", "ASSAULT", "us-forces>other"),
    ("قال سكان إن الحوثيين يستخدمون الجبال لاستهداف المدنيين.", "ASSAULT", "houthis>civilians"),
    ("وجهت تركيا الدعوة للأطراف الليبية لوقف القتال.", "RETREAT", "libya>"),
    ("انتشرت قسد حول منازل الضباط المستعدين للقتال.", "ASSAULT", "other>other"),
    ("لاحق تنظيم داعش الضباط الرافضين للقتال.", "ASSAULT", "other>other"),
    ("أوصلت الولايات المتحدة معدات إلى حكومة العراق لتحرير الموصل.", "CONTROL", "other>"),
    # Before whom the way is open goes it.
    ("ما أتاح المجال أمام الحوثيين للسيطرة على القاعدة.", "CONTROL", "houthis>"),
    ("فتحت تركيا الطريق أمام القوات العراقية لاستعادة الموصل.", "CONTROL", "iraqi-forces>"),
    ("فتحت تركيا الأبواب أمام القوات العراقية لاستعادة الموصل.", "CONTROL", "iraqi-forces>"),
    ("وقفت المدرعات أمام الجيش التركي لقطع الطريق.", "COERCE", "other>*"),
    # Whom others make do something does it, and not who makes him.
    ("أجبرت المقاومة الشعبية الحوثيين على الانسحاب من المدينة.", "RETREAT", "houthis>"),
    ("دفعت الاشتباكات كثيرا من الحوثيين إلى الاستسلام.", "RETREAT", "houthis>"),
    ("تحدثت الصحيفة عن إجبار الحوثيين على الانسحاب من المدينة.", "RETREAT", "houthis>"),
    ("أرغمت تركيا السكان على الفرار من القرى.", "MOVE", "civilians>"),
    ("هاجم الجيش اليمني الحوثيين وأجبرهم على الانسحاب.", "RETREAT", "houthis>"),
    ("أجبرت المقاومة الشعبية الحوثيين على الانسحاب من لودر.", "RETREAT", "houthis>"),
    ("شن التحالف العربي غارات أجبرت الحوثيين على الفرار من المعسكر.", "RETREAT", "houthis>"),
    ("أجبر الحوثيون على الفرار من لودر أمام تقدم المقاومة الشعبية.", "RETREAT", "houthis>"),
    ("أجبر الحوثيون على الفرار من لودر.", "COERCE", "other>houthis"),
    ("قصفت المقاومة الشعبية المعسكر ما دفع المتمردين الحوثيين إلى التراجع.", "RETREAT", "houthis>"),
    ("دفعت القوات العراقية عناصر داعش إلى الانسحاب من الرمادي.", "RETREAT", "islamic-state>"),
    ("طالبت روسيا تركيا بالانسحاب من البلدة.", "RETREAT", "turkey>"),
    ("أعلنت تركيا موافقتها على الانسحاب من البلدة.", "RETREAT", "turkey>"),
    ("أرسلت تركيا قوات على الفور إلى الحدود ودفعت بتعزيزات إلى السيطرة على المعبر.", "CONTROL", "turkey>"),
]


@pytest.mark.parametrize(("text", "kind", "expected"), ROWS)
def test_a_deed_belongs_to_whom_its_verb_leads_to_it(text: str, kind: str, expected: str) -> None:
    assert takes_part(riwaya.read(text), kind, expected)
