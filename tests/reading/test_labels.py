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
