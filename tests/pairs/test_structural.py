"""The rules: two headlines in, relation and grounds out; nearly alike ones must come out otherwise."""

import pytest

from riwaya.pairs import Outliner, Pair, Relation, StructuralJudge

PAIRS: list[tuple[str, str, Relation, str]] = [
    # opposite words of the same thing
    ("ارتفاع أسعار الطحين في حماة", "انخفاض أسعار الطحين في حماة", "contradict", "opposed:level"),
    ("أسعار الطحين ترتفع في حماة", "هبوط أسعار الطحين في حماة", "contradict", "opposed:level"),
    ("وزارة الصحة تؤكد إغلاق المشفى", "وزارة الصحة تنفي إغلاق المشفى", "contradict", "opposed:truth"),
    ("الفصيل يسيطر على بلدة التل", "الفصيل ينسحب من بلدة التل", "contradict", "opposed:control"),
    ("الفصيل يطلق ستة صحفيين في التل", "الفصيل يحتجز ستة صحفيين في التل", "contradict", "opposed:custody"),
    ("المجلس يوافق على موازنة البلدية", "المجلس يرفض موازنة البلدية", "contradict", "opposed:consent"),
    ("بدء ترميم الجسر القديم في الميادين", "توقف ترميم الجسر القديم في الميادين", "contradict", "opposed:course"),
    ("نجاة ركاب الحافلة على طريق الرستن", "مقتل ركاب الحافلة على طريق الرستن", "contradict", "opposed:life"),
    ("حريق في مستودع شمال المدينة الصناعية", "حريق في مستودع جنوب المدينة الصناعية", "contradict", "opposed:direction"),
    # what only one tells did not come about
    ("المفاوضون يتوصلون إلى تبادل الجثامين", "فشل المفاوضين في التوصل إلى تبادل الجثامين", "contradict", "only-one:outcome/lost"),
    ("افتتاح مشفى جديد في بصرى", "تأجيل افتتاح مشفى جديد في بصرى", "contradict", "only-one:course/off"),
    # a negation
    ("الوفد يلتقي لجنة المعتقلين", "الوفد لم يلتق لجنة المعتقلين", "contradict", "negated"),
    ("قافلة الإغاثة تدخل الحي المحاصر", "قافلة الإغاثة لا تدخل الحي المحاصر", "contradict", "negated"),
    # numbers, ordinals
    ("مقتل 12 عاملا في انهيار منجم", "مقتل 30 عاملا في انهيار منجم", "contradict", "numbers-differ"),
    ("مقتل خمسة عمال في انهيار منجم", "مقتل سبعة عمال في انهيار منجم", "contradict", "numbers-differ"),
    ("الجولة الثالثة من حوار القاهرة تبدأ", "الجولة الرابعة من حوار القاهرة تبدأ", "contradict", "ordinals-differ"),
    # one country for another
    ("طائرات روسية تقصف مستودعا قرب سراقب", "طائرات تركية تقصف مستودعا قرب سراقب", "contradict", "countries-differ"),
    ("شحنة دواء من الهند تصل المرفأ", "شحنة دواء من البرازيل تصل المرفأ", "contradict", "countries-differ"),
    # roles exchanged
    ("روسيا تتهم تركيا بخرق التهدئة", "تركيا تتهم روسيا بخرق التهدئة", "contradict", "roles-exchanged"),
    # agreement
    ("مقتل 12 عاملا في انهيار منجم", "انهيار منجم ومقتل 12 عاملا فيه", "agree", "words-shared"),
    ("ارتفاع أسعار الطحين في حماة", "أسعار الطحين ترتفع في حماة", "agree", "words-shared"),
    ("ارتفاع أسعار الطحين في حماة", "صعود أسعار الطحين وارتفاعها في حماة", "agree", "words-shared"),
    ("الوفد لم يلتق لجنة المعتقلين", "لجنة المعتقلين لم يلتقها الوفد", "agree", "words-shared"),
    ("مقتل خمسة عمال في انهيار منجم", "مقتل 5 عمال في انهيار منجم", "agree", "words-shared"),
    ("واشنطن تفرض رسوما على الفولاذ", "الولايات المتحدة تفرض رسوما على الفولاذ", "agree", "words-shared"),
    ("أميركا تفرض رسوما على الفولاذ", "الولايات المتحدة تفرض رسوما على الفولاذ", "agree", "words-shared"),
    # not joined: too little in common, or something is left over
    ("مقتل خمسة عمال في انهيار منجم", "وصول قافلة مساعدات إلى المخيم", "unrelated", "few-words-shared"),
    ("ارتفاع أسعار الطحين في حماة", "انخفاض منسوب المياه في السد", "unrelated", "few-words-shared"),
    ("مقتل خمسة عمال في انهيار منجم", "مقتل خمسة جنود في انهيار منجم", "unrelated", "words-left-over"),
    ("مقتل 12 عاملا في انهيار منجم", "مقتل عمال في انهيار منجم", "unrelated", "numbers-left-over"),
    ("شحنة دواء من الهند تصل المرفأ", "شحنة دواء تصل المرفأ", "unrelated", "countries-left-over"),
    ("هل يزور الوفد مخيم الهول؟", "الوفد يزور مخيم الهول", "unrelated", "question"),
    ("الفصيل يطلق ستة أسرى في التل", "الفصيل يحتجز ستة أسرى في التل", "unrelated", "opposites-left-over"),
    ("الذهب يرتفع والفضة تنخفض", "الذهب ينخفض والفضة ترتفع", "unrelated", "opposites-left-over"),
    ("", "مقتل خمسة عمال", "unrelated", "few-words-shared"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "relation", "ground"), PAIRS)
def test_rules(outliner: Outliner, first: str, second: str, relation: Relation, ground: str) -> None:
    (found,) = StructuralJudge(outliner).judge([Pair(first, second)])

    assert (found.relation, ground in found.grounds) == (relation, True), found
    assert found.scores is None


@pytest.mark.parametrize(("first", "second"), [pair[:2] for pair in PAIRS])
def test_the_order_of_the_two_texts_makes_no_difference(outliner: Outliner, first: str, second: str) -> None:
    judge = StructuralJudge(outliner)

    assert judge.judge([Pair(first, second)]) == judge.judge([Pair(second, first)])


@pytest.mark.parametrize("text", sorted({pair[0] for pair in PAIRS} - {""}))
def test_no_text_contradicts_itself(outliner: Outliner, text: str) -> None:
    (found,) = StructuralJudge(outliner).judge([Pair(text, text)])

    assert found.relation == "agree"
