"""Ids of outlets: what they may not hold, whoever names the outlet."""

import pytest

from riwaya.capture import DEFAULT_MAP, CaptureOptions, capture_bytes, capture_record, outlet_id
from riwaya.capture.records import record_of
from riwaya.errors import InputError, UsageError

TEXT = "أعلن المجلس المحلي في جرابلس عودة المياه إلى الحي الشرقي."


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Canal+", "Canal-"),
        ("Canal", "Canal"),
        ("A > B", "A-B"),
        ("عين  على\tالشمال", "عين-على-الشمال"),
        ("  وكالة \u202e+ النهر ", "وكالة-النهر"),
        ("one - two", "one-two"),
        ("al--furat.example", "al--furat.example"),
        ("ن" * 200, "ن" * 200),
    ],
)
def test_an_id_has_nothing_that_separates_ids(name: str, id: str) -> None:
    assert outlet_id(name) == id
    assert outlet_id(id) == id


@pytest.mark.parametrize("name", ["", " ", "+ > +", "\x07", "ن" * 201])
def test_what_can_be_no_id(name: str) -> None:
    with pytest.raises(UsageError):
        outlet_id(name)


def test_every_way_of_naming_an_outlet_makes_an_id() -> None:
    record = record_of("r:1", {"text": TEXT, "outlet": "Canal+ > Info"}, DEFAULT_MAP)
    addressed = record_of("r:2", {"text": TEXT, "uri": "https://a+b.example/1"}, DEFAULT_MAP)
    front = f"---\noutlet: Canal+ Info\n---\n{TEXT}".encode()

    assert CaptureOptions(outlet="Canal+ Info").outlet == "Canal-Info"
    assert capture_record(record, CaptureOptions()).outlet == "Canal-Info"
    assert capture_record(addressed, CaptureOptions()).outlet == "a-b.example"
    assert capture_bytes(front, "front").outlet == "Canal-Info"


def test_a_name_without_end_costs_its_report() -> None:
    record = record_of("r:1", {"text": TEXT, "outlet": "ن" * 9000}, DEFAULT_MAP)
    with pytest.raises(InputError, match="longer than 200 characters"):
        capture_record(record, CaptureOptions())
    with pytest.raises(InputError, match="longer than 200 characters"):
        capture_bytes(f"---\noutlet: {'ن' * 9000}\n---\n{TEXT}".encode(), "front")
