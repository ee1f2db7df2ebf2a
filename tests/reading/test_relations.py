"""Who asks, blames, meets, helps and threatens whom, from whole texts."""

from __future__ import annotations

import pytest

import riwaya
from reading.slices import takes_part

ROWS = [
    # Whom help and orders serve that a clause only adds; what is held was not taken from who helped.
    ("استعادت قسد القاعدة بدعم من التحالف الدولي.", "SUPPORT", "us-led-coalition>sdf"),
    ("استعادت قسد القاعدة بدعم من التحالف الدولي.", "CONTROL", "sdf>"),
    ("انتشر الجيش التركي في البلدة بطلب من الحكومة العراقية.", "REQUEST", "iraq>turkish-forces"),
    ("نفت إيران اتهامات بدعم الحوثيين.", "SUPPORT", "iran>houthis | iran>houthis"),
    # Whom a doer behind what must be done names is called upon, and does not ask.
    ("وأكدت تركيا ضرورة احترام الهدنة من قبل الحوثيين.", "REQUEST", "turkey>houthis"),
    ("وأكدت تركيا ضرورة احترام الهدنة.", "REQUEST", "turkey>other"),
    # Whose right is breached did not breach it.
    ("وقال حزب الله إن انتهاك سيادة تركيا مستمر.", "REJECT", "other>"),
    ("وواصل الجيش الإسرائيلي انتهاك أجواء سوريا.", "REJECT", "israeli-forces>"),
    ("وقال حزب الله إن انتهاك تركيا للهدنة مستمر.", "REJECT", "turkey>"),
    # What one does or binds oneself to is no help by which something else is done.
    ("قامت إيران بدعم الحوثيين.", "SUPPORT", "iran>houthis"),
    ("قوات التحالف العربي ملتزمة بدعم الجيش اليمني.", "SUPPORT", "saudi-led-coalition>yemeni-government"),
    ("التزمت إيران بدعم الحوثيين.", "SUPPORT", "iran>houthis"),
    ("أكدت إيران التزامها بدعم الحوثيين.", "SUPPORT", "iran>houthis"),
    ("إيران ملتزمة بقوة بدعم الحوثيين.", "SUPPORT", "iran>houthis"),
    ("لم يلتزم تنظيم داعش بالهدنة بدعم روسيا.", "SUPPORT", "russia>islamic-state"),
    ("إن تركيا تقوم بحماية تنظيم الدولة.", "SHELTER", "turkey>islamic-state"),
    ("قامت القوات العراقية بعملية بدعم طيران التحالف الدولي.", "SUPPORT", "us-led-coalition>iraqi-forces"),
    ("وشن الجيش الإسرائيلي عدوانه المستمر بدعم أميركي.", "SUPPORT", "united-states>israeli-forces"),
    # The accused denies; what he is accused of is his doing, not the accuser's.
    ("نفت إيران اتهامات بدعم الحوثيين.", "ACCUSE", "other>iran"),
    ("اتهمت تركيا إيران بتهديد أمنها والتعاون مع قسد.", "COOPERATE", "iran>sdf"),
    ("اتهم الجيش التركي قسد بأنها تتعاون مع إيران.", "COOPERATE", "sdf>iran"),
    # Who denies what is told of him by his pronoun is the one it is told of; else who is named there.
    ("نفت طهران المزاعم بأنها زودت الحوثيين بالصواريخ.", "AID", "iran>houthis | iran>houthis"),
    ("نفت موسكو اتهامات واشنطن بأنها قصفت قسد.", "ASSAULT", "russia>sdf | russia>sdf"),
    ("نفت طهران المزاعم بأن روسيا قصفت قسد.", "ASSAULT", "russia>sdf | russia>sdf"),
    # Whose deed it was is blamed.
    ("دانت قسد في بيان القصف التركي.", "ACCUSE", "sdf>turkey"),
    ("دان الوزير الحادث الإرهابي.", "ACCUSE", "other>other"),
    # Behind "amid" and "after" others ask; from whom blame, protest and sanctions come.
    ("قصفت إسرائيل البلدة بعد مطالبات بوقف القصف.", "REQUEST", "other>other"),
    ("جاء القرار وسط دعوات إلى الحكومة العراقية لاتخاذ إجراءات.", "REQUEST", "other>iraq"),
    ("أثار القرار انتقادات من روسيا.", "ACCUSE", "russia>other"),
    ("رد الحزب على عقوبات من الولايات المتحدة.", "SANCTION", "united-states>other"),
    # Supporters of a party are people, as is the public.
    ("تظاهر أنصار حزب الله أمام السفارة الأمريكية.", "PROTEST", "civilians>united-states"),
    ("قال المتحدث باسم حماس: ندعو جماهير شعبنا إلى الصمود.", "REQUEST", "hamas>civilians"),
    ("وزعت المنظمة مساعدات على ألف نازح.", "AID", "other>civilians"),
    # Whom a threat, a refusal and consent aim at.
    ("هدد حزب الله بقصف إسرائيل.", "THREATEN", "hezbollah>israel"),
    ("رفضت إيران طلب روسيا وقف القصف.", "REJECT", "iran>russia"),
    ("أوقفت تركيا القصف استجابة لطلب روسيا.", "CONCEDE", "turkey>russia"),
    ("قال المتحدث باسم حماس إن مطالب إسرائيل مرفوضة.", "REJECT", "hamas>israel"),
    # Who or what is handed over is not to whom.
    ("سلمت تركيا قياديا في داعش إلى السلطات العراقية.", "COOPERATE", "turkey>iraq"),
    # Lists behind commas, duals and both of them.
    (
        "وقعت كل من روسيا، إيران وتركيا اتفاقية.",
        "AGREE",
        "russia iran turkey>russia iran turkey | russia iran turkey>russia iran turkey",
    ),
    ("قصفت روسيا البلدة، وإيران أرسلت قوات.", "ASSAULT", "russia>civilians"),
    (
        "تلقى الملك سلمان اتصالين هاتفيين من ملك الأردن، وملك البحرين، عبرا فيهما عن إدانتهما للهجوم.",
        "ACCUSE",
        "jordan bahrain>other",
    ),
    ("تحسنت العلاقة بين روسيا وإيران والتنسيق بينهما.", "COOPERATE", "russia>iran"),
    # A form of address goes on with the name; who stands behind it is visited.
    ("زار صاحب السمو الملكي الأمير فيصل بن خالد أمير منطقة عسير المصابين.", "CONSULT", "other>other"),
    ("استقبل معالي وزير الخارجية الروسي أمس السفير التركي.", "CONSULT", "russia>turkey"),
    # Whoever does it is somebody else than those before.
    ("أدانت تركيا الحوثيين ومن يساندهم.", "SUPPORT", "other>houthis"),
    ("قال المتحدث إن هؤلاء المقاتلين كانوا مرتبطين بداعش.", "COOPERATE", "other>islamic-state"),
    # Who speaks of help and talks mostly speaks of himself.
    ("أكدت روسيا حق تركيا في الدفاع عن نفسها.", "SUPPORT", "russia>turkey"),
    ("طالب النائب العراقي الحكومة العراقية بوقف القصف.", "REQUEST", "other>iraq"),
    ("تركيا بدأت أمس عمليات عسكرية ووافقت على طلب روسيا.", "CONCEDE", "turkey>russia"),
    # Protesters storm; whom a deed befell, who opposes and who is charged is read by the words themselves.
    ("جاء ذلك بعد اقتحام العشرات من المتظاهرين القنصلية التركية.", "ASSAULT", "civilians>turkey"),
    ("جاء ذلك رغم احتجاجات المعارضة.", "PROTEST", "other>other"),
    ("أقدم محتجون على قطع الشوارع.", "PROTEST", "civilians>other"),
    ("مثل شاب أمام القضاء بتهمة الانضمام إلى داعش.", "ACCUSE", "other>other"),
    ("تظاهر المئات للتنديد بالغارات التي يشنها الجيش التركي.", "ACCUSE", "civilians>turkish-forces"),
    ("تظاهر المئات احتجاجا على القصف الإسرائيلي.", "PROTEST", "civilians>israel | civilians>israel"),
    ("انتهت العملية بالقبض على أشخاص ينتمون إلى داعش.", "COOPERATE", "other>islamic-state"),
    # Who is met, who receives and who is spoken of by a title.
    ("وصل وزير الخارجية الروسي إلى الدوحة للقاء الرئيس التركي.", "CONSULT", "russia>turkey"),
    ("زار وزير الخارجية الروسي أنقرة والتقى الرئيس التركي.", "CONSULT", "russia>turkey | russia>turkey"),
    ("التقى وزير الخارجية الروسي نظيريه، الأميركي والسعودي.", "CONSULT", "russia>united-states saudi-arabia"),
    ("وصل الرئيس التركي وكان في استقباله وزير الخارجية الروسي.", "CONSULT", "russia>turkey"),
    ("بدأت زيارة لوزير الخارجية الروسي إلى بغداد.", "CONSULT", "russia>iraq"),
    (
        "التقى الوزير الروسي نظيره التركي. وجرى خلال اللقاء التوقيع.",
        "CONSULT",
        "russia>turkey | russia>turkey",
    ),
    ("تحدث الرئيس الأمريكي عن الاتفاق الذي أبرمته روسيا مع إيران.", "AGREE", "russia>iran"),
    (
        "زار الأمير محمد بن سلمان المنطقة. جاء ذلك لدى استقبال سموه المواطنين.",
        "CONSULT",
        "saudi-arabia> | saudi-arabia>civilians",
    ),
    # Many are asked, but not all of them are the public.
    ("دعا الوزير العراقي العراقيين إلى الحوار.", "REQUEST", "iraq>civilians"),
    ("دعا الوزير العراقي السياسيين إلى الحوار.", "REQUEST", "iraq>other"),
    # Who meets among themselves meets nobody else.
    ("بحث مسؤولون من دول عدة الأزمة.", "CONSULT", "other>"),
    ("التقى الوزير أمس في بغداد.", "CONSULT", "other>"),
]


@pytest.mark.parametrize(("text", "kind", "expected"), ROWS)
def test_who_takes_part(text: str, kind: str, expected: str) -> None:
    assert takes_part(riwaya.read(text), kind, expected)
