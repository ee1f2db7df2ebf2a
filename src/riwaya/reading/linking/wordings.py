"""Labels of matters in Arabic and English, put together from an event's structure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from riwaya.model import EventType, MatterKind, Name
from riwaya.packs.pack import Party
from riwaya.reading.draft import ClaimDraft, RoleDraft
from riwaya.text import Document


@dataclass(frozen=True, slots=True)
class Wording:
    """How an event type is named: a noun with the prepositions of its roles, and an English verb."""

    noun_ar: str
    patient_ar: str
    noun_en: str
    patient_en: str
    verb_en: str
    agent_ar: str = "من جانب"
    agent_en: str = "by"


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
    "HARM": Wording(
        "ضحايا وأضرار", "في صفوف", "casualties or damage", "among", "harm", "تنسب إلى", "attributed to"
    ),
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


#: Letters that a word in ون has at most without being a plural; the same for one in م (مليون).
_SHORTEST_PLURAL = 4
_SHORTEST_PARTICIPLE = 5
#: Kinds of parties whose names take the article, and last words of the names of places that do.
#: English nouns that take an article, and those that are plural; the others are never counted.
_COUNTED = frozenset((
    "agreement", "meeting", "withdrawal", "request", "accusation", "refusal", "threat", "protest", "attack",
    "movement",
))  # fmt: skip
_PLURAL = frozenset(("sanctions", "casualties or damage"))
_WITH_ARTICLE = frozenset(("armed-forces", "coalition", "government"))
_COMMON_PLACES = frozenset(
    ("zone", "desert", "area", "countryside", "valley", "crossing", "base", "airbase", "field", "region")
)


def label_of(
    document: Document,
    claim: ClaimDraft,
    kind: MatterKind,
    parties: Mapping[str, Party],
    theme: ClaimDraft | None = None,
) -> Name:
    """The label of a matter by its leading claim: who, what, whom, where, as far as they are known.

    `theme` is what a request or refusal that leads the matter is about.
    """
    places_ar = [p.place.name.ar for p in claim.places if p.place.name.ar][:1]
    places_en = [p.place.name.en or p.place.name.ar for p in claim.places if p.place.name.ar][:1]
    return compose_label(
        claim.type,
        kind,
        Named(_arabic(document, claim.agent, parties), _english(claim.agent, parties)),
        Named(_arabic(document, claim.patient, parties), _english(claim.patient, parties)),
        Named([p for p in places_ar if p], [p for p in places_en if p]),
        None if theme is None else theme.type,
    )


@dataclass(frozen=True, slots=True)
class Named:
    """What stands in one role of a label: its names as they read inside a sentence."""

    ar: Sequence[str]
    en: Sequence[str]


def compose_label(
    event: EventType, kind: MatterKind, agent: Named, patient: Named, place: Named, theme: EventType | None
) -> Name:
    """The label of a matter out of names."""
    wording = WORDINGS[event]
    arabic = " ".join(
        (
            wording.noun_ar,
            *_phrase(wording.agent_ar + " ", agent.ar),
            *_phrase(wording.patient_ar + " ", patient.ar),
            *(() if theme is None else (f"بشأن {WORDINGS[theme].noun_ar}",)),
            *_phrase("في ", place.ar),
        )
    )
    where = tuple(_where(p) for p in place.en)
    if kind == "question" and agent.en and theme is None and (patient.en or event in _NO_OBJECT):
        verb = (
            f"{wording.verb_en} {_all(patient.en, 'and')}"
            if patient.en
            else _NO_OBJECT.get(event, wording.verb_en)
        )
        return Name(f"ما حقيقة {arabic}؟", " ".join(("Did", _all(agent.en, "and"), verb, *where)) + "?")
    doer, undergoer = _phrase(wording.agent_en + " ", agent.en), _phrase(wording.patient_en + " ", patient.en)
    close = wording.patient_en in ("of", "among")  # "monitoring of X by Y", but "attack by Y on X"
    roles = (*undergoer, *doer) if close else (*doer, *undergoer)
    about = () if theme is None else (f"over {_with_article(WORDINGS[theme].noun_en)}",)
    english = " ".join((wording.noun_en, *roles, *about, *where))
    if kind == "question":
        asked = "Were there" if wording.noun_en in _PLURAL else "Was there"
        return Name(f"ما حقيقة {arabic}؟", f"{asked} {_with_article(english, wording.noun_en)}?")
    return Name(arabic, english[0].upper() + english[1:])


def _with_article(phrase: str, noun: str = "") -> str:
    """An English phrase that begins with a noun, which is all of it unless said, with what that takes."""
    if (noun or phrase) not in _COUNTED:
        return phrase
    return f"{'an' if phrase[0] in 'aeiou' else 'a'} {phrase}"


def _phrase(preposition: str, names: Sequence[str]) -> tuple[str, ...]:
    joint = "and" if preposition.isascii() else "و"
    return (preposition + _all(names, joint),) if names else ()


def _all(names: Sequence[str], joint: str) -> str:
    return f" {joint} ".join(names) if joint == "and" else " و".join(names)


def _arabic(document: Document, roles: tuple[RoleDraft, ...], parties: Mapping[str, Party]) -> list[str]:
    found: list[str] = []
    for role in roles:
        party = parties.get(role.actor)
        if role.actor != "other" and party is not None:
            found.append(arabic_in_sentence(party.name_ar))
        elif role.span is not None:
            named = document.text[role.span.start : role.span.end].split()
            found.append(_genitive(named) if named and _is_participle(named[0]) else " ".join(named))
    return list(dict.fromkeys(found))


def arabic_in_sentence(name: str) -> str:
    """The Arabic name as it reads behind a preposition: its short form, a plural in ين."""
    for longer in (" (", " ضد ", " في عهد "):
        name = name.split(longer, maxsplit=1)[0]
    return _genitive(name.split())


def _genitive(named: list[str]) -> str:
    """The words with the plural in ين at their head: المسلحون المحليون is المسلحين المحليين."""
    changed = 0
    while changed < len(named) and named[changed].endswith("ون") and len(named[changed]) > _SHORTEST_PLURAL:
        changed += 1
    return " ".join((*(word[:-2] + "ين" for word in named[:changed]), *named[changed:]))


def _is_participle(word: str) -> bool:
    """Whether a word in ون is a plural by its م (مسلحون, المقاتلون), and not one like تلفزيون or مليون."""
    return word.removeprefix("ال").startswith("م") and len(word.removeprefix("ال")) > _SHORTEST_PARTICIPLE


def _english(roles: tuple[RoleDraft, ...], parties: Mapping[str, Party]) -> list[str]:
    listed = (parties[r.actor] for r in roles if r.actor != "other" and r.actor in parties)
    return list(dict.fromkeys(_in_sentence(party) for party in listed))


def _in_sentence(party: Party) -> str:
    return english_in_sentence(party.name_en, party.kind)


def english_in_sentence(name: str, kind: str) -> str:
    """The English name as it reads inside a sentence: without other names in brackets, with its article."""
    for longer in (" (", " as ", " against "):
        name = name.split(longer, maxsplit=1)[0]
    if kind in ("population", "sources"):
        return name[0].lower() + name[1:]
    plain = kind in _WITH_ARTICLE or name.startswith("United ")
    return f"the {name}" if plain and not name.startswith(("the ", "The ")) else name


def _where(place: str) -> str:
    """A place with its preposition; derived ones (north-east of X, around X) bring their own."""
    first, _, rest = place.partition(" ")
    if first in ("around", "between", "near"):
        article = "the " if rest[-1:].islower() and rest.split()[-1] in _COMMON_PLACES else ""
        return f"{first} {article}{rest}"
    if " of " in place and first[:1].islower():
        return place
    return f"in the {place}" if place.rsplit(maxsplit=1)[-1] in _COMMON_PLACES else f"in {place}"
