"""Whose a body of government is where somebody else rules in the state's stead."""

from __future__ import annotations

import pytest

from riwaya.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("قالت وزارة الصحة في صنعاء إن خمسة أصيبوا.", "yemeni-government", "houthis"),
        ("قالت السلطات في صنعاء إن خمسة أصيبوا.", "yemeni-government", "houthis"),
        ("قال مدير الأمن في صنعاء سالم الورد إن خمسة أصيبوا.", "yemeni-government", "houthis"),
        ("قالت نيابة صنعاء إن خمسة أصيبوا.", "yemeni-government", "houthis"),
        ("قالت وزارة الأوقاف اليمنية في صنعاء إن خمسة أصيبوا.", "yemeni-government", "houthis"),
        ("قالت الشرطة في غزة إن خمسة أصيبوا.", "palestinian-authority", "hamas"),
        ("قالت الأجهزة الأمنية في قطاع غزة إن خمسة أصيبوا.", "palestinian-authority", "hamas"),
        ("قالت وزارة الداخلية الفلسطينية بغزة إن خمسة أصيبوا.", "palestinian-authority", "hamas"),
        ("قالت الشرطة في بنغازي إن خمسة أصيبوا.", "libyan-government", "hor-libya"),
        ("قالت الشرطة في مدينة بنغازي إن خمسة أصيبوا.", "libyan-government", "hor-libya"),
        # an army may be anywhere, and so may the police of a town that nobody else rules
        ("قال الجيش الإسرائيلي في غزة إن خمسة أصيبوا.", "israeli-forces", "israeli-forces"),
        ("قالت الشرطة في عدن إن خمسة أصيبوا.", "yemeni-government", "yemeni-government"),
    ],
)
def test_whose_a_body_is_by_where_it_sits(reader: Reader, text: str, before: str, after: str) -> None:
    told = [
        reader.read(text, published=day).attributions[0].source_actors for day in ("2005-03-01", "2019-03-01")
    ]
    assert told == [(before,), (after,)]


@pytest.mark.parametrize(
    ("place", "day", "actor"),
    [
        ("غزة", "2007-06-13", "palestinian-authority"),
        ("غزة", "2007-06-14", "hamas"),
        ("صنعاء", "2015-02-05", "yemeni-government"),
        ("صنعاء", "2015-02-06", "houthis"),
        ("صعدة", "2011-03-25", "yemeni-government"),
        ("صعدة", "2011-03-26", "houthis"),
        ("عمران", "2014-07-08", "houthis"),
        ("الحديدة", "2014-10-14", "houthis"),
        ("إدلب", "2017-11-02", "hts"),
        ("إدلب", "2024-12-08", "syrian-transitional-government"),
        ("بنغازي", "2017-07-04", "libyan-government"),
        ("بنغازي", "2017-07-05", "hor-libya"),
        ("أربيل", "2016-01-01", "kurdistan-region"),
    ],
)
def test_from_the_day_on_which_somebody_else_ruled(reader: Reader, place: str, day: str, actor: str) -> None:
    said = reader.read(f"قالت وزارة الداخلية في {place} إن خمسة أصيبوا.", published=day).attributions
    assert [a.source_actors for a in said] == [(actor,)]
