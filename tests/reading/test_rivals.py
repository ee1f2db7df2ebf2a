"""The other side of an attack, where a report names one side of a war and only one of its enemies."""

from __future__ import annotations

import pytest

import riwaya

HOUTHIS = "قال سكان إن الحوثيين غادروا الحي."
ALLIED = (
    "قاتلت المقاومة الشعبية اليمنية الحوثيين. وقاتلت المقاومة الشعبية اليمنية قوات صالح. "
    "وقاتلت المقاومة الشعبية اليمنية الحوثيين. وسيطرت المقاومة الشعبية اليمنية على المطار."
)
YEMEN = "نفذ التحالف العربي غارات. التقى الوزير وفد الحكومة اليمنية."
ROWS = [
    # Whom an attack hits of which only the doer is named, and who did what befell one side.
    (f"نفذ التحالف العربي غارات قرب المدينة. {HOUTHIS}", "ASSAULT", "saudi-led-coalition>houthis"),
    ("تقدمت حماس في الشمال. قصف الجيش الإسرائيلي ليلا.", "ASSAULT", "israeli-forces>hamas"),
    ("أعلنت كتائب القسام مقتل عشرة جنود إسرائيليين.", "HARM", "hamas>israel"),
    ("ردت إيران على الهجمات التي استهدفت القوات الأمريكية.", "ASSAULT", "iran>us-forces"),
    # Military things and soldiers of nobody are the only enemy's.
    (f"قصفت طائرات التحالف العربي مواقع الدفاع الجوي. {HOUTHIS}", "ASSAULT", "saudi-led-coalition>houthis"),
    # An opposition that is at war is an enemy, too, though it is no armed group by name.
    ("قصف الجيش السوري مواقع ليلا. تقدمت المعارضة السورية.", "ASSAULT", "syrian-army>syrian-opposition"),
    ("تقدمت المعارضة السورية فهاجم الجيش السوري ليلا.", "ASSAULT", "syrian-army>syrian-opposition"),
    ("هاجم الجيش السوري ليلا. نددت المعارضة السورية.", "ASSAULT", "syrian-army>other"),
    ("أعلنت المعارضة السورية مقتل عشرة من قوات النظام السوري.", "HARM", "syrian-opposition>syrian-army"),
    ("قصف الجيش السوري مواقع ليلا. تقدمت المعارضة السورية وتنظيم داعش.", "ASSAULT", "syrian-army>other"),
    ("قصفت المعارضة السورية البلدة. غادرت قوات النظام السوري.", "ASSAULT", "syrian-opposition>civilians"),
    # Of two enemies nobody is guessed, and where none is named nobody.
    ("هاجمت إيران ليلا. نددت إسرائيل والولايات المتحدة.", "ASSAULT", "iran>other"),
    ("نفذ التحالف العربي غارات قرب المدينة.", "ASSAULT", "saudi-led-coalition>other"),
    # Two who fight on one side in a war are one enemy.
    (ALLIED, "CONTROL", "popular-resistance-yemen>houthis"),
    # By whose hand people fell only the sentence itself may hint.
    ("مقتل عشرة جنود إسرائيليين في كمين. تقدمت حماس في الشمال.", "HARM", "other>israel"),
    ("أصيب جندي إسرائيلي في مواجهات مع حماس.", "HARM", "hamas>israel"),
    # Nor does anybody attack it whom another sentence names.
    ("وقع هجوم على قوات أمريكية. نددت إيران.", "ASSAULT", "other>us-forces"),
    ("هددت إيران بالرد. كان الهجوم على القوات الأمريكية عنيفا.", "ASSAULT", "iran>us-forces"),
    ("هددت إيران بالرد. وقع هجوم على قوات أمريكية.", "ASSAULT", "other>us-forces"),
    ("وقع هجوم على قوات أمريكية ردا على تهديد إيران.", "ASSAULT", "iran>us-forces"),
    # Not where somebody is accused, nor of harm beside an attack by nobody knows whom.
    (f"اتهمت الشرطة رجلا بالتخطيط لمهاجمة جنود سعوديين. {HOUTHIS}", "ASSAULT", "other>saudi-arabia"),
    (f"قتل جندي سعودي في انفجار لغم. {HOUTHIS}", "HARM", ">saudi-arabia"),
    # A place is freed by the government that fights those who held it, by whom on its side the sentence names.
    (f"{YEMEN} وصلت سفينة بعد تحرير المدينة من الحوثيين.", "CONTROL", "yemeni-government>houthis"),
    (f"{YEMEN} يستلزم الأمر دحر الحوثيين أولا.", "ASSAULT", "yemeni-government>houthis"),
    (
        f"{YEMEN} قالت المقاومة الشعبية اليمنية إن تحرير المدينة من الحوثيين قريب.",
        "CONTROL",
        "popular-resistance-yemen>houthis",
    ),
    (
        "وصل الوزير العراقي. تقدم الجيش العراقي. منذ تحرير المدينة من داعش عاد النازحون.",
        "CONTROL",
        "iraq>islamic-state",
    ),
    # Not by those who help it from abroad, nor by one of two armies.
    ("نفذ التحالف العربي غارات. وصلت سفينة بعد تحرير المدينة من الحوثيين.", "CONTROL", "other>houthis"),
    (
        "تقدم الجيش العراقي والجيش الأمريكي. منذ تحرير المدينة من داعش عاد النازحون.",
        "CONTROL",
        "other>islamic-state",
    ),
    # A town that a group attacks is its people's.
    ("قصف الحوثيون البلدة. غادر الجيش السعودي.", "ASSAULT", "houthis>civilians"),
]


@pytest.mark.parametrize(("text", "kind", "expected"), ROWS)
def test_the_only_rival_is_the_other_side(text: str, kind: str, expected: str) -> None:
    reading = riwaya.read(
        text,
        published="2015-08-01"
        if any(word in text for word in ("السعود", "العربي", "صالح", "السوري"))
        else "2026-05-01",
    )
    events = [c.event for c in reading.claims if c.event.type == kind]
    told = [f"{' '.join(r.actor for r in e.agent)}>{' '.join(r.actor for r in e.patient)}" for e in events]
    assert expected in told


def test_whoever_is_understood_has_no_words() -> None:
    reading = riwaya.read(f"نفذ التحالف العربي غارات قرب المدينة. {HOUTHIS}", published="2015-08-01")
    (raid,) = [c.event for c in reading.claims if c.event.type == "ASSAULT"]
    assert [(r.actor, r.span) for r in raid.patient] == [("houthis", None)]


def test_a_war_holds_while_it_lasts() -> None:
    text = "نفذت القوات الأمريكية غارات ليلا. نددت إيران."
    for day, patient in (("2026-05-01", "iran"), ("2015-08-01", "other")):
        (raid,) = [c.event for c in riwaya.read(text, published=day).claims if c.event.type == "ASSAULT"]
        assert [r.actor for r in raid.patient] == [patient]


def test_libyas_recognised_government_was_not_at_war_with_its_army() -> None:
    text = "قصفت طائرات تابعة للحكومة الليبية المعترف بها دوليا مواقع. وانسحبت قوات حفتر."
    for day, patient in (("2019-05-01", "lna"), ("2015-08-01", "other")):
        (raid,) = [c.event for c in riwaya.read(text, published=day).claims if c.event.type == "ASSAULT"]
        assert [r.actor for r in raid.patient] == [patient]
