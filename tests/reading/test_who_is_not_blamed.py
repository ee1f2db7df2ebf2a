"""Nobody is blamed for another's deed: whole texts in which one side is easily taken for the other."""

from __future__ import annotations

import pytest

import riwaya
from reading.slices import takes_part

ROWS = [
    # Two who condemn in one breath do not accuse each other.
    ("أدانت روسيا وتركيا الهجوم الذي استهدف مسجدا في بغداد.", "ACCUSE", "russia turkey>other"),
    ("أدانت الحكومتان الألمانية والإسبانية التفجير في بغداد.", "ACCUSE", "germany spain>other"),
    ("تبادلت روسيا وأوكرانيا الاتهامات بقصف المحطة.", "ACCUSE", "russia>ukraine | ukraine>russia"),
    # Where people are harmed is not whom they harm.
    ("قتل 14 جنديا أفغانيا في غارة أمريكية على حاجز جنوب كابول.", "HARM", "united-states>afghanistan"),
    ("قتل 28 مدنيا في قصف للنظام السوري شمالي سوريا.", "HARM", "syrian-government>civilians"),
    ("قتل الجيش التركي عشرين مسلحا شمالي سوريا.", "HARM", "turkish-forces>other"),
    ("قتل جندي إسرائيلي فلسطينيا في الخليل.", "ASSAULT", "israel>civilians"),
    ("اتهم أوباما روسيا بإغلاق السد.", "ACCUSE", "united-states>russia"),
    ("هاجم الحوثيون البحرية الأمريكية في البحر.", "ASSAULT", "houthis>us-forces"),
    ("هدد الحرس الثوري البحرية الأمريكية.", "THREATEN", "irgc>us-forces"),
    ("دعم حزب الله الأسد في القرية.", "SUPPORT", "hezbollah>syrian-government"),
    ("أصاب لغم حوثي مدنيين.", "HARM", "houthis>civilians"),
    # a man who is named behind the verb alone is whom it befell
    ("قتل إسماعيل هنية في طهران.", "HARM", ">hamas"),
    ("اعتقل خالد مشعل في عمان.", "COERCE", "other>hamas"),
    ("قتل قاسم سليماني مدنيين في القرية.", "ASSAULT", "quds-force>civilians"),
    ("أصيب وزير الداخلية التركي.", "HARM", ">turkey"),
    ("قتل وزير الداخلية التركي.", "HARM", ">turkey"),
    ("اعتقل وزير الداخلية التركي المتظاهرين.", "COERCE", "turkey>civilians"),
    ("فجر أحد مسلحي (داعش) نفسه في السوق.", "ASSAULT", "islamic-state>other"),
    ("قتل معظم مقاتلي داعش في القرية.", "HARM", ">islamic-state"),
    # A capital right behind an attack is where it was made.
    ("هجوم لندن : 21 مصابا في حالة حرجة", "ASSAULT", "other>civilians"),
    ("هجمات باريس : إصابة عشرات الأشخاص", "HARM", "other>civilians"),
    ("موسكو : أحبطنا هجوما أوكرانيا", "ASSAULT", "ukraine>*"),
    # Nor was it made by the country whose terrorists' attack it is called, nor by who acts after it.
    ("هجوم كندا الإرهابي : وفاة رجل وإصابة اثنين", "HARM", "other>civilians | other>civilians"),
    ("هجوم إسرائيل على القرية : وفاة رجل", "HARM", "israel>civilians"),
    (
        "هجمات باريس : إيقافات\nاعتقلت بلجيكا رجالا في عملية أمنية تنفذها على خلفية هجمات باريس.",
        "ASSAULT",
        "other>other | belgium>other | other>other",
    ),
    ("تركيا تتوعد بعد هجوم أنقرة\nتوعدت تركيا غداة هجوم نفذه داعش.", "ASSAULT", "islamic-state>* | *>*"),
    # Whoever does something after an attack did not make that one.
    ("شددت تونس إجراءاتها الأمنية في أعقاب هجوم مسلح قتل فيه عشرات السياح.", "HARM", "other>civilians"),
    ("بدأت الكويت حملة على المتشددين بعد هجوم على مسجد.", "ASSAULT", "other>civilians"),
    ("اعتقلت قسد مسلحين في حملة تقودها منذ هجوم على منتجع.", "ASSAULT", "other>civilians"),
    ("قصفت تركيا مواقع قسد غداة تفجير في أنقرة.", "ASSAULT", "turkey>sdf | >*"),
    (
        "هاجم داعش قرية عراقية. وتأتي الزيارة على خلفية اغتيال الوزير.",
        "ASSAULT",
        "islamic-state>iraq | other>other",
    ),
    ("قصفت إسرائيل بلدة لبنانية. وسافر الوزير عقب اغتيال مسؤول.", "ASSAULT", "israel>lebanon | other>other"),
    ("سيطرت قسد على البلدة بعد معارك مع داعش.", "ASSAULT", "sdf>islamic-state"),
    ("اعتقلت القوات العراقية ثلاثة أشخاص بعد اقتحام منزلهم.", "COERCE", "iraqi-forces>other | *>*"),
    # Whoever does something after firing has mostly fired himself.
    ("قامت طائرة أمريكية بتعطيل الناقلة بعد إطلاق صواريخ على محركها.", "ASSAULT", "united-states>other"),
    ("قامت القوات الأمريكية بدوريات في الحي بعد تفجير في السوق.", "ASSAULT", ">civilians"),
    # What a clause without pronoun says of people or things: who stands behind its verb does it to them.
    ("حررت الشرطة الفرنسية رهائن احتجزهم مسلحون.", "ASSAULT", "other>civilians"),
    ("أصيب جندي تركي بصاروخ أطلقته قوة تابعة لحلف الأطلسي.", "ASSAULT", "nato>turkey"),
    ("قتل ثلاثة جنود أتراك في هجوم نفذته المنظمة الانفصالية.", "ASSAULT", "other>turkey"),
    ("قتلت القوات العراقية مسلحين استهدفوا المدنيين.", "ASSAULT", "iraqi-forces>other | other>civilians"),
    # Behind "at a time" somebody else does what the verb tells.
    ("تبنى داعش الهجوم في وقت أدان العلماء هذا الفعل.", "ACCUSE", "other>other"),
    ("قصفت تركيا القرية في وقت قصفت روسيا المدينة.", "ASSAULT", "turkey>civilians | russia>civilians"),
    # Whose body accuses is not accused; who are described by ل and an adjective are not its object.
    (
        "أدانت النقابة الوطنية للصحافيين التونسيين استهداف القوات التركية للسكان.",
        "ACCUSE",
        "other>turkish-forces",
    ),
    ("أدانت الرابطة العامة للصحافيين القصف الإسرائيلي.", "ACCUSE", "other>israel"),
    # Behind a noun for accusing ل names the accused.
    ("نفى الوزير اتهامات منظمة العفو الدولية للحشد الشعبي بقتل المدنيين.", "ACCUSE", "amnesty>pmf"),
    ("رفضت اتهامات هيومن رايتس ووتش للتحالف العربي بقصف المدنيين.", "ACCUSE", "hrw>saudi-led-coalition"),
    ("اتهم الوزير قسد بالولاء لتركيا.", "ACCUSE", "other>sdf"),
    # Of what nation a prisoner is; what an insult calls a party by.
    ("أفرجت سلطات الاحتلال عن 117 أسيرا فلسطينيا من النساء.", "COERCE", "israel>civilians"),
    ("قال الوزير إن الحرب تستهدف دواعش حماس.", "ASSAULT", "*>hamas"),
    ("القوانين تسري بغض النظر عن داعش.", "SHELTER", None),
    ("غضت تركيا النظر عن داعش.", "SHELTER", "turkey>islamic-state"),
    # Whom an attack hit does not lay it on anybody.
    ("مقتل جنديين تركيين بهجوم نسب لحزب العمال الكردستاني.", "ACCUSE", "other>pkk"),
    ("قتل جنود أتراك في هجمات نسبت إلى حزب العمال الكردستاني.", "ACCUSE", "other>pkk"),
    ("نسبت تركيا الهجوم إلى داعش.", "ACCUSE", "turkey>islamic-state"),
    # A hashtag behind "and" goes on with the names; a quotation goes on with the attack before it.
    ("قتل جنود أتراك منذ بدء حرب #إسرائيل و #حماس.", "HARM", ">turkey"),
    (
        'أعلن الجيش التركي إصابة جنود في هجوم بطائرة "استهدف قاعدة في شمال البلاد على الحدود".',
        "ASSAULT",
        ">* | >*",
    ),
    # Who announces that people were hurt did not hurt them, unless they are fighters.
    ("أعلن الجيش الإسرائيلي إصابة ضابط في غزة.", "HARM", ">israeli-forces"),
    ("أعلن الجيش التركي إصابة خمسة مسلحين في هجوم.", "HARM", "turkish-forces>other"),
    # What is said behind أن is not declared: a ward is no state of emergency.
    ("أعلن الوزير السعودي أن طوارئ المستشفى جاهزة.", "COERCE", None),
    ("أعلن الوزير السعودي حالة الطوارئ في البلاد.", "COERCE", "saudi-arabia>*"),
    # Doing it again is no saying, and whoever says something again did none of what he tells.
    ("كرر الجيش التركي قصف القرى.", "ASSAULT", "turkish-forces>civilians"),
    ("كرر الوزير أن الجيش التركي قصف القرية.", "ASSAULT", "turkish-forces>civilians"),
    ("كرر الوزير أن الجيش قصف القرية.", "ASSAULT", "other>civilians"),
    # Wind and sand attack nobody, nor does whoever meets somebody "on the margin".
    ("ضربت رياح قوية المدينة وأدت إلى مقتل ثلاثة أشخاص.", "ASSAULT", None),
    ("ضرب إعصار قوات الجيش في الساحل.", "ASSAULT", None),
    ("ضربت الطائرات الروسية مواقع التنظيم.", "ASSAULT", "russian-forces>other"),
    ("انتهى اللقاء بالقضاء على الهامش.", "ASSAULT", None),
    ("تعهد الجيش التركي بالقضاء على التنظيم.", "ASSAULT", "turkish-forces>other"),
    # "What is called" stands for whoever is named behind it, and is nothing of who acts before it.
    ("هاجم المقاتلون ما يسمى الدولة الإسلامية في البلدة.", "ASSAULT", "other>islamic-state"),
    ("هاجمت تركيا ما يسمى قوات سوريا الديمقراطية.", "ASSAULT", "turkey>sdf"),
    ("شن الجيش التركي هجوما على ما يسمى الجيش الحر.", "ASSAULT", "turkish-forces>free-syrian-army"),
    ("اعتقل الجيش التركي قياديا في ما يسمى تنظيم الدولة.", "COERCE", "turkish-forces>islamic-state"),
    ("هاجمت تركيا ما بقي من قوات سوريا الديمقراطية.", "ASSAULT", "turkey>*"),
    ("أعدم ما يعرف باسم تنظيم الدولة مدنيين.", "ASSAULT", "islamic-state>civilians"),
    ('هاجم الجيش التركي ما يسمى "الدولة الإسلامية" في القرية.', "ASSAULT", "turkish-forces>islamic-state"),
    # The police of a town elsewhere are its country's.
    ("بغداد\nوفي هلسنكي اعتقلت الشرطة ثلاثة رجال.", "COERCE", "finland>other"),
    ("بغداد\nوفي المساء اعتقلت الشرطة ثلاثة رجال.", "COERCE", "iraq>other"),
    ("مقتل ضابط.\nفي الشرطة", "HARM", ">other"),
    # Who survives shots did not fire them.
    # Who survives shots did not fire them.
    ("نجاة الوزير التركي من إطلاق نار.", "ASSAULT", "other>turkey"),
    # Of two at war either attacks the other; who coerces one need not be the other.
    ("سافر مقاتلو داعش إلى تركيا. وتتعرض الحكومة التركية لضغوط بشأن داعش.", "COERCE", "other>turkey"),
    ("تعرضت الحكومة التركية لهجوم قرب مقر داعش.", "ASSAULT", "islamic-state>turkey"),
    # What an attack tries to keep off is kept off by who is at war with it.
    (
        (
            "استهدف الحوثيون مدينة تعز بالقذائف. وأكدت المصادر أن القصف طال أحياء سكنية ومقار حكومية، "
            "في محاولة لمنع تقدم قوات المقاومة الشعبية في اليمن."
        ),
        "COERCE",
        "houthis>popular-resistance-yemen",
    ),
    # Whom "between them" means is none that another fight tells of.
    (
        "هاجم داعش البلدة. وتحاول الوحدات دخول الحي حيث تدور اشتباكات بينهم وبين مقاتلي المعارضة السورية.",
        "ASSAULT",
        "islamic-state>* | syrian-opposition>other",
    ),
    # Who is to be executed has not the foes of the fighting told of below.
    (
        "اللاذقية تطالب بإعدام أحد أقارب الأسد\nقال المرصد إن الأسد قتل في معارك مع الفصائل السورية المعارضة.",
        "ASSAULT",
        "other>syrian-government | *",
    ),
    # Who is asked to prove his accusations does not accuse himself.
    (
        "طالبت باكستان الهند بضرورة تقديم الأدلة على الاتهامات التي توجهها إليها.",
        "ACCUSE",
        "india>other",
    ),
    # Where a group has just coerced people, or tells of it, no state arrests them.
    ("قامت ميليشيات الحوثي بملاحقة الضباط في اليمن، واعتقلت بعضهم.", "COERCE", "houthis>* | other>*"),
    ("قامت القوات اليمنية بملاحقة الضباط في اليمن، وتم اعتقال بعضهم.", "COERCE", "*>* | yemen>*"),
    ("قالت جبهة النصرة إن تركيا دربتهم. وأعلنت الجبهة عبر حسابها اعتقال رجال.", "COERCE", "hts>*"),
    ("بينما يحتجز الحوثيون الصحفيين، تم في السعودية اعتقال ثلاثة.", "COERCE", "houthis>* | saudi-arabia>*"),
    # Whose attack it was is not who threatens those that made it.
    ("هددت إسرائيل بعقوبة لمنفذي هجوم المقهى.", "ASSAULT", "other>*"),
    ("هددت إسرائيل بهجوم على المقهى.", "ASSAULT", "israel>*"),
    # Whom the bomb hit is not accused of it.
    (
        "وصف المفتي حادثة التفجير الذي استهدف مسجد قوات الطوارئ السعودية، ونتج عنه استشهاد عشرة، بالعمل الجبان.",
        "ASSAULT",
        "*>saudi-forces | other>saudi-forces | other>other",
    ),
    ("وصف المفتي ما فعلته القوات السعودية بالعمل الجبان.", "ASSAULT", "saudi-forces>other"),
    # A deed that is called a crime is no state's of which no word says so.
    ("شنت القوات السعودية غارات في الجبل. وقال الوزير إن العمل الإجرامي لن يمر.", "ASSAULT", "*>* | other>*"),
    (
        "شنت القوات السعودية غارات في الجبل. وقال الوزير إن العمل الجبان لن يمر.",
        "ASSAULT",
        "*>* | saudi-forces>*",
    ),
    # Another state's bans are not those of the state that the report is about, nor are anybody's.
    (
        "أعلن العراق حظر التجول. وقال العراق إن العراق أغلق حدوده. وأكد الجيش الإسرائيلي إجراءات شملت تقييد الحركة.",
        "COERCE",
        "iraq>* | iraq>* | other>*",
    ),
    (
        "أعلن العراق حظر التجول. وقال العراق إن العراق أغلق حدوده. وأكد مصدر إجراءات شملت تقييد الحركة.",
        "COERCE",
        "iraq>* | iraq>* | iraq>*",
    ),
    (
        "أعلن العراق حظر التجول. وقال العراق إن العراق أغلق حدوده. ولا أظلم ممن منع المصلين.",
        "COERCE",
        "iraq>* | iraq>* | other>*",
    ),
    # Who only says how another treats its prisoners tells of no doing of his own.
    (
        "أعلن العراق حظر التجول. وقال العراق إن العراق أغلق حدوده. وقالت تركيا إن عشرة مرضى يقبعون في السجن.",
        "COERCE",
        "iraq>* | iraq>* | iraq>*",
    ),
    # Who dies in the next sentence was not killed by who raided in this one, unless of wounds.
    (
        "شن الجيش التركي غارات على القرية. توفي ثلاثة أطفال متأثرين بجراحهم.",
        "HARM",
        "turkish-forces>civilians",
    ),
    ("شن الجيش التركي غارة على خيمة. ومات طفل تحت الأنقاض.", "HARM", "turkish-forces>civilians"),
    ("شنت إسرائيل غارات على البلدة. وقال المسعف إن رجلا توفي في بيته.", "HARM", ">civilians"),
    ("شنت إسرائيل غارات على البلدة. وقال المسعف إن رجلا قتل في بيته.", "HARM", "israel>civilians"),
    # Who falls in an attack of his own is not killed by his own.
    ("قتل عشرة من مسلحي داعش في هجوم شنه داعش على البلدة.", "HARM", ">islamic-state"),
    ("قتل عشرة من الجنود الأتراك في هجوم شنه داعش على البلدة.", "HARM", "islamic-state>turkey"),
    # Nor by him of whom far before it is only understood that he shelled.
    (
        (
            "أكد الجيش التركي أنه مستمر في القصف. وقال الوزير في حديث مع الصحيفة صباح الأربعاء من مكتبه الصغير في "
            "وسط المدينة القديمة بعد أن أنهى جولة طويلة في الحدائق والأسواق والمدارس مع عدد من الزوار والكتاب "
            "والشعراء الذين جاؤوا من كل البلاد إلى المهرجان السنوي للشعر العربي إن ثلاثة من النزلاء قتلوا."
        ),
        "HARM",
        ">civilians",
    ),
    (
        "أكد الجيش التركي أنه مستمر في القصف. وقال الوزير إن ثلاثة من النزلاء قتلوا.",
        "HARM",
        "turkish-forces>civilians",
    ),
    # What its own sentence says led to the harm goes on with the attack.
    (
        (
            "أكد الجيش التركي أنه مستمر في القصف. واستخدم الجنود صباح الأربعاء قرب المكتب الصغير في وسط المدينة "
            "القديمة بعد أن أنهوا جولة طويلة في الحدائق والأسواق والمدارس مع عدد من الزوار والكتاب والشعراء الذين "
            "جاؤوا من كل البلاد إلى المهرجان السنوي غاز الفلفل، ما تسبب بإصابة عدد من الأطفال."
        ),
        "HARM",
        "turkish-forces>civilians",
    ),
    # Whose the shells are did not fall by them.
    ("استشهاد الرقيب وإصابة 4 بمقذوفات حوثية\nأعلن الجيش وفاة الرقيب.", "HARM", "*>* | houthis> | *"),
    # Of those who are harmed in an attack none made it; nor is a land accused where the accused are.
    ("أصيب سبعة أشخاص بينهم خمسة من رجال الشرطة التركية في هجوم مسلح.", "ASSAULT", "other>*"),
    ("أصاب الجيش التركي سبعة أشخاص في هجوم مسلح.", "ASSAULT", "turkish-forces>*"),
    ("وتتهم تركيا المسلحين في شمال العراق بإسقاط الطائرة.", "ASSAULT", "other>*"),
    ("وتتهم تركيا العراق بإسقاط الطائرة.", "ASSAULT", "iraq>*"),
    ("وطالب الحزب المحافظين في تركيا برفض الاتفاق.", "REQUEST", "other>turkey"),
    # The many whom a clause describes did it where its pronoun is of one.
    ("اعتقلت القوات التركية المسلحين الذين هاجموها.", "ASSAULT", "other>turkish-forces"),
    ("اعتقلت القوات التركية المسلحين الذين هاجمتهم.", "ASSAULT", "turkish-forces>other"),
    ("سافر اللاجئون الذين تستهدفها روسيا.", "ASSAULT", "russia>civilians"),
    ("سافر المدنيون الذين قتلته إسرائيل.", "ASSAULT", "israel>civilians"),
    ("طالبوا بمحاكمة أحد أفراد الأسرة الذين يتهمونه بالقتل.", "ACCUSE", "*>other"),
    ("زار الوزير الحوثيين الذين استقبلوه في المطار.", "CONSULT", "* | houthis>*"),
    # who is to be put to death is none of those whom the report tells to have been killed
    (
        "المرصد السوري: اللاذقية تطالب بإعدام أحد أقارب الأسد\nقال المرصد إن الجيش التركي اغتال قياديا في داعش.",
        "ASSAULT",
        "other>syrian-government | turkish-forces>islamic-state",
    ),
    # Who hopes for an arrest or asks for it does not make it.
    ("أعرب الوزير الألماني عن أمله في إلقاء القبض على مرتكبي العمل.", "COERCE", "other>*"),
    ("طالب وزير الخارجية الألماني باعتقال المسلحين.", "COERCE", "other>*"),
    ("أعلن الوزير الألماني إلقاء القبض على مرتكبي العمل.", "COERCE", "germany>*"),
    ("أصدر المحققون الأتراك أمرا بالقبض عليه.", "COERCE", "turkey>*"),
    ("المحكمة التونسية قضت بالسجن عشر سنوات على الرجل.", "COERCE", "tunisia>*"),
    # Whoever stands alone behind a verb that always has an object is its object; an aircraft is not.
    (
        "وقع التفجير في عملية نفذتها حركة طالبان واستهدفت الشرطة الأفغانية في كابول.",
        "ASSAULT",
        "* | * | taliban>afghanistan",
    ),
    ("واستهدفت الطائرات التركية مواقع داعش في القرية.", "ASSAULT", "turkish-forces>islamic-state"),
    ("ودمر طيران التحالف العربي، دبابتين وأربع مركبات للحوثيين.", "HARM", "saudi-led-coalition>houthis | *"),
    (
        "بعد العدوان، استهدف الجيش الإيراني، في المرحلة الثانية، مباني القاعدة.",
        "ASSAULT",
        "* | iranian-army>*",
    ),
    ("هاجمت تركيا ليلا.", "ASSAULT", "turkey>other"),
    ("استهدف المقاتلون الأتراك قبل ساعات مخزن ذخيرة.", "ASSAULT", "other>other"),
    ("وفي مأرب هاجم الحوثيون أمس بحسب سكاي نيوز مواقع للجيش.", "ASSAULT", "houthis>*"),
    ("تحدثت تركيا عن خطة محددة تستهدف حزب الله في القرية.", "ASSAULT", "other>hezbollah"),
    ("قامت تركيا بحملة واسعة تستهدف حزب الله.", "ASSAULT", "* | turkey>hezbollah"),
    ("في الليل يستهدف حزب الله بالصواريخ.", "ASSAULT", "hezbollah>other"),
    ("في القنيطرة استهدفت إسرائيل بصاروخ سيارة.", "ASSAULT", "israel>other"),
    # but not where nobody is told of before who may do it, nor where its object stands behind a weapon
    ("كما استهدفت تركيا بطائرة مسيرة سيارة.", "ASSAULT", "turkey>other"),
    ("وصل الوزير أمس كما استهدف حزب الله بصاروخ موجه دبابة إسرائيلية.", "ASSAULT", "hezbollah>other"),
    ("وفي المساء هاجمت تركيا بعنف.", "ASSAULT", "turkey>other"),
    ("ومن جانبه هاجم الأسد في مقابلة مع الصحيفة.", "ASSAULT", "syrian-government>other"),
    ("لماذا هاجمت إسرائيل الآن؟", "ASSAULT", "israel>other"),
    ("دخل الجيش التركي القرية حيث استهدف داعش.", "ASSAULT", "turkish-forces>islamic-state"),
    ("قصفت الطائرات التركية القرية كما استهدفت تعزيزات عسكرية كبيرة تحمل الوقود.", "MOBILIZE", "other>"),
    ("تقدمت القوات التركية وهاجمت أنصار حزب الله بالعصي.", "ASSAULT", "turkish-forces>hezbollah"),
    ("نشر رسالته التي هاجم فيها حزب الله.", "ASSAULT", "other>hezbollah"),
    ("وصلوا إلى القرية التي هاجم منها داعش.", "ASSAULT", "islamic-state>other"),
    ("تحدث عن السلاح الذي هاجم به حزب الله.", "ASSAULT", "hezbollah>other"),
    ("تحدث عن اليوم الذي هاجمت فيه روسيا.", "ASSAULT", "russia>other"),
    ("تحدثت الحكومة اليمنية عن المدينة التي دمرت أجزاء واسعة منها في المواجهات.", "HARM", ">civilians"),
    ("نشرت صورة القرية التي هاجم فيها حزب الله دورية.", "ASSAULT", "hezbollah>other"),
    ("طردت الفصائل التركية التي دخلت القرية أمس داعش.", "ASSAULT", "*>*"),
    # Nor does he whose arms or supplies are taken, whose coming is prevented, whose country is overrun.
    ("إذا لم ينزع سلاح الحوثيين فإن القتل يتكرر.", "COERCE", "other>houthis"),
    ("نزع الجيش التركي سلاح الحوثيين.", "COERCE", "turkish-forces>houthis"),
    ("انتهت المعركة بكسر شوكة الحوثيين.", "ASSAULT", "* | other>houthis"),
    ("فشلت محاولة داعش كسر شوكة الجيش التركي.", "ASSAULT", "islamic-state>*"),
    ("تحدث عن مواصلة القتال ومنع وصول قوات النظام إلى البلدة.", "COERCE", "other>syrian-government"),
    ("انتهت المعركة باجتياح لبنان.", "ASSAULT", "* | other>lebanon"),
    ("انتهت المعركة باجتياح إسرائيل لبنان.", "ASSAULT", "* | israel>lebanon"),
    ("أحبطت السلطات محاولة للعبث بأمن الكويت.", "COERCE", "* | other>kuwait"),
    ("تحدث البيان عن عبث إيران بأمن المنطقة.", "COERCE", "iran>*"),
    # A masdar of what one does to another wants an object; when and how often it is done is none.
    ("بعد محاصرة إيران ظهرت أصوات أخرى.", "COERCE", "other>iran"),
    ("بعد محاصرة الجيش التركي للبلدة ظهرت أصوات أخرى.", "COERCE", "turkish-forces>*"),
    ("بعد مداهمة القوات الإسرائيلية في نابلس سافر الوزير.", "COERCE", "israeli-forces>other"),
    ("ظهرت آثار هزيمة أمريكا مرة أخرى.", "ASSAULT", "other>united-states"),
    ("توجهوا إلى الضالع لملاحقة الحوثيين و”تطهيرها بالكامل”.", "COERCE", "other>houthis"),
    ("دعا إلى رعاية النازحين وحل البرلمان العراقي.", "COERCE", "other>*"),
    ("دعا إلى رعاية النازحين وطرد الحوثيون السكان.", "COERCE", "houthis>civilians"),
    ("تحدث عن اختطاف الحوثيين وكيل المحافظة.", "ASSAULT", "houthis>civilians"),
    ("تحدث عن استهداف إسرائيل وحلفائها حزب الله.", "ASSAULT", "israel>hezbollah"),
    (
        "وأعرب الوزير التركي عن شكره لكل من جلالة الملك حمد بن عيسى وجلالة الملك عبدالله الثاني على مشاعرهما.",
        "SUPPORT",
        "turkey>jordan",
    ),
    ("انسحبوا بعد مهاجمة داعش ومسلحين آخرين القوات العراقية.", "ASSAULT", "islamic-state>*"),
    ("اتفقوا على محاربة داعش ومشتقات القاعدة.", "ASSAULT", "other>islamic-state"),
    ("تحدثوا عن محاربة تركيا داعش وبقايا القاعدة.", "ASSAULT", "turkey>islamic-state"),
    ("تحميهم القوة من هجمات الحوثيين أو تنظيم القاعدة.", "ASSAULT", "houthis>other"),
    ("وجهوهم لمهاجمة القوات الأمريكية والبنية التحتية للطاقة السعودية.", "ASSAULT", "other>us-forces"),
    ("واصلت الطائرات التركية تمشيط الحدود وقصف فلول داعش.", "ASSAULT", "* | turkish-forces>islamic-state"),
    ("تحدثت الأنباء عن قصف حزب الله للقرية.", "ASSAULT", "hezbollah>*"),
    ("تحدث التقرير عن مجزرة السجناء في المدينة.", "ASSAULT", "other>detainees"),
    ("تحدث التقرير عن مجزرة داعش في المدينة.", "ASSAULT", "islamic-state>*"),
    ("سنقف ضد كل من يريد أن يزعزع أمن تركيا.", "COERCE", "other>turkey"),
    ("زعزعت إيران أمن تركيا.", "COERCE", "iran>turkey"),
    # Where an attack made in a country hit people, the country did not make it.
    (
        "تستمر التحديات التي يواجهها العراق مع مقتل 33 شخصا في تفجيرات استهدفت مناطق في ديالى.",
        "ASSAULT",
        "* | other>*",
    ),
    ("الجيش التركي في هجوم مباغت استهدف مواقع داعش.", "ASSAULT", "* | turkish-forces>islamic-state"),
    # On whose side people died did not kill them; who stands on the one side is not the other.
    ("أعلن البيان سقوط خمسة قتلى من جانب القوات التركية.", "HARM", ">*"),
    ("أعلن البيان مقتل خمسة مدنيين من قبل القوات التركية.", "HARM", "turkish-forces>civilians"),
    ("أصيب شاب من جانب القوات التركية.", "HARM", "turkish-forces>civilians"),
    ("أعلن البيان مقتل خمسة مدنيين من جانب القوات التركية.", "HARM", "turkish-forces>civilians"),
    (
        "تتواصل الاشتباكات بين قوات النظام وحزب الله من جانب، وداعش من جانب آخر.",
        "ASSAULT",
        "syrian-government hezbollah>islamic-state",
    ),
    # Of what nation he is who is seized; by what nation a place is shelled.
    ("تحدث عن اعتقال روسي يقيم في العاصمة.", "COERCE", "other>other"),
    ("أدى اغتيال إسرائيلي لقائد في حماس إلى تصعيد.", "ASSAULT", "israel>hamas"),
    ("تحدث عن احتجاز إيراني لناقلة نفط.", "COERCE", "iran>other"),
    ("قام مسلحون في طهران باختطاف عراقيين يقيمان في العاصمة.", "ASSAULT", "other>other"),
    ("تحدث التقرير عن استهداف إيراني للقاعدة.", "ASSAULT", "iran>*"),
    # Who is described as killed did not kill.
    ("طالبوا بالبحث عن قريب بشار الأسد الذي قتل في المعارك.", "HARM", ">syrian-government"),
    ("طالبوا بالبحث عن قريب بشار الأسد الذي قتل مدنيين.", "ASSAULT", "syrian-government>civilians"),
]


@pytest.mark.parametrize(("text", "kind", "expected"), ROWS)
def test_who_does_it_to_whom(text: str, kind: str, expected: str | None) -> None:
    if expected is None:
        assert all(claim.event.type != kind for claim in riwaya.read(text).claims)
        return
    assert takes_part(riwaya.read(text), kind, expected)
