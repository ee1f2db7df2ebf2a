"""Invented headlines with which a model can be trained in a moment."""

import csv
from pathlib import Path

from riwaya.pairs import Pair

_SUBJECTS = (
    "أسعار القمح في حماة", "أسعار الخبز في الرقة", "إنتاج القطن في الحسكة", "عدد الطلاب في إدلب",
    "منسوب المياه في سد تشرين", "أجور العمال في دمشق", "حركة المسافرين في معبر نصيب", "زراعة الزيتون في عفرين",
)  # fmt: skip
_UP = ("ارتفاع", "صعود", "زيادة")
_DOWN = ("انخفاض", "هبوط", "تراجع")
_OTHER = "الوفد يغادر الفندق بعد مؤتمر صحفي"


def pairs() -> tuple[Pair, ...]:
    """Three relations, as many pairs of each, in a fixed order."""
    found = []
    for i, subject in enumerate(_SUBJECTS):
        up, also, down = _UP[i % 3], _UP[(i + 1) % 3], _DOWN[i % 3]
        found.append(Pair(f"{up} {subject}", f"{also} {subject}", "agree"))
        found.append(Pair(f"{down} {subject}", f"{down} {subject} مجددا", "agree"))
        found.append(Pair(f"{up} {subject}", f"{down} {subject}", "contradict"))
        found.append(Pair(f"{down} {subject} مجددا", f"{also} {subject} مجددا", "contradict"))
        found.append(Pair(f"{up} {subject}", _OTHER, "unrelated"))
        found.append(Pair(f"{_OTHER} قصير", f"{down} {subject} مجددا", "unrelated"))
    return tuple(found)


def write(
    path: Path,
    columns: tuple[str, str, str] = ("first", "second", "relation"),
    labels: dict[str, str] | None = None,
) -> Path:
    """The invented pairs as a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for pair in pairs():
            relation = pair.relation or ""
            writer.writerow((pair.first, pair.second, (labels or {}).get(relation, relation)))
    return path
