"""Who takes part though no word says who: somebody, never a party that the source did not name."""

from __future__ import annotations

import pytest

import riwaya
from reading.claimcase import claims_of, shown

SOMEBODY = [
    ("هاجمت تركيا ليلا", "ASSAULT turkey>other CT+ هاجمت"),
    ("وقع هجوم أمس", "ASSAULT other>other CT+ وقع هجوم"),
    ("تظاهر طلاب أمس", "PROTEST civilians>other CT+ تظاهر"),
    ("وقعت إصابات", "HARM ->civilians CT+ وقعت إصابات"),
    # An attack is told without who made it, not so a fight, an operation, or what they did.
    ("طالت غارات مقر قسد", "ASSAULT ->sdf CT+ غارات"),
    ("استهدفت ضربة مقر قسد", "ASSAULT ->sdf CT+ استهدفت"),
    ("سقطت صواريخ على مقر قسد", "ASSAULT ->sdf CT+ سقطت صواريخ"),
    ("استهدفوا مقر قسد", "ASSAULT other>sdf CT+ استهدفوا"),
    ("دارت معارك مع قسد", "ASSAULT other>sdf CT+ دارت معارك"),
    # People attack and murder, whoever they are; what flies or falls is only told of.
    ("استهدف هجوم مقر قسد", "ASSAULT other>sdf CT+ استهدف"),
    ("استهدف هجوم صاروخي مقر قسد", "ASSAULT ->sdf CT+ استهدف"),
    ("وقع هجوم صاروخي أمس", "ASSAULT ->other CT+ وقع هجوم"),
    ("نوقش التفجير الذي استهدف سوقا", "ASSAULT other>civilians CT+ استهدف"),
    ("نوقش الانفجار الذي استهدف سوقا", "ASSAULT ->civilians CT+ استهدف"),
    ("أدان الوزير اغتيال طفل", "ASSAULT other>other CT+ اغتيال"),
    # A bomb goes off: nobody need have laid it, and it goes off among people.
    ("وقع تفجير أمس", "ASSAULT ->civilians CT+ وقع تفجير"),
    ("انفجرت سيارة مفخخة أمس", "ASSAULT ->civilians CT+ انفجرت"),
    ("وقع هجوم انتحاري أمس", "ASSAULT other>civilians CT+ وقع هجوم"),
    ("شهدت المدينة هجومين إرهابيين", "ASSAULT other>civilians CT+ هجومين"),
    ("وقع الاعتداء الإرهابي أمس", "ASSAULT other>civilians CT+ وقع الاعتداء"),
    # A bus is anybody's, not so a car, nor what is made for war.
    ("استهدف مسلحون حافلة ركاب", "ASSAULT other>civilians CT+ استهدف"),
    ("استهدف مسلحون سيارة مسرعة", "ASSAULT other>other CT+ استهدف"),
    ("استهدف مسلحون محطة رادار", "ASSAULT other>other CT+ استهدف"),
    # Drivers are asked as people, a commander is not; people are kept from the internet.
    ("طلبت إيران من سائقي الشاحنات تجنب الطريق", "REQUEST other>civilians CT+ طلبت"),
    ("طلبت إيران من قائد الفرقة تجنب الطريق", "REQUEST other>other CT+ طلبت"),
    ("حظر الحوثيون الإنترنت في المدينة", "COERCE houthis>civilians CT+ حظر"),
    ("حظر الحوثيون حزب الفجر في المدينة", "SANCTION houthis>other CT+ حظر"),
    # What it is done with is not whom it is done to.
    ("تعرض الحوثيون للطعن بسكين حاد", "ASSAULT other>houthis CT+ للطعن"),
    # A massacre is done to people; what only is called an attack to somebody.
    ("ارتكب الحوثيون مجزرة أمس", "ASSAULT houthis>civilians CT+ مجزرة"),
    ("ارتكبت تركيا جرائم حرب", "ASSAULT turkey>civilians CT+ جرائم"),
    ("نفذ الحوثيون هجوما أمس", "ASSAULT houthis>other CT+ هجوما"),
    ("بدأت تركيا قبل عام هجوم حرب", "ASSAULT turkey>other CT+ هجوم"),
    ("ارتكبت تركيا جرائم بشعة", "ASSAULT turkey>other CT+ جرائم"),
    # The people of a place are whom an attack on it hit; of a thing or a land nobody says.
    ("قصفت القوات الروسية بلدة صغيرة", "ASSAULT russian-forces>civilians CT+ قصفت"),
    ("قصفت تركيا حي الزهور", "ASSAULT turkey>civilians CT+ قصفت"),
    ("قصفت تركيا ليلا", "ASSAULT turkey>other CT+ قصفت"),
    # Whom somebody's attack left dead, he killed; a bomb's dead and a fight's nobody is said to have.
    ("فتح مسلح النار على المارة وقتل شخصان", "HARM other>civilians CT+ وقتل"),
    ("فتح مسلح النار على المارة. وأعلن مقتل شخصين", "HARM other>civilians CT+ وأعلن مقتل"),
    ("انفجرت سيارة مفخخة وقتل شخصان", "HARM ->civilians CT+ وقتل"),
    ("عثر على رجل وأعلن مقتل شخصين طعنا", "HARM other>civilians CT+ وأعلن مقتل"),
    ("أعلن مقتل شخصين في حادث سير", "HARM ->civilians CT+ أعلن مقتل"),
    ("قتل شخصان في هجوم على سوق", "HARM other>civilians CT+ قتل"),
    ("قتل شخصان في غارة على سوق", "HARM ->civilians CT+ قتل"),
    ("أسفرت الاشتباكات عن مقتل شخصين", "HARM ->civilians CT+ مقتل"),
    # Who welcomes something welcomes somebody's doing; who refuses to do something refuses it to nobody.
    ("رحبت تركيا بالهدنة", "SUPPORT turkey>other CT+ رحبت"),
    ("رحبت تركيا بأي تفاهم مع روسيا", "SUPPORT turkey>russia CT+ رحبت"),
    ("رحبت تركيا بالهدنة. وأعلنت روسيا موقفها", "SUPPORT turkey>other CT+ رحبت"),
    ("رفضت تركيا التعليق", "REJECT turkey>- CT+ رفضت"),
    # Who is kept from a holy place or a home, or driven from it, is one of the people; a base is nobody's home.
    ("اقتحمت القوات الروسية المسجد الأقصى", "COERCE russian-forces>civilians CT+ اقتحمت"),
    ("اقتحم الحوثيون منزل تاجر", "COERCE houthis>civilians CT+ اقتحم"),
    ("اقتحم الحوثيون القاعدة", "ASSAULT houthis>other CT+ اقتحم"),
    # Whom the police takes is somebody, and one of the people where a word says so; a group takes anybody.
    ("اعتقلت الشرطة التركية رجلا", "COERCE turkey>other CT+ اعتقلت"),
    ("اعتقلت الشرطة التركية طلابا", "COERCE turkey>civilians CT+ اعتقلت"),
    ("اعتقل الحوثيون رجلا", "COERCE houthis>civilians CT+ اعتقل"),
    # What a state orders is done by its own; what it holds for needful it asks of somebody.
    ("أوعزت تركيا بإغلاق المعبر", "REQUEST turkey>turkey CT+ أوعزت"),
    ("دعت تركيا إلى هدنة", "REQUEST turkey>other CT+ دعت"),
]

#: The state of which a report tells three times, and hardly of another, arrests and bans.
OFTEN = "ناقشت تركيا الموازنة. وعاد وفد تركيا. وتنتظر تركيا الأمطار. "
GROUP = "انتشر الحوثيون في المدينة. وأغلق الحوثيون السوق. وحشد الحوثيون مقاتليهم. "
PREVAILING = [
    (OFTEN + "وفي سياق آخر، تقرر منع السفر.", "COERCE turkey>civilians CT+ تقرر منع"),
    # Not one that is named but twice, nor one of two that are named often, nor a group.
    ("ناقشت تركيا الموازنة. وعاد وفد تركيا. وتقرر منع السفر.", "COERCE other>civilians CT+ وتقرر منع"),
    (
        OFTEN + "وعاد وفد روسيا. وتنتظر روسيا الأمطار. وتقرر منع السفر.",
        "COERCE other>civilians CT+ وتقرر منع",
    ),
    (GROUP + "وفي سياق آخر، تقرر منع السفر.", "COERCE other>civilians CT+ تقرر منع"),
    # It is not accused, nor refused anything, because the report is about it; nor does it what undermines it.
    (OFTEN + "ودانت روسيا تفجيرا في السوق.", "ACCUSE russia>other CT+ ودانت"),
    (OFTEN + "ورفض مسلحون الانسحاب من المدينة.", "REJECT other>- CT+ ورفض"),
    (OFTEN + "وجرت زعزعة الأمن.", "COERCE other>other CT+ وجرت زعزعة"),
    # A land's police and courts are its own, gunmen are not.
    (OFTEN + "وفي سياق آخر، اعتقلت الشرطة رجلا.", "COERCE turkey>other CT+ اعتقلت"),
    (OFTEN + "وفي سياق آخر، صادرت المحكمة المال.", "COERCE turkey>other CT+ صادرت"),
    (OFTEN + "وفي سياق آخر، اعتقل مسلحون رجلا.", "COERCE other>other CT+ اعتقل"),
]


@pytest.mark.parametrize(("text", "expected"), PREVAILING)
def test_a_role_is_whose_the_report_is_about(text: str, expected: str) -> None:
    assert expected in [shown(claim, text) for claim in claims_of(text)]


@pytest.mark.parametrize(("text", "expected"), SOMEBODY)
def test_a_role_that_nobody_fills_is_somebodys(text: str, expected: str) -> None:
    assert expected in [shown(claim, text) for claim in claims_of(text)]


#: Who announces what befell people is not who did it; who can do such a thing announces his own doing.
TELLS = [
    ("أعلنت وزارة الصحة السورية وفاة خمسة أشخاص بالكوليرا في حلب.", "HARM", False),
    ("أعلن الدفاع المدني إصابة طفلين في قصف على إدلب.", "HARM", False),
    ("أعلن الدفاع المدني إصابة طفلين في قصف على إدلب.", "ASSAULT", False),
    ("أعلنت الأمم المتحدة نزوح آلاف المدنيين من إدلب.", "HARM", False),
    ("أعلن المرصد السوري قصف بلدة سرمين.", "ASSAULT", False),
    ("أعلن الجيش التركي قصف بلدة سرمين.", "ASSAULT", True),
    ("قال الجيش التركي إنه قصف مواقع التنظيم.", "ASSAULT", True),
]


@pytest.mark.parametrize(("text", "kind", "did"), TELLS)
def test_who_only_tells_did_not_do_it(text: str, kind: str, did: bool) -> None:
    (claim,) = [claim for claim in riwaya.read(text).claims if claim.event.type == kind]
    speaker = set(claim.chain[-1].actors)
    assert bool(speaker & {role.actor for role in claim.event.agent}) is did


#: What is hit, and the place that is named in it.
SITES = [
    # Where soldiers are nobody else lives: who was there is not told. Not so of a civil airport, nor of a
    # camp of those who fled.
    ("قصفت تركيا معسكر الزهور", "ASSAULT turkey>other CT+ قصفت", "معسكر الزهور"),
    ("شنت تركيا غارات على قاعدة الزهور الجوية", "ASSAULT turkey>other CT+ غارات", "قاعدة الزهور"),
    ("قصفت تركيا الفوج 46", "ASSAULT turkey>other CT+ قصفت", "الفوج 46"),
    ("قصفت تركيا مطار الزهور العسكري", "ASSAULT turkey>other CT+ قصفت", "مطار الزهور"),
    ("قصفت تركيا مطار الزهور الدولي", "ASSAULT turkey>civilians CT+ قصفت", "مطار الزهور"),
    ("قصفت تركيا معسكر النازحين", "ASSAULT turkey>civilians CT+ قصفت", "معسكر النازحين"),
    ("قصفت تركيا مدينة الزهور ومطارها العسكري", "ASSAULT turkey>civilians CT+ قصفت", "مدينة الزهور"),
]


@pytest.mark.parametrize(("text", "expected", "place"), SITES)
def test_an_attack_on_soldiers_quarters_is_none_on_civilians(text: str, expected: str, place: str) -> None:
    assert expected in [shown(claim, text) for claim in claims_of(text, places=[place])]


#: Who takes up the attack told of in the sentence before did it; not so who takes up a plan, nor one's own dead.
TAKEN_UP = [
    ("قتل جندي تركي في الحقل. وتبنت كتائب القسام العملية.", True),
    ("قتل ثلاثة جنود في هجوم قرب الحقل. وتبنت كتائب القسام الهجوم.", True),
    ("قتل جندي تركي في الحقل. وتبنت كتائب القسام الخطة.", False),
    ("قتل جندي تركي في الحقل. وبقي الحقل خاليا. وتبنت كتائب القسام العملية.", False),
]


@pytest.mark.parametrize(("text", "did"), TAKEN_UP)
def test_who_takes_up_an_attack_did_it(text: str, did: bool) -> None:
    (harm,) = [claim for claim in riwaya.read(text).claims if claim.event.type == "HARM"]
    assert ("al-qassam-brigades" in {role.actor for role in harm.event.agent}) is did


def test_somebody_has_no_words() -> None:
    (claim,) = claims_of("هاجمت تركيا ليلا")
    assert [(r.actor, r.span) for r in claim.patient] == [("other", None)]


@pytest.mark.parametrize(
    "text",
    ["انسحبت قوات النظام", "سيطر داعش على البلدة. ثم سيطرت قوات النظام على القرية"],
)
def test_what_needs_no_other_side_stays_open(text: str) -> None:
    assert [c.patient for c in claims_of(text)] == [()] * len(claims_of(text))


#: Planes and guns of which forces tell are their own; not those that are not known, nor those that hit them.
OWN_ARMS = [
    ("أعلن الجيش التركي أن طائرات قصفت مخزنا في البلدة.", True),
    ("أعلن الجيش التركي أن طائرات مجهولة قصفت مخزنا في البلدة.", False),
    ("أعلن الجيش التركي أن مسيرات قصفت معسكره.", False),
    ("أعلن الوزير أن طائرات قصفت مخزنا في البلدة.", False),
]


@pytest.mark.parametrize(("text", "own"), OWN_ARMS)
def test_planes_of_which_forces_tell_are_their_own(text: str, own: bool) -> None:
    (attack,) = [claim for claim in riwaya.read(text).claims if claim.event.type == "ASSAULT"]
    assert ("turkish-forces" in {role.actor for role in attack.event.agent}) is own


def test_who_claims_an_attack_killed_those_who_fell_in_it() -> None:
    reading = riwaya.read("قتل عشرون شخصا في هجوم تبناه تنظيم داعش في البلدة.")
    (harm,) = [claim for claim in reading.claims if claim.event.type == "HARM"]
    assert [role.actor for role in harm.event.agent] == ["islamic-state"]
