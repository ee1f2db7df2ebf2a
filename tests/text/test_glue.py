"""Words that lost the space between them: where they are parted, and which stay whole."""

import pytest

from riwaya.text.glue import Glue

GLUE = Glue(
    frozenset(("عن", "ان", "احد", "وقال")),
    frozenset(("قضاء", "ضباط")),
    frozenset(("وقال", "وقالت", "اشار")),
    frozenset(("وقالتا", "وقاليب")).__contains__,
)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("أحدالسكان", ("أحد", "السكان")),
        ("إلىتكثيف", ("إلى", "تكثيف")),
        ("المدينةوقال", ("المدينة", "وقال")),
        ("مؤكداًأن", ("مؤكداً", "أن")),
        ("مؤكدًاأن", ("مؤكدًا", "أن")),
        ("عناستخدام", ("عن", "استخدام")),
        ("أنضباط", ("أن", "ضباط")),
        ("التقريرأن", ("التقرير", "أن")),
        ("الأهاليإلى", ("الأهالي", "إلى")),
        ("الدفعالإلكتروني", ("الدفع", "الإلكتروني")),
        ("مصرعهإثر", ("مصرعه", "إثر")),
        ("وقالتجدوع", ("وقالت", "جدوع")),
        ("وقالنعمة", ("وقال", "نعمة")),
        ("أشارضمد", ("أشار", "ضمد")),
    ],
)
def test_parted(word: str, parts: tuple[str, str]) -> None:
    cut = GLUE.cut(word)
    assert cut is not None
    assert (word[:cut], word[cut:]) == parts


@pytest.mark.parametrize("word", ["انقضاء", "انضباط", "الطوارىء", "مبادىء", "ريًالا", "عنوان", "أحداث", "بالشأن",
    "والإعلام", "واللاإنسانية", "عبدالإله", "فلإيران", "وقالوها", "وقاليب",
    "إشارتين", "اشارتين"])  # fmt: skip
def test_whole(word: str) -> None:
    assert GLUE.cut(word) is None
