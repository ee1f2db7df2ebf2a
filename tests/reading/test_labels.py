"""Labels: the same word in several mouths, and whom it means there."""

from __future__ import annotations

import pytest

from riwaya.reading.reader import Reader

IN_MOUTHS = [
    ("قال المتحدث باسم الجيش الإسرائيلي إن قواتنا انسحبت من التل.", "قواتنا", "israeli-forces"),
    ("قال المتحدث باسم البنتاغون إن قواتنا انسحبت من التل.", "قواتنا", "us-forces"),
    ("قال المتحدث باسم قوات سوريا الديمقراطية إن قواتنا انسحبت من التل.", "قواتنا", "sdf"),
    ("أعلن حزب الله أن العدو انسحب من التل.", "العدو", "israel"),
    ("أعلنت جماعة الحوثي أن العدو انسحب من التل.", "العدو", "saudi-arabia"),
    ("قال الحرس الثوري إن مقاتلينا انسحبوا من التل.", "مقاتلينا", "irgc"),
    # a group that the report never names is not meant where it names another
    ("هاجم تنظيم داعش القرية. وقالت تركيا إن الإرهابيين انسحبوا.", "الإرهابيين", "islamic-state"),
    ("هاجمت قسد القرية. وقالت تركيا إن الإرهابيين انسحبوا.", "الإرهابيين", "sdf"),
    # nobody calls himself so
    ("قال المتحدث باسم الحشد الشعبي إن الإرهابيين انسحبوا من التل.", "الإرهابيين", None),
    # what is the speaker's own is his state's, wherever he speaks, and not his foe's
    ("انعقد اجتماع في السعودية. وقال ملك الأردن إن بلادنا آمنة.", "بلادنا", "jordan"),
    ("انعقد اجتماع في السعودية. وقال ملك الأردن إن حكومتنا قوية.", "حكومتنا", "jordan"),
    ("انعقد اجتماع في السعودية. وقالت جماعة الحوثي إن بلادنا صامدة.", "بلادنا", None),
    ("انعقد اجتماع في السعودية. وقال مدير المدرسة إن بلادنا آمنة.", "بلادنا", "saudi-arabia"),
    # media are none of those who call them so, nor the party whose they are
    ("هاجمت إسرائيل البلدة. وقال حزب الله إن إعلام العدو تحدث عن ذلك.", "إعلام العدو", "media-sources"),
    # in nobody's words, or in those of somebody of whom it is not known
    ("انسحبت قواتنا من التل.", "قواتنا", None),
    ("قال مصدر محلي إن العدو انسحب من التل.", "العدو", None),
    ("قال مدير المدرسة إن قواتنا انسحبت من التل.", "قواتنا", None),
]


@pytest.mark.parametrize(("text", "label", "actor"), IN_MOUTHS)
def test_label_means_what_it_does_in_the_mouth(
    reader: Reader, text: str, label: str, actor: str | None
) -> None:
    mentions = reader.read(text, published="2021-05-04").mentions
    meant = [m.actor for m in mentions if m.actor and text[m.start : m.end] == label]
    assert meant == ([actor] if actor else [])


IRAN = "قال الحرس الثوري الإيراني: "
FOES = [
    # of two enemies it is the one that the report names, of both the one named last before
    (f"{IRAN}قصفنا قواعد العدو ردا على عدوان الجيش الأمريكي.", "2026-07-15", "united-states"),
    (f"{IRAN}قصفنا قواعد العدو ردا على عدوان الجيش الإسرائيلي.", "2026-07-15", "israel"),
    (f"{IRAN}قصفنا القاعدة الأمريكية ودمرنا رادار العدو.", "2026-07-15", "united-states"),
    (f"{IRAN}بعد إسرائيل هاجمنا أمريكا وقصفنا قواعد العدو.", "2026-07-15", "united-states"),
    (f"{IRAN}بعد أمريكا هاجمنا إسرائيل وقصفنا قواعد العدو.", "2026-07-15", "israel"),
    ("أعلنت جماعة الحوثي مهاجمة الجيش الأمريكي. وقالت إن العدو انسحب.", "2024-02-01", "united-states"),
    ("أعلنت جماعة الحوثي مهاجمة السعودية. وقالت إن العدو انسحب.", "2024-02-01", "saudi-arabia"),
    # nobody where it names neither
    (f"{IRAN}سنرد على أي خطأ من العدو.", "2026-07-15", None),
    ("قالت جماعة الحوثي إن العدو انسحب.", "2024-02-01", None),
    # an enemy of old is none today
    (
        "حررت القوات العراقية القرية من داعش. وقال الجيش العراقي إن العدو انسحب.",
        "2016-05-01",
        "islamic-state",
    ),
    ("حررت القوات العراقية القرية من داعش. وقال الجيش العراقي إن العدو انسحب.", "2026-05-01", None),
    # nor is a group that the report never names
    ("قالت السعودية إن العدو انسحب من التل.", "2016-05-01", None),
    ("هاجم الحوثيون القرية. وقالت السعودية إن العدو انسحب.", "2016-05-01", "houthis"),
]


@pytest.mark.parametrize(("text", "day", "actor"), FOES)
def test_whom_the_enemy_means(reader: Reader, text: str, day: str, actor: str | None) -> None:
    mentions = reader.read(text, published=day).mentions
    meant = [m.actor for m in mentions if m.actor and text[m.start : m.end] == "العدو"]
    assert meant == ([actor] if actor else [])


HIS_COUNTRY = [
    # his who speaks, whomever he meets and however late he is named
    ("قال وزير الخارجية الصيني لنظيره الأميركي جون كيري إن بلاده أوقفت البناء.", ["china"]),
    ("التقى الوزير التركي الرئيس العراقي. وقال وزير الخارجية الفرنسي إن بلاده تدعم الهدنة.", ["france"]),
    ("استقبل الرئيس المصري وزير الخارجية الأميركي. وأكد الرئيس المصري حرص بلاده على الهدنة.", ["egypt"]),
    # another's of whom his words have told before
    ("قال الرئيس التركي إن الرئيس الروسي يدافع عن بلاده.", ["russia"]),
    # nobody's who acts for no state
    ("وجه الزعيم تحذيرا إلى أبو بكر البغدادي من دخول بلاده.", []),
    ("سلم الضابط الفرنسي السلاح وعاد إلى بلاده.", ["france"]),
]


@pytest.mark.parametrize(("text", "actors"), HIS_COUNTRY)
def test_whose_country_is_his(reader: Reader, text: str, actors: list[str]) -> None:
    mentions = reader.read(text, published="2015-08-04").mentions
    assert [m.actor for m in mentions if m.actor and text[m.start : m.end] == "بلاده"] == actors


WHOSE_FORCES = [
    # hers are of nobody who is called by a masculine noun or name
    ("حذرت حركة طالبان تنظيم داعش من التوسع. ولم يمنع ذلك بعض مقاتليها من الفرار.", "مقاتليها", "taliban"),
    ("حذر تنظيم داعش حركة طالبان من التوسع. ولم يمنع ذلك بعض مقاتليها من الفرار.", "مقاتليها", "taliban"),
    ("اتهمت وحدات حماية الشعب تنظيم داعش بقصف قواتها.", "قواتها", "ypg"),
    # his are a region's and a regime's, too, but no country's
    ("وصل الوزير الأميركي إلى إقليم كردستان الذي أصبحت قواته قوية.", "قواته", "kurdistan-region"),
    ("هاجم حزب الله البلدة. وفقد النظام السوري عددا من جنوده.", "جنوده", "syrian-government"),
    ("هاجم حزب الله البلدة في لبنان وفقد عددا من مقاتليه.", "مقاتليه", "hezbollah"),
    # soldiers are those of the forces named last
    ("وقع هجوم في اليمن. ونعت القوات المسلحة الإماراتية ثلاثة من جنودها.", "جنودها", "uae-forces"),
]


@pytest.mark.parametrize(("text", "words", "actor"), WHOSE_FORCES)
def test_whose_forces_they_are(reader: Reader, text: str, words: str, actor: str) -> None:
    mentions = reader.read(text, published="2015-08-04").mentions
    assert [m.actor for m in mentions if m.actor and text[m.start : m.end] == words] == [actor]
