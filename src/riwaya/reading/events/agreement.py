"""Gender: which of those named a verb or a pronoun can agree with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from riwaya.lexicon.event_words import event_words
from riwaya.model import ActorKind
from riwaya.reading.draft import RoleDraft
from riwaya.reading.events.anchors import Anchor, Lexicons
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.naming import FORCES, UNNAMED_FIGHTERS, Roles, target_kind
from riwaya.text import Document

Gender = Literal["masculine", "feminine"]

#: Nouns for bodies and offices that are masculine, folded, without article.
_MASCULINE = event_words("masculine")
#: States whose names are feminine without an ending that says so, folded.
_FEMININE = event_words("feminine")
#: Letters of the longest word that is too short to be a plural in ون or ين.
_SHORT_PLURAL = 4
#: Words for the forces and men of a state, folded: many, whoever's they are.
_MEN = FORCES | event_words("soldier") | UNNAMED_FIGHTERS
#: Kinds of parties that are one, whose verb is no plural, and those whom no pronoun of many persons means by
#: their name alone: forces act in the plural and are "she" themselves (القوات … محاولتهم: others).
_SINGLE = frozenset(("state", "government", "organisation", "media"))
NO_PERSONS = _SINGLE | {"armed-forces", "coalition"}
#: How many words part a verb of a woman from a man who is no subject of it: استهدفت بالأساس الجيش.
_PARTING = 2
_PRONOUNS: dict[str, Gender] = {"ه": "masculine", "ها": "feminine"}


def gender_at(document: Document, token: int) -> Gender | None:
    """The gender of the noun that stands at the token, where its form or the lists say so."""
    word = document.tokens[token]
    bare = word.folded.removeprefix("و").removeprefix("ال")
    if bare in _MASCULINE or word.folded in _MASCULINE:
        return "masculine"
    feminine = word.text.endswith(("ة", "ات", "يا")) or word.folded.removeprefix("و") in _FEMININE
    return "feminine" if feminine else None


def agrees(document: Document, roles: Roles, gender: Gender | None, *, known: bool = False) -> bool:
    """Whether a pronoun of the gender may mean them; `known` where the word that names them must show it."""
    if gender is None or len(roles) != 1 or roles[0].span is None:
        return not known
    first, _end = document.token_range(roles[0].span.start, roles[0].span.end)
    found = gender_at(document, first)
    return found == gender or (found is None and not known)


def may_mean(document: Document, pronoun: str, role: RoleDraft) -> bool:
    """Whether an object's pronoun can mean somebody by number and gender: هاجمها is not said of الحوثيين."""
    if role.span is None or pronoun not in ("ه", "ها"):
        return True
    first, _end = document.token_range(role.span.start, role.span.end)
    folded = document.tokens[first].folded
    many = len(folded) > _SHORT_PLURAL and folded.endswith(("ون", "ين"))
    found = gender_at(document, first)
    return not many and (found is None or found == _PRONOUNS[pronoun])


def may_be_many(document: Document, role: RoleDraft, kind: ActorKind | None) -> bool:
    """Whether a plural verb may have somebody as its subject: no state does by its name alone."""
    if kind not in _SINGLE or role.span is None:
        return kind not in _SINGLE
    first, end = document.token_range(role.span.start, role.span.end)
    words = document.tokens[first:end]
    return words[0].folded.removeprefix("ال") in _MEN or any(t.folded.endswith(("ون", "ين")) for t in words)


def wanted(anchor: Anchor) -> Gender | None:
    """The gender that the subject of a finite verb has, or whom the pronoun on a noun means."""
    if not anchor.verbal:
        return _PRONOUNS.get(anchor.owner)
    form = anchor.reading.word.form
    if form.person != 3 or form.number != "singular":
        return None
    return "feminine" if form.gender == "feminine" else "masculine"


def disagrees(
    document: Document, lexicons: Lexicons, anchor: Anchor, phrase: Phrase, behind: Sequence[Phrase] = ()
) -> bool:
    """Whether what follows a verb cannot be its subject: ودعا الحكومة إلى …, وهاجمت الجيش.

    A masculine verb may be a masdar (قصف الطائرات), unless whom it befalls follows that too (ودحر الميليشيات)
    and nobody is named `behind` (طرد المقاومة ميليشيا الحوثي); a plural without article may follow either.
    """
    # What parts a verb of a woman or of many from a man does not make him its subject: استهدفت بالأساس الجيش.
    between = phrase.first - anchor.token - 1
    parted = bool(between) and (wanted(anchor) != "feminine" or between > _PARTING)
    if not phrase.words or parted or phrase.quantity is not None:
        return False
    forms = lexicons.predicates.forms.get(anchor.reading.word.form.text, ())
    suffers = anchor.predicate.genitive == "patient" and not any(_begins_with_party(p) for p in behind[:1])
    if any(w.category == "noun" for w in forms) and not suffers:
        return False
    head = document.tokens[phrase.words[0]]
    named = bool(phrase.actors) and phrase.actors[0].first == phrase.words[0] and phrase.actors[0].counts
    body = target_kind(lexicons, head.folded) == "body"  # "ويدعم منظمة …"
    if not named and not body and not head.folded.startswith("ال"):
        return False
    found, gender = gender_at(document, phrase.words[0]), wanted(anchor)
    return found is not None and gender is not None and found != gender


def _begins_with_party(phrase: Phrase) -> bool:
    """Whether a party is named by the first words of the phrase."""
    return bool(phrase.actors) and phrase.actors[0].first in phrase.words[:1]
