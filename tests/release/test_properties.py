from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from release.saying import DISTRICT, FIGHTERS, HOSPITAL, LOST, MOMENT, TOWN, told
from riwaya.model import Reading
from riwaya.reading.reader import Reader
from riwaya.release import OPEN, Armed, Gate, Guard, Hop, Participant, Told, Veil, private_names
from riwaya.text import fold

PEOPLE = ("سامر الحلواني", "رهف", "عبد الله الكيلاني", "أبو يزن الجاسم")
FINE = ("كفر زيزفون", "تل الغار")
OTHERS = ("الوجهاء", "رتل", "في", "مساء", "وصل إلى", "مستشفى الأمل", "،", "\n", "ناحية السنديان", "ثم")

pieces = st.lists(st.sampled_from((*PEOPLE, *FINE, *OTHERS)), min_size=1, max_size=40)


@st.composite
def stories(draw: st.DrawFn) -> Told:
    """A claim, or a part of one, with the guard that its report has: every name and place is found."""
    words = draw(pieces)
    text, veils = "", []
    for word in words:
        start, text = len(text), text + word + " "
        if word in PEOPLE:
            veils.append(Veil(start, start + len(word), "name"))
        elif word in FINE:
            veils.append(
                Veil(start, start + len(word), "place", "", draw(st.sampled_from(("ريف البلوط", None))))
            )
        elif word == "مستشفى الأمل":
            veils.append(Veil(start, start + len(word), "facility", "hospital"))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    cut = draw(st.integers(0, len(text)))
    guard = Guard(tuple(veils), (Armed(0, len(text), (TOWN.id,), None, "c1"),))
    said = Participant("other", None, None, None, None, text[cut:end], cut)
    return told(
        text[start:end], start, title=text, type="MOVE", agents=(FIGHTERS, said), guard=guard,
        places=tuple(draw(st.lists(st.sampled_from((TOWN, DISTRICT, HOSPITAL, LOST)), max_size=3))),
        chain=(Hop((said,), text[cut:end], cut),),
        published=draw(st.sampled_from((None, "2021-03-04", "2021-06-29"))),
        day_to=draw(st.sampled_from((None, "2021-03-05", "2021-06-30"))),
    )  # fmt: skip


@given(stories())
def test_nothing_that_leaves_holds_a_private_name_or_too_fine_a_place(claim: Told) -> None:
    gate = Gate(MOMENT)
    released = gate.told(claim)
    shown = [gate.title(claim.title, claim.guard, claim.published) or ""]
    if released is not None:
        shown += [released.quotation, released.title or "", repr(released.chain), repr(released.agents)]
        assert {spot.id for spot in released.places} <= {DISTRICT.id, "withheld"}
        assert TOWN.id not in repr(released)
    for text in shown:
        assert not any(name in text for name in (*PEOPLE, *FINE, "مستشفى الأمل"))


@given(stories())
def test_releasing_twice_changes_nothing(claim: Told) -> None:
    gate = Gate(MOMENT)
    released = gate.told(claim)

    assert released is None or gate.told(released) == released


@given(stories())
def test_open_changes_nothing_but_white_space(claim: Told) -> None:
    released = Gate(MOMENT, OPEN).told(claim)

    assert released is not None
    assert released.quotation == " ".join(claim.quotation.split())
    assert released.places == tuple(replace(spot, holder=None, unit=None) for spot in claim.places)
    assert released.masked == ()


@given(stories(), st.integers(1, 200))
def test_no_words_are_longer_than_the_policy_allows(claim: Told, most: int) -> None:
    gate = Gate(MOMENT, replace(OPEN, quotation=most))
    released = gate.told(claim)

    assert released is not None
    assert len(released.quotation) <= most
    assert len(gate.passage(claim.quotation, claim.start, claim.guard, None)) <= most


WITH_NAMES = st.lists(
    st.sampled_from(
        (
            "أصيب الطفل {} بشظية.", "اعتقلت الدورية المواطن {}.", "وقالت السيدة {} إن البيت احترق.",
            "ثم عاد {} إلى القرية.", "سأل الجيران عن {} مساء.", "أصدر المجلس بيانا.",
        )
    ),
    min_size=1, max_size=6,
)  # fmt: skip


@given(
    WITH_NAMES, st.sampled_from(("سامر الحلواني", "هناء السمان", "نزار بن سليم القباني", "أبو يزن الجاسم"))
)
def test_a_name_that_is_private_once_is_masked_everywhere(
    reader: Reader, sentences: list[str], name: str
) -> None:
    text = "\n".join(("أصيب المواطن {} أمس.", *sentences)).replace("{}", name)
    reading: Reading = reader.read(text)
    guard = Guard(tuple(Veil(start, end, "name") for start, end in private_names(reading)))

    assert fold(name) not in fold(Gate(MOMENT, replace(OPEN, mask_names=True)).passage(text, 0, guard, None))
