"""Who does and who suffers violence, from whole texts: each rule with what it must leave alone."""

from __future__ import annotations

import pytest

import riwaya
from reading.slices import takes_part

ROWS = [
    # On whom it is to do something: he does it, if anybody does.
    ("قال وزير الخارجية التركي إن على قسد الالتزام بالهدنة.", "CONCEDE", "sdf>other"),
    ("أكد الوزير أن على تركيا الانسحاب من العراق.", "RETREAT", "turkey>"),
    # An adjective between takes no "by"; a participle does.
    ("يتعرض المعتقلون للتعذيب الممنهج من قبل داعش.", "ASSAULT", "islamic-state>detainees"),
    ("يتعرض المدنيون للقصف المستمر من قبل قسد.", "ASSAULT", "sdf>civilians"),
    # "Two" with the ending of an object does nothing.
    ("ظهر أحد مقاتلي داعش، يستجوب اثنين من نشطاء الرقة.", "COERCE", "islamic-state>civilians"),
    # Who advances advances nobody; what somebody offers goes nowhere.
    ("أشاد الوزير بالجهود التي تقدمها قسد. وتقدم داعش نحو المدينة.", "MOVE", "islamic-state>"),
    ("شكر الوزير قسد على ما تقدمه من جهد. وتقدم داعش نحو المدينة.", "MOVE", "islamic-state>"),
    ("واصلت قسد تقدمها نحو المدينة.", "MOVE", "sdf>"),
    # Who prevents something does not do it; whom he keeps from it would have done it.
    ("منعت القوات التركية داعش من مهاجمة المدينة.", "ASSAULT", "islamic-state>civilians"),
    ("اتهم الوزير داعش بعرقلة إيصال المساعدات إلى المدنيين.", "AID", "other>civilians"),
    ("قصف داعش المدينة ويتعذر وصول المساعدات إلى المدنيين.", "AID", "other>civilians"),
    ("رست السفن بعد وصول مساعدات من تركيا إلى المدنيين.", "AID", "turkey>civilians"),
    # Masdars that only seem to begin with the article have genitives as others have.
    ("أكد الوزير أن التزام قسد بالهدنة قائم.", "CONCEDE", "sdf>other"),
    ("أعلن الوزير أن التحاق قسد بالمفاوضات قريب.", "COOPERATE", "sdf>other"),
    ("أكد الوزير عدم التزام داعش وحلفائه بالهدنة.", "CONCEDE", "islamic-state>other"),
    # Who breaks a truce is no victim of that.
    ("أفادت مصادر بخرق قسد وداعش، الهدنة.", "REJECT", "sdf islamic-state>"),
    ("أعلنت تركيا عن خروقات داعش للهدنة.", "REJECT", "islamic-state>"),
    ("اتهمت تركيا قسد بخرق الهدنة.", "REJECT", "sdf>"),
    # Whose dead they are does not say that these killed.
    ("ارتفعت أعداد قتلى الجيش التركي كثيرا.", "HARM", ">turkish-forces"),
    ("كان اعتقال القوات العراقية مدنيين خطأ.", "COERCE", "iraqi-forces>civilians"),
    # People described behind a preposition do it; a definite word is described by no such clause.
    ("حكمت المحكمة على امرأة قتلت زوجها.", "HARM", "other>civilians"),
    ("تحدث الوزير عن مدنيين قتلوا في الغارة.", "HARM", ">civilians"),
    ("تحدث الوزير عن الجنود قبل أن يقتلوا.", "HARM", ">other"),
    # What "and" adds to an object is none of its own; the object of a masdar between is not the verb's.
    ("داهمت قسد البلدة واعتقلت امرأة وأحد الأطفال.", "COERCE", "sdf>other | sdf>civilians"),
    ("اعتقل داعش عشرين خياطا لرفضهم خياطة ملابس للمقاتلين.", "COERCE", "islamic-state>civilians"),
    # Whom a ban or a repression befalls; who protests is repressed.
    ("منعت القوات التركية خروج النساء من البلدة.", "COERCE", "turkish-forces>civilians"),
    ("أدان قمع الشرطة العراقية للاحتجاجات.", "COERCE", "iraqi-forces>civilians"),
    # Places are held, people hold them.
    ("بلدة يسيطر عليها مسلحون.", "CONTROL", "other>"),
    # A masdar behind what is claimed or begun, a verb behind a subject.
    ("تبنت قسد خطف العناصر في البادية.", "ASSAULT", "sdf>other"),
    ("بدأت القوات التركية قصف مواقع داعش.", "ASSAULT", "turkish-forces>islamic-state"),
    # Members by bond or oath.
    ("اعتقلت قسد أربعين مرتبطين بتنظيم داعش.", "COERCE", "sdf>islamic-state"),
    ("قتلت القوات العراقية ثلاثة متطرفين بايعوا تنظيم داعش.", "HARM", "iraqi-forces>islamic-state"),
    # A school, a hotel, a mosque of one's own: people; the quarters of forces: those.
    ("استهدف داعش فندقا في العاصمة.", "ASSAULT", "islamic-state>civilians"),
    ("يفجر داعش مساجدنا.", "ASSAULT", "islamic-state>civilians"),
    ("استهدف داعش مسجدا في مقر القوات التركية.", "ASSAULT", "islamic-state>turkish-forces"),
    ("استهدف داعش مسجدا في مدينة تركية.", "ASSAULT", "islamic-state>civilians"),
    ("قصفت القوات التركية بلدة صغيرة.", "ASSAULT", "turkish-forces>civilians"),
    ("قصف داعش أحياء المدينة وقوات قسد.", "ASSAULT", "islamic-state>civilians"),
    # Ali is a name where the report writes the preposition otherwise.
    ("هاجم داعش على الطريق القوات الموالية للرئيس علي العامري.", "ASSAULT", "islamic-state>other"),
    # A deed described as terror is no fighter; "who" does it, whoever that is.
    ("استنكرت تركيا العمل الإرهابي الذي استهدف سوقا.", "ASSAULT", "other>civilians | other>civilians"),
    ("توعدت تركيا كل من يستهدف المدنيين.", "ASSAULT", "other>civilians"),
    # Manner is no object; what a preposition has said is not said again.
    ("قتل تنظيم داعش رمياً بالرصاص نحو ثلاثين شخصا.", "HARM", "islamic-state>civilians"),
    ("لا يزال الحصار التركي المفروض على قسد ساري المفعول.", "COERCE", "turkey>sdf"),
    # Whoever is fought all over the report lost the place; not where several are, nor to another's army.
    (
        "قصف التحالف الدولي داعش. واستعادت القوات العراقية بلدة الحويجة.",
        "CONTROL",
        "iraqi-forces>islamic-state",
    ),
    ("هاجمت قسد داعش والقوات التركية. واستعادت قسد البلدة.", "CONTROL", "sdf>"),
    # Fighters of a group, soldiers of a state; positions of whoever is fought.
    ("تقاتل قسد داعش في البادية. ودمرت قسد ثلاثة مخازن ذخيرة.", "HARM", "sdf>islamic-state"),
    ("تقاتل قسد داعش في البادية. ودمرت قسد مواقع للأهالي.", "ASSAULT", "* | sdf>civilians"),
    ("تقول تركيا إن تركيا آمنة، لكن تركيا فقدت الكثير. وأصيب جنديان في انفجار.", "HARM", ">turkey"),
    ("تقول تركيا إن إيران آمنة. وأصيب جنديان في انفجار.", "HARM", ">other"),
    # In a fight with somebody one falls to him.
    ("قتل ثمانية من عناصر داعش في مواجهات مع قسد.", "HARM", "sdf>islamic-state"),
    ("قتل ثمانية من عناصر داعش في مواجهات مع قسد.", "ASSAULT", "islamic-state>sdf"),
    # The verb goes on with the main clause, not with the relative clause between.
    ("استهدفت قسد القاعدة التي يحاصرها داعش، كما دمرت جسرا.", "HARM", "sdf>civilians"),
    # Who uses a place does from there what he uses it for; who is accused of a killing killed.
    ("دخلت قسد موقعا استخدمه داعش لقصف البلدة.", "ASSAULT", "islamic-state>civilians"),
    ("اتهمت إيران تركيا بقتل صياد عراقي.", "HARM", "turkey>civilians"),
    # Announcing what was done by others.
    ("أشاد النائب بالشرطة التركية بعد الإعلان عن اعتقال عناصر من داعش.", "COERCE", "turkey>islamic-state"),
    # Owners behind brackets, behind a name, behind what for, in whose hands.
    ("قصفت القوات التركية موقع (الشهيد) التابع لتنظيم داعش.", "ASSAULT", "turkish-forces>islamic-state"),
    ("قصفت القوات التركية موقعا تابعا لتنظيم داعش.", "ASSAULT", "turkish-forces>islamic-state"),
    ("سقوط الرقة بيد داعش", "CONTROL", "islamic-state>"),
    ("طالب النواب بحصر السلاح بيد الدولة بعد قصف البلدة.", "ASSAULT", ">civilians"),
    # A bomb is not what it hits; those in a car are.
    ("تبنى داعش تفجير سيارة مفخخة قرب المطار.", "ASSAULT", "islamic-state>civilians"),
    ("استهدفت القوات التركية سيارة وقتلت ثلاثة من عناصر قسد.", "ASSAULT", "turkish-forces>sdf"),
    # A lorry or a station is people's, and none of arms.
    ("احترقت شاحنة خضار.", "HARM", ">civilians"),
    ("احترقت شاحنة أسلحة.", "HARM", ">other"),
    ("دمرت الغارة محطة رادار.", "HARM", "*>other"),
    # Arrested for something: no mere civilians; kin and friends are somebody.
    ("ألقت القوات العراقية القبض على رجلين.", "COERCE", "iraqi-forces>other"),
    ("ألقت القوات العراقية القبض على شابين.", "COERCE", "iraqi-forces>civilians"),
    ("اعتقلت القوات العراقية شابين.", "COERCE", "iraqi-forces>civilians"),
    ("ألقت القوات العراقية القبض على فلاح.", "COERCE", "iraqi-forces>civilians"),
    ("ألقت القوات العراقية القبض على ثلاثة أطفال.", "COERCE", "iraqi-forces>civilians"),
    ("اعتقلت القوات العراقية والدته.", "COERCE", "iraqi-forces>other"),
    # Somebody told of by أنه is moved; the wounded is meant.
    ("رحبت فرنسا بالمبادرة المصرية.", "SUPPORT", "france>egypt"),
    ("رحبت فرنسا بالمبادرة الإنسانية.", "SUPPORT", "france>other"),
    ("أكدت مصادر محلية وصول رتل عسكري إلى البلدة.", "MOVE", "other>"),
    ("أصيب شاب في قصف تركي، وذكر مصدر أنه نقل إلى المستشفى.", "MOVE", ">civilians"),
    # Whoever is taken for an attack made it, not who takes him; nor who names him.
    ("أعلنت تركيا اعتقال المتورطين بالتفجير الذي استهدف الحافلة.", "ASSAULT", "other>other | * | *"),
    ("أعلنت تركيا اسمه كمتورط في قصف السوق.", "ASSAULT", "* | other>civilians"),
    ("أعلنت تركيا قصف مواقع داعش.", "ASSAULT", "turkey>islamic-state"),
    ("استمر تعذيبهم للأسرى.", "ASSAULT", "other>detainees"),
    ("استمر قصف مواقع داعش أياما.", "ASSAULT", ">islamic-state"),
    ("استمر قصف طائرات التحالف الدولي أياما.", "ASSAULT", "us-led-coalition>other"),
    # Against whom one prepares; who is taken somewhere or taken on.
    ("تستعد تركيا لهجوم واسع ضد تنظيم داعش.", "MOBILIZE", "turkey>islamic-state"),
    ("في السجن عناصر من تنظيم داعش من الذين نُقلوا من سوريا إلى العراق.", "MOVE", ">islamic-state"),
    ("يرى الباحث أن جهات خارجية تجندهم.", "MOBILIZE", "other>other"),
    ("اغتال مسلحون الطبيب.", "ASSAULT", "other>other"),
    # Who is faced does not face; a land is held where nothing behind it is.
    ("ناقش الوزراء سبل مواجهة تنظيم داعش.", "ASSAULT", "other>islamic-state"),
    ("اندلعت مواجهة بين قسد وداعش.", "ASSAULT", "sdf>islamic-state"),
    # An adjective of what "and" adds to who is fought is no object that he would fight.
    ("بحثت تركيا مكافحة داعش والعمليات الجارية في الرقة.", "ASSAULT", "turkey>islamic-state"),
    ("بحثت تركيا مكافحة داعش المدنيين في الرقة.", "ASSAULT", "islamic-state>civilians"),
    ("أدت الحرب إلى احتلال العراق.", "CONTROL", "other>"),
    ("أدت الحرب إلى احتلال تركيا مدينة حدودية.", "CONTROL", "turkey>"),
    # Who is charged with a deed or answers for it did it, not who fights or takes him.
    (
        "تستهدف تركيا تنظيم داعش المتهم بالوقوف وراء الهجوم.",
        "ASSAULT",
        "turkey>islamic-state | islamic-state>turkey | *",
    ),
    ("قصفت تركيا مواقع حزب العمال الكردستاني المسؤول عن تفجير أنقرة.", "ASSAULT", "* | pkk>civilians"),
    ("اعتقلت تركيا خمسة مسلحين متهمين بخطف مدنيين.", "ASSAULT", "other>civilians"),
    ("أعلنت تركيا اعتقال زوجته المسؤولة عن خطف المدنيين.", "ASSAULT", "other>civilians"),
    ("اعتقلت تركيا المتهمين بتنفيذ الهجوم.", "ASSAULT", "other>other"),
    ("اعتقلت تركيا المشتبه بهم في الهجوم.", "ASSAULT", "other>other"),
    # Whom a clause describes in which something is only said to be done suffers it by its pronoun.
    ("بلغ عدد المتسللين الذين تم القضاء عليهم أمس أربعة.", "ASSAULT", "other>other"),
    ("أفرجت تركيا عن الصحفيين الذين تم اعتقالهم في أنقرة.", "COERCE", "turkey>journalists"),
    ("عرضت تركيا عناصر داعش الذين جرى القبض عليهم.", "COERCE", "turkey>islamic-state"),
    ("زار الوزير التركي والد قيادي في حزب الله الذي تم اغتياله.", "ASSAULT", "other>hezbollah"),
    # Who plays a part in a deed does it; what part it is says nobody.
    ("نفذ الحوثيون تهديدهم ردا على دور القبائل في تحرير عدن.", "CONTROL", "other>"),
    ("أشاد الوزير التركي بدور التحالف الدولي في قصف داعش.", "ASSAULT", "us-led-coalition>islamic-state"),
    ("قامت جماعة حزب الله بدور بارز في قتال المتشددين.", "ASSAULT", "hezbollah>other"),
    # A pronoun behind a preposition means those whom it agrees with: no state is "them".
    (
        "قال الحوثيون إن السعودية حاصرتهم وإن القوات اليمنية أطلقت النار عليهم.",
        "ASSAULT",
        "yemeni-government>houthis",
    ),
    ("أعلنت تركيا أنه تم القضاء عليهم.", "ASSAULT", "other>other"),
    (
        "هاجم داعش تركيا وأطلق الجيش العراقي النار عليه.",
        "ASSAULT",
        "islamic-state>turkey | iraqi-forces>islamic-state",
    ),
    # Families are nobody's captives, and who holds one is named by no deed of those who set him free.
    ("تبرأ العديد من الأسر من تصرفات أبنائهم.", "COERCE", None),
    ("حاولت القوات التركية تحرير الطيار من آسريه.", "COERCE", None),
    ("أعلنت تركيا أسر جنديين من قوات النظام.", "COERCE", "turkey>syrian-government"),
    # Who causes deaths harms; a blaze is nobody.
    ("تسبب القصف التركي في مقتل مدنيين.", "HARM", "turkey>civilians"),
    ("تسبب الحريق في إصابة عاملين.", "HARM", "* | >civilians"),
    # Who stands behind an attack made it; behind leaders one stands by them, and a reason is nobody.
    ("قالت تركيا إن داعش يقف وراء الهجوم.", "ASSAULT", "islamic-state>turkey | *"),
    ("وقف أفراد المجتمع خلف القيادة.", "ASSAULT", None),
    ("لم تعرف الأسباب التي تقف وراء الحادث.", "ASSAULT", None),
    ("لم تعرف الأسباب التي تقف وراء انضمام الشباب إلى داعش.", "SUPPORT", None),
    # An evil is fought, and nobody: neither who is named behind it, nor the people that it befalls.
    ("دعت تركيا إلى محاربة الفساد في العراق.", "ASSAULT", None),
    ("أكد الوزير أهمية مكافحة المخدرات في العراق.", "ASSAULT", None),
    ("بحثت تركيا مكافحة تجنيد المدنيين في صفوف داعش.", "ASSAULT", None),
    ("شارك مكتب مكافحة الجريمة في المؤتمر.", "ASSAULT", None),
    ("بدأت تركيا محاربة كافة المجموعات المسلحة.", "ASSAULT", "turkey>other"),
    ("تحارب تركيا تنظيم داعش في سوريا.", "ASSAULT", "turkey>islamic-state"),
    # Two sides behind a comma; an arm of a body is that body.
    ("تجددت الاشتباكات بين قسد، وداعش.", "ASSAULT", "sdf>islamic-state"),
    ("خطفت قسد ذراع التحالف ثلاثة جنود أتراك.", "ASSAULT", "sdf>turkey"),
    # A verb's gender against its complementiser: the subject follows; whoever "it" is is said before.
    ("ذكر المرصد أنه قصفت القوات التركية مواقع قسد.", "ASSAULT", "turkish-forces>sdf"),
    ("ذكر المرصد أنها قصفت مواقع قسد.", "ASSAULT", "other>sdf"),
    # What "and" opens behind a verb is another clause; "among them" tells of no object.
    ("عشرون مقاتلا من قسد قتلوا ومئات جرحوا في القصف التركي.", "HARM", "turkey>sdf | turkey>sdf"),
    ("ذكر المرصد أن عشرين من عناصر داعش قتلوا بينهم نساء من قسد.", "HARM", "sdf>islamic-state"),
    # Who is named before his verb fell where it has no object.
    ("القيادي في تنظيم داعش رامي الحمود، قتل في غارة أميركية.", "HARM", "united-states>islamic-state"),
    ("القوات التركية قتلت ثلاثة من عناصر قسد.", "HARM", "turkish-forces>sdf"),
    # What a deed is for is not whom it befalls.
    ("شنت القوات التركية ضربات لمساعدة القوات العراقية.", "ASSAULT", "turkish-forces>other"),
    ("شنت القوات التركية ضربات للحوثيين.", "ASSAULT", "turkish-forces>houthis"),
    # A help is no aide.
    ("أعلنت السعودية خطة لمساعدة الحكومة العراقية.", "AID", "saudi-arabia>iraq"),
    # A deed that is condemned, also behind an aside; whose words are refused.
    ("دانت قطر، أمس، قصف القوات التركية سوقا شعبيا.", "ASSAULT", "turkish-forces>civilians"),
    ("رفضت قسد مقترحات تركيا.", "REJECT", "sdf>turkey"),
    ("رفضت قسد المشاركة في الحفل.", "REJECT", "sdf>"),
    # The ranks in which somebody fell; whose attack is repelled.
    ("سقط أربعة قتلى في صفوف القوات التركية.", "HARM", ">turkish-forces"),
    (
        "صدت القوات العراقية هجوما لتنظيم داعش.",
        "ASSAULT",
        "iraqi-forces>islamic-state | islamic-state>iraqi-forces",
    ),
    ("أحبطت القوات العراقية محاولة داعش التسلل.", "COERCE", "iraqi-forces>islamic-state"),
    ("تحدثت تركيا عن اعتداءات المستوطنين على البلدة.", "ASSAULT", "other>civilians"),
    # Bystanders: no army lays a bomb, no organisation kills; a raid told before may have killed.
    ("قصفت القوات التركية البلدة. وانفجرت سيارة مفخخة وقتل عشرة أشخاص.", "HARM", ">civilians"),
    ("قصفت القوات التركية البلدة. وقتل عشرة أشخاص.", "HARM", "turkish-forces>civilians"),
    ("نددت الأمم المتحدة بالقصف. وقتل عشرة أشخاص.", "HARM", ">civilians"),
    # A state is not many; a pronoun is said of whom it agrees with.
    ("تحدثت تركيا عن الحافلة وهاجموا القرية.", "ASSAULT", "other>civilians"),
    ("وصلت دورية للشرطة العراقية فهاجمها مسلحون.", "ASSAULT", "other>iraqi-forces"),
    ("راقبت تركيا الحوثيين ثم قصفها مسلحون.", "ASSAULT", "other>turkey"),
    # People of no party go on as subjects; what is suspicious threatens, nobody else.
    ("تمكن السائق من المراوغة وهرب من قسد.", "RETREAT", "other>"),
    ("رصدت قسد أنشطة مشبوهة تهدد الغابات.", "THREATEN", ">other"),
    # Words that are no others: the dead, campaigns from the air, strikes, captives that are counted.
    ("توفوا متأثرين بجروحهم.", "HARM", ">civilians"),
    ("بدأت تركيا حملة جوية ضد قسد.", "ASSAULT", "turkey>sdf"),
    ("هددت تركيا بضرب مواقع قسد.", "ASSAULT", "turkey>sdf"),
    ("أعلنت قسد أسر ستة من عناصر داعش.", "COERCE", "sdf>islamic-state"),
    ("شدد الوزير التركي على ضرورة وقف القتال.", "REQUEST", "turkey>other"),
    ("واصلت قسد محاربة الإرهاب.", "COERCE", "sdf>other"),
    ("فتشت الشرطة العراقية منازل البلدة.", "COERCE", "iraqi-forces>civilians"),
    ("بدأت القوات العراقية تمشيط المنطقة.", "ASSAULT", "iraqi-forces>other"),
    ("أذنت النيابة العمومية بالاحتفاظ بشاب.", "COERCE", "tunisia>civilians"),
    ("أذنت النيابة العمومية بالاحتفاظ برجل.", "COERCE", "tunisia>other"),
    # An act of terror is not done to a terrorist; an assassination is.
    ("تعرض المسجد لتفجير إرهابي.", "ASSAULT", "other>civilians"),
    ("وقع اغتيال إرهابي في المدينة.", "ASSAULT", "other>other"),
    # "And did not" opens a clause; those counted first are those named behind.
    (
        "هاجم داعش الجيش التركي ولم تقصف تركيا داعش.",
        "ASSAULT",
        "islamic-state>turkish-forces | turkey>islamic-state",
    ),
    ("وقع هجوم لداعش. وقتل 13 وأصيب 20 من عناصر قسد.", "HARM", "islamic-state>sdf | islamic-state>sdf"),
    # Who is able to do it; fighters are not whoever tells of them; rounds of strikes do nothing.
    ("تهدف الغارات إلى تقويض قدرة إيران على تهديد الملاحة.", "THREATEN", "iran>other"),
    ("هاجمت جبهة النصرة القرية وأعلنت أنها خطفت خمسة مقاتلين.", "ASSAULT", "hts>civilians | hts>other"),
    ("نفذت القوات التركية جولة جديدة من الضربات ضد قسد.", "ASSAULT", "turkish-forces>sdf"),
    # Those counted are members of whom the pronoun on their word means, also in a clause about them.
    ("أعلنت قسد مقتل عشرين من عناصرها.", "HARM", ">sdf"),
    ("هاجم داعش القوات التركية التي قتل نحو عشرين من عناصرها.", "HARM", "islamic-state>turkish-forces"),
    ("قتل عشرون من عناصر البلدية.", "HARM", ">other"),
    # What somebody admits is told of itself.
    ("اعترفت قسد بمقتل ثلاثة مقاتلين.", "HARM", ">sdf"),
    # A soldier by his nation fell, where the verb has no object.
    ("قتل جندي تركي في انفجار لغم.", "HARM", ">turkey"),
    ("قتل جندي تركي مسلحا.", "ASSAULT", "turkey>other"),
    # What belongs to somebody by a verb, and things whose nation stands behind those that "and" adds.
    ("هاجم مجهولون سيارات تعود لعناصر في قسد.", "ASSAULT", "unidentified-armed-group>sdf"),
    ("أسقطت القوات الأمريكية صواريخ باليستية وطائرات مسيرة إيرانية.", "ASSAULT", "us-forces>iran"),
    # Where he is who shells stands between him and what he shells.
    ("دان قصف النظام في حلب لمناطق سكنية.", "ASSAULT", "syrian-government>civilians"),
    # An atrocity is no charge; a charge befalls nobody.
    ("ارتكبت قسد جريمة جديدة بحق المدنيين.", "ASSAULT", "sdf>civilians"),
    # Who stands right before a verb of the present does it; a name in brackets is no object.
    ("المقاومة تدك قوات الاحتلال المتوغلة شرق المدينة.", "ASSAULT", "other>israeli-forces"),
    ("أسقطت قوات القيادة المركزية الأمريكية (سنتكوم) ثلاث طائرات مسيرة.", "ASSAULT", "us-forces>other"),
    # Who tries does it.
    ("جاء الرد على محاولات إيران شن هجمات.", "ASSAULT", "iran>other"),
    # Both genders are said of it.
    ("خطفت داعش عشرة رجال.", "ASSAULT", "islamic-state>civilians"),
    # Shells fall and people are murdered by nobody that need be named; who shelled is somebody.
    ("وقع قصف على البلدة ليلا.", "ASSAULT", ">civilians"),
    ("قصفوا البلدة ليلا.", "ASSAULT", "other>civilians"),
    # What an attack that is the subject hits, also behind its adjective; whose the place is.
    (
        "استهدف هجوم عنيف مقر الأمم المتحدة في المدينة.",
        "ASSAULT",
        "other>united-nations | other>united-nations",
    ),
    ("ضرب انفجار قوي معسكرا للقوات التركية.", "ASSAULT", "other>turkish-forces | >turkish-forces"),
    ("وطال القصف مستودعا للقوات التركية.", "ASSAULT", ">turkish-forces"),
    ("سقطت قذائف على مقر السفارة الروسية.", "ASSAULT", ">russia"),
    ("انفجرت عبوة ناسفة بدورية للقوات التركية.", "ASSAULT", ">turkish-forces"),
    ("انفجر لغم في رتل للقوات التركية.", "ASSAULT", ">turkish-forces"),
    ("نجا وزير الدفاع التركي من محاولة اغتيال.", "ASSAULT", "other>turkey | *"),
    (
        "شنت الطائرات الأمريكية غارات مستهدفة مواقع داعش.",
        "ASSAULT",
        "us-forces>islamic-state | us-forces>islamic-state",
    ),
    (
        "أسقطت الدفاعات السعودية صاروخا أطلقه الحوثيون.",
        "ASSAULT",
        "saudi-forces>houthis | houthis>saudi-arabia",
    ),
    # What a strike or a weapon hits is no genitive of it.
    ("استهدفت ضربة مقر قسد.", "ASSAULT", ">sdf | >sdf"),
    ("طالت غارات مقرات داعش.", "ASSAULT", ">islamic-state"),
    ("ضرب انفجار مقر الشرطة العراقية.", "ASSAULT", "other>iraqi-forces | >iraqi-forces"),
    ("قصفت طائرات حربية تركية أهدافا لتنظيم داعش.", "ASSAULT", "turkey>islamic-state"),
    ("قصفت طائرات حربية تركية مواقع لتنظيم داعش.", "ASSAULT", "turkey>islamic-state"),
    ("استمر قصف مقر الشرطة العراقية.", "ASSAULT", ">iraqi-forces"),
    # Nationals are people, soldiers are their state's; a nation behind a death is no doer.
    ("أصيب خمسة عراقيين بانفجار عبوة.", "HARM", ">civilians"),
    ("داعش يعدم عشرة أفغان.", "ASSAULT", "islamic-state>civilians"),
    ("مقذوف حوثي يقتل يمنيا.", "HARM", "houthis>civilians"),
    ("مقتل عراقي في انفجار.", "HARM", ">civilians"),
    ("مقتل خمسة جنود عراقيين في انفجار.", "HARM", ">iraq"),
    ("مقتل خمسة حوثيين في انفجار.", "HARM", ">houthis"),
    # A raid kills people, who are no genitive of it; members by ب, and behind an adjective.
    ("قتلت غارة أمريكية قياديا بتنظيم القاعدة.", "HARM", "united-states>al-qaeda"),
    ("قتلت غارة قياديا ميدانيا كبيرا بتنظيم القاعدة.", "HARM", ">al-qaeda"),
    (
        "هاجم مجهولون سيارات تعود لعناصر في حركتي «حماس» و«الجهاد الإسلامي».",
        "ASSAULT",
        "unidentified-armed-group>hamas palestinian-islamic-jihad",
    ),
    ("هاجم مجهولون سيارات تابعة لعناصر في قسد.", "ASSAULT", "unidentified-armed-group>sdf"),
    ("أوقفت الشرطة التركية 320 شخصا من المنتمين إلى تنظيم داعش.", "COERCE", "turkey>islamic-state"),
    # Who is against a party is not of it.
    ("سيطر مسلحون مناهضون للحوثيين على البلدة.", "CONTROL", "other>"),
    ("سيطر مسلحون تابعون للحوثيين على البلدة.", "CONTROL", "houthis>"),
    # Forces hold a place and are not held; in whose hands it fell.
    ("سيطرت قوة عسكرية تابعة للجيش العراقي على البلدة.", "CONTROL", "iraqi-forces>"),
    ("سقطت القاعدة أمس في أيدي الحوثيين.", "CONTROL", "houthis>"),
    ("نفى سقوط أي موقع في يد داعش.", "CONTROL", "islamic-state>"),
    # An official is murdered by those who murder; a state by its name murders.
    ("اغتيال المرشد الإيراني علي خامنئي.", "ASSAULT", "other>iran"),
    ("اغتيال إسرائيل قياديا في حماس.", "ASSAULT", "israel>hamas"),
    # "And" apart from its word joins as well.
    ("اندلعت اشتباكات بين قسد و داعش.", "ASSAULT", "sdf>islamic-state"),
    ("ناقش الوزراء سبل مواجهة تنظيمي «داعش» و«النصرة».", "ASSAULT", "other>islamic-state hts"),
    # What is destroyed beside those who fall is theirs.
    (
        "أعلن الجيش العراقي مقتل 52 عنصرا من داعش وتدمير تسعة مستودعات.",
        "HARM",
        "iraqi-forces>islamic-state | iraqi-forces>islamic-state",
    ),
    ("أسفر القصف عن مقتل خمسة مدنيين وتدمير تسعة مستودعات.", "HARM", ">civilians | >other"),
    ("استهدفت الغارات مقرات الحشد الشعبي ما أسفر عن أضرار مادية.", "HARM", ">pmf"),
    # Kin of somebody are not he.
    ("اعتقلت الشرطة التركية شقيق زعيم داعش.", "COERCE", "turkey>other"),
    ("مقتل نجل الرئيس اليمني في صنعاء.", "HARM", ">other"),
    ("مقتل قائد الحرس الثوري في دمشق.", "HARM", ">irgc"),
    # "Another" is of those before; a fight after several deaths names who did them.
    (
        "قال الوزير إن جنديا تركيا قتل وأصيب آخر في اشتباكات مع تنظيم داعش.",
        "HARM",
        "islamic-state>turkey | islamic-state>turkey",
    ),
    ("وقتل عسكري تركي قرب كيليس في صدام مسلح مع تنظيم داعش.", "HARM", "islamic-state>turkey"),
    # Where the other side is joined far behind; whose the advance is.
    (
        "اندلعت اشتباكات بين قوات موالية للحكومة الليبية المعترف بها دوليا وجماعات مسلحة.",
        "ASSAULT",
        "libyan-government>other",
    ),
    ("تقدم للجيش العراقي جنوب الرمادي.", "MOVE", "iraqi-forces>"),
    # Who follows a verb that takes up what stands before did it.
    ("انفجرت عبوات زرعها الحوثيون في الطريق.", "ASSAULT", "houthis>civilians | houthis>other"),
    ("قال المسؤول إن مدنيين قتلوا في انفجار ألغام أرضية تركها الحوثيون.", "HARM", ">civilians"),
    ("خطف داعش ثلاثة عمال أفارقة أحدهم مصري.", "ASSAULT", "islamic-state>civilians"),
    # With whom somebody meets by "and", and by ب.
    ("ولي العهد السعودي يبحث والرئيس الفرنسي العلاقات الثنائية.", "CONSULT", "saudi-arabia>france"),
    ("بحث الرئيس التركي ونظيره الروسي الأزمة السورية.", "CONSULT", "turkey>russia"),
    ("أجرى الرئيس التركي اتصالا هاتفيا بالرئيس الروسي.", "CONSULT", "turkey>russia"),
    ("ناقش البرلمان التونسي القانون.", "CONSULT", "tunisia>"),
    # What من governs behind "managed to" is no owner; by whom somebody was asked is not said.
    ("تمكنت القوات من اعتقال قيادي حوثي.", "COERCE", "other>houthis"),
    ("تمت مطالبة النظام السعودي بتنفيذ الاتفاق.", "REQUEST", "other>saudi-arabia"),
    # A siege is of an enemy.
    ("قصف داعش القوات العراقية. وفرضت القوات العراقية حصارا خانقا.", "COERCE", "iraqi-forces>islamic-state"),
    # Nobody frees a place from himself.
    ("طالب داعش بتحرير مناطقهم من داعش.", "CONTROL", "other>islamic-state"),
    # Who goes takes no object.
    ("اكتب رأيك تقدمت قوات الجيش العراقي باتجاه البلدة.", "MOVE", "iraqi-forces>"),
    # Whose fire it was; who threw what exploded did it and hurt people.
    ("أصيب ثلاثة مدنيين برصاص مسلحين.", "HARM", "other>civilians"),
    ("أصيب ثلاثة مدنيين برصاص طائش.", "HARM", ">civilians"),
    ("إصابة رجل بانفجار قنبلة يدوية ألقاها مسلحون مجهولون.", "HARM", "unidentified-armed-group>civilians"),
    ("قضى 12 مقاتلا من قسد خلال المعارك مع داعش.", "HARM", "islamic-state>sdf"),
    # Whose planes carried out a raid, by a pronoun on them.
    ("أعلنت روسيا مقتل عشرة مسلحين في غارات شنتها طائراتها.", "ASSAULT", "russia>other"),
    ("أعلنت روسيا مقتل عشرة مسلحين في غارات شنتها طائرات مجهولة.", "ASSAULT", "other>other"),
    # Journalists and rescuers are no mere civilians.
    ("اختطف الحوثيون 25 صحفيا.", "ASSAULT", "houthis>journalists"),
    ("قتلت غارة مسعفين اثنين.", "HARM", ">medical-staff"),
    # Who is taken on suspicion is no mere civilian.
    ("اعتقلت الشرطة التركية ثلاثة أشخاص يشتبه في مشاركتهم في الهجوم.", "COERCE", "turkey>other"),
    ("ضبطت القوات العراقية 25 شخصا من الهاربين.", "COERCE", "iraqi-forces>other"),
    ("اعتقلت الشرطة التركية خمسة أشخاص ممنوعين من السفر.", "COERCE", "turkey>other"),
    ("اعتقلت الشرطة التركية 12 شخصا فارغي اليدين.", "COERCE", "turkey>other"),
    ("أسرت القوات العراقية خمسة عناصر معارضة من حركة أحرار الشام.", "COERCE", "iraqi-forces>ahrar-al-sham"),
    ("اعتقلت الشرطة التركية عشرات الأشخاص خلال الاحتجاجات.", "COERCE", "turkey>civilians"),
    # People of no side fell in a fight of two: to either of them, so to nobody who could be named.
    ("قتل خمسة أشخاص في اشتباكات بين قسد وداعش.", "HARM", ">"),
    ("قتل خمسة أشخاص وأصيب ستة في اشتباكات بين قسد وداعش.", "HARM", "> | >"),
    ("قتل خمسة أطفال في اشتباكات بين قسد وداعش.", "HARM", ">civilians"),
    ("قتل خمسة أشخاص في انفجار.", "HARM", ">civilians"),
    ("قتل خمسة من عناصر داعش في اشتباكات مع قسد.", "HARM", "sdf>islamic-state"),
    # By what somebody died is no part of his name; how he died is nobody.
    ("مقتل قيادي في حزب الله بغارة إسرائيلية.", "HARM", "israel>hezbollah"),
    ("قتل القيادي في داعش سالم الورد برصاص قوات قسد.", "HARM", "sdf>islamic-state"),
    ("توفي الحارس متأثرا بجروحه.", "HARM", ">other"),
    # A plural verb goes on with people in the plural; people in the accusative are whom it befalls.
    ("وقال إن القرية تحت سيطرة الحوثيين، وأنهم قتلوا عشرين مدنيا.", "HARM", "houthis>civilians"),
    ("تحالف الشيخ مع المسلحين الحوثيين، وقد شنوا هجوما على قسد.", "ASSAULT", "houthis>sdf"),
    ("دهس سائق جنودا إسرائيليين.", "ASSAULT", "other>israel"),
    # The pronoun on a deed is who does it where its object follows, and no adjective, time or complement.
    ("واصلت قسد هجومها على داعش بقتلها أمس هذا القيادي.", "HARM", "sdf>islamic-state"),
    ("أدانت تركيا قسد بعد استهدافها عربات لداعش.", "ASSAULT", "sdf>islamic-state"),
    ("أدانت تركيا داعش لقتله المدنيين.", "HARM", "islamic-state>civilians"),
    ("أدانت تركيا قسد بعد استهدافها المتكرر.", "ASSAULT", "other>sdf"),
    ("أدانت تركيا قسد بعد استهدافها العام الماضي.", "ASSAULT", "other>sdf"),
    ("أدانت تركيا قسد بعد احتجازهم كرهائن.", "ASSAULT", "other>sdf"),
    ("أدانت تركيا داعش بعد استهدافه كنيسة.", "ASSAULT", "islamic-state>civilians"),
    # Those many who do it are no state.
    ("نددت تركيا بالتطرف بعد استهدافهم المساجد.", "ASSAULT", "other>civilians"),
    # Nobody who deals with shells makes them fall; a people may be many.
    ("باشرت القوات العراقية بلاغا عن سقوط قذيفة على البلدة.", "ASSAULT", ">civilians"),
    ("تحدث الإيرانيون عن التطرف وبرروا قتلهم المدنيين.", "HARM", "iran>civilians"),
    # Another country is another matter, but one where somebody goes on.
    ("قصفت القوات التركية البلدة. وفي العراق، قتل عشرة أشخاص.", "HARM", ">civilians"),
    ("قصفت القوات التركية البلدة. وفي العراق قتلت عشرة أشخاص.", "HARM", "turkish-forces>civilians"),
    # An attack is his on whom a clause behind lays it, and who takes it up.
    ("قتل عشرة أشخاص في تفجير ألقيت المسؤولية فيه على داعش.", "HARM", "islamic-state>civilians"),
    ("استهدف السوق هجوم نسبته الشرطة إلى داعش.", "ASSAULT", ">civilians | islamic-state>civilians"),
    (
        "بعد الهجومين اللذين أوقعا عشرات القتلى وقد تبناهما داعش.",
        "ASSAULT",
        "islamic-state>civilians | islamic-state>civilians",
    ),
    ("ألقيت المسؤولية على داعش. ووقع تفجير في السوق.", "ASSAULT", ">civilians"),
    # An attack by two nations, also behind a dash; a fight with two is of one with the other.
    ("أدانت قسد الهجوم الأمريكي - الإسرائيلي على إيران.", "ASSAULT", "united-states israel>iran"),
    ("استمرت الغارات الجوية الروسية أو التركية على البلدة.", "ASSAULT", "russia turkey>civilians"),
    ("وقع عدوان أمريكي سعودي على البلدة.", "ASSAULT", "united-states saudi-arabia>civilians"),
    ("اندلعت مواجهات تركية إيرانية في البلدة.", "ASSAULT", "turkey>other"),
    ("اندلعت مواجهات تركية - والبلدة هادئة.", "ASSAULT", "turkey>other"),
    # What it is believed to be describes a deed or a weapon; not what somebody is believed to have done.
    ("قتل خمسة في غارة لطائرة بدون طيار يرجح أنها أمريكية.", "HARM", "united-states>civilians"),
    ("استهدفت طائرات حربية يعتقد أنها روسية مستشفى في البلدة.", "ASSAULT", "russia>civilians"),
    ("وقع هجوم يشتبه في أنه انتحاري على السوق.", "ASSAULT", "other>civilians"),
    # Who fell in a fight fell to the other side, also far behind, and to whom the fight is said to be with.
    (
        "قتل خمسة من عناصر قسد على الأقل وأصيب ثمانية في المعارك مع داعش.",
        "HARM",
        "islamic-state>sdf | islamic-state>sdf",
    ),
    ("أصيب قائد لواء كبير في المعارك ضد داعش.", "HARM", "islamic-state>other"),
    ("قتل مدنيون في المعارك ضد داعش.", "HARM", ">civilians"),
    ("قتل خمسة من عناصر قسد أمس، فيما اندلعت معارك مع داعش.", "HARM", ">sdf"),
    # Whose operation it was that somebody fell in; whose ambush, and for whom one is laid.
    ("قتل القيادي في عملية نادرة قامت بها وحدة من القوات الأمريكية.", "HARM", "us-forces>other"),
    ("قتل القيادي في عملية للقوات الأمريكية.", "HARM", "us-forces>other"),
    ("قتل القيادي في عملية عسكرية ضد القوات الأمريكية.", "HARM", ">other"),
    ("قتل خمسة جنود في كمين لتنظيم داعش.", "ASSAULT", "islamic-state>other"),
    ("قتل خمسة جنود في كمين نصبه داعش للقوات العراقية.", "ASSAULT", "islamic-state>iraqi-forces"),
    ("نصبت قسد كمينا لتنظيم داعش.", "ASSAULT", "sdf>islamic-state"),
    ("قتل عشرة أشخاص في غارات قامت بها القوات الأمريكية على البلدة.", "ASSAULT", "us-forces>civilians"),
    (
        "هاجم داعش عددا من الكمائن للجيش التركي.",
        "ASSAULT",
        "islamic-state>turkey | islamic-state>turkish-forces",
    ),
    # A unit's number parts it not from whose it is; where a place lies is nobody.
    ("قصف اللواء 30 التابع لتنظيم داعش مواقع قسد.", "ASSAULT", "islamic-state>sdf"),
    ("سيطر اللواء السابع التابع للحرس الرئاسي في حكومة الوفاق على المطار.", "CONTROL", "libyan-government>"),
    ("قتل أربعة أشخاص في تفجير في بلدة مندلي القريبة من الحدود.", "HARM", ">civilians"),
    ("هاجمت قسد داعش، وقد سيطرت أيضا على بلدة تل أبيض التابعة للمحافظة.", "CONTROL", "sdf>islamic-state"),
    # "By" behind a participle is of that: who is backed by somebody acts himself.
    ("استعادت القوات العراقية المدعومة من قبل إيران بلدة الحويجة.", "CONTROL", "iraqi-forces>"),
    ("قتلت القوات العراقية المدعومة من قبل إيران مسلحا.", "ASSAULT", "iraqi-forces>other"),
    ("قتل الشاب في المدينة من قبل القوات التركية.", "HARM", "turkish-forces>civilians"),
    ("استمر الحظر المفروض من قبل روسيا على تركيا.", "COERCE", "russia>turkey"),
    # A noun that completes the verb does nothing: who was told of before does it; a passive is nobody's.
    ("هاجمت القوات التركية البلدة وفرضت طوقا عليها.", "COERCE", "turkish-forces>other"),
    ("أحرزت القوات التركية مكاسب أمس، إذ استعادت السيطرة على مدينة تل أبيض.", "CONTROL", "turkish-forces>"),
    ("أطلق سراح صحفي في القرية.", "CONCEDE", "other>other"),
    ("اعتقلت القوات التركية امرأة وأطلق سراح أخرى.", "CONCEDE", "other>other"),
    ("دخل الجيش التركي البلدة وفرض حصارا عليها.", "COERCE", "turkish-forces>other"),
    # "Since she", which no phrase holds: whom it means does what follows.
    ("رحبت قطر بأي اتفاق مع إيران، لكونها تدعم الحوثيين.", "SUPPORT", "qatar>iran | iran>houthis"),
    ("أدانت قطر داعش كونه يهاجم تركيا.", "ASSAULT", "islamic-state>turkey"),
    # What stands behind a written-on preposition is where it happens, and not whom it befalls.
    ("ذكرت تقارير أن جنديا قتل في إقليم ماردين بجنوب شرق البلاد.", "HARM", ">other"),
    ("ذكرت تقارير أن شابا قتل بولاية سرت.", "HARM", ">civilians"),
    ("هاجم داعش البلدة بعد أن سيطر على المناطق المحيطة بهذه القاعدة.", "CONTROL", "islamic-state>"),
    ("قتل داعش بعض الجنود.", "ASSAULT", "islamic-state>other"),
    # A colleague by his nation is the other side of whom "between" names.
    ("عقد اجتماع بين الرئيس التركي ونظيره الإيراني في أنقرة.", "CONSULT", "turkey>iran"),
    ("عقد لقاء بين وزير الخارجية التركي ونظيريه الروسي والإيراني.", "CONSULT", "turkey>russia iran"),
    # The two before a verb for two are its subject together; one before his own verb is not of a list.
    ("أكد الوزير أن تركيا وإيران اتفقتا على وقف القتال.", "AGREE", "turkey iran>turkey iran"),
    ("قال الوزير إن القوات العراقية والبيشمركة يتقدمان نحو البلدة.", "MOVE", "iraqi-forces peshmerga>"),
    ("شنت قسد هجوما على داعش والبيشمركة تتقدم نحو البلدة.", "MOVE", "peshmerga>"),
    # A state takes people; its officers and men are taken, unless their own object follows.
    ("فشل الحوثيون في اعتقال الرئيس التركي.", "COERCE", "houthis>turkey"),
    ("جرى خطف جنود أتراك في البلدة.", "ASSAULT", "other>turkey"),
    ("أدت قضية اعتقال تركيا إلى أزمة.", "COERCE", "turkey>other"),
    ("أدى خطف جنود أتراك مدنيين إلى أزمة.", "ASSAULT", "turkey>civilians"),
    # Who holds an office and bears a name is one: neither greets the other.
    ("استقبل الرئيس رجب طيب أردوغان الوزير الإيراني.", "CONSULT", "turkey>iran"),
    ("دعا الرئيس عبد الفتاح السيسي إيران إلى وقف القتال.", "REQUEST", "egypt>iran"),
    ("دعا الإمام الله أن يرحم الموتى.", "REQUEST", None),
]


@pytest.mark.parametrize(("text", "kind", "expected"), ROWS)
def test_who_does_it_to_whom(text: str, kind: str, expected: str | None) -> None:
    if expected is None:
        assert all(claim.event.type != kind for claim in riwaya.read(text).claims)
        return
    assert takes_part(riwaya.read(text), kind, expected)
