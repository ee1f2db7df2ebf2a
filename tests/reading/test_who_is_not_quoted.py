"""Whose words those are not that a report tells beside a party: what things say, callers, whoever does it."""

from __future__ import annotations

import pytest

from reading.slices import speakers
from riwaya.reading.reader import Reader

SPOKEN: list[tuple[str, list[str]]] = [
    # whoever called is of the country told behind the last of his offices, not of the one at hand
    (
        "زار أمير قطر الجسر في الدوحة. وتلقى أمير قطر اتصالا من الشيخ سالم الورد نائب رئيس مجلس الوزراء وزير المالية في البحرين أعرب فيه عن أسفه.",
        ["bahrain"],
    ),
    (
        "زار أمير قطر الجسر في الدوحة. وتلقى أمير قطر اتصالا من الشيخ سالم الورد ولي العهد نائب القائد الأعلى في البحرين أعرب فيه عن أسفه.",
        ["bahrain"],
    ),
    ("قال نائب رئيس مجلس الوزراء وزير المالية في الدوحة إن الجسر سليم في قطر.", ["qatar"]),
    # what a thing asks for is nobody's who spoke before, but what somebody says in it is his
    ("قالت الشرطة العراقية إن الجسر سليم. وعثر في منزله على كتب صفراء تحث على القتال.", ["iraqi-forces", "other"]),
    ("دانت اليونسكو الغارة. كما أن هناك نظرية عن داعش تقول إن التنظيم خرافة.", ["unesco", "other"]),
    ("قال الوزير السعودي إن السد سليم. وتلقى اتصالات من المنظمات خارج المملكة تدين الهجوم.", ["saudi-arabia", "other"]),
    ("دانت إيران الغارة. واستغل الجنود الاتهامات التي تتحدث عن دعم الحركة.", ["iran", "other"]),
    ("دانت إيران الغارة. وانتقدت الدول التي قال وزيرها إنها صامتة.", ["iran", "iran"]),
    ("دانت إيران الغارة. واختارت الوقت الذي أعلن فيه عن الهدنة.", ["iran", "iran"]),
    ("نشر تنظيم القاعدة شريط فيديو يؤكد فيه قيامه بالهجوم.", ["al-qaeda"]),
    # whoever spoke before goes on behind it
    ("قالت روسيا إن الجسر سليم. وتجاهل المبعوث البند الذي يقضي بتسليم السلاح. وأضافت أن الطريق مغلق.", ["russia", "other", "russia"]),
    # a subject behind what opens a clause is whose verb it is, though nobody knows him
    ("قال الوزير التركي إن الجسر سليم. لكن صاحب متجر قرب المحطة قال إن الطريق مغلق.", ["turkey", "other"]),
    ("قالت حركة حماس إن الجسر سليم. وكانت جماعة متشددة في غزة أعلنت في مايو أنها أطلقت قذيفتين.", ["hamas", "other"]),
    ("قالت حركة حماس إن الجسر سليم. وكانت على الدوام تتطلع إلى الهدنة.", ["hamas", "hamas"]),
    # whose name stands right before the verb of a line says so; a man who goes on with يقول is himself
    ("قالت وزارة الصحة إن الجسر سليم. _ حركة حماس تدعو السكان إلى الهدنة.", ["other", "hamas"]),
    (
        "قال مفتي عام المملكة الشيخ عبدالعزيز آل الشيخ إن الجسر سليم. وتابع الشيخ عبدالعزيز آل الشيخ يقول: الطريق مغلق.",
        ["saudi-arabia"] * 2,
    ),
    # whom somebody meets does not take his office from him
    (
        "زار الوفد دمشق في سوريا. وقال معالي وزير الخارجية الأستاذ عادل بن أحمد الجبير إن الجسر سليم. وأضاف الجبير في مؤتمر مع معالي وزير الخارجية الألماني أن النهر عال. ورأى معالي وزير الخارجية أن الطريق مغلق.",
        ["saudi-arabia"] * 3,
    ),
    # who gets orders, is charged, is asked for something or convicted does not say so
    ("اتهمت بغداد الوزير بإصدار أوامر للقوات الأمنية بالانسحاب.", ["iraq", "iraq"]),
    ("قالت بغداد إن هناك تصريحات للجيش العراقي عن الانسحاب.", ["iraq", "iraqi-forces"]),
    ("اتهامات لطهران بالتورط في الهجوم", ["other"]),
    ("اتهامات من طهران بالتورط في الهجوم", ["iran"]),
    ("وناقش الوفد التعيينات ودعوة المفوض السامي للأمم المتحدة لزيارة المدينة.", ["other"]),
    ("وناقش الوفد دعوة الأمم المتحدة لعقد جولة جديدة.", ["united-nations"]),
    ("قال المستشار إن كلام الرئاسة واضح في مطالبة حزب العمال الكردستاني بإبعاد قواعده.", ["other"]),
    ("قال المستشار إن كلام الرئاسة واضح في مطالبة حزب العمال الكردستاني لأنقرة بإبعاد قواعدها.", ["other", "pkk"]),
    ("رحب الوزير الفلسطيني بقرار المحكمة بإدانة إسرائيل بارتكاب جريمة.", ["palestinian-authority"]),
    ("رحب الوزير الفلسطيني بإدانة إسرائيل للهجوم.", ["palestinian-authority", "israel"]),
    # what many say of whom somebody else tells is not his
    ("تبنى حزب العمال الكردستاني الهجوم. وتتعرض الحكومة لانتقادات لسوء تقديرها.", ["pkk", "unnamed-sources"]),
    ("انهارت الهدنة استجابة لمناشدات الحكومة بوقف القصف.", ["other"]),
    ("في مطالبة الأمم المتحدة بوقف القصف رسالة واضحة.", ["united-nations"]),
    ("قال الجيش العراقي إن الجسر سليم. وجاء ذلك في أعقاب تهديدات بقصف الجسر.", ["iraqi-forces", "unnamed-sources"]),
    ("قال الجيش العراقي إن الجسر سليم. وأطلق تهديدات بقصف الجسر.", ["iraqi-forces"] * 2),
    # a country that heads a paragraph is not the subject of a man's verb, nor is one that he told of
    ("قطر يتوعد التنظيم المتشدد بالرد.", ["other"]),
    ("العراق يتوعد التنظيم المتشدد بالرد.", ["iraq"]),
    ("الاحتلال يتهم حماس بقصف المستوطنات.", ["israel"]),
    ("الكونغرس يتهم السعودية بدعم الإرهاب.", ["united-states"]),
    ("الصومال يتهم كينيا بقصف أراضيه.", ["somalia"]),
    ("قال الوزير الأميركي إن الجزائر انسحبت من الهدنة، ووصف أمس في كلمة الاتفاق بأنه انتصار.", ["united-states"] * 2),
    ("وقال الوزير الأميركي إن إيران هي المستفيد الوحيد من الحرب، ووصف أمس في كلمة بواشنطن الاتفاق بأنه انتصار.", ["united-states"] * 2),
    ("وقال الوزير الأميركي إن إيران هي المستفيد الوحيد من الحرب، ووصفت أمس الاتفاق بأنه انتصار.", ["united-states", "iran"]),
    # a commission is the refugees', not that of the country at hand
    ("عبرت المفوضية العليا للاجئين عن قلقها على اللاجئين في نيجيريا.", ["unhcr"]),
    # an office with its holder's name is one party, which is accused
    ("اتهم سياسيون الرئيس السوري بشار الأسد بقصف المدينة.", ["other"]),
    ("اتهم الوزير الفرنسي الرئيس السوري بشار الأسد بقصف المدينة.", ["france"]),
    # whoever does something for a party in his turn is not that party
    ("قال رئيس الوزراء العراقي إن الجسر سليم. من جانبه، قدم البطريرك للوزير العراقي هدية، متمنيا له النجاح.", ["iraq", "other"]),
    # what somebody is, issues or does in a relative clause he goes on with; a relative clause issues nothing else
    ("قالت فرنسا إن الجسر سليم. وأصدرت جماعة الورد، التي تصنف ضمن المعارضة، بيانا قالت فيه إنها تحقق.", ["france", "other"]),
    ("قالت فرنسا إن تنظيم داعش الذي استولى على المدينة وأعلن قيام الخلافة سيهزم.", ["france", "islamic-state"]),
    # but whom somebody condemns, praises or fights does not say what that one does
    ("دان بوتين تنظيم الدولة الإسلامية الذي فجر الطائرة وأكد أن روسيا ستنتقم.", ["russia"] * 2),
    ("أشاد أوباما بالجيش العراقي الذي حرر المدينة وأكد أن الطريق مفتوح.", ["united-states"] * 2),
    ("قال الناطق إن الجيش قصف داعش الذي سيطر على القرية وأعلن أن العملية انتهت.", ["other"] * 2),
    # what is handed over, and not issued, is not in the name of who meets and of whom he meets
    ("التقى الوزير وفد حماس، التي تقاتل في غزة، وسلمه رسالة قال فيها إن الهدنة انهارت.", ["hamas"]),
    # times are no subjects; what a resolution provides is of who adopts it; results are of nobody who is met
    ("يقوم كاميرون بمهمة تجارية تستغرق أربعة أيام يأمل أن يفتح فيها السوق.", ["united-kingdom"]),
    ("مجلس الأمن يعتمد القرار 598 الذي يقضي بوقف القتال.", ["un-security-council"]),
    ("نتائج اللقاء الذي أجراه مع وزير الخارجية القطري تؤكد أن الحل ممكن.", ["other"]),
    ("قالت حركة فتح إن الجسر سليم. فتحي حماد يعبر عن خطاب مسموم يكرس الانقسام.", ["fatah"]),
    # attacks in words are somebody's words
    ("كرر الوزير الفرنسي هجومه على إيران.", ["france"]),
    ("كرر الوزير الفرنسي محاولاته لوقف القصف.", ["france"]),
    ("قال الوزير الفرنسي إنه زار المعسكر الذي بناه الجنود قرب المدينة وأعلن رفع الحصار.", ["france"] * 2),
    # what is shouted is not of whom it tells; what goes on a deed without a clause is of whoever did that
    ("\"الشعب يريد إسقاط حماس\" - جماهير غفيرة من سكان غزة ينتقلون ويهتفون - \"الشعب يريد إسقاط حماس\"", ["civilians"]),
    ("شككت أصوات بسياسة أنقرة المتساهلة مع المنظمات واتهمت الحكومة بالتقصير.", ["other", "other"]),
    ("شككت أصوات بأن أنقرة قصفت المدينة واتهمت الحكومة بالتقصير.", ["other", "turkey"]),
    # a call told of in another sentence is not what somebody says something in; a surname met before is known
    (
        "قال سفير طالبان إنه أجرى اتصالا من قطر. ويجيء هذا بعد تصريحات للحكومة الأفغانية قالت فيها إن الزعيم توفي.",
        ["taliban", "afghanistan"],
    ),
    (
        "رد الوزير العراقي سالم الوردي على السؤال. واستنكرت فرنسا التصريحات التي أدلى بها الوردي، والتي ادعى فيها بأن الجسر مغلق.",
        ["france", "iraq"],
    ),
    # who is only invited while somebody does something does not go on
    (
        "قال المتحدث الأميركي مارك تونر إن الوضع صعب. وبينما تحاشى تونر دعوة روسيا للاشتراك في التحالف، أشار إلى أن الطريق مغلق.",
        ["united-states", "russia", "united-states"],
    ),
    # nor does whoever tells of a thing that says something
    ("وقال الوزير السعودي إن المملكة رعت اللقاء، وهو من أثار القمة التي أكدت على دعم الكويت.", ["saudi-arabia", "other"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors"), SPOKEN)
def test_who_is_not_quoted(reader: Reader, text: str, actors: list[str]) -> None:
    assert speakers(reader.read(text, published="2015-08-01")) == actors
