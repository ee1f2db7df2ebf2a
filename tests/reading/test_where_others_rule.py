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
