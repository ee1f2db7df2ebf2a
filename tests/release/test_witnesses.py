from collections.abc import Callable

import pytest

from riwaya.model import Reading
from riwaya.release.witnesses import witness_veils

#: A report, the words by which a witness could be found, and what stands for them.
DESCRIBED = [
    ("قال طبيب في مشفى قرية كفر نبل إن الجرحى كثر.", "طبيب في مشفى قرية كفر نبل", "medic"),
    ("وقال أحد سكان حي الأشرفية الشرقي إن الكهرباء مقطوعة.", "أحد سكان حي الأشرفية الشرقي", "resident"),
    ("وقالت ممرضة في قسم الولادة إن الأدوية نفدت.", "ممرضة في قسم الولادة", "medic"),
    ("قال والد الطفل القتيل في سراقب إن القصف كان ليلا.", "والد الطفل القتيل في سراقب", "relative"),
    ("وقال معلم من بلدة معرة مصرين إن الصف كان ممتلئا.", "معلم من بلدة معرة مصرين", "teacher"),
    ("قال نازح من ريف حماة إن الخيام غرقت.", "نازح من ريف حماة", "displaced"),
    ("وقال المواطن فراس النجار إن السوق أغلق.", "المواطن فراس النجار", "resident"),
]
#: Reports whose speakers nobody could be found by, or who speak for a body.
GENERAL = [
    "قال شهود عيان إن الطائرات قصفت البلدة.",
    "قالت مصادر محلية إن القصف توقف.",
    "قال مصدر طبي إن الجرحى كثر.",
    "قال المتحدث باسم الجيش التركي إن الجنود عادوا.",
    "قال وزير الصحة العراقي إن الأدوية وصلت.",
    "قال شاهد إن السيارة كانت متوقفة.",
]


@pytest.mark.parametrize(("text", "words", "label"), DESCRIBED)
def test_descriptions_that_identify_a_witness_are_found(
    text: str, words: str, label: str, read: Callable[..., Reading]
) -> None:
    found = [(text[veil.start : veil.end], veil.label) for veil in witness_veils(read(text))]

    assert found == [(words, label)]


@pytest.mark.parametrize("text", GENERAL)
def test_who_could_not_be_found_by_it_stays_as_described(text: str, read: Callable[..., Reading]) -> None:
    assert list(witness_veils(read(text))) == []
