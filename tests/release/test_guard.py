from release.saying import gate
from riwaya.release import Armed, Guard, Veil
from riwaya.release.veiling import joined, veiled


def test_a_guard_survives_being_kept() -> None:
    guard = Guard(
        (Veil(3, 9, "name"), Veil(12, 20, "facility", "camp"), Veil(30, 40, "place", "", "ريف البلوط")),
        (Armed(0, 50, ("x:town", "derived:around:x"), "2021-03-04", "c4"), Armed(60, 70)),
    )

    assert Guard.load(guard.dump()) == guard
    assert Guard.load(Guard().dump()) == Guard()


def test_a_kept_guard_holds_no_words_of_private_people() -> None:
    assert Guard((Veil(3, 9, "name"),)).dump() == '[[[3,9,"name","",null]],[]]'


def test_where_veils_overlap_the_one_that_says_least_covers_all() -> None:
    veils = [
        Veil(0, 6, "place", "", "الريف"),
        Veil(4, 10, "name"),
        Veil(9, 12, "witness", "medic"),
        Veil(20, 22, "name"),
    ]

    assert joined(veils) == [Veil(0, 12, "witness", "medic"), Veil(20, 22, "name")]


def test_a_text_without_veils_is_only_put_on_one_line() -> None:
    assert veiled("سطر\nوآخر\u202e", 0, ()) == ("سطر وآخر", ())


def test_a_passage_is_masked_where_it_stands_in_the_report() -> None:
    text = "تحدث سامر طويلا"
    guard = Guard((Veil(1005, 1009, "name"),))

    assert gate().passage(text, 1000, guard, "2021-03-04") == "تحدث [name withheld] طويلا"
    assert gate().passage(text, 0, guard, "2021-03-04") == text
