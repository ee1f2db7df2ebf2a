"""For whom the speakers of a report speak: offices, surnames, evidence, who goes on."""

from __future__ import annotations

import pytest

from reading.slices import speakers
from riwaya.reading.reader import Reader

SPOKEN: list[tuple[str, list[str]]] = [
    # who governs a province or sits in a parliament speaks for no state; who heads the parliament, or all of it, does
    ("قال نائب أمير منطقة حائل إن الجسر سليم في السعودية.", ["other"]),
    ("قال أمير الكويت إن الجسر سليم.", ["kuwait"]),
    ("زار الوفد بغداد. وقال عضو مجلس النواب سالم الورد إن الجسر سليم.", ["other"]),
    ("وقال النائب العراقي سالم الورد إن الجسر سليم.", ["other"]),
    ("وقال رئيس مجلس النواب العراقي سالم الورد إن الجسر سليم.", ["iraq"]),
    ("وقال نائب الرئيس العراقي سالم الورد إن الجسر سليم.", ["iraq"]),
    # an official of a body that has a name of its own is that state's
    ("وقال مسؤول في الكرملين إن الجسر سليم.", ["russia"]),
    ("وقال مسؤول في وزارة الورود إن الجسر سليم في العراق.", ["official-sources"]),
    # sources inside a side that is no state are its own, not those near to it, or of what is called by its kind
    ("وقالت مصادر بالمعارضة السورية إن الجسر سليم.", ["syrian-opposition"]),
    ("وقال مصدر في حركة حماس إن الجسر سليم.", ["hamas"]),
    ("وقال مصدر في المقاومة الشعبية اليمنية إن الجسر سليم.", ["military-sources"]),
    # a committee of an organisation is taken up by its noun
    ("زارت لجنة الأمم المتحدة المعنية بالورود عمان. وأكدت اللجنة أن الجسر سليم.", ["united-nations"]),
    ("زارت الأمم المتحدة عمان. وأكدت اللجنة أن الجسر سليم.", ["other"]),
    # two governments of a country call their offices the same: who is known by name tells whose he is
    ("قال المتحدث باسم القوات المسلحة اليمنية العميد يحيى سريع إن السفينة غرقت.", ["houthis"]),
    ("قال وزير الخارجية اليمني جمال عامر إن السفينة غرقت.", ["houthis"]),
    ("قال وزير الخارجية اليمني سالم الورد إن السفينة غرقت.", ["yemeni-government"]),
    ("قال رئيس الوزراء العراقي مسرور بارزاني إن السفينة غرقت.", ["iraq"]),
    # a ministry so called is one of the Maghreb, unless its adjective tells whose it is
    ("زار الوزير المصري باريس. وأعلنت وزارة الشؤون الخارجية الفرنسية أن السفينة غرقت.", ["france"]),
    ("دانت تونس الهجوم في مصر. وأفاد بلاغ لوزارة الشؤون الخارجية بأن التونسيين سالمون.", ["tunisia", "tunisia"]),
    ("قالت موريتانيا إن السد سليم. وأعلنت وزارة الشؤون الخارجية أن السفينة غرقت.", ["mauritania"] * 2),
    ("قالت الصين إن السد سليم. وأعلنت وزارة الدفاع الوطني أن السفينة غرقت.", ["china"] * 2),
    # whoever is named behind an office without being quoted there speaks for its party under his bare name
    ("رد وزير النقل العراقي سالم الوردي على المطالب. وقال الوردي إن الجسر سليم.", ["iraq"]),
    ("في السعودية زار مدير الأمن العام للشؤون الأمنية اللواء سالم الوردي الجسر. وقال الوردي إنه سليم.", ["saudi-arabia"]),
    ("زار الوكيل الأقدم لوزارة النقل العراقية حسين الوردي الجسر. وقال حسين الوردي إنه سليم.", ["iraq"]),
    ("رد وزير النقل العراقي السابق سالم الوردي على المطالب. وقال الوردي إن الجسر سليم.", ["other"]),
    ("زار رئيس الجامعة في باكستان أحمد الوردي الجسر. وقال الوردي إنه سليم.", ["other"]),
    ("زار عضو مجلس الشورى السعودي أحمد الوردي الجسر. وقال الوردي إنه سليم.", ["other"]),
    ("رد وزير النقل العراقي على المطالب. وقال الوردي إن الجسر سليم.", ["other"]),
    # an office apposed to a name may be one of the list; a known name may be apposed to an office
    ("وقال سالم الوردي، مبعوث الأمم المتحدة، إن الجسر سليم.", ["united-nations"]),
    ("قالت قطر إن السد سليم. وقال الأمين العام ، بان كي مون ، إن الجسر سليم.", ["qatar", "united-nations"]),
    # a region is not its people
    ("زار وفد إقليم كردستان سكان الإقليم. وقال ممثلو الإقليم إن الجسر سليم.", ["kurdistan-region"]),
    # a statement is of the state, or the two, of whom its nationality tells; a report need not be
    ("وقال البيان الفرنسي إن الجسر سليم.", ["france"]),
    ("بيان سعودي أردني أكد أن سلامة البلدين واحدة.", ["saudi-arabia,jordan"]),
    ("وفقا للبيان العسكري الأمريكي فإن الغارات دمرت الجسر.", ["us-forces"]),
    ("وأفاد تقرير فرنسي بأن الجسر سليم.", ["other"]),
    # a document goes back to whoever issued it as a deed
    (
        "أصدرت وزارة الداخلية السعودية أمس بيانا بشأن الحكم، وحسب البيان فقد أقدم الجاني على القتل.",
        ["saudi-arabia"],
    ),
    ("انتقدت الصحيفة السعودية بيانا بشأن الحكم، وحسب البيان فقد أقدم الجاني على القتل.", ["other"]),
    # the branch or wing of a group is its own; a governor known by name speaks for no party
    ("هدد الفرع المصري لتنظيم داعش أمس بإعدام الرهينة.", ["islamic-state"]),
    ("هدد الفرع المصري للشركة أمس بإغلاق المصنع.", ["other"]),
    ("وقال المتحدث الرسمي باسم المكتب الإعلامي للعبادي سعد الحديثي إن الجسر سليم.", ["iraq"]),
    ("أعلن محافظ عدن نايف البكري أن الجسر سليم.", ["other"]),
    # tellers of whom only the kind is told
    ("وتؤكد جهات حكومية أن الجسر سليم.", ["official-sources"]),
    ("وأفادت جهات أمنية بأن الجسر سليم.", ["military-sources"]),
    ("وقال مقيمون في الحي إن الجسر سليم.", ["eyewitnesses"]),
    ("وعلمت «عكاظ» من مصادرها الخاصة أن الجسر سليم.", ["okaz", "unnamed-sources"]),
    ("وحسب ما أفاد الإعلام السويدي فإن الفتاة عادت.", ["media-sources"]),
    ("وقالت محطات تلفزيونية تركية إن الجسر سليم.", ["media-sources"]),
    ("وقالت أجهزة أمنية في الحي إن الجسر سليم.", ["other"]),
    # an inquiry is of whoever is told to have made it
    ("في السعودية كشفت التحقيقات الأولية التي أجرتها الأجهزة الأمنية اللبنانية أن الجسر سليم.", ["lebanon"]),
    # time does not speak: behind في وقت the speaker stands behind his verb
    ("قصفت روسيا القرية في وقت أعلن الجيش العراقي أنه سيرد.", ["iraqi-forces"]),
    ("يأتي ذلك في وقت أكدت تركيا أن الجسر سليم.", ["turkey"]),
    ("وقت الحرب طويل، والوزير الإيراني أعلن أن الجسر سليم.", ["iran"]),
    # the last word of a service's name stands for it further on
    (
        "أنهت المديرية العامة للجوازات الإجراءات في مناطق المملكة العربية السعودية. وأوضحت الجوازات أن العمل مستمر.",
        ["saudi-arabia"],
    ),
    ("وأوضحت الجوازات أن العمل مستمر.", ["other"]),
    # who states something solemnly stands before إذ; a reason begins with it behind a comma too
    ("قال الوزير الإيراني إن الجسر سليم. وحركة حماس إذ تدين الهجوم، تؤكد أن الرد قادم.", ["iran", "hamas", "hamas"]),
    ("قال الوزير الإيراني إن الجسر سليم. ووزارة الداخلية السعودية إذ تعلن ذلك لتشكر السكان.", ["iran", "saudi-arabia"]),
    ("وتراجعت صادرات إيران، إذ تتوقع الحكومة المصرية أن الجسر سليم.", ["egypt"]),
    ("قال الوزير الإيراني إن الجسر سليم، إذ يؤكد أن الطريق مغلق.", ["iran", "iran"]),
    # somebody else accuses whom a relative clause takes up by a pronoun; in his own words he speaks himself
    ("قصفت تركيا مواقع حزب العمال الكردستاني الذي تتهمه بالضلوع في هجمات.", ["turkey"]),
    ("وأثارت تصريحات المتحدث باسم الحوثيين التي نفى فيها سقوط المدينة سخرية.", ["houthis"]),
    # inhabitants are he: a feminine verb only speaks to them
    ("استعدت القوات العراقية لاقتحام المدينة، ودعت الأهالي إلى الخروج منها.", ["iraqi-forces"]),
    ("وقال الأهالي إن الجسر سليم.", ["eyewitnesses"]),
    # who saw something tells it to a body or a medium, and is not its own
    ("وقالت شاهدة لهيومن رايتس ووتش إن الجنود أطلقوا النار.", ["eyewitnesses"]),
    ("وقال شاهد من رويترز إن الجنود أطلقوا النار.", ["reuters"]),
    ("وقال شاهد من سكان الحي إن الجنود أطلقوا النار.", ["eyewitnesses"]),
    ("وقال شاهد ومصدر طبي إن الجنود أطلقوا النار.", ["eyewitnesses,medical-sources"]),
    ("وقال شاهد عيان ومصدر طبي إن الجنود أطلقوا النار.", ["eyewitnesses,medical-sources"]),
    ("وعن رأيه فيما شاهده في المدينة قال: الجسر سليم.", ["other"]),
    ("وقال أحد السكان لمنظمة العفو الدولية إن الجنود أطلقوا النار.", ["eyewitnesses"]),
    ("وورد في شهادة ميلاد الرئيس الأميركي أنه من المدينة.", ["united-states"]),
    ("وقال الشاهد في المحكمة إن الجنود أطلقوا النار.", ["other"]),
    ("وقال أحد قادة حركة حماس لمنظمة العفو الدولية إن الجنود أطلقوا النار.", ["hamas"]),
    # who is accused or suspected does not speak
    ("دافع عن الجيش التركي الذي اتهم بعدم حماية السكان.", ["unnamed-sources"]),
    ("قررت حظر جماعات تتهم بارتكاب جرائم في العراق.", ["unnamed-sources"]),
    ("اتهمت الهند باكستان بإغلاق الجسر.", ["india"]),
    ("أوقف رجل يشتبه في أنه أحرق الجسر.", ["unnamed-sources"]),
    ("ترى الشرطة التركية أن من يشتبه في أنه غريب واهم.", ["turkey", "other"]),
    ("قال الرئيس التركي إن الجسر سليم. كما اتهم حزب الله وحركة حماس بإغلاقه.", ["turkey"] * 2),
    ("واتهم البيت الأبيض وسائل الإعلام بإخفاء الخبر.", ["united-states"]),
    # a party beside an office with the article, or alone before what it is charged with, is no speaker
    ("قال وزير تركي إن الجسر سليم. وحمل الوزير حزب الله مسؤولية الهجوم.", ["turkey"] * 2),
    ("طالب المتحدث إسرائيل بفتح الجسر.", ["other"]),
    ("ودعا الأمين العام لحزب الله إلى فتح الجسر.", ["hezbollah"]),
    ("قال وزير تركي إن الجسر سليم. وحمل حزب الله مسؤولية الهجوم.", ["turkey"] * 2),
    ("وحملت حركة حماس حزب الله مسؤولية الهجوم.", ["hamas"]),
    # whom a statement asks stands behind فيه, where its author stands before it; a time has no author
    ("وأصدرت حركة حماس بيانا طالبت فيه الحكومة المصرية بفتح الجسر.", ["hamas"]),
    ("جاء ذلك إثر تصريحات لوزير التجارة التركي دعا فيها البنوك إلى فتح أبوابها.", ["turkey"]),
    ("وكتب الوزير الإيراني تغريدة حذر فيها واشنطن من إغلاق الجسر.", ["iran"]),
    ("ونشرت حركة حماس بيانا دعت فيه مصر إيران إلى فتح الجسر.", ["egypt"]),
    ("زارت حركة حماس القاهرة في وقت طالبت فيه الحكومة المصرية بفتح الجسر.", ["egypt"]),
    ("وفي كلمة دعا فيها الوزير التركي إلى الهدوء، ذكر أن الجسر سليم.", ["turkey"] * 2),
    ("ونشر الجيش التركي تقريرا طالب فيه المهندسون بفتح الجسر.", ["other"]),
    # who says no more than something
    ("واكتفى الوزير التركي بالقول إن الجسر سليم.", ["turkey"]),
    ("واكتفى الوزير التركي بالجلوس.", []),
    # a participle behind the verb says how, or to whom, somebody speaks
    ("قال وزير تركي إن الجسر سليم. وأضاف مخاطبا زعيم الحوثيين: «الجسر سليم».", ["turkey"] * 2),
    ("قال وزير تركي إن الجسر سليم. وأضاف موضحا أن السد سليم.", ["turkey"] * 2),
    ("قال موسى رضا إن الجسر سليم.", ["other"]),
    # a chargé d'affaires is his state's, with its adjective or embassy; خاتم closes no speech
    ("قال القائم بالأعمال الأميركي سالم الورد إن الجسر سليم.", ["united-states"]),
    ("قال القائم بالاعمال في السفارة الأميركية لدى ليبيا إن الجسر سليم.", ["united-states"]),
    ("قال القائم بالأعمال سالم الورد إن الجسر سليم.", ["other"]),
    ("أعلن مقر خاتم الأنبياء الإيراني وقف العمليات.", ["irgc"]),
    # a medium that is loyal or close to somebody is not his; one that belongs to him is
    ("وأورد موقع «الورد نيوز» المقرب من حزب الله أن الجسر سليم.", ["other"]),
    ("ونقلت وكالة الأنباء الموالية لحكومة طرابلس أن الجسر سليم.", ["other"]),
    ("قالت قناة الورد التابعة لحركة حماس إن الجسر سليم.", ["hamas"]),
    ("قالت وكالة فارس المقربة من الحرس الثوري إن الجسر سليم.", ["fars"]),
    # a leadership is whose ل says it is; between whom a speaker is, he is neither
    ("قالت القيادة العسكرية لحركة طالبان إن الجسر سليم. وقال الجيش الأفغاني إنه قصف الجسر.", ["taliban", "afghanistan"]),
    ("قالت القيادة العامة للجيش السوري إن الجسر سليم.", ["syrian-army"]),
    ("قالت القيادة العسكرية إن الجسر سليم في أفغانستان.", ["afghanistan"]),
    ("قالت قيادة حزب العمال الكردستاني المتمركز في مناطق بين العراق وتركيا إن الجسر سليم.", ["pkk"]),
    # علي in a name, where the text tells ى and ي apart, ends no name: its surname is his
    (
        "وقف على التل. وقال الناطق باسم الحكومة التركية، علي مجيد، إن الجسر سليم. وأكد مجيد أن السد سليم.",
        ["turkey"] * 2,
    ),
    (
        "وقف على التل. وقال المتحدث باسم الحكومة التركية سالم علي مجيد إن الجسر سليم. وأكد مجيد أن السد سليم.",
        ["turkey"] * 2,
    ),
    (
        "وقف على التل. وقال المتحدث باسم الحكومة التركية المقيم على التل مجيد إن الجسر سليم. وأكد ورداني أن السد سليم.",
        ["turkey", "other"],
    ),
    # a given name that is a known man's surname, before another surname
    (
        "قال علي عبدالله صالح إن الجسر سليم. ويرى الخبير السياسي، صالح الورداني، أن السد سليم.",
        ["saleh-forces", "other"],
    ),
    (
        "قال الرئيس التركي سالم الورد إن الجسر سليم. وأكد الكاتب سالم الزهري أن السد سليم. وأضاف الورد ذلك.",
        ["turkey", "other", "turkey"],
    ),
    # a centre for a cause or for learning is no state's; a national one is, as one for something else
    ("وأكد مدير مركز بغداد لحقوق الإنسان سالم الورد أن الجسر سليم.", ["other"]),
    ("وأكد المركز اليمني للدراسات أن الجسر سليم.", ["other"]),
    ("وقالت مؤسسة بغداد للصحافة إن الجسر سليم.", ["other"]),
    ("وقال المركز السعودي لكفاءة الطاقة إن الجسر سليم.", ["saudi-arabia"]),
    ("وقال مدير المركز الوطني للدراسات والبحوث إن الجسر سليم في السعودية.", ["saudi-arabia"]),
    ("وقال مدير المركز الإعلامي للحشد الشعبي إن الجسر سليم.", ["pmf"]),
    # where an expert teaches or studies is not whose he is; who works for an army is its own
    ("وقال أستاذ العلوم السياسية بجامعة الورد باليمن الدكتور سالم الورد إن الجسر سليم.", ["other"]),
    ("وقال سالم الورد خبير العلوم السياسية بالإمارات العربية المتحدة إن الجسر سليم.", ["other"]),
    ("وقال خبير في الجيش العراقي إن الجسر سليم.", ["iraqi-forces"]),
    # a nationality of two words, and one of a country that is no listed party
    ("وقالت وزارة الدفاع الكورية الجنوبية إن الجسر سليم في باكستان.", ["south-korea"]),
    ("وقال الرئيس الكوري الجنوبي سالم الورد إن الجسر سليم.", ["south-korea"]),
    ("وأكدت الحكومة الكرواتية أن الجسر سليم في مصر.", ["other"]),
    ("وأعلنت الشرطة البوروندية أن الجسر سليم في رواندا.", ["other"]),
    ("وأكدت الحكومة أن الجسر سليم في مصر.", ["egypt"]),
    # who is against somebody speaks for another; who fights for somebody, or owns the name, does not
    ("وقال قائد للقوات المناهضة للحوثيين إن الجسر سليم.", ["other"]),
    ("وقال الناطق باسم العشائر المتصدية لتنظيم داعش سالم الورد إن الجسر سليم.", ["other"]),
    ("ويرى منتقدو الرئيس التركي سالم الورد أن الجسر سليم.", ["other"]),
    ("وقال عدد من خصوم الحوثيين إن الجسر سليم.", ["other"]),
    ("وقال متحدث باسم القوات التي تقاتل الحوثيين إن الجسر سليم.", ["other"]),
    ("وقال الحوثيون الذين يقاتلون الجيش اليمني إن الجسر سليم.", ["houthis"]),
    ("وقال الائتلاف السوري المعارض لنظام الأسد إن الجسر سليم.", ["syrian-opposition"]),
    ("وقال التحالف الدولي ضد داعش إن الجسر سليم.", ["us-led-coalition"]),
    # an office apposed to a name tells for whom he speaks, where he did something else before
    ("هاجم سالم الورد المتحدث باسم البيت الأبيض الصحف. وقال الورد إن الجسر سليم.", ["united-states"]),
    ("وصل سالم الورد، وزير النقل التركي، إلى المدينة. وقال الورد إن الجسر سليم.", ["turkey"]),
    ("زار سالم الورد القيادي في حركة حماس المدينة. وقال الورد إن الجسر سليم.", ["hamas"]),
    ("التقى سالم الورد وزير النقل التركي. وقال الورد إن الجسر سليم.", ["other"]),
    # whom a relative clause goes on is accused where the verb has his pronoun
    ("فر رجال حركة حماس التي اتهمتها واشنطن بإغلاق الجسر.", ["united-states"]),
    ("فر رجال حزب الله الذي تتهمه باريس بإغلاق الجسر.", ["france"]),
    # kin of somebody are not he; somebody known by his own name speaks all the same
    ("وأكد شقيق أحد الجنود الأمريكيين أن الجسر سليم.", ["other"]),
    ("وقال سالم الورد ابن عم الجندي الأمريكي إن الجسر سليم.", ["other"]),
    ("وقال ماهر الأسد شقيق الرئيس السوري إن الجسر سليم.", ["syrian-government"]),
    # whoever has left or served his time speaks for himself
    ("وقال الدبلوماسي الإيراني المنشق سالم الورد إن الجسر سليم.", ["other"]),
    ("وقال عميد متقاعد في الجيش اللبناني إن الجسر سليم.", ["other"]),
    ("وقال المسؤول الأمريكي السابق سالم الورد إن الجسر سليم.", ["other"]),
    ("وقال المسؤول الأمريكي السابق إن الجسر سليم.", ["official-sources"]),
    ("وقال عميد في الجيش اللبناني إن الجسر سليم.", ["lebanese-army"]),
    # another man's given name, also one of two words, before a surname that is known
    ("وقال عبد الله العبادي إن الجسر سليم.", ["other"]),
    ("وقال علاء المالكي إن الجسر سليم.", ["other"]),
    ("وقال حيدر العبادي إن الجسر سليم.", ["iraq"]),
    # tribes, parties, defence counsel and private bodies of a country are not its state
    ("واستنكر مجلس عشائر العراق العربية إغلاق الجسر.", ["other"]),
    ("واعتبر تحالف القوى العراقية أن الجسر سليم.", ["other"]),
    ("وأعلنت القوى الأمنية العراقية أن الجسر سليم.", ["iraqi-forces"]),
    ("وقالت هيئة الدفاع إن المتهم الأمريكي مريض.", ["other"]),
    ("وقالت هيئة الدفاع العراقية إن المتهم مريض.", ["other"]),
    ("وقال فريق الدفاع التركي إن المتهم مريض.", ["other"]),
    ("وقالت هيئة النقل العراقية إن الجسر مغلق.", ["iraq"]),
    # who heads what is below the state is not the state, but a minister of that is
    ("بغداد\nوقال رئيس الحكومة المحلية سالم الورد إن الجسر مغلق.", ["other"]),
    ("بغداد\nوقال مدير الشرطة المحلية إن الجسر مغلق.", ["other"]),
    ("بغداد\nوقال مدير الشرطة إن الجسر مغلق.", ["iraq"]),
    ("بغداد\nوقال وزير الإدارة المحلية إن الجسر مغلق.", ["iraq"]),
    ("وقال مرصد العراق الأخضر إن الجسر سليم.", ["other"]),
    ("وأعلنت هيئة الهلال الأحمر الإماراتية أن الجسر سليم في اليمن.", ["other"]),
    ("وأعلنت مفوضية حقوق الإنسان العراقية أن الجسر سليم.", ["iraq"]),
    ("وأكد أمين بغداد سالم الورد أن الجسر سليم.", ["other"]),
    # governors
    ("أعلن محافظ البصرة العراقي أن الطريق مفتوح.", ["other"]),
    ("أعلن محافظ تعز أن الطريق مفتوح.", ["other"]),
    ("أعلن محافظ خميس مشيط سالم الورد أن الطريق مفتوح في السعودية.", ["other"]),
    ("قال محافظ نينوى، سالم الورد، إن الجسر سليم.", ["other"]),
    ("قال حاكم ولاية تكساس سالم الورد إن الجسر سليم في الولايات المتحدة.", ["other"]),
    ("قال محافظ البنك المركزي اليمني إن السيولة كافية.", ["yemeni-government"]),
    ("قال محافظ البنك المركزي إن السيولة كافية.", ["other"]),
    ("قال محافظ القاهرة إن الجسر سليم.", ["egypt"]),
    ("قال محافظ العراق إن الجسر سليم.", ["iraq"]),
    ("قال محافظ عدن السابق إن الجسر سليم.", ["other"]),
    # who is only close to a side does not speak in its name
    ("قال مصدر مقرب من حزب الله إن الجسر سليم.", ["unnamed-sources"]),
    ("قالت مصادر قريبة من حزب الله إن الجسر سليم.", ["unnamed-sources"]),
    ("قال مصدر قريب من حزب الله إن الجسر سليم.", ["unnamed-sources"]),
    ("قال مصدر في حزب الله إن الجسر سليم.", ["hezbollah"]),
    ("قال مكتب محافظ دياربكر إن الجسر سليم.", ["other"]),
    # who heads a public service
    ("قال نائب مدير عام مطار عدن الدولي، سالم الورد، إن الجسر سليم.", ["yemeni-government"]),
    ("قال مدير مؤسسة المياه بعدن سالم الورد إن الضخ عاد.", ["yemeni-government"]),
    ("قال مسؤول إدارة الاتصالات سالم الورد إن الخدمة عادت إلى عدن.", ["yemeni-government"]),
    ("قال مدير النادي سالم الورد إن المباراة تأجلت في عدن.", ["other"]),
    # whoever a source without a name is, he is the source again behind somebody else's words
    (
        "قال مصدر مطلع إن الجسر سليم. وأكدت إيران أن السد آمن. وتابع المصدر أن الطريق مغلق.",
        ["unnamed-sources", "iran", "unnamed-sources"],
    ),
    ("وقال مسؤول تركي إن الجسر سليم. وتابع المصدر أن الطريق مغلق.", ["turkey", "turkey"]),
    # the army's spokesman; commanders whom nobody names
    ("قال المتحدث العسكري إن الجيش المصري في القرية.", ["egyptian-forces"]),
    ("أكد قائد عسكري ميداني أن الطريق مفتوح.", ["military-sources"]),
    # in whose name he speaks decides, before the adjective and before whom he speaks of
    ("أكد الناطق العسكري باسم حركة النجباء أن الرد على إسرائيل قريب.", ["nujaba"]),
    ("أكد الناطق العسكري باسم حركة الورد سالم كرم أن الرد على إسرائيل قريب.", ["other"]),
    (
        "أكد الناطق العسكري باسم كتائب حزب الله سالم الورد أن الرد قريب. وقال الورد إن الرد على أمريكا قريب.",
        ["kataib-hezbollah"] * 2,
    ),
    ("قال المتحدث باسم القيادة العامة للقوات المسلحة العربية الليبية إن تركيا بعيدة.", ["lna"]),
    # somebody known speaks for his own side, whatever country is told of; not where the body's own is named
    ("قال المتحدث باسم القيادة العامة اللواء أحمد المسماري إن الطائرة تركية.", ["lna"]),
    ("قال المتحدث باسم الحكومة المصرية أحمد المسماري إن الطائرة تركية.", ["egypt"]),
    ("قال المتحدث باسم الجيش سالم الورد إن الجيش المصري في القرية.", ["egyptian-forces"]),
    # a guest's country, however often it is named, is not that of his host, whose towns the report plays in
    ("قال وزير الدفاع إن الوزير المصري زار جدة والدمام والطائف. وشكر الوزير المصري مصر، ثم عاد إلى مصر.", ["saudi-arabia"]),
    ("قال وزير الدفاع إن الوزير المصري زار جدة. وشكر الوزير المصري مصر، ثم عاد إلى مصر.", ["egypt"]),
    # floods, and people of finance, are no country's
    ("وقال وزير الدفاع إن سيول أمس جرفت الجسر وإن سيول اليوم أقوى. وقال المحللون الماليون إن مصر بخير.", ["egypt", "other"]),
    # whose army it is that speaks of another's aircraft is not told
    ("قالت قيادة الجيش إن طائرة إسرائيلية قصفت الجسر.", ["other"]),
    ("قال عضو لجنة الأمن والدفاع النيابية سالم الورد إن القصف التركي مستمر ضد تركيا وحدها.", ["other"]),
    ("🇹🇷 قال وزير الدفاع سالم الورد إن القصف التركي مستمر.", ["turkey"]),
    # ministries and courts that are said to be somebody's
    ("قالت وزارة الداخلية التابعة لحماس إن فلسطين بخير.", ["hamas"]),
    ("قالت المحكمة الشرعية التابعة للحوثيين إن اليمن بخير.", ["houthis"]),
    ("قالت لجنة المباريات التابعة للنادي إن العراق بخير.", ["other"]),
    # committees of a parliament
    ("طالبت لجنة الأمن والدفاع النيابية في العراق بالتحقيق.", ["iraq"]),
    ("قالت كتلة الورد النيابية في العراق إن القانون أقر.", ["other"]),
    # experts are of no side
    ("قال المحلل السياسي اليمني سالم الورد إن الحسم قريب.", ["other"]),
    ("هاجمت داعش القرية. وقال باحث سوري في الجماعات المتطرفة إن الحسم قريب.", ["other"]),
    ("هاجمت داعش القرية. وقال قيادي في داعش إن الحسم قريب.", ["islamic-state"]),
    ("قال السفير اليمني سالم الورد إن الحسم قريب.", ["yemeni-government"]),
    # where a source is names nobody: others there are not of his side; who is named behind it is
    ("قال مصدر أمني في محافظة ديالى إن الطريق مفتوح. وأكد رئيس مجلس محافظة ديالى أن الجسر سليم.", ["military-sources", "other"]),
    ("قال مصدر طبي من مشفى الزهور إن الطريق مفتوح. وأكد مدير مشفى الزهور أن الجسر سليم.", ["medical-sources", "other"]),
    ("قال الناشط الإعلامي في حلب سالم الورد إن الطريق مفتوح. وأكد الورد أن الجسر سليم.", ["activists"] * 2),
    ("قال شاهد عيان يدعى سالم الورد إن الطريق مفتوح. وأكد الورد أن الجسر سليم.", ["eyewitnesses"] * 2),
    ("ومضت المصادر بالقول إن الطريق مفتوح.", ["unnamed-sources"]),
    # given names are many people's
    ("قال محمد خالد سالم، وزير الدفاع المصري، إن الجسر سليم. وقال الطبيب خالد حداد إن الطريق مغلق.", ["egypt", "other"]),
    ("قال الوزير المصري عبد الله كرم إن الجسر سليم. وقال المهندس عبد الباسط نجم إن الماء عاد.", ["egypt", "other"]),
    # another given name makes another person of a surname; two that speak together
    ("قال سالم كرم، وزير الدفاع المصري، إن الجسر سليم. وقالت نجوى كرم إن الطريق مغلق.", ["egypt", "other"]),
    ("قال سالم كرم، وزير الدفاع المصري، إن الجسر سليم. وقال الوزير كرم إن الطريق مغلق.", ["egypt", "egypt"]),
    ("قال الجبير ولافروف إن الجسر سليم.", ["saudi-arabia,russia"]),
    # the party right before a verb whose object follows at once; what ل names was struck
    ("سفير تركيا لدى قطر يدين الهجوم الإرهابي لمقر القوات العراقية.", ["turkey"]),
    ("ارتفع قتلى تفجير السوق في العراق إلى 40 وداعش يتبنى العملية.", ["islamic-state"]),
    # a namesake whom the report introduces takes no listed person's full name, nor the headline above both
    (
        "قال الوزير اللبناني سعد الحريري إن السد سليم. وقال مندوب المعارضة السورية نصر الحريري إنه آمن. وأكد سعد الحريري أن السد سليم.",
        ["lebanon", "syrian-opposition", "lebanon"],
    ),
    (
        "قال وزير الثقافة اللبناني سالم الأسد إن المسرح سليم. وقال بشار الأسد إن الجسر سليم.",
        ["lebanon", "syrian-government"],
    ),
    (
        "الأسد: الجسر سليم\n\nقال بشار الأسد إن الجسر سليم. وقال وزير الثقافة اللبناني سالم الأسد إن المسرح سليم.",
        ["syrian-government", "syrian-government", "lebanon"],
    ),
    ("قال مسؤول في الحشد إن الجسر سليم. وفي العراق أدان الهجوم، ثم دان العملية الثانية.", ["pmf"] * 3),
    ("تبنت الهجوم الإرهابي لجنة من داعش.", ["islamic-state"]),
    # nobody, or somebody unlisted, claims a deed
    ("قال الوزير العراقي إن لا جهة حتى اللحظة تبنت الهجوم.", ["iraq"]),
    ("أعلنت الشرطة العراقية تفكيك الخلية التي تبنت الهجوم.", ["iraqi-forces"]),
    ("قال الوزير العراقي إن تنظيم داعش الذي تبنى الهجوم ضعيف.", ["iraq", "islamic-state"]),
    ("لا صحة للأنباء التي تحدثت عن سقوط الجسر، بحسب مصدر أمني.", ["unnamed-sources", "military-sources"]),
    ("قال الوزير العراقي إن الكتب التي تناولت العنف كثيرة.", ["iraq"]),
    # surnames that are nationalities
    (
        (
            "قال اللواء منصور التركي المتحدث باسم الداخلية السعودية إن المتهم اعتقل. وأكد اللواء التركي أن القضية انتهت. "
            "وأضاف التركي أنه اعترف."
        ),
        ["saudi-arabia"] * 3,
    ),
    ("قال سالم العراقي إن الطريق مغلق. وقال الوزير العراقي إن الجسر سليم.", ["other", "iraq"]),
    # a known surname behind another's given name; people of whom an office is in charge
    ("وقال البائع محمد العامري إن الجسر سليم. وقال العامري إن النهر عال.", ["other", "other"]),
    ("قال سالم الورد رئيس شؤون رعايا السفارة إن الجسر سليم.", ["other"]),
    # the place of an office is nobody's name; a form of address with where he spoke
    ("قال مدير تعليم نجران سالم الورد إن الدراسة بدأت. وقالت جامعة نجران إن القبول انتهى.", ["saudi-arabia", "other"]),
    ("قال وزير الدفاع المصري سالم الورد إن الجسر سليم. وقال معاليه في ختام اللقاء إن الطريق مفتوح.", ["egypt"] * 2),
    ("قال وزير الدفاع المصري سالم الورد إن الجسور كلها سليمة، على حد قوله.", ["egypt"] * 2),
    # the office that somebody known by his name holds; papers of governments; bodies of groups and blocs
    ("قال علي الأحمدي رئيس جهاز الأمن القومي اليمني إن الجسر سليم.", ["yemeni-government"]),
    ("قال علي الأحمدي إن الجسر سليم.", ["popular-resistance-yemen"]),
    ("قال علي الأحمدي رئيس النادي إن الجسر سليم.", ["popular-resistance-yemen"]),
    ("وأكد البيان الرئاسي الفرنسي أن الجسر سليم.", ["france"]),
    ("وأكد البيان النقابي الفرنسي أن الجسر سليم.", ["other"]),
    ("دعت الكتلة البرلمانية لحركة «حماس» إلى الهدوء.", ["hamas"]),
    ("أكدت كتلة ورد تونس أن الجسر سليم.", ["other"]),
    ("قالت فاطمة الورد عضو هيئة التدريس بجامعة النور إن السعودية بخير.", ["other"]),
    ("وأوضح بيان للداخلية أن تونس آمنة. وقالت تونس إن الجسر سليم.", ["tunisia"] * 2),
    ("قال محافظ المنطقة سالم الورد إن السفينة وصلت إلى عدن.", ["other"]),
    ("وقدمت المملكة العربية السعودية التهنئة. وقال سفيرها في القاهرة إن اللقاء ناجح.", ["saudi-arabia"]),
    ("وقدمت المملكة العربية السعودية التهنئة. وقالت ضيفتها إن اللقاء ناجح.", ["other"]),
    ("وبحسب عسكريين فإن الجسر سليم.", ["military-sources"]),
    # what an official deals with is nobody's name, and no country with which he does is his
    ("قال المتحدث الأمني بوزارة الداخلية إن السعودية آمنة. وقال الخبير الأمني سالم الورد إن السعودية بخير.", ["saudi-arabia", "other"]),
    ("قال الأمين العام المساعد لشؤون فلسطين بالجامعة العربية سالم الورد إن الجسر سليم.", ["arab-league"]),
    # those who issue a statement say we, not whoever writes in a paper
    ("بسم الله الرحمن الرحيم. ونؤكد أن الشتاء طويل.", ["other"]),
    # unnamed spokesmen are officials, of the state whose adjective follows, of nobody known where a club is named
    ("وقال متحدث رسمي إن الجسر سليم. وقال متحدثون عسكريون إن السد سليم.", ["official-sources", "military-sources"]),
    ("وقال متحدث حكومي تركي إن الجسر سليم. وقال متحدث رسمي باسم نادي الورد إن السد سليم.", ["turkey", "other"]),
    ("وقال متحدثون عسكريون اليوم باسم الحكومة التركية إن الجسر سليم.", ["turkey"]),
    ("وقال مسؤول إن الجسر سليم. وقال مسؤول ثان إن السد سليم.", ["official-sources"] * 2),
    # a ministry that is called by its field alone, and the body of the United Nations that is called like one
    ("السلام في العراق. وأكد مدير العلاقات بالداخلية أن الجسر سليم.", ["iraq"]),
    ("السلام في العراق. وأكد مدير البرامج في الصحة العالمية أن الجسر سليم.", ["who"]),
    # a nationality right behind quotes is that of the body in them
    ("وأعلنت «لجنة مكافحة الفساد» التركية أن الجسر سليم. وقالت اللجنة إن السد سليم.", ["turkey"] * 2),
    ("وأعلنت «لجنة مكافحة الفساد» أن التركي سالم الورد بخير.", ["other"]),
    ("السلام في العراق. وأظهرت التحقيقات التركية أن الجسر سليم. وأظهرت التحقيقات أن السد سليم.", ["turkey", "iraq"]),
    # the official agency, and the one that is named in brackets or by its nationality
    ("وذكرت وكالة الأنباء الرسمية الإيرانية أن الجسر سليم.", ["irna"]),
    ("ودعا رئيس لجنة حقوق الإنسان العربية إلى السلام. ودعا رئيس لجنة حقوق الإنسان إلى الهدوء.", ["arab-league", "other"]),
    # offices of one holder, in private bodies, of one of two governments, that only monarchies have
    ("قال وزير الإعلام الناطق باسم الحكومة الأردنية سالم الورد إن أمريكا بخير وإن أمريكا باقية.", ["jordan"]),
    ("قال مدير الأمن القومي في مركز الورد للأبحاث سالم كرم إن أمريكا بخير.", ["other"]),
    ("قال سالم كرم، عضو هيئة العلاقات في جمعية الورد، إن تركيا بخير.", ["other"]),
    ("قال رئيس مجلس النواب الليبي عقيلة صالح إن الجسر سليم.", ["hor-libya"]),
    ("قال ولي العهد إن مصر بخير وإن مصر والسعودية باقيتان.", ["saudi-arabia"]),
    ("قالت إسبانيا إن إسبانيا والسعودية بخير. وقال ولي العهد إن الجسر سليم.", ["spain", "spain"]),
    ("قالت ألمانيا إن ألمانيا وأمريكا بخير. وقالت رئيسة الحكومة إن الجسر سليم.", ["germany", "germany"]),
    # offices and bodies that a state does not have are those of another that is named, else of nobody known
    ("قال مستشار رئيس الوزراء سالم الورد إن أمريكا بعيدة وإن أمريكا بخير، والعراق آمن.", ["iraq"]),
    ("قال رئيس الوزراء إن أمريكا بعيدة.", ["other"]),
    ("قالت إسرائيل إن إسرائيل وأمريكا بخير. وقالت وزارة الخزانة إن الجسر سليم.", ["israel", "united-states"]),
    ("قالت تركيا إن تركيا وأمريكا بخير. وقالت وزارة الخزانة إن الجسر سليم.", ["turkey", "turkey"]),
    ("قال رئيس الوزراء إن العراق بخير.", ["iraq"]),
    ("قال رئيس الجمهورية إن السعودية بعيدة وإن السعودية بخير، وإن مصر آمنة.", ["egypt"]),
    ("قال مجلس الشيوخ إن إيران بعيدة وإن إيران بخير، وإن أمريكا آمنة.", ["united-states"]),
    ("قال مجلس الشيوخ إن أمريكا بعيدة.", ["united-states"]),
    ("أكد المرصد التونسي لاستقلال القضاء أن تونس بخير.", ["other"]),
    ("وبحسب تحقيقات الحركة العالمية فإن إسرائيل مسؤولة.", ["other"]),
    # a press review goes on with the papers; a public body where what it is for and its seat are said
    (
        ("عام / اهتمامات الصحف السودانية\n\nركزت الصحف السودانية على الأمطار. ونقلت عن تركيا أن الجسر سليم. وتطرقت إلى السيول. "
        "وقالت إن النهر عال."),
        ["media-sources", "media-sources", "turkey", "media-sources", "media-sources"],
    ),
    ("قال الجهاز المركزي للإحصاء في السودان إن السكان كثر. وقالت اليمن إن اليمن بخير.", ["sudanese-government", "yemeni-government"]),
    # whom he addresses; whose deed goes on behind somebody else's words
    ("سالم الورد لنصر الله: الجسر سليم\n\nقال سالم الورد إن الجسر سليم.", ["other"] * 2),
    ("وصفت السلطات العراقية الهجوم بالجبان، فيما زار السفير الألماني في بغداد داعيا إلى الهدوء.", ["iraq", "germany"]),
    # a relative clause makes its antecedent speak, who goes on; not the last speaker, who speaks of things
    (
        "قال الوزير العراقي إن السد سليم. وحضر المزارع سالم الورد الذي أكد أن الماء عاد. وأضاف أن الجسر مغلق.",
        ["iraq", "other", "other"],
    ),
    ("قال الوزير العراقي إن السد سليم. ووصل المزارعون الذين رفضوا القرار. وأضاف أن الماء عاد.", ["iraq", "other", "iraq"]),
    ("قال الوزير العراقي إن السد سليم. وزار القرية التي قال إنها آمنة.", ["iraq", "iraq"]),
    ("قال الوزير العراقي إن السد سليم. وانتقد القرار الذي قال إن أضراره كثيرة.", ["iraq", "iraq"]),
    ("قال الوزير العراقي إن السد سليم. وهاجم التنظيم (داعش) الذي أعلن الحرب.", ["iraq", "islamic-state"]),
    # in whose words somebody puts it
    ("قال الوزير العراقي إن داعش «منظمة معادية»، على حد وصفه.", ["iraq", "iraq"]),
    # the office behind a rank and a name is that man's, however long the name is; whom he visits is not his
    ("أكد الفريق ركن سالم بن أحمد بن علي الورد وزير الداخلية البحريني، أن الجسر سليم.", ["bahrain"]),
    ("أكد العميد سالم بن أحمد بن علي الورد الذي زار وزير الداخلية البحريني أن الجسر سليم.", ["other"]),
    # governors and scholars of Saudi Arabia, also where the report names no country
    ("أمير عسير: الجسر سليم", ["other"]),
    ("قال أمير القرية إن الجسر سليم.", ["other"]),
    ("قال أمير الشرقية إن الجسر سليم.", ["other"]),
    ("قال أمير الجوف في تنظيم القاعدة إن الجسر سليم.", ["al-qaeda"]),
    ("وحذرت هيئة كبار العلماء من الفتنة في فلسطين.", ["saudi-arabia"]),
    # those of a people's units who are called by the country too; a party's leader by another spelling
    ("نفت أنقرة اتهامات وحدات الحماية الكردية السورية بحرق الجسر.", ["turkey", "ypg"]),
    ("قال صلاح الدين دمرتاش إن الجسر سليم.", ["hdp"]),
    ("قال حزب الليكود إن الجسر سليم.", ["likud"]),
    ("قال سكان البيت اليهودي إن الجسر سليم.", ["eyewitnesses"]),
    ("وقال قادة الحركة الانفصالية الكردية في إيران إن الجسر سليم.", ["other"]),
    # whose defence an official deals with; an expert on it is nobody's
    ("قال مسؤولون دفاعيون أمريكيون إن الجسر سليم.", ["us-forces"]),
    ("قالت مصادر دفاعية إن الجسر سليم.", ["military-sources"]),
    ("قال الخبير الدفاعي سالم الورد إن الجسر سليم.", ["other"]),
    # officials behind لكن and أن tell something; those of whom something is told do not
    ("ذكرت الصحيفة أن مسؤولين محليين أكدوا أن الجسر سليم.", ["other", "local-sources"]),
    ("لكن مسؤولين قالوا إن الجسر سليم.", ["official-sources"]),
    ("ذكرت الصحيفة أن مسؤولين عبروا الجسر.", ["other"]),
    # who stands behind لكن or أن calls them so; whom a relative clause takes up does not
    ("قالت تركيا إن القتلى مدنيون. لكن روسيا وصفتهم بأنهم مقاتلون.", ["turkey", "russia"]),
    ("قالت تركيا إن القتلى مدنيون. غير أن ناشطين وصفوهم بأنهم مقاتلون.", ["turkey", "activists"]),
    ("قالت تركيا إن القتلى سقطوا في هجوم وصفته بأنه غادر.", ["turkey", "turkey"]),
    # whose turn it is speaks on, where the verb behind is no cue; another side is nobody's turn
    ("قال الوزير العراقي إن السد سليم. من جانبه، زار المزارع سالم الورد السد، مؤكدا أن الماء عاد.", ["iraq", "other"]),
    ("قال الوزير العراقي إن السد سليم. من جهة أخرى، زار السد، مؤكدا أن الماء عاد.", ["iraq", "iraq"]),
    # pictures show what their publisher tells, where he is named
    ("نشر تنظيم داعش مقطع فيديو يظهر فتح السد.", ["islamic-state"]),
    ("وتبنى تنظيم داعش الهجوم، ونشر صورا أظهرت فتح السد.", ["islamic-state", "islamic-state"]),
    ("في العراق أظهرت صور متداولة فتح السد.", ["unnamed-sources"]),
    # a ministry named by its field is "the ministry" from then on
    ("قالت الخارجية الروسية إن سوريا بخير. وأضافت الوزارة أن السد سليم.", ["russia", "russia"]),
    # a noun's adjective of nationality tells whose words it means, unless it is many people
    ("قالت مصادر إن الجسر أغلق وسط مخاوف تركية من اندلاع حرب.", ["unnamed-sources", "turkey"]),
    ("وللرد على الاتهامات التركية لقادة الحزب بإغلاق الجسر، قالت روسيا إنه سليم.", ["turkey", "russia"]),
    ("قالت مصادر إن الجسر أغلق وسط مخاوف شعبية من اندلاع حرب.", ["unnamed-sources", "unnamed-sources"]),
    ("قالت مصادر إن الجسر أغلق بعد اتهام إسرائيليين بإحراقه.", ["unnamed-sources", "unnamed-sources"]),
    # an official by the other spelling of his office
    ("قال مسئول أمريكي بارز إن الجسر سليم. وأكد مسئولون في القرية أن الطريق مغلق.", ["united-states", "official-sources"]),
    # deputies speak for their state, some leaders of a country for nobody in particular, its leadership for it
    ("قال برلماني عراقي إن الجسر سليم.", ["iraq"]),
    ("قالت قيادات يمنية إن الجسر سليم.", ["other"]),
    ("قالت القيادات الإيرانية إن الجسر سليم.", ["iran"]),
    # who heads a directorate of a ministry in a province speaks for the state, a mayor does not
    ("قال مدير بلديات نينوى إن الجسر سليم.", ["iraq"]),
    ("قال مدير ماء كركوك إن الجسر سليم.", ["iraq"]),
    ("قال مدير بلدية كركوك إن الجسر سليم.", ["other"]),
    # whose statement it is, told of by a clause or behind an adjective; fears that there are are nobody's
    ("دانت الحكومة العراقية التصريحات التي أدلى بها الرئيس التركي لصحيفة، والتي قال فيها إن الجسر مغلق.", ["iraq", "turkey"]),
    ("علقت موسكو على كلمة أدلى بها الرئيس التركي أمس قال فيها إن الجسر مغلق.", ["turkey"]),
    ("قال الرئيس التركي إن الجسر مغلق. وهناك مخاوف من انهياره.", ["turkey", "unnamed-sources"]),
    # who spoke goes on behind news that tells
    ("قالت الشرطة التركية إن الجسر مغلق. وتشير أنباء إلى سقوط قتلى. وأضافت أن الطريق سليم.", ["turkey", "unnamed-sources", "turkey"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors"), SPOKEN)
def test_who_speaks(reader: Reader, text: str, actors: list[str]) -> None:
    assert speakers(reader.read(text, published="2016-05-04")) == actors


TOLD: list[tuple[str, list[str]]] = [
    # what nobody is said to tell, and whose information it is
    ("وتشير المعلومات الأولية إلى أن الجسر سليم.", ["unnamed-sources"]),
    ("ووفقا للأنباء الواردة فإن الجسر سليم.", ["unnamed-sources"]),
    ("أظهرت مقاطع مصورة أن الجسر سليم.", ["unnamed-sources"]),
    ("ووفقا لتقرير الشركة فإن الجسر سليم.", ["other"]),
    ("قال الوزير المصري: تشير معلوماتنا إلى أن الجسر سليم.", ["egypt", "egypt"]),
    ("وتفيد التحقيقات الأولية في العراق بأن الجسر سليم.", ["iraq"]),
    ("وطبقا للمصادر الأميركية فإن الجسر سليم.", ["unnamed-sources"]),
    ("إلا أن مصدرا أمنيا أعلن أن الجسر سليم.", ["military-sources"]),
    ("قالت أوساط دبلوماسية إن الجسر سليم.", ["official-sources"]),
    ("أعلنت سلطات ديار بكر أن الجسر سليم.", ["turkey"]),
    ("أعلنت قيادة المنطقة العسكرية الرابعة في اليمن أن الجسر سليم.", ["yemeni-government"]),
    ("أوضح المتحدث الإعلامي بالدفاع المدني بمنطقة نجران، المقدم سالم الورد، أن الحريق أخمد.", ["saudi-arabia"]),
    ("طالبت جمعية الصيادين في الفاو الحكومة العراقية بالتحرك.", ["other"]),
    ("وقالت الفاو إن القمح كاف.", ["fao"]),
    ("وفقا لـ«العربية» فإن الجسر سليم.", ["al-arabiya"]),
    # a body of people is none of them
    ("قالت نقابة الصحفيين اليمنيين إن القرار جائر.", ["other"]),
    ("قال عدد من الصحفيين اليمنيين إن القرار جائر.", ["media-sources"]),
    # an aside at the end of a sentence leads on
    ("الجسر سليم، بحسب ما أعلنت وزارة الدفاع الروسية. وأضافت أن الطريق مفتوح.", ["russian-forces"] * 2),
    ("قال الوزير المصري إن الجسر سليم، بحسب رويترز. وأضاف أن الطريق مفتوح.", ["egypt", "reuters", "egypt"]),
    # whom a relative clause goes on speaks in it
    ("التقى الوفد وزير الدفاع الروسي سالم الورد، الذي أكد أن الجسر سليم.", ["russia"]),
    # nobody goes on behind a filler; to his own one speaks, nobody speaks
    ("قالت روسيا إن الجسر سليم. ومن المتوقع أن تنتهي المهلة غدا، وبخلاف ذلك هددت بالرد.", ["russia", "unnamed-sources", "russia"]),
    # offices that go on behind a name, deputies of governors, public prosecutors, civil defence of a town
    ("قال العقيد سالم الورد مسؤول الشؤون العامة لقوة المهام المشتركة إن الجسر سليم.", ["us-led-coalition"]),
    ("قال سالم الورد الخبير في شؤون حزب الله إن الجسر سليم.", ["other"]),
    # Who has left somebody speaks for him no more.
    ("قال العقيد المنشق عن الجيش السوري سالم الورد إن الجسر سليم.", ["other"]),
    ("حذر ضابط فار من الجيش التركي من سقوط الجسر.", ["other"]),
    ("قال العقيد في الجيش التركي سالم الورد إن الجسر سليم.", ["turkish-forces"]),
    ("قال سالم الورد وكيل محافظة أبين إن الجسر سليم.", ["other"]),
    ("قال نائب محافظ نينوى سالم الورد إن الجسر سليم.", ["other"]),
    ("ويعتقد مكتب المدعي العام الألماني أن الجسر سليم.", ["germany"]),
    ("قال متحدث باسم الدفاع المدني بنجران إن مقذوفا من اليمن سقط. واليمن واليمن قريبان.", ["saudi-arabia"]),
    ("قال متحدث في الدفاع المدني في إدلب إن الجسر سليم.", ["white-helmets"]),
    # given names of the well known, and a medium's name that is an adjective
    ("قال هادي بن سالم الورد رئيس النادي إن الجسر سليم.", ["other"]),
    ("قال هادي في اليمن إن الجسر سليم.", ["yemeni-government"]),
    ("وتابع رئيس جامعة الورد العربية: الجسر سليم.", ["other"]),
    # the office beside a name
    ("قال سالم الورد، وهو متحدث باسم الجيش العراقي، إن الجسر سليم. وأضاف الورد أن الطريق مغلق.", ["iraqi-forces"] * 2),
    ("قال سالم الورد وهو متحدث باسم نتنياهو إن الجسر سليم.", ["israel"]),
    ("قال سالم الورد – وزير النقل العراقي – إن الجسر سليم.", ["iraq"]),
    ("قال سالم الورد الذي يشغل منصب وزير النقل العراقي إن الجسر سليم.", ["iraq"]),
    ("قال سالم الورد، وهو طبيب من العراق، إن الجسر سليم.", ["other"]),
    # a state before a colon speaks where its forces say so below
    ("بغداد: لا نقبل بالقصف\nقالت القوات العراقية إنها لا تقبل بالقصف.", ["iraq", "iraqi-forces"]),
    ("بغداد: لا نقبل بالقصف\nقالت القوات التركية إنها لا تقبل بالقصف.", ["turkish-forces"]),
    ("السفارة الأميركية في بغداد مغلقة. وقال السفير سالم الورد إن الجسر سليم.", ["united-states"]),
    # participles go with the deed of their sentence
    ("قال سالم إن الجسر سليم. فيما انتهزت الميليشيات الحوثية الفرصة، زاعمة أن الهدنة انتهت.", ["other", "houthis"]),
    ("قال الوزير المصري إن الجسر سليم، وإن روسيا انسحبت، مؤكدا أن الطريق مفتوح.", ["egypt"] * 2),
    ("قلل سالم الورد من القرار الأميركي الذي قضى بإغلاق الجسر. وقال مندوب العراق في الأمم المتحدة إن الطريق مفتوح.", ["other", "iraq"]),
    # ranks, princes and their fathers
    (
        (
            "قال صاحب السمو الملكي الأمير سالم بن مساعد بن فهد الرئيس العام للشباب في السعودية إن النادي فاز. "
            "وأضاف الأمير سالم بن مساعد أن الملعب جاهز. وقال الأمير فهد بن سعد إن الملعب مغلق."
        ),
        ["saudi-arabia", "saudi-arabia", "other"],
    ),
    (
        "قال رئيس مجلس الشورى السعودي الشيخ الدكتور سالم بن محمد بن سعد آل ورد إن الجسر سليم. وقال الدكتور آل ورد إن الطريق مغلق.",
        ["saudi-arabia"] * 2,
    ),
    ("قال رئيس الإمارات الشيخ خليفة بن سالم إن الجسر سليم. وقال الشيخ خليفة إن الطريق مغلق.", ["uae"] * 2),
    # whose a body is by where it sits, a pointer to a source, an aside in commas
    ("وأعلنت الجهات الحكومية في إيران أن الجسر سليم. وقال العراق إن العراق حزين.", ["iran", "iraq"]),
    ("وقال هذا المصدر العسكري إن الجسر سليم.", ["military-sources"]),
    ("الشرطة الروسية، من جانبها، ذكرت أن الجسر سليم.", ["russia"]),
    ("وكان مصدر أمنيقد أفاد بأن الجسر سليم.", ["military-sources"]),
    # news that nobody brings is nobody's in particular; reports that a verb makes speak do so once
    ("قال الوزير المصري إن الجسر سليم. ووردت أنباء عن انهيار السد.", ["egypt", "unnamed-sources"]),
    ("ونقلت تقارير محلية عن متحدث باسم الجيش الروسي قوله إن الجسر سليم.", ["media-sources", "russian-forces"]),
    ("هل تعتقد الحكومة العراقية أن الجسر سيصمد؟", ["iraq"]),
    # what stands right behind كما and its verb does not speak; nor does a noun with its speaker's pronoun
    ("قال الوزير المصري إن الجسر سليم، كما أكد حرصه على وحدة البلاد.", ["egypt"] * 2),
    ("قال الوزير المصري إن الجسر سليم. وأعلن استقالته من منصبه.", ["egypt"] * 2),
    ("الجسر سليم، كما أعلن الجيش العراقي.", ["iraqi-forces"]),
    ("وأعلن شكري الورد الناطق باسم الجيش العراقي أن الجسر سليم.", ["iraqi-forces"]),
    ("قال الوزير المصري إن الجسر سليم. وطالبا الأمم المتحدة بالعمل.", ["egypt"] * 2),
    ("وأكد الجيش العراقي أيضا وصول أول طائرة.", ["iraqi-forces"]),
    # in whose name, by a pronoun
    ("قصف التحالف العربي المدينة. وقال الناطق باسمه سالم الورد إن الجسر سليم.", ["saudi-led-coalition"]),
    ("هاجم التحالف العربي الحوثيين قرب عدن. وقال الناطق باسمه سالم الورد إن الجسر سليم.", ["saudi-led-coalition"]),
    ("هاجم السكان حكومة العراق. وقال الناطق باسمهم سالم الورد إن الجسر سليم.", ["other"]),
    ("اجتمع الأمين العام بوزير العراق. وقال المتحدث باسمه ستيفان دوجاريك إن الجسر سليم.", ["united-nations"]),
    # whoever called or wrote
    ("تلقى الرئيس المصري اتصالا هاتفيا أمس من أمير الكويت أعرب خلاله عن أسفه.", ["kuwait"]),
    ("تلقى الرئيس المصري برقية من ملك المغرب أكد فيها أن الجسر سليم.", ["morocco"]),
    ("وأجرى الرئيس المصري اتصالا من القاهرة قال خلاله إن الجسر سليم.", ["egypt"]),
    ("كشف المرصد السوري، نقلا عن مصادر وصفها بـ«الموثوقة» أن الجسر سليم.", ["sohr", "unnamed-sources", "sohr"]),
    # whose a document is
    ("كشف تقرير لـ«رويترز» أن الجسر سليم.", ["reuters"]),
    ("قال خبير لـ«رويترز» إن الجسر سليم.", ["other"]),
    # one body asks another
    ("طالب مجلس محافظة الأنبار الحكومة العراقية بفتح الطريق.", ["other"]),
    ("طالب مجلس الأمن القومي الإيراني الحكومة العراقية بفتح الطريق.", ["iran"]),
    # what unnamed sources are by where they sit
    ("قال مصدر في وزارة الدفاع العراقية إن الجسر سليم.", ["military-sources"]),
    ("قال مصدر بالمقاومة الشعبية إن الجسر سليم.", ["military-sources"]),
    ("قال مصدر في الحكومة اليمنية إن الجسر سليم.", ["official-sources"]),
    ("قال مصدر مطلع في مجلس محافظة نينوى إن الجسر سليم.", ["official-sources"]),
    ("قال مصدر في مستشفى عدن العام إن ثلاثة أصيبوا.", ["medical-sources"]),
    ("قال مصدر من عدن إن الجسر سليم.", ["local-sources"]),
    ("قال مصدر مطلع في البصرة إن الجسر سليم.", ["unnamed-sources"]),
    ("قال مصدر أمني في الحكومة العراقية إن الجسر سليم.", ["military-sources"]),
    ("المعطيات الأولية تبين أن الجسر سليم.", ["other"]),
    # where he writes; beside whose words it stands; who passed what speaks; whose deed has the charge behind it
    ("وغرد في الهاشتاق وزير العمل العراقي: «الجسر سليم».", ["iraq"]),
    ("وزير العمل العراقي كتب: «الجسر سليم».", ["iraq"]),
    ("وفي الوقت الذي أفاد فيه الجيش العراقي بأن الجسر سليم، قال المرصد السوري إن السد انهار.", ["iraqi-forces", "sohr"]),
    ("أصدر مجلس الأمن قرارا أمس. وقال القرار إن الجسر يجب أن يفتح.", ["un-security-council"]),
    ("وفي عام 2014 فرضت بريطانيا عقوبات على روسيا لاتهامها بقصف المصفاة.", ["united-kingdom"]),
    ("كتب على تويتر وزير الخارجية الإيراني: «الجسر سليم».", ["iran"]),
    # whom a verb behind a pronoun calls on does not speak, nor do many behind a verb of one man
    ("وفيما دانت رئاسة كردستان القصف، فإنها دعت حزب العمال الكردستاني إلى الهدنة.", ["kurdistan-region"] * 2),
    ("دعا الوزير المصري إلى الهدنة في حين حث الأطراف المتحاربة على التفاوض.", ["egypt"] * 2),
    ("وفي ختام بيانها دعت الحكومة العراقية إلى الهدنة.", ["iraq"]),
    # whose a document is, behind a verb of warning; nobody who is told of wrote a report
    ("وحذر تقرير للأمم المتحدة من أن الجسر سينهار.", ["united-nations"]),
    ("قصف الجيش السوري السوق، بحسب تقرير حقوقي.", ["other"]),
    ("قصف الجيش السوري السوق، بحسب تقرير أممي.", ["united-nations"]),
    # what a country claims, and what a prosecution does
    ("نفت إيران ادعاء السعودية بأنها قصفت الجسر.", ["iran", "saudi-arabia"]),
    ("نفت طهران قول الرياض إنها قصفت الجسر.", ["iran", "saudi-arabia"]),
    ("وقال الادعاء الفرنسي إن الجسر سليم.", ["france"]),
    # somebody without a name is the same once more
    ("أعلن قائد ميداني أن الجسر سليم. وأوضح القائد الميداني أن السد انهار.", ["military-sources"] * 2),
    # علي is a name where a text writes the preposition على
    ("وكان رئيس مجلس الوزراء العراقي علي الورد، وجه أمس الوزارة بفتح الجسر على وجه السرعة.", ["iraq"]),
    # "these reports" are those told of before; a noun behind its verb speaks by the next one
    ("أفادت تقارير صحافية بأن الجسر سليم. وذكرت هذه التقارير أن السد انهار.", ["media-sources"] * 2),
    ("قال الوزير المصري إن مواقع أوردت تقارير تفيد بأن الجسر سليم.", ["egypt", "unnamed-sources"]),
    # a medium that could not verify is named behind the verb
    ("ولم تتمكن رويترز من التحقق من صحة الصور.", ["reuters"]),
    # news tells, also where it is said when it came and from whom
    ("قال الوزير العراقي إن الجسر سليم. وراجت أخبار قبل أيام تفيد بأن الطريق مغلق.", ["iraq", "unnamed-sources"]),
    ("قال الوزير العراقي إن المعلومات المتوفرة لدى الوزارة تفيد بأن الطريق مغلق.", ["iraq", "unnamed-sources"]),
    ("قالت الوزيرة العراقية إن الجسر سليم. وكانت قد أفادت بأن الطريق مغلق.", ["iraq"] * 2),
    ("قالت الوزيرة العراقية إن الجسر سليم. وبعد ورود أنباء أفادت بأن الطريق مغلق عادت.", ["iraq", "unnamed-sources"]),
    # a place may be called like a person
    ("قال مدير ناحية البغدادي سالم الورد إن الجسر سليم.", ["other"]),
    ("أعلن مجلس ناحية البغدادي أن الجسر سليم.", ["other"]),
    ("قال البغدادي إن الطريق مغلق.", ["islamic-state"]),
    # our correspondent is the man of the medium whose correspondent spoke
    ("قال مراسل وكالة رويترز إن الجسر سليم. وأضاف مراسلنا أن الطريق مغلق.", ["reuters"] * 2),
    ("قال مصدر أمني لمراسل وكالة رويترز إن الجسر سليم. وأضاف مراسلنا أن الطريق مغلق.", ["military-sources", "reuters"]),
    ("وأفاد مراسلنا في عدن بأن الجسر سليم.", ["other"]),
    ("قالت وكالة رويترز إن الجسر سليم. وأضاف مراسلنا أن الطريق مغلق.", ["reuters", "other"]),
    # a surname with its article and without; a given name is another's
    ("أكد السفير السعودي في القاهرة أحمد قطان أن الجسر سليم. وقال القطان إن الطريق مغلق. وأضاف الدكتور القطان أن النهر عال.", ["saudi-arabia"] * 3),
    ("قال العميد أحمد العسيري المتحدث باسم التحالف العربي إن الجسر سليم. وأضاف عسيري أن الطريق مغلق.", ["saudi-led-coalition"] * 2),
    ("قال وزير الخارجية المصري خالد سالم إن الجسر سليم. وقال الخالد إن الطريق مغلق.", ["egypt", "other"]),
    # whoever called, with all his offices
    (
        "تلقى الرئيس المصري اتصالا هاتفيا من صاحب السمو الشيخ سالم بن سعد الورد نائب رئيس مجلس الوزراء وزير الداخلية بدولة الكويت الشقيقة أعرب فيه عن أسفه.",
        ["kuwait"],
    ),
    # some of whom nobody says who they are
    ("ويرى البعض أن الجسر سليم.", ["unnamed-sources"]),
    ("ويقول كثيرون إن الجسر سليم.", ["unnamed-sources"]),
    # nobody announces what he leaves unsaid
    ("رفع السكان أعلامهم من دون إعلان أسباب هذه الخطوة.", []),
    # ء ends its word before an article
    ("هدد أمين عام كتائب حزب الله، أبو الاءالورد، بالرد. وقال الورد إن الطريق مغلق.", ["kataib-hezbollah"] * 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors"), TOLD)
def test_who_tells(reader: Reader, text: str, actors: list[str]) -> None:
    assert speakers(reader.read(text, published="2016-05-04")) == actors


@pytest.mark.parametrize(
    "text",
    [
        "وقال سالم الورد",
        "رجال يشتبه في",
        "يعتقد",
        "مفادها أن الطريق مغلق: رسالة",
        "قالت فيه الوزارة إن الطريق مغلق. رفعوا لافتات",
        "قال سالم الورد وهو",
        "قال سالم الورد الذي",
        "قوات الجيش الموالية",
        "قوات الجيش الموالية لـ",
        "قوات الجيش الموالية لـ «",
        "قال الجيش في",
        "بين مارس 2016 و",
        "التقى الرئيسان الروسي والأمريكي",
        "أقر الوزير بذلك، حيث",
        "بالعشرات",
        "وتعتبر",
        "وطالب ذوو",
        "قال الناطق بقيادة",
        "قصفت قوات التحالف بقيادة",
        "قصفت قوات التحالف بقيادة المملكة العربية",
        "كرر ذلك مرة",
        "يجري ترميم الجسر، بحسب الوزير حيث",
        "ودافع الوزير عن «",
    ],
)
def test_a_report_may_end_anywhere(reader: Reader, text: str) -> None:
    assert reader.read(text).report.text == text
