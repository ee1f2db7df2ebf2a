"""Whoever denies what others tell claims that it is not so, and they still tell it."""

from __future__ import annotations

import pytest

from riwaya.reading.reader import Reader

ROWS = [
    # What goes round and nobody in particular tells.
    ("نفت قسد صحة الأنباء عن انسحاب مقاتليها من البلدة.", "RETREAT", ["sdf CT-", "unnamed-sources CT+"]),
    ("كذبت حماس الشائعات عن مقتل قائدها.", "HARM", ["hamas CT-", "unnamed-sources CT+"]),
    ("نفت موسكو تقارير عن سحب قواتها من القاعدة.", "RETREAT", ["russia CT-", "unnamed-sources CT+"]),
    ("نفت إسرائيل أنباء عن قصف المطار.", "ASSAULT", ["israel CT-", "unnamed-sources CT+"]),
    ("نفت قسد الأنباء عن اعتقال صحفيين.", "COERCE", ["sdf CT-", "unnamed-sources CT+"]),
    ("نفت طهران المزاعم بأنها زودت الحوثيين بالصواريخ.", "AID", ["iran CT-", "unnamed-sources CT+"]),
    ("نفت قسد الأنباء المتداولة عن اعتقال صحفيين.", "COERCE", ["sdf CT-", "unnamed-sources CT+"]),
    # The same word tells of shares that are traded: nothing is taken by force there.
    ("أكدت الشركة أن الأسهم المتداولة شهدت انسحاب مستثمرين.", "RETREAT", []),
    # What somebody tells who is named.
    ("نفى الحوثيون مزاعم التحالف العربي عن مقتل قائدهم.", "HARM", ["houthis CT-", "saudi-led-coalition CT+"]),
    ("نفت قسد ما تداولته مواقع عن انسحاب مقاتليها.", "RETREAT", ["sdf CT-", "other CT+"]),
    # Who tells it is not said, and is not who denies it.
    ("نفت قسد ما تردد عن انسحاب مقاتليها من البلدة.", "RETREAT", ["sdf CT-", "unnamed-sources CT+"]),
    ("نفت إيران اتهامات بدعم الحوثيين.", "SUPPORT", ["iran CT-", "unnamed-sources CT+"]),
    # Whoever calls untrue what others tell denies it.
    (
        "قالت قسد إنه لا صحة للأنباء التي تتحدث عن انسحاب مقاتليها.",
        "RETREAT",
        ["sdf CT-", "unnamed-sources CT+"],
    ),
    ("أكدت قسد أن ما تردد عن انسحاب مقاتليها عار عن الصحة.", "RETREAT", ["sdf CT-", "unnamed-sources CT+"]),
    ("وأكدت قسد أنه لا صحة لما يشاع عن انسحاب مقاتليها.", "RETREAT", ["sdf CT-", "unnamed-sources CT+"]),
    (
        "قالت قسد إن الأنباء عن انسحاب مقاتليها لا أساس لها من الصحة.",
        "RETREAT",
        ["sdf CT-", "unnamed-sources CT+"],
    ),
    ("أكدت قسد أن ما نشرته الصفحات عن انسحاب مقاتليها غير صحيح.", "RETREAT", ["sdf CT-", "other CT+"]),
    ("أكدت قسد أن ما تردد عن انسحاب مقاتليها من البلدة صحيح.", "RETREAT", ["unnamed-sources CT+"]),
    (
        "قالت قسد إن الأنباء عن نشر معلومات غير صحيحة بعد انسحاب مقاتليها مقلقة.",
        "RETREAT",
        ["unnamed-sources CT+"],
    ),
    ("أكدت قسد أن ما يدعيه الحوثيون عن انسحاب مقاتليها هو محض كذب.", "RETREAT", ["sdf CT-", "houthis CT+"]),
    # Behind a comma stands what nobody denies.
    ("نفت قسد الأنباء عن اعتقال صحفيين، والتي رافقها قصف.", "ASSAULT", ["unnamed-sources CT+"]),
    # What is denied is not a telling, or is that somebody told it.
    ("نفت قسد انسحاب مقاتليها من البلدة.", "RETREAT", ["sdf CT-"]),
    ("أكدت قسد الأنباء عن انسحاب مقاتليها من البلدة.", "RETREAT", ["unnamed-sources CT+"]),
]


@pytest.mark.parametrize(("text", "kind", "expected"), ROWS)
def test_who_claims_it(reader: Reader, text: str, kind: str, expected: list[str]) -> None:
    reading = reader.read(text)
    actors = {a.id: " ".join(a.source_actors) for a in reading.attributions}
    told = [c for c in reading.claims if c.event.type == kind]
    assert [f"{actors[str(c.attribution)]} {c.factuality}" for c in told] == expected
