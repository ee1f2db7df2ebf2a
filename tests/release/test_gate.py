from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from release.saying import DISTRICT, FIGHTERS, GOVERNORATE, HOSPITAL, LOST, MOMENT, TOWN, gate, told
from riwaya.i18n import use_language
from riwaya.release import OPEN, Armed, Gate, Guard, Hop, Participant, Told, Veil

WORDS = "دخل رتل من الجماعة كفر زيزفون ليلا"
PLACE = (WORDS.index("كفر"), WORDS.index(" ليلا"))


def moving(**changes: Any) -> Told:
    veil = Veil(100 + PLACE[0], 100 + PLACE[1], "place", "", "ناحية السنديان")
    guard = Guard((veil,), (Armed(100, 100 + len(WORDS), (TOWN.id,), None, "c1"),))
    made = told(WORDS, type="MOVE", agents=(FIGHTERS,), places=(TOWN,), guard=guard)
    return replace(made, **changes)


def test_movement_is_told_no_finer_than_the_subdistrict() -> None:
    released = gate().told(moving())

    assert released is not None
    (spot,) = released.places
    assert (spot.id, spot.lat, spot.uncertainty_km) == (DISTRICT.id, DISTRICT.lat, DISTRICT.uncertainty_km)
    assert released.quotation == "دخل رتل من الجماعة [ناحية السنديان] ليلا"
    assert set(released.masked) == {"place-coarsened"}


def test_a_place_that_nothing_is_known_to_hold_is_withheld() -> None:
    released = gate().told(moving(places=(LOST,)))

    assert released is not None
    assert [(spot.id, spot.name_ar, spot.lat) for spot in released.places] == [("withheld", None, None)]
    assert "place-withheld" in released.masked


def test_a_governorate_stays() -> None:
    released = gate().told(moving(places=(GOVERNORATE,)))

    assert released is not None
    assert released.places == (GOVERNORATE,)


@pytest.mark.parametrize(
    ("published", "day", "hours_later", "leaves"),
    [
        ("2021-06-27T12:00:00+00:00", None, 71, False),
        ("2021-06-27T12:00:00+00:00", None, 72, True),
        ("2021-06-27T12:00:00+03:00", None, 69, True),
        ("2021-06-27T12:00:00", None, 73, False),  # no zone is said: it may be the last on earth
        ("2021-06-27", None, 24 + 72 + 11, False),  # a day lasts until it ends everywhere
        ("2021-06-27", None, 24 + 72 + 24, True),
        ("2021-06-20", "2021-06-27", 24 + 72, False),  # announced for a later day
        ("2021-06-20", "2021-06-27", 24 + 72 + 24, True),
        (None, "2021-06-27", 24 + 72 + 24, True),
        (None, None, 100_000, False),
        ("last spring", None, 100_000, False),
    ],
)
def test_movement_is_told_when_it_is_old_enough(
    published: str | None, day: str | None, hours_later: int, leaves: bool
) -> None:
    noon = "T12" in (published or "")
    start = datetime(2021, 6, 27, 12 if noon else 0, tzinfo=UTC)
    moment = datetime.fromtimestamp(start.timestamp() + hours_later * 3600, UTC)
    claim = moving(published=published, day_to=day)
    claim = replace(claim, guard=Guard(claim.guard.veils, (replace(claim.guard.armed[0], day=day),)))
    kept, held = Gate(moment).all([claim])

    assert (len(kept), held) == ((1, 0) if leaves else (0, 1))
    assert all("held" not in released.quotation for released in kept)


def test_what_is_asked_for_by_its_place_is_not_told_by_being_the_answer() -> None:
    # Counted neither: a count would tell what the answer leaves out.
    assert gate().all([moving()], place=TOWN.id) == ([], 0)
    assert len(gate().all([moving()], place=DISTRICT.id)[0]) == 1
    derived = replace(TOWN, id="derived:around:x:town", kind="area")
    assert gate().all([moving(places=(derived,))], place=TOWN.id) == ([], 0)
    assert len(gate().all([told("كلام", places=(TOWN,))], place=TOWN.id)[0]) == 1


def test_other_claims_keep_their_places() -> None:
    words = "التقى الوجهاء في كفر زيزفون"
    released = gate().told(told(words, places=(TOWN,)))

    assert released is not None
    assert [spot.id for spot in released.places] == [TOWN.id]
    assert released.quotation == words
    assert released.masked == ()


def test_what_is_said_in_the_same_breath_about_the_same_place_is_guarded_alike() -> None:
    attack = moving(type="ASSAULT", id="c2")
    released = gate().told(attack)

    assert released is not None
    assert [spot.id for spot in released.places] == [DISTRICT.id]


def test_young_words_are_held_back_wherever_they_are_quoted() -> None:
    young = Gate(datetime(2021, 3, 5, tzinfo=UTC))
    guard = Guard((), (Armed(100, 118, (), None, "c9"),))
    released = young.told(told("دخل رتل من الجماعة ثم صدر بيان", guard=guard))

    assert released is not None
    assert released.quotation == "[held back] ثم صدر بيان"
    assert young.title("رتل في الطريق", Guard((), (Armed(0, 6, (), None, "c9"),)), "2021-03-04") == (
        "[held back] الطريق"
    )


@pytest.mark.parametrize(
    ("event", "mode", "agents", "words", "guarded"),
    [
        ("MOBILIZE", "troops", (), "أرسل أبناءه", True),
        ("MOBILIZE", None, (), "استنفرت البلدية فرق النظافة", False),
        ("PRESENCE", None, (FIGHTERS,), "هم هناك", True),
        ("PRESENCE", None, (), "حضر الوفد الافتتاح", False),
        ("PRESENCE", None, (), "حضر جنود إلى القرية", True),
        ("MOVE", None, (), "سافر الوزير إلى العاصمة", False),
        ("MOVE", None, (), "نقلت دبابات إلى العاصمة", True),
        ("CONTROL", None, (FIGHTERS,), "سيطرت الجماعة على البلدة", False),
        ("CONTROL", None, (FIGHTERS,), "سيطرت الجماعة على حاجز", True),
        ("ASSAULT", None, (FIGHTERS,), "قصفت الجماعة البلدة", False),
        ("ASSAULT", None, (), "قصف الطيران رتلا عسكريا", True),
        ("ASSAULT", None, (), "استهدف القصف غرفة عمليات", True),
        ("MONITOR", None, (FIGHTERS,), "تراقب الجماعة الطريق", True),
        ("SHELTER", "protect", (), "آووا مقاتلين في القرية", True),
        ("RETREAT", "withdraw", (FIGHTERS,), "انسحبت الجماعة", True),
        ("AGREE", None, (FIGHTERS,), "وقعت الجماعة الاتفاق", False),
    ],
)
def test_a_claim_that_people_made_is_judged_when_it_leaves(
    event: str, mode: str | None, agents: tuple[Participant, ...], words: str, guarded: bool
) -> None:
    claim = told(words, type=event, mode=mode, agents=agents, places=(TOWN,), status="corrected")
    released = gate().told(claim)

    assert released is not None
    assert [spot.id for spot in released.places] == ([DISTRICT.id] if guarded else [TOWN.id])


def test_a_base_that_is_held_is_a_site() -> None:
    base = replace(TOWN, id="x:base", kind="base", name_ar="قاعدة السرو")
    claim = told("صارت لهم", type="CONTROL", places=(base,), status="added")
    released = gate().told(claim)

    assert released is not None
    assert [spot.id for spot in released.places] == [DISTRICT.id]


def test_a_hospital_is_told_as_the_town_it_lies_in() -> None:
    words = "قصفت الطائرات مستشفى الأمل مرتين"
    start = words.index("مستشفى")
    guard = Guard((Veil(100 + start, 100 + start + len("مستشفى الأمل"), "facility", "hospital"),))
    released = gate().told(told(words, type="ASSAULT", places=(HOSPITAL,), guard=guard))

    assert released is not None
    (spot,) = released.places
    assert (spot.id, spot.unit, spot.holder) == (TOWN.id, None, None)
    assert released.quotation == "قصفت الطائرات [hospital] مرتين"
    assert released.masked == ("facility-coarsened",)


def test_an_armed_claim_on_a_hospital_goes_up_to_the_subdistrict() -> None:
    claim = told("حشود في مستشفى الأمل", type="MOVE", places=(HOSPITAL,), status="added")
    released = gate().told(claim)

    assert released is not None
    assert [spot.id for spot in released.places] == [DISTRICT.id]


@pytest.mark.parametrize(
    "name", ["مستشفى ميسلون", "مخيم الورد", "المشفى الميداني", "مركز إيواء السلام", "مدرسة الفجر"]
)
def test_a_facility_without_a_known_holder_is_withheld_however_it_was_read(name: str) -> None:
    spot = replace(LOST, name_ar=name, kind="governorate")
    released = gate().told(told("كلام", places=(spot,)))

    assert released is not None
    assert [spot.id for spot in released.places] == ["withheld"]


def test_names_are_masked_in_every_kind_of_words() -> None:
    name = "سامر الحلواني"
    title = f"شهادة {name} عن ليلته"
    text = f"{title}\nقال {name} إن {name} خائف"
    spans = [at for at in range(len(text)) if text.startswith(name, at)]
    guard = Guard(tuple(Veil(at, at + len(name), "name") for at in spans))
    start, said = spans[1], Participant("other", None, None, None, None, name, spans[1])
    claim = told(
        text[spans[2] :],
        spans[2],
        title=title,
        guard=guard,
        agents=(said,),
        chain=(Hop((said,), name, start),),
    )
    released = gate().told(claim)

    assert released is not None
    assert name not in repr(released)
    assert released.title == "شهادة [name withheld] عن ليلته"
    assert released.chain[0].words == "[name withheld]"
    with use_language("ar"):
        assert gate().passage(text, 0, guard, "2021-03-04").count("[") == 3


def test_a_name_that_a_quotation_begins_within_is_covered_as_far_as_it_is_there() -> None:
    guard = Guard((Veil(95, 108, "name"),))
    released = gate().told(told("حلواني تكلم", guard=guard))

    assert released is not None
    assert released.quotation == "[name withheld]كلم"


@pytest.mark.parametrize("length", [199, 200, 201, 5000])
def test_quotations_have_at_most_200_characters(length: int) -> None:
    released = gate().told(told(("كلمة " * 2000)[:length].strip() + "ه"))

    assert released is not None
    assert len(released.quotation) <= 200
    assert ("quotation-cut" in released.masked) == released.quotation.endswith("…")


def test_a_word_longer_than_a_quotation_is_cut() -> None:
    assert len(gate().quotation("ك" * 900)) == 200


def test_open_changes_nothing() -> None:
    claim = moving(published=None, title="دخل رتل كفر زيزفون")
    released = Gate(MOMENT, OPEN).told(claim)

    assert released is not None
    bare = tuple(replace(spot, holder=None, unit=None) for spot in claim.places)
    assert released == replace(claim, guard=Guard(), places=bare)


def test_a_policy_may_be_weaker_in_one_thing_only() -> None:
    assert gate(delay_hours=0).told(moving(published=None)) is not None
    named = gate(mask_names=False).told(told("قال سامر", guard=Guard((Veil(104, 108, "name"),))))
    assert named is not None
    assert named.quotation == "قال سامر"
