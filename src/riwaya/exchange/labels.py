"""The closed vocabularies of a reading in words that people read, marked for translation."""

from __future__ import annotations

import re
from collections.abc import Mapping

from riwaya.i18n import gettext, ngettext
from riwaya.i18n import mark as _
from riwaya.model import Name, Time

#: What a speaker does with words.
ACTS: Mapping[str, str] = {
    "report": _("says"),
    "accuse": _("accuses"),
    "deny": _("denies"),
    "confirm": _("confirms"),
    "request": _("asks for"),
    "refuse": _("refuses"),
    "warn": _("warns"),
    "threaten": _("threatens"),
    "commit": _("promises"),
    "expect": _("expects"),
    "hypothesise": _("thinks likely"),
    "announce": _("announces"),
    "document": _("documents"),
    "claim-responsibility": _("claims responsibility"),
    "decline": _("declines to say, or could not verify"),
}

#: How the reporter stands to the source. A neutral reporter needs no word.
DISTANCES: Mapping[str, str] = {
    "neutral": _("the reporter stays neutral"),
    "endorsing": _("the reporter's wording endorses it"),
    "distancing": _("the reporter's wording keeps its distance"),
}

#: What a statement is said to rest on.
BASES: Mapping[str, str] = {
    "investigation": _("investigation"),
    "witness": _("witness"),
    "document": _("document"),
    "footage": _("footage"),
    "other": _("named basis"),
}

#: Whose words a claim's wording is.
VOICES: Mapping[str, str] = {
    "source": _("the source's own words"),
    "reporter": _("the reporter's words, inserted"),
    "unclear": _("unclear whose words: the source's or the reporter's"),
}

#: How sure a claim's own source is of it.
FACTUALITIES: Mapping[str, str] = {
    "CT+": _("certain"),
    "PR+": _("probable"),
    "PS+": _("possible"),
    "CT-": _("certainly not"),
    "PR-": _("probably not"),
    "PS-": _("possibly not"),
    "Uu": _("left open"),
}

EVENTS: Mapping[str, str] = {
    "AGREE": _("agrees"),
    "CONSULT": _("confers"),
    "SUPPORT": _("backs"),
    "CONCEDE": _("gives way"),
    "COOPERATE": _("cooperates"),
    "AID": _("gives aid"),
    "RETREAT": _("withdraws"),
    "REQUEST": _("asks"),
    "ACCUSE": _("accuses"),
    "REJECT": _("refuses"),
    "THREATEN": _("threatens"),
    "PROTEST": _("protests"),
    "SANCTION": _("sanctions"),
    "MOBILIZE": _("mobilises"),
    "COERCE": _("coerces"),
    "ASSAULT": _("attacks"),
    "CONTROL": _("holds"),
    "PRESENCE": _("is present"),
    "MOVE": _("moves"),
    "SHELTER": _("shelters"),
    "MONITOR": _("watches"),
    "HARM": _("harms"),
}

#: Beginning and end of a state change its word; while it holds the event's own word stands.
PHASES: Mapping[tuple[str, str], str] = {
    ("CONTROL", "begin"): _("takes"),
    ("CONTROL", "end"): _("loses"),
    ("PRESENCE", "begin"): _("arrives"),
    ("PRESENCE", "end"): _("is gone"),
}

#: PLOVER's modes, and the three ways of sheltering, which are different allegations.
MODES: Mapping[str, str] = {
    "protect": _("by protecting"),
    "facilitate": _("by letting pass or helping"),
    "tolerate": _("by leaving alone"),
    "abduct": _("abduction"),
    "aerial": _("from the air"),
    "arrest": _("arrest"),
    "assassinate": _("assassination"),
    "ban": _("ban"),
    "ceasefire": _("ceasefire"),
    "convict": _("conviction"),
    "crowd-control": _("crowd control"),
    "cyber": _("online"),
    "demo": _("demonstration"),
    "deport": _("deportation"),
    "disarm": _("disarmament"),
    "execute": _("execution"),
    "expel": _("expulsion"),
    "explosives": _("explosives"),
    "firearms": _("firearms"),
    "heavy-weapons": _("heavy weapons"),
    "militia": _("militia"),
    "obstruct": _("obstruction"),
    "phone": _("by telephone"),
    "primitive": _("primitive weapons"),
    "release": _("release"),
    "restrict": _("restriction"),
    "return": _("return"),
    "riot": _("riot"),
    "seize": _("seizure"),
    "sexual": _("sexual violence"),
    "strike": _("strike"),
    "third-party": _("through a third party"),
    "torture": _("torture"),
    "troops": _("troops"),
    "visit": _("visit"),
    "withdraw": _("withdrawal"),
}

MEASURES: Mapping[str, str] = {
    "killed": _("killed"),
    "wounded": _("wounded"),
    "abducted": _("abducted"),
    "detained": _("detained"),
    "missing": _("missing"),
    "displaced": _("displaced"),
    "evacuated": _("evacuated"),
    "destroyed": _("destroyed"),
    "fighters": _("fighters"),
    "weapons": _("weapons"),
    "money": _("money"),
    "other": _("counted"),
}

RELATIONS: Mapping[str, str] = {
    "repeats": _("repeats"),
    "supports": _("says the same as"),
    "contradicts": _("contradicts"),
    "denies": _("denies"),
    "counter-accuses": _("counter-accuses"),
    "answers": _("answers"),
    "supersedes": _("replaces"),
    "purpose": _("is the purpose of"),
    "reason": _("is the reason for"),
    "condition": _("is the condition of"),
}

PLACE_KINDS: Mapping[str, str] = {
    "country": _("country"),
    "region": _("region"),
    "governorate": _("governorate"),
    "district": _("district"),
    "subdistrict": _("subdistrict"),
    "town": _("town"),
    "village": _("village"),
    "neighbourhood": _("neighbourhood"),
    "facility": _("facility"),
    "oil-field": _("oil field"),
    "base": _("base"),
    "crossing": _("crossing"),
    "valley": _("valley"),
    "mountain": _("mountain"),
    "water": _("water"),
    "zone": _("zone"),
    "area": _("area"),
}

METHODS: Mapping[str, str] = {
    "pack": _("from the pack"),
    "gazetteer": _("from the gazetteer"),
    "derived": _("derived from other places"),
    "unresolved": _("not settled"),
}

#: TimeML values that are no date.
TIMES: Mapping[str, str] = {
    "PAST_REF": _("in the past"),
    "PRESENT_REF": _("now"),
    "FUTURE_REF": _("in the future"),
}

#: TimeML's parts of a day, as they end a date.
PARTS_OF_DAY: Mapping[str, str] = {
    "MO": _("morning"),
    "MI": _("noon"),
    "AF": _("afternoon"),
    "EV": _("evening"),
    "NI": _("night"),
}
DATE = re.compile(r"(\d{4}(?:-[\dW-]+)?(?:T\d[\d:+Z.-]*)?)(?:T(MO|MI|AF|EV|NI))?")
DURATION = re.compile(r"P(\d+)([DWMY])")


def label(table: Mapping[str, str], key: str) -> str:
    """The word for `key` in the current language; a key that has none stands for itself."""
    word = table.get(key)
    return gettext(word) if word else key


def event_label(kind: str, phase: str | None) -> str:
    """The verb for an event, in the form that its phase asks for."""
    word = PHASES.get((kind, phase or "")) or EVENTS[kind]
    return gettext(word)


def mode_label(mode: str) -> str:
    """An event's mode: Riwaya's own in words, PLOVER's as it is coded."""
    return label(MODES, mode)


def time_label(time: Time, words: str) -> str:
    """A time as people read it: a date, a range, a duration; else the `words` that say it."""
    ends = [DATE.fullmatch(end) for end in time.value.split("/")]
    if all(ends):
        return " – ".join(_day(end) for end in ends if end)
    duration = DURATION.fullmatch(time.value)
    if duration:
        number, unit = duration.groups()
        return _duration(int(number), unit)
    return words or label(TIMES, time.value)


def _duration(number: int, unit: str) -> str:
    if unit == "D":
        words = ngettext("{n} day", "{n} days", number)
    elif unit == "W":
        words = ngettext("{n} week", "{n} weeks", number)
    elif unit == "M":
        words = ngettext("{n} month", "{n} months", number)
    else:
        words = ngettext("{n} year", "{n} years", number)
    return words.format(n=number)


def _day(date: re.Match[str]) -> str:
    day, part = date.groups()
    return f"{day} ({label(PARTS_OF_DAY, part)})" if part else day


def name_label(name: Name, code: str) -> str | None:
    """A name in a language, else in the other; None where there is neither."""
    return (name.ar or name.en) if code == "ar" else (name.en or name.ar)
