"""Words that tell an event a second time, which make no claim of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from riwaya.reading.draft import AttributionDraft, QuantityMention
from riwaya.reading.events.anchors import Anchor
from riwaya.text import Document

#: How far behind a predicate the word that it needs, or that only points back to it, may stand.
_NEEDED = 5
#: Entries whose needed word is an event of its own, made by the other side.
_TOLD_TWICE = frozenset(("repel", "repel an attack", "foil an attack", "answer an attack"))
#: The entry of a verb that says only who suffers what it needs: تعرضت المحطات أكثر من مرة لقصف.
_UNDERGOING = "be exposed to attack"
#: Entries whose bare noun only counts what the noun behind it names: عمليات اغتيال, حادث التفجير.
_COUNTING = frozenset(("military operation", "act of terror", "air campaign"))
#: Entries of a verb that only says who gives what the noun before it names.
_GIVEN = frozenset(("give support",))
#: Acts that a noun with the article behind a refusal or denial only points back to.
_POINTED_TO = frozenset(("REQUEST", "ACCUSE"))
#: Types whose needed word only shows what is meant: "توجد خطط لإرسال قوات" tells of the sending too.
_NEEDS_ONLY_COMPANY = frozenset(("REQUEST", "PRESENCE"))


def without_pointers(
    document: Document,
    anchors: Sequence[Anchor],
    attributions: Sequence[AttributionDraft],
    holders: Sequence[int | None],
) -> tuple[tuple[Anchor, ...], frozenset[int]]:
    """Without nouns that only mean an act told before (رفضت الطلب), and the tokens of what refuses it."""
    kept: list[Anchor] = []
    pointing: set[int] = set()
    for anchor in anchors:
        holder = holders[anchor.token]
        within = None if holder is None else attributions[holder]
        refusal = _refused_by(document, anchor, kept[-1] if kept else None, within)
        if refusal is None:
            kept.append(anchor)
        else:
            pointing.add(refusal)
    return tuple(kept), frozenset(pointing)


def _refused_by(
    document: Document, anchor: Anchor, before: Anchor | None, within: AttributionDraft | None
) -> int | None:
    """The token that refuses or denies what the noun at `anchor` only points back to."""
    tokens, token = document.tokens, anchor.token
    noun = anchor.reading.word.category == "noun" and anchor.predicate.type in _POINTED_TO
    last = token + 1 == len(tokens) or tokens[token + 1].kind != "word"
    if not (noun and last and tokens[token].folded.startswith("ال")):
        return None
    if within is not None and within.act in ("deny", "refuse"):
        return within.cue_token
    near = before is not None and token - before.token <= _NEEDED
    return before.token if before is not None and near and before.predicate.type == "REJECT" else None


def without_doubles(anchors: Sequence[Anchor], taken: dict[int, QuantityMention]) -> tuple[Anchor, ...]:
    """One claim for one harm: "أسفر عن مقتل 5" and "سقوط 5 قتلى" are one. A counted noun needs its count."""
    found: list[Anchor] = []
    result = harm = None
    for position, anchor in enumerate(anchors):
        kind, near = anchor.predicate.kind, anchors[position + 1 : position + 4]
        if kind == "counted" and anchor.token not in taken:
            continue
        if kind == "result":
            harm = next((a for a in near if a.predicate.type == "HARM" and a.token - anchor.token <= 5), None)
            if harm is not None and harm.token in taken and anchor.token not in taken:
                taken[anchor.token] = taken.pop(harm.token)
            if anchor.token in taken or harm is not None:
                result = anchor
                found.append(anchor)
            continue
        if anchor is not harm and anchor.reading.prefix.startswith("و"):
            result = None  # "أسفر عن مقتل جندي وإصابة آخر"
        # Also behind a word that itself only told again: "خرق اتفاق وقف إطلاق النار" has one event.
        told = {id(a): a for a in (*found[-1:], *anchors[max(0, position - 1) : position])}
        first = next((before for before in told.values() if _says_again(anchor, before, result, taken)), None)
        tells_more = first is not None and (_counts(first, anchor) or _tells_holder(first, anchor))
        if first is not None and found and first is found[-1] and tells_more:
            found[-1] = replace(anchor, light=first.light, light_reading=first.light_reading)
            _hand_on(taken, first, anchor)
            continue
        if first is not None:
            _hand_on(taken, anchor, first)
            continue
        found.append(anchor)
    return tuple(found)


def _counts(first: Anchor, anchor: Anchor) -> bool:
    """Whether the first word, without article, only counts the deed that the second one names."""
    bare = first.reading.word.category == "noun" and not first.reading.word.form.definite
    named = anchor.token == first.token + 1 and anchor.reading.word.category == "noun"
    return first.predicate.gloss in _COUNTING and bare and named


def _tells_holder(first: Anchor, anchor: Anchor) -> bool:
    """Whether the second word says by its pronoun who holds what the first one describes: خاضعة لسيطرتهم."""
    held = first.predicate.type == anchor.predicate.type and first.predicate.role_of("ل") == "agent"
    return held and anchor.reading.prefix == "ل" and bool(anchor.reading.pronoun)


def _hand_on(taken: dict[int, QuantityMention], anchor: Anchor, first: Anchor) -> None:
    """Let whom the second word counts be counted by the first: ألقت القبض على 14 شخصا."""
    alike = anchor.predicate.type == first.predicate.type
    if alike and anchor.token in taken and first.token not in taken:
        taken[first.token] = taken.pop(anchor.token)


def _says_again(
    anchor: Anchor, before: Anchor, result: Anchor | None, taken: Mapping[int, QuantityMention]
) -> bool:
    distance = anchor.token - before.token
    text = anchor.reading.word.form.text
    said = {text, anchor.reading.prefix + text}
    if before.needed == anchor.token and before.predicate.gloss == _UNDERGOING:
        said.add(text.removeprefix("ال"))
    apart = before.predicate.gloss in _TOLD_TWICE  # "صد هجوما": who attacks is not who repels
    apart = apart or _is_theme(anchor, before)  # "اعترف بقتل جاره": he did two things
    # "ألقت القوات العاملة على الحدود مساء أمس القبض على …": the verb has no sense without its one noun
    only = len(before.predicate.needs) == 1 or before.predicate.gloss == _UNDERGOING
    near = distance <= _NEEDED or (before.needed == anchor.token and only)
    if near and not before.predicate.needs.isdisjoint(said) and not apart:
        return True
    # Only what is needed itself, or needed with its adjective: "شارك في تطهير المدينة" has two deeds.
    needy = before.needed is not None and before.needed - anchor.token in (0, 1)
    needy = needy and before.predicate.type not in _NEEDS_ONLY_COMPANY
    needy = needy and not anchor.reading.prefix.startswith("و")  # "التخطيط للهجمات وتمويلها"
    if distance <= 2 and anchor.reading.word.category == "noun" and needy and not apart:
        return True  # "وقف إطلاق النار", "قدم مساعدات": the second word is what the first one needs
    told = result is not None and anchor.token - result.token <= _NEEDED
    if anchor.predicate.type == "HARM" and told and anchor.token not in taken:
        return True
    if anchor.predicate.type == before.predicate.type == "CONTROL" and distance <= 2:
        return True  # "خاضعة لسيطرة", "استعاد السيطرة"
    takes_up = bool(anchor.reading.pronoun) and before.reading.word.category == "noun" and distance <= _NEEDED
    if anchor.predicate == before.predicate and anchor.verbal and takes_up:
        return True  # "عملية طعن نفذها شاب"
    given = anchor.predicate.gloss in _GIVEN and anchor.needed == before.token
    if given and anchor.verbal and takes_up:
        return True  # "الدعم الذي تقدمه تركيا"
    return anchor.predicate == before.predicate and distance <= 1


def _is_theme(anchor: Anchor, before: Anchor) -> bool:
    """Whether the second word, by its preposition, is what the first is about: أقر بمقتل ثلاثة جنود."""
    return any(
        role == "theme" and anchor.reading.prefix.endswith(preposition)
        for preposition, role in before.predicate.prepositions
        if len(preposition) == 1
    )
