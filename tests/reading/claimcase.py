"""Builds what earlier stages would have found from plain strings, so that claims are tested by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.model import Act, ActorKind, Measure, Name, Place, PlaceBasis, Span, Time
from riwaya.reading.draft import (
    ActorMention,
    AttributionDraft,
    ClaimDraft,
    Findings,
    PlaceMention,
    QuantityMention,
    TimeMention,
)
from riwaya.reading.events.anchors import Lexicons
from riwaya.reading.events.events import find_claims, load_lexicons
from riwaya.text import Document, analyse

#: The parties of the examples: surface form, id, kind.
ACTORS: Mapping[str, tuple[str, ActorKind]] = {
    "روسيا": ("russia", "state"),
    "موسكو": ("russia", "state"),
    "تركيا": ("turkey", "state"),
    "أنقرة": ("turkey", "state"),
    "القوات الروسية": ("russian-forces", "armed-forces"),
    "الطيران الروسي": ("russian-forces", "armed-forces"),
    "طائرات روسية": ("russian-forces", "armed-forces"),
    "التحالف الدولي": ("us-led-coalition", "coalition"),
    "تنظيم الدولة": ("islamic-state", "armed-group"),
    "داعش": ("islamic-state", "armed-group"),
    "التنظيم": ("islamic-state", "armed-group"),
    "قوات النظام": ("syrian-army", "armed-forces"),
    "العدوان التركي": ("turkey", "state"),
    "الجيش التركي": ("turkish-forces", "armed-forces"),
    "قسد": ("sdf", "armed-group"),
    "الحوثيون": ("houthis", "armed-group"),
    "الحوثيين": ("houthis", "armed-group"),
    "المدنيين": ("civilians", "population"),
    "مدنيين": ("civilians", "population"),
    "مجلس الأمن": ("un-security-council", "organisation"),
    "الأمم المتحدة": ("united-nations", "organisation"),
}
ADJECTIVES = {"الروسيه": "russia", "التركيه": "turkey", "الروسي": "russia"}


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution, by the strings that it is made of; `parent` counts from 0."""

    cue: str
    content: str
    act: Act = "report"
    source: str = ""
    actors: tuple[str, ...] = ()
    addressee: str = ""
    parent: int | None = None
    quoted: bool = False


@cache
def lexicons() -> Lexicons:
    return load_lexicons()


def claims_of(text: str, **found: object) -> tuple[ClaimDraft, ...]:
    document, findings = prepare(text, **found)  # type: ignore[arg-type]  # the keywords are those of prepare
    return find_claims(document, findings, lexicons(), ADJECTIVES)


def prepare(
    text: str,
    *,
    places: Sequence[str] = (),
    said: Sequence[Said] = (),
    counts: Sequence[tuple[str, Measure, int]] = (),
    times: Sequence[str] = (),
) -> tuple[Document, Findings]:
    document = analyse(text)
    return document, Findings(
        actors=_actors(document),
        places=tuple(_place(document, name) for name in places),
        times=tuple(_time(document, words) for words in times),
        quantities=tuple(_count(document, *count) for count in counts),
        attributions=tuple(_said(document, s) for s in said),
    )


def _actors(document: Document) -> tuple[ActorMention, ...]:
    found: dict[int, ActorMention] = {}
    for form in sorted(ACTORS, key=len):
        actor, kind = ACTORS[form]
        start = document.text.find(form)
        while start >= 0:
            first, end = document.token_range(start, start + len(form))
            whole = document.tokens[end - 1].end == start + len(form)
            begins = start - document.tokens[first].start <= 1
            if whole and begins:
                found[first] = ActorMention(first, end, Span(start, start + len(form)), (actor,), kind)
            start = document.text.find(form, start + 1)
    inside = {i for m in found.values() for i in range(m.first + 1, m.end)}
    return tuple(m for i, m in sorted(found.items()) if i not in inside)


def _range(document: Document, words: str) -> tuple[int, int, Span]:
    start = document.text.index(words)
    first, end = document.token_range(start, start + len(words))
    return first, end, Span(start, start + len(words))


def _place(document: Document, name: str) -> PlaceMention:
    first, end, span = _range(document, name)
    place = Place(
        f"test:{name}", Name(name, None), "town", None, None, PlaceBasis("pack", None, (), None, None)
    )
    return PlaceMention(first, end, span, place)


def _time(document: Document, words: str) -> TimeMention:
    first, end, span = _range(document, words)
    return TimeMention(first, end, Time("DATE", "PAST_REF", span))


def _count(document: Document, words: str, measure: Measure, low: int) -> QuantityMention:
    first, end, span = _range(document, words)
    return QuantityMention(first, end, span, measure, low, low, False, False, "incident", end - 1)


def _said(document: Document, said: Said) -> AttributionDraft:
    first, end, content = _range(document, said.content)
    cue_token, _, cue = _range(document, said.cue)
    return AttributionDraft(
        cue=cue,
        cue_token=cue_token,
        source=_range(document, said.source)[2] if said.source else None,
        actors=said.actors,
        content=content,
        content_first=first,
        content_end=end,
        act=said.act,
        distance="neutral",
        quoted=said.quoted,
        frame="test",
        parent=said.parent,
        addressee=_range(document, said.addressee)[2] if said.addressee else None,
    )


def shown(claim: ClaimDraft, text: str) -> str:
    """A claim on one line: type, agents > patients, factuality, anchor."""
    agents = "+".join(r.actor for r in claim.agent) or "-"
    patients = "+".join(r.actor for r in claim.patient) or "-"
    return (
        f"{claim.type} {agents}>{patients} {claim.factuality} {text[claim.anchor.start : claim.anchor.end]}"
    )
