"""Who does what to whom, from whole texts: words that tell of one side only, and verbs that carry others."""

from __future__ import annotations

import pytest

import riwaya
from reading.slices import takes_part

ROWS = [
    # The words that name who fell name nobody else, though an attack could be theirs.
    (
        "قتل تسعة جنود من القوات الموالية للرئيس اليمني عبدربه منصور هادي، الجمعة، في هجوم بسيارة مفخخة.",
        "HARM",
        ">yemeni-government",
    ),
    # Who kills some of his own is named apart from them.
    ("البغدادي يذبح 13 قائدا داعشيا.", "ASSAULT", "islamic-state>islamic-state"),
    # Harm told on another matter is not the last attack's; another attack may be.
    ("قصفت إسرائيل مدينة غزة. ومن ناحية أخرى، قتل 14 شخصا في حيفا.", "HARM", ">civilians"),
    ("قصفت إسرائيل مدينة غزة. وقتل 14 شخصا في الحي.", "HARM", "israel>civilians"),
    (
        "قصفت إسرائيل مدينة غزة. ومن ناحية أخرى، قصفت الطائرات بلدة.",
        "ASSAULT",
        "israel>civilians | israel>civilians",
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), ROWS)
def test_who_does_what(text: str, kind: str, expected: str) -> None:
    assert takes_part(riwaya.read(text, published="2015-08-10"), kind, expected)
