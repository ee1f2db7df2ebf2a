"""Themes: the claim that says what was asked for, refused, accused of, threatened or granted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.model import Factuality
from riwaya.reading.draft import STRIKING, AttributionDraft, ClaimDraft
from riwaya.reading.events.naming import Roles, unspanned
from riwaya.reading.events.relations import LETTING
from riwaya.text import Document
from riwaya.text.tokens import DEFINITE

#: Event types that are about another event.
WITH_THEME = frozenset(("REQUEST", "REJECT", "ACCUSE", "THREATEN", "CONCEDE", "AGREE"))
#: How far behind an act its theme may stand when no attribution marks its content.
_REACH = 12
#: Words, folded, behind which stands when or why it was asked, or what else is known of somebody.
_ASIDE = event_words("aside of a deed") | {
    "في", "خلال", "منذ", "بعد", "قبل", "اثناء", "عقب", "رغم", "بسبب", "الذي", "التي", "الذين", "اللذين",
    "اللتين", "والذي", "والتي", "والذين", ".", "…", "؛", "؟", "!", "لدي", "حيث", "مما", "اذا", "عندما",
    "بينما", "فيما", "كما", "حتي", "اثر", "جراء", "كي", "لكي", "لان", "ما",
}  # fmt: skip
#: Those of them that no act governs as its own preposition.
_CIRCUMSTANCES = _ASIDE - {"في", "بعد", "قبل", "حتي", "كما", "حيث"}
#: Beginnings of event nouns with a و of their own, folded: no "and" joins them to the act.
_OWN_WAW = word_beginnings("own waw")
#: What follows an agreement that is told of before (الاتفاق) where its words say what was agreed.
_AGREED = event_words("agreed") | {"علي", "بشان", "حول", "الذي"}
#: Words that begin like a noun with the article but refer back.
_RELATIVES = frozenset(("الذي", "التي", "الذين", "الي", "الا", "اليه", "اليها"))
#: Beginnings of verbs in the present.
_PRESENT = ("ي", "ت")
#: How far behind a refusal the deed may stand whose doer is refused.
_REFUSED = 4
#: Types of what is asked of whoever is to do it.
_ASKED = frozenset(("RETREAT", "CONCEDE", "AGREE", "AID", "SUPPORT", "COOPERATE", "CONSULT", "MOVE"))
#: The mode of setting somebody free, which grants nothing else.
_RELEASE = "release"
#: Acts without which their theme is not done: who did not comply with a truce did not keep it.
_KEPT = frozenset(("CONCEDE", "AGREE"))
_IMPLIED: dict[str, Factuality] = {"REQUEST": "Uu", "REJECT": "CT-", "THREATEN": "PS+"}


def with_themes(
    document: Document,
    claims: Sequence[ClaimDraft],
    attributions: Sequence[AttributionDraft],
    sentence_of: Mapping[int, int],
    open_acts: AbstractSet[int],
) -> list[ClaimDraft]:
    """The claims with `theme` set; a theme that the act leaves open (asked, refused) loses its certainty.

    `open_acts` are the anchor tokens of such acts: who cancels a decision does not say that there was none.
    """
    cue_of = {a.cue_token: k for k, a in enumerate(attributions)}
    inside: dict[int, list[int]] = {}
    for index, claim in enumerate(claims):
        if claim.attribution is not None:
            inside.setdefault(claim.attribution, []).append(index)
    found = list(claims)
    for index, claim in enumerate(claims):
        if claim.type not in WITH_THEME or claim.theme is not None or claim.mode == _RELEASE:
            continue
        k = cue_of.get(claim.anchor_token)
        content = [i for i in inside.get(k, ())[:2] if i != index] if k is not None else []
        if k is not None:
            first = attributions[k].content_first
            content = [i for i in content if _heads(document, first, claims[i].anchor_token)]
            content = [i for i in content if _may_be_theme(document, claim, claims[i])]
            # "he directed that it was necessary to …" asks once
            content = [i for i in content if not claim.type == claims[i].type == "REQUEST"]
        # "تدين وتستنكر العدوان": the same blame once more is not what is blamed
        theme = next((i for i in content if claims[i].type != "ACCUSE"), next(iter(content), None))
        if theme is None:
            theme = _following(document, claims, index, sentence_of)
            implied = _IMPLIED.get(claim.type)
            if (
                theme is not None
                and implied is not None
                and claim.anchor_token in open_acts
                and found[theme].factuality == "CT+"
            ):
                found[theme] = replace(found[theme], factuality=implied, factuality_cue=claim.anchor)
        if theme is not None:
            if claim.type in _KEPT and claim.factuality == "CT-" and found[theme].factuality == "CT+":
                found[theme] = replace(found[theme], factuality="CT-", factuality_cue=claim.factuality_cue)
            found[index] = _aimed(replace(found[index], theme=theme), found[theme])
            definite = document.tokens[found[theme].anchor_token].folded.startswith("ال")
            lets = any(s.rest in LETTING for s in document.tokens[claim.anchor_token].splits)
            hit = {r.actor for c in claims[index + 1 : theme] if c.type in STRIKING for r in c.patient}
            found[theme] = _inherit(found[index], found[theme], definite=definite, lets=lets, hit=hit)
    return found


def with_refused_requests(claims: Sequence[ClaimDraft], pointing: AbstractSet[int]) -> list[ClaimDraft]:
    """The claims; "the request" that is refused at a token of `pointing` is the last one by somebody else."""
    found = list(claims)
    requests: list[ClaimDraft] = []
    for index, claim in enumerate(found):
        if claim.type == "REQUEST":
            requests.append(claim)
        elif claim.type == "REJECT" and claim.anchor_token in pointing:
            refusing = {r.actor for r in claim.agent}
            others = (r for r in reversed(requests) if not refusing & {a.actor for a in r.agent} - {"other"})
            request = next(others, None)
            asking = claim.patient if request is None else claim.patient or unspanned(request.agent)
            theme = None if request is None or request.theme == index else request.theme
            found[index] = replace(claim, theme=theme, patient=asking)
    return found


def _following(
    document: Document, claims: Sequence[ClaimDraft], index: int, sentence_of: Mapping[int, int]
) -> int | None:
    """The next event of the same clause and mouth."""
    claim = claims[index]
    told = claim.type == "AGREE" and document.tokens[claim.anchor_token].folded.startswith("ال")
    if told and not _next_in(document, claim.anchor_token, _AGREED):
        return None  # "كلما اقتربنا من الاتفاق عدنا إلى الوراء"
    for i in range(index + 1, min(index + 3, len(claims))):
        at = claims[i].anchor_token
        near = 0 < at - claim.anchor_token <= _REACH
        same = sentence_of.get(at) == sentence_of.get(claim.anchor_token)
        between = document.tokens[claim.anchor_token : at]
        same = same and not any(t.text in "،,؛:" for t in between)
        if not (near and same and claims[i].attribution == claim.attribution):
            return None
        if claim.type == claims[i].type == "REQUEST":
            continue  # "مطالبة بضرورة إنهاء الحصار": the necessity only wraps what is asked for
        # "وقف إطلاق النار واعتداء": what و joins to the act is none of its themes
        word = document.tokens[at].folded
        joined = word.startswith("و") and not word.startswith(_OWN_WAW)
        heads = not joined and _heads(document, claim.anchor_token + 1, at)
        return i if heads and _may_be_theme(document, claim, claims[i]) else None
    return None


def _may_be_theme(document: Document, act: ClaimDraft, theme: ClaimDraft) -> bool:
    """Whether an event may be what an act is about: no mere count, attribute or need, nobody who did it.

    What و joins to a blame is blamed no more (منددين بالهجوم ومتضامنين مع الضحايا).
    """
    count = theme.quantity
    if count is not None and count.span.start <= theme.anchor.start < count.span.end:
        return False
    at = theme.anchor_token
    word, before = document.tokens[at].folded, document.tokens[at - 1].folded
    if word.startswith("ال") and before.startswith(DEFINITE) and before not in _RELATIVES:
        return False  # "the wanted who fled": an adjective
    if before in ("من", "ومن") and word.startswith(_PRESENT):
        return False  # "whoever stands behind it"
    if act.type == "REQUEST" and theme.type == "REJECT" and at == act.anchor_token + 1:
        return False  # "the proposal was refused"
    joined = word.startswith("و") and not word.startswith(_OWN_WAW)
    return not (joined and act.type == "ACCUSE")


def _next_in(document: Document, token: int, words: AbstractSet[str]) -> bool:
    """Whether the word behind the token is one of the folded words."""
    return any(t.folded in words for t in document.tokens[token + 1 : token + 2])


def _heads(document: Document, first: int, at: int) -> bool:
    """Whether the event at a token is what the words from `first` on ask for, and nothing said beside it."""
    if document.tokens[first].folded in _CIRCUMSTANCES:
        return False
    return not any(token.folded in _ASIDE for token in document.tokens[first + 1 : at])


def _aimed(act: ClaimDraft, theme: ClaimDraft) -> ClaimDraft:
    """Whom a threat is aimed at, whose request is refused, where only the theme says so."""
    if act.patient:
        return act
    who: Roles = ()
    if act.type == "THREATEN" and theme.type in ("ASSAULT", "HARM", "COERCE", "SANCTION", "CONTROL"):
        who = theme.patient
    elif act.type == theme.type == "ACCUSE":
        who = theme.patient  # "تدين وتستنكر العدوان": one is blamed twice
    elif act.type == "REJECT" and theme.anchor_token - act.anchor_token > _REFUSED:
        who = ()  # "رفضت المصادر تأكيد معلومات عن قصف …"
    elif act.type in ("ACCUSE", "REJECT") or (act.type == "CONCEDE" and theme.type == "REQUEST"):
        who = theme.agent  # "تدين الهجمات الإسرائيلية", "استجابة لطلب روسيا"
    elif act.type == "REQUEST" and theme.type in _ASKED:
        who = tuple(r for r in theme.agent if r.span is not None)  # "طالب بانسحاب القوات التركية"
    acting = {r.actor for r in act.agent} - {"other"}
    if act.type == "REJECT":  # whose doing is refused is known, or nobody is refused by it
        who = tuple(r for r in who if r.actor != "other" or r.span is not None)
    return replace(act, patient=tuple(r for r in unspanned(who) if r.actor not in acting))


def _inherit(
    act: ClaimDraft, theme: ClaimDraft, *, definite: bool, lets: bool, hit: AbstractSet[str]
) -> ClaimDraft:
    """Who is to do what was asked, refused or threatened, where the theme itself does not say.

    `definite` themes were there before; of what somebody `lets` another do or not, the other is the doer.
    Who is `hit` between the two is not blamed: وصف التفجير الذي استهدف القوات بالجريمة.
    """
    if act.type == "REJECT" and theme.type == "REQUEST" and not theme.patient:
        refusing = tuple(r for r in act.agent if r.actor not in {a.actor for a in theme.agent})
        theme = replace(theme, patient=unspanned(refusing))
    asked = act.type in ("REQUEST", "ACCUSE") or (lets and bool(act.patient))
    acting = {r.actor for r in theme.agent}
    # "وجه التحالف اتهامات لروسيا بتسهيل …": the clause's subject is the accuser, not the accused.
    mistaken = asked and bool(act.patient) and acting <= {r.actor for r in act.agent}
    # "رفض العقوبات": what is refused was there before; who refuses does not do it.
    there = act.type == "REJECT" and definite
    again = there or act.type == theme.type  # who blames twice is not blamed by himself
    if again or theme.type == "HARM" or (theme.agent and not mistaken):
        return theme
    who = tuple(r for r in (act.patient if asked else act.agent) if r.actor not in hit)
    # "طالب الهند بتقديم الأدلة على الاتهامات": who is to accuse is not whom he accuses
    doing = {r.actor for r in who} if theme.type == "ACCUSE" else set()
    befell = tuple(r for r in theme.patient if r.span is not None or r.actor not in doing)
    # The span names the participant where it stands; in the theme it is only understood.
    return replace(theme, agent=unspanned(who), patient=befell)
