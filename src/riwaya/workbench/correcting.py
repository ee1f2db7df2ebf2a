"""A form that people filled in, as the partial record that a correction or an addition is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from riwaya.archive.patches import Record
from riwaya.errors import UsageError
from riwaya.exchange.index import clean
from riwaya.i18n import gettext as _
from riwaya.workbench.choosing import Labels, party_id, place_id

_AT = re.compile(r"(\d{1,9})-(\d{1,9})")
_LARGEST = 10**15


@dataclass(frozen=True, slots=True)
class Form:
    """What somebody typed, by the names of fields; `near` is where words are looked for first."""

    given: Mapping[str, Sequence[str]]
    text: str
    near: int
    parties: Labels
    places: Labels
    connection: Connection

    def all(self, name: str) -> list[str]:
        """Every value of a field, without blanks around it."""
        return [value.strip() for value in self.given.get(name, ())]

    def one(self, name: str) -> str | None:
        """The value of a field; None for an empty one."""
        return next(iter(self.all(name)), "") or None

    def on(self, name: str) -> bool:
        """Whether a box is ticked."""
        return self.one(name) is not None

    def span(self, name: str) -> Record | None:
        """Where the words of a field stand. Raises UsageError when the report does not have them."""
        return self._span(self.one(name) or "", self.one(name + "_at") or "")

    def number(self, name: str) -> int | None:
        """A number. Raises UsageError when it is none."""
        value = self.one(name)
        if value is None:
            return None
        # isdecimal knows the digits of every script, and int reads them.
        if not value.isdecimal() or int(value) > _LARGEST:
            raise UsageError(_("'{value}' is no number of people or things").format(value=value))
        return int(value)

    def people(self, name: str) -> list[str]:
        """The ids of the parties of a field. Raises UsageError."""
        return [party_id(each, self.parties, self.connection) for each in self.all(name) if each]

    def roles(self, name: str) -> list[Record]:
        """Who takes part, with the words that name them. Raises UsageError."""
        words, places = self.all(name + "_words"), self.all(name + "_words_at")
        found = []
        for number, party in enumerate(self.all(name)):
            span = self._span(_nth(words, number), _nth(places, number))
            if party or span:
                # Words alone are somebody whom no registry lists.
                actor = party_id(party, self.parties, self.connection) if party else "other"
                found.append({"actor": actor, "span": span})
        return found

    def where(self, name: str) -> list[str]:
        """The ids of the places of a field. Raises UsageError."""
        return [place_id(each, self.places, self.connection) for each in self.all(name) if each]

    def _span(self, words: str, at: str) -> Record | None:
        wanted = clean(words)
        if not wanted:
            return None
        known = _AT.fullmatch(at)
        if known:
            start, end = int(known[1]), int(known[2])
            if start < end and clean(self.text[start:end]) == wanted:
                return {"start": start, "end": end}
        return _nearest(wanted, self.text, self.near)


def attribution_record(form: Form) -> Record:
    """What an attribution is to hold."""
    name, role = form.span("speaker_name"), form.span("speaker_role")
    return {
        "source": form.span("source"),
        "source_actors": form.people("source_actors"),
        "speaker": {"name": name, "role": role} if name or role else None,
        "content": _required(form, "content", _("words of the content")),
        "parent": form.one("parent"),
        "act": form.one("act"),
        "distance": form.one("distance"),
        "quoted": form.on("quoted"),
        "basis": form.one("basis"),
        "addressee": form.span("addressee"),
        "venue": form.span("venue"),
    }


def claim_record(form: Form) -> Record:
    """What a claim is to hold."""
    return {
        "content": _required(form, "content", _("words of the claim")),
        "attribution": form.one("attribution"),
        "voice": form.one("voice"),
        "factuality": form.one("factuality"),
        "event": {
            "type": form.one("type"),
            "mode": form.one("mode"),
            "phase": form.one("phase"),
            "agent": form.roles("agent"),
            "patient": form.roles("patient"),
            "recipient": form.roles("recipient"),
            "place": form.where("place"),
            "time": _time(form),
            "quantity": _quantity(form),
            "theme": form.one("theme"),
        },
    }


def added_attribution(form: Form) -> Record:
    """An attribution that is to be added."""
    return {"cue": _required(form, "cue", _("words that attribute")), **attribution_record(form)}


def added_claim(form: Form) -> Record:
    """A claim that is to be added."""
    if form.one("type") is None:
        raise UsageError(_("choose which event it is"))
    return {"anchor": _required(form, "anchor", _("word of the event")), **claim_record(form)}


def changes(before: Record, wanted: Record) -> Record:
    """Of what is wanted, what is not there: a patch (RFC 7386)."""
    found: Record = {}
    for key, value in wanted.items():
        now = before.get(key)
        if isinstance(value, dict) and isinstance(now, dict):
            if inner := changes(now, value):
                found[key] = inner
        elif value != now:
            found[key] = value
    return found


def _time(form: Form) -> Record | None:
    value, words = form.one("time_value"), form.span("time_words")
    if value is None:
        return None
    return {"type": form.one("time_type") or "DATE", "value": value, "span": words}


def _quantity(form: Form) -> Record | None:
    measure = form.one("measure")
    if measure is None:
        return None
    return {
        "measure": measure,
        "low": form.number("low"),
        "high": form.number("high"),
        "approximate": form.on("approximate"),
        "preliminary": form.on("preliminary"),
        "scope": form.one("scope") or "unclear",
        "span": _required(form, "count_words", _("words that count")),
    }


def _required(form: Form, name: str, what: str) -> Record:
    span = form.span(name)
    if span is None:
        raise UsageError(_("copy the {what} from the report").format(what=what))
    return span


def _nearest(wanted: str, text: str, near: int) -> Record:
    """The occurrence of words that is nearest to a place; blanks may be any. Raises UsageError."""
    pattern = r"\s+".join(re.escape(word) for word in wanted.split())
    found = [match.span() for match in re.finditer(pattern, text)]
    if not found:
        problem = _("the report does not have the words “{words}”; copy them as they stand there")
        raise UsageError(problem.format(words=wanted))
    start, end = min(found, key=lambda span: (abs(span[0] - near), span))
    return {"start": start, "end": end}


def _nth(values: Sequence[Any], number: int) -> str:
    return str(values[number]) if number < len(values) else ""
