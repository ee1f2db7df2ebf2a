"""Who does it though the words for him stand off: in rows of deeds, before ل, behind light verbs, by means."""

from __future__ import annotations

import pytest

import riwaya
from reading.slices import takes_part

ROWS = [
    # "And" joins a killing to the deeds of a light verb, where no passive is told.
    ("تمكنت القوات العراقية من دخول القرية وقتل مسلحين.", "ASSAULT", "iraqi-forces>other"),
    ("تمكن داعش من تفجير عربة وقتل جنديين وإصابة ثالث.", "HARM", "islamic-state>* | islamic-state>*"),
    ("تستمر قوات النظام السوري في حصار الغوطة وقصف المدنيين.", "ASSAULT", "syrian-army>civilians"),
    ("شن داعش هجوما على البلدة وقتل مدني.", "HARM", "islamic-state>civilians"),
    # Whoever did a deed did the killing that is joined to it; who is told to have died did not kill.
    ("أدانت تركيا اقتحام قوات الاحتلال الإسرائيلي المخيم وقتل شابين.", "HARM", "israeli-forces>civilians"),
    ("نددت إيران بعدوان إسرائيل على لبنان وقتلها المدنيين.", "HARM", "israel>civilians"),
    (
        "اتهم التقرير قوات النظام السوري بقصفها البلدات وقتلها ثلاثة مدنيين.",
        "HARM",
        "syrian-army>civilians",
    ),
    ("أعلنت الحركة أسرها جنديا إسرائيليا وقتلها اثنين آخرين.", "HARM", "*>civilians"),
    # ل names what is hit, though people, an officer or a protest stand beside it.
    ("جاء قمع الرئيس السوري بشار الأسد للاحتجاجات بعد شهر.", "COERCE", "syrian-government>civilians"),
    ("قتل معظم مقاتلي داعش في استهداف التحالف الدولي لمقارهم.", "HARM", "us-led-coalition>islamic-state"),
    ("أدانت روسيا إحراق المستوطنين المتطرفين لمنزلهم.", "ASSAULT", "other>civilians"),
    ("أفاد المصدر باستهداف المقاومة دورية لجيش الاحتلال الإسرائيلي.", "ASSAULT", "other>israeli-forces"),
    ("أدانت روسيا استهداف المقاومة الوطنية.", "ASSAULT", "other>other"),
    ("قتل عشرون شخصا في هجمات جديدة لحركة الشباب.", "ASSAULT", "al-shabaab>civilians"),
    # Who is named behind a light verb and its noun does it; what it describes is what the pronoun means.
    ("بنى الأهالي الجسر وقامت بتدميره الميليشيات الحوثية.", "ASSAULT", "houthis>*"),
    ("عزز الثوار المواقع التي قامت بتحريرها القوات العراقية.", "CONTROL", "iraqi-forces>"),
    ("سلم الحوثيون أسلحتهم التي شنوا بها حربا ضد اليمنيين.", "ASSAULT", "houthis>civilians"),
    # With whom a clause begins is about to do it, whom "but she" means is set on it.
    ("قال إن القوات العراقية على وشك السيطرة على المدينة.", "CONTROL", "iraqi-forces>"),
    ("قال إن وحدات من الجيش السوري على أهبة الاستعداد لاقتحام المدينة.", "ASSAULT", "syrian-army>*"),
    ("عانت تركيا من خسائر، إلا أنها مصممة على مواصلة القتال.", "ASSAULT", "turkey>*"),
    # Before its subject an attack is told with a pronoun alone.
    ("إثر هجوم شنته من الجنوب، سيطرت القوات العراقية على البلدة.", "ASSAULT", "iraqi-forces>*"),
    ("إثر هجوم شنه التنظيم على البلدة، سيطرت القوات العراقية على الحاجز.", "ASSAULT", "other>*"),
    # By a means, in an operation, from a side, to each other.
    ("خرق النظام السوري الهدنة من خلال استهداف البلدة.", "ASSAULT", "syrian-government>*"),
    ("اعتقل خمسة شبان خلال حملة نفذتها قوات الاحتلال الإسرائيلي.", "COERCE", "israeli-forces>civilians"),
    ("قتل 22 مدنيا في هجمات من الجانب الأوكراني.", "HARM", "ukraine>civilians"),
    ("أدت غارة من مسيرة إسرائيلية إلى مقتل شاب.", "HARM", "israel>civilians"),
    ("قصف متبادل بين الجيش السوري وداعش في تدمر.", "ASSAULT", "syrian-army>islamic-state"),
    ("اعترف الجيش الإسرائيلي بقتل رهائن.", "HARM", "israeli-forces>civilians"),
    # An air raid is no change; whose own fell did not kill him, nor did the side that lost an officer.
    ("وتغير الطائرات الإسرائيلية على غزة.", "ASSAULT", "israeli-forces>civilians"),
    ("سيغير الطيران الروسي على حلب.", "ASSAULT", "russian-forces>civilians"),
    ("اعترف تنظيم داعش بقتل زعيمه في غارة أمريكية.", "HARM", "united-states>other"),
    (
        "تمكنت الفصائل من دخول القرية وقتل قائد الفصيل وإصابة خمسة.",
        "HARM",
        ">other | >other",
    ),
    # Who may be killed does not kill whoever describes him; a house that names a party is none.
    ("قتل متطوعون شباب في الغارة.", "HARM", ">civilians"),
    ("قتل سوريون نساء وأطفال في غارة.", "HARM", ">civilians"),
    ("خطف مسلحون نساء.", "ASSAULT", "other>civilians"),
    ("هاجم البيت الأبيض إيران.", "ASSAULT", "united-states>iran"),
    ("هاجم بيت المقدس الجيش المصري.", "ASSAULT", "other>egyptian-forces"),
    # What is natural is no medicine, whose camp is for training no home, and a room for operations acts.
    ("هاجم داعش حقلا للغاز الطبيعي.", "ASSAULT", "islamic-state>other"),
    ("استهدف انتحاري تجمعا للشباب المسلحين.", "ASSAULT", "other>other"),
    ("قتل أبو محمد المقدسي في غارة.", "HARM", ">other"),
    ("هاجم قطاع الطرق حافلة.", "ASSAULT", "other>civilians"),
    ("اقتحم مقاتلو المعارضة مخيم الحامدية العسكري.", "COERCE", "other>other"),
    ("اقتحم الجيش السوري المخيم الذي يتحصن فيه داعش.", "COERCE", "syrian-army>other"),
    ("اقتحم الجيش الإسرائيلي مخيم جنين.", "COERCE", "israeli-forces>civilians"),
    ("استهدفت غرفة عمليات الفصائل مقر قيادة النظام.", "ASSAULT", "other>other"),
    ("واصلت قوات النظام السوري محاصرة داريا.", "COERCE", "syrian-army>civilians"),
    ("فقد داعش المنطقة بعد معارك.", "CONTROL", "islamic-state>"),
    ("زودت روسيا سوريا بنسخة من منظومة الصواريخ.", "AID", "russia>*"),
    # Some of those who fell were killed by whoever killed them all.
    (
        "قتلت القوات العراقية عشرة من عناصر داعش، بينهم ثلاثة قناصين.",
        "HARM",
        "iraqi-forces>islamic-state | iraqi-forces>*",
    ),
    # A plane that falls is whose it is, and not what others fell by.
    ("سقطت طائرة تابعة للجيش المصري.", "HARM", ">egyptian-forces"),
    # Whom somebody met is not who met him, though his name stands behind.
    (
        "التقى بالمستشار بالديوان الملكي المشرف العام على المركز الدكتور عبدالله الربيعة.",
        "CONSULT",
        "other>saudi-arabia",
    ),
    # A fighter who blows himself up is who did it, also where his group stands in brackets.
    ("فجر أحد مسلحي تنظيم (داعش) نفسه في السوق.", "ASSAULT", "islamic-state>*"),
    # A plural that ends like an accusative is no object.
    ("نفى عدم وجود أي خلايا نائمة تابعة للحوثيين.", "PRESENCE", "houthis>"),
    # Who suffers an attack is told once, however far off it is named.
    ("تعرضت محطات الكهرباء أكثر من مرة للقصف من قبل الحوثيين.", "ASSAULT", "houthis>civilians"),
    # Fighters did it to what stands before the verb; a weapon's owner is hit by nothing that he fired.
    ("قتل جنود بعبوة زرعها مسلحو داعش.", "HARM", "islamic-state>*"),
    ("سقطت في تل أبيب صواريخ أطلقتها إيران.", "ASSAULT", ">other | iran>other"),
    ("أفشلت قوات الجيش اليمني محاولة تسلل للحوثيين.", "COERCE", "yemeni-government>houthis"),
    ("دحرت قوات البيشمركة جميع محاولات داعش.", "ASSAULT", "peshmerga>islamic-state"),
    ("يدمر الجيش العراقي ثلاث عجلات مفخخة لداعش.", "HARM", "iraqi-forces>islamic-state"),
    # Prisoners of a fight are no police's.
    ("شن داعش هجوما على نقطة للجيش السوري وأسر اثنين.", "COERCE", "islamic-state>*"),
    # A relative clause without its pronoun goes on with the noun before it; what two do to each other.
    ("أهالي مدينة يحاصرها الجيش السوري نزحوا.", "COERCE", "syrian-army>civilians"),
    (
        "وقع قصف متبادل بين الجيش التركي وداعش.",
        "ASSAULT",
        "turkish-forces>islamic-state",
    ),
    # Who tells of deaths did not cause them, and who is on trial does not try himself.
    (
        "أعلن الجيش المصري استشهاد ضابط وإصابة ثلاثة جنود في انفجار.",
        "HARM",
        ">egyptian-forces | >egyptian-forces",
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), ROWS)
def test_whoever_does_it_is_found(text: str, kind: str, expected: str) -> None:
    reading = riwaya.read(text, published="2015-08-01")
    assert takes_part(reading, kind, expected)


NO_EVENTS = [
    ("فرض مجلس الأمن عقوبات استهدفت صالح.", "ASSAULT"),
    ("زود القيادي الصحيفة بنسخة من البيان.", "AID"),
    ("ناقش المجلس الاتفاق وتغير قواعد اللعبة.", "ASSAULT"),
    ("أصابتهم الهزيمة بغضب كبير.", "HARM"),
]


@pytest.mark.parametrize(("text", "kind"), NO_EVENTS)
def test_words_of_another_sense_tell_no_event(text: str, kind: str) -> None:
    types = [claim.event.type for claim in riwaya.read(text, published="2015-08-01").claims]
    assert kind not in types
