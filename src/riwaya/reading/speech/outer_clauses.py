"""Where the clause around goes on behind somebody's words inside its subject (الهجوم الذي تبناه X أوقع …)."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.inflect import OBJECTS
from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.speech.contents import Contents
from riwaya.reading.speech.frame import Frame
from riwaya.reading.speech.verb_readings import SUSPECTS, goes_with, is_feminine
from riwaya.text.fold import fold
from riwaya.text.signs import COMMAS, FINAL
from riwaya.text.tokens import DEFINITE, Token

#: Ends of أن with a pronoun, and negations with which a clause goes on, folded.
_HE = ("نه", "نها", "نهم")
_DENIES = frozenset(("لم", "لن"))
#: Words before the verb with which the clause goes on, folded.
_BEFORE_VERB = frozenset(("لم", "لن", "قد", "سوف", "لا"))
#: What is said of a subject without a verb (لا أساس له), folded.
_NOT_A = speech_words("not so")
#: Marks behind which a name ends.
_CLOSING = frozenset("»”)")
#: What (لما اعتقد أنها أخطاء), folded.
_SO_CALLED = frozenset(("ما", "لما", "مما", "بما", "عما", "فيما"))
#: Relative pronouns, folded.
_WHO = frozenset(("الذي", "التي", "الذين", "اللذين", "اللتين", "والذي", "والتي", "والذين"))
_STOPS = COMMAS | FINAL | {":", "\n"}
#: Words between أن and what somebody says of its subject, at most (إن طائرات حربية يعتقد أنها …).
_SUBJECT = 3


def outer_clause(frame: Frame, contents: Contents) -> int:
    """The token at which the clause goes on whose subject somebody's words describe; else their end.

    "الهجوم الذي يشتبه في أنه تخريبي وقع أمس", "إن دعوة X لوضع Y تحت الوصاية لا يمكن أن …".
    """
    if frame.cue_first == 0 or frame.content_end - frame.content_first <= 1:
        return frame.content_end
    before = contents.tokens[frame.cue_first - 1]
    relative = before.folded in contents.particles.relative
    if frame.kind == "verb" and (relative or _goes_on_noun(frame, contents)):
        end = _at_once(frame, contents)
        if end < frame.content_end:
            return end
    if relative and _of_itself(frame, contents):
        return min(_closing_comma(frame, contents), _second_predicate(frame, contents))
    if _of_suspect(frame, contents):
        clause = contents.clause_end(frame.content_first, frame.content_end)
        return min(clause, _second_predicate(frame, contents))
    if relative or _is_subject(frame, contents):
        return _second_predicate(frame, contents)
    return frame.content_end


def _goes_on_noun(frame: Frame, contents: Contents) -> bool:
    """Whether a verb without a subject may go on the indefinite noun before it (في قصف قال إنه أميركي)."""
    before = contents.tokens[frame.cue_first - 1]
    function = contents.particles.source_end | contents.particles.negation | _SO_CALLED
    bare = before.kind == "word" and not before.folded.startswith("ال") and before.folded not in function
    at_once = frame.elided and frame.how == "that" and frame.content_first == frame.cue_end
    return bare and at_once and not frame.joined and not frame.is_participle


def _at_once(frame: Frame, contents: Contents) -> int:
    """Where a negation or a verb behind one word shows that the outer clause goes on."""
    tokens, particles, first = contents.tokens, contents.particles, frame.content_first
    if frame.how == "that":
        following = tokens[first + 1].folded
        own = tokens[first].folded.endswith(_HE) and following not in _BEFORE_VERB
        own = own and not contents.is_finite(following)
        quote = contents.quote_opening.get(first + 1)  # "قصف قال إنه «أميركي» استهدف المقر"
        behind = first + 2 if quote is None else quote.close + 1
        near: Sequence[Token] = tokens[behind : min(behind + 1, frame.content_end)] if own else ()
    else:
        near = tokens[first + 1 : frame.content_end] if frame.how == "np" and frame.quote_end is None else ()
    for token in near:
        before = tokens[token.index - 1]
        if token.kind != "word" or before.folded in particles.relative | particles.complementiser:
            return frame.content_end
        denies = token.folded in _DENIES and before.folded.removeprefix("ب").startswith("ال")
        acts = contents.is_verb_only(token.folded) and not token.folded.endswith(OBJECTS)
        if denies or (frame.how == "that" and acts):
            return token.index
    return frame.content_end


def _of_itself(frame: Frame, contents: Contents) -> bool:
    """Whether a relative clause says something of its noun with أن, up to a comma (الذي قالت إنه …).

    "وأطلق القاتل، الذي قالت الشرطة إنه عاطل، النار"; behind ما nobody is meant.
    """
    said = (
        frame.kind == "verb" and frame.how == "that" and frame.quote_end is None and not frame.is_participle
    )
    first = contents.tokens[frame.content_first].folded
    return said and first.endswith(_HE) and contents.tokens[frame.cue_first - 1].folded in _WHO


def _closing_comma(frame: Frame, contents: Contents) -> int:
    """The comma that ends such a clause."""
    tokens, end = contents.tokens, frame.content_end
    i = contents.clause_end(frame.content_first, end)
    return i if i + 1 < end and tokens[i].text in COMMAS else end


def _of_suspect(frame: Frame, contents: Contents) -> bool:
    """Whether it is told of what somebody is suspected (عناصر يشتبه في انتمائهم إلى التنظيم أطلقت …)."""
    accused = fold(frame.form).removeprefix("ال") in contents.particles.accused
    return frame.how == "np" and (accused or frame.form == SUSPECTS)


def _is_subject(frame: Frame, contents: Contents) -> bool:
    """Whether what somebody says stands in the subject of أن (إن دعوة X …, إن ما طالب به X …)."""
    tokens, at = contents.tokens, frame.cue_first - 1
    if frame.kind in ("noun", "masdar"):
        return contents.is_complementiser(at)
    if tokens[at].folded == "ما":
        return at > 0 and contents.is_complementiser(at - 1)
    if frame.joined or frame.is_participle or frame.kind not in ("verb", "label", "antecedent", "impersonal"):
        return False
    for i in range(at, max(0, at - _SUBJECT), -1):
        if tokens[i].kind != "word" or tokens[i].folded.startswith(DEFINITE) or i in contents.named_to:
            return False
        if contents.is_complementiser(i - 1) and tokens[i - 1].folded.endswith("ن"):
            return not contents.is_finite(tokens[i].folded)
    return False


def _second_predicate(frame: Frame, contents: Contents) -> int:
    """The verb of the outer clause: bare, behind a definite noun, and in agreement with its subject."""
    tokens, first = contents.tokens, frame.content_first
    if frame.how == "that" and not tokens[first].folded.endswith(_HE):
        return frame.content_end  # "الذي قال إن الجيش يسيطر على المدينة"
    for i in range(first + 1 + (frame.how == "that"), frame.content_end):
        token, before = tokens[i], tokens[i - 1]
        if token.text in _STOPS or contents.is_complementiser(i) or _turns(token, contents):
            break
        quote = contents.document.quote_at(i)
        if token.kind != "word" or (quote is not None and quote.open > first):
            continue
        if not _definite(before, contents) or before.folded in contents.particles.relative:
            continue
        if token.folded in _BEFORE_VERB and i + 1 < frame.content_end:
            verb = tokens[i + 1].folded
            goes_on = verb in _NOT_A or token.folded in _DENIES or contents.is_finite(verb)
        else:
            joined = token.folded.startswith("و") and _is_verb(i, token.folded[1:], contents)
            verb = token.folded[joined:]
            goes_on = (not joined or _speaks_on(frame, contents)) and _is_verb(i, verb, contents)
        if goes_on and (verb in _NOT_A or _agrees(verb, frame, contents)):
            return i
    return frame.content_end


def _turns(token: Token, contents: Contents) -> bool:
    """Whether لكن or إلا begins another clause at `token`."""
    return token.folded in contents.particles.contrast or token.folded.startswith(("لكن", "ولكن"))


def _speaks_on(frame: Frame, contents: Contents) -> bool:
    """Whether a relative clause is about the speaker himself, who then does more (الذي رفض X وتمسك بـY)."""
    relative = contents.tokens[frame.cue_first - 1].folded in contents.particles.relative
    return relative and frame.elided and frame.kind == "verb" and not frame.is_participle


def _is_verb(i: int, verb: str, contents: Contents) -> bool:
    """Whether `verb`, which token `i` is without what is written onto it, is a verb and no name."""
    if i in contents.named_to or i in contents.places or verb in contents.given:
        return False
    return (
        contents.looks_present(verb)
        or contents.is_verb_only(verb)
        or (verb.startswith("ت") and contents.is_finite(verb))
    )


def _definite(token: Token, contents: Contents) -> bool:
    """Whether a noun with the article, a name or a noun with its pronoun stands at `token`."""
    if token.text in _CLOSING or token.folded.startswith(DEFINITE):
        return True
    return token.index in contents.named_to or token.index in contents.places


def _agrees(verb: str, frame: Frame, contents: Contents) -> bool:
    """Whether a folded verb may have the noun for its subject that somebody's words describe."""
    at = frame.cue_first - 1
    before = contents.tokens[at].folded
    if before in contents.particles.relative:
        return goes_with(verb, before)
    if frame.kind in ("noun", "masdar"):
        return is_feminine(verb) == contents.tokens[frame.cue_first].text.endswith(("ة", "ات"))
    return True
