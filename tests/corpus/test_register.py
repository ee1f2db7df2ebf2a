"""Who belongs to whom, as the Syrian pack describes it."""

import pytest

from riwaya.corpus.register import register_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("enab-baladi", "enab-baladi"),
        ("alriyadh", "al-riyadh"),
        ("عنب بلدي", "enab-baladi"),
        ("شفق نيوز Shafaq News (Iraq)", "shafaq"),
        ("aawsat", "asharq-al-awsat"),
        ("صفحة أخبار الحارة", "صفحة أخبار الحارة"),
    ],
)
def test_an_outlet_is_known_by_any_of_its_names(name: str, expected: str) -> None:
    assert register_of("syria").outlet(name) == expected


@pytest.mark.parametrize(
    ("id", "day", "expected"),
    [
        ("sana", "2016-01-01", {"sana", "syrian-government"}),
        # The government that it stood with is gone.
        ("sana", "2025-06-01", {"sana"}),
        ("shaam", None, {"shaam", "syrian-opposition"}),
        ("russian-forces", "2016-01-01", {"russia", "syrian-government"}),
        ("united-states", None, {"united-states", "us-led-coalition"}),
        ("جهة مجهولة", None, {"جهة مجهولة"}),
    ],
)
def test_the_camps_are_one_s_own_side_and_whom_it_stands_with(
    id: str, day: str | None, expected: set[str]
) -> None:
    assert register_of("syria").camps(id, day) == expected


def test_a_pack_that_is_gone_leaves_everybody_alone() -> None:
    register = register_of("no-such-pack")

    assert register.outlet("sana") == "sana"
    assert register.common_camp(["sana"], ["syrian-army"]) is None
