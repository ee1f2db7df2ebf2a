"""What a decision changed, in words that people read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from riwaya.archive.decisions import Decision
from riwaya.exchange.index import clean
from riwaya.exchange.labels import MEASURES, label
from riwaya.i18n import gettext as _
from riwaya.i18n import mark
from riwaya.questions.wording import word_of
from riwaya.workbench.choosing import Labels

#: What the parts of a record are called.
NAMES: Mapping[str, str] = {
    "source_actors": mark("Source"),
    "source": mark("Words that name the source"),
    "speaker": mark("The speaker's name"),
    "parent": mark("Relayed through"),
    "act": mark("Act"),
    "distance": mark("The reporter's stance"),
    "basis": mark("Rests on"),
    "quoted": mark("In quotation marks"),
    "content": mark("Words of the content"),
    "addressee": mark("Said to"),
    "venue": mark("Said at"),
    "attribution": mark("Attribution"),
    "voice": mark("Whose words"),
    "factuality": mark("How sure its source is"),
    "type": mark("Event"),
    "mode": mark("Manner"),
    "phase": mark("Phase"),
    "theme": mark("About the claim"),
    "agent": mark("Who does it"),
    "patient": mark("To whom"),
    "recipient": mark("For whom"),
    "place": mark("Place"),
    "time": mark("When"),
    "quantity": mark("How many"),
    "anchor": mark("Word of the event"),
    "cue": mark("Words that attribute"),
}
#: What the actions of decisions are called.
ACTIONS: Mapping[str, str] = {
    "accept": mark("accepted"),
    "reject": mark("rejected"),
    "correct": mark("corrected"),
    "add": mark("added"),
    "merge": mark("said to be of one matter"),
}
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Change:
    """One part of a record: what was there, what is there now."""

    name: str
    before: str
    after: str


def changes_told(decision: Decision, text: str, parties: Labels, places: Labels) -> tuple[Change, ...]:
    """What a correction or addition says, part by part, in the current language."""
    if decision.action not in ("correct", "add"):
        return ()
    after, before = decision.after or {}, decision.before or {}
    if decision.action == "add":
        before = {}
    words = _Words(text, parties, places)
    return tuple(_told(after, before, words))


def _told(after: Mapping[str, Any], before: Mapping[str, Any], words: _Words) -> Iterator[Change]:
    for key, value in after.items():
        was = before.get(key)
        if key == "event" and isinstance(value, dict):
            yield from _told(value, was if isinstance(was, dict) else {}, words)
        elif key in NAMES and (value or was):
            yield Change(_(NAMES[key]), words.of(key, was), words.of(key, value))


class _Words:
    """Values of records in words."""

    def __init__(self, text: str, parties: Labels, places: Labels) -> None:
        self._text, self._parties, self._places = text, parties, places

    def of(self, key: str, value: Any) -> str:
        """The words for what a part holds."""
        if value is None or value == []:
            return _NOTHING
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, list):
            return _(", ").join(self._member(key, each) for each in value)
        if isinstance(value, dict):
            return self._record(key, value)
        return word_of(key, str(value))

    def _member(self, key: str, value: Any) -> str:
        id = str(value.get("actor", "")) if isinstance(value, dict) else str(value)
        return self._places.shown(id) if key == "place" else self._parties.shown(id)

    def _record(self, key: str, value: Mapping[str, Any]) -> str:
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            return f"«{clean(self._text[value['start'] : value['end']])}»"
        if key == "quantity":
            bounds = "–".join(str(value[end]) for end in ("low", "high") if value.get(end) is not None)
            measure = value.get("measure")
            return " ".join(filter(None, (label(MEASURES, measure) if measure else "", bounds)))
        if key == "speaker":
            parts = (self.of("name", value[part]) for part in ("name", "role") if value.get(part))
            return _(", ").join(parts)
        return str(value.get("value", "")) or _NOTHING
