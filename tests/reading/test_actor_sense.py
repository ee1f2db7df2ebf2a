"""Actors: words that are somebody in one place and nobody in another."""

from __future__ import annotations

import pytest

from riwaya.reading.reader import Reader

Row = tuple[str, list[tuple[str, str]]]

WHERE_THEY_ACT: list[Row] = [
    # القاعدة beside another group or behind words of members; a base otherwise
    ("أدين أربعة بتكوين خلية مرتبطة بالقاعدة.", [("القاعدة", "al-qaeda")]),
    ("لا فرق بين داعش أو القاعدة.", [("داعش", "islamic-state"), ("القاعدة", "al-qaeda")]),
    ("هبطت الطائرة في القاعدة.", []),
    # in quotation marks, and where the report names it and tells of no base
    ("انسحبت «القاعدة» من البلدة.", [("القاعدة", "al-qaeda")]),
    (
        "قتل عشرة من القاعدة. وقال البيان إن تنظيم القاعدة انسحب.",
        [("القاعدة", "al-qaeda"), ("تنظيم القاعدة", "al-qaeda")],
    ),
    ("خرج من القاعدة. وقال البيان إن تنظيم القاعدة هاجم قاعدة جوية.", [("تنظيم القاعدة", "al-qaeda")]),
    ("سقطت القاعدة الجوية ضد كل توقع.", []),
    # العدوان as the subject of a verb, not as a deed
    (
        "استنكر البيان الغارات التي شنها العدوان الأمريكي السعودي على الميناء.",
        [("العدوان الأمريكي السعودي", "saudi-arabia united-states")],
    ),
    ("طالب البيان بوقف العدوان الأمريكي السعودي.", []),
    # a ministry named by its field only as a subject
    ("العراق\nالداخلية تعلن إغلاق الطريق", [("العراق", "iraq"), ("الداخلية", "iraq")]),
    ("العراق\nالصراعات الداخلية تعلن عن نفسها", [("العراق", "iraq")]),
    ("العراق\nوضح بيان الداخلية الأمر.", [("العراق", "iraq"), ("الداخلية", "iraq")]),
    ("العراق\nوضحت الأزمة الداخلية الأمر.", [("العراق", "iraq")]),
    (
        "أدانت قطر الهجوم على تركيا. وضح بيان الخارجية الأمر.",
        [("قطر", "qatar"), ("تركيا", "turkey")],
    ),
    # a people where it acts
    ("احتج المصريون على القرار.", [("المصريون", "egypt")]),
    ("بلغ عدد المصريين مئة مليون.", []),
    # order that is kept, and a system, are no government
    ("وصل الوفد إلى ليبيا. وتعهد بإعادة النظام.", [("ليبيا", "libya")]),
    ("وصل الوفد إلى تركيا. وحذر من الإخلال بالنظام العام.", [("تركيا", "turkey")]),
    ("وصل الوفد إلى حلب في سوريا. وقصف النظام القرية.", [("النظام", "syrian-government")]),
    ("وصل الوفد إلى حلب في سوريا. وطالب بفرض النظام في الحي.", []),
    (
        "وصل الوفد إلى حلب في سوريا. وجاء ذلك بعد استعادة النظام السيطرة على الحي.",
        [("النظام", "syrian-government")],
    ),
    (
        "وصل الوفد إلى حلب في سوريا. وجاء ذلك بعد فرض النظام حصارا.",
        [("النظام", "syrian-government")],
    ),
    (
        "وصل الوفد إلى حلب في سوريا. وجاء ذلك بعد إعادة النظام انتشاره.",
        [("النظام", "syrian-government")],
    ),
    # a body, or the adjective of the noun before it
    ("انتقدت الخارجية الأمريكية القرار.", [("الخارجية الأمريكية", "united-states")]),
    ("تغيرت السياسة الخارجية الأمريكية.", []),
    ("بدأت جهود دبلوماسية مصرية.", []),
    ("تعطلت الملاحة البحرية الإيرانية.", []),
    ("اعترضت البحرية الإيرانية الناقلة.", [("البحرية الإيرانية", "iranian-army")]),
    # powers are forces where they are armed, safety where it acts
    ("انتشرت القوى الأمنية اللبنانية.", [("القوى الأمنية اللبنانية", "lebanese-army")]),
    ("اجتمعت القوى السياسية العراقية.", []),
    ("الأمن التركي يعتقل عشرة.", [("الأمن التركي", "turkish-forces")]),
    # the prime minister is no council
    ("قال رئيس مجلس الوزراء العراقي إن الخطة جاهزة.", [("رئيس مجلس الوزراء العراقي", "iraq")]),
    ("رفض مجلس الوزراء العراقي الخطة.", [("مجلس الوزراء العراقي", "iraq")]),
    # legitimacy that is the world's, or that comes back
    ("وصل الوفد إلى اليمن. ودعا إلى احترام الشرعية الدولية.", [("اليمن", "yemen")]),
    ("قاتل الحوثيون الشرعية في اليمن.", [("الحوثيون", "houthis"), ("الشرعية في اليمن", "yemeni-government")]),
    # doing away with something, the judiciary, and the district
    ("العراق\nيهدف البرنامج إلى القضاء نهائيا على المرض.", [("العراق", "iraq")]),
    ("العراق\nأغلقت اللجنة منافذ القضاء.", [("العراق", "iraq")]),
    # many countries are no two
    ("تتاجر تركيا وقطر مع البلدان العربية.", [("تركيا", "turkey"), ("قطر", "qatar")]),
    # an adjective spelt like a country or like one of a group
    ("زار الوزير روسيا أمس.", [("روسيا", "russia")]),
    ("قتل عشرون حوثيا.", [("حوثيا", "houthis")]),
    ("استمر الحضور الأمريكي، وهو حضور دبلوماسي أمريكي.", []),
    ("تدعم مصر القوة العربية المشتركة.", [("مصر", "egypt")]),
    # an agency of a state is no society
    ("السعودية\nنظمت هيئة الهلال الأحمر حملة.", [("السعودية", "saudi-arabia")]),
    # a capital behind a pronoun of its verb, and behind what it gives
    ("الاتفاق الذي توسطت فيه موسكو وواشنطن انهار.", [("موسكو", "russia"), ("واشنطن", "united-states")]),
    ("تقدمت الكتيبة بدعم مباشر من طهران.", [("طهران", "iran")]),
    ("عاد التاجر من طهران.", []),
    # where people live, by two words or by what points there
    ("نزح أهالي مدينة حفر الباطن.", [("أهالي مدينة حفر الباطن", "civilians")]),
    ("نزح سكان تلك القرى.", [("سكان تلك القرى", "civilians")]),
    # a capital behind what only somebody can have, not as a target
    ("هذا من حق أنقرة.", [("أنقرة", "turkey")]),
    ("وصف إصرار طهران بالخطأ.", [("طهران", "iran")]),
    ("موجة تفجيرات تضرب بغداد.", []),
    # ة where the bearer stands
    ("أغلق سريع قناة الجيش في العراق.", [("العراق", "iraq")]),
    # security forces where they act, not the security of a country
    ("تمكن الأمن العراقي من ضبط رجل.", [("الأمن العراقي", "iraqi-forces")]),
    ("هدفهم زعزعة الأمن العراقي.", []),
    # a part of the world, a club, a side that is none
    ("سافر إلى أمريكا اللاتينية.", []),
    ("سافر إلى أمريكا.", [("أمريكا", "united-states")]),
    ("سافر إلى المغرب العربي.", []),
    ("سافر إلى المغرب.", [("المغرب", "morocco")]),
    ("وقف إلى جانب روسيا.", [("روسيا", "russia")]),
    # the short name of a coalition is not another alliance's, also in the mouth of who uses it
    ("عاد التحالف الوطني إلى بغداد في العراق.", [("العراق", "iraq")]),
    (
        "قال الجيش العراقي إن التحالف قصف القرية وإن التحالف الوطني اجتمع.",
        [("الجيش العراقي", "iraqi-forces"), ("التحالف", "us-led-coalition")],
    ),
    ("قصف التحالف القرية في العراق.", [("التحالف", "us-led-coalition"), ("العراق", "iraq")]),
    # الدولة behind a minister is no state
    ("وصل وزير الدولة إلى قطر.", [("قطر", "qatar")]),
    ("أكدت الدولة ذلك في قطر.", [("الدولة", "qatar"), ("قطر", "qatar")]),
    ("فاز طلائع الجيش في مصر.", [("مصر", "egypt")]),
    ("تدخل الجيش في مصر.", [("الجيش", "egyptian-forces"), ("مصر", "egypt")]),
    # whose resistance it is says the country
    (
        "قصفت المقاومة الإسلامية دبابة جنوبي لبنان.",
        [("المقاومة الإسلامية", "hezbollah"), ("لبنان", "lebanon")],
    ),
    ("قصفت المقاومة الإسلامية دبابة.", []),
    # a city named for atomic energy is not the agency
    ("زار مدينة الملك عبدالله للطاقة الذرية.", [("مدينة الملك عبدالله للطاقة الذرية", "saudi-arabia")]),
    # adjectives of parties
    ("استمر القصف الحوثي ليلا.", []),
    ("قصف الحوثي المدينة.", [("الحوثي", "houthis")]),
]

JOINED: list[Row] = [
    ("تقدم الجيش والمقاومة اليمنية.", [("الجيش", "yemeni-government"), ("المقاومة اليمنية", "popular-resistance-yemen")]),
    ("اتفاق بين الحكومتين العراقية والتركية.", [("الحكومتين العراقية والتركية", "iraq turkey")]),
    ("جرى اتفاق بغداد - أنقرة.", [("بغداد", "iraq"), ("أنقرة", "turkey")]),
    (
        "أعلنت الهيئة الوطنية العراقية للرقابة النووية النتيجة.",
        [("الهيئة الوطنية العراقية للرقابة النووية", "iraq")],
    ),
    ("أعلنت الهيئة العامة للمنافذ العراقية النتيجة.", [("الهيئة العامة للمنافذ العراقية", "iraq")]),
    (
        "صدر بيان رئاسة الجمهورية والحكومة العراقية.",
        [("رئاسة الجمهورية", "iraq"), ("الحكومة العراقية", "iraq")],
    ),
    ("تشاور مع الحكومة والأطراف السياسية اليمنية.", [("الحكومة", "yemeni-government")]),
    ("عادت شرطة منطقة جازان إلى السعودية.", [("شرطة منطقة جازان", "saudi-arabia"), ("السعودية", "saudi-arabia")]),
    ("تواصل المركز مع الجانب العراقي.", [("الجانب العراقي", "iraq")]),
    ("أصدرت قوة أمنية تابعة لقوات البيشمركة بيانا.", [("قوة أمنية تابعة لقوات البيشمركة", "peshmerga")]),
]  # fmt: skip

MASKED_AND_GLUED: list[Row] = [
    ("قال القيادي في حركة حمـ.ـاس إنه عاد.", [("حركة حمـ.ـاس", "hamas")]),
    ("عاد حـ.ـمـ.ـاس إلى الطاولة.", [("حـ.ـمـ.ـاس", "hamas")]),
    ("سنة 1436هـ.وقالت حماس.", [("حماس", "hamas")]),
    ("شنت غارات علىإيران.", [("إيران", "iran")]),
]

PEOPLE: list[Row] = [
    ("هذا حصار الشعب اليمني.", [("الشعب اليمني", "civilians")]),
    ("احتفل الشعب اليمني بالعيد.", []),
    ("يستغيث مواطنو الموصل.", [("مواطنو الموصل", "civilians")]),
    ("جند مواطنين للعمل.", [("مواطنين", "civilians")]),
    ("اتهم بتجنيد مواطنين للعمل.", []),
]

SERVICES: list[Row] = [
    # services of the state at hand by the town that they serve, never by the article alone
    ("السعودية\nتفقد جوازات منطقة عسير المنفذ.", [("السعودية", "saudi-arabia"), ("جوازات منطقة عسير", "saudi-arabia")]),
    ("السعودية\nتهتم الأسرة بالصحة العامة.", [("السعودية", "saudi-arabia")]),
    ("السعودية\nاستمعت القيادات الأمنية للشرح.", [("السعودية", "saudi-arabia"), ("القيادات الأمنية", "saudi-arabia")]),
    # the country behind ل says whose a public body abroad is
    ("أغلقت القنصلية العامة للهند في أربيل.", [("القنصلية العامة للهند", "india")]),
    ("العراق\nأغلقت الهيئة العامة للسياحة.", [("العراق", "iraq"), ("الهيئة العامة للسياحة", "iraq")]),
    # activists with what they are active in, worshippers, nationals abroad
    ("اجتمع ناشطون مدنيون في الساحة.", [("ناشطون مدنيون", "activists")]),
    ("حيا الناشط الحقوقي سمير الحضور.", [("الناشط الحقوقي", "activists")]),
    ("استهدف التفجير المصلين.", []),
    ("نصحت الهند رعاياها بالحذر.", [("الهند", "india"), ("رعاياها", "civilians")]),
    # a coalition without article by who leads it
    ("شن تحالف تقوده الولايات المتحدة غارات.", [("تحالف تقوده الولايات المتحدة", "us-led-coalition")]),
    # who leads something is no body
    ("شكلت لجنة برئاسة العبادي.", []),
    ("اجتمعت رئاسة العراق مع الوفد.", [("رئاسة العراق", "iraq")]),
    # what is open to anybody is no source
    ("نشر الأرشيف تحقيقا مفتوح المصدر.", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [*WHERE_THEY_ACT, *JOINED, *MASKED_AND_GLUED, *PEOPLE, *SERVICES]
)
def test_mentions(reader: Reader, text: str, expected: list[tuple[str, str]]) -> None:
    assert _mentions(reader, text) == expected


def _mentions(reader: Reader, text: str, *, published: str = "2016-05-04") -> list[tuple[str, str]]:
    """The actors of each mention, as words of the text."""
    found: dict[tuple[int, int], list[str]] = {}
    for mention in reader.read(text, published=published).mentions:
        if mention.actor:
            found.setdefault((mention.start, mention.end), []).append(mention.actor)
    return [(text[start:end], " ".join(actors)) for (start, end), actors in sorted(found.items())]


BODIES = ("وزارة الداخلية", "الشرطة", "الشرطة الاتحادية", "الوزارة", "قوات الطوارئ", "عناصر الأمن")
AT_HOME: list[tuple[str, str | None]] = [
    ("أكدت وزارة الداخلية إيقاف شخص في معتمدية الجبل بعد عودته من سوريا.", "tunisia"),
    ("ألمانيا: أكدت وزارة الداخلية إيقاف تونسي. ولد التونسي في صفاقس.", "germany"),
    ("ألمانيا: أكدت وزارة الداخلية إيقاف تونسي. وكان التونسي قد عاد من تونس وزار صفاقس وسوسة.", "germany"),
    ("أكدت وزارة الداخلية ما ورد في وثائق مالية.", None),
    ("عاد وفد المملكة من أمريكا. وذكرت وزارة الداخلية ذلك.", "saudi-arabia"),
    ("عاد وفد المملكة المتحدة من العراق. وذكرت وزارة الداخلية ذلك بعد عودة الوفد إلى بغداد.", "iraq"),
    ("قالت الشرطة في أمريكا إن الطريق مغلق.", None),
    ("قالت الشرطة في العراق إن الطريق مغلق.", "iraq"),
    # who keeps order belongs to where he does, whoever speaks of it; not in a land that another holds
    ("دان الرئيس المصري في مصر تفجير مسجد قوات الطوارئ في منطقة عسير.", "saudi-forces"),
    ("دان الرئيس المصري في مصر تفجير مسجد قوات الطوارئ بعد الصلاة.", "egyptian-forces"),
    ("رأت إسرائيل مع وزير إسرائيلي وجندي إسرائيلي قوات الطوارئ في الخليل.", "israeli-forces"),
    ("أغلقت الشرطة الاتحادية الطريق في العراق.", "iraq"),
    ("أغلقت الشرطة الاتحادية الطريق أمس.", None),
    ("أغلق عناصر الأمن الطريق في العراق.", "iraqi-forces"),
    ("أغلق عناصر الأمن الطريق أمس.", None),
    ("عاد الوزير إلى العراق. وذكرت الوزارة ذلك.", "iraq"),
    # the country with which a headline begins does something; so does its office
    (
        "الأردن يدين تفجير الرياض\n\nدان وزير أردني تفجير مسجد في الرياض. وذكرت وزارة الداخلية ذلك أمس.",
        "jordan",
    ),
    (
        "تفجير في الرياض يدينه الأردن\n\nدان وزير أردني تفجير مسجد في الرياض. وذكرت وزارة الداخلية ذلك أمس.",
        "saudi-arabia",
    ),
    (
        "رئيس الوزراء الأردني يدين التفجير\n\nدان الأردن تفجير مسجد في الرياض. وذكرت وزارة الداخلية ذلك أمس.",
        "jordan",
    ),
    (
        "رئيس نادي الجالية الأردنية يعود\n\nدان الأردن تفجير مسجد في الرياض والدمام. وذكرت وزارة الداخلية ذلك أمس.",
        "saudi-arabia",
    ),
    # countries of two words
    ("عاد وفد جنوب السودان إلى جوبا. وذكرت وزارة الداخلية ذلك.", "south-sudan"),
    ("أصيب جنديان كوريان جنوبيان. وذكرت وزارة الداخلية ذلك.", "south-korea"),
    ("عاد الوزير أمس. وذكرت الوزارة ذلك.", None),
    ("أكدت وزارة الداخلية يوم 7 جانفي عودة شاب من ليبيا.", "tunisia"),
    ("أكدت وزارة الداخلية يوم 7 يناير عودة شاب من ليبيا.", "libyan-government"),
]


@pytest.mark.parametrize(("text", "actor"), AT_HOME)
def test_whose_body_it_is(reader: Reader, text: str, actor: str | None) -> None:
    bodies = [a for words, a in _mentions(reader, text) if words in BODIES]
    assert bodies == ([actor] if actor else [])


TOLD: list[tuple[str, str, tuple[str, ...]]] = [
    ("قال لـ«المدينة» مدير أمن مطروح سعيد سالم إن مصر آمنة.", "مدير أمن مطروح سعيد سالم", ("egypt",)),
    ("قال لـ«المدينة» أمس، مدير المرصد السوري إن القصف هدأ.", "مدير المرصد السوري", ("sohr",)),
    ("قال رئيس النادي في فرنسا إنه فاز.", "رئيس النادي في فرنسا", ("other",)),
    # who stands in for an ambassador
    (
        "قال القائم بالأعمال الأميركي في بغداد سالم الورد إن الجسر سليم.",
        "القائم بالأعمال الأميركي في بغداد سالم الورد",
        ("united-states",),
    ),
    # whose a minister of state is stands behind what he deals with, or before
    (
        "السعودية\nقال وزير الدولة لشؤون الدفاع القطري سالم الورد إن السعودية آمنة.",
        "وزير الدولة لشؤون الدفاع القطري سالم الورد",
        ("qatar",),
    ),
    (
        "السعودية\nقال سالم الورد، وزير الدولة للشؤون الخارجية في الإمارات، إن السعودية آمنة.",
        "سالم الورد، وزير الدولة للشؤون الخارجية في الإمارات",
        ("uae",),
    ),
    (
        "السعودية\nقال وزير الدولة اليمني سالم الورد إن السعودية آمنة.",
        "وزير الدولة اليمني سالم الورد",
        ("yemeni-government",),
    ),
    (
        "الأردن\nقال وزير الدولة لشؤون الإعلام سالم الورد إن الأردن آمن.",
        "وزير الدولة لشؤون الإعلام سالم الورد",
        ("jordan",),
    ),
    ("تونس\nقال كاتب الدولة للتجارة إن تونس آمنة.", "كاتب الدولة للتجارة", ("tunisia",)),
    ("ليبيا\nفي تونس قال كاتب الدولة للتجارة إن ليبيا آمنة.", "كاتب الدولة للتجارة", ("tunisia",)),
]


@pytest.mark.parametrize(("text", "source", "actors"), TOLD)
def test_who_speaks(reader: Reader, text: str, source: str, actors: tuple[str, ...]) -> None:
    said = reader.read(text, published="2016-05-04").attributions[0]
    assert said.source is not None
    assert text[said.source.start : said.source.end] == source
    assert said.source_actors == actors


def test_regime_is_that_of_syria_where_the_report_tells_of_it(reader: Reader) -> None:
    text = "قالت روسيا إن الطيران الروسي عاد إلى روسيا من حماة. وانسحب النظام من التل."
    assert ("النظام", "syrian-government") in _mentions(reader, text)
    assert ("النظام", "syrian-government") not in _mentions(reader, text, published="2025-05-04")
    assert ("النظام", "iraq") not in _mentions(reader, "حدث العراق النظام في كل دوائر العراق.")


#: Text, a generic in it, whose it is.
GENERICS = [
    # who speaks in all of a report is told before its first colon
    ("أوباما: الاتفاق مع إيران قريب، وسيبقى الجيش قرب إيران.", "الجيش", "us-forces"),
    (
        "مصدر عسكري إيراني: قالت القوات المسلحة إن مسيرة إسرائيلية أصابت جسر إسرائيل.",
        "القوات المسلحة",
        "iranian-army",
    ),
    # a country told of only as another's is not that of the offices and bodies, but where all else points to it
    ("قالت قيادة الجيش إن طائرة إسرائيلية قصفت الجسر، وإن العراق بخير.", "الجيش", "iraqi-forces"),
    ("قالت الحكومة إن القصف الجوي التركي مستمر، وإن العراق سيشكو تركيا.", "الحكومة", "turkey"),
    ("قالت الحكومة إن الوزير السوري لقي نظيره المصري.", "الحكومة", "syrian-government"),
    ("قالت الحكومة إن مسيرة الوزير المصري انطلقت.", "الحكومة", "egypt"),
    # small towns at a border say on which side of it they lie
    ("سقط مقذوف من اليمن على ظهران الجنوب، وباشرت الجهات الأمنية الموقع.", "الجهات الأمنية", "saudi-forces"),
    (
        "سقط مقذوف من السعودية على قرية النور في اليمن، وباشرت الجهات الأمنية الموقع في اليمن.",
        "الجهات الأمنية",
        "yemeni-government",
    ),
    # of two named as often that is meant whose several towns are, not where others hold them
    (
        "أصيب يمني من اليمن ويمنية من اليمن في نجران وجازان، وباشر رجال الأمن الموقع.",
        "رجال الأمن",
        "saudi-forces",
    ),
    ("قالت إسرائيل إن جنود إسرائيل في غزة، وعاد سلاح الجو.", "سلاح الجو", "israeli-forces"),
    # in each war the rebels are others
    ("استعاد الثوار الطريق في تعز، وعاد الوزير اليمني إلى اليمن.", "الثوار", "popular-resistance-yemen"),
    ("استعاد الثوار الطريق في حلب، وعاد الوزير السوري إلى سوريا.", "الثوار", "syrian-opposition"),
    # no medium that hands on the words of others, no place, no headline about others
    ("صحيفة مصرية: قال العراق إن الجيش في العراق بخير.", "الجيش", "iraqi-forces"),
    ("بعد لقاء الوزير المصري: قال العراق إن الجيش في العراق بخير.", "الجيش", "iraqi-forces"),
    ("السيسي: الجسر سليم\n\nقال العراق إن الجيش في العراق بخير.", "الجيش", "iraqi-forces"),
]


@pytest.mark.parametrize(("text", "generic", "actor"), GENERICS)
def test_whose_a_generic_is(reader: Reader, text: str, generic: str, actor: str) -> None:
    assert {found for form, found in _mentions(reader, text) if form == generic} == {actor}


def test_unnamed_source_has_the_mouth_that_hands_its_words_on(reader: Reader) -> None:
    text = "نقل حزب الله عن مصدر ميداني أن العدو انسحب من التل."
    assert ("العدو", "israel") in _mentions(reader, text)
    assert "العدو" not in dict(_mentions(reader, "قال مصدر ميداني إن العدو انسحب من التل."))


def test_name_alone_in_the_headline(reader: Reader) -> None:
    text = "حمدان: الاتفاق سيئ\nقال اللواء سالم حمدان، نائب قائد الجيش المصري، إن الاتفاق سيئ."
    assert [a.source_actors for a in reader.read(text).attributions] == [("egyptian-forces",)] * 2
    other = text + "\nوقال اللواء سعيد كريم إن الجسر سليم."
    assert reader.read(other).attributions[2].source_actors == ("other",)


def test_subject_between_was_and_comma(reader: Reader) -> None:
    text = "أعلن حزب الله وقف النار. وكان الجيش الإسرائيلي، أعلن أن الجسر سليم."
    assert reader.read(text).attributions[-1].source_actors == ("israeli-forces",)


def test_unnamed_official_tells_on(reader: Reader) -> None:
    text = "قال مسؤول أمني عراقي إن الطريق مغلق. وأوضح المسؤول الأمني أن المعبر مفتوح."
    assert [a.source_actors for a in reader.read(text).attributions] == [("iraqi-forces",)] * 2
    named = "قال مسؤول أمني عراقي إن الطريق مغلق. وأوضح المسؤول حسن كريم أن المعبر مفتوح."
    assert ("المسؤول", "official-sources") not in _mentions(reader, named)


def test_honorific_points_back(reader: Reader) -> None:
    text = "قال وزير الخارجية السعودي عادل الجبير إن الوفد عاد. وأكد معاليه أن اللقاء ناجح."
    assert [a.source_actors for a in reader.read(text).attributions] == [("saudi-arabia",)] * 2


def test_nationality_is_nobodys_surname(reader: Reader) -> None:
    text = "قال الجيش الألماني إن الجسر سليم. وطالب حزب البيئة الألماني المعارض بفتح الطريق."
    assert reader.read(text).attributions[1].source_actors == ("other",)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال القيادي في كتلة الغد بزعامة نائب رئيس الجمهورية إياد علاوي إن الأمر بسيط.", "other"),
        ("قال نائب رئيس الجمهورية إياد علاوي إن الأمر بسيط.", "iraq"),
    ],
)
def test_who_leads_the_speakers_party_does_not_speak(reader: Reader, text: str, speaker: str) -> None:
    (said,) = reader.read(f"العراق\n{text}", published="2016-05-04").attributions
    assert said.source_actors == (speaker,)
