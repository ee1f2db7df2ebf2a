"""Phenomena are told from gold and text alone."""

from __future__ import annotations

import pytest

from evaluation import corpus
from riwaya.evaluation import load_gold
from riwaya.evaluation.gold import GoldQuantity, GoldTime
from riwaya.evaluation.phenomena import (
    ATTRIBUTION,
    CLAIM,
    CUE_KINDS,
    cue_kind,
    of_attribution,
    of_claim,
    of_quantity,
    of_time,
)


@pytest.mark.parametrize(
    ("cue", "kind"),
    [
        ("قال", "verb"), ("وأضاف", "verb"), ("كما أوردت", "verb"), ("لم تؤكده", "verb"), ("نفاه", "verb"), ("نفى", "verb"), ("زعم", "verb"), ("ذكرت", "verb"), ("وصفتها", "verb"),
        ("مشيرا", "participle"), ("مبيناً", "participle"), ("مضيفًا", "participle"), ("لافتاً", "participle"), ("قائلا", "participle"), ("متوعدة", "participle"), ("قائلين", "participle"), ("مؤكدين", "participle"),
        ("بحسب", "preposition"), ("وفقا", "preposition"), ("وفق ما أفادت به", "preposition"), ("حسبما أفاد", "preposition"), ("عن", "preposition"), ("نقلا عن", "preposition"), ("على حد تعبيره", "preposition"), ("لـ«الميدان»", "preposition"),
        ("اتهامات", "noun"), ("دعوة", "noun"), ("الاتهامات", "noun"), ("بيان صادر عن", "noun"), ("تقارير", "noun"), ("دعوتها", "noun"), ("نفي", "noun"), ("لاتهامهم", "noun"), ("قوله", "noun"),
        (":", "colon"), ("-", "colon"),
    ],
)  # fmt: skip
def test_the_kind_of_a_cue_is_told_by_its_form(cue: str, kind: str) -> None:
    assert cue_kind(cue) == kind


def shown(name: str) -> dict[str, set[str]]:
    gold = load_gold(corpus.FOLDER / "gold" / f"{name}.json")
    return {a.id: set(of_attribution(gold, a)) for a in gold.attributions} | {
        c.id: set(of_claim(gold, c)) for c in gold.claims
    }


def test_phenomena_of_a_report() -> None:
    found = shown("opposition_manbij")

    assert found["a2"] == {"noun", "named", "coordinated", "accusation"}
    assert found["a5"] == {"verb", "named", "relaying"}
    assert found["a9"] == {"verb", "elided", "relaying"}
    assert found["a7"] == {"verb", "back reference", "nested", "request"}
    assert found["a12"] == {"verb", "named", "nested", "not neutral"}
    assert found["c8"] == {"relayed", "violence", "placed"}
    assert found["c9"] == {"attributed", "state", "placed", "gloss"}


def test_phenomena_of_headline_quotation_negation() -> None:
    found = shown("ministry_tripoli")

    assert {"headline", "denial"} <= found["a1"]
    assert "quoted" in found["a4"]
    assert "negated" in found["a9"]
    assert {"headline", "uncertain", "state"} <= found["c1"]
    assert {"own", "speech act"} <= found["c10"]


def test_every_kind_of_cue_is_a_phenomenon() -> None:
    assert set(CUE_KINDS) <= set(ATTRIBUTION)
    seen = {kind for name in corpus.NAMES for kinds in shown(name).values() for kind in kinds}
    assert set(ATTRIBUTION) | set(CLAIM) <= seen


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("2020-01-20TMO", "dated"),
        ("P3D", "duration"),
        ("PXD", "duration"),
        ("PAST_REF", "vague"),
        ("PRESENT_REF", "vague"),
    ],
)
def test_times(value: str, kind: str) -> None:
    assert of_time(GoldTime((0, 1), value)) == kind


@pytest.mark.parametrize(
    ("low", "high", "kind"), [(3, 3, "exact"), (3, None, "open"), (None, None, "open"), (3, 5, "open")]
)
def test_quantities(low: int | None, high: int | None, kind: str) -> None:
    assert of_quantity(GoldQuantity((0, 1), "killed", low, high)) == kind
