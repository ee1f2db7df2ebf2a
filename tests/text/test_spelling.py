import pytest

from riwaya.text.spelling import DeletionIndex, is_one_error

INDEX = DeletionIndex(["اضاف", "اعلنت", "تنظيم", "قال"])


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("اضافه", ("اضاف",)),
        ("تتظيم", ("تنظيم",)),
        ("تظنيم", ("تنظيم",)),
        ("تنظم", ("تنظيم",)),
        ("اعلنتت", ("اعلنت",)),
        ("تنظيم", ()),
        ("تظيمن", ()),
        ("قالب", ()),
        ("", ()),
    ],
)
def test_words_one_error_away(word: str, near: tuple[str, ...]) -> None:
    assert INDEX.near(word) == near
    listed = ("اضاف", "اعلنت", "تنظيم")  # the index leaves out short words
    assert tuple(w for w in listed if is_one_error(w, word)) == near
