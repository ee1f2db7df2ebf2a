"""Who is meant by a name or a short form further on in the report."""

from __future__ import annotations

import pytest

from reading.slices import speakers
from riwaya.reading.reader import Reader

NAMES: list[tuple[str, list[str]]] = [
    # a name in quotation marks, glued into one word
    (
        'قال المسؤول الأمني لحزب الله "أبو مجاهدالوردي" إن الجسر سليم. وأوضح الوردي أن الطريق مغلق.',
        ["hezbollah"] * 2,
    ),
    # behind an office that no list has, with a rank or a given name
    (
        "قال آمر لواء في الجيش العراقي العميد الركن عادل مولان إن الجسر سليم. وأكد مولان أن الطريق مغلق.",
        ["iraqi-forces"] * 2,
    ),
    ("قال آمر لواء في الجيش العراقي إن الجسر سليم. وأكد مولان أن الطريق مغلق.", ["iraqi-forces", "other"]),
    # whoever a relative clause tells of is not the speaker
    (
        "قال وزير خارجية قطر خالد الوردي الذي رحب بقدوم كيري إلى بلاده إن الجسر سليم. وقال كيري إن السد سليم.",
        ["qatar", "qatar", "united-states"],
    ),
    # where a body is names nobody
    ("قالت بعثة الأمم المتحدة في مالي إن الجسر سليم. وأعلنت حكومة مالي أن السد سليم.", ["united-nations", "other"]),
    ("قال المتحدث باسم صحيفة التايمز إن الجسر سليم. وأضافت «التايمز» أن السد سليم.", ["the-times"] * 2),
    # whom somebody accuses keeps his own name
    (
        "اتهم زعيم حزب الشعب الجمهوري في تركيا الرئيس رجب طيب إردوغان بإغلاق الجسر. وحذر إردوغان من السد.",
        ["chp", "turkey"],
    ),
    (
        "قال رئيس المقاومة الشعبية في عدن وكيل محافظة عدن سالم الوردي إن الجسر سليم. وحذر الوردي من السد.",
        ["popular-resistance-yemen"] * 2,
    ),
    (
        "قال المحامي سالم جونز الذي عين في المحكمة الجنائية الدولية إن الجسر سليم. وقال جونز إن السد سليم.",
        ["icc", "other"],
    ),
    (
        "قال المدير سالم الوردي إن الجسر سليم. وقال أحد سكان القرية نصر الوردي إن السد سليم.",
        ["other", "eyewitnesses"],
    ),
    # علي inside a name, and a namesake of somebody known
    (
        "قال المتحدث باسم المقاومة الشعبية شلال علي شايع على الهاتف إن ما رأى سليم. وأضاف شايع أن السد سليم.",
        ["popular-resistance-yemen"] * 2,
    ),
    (
        "انتقد علي عبدالله صالح الجسر على الملأ. وقال العقيد علي صالح الوردي إن السد سليم. وأضاف الوردي أن ما رأى سليم.",
        ["other"] * 2,
    ),
    # no prince in عبد الأمير
    (
        "قال العميد عبد الأمير الوردي نائب قائد الجيش العراقي إن الجسر سليم. وأغلق الطريق، وفقا للوردي.",
        ["iraqi-forces"] * 2,
    ),
    # the name of an envoy behind where he is, with his family's
    (
        "استقبل المدير سفير المملكة العربية السعودية لدى اليمن محمد سعيد آل جابر. وأكد السفير آل جابر أن الجسر سليم.",
        ["saudi-arabia"],
    ),
    # a surname misspelt further on; nobody where another bears it, or where two come near
    (
        "كشف السفير اليمني لدى لبنان علي الديلمي أن الجسر سليم. وأوضح الدليمي أن السد سليم. وأضاف أن الطريق مغلق.",
        ["yemeni-government"] * 3,
    ),
    (
        "كشف السفير اليمني لدى لبنان علي الديلمي أن الجسر سليم. وقال سالم الدليمي إن السد سليم. وأوضح الدليمي أن الطريق مغلق.",
        ["yemeni-government", "other", "other"],
    ),
    (
        "قال الوزير التركي سالم الوردان إن الجسر سليم. وقال الوزير اليمني خالد الوردين إن السد سليم. وقال الوردن إن النفق سليم.",
        ["turkey", "yemeni-government", "other"],
    ),
    ("قال الوزير التركي سالم الوردي إن الجسر سليم. وقال البردي إن السد سليم.", ["turkey", "other"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors"), NAMES)
def test_who_is_named_again(reader: Reader, text: str, actors: list[str]) -> None:
    assert speakers(reader.read(text)) == actors
