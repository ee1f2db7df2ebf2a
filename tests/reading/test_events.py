"""Claims from sentences: type, who, whom, how sure, at which word."""

import pytest

from reading.claimcase import Said, claims_of, lexicons, prepare, shown
from riwaya.model import Measure, Span
from riwaya.reading.draft import ClaimDraft
from riwaya.reading.events.events import find_claims
from riwaya.text import analyse

#: A count as written, its measure and its number.
Count = tuple[str, Measure, int]

#: Sentence, and a claim that must be among those read from it: type agent>patient factuality anchor.
EVENTS = [
    (
        "القوات الروسية تحمي التنظيم في البادية والتحالف الدولي يراقب",
        "MONITOR us-led-coalition>other CT+ يراقب",
    ),
    ("نفذت قسد غارات على مقرات لتنظيم الدولة", "ASSAULT sdf>islamic-state CT+ غارات"),
    ("هجمات شنها تنظيم الدولة على قوات النظام", "ASSAULT islamic-state>syrian-army CT+ هجمات"),
    ("بعد غارات على البلدة نفذتها طائرات روسية", "ASSAULT russian-forces>civilians CT+ غارات"),
    ("قتل تنظيم الدولة ثلاثة جنود أتراك في هجوم على حاجز", "ASSAULT islamic-state>other CT+ هجوم"),
    ("قصفت قوات النظام سوقا شعبيا", "ASSAULT syrian-army>civilians CT+ قصفت"),
    ("القصف الجوي على المدينة مستمر", "ASSAULT ->other CT+ القصف"),
    ("مقتل مدنيين برصاص تنظيم الدولة", "HARM islamic-state>civilians CT+ مقتل"),
    # an attack told of in a clause without a relative pronoun; who is hit is not who attacks
    ("مقتل جنود من قسد في هجوم استهدف القوات الروسية", "ASSAULT ->russian-forces CT+ استهدف"),
    ("هجمات قرب البلدة استهدفت الجيش التركي ومركزا للشرطة", "ASSAULT ->turkish-forces CT+ استهدفت"),
    ("الجيش التركي في هجوم مباغت استهدف قسد", "ASSAULT turkish-forces>sdf CT+ استهدف"),
    ("استهدفت غارات شنها الطيران الروسي قسد", "ASSAULT russian-forces>other CT+ استهدفت"),
    # gender and number show who is the object of a verb whose subject is left out
    ("التقت قسد روسيا وهاجمت الجيش التركي", "ASSAULT sdf>turkish-forces CT+ وهاجمت"),
    ("هاجم القوات الروسية عند الفجر", "ASSAULT other>russian-forces CT+ هاجم"),
    ("هاجم الحوثيون القوات الروسية", "ASSAULT houthis>russian-forces CT+ هاجم"),
    ("القرى تهاجمها داعش ليلا", "ASSAULT islamic-state>civilians CT+ تهاجمها"),
    ("أكد مجلس الأمن تضامنه مع تركيا في هجومها على قسد", "ASSAULT turkey>sdf CT+ هجومها"),
    # a clause goes on behind a comma; members of a body are the body's
    ("اجتمع مجلس الأمن، أمس، مع الأمم المتحدة", "CONSULT un-security-council>united-nations CT+ اجتمع"),
    ("قصف الجيش التركي شخصيات بارزة في قسد", "ASSAULT turkish-forces>sdf CT+ قصف"),
    ("قصفت القوات الروسية مخازن للأسلحة لتنظيم الدولة", "ASSAULT russian-forces>islamic-state CT+ قصفت"),
    ("خاضت قسد اشتباكات مع المقاتلين الحوثيين", "ASSAULT sdf>houthis CT+ اشتباكات"),
    ("مقتل رامي الحمود، أحد قادة داعش، قرب البلدة", "HARM ->islamic-state CT+ مقتل"),
    ("قتل مدنيين اثنين في قصف لقوات النظام", "HARM syrian-army>civilians CT+ قتل"),
    ("اعتقلت قسد شابا بتهمة التعاون مع تركيا", "COOPERATE other>turkey CT+ التعاون"),
    ("اختطفت قسد طفلا في البلدة", "ASSAULT sdf>civilians CT+ اختطفت"),
    ("تنتشر فيهما قوات النظام", "PRESENCE syrian-army>- CT+ تنتشر"),
    ("أسقطت قسد طائرة مسيرة لتركيا", "ASSAULT sdf>turkey CT+ أسقطت"),
    ("صد تنظيم الدولة هجوما واسعا", "ASSAULT islamic-state>other CT+ صد"),
    ("تقوم روسيا بإيواء خلايا لتنظيم الدولة", "SHELTER russia>islamic-state CT+ بإيواء"),
    ("طالب وزير الدولة المجاورة بالرد", "REQUEST other>other CT+ طالب"),
    ("دمرت طائرات روسية مواقع تابعة لتنظيم الدولة", "HARM russian-forces>islamic-state CT+ دمرت"),
    ("قصف الطيران الروسي بلدة زردنا بالصواريخ", "ASSAULT russian-forces>civilians CT+ قصف"),
    ("الطيران الروسي قصف مواقع تنظيم الدولة في البادية", "ASSAULT russian-forces>islamic-state CT+ قصف"),
    ("استهدف الجيش التركي مواقع قسد قرب الحدود", "ASSAULT turkish-forces>sdf CT+ استهدف"),
    ("شن تنظيم الدولة هجوما على قوات النظام", "ASSAULT islamic-state>syrian-army CT+ هجوما"),
    ("تعرضت قوات النظام لهجوم من قبل تنظيم الدولة", "ASSAULT islamic-state>syrian-army CT+ تعرضت"),
    ("خطف تنظيم الدولة مدنيين من القرية", "ASSAULT islamic-state>civilians CT+ خطف"),
    ("قام تنظيم الدولة بخطف مدنيين من القرية", "ASSAULT islamic-state>civilians CT+ بخطف"),
    ("نفذت القوات الروسية غارات على مواقع التنظيم", "ASSAULT russian-forces>islamic-state CT+ غارات"),
    ("الغارات الروسية على أطراف المدينة متواصلة", "ASSAULT russia>civilians CT+ الغارات"),
    (
        "اندلعت اشتباكات بين قوات النظام وتنظيم الدولة",
        "ASSAULT syrian-army>islamic-state CT+ اندلعت اشتباكات",
    ),
    ("اغتيل قيادي في المدينة على يد تنظيم الدولة", "ASSAULT islamic-state>other CT+ اغتيل"),
    ("أعدم تنظيم الدولة ثلاثة مدنيين", "ASSAULT islamic-state>civilians CT+ أعدم"),
    ("اقتحمت قوات النظام بلدة صغيرة", "ASSAULT syrian-army>civilians CT+ اقتحمت"),
    ("القوات التي هاجمت تركيا انسحبت", "ASSAULT other>turkey CT+ هاجمت"),
    ("المواقع التي قصفها الطيران الروسي مهجورة", "ASSAULT russian-forces>other CT+ قصفها"),
    ("اعتقلت قوات النظام مدنيين عند الحاجز", "COERCE syrian-army>civilians CT+ اعتقلت"),
    ("اعتقال قوات النظام مدنيين عند الحاجز", "COERCE syrian-army>civilians CT+ اعتقال"),
    ("حاصرت قوات النظام المدنيين في الحي", "COERCE syrian-army>civilians CT+ حاصرت"),
    ("منعت قسد المدنيين من المغادرة", "COERCE sdf>civilians CT+ منعت"),
    ("ألقت قوات النظام القبض على شخص", "COERCE syrian-army>other CT+ ألقت"),
    ("سيطرت قسد على القرية", "CONTROL sdf>- CT+ سيطرت"),
    ("بعد استيلاء تنظيم الدولة على البلدة", "CONTROL islamic-state>- CT+ استيلاء"),
    ("المنطقة الخاضعة لسيطرة قوات النظام", "CONTROL syrian-army>- CT+ الخاضعة"),
    ("المنطقة التي تسيطر عليها قسد بعيدة", "CONTROL sdf>- CT+ تسيطر"),
    (
        "استعادت قوات النظام السيطرة على البلدة من تنظيم الدولة",
        "CONTROL syrian-army>islamic-state CT+ استعادت",
    ),
    ("يتمركز تنظيم الدولة في وادي البادية", "PRESENCE islamic-state>- CT+ يتمركز"),
    ("تنتشر قوات النظام في المنطقة", "PRESENCE syrian-army>- CT+ تنتشر"),
    ("انسحب تنظيم الدولة من البلدة", "RETREAT islamic-state>- CT+ انسحب"),
    ("انسحاب القوات الروسية من القاعدة", "RETREAT russian-forces>- CT+ انسحاب"),
    ("أفرجت قسد عن مدنيين", "CONCEDE sdf>civilians CT+ أفرجت"),
    ("وصلت القوات الروسية إلى القاعدة", "MOVE russian-forces>- CT+ وصلت"),
    ("أرسلت تركيا تعزيزات إلى الحدود", "MOBILIZE turkey>- CT+ أرسلت"),
    ("حشدت قوات النظام قوات كبيرة", "MOBILIZE syrian-army>- CT+ حشدت"),
    ("تراقب القوات الروسية مواقع قسد", "MONITOR russian-forces>sdf CT+ تراقب"),
    ("سهلت روسيا وصول تنظيم الدولة إلى المنطقة", "SHELTER russia>islamic-state CT+ سهلت"),
    ("التقى وفد من تركيا مسؤولين في موسكو", "CONSULT turkey>other CT+ التقى"),
    ("محادثات بين تركيا وروسيا حول الممرات", "CONSULT turkey>russia CT+ محادثات"),
    ("اتفقت تركيا مع روسيا على هدنة", "AGREE turkey>russia CT+ اتفقت"),
    ("تعاونت قسد مع التحالف الدولي في العملية", "COOPERATE sdf>us-led-coalition CT+ تعاونت"),
    ("دعمت تركيا الفصائل المحلية", "SUPPORT turkey>other CT+ دعمت"),
    ("قدمت الأمم المتحدة مساعدات للنازحين", "AID united-nations>civilians CT+ قدمت"),
    ("فرض مجلس الأمن عقوبات على الحوثيين", "SANCTION un-security-council>houthis CT+ عقوبات"),
    ("تظاهر الأهالي ضد قسد", "PROTEST civilians>sdf CT+ تظاهر"),
    ("هددت تركيا قسد بعملية جديدة", "THREATEN turkey>sdf CT+ هددت"),
    ("أدانت الأمم المتحدة الهجوم", "ACCUSE united-nations>other CT+ أدانت"),
    ("دمرت الغارات مبنى سكنيا", "HARM ->other CT+ دمرت"),
    ("أسفر القصف عن مقتل طفلين", "HARM ->civilians CT+ مقتل"),
    ("زار وزير من تركيا موسكو أمس", "CONSULT turkey>russia CT+ زار"),
    # Both sides of بين, also with من جهة and where only one is listed; without it the members are halved.
    (
        "اندلعت معارك بين قسد وقوات النظام من جهة، والحوثيين من جهة أخرى",
        "ASSAULT sdf+syrian-army>houthis CT+ اندلعت معارك",
    ),
    (
        "اندلعت معارك بين قسد من جهة وبين داعش وقوات النظام",
        "ASSAULT sdf>islamic-state+syrian-army CT+ اندلعت معارك",
    ),
    ("اندلعت مواجهات بين رجال القبائل وداعش", "ASSAULT other>islamic-state CT+ اندلعت مواجهات"),
    ("معارك عنيفة دارت أمس بين قسد وداعش", "ASSAULT sdf>islamic-state CT+ معارك"),
    # ل behind an attack names fighters or weapons that made it, else what was hit.
    ("غارة لطائرات التحالف الدولي على مواقع داعش", "ASSAULT us-led-coalition>islamic-state CT+ غارة"),
    ("صدت قسد هجوما لمسلحي داعش", "ASSAULT islamic-state>sdf CT+ هجوما"),
    ("صدت قسد هجوما لمسلحي داعش", "ASSAULT sdf>islamic-state CT+ صدت"),
    # A bare genitive of backing is who is backed; with ب it is who backs.
    ("تواصل روسيا دعم قوات النظام", "SUPPORT russia>syrian-army CT+ دعم"),
    ("دعم روسيا لقوات النظام متواصل", "SUPPORT russia>syrian-army CT+ دعم"),
    ("تقدمت قوات النظام بدعم روسيا", "SUPPORT russia>syrian-army CT+ بدعم"),
    # Whose man somebody is, said behind his name.
    ("مقتل صالح المحمد، أحد عناصر داعش، أمس", "HARM ->islamic-state CT+ مقتل"),
    ("مقتل صالح المحمد، وانسحاب داعش من البلدة", "HARM ->other CT+ مقتل"),
    ("قتل اثنان من المتشددين", "HARM ->other CT+ قتل"),
    ("سيطرت قسد على البلدة بعد معارك مع داعش", "ASSAULT sdf>islamic-state CT+ معارك"),
    # A colleague is told by his nationality alone.
    ("بحثت روسيا مع نظيرتها التركية التعاون", "CONSULT russia>turkey CT+ بحثت"),
    # Behind one verb of blame another has its subject; a deed blames nobody.
    ("أدانت روسيا وتستنكر العدوان", "ACCUSE russia>other CT+ وتستنكر"),
    ("استهدفت طائرة مسيرة مخيما", "ASSAULT ->civilians CT+ استهدفت"),
    ("رفضت تركيا طلب روسيا", "REJECT turkey>- CT+ رفضت"),
    ("طالبت الأمم المتحدة قوات النظام بوقف القصف", "REQUEST united-nations>syrian-army CT+ طالبت"),
    ("اتهمت تركيا قسد بخطف مدنيين", "ACCUSE turkey>sdf CT+ اتهمت"),
    ("اتهمت تركيا قسد بخطف مدنيين", "ASSAULT sdf>civilians CT+ بخطف"),
    ("استجابت قوات النظام لطلب روسيا", "CONCEDE syrian-army>russia CT+ استجابت"),
    ("استهدف تنظيم الدولة قوات النظام وقتل عددا من عناصرها", "ASSAULT islamic-state>syrian-army CT+ استهدف"),
    ("الدورية التي استهدفها تنظيم الدولة", "ASSAULT islamic-state>other CT+ استهدفها"),
    ("انشق عنصر عن قوات النظام", "RETREAT other>syrian-army CT+ انشق"),
    ("انضم شبان إلى قسد", "COOPERATE other>sdf CT+ انضم"),
    ("أسقطت القوات الروسية طائرة مسيرة", "ASSAULT russian-forces>other CT+ أسقطت"),
    ("نزح مدنيين من القرية", "HARM ->civilians CT+ نزح"),
    ("وافقت تركيا على إرسال قوات", "CONCEDE turkey>other CT+ وافقت"),
    ("نشرت تركيا قوات على الحدود", "MOBILIZE turkey>- CT+ نشرت"),
    ("عززت قوات النظام مواقعها", "MOBILIZE syrian-army>- CT+ عززت"),
    ("أجلت الأمم المتحدة مدنيين من الحي", "MOVE united-nations>civilians CT+ أجلت"),
    ("تخضع البلدة لسيطرة قسد", "CONTROL sdf>- CT+ تخضع"),
    ("تجسس تنظيم الدولة على قوات النظام", "MONITOR islamic-state>syrian-army CT+ تجسس"),
    ("حملت تركيا قسد مسؤولية الهجوم", "ACCUSE turkey>sdf CT+ حملت"),
    ("استهداف المنشآت الروسية قرب البحر مستمر", "ASSAULT other>russia CT+ استهداف"),
    ("القوات رصدت قصفا صاروخيا روسيا على البلدة", "ASSAULT russia>civilians CT+ قصفا"),
    ("قصف عسكري عنيف على البلدة", "ASSAULT ->civilians CT+ قصف"),
    ("قصف الطيران الروسي لمواقع قسد مستمر", "ASSAULT russian-forces>sdf CT+ قصف"),
    ("استهداف قسد لمواقع تنظيم الدولة", "ASSAULT sdf>islamic-state CT+ استهداف"),
    ("استهداف قسد في البلدة", "ASSAULT other>sdf CT+ استهداف"),
    ("استهداف قسد لمنعها من التقدم", "ASSAULT other>sdf CT+ استهداف"),
    ("تعرضت قوات النظام لهجوم شنه تنظيم الدولة أمس", "ASSAULT islamic-state>syrian-army CT+ تعرضت"),
    ("مقتل شخص في هجوم شنه عليه تنظيم الدولة", "ASSAULT islamic-state>civilians CT+ هجوم"),
    ("المدارس استهدفها تنظيم الدولة", "ASSAULT islamic-state>civilians CT+ استهدفها"),
    ("الجيش التركي استهدفها أمس", "ASSAULT turkish-forces>other CT+ استهدفها"),
    ("لقي مدرس وزوجته مصرعهما برصاص تنظيم الدولة", "HARM islamic-state>civilians CT+ مصرعهما"),
    ("وطردوا الحوثيين من البلدة", "ASSAULT other>houthis CT+ وطردوا"),
    ("أسرت قسد عددا من مقاتلي تنظيم الدولة", "COERCE sdf>islamic-state CT+ أسرت"),
    ("تصدت قوات النظام لهجوم تنظيم الدولة", "ASSAULT syrian-army>islamic-state CT+ تصدت"),
    ("منفذ الهجوم شاب", "ASSAULT other>other CT+ الهجوم"),
    ("قررت تركيا منع المظاهرات غداة هجوم على السوق", "ASSAULT ->civilians CT+ هجوم"),
    ("شن تنظيم الدولة هجوما وقصفا على قسد", "ASSAULT islamic-state>sdf CT+ وقصفا"),
    ("تبنى تنظيم الدولة العديد من الهجمات", "ASSAULT islamic-state>other CT+ الهجمات"),
    ("قال إن حوالي ست غارات استهدفت البلدة", "ASSAULT ->civilians CT+ استهدفت"),
    ("شهدت البلدة تفجيرا انتحاريا", "ASSAULT ->civilians CT+ تفجيرا"),
    ("طالت الهجمات مقرات قسد", "ASSAULT ->sdf CT+ الهجمات"),
    ("قصفت تركيا مواقع قسد ردا على هجمات", "ASSAULT sdf>turkey CT+ هجمات"),
    ("اشتباكات بين الجنود والشرطة", "ASSAULT other>other CT+ اشتباكات"),
    ("هاجم مسلحون قرية صغيرة", "ASSAULT other>civilians CT+ هاجم"),
    ("مناطق استهدف فيها مدنيون", "ASSAULT ->civilians CT+ استهدف"),
    ("اعتقلت قسد متهما بالقتل", "COERCE sdf>other CT+ اعتقلت"),
    ("اعتُقل شاب في البلدة", "COERCE other>civilians CT+ اعتُقل"),
    ("هددت تركيا باستهداف قسد", "THREATEN turkey>sdf CT+ هددت"),
    ("استهدف تنظيم الدولة قوات النظام بهجوم كبير", "ASSAULT islamic-state>syrian-army CT+ بهجوم"),
    ("تبنى تنظيم الدولة الهجوم على السوق", "ASSAULT islamic-state>civilians CT+ الهجوم"),
    ("مقتل رضيع روسي", "HARM ->civilians CT+ مقتل"),
    ("التقى المدرب الروماني لازلو بولوني وفد تركيا", "CONSULT other>turkey CT+ التقى"),
    ("قصفت البلدة من جانب قوات النظام", "ASSAULT syrian-army>civilians CT+ قصفت"),
    ("قصفت تركيا البلدة من جانب آخر", "ASSAULT turkey>civilians CT+ قصفت"),
    ("أدانت الأمم المتحدة التنظيم وهجماته على قسد", "ASSAULT islamic-state>sdf CT+ وهجماته"),
    ("هجمات المسيرات التابعة لتنظيم الدولة", "ASSAULT islamic-state>other CT+ هجمات"),
    ("أصدرت محكمة أمس حكما بالسجن بحق مدنيين", "COERCE other>civilians CT+ أصدرت محكمة أمس حكما بالسجن"),
]

#: Reports of several sentences, what is said in them by whom, and a claim among those read.
INCIDENTS: list[tuple[str, tuple[Said, ...], str]] = [
    ("قصفت قوات النظام مواقع قسد. مقتل مدنيين في البلدة", (), "HARM syrian-army>civilians CT+ مقتل"),
    ("قصفت قوات النظام سوقا. مقتل مدنيين في حادث سير", (), "HARM ->civilians CT+ مقتل"),
    ("قصفت قوات النظام سوقا. ارتفعت الأسعار. هطل المطر. مقتل مدنيين", (), "HARM ->civilians CT+ مقتل"),
    ("غارات جوية على مواقع\nقصف الطيران الروسي مواقع قسد", (), "ASSAULT russian-forces>sdf CT+ غارات"),
    (
        "قال الجيش التركي إن ثلاثة جنود قتلوا في البلدة",
        (Said("قال", "إن ثلاثة جنود قتلوا في البلدة", source="الجيش التركي", actors=("turkish-forces",)),),
        "HARM ->turkish-forces CT+ قتلوا",
    ),
    (
        "قالت الأمم المتحدة إن ثلاثة جنود قتلوا في البلدة",
        (Said("قالت", "إن ثلاثة جنود قتلوا في البلدة", source="الأمم المتحدة", actors=("united-nations",)),),
        "HARM ->other CT+ قتلوا",
    ),
    (
        "أعلن تنظيم الدولة مسؤوليته عن استهداف سوق",
        (Said("أعلن", "مسؤوليته عن استهداف سوق", "announce", "تنظيم الدولة", ("islamic-state",)),),
        "ASSAULT islamic-state>civilians CT+ استهداف",
    ),
    (
        "أكدت تركيا إلقاء القبض على شخص",
        (Said("أكدت", "إلقاء القبض على شخص", "confirm", "تركيا", ("turkey",)),),
        "COERCE turkey>other CT+ إلقاء القبض",
    ),
    # our fighters are those of whoever speaks, our positions his as well
    (
        "هاجمت تركيا القرى. أكدت قسد: ضرب مقاتلونا مواقع الجيش التركي",
        (Said("أكدت", "ضرب مقاتلونا مواقع الجيش التركي", "confirm", "قسد", ("sdf",)),),
        "ASSAULT sdf>turkish-forces CT+ ضرب",
    ),
    (
        "هاجمت تركيا القرى. أكدت قسد: ضرب مقاتلوها قاعدة",
        (Said("أكدت", "ضرب مقاتلوها قاعدة", "confirm", "قسد", ("sdf",)),),
        "ASSAULT sdf>other CT+ ضرب",
    ),
    (
        "أكدت قسد أن تركيا بدأت في قصف مواقعنا على الشريط الحدودي",
        (Said("أكدت", "أن تركيا بدأت في قصف مواقعنا على الشريط الحدودي", "confirm", "قسد", ("sdf",)),),
        "ASSAULT turkey>sdf CT+ بدأت في قصف",
    ),
    (
        "روسيا هاجمت القرى، وضرب مقاتلونا قاعدة لتنظيم الدولة",
        (),
        "ASSAULT other>islamic-state CT+ وضرب",
    ),
    # whom "we" ask is told by the pronoun, whatever stands behind; without a pronoun by that
    (
        "أعلنت قسد: نحذر تركيا من التقدم، ونطالبها بتنفيذ الاتفاق القاضي بالانسحاب",
        (
            Said("أعلنت", "نحذر تركيا من التقدم، ونطالبها بتنفيذ", "announce", "قسد", ("sdf",)),
            Said("ونطالبها", "بتنفيذ الاتفاق القاضي بالانسحاب", "request", actors=("sdf",), parent=0),
        ),
        "REQUEST sdf>turkey CT+ ونطالبها",
    ),
    (
        "أعلنت قسد: نطالب القاضي بالرد",
        (
            Said("أعلنت", "نطالب القاضي بالرد", "announce", "قسد", ("sdf",)),
            Said("نطالب", "بالرد", "request", actors=("sdf",), addressee="القاضي", parent=0),
        ),
        "REQUEST sdf>other CT+ نطالب",
    ),
    # what is answered is the other side's doing, with all that it did
    (
        "قصفت قسد الجيش التركي. وردا على استهداف القرى، وآخرها الهجوم الذي أدى إلى مقتل طفلين، قصفت تلالا",
        (),
        "HARM turkish-forces>civilians CT+ أدى إلى مقتل",
    ),
    (
        "قصفت قسد الجيش التركي. أدى الهجوم إلى مقتل طفلين",
        (),
        "HARM sdf>civilians CT+ مقتل",
    ),
]

#: Sentences that tell no event that an analyst would code.
NOTHING = [
    "السماح بدخول المساعدات إلى السكان",
    "ارتفعت أسعار الخضار في الأسواق",
    "سيطر رجال الإطفاء على الحريق بعد ساعات",
    "قررت الكلية ترحيل المقررات إلى الفصل التالي",
    "احتلت الجامعة المرتبة الثالثة",
    "البرنامج التوعوي يستهدف طلبة المدارس",
    "لعب الفريق مباراة الكأس وشارك المدرب واللاعبون والمنتخب في البطولة وساعد اللاعب زميله",
    "سيطر المنتخب على مجريات الشوط الأول وهاجم مرمى الخصم",
    "درجات الحرارة تصل إلى أربعين",
    "بلغت أرباح الشركة 9 ملايين دولار",
    "قال الناطق باسم وزارة الدفاع",
    "اجتماع",
    "",
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_a_sentence_tells_its_event(text: str, expected: str) -> None:
    assert expected in [shown(claim, text) for claim in claims_of(text)]


@pytest.mark.parametrize(("text", "said", "expected"), INCIDENTS)
def test_what_one_sentence_says_holds_for_the_next(text: str, said: tuple[Said, ...], expected: str) -> None:
    assert expected in [shown(claim, text) for claim in claims_of(text, said=said)]


@pytest.mark.parametrize("text", NOTHING)
def test_other_sentences_tell_nothing(text: str) -> None:
    assert [shown(c, text) for c in claims_of(text) if c.agent or c.patient] == []


KINDS = [
    # (sentence, type and words of one of its claims)
    ("أمطرت المليشيات القرية بقذائف الهاون", "ASSAULT أمطرت"),
    ("العبوات التي زرعها مجهولون عند الجسر", "ASSAULT زرعها"),
    ("تبنى داعش الهجوم", "ASSAULT تبنى"),
    ("بدأت تركيا حربا على قسد", "ASSAULT حربا"),
    ("ندد السكان بالعمل الإرهابي", "ASSAULT بالعمل"),
    ("اندلعت مواجهات عنيفة مع داعش", "ASSAULT اندلعت مواجهات"),
    ("توفي راع متأثرا بجراحه", "HARM توفي"),
    ("انتحر سجين في زنزانته", "HARM انتحر"),
    ("سقط عشرات القتلى من داعش", "HARM سقط عشرات القتلى"),
    ("أدى الحريق إلى إصابة عاملين", "HARM إصابة"),
    ("أسفر عن مقتل عاملين", "HARM أسفر عن مقتل"),
    ("سقطت قذيفة ما تسبب بمقتل عاملين", "HARM تسبب بمقتل"),
    ("سيؤدي مقتله إلى مقتل عاملين", "HARM مقتل"),
    ("أوقع الهجوم قتلى وجرحى", "HARM قتلى"),
    ("أوقع قتلى وجرحى", "HARM أوقع قتلى"),
    ("أضرم غاضبون النار في المخفر", "HARM أضرم"),
    ("تحطمت طائرة قرب القاعدة", "HARM تحطمت"),
    ("فارق الطفل الحياة في المشفى", "HARM فارق"),
    ("حكمت المحكمة عليه بالسجن", "COERCE حكمت"),
    ("حكم عليه بالسجن عامين", "COERCE حكم عليه بالسجن"),
    ("قضت المحكمة بإعدام أربعة متهمين", "COERCE قضت"),
    ("داهمت الشرطة شقة في الحي", "COERCE داهمت"),
    ("أحالت الشرطة المتهم إلى القضاء", "COERCE أحالت"),
    ("أحبط الحرس محاولة تهريب", "COERCE أحبط"),
    ("حجبت الوزارة موقعين إخباريين", "COERCE حجبت"),
    ("أوقفت تركيا القصف على القرية", "RETREAT أوقفت"),
    ("سلمت تركيا مطلوبا إلى بلاده", "COOPERATE سلمت"),
    ("تعهدت تركيا بسحق قسد", "THREATEN تعهدت"),
    # a light verb may be the word that shows what kind of event its noun tells
    ("أعلن الحوثيون بعد ظهر أمس الطوارئ في المدينة", "COERCE الطوارئ"),
    ("خاضت قسد أمس قرب البلدة حربا", "ASSAULT حربا"),
    # who advances goes, who slips in goes, who loots seizes
    ("تواصل قوات النظام تقدمها في المدينة", "MOVE تقدمها"),
    ("أحرزت قوات النظام تقدما في المدينة", "MOVE تقدما"),
    ("تسلل عناصر من داعش إلى القرية", "MOVE تسلل"),
    ("نهبت قسد منازل المدنيين", "COERCE نهبت"),
    # the dual of a past that begins with alif
    ("استعرضا سبل التعاون بين روسيا وتركيا", "CONSULT استعرضا سبل"),
    ("وانضما إلى داعش", "COOPERATE وانضما"),
    # what is foiled is told too, and what is joined by "and" is no part of the first deed
    ("أحبطت روسيا هجوما لداعش على القاعدة", "ASSAULT هجوما"),
    ("أعلنت روسيا تدريب قوات قسد وتمويلها", "AID وتمويلها"),
    # what stands behind the needed word is another deed
    ("شارك جنود أتراك في تحرير القرية", "CONTROL تحرير"),
    ("قال إن داعش يقف وراء الهجوم على قسد", "ASSAULT الهجوم"),
    ("قطعت قسد طرق إمداد داعش", "AID إمداد"),
    ("سمحت تركيا للتحالف الدولي باستخدام قاعدتها", "CONCEDE سمحت"),
    ("سمحت تركيا للمسلحين بالمرور", "SHELTER سمحت"),
    ("استضافت تركيا مقاتلين من داعش", "SHELTER استضافت"),
    ("لم تسجل أي ضحايا من المدنيين", "HARM تسجل أي ضحايا"),
    ("تشكل قسد خطرا كبيرا", "THREATEN خطرا"),
    ("أصدرت المحكمة أمس في العاصمة حكما على المتهم", "COERCE حكما على المتهم"),
    ("عثرت الشرطة على أسلحة ومتفجرات", "COERCE عثرت"),
    ("هنأت روسيا تركيا", "SUPPORT هنأت"),
    ("منيت قسد بهزائم", "ASSAULT بهزائم"),
    ("دربت تركيا المعارضة", "AID دربت"),
    ("طردت تركيا إماما من البلاد", "COERCE طردت"),
    # a chance word of play tells nothing where forces are named more often
    ("بات الحوثيون في مرمى قسد التي قصفت داعش", "ASSAULT قصفت"),
    ("رد الجيش التركي بقصف مواقع داعش", "ASSAULT بقصف"),
    ("تمكنت قسد من أسر ثلاثة جنود", "COERCE أسر"),
    ("فخخ داعش الجسور في المدينة", "ASSAULT فخخ"),
    ("قطع داعش رأس الجندي", "ASSAULT قطع"),
    ("تعاملت الشرطة مع المهاجم بالنيران", "ASSAULT تعاملت"),
    ("تحررت مناطق واسعة من داعش", "CONTROL تحررت مناطق"),
    ("أكدت روسيا أهمية مجابهة الإرهاب", "COERCE مجابهة"),
    ("أدانت روسيا حادث التفجير الجبان", "ASSAULT التفجير"),
    ("هذا العمل الجبان استهدف داعش", "ASSAULT العمل"),
    ("شن الجيش التركي حملة مداهمات واسعة", "ASSAULT مداهمات"),
    ("تستمر حملتها العسكرية ضد داعش", "ASSAULT تستمر حملتها"),
    ("تمكنت قسد من تصفية قيادي في داعش", "ASSAULT تصفية"),
    ("منذ اندلاع الصراع بين قسد وداعش", "ASSAULT الصراع"),
    ("تمكن الجنود من استرجاع أسلحة وذخائر", "COERCE تمكن الجنود من استرجاع أسلحة"),
    # a bare عملية only counts what is named behind it
    ("شهدت المدينة عمليات اغتيال واسعة", "ASSAULT اغتيال"),
    ("المواجهات في المدينة مستمرة مع داعش", "ASSAULT المواجهات"),
    ("حققت قسد انتصارات على داعش في الريف", "ASSAULT انتصارات"),
    ("تمكنت روسيا من القضاء على تنظيم الدولة", "ASSAULT القضاء"),
    ("القضاء على ستة مقاتلين من قسد", "HARM القضاء"),
    ("فتحت تركيا معبرا أمام المدنيين", "CONCEDE فتحت"),
    ("استخدم داعش مدنيين دروعا بشرية", "COERCE استخدم"),
    ("خرج المستشفى عن الخدمة بعد القصف", "HARM خرج"),
    ("أودعت تركيا المتهمين السجن", "COERCE أودعت"),
    ("فتحت الشرطة تحقيقا في الحادث", "ACCUSE تحقيقا"),
    ("يحقق الادعاء في الحادث", "ACCUSE يحقق الادعاء"),
    ("غنمت قسد دبابة وأسلحة", "COERCE غنمت"),
    ("وردت روسيا على الهجوم بعد ساعات", "ASSAULT وردت"),
    ("باشرت الشرطة الحادث", "MOBILIZE باشرت"),
    ("هرعت قوات من الشرطة إلى المكان", "MOBILIZE هرعت قوات"),
    ("تخطط داعش لهجوم على روسيا", "MOBILIZE تخطط"),
    ("تآمرت تركيا على روسيا", "COERCE تآمرت"),
    ("العبث بأمن روسيا مرفوض", "COERCE العبث بأمن"),
    ("تتحمل روسيا مسؤولية المجزرة", "ACCUSE تتحمل"),
    ("يصف الجيش التركي قسد بأنها إرهابية", "ACCUSE يصف"),
    ("يؤمن الجيش التركي محيط المدينة", "CONTROL يؤمن"),
    ("استردت قسد مناطق من داعش", "CONTROL استردت"),
    ("هيمنة إيران على روسيا", "CONTROL هيمنة"),
    ("نشب حريق في القاعدة", "HARM نشب حريق"),
    ("ارتقى ثلاثة شهداء من داعش", "HARM ارتقى ثلاثة شهداء"),
    ("تقيم تركيا علاقات وثيقة مع روسيا", "COOPERATE علاقات"),
    ("عقد مجلس الأمن جلسة طارئة", "CONSULT جلسة"),
    ("تستقبل تركيا المساعدات من روسيا", "AID تستقبل"),
    ("اجتاز عناصر داعش الحدود", "MOVE اجتاز"),
    ("دعت روسيا إلى احترام الهدنة", "CONCEDE احترام الهدنة"),
    ("قسد بحاجة إلى مساعدات من روسيا", "REQUEST بحاجة"),
    ("القوات الروسية مسنودة بطيران التحالف الدولي", "SUPPORT مسنودة"),
    ("أوصت اللجنة بوقف القتال", "REQUEST أوصت"),
    ("تجمع العشرات أمام السفارة", "PROTEST تجمع"),
    ("نظم الطلاب وقفة احتجاجية", "PROTEST وقفة"),
    ("أجرت تركيا تجربة صاروخ جديد", "MOBILIZE تجربة"),
    ("اتخذ داعش المدرسة مقرا", "PRESENCE اتخذ"),
    ("لا توجد خطط لإرسال قوات إلى تركيا", "MOBILIZE لإرسال قوات"),
    ("أطلق مسلحون النار على داعش", "ASSAULT أطلق"),
    ("أطلقت قسد سراح محتجزين", "CONCEDE أطلقت"),
    ("فتح مسلحون النار على القرية", "ASSAULT فتح"),
    ("ردت المدفعية على مصادر النيران", "ASSAULT ردت المدفعية"),
    ("أحرق غاضبون منزلهم", "HARM أحرق"),
    ("أشعل مجهولون النار في المخزن", "HARM أشعل"),
    ("أطلقت السلطات سراحه", "CONCEDE أطلقت"),
    ("جرى القبض عليه", "COERCE جرى القبض"),
    ("تم توقيف المدير", "COERCE تم توقيف"),
    ("أغلقت تركيا أجواءها", "COERCE أغلقت"),
    ("سقط مقذوف قرب القرية", "ASSAULT سقط مقذوف"),
    ("هوجمت القرية ليلا", "ASSAULT هوجمت"),
    ("ألقى المستشار القانوني في الوزارة باللائمة على قسد", "ACCUSE ألقى"),
    ("لاحقت الشرطة المهاجمين", "COERCE لاحقت"),
    ("فرقت الشرطة المتظاهرين بالقوة", "COERCE فرقت"),
    ("منحت الحكومة الأسر مساعدات مالية", "AID منحت"),
    ("أعلن التحالف هدنة لمدة خمسة أيام", "RETREAT أعلن التحالف هدنة"),
    ("تعرض التحالف لانتكاسة عسكرية", "RETREAT تعرض التحالف لانتكاسة عسكرية"),
    ("دعا التحالف إلى وقف الحرب", "RETREAT وقف الحرب"),
    ("وقف إطلاق النار في الحرب", "RETREAT وقف"),
    ("القوات الروسية مدعمة بقوات النظام", "SUPPORT مدعمة"),
    ("استجواب التحالف مقاتلين", "COERCE استجواب"),
    ("روسيا عازمة على سحق داعش", "THREATEN عازمة"),
    ("يعيشون تحت حماية الجيش التركي", "SHELTER حماية"),
    ("حوصر السكان شهرا", "COERCE حوصر"),
    ("أحيل المتهم إلى المحكمة", "COERCE أحيل"),
    ("أقيل المدير من منصبه", "COERCE أقيل"),
    ("صودرت بضائع مهربة", "COERCE صودرت"),
    ("دانت تركيا الهجوم", "ACCUSE دانت"),
    ("تدخلت تركيا عسكريا", "ASSAULT تدخلت"),
    ("استعاد الحرس قاعدة الجبل", "CONTROL استعاد"),
    ("تحرير القرية من داعش", "CONTROL تحرير"),
    ("حرر الجيش الرهائن من قبضة داعش", "AID حرر"),
    ("نقلت الشرطة سبعة أشخاص إلى العاصمة", "MOVE نقلت"),
    ("سلمت السلطات شابين إلى تركيا", "COOPERATE سلمت"),
    ("تراجع المقاتلون أمام الجيش", "RETREAT تراجع"),
    ("زحف مسلحون نحو القرية", "ASSAULT زحف"),
    ("انقض مسلحون على الحاجز", "ASSAULT انقض"),
    ("سرق مجهولون مخزنا للحبوب", "ASSAULT سرق"),
    ("أحرق مسلحون طفلا في القرية", "ASSAULT أحرق"),
    ("أغرق الحرس زورقا في الخليج", "HARM أغرق"),
    ("سقطت طائرة قرب الجسر", "HARM سقطت"),
    ("تلاحق النيابة التاجر قضائيا", "COERCE تلاحق"),
    ("بقيت قوات الحرس في الثكنة", "PRESENCE بقيت"),
    ("جمعت الشرطة معلومات عن المهربين", "MONITOR جمعت"),
    ("رفع الجيش حالة التأهب", "MOBILIZE رفع"),
    ("كثفت الشرطة الإجراءات الأمنية", "MOBILIZE كثفت"),
    ("صنعوا عبوات في المزرعة", "MOBILIZE صنعوا عبوات"),
    ("لن نسمح بدخول القوات إلى القرية", "REJECT نسمح"),
    ("لن نتردد في الرد على داعش", "THREATEN نتردد"),
    ("نصح الوزير السكان بالبقاء", "REQUEST نصح"),
    ("الحكومة مدعوة لحماية القرية", "REQUEST مدعوة"),
    ("يحتم على تركيا حماية القرية", "REQUEST يحتم"),
    ("كانت القوات متأهبة", "MOBILIZE متأهبة"),
    ("تعرض الجسر لأضرار كبيرة", "HARM تعرض"),
    ("فسخت الوزارة العقد مع الشركة", "REJECT فسخت"),
    ("قضت الشرطة على المسلحين", "HARM قضت"),
    ("المقبوض عليهم أربعة", "COERCE المقبوض"),
    ("أرسلت الوزارة دورية إلى القرية", "MOBILIZE أرسلت"),
    ("بعث الرئيس برقية إلى نظيره", "CONSULT بعث"),
    ("انتسب الشاب إلى داعش", "COOPERATE انتسب"),
    ("عززت روسيا علاقاتها مع تركيا", "COOPERATE عززت"),
    ("حق تركيا في الدفاع عن نفسها", "SUPPORT حق"),
    ("دعمكم للقوات مشكور", "SUPPORT دعمكم"),
    ("صرفت الحكومة رواتب الجنود", "AID صرفت"),
    ("وصلوا إلى القرية", "MOVE وصلوا"),
    ("سافر الشبان إلى سوريا", "MOVE سافر"),
    ("ردا على العدوان التركي على القرية", "ASSAULT العدوان"),
    ("عينت تركيا محافظا جديدا للمدينة", "SUPPORT عينت"),
    ("قرارا يقضي بتعيين محافظين جدد", "SUPPORT بتعيين"),
    ("أكد الوزير حرص تركيا على أمن المنطقة", "SUPPORT حرص"),
    ("غارات جوية للدفاع عن المدنيين", "SUPPORT للدفاع"),
    ("أسهمت قسد في تحرير المدينة", "COOPERATE أسهمت"),
    ("عملاء الموساد في المدينة", "COOPERATE عملاء الموساد"),
    ("تحتاج قسد إلى سلاح", "REQUEST تحتاج"),
    ("الحل يجب أن يشمل رحيل الأسد", "REQUEST رحيل"),
    ("حذفت تركيا التنظيم من قائمة الإرهاب", "CONCEDE حذفت"),
    ("شطبت تركيا الشركة من القائمة", "CONCEDE شطبت"),
    ("أصدرت المحكمة حكما ببراءة الموظف", "CONCEDE ببراءة"),
    ("أخلت المحكمة سبيل الصحفي", "CONCEDE أخلت"),
    ("المطار أصبح خارج الخدمة", "HARM خارج الخدمة"),
    ("توقفت المستشفيات في المدينة عن العمل", "HARM توقفت"),
    ("نصف المستشفيات مغلقة", "HARM مغلقة"),
    ("حولت روسيا أحياء المدينة إلى أنقاض", "HARM حولت"),
    ("ستتوقف الهجمات على المدينة", "RETREAT ستتوقف الهجمات"),
    ("دعا إلى نزع سلاح قسد", "RETREAT نزع سلاح"),
    ("اتفقا على خفض التصعيد", "RETREAT خفض التصعيد"),
    ("باتت المدينة بيد قسد", "CONTROL بيد"),
    ("تحولت المدينة وأصبحت بأيدي داعش", "CONTROL بأيدي"),
    ("يسعى داعش إلى توسيع نفوذه", "CONTROL توسيع نفوذه"),
    ("استلمت قسد المعبر", "CONTROL استلمت"),
    ("حولت قسد المستشفى إلى ثكنة", "CONTROL حولت"),
    ("اقتادت قسد مدنيين إلى جهة مجهولة", "COERCE اقتادت"),
    ("قررت النيابة الاحتفاظ بخمسة أشخاص", "COERCE قررت النيابة الاحتفاظ"),
    ("أقفلت روسيا المعبر", "COERCE أقفلت"),
    ("الحدود مغلقة", "COERCE مغلقة"),
    ("تعيق تركيا دخول المساعدات", "COERCE تعيق"),
    ("شوشت روسيا على أجهزة الملاحة", "COERCE شوشت"),
    ("فتح قضية جنائية بحق مدنيين", "COERCE فتح"),
    ("سحبت تركيا الجنسية من الصحفي", "COERCE سحبت"),
    ("زج داعش بالمدنيين في السجون", "COERCE زج"),
    ("فضت الشرطة اعتصام المدنيين", "COERCE فضت"),
    ("أبطل الجيش التركي مفعول عبوة ناسفة", "COERCE أبطل"),
    ("اكتشفت قسد مخزن أسلحة", "COERCE اكتشفت"),
    ("قسد قادرة على حسم المعركة", "ASSAULT حسم المعركة"),
    ("رمى متظاهرون قنابل حارقة على قسد", "ASSAULT رمى"),
    ("صوبت روسيا نيرانها على قسد", "ASSAULT صوبت"),
    ("نحر داعش ثلاثة جنود", "ASSAULT نحر"),
    ("دعس مدنيين في القرية", "ASSAULT دعس"),
    ("تلغيم الطريق", "ASSAULT تلغيم"),
    ("سنرد بقوة على أي هجوم", "THREATEN سنرد"),
    ("أعلنت قسد النفير العام", "MOBILIZE النفير"),
    ("اشترت تركيا صواريخ من روسيا", "MOBILIZE اشترت"),
    ("اقتنى داعش أسلحة كيماوية", "MOBILIZE اقتنى"),
    ("اقتربت قسد من المدينة", "MOVE اقتربت"),
    ("أبحرت روسيا من الميناء", "MOVE أبحرت"),
    ("تفقد الوزير خطوط الجبهة", "MOVE تفقد"),
    ("خصصت روسيا مليون دولار لضحايا القصف", "AID خصصت"),
    ("تكلفة إطعام سجناء داعش", "AID إطعام"),
    ("بدأت روسيا إزالة الألغام", "AID إزالة"),
    ("أحيا الحوثيون ذكرى الهجوم", "PROTEST أحيا"),
    ("نظم الأهالي تجمعات في شوارع المدينة", "PROTEST تجمعات"),
    ("سلمت تركيا رسالة إلى روسيا", "CONSULT سلمت"),

    # words that an entry needs, with pronouns
    ("رفعت قوات الأمن مستوى جاهزيتها في البلاد", "MOBILIZE رفعت"),
    ("نشرت تركيا أسلحتها على الحدود", "MOBILIZE نشرت"),
    ("انتشلت فرق الإنقاذ جثتها من تحت الأنقاض", "HARM انتشلت"),
    # a pronoun says who holds what is described
    ("انسحبت قسد من القرى الخاضعة لسيطرتها", "CONTROL لسيطرتها"),

    ("قصفت قسد آخر معقل لداعش", "CONTROL معقل"),
]
NO_SUCH_KIND = [
    ("يؤمن الجنود بالله في المدينة", "CONTROL"),
    ("تأمين وصول المساعدات إلى المدينة", "CONTROL"),
    ("للتواصل مع الكاتب عبر البريد", "CONSULT"),
    ("تواصل القصف على المدينة مع الفجر", "CONSULT"),
    ("القضاء على الفقر في المدينة", "ASSAULT"),
    ("الجلسة التي عقدتها المحكمة للنطق بالحكم", "CONSULT"),
    ("عقد الوزير مؤتمرا صحفيا", "CONSULT"),
    ("تفقد الوزير مقر قوات الطوارئ في المدينة", "COERCE"),
    ("إخماد الحريق الكبير في المدينة", "HARM"),
    ("فتحت الشركة الطريق أمام الاستثمار", "CONCEDE"),
    ("تتقدم الوزارة بخالص العزاء إلى روسيا", "MOVE"),
    ("انتصر الفريق في المباراة على روسيا", "ASSAULT"),
    ("الأيام القادمة من الشهر", "MOVE"),
    ("قانون أصول المحاكمات الجزائية", "COERCE"),
    ("الظروف لا تسمح بزيارة القاعدة", "CONCEDE"),
    ("عثرت الشرطة على طفل ضائع", "COERCE"),
    ("وهنا تذكر روسيا", "SUPPORT"),
    ("عادت الأمور إلى نصابها", "HARM"),
    ("الإرهاب بكل أشكاله ومظاهره", "PROTEST"),
    ("بات المهاجم في مرمى الخصم بعد هجوم سريع", "ASSAULT"),
    ("الوقوف بوجه داعش واجب على روسيا", "SUPPORT"),
    ("القوات ضمن قاطع المسؤولية", "REJECT"),
    ("دخل المدينة مباشرة بعد لقاء الوزير", "MOBILIZE"),
    ("أطلقت الوزارة حملة توعوية واسعة", "ASSAULT"),
    ("استرجاع كمية من الأسلحة بمنطقة الوادي", "CONTROL"),
    ("انطلقت طائرات مقاتلة من القاعدة", "ASSAULT"),
    ("برقية تعزية أرسلها القائد إلى قوات روسيا", "MOBILIZE"),
    ("لا بد من حماية القرية", "REQUEST"),
    ("سهل الجبل واسع", "SHELTER"),
    ("التقرير الذي نشرته صحيفة عن القوات", "MOBILIZE"),
    ("يشكل تهديدا للقوات", "MOBILIZE"),
    ("زار الوزير أسر شهداء الجيش", "COERCE"),
    ("عرضت القناة صور ياسر والجيش", "COERCE"),
    ("انشقاق القمر آية", "RETREAT"),
    ("أصيبوا بالذعر", "HARM"),
    ("ناقشوا مواجهة التحديات مع المسلحين", "ASSAULT"),
    ("قبلت الكلية 600 طالب", "REQUEST"),
    ("الاتهامات التي توجهها الوزارة إلى الجهات", "REQUEST"),
    ("الفكرة لا تتفق مع القيم", "AGREE"),
    ("رافق الشاب نجليه إلى المستشفى", "MOVE"),
    ("دافع عن ألوان ناديه خمسة مواسم", "ASSAULT"),
    ("رشح الحزب والدهم لرئاسة البلدية", "ASSAULT"),
    ("افتتح المصرف فروعها الجديدة", "COERCE"),
    ("توقف المصنع عن العمل", "RETREAT"),
    ("أوقفت الشرطة شخصين", "RETREAT"),
    ("منح الاتحاد اللاعب جائزة", "CONCEDE"),
    ("عمل الوزير على تحسين الطرق", "ASSAULT"),
    ("ألقى المستشار كلمة في القاعة، والمسؤولية كبيرة", "ACCUSE"),
    ("حقق الفريق أهدافه في الموسم", "MONITOR"),
    ("تحقق الشرطة في ملابسات الحادث", "MONITOR"),
    ("بحثوا عن مفقودين تحت الركام", "MONITOR"),
    ("أكد أهمية حماية البيئة", "SHELTER"),
    ("وثقوا انتهاكات حقوق الإنسان", "REJECT"),
    ("خلال زيارة إلى تركيا قال الوزير إنه راض", "CONSULT"),
    ("رحبت الوزارة بالهدنة الإنسانية", "RETREAT"),
    ("أعلن الوزير قطع الهدنة مع قسد", "RETREAT"),
    ("أعلنت قسد الالتزام بالهدنة", "RETREAT"),
    ("أنهت المحكمة النزاع القانوني بين الشركتين", "RETREAT"),
    ("كانت انتكاسة كبيرة للتحالف الدولي", "RETREAT"),
    ("شروط قبول وقف إطلاق النار في الحرب", "ASSAULT"),
    ("تحقيق أجرته صحيفة محلية", "ACCUSE"),
    ("عقدت الدائرة القضائية جلسة طارئة", "CONSULT"),
    ("استجواب برلماني للوزير التركي", "COERCE"),
    ("القوات مدعمة بالمدرعات", "SUPPORT"),
    ("تأمين الحدود يتطلب مزيدا من التعاون", "CONTROL"),
    ("وقع الحادث على الطريق العام", "AGREE"),
    ("نقدم لهم صادق المواساة", "AGREE"),
    ("أنشأ الفريق قاعدة البيانات", "PRESENCE"),
    ("هددوا باللجوء إلى القضاء", "PRESENCE"),
    ("قبضت الشرطة على متهم", "ACCUSE"),
    ("فتح الوزير باب التسجيل", "ASSAULT"),
    ("ردت الوزارة على الرسالة", "ASSAULT"),
    ("قال حاكم الولاية إن صوتها مسموع", "COERCE"),
    ("تحدث المشاركون في الندوة", "COOPERATE"),
    ("أطلقت الشرطة الغاز على المتظاهرين", "PROTEST"),
    ("ووفق خبراء فإن السعر سيرتفع", "CONCEDE"),
    ("أقيمت الورشة في المدينة", "PRESENCE"),
    ("استعاد الفريق توازنه", "CONTROL"),
    ("اجتمع رؤساء تحرير الصحف المحلية", "CONTROL"),
    ("أصيب الطفل بمرض نادر", "HARM"),
    ("تكررت إصابة الأطفال بالسكري", "HARM"),
    ("حصل طالب الدكتوراه على جائزة", "REQUEST"),
    ("كانت رحلته طويلة", "COERCE"),
    ("قد تغير الشركة اسمها", "ASSAULT"),
    ("ضبط الإنفاق في المؤسسات", "COERCE"),
    ("هجوم لاذع على المدرب", "ASSAULT"),
    ("تحرير الصحيفة اليومية", "CONTROL"),
    ("حرر الجيش الرهائن من قبضة داعش", "CONTROL"),
    ("نقل التلفزيون المباراة", "MOVE"),
    ("سلمت الشركة الطلبية في موعدها", "COOPERATE"),
    ("تراجعت أسعار القمح", "RETREAT"),
    ("سقطت أوراق الشجر", "HARM"),
    ("بقيت الأسعار مرتفعة", "PRESENCE"),
    ("جمع الفلاح المحصول", "MONITOR"),
    ("صنع الحداد بابا", "MOBILIZE"),
    ("بدا الرجل متعبا", "REQUEST"),
    ("صرف الماء من السد", "AID"),
    ("وصلت الأسعار إلى القاع", "MOVE"),
    ("شدد الوزير على أهمية القراءة", "REQUEST"),
    ("نشر الجيش تعليقا على الخبر", "REJECT"),
    ("وصف النائب العدوان التركي بالخطر", "ASSAULT"),
    ("قرب عين العرب رئيس البلدية", "SUPPORT"),
    ("يحرص السائح على زيارة السوق", "SUPPORT"),
    ("حق الدفاع عن النفس", "SUPPORT"),
    ("عملاء شركة الاتصالات", "COOPERATE"),
    ("أسهم الشركات في السوق", "COOPERATE"),
    ("تحتاج السيارة إلى إصلاح", "REQUEST"),
    ("بعد رحيل الرئيس", "REQUEST"),
    ("حذف الصورة من الصحيفة", "CONCEDE"),
    ("دفع الموظف ببراءته", "CONCEDE"),
    ("سافر إلى الخارج", "HARM"),
    ("تدور المعارك حوله في الجبال", "HARM"),
    ("منطقة خفض التصعيد", "RETREAT"),
    ("توقفت السيارة عند الحاجز بسبب الاشتباكات", "RETREAT"),
    ("حصر السلاح بيد الدولة", "CONTROL"),
    ("توسيع الرقعة الزراعية", "CONTROL"),
    ("حافظ الفريق على فرصة الاحتفاظ باللقب", "COERCE"),
    ("اكتشف العلماء نجما جديدا", "COERCE"),
    ("سحب الكرة من الملعب", "COERCE"),
    ("حسم الفريق لقب البطولة", "ASSAULT"),
    ("اشترت تركيا القمح من روسيا", "MOBILIZE"),
    ("اقترب موعد الانتخابات في المدينة", "MOVE"),
    ("خصصت الوزارة يوما للرياضة", "AID"),
    ("قانون الإطعام القسري للمضربين", "AID"),
    ("قال العميد يحيى سريع في ذكرى الهجوم", "PROTEST"),
    ("قصفت روسيا تجمعات داعش في القرية", "PROTEST"),
    ("سلمت تركيا المطلوب إلى روسيا", "CONSULT"),

    ("فقدت الأمة وجهتها", "CONTROL"),
    ("رفعت الوزارة مستوى خدمتها", "MOBILIZE"),

    ("استهدف الطيران تجمعا لعناصر داعش", "MOBILIZE"),
    ("قانون جديد لمكافحة الإرهاب", "COERCE"),
    ("تعاون في مكافحة الإرهاب في تركيا", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_the_words_around_tell_what_kind_of_event_it_is(text: str, expected: str) -> None:
    assert expected in [f"{c.type} {text[c.anchor.start : c.anchor.end]}" for c in claims_of(text)]


@pytest.mark.parametrize(("text", "kind"), NO_SUCH_KIND)
def test_words_that_look_alike_tell_no_such_event(text: str, kind: str) -> None:
    assert kind not in [c.type for c in claims_of(text)]


def _one(text: str, **found: object) -> ClaimDraft:
    (claim,) = claims_of(text, **found)
    return claim


def test_roles_point_to_the_words_that_name_them() -> None:
    text = "استهدف الجيش التركي مواقع قسد قرب الحدود"
    claim = _one(text)
    named = [text[r.span.start : r.span.end] for r in (*claim.agent, *claim.patient) if r.span is not None]
    assert named == ["الجيش التركي", "قسد"]


def test_somebody_unlisted_is_other_with_a_span() -> None:
    text = "خطف مسلحون ملثمون المدنيين"
    claim = _one(text)
    (agent,) = claim.agent
    assert agent.actor == "other"
    assert agent.span is not None
    assert text[agent.span.start : agent.span.end] == "مسلحون ملثمون"


def test_nobody_named_is_somebody_without_words() -> None:
    claim = _one("هوجم قيادي في وسط المدينة")
    assert [(r.actor, r.span) for r in claim.agent] == [("other", None)]
    assert claim.patient[0].actor == "other"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("خطف تنظيم الدولة مدنيين", "abduct"),
        ("نفذت القوات الروسية غارات على قسد", "aerial"),
        ("اغتال تنظيم الدولة قياديا", "assassinate"),
        ("أعدم تنظيم الدولة مدنيين", "execute"),
        ("اعتقلت قسد مدنيين", "arrest"),
        ("حماية روسيا لقسد", "protect"),
        ("سهلت روسيا وصول قسد", "facilitate"),
        ("غضت روسيا الطرف عن تنظيم الدولة", "tolerate"),
    ],
)
def test_the_mode_is_that_of_the_words(text: str, mode: str) -> None:
    assert claims_of(text)[0].mode == mode


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("تسيطر قسد على المعبر", "hold"),
        ("سيطرت قسد على المعبر", "begin"),
        ("استولت قسد على المعبر", "begin"),
        ("فقدت قسد السيطرة على المعبر", "end"),
        ("المعبر الخاضع لسيطرة قسد", "hold"),
    ],
)
def test_control_begins_holds_or_ends(text: str, phase: str) -> None:
    assert claims_of(text)[0].phase == phase


def test_place_and_time_are_those_of_the_clause() -> None:
    text = "قصفت القوات الروسية زردنا أمس، وهاجمت قسد منبج"
    first, second = claims_of(text, places=("زردنا", "منبج"), times=("أمس",))
    assert [p.place.id for p in first.places] == ["test:زردنا"]
    assert first.time is not None
    assert [p.place.id for p in second.places] == ["test:منبج"]
    assert second.time is None


def test_a_controlled_place_is_the_head_of_the_relative_clause() -> None:
    (claim,) = claims_of("زردنا التي تسيطر عليها قسد بعيدة عن منبج", places=("زردنا", "منبج"))
    assert [p.place.id for p in claim.places] == ["test:زردنا"]


@pytest.mark.parametrize(
    ("text", "counts", "expected"),
    [
        ("مقتل 5 مدنيين في القصف", [("5 مدنيين", "killed", 5)], ["HARM 5 مقتل"]),
        ("أوقع 5 قتلى", [("5 قتلى", "killed", 5)], ["HARM 5 أوقع 5 قتلى"]),
        ("أسفر القصف عن مقتل 5 أشخاص", [("5 أشخاص", "killed", 5)], ["HARM 5 مقتل"]),
        ("سقط 5 قتلى في البلدة", [("5 قتلى", "killed", 5)], ["HARM 5 سقط 5 قتلى"]),
        (
            "أدى القصف إلى 5 قتلى و7 جرحى",
            [("5 قتلى", "killed", 5), ("7 جرحى", "wounded", 7)],
            ["HARM 5 قتلى", "HARM 7 جرحى"],
        ),
        ("خطف تنظيم الدولة 3 رجال", [("3 رجال", "abducted", 3)], ["ASSAULT 3 خطف"]),
        ("اعتقلت قسد 4 شبان", [("4 شبان", "detained", 4)], ["COERCE 4 اعتقلت"]),
        ("ألقت قسد القبض على 4 شبان", [("4 شبان", "detained", 4)], ["COERCE 4 ألقت"]),
        ("كان في البلدة 30 مقاتلا", [("30 مقاتلا", "fighters", 30)], ["PRESENCE 30 مقاتلا"]),
        ("تمويل التنظيم بمبلغ 9 ملايين دولار", [("9 ملايين دولار", "money", 9)], ["AID 9 تمويل"]),
        ("أبرمت الشركة صفقة بمبلغ 9 ملايين دولار", [("9 ملايين دولار", "money", 9)], ["AGREE 9 أبرمت"]),
        ("كانت في القطار 30 راكبة", [("30 راكبة", "other", 30)], ["PRESENCE 30 راكبة"]),
        ("تظاهر 300 طالب أمام الوزارة", [("300 طالب", "other", 300)], ["PROTEST 300 تظاهر"]),
    ],
)
def test_every_count_ends_up_in_one_claim(
    text: str, counts: list[tuple[str, Measure, int]], expected: list[str]
) -> None:
    claims = claims_of(text, counts=counts)
    found = [
        f"{c.type} {c.quantity.low} {text[c.anchor.start : c.anchor.end]}"
        for c in claims
        if c.quantity is not None
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "counts", "expected"),
    [
        ("قتل انتحاريان 13 مدنيا", (("13 مدنيا", "killed", 13),), "civilians"),
        (
            "مقتل 11 من داعش وإصابة 5 آخرين",
            (("11", "killed", 11), ("5 آخرين", "wounded", 5)),
            "islamic-state",
        ),
        ("استشهاد أربعة عسكريين", (("أربعة عسكريين", "killed", 4),), "other"),
        ("تصفية ألفي مخرب", (("ألفي مخرب", "killed", 2000),), "other"),
    ],
)
def test_those_counted_are_told_by_their_noun_or_who_was_counted_before(
    text: str, counts: tuple[tuple[str, Measure, int], ...], expected: str
) -> None:
    last = [c for c in claims_of(text, counts=counts) if c.quantity is not None][-1]
    assert [r.actor for r in last.patient] == [expected]


def test_nobody_is_understood_to_attack_his_own_side() -> None:
    text = "هاجمت القوات الروسية البلدة. وقتل جنود من روسيا في هجوم"
    document, findings = prepare(text)
    claims = find_claims(document, findings, lexicons(), sides={"russian-forces": "russia"})
    killed = next(c for c in claims if c.type == "HARM")
    assert [r.actor for r in killed.patient] == ["russia"]
    assert killed.agent == ()


def test_who_tells_of_measures_that_were_taken_took_them() -> None:
    text = "أعلنت القوات الروسية أنه تم منع المدنيين من العبور"
    said = Said("أعلنت", "أنه تم منع المدنيين من العبور", "announce", "القوات الروسية", ("russian-forces",))
    claim = next(c for c in claims_of(text, said=(said,)) if c.type == "COERCE")
    assert [r.actor for r in claim.agent] == ["russian-forces"]


def test_who_goes_to_a_capital_visits_its_state() -> None:
    document, findings = prepare("زيارة وفد من تركيا إلى باريس")
    visit = find_claims(document, findings, lexicons(), capitals={"باريس": "france"})[0]
    assert [r.actor for r in visit.patient] == ["france"]


def test_soldiers_are_no_civilians() -> None:
    killed = claims_of("قتل 5 جنود في الهجوم", counts=[("5 جنود", "killed", 5)])[0]
    hurt = claims_of("قتل 5 أطفال في الهجوم", counts=[("5 أطفال", "killed", 5)])[0]
    assert [r.actor for r in killed.patient] == ["other"]
    assert [r.actor for r in hurt.patient] == ["civilians"]


def test_a_claim_belongs_to_the_innermost_attribution() -> None:
    text = "قال ناشط إن شاهدا ذكر أن القوات الروسية قصفت القرية"
    said = (
        Said("قال", "إن شاهدا ذكر أن القوات الروسية قصفت القرية"),
        Said("ذكر", "أن القوات الروسية قصفت القرية", parent=0),
    )
    assert [c.attribution for c in claims_of(text, said=said)] == [1]


def test_a_count_stays_with_the_source_that_counts() -> None:
    text = "أكد المسلحون مقتل قائدهم، وقال ناشط إن 9 جنود قتلوا"
    said = (Said("أكد", "مقتل قائدهم"), Said("وقال", "إن 9 جنود قتلوا"))
    claims = claims_of(text, said=said, counts=[("9 جنود", "killed", 9)])
    assert [(c.attribution, c.quantity is not None) for c in claims] == [(0, False), (1, True)]


def test_what_nobody_says_is_the_outlets_own() -> None:
    text = "قال ناشط إن تركيا هاجمت قسد، وقصفت القوات الروسية القرية"
    claims = claims_of(text, said=(Said("قال", "إن تركيا هاجمت قسد"),))
    assert [c.attribution for c in claims] == [0, None]


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        (
            "اتهمت تركيا قسد بقصف القرية",
            Said("اتهمت", "بقصف القرية", "accuse", "تركيا", ("turkey",), "قسد"),
            ["ACCUSE turkey>sdf", "ASSAULT sdf>civilians"],
        ),
        (
            "طالبت موسكو أنقرة بسحب قواتها",
            Said("طالبت", "بسحب قواتها", "request", "موسكو", ("russia",), "أنقرة"),
            ["REQUEST russia>turkey", "RETREAT turkey>-"],
        ),
        (
            "رفضت قسد الانسحاب من المعبر",
            Said("رفضت", "الانسحاب من المعبر", "refuse", "قسد", ("sdf",)),
            ["REJECT sdf>-", "RETREAT sdf>-"],
        ),
        (
            "هددت أنقرة باجتياح مدينة منبج",
            Said("هددت", "باجتياح مدينة منبج", "threaten", "أنقرة", ("turkey",)),
            ["THREATEN turkey>other", "ASSAULT turkey>other"],
        ),
    ],
)
def test_an_act_of_speech_is_a_claim_with_its_theme(text: str, said: Said, expected: list[str]) -> None:
    act, theme = claims_of(text, said=(said,))
    assert [" ".join(shown(c, text).split()[:2]) for c in (act, theme)] == expected
    assert act.attribution is None
    assert theme.attribution == 0
    assert act.theme == 1


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("رفضت قسد الانسحاب من البلدة", "RETREAT"),
        ("رفضت قسد العرض وقصفت القوات الروسية البلدة", None),
        ("هددت تركيا قسد حال قصف البلدة", None),
        ("اقتربت قسد من الاتفاق فقصفت تركيا البلدة", None),
        ("رفضت قسد تنفيذ ما قصفت تركيا البلدة لأجله", None),
        ("رفضت قسد رواتب السكان الهاربين", None),  # an attribute of those whose wishes are refused
        ("رفضت قسد زيادة الرواتب بهدف الانسحاب من البلدة", None),  # a purpose
    ],
)
def test_what_stands_behind_and_or_a_circumstance_is_no_theme(text: str, theme: str | None) -> None:
    claims = claims_of(text)
    act = next(c for c in claims if c.type in ("REJECT", "THREATEN", "AGREE"))
    assert (claims[act.theme].type if act.theme is not None else None) == theme


def test_what_only_wraps_a_request_is_not_what_is_asked_for() -> None:
    claims = claims_of("طالبت تركيا قسد بضرورة الانسحاب من البلدة")
    first = next(c for c in claims if c.type == "REQUEST")
    assert first.theme is not None
    assert claims[first.theme].type == "RETREAT"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("اعترضت قسد على القرار", ["REJECT"]),
        ("اعترضت قسد طريق المهاجرين", []),
        ("هددت تركيا قسد", ["THREATEN"]),
        ("البطالة تهدد المصنع بالإفلاس", []),
        ("توجه قائد قسد إلى البلدة", ["MOVE"]),
        ("توجه قائد قسد بالشكر إلى تركيا", ["SUPPORT"]),
        ("التزمت قسد بالاتفاق", ["AGREE", "CONCEDE"]),
        ("التزمت قسد الصمت", []),
        ("تلقت الشركة طلب الحكومة", ["REQUEST"]),
        ("زاد الطلب القوي", []),
    ],
)
def test_words_beside_an_act_show_that_it_is_none(text: str, types: list[str]) -> None:
    assert sorted(c.type for c in claims_of(text)) == types


def test_blamed_twice_is_blamed_by_the_same() -> None:
    text = "أدانت تركيا وتستنكر القصف الروسي"
    said = Said("أدانت", "وتستنكر القصف الروسي", "accuse", "تركيا", ("turkey",))
    blamed = [
        (c.agent[0].actor, c.patient[0].actor) for c in claims_of(text, said=(said,)) if c.type == "ACCUSE"
    ]
    assert blamed == [("turkey", "russia"), ("turkey", "russia")]


def test_a_capital_that_is_addressed_is_its_state() -> None:
    said = (Said("طالبت", "بالانسحاب", "request", "تركيا", ("turkey",), "باريس"),)
    document, findings = prepare("طالبت تركيا باريس بالانسحاب", said=said)
    request = find_claims(document, findings, lexicons(), capitals={"باريس": "france"})[0]
    assert [r.actor for r in request.patient] == ["france"]


def test_a_mutual_accusation_is_two_claims_of_either_side() -> None:
    text = "تبادلت موسكو وأنقرة الاتهامات بقصف القرية"
    said = Said("الاتهامات", "بقصف القرية", "accuse", "موسكو وأنقرة", ("russia", "turkey"))
    claims = claims_of(text, said=(said,))
    told = [(c.holders, [r.actor for r in c.agent]) for c in claims if c.type == "ASSAULT"]
    assert told == [(("russia",), ["turkey"]), (("turkey",), ["russia"])]
    accused = [
        ([r.actor for r in c.agent], [r.actor for r in c.patient], c.theme)
        for c in claims
        if c.type == "ACCUSE"
    ]
    assert accused == [(["russia"], ["turkey"], 2), (["turkey"], ["russia"], 3)]


def test_a_pronoun_means_the_last_subject() -> None:
    text = "أكد ناشط أن تنظيم الدولة دخل القرية، إلا أنه قام بخطف مدنيين"
    claims = claims_of(text, said=(Said("أكد", "أن تنظيم الدولة دخل القرية، إلا أنه قام بخطف مدنيين"),))
    taken = next(c for c in claims if c.type == "ASSAULT")
    assert [(r.actor, r.span) for r in taken.agent] == [("islamic-state", None)]


def test_anchors_are_single_words_inside_their_content() -> None:
    text = "قصفت القوات الروسية القرية ثم انسحبت قوات النظام منها بعد أن هاجم تنظيم الدولة المعبر"
    for claim in claims_of(text):
        assert len(text[claim.anchor.start : claim.anchor.end].split()) == 1
        assert claim.content.start <= claim.anchor.start < claim.anchor.end <= claim.content.end


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("هاجمت تركيا قسد. وقال سكان إنهم فروا من الهجوم", ["هاجمت", "فروا"]),
        # Not where a clause tells about the event itself, nor where it names others who did it.
        ("هاجمت تركيا قسد. وقال سكان إن الهجوم كان عنيفا", ["هاجمت", "الهجوم"]),
        ("خطف داعش موظفا. وقال سكان إن عملية الخطف وقعت ليلا", ["خطف", "الخطف"]),
        ("هاجمت تركيا قسد. لكن الهجوم كان محدودا", ["هاجمت", "الهجوم"]),
        ("هاجم داعش قسد. ورحبت روسيا بالهجمات التركية على الحوثيين", ["هاجم", "ورحبت", "بالهجمات"]),
        ("شنت تركيا هجوما على قسد. وانسحبت قسد بعد الهجوم", ["هجوما", "وانسحبت"]),
        ("هاجمت تركيا قسد. ودانت روسيا الهجوم", ["هاجمت", "ودانت", "الهجوم"]),  # what is condemned
        ("هاجمت تركيا قسد. وقصفت تركيا قسد بعد القصف", ["هاجمت", "وقصفت"]),
    ],
)
def test_an_event_that_is_only_recalled_is_told_once(text: str, anchors: list[str]) -> None:
    found = [text[c.anchor.start : c.anchor.end].rsplit(maxsplit=1)[-1] for c in claims_of(text)]
    assert found == anchors


def test_repeated_passages_tell_nothing_again() -> None:
    line = "قصفت القوات الروسية أطراف القرية الواقعة على الطريق العام بعد الظهر"
    assert len(claims_of(f"{line}\n{line}")) == 1


@pytest.mark.parametrize(
    "unit", ["هجوم على ", "قصف القوات الروسية ", "لم يقصف ", "التي تسيطر عليها ", '" ( « 5 ']
)
def test_long_text_without_marks_is_read(unit: str) -> None:
    text = "".join(f"{unit} س{i:x} " for i in range(3000))
    for claim in claims_of(text):
        assert Span(0, 0) < claim.anchor
        assert claim.content.end <= len(text)


def test_the_helper_places_what_it_is_told() -> None:
    document, findings = prepare("قصفت القوات الروسية زردنا", places=("زردنا",))
    assert document.tokens == analyse("قصفت القوات الروسية زردنا").tokens
    assert findings.actors[0].actors == ("russian-forces",)
