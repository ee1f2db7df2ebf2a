"""What changed between two versions of a text."""

import pytest

from riwaya.corpus.changes import find_changes

FIRST = "قتل خمسة عمال في انهيار السقف. وقال الدفاع المدني إن البحث مستمر.\nولم تعرف الأسباب."


@pytest.mark.parametrize(
    ("after", "changes"),
    [
        (FIRST, []),
        (FIRST.replace("إن", "ان").replace(".", " ."), []),
        (FIRST.replace("خمسة", "سبعة"), [("خمسة", "سبعة")]),
        (
            FIRST.replace(" وقال الدفاع المدني إن البحث مستمر.", ""),
            [("وقال الدفاع المدني إن البحث مستمر", None)],
        ),
        (FIRST + " ووصل المحافظ مساء إلى المكان.", [(None, "ووصل المحافظ مساء إلى المكان")]),
        (FIRST.replace("في انهيار السقف", "وأصيب طفل في انهيار السقف"), [(None, "وأصيب طفل")]),
        ("", [("قتل خمسة عمال في انهيار السقف. وقال الدفاع المدني إن البحث مستمر.\nولم تعرف الأسباب", None)]),
    ],
)
def test_changes_are_the_words_that_went_and_came(
    after: str, changes: list[tuple[str | None, str | None]]
) -> None:
    found = find_changes(FIRST, after)
    assert [
        (
            FIRST[each.removed.start : each.removed.end] if each.removed else None,
            after[each.added.start : each.added.end] if each.added else None,
        )
        for each in found
    ] == changes
