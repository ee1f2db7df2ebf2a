"""How sure a claim's own source is, and which words show it."""

import pytest

from reading.claimcase import Said, claims_of, shown
from riwaya.model import Act, Factuality

SURENESS = [
    ("لم تقصف القوات الروسية البلدة", "ASSAULT russian-forces>civilians CT- تقصف"),
    ("لم تلتزم قسد بالانسحاب من القرية", "RETREAT sdf>- CT- بالانسحاب"),
    ("لن ينسحب التحالف الدولي من القاعدة", "RETREAT us-led-coalition>- CT- ينسحب"),
    ("لا تسيطر قسد على المعبر", "CONTROL sdf>- CT- تسيطر"),
    ("لم تشن القوات الروسية هجوما على القرية", "ASSAULT russian-forces>civilians CT- هجوما"),
    ("وجود التنظيم هناك دون اتخاذ أي إجراءات ضده من قبل روسيا", "COERCE russia>islamic-state CT- اتخاذ"),
    ("عدم سيطرة قسد على المعبر", "CONTROL sdf>- CT- سيطرة"),
    ("ليست هناك سيطرة للتنظيم في البلدة", "CONTROL other>- CT- سيطرة"),
    ("قد تهاجم تركيا مواقع قسد", "ASSAULT turkey>sdf PS+ تهاجم"),
    ("قد هاجمت تركيا مواقع قسد", "ASSAULT turkey>sdf CT+ هاجمت"),
    ("ربما انسحب تنظيم الدولة من البلدة", "RETREAT islamic-state>- PS+ انسحب"),
    ("من المحتمل أن تنسحب القوات الروسية", "RETREAT russian-forces>- PS+ تنسحب"),
    ("من المتوقع أن تنسحب القوات الروسية", "RETREAT russian-forces>- PR+ تنسحب"),
    ("يرجح انسحاب القوات الروسية", "RETREAT russian-forces>- PR+ انسحاب"),
    ("كان من المفترض أن تهاجم القوات الروسية تنظيم الدولة", "ASSAULT russian-forces>islamic-state Uu تهاجم"),
    ("إذا انسحبت القوات الروسية من القاعدة", "RETREAT russian-forces>- Uu انسحبت"),
    ("احتمال انسحاب القوات الروسية قائم", "RETREAT russian-forces>- PS+ انسحاب"),
    ("فرضية حماية روسيا لتنظيم الدولة", "SHELTER russia>islamic-state PS+ حماية"),
    ("ستهاجم تركيا مواقع قسد", "ASSAULT turkey>sdf CT+ ستهاجم"),
    # Any attack whatever is none that is told of, unless a negation says that there was none.
    ("إن أي هجوم على قسد جريمة", "ASSAULT other>sdf Uu هجوم"),
    ("لم تشن القوات الروسية أي هجوم على القرية", "ASSAULT russian-forces>civilians CT- هجوم"),
    ("إن الهجوم على قسد جريمة", "ASSAULT other>sdf CT+ الهجوم"),
]


@pytest.mark.parametrize(("text", "expected"), SURENESS)
def test_negation_hedge_and_condition_set_the_value(text: str, expected: str) -> None:
    assert expected in [shown(claim, text) for claim in claims_of(text)]


SCOPES = [
    ("من بين المواقع المخطط مهاجمتها قسد", "ASSAULT PS+ مهاجمتها"),
    ("من المخطط أن تهاجم تركيا قسد", "ASSAULT PS+ تهاجم"),
    ("إذا تدخلت موسكو فسنهاجم قسد", "ASSAULT PS+ فسنهاجم"),
    ("ستهاجم تركيا قسد في حال تدخلت موسكو", "ASSAULT PS+ ستهاجم"),
    ("لا توجد أي مؤشرات على قصف القرية", "ASSAULT CT- قصف"),
    ("عدم وجود أدلة تشير إلى قصف في القرية", "ASSAULT CT- قصف"),
    ("ولم ترد أنباء عن مقتل جنود", "HARM CT- مقتل"),
    ("ولم ترد أي تقارير عن قصف القرية", "ASSAULT CT- قصف"),
    ("ووردت أنباء عن مقتل جنود", "HARM CT+ مقتل"),
    ("لا نعلم بقصف القرية", "ASSAULT Uu بقصف"),
    ("لا توجد قوات روسية في القاعدة", "PRESENCE CT- توجد"),
    ("عدم وجود خلافات بعد انسحاب التحالف الدولي", "RETREAT CT+ انسحاب"),
    ("لا تريد تركيا مهاجمة قسد", "ASSAULT CT- مهاجمة"),
    ("عجزت عن مهاجمة قسد", "ASSAULT CT- مهاجمة"),
    ("حاولت تركيا اقتحام القرية", "ASSAULT PS+ اقتحام"),
    ("تمكنت تركيا من اقتحام القرية", "ASSAULT CT+ اقتحام"),
    ("تعتزم تركيا مهاجمة قسد", "ASSAULT PR+ مهاجمة"),
    ("قد يقع هجوم في المدينة", "ASSAULT PS+ يقع هجوم"),
    ("قد يصدر عليه حكم بالسجن", "COERCE PS+ يصدر عليه حكم بالسجن"),
    ("قد يكون الهجوم مدبرا", "ASSAULT CT+ الهجوم"),
    ("العبوات التي زرعها فيما يبدو مجهولون", "ASSAULT PR+ زرعها"),
    ("قتل راع في هجمات مفترضة", "ASSAULT PR+ هجمات"),
    ("ربما غادر التاجر الذي خطفته قسد", "ASSAULT CT+ خطفته"),
    ("أوقف شاب للاشتباه في انتمائه إلى داعش", "COOPERATE PS+ انتمائه"),
    ("رجح الخبير انسحاب قسد", "RETREAT PR+ انسحاب"),
    ("لا دليل على قصف القرية", "ASSAULT CT- قصف"),
    ("باشرت الشرطة قضية موضوعها الاشتباه في الانتماء إلى داعش", "COOPERATE PS+ الانتماء"),
    ("لن نسمح بقصف القرية", "REJECT CT+ نسمح"),
    ("ولن نتردد في مهاجمة قسد", "THREATEN CT+ نتردد"),
    ("ليس أمام قسد خيار سوى الانسحاب", "REQUEST CT+ خيار"),
    ("ليس أمام قسد خيار سوى الانسحاب", "RETREAT Uu الانسحاب"),
    ("لم نسمح بقصف القرية", "CONCEDE CT- نسمح"),
    # no article, right behind
    ("سقطت القذائف على القرية ولا إصابات", "HARM CT- إصابات"),
    ("قصفت قسد القرية دون أن تقتل أحدا", "HARM CT- تقتل"),
    ("قصفت قسد القرية دون أن تقتل أحدا", "ASSAULT CT+ قصفت"),
    ("لا يزالون يقاتلون قسد", "ASSAULT CT+ يقاتلون"),
    ("لم ولن يقاتلوا قسد", "ASSAULT CT- يقاتلوا"),
    # what led to no harm took place
    ("ولم ينجم عن القصف أي إصابات", "HARM CT- إصابات"),
    ("ولم ينجم عن القصف أي إصابات", "ASSAULT CT+ القصف"),
    ("من دون أن يسفر القصف عن إصابات", "HARM CT- إصابات"),
    ("من دون أن يسفر القصف عن إصابات", "ASSAULT CT+ القصف"),
    # on whom it is to do something, and what is only doubted
    ("قال الوزير إن على قسد الانسحاب من القرية", "RETREAT Uu الانسحاب"),
    ("قال الوزير إن على تركيا أن تنسحب من القرية", "RETREAT Uu تنسحب"),
    ("قال الوزير إن على الطاولة انسحاب قسد", "RETREAT CT+ انسحاب"),
    ("شكك الوزير في التزام قسد بالهدنة", "CONCEDE PR- التزام"),
    # prevented, by whomever; what "and" goes on with is done
    ("منعت تركيا قسد من مهاجمة القرية", "ASSAULT CT- مهاجمة"),
    ("منعت تركيا اقتحام القرية من قبل قسد", "ASSAULT CT- اقتحام"),
    ("لمنع قسد من مهاجمة القرية", "ASSAULT PS+ مهاجمة"),
    ("لم تمنع تركيا قسد من مهاجمة القرية", "ASSAULT CT+ مهاجمة"),
    ("منعت الهجمات انسحاب قسد من القرية", "ASSAULT CT+ الهجمات"),
    ("أحبطت تركيا محاولة تسلل قسد", "MOVE CT- محاولة تسلل"),
    ("أفشلت تركيا الهجوم على القرية", "ASSAULT CT+ الهجوم"),
    ("أحبطت تركيا تهريب أسلحة واعتقال جنود", "COERCE CT+ واعتقال"),
    # impossible or put off
    ("ويتعذر إيصال المساعدات إلى المدنيين", "AID CT- إيصال المساعدات"),
    ("تأجيل زيارة وزير الخارجية التركي إلى قسد", "CONSULT CT- زيارة"),
    # where nobody tells of an attack it is not denied
    ("ولم تعلن قسد مسؤوليتها عن الهجوم على القرية", "ASSAULT CT- الهجوم"),
    ("ولم تعلن أي جهة مسؤوليتها عن الهجوم على القرية", "ASSAULT CT+ الهجوم"),
    ("ولم تتمكن قسد بسبب المعارك من دخول القرية", "ASSAULT CT+ المعارك"),
    ("ولم تتمكن قسد من السيطرة على القرية", "CONTROL CT- السيطرة"),
    ("ولم تشن بعد أي هجوم على القرية", "ASSAULT CT- تشن بعد أي هجوم"),
    # what a preposition adds to the noun that is denied
    ("عدم الانجرار وراء القتال في القرية", "ASSAULT CT+ القتال"),
    ("ليسوا سعداء بالهجوم على القرية", "ASSAULT CT+ بالهجوم"),
    ("لا علاقة لها بتفجير القرية", "ASSAULT CT- بتفجير"),
    ("قصفت قسد القرية دون معلومات عن خسائر بشرية", "HARM CT- خسائر"),
    ("لم تكن القرية يوما مكانا للهجمات", "ASSAULT CT- للهجمات"),
    ("ليس الرد مشددا وسيسعون لمهاجمة القرية", "ASSAULT CT+ لمهاجمة"),
    ("القرية لم تكن يوما من الأيام مكانا لسفك الدماء", "ASSAULT CT- لسفك"),
    # who tells of no harm, no proof and no leave does not make it so
    ("قصفت قسد القرية دون الإشارة إلى إصابات", "HARM CT- إصابات"),
    ("لا يوجد دليل على أن قسد نفذت الهجوم على القرية", "ASSAULT CT- نفذت الهجوم"),
    ("فشل الجيش التركي في اقتحام القرية", "ASSAULT CT- اقتحام"),
    ("نفي رسمي لقصف القرية", "ASSAULT CT- لقصف"),
    ("عدم القدرة على السيطرة على القرية", "CONTROL CT- السيطرة"),
    ("وعدم السماح بهروب عناصر داعش", "RETREAT CT- بهروب"),
    # a condition holds for the plan in it
    ("إذا كانت هناك خطة لتحرير القرية فلن تنجح", "CONTROL Uu لتحرير"),
    # what is needed, ensured, wanted, about to be or to be prevented
    ("أكد الوزير أهمية الهجوم على القرية", "ASSAULT CT+ الهجوم"),
    ("نزع السلاح يتطلب انسحاب قسد من القرية", "RETREAT Uu انسحاب"),
    ("يتعين على قسد الانسحاب من القرية", "RETREAT Uu الانسحاب"),
    ("ضمان انسحاب قسد من القرية", "RETREAT PS+ انسحاب"),
    ("مسألة انسحاب قسد من القرية", "RETREAT Uu انسحاب"),
    ("خطة لمهاجمة القرية", "ASSAULT PS+ لمهاجمة"),
    ("يقترب من استعادة السيطرة على القرية", "CONTROL PR+ استعادة"),
    ("قطعت قسد الطريق لتفادي هجوم على القرية", "ASSAULT PS+ هجوم"),
    ("لا يمكن مهاجمة القرية", "ASSAULT CT- مهاجمة"),
    ("لا يمكن لأحد أن ينسى أيام المعارك في القرية", "ASSAULT CT+ المعارك"),
    # what is there before somebody fears for more of it, and what only comes of it
    ("يمكن للسفن العالقة بسبب الحصار أن تمر", "COERCE CT+ الحصار"),
    ("ربما انسحبت القوات التي قصفت القرية", "ASSAULT CT+ قصفت"),
    ("ربما يقع مزيد من الهجمات", "ASSAULT PS+ يقع مزيد من الهجمات"),
    ("كانت تركيا قد تعهدت بالانسحاب من القرية", "RETREAT CT+ بالانسحاب"),
    # who failed, with its subject between; almost; had not done
    ("فشلت القوات الروسية حتى الآن في اقتحام القرية", "ASSAULT CT- اقتحام"),
    ("عجز الجيش التركي عن استعادة القرية", "CONTROL CT- استعادة"),
    ("فشل الوزير في شرح الهجوم على القرية", "ASSAULT CT+ الهجوم"),
    ("بعد فشلها في اقتحام القرية قصفت تركيا قسد", "ASSAULT CT+ قصفت"),
    # prepositions before the noun that denies; "by no proof" denies nothing
    ("انتقدت قسد تركيا لفشلها في اقتحام القرية", "ASSAULT CT- اقتحام"),
    ("ولعجزها عن اقتحام القرية قصفت تركيا قسد", "ASSAULT CT- اقتحام"),
    ("ولعجزها عن اقتحام القرية قصفت تركيا قسد", "ASSAULT CT+ قصفت"),
    ("كتبت الصحيفة بلا دليل عن الهجوم على القرية", "ASSAULT CT+ الهجوم"),
    ("كاد الجيش التركي أن يقتحم القرية", "ASSAULT CT- يقتحم"),
    ("كاد محتجون أن يقتحموا القرية", "PROTEST CT+ محتجون"),
    ("كاد محتجون أن يقتحموا القرية", "ASSAULT CT- يقتحموا"),
    ("فشل مسلحو قسد في السيطرة على القرية", "CONTROL CT- السيطرة"),
    ("وفشل مسلحو قسد في السيطرة على القرية", "CONTROL CT- السيطرة"),
    ("فشل الهجوم على القرية", "ASSAULT CT- الهجوم"),
    ("ما كاد الجيش التركي يقتحم القرية حتى انسحبت قسد", "ASSAULT CT+ يقتحم"),
    ("لم يكن الجيش التركي قد قصف القرية", "ASSAULT CT- قصف"),
    ("لم يكن قد قصف القرية", "ASSAULT CT- قصف"),
    ("كان الجيش التركي قد قصف القرية", "ASSAULT CT+ قصف"),
    # aimed at, tried, made ready for; what aims at it goes on
    ("أرسلت تركيا قوات بهدف السيطرة على القرية", "CONTROL PS+ السيطرة"),
    ("طوقت تركيا القرية تمهيدا لاقتحامها", "ASSAULT PS+ لاقتحامها"),
    ("تهدف الهجمات إلى تحرير القرية", "CONTROL PS+ تحرير"),
    ("تهدف الهجمات إلى تحرير القرية", "ASSAULT CT+ الهجمات"),
    ("خططت الخلية لقتل الجنود وتفجير المقر", "ASSAULT PS+ وتفجير"),
    ("حاولت تركيا من خلال الهجمات على قسد أن تضغط عليها", "ASSAULT CT+ الهجمات"),
    ("تعرض الوزير التركي لمحاولة اغتيال", "ASSAULT PS+ لمحاولة اغتيال"),
    ("نفت الداخلية محاولة تفجير المقر", "ASSAULT CT- محاولة تفجير"),
    ("أحبطت تركيا محاولة لتهريب أسلحة", "MOVE CT- محاولة لتهريب"),
    ("عثر على سيارة معدة للتفجير", "ASSAULT PS+ للتفجير"),
    ("في انتظار إحالته إلى المحكمة", "COERCE PR+ إحالته"),
    ("كشفت قسد خطة تركية لمهاجمة القرية", "ASSAULT PS+ لمهاجمة"),
    ("خطط تنظيم الدولة لتفجير المقر", "ASSAULT PS+ لتفجير"),
    ("عرض القائد الخطة قبل الهجوم على القرية", "ASSAULT CT+ الهجوم"),
    # what one can do, may do, cannot do, or calls upon others to do
    ("تستطيع تركيا مهاجمة قسد", "ASSAULT PS+ مهاجمة"),
    ("لا تستطيع تركيا مهاجمة قسد", "ASSAULT CT- مهاجمة"),
    ("تركيا غير قادرة على مهاجمة قسد", "ASSAULT CT- مهاجمة"),
    ("بوسع تركيا الاعتماد على الدعم من قسد", "SUPPORT CT+ الدعم"),
    ("لن يستطيعوا قصف القرية", "ASSAULT CT- يستطيعوا قصف"),
    ("قالت تركيا إنها تدرس إرسال قوات إلى القرية", "MOBILIZE PS+ إرسال قوات"),
    ("يدرس الطلاب الهجوم على القرية", "ASSAULT CT+ الهجوم"),
    ("نهدف إلى تحرير القرية", "CONTROL PS+ تحرير"),
    ("دخلت تركيا القرية بنية قتل الجنود", "HARM PR+ قتل"),
    ("حرض على قتل الجنود", "HARM Uu قتل"),
    ("هل تستطيع تركيا مهاجمة قسد؟", "ASSAULT Uu مهاجمة"),
    ("اتهم تركيا بعدم قدرتها على مهاجمة قسد", "ASSAULT CT- مهاجمة"),
    ("يتطلب ذلك مزيدا من التعاون مع تركيا", "COOPERATE Uu التعاون"),
    ("تحدث الوزير عن مزيد من التعاون مع تركيا", "COOPERATE CT+ التعاون"),
    ("لا شك أن أحدهم خطط له وقتل الجنود", "HARM CT+ وقتل"),
    # accused is also who denies it
    ("نفت قسد اتهامات تركيا بقصف القرية", "ACCUSE CT+ اتهامات"),
]


@pytest.mark.parametrize(("text", "expected"), SCOPES)
def test_how_far_a_negation_or_hedge_reaches(text: str, expected: str) -> None:
    told = [f"{c.type} {c.factuality} {text[c.anchor.start : c.anchor.end]}" for c in claims_of(text)]
    assert expected in told


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("لم تهاجم تركيا قسد", "لم"),
        ("قد تهاجم تركيا قسد", "قد"),
        ("من المتوقع أن تهاجم تركيا قسد", "من المتوقع"),
        ("هاجمت تركيا قسد", None),
    ],
)
def test_the_value_points_to_its_words(text: str, cue: str | None) -> None:
    span = claims_of(text)[0].factuality_cue
    assert (None if span is None else text[span.start : span.end]) == cue


@pytest.mark.parametrize(
    ("act", "text", "value"),
    [
        ("report", "X أن قسد هاجمت القرية", "CT+"),
        ("confirm", "X أن قسد هاجمت القرية", "CT+"),
        ("deny", "X أن تكون قسد هاجمت القرية", "CT-"),
        ("hypothesise", "X أن قسد هاجمت القرية", "PR+"),
        ("expect", "X أن تهاجم قسد القرية", "PS+"),
        ("expect", "X أن تعمل الشاحنات التي هاجمتها قسد", "CT+"),
        ("request", "X بمهاجمة قسد", "Uu"),
        ("refuse", "X مهاجمة قسد", "CT-"),
        ("warn", "X من مهاجمة قسد", "PS+"),
        ("warn", "X أن قسد هاجمت القرية", "CT+"),
        ("warn", "X من تكرار هجمات قسد", "CT+"),
        ("threaten", "X بمهاجمة قسد", "PS+"),
        ("announce", "X أن قسد ستهاجم القرية", "CT+"),
        ("accuse", "X قسد بمهاجمة القرية", "CT+"),
        ("request", "قضت بسجن قائد قسد سنة", "CT+"),
        ("deny", "ينفي مهاجمة قسد للقرية", "CT-"),
    ],
)
def test_the_act_decides_where_the_words_do_not(act: Act, text: str, value: Factuality) -> None:
    cue, content = text.split(" ", 1)
    claims = claims_of(text, said=(Said(cue, content, act, actors=("turkey",)),))
    assert [c.factuality for c in claims] == [value]


def test_a_denied_negative_is_positive() -> None:
    text = "نفت أنقرة أنها لم تهاجم قسد"
    (claim,) = claims_of(text, said=(Said("نفت", "أنها لم تهاجم قسد", "deny", "أنقرة", ("turkey",)),))
    assert claim.factuality == "CT+"


def test_a_denial_whose_verb_negates_by_itself_as_well_negates_once() -> None:
    text = "نفى مصدر انسحاب أي قوة"
    (claim,) = claims_of(text, said=(Said("نفى", "انسحاب أي قوة", "deny", "مصدر", ("unnamed-sources",)),))
    assert claim.factuality == "CT-"


@pytest.mark.parametrize(
    ("text", "quoted", "voice"),
    [
        ("قال ناشط إن القوات الروسية قصفت القرية", False, "source"),
        ("قال ناشط إن القرية التي تسيطر عليها قسد آمنة", False, "unclear"),
        ("قال ناشط إن القرية الخاضعة لسيطرة قسد آمنة", False, "unclear"),
        ('قال ناشط "القرية التي تسيطر عليها قسد آمنة"', True, "source"),
        ("قال ناشط إن القرية (تسيطر عليها قسد) آمنة", False, "reporter"),
    ],
)
def test_a_gloss_does_not_pass_as_the_sources_words(text: str, quoted: bool, voice: str) -> None:
    content = text[text.index("ناشط") + 5 :]
    claims = claims_of(text, said=(Said("قال", content, quoted=quoted),))
    assert [c.voice for c in claims] == [voice]


def test_a_relative_clause_behind_reported_words_is_unclear_too() -> None:
    text = "قال ناشط إن القصف طال القرية، التي تسيطر عليها قسد"
    claims = claims_of(text, said=(Said("قال", "إن القصف طال القرية"),))
    assert [(c.attribution, c.voice) for c in claims if c.type == "CONTROL"] == [(None, "unclear")]
