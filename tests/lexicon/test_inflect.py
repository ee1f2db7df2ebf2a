import pytest

from riwaya.lexicon.inflect import conjugate, decline, noun_forms, passive_past, without_pronoun


@pytest.mark.parametrize(
    ("past", "present", "forms"),
    [
        ("قال", "يقول", "قال قالت قالوا قلنا يقول تقول نقول يقولون تقولون يقل"),
        ("نفى", "ينفي", "نفي نفت نفوا ينفي تنفي ينفون ينف"),
        ("دعا", "يدعو", "دعا دعت دعوا يدعو تدعو يدعون يدع"),
        ("لقي", "يلقى", "لقي لقيت لقوا يلقي يلقون"),
        ("أعلن", "يعلن", "اعلن اعلنت اعلنوا اعلنا يعلن تعلن نعلن"),
        ("", "يرجح", "يرجح ترجح نرجح"),
    ],
)
def test_verbs(past: str, present: str, forms: str) -> None:
    made = {f.text for f in conjugate(past, present)}
    assert set(forms.split()) <= made


@pytest.mark.parametrize(
    ("past", "passive"),
    [
        ("هاجم", "هوجم"),
        ("أدان", "أدين"),
        ("اغتال", "اغتيل"),
        ("استعاد", "استعيد"),
        ("ألقى", "ألقي"),
        ("قتل", None),
        ("أسقط", None),
        ("انهار", None),
        ("تبنى", None),
        ("وافق", None),
        ("قاد", None),
    ],
)
def test_a_passive_that_its_letters_show(past: str, passive: str | None) -> None:
    assert passive_past(past) == passive


def test_the_first_person_is_told_apart() -> None:
    assert {f.text for f in conjugate("توقع", "يتوقع") if f.person == 1} == {"توقعنا", "نتوقع"}


@pytest.mark.parametrize(
    ("word", "forms"),
    [("مشير", "مشير مشيرا مشيره مشيرين"), ("محلي", "محلي محليه المحليه محليين"), ("متمني", "متمنيا")],
)
def test_participles_and_adjectives(word: str, forms: str) -> None:
    assert set(forms.split()) <= {f.text for f in decline(word)}


@pytest.mark.parametrize(("noun", "forms"), [("قصف", "قصف القصف قصفا"), ("إصابة", "اصابه الاصابه")])
def test_nouns(noun: str, forms: str) -> None:
    assert {f.text for f in noun_forms(noun)} == set(forms.split())


@pytest.mark.parametrize(
    ("word", "bare"),
    [("نفته", "نفت"), ("حمايته", "حمايه"), ("استيلايه", "استيلاي"), ("نفاه", "نفي"), ("اتهمها", "اتهم")],
)
def test_pronouns_may_be_shed(word: str, bare: str) -> None:
    assert bare in [b for b, _ in without_pronoun(word)]
