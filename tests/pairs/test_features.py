"""Outlines and features: what is taken from a text, and that no feature tells first from second."""

from math import isfinite

import pytest

from pairs.invented import pairs
from riwaya.pairs import Outliner
from riwaya.pairs.features import COMPARED, GROUPS, Group, features
from riwaya.pairs.learned import feature_names
from riwaya.text.stems import skeleton

TEXTS = [
    *[*dict.fromkeys(pair.first for pair in pairs())][:6],
    "",
    "؟",
    "قصفت طائرات تركية بلدة في ريف حلب يوم الخميس",
    "قصفت طائرات روسية بلدتين في ريف حلب يوم الجمعة",
    "لم يقتل أحد في الغارة الثالثة، بحسب 3 مصادر",
    "ارتفع الذهب ثم انخفض ثم ارتفع",
    "The army said so.",
]


@pytest.mark.parametrize("first", TEXTS)
@pytest.mark.parametrize("second", TEXTS)
def test_features_are_the_same_both_ways_and_finite(outliner: Outliner, first: str, second: str) -> None:
    a, b = outliner.outline(first), outliner.outline(second)
    found = features(a, b, GROUPS)

    assert found == features(b, a, GROUPS)
    assert tuple(found) == feature_names([*COMPARED], outliner)
    assert all(isfinite(value) for value in found.values())


@pytest.mark.parametrize(
    ("group", "name", "first", "second", "value"),
    [
        ("lexical", "same_keys", "مقتل عمال في منجم", "منجم قتل فيه العمال", 1.0),
        ("lexical", "reordered", "روسيا تنتقد تركيا", "تركيا تنتقد روسيا", 1.0),
        ("negation", "negated_shared", "الوفد يلتقي اللجنة", "الوفد لا يلتقي اللجنة", 2.0),
        ("negation", "negated_shared", "الوفد لن يلتقي اللجنة", "الوفد لا يلتقي اللجنة", 0.0),
        ("opposition", "axis_level", "ارتفاع الأسعار", "هبوط الأسعار", 1.0),
        ("opposition", "axis_level", "ارتفاع الأسعار", "صعود الأسعار", -1.0),
        ("opposition", "axis_level", "ارتفاع الأسعار", "جدول الأسعار", 0.0),
        ("opposition", "said_opposed_nearest", "الذهب يرتفع", "الذهب ينخفض", 1.0),
        ("opposition", "said_opposed_nearest", "الذهب يرتفع", "الفضة تنخفض", 0.0),
        ("numbers", "amounts_apart", "مقتل 10 عمال", "مقتل 1000 عامل", 2.0),
        ("numbers", "amounts_disjoint", "مقتل خمسة عمال", "مقتل 5 عمال", 0.0),
        ("structure", "countries_shared", "قوات تركية في عفرين", "أنقرة ترسل قوات", 1.0),
        ("structure", "countries_clash", "قوات تركية في عفرين", "قوات إيرانية في عفرين", 1.0),
        ("structure", "roles_exchanged", "روسيا تتهم تركيا", "تركيا تتهم روسيا", 1.0),
    ],
)  # fmt: skip
def test_a_feature_says_what_it_is_named_for(
    outliner: Outliner, group: Group, name: str, first: str, second: str, value: float
) -> None:
    found = features(outliner.outline(first), outliner.outline(second), [group])

    assert found[f"{group}.{name}"] == pytest.approx(value)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("يرتفع", "ارتفاع", True),
        ("المقتولين", "مقتول", True),
        ("بالمدرسه", "مدرسه", True),
        ("كتاب", "كلاب", False),
        ("حلب", "حماه", False),
    ],
)
def test_skeletons(one: str, other: str, *, same: bool) -> None:
    assert (skeleton(one) == skeleton(other)) is same
