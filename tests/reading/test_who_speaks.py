"""For whom the speakers of a report speak: offices, surnames, evidence, who goes on."""

from __future__ import annotations

import pytest

from riwaya.reading.reader import Reader

SPOKEN: list[tuple[str, list[str]]] = [
    # governors
    ("أعلن محافظ تعز أن الطريق مفتوح.", ["yemeni-government"]),
    ("أعلن محافظ خميس مشيط سالم الورد أن الطريق مفتوح في السعودية.", ["saudi-arabia"]),
    ("قال محافظ نينوى، سالم الورد، إن الجسر سليم.", ["other"]),
    ("قال حاكم ولاية تكساس سالم الورد إن الجسر سليم في الولايات المتحدة.", ["other"]),
    ("قال محافظ البنك المركزي اليمني إن السيولة كافية.", ["yemeni-government"]),
    ("قال محافظ عدن السابق إن الجسر سليم.", ["other"]),
    ("قال مكتب محافظ دياربكر إن الجسر سليم.", ["turkey"]),
    # who heads a public service
    ("قال نائب مدير عام مطار عدن الدولي، سالم الورد، إن الجسر سليم.", ["yemeni-government"]),
    ("قال مدير مؤسسة المياه بعدن سالم الورد إن الضخ عاد.", ["yemeni-government"]),
    ("قال مسؤول إدارة الاتصالات سالم الورد إن الخدمة عادت إلى عدن.", ["yemeni-government"]),
    ("قال مدير النادي سالم الورد إن المباراة تأجلت في عدن.", ["other"]),
    # committees of a parliament
    ("طالبت لجنة الأمن والدفاع النيابية في العراق بالتحقيق.", ["iraq"]),
    ("قالت كتلة الورد النيابية في العراق إن القانون أقر.", ["other"]),
    # experts are of no side
    ("قال المحلل السياسي اليمني سالم الورد إن الحسم قريب.", ["other"]),
    ("قال السفير اليمني سالم الورد إن الحسم قريب.", ["yemeni-government"]),
    # given names are many people's
    ("قال محمد خالد سالم، وزير الدفاع المصري، إن الجسر سليم. وقال الطبيب خالد حداد إن الطريق مغلق.", ["egypt", "other"]),
    ("قال الوزير المصري عبد الله كرم إن الجسر سليم. وقال المهندس عبد الباسط نجم إن الماء عاد.", ["egypt", "other"]),
    # surnames that are nationalities
    (
        "قال اللواء منصور التركي المتحدث باسم الداخلية السعودية إن المتهم اعتقل. وأكد اللواء التركي أن القضية انتهت. "
        "وأضاف التركي أنه اعترف.",
        ["saudi-arabia"] * 3,
    ),
    ("قال سالم العراقي إن الطريق مغلق. وقال الوزير العراقي إن الجسر سليم.", ["other", "iraq"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors"), SPOKEN)
def test_who_speaks(reader: Reader, text: str, actors: list[str]) -> None:
    said = reader.read(text, published="2016-05-04").attributions
    assert [",".join(a.source_actors) for a in said] == actors
