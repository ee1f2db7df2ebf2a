"""Where the words of somebody end because the reporter goes on in his own, without a cue of another."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.inflect import OBJECTS, THEIRS, without_pronoun
from riwaya.lexicon.speech_words import speech_beginnings, speech_cues, speech_words
from riwaya.reading.speech.clause_openings import ALONE
from riwaya.reading.speech.contents import Contents
from riwaya.reading.speech.frame import Frame
from riwaya.reading.speech.source_words import CAME, HE_IS
from riwaya.reading.speech.verb_readings import goes_with, says_later
from riwaya.text import Token
from riwaya.text.signs import FINAL

#: Words that open a clause behind the comma after a noun phrase.
_CLAUSE_WORDS = frozenset(("فيما", "اذ", "علما", "وعندما", "وعندها", "وحين", "وبعدما", "وعليه"))
#: What the reporter remarks of the whole (، وهو ما نفته أنقرة, وهي المرة الأولى التي …), folded.
_REMARKS = speech_words("remark")
#: Words behind a comma with which what is told may go on, though they part voices.
_GO_ON = frozenset(("وذلك", "بينما"))
#: Acts of those who tell what happened, with what came of it (أعلن وقوع هجوم، ما أدى إلى …).
_TELLING = frozenset(("report", "announce", "confirm", "document"))
#: Where a clause with وذلك says when or why somebody spoke (، وذلك خلال لقائه نظيره, ردا على …), folded.
_OCCASION = speech_words("on the occasion") | speech_words("according to") | {"عبر"}
_OCCASIONS = frozenset(("خلال", "في", "اثناء", "لدي", "علي"))
#: What opens a clause of what happens meanwhile (في وقت تشهد …, في الوقت الذي …), folded.
_IN, _AT_THE_TIME = "في", ("الوقت", "الذي")
#: As, before a clause that says why or how, folded.
_AS = "اذ"
#: As, and too, before what else somebody does, folded.
_ALSO = "كما"
#: Verbs that tell when something happened, folded.
_CAME = CAME | speech_words("happened")
#: Who was killed by what a relative clause goes on (وراح ضحيته ثلاثة), folded.
_VICTIMS = speech_beginnings("killed by it")
#: What describes a time (في وقت سابق), folded.
_OF_TIME = speech_words("time")
#: What opens the main clause behind the one that leads in, folded (وفيما دان القصف، فإنها دعت …).
_THEN = frozenset(("فانه", "فانها", "فانهم", "فان", "فقد"))
#: What opens a phrase of time or cause with which a sentence leads in, folded (وعند سؤاله عن …، أجاب).
_LEADS_IN = speech_words("leads in")
#: What takes up the noun before it, so that the verb goes on with that noun (في غارة، قتل فيها خمسة), folded.
_IN_IT = ("فيه", "منه", "عليه", "خلاله", "به", "اليه", "له")
#: A count, in which a first toll is told; during, and speeches; through, and accounts, folded.
_COUNT, _THROUGH = "حصيله", "عبر"
_DURING, _SPEECHES = frozenset(("خلال", "اثناء")), speech_words("his speech")
_ACCOUNTS = speech_words("his account")
#: Acts by which something is said that might be and is not told.
_MIGHT_BE = frozenset(("deny", "refuse", "request", "expect", "hypothesise", "threaten", "warn", "commit"))
#: How words are made public, and what is a means as well (حل الأزمة عبر حوار), folded.
_RECORDED, _MEANS = speech_words("recorded"), speech_words("talks held")
#: In what somebody says something, behind it and a comma, folded.
_SAID_IN = speech_words("said in") | _MEANS
#: Only that something took place, behind حيث; to confess, of which that is no part.
_TOOK_PLACE, _CONFESSES = speech_words("took place") - {"قد"}, speech_cues("confesses")
#: Behind it stands a blessing, folded.
_ON_HIM = "عليه"
#: Letters of an active participle of a simple verb: صادق.
_PARTICIPLE = 4
#: Negations behind وإن, even if, folded.
_DENIALS = frozenset(("لم", "ليس", "ليست", "لا"))
#: What goes before that which a speaker leaves unsaid, folded.
WITHOUT = frozenset(("دون", "بدون", "ودون"))


def break_inside(frame: Frame, start: int, end: int, contents: Contents) -> int:
    """Where behind token `start` the reporter goes on in his own words (، وذلك …, والتي …)."""
    if frame.quote_end is not None or frame.kind in ("preposition", "colon", "statement"):
        return end
    tokens, first_clause = contents.tokens, led_in(frame, contents)
    for i in range(max(start, frame.content_first + 1), end):
        word = tokens[i].folded
        behind_comma = tokens[i - 1].text in "،,"
        parted = tokens[i - 1].text in '»”"' or (frame.kind == "noun" and _speaks(frame, i, contents))
        main = first_clause and parted and _main_verb(i, contents)
        again = frame.how == "np" and _that_again(frame, i, contents)
        parts = frame.how == "np" and tokens[i - 1].text in "؛;" and _clause_follows(i, contents)
        if (main or again or parts or _dots(i, contents)) and not _inside_quote(frame, i, contents):
            return i  # "وإذ أكد أنه «أمر لا بد منه» أشار إلى …"
        runs_on = frame.how == "np" and (word in (_IN, _AS, _ALSO) or word.startswith("و"))
        runs_on = runs_on or word == "وذلك"
        if (
            frame.how == "np"
            and _in_his_speech(frame, i, end, contents)
            and not _inside_quote(frame, i, contents)
        ):
            return i - behind_comma  # "هدد بالرد عبر فيديو بثه أمس"
        if not (behind_comma or word in WITHOUT or runs_on) or _inside_quote(frame, i, contents):
            continue
        if _without_telling(i, end, contents):
            return i - (tokens[i - 1].folded == "من")
        if behind_comma and (
            _behind_comma(frame, i, end, contents) or (first_clause and _main_verb(i, contents))
        ):
            return i - 1
        if runs_on and not behind_comma and _runs_on(frame, i, end, contents):
            return i
    return end


def led_in(frame: Frame, contents: Contents) -> bool:
    """Whether a voice stands in a clause that leads in another (فيما قالت X …، أعلن …; بعد أن نفى …، شن)."""
    if frame.kind not in ("verb", "noun"):
        return False
    if _in_adjunct(frame, contents):
        return True
    tokens, particles = contents.tokens, contents.particles
    at = frame.cue_first - 1
    if frame.kind == "noun":
        at -= at > 0 and tokens[at].folded == "من"  # "على الرغم من قول X إن …"
        leads = at >= 0 and any(s.rest.removeprefix("ال") in particles.cause_of for s in tokens[at].splits)
        return leads and _begins(at - (at > 0 and tokens[at - 1].folded.removeprefix("و") == "علي"), contents)
    at -= at > 0 and tokens[at].folded == "قد"
    if not frame.source.elided and frame.source.end == at + 1:
        at = frame.source.first - 1
    at -= at > 0 and tokens[at].folded in particles.was
    if at > 0 and tokens[at].folded == "ان":
        at -= 1
        leads = tokens[at].folded.removeprefix("و") in particles.before_clause
    elif at > 1 and tokens[at].folded == "الذي" and tokens[at - 1].folded == "الوقت":
        at -= 2
        leads = tokens[at].folded.removeprefix("و") == "في"
    else:
        word = tokens[at].folded if at >= 0 else ""
        onto = word[1:] if word.startswith(("و", "ف")) else word  # "فبينما أعلنت X …، حذر Y"
        leads = bool({word, onto} & particles.conjunction)
    return leads and _begins(at, contents)


def _in_adjunct(frame: Frame, contents: Contents) -> bool:
    """Whether a phrase of time or cause with a voice in it begins the sentence (وعند سؤاله عن X، قال)."""
    tokens, particles = contents.tokens, contents.particles
    openers = _LEADS_IN | particles.cause_of
    noun = frame.kind == "noun" or any(s.rest in openers for s in tokens[frame.cue_first - 1].splits)
    if not noun and not _describes(frame, contents):
        return False
    first = frame.cue_first
    while not _begins(first, contents):
        first -= 1
    opener = tokens[first].folded
    if first == frame.cue_first or not {opener, opener[1:] if opener[0] in "وف" else opener} & openers:
        return False
    inside = (j for j in range(first + 1, frame.cue_first) if contents.is_finite(tokens[j].folded))
    return all(tokens[j - 1].folded in particles.relative for j in inside)


def _describes(frame: Frame, contents: Contents) -> bool:
    """Whether a verb only describes a noun before it (التصريحات التي أكد فيها, في بيان أعلن فيه)."""
    tokens = contents.tokens
    behind = tokens[frame.cue_end].folded if frame.cue_end < len(tokens) else ""
    return tokens[frame.cue_first - 1].folded in contents.particles.relative or behind.startswith(_IN_IT)


def _begins(i: int, contents: Contents) -> bool:
    """Whether a sentence begins at token `i`."""
    before = contents.tokens[i - 1]
    return i == 0 or before.kind == "newline" or before.text in FINAL


def _main_verb(i: int, contents: Contents) -> bool:
    """Whether the main clause of its sentence begins at token `i`: a verb that nothing joins."""
    word = contents.tokens[i].folded
    if word in _THEN or word.startswith("و") or not contents.is_finite(word):
        return word in _THEN
    return not (i + 1 < len(contents.tokens) and contents.tokens[i + 1].folded.startswith(_IN_IT))


def _runs_on(frame: Frame, i: int, end: int, contents: Contents) -> bool:
    """Whether the reporter goes on at token `i` with no comma before it (رفض التعليق إذ كان من المقرر …)."""
    word = contents.tokens[i].folded
    if word == "وذلك":
        occasion = frame.how == "np" and frame.act not in _TELLING and _occasion(i + 1, end, contents)
        return occasion or _answers(i + 1, contents)
    if word == _ALSO:
        return _does_too(frame, i, contents)
    as_it_is = word == _AS and not clause_inside(frame, i, contents)
    return as_it_is or _they_did(frame, i, contents) or _meanwhile(frame, i, end, contents)


def _in_his_speech(frame: Frame, i: int, end: int, contents: Contents) -> bool:
    """Whether where somebody says something begins at token `i` (خلال كلمته, عبر فيديو, في حصيلة أولية).

    Not of what another said there (استنكر تصريحاته خلال كلمته).
    """
    tokens = contents.tokens
    if i + 1 >= end or frame.kind != "verb" or clause_inside(frame, i, contents):
        return False
    word, following = tokens[i].folded, tokens[i + 1].folded
    if word == _IN:
        return following == _COUNT
    his = {stem for stem, own in without_pronoun(following) if own in THEIRS}
    if word in _DURING:
        return frame.act not in ("accuse", "deny", "document") and not his.isdisjoint(_SPEECHES)
    return word == _THROUGH and _said_in(frame, i + 1, end, contents)


def _said_in(frame: Frame, i: int, end: int, contents: Contents) -> bool:
    """Whether somebody says it in what token `i` names, not that it be done so (حل الأزمة عبر حوار وطني).

    What may be the means of what is asked for or threatened has to be his or made public: عبر فيديو بثه أمس.
    """
    word = contents.tokens[i].folded
    if word not in _SAID_IN | _ACCOUNTS:
        return False
    his = any(own in THEIRS for _, own in without_pronoun(word))
    public = any(
        t.folded in _RECORDED | contents.particles.aired for t in contents.tokens[i + 1 : min(end, i + 4)]
    )
    return his or public or not (frame.act in _MIGHT_BE - {"deny"} or word in _MEANS)


def _answers(i: int, contents: Contents) -> bool:
    """Whether token `i` tells what somebody answers by speaking (… وذلك ردا على تصريحات الوزير)."""
    return i < len(contents.tokens) and contents.tokens[i].folded in contents.particles.replying


def _does_too(frame: Frame, i: int, contents: Contents) -> bool:
    """Whether who speaks does the like again behind كما at token `i` (أمر بحبسهم كما أمر بإغلاق المحل)."""
    following = contents.tokens[i + 1].folded if i + 1 < len(contents.tokens) else ""
    again = (h for h in contents.cues.verb(following) if h.cue.form == frame.form and not h.pronoun)
    return any(frame.inflected is not None and h.form == frame.inflected for h in again)


def _clause_follows(i: int, contents: Contents) -> bool:
    """Whether behind a semicolon the reporter goes on at token `i` (؛ حيث …), no reason follows (؛ لأن …)."""
    word, particles = contents.tokens[i].folded, contents.particles
    opens = _CLAUSE_WORDS | {"حيث", "وذلك", "كما"} | particles.contrast | particles.breaks
    return word in opens or contents.is_finite(word)


def _speaks(frame: Frame, i: int, contents: Contents) -> bool:
    """Whether somebody speaks at token `i` whom no clause holds (وحول الاتهامات بـ… قال الوزير …)."""
    surely = (h.cue.continues and not h.cue.homograph for h in contents.cues.verb(contents.tokens[i].folded))
    return frame.how == "np" and any(surely) and not clause_inside(frame, i, contents)


def _behind_comma(frame: Frame, i: int, end: int, contents: Contents) -> bool:
    """Whether the reporter goes on behind the comma before token `i`."""
    word = contents.tokens[i].folded
    if _meanwhile(frame, i, end, contents) or _said_later(i, end, contents):
        return True
    following = contents.tokens[i + 1].folded if i + 1 < end else ""
    if word.removeprefix("و") in _CAME and following == ALONE:
        return True  # "، جاء ذلك خلال لقائه نظيره"
    if word == "وذلك":
        noun = frame.how == "np" and frame.act not in _TELLING
        return noun or _occasion(i + 1, end, contents)
    if word == _IN and following in contents.particles.gloss:
        return True
    if word == _IN and frame.kind == "verb" and frame.how == "np" and _in_words(frame, i + 1, end, contents):
        return True  # "أعلن مبايعة التنظيم، في تسجيل صوتي"
    if frame.how == "that" and (_was_done(frame, i, contents) or _amid(i, end, contents)):
        return True
    if frame.how == "that" and frame.kind == "noun" and word == _AS:
        return True  # "مخاوف من أن يتكرر الهجوم، إذ …"
    if frame.how != "np":
        return False
    if frame.kind in ("noun", "masdar") and contents.that_too(i):
        return True  # "وقال إن X أبلغ Y رفضه دخول الحي، وأن …"
    if frame.kind == "noun" and _in_spite(i, end, contents):
        return True
    if contents.takes_up(word) and not _of_relative(frame, i, contents):
        return not _asked_too(frame, word, contents)
    return _own_words(frame, i, end, contents)


def _in_words(frame: Frame, i: int, end: int, contents: Contents) -> bool:
    """Whether token `i` names in what somebody says it, no أن following (في بيان; not في حوار مع الحكومة)."""
    that = any(contents.is_complementiser(j) for j in range(i, end))  # "…، في بيان، أن …"
    word = contents.tokens[i].folded if i < end else ""
    return not that and word in _SAID_IN and (word not in _MEANS or _said_in(frame, i, end, contents))


def _was_done(frame: Frame, i: int, contents: Contents) -> bool:
    """Whether what was done follows أن and what might be (نفى أن يكون قاتلا، وتم توقيفه)."""
    tokens, first = contents.tokens, frame.content_first
    word = tokens[i].folded.removeprefix("و")
    if tokens[first].text.removeprefix("ب") != "أن" or not contents.looks_present(tokens[first + 1].folded):
        return False
    if not tokens[i].folded.startswith("و") or frame.act not in _MIGHT_BE:
        return False
    happened = word in _TOOK_PLACE or (contents.is_verb_only(word) and word[0] not in "يتنس")
    return happened and not word.endswith(OBJECTS)


def _amid(i: int, end: int, contents: Contents) -> bool:
    """Whether behind a comma stands amid what many fear or ask at token `i` (، وسط مخاوف من …).

    News amid which something happens may be the speaker's own (، وسط أنباء عن …).
    """
    if contents.tokens[i].folded != "وسط" or i + 1 >= end:
        return False
    said = contents.cues.phrases.match(contents.tokens, i + 1)
    return any(m.values[0].kind == "noun" and m.values[0].act != "report" for m in said)


def _in_spite(i: int, end: int, contents: Contents) -> bool:
    """Whether token `i` begins what somebody says to the contrary (مخاوف من X، رغم تأكيدات Y أن …)."""
    words = [t.folded for t in contents.tokens[i : min(end, i + 3)]]
    at = 2 if words[:2] == ["علي", "الرغم"] else 1
    spite = at == 2 or words[0] in ("رغم", "برغم", "بالرغم")
    at += words[at : at + 1] == ["من"]
    said = contents.cues.phrases.match(contents.tokens, i + at) if spite and i + at < end else ()
    return any(m.values[0].kind in ("noun", "masdar") for m in said)


def _occasion(i: int, end: int, contents: Contents) -> bool:
    """Whether token `i` begins when, where or why it was said (خلال لقائه نظيره; not باستخدام القوة)."""
    tokens, particles = contents.tokens, contents.particles
    if i >= end or tokens[i].folded in _OCCASION:
        return True
    said_in = tokens[i + 1].folded.removeprefix("ال") if i + 1 < end else ""
    return tokens[i].folded in _OCCASIONS and said_in in particles.venue


def _asked_too(frame: Frame, word: str, contents: Contents) -> bool:
    """Whether و and a verbal noun go on with what is asked for (طالب بتعزيز الحراسة، وقطع الطريق)."""
    if frame.act != "request" or all(r.tense != "masdar" for r in contents.predicates.look_up(word)):
        return False
    return any(cue.addressee for cue in contents.cues.verbs if cue.form == frame.form)


def _that_again(frame: Frame, i: int, contents: Contents) -> bool:
    """Whether وإن goes on what holds a noun phrase (قال إن X ترفض وقف القصف وإن Y …)."""
    token = contents.tokens[i]
    if not token.text.startswith("وإن") or token.folded[1:] not in contents.particles.complementiser:
        return False
    following = contents.tokens[i + 1].folded if i + 1 < len(contents.tokens) else ""
    if contents.is_finite(following) or following in _DENIALS | contents.particles.was:
        return False  # "وإن كان …", "وإن لم …": even if
    if any(contents.is_complementiser(j) for j in range(frame.content_first, i)):
        return False
    sentence = contents.document.sentence_at(frame.cue_first)
    start = frame.cue_first if sentence is None else contents.document.sentences[sentence].start
    said = range(start, frame.cue_first)
    return any(contents.tokens[j].text.startswith("إن") and contents.is_complementiser(j) for j in said)


def _they_did(frame: Frame, i: int, contents: Contents) -> bool:
    """Whether who speaks does something else at token `i` (رفض المقاتلون تسليم أسلحتهم وفتحوا النار).

    The verb agrees with the cue, and no clause stands before it that it could go on (هددوه بالقتل وأرغموه
    على العمل, ندين القصف ونقف مع الضحايا; not دانت هجمات استهدفت السوق وأوقعت قتلى).
    """
    token, tokens, particles = contents.tokens[i], contents.tokens, contents.particles
    if not token.folded.startswith("و") or clause_inside(frame, i, contents):
        return False
    if token.folded.endswith("وا"):
        return contents.is_finite(token.folded)
    if frame.inflected is None or frame.is_participle or not contents.joins_as(token.folded, frame.inflected):
        return False
    if "\u064b" in token.text or tokens[i - 1].folded == _ON_HIM or _is_paired(frame, i, tokens):
        return False  # "جوا وبرا", "صلى الله عليه وسلم", "خالص التعازي وصادق المواساة"
    inside = (t.folded for t in tokens[frame.content_first : i])
    return not any(
        contents.is_finite(w, bare=False) or contents.looks_present(w) or w in particles.verbal
        for w in inside
    )


def _is_paired(frame: Frame, i: int, tokens: Sequence[Token]) -> bool:
    """Whether a word like a participle has its genitive as the one before: خالص التعازي وصادق المواساة."""
    word = tokens[i].folded.removeprefix("و")
    if i - 2 < frame.content_first or i + 1 >= len(tokens) or len(word) != _PARTICIPLE or word[1] != "ا":
        return False
    around = (tokens[k].folded.startswith("ال") for k in (i - 1, i + 1))
    return all(around) and not tokens[i - 2].folded.startswith("ال")


def _of_relative(frame: Frame, i: int, contents: Contents) -> bool:
    """Whether a second verb goes on a relative clause (الغارات التي شنتها الطائرات، واستهدفت مخازن).

    It is no verb of saying, nor one that carries a verbal noun (وتم نقلهم), and nobody is named behind it.
    """
    word, particles = contents.tokens[i].folded, contents.particles
    if contents.cues.verb(word) or {word, word.removeprefix("و")} & (particles.auxiliary | particles.was):
        return False
    if i + 1 in contents.named_to:
        return False
    if i + 1 < len(contents.tokens) and contents.tokens[i + 1].folded.startswith(_VICTIMS):
        return True  # "الهجوم الذي استهدف السوق، وراح ضحيته ثلاثة"
    inside = (contents.tokens[j].folded for j in range(i - 1, frame.content_first - 1, -1))
    return goes_with(word[1:], next((w for w in inside if w in particles.relative), ""))


def clause_inside(frame: Frame, end: int, contents: Contents) -> bool:
    """Whether a relative clause or a clause with أن stands in a content before token `end`."""
    return any(
        contents.tokens[i].folded in contents.particles.relative or contents.is_complementiser(i)
        for i in range(frame.content_first, end)
    )


def _dots(i: int, contents: Contents) -> bool:
    """Whether the two dots that begin at token `i` part sentences, below the headline (إن الجسر سليم.. …)."""
    title = contents.document.title
    below = title is None or contents.tokens[i].start >= title.end
    run = [t.text for t in contents.tokens[i - 1 : i + 3]]
    return below and run[1:3] == [".", "."] and "." not in (run[0], run[-1])


def _without_telling(i: int, end: int, contents: Contents) -> bool:
    """Whether دون أن يوضح or the like begins at token `i`: what the speaker left unsaid is no word of his."""
    tokens = contents.tokens
    if tokens[i].folded not in WITHOUT or i + 2 >= end:
        return False
    that = tokens[i + 1].folded == "ان"
    return tokens[i + 1 + that].folded.removeprefix("ال") in contents.particles.untold


def _meanwhile(frame: Frame, i: int, end: int, contents: Contents) -> bool:
    """Whether في وقت or في حين and a verb begin at token `i`: the reporter goes on (not في وقت سابق).

    With في الوقت الذي somebody may set something beside what he says himself in a clause.
    """
    if contents.tokens[i].folded != _IN or i + 3 > end:
        return False
    if contents.tokens[i - 1].folded in _CAME:
        return False  # "الهجوم الذي جاء في وقت تشهد …"
    time, following = (t.folded for t in contents.tokens[i + 1 : i + 3])
    if frame.how == "np" and (time, following) == _AT_THE_TIME:
        return i + 3 == end or not contents.tokens[i + 3].folded.endswith("ه")  # "الذي تراه مناسبا"
    verbal = contents.is_finite(following) or contents.looks_present(following)
    verbal = verbal or following in contents.particles.was | contents.particles.negation
    verbal = verbal or (i + 3 < end and contents.tokens[i + 3].folded.startswith(_IN_IT))
    return time in ("وقت", "حين") and (verbal or following == "لا")


def _said_later(i: int, end: int, contents: Contents) -> bool:
    """Whether قبل أن and what was said later begin at token `i` (…، قبل أن تعلن في بلاغ لاحق …)."""
    if i + 2 >= end or not says_later(contents.tokens, i + 2):
        return False
    return any(not h.cue.homograph for h in contents.cues.verb(contents.tokens[i + 2].folded))


def _own_words(frame: Frame, i: int, end: int, contents: Contents) -> bool:
    """Whether behind a comma after a noun phrase the reporter goes on: a clause, which belongs to no noun."""
    tokens, particles = contents.tokens, contents.particles
    word = tokens[i].folded
    following = tokens[i + 1].folded if i + 1 < end else ""
    when = tokens[i + 2].folded if i + 2 < end else ""
    meanwhile = word == "في" and following == "وقت" and when not in _OF_TIME
    if word in _CLAUSE_WORDS or meanwhile:
        return True
    if word in particles.relative:
        return frame.act in ("request", "threaten")  # what is asked for is no description of things
    if word in HE_IS:
        return following in _REMARKS  # "، وهو ما نفته أنقرة"; not "، وهي ثلاث قرى"
    if word == "حيث":
        that = i + 1 < end and contents.is_complementiser(i + 1)
        then = following in _TOOK_PLACE and (frame.kind == "noun" or frame.form in _CONFESSES)
        return that or then or bool(contents.cues.verb(following))
    if word == "كما" and (contents.is_finite(following) or contents.looks_present(following)):
        return True
    if word == "الامر" and following in particles.relative:
        return True
    if word == "وسط" and i + 1 < end and i + 1 not in contents.places:
        return True  # "أكد استمرار المحاكمات، وسط دعوات إلى …"; not "وسط بغداد"
    if word in particles.contrast and (word.endswith("لكن") or following.startswith("ان")):
        return True
    if (word in particles.breaks and word not in _GO_ON) or word.startswith(("فقد", "الامرالذي")):
        return True
    result = word == "مما" or (word == "ما" and contents.is_finite(following))
    return result and frame.act not in _TELLING


def _inside_quote(frame: Frame, i: int, contents: Contents) -> bool:
    quote = contents.document.quote_at(i)
    return quote is not None and quote.open >= frame.content_first
