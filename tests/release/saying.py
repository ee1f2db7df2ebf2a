"""Claims as they are told, made by hand."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from riwaya.release import Gate, Hop, Participant, Policy, Spot, Told

GOVERNORATE = Spot("x:gov", "governorate", "ريف البلوط", "Oak Countryside", 35.0, 37.0, 60.0, "pack", "test")
DISTRICT = Spot("x:district", "subdistrict", "ناحية السنديان", "Holm", 35.2, 37.1, 14.0, "pack", "test")
TOWN = Spot(
    "x:town", "town", "كفر زيزفون", "Kafr Zayzafun", 35.21, 37.15, 2.0, "pack", "test", GOVERNORATE, DISTRICT
)
HOSPITAL = Spot(
    "x:hospital", "facility", "مستشفى الأمل", "Hope", 35.212, 37.151, 0.2, "pack", "test", TOWN, DISTRICT
)
LOST = Spot("unresolved:x", "village", "تل الغار", None, None, None, None, "unresolved", None)

FIGHTERS = Participant("the-group", "the-group", "armed-group", "الجماعة", "The Group", "الجماعة")
SOMEBODY = Participant("other", None, None, None, None, "")

MOMENT = datetime(2021, 6, 30, 12, tzinfo=UTC)


def told(quotation: str, start: int = 100, **changes: Any) -> Told:
    """A claim of those words, as it comes out of an archive: old enough, of nothing in particular."""
    made = Told(
        n=1, id="c1", status="machine", report="r1", outlet="paper", published="2021-03-04", day="2021-03-04",
        uri=None, title=None, type="CONSULT", mode=None, phase=None, factuality="CT+", voice="source",
        headline=False, act="report", distance="neutral", chain=(Hop((SOMEBODY,), ""),), agents=(),
        patients=(), recipients=(), places=(), time=None, day_from=None, day_to=None, measure=None, low=None,
        high=None, approximate=None, preliminary=None, scope=None, theme=None, start=start,
        end=start + len(quotation), quotation=quotation,
    )  # fmt: skip
    return replace(made, **changes)


def gate(**policy: Any) -> Gate:
    """A gate at a moment long after the reports."""
    return Gate(MOMENT, Policy(**policy))
