"""Who takes part though only the report as a whole says so."""

from __future__ import annotations

import pytest

from reading.claimcase import claims_of, shown

#: Text, places in it, and the claims of its last sentence that must be among those found.
PRESUMED = [
    # The other side of a war that the report tells of.
    (
        "قصفت القوات الروسية مواقع داعش. وشنت القوات الروسية غارات ليلا",
        "ASSAULT russian-forces>islamic-state CT+ غارات",
    ),
    ("هاجم داعش قسد في البلدة. ثم شن هجوما آخر", "ASSAULT islamic-state>sdf CT+ شن هجوما"),
    ("هاجم داعش قسد في البلدة. وأعلنت قسد تدمير مستودعات", "HARM sdf>islamic-state CT+ تدمير"),
    ("هاجم داعش قسد في البلدة. واعتقلت قسد مدنيين", "COERCE sdf>civilians CT+ واعتقلت"),
    # Nobody's enemy is named: somebody, or whoever lives there.
    ("هاجمت تركيا ليلا", "ASSAULT turkey>other CT+ هاجمت"),
    ("قصفت القوات الروسية بلدة صغيرة", "ASSAULT russian-forces>civilians CT+ قصفت"),
    # A state that the report speaks of is protested against and arrests; it does not protest against itself.
    ("قالت تركيا إن الوضع هادئ. وتظاهر طلاب أمس", "PROTEST other>turkey CT+ وتظاهر"),
    ("تظاهر طلاب أمس", "PROTEST other>other CT+ تظاهر"),
    # Harm is always done to somebody, people where the word is one for people.
    ("وقعت إصابات", "HARM ->civilians CT+ وقعت إصابات"),
    # A bomb goes off: nobody need have laid it.
    ("وقع تفجير أمس", "ASSAULT ->other CT+ وقع تفجير"),
    ("وقع هجوم أمس", "ASSAULT other>other CT+ وقع هجوم"),
]


@pytest.mark.parametrize(("text", "expected"), PRESUMED)
def test_the_report_says_who(text: str, expected: str) -> None:
    assert expected in [shown(claim, text) for claim in claims_of(text)]


def test_what_is_presumed_has_no_words() -> None:
    claims = claims_of("هاجم داعش قسد في البلدة. ثم شن هجوما آخر")
    assert [(r.actor, r.span) for r in claims[-1].patient] == [("sdf", None)]


def test_things_of_the_enemy_keep_their_words() -> None:
    text = "هاجم داعش قسد في البلدة. وقصفت قسد مبنى"
    hit = claims_of(text)[-1].patient[0]
    assert hit.span is not None
    assert (hit.actor, text[hit.span.start : hit.span.end]) == ("islamic-state", "مبنى")


@pytest.mark.parametrize(
    "text",
    ["انسحبت قوات النظام", "سيطر داعش على البلدة. ثم سيطرت قوات النظام على القرية"],
)
def test_other_sides_stay_open(text: str) -> None:
    assert [c.patient for c in claims_of(text)] == [()] * len(claims_of(text))
