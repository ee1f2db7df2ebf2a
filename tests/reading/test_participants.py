"""Who takes part, from whole texts: lands that are hit, houses that are stormed, deeds that are deplored."""

from __future__ import annotations

import pytest

import riwaya
from reading.slices import takes_part

ROWS = [
    # Ordinary people's things, and somebody's kin, are theirs; what is laden to explode or an army's is not.
    ("تهدم مبنى تجاري مساء الجمعة.", "HARM", ">civilians"),
    ("احترقت سيارات في الحي.", "HARM", ">civilians"),
    ("احترقت سيارة مفخخة مساء الجمعة.", "HARM", ">other"),
    ("احترقت سيارات عسكرية مساء الجمعة.", "HARM", ">other"),
    ("نفقت ماشية ودمر القصف أشجارا.", "HARM", "*>civilians"),
    ("أقدم شاب على طعن شقيقته.", "ASSAULT", "other>civilians"),
    ("اعتقلت تركيا مشاركين في احتجاجات.", "COERCE", "turkey>civilians"),
    # What is taken away is people's where nobody is told of; weapons that are found are not.
    ("صادرت إسرائيل أراضي واسعة.", "COERCE", "israel>other"),
    ("عثرت القوات التركية على أسلحة.", "COERCE", "turkish-forces>other"),
    # An attack of which no victim is told hits whoever is there; a fight is between those who fight.
    ("أعلن تنظيم داعش مسؤوليته عن الهجوم في تركيا.", "ASSAULT", "islamic-state>turkey"),
    ("نفذ شاب هجوما مساء الجمعة.", "ASSAULT", "other>other"),
    ("بدأت لجان شعبية عملية تمشيط. واندلع قتال مساء الجمعة.", "ASSAULT", "other>other | other>other"),
    # It hits those who fell in it, not whom another attack hit.
    ("قتل جندي في هجوم مساء الجمعة.", "ASSAULT", "other>other"),
    ("أصيب عامل في هجوم مساء الجمعة.", "ASSAULT", "other>civilians"),
    (
        "استهدف مجهولون الجيش التركي. وندد الوزير بهجوم غادر.",
        "ASSAULT",
        "*>turkish-forces | other>other",
    ),
    # The state whose land is hit, where nothing but the land is named.
    ("وقع هجوم في تركيا.", "ASSAULT", "other>turkey"),
    ("استهدف قصف إيراني مناطق عدة في شمال إسرائيل.", "ASSAULT", "iran>israel | iran>israel"),
    ("أكد أن الهجمات على الجنوب اللبناني ستتواصل.", "ASSAULT", "other>lebanon"),
    ("لم يسجل إشعاع بعد تعرض المصانع في إيران إلى قصف.", "ASSAULT", ">iran"),
    ("ندد بالهجمات التي تعرضت لها تركيا.", "ASSAULT", "other>turkey"),
    # Not where an ally fights, nor a land that somebody comes from, nor another clause's.
    ("شن التحالف الدولي غارات في العراق.", "ASSAULT", "us-led-coalition>other"),
    ("وقع هجوم أمس، ووصل وفد إلى تركيا.", "ASSAULT", "other>other"),
    ("وقع هجوم نفذه شخص قادم من تركيا.", "ASSAULT", "other>other"),
    ("نوقشت الهجمات التي تحدثت عنها تركيا.", "ASSAULT", "other>other"),
    ("أطلقت رشقة على الشمال الفلسطيني المحتل.", "ASSAULT", "other>civilians"),
    ("تعرضت ساحة في الجانب الإيراني إلى هجوم.", "ASSAULT", "other>iran"),
    # Whom an attack hit is told last: by what it did.
    (
        "جاء التفجير الذي استهدف مدينة سوروتش وأسفر عن سقوط عشرين قتيلا.",
        "ASSAULT",
        ">civilians | other>civilians",
    ),
    # Whose house of prayer or base it is.
    ("السعودية: استهدف التفجير مسجد قوات الطوارئ في عسير.", "ASSAULT", "other>saudi-forces | >saudi-forces"),
    # An embassy is stormed, an army storms.
    ("حاول المتظاهرون اقتحام السفارة الأمريكية.", "ASSAULT", "civilians>united-states"),
    ("جرى اقتحام الجيش التركي البلدة.", "ASSAULT", "turkish-forces>civilians"),
    # Who deplores what befell somebody does not blame him.
    ("أدان استهداف السفارة الأمريكية.", "ACCUSE", "other>other"),
    ("أدانت قطر هجوم الحوثيين على السعودية.", "ACCUSE", "qatar>houthis"),
    # Whose doing is judged, by the clause that describes it.
    ("أشاد الوزير بالدور الذي تلعبه تركيا.", "SUPPORT", "other>turkey"),
    ("استنكر الحزب الغارات التي نفذتها إسرائيل.", "ACCUSE", "other>israel"),
    ("استنكر الحزب الهجمات التي شهدتها تركيا.", "ACCUSE", "other>other"),
    (
        "جمدت تركيا أموالا التزاما بالعقوبات التي أقرتها الأمم المتحدة.",
        "SANCTION",
        "turkey>other | united-nations>other",
    ),
    # How something was done is nobody whom it befell; what flies without a pilot is still somebody's.
    ("قتل تنظيم داعش رميا بالرصاص مئات المدنيين.", "HARM", "islamic-state>civilians"),
    (
        "شنت طائرة أمريكية من دون طيار غارة على سيارة تقل عناصر من تنظيم القاعدة.",
        "ASSAULT",
        "united-states>al-qaeda",
    ),
    # What is blown up is no dawn, whoever does it.
    ("فجر الإسلاميون مسجدا.", "ASSAULT", "other>civilians"),
    # A crime against humanity is one against people; who is only humane is not the public.
    ("ارتكب داعش جرائم ضد الإنسانية.", "ASSAULT", "islamic-state>civilians"),
    ("هاجم داعش المنظمات الإنسانية.", "ASSAULT", "islamic-state>other"),
    # A clause goes on behind an aside between its subject and its verb, if no other verb stands before.
    ("إن وحدات من الجيش التركي، بالتعاون مع القوات الرديفة، هاجمت قسد.", "ASSAULT", "turkish-forces>sdf"),
    ("القوات العراقية، مع البيشمركة، هاجمت داعش.", "ASSAULT", "iraqi-forces>islamic-state"),
    ("غادر الجيش التركي القرية، مع حلول الليل، قصفت قسد المدينة.", "ASSAULT", "sdf>civilians"),
    # In what way something is done, nobody takes part; whose way it is may be told, and clauses of it.
    ("قصف داعش بشكل عشوائي وعنيف مواقع قسد.", "ASSAULT", "islamic-state>sdf"),
    ("دمر المطار بشكل شبه كامل.", "HARM", ">other"),
    ("قتلت قسد بطريقة وحشية مدنيين.", "ASSAULT", "sdf>civilians"),
    ("هاجم داعش بصورة مفاجئة وعنيفة قسد.", "ASSAULT", "islamic-state>sdf"),
    ("ميليشيات الحوثي تقصف بشكل عشوائي وعنيف قرى صرادة.", "ASSAULT", "houthis>civilians"),
    # A plural behind an attack is who makes it or whom it hits.
    ("تركز الحكومة على هجمات الإرهابيين.", "ASSAULT", "other>other"),
    ("هاجمت قسد بشكل عام ومواقع داعش خالية.", "ASSAULT", "sdf>islamic-state"),
    ("ندد الوزير بصورة قائد داعش.", "ACCUSE", "other>other"),
    # A clause behind "where" or "also" goes on with who acted, where it names only what its verb needs.
    ("دخلت القوات التركية المدينة حيث قطعت الطرق.", "COERCE", "turkish-forces>other"),
    ("دخلت القوات التركية المدينة كما قطعت الطرق.", "COERCE", "turkish-forces>other"),
    ("دخلت القوات التركية المدينة بعدما قطعت الطرق.", "COERCE", "other>other"),
    # Bases and ships do not shell; who foils an attack does so to those who made it.
    ("هدد الحوثيون بقصف القواعد الأمريكية.", "ASSAULT", "houthis>us-forces"),
    ("أحبط الجيش العراقي هجوما لداعش.", "COERCE", "iraqi-forces>islamic-state"),
    # Bodies and the dead that a clause describes; who found these did not kill them.
    ("فرضت أمريكا عقوبات على شركات تدعم الحرس الثوري.", "SUPPORT", "other>irgc"),
    ("عثر الجيش العراقي على مقبرة جماعية لمدنيين قتلهم تنظيم داعش.", "HARM", "islamic-state>civilians"),
    # "Them" is no state: it befalls a group, else people of whom nothing is said.
    ("فر الحوثيون إلى المدينة، وتم اعتقالهم مساء.", "COERCE", "other>houthis"),
    # A new attack of another kind is not theirs who attacked before, nor is its harm; one more raid is.
    (
        "قالت القيادة إن التحالف الدولي نفذ 16 ضربة ضد داعش. وأفاد البيان أن ثماني ضربات استهدفت الجماعة.",
        "ASSAULT",
        "* | us-led-coalition>islamic-state | *",
    ),
    (
        "شن التحالف الدولي غارات على مواقع داعش. وقتل سبعة من عناصر داعش بقصف مدفعي.",
        "ASSAULT",
        "us-led-coalition>islamic-state | >islamic-state",
    ),
    (
        "شن التحالف الدولي غارات على مواقع داعش. وقتل سبعة من عناصر داعش بقصف مدفعي.",
        "HARM",
        ">islamic-state",
    ),
    (
        "شن التحالف الدولي غارات على مواقع داعش. وأسفر هجوم انتحاري عن مقتل سبعة من عناصر داعش.",
        "HARM",
        ">islamic-state",
    ),
    (
        "شن التحالف الدولي غارات على مواقع داعش. وقتل سبعة من عناصر داعش بغارة جوية.",
        "HARM",
        "us-led-coalition>islamic-state",
    ),
    (
        "شن التحالف الدولي غارات على مواقع داعش. وقتل سبعة من عناصر داعش في القصف.",
        "HARM",
        "us-led-coalition>islamic-state",
    ),
    # Who does what a clause describes is its own subject, and not whoever speaks of it.
    ("ذكرت إيران بالدور الذي اضطلع به الراحل في دعم العراق.", "SUPPORT", "other>iraq"),
    ("ذكرت إيران بالدور الذي اضطلعت به قطر في دعم العراق.", "SUPPORT", "qatar>iraq"),
    ("زارت إيران القوات التركية التي ساهمت في دعم العراق.", "SUPPORT", "turkish-forces>iraq"),
    # No state does what is called terror where only the words around might say so.
    ("أغلقت تركيا الطريق لتجنب هجمات إرهابية.", "ASSAULT", "other>civilians"),
    ("أعلنت تركيا ضرب إرهابيين في الجبل.", "ASSAULT", "turkey>other"),
    ("لم تكتف إيران بجرائمها الإرهابية.", "ASSAULT", "iran>civilians"),
    ("يخطط تنظيم داعش لهجمات إرهابية.", "ASSAULT", "islamic-state>civilians"),
    # Names end where something else begins.
    ("اتهم ترامب طهران بدعم الإرهاب.", "ACCUSE", "united-states>iran"),
    ("رحب الوزير بالمبادرة التي أطلقتها مصر.", "SUPPORT", "other>egypt"),
    ("وقف العراق إلى جانب إيران.", "SUPPORT", "iraq>iran"),
    ("رفض العراق العقوبات على إيران.", "SANCTION", "other>iran"),
    ("تعرضت قاعدة لقصف صاروخي إيراني.", "ASSAULT", "iran>other"),
    ("تظاهر آلاف العراقيين في بغداد.", "PROTEST", "civilians>other"),
    ("القوات السورية لن تسمح لتركيا بالعودة إلى البلدة.", "MOVE", "turkey>"),
    # Who is asked behind who asks; to whom arms go; from whom a town is taken over; leaders of a network.
    ("طلبت بغداد من أنقرة سحب قواتها.", "RETREAT", "turkey>"),
    ("أرسلت إيران شحنة أسلحة للحوثيين.", "AID", "iran>houthis"),
    ("تسلمت القوات العراقية مدينة سنجار من قسد.", "CONTROL", "iraqi-forces>sdf"),
    ("أعلنت أمريكا مقتل قيادي في القاعدة.", "HARM", "united-states>al-qaeda"),
    # Whence people come is not whose they are; who fired what is intercepted suffers that.
    ("عاد آلاف اللاجئين السوريين من لبنان.", "MOVE", "civilians>"),
    # An ending shows an object also where the subject, which nobody lists, stands before the verb.
    ("القوات الحكومية كبدت الحوثيين خسائر فادحة.", "HARM", "other>houthis"),
    ("القوات الحكومية سلمت الحوثيين أسلحة.", "AID", "other>houthis"),
    ("في وقت قتل الحوثيون مدنيين.", "ASSAULT", "houthis>civilians"),
    # Who says that it was he tells it anew; who only speaks of what came after does not.
    ("وقع هجوم في السوق. وتبنى تنظيم داعش الهجوم.", "ASSAULT", "* | islamic-state>other"),
    ("وقعت هجمات في السوق. وتبنى تنظيم داعش العديد من الهجمات.", "ASSAULT", "* | islamic-state>other"),
    ("وقع تفجير في السوق. وأعلنت حركة طالبان مسؤوليتها عن التفجير.", "ASSAULT", "* | taliban>civilians"),
    ("وقع تفجير في السوق. وفر السكان بعد التفجير.", "ASSAULT", "*"),
    # Aid is carried and delivered to those whom it is for; what else is carried only moves.
    ("تسعى تركيا لإيصال المعونات للنازحين.", "AID", "turkey>civilians"),
    ("نقلت الأمم المتحدة مساعدات للنازحين.", "AID", "united-nations>civilians"),
    ("أدخلت الأمم المتحدة المعونات إلى البلدة.", "AID", "united-nations>other"),
    ("نقلت الأمم المتحدة النازحين إلى البلدة.", "MOVE", "united-nations>civilians"),
    # Whose infiltration or advance it is; not the country that they go to.
    ("أحبط الحرس محاولة تسلل لعناصر داعش.", "MOVE", "islamic-state>"),
    ("أحبط الحرس محاولة تسلل لتركيا نفذها عشرة مسلحين.", "MOVE", "other>"),
    ("تقدم ملحوظ للجيش العراقي في المدينة.", "MOVE", "iraqi-forces>"),
    ("قال مسؤول إن 20 مسلحا يحاولون التسلل إلى القرية.", "MOVE", "other>"),
    ("قتل عشرة أشخاص من داعش.", "HARM", ">islamic-state"),
    (
        "اعترضت الدفاعات السعودية صاروخا أطلقه الحوثيون.",
        "ASSAULT",
        "saudi-forces>houthis | houthis>saudi-arabia",
    ),
    # A place is taken from whom the sentence says was fought, driven out or went.
    (
        "تمكن الجيش العراقي من السيطرة على البلدة عقب اشتباكات مع داعش.",
        "CONTROL",
        "iraqi-forces>islamic-state",
    ),
    ("سيطر داعش على القرية بعد انسحاب قسد منها.", "CONTROL", "islamic-state>sdf"),
    ("سيطرت قسد على القرية بعد طرد داعش منها.", "CONTROL", "sdf>islamic-state"),
    # A count behind people is another's: they did it to those who are counted.
    ("وقتل مسلح تركي 38 سائحا في الفندق.", "HARM", "other>civilians"),
    ("وقتل ضابط تركي وثلاثة مجندين.", "HARM", ">turkey"),
    # Who is put to flight right behind the masdar is no subject, unless another follows.
    ("أعلنت قسد تحرير القرية ودحر الميليشيات الحوثية منها.", "ASSAULT", "sdf>houthis"),
    ("ويتم طرد المقاومة الشعبية ميليشيا الحوثي.", "ASSAULT", "popular-resistance-yemen>houthis"),
    ("استعاد الجيش العراقي القاعدة من أيدي داعش.", "CONTROL", "iraqi-forces>islamic-state"),
    ("سيطرت قسد على القرية. واشتبك الجيش العراقي مع الحوثيين.", "CONTROL", "sdf>"),
    # A war says from whom, but not where a place is only said to be held.
    ("استعاد الجيش العراقي البلدة. وانتشر داعش في الجبال.", "CONTROL", "iraqi-forces>islamic-state"),
    (
        "قصف الجيش التركي الجيش العراقي. واستعاد الجيش العراقي البلدة. وانتشر داعش في الجبال.",
        "CONTROL",
        "iraqi-forces>islamic-state",
    ),
    ("باتت البلدة تحت سيطرة الجيش العراقي. وانتشر داعش في الجبال.", "CONTROL", "iraqi-forces>"),
    ("دعم الحلفاء تعزيز سيطرتها. وانتشر داعش في الجبال.", "CONTROL", "other>"),
    ("تقع القرية التي تسيطر عليها قسد قرب موقع انسحب منه داعش.", "CONTROL", "sdf>"),
    # People in the street are civilians, before whose door they stand they protest to; a suspect is none.
    ("تظاهر مئات الإيزيديين أمام مقر الأمم المتحدة.", "PROTEST", "civilians>united-nations"),
    ("نظم الطلاب وقفة احتجاجية ضد الحكومة العراقية.", "PROTEST", "civilians>iraq"),
    ("تظاهر الطلاب أمام المدرسة.", "PROTEST", "civilians>other"),
    ("اعتقلت قسد ثلاثة شبان.", "COERCE", "sdf>civilians"),
    ("اعتقلت قسد ثلاثة متسللين.", "COERCE", "sdf>other"),
    ("اعتقلت قسد رجلا ينتمي إلى تنظيم داعش.", "COERCE", "sdf>islamic-state"),
    ("اعتقلت قسد أحد المدانين المنتمين إلى تنظيم داعش.", "COERCE", "sdf>islamic-state"),
    # Unnamed fighters are those of the one group that is told of, never of whoever hit them.
    ("هاجم داعش القرية. وقتلت قسد 15 مسلحا.", "HARM", "sdf>islamic-state"),
    ("هاجم داعش القرية. وقتلت قسد مقاتلين أكرادا.", "ASSAULT", "* | sdf>other"),
    ("قتلت قسد 15 مسلحا في القرية.", "HARM", "sdf>other"),
    ("هاجم داعش القرية وقتل 15 مسلحا.", "HARM", "islamic-state>other"),
    # Who is met is no more of the name of whoever meets him; who receives a call did not make it.
    ("التقى وزير الخارجية الروسي نظيره التركي.", "CONSULT", "russia>turkey"),
    ("جمع لقاء وزير الخارجية الروسي بنظيره التركي.", "CONSULT", "russia>turkey"),
    ("استقبل الرئيس العراقي برهم صالح وزير الخارجية الإيراني.", "CONSULT", "iraq>iran"),
    ("تلقى وزير الخارجية المصري اتصالا هاتفيا من الرئيس الروسي.", "CONSULT", "russia>egypt"),
    ("أجرى وزير الخارجية المصري اتصالا هاتفيا مع نظيره الروسي.", "CONSULT", "egypt>russia"),
    ("كانت زيارة وزير الدفاع الأميركي إلى بغداد قصيرة.", "CONSULT", "united-states>iraq"),
    ("ندد بهجمات حماس الإرهابية في إسرائيل.", "ASSAULT", "hamas>israel"),
    # Who goes on with it, sets about it or tries it does it; an object shows its ending.
    ("ارتفع السعر على خلفية استمرار إسرائيل بقصف مناطق جنوب لبنان.", "ASSAULT", "israel>lebanon"),
    ("تستمر قسد في خوض القتال.", "ASSAULT", "sdf>other"),
    ("أعلنت قسد الحداد على ضحايا القصف.", "ASSAULT", ">civilians"),
    ("تحدث عن زيارة الوفد ثم قصف قسد.", "ASSAULT", "sdf>other"),
    ("شنت قسد هجوما واستهدفت مركزا.", "ASSAULT", "sdf>other | sdf>other"),
    ("قال الجيش التركي: ساعدنا الطقس في حربنا ضد داعش.", "ASSAULT", "turkish-forces>islamic-state"),
    # A state is shaken by who shakes its peace.
    ("اتهم إيران بزعزعة أمن العراق.", "COERCE", "iran>iraq"),
    # What is fired is not whom it hits, nor is the land that it came from; losses are whose they are.
    ("قصفت قسد بلدة تل أبيض بعشرات الصواريخ.", "ASSAULT", "sdf>civilians"),
    ("أطلق الحوثيون قذائف من داخل الأراضي العراقية على قرية.", "ASSAULT", "houthis>civilians"),
    ("أطلق الحوثيون قذائف على الأراضي العراقية.", "ASSAULT", "houthis>iraq"),
    ("خسائر كبيرة للحوثيين في البلدة.", "HARM", ">houthis"),
    # A people is no state by its nation's name; who is displaced or lives on aid is people.
    ("قال إن الشعب العراقي يتعرض للإبادة من قبل داعش.", "ASSAULT", "islamic-state>civilians"),
    (
        "تعرض الجيش العراقي للقصف من قبل داعش.",
        "ASSAULT",
        "islamic-state>iraqi-forces",
    ),
    ("أعلنت قطر إغاثة الشعب العراقي.", "AID", "qatar>civilians"),
    ("أعلنت قطر إغاثة العراق.", "AID", "qatar>iraq"),
    ("أعلنت قطر إدخال المساعدات الإنسانية إلى المدينة.", "AID", "qatar>civilians"),
    ("قدمت قطر مساعدات إنسانية لألبانيا.", "AID", "qatar>albania"),
    ("قدمت قطر مساعدات مالية.", "AID", "qatar>other"),
    ("شهدت المدينة حركة نزوح كبيرة.", "HARM", ">civilians"),
    ("نزح مقاتلو داعش.", "HARM", ">islamic-state"),
    # Fighters of a body that no list knows are not those of the only group that is known.
    ("هاجم داعش القرية. وقتلت تركيا 15 عنصرا من حزب العاملين.", "HARM", "turkey>other"),
    ("هاجم داعش القرية. وقتلت تركيا 15 عنصرا من المهاجمين.", "HARM", "turkey>islamic-state"),
    # Who watches over rights tells of violence; "others", "of them" and "one of its leaders" are whose they are.
    ("أكد مرصد حقوق الإنسان أن الغارات أدت إلى مقتل ستة من عناصره.", "HARM", ">other"),
    ("قال المرصد السوري إن الغارات أدت إلى مقتل ستة من عناصره.", "HARM", ">other"),
    ("أدت المواجهات مع داعش إلى مصرع 38 مسلحا وإصابة 29 آخرين.", "HARM", ">islamic-state | >islamic-state"),
    ("قتل 38 مدنيا وأصيب 29 آخرون.", "HARM", ">civilians | >civilians"),
    ("هاجمت قسد عناصر داعش وقتلت خمسة منهم.", "HARM", "sdf>islamic-state"),
    ("نفت حركة حماس مقتل أحد قادتها.", "HARM", ">hamas"),
    # A number may tell which of its kind a thing is; what is judged is no name of who judges it.
    ("قصفت قسد مقر اللواء 40 التابع للحشد الشعبي.", "ASSAULT", "sdf>pmf"),
    ("قتل الجيش العراقي 40 مسلحا.", "HARM", "iraqi-forces>other"),
    ("انتقد الوزير التركي الموقف الأمريكي من الحرب.", "ACCUSE", "turkey>united-states"),
    ("قصف الجيش العراقي المواقع الأمامية لداعش.", "ASSAULT", "iraqi-forces>islamic-state"),
    # Who holds a place that is attacked is whom that is made on, but a town is its people's.
    ("شن داعش هجمات على مناطق تحت سيطرة الجيش العراقي.", "ASSAULT", "islamic-state>iraqi-forces"),
    ("هاجم داعش نقطة تفتيش تديرها قسد.", "ASSAULT", "islamic-state>sdf"),
    ("قصف داعش قرية تسيطر عليها قسد.", "ASSAULT", "islamic-state>civilians"),
    ("هاجم مسلحون حاجزا في الجبل وتسيطر قسد على المدينة.", "ASSAULT", "other>other"),
    # Whom a fight is for driving out it is made on.
    ("تدور معارك لتطهير الحي من الحوثيين.", "ASSAULT", "other>houthis | other>houthis"),
    ("تدور معارك للقضاء على جيوب المقاومة للحوثيين.", "ASSAULT", "other>houthis | *"),
    ("بدأت قسد عملية عسكرية لاستعادة الجامعة من سيطرة داعش.", "ASSAULT", "sdf>islamic-state"),
    ("تدور معارك لتطهير الحي بعد انسحاب الحوثيين.", "ASSAULT", "other>other | other>other"),
    ("تدور معارك لإجلاء الجرحى من عناصر داعش.", "ASSAULT", "other>other"),
    ("بعد الهجوم أحيل عشرة للقضاء من عناصر داعش.", "ASSAULT", "other>other"),
    # Who does something upon a request, or grants or refuses it, was asked.
    ("ينفذ الجيش التركي هدنة استجابة لطلب الرئيس العراقي.", "REQUEST", "iraq>turkish-forces"),
    ("أعلنت تركيا هدنة نزولا عند طلب من الحكومة العراقية.", "REQUEST", "iraq>turkey"),
    ("وافقت تركيا على طلب العراق فتح المعبر.", "REQUEST", "iraq>turkey"),
    ("ينفذ الجيش التركي هدنة رغم طلب الرئيس العراقي.", "REQUEST", "iraq>other"),
    # Whose doing is judged where a preposition takes it up; whose the right is; where a place lies.
    ("أشاد الرئيس العراقي بالدور الذي تقوم به تركيا.", "SUPPORT", "iraq>turkey"),
    ("أكدت أمريكا أن تركيا لها الحق في الدفاع عن نفسها.", "SUPPORT", "united-states>turkey"),
    ("أكدت أمريكا أن لتركيا الحق في الدفاع عن نفسها.", "SUPPORT", "united-states>turkey"),
    ("قتل جندي تركي قرب كيليس (جنوب البلاد) في صدام مع داعش.", "HARM", "islamic-state>turkey"),
    # An unknown word that agrees with the event describes it.
    ("قتل عشرة في تفجيرين مماثلين تبناهما داعش.", "ASSAULT", "islamic-state>civilians"),
    ("نفذ داعش تفجيرين استهدفا قسد.", "ASSAULT", "islamic-state>sdf | islamic-state>sdf"),
    # Who was told of with his party is its man where only his name is told again, and his brother is not he.
    (
        "قتل القيادي في تنظيم داعش سالم الورداني. وقال إن الورداني قتل في غارة.",
        "HARM",
        ">islamic-state | >islamic-state",
    ),
    ("قال سالم الورداني، القيادي في داعش، كذا. واعتقلت تركيا الورداني.", "COERCE", "turkey>islamic-state"),
    ("قال سالم الورداني، القيادي في داعش، كذا. واعتقلت تركيا أحمد الورداني.", "COERCE", "turkey>other"),
    # A pronoun apart means who was spoken of, and one of many no state; bodyguards fall with whom they guard.
    ("انتقد الرئيس التركي إسرائيل، متهما إياها بقتل المدنيين.", "ACCUSE", "turkey>israel | turkey>israel"),
    ("هاجم الوزير العراقي الحوثيين متوعدا إياهم بالعقاب.", "THREATEN", "iraq>houthis"),
    ("زار الوزير العراقي تركيا، داعيا إياهم إلى الصبر.", "REQUEST", "iraq>other"),
    ("قتل القيادي الحوثي سالم الورداني وأصيب أربعة من مرافقيه.", "HARM", ">houthis | >houthis"),
    ("قتل القيادي الحوثي سالم الورداني وأصيب أربعة من المارة.", "HARM", ">houthis | >civilians"),
    # A headline tells by the present that a place was taken; a grip that is tightened took it.
    ("قسد تسيطر على البلدة\nقالت قسد إن معارك مع داعش انتهت أمس في البلدة.", "CONTROL", "sdf>islamic-state"),
    ("داعش الذي يسيطر على البلدة يحشد\nقالت قسد إنها قاتلت داعش أمس في البلدة.", "CONTROL", "islamic-state>"),
    ("أحكمت قسد قبضتها على البلدة بعد معارك مع داعش.", "CONTROL", "sdf>islamic-state"),
    # Who belongs to a cell is no civilian, a community and "our people" are; our forces are not who is fought.
    ("قتل شخصان ينتميان إلى خلية سرية.", "HARM", ">other"),
    ("قتل شخصان ينتميان إلى عائلة واحدة.", "HARM", ">civilians | >civilians"),
    ("ارتكب داعش مذابح بحق الطائفة الإيزيدية.", "ASSAULT", "islamic-state>civilians"),
    ("ارتكب داعش مجازر بحق أهلنا في البلدة.", "ASSAULT", "islamic-state>civilians"),
    ("وأصبحت قواتنا تقاتل في قلب البلدة.", "ASSAULT", "other>other"),
    # Another event that "and" joins has those of its own, and who announces deaths did not cause them.
    ("مقتل مسلح وإصابة مدنيين في هجوم.", "HARM", "other>other | other>civilians"),
    ("أعلنت وزارة الداخلية المصرية مقتل مدني وإصابة خمسة آخرين.", "HARM", ">civilians | >civilians"),
    ("أعلن الجيش المصري مقتل مسلح وإصابة خمسة.", "HARM", "egyptian-forces>other | egyptian-forces>other"),
    # The policemen of whom a state tells are its own.
    ("أعلنت وزارة الداخلية المصرية مقتل شرطي وإصابة خمسة آخرين.", "HARM", ">egypt | >egypt"),
    # Those whom only a count tells of are its party's that is named behind them; not who comes from a state.
    ("القتلى هم 18 عنصرا من داعش، وسبعة من قسد.", "HARM", "*>islamic-state | *>sdf"),
    ("القتلى هم 16 من قوات النظام.", "HARM", ">syrian-government"),
    ("القتلى هم خمسة أشخاص من تركيا.", "HARM", ">civilians"),
    ("القتلى هم عشرة مسلحين من المنطقة.", "HARM", ">other"),
    # What something led to, also with "in"; those "in whose right" sentences are carried out.
    ("سقطت قذيفة مما تسبب في مقتل تسعة عناصر من حزب الله.", "HARM", ">hezbollah"),
    ("سقطت قذيفة ما أدى لمقتل جندي تركي.", "HARM", ">turkey"),
    # Each harm of those that it led to has those whom it befell.
    ("أسفر الاشتباك عن إصابة جندي تركي ومقتل أحد عناصر داعش.", "HARM", ">turkey | >islamic-state"),
    ("أدى القصف إلى مقتل وإصابة مدنيين.", "HARM", ">civilians | >civilians"),
    ("أدى القصف إلى خسائر وأضرار كبيرة في المدينة.", "HARM", ">civilians"),
    ("نفذ الحوثيون عمليات إعدام ميدانية بحق عدد من مقاتلي داعش.", "COERCE", "houthis>islamic-state"),
    # "Others" are those of whom was told before, also uncounted; not where they are said to be civilians.
    ("مقتل جنديين أمريكيين في القصف وإصابة آخرين.", "HARM", ">united-states | >united-states"),
    ("قتل شرطي في الهجوم وأصيب آخر بجروح.", "HARM", "other>other | other>other"),
    ("قتل جندي تركي وأصيب مدنيون آخرون.", "HARM", ">turkey | >civilians"),
    # The dead of an attack on fighters are theirs; not where plain people are told of, nor in a fight of two.
    (
        "استهدفت غارات تركية مواقع داعش وأوقعت عشرات القتلى والجرحى.",
        "HARM",
        "turkey>islamic-state | turkey>islamic-state",
    ),
    ("قصفت تركيا مواقع داعش وأسفر القصف عن سقوط قتلى بينهم مدنيون.", "HARM", "turkey>civilians"),
    ("قصفت تركيا مواقع داعش، فيما سقط عشرة قتلى في البلدة.", "HARM", "*>civilians"),
    ("قصفت تركيا البلدة وأسفر القصف عن سقوط عشرات القتلى.", "HARM", "turkey>civilians"),
    ("دارت معارك مع داعش أسفرت عن سقوط قتلى وجرحى.", "HARM", ">civilians"),
    # So many fighters in a headline are those of whom the lead tells as many; so many persons may be others.
    ("سيناء: مقتل 7 إرهابيين\nلقي سبعة من عناصر داعش مصرعهم أمس في سيناء.", "HARM", ">islamic-state | * | *"),
    (
        "انتحاري يقتل 50 جنديا\nقال مسؤول إن انتحاريا قتل 50 جنديا يمنيا أمس.",
        "HARM",
        "other>yemeni-government | *",
    ),
    ("مقتل 7 إرهابيين أمس\nلقي تسعة من عناصر داعش مصرعهم أمس في سيناء.", "HARM", ">other | * | *"),
    ("مقتل سبعة أشخاص أمس\nقال مصدر إن سبعة من عناصر داعش قتلوا أمس.", "HARM", ">civilians | *"),
    # Whose affairs somebody meddles with: of a state, by a pronoun, by an adjective; nobody's rival by that.
    ("انزعج من التدخل الإيراني في الشؤون الداخلية لمملكة البحرين.", "COERCE", "iran>bahrain"),
    ("اتهمت السعودية إيران بالتدخل في شؤونها الداخلية.", "COERCE", "iran>saudi-arabia"),
    ("انتقد الوزير تدخلات إيران في الشأن اليمني.", "COERCE", "iran>yemen"),
    ("تتدخل إيران في شؤون المنطقة.", "COERCE", "iran>other"),
    (
        "قصف الحوثيون البلدة. وقالت السعودية إنها لن تسمح لأحد بالتدخل في شؤونها.",
        "COERCE",
        "other>saudi-arabia",
    ),
    # A land alone is what is invaded, who invades has one behind him; who holds or set up what is destroyed.
    ("عاد الحديث عن غزو دولة الكويت.", "ASSAULT", "other>kuwait"),
    ("توترت العلاقات بعد غزو العراق للكويت عام 1990.", "ASSAULT", "iraq>kuwait"),
    ("دمرت طائرات تركية معسكرا يسيطر عليه داعش.", "ASSAULT", "turkish-forces>islamic-state"),
    ("دمر القصف منصات نصبها الحوثيون.", "HARM", ">houthis"),
    ("دمر القصف منصات في البلدة.", "HARM", ">other"),
    # A vehicle, آلية, is no "to him", nor definite; where somebody tells behind "and", a clause begins.
    ("استهدفت الفصائل المعارضة آلية لقوات النظام.", "ASSAULT", "syrian-opposition>syrian-government"),
    ("استهدفت الفصائل المعارضة تمركزات لقوات النظام.", "ASSAULT", "syrian-opposition>syrian-government"),
    ("دمر القصف آلية عسكرية للحوثيين.", "HARM", ">houthis"),
    ("دمر القصف الآليات العسكرية للحوثيين.", "HARM", ">houthis"),
    ("موسكو تستبعد تمديد آلية المساعدات وأنقرة تحذر من موجة نزوح.", "REJECT", "russia>"),
    # Brackets around the name that a preposition or a noun needs part nothing.
    ("شنت بريطانيا ضربات ضد (داعش) في العراق.", "ASSAULT", "united-kingdom>islamic-state"),
    ("قتل خمسة من عناصر (داعش) أمس.", "HARM", ">islamic-state"),
    # What did not happen nobody did.
    ("أكد عدم وجود قصف على البلدة.", "ASSAULT", ">civilians"),
    # A force right behind a verb of holding holds what stands before it, whatever its clause goes on to.
    ("زار تركيا وسوريا التي يسيطر داعش على أجزاء منها.", "CONTROL", "islamic-state>"),
    ("زار بلدة تسيطر عليها تركيا.", "CONTROL", "turkey>"),
    ("غادر السكان بلدة يسيطر عليها مسلحون.", "CONTROL", "other>"),
    ("استهدفت تركيا مواقع انسحبت منها قسد.", "RETREAT", "sdf>"),
    ("قصفت تركيا قرية تتمركز فيها قسد وقتلت مدنيا.", "HARM", "turkey>civilians"),
    # Not where "and" goes on with who acted before.
    ("دخلت تركيا القرية وسيطرت عليها فجرا.", "CONTROL", "turkey>"),
    # "And became" opens another clause, in which somebody else may act.
    ("أكد الجيش العراقي أن الوضع جيد وأصبحت قواتنا تقاتل داعش.", "ASSAULT", "iraqi-forces>islamic-state"),
    # Who is kept from something would do it, not who keeps him from it.
    ("منعت إسرائيل حماس من شن هجوم.", "ASSAULT", "hamas>other"),
    ("تدخلت تركيا لمنع داعش من السيطرة على البلدة.", "CONTROL", "islamic-state>*"),
    ("منعت تركيا المتظاهرين من اقتحام المبنى.", "ASSAULT", "civilians>other"),
    ("تمكن الجيش التركي أمس من شن هجوم.", "ASSAULT", "turkish-forces>other"),
    # What somebody does for an end is done to somebody else; where he is the only one, to him.
    ("شن الجيش التركي غارات على داعش لمنعه من التقدم.", "COERCE", "turkish-forces>islamic-state"),
    ("نزع أسلحة داعش هو السبيل لمنعه من التقدم.", "COERCE", "other>islamic-state"),
    # Who lives in a place is plain people, whoever holds it; somebody's own leaders are his.
    ("تعرضت القرية لهجوم شنه داعش وأسفر عن إصابة اثنين من سكانها.", "HARM", "islamic-state>civilians"),
    ("دخل الجيش العراقي القرية بعد أن قتل داعش عشرة من أهاليها.", "HARM", "islamic-state>civilians"),
    ("أعلن داعش مقتل اثنين من قادته.", "HARM", ">islamic-state"),
    # Whence fighters are is not on whose side they are; the soldiers of a nation, and its deeds, are a state's.
    ("دربت الولايات المتحدة مقاتلين سوريين.", "MOBILIZE", "united-states>other"),
    ("قتلت الطائرات التركية عشرة مسلحين سوريين.", "HARM", "turkish-forces>other"),
    ("استهدفت الغارة أبا فلان السوداني.", "ASSAULT", ">other | >other"),
    ("قتل ثلاثة جنود أتراك في حريق.", "HARM", ">turkey"),
    ("قتل قيادي حوثي في حريق.", "HARM", ">houthis"),
    ("وقع هجوم إرهابي إيراني.", "ASSAULT", "iran>civilians"),
    # Who falls in a fight of its own does not fall to who made another attack, unless he fights there too.
    ("شنت تركيا غارات على القرية. وقتل سبعة مسلحين في معارك عنيفة.", "HARM", ">other"),
    ("شنت تركيا غارات على القرية. وقتل سبعة أشخاص في اشتباكات بين داعش والجيش العراقي.", "HARM", ">"),
    ("شنت تركيا غارات على القرية. وقتل سبعة مسلحين.", "HARM", "turkey>other"),
    (
        "قصف الجيش العراقي البلدة. وقتل عشرة من داعش في اشتباكات مع الجيش العراقي.",
        "HARM",
        "iraqi-forces>islamic-state",
    ),
    # People may not go out or are cut off; a state of emergency is for nobody by name.
    ("أعلنت وزارة الداخلية العراقية فرض حظر للتجوال في عموم البلاد.", "COERCE", "iraqi-forces>civilians"),
    ("فرضت السلطات حظر التجوال في المدينة.", "COERCE", "other>civilians"),
    # A court is the state's that is named before; whom it tries "them" leaves open.
    ("عقدت بلجيكا جلسة، وغاب ثمانية رجال، وجرت محاكمتهم غيابيا.", "COERCE", "belgium>other"),
    ("عمد الحوثيون إلى قطع الكهرباء والمياه عن المدينة.", "COERCE", "houthis>civilians"),
    ("أعلن الحوثيون حالة الطوارئ في صنعاء.", "COERCE", "houthis>"),
    ("أغلقت الجزائر المعبر.", "COERCE", "algeria>other"),
    # A weapon strikes what ل names behind it, and is not struck; whose planes were hit is.
    ("استمر قصف المدفعية لمواقع داعش.", "ASSAULT", ">islamic-state"),
    ("استمر قصف المدفعية التركية لمواقع داعش.", "ASSAULT", "turkish-forces>islamic-state"),
    ("كان الهجوم لـ", "ASSAULT", "other>other"),
    ("استمر قصف الطيران الحربي للأحياء السكنية.", "ASSAULT", ">civilians"),
    ("أعلن استهداف طائرات للجيش التركي.", "ASSAULT", "other>turkish-forces"),
    # A refusal is of whose doing it is known to be, and else of nobody's.
    ("رفض العراق المشاركة في الحملة.", "REJECT", "iraq>"),
    ("دعت تركيا العراق إلى وقف القصف. ورفض العراق ذلك.", "REJECT", "iraq>turkey"),
    # Whom an attack is made on behind the clause that says who makes it.
    ("نددت بالهجمات التي يشنها داعش على المدنيين.", "ASSAULT", "islamic-state>civilians"),
    (
        "انتهت الهجمات العسكرية والإجراءات التي يرتكبها الجيش الإسرائيلي ضد لبنان.",
        "ASSAULT",
        "israeli-forces>lebanon",
    ),
    ("نوقشت الهجمات التي تحدث عنها داعش على الهواء.", "ASSAULT", "other>other"),
    ("أشاد بالدعم الذي تقدمه تركيا للمعارضة السورية.", "SUPPORT", "* | turkey>syrian-opposition"),
    # Who takes somebody for an attack did not make it, and goes on himself with what is done in one.
    ("اعتقلت الشرطة التركية مشتبها به في هجوم.", "ASSAULT", "other>other"),
    ("رحلت تركيا أربعة متهمين بتنفيذ هجوم.", "ASSAULT", "other>other"),
    ("اعتقلت القوات العراقية مقاتلا من داعش في هجوم على البلدة.", "ASSAULT", "iraqi-forces>islamic-state"),
    # Whose the things are that a deed hits, by an adjective or by ل, is whom it befalls; weapons do it.
    ("جرى قصف مواقع للحوثيين في المدينة.", "ASSAULT", ">houthis"),
    ("تواصل قصف مخازن عسكرية لتنظيم داعش.", "ASSAULT", ">islamic-state"),
    ("أدانت الوزارة قصف مستشفيات فلسطينية.", "ACCUSE", "other>other"),
    ("أدانت الوزارة قصف مستشفيات فلسطينية.", "ASSAULT", ">palestine"),
    ("دان الناطق اقتحام القنصلية التركية.", "ACCUSE", "other>other"),
    ("قتل ستة في غارات طائرات للتحالف الدولي على البلدة.", "ASSAULT", "us-led-coalition>civilians"),
    ("أدانت الوزارة قصف طائرات تركية مدرسة.", "ACCUSE", "other>turkish-forces"),
    ("شن قصف صواريخ لحزب الله على المستوطنة.", "ASSAULT", "hezbollah>other"),
    ("قصف صاروخي للحوثيين على مأرب.", "ASSAULT", "houthis>civilians"),
    ("قتل مدنيون جراء سقوط قذائف للحوثيين على البلدة.", "ASSAULT", "houthis>civilians"),
    # The genitive of a light masdar carries out what the masdar governs, and no one else's verb has that object.
    ("قتل مدنيون جراء تنفيذ الطيران الروسي عدة غارات على المدينة.", "ASSAULT", "russian-forces>civilians"),
    ("قتل مدنيون جراء تنفيذ الطيران الروسي عدة غارات على المدينة.", "HARM", "russian-forces>civilians"),
    (
        "قتل مدنيون جراء تنفيذ طائرات التحالف الدولي عدة ضربات استهدفت البلدة.",
        "HARM",
        "us-led-coalition>civilians",
    ),
    ("قتل الجيش التركي عشرة مسلحين بعد شن هجوم على معسكر.", "HARM", "turkish-forces>other"),
    ("تدين البعثة استمرار تركيا في شن غارات على القرى.", "ASSAULT", "turkey>civilians"),
    ("أعلن الجيش التركي بدء تنفيذ عملية عسكرية ضد داعش.", "ASSAULT", "turkish-forces>islamic-state"),
    (
        "جاء ذلك بعد اغتيال القائد في سلسلة ضربات صاروخية إسرائيلية استهدفت اجتماعا.",
        "ASSAULT",
        "israel>other | israel>other | israel>other",
    ),
    # Who opens a clause does what its verb tells behind a relative clause, and not who acts in that one.
    (
        "قال المتحدث إن القوات العراقية التي يدعمها التحالف الدولي استعادت المدينة.",
        "CONTROL",
        "iraqi-forces>",
    ),
    (
        "قال سكان إن مقاتلين مناهضين لجماعة الحوثي التي تهيمن على اليمن سيطروا على ست مناطق.",
        "CONTROL",
        "houthis> | other>",
    ),
    (
        "الجيش التركي الذي يحارب حزب العمال الكردستاني قصف مواقع.",
        "ASSAULT",
        "turkish-forces>pkk | turkish-forces>pkk",
    ),
    ("إن الحكومة التركية التي تدعم المعارضة السورية رفضت العرض.", "REJECT", "turkey>"),
    (
        "إن الهجوم الذي شنه التحالف الدولي استهدف مقرا.",
        "ASSAULT",
        "us-led-coalition>other | us-led-coalition>other",
    ),
    ("إن القوات التركية التي بدأت تقصف البلدة انسحبت منها.", "RETREAT", "turkish-forces>"),
    (
        "إن القوات التركية التي شنت هجوما استهدف القرية انسحبت.",
        "ASSAULT",
        "turkish-forces>other | turkish-forces>civilians",
    ),
    # Who is let or helped does what he is let or helped do, which is no incident yet, and who did it before.
    ("سمحت تركيا للقوات الأمريكية بقصف داعش من قاعدة جوية.", "ASSAULT", "us-forces>islamic-state"),
    ("يسمح القرار للمقاتلات الأمريكية بشن غارات.", "ASSAULT", "us-forces>other"),
    ("مكن القصف قوات المعارضة السورية من السيطرة على البلدة.", "CONTROL", "syrian-opposition>"),
    ("ساعدت الغارات قوات سوريا الديمقراطية على انتزاع القرية من تنظيم داعش.", "CONTROL", "sdf>islamic-state"),
    ("تهدف الخطة إلى تمكين الجيش العراقي من استعادة المدينة.", "CONTROL", "iraqi-forces>"),
    (
        "قال المتحدث إن القوات العراقية سبق لها استعادة منطقتين من داعش.",
        "CONTROL",
        "iraqi-forces>islamic-state",
    ),
    ("سمحت تركيا للقوات الأمريكية بقصف داعش. وقتل جندي تركي أمس.", "HARM", ">turkey"),
    # Who causes harm does it; what was told before may cause it, and does nothing itself.
    ("قال التقرير إن فصائل المعارضة السورية تسببت بقتل ثلاثة مدنيين.", "HARM", "syrian-opposition>civilians"),
    (
        "ستستمر الحكومة اليمنية حتى تطهر البلاد من المليشيات الحوثية التي تسببت في قتل الأبرياء.",
        "HARM",
        "houthis>civilians",
    ),
    ("تسبب القصف في مقتل عشرة مدنيين.", "HARM", ">civilians"),
    ("انفجرت عبوة بعجلة للجيش التركي على الحدود مع العراق، ما تسبب في مقتل ثلاثة جنود.", "HARM", ">other"),
    # Who acts is named by "by", also where it is said who helps him, which is no one that a place was taken from.
    (
        "تم تحرير المدينة من قبل القوات الحكومية اليمنية المدعومة من التحالف العربي.",
        "CONTROL",
        "yemeni-government>",
    ),
    (
        "حررت البلدة من قبل المقاومة الشعبية المدعومة من التحالف العربي.",
        "CONTROL",
        "popular-resistance-yemen>",
    ),
    # Whose attack somebody underwent, by the clause behind it, also behind the masdar for undergoing it.
    (
        "فر المسلحون أثناء تعرضهم لغارات جوية شنتها مقاتلات التحالف العربي على البلدة.",
        "ASSAULT",
        "saudi-led-coalition>other",
    ),
    ("أعلنت السعودية تعرضها لهجوم صاروخي إيراني.", "ASSAULT", "iran>saudi-arabia"),
    ("قتل جندي في هجوم إرهابي لداعش.", "ASSAULT", "islamic-state>other"),
    # Who is said to be helped acts all the same.
    (
        "قوات هادي المدعومة جوا من قوات التحالف العربي تقدمت أمس، وطردت الحوثيين من البلدة.",
        "ASSAULT",
        "yemeni-government>houthis",
    ),
    (
        "استعادت قوات سوريا الديمقراطية المدعومة من التحالف الدولي البلدة وقتلت عشرة من داعش.",
        "HARM",
        "sdf>islamic-state",
    ),
    (
        "واصلت القوات التركية مدعومة بالطيران الأمريكي تقدمها، إذ تمكنت من بسط سيطرتها على المدينة.",
        "CONTROL",
        "turkish-forces>",
    ),
    ("كان الحوثيون المدعومون من إيران انطلقوا من معاقلهم في الشمال.", "CONTROL", "houthis>"),
    # A deed that is only allowed did not take place: what is told next is not laid to who may do it.
    ("سمحت تركيا للقوات الأمريكية بقصف داعش. وقتل خمسة مدنيين أمس.", "HARM", ">civilians"),
    # What a participle says that its pronoun is bent on or able to do is his doing, where he speaks or was told of.
    (
        "قالت القوات المسلحة اليمنية إنها مستمرة في استهداف السفن الإسرائيلية.",
        "ASSAULT",
        "yemeni-government>israel",
    ),
    ("قالت قسد إنها مكلفة بتحرير المدينة.", "CONTROL", "sdf>"),
    ("قال الجيش العراقي إنه قادر على استعادة المدينة من داعش.", "CONTROL", "iraqi-forces>islamic-state"),
    (
        "ستواصل القوات التركية عملياتها ضد داعش وإنها مستمرة في فرض الحصار عليه.",
        "COERCE",
        "turkish-forces>islamic-state",
    ),
    ("سمحت تركيا للجيش الأمريكي بشن ضربات ضد داعش. وقتل جندي تركي أمس.", "HARM", ">turkey"),
    (
        "قطعت المقاومة الشعبية اليمنية طرق إمداد الحوثيين والقوات الموالية لعلي صالح بعد سيطرتها على الجبل.",
        "CONTROL",
        "popular-resistance-yemen>houthis",
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), ROWS)
def test_who_takes_part(text: str, kind: str, expected: str) -> None:
    assert takes_part(riwaya.read(text), kind, expected)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("أدى القصف إلى مقتل وإصابة 30 مدنيا.", [("killed", 30), ("wounded", 30)]),
        ("أدى القصف إلى مقتل خمسة وإصابة 30 مدنيا.", [("killed", 5), ("wounded", 30)]),
    ],
)
def test_each_harm_has_its_own_count(text: str, counted: list[tuple[str, int]]) -> None:
    harmed = [c.event.quantity for c in riwaya.read(text).claims if c.event.type == "HARM"]
    assert [q and (q.measure, q.low) for q in harmed] == counted


def test_so_many_were_killed_and_wounded_of_the_same_people() -> None:
    read = riwaya.read("وسقط العشرات من المسلحين الحوثيين بين قتيل وجريح.")
    harmed = [c.event for c in read.claims if c.event.type == "HARM"]
    assert [(e.quantity and e.quantity.measure, [r.actor for r in e.patient]) for e in harmed] == [
        ("killed", ["houthis"]),
        ("wounded", ["houthis"]),
    ]
