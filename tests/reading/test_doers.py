"""Who did it, where clauses, nouns and prepositions say so, and who did not though he is told of nearby."""

from __future__ import annotations

import pytest

import riwaya
from reading.slices import takes_part

ROWS = [
    # Whom a clause describes behind a deed that is done to them did what it tells; an event may be described.
    (
        "قصفت إسرائيل بلدة لبنانية. وتواصل الشرطة ملاحقة المسلحين الذين خطفوا امرأة.",
        "ASSAULT",
        "israel>lebanon | other>civilians",
    ),
    (
        "هاجم الجيش التركي البلدة. وقال إنه تم تدمير العناصر المعتدية التي نفذت الهجوم.",
        "ASSAULT",
        "turkish-forces>civilians | other>other",
    ),
    (
        "قصفت إسرائيل بلدة لبنانية. ودعا الوزير إلى محاسبة المجرمين الذين قتلوا المدنيين.",
        "HARM",
        "other>civilians",
    ),
    ("قال الجيش التركي إنه تم تدمير العناصر المعتدية التي نفذت الهجوم.", "HARM", ">other"),
    ("أدان الوزير قصف المسلحين الذي استهدف البلدة.", "ASSAULT", ">other | >other"),
    ("أدان الوزير أعمال القتل الإرهابية التي تستهدف الأبرياء.", "ASSAULT", "other>civilians"),
    # Harm that "and" adds by nouns has the doer of the first, if it has one.
    (
        "طهر الجيش التركي المدينة من المسلحين الذين تسببوا في قتل المدنيين وتدمير المنازل.",
        "HARM",
        "other>civilians | other>civilians",
    ),
    ("أعلن مقتل رجل وإصابة امرأة.", "HARM", ">civilians | >civilians"),
    # Whom it befell is told behind a noun with ب or ل as behind one without.
    ("انفجار يتسبب بمقتل طفل.", "HARM", ">civilians"),
    ("قصفت روسيا القرية، ما أدى لإصابة رجل.", "HARM", "russia>civilians"),
    ("أدى القصف إلى مقتل طفل.", "HARM", ">civilians"),
    # A name in brackets behind what a body is called is its name, an adjective behind them its own.
    ("هاجم تنظيم (داعش) القوات العراقية.", "ASSAULT", "islamic-state>iraqi-forces"),
    ("شن تنظيم (داعش) الإرهابي هجوما على القوات العراقية.", "ASSAULT", "islamic-state>iraqi-forces"),
    ("دان الوزير الهجوم على تنظيم (داعش) وحركة (طالبان).", "ASSAULT", "other>islamic-state"),
    ("هاجمت طائرات تركية (داعش) في حلب.", "ASSAULT", "turkish-forces>islamic-state"),
    # Forces that من names right behind an attack made it; a land there is whence it came.
    ("تعرضت بلدة كفرنبل لقصف عنيف من قوات النظام.", "ASSAULT", "syrian-government>civilians"),
    ("تعرضت المدينة لقصف مدفعي وصاروخي من جيش الاحتلال الإسرائيلي.", "ASSAULT", "israeli-forces>civilians"),
    ("قتل 15 في قصف من طيران التحالف الدولي على القرية.", "HARM", "us-led-coalition>civilians"),
    ("تعرضت البلدة لقصف من الأراضي اليمنية.", "ASSAULT", "other>civilians"),
    ("نفذت قوات النظام هجوما من مواقعها.", "ASSAULT", "syrian-government>other"),
    # Harm in the next sentence is not done by the attack that was answered.
    ("قصفت إسرائيل القرية ردا على هجوم حزب الله. وقتل خمسة أشخاص.", "HARM", "israel>civilians"),
    (
        "قصفت الفصائل المعارضة البلدة ردا، بحسب قولها، على تعرض الزبداني لهجوم من قوات النظام. وقتل خمسة.",
        "HARM",
        ">civilians",
    ),
    ("ردا على قصف القرية، هاجم حزب الله موقعا. وقتل جندي.", "HARM", "hezbollah>other"),
    # The attack by which somebody answers is the one that the next sentence goes on with.
    (
        "هاجمت إسرائيل إيران، التي سارعت إلى الرد بقصف استهدف إسرائيل. وتفيد تقارير أن الهجمات طالت مدنا.",
        "ASSAULT",
        "israel>iran | iran>israel | iran>israel | iran>israel",
    ),
    # An attack that goes back to one by nobody in its sentence is not made by whoever was told of before.
    (
        (
            "حاولوا تفريق المحتجين قبل أن يتمكنوا من اقتحام سور القنصلية. وبحسب مصدر، فإن الحادث سبقته "
            "ضربة استهدفت منزلا في البلدة، وبحسب المعلومات انطلق الهجوم من الصحراء واستهدف اجتماعا."
        ),
        "ASSAULT",
        "other>other | >civilians | other>other | other>other",
    ),
    # Each side's dead and wounded are told with its own ranks.
    (
        "سقط 10 قتلى في صفوف الحوثيين و20 جريحا في صفوف المقاومة الشعبية.",
        "HARM",
        "popular-resistance-yemen>houthis | houthis>popular-resistance-yemen",
    ),
    (
        "سقط عشرة قتلى و20 جريحا في صفوف قوات النظام.",
        "HARM",
        ">syrian-government | >syrian-government",
    ),
    ("سقط 10 قتلى في صفوف الحوثيين و20 جريحا في صفوف المدنيين.", "HARM", ">houthis | >civilians"),
    # Violence and conflicts as such are no attack told of before; an attack with the article is.
    (
        "شن حزب العمال الكردستاني هجوما على الجيش التركي وسط تصاعد العنف في المنطقة.",
        "ASSAULT",
        "pkk>turkish-forces | other>other",
    ),
    (
        "قصف التحالف الدولي داعش. وشهدت تركيا تصاعدا في أعمال العنف أسفرت عن مقتل تسعة.",
        "HARM",
        ">civilians",
    ),
    (
        "شن حزب العمال الكردستاني هجوما على الجيش التركي. ووقع الهجوم في بلدة.",
        "ASSAULT",
        "pkk>turkish-forces | pkk>turkish-forces",
    ),
    # Who commits violence by the clause behind it, or between whom it is, makes it.
    ("تضررت البلدة من أعمال العنف التي ارتكبتها مليشيات الحوثي.", "ASSAULT", "houthis>other"),
    ("عبر الوزير عن قلقه حيال أعمال العنف بين قسد وداعش.", "ASSAULT", "sdf>islamic-state"),
    (
        "تضررت البلدة من أعمال العنف التي ارتكبها الحوثيون. وتعرضت المنشأة للتدمير.",
        "HARM",
        ">civilians | >other",
    ),
    # Who blows himself up attacks those among whom he does; "the same" is another word.
    ("فجر انتحاري تونسي نفسه في بنغازي.", "ASSAULT", "other>civilians"),
    ("فجر انتحاري من داعش نفسه وسط تجمع للقوات العراقية.", "ASSAULT", "islamic-state>iraq"),
    ("فجرت امرأة نفسها أمام نقطة شرطة.", "ASSAULT", "other>other"),
    ("قال إن انتحاريا فجر نفسه بين المصلين.", "ASSAULT", "other>civilians"),
    ("وبالتزامن مع هجوم سوروتش فجر انتحاري نفسه في كوباني.", "ASSAULT", "other>other | other>civilians"),
    # He is of the only group that claims a bombing, where nothing more is said of him.
    (
        "قال مصدر إن انتحاريا فجر نفسه في سوق ببغداد. وتبنى تنظيم داعش التفجير.",
        "ASSAULT",
        "islamic-state>civilians | islamic-state>civilians",
    ),
    (
        "تبنى داعش الهجوم الانتحاري في تركيا. وقال الوزير إنه فجر نفسه في حديقة.",
        "ASSAULT",
        "islamic-state>* | islamic-state>civilians",
    ),
    ("فجر انتحاري تونسي نفسه. وتبنى داعش التفجير.", "ASSAULT", "other>civilians | islamic-state>civilians"),
    (
        "تبنى داعش التفجير. إلى ذلك، أصيب ثلاثة في تفجير سيارة يقودها انتحاري.",
        "ASSAULT",
        "islamic-state>civilians | other>civilians",
    ),
    # A lone fighter before those who are counted killed them; counted behind "and" they fell with him.
    ("قتل انتحاري يشتبه بانتمائه لداعش، 32 شخصا، في بلدة حدودية.", "HARM", "other>civilians"),
    ("قتل مسلح وخمسة جنود في المدينة.", "HARM", ">other"),
    # A soldier does not fall to the forces that answer an attack.
    ("قتل جندي بعد أن ردت القوات التركية على هجوم لحزب العمال الكردستاني.", "HARM", "*>*"),
    # How somebody died is no attack that was told of before.
    ("هاجمت الشرطة التركية محتجين إثر مقتل شاب طعنا بسكين.", "ASSAULT", "turkey>civilians | other>*"),
    # What is told more of an attack that somebody answers is not his.
    (
        "قال حزب العمال الكردستاني إن العملية رد على الهجوم الانتحاري الذي استهدف ناشطين وأسفر عن سقوط 30 قتيلا.",
        "HARM",
        "other>civilians",
    ),
    ("فجر انتحاري نفسه. وتبنى حزب العمال الكردستاني قتل شرطيين.", "ASSAULT", "other>* | pkk>*"),
    ("فجر داعش المنزل نفسه.", "ASSAULT", "islamic-state>civilians"),
    ("فجر داعش جسرا في الوقت نفسه.", "ASSAULT", "islamic-state>civilians"),
    # Who dies of himself died by no rival's hand; who was killed may have.
    ("توفي قائد طالبان في مستشفى في كراتشي، وهاجمت طالبان الجيش الأفغاني.", "HARM", ">taliban"),
    ("قتل قائد طالبان في كراتشي، وهاجمت طالبان الجيش الأفغاني.", "HARM", "afghanistan>taliban"),
    # Whoever acts after an attack did not make it; after a storm or a fight he may have.
    ("قتلت قوات الأمن التونسية مسلحا بعد هجوم على سياح.", "ASSAULT", "tunisia>other | other>civilians"),
    ("قصفت إسرائيل بلدة لبنانية بعد هجوم على حيفا.", "ASSAULT", "israel>lebanon | other>civilians"),
    (
        "قصف الجيش التركي مواقع داعش بعد معارك على الحدود.",
        "ASSAULT",
        "turkish-forces>islamic-state | turkish-forces>islamic-state",
    ),
    # An attack that is the subject of a verb of hitting was not made by whoever was told of before.
    (
        "فرقت الشرطة التركية المتظاهرين في اسطنبول. واستهدف هجوم سوروتش مجموعة من الشبان.",
        "ASSAULT",
        "other>civilians | other>civilians",
    ),
    # Whoever fired what is intercepted or destroyed did not do that, but suffered it.
    (
        "أعلنت المملكة عن قيام قوات الدفاع الجوي باعتراض صاروخ أطلقته المليشيات الحوثية باتجاه مكة.",
        "ASSAULT",
        "saudi-arabia>houthis | houthis>civilians",
    ),
    ("تمكن الدفاع الجوي من تدمير الصاروخ الذي أطلقته المليشيات الحوثية.", "HARM", ">houthis"),
    ("أدان القصف الذي نفذته الطائرات الروسية.", "ASSAULT", "russian-forces>other"),
    # "Another" behind an attack describes it and is nobody, but the last of its kind is somebody's.
    ("وقع هجوم آخر في المدينة.", "ASSAULT", "other>other"),
    ("تلاه تفجير ثان على بعد 500 متر.", "ASSAULT", ">civilians"),
    (
        "قصفت تركيا مواقع ردا على هجوم آخر شنه مسلحو حزب العمال الكردستاني.",
        "ASSAULT",
        "turkey>pkk | pkk>turkey",
    ),
    ("أدى خطف آخر إلى أزمة.", "ASSAULT", "other>civilians"),
    # Allies are not understood to act against each other, unless words tell of that.
    (
        "قصفت طائرات التحالف العربي مواقع الحوثيين، بينما قتل ثلاثة من المقاومة الشعبية.",
        "HARM",
        "houthis>popular-resistance-yemen",
    ),
    ("هاجم الحوثيون قوات صالح. وقتل خمسة من قوات صالح.", "HARM", "houthis>saleh-forces"),
    (
        "قصفت طائرات التحالف العربي مواقع المقاومة الشعبية بالخطأ. وقتل خمسة من المقاومة الشعبية.",
        "HARM",
        "saudi-led-coalition>popular-resistance-yemen",
    ),
    # What somebody promises to do has not happened, so that nothing told behind it came of it.
    ('قال الحوثيون: "سنواصل عملياتنا ضد السعودية". وقتل خمسة مدنيين.', "HARM", ">civilians"),
    (
        'قال حزب العمال الكردستاني: "سنقصف مواقع داعش". واستهدف هجوم سوروتش مجموعة من الشبان.',
        "ASSAULT",
        "pkk>islamic-state | other>civilians | other>civilians",
    ),
    # Whoever was told to act right before does so again, though it befell no ally of his.
    (
        (
            "ردا على استمرار العدو السعودي في التحشيد لأدواته واعتداءاته المستمرة في محافظة تعز لثني "
            "شعبنا عن مواجهة الحصار الظالم والعدوان الغاشم المستمر عليه، نفذت القوات المسلحة اليمنية عملية استهدفت العدو السعودي."
        ),
        "COERCE",
        "saudi-arabia>houthis",
    ),
    # A bare count is nobody's whom the attack could not befall; who made it was told.
    (
        "قتل ثلاثة من القوات الحكومية اليمنية. وشن التحالف العربي غارات أسفرت عن مقتل 8 بالموقع.",
        "HARM",
        ">yemeni-government | saudi-led-coalition>other",
    ),
    # A land is only where a fight is, and whose an attack there is on.
    ("اندلعت معارك في شمال العراق.", "ASSAULT", "other>other"),
    ("يخوض الحوثيون معارك في غرب اليمن.", "ASSAULT", "houthis>other"),
    ("شن داعش هجوما في شمال العراق.", "ASSAULT", "islamic-state>iraq"),
    # Of two verbs that "and" joins the second may name those of both; each may have its own.
    (
        "استشهد وأصيب عدد من المواطنين نتيجة القصف التركي.",
        "HARM",
        "turkey>civilians | turkey>civilians",
    ),
    ("قتل خمسة وأصيب عشرة جنود.", "HARM", ">civilians | >other"),
    # An invasion is of a land, and not of whoever else is fought there.
    (
        "يقاتل داعش القوات الأمريكية. وبعد الغزو الأميركي نهبت المتاحف.",
        "ASSAULT",
        "islamic-state>us-forces | united-states>other",
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), ROWS)
def test_who_did_it(text: str, kind: str, expected: str) -> None:
    assert takes_part(riwaya.read(text), kind, expected)
