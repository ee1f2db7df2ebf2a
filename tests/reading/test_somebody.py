"""Who takes part though no word says who: somebody, never a party that the source did not name."""

from __future__ import annotations

import pytest

from reading.claimcase import claims_of, shown

SOMEBODY = [
    ("هاجمت تركيا ليلا", "ASSAULT turkey>other CT+ هاجمت"),
    ("وقع هجوم أمس", "ASSAULT other>other CT+ وقع هجوم"),
    ("تظاهر طلاب أمس", "PROTEST other>other CT+ تظاهر"),
    ("وقعت إصابات", "HARM ->other CT+ وقعت إصابات"),
    # A bomb goes off: nobody need have laid it.
    ("وقع تفجير أمس", "ASSAULT ->other CT+ وقع تفجير"),
    # The people of a place are not whom an attack on it hit, as far as anybody said.
    ("قصفت القوات الروسية بلدة صغيرة", "ASSAULT russian-forces>other CT+ قصفت"),
]


@pytest.mark.parametrize(("text", "expected"), SOMEBODY)
def test_a_role_that_nobody_fills_is_somebodys(text: str, expected: str) -> None:
    assert expected in [shown(claim, text) for claim in claims_of(text)]


def test_somebody_has_no_words() -> None:
    (claim,) = claims_of("هاجمت تركيا ليلا")
    assert [(r.actor, r.span) for r in claim.patient] == [("other", None)]


@pytest.mark.parametrize(
    "text",
    ["انسحبت قوات النظام", "سيطر داعش على البلدة. ثم سيطرت قوات النظام على القرية"],
)
def test_what_needs_no_other_side_stays_open(text: str) -> None:
    assert [c.patient for c in claims_of(text)] == [()] * len(claims_of(text))
