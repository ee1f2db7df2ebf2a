"""Words that mean a party only in reports about its war, or where the report names it."""

from __future__ import annotations

import pytest

from riwaya.reading.reader import Reader

WAR = "ودارت اشتباكات في حلب السورية أمس."


@pytest.mark.parametrize(
    ("text", "day", "actors"),
    [
        # factions and aircraft of Syria's war
        (f"{WAR} وقصف الطيران المروحي البلدة.", "2015-08-05", {"syrian-army"}),
        (f"{WAR} ونفذ الطيران الحربي أربع غارات.", "2015-08-05", {"syrian-army"}),
        (f"{WAR} وتقدمت الكتائب المقاتلة في الحي.", "2015-08-05", {"syrian-opposition"}),
        (f"{WAR} وانسحب مقاتلو الفصائل من القرية.", "2015-08-05", {"syrian-opposition"}),
        (f"{WAR} وقتل سبعة من الفصائل الإسلامية.", "2015-08-05", {"syrian-opposition"}),
        ("نفذ الطيران الحربي مناورة فوق باريس في فرنسا.", "2015-08-05", {"france"}),
        # militants are those whom the report names, and nobody where it names none
        ("سيطر تنظيم داعش على البلدة. وفر المتطرفون منها ليلا.", "2015-08-05", {"islamic-state"}),
        ("هاجمت بوكو حرام القرية. وقتل المتشددون عشرة.", "2015-08-05", {"boko-haram"}),
        ("فر المتطرفون من البلدة ليلا.", "2015-08-05", set()),
        ("قصفت تركيا مواقع المتشددين الأكراد.", "2015-08-05", {"turkey", "pkk"}),
        # a regime that was deposed is that of the war which the day tells
        ("قصفت الطائرات قوات النظام المخلوع في اليمن.", "2015-08-05", {"saleh-forces", "yemen"}),
        ("فر ضباط النظام المخلوع من حلب في سوريا.", "2025-02-01", {"syrian-government"}),
        # forces of the recognised government of Libya in its first years
        ("اندلع قتال في بنغازي في ليبيا. وتقدمت القوات الموالية للحكومة.", "2015-08-05", {"libya", "lna"}),
        # factions of another country are nobody's whom the report does not name
        ("اندلع قتال في طرابلس في ليبيا. وتقدمت فصائل مسلحة.", "2015-08-05", {"libya"}),
        (f"{WAR} وتقدمت فصائل مسلحة.", "2015-08-05", {"syrian-opposition"}),
        # a former president's forces, and his guard
        ("هاجمت القوات الموالية للرئيس اليمني السابق القرية.", "2015-08-05", {"saleh-forces"}),
        ("هاجمت القوات الموالية للرئيس اليمني القرية.", "2015-08-05", {"yemeni-government"}),
        ("وصل الوفد إلى اليمن. وتقدم الحرس الجمهوري.", "2015-08-05", {"yemen", "saleh-forces"}),
        (f"{WAR} وتقدم الحرس الجمهوري.", "2015-08-05", {"syrian-army"}),
        ("وصل الوفد إلى مصر. وتقدم الحرس الجمهوري.", "2015-08-05", {"egypt"}),
        # a party of workers in the country where one is at war
        ("وصل الوفد إلى تركيا. وهاجم حزب العمال القرية.", "2015-08-05", {"turkey", "pkk"}),
        ("وصل الوفد إلى بريطانيا. وطالب حزب العمال بتحقيق.", "2015-08-05", {"united-kingdom"}),
        # Kurdish fighters are those of the country at hand
        ("وصل الوفد إلى تركيا. وتقدم المقاتلون الأكراد.", "2015-08-05", {"turkey", "pkk"}),
        ("وصل الوفد إلى العراق. وتقدم المقاتلون الأكراد.", "2015-08-05", {"iraq", "peshmerga"}),
        (f"{WAR} وتقدم المقاتلون الأكراد.", "2015-08-05", {"sdf"}),
        ("قالت سوريا إن المقاتلين الأكراد هاجموا القرية.", "2013-08-05", {"syrian-government", "sdf"}),
        ("قالت سوريا إن المقاتلين الأكراد هاجموا القرية.", "2005-08-05", {"syrian-government"}),
        ("وصل الوفد إلى تركيا. وتقدم المقاتلون الأكراد في شمال سوريا.", "2015-08-05", {"turkey", "sdf"}),
        # a body is told after who leads it, with his office
        ("وقع هجوم في الرياض. وعادت حكومة الرئيس عبد ربه منصور هادي.", "2015-08-05", {"yemeni-government"}),
        ("وقع هجوم في الرياض. وقصفت قوات الرئيس السوري بشار الأسد التل.", "2015-08-05", {"syrian-army"}),
        ("وقع هجوم في لبنان. وسقطت حكومة الرئيس سعد الحريري.", "2015-08-05", {"lebanon"}),
        # a state's government is told together with its people
        ("وقع هجوم في الرياض. وهنأ المدير حكومة وشعب الكويت.", "2015-08-05", {"kuwait"}),
        # men of a deposed president are his side
        ("انسحب الحوثيون وفلول المخلوع علي صالح من الجبهة.", "2016-05-01", {"houthis", "saleh-forces"}),
        ("هاجم أعوان المخلوع صالح المنفذ.", "2016-05-01", {"saleh-forces"}),
        ("قصفت القوات الموالية للمخلوع علي صالح الجسر.", "2016-05-01", {"saleh-forces"}),
        ("سيطرت قوات الرئيس المخلوع علي عبدالله صالح على التل.", "2016-05-01", {"saleh-forces"}),
        # an army of liberation is the state's that it won
        ("هاجم الجيش الشعبي لتحرير السودان القرية.", "2010-08-05", {"splm-n"}),
        ("هاجم الجيش الشعبي لتحرير السودان القرية.", "2015-08-05", {"south-sudan"}),
        ("اجتمعت الهيئة العامة للائتلاف الوطني السوري أمس.", "2015-08-05", {"syrian-opposition"}),
        ("طاردت القوات العصابات الحوثية.", "2015-08-05", {"houthis"}),
        # the elite of an army is none of Syria's factions
        ("وصل الوفد إلى إيران. وطوقت قوات النخبة المبنى.", "2017-08-05", {"iran"}),
        # a gate, a quarter and a group with a country's name are not the country
        ("دخل الزوار من باب المغاربة.", "2015-08-05", set()),
        ("وقع انفجار في ضاحية مصر الجديدة.", "2015-08-05", set()),
        # soldiers are of the only forces that the report names
        ("اقتحم الجيش المصري القرية. وأطلق الجنود النار.", "2015-08-05", {"egyptian-forces"}),
        ("غادر الجيش الإسرائيلي البلدة. وعاد الجنود ليلا.", "2015-08-05", {"israeli-forces"}),
        # not where it names two, or a country that is at war with them, nor where an adjective says whose
        (
            "غادر الجيش المصري القرية. ووصل الجيش العراقي. وعاد الجنود ليلا.",
            "2015-08-05",
            {"egyptian-forces", "iraqi-forces"},
        ),
        ("قصف الحرس الثوري الإيراني السفينة الأمريكية. وقتل الجنود.", "2026-07-05", {"irgc"}),
        ("وصل الجيش المصري إلى القرية. وعاد الجنود الأفغان.", "2015-08-05", {"egyptian-forces"}),
        ("وصل الوفد إلى القرية. وعاد الجنود ليلا.", "2015-08-05", set()),
        # a regular army is that of the country at hand
        (
            "تقدمت المقاومة الشعبية اليمنية في تعز في اليمن. وتقدم الجيش النظامي.",
            "2015-08-05",
            {"popular-resistance-yemen", "yemen", "yemeni-government"},
        ),
        (f"{WAR} وتقدم الجيش النظامي.", "2015-08-05", {"syrian-army"}),
        # factions of a headline are those that the report is about
        (
            "محتجون من أنصار الفصائل في بغداد\nفرقت القوات الأمنية العراقية أنصار فصائل مسلحة في العراق.",
            "2026-03-01",
            {"iran-backed-militias", "iraqi-forces", "iraq"},
        ),
        # the government of who led a group
        ("اجتمعت حكومة الجولاني أمس.", "2026-08-05", {"syrian-transitional-government"}),
        # the coalition, and the government that it named
        ("التقى الوفد في سوريا أمس. وزار الوفد مقر الائتلاف.", "2015-08-05", {"syrian-opposition"}),
    ],
)
def test_actors_by_war(reader: Reader, text: str, day: str, actors: set[str]) -> None:
    mentions = reader.read(text, published=day).mentions
    assert {m.actor for m in mentions if m.actor is not None and m.actor != "civilians"} == actors


@pytest.mark.parametrize(
    ("text", "day", "actor"),
    [
        # a country tells as its government
        ("قالت سوريا إن الجسر سليم.", "2015-08-05", "syrian-government"),
        ("قالت سوريا إن الجسر سليم.", "2025-08-05", "syrian-transitional-government"),
        ("ناشد اليمن المجتمع الدولي وقف القصف.", "2015-08-05", "yemeni-government"),
        ("قال سفير اليمن في الرياض إن الجسر سليم.", "2015-08-05", "yemeni-government"),
        ("وطالبت ليبيا مجلس الأمن برفع الحظر.", "2018-08-05", "libyan-government"),
        # who led a group and then a state
        ("قال الجولاني إن الجسر سليم.", "2023-08-05", "hts"),
        ("قال الجولاني إن الجسر سليم.", "2026-08-05", "syrian-transitional-government"),
        # offices and bodies
        (f"{WAR} وقالت نائبة رئيس الائتلاف نورا الوردي إن الجسر سليم.", "2015-08-05", "syrian-opposition"),
        ("وقع هجوم في نينوى في العراق. وقال مدير مفتشية آثار نينوى إن الجسر سليم.", "2024-08-05", "iraq"),
        (
            "وقع هجوم في عدن في اليمن. وقال مدير مكتب الرئاسة إن الجسر سليم.",
            "2015-08-05",
            "yemeni-government",
        ),
        (
            "وقع هجوم في الرياض. وقال نائب رئيس مجلس الوزراء وزير الداخلية بدولة الكويت إن الرياض آمنة.",
            "2015-08-05",
            "kuwait",
        ),
        ("وقع هجوم في اليمن. وقال رئيس هيئة الأركان إن الجسر سليم.", "2015-08-05", "yemeni-government"),
        # every land has a south
        ("وقال محافظ ظهران الجنوب إن الجسر سليم.", "2015-08-05", "other"),
        ("وقال محافظ الجنوب إن الجسر سليم.", "2015-08-05", "other"),
        ("قتل جندي لبناني في لبنان. وقال محافظ الجنوب إن الجسر سليم.", "2015-08-05", "other"),
        # a council of ministers is no other council
        (
            "ناقش مجلس الأمن الدولي الوضع في اليمن. وقال مجلس الوزراء إن اليمن آمن.",
            "2015-08-05",
            "yemeni-government",
        ),
        (
            "وقع هجوم في الأنبار في العراق. وقالت قيادة الفرقة الثامنة إن الجسر سليم.",
            "2015-08-05",
            "iraqi-forces",
        ),
    ],
)
def test_speakers_by_war(reader: Reader, text: str, day: str, actor: str) -> None:
    said = reader.read(text, published=day).attributions
    assert [a.source_actors for a in said] == [(actor,)]


HOUTHIS = "وتقدم الحوثيون وقوات صالح في اليمن."


@pytest.mark.parametrize(
    ("text", "day", "words", "sides"),
    [
        # the two who were named last; no land of which somebody else is the government, nor where something is
        ("التقى وفد حماس وفد إسرائيل. واتفق الطرفان على هدنة.", "2026-05-01", "الطرفان", {"hamas", "israel"}),
        (
            "التقت الحكومة اليمنية الحوثيين في شمال اليمن. واتفق الطرفان على هدنة.",
            "2016-05-01",
            "الطرفان",
            {"yemeni-government", "houthis"},
        ),
        (
            "قصفت تركيا مواقع حزب العمال الكردستاني في شمال العراق. وانهارت هدنة الطرفين.",
            "2015-08-05",
            "الطرفين",
            {"turkey", "pkk"},
        ),
        # in a fight two who stand together are one side
        (
            f"تقدمت المقاومة الشعبية اليمنية. {HOUTHIS} وسقط قتلى من الطرفين.",
            "2015-08-05",
            "الطرفين",
            {"popular-resistance-yemen", "houthis"},
        ),
        (f"{HOUTHIS} واتفق الطرفان على البيان.", "2015-08-05", "الطرفان", {"houthis", "saleh-forces"}),
        # two between whom a fight is told are its sides, whoever else does something
        (
            "دارت معارك بين قوات النظام والمعارضة في حلب السورية، وقصفت روسيا البلدة، وسقط قتلى من الطرفين.",
            "2015-08-05",
            "الطرفين",
            {"syrian-government", "syrian-opposition"},
        ),
        # who stands with the one of them is not the other
        (
            "دارت معارك بين الحوثيين وقوات صالح والمقاومة الشعبية في تعز اليمنية. وتبادل الطرفان القصف.",
            "2015-08-05",
            "الطرفان",
            {"houthis", "popular-resistance-yemen"},
        ),
        (
            "تقدم حزب الله والقوات النظامية في حلب السورية، فتصدت المعارضة لها، وسقط قتلى من الطرفين.",
            "2015-08-05",
            "الطرفين",
            {"syrian-army", "syrian-opposition"},
        ),
        # whom two fight is none of them
        (
            "بحثت فرنسا مع الحكومة العراقية محاربة تنظيم داعش. ورحب الطرفان بالاتفاق.",
            "2015-08-05",
            "الطرفان",
            {"france", "iraq"},
        ),
        # two bodies of one party are no two parties
        (
            "عقد لقاء بين الائتلاف الوطني السوري وهيئة التنسيق الوطنية، واتفق الطرفان على البيان.",
            "2015-08-05",
            "الطرفان",
            set(),
        ),
        # in a fight two who are not at war are its sides only where nobody else is named near
        (
            "وصلت طائرات التحالف العربي. وهاجمت المقاومة الشعبية اليمنية التل. وسقط قتلى من الطرفين.",
            "2015-08-05",
            "الطرفين",
            set(),
        ),
        (
            "هاجم تنظيم القاعدة التل. وتصدى له تنظيم داعش، ودارت اشتباكات بين الطرفين.",
            "2015-08-05",
            "الطرفين",
            {"al-qaeda", "islamic-state"},
        ),
        # nor are a group and a state that talk
        (
            "زار الوفد تركيا. وهاجمت بوكو حرام القرية. وزار الوفد كندا. ورحب الطرفان بذلك.",
            "2015-08-05",
            "الطرفان",
            set(),
        ),
        # those who agreed do so again, whomever they tell of
        (
            "اتفقت السعودية والأردن على البيان. وأكد الجانبان وحدة العراق. ورفض الطرفان تدخل إيران في لبنان.",
            "2015-08-05",
            "الطرفان",
            {"saudi-arabia", "jordan"},
        ),
        # until an officer of another state is told of
        (
            "اتفقت السعودية والأردن على البيان، ورحب الطرفان به. والتقى الرئيس التركي الرئيس الفرنسي. وبحث الجانبان الهدنة.",
            "2015-08-05",
            "الجانبان",
            {"turkey", "france"},
        ),
        # adjectives say who they are
        (
            "هاجم داعش القرية. واتفق الجانبان العراقي والتركي على البيان.",
            "2015-08-05",
            "الجانبان العراقي والتركي",
            {"iraq", "turkey"},
        ),
    ],
)
def test_both_sides(reader: Reader, text: str, day: str, words: str, sides: set[str]) -> None:
    mentions = reader.read(text, published=day).mentions
    assert {m.actor for m in mentions if m.actor is not None and text[m.start : m.end] == words} == sides


def test_a_report_that_goes_on_to_another_country(reader: Reader) -> None:
    text = (
        "قصف الجيش السوري قرية في سوريا. وقال المرصد السوري إن خمسة قتلوا في سوريا.\n\n"
        "وفي العراق، قتل سبعة في بغداد. وقالت وزارة الداخلية إن الطريق مغلق. وأعلنت الشرطة أن العراق آمن.\n\n"
        "وفي سوريا، قالت وزارة الداخلية إن الطريق مغلق."
    )
    said = reader.read(text, published="2015-08-05").attributions
    actors = [a.source_actors for a in said]
    assert actors == [("sohr",), ("iraq",), ("iraq",), ("syrian-government",)]


def test_a_report_that_comes_back_from_another_country(reader: Reader) -> None:
    text = (
        "قال وزير الدفاع السوري إن الجيش السوري تقدم في حلب. وفي العراق، قال رئيس الوزراء إن العراق آمن.\n\n"
        "وقالت وزارة الدفاع السورية إن حلب آمنة. وأكدت وزارة الداخلية أن الشرطة انتشرت في دمشق."
    )
    said = reader.read(text, published="2015-08-05").attributions
    actors = [a.source_actors for a in said]
    assert actors == [("syrian-army",), ("iraq",), ("syrian-army",), ("syrian-government",)]
