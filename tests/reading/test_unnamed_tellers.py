"""Unnamed officials, officers, people and sources in every way in which reports let them tell."""

from __future__ import annotations

import pytest

from reading.slices import all_said
from riwaya.reading.reader import Reader

#: Who tells, behind a verb and behind a preposition, and whether he is one of many or feminine.
TELLERS = [
    ("مسؤول", "مسؤول", "ه"),
    ("دبلوماسي", "دبلوماسي", "ه"),
    ("ضابط", "ضابط", "ه"),
    ("ناشط", "ناشط", "ه"),
    ("مسعف", "مسعف", "ه"),
    ("شاهد عيان", "شاهد عيان", "ه"),
    ("مسؤول محلي", "مسؤول محلي", "ه"),
    ("دبلوماسي غربي", "دبلوماسي غربي", "ه"),
    ("ضابط كبير", "ضابط كبير", "ه"),
    ("أحد السكان", "أحد السكان", "ه"),
    ("أحد المسؤولين", "أحد المسؤولين", "ه"),
    ("أحد الدبلوماسيين", "أحد الدبلوماسيين", "ه"),
    ("أحد الضباط", "أحد الضباط", "ه"),
    ("مسؤولون", "مسؤولين", "هم"),
    ("دبلوماسيون", "دبلوماسيين", "هم"),
    ("ضباط", "ضباط", "هم"),
    ("سكان محليون", "سكان محليين", "هم"),
    ("شهود وسكان", "شهود وسكان", "هم"),
    ("بعض المسؤولين", "بعض المسؤولين", "هم"),
    ("بعض الدبلوماسيين", "بعض الدبلوماسيين", "هم"),
    ("عدد من السكان", "عدد من السكان", "هم"),
    ("عدد من المسؤولين", "عدد من المسؤولين", "هم"),
    ("مراقبون", "مراقبين", "هم"),
    ("بعض المصادر", "بعض المصادر", "ها"),
    ("مصادر محلية", "مصادر محلية", "ها"),
]
FRAMES = [
    "وقال{t} {n} إن المعارك مستمرة.",
    "وأكد{t} {n}، اليوم الخميس، أن المعارك مستمرة.",
    "وقال{t} {n} لرويترز إن المعارك مستمرة.",
    "وقتل خمسة في المعارك، بحسب {a}.",
    "ووفق {a}، فإن المعارك مستمرة.",
    "ونقلت وكالة رويترز عن {a} قول{p} إن المعارك مستمرة.",
    "ونقلت وكالة رويترز عن {a} أن المعارك مستمرة.",
    "وذكرت رويترز نقلا عن {a} أن المعارك مستمرة.",
    "وقتل خمسة في المعارك، حسبما ذكر{t} {n}.",
    "وقتل خمسة في المعارك، كما أفاد{t} {n}.",
]


@pytest.mark.parametrize("teller", TELLERS, ids=lambda teller: teller[0])
@pytest.mark.parametrize("frame", FRAMES)
def test_unnamed_teller(reader: Reader, frame: str, teller: tuple[str, str, str]) -> None:
    nominative, other, pronoun = teller
    feminine = "ت" if pronoun == "ها" else ""
    said = frame.format(t=feminine, n=nominative, a=other, p=pronoun)
    text = f"دارت معارك على الطريق في المدينة أمس.\n\n{said}"
    reading = reader.read(text, published="2016-05-05")
    unnamed = {a.id for a in reading.actors if a.kind == "sources"}
    told = {source: set(actors.split(",")) for _, source, actors, _ in all_said(reading)}
    want = nominative if "{n}" in frame else other
    assert want in told
    assert told[want] <= unnamed
