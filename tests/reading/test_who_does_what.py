"""Who does what to whom, from whole texts: words that tell of one side only, and verbs that carry others."""

from __future__ import annotations

import pytest

import riwaya
from reading.slices import takes_part

ROWS = [
    # A cue needs no word close by, and is no homograph: what is said tells its sense.
    ("كما ثمن الوزير الروسي دور تركيا في الاتفاق.", "SUPPORT", "russia>turkey"),
    (
        "وصف الرئيس التركي، أمس، خلال جلسة طويلة في البرلمان، تنظيم داعش بالإرهابي.",
        "ACCUSE",
        "turkey>islamic-state",
    ),
    ("ووجه الرئيس الروسي، خلال اجتماع في العاصمة أمس، بتنظيف الشوارع.", "REQUEST", "russia>other"),
    ("قدمت تركيا دعما للمعارضة السورية.", "SUPPORT", "turkey>syrian-opposition"),
    # By whose help something is done is told also between commas.
    (
        "أكملت المقاومة الشعبية، بمساعدة الجيش اليمني، استعادة الميناء.",
        "AID",
        "yemeni-government>popular-resistance-yemen",
    ),
    ("اعترف الرجل بمساعدة داعش.", "AID", "other>islamic-state"),
    ("قامت تركيا بمساعدة العراق.", "AID", "turkey>iraq"),
    # Who is said not to be hurt by anything hurts nobody.
    ("لم يُصب أي من أفراد القوات الأمريكية بأذى.", "HARM", ">us-forces"),
    ("لم يصب الجنود الأتراك بأي أذى.", "HARM", ">turkey"),
    # An attack in the course of an answer is no attack that is answered.
    (
        "قال الحرس الثوري الإيراني: سحقنا القواعد الأمريكية. وفي المرحلة الثانية من الرد، وفي الهجوم على القاعدة، أُلحقت أضرار بطائرتين.",
        "HARM",
        "irgc>us-forces",
    ),
    # Who asks something of us does not do what he asks for.
    ("قال الوزير التركي: طُلب منا من قبل السعودية أن نؤجل هجومنا على إيران.", "ASSAULT", "turkey>iran"),
    # What many are told to do is not done by the state that tells of it.
    ("قالت الشرطة الإسرائيلية إن شبانا قاموا برشق الحجارة باتجاه قواتها.", "ASSAULT", "other>*"),
    ("أعلنت النيابة النمساوية أن 13 شخصا يشتبه بأنهم قاموا بتجنيد متشددين.", "MOBILIZE", "other>*"),
    ("أعلن الحوثيون أنهم شنوا هجوما على مأرب.", "ASSAULT", "houthis>civilians"),
    # Who is arrested is a person: a pronoun means no state or army there, and it may mean fighters.
    ("سلمت القوات الأميركية امرأة لإقليم كردستان، وتم توقيفها.", "COERCE", "*>other"),
    ("تطلب الولايات المتحدة رجلا قالت أسرته إن قوات الأمن المصرية اعتقلته.", "COERCE", "*>other"),
    ("حاصرت قسد مقاتلي داعش ثم اعتقلتهم.", "COERCE", "*>islamic-state | sdf>islamic-state"),
    # "Them" are the people whom a plural or a count named last, though a party was named before.
    (
        "قالت السلطات إن مسلحي بوكو حرام هاجموا شاحنة وإن المسلحين أسروا ثمانية من الركاب وقتلوهم.",
        "HARM",
        "*>civilians",
    ),
    (
        "هاجم الجيش التركي قسد، ثم اعتقلت الشرطة متظاهرين وأجبرتهم على الرحيل.",
        "COERCE",
        "turkey>civilians | turkey>other",
    ),
    # Who does it himself is not "them", nor whom quoted words name before.
    (
        "وبوصول قوات الشرطة المصرية قام الإرهابيون بإطلاق النار عليهم.",
        "ASSAULT",
        "other>egyptian-forces",
    ),
    (
        "قال الوزير إن القادة في الجيش التركي أعدوا خيار «زيادة الأفراد المسلحين» كما طلب منهم الرد.",
        "REQUEST",
        "*>turkish-forces",
    ),
    # The subject of a verb behind كان may stand between them, where a clause describes what was named before.
    ("أنقذ الجيش النيجيري 178 شخصا كانت جماعة بوكو حرام تحتجزهم.", "COERCE", "boko-haram>civilians"),
    ("دخل الجيش اليمني مناطق كان الحوثيون قد سيطروا عليها.", "CONTROL", "houthis>"),
    ("عدن آخر مدينة لا تزال الحكومة اليمنية تسيطر عليها.", "CONTROL", "yemeni-government>"),
    ("الجيش السوري كان قد قصف المدينة.", "ASSAULT", "syrian-army>civilians"),
    ("أعلن الجيش التركي أن مقاتلي داعش كانوا يسيطرون على البلدة.", "CONTROL", "islamic-state>"),
    # Whom ل names behind a deed with a pronoun is whom it is done to: the pronoun is who does it.
    ("يسافر المبعوث الأممي بعد زيارته لمصر إلى سلطنة عمان.", "CONSULT", "united-nations>*"),
    ("قال الرئيس التركي: أصدرنا أوامرنا لقوات البيشمركة بالانسحاب.", "REQUEST", "turkey>peshmerga"),
    ("سقط جرحى في قصف لقوات النظام السوري على المدينة.", "ASSAULT", "syrian-army>civilians"),
    # People belong to an armed group and join it, not the state that arrests them; a group may, and the accused.
    ("أعلنت السلطات الكويتية تفكيك خلية على علاقة بتنظيم داعش.", "COOPERATE", "other>islamic-state"),
    ("أعلنت الحكومة التركية اعتقال 320 شخصا ينتمون لتنظيم داعش.", "COOPERATE", "other>islamic-state"),
    ("أوقفت السلطات السودانية خطيبا أعلن مبايعته لتنظيم داعش.", "SUPPORT", "other>islamic-state"),
    ("اتهم الوزير تركيا بالارتباط بتنظيم داعش.", "COOPERATE", "turkey>islamic-state"),
    ("نفت تركيا ارتباطها بتنظيم داعش.", "COOPERATE", "turkey>islamic-state"),
    ("أعلنت جبهة النصرة مبايعتها لتنظيم القاعدة.", "SUPPORT", "hts>al-qaeda"),
    # From whose control a place is freed loses it, whoever frees it.
    ("انطلقت عملية تحرير الأنبار من سيطرة داعش.", "CONTROL", "other>islamic-state | islamic-state>"),
    # What is told between him who speaks and his words is his doing, if nobody else is named there.
    (
        "قصف الحوثيون المدينة. وقال سالم في بيان بعد لقائه وزير الخارجية اليمني إن الوضع صعب.",
        "CONSULT",
        "other>yemeni-government",
    ),
    (
        "أكد الرئيس اليمني ضرورة احترام الهدنة من قبل الحوثيين، مؤكدا خلال لقائه وزير قطر أن عدن آمنة.",
        "CONSULT",
        "yemeni-government>qatar",
    ),
    # Whoever stands by somebody stands with him or at his side; whoever deports has people whom he does it to.
    ("أكد الرئيس اليمني أن الحكومة اليمنية تقف دائما مع قطر.", "SUPPORT", "yemeni-government>qatar"),
    ("وقفت تركيا إلى جانب قطر.", "SUPPORT", "turkey>qatar"),
    ("أكد وقوف دولة الكويت الكامل إلى جانب المملكة العربية السعودية.", "SUPPORT", "kuwait>saudi-arabia"),
    ("رحلت فرنسا مهاجرين إلى ليبيا.", "COERCE", "france>civilians"),
    # A deed that is laid on somebody: nobody says who lays it on him, unless the verb has a subject.
    ("نسب الهجوم إلى حزب العمال الكردستاني.", "ACCUSE", "other>pkk"),
    ("وعدت الحكومة التركية بالرد غداة هجوم نسب إلى تنظيم داعش.", "ACCUSE", "other>islamic-state"),
    ("قتل جنود أتراك بهجمات نسبت إلى حزب العمال الكردستاني.", "ACCUSE", "other>pkk"),
    ("السلطات التركية نسبت الهجوم إلى حزب العمال الكردستاني.", "ACCUSE", "turkey>pkk"),
    # ُ at the beginning of a present makes it a passive, but not where the active has it too.
    ("الجيش السوري يُسيطر على معقل للمعارضة.", "CONTROL", "syrian-army>"),
    ("تنظيم داعش يُدمر المنازل.", "ASSAULT", "islamic-state>civilians"),
    ("تُعِدُّ تركيا لهجوم، ويَصُدُّ الجيش السوري الهجوم.", "ASSAULT", "turkey>* | syrian-army>* | *>*"),
    ("الصحفيون يُعتقلون في تركيا.", "COERCE", "other>journalists"),
    ("لا سلام ما دام يُطلَق سراح المحتجَزين.", "CONCEDE", "other>detainees"),
    ("تنظيم داعش يُدمَّر.", "HARM", ">islamic-state"),
    # The words that name who fell name nobody else, though an attack could be theirs.
    (
        "قتل تسعة جنود من القوات الموالية للرئيس اليمني عبدربه منصور هادي، الجمعة، في هجوم بسيارة مفخخة.",
        "HARM",
        "other>yemeni-government",
    ),
    # Who kills some of his own is named apart from them.
    ("البغدادي يذبح 13 قائدا داعشيا.", "ASSAULT", "islamic-state>islamic-state"),
    # One or some of whom an attack with an adjective hit is its object, and no owner of the attack.
    ("قتلت غارة أمريكية أحد قادة داعش.", "HARM", "united-states>islamic-state"),
    (
        "استهدفت غارة أمريكية أحد المعسكرات التابعة لتنظيم القاعدة.",
        "ASSAULT",
        "united-states>al-qaeda | united-states>al-qaeda",
    ),
    ("استهدفت غارات عددا من مواقع داعش.", "ASSAULT", ">islamic-state | >islamic-state"),
    ("استهدف قصف تركي 3 قرى.", "ASSAULT", "turkey>civilians | turkey>civilians"),
    ("شن الطيران غارات روسية عدة على مواقع داعش.", "ASSAULT", "russia>islamic-state"),
    # Whoever announces something of an attack did not make it; who announces an attack itself may have.
    (
        "أعلنت الحكومة الأردنية أن الهجوم الذي استهدف القوات الأمريكية وقع أمس.",
        "ASSAULT",
        "other>us-forces | other>us-forces",
    ),
    ("أعلن حزب الله قصف القاعدة الأمريكية.", "ASSAULT", "hezbollah>other"),
    # Harm told on another matter is not the last attack's; another attack may be.
    ("قصفت إسرائيل مدينة غزة. ومن ناحية أخرى، قتل 14 شخصا في حيفا.", "HARM", ">civilians"),
    ("قصفت إسرائيل مدينة غزة. وقتل 14 شخصا في الحي.", "HARM", "israel>civilians"),
    (
        "قصفت إسرائيل مدينة غزة. ومن ناحية أخرى، قصفت الطائرات بلدة.",
        "ASSAULT",
        "israel>civilians | israel>civilians",
    ),
    ("قصفت إسرائيل مدينة غزة. وعلى صعيد آخر، قتل 14 شخصا في حيفا.", "HARM", ">civilians"),
    ("قصفت إسرائيل مدينة غزة. إلى ذلك، قتل 14 شخصا في حيفا.", "HARM", ">civilians"),
    ("شنت تركيا غارات على البلدة. في غضون ذلك، قتل ستة أشخاص.", "HARM", ">civilians"),
    ("شنت تركيا غارات على البلدة. من ناحية ثانية، استهدفت قذائف السوق.", "ASSAULT", "* | >civilians"),
    # What is answered was done by whom the answer hits, also where that is told behind it.
    (
        "قصفت تركيا سوقا. وردا على هذا العدوان، قصفت روسيا القوات التركية.",
        "ASSAULT",
        "* | turkish-forces>russia | russia>turkish-forces",
    ),
    # Whom somebody hit is not taken from another's attack, nor who does one for which something else is done.
    (
        "قتل جنود أتراك في اشتباكات مع داعش. وقامت فرقة عسكرية بعملية تمشيط.",
        "ASSAULT",
        "* | other>other | *",
    ),
    ("هاجم داعش القوات التركية. وعبر مقاتلون الحدود لمحاربة الجماعات.", "ASSAULT", "* | other>other"),
    ("هاجم داعش القوات التركية. وتعرضت القوات الروسية لقصف.", "ASSAULT", "* | islamic-state>russian-forces"),
    # Who kills the attackers did not make the attack; what came days before is nobody's who acts now.
    ("قتلت الشرطة التركية المهاجمين. وأصيب ستة أشخاص.", "HARM", ">civilians"),
    ("قتلت الشرطة التركية الأهالي. وأصيب ستة أشخاص.", "HARM", "turkey>civilians"),
    (
        "قصف الجيش التركي داعش. وتوعدت بغداد بعد ثلاثة أيام من هجوم انتحاري.",
        "ASSAULT",
        "turkish-forces>islamic-state | other>civilians",
    ),
    # A verb without a subject goes on with whom the sentence before was about, not with older ones,
    ("دخل الجيش التركي البلدة. واقتحم المنازل.", "COERCE", "turkish-forces>civilians"),
    ("دخل الجيش التركي البلدة. وهبت الريح على المدينة. واقتحم المنازل.", "COERCE", "other>civilians"),
    # nor where the verb's subject is but where it happens; what somebody answers is another's,
    ("أعلنت السلطات العراقية غلق الأجواء. وتشهد المنطقة تصعيدا ضد إيران.", "THREATEN", ">iran"),
    ("أعلنت السلطات العراقية غلق الأجواء. وتواصل تصعيدا عسكريا.", "THREATEN", "iraq>other"),
    ("تركيا ترد على اتهامات سوزان علي.", "ACCUSE", "other>other"),
    ("تركيا تواصل توجيه اتهامات لإسرائيل.", "ACCUSE", "turkey>israel"),
    # nor over a turn of matter or another subject, nor with whom somebody there did something to.
    ("دخل الجيش التركي البلدة. وعلى صعيد آخر، اقتحم المنازل.", "COERCE", "other>civilians"),
    (
        "دخل الجيش التركي البلدة. وقالت مصادر إن المسلح قصف المنازل ثم هاجم السوق.",
        "ASSAULT",
        "other>civilians | other>civilians",
    ),
    ("ترفض القبائل داعش. واقتحم المدينة.", "ASSAULT", "other>civilians"),
    ("داعش قصفه الجيش التركي أمس. واقتحم المدينة.", "ASSAULT", "* | turkish-forces>islamic-state"),
    ("دخل الجيش العراقي البلدة. وقالت مصادر إن الرجل جرى نقله إلى المستشفى.", "MOVE", "iraqi-forces>"),
    ("قصف الجيش التركي داعش. ثم اقتحم المدينة.", "ASSAULT", "* | turkish-forces>islamic-state"),
    ("هاجم الجيش التركي البلدة. وفي العراق نفذ هجوما على السوق.", "ASSAULT", "* | turkish-forces>civilians"),
    # What is done by words whoever spoke before goes on with, but violence whom he told of.
    (
        "قال وزير الداخلية البحريني إن الجيش الأردني يتقدم. وقدم خالص العزاء للأسر.",
        "SUPPORT",
        "bahrain>civilians",
    ),
    (
        "قال وزير الداخلية البحريني إن الجيش الأردني يتقدم. واقتحم المدينة.",
        "ASSAULT",
        "jordanian-forces>civilians",
    ),
    (
        "قال وزير الداخلية البحريني إن الجيش يتقدم. وهبت الريح على المدينة. وقدم خالص العزاء للأسر.",
        "SUPPORT",
        "other>civilians",
    ),
    # A road or measures that complete a verb joined by "and" do not do it, nor does a deed that is prevented.
    (
        "سيطرت المقاومة الشعبية على الوادي وقطعت طرق الإمداد.",
        "COERCE",
        "popular-resistance-yemen>other",
    ),
    ("تواصل الأجهزة الأمنية العراقية عملها وتتخذ كل الإجراءات اللازمة.", "COERCE", "iraq>other"),
    (
        "هاجمت القوات الإسرائيلية المصلين، كما ألقت قنابل الغاز في الباحات.",
        "ASSAULT",
        "israeli-forces>* | israeli-forces>*",
    ),
    (
        "حاصر الحوثيون المدينة. والميليشيات الحوثية تقصف الأحياء وتمنع دخول المساعدات.",
        "COERCE",
        "houthis>* | houthis>other",
    ),
    ("قصفت تركيا القرى وأغلق الطريق السريع.", "COERCE", "other>other"),
    ("انسحبت القوات الحوثية بعدما قطعت الطرق إلى المدينة.", "COERCE", "other>other"),
    # An attempt or attack behind a verb of foiling is foiled, and foils nothing.
    (
        "سيطرت البيشمركة على القرى وأحبطت محاولات داعش التقدم.",
        "COERCE",
        "peshmerga>islamic-state",
    ),
    (
        "تقدمت القوات العراقية في الحي وأحبطت هجوم داعش على المصفاة.",
        "COERCE",
        "iraqi-forces>islamic-state",
    ),
    ("أحبط هجوم إرهابي في بغداد.", "COERCE", "other>other"),
    ("أحبطت قوات الأمن السعودية هجوما.", "COERCE", "saudi-forces>other"),
    # Who stands before a verb that only carries another does what that one tells.
    ("قال شهود إن تنظيم داعش بدأ يهاجم الجيش العراقي.", "ASSAULT", "islamic-state>iraqi-forces"),
    ("وقال إن روسيا أخذت تدعم تركيا.", "SUPPORT", "russia>turkey"),
    ("بدأت القوات السعودية تقصف الحوثيين.", "ASSAULT", "saudi-forces>houthis"),
    ("وقال إن تركيا بدأت حملة عسكرية ضد داعش.", "ASSAULT", "turkey>islamic-state"),
    # A fighter aircraft and factions that fight are no fight of their own.
    ("اشتبكت فصائل مقاتلة مع حزب الله.", "ASSAULT", "other>hezbollah"),
    ("هاجمت طائرات تركية مقاتلة معسكرات لحزب العمال الكردستاني.", "ASSAULT", "turkish-forces>pkk"),
    ("يقاتل الجيش العراقي داعش.", "ASSAULT", "iraqi-forces>islamic-state"),
    # Of gunmen and bombers their nation does not tell whose they are; of soldiers it does.
    ("نفذ مسلحون إسرائيليون متطرفون هجوما على القرية.", "ASSAULT", "other>civilians"),
    ("خطف مسلحون سوريون ثلاثة جنود لبنانيين.", "ASSAULT", "other>lebanon"),
    ("نفذ إرهابي سعودي هجوما على المسجد.", "ASSAULT", "other>civilians"),
    ("أطلق مسلحون حوثيون النار على المدينة.", "ASSAULT", "houthis>civilians"),
    ("قصف جنود أتراك القرية.", "ASSAULT", "turkey>civilians"),
    ("هاجمت مسيرات مسلحة أمريكية القاعدة.", "ASSAULT", "united-states>other"),
    # A verb and the noun that it needs are one deed, however far apart; two deeds are two.
    (
        "ألقت المقاومة الشعبية في محافظة الضالع وسط اليمن القبض على مسلحين حوثيين.",
        "COERCE",
        "popular-resistance-yemen>houthis",
    ),
    ("اعتقل الجيش العراقي مسلحا، وأعلن القبض على آخرين.", "COERCE", "iraqi-forces>other | *"),
    # Two aircraft are somebody's as one is.
    ("وقال إن مروحيتين أمريكيتين هاجمتا حاجزا للجيش الأفغاني.", "ASSAULT", "united-states>afghanistan"),
    ("أغارت مقاتلتان إسرائيليتان على بلدة.", "ASSAULT", "israel>civilians"),
    ("انفجرت سيارتان مفخختان في السوق.", "ASSAULT", ">civilians"),
    # The prayer at sunset is no kingdom.
    ("التقى الوزير التركي المصلين بعد صلاة المغرب.", "CONSULT", "turkey>other"),
    ("التقى الوزير التركي بالمغرب أمس.", "CONSULT", "turkey>morocco"),
    # Whom a pronoun makes a party's people are people; one of them alone is a person.
    ("دعت الخارجية الفرنسية رعاياها إلى المغادرة.", "REQUEST", "france>civilians"),
    ("نصحت السفارة الأمريكية مواطنيها بالحذر.", "REQUEST", "united-states>civilians"),
    ("ساعدت الحكومة اليمنية أمس مواطنيها.", "AID", "yemeni-government>civilians"),
    ("نصحت السفارة الأمريكية مواطنها السابق بالحذر.", "REQUEST", "united-states>other"),
    ("طالب المواطنون بتوفير الماء.", "REQUEST", "civilians>other"),
    # Who protests for it, or goes there for it, demands it.
    ("خرج مئات المتظاهرين في المدينة للمطالبة بالخبز.", "REQUEST", "civilians>other"),
    ("احتجاجات في البلدة للمطالبة بعودة القطارات.", "REQUEST", "civilians>other"),
    ("قال المصدر إن محتجين قطعوا الطريق للمطالبة بالماء.", "REQUEST", "civilians>other"),
    ("بدأ نحو مئة شخص اعتصاما في الساحة.", "PROTEST", "civilians>other"),
    (
        "اندلعت احتجاجات في البصرة، وسافر الوزير التركي إلى نيويورك للمطالبة بهدنة.",
        "REQUEST",
        "turkey>other",
    ),
    ("أغلقت تركيا معابرها للمطالبة بإطلاق جنديها.", "REQUEST", "turkey>other"),
    # Whose the dead are they befell, though an object follows; تأمين is no plural, so that a genitive follows.
    ("كان عدد قتلى الجيش التركي أضعاف ما قيل.", "HARM", ">turkish-forces"),
    ("سبق أن اعتقل بتهمة تأمين مسيرات داعش.", "COERCE", "other>other"),
    # What many do besides is done by the people who act before, and by no state named between.
    ("تظاهر عشرات المواطنين أمام وزارة النفط العراقية، مطالبين بالخبز.", "REQUEST", "civilians>other"),
    ("نظم السكان وقفة أمام السفارة التركية، منددين بالحريق.", "ACCUSE", "civilians>other"),
    ("قطع المحتجون الطريق أمام قوات الأمن العراقية مطالبين بالماء.", "REQUEST", "civilians>other"),
    ("خرج المئات في تظاهرة في البلدة، مطالبين الحكومة العراقية بالخبز.", "REQUEST", "civilians>iraq"),
    ("اجتمع المسؤولون الأتراك أمس، مطالبين بهدنة.", "REQUEST", "turkey>other"),
    # A definite word behind definite people describes them; one that is no subject stands near its verb.
    (
        "واصلت القوات الإسرائيلية استهداف الأطفال القاصرين في المدينة.",
        "ASSAULT",
        "israeli-forces>civilians",
    ),
    (
        "قال الوزير السعودي: لقد وصلت إلى البلدة أمس تنفيذا لتوجيهات الأمير محمد بن نايف.",
        "MOVE",
        "saudi-arabia>",
    ),
    # "That they" are the many told of before, "that she" is the speaker.
    (
        "قالت مصادر إن المسلحين الحوثيين دخلوا القرية، مشيرة إلى أنهم اعتقلوا عشرات المواطنين.",
        "COERCE",
        "houthis>civilians",
    ),
    (
        "قالت مصادر إن الرجال دخلوا القرية، مشيرة إلى أنهم اعتقلوا عشرات المواطنين.",
        "COERCE",
        "other>civilians",
    ),
    (
        "ومع أن أجهزة الأمن التركية تعلن أنها تطارد اللصوص، إلا أنها لم تقبض عليهم.",
        "COERCE",
        "turkey>*",
    ),
    # An arrest without object is undergone; whoever was hurt is moved.
    (
        "اعتقلت الشرطة الإيطالية تاجرا. وذكرت الشرطة أن الرجلين اللذين لم تكشف عن اسميهما اعتقلا في البلدة.",
        "COERCE",
        "italy>* | italy>*",
    ),
    ("تعرض سبعة من جنود الجيش التركي للإصابة وتم نقلهم إلى المستشفى.", "MOVE", ">turkish-forces"),
    # Who goes on behind كما asks and threatens himself; as somebody else has said is another matter.
    (
        "قال الوزير الفلسطيني إن الحرب طالت. كما طالب المجتمع الدولي بالتدخل.",
        "REQUEST",
        "palestinian-authority>other",
    ),
    (
        "قال الوزير الفلسطيني إن الحرب طالت. كما طالب إسرائيل بهدنة.",
        "REQUEST",
        "palestinian-authority>israel",
    ),
    ("قال الوزير الفلسطيني إن الحرب طالت. كما طالبت تركيا بهدنة.", "REQUEST", "turkey>other"),
    # Courts and curfews are an authority's: that which speaks, or of which was told; not what another asks for.
    ("قالت وزارة الداخلية السعودية إن الجاني صدر بحقه حكم بالإعدام.", "COERCE", "saudi-arabia>other"),
    ("نفت الحكومة العراقية الأنباء عن دراسة فرض حظر للتجوال.", "COERCE", "iraq>civilians"),
    ("أكدت الحكومة التونسية بدء محاكمة المتهمين.", "COERCE", "tunisia>other"),
    ("طالبت ألمانيا بمحاكمة المسؤولين عن الحريق.", "COERCE", "other>other"),
    ("قالت حماس إنه تم تنفيذ حكم الإعدام بحق متعاونين مع إسرائيل.", "COERCE", "hamas>other"),
    # They are no state's where a movement or organisation acts or announces it; nor a people's, nor of those whom
    # the ruling or its crime is about. Who is named as judging before judges.
    (
        "رفضت الحكومة اليمنية الحوار. ويرى كاتب أن إعلان الحوثي حالة الطوارئ خطوة يائسة.",
        "COERCE",
        "houthis>",
    ),
    ("رفضت الحكومة اليمنية الحوار. وأعلنت الأمم المتحدة حالة الطوارئ الصحية.", "COERCE", "other>"),
    ("رفضت الحكومة اليمنية الحوار. وأعلنت حالة الطوارئ في البلاد.", "COERCE", "yemeni-government>"),
    ("جرى تنفيذ حكم الإعدام بحق متعاونين مع إسرائيل.", "COERCE", "other>other"),
    ("صدر حكم بالسجن على تاجر هاجم الفلسطينيين.", "COERCE", "other>civilians"),
    (
        "قال رئيس مجلس النواب الليبي إن محكمة مصرية أصدرت أحكاما وإن رجالا لم يحاكموا.",
        "COERCE",
        "egypt>* | egypt>*",
    ),
    # Who is visited by his capital, also where "for" stands before the visit; without a goal he is visited.
    ("بدأت أمس زيارة الرئيس الأمريكي للرياض.", "CONSULT", "united-states>saudi-arabia"),
    ("انتهى اليوم الأول لزيارة الرئيس التركي إلى القاهرة.", "CONSULT", "turkey>egypt"),
    ("وصل الوزير التركي لزيارة الرئيس المصري.", "CONSULT", "turkey>egypt"),
    ("زيارة وزير الخارجية الروسي إلى دمشق مهمة.", "CONSULT", "russia>syrian-government"),
    ("لن يتأثر الدعم الذي تقدمه إيران لدمشق.", "SUPPORT", "iran>syrian-government"),
    ("أكد الوزير دعم موسكو لدمشق.", "SUPPORT", "russia>syrian-government"),
    ("أكد الوزير دعم موسكو لوقف القتال.", "SUPPORT", "other>russia"),
    # A party's name behind adjectives is no genitive of theirs, and two parties side by side are no list.
    ("يحارب برنامج إذاعي تركي تنظيم داعش.", "ASSAULT", "other>islamic-state"),
    ("هاجم وزير مالية تركيا الأكراد.", "ASSAULT", "turkey>other"),
    ("تصنف تركيا تنظيم داعش وحزب الله جماعتين إرهابيتين.", "SANCTION", "turkey>islamic-state hezbollah"),
    ("اتفقت روسيا، تركيا وإيران على الهدنة.", "AGREE", "russia turkey iran>russia turkey iran"),
    # Behind a masdar and who does it ل names the object, also behind a word for how many.
    ("بدأ تمشيط الجيش التركي لإحدى مناطق المدينة.", "ASSAULT", "turkish-forces>other"),
    ("أعلنت استعادة الجيش التركي للبلدة.", "CONTROL", "turkish-forces>"),
    ("وقع قصف داعش لبعض مواقع الجيش التركي.", "ASSAULT", "islamic-state>turkish-forces"),
    ("ناقشوا تحرير اليمن كاملة.", "CONTROL", "other>"),
    # People in ين without article have no genitive behind them: what follows is the object.
    ("أدان الوزير اقتحام مستوطنين المسجد.", "COERCE", "other>civilians"),
    ("نقلت الصحيفة نبأ قتل مسلحين العقيد.", "HARM", "other>other"),
    ("جرى اقتحام عشرات المستوطنين للمسجد.", "COERCE", "other>civilians"),
    ("جرى قتل مسلحين شمالي المدينة.", "HARM", "*>other"),
    ("جرى التفجير الإرهابي لمسجد البلدة.", "ASSAULT", "other>civilians"),
    # By means of people it is done by them, by means of things not.
    ("زرعت العبوات بواسطة عناصر داعش.", "ASSAULT", "islamic-state>*"),
    ("قتل مدني بواسطة عبوة.", "HARM", ">civilians"),
    # What was said to take place behind an event is not that event.
    ("نجح الجيش التركي في ضبط سلاح تم إخفاؤه من قبل داعش.", "COERCE", "turkish-forces>*"),
    # With whose help somebody does something, whose object follows; and whom one helps.
    ("قصفت القوات العراقية بمساعدة التحالف الدولي مواقع داعش.", "AID", "us-led-coalition>iraqi-forces"),
    ("قصفت القوات العراقية بدعم إيران مواقع داعش.", "SUPPORT", "iran>iraqi-forces"),
    ("قام داعش بمساعدة حزب الله.", "AID", "islamic-state>hezbollah"),
    # Support that is not bound to anything is for whom ل names.
    ("قال إن دعم الإدارة الأمريكية غير المشروط لإسرائيل مستمر.", "SUPPORT", "united-states>israel"),
    ("أعلنت تركيا تأييدها لجميع الإجراءات التي تتخذها السعودية.", "SUPPORT", "turkey>saudi-arabia"),
    # Behind "that" a masdar stands, behind "after" it a verb of the past.
    ("قال إن قتل الجيش التركي للمدنيين جريمة.", "ASSAULT", "turkish-forces>civilians"),
    ("وقع ذلك بعد أن قصف الجيش التركي المدنيين.", "ASSAULT", "turkish-forces>civilians"),
    # What something is asked for is not of whom.
    ("دعا الوزير التركي إلى زيادة الجهود لحل أزمة قطر.", "REQUEST", "turkey>other"),
    ("دعا الوزير التركي للحفاظ على السلام.", "REQUEST", "turkey>other"),
    # The visitor's rank behind his name is not whom he visits.
    ("تابعوا زيارة الرئيس التركي رجب أردوغان رئيس تركيا إلى موسكو.", "CONSULT", "turkey>russia"),
    ("تحدث الزائر لدى استقبال الوفد التركي.", "CONSULT", "other>turkey"),
    # A pronoun of many does not take up one thing.
    ("استخدموا الصاروخ الذي تزودهم به روسيا.", "AID", "russia>other"),
    # What "and" adds to others is no subject of the verb before them.
    (
        "زار الوزير التركي البلد والتقى بالملحق في مكتبه وبرنامج الغذاء العالمي.",
        "CONSULT",
        "turkey>* | turkey>*",
    ),
    # Who is told of behind a masdar does what the clause right behind him says.
    ("اقتحمت شرطة الاحتلال المسجد لطرد مسلحين تحصنوا فيه.", "PRESENCE", "other>"),
    # Counted strikes hit what the verb behind them tells.
    ("استهدف التحالف الدولي داعش بتسع ضربات جوية في سوريا أصابت مواقع.", "HARM", "us-led-coalition>*"),
    # Who begins the clause carried out the attack whose verb has no subject of its own behind it.
    ("سيطرت القوات العراقية على تلة بعد هجوم شنته على القرية.", "ASSAULT", "iraqi-forces>*"),
    (
        "قال إن المقاومة الشعبية سيطرت على تلة بعد هجوم شنته على القرية.",
        "ASSAULT",
        "popular-resistance-yemen>*",
    ),
    # A feminine verb has no masculine subject.
    ("بدأت تركيا حملة واستهدفت بالأساس حزب العمال الكردستاني.", "ASSAULT", "turkey>pkk"),
    # An adjective behind a definite deed is not who does it.
    ("قام الحوثيون بالتسلل المسلح إلى الأراضي السعودية.", "MOVE", "houthis>"),
    # Whoever stands right behind a verb with a pronoun does it; a suicide bomber kills those who are counted.
    ("يواجه السكان حظرا على البناء تفرضه «فصائل مسلحة».", "COERCE", "* | other>*"),
    ("يقتل انتحاري ثلاثة جنود في المدينة.", "HARM", "other>other"),
    # A masdar in ين has a genitive, and so have millions.
    ("تسعى القوات العراقية إلى تمكين الجيش التركي من استعادة المدينة.", "CONTROL", "turkish-forces>"),
    ("قالت موسكو إن الحرب مستمرة وتهدد تركيا.", "THREATEN", "*>turkey"),
    ("قالت موسكو إن الحرب مستمرة وتهدد تركيا بالرد.", "THREATEN", "turkey>*"),
    ("وبعد هجوم على الجيش فجر انتحاري نفسه في السوق.", "ASSAULT", "* | other>*"),
    ("جرى اعتقال والد منفذ الهجوم في تركيا.", "COERCE", "*>civilians"),
    ("تمت ملاحقة بقية العناصر الحوثية.", "COERCE", "other>houthis"),
    # "It" that opens a sentence is whom the one before is about, and not the speaker.
    (
        "قال وزير الخارجية السعودي: «لم تستهدف روسيا تنظيم داعش. إنها تقصف المدنيين».",
        "ASSAULT",
        "* | russia>civilians",
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), ROWS)
def test_who_does_what(text: str, kind: str, expected: str) -> None:
    assert takes_part(riwaya.read(text, published="2015-08-10"), kind, expected)


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        # What is no longer so, with the subject between; to go back is another verb.
        ("لم يعد الجيش العراقي يسيطر على الحي.", "CONTROL", ["CT-"]),
        ("لم تعد تركيا تدعم التنظيم.", "SUPPORT", ["CT-"]),
        ("لم يعد الجيش العراقي يسيطر على الحي.", "MOVE", []),
        ("لم يعد الوزير العراقي إلى بلاده.", "MOVE", ["CT-"]),
        ("لم تعد القوات التي تدعم تركيا إلى القرية.", "SUPPORT", ["CT+"]),
        ("لم يكن هو الذي يدعم داعش.", "SUPPORT", ["CT+"]),
    ],
)
def test_what_is_no_longer_so(text: str, kind: str, told: list[str]) -> None:
    assert [c.factuality for c in riwaya.read(text).claims if c.event.type == kind] == told


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        # What is done is so, whatever is asked, suspected or feared beside it.
        ("طالب الوزير بالتحقيق في الهجوم الذي استهدف المدينة.", "ASSAULT", ["CT+", "CT+"]),
        ("طلب الرئيس الانضمام للضربات التي تقودها تركيا ضد داعش.", "ASSAULT", ["CT+"]),
        ("طالب الوزير بتعويض ضحايا القصف التركي.", "ASSAULT", ["CT+"]),
        ("قد تكون له علاقة بمنفذ الهجوم على الفندق.", "ASSAULT", ["CT+"]),
        ("طالب الوزير بمحاسبة الجناة بعد مقتل أربعة جنود.", "HARM", ["CT+"]),
        ("أطلع رئيس مهمة مساعدة الأمم المتحدة في العراق الوزير على الوضع.", "AID", []),
        # Not so what may come, and what is asked for.
        ("حذر الوزير من هجوم على المدينة.", "ASSAULT", ["PS+"]),
        ("طالب الوزير بقصف مواقع التنظيم.", "ASSAULT", ["Uu"]),
        ("قد تشن تركيا الهجوم على المدينة.", "ASSAULT", ["PS+"]),
        ("حذر الوزير من الهجوم الذي أحبطته الشرطة على السفارة.", "ASSAULT", ["PS+"]),
        ("طالب الوزير بوقف الهجوم الذي كان مقررا على المدينة.", "ASSAULT", ["Uu"]),
        ("قد تنفذ تركيا الهجوم الذي أعلنته على المدينة.", "ASSAULT", ["PS+"]),
        ("هدد الوزير بالهجوم الذي أعدت له تركيا.", "ASSAULT", ["PS+"]),
    ],
)
def test_what_took_place_is_so(text: str, kind: str, told: list[str]) -> None:
    assert [c.factuality for c in riwaya.read(text).claims if c.event.type == kind] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Fighters who flee are harmed by nobody; people who flee are driven from home.
        ("قال شهود إن عشرات المقاتلين من ميليشيات الحوثي فروا من المدينة.", ["RETREAT"]),
        ("هرب العشرات من قيادات تنظيم داعش.", ["RETREAT"]),
        ("فرت آلاف العائلات من المدينة.", ["RETREAT", "HARM"]),
    ],
)
def test_who_flees(text: str, told: list[str]) -> None:
    assert [c.event.type for c in riwaya.read(text).claims] == told
