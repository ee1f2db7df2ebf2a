"""Labels of matters in Arabic and English, put together from an event's structure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.model import EventType, MatterKind, Name
from riwaya.packs.pack import Party
from riwaya.reading.draft import ClaimDraft, RoleDraft
from riwaya.text import Document


@dataclass(frozen=True, slots=True)
class Wording:
    """How an event type is named: a noun with the preposition of its patient, and an English verb."""

    noun_ar: str
    patient_ar: str
    noun_en: str
    patient_en: str
    verb_en: str


WORDINGS: dict[EventType, Wording] = {
    "AGREE": Wording("اتفاق", "مع", "agreement", "with", "agree with"),
    "CONSULT": Wording("لقاء", "مع", "meeting", "with", "meet"),
    "SUPPORT": Wording("دعم", "مقدم إلى", "support", "for", "support"),
    "CONCEDE": Wording("قبول", "بطلب", "consent", "to", "give way to"),
    "COOPERATE": Wording("تعاون", "مع", "cooperation", "with", "cooperate with"),
    "AID": Wording("مساعدة", "مقدمة إلى", "aid", "to", "aid"),
    "RETREAT": Wording("انسحاب", "لصالح", "withdrawal", "in favour of", "withdraw for"),
    "REQUEST": Wording("طلب", "إلى", "request", "to", "make a request to"),
    "ACCUSE": Wording("اتهام", "موجه إلى", "accusation", "against", "accuse"),
    "REJECT": Wording("رفض", "تجاه", "refusal", "towards", "refuse"),
    "THREATEN": Wording("تهديد", "موجه إلى", "threat", "against", "threaten"),
    "PROTEST": Wording("احتجاج", "ضد", "protest", "against", "protest against"),
    "SANCTION": Wording("عقوبات", "على", "sanctions", "on", "sanction"),
    "MOBILIZE": Wording("حشد", "ضد", "mobilisation", "against", "mobilise against"),
    "COERCE": Wording("إجراء قسري", "بحق", "coercion", "of", "coerce"),
    "ASSAULT": Wording("هجوم", "على", "attack", "on", "attack"),
    "CONTROL": Wording("سيطرة", "على حساب", "control", "taken from", "take control from"),
    "PRESENCE": Wording("وجود", "إلى جانب", "presence", "beside", "be present beside"),
    "MOVE": Wording("تحرك", "مع", "movement", "with", "move"),
    "SHELTER": Wording("حماية أو تسهيل", "لصالح", "sheltering", "of", "shelter"),
    "MONITOR": Wording("مراقبة", "تستهدف", "monitoring", "of", "monitor"),
    "HARM": Wording("ضحايا وأضرار", "في صفوف", "casualties or damage", "among", "harm"),
}
#: Verbs whose English question reads well without an object.
_NO_OBJECT: dict[EventType, str] = {
    "CONTROL": "control the area",
    "PRESENCE": "have a presence",
    "MOBILIZE": "mobilise",
    "RETREAT": "withdraw",
    "MOVE": "move",
    "PROTEST": "protest",
}


def label_of(document: Document, claim: ClaimDraft, kind: MatterKind, parties: Mapping[str, Party]) -> Name:
    """The label of a matter by its leading claim: who, what, whom, where, as far as they are known."""
    wording = WORDINGS[claim.type]
    places_ar = [p.place.name.ar for p in claim.places if p.place.name.ar][:1]
    places_en = [p.place.name.en or p.place.name.ar for p in claim.places if p.place.name.ar][:1]
    arabic = " ".join(
        (
            wording.noun_ar,
            *_phrase("من جانب ", _arabic(document, claim.agent, parties)),
            *_phrase(wording.patient_ar + " ", _arabic(document, claim.patient, parties)),
            *_phrase("في ", [p for p in places_ar if p]),
        )
    )
    agent, patient = _english(claim.agent, parties), _english(claim.patient, parties)
    where = _phrase("in ", [p for p in places_en if p])
    if kind == "question" and agent:
        verb = (
            f"{wording.verb_en} {_all(patient, 'and')}"
            if patient
            else _NO_OBJECT.get(claim.type, wording.verb_en)
        )
        return Name(f"ما حقيقة {arabic}؟", " ".join(("Did", _all(agent, "and"), verb, *where)) + "?")
    english = " ".join(
        (wording.noun_en, *_phrase("by ", agent), *_phrase(wording.patient_en + " ", patient), *where)
    )
    if kind == "question":
        return Name(f"ما حقيقة {arabic}؟", f"Was there {english}?")
    return Name(arabic, english[0].upper() + english[1:])


def _phrase(preposition: str, names: list[str]) -> tuple[str, ...]:
    joint = "and" if preposition.isascii() else "و"
    return (preposition + _all(names, joint),) if names else ()


def _all(names: list[str], joint: str) -> str:
    return f" {joint} ".join(names) if joint == "and" else " و".join(names)


def _arabic(document: Document, roles: tuple[RoleDraft, ...], parties: Mapping[str, Party]) -> list[str]:
    found: list[str] = []
    for role in roles:
        party = parties.get(role.actor)
        if role.actor != "other" and party is not None:
            found.append(party.name_ar)
        elif role.span is not None:
            found.append(" ".join(document.text[role.span.start : role.span.end].split()))
    return list(dict.fromkeys(found))


def _english(roles: tuple[RoleDraft, ...], parties: Mapping[str, Party]) -> list[str]:
    return list(
        dict.fromkeys(parties[r.actor].name_en for r in roles if r.actor != "other" and r.actor in parties)
    )
