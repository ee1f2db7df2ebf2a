"""Whether a voice speaks beside the one before it, whose words end there, or inside them."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from riwaya.lexicon.inflect import Form
from riwaya.lexicon.speech_words import speech_cues, speech_words
from riwaya.reading.speech.clause_words import NAME_WORDS
from riwaya.reading.speech.content_nouns import content_noun
from riwaya.reading.speech.contents import Contents
from riwaya.reading.speech.frame import MEANWHILE, Frame
from riwaya.reading.speech.own_words import clause_inside, led_in
from riwaya.reading.speech.verb_readings import says_later
from riwaya.text.tokens import Token

#: What takes up the whole clause before a comma (، وهو ما نفته أنقرة, ، الأمر الذي نفته أنقرة), folded.
THAT_IS = frozenset(("وهو", "وهي", "الامر"))
#: Forms of to be behind a negation, folded.
_TO_BE = frozenset(("يكن", "تكن", "يكون", "تكون", "ليس", "ليست"))
#: Verbs, as the tables write them, by which who speaks says more of what he named; how that begins, folded.
_SAID = speech_cues("says more")
THAT_IT = frozenset(("انه", "انها", "انهم", "انهما"))
#: Participles with which somebody gives again what he said, or directs it at somebody, folded.
_AGAIN = speech_words("again")
#: With بالقول: that somebody says no more than what follows, folded.
_ONLY = speech_words("no more")
#: Kinds of cue that stand inside the words of whoever speaks.
_INSIDE = ("noun", "label", "impersonal", "preposition", "antecedent")


def _quotes_on(frame: Frame, later: Frame, contents: Contents) -> bool:
    """Whether a medium also cites somebody else (ادعت الوكالة أن …، ونقلت عن X أن …)."""
    cites = later.kind == "verb" and later.relays is not None and later.joined and later.elided
    if not cites or frame.elided or contents.tokens[later.cue_first - 1].text not in "،,":
        return False
    return contents.tokens[frame.source.first].folded in contents.particles.medium


def _leaves_unclosed(frame: Frame, later: Frame, contents: Contents) -> bool:
    """Whether somebody else speaks behind a comma in a quotation that nobody closed."""
    opened = contents.quote_opening.get(frame.content_first)
    speaks = later.joined and not later.elided and later.kind == "verb" and not later.homograph
    unclosed = opened is not None and not opened.balanced
    return unclosed and speaks and contents.tokens[later.cue_first - 1].text in "،,"


def takes_over(frame: Frame, later: Frame, contents: Contents) -> bool:
    """Whether `later` speaks at the level of `frame` rather than inside its words."""
    if frame.quote_end is not None and later.cue_first < frame.quote_end:
        return _leaves_unclosed(frame, later, contents)
    quote = contents.document.quote_at(later.cue_first)
    if quote is not None and quote.open > frame.content_first:
        return False
    if frame.how == "that" and not later.elided and later.source.first == frame.content_first + 1:
        return False  # "أشارت مصادر إلى أن المعلومات تفيد بـ…"
    if (
        other_clause(frame, later, contents)
        or _quotes_on(frame, later, contents)
        or _at_once(later, contents)
    ):
        return True
    if frame.kind == "preposition":
        return _ends_account(frame, later, contents)
    if later.kind == "preposition":
        return _parts_account(frame, later, contents)
    if later.kind in _INSIDE:
        return later.kind == "label" and frame.how == "np" and _calls_anew(later, contents)
    if turns_to(frame, later, contents) is not None:
        return True
    relays = frame.relays is not None and frame.kind == "verb"
    if relays and (later.is_participle or later.elided):
        return False
    return _begins_anew(frame, later, contents)


def _parts_account(frame: Frame, later: Frame, contents: Contents) -> bool:
    """Whether somebody's words end where it is said whose account they are (…، بحسب X; … على حد قوله)."""
    aside = contents.tokens[later.cue_first - 1].text in "،,"
    if not aside and not later.self_reference:
        return False
    if aside and frame.how == "np" and not _between_verb_and_noun(later, contents):
        return True
    return _only_says_whence(frame, later, contents)


def _at_once(later: Frame, contents: Contents) -> bool:
    """Whether the words right before a later cue part it from any that it might be inside of."""
    if later.kind == "antecedent":
        return _of_it_all(later, contents)
    if later.kind in ("noun", "masdar"):
        return gives_again(later.cue_first - 1, contents) or only_says(later.cue_first - 1, contents)
    return says_later(contents.tokens, later.cue_first)


def _ends_account(frame: Frame, later: Frame, contents: Contents) -> bool:
    """Whether somebody speaks behind the account of another, with which a sentence begins."""
    if frame.content_first <= frame.cue_first:
        return False
    if later.is_participle and later.continues:
        return True  # "وبحسب المصدر، فإن …، مشيرا إلى …"
    before = contents.tokens[later.cue_first - 1]
    if later.kind != "verb" or later.elided:
        return False
    # "ووفقا لتقارير فإن …، فيما رفض X …", "وحسب ناشطين، فإن …، ونقل شهود أن …"
    return before.folded in MEANWHILE or (later.joined and before.text in "،,")


def _of_it_all(later: Frame, contents: Contents) -> bool:
    """Whether the reporter says who else says so, of the whole clause (قال X إن …، وهو ما أكده Y)."""
    tokens, at = contents.tokens, later.cue_first
    if at < 3 or tokens[at - 2].folded not in THAT_IS:
        return False
    return tokens[at - 3].text in "،," or is_that_which(tokens, at - 2)


def is_that_which(tokens: Sequence[Token], i: int, openers: AbstractSet[str] = THAT_IS) -> bool:
    """Whether token `i` and ما behind it take up the clause before without a comma (… وهو ما تنفيه أنقرة)."""
    return tokens[i].folded in openers and i + 1 < len(tokens) and tokens[i + 1].folded == "ما"


def other_clause(frame: Frame, later: Frame, contents: Contents) -> bool:
    """Whether what a preposition tells of is a clause of its own (أنكر أن …، في حين …، وفق مصدر)."""
    first = later.content_first
    if later.kind != "preposition" or not frame.content_first < first < later.cue_first:
        return False
    word = contents.tokens[first].folded
    word = contents.tokens[first + 1].folded if word == "في" else word
    return word in MEANWHILE and contents.tokens[first - 1].text in "،,"


def _only_says_whence(frame: Frame, later: Frame, contents: Contents) -> bool:
    """Whether somebody's words end where it is only told who hands them on (إن …، حسبما ذكرت الوكالة).

    What he speaks by himself (بحسب تحقيقات أولية) lies inside his words.
    """
    cue = contents.tokens[later.cue_first : later.cue_end]
    handed_on = later.hands_on or later.self_reference or any(t.folded.endswith("ما") for t in cue)
    last = max(later.cue_end, later.source.end)
    return handed_on and later.content_first < later.cue_first and last >= frame.content_end - 1


def _between_verb_and_noun(later: Frame, contents: Contents) -> bool:
    """Whether whose account it is stands inside a clause (قذائف أوقعت، وفقا للوزارة، أربعة قتلى)."""
    verb = contents.tokens[later.cue_first - 2].folded if later.cue_first > 1 else ""
    closing = contents.tokens[later.source.end].text if later.source.end < len(contents.tokens) else ""
    return closing in ("،", ",") and contents.is_verb_only(verb)


def gives_again(i: int, contents: Contents) -> bool:
    """Whether token `i` and the noun behind it go on with who spoke (…، مجددا اتهام X بـY)."""
    return contents.tokens[i].folded in _AGAIN and i > 0 and contents.tokens[i - 1].text in "،,"


def only_says(i: int, contents: Contents) -> bool:
    """Whether token `i` and بالقول behind it go on with who spoke (…، مكتفيا بالقول إن …)."""
    following = contents.tokens[i + 1].folded if i + 1 < len(contents.tokens) else ""
    return following == "بالقول" and contents.tokens[i].folded in _ONLY


def _calls_anew(later: Frame, contents: Contents) -> bool:
    """Whether who speaks also calls something so (الذين وصفهم بـ…, ووصفتها بأنها …), not whom he cites."""
    relative = contents.tokens[later.cue_first - 1].folded in contents.particles.relative
    return later.elided and (relative or later.joined)


def turns_to(frame: Frame, later: Frame, contents: Contents) -> int | None:
    """The token at which the reporter turns to another matter before `later`."""
    if later.kind != "verb" or later.is_participle:
        return None
    return contents.topic_before(later.cue_first, frame.content_first)


def _begins_anew(frame: Frame, later: Frame, contents: Contents) -> bool:
    """Whether the words before a later cue part it from the words that it would else be inside of."""
    particles = contents.particles
    before = contents.tokens[later.cue_first - 1]
    first = contents.tokens[later.cue_first].folded
    named = not later.elided
    if later.is_participle or (frame.how == "np" and before.folded in particles.relative):
        # "ولم يكن مستغربا أن …" is no participle of who speaks
        return not (before.folded in _TO_BE or _of_those_told(frame, later, contents))
    main = before.text in "،," and named and not later.joined and led_in(frame, contents)
    turned = (
        before.folded in particles.breaks or before.folded in particles.turn or turns_aside(before, contents)
    )
    if turned or main or at_the_same_time(before, contents):
        return True
    if named and later.source.first < later.cue_first and _another(frame, later, contents):
        return True
    if before.folded == "حيث":
        return later.continues or frame.how == "np"
    if before.folded in ("وقد", "وكان", "وكانت"):
        return later.continues
    joined = later.joined and later.kind == "verb"
    if (
        _but_he(frame, later, before, contents)
        or _denies_too(later, before, contents)
        or _asyndetic(frame, later, before, contents)
    ):
        return True
    if (joined and _surely_says(later)) or ((joined or first == "كما") and _we_too(frame, later, contents)):
        return True
    if frame.how == "np" and joined and not _subordinate(frame, later, contents):
        return True  # "يحذر من السجون ويدعو إلى …"
    goes_on = later.goes_on and (frame.kind == "verb" or named)
    if joined and (goes_on or (frame.kind == "verb" and _same_name(frame, later, contents))):
        return True
    if joined and _parted(frame, later, before, contents):
        return True
    if later.joined or first == "كما":
        return later.continues and (before.kind == "sign" or first == "كما" or named)
    return False


def turns_aside(token: Token, contents: Contents) -> bool:
    """Whether من جهة أخرى or من ناحية ثانية ends at `token`: the report turns to somebody else."""
    side = contents.tokens[token.index - 1].folded if token.index else ""
    return side in contents.particles.side and token.folded in contents.particles.another


def _parted(frame: Frame, later: Frame, before: Token, contents: Contents) -> bool:
    """Whether a verb with "and" cannot go on inside the words before it, by who or by what stands there."""
    if not later.elided:
        return before.text in "،," and _party_speaks(later, contents)
    # "وصفتها بأنها «عشوائية» واستنكرت …"
    return before.text in '»”"' or _only_speaker(frame, later, contents)


def _but_he(frame: Frame, later: Frame, before: Token, contents: Contents) -> bool:
    """Whether إلا أنه goes on with who speaks of a deed (اعتبر أن الحديث عن X خطأ، إلا أنه شدد على …)."""
    contrast = before.folded in THAT_IT and _contrast(before.index + 1, contents)
    if not (contrast and later.elided and frame.how == "that"):
        return False
    quote = contents.quote_opening.get(frame.content_first + 1)
    closed = quote is not None and quote.balanced and quote.close - quote.open > NAME_WORDS
    return closed or _of_a_deed(frame, contents)  # "قال إنه «لا يزال العمل جاريا» إلا أنه أكد …"


def denies_on(word: str, contents: Contents) -> bool:
    """Whether a folded word goes on with a negation (ولم, ولن)."""
    return word[:1] == "و" and word[1:] in contents.particles.negation


def _denies_too(later: Frame, before: Token, contents: Contents) -> bool:
    """Whether ولم and a named speaker behind a comma take over (…، ولم يستبعد المصدر أن …)."""
    negated = denies_on(before.folded, contents)
    behind_comma = before.index > 0 and contents.tokens[before.index - 1].text in "،,"
    return negated and behind_comma and later.kind == "verb" and not later.elided


def _asyndetic(frame: Frame, later: Frame, before: Token, contents: Contents) -> bool:
    """Whether who speaks says more of what was just named (أعلنت X ضرب مواقع، قالت إنها لفصائل)."""
    said, again = frame.inflected, later.inflected
    if before.text not in "،," or later.joined or not later.elided or said is None or again is None:
        return False
    same = (said.gender, said.number, said.person) == (again.gender, again.number, again.person)
    of_it = contents.tokens[later.content_first].folded in THAT_IT
    return same and of_it and later.form in _SAID and said.tense == again.tense == "past"


def _surely_says(later: Frame) -> bool:
    """Whether a second verb behind it makes one that goes on a verb of saying (وتابع يقول …)."""
    return later.continues and later.elided and later.cue_end > later.cue_first + 1


def _we_too(frame: Frame, later: Frame, contents: Contents) -> bool:
    """Whether those who speak of themselves say something more (نتمنى أن …، ونأمل أن …, كما نتمنى …)."""
    mine, again = frame.inflected, later.inflected
    if mine is None or again is None or mine.person != 1 or (again.person, again.number) != (1, mine.number):
        return False
    opening = contents.tokens[frame.content_first].folded
    return not opening.endswith(("نا", "ني")) or frame.form == later.form


def at_the_same_time(token: Token, contents: Contents) -> bool:
    """Whether token ends في وقت or في الوقت الذي, which sets another's words beside (في وقت دعت X إلى …)."""
    at = token.index
    before = [t.folded for t in contents.tokens[max(0, at - 2) : at]]
    if token.folded == "الذي":
        return before == ["في", "الوقت"]
    following = [t.folded for t in contents.tokens[at + 1 : at + 2]]
    when = token.folded == "وقت" or (token.folded == "الوقت" and following == ["الذي"])
    return when and before[-1:] == ["في"]


def _of_those_told(frame: Frame, later: Frame, contents: Contents) -> bool:
    """Whether a plural participle goes on the many of whom one speaks (قال مصدر إن السكان خرجوا، مطالبين)."""
    said, goes_on = frame.inflected, later.inflected
    if said is None or goes_on is None or frame.how != "that" or goes_on.number != "plural":
        return False
    tokens, particles = contents.tokens, contents.particles
    head = tokens[frame.source.first].folded.removeprefix("ال") if not frame.elided else ""
    one = frame.elided or head in particles.medium | particles.evidence or head in particles.single
    subject = tokens[frame.content_first + 1].folded if frame.content_first + 1 < len(tokens) else ""
    many = subject.endswith(("ين", "هم")) or subject in particles.public
    many = many or subject.removeprefix("ال") in particles.many
    return one and said.number == "singular" and (many or tokens[frame.content_first].folded.endswith("هم"))


def _another(frame: Frame, later: Frame, contents: Contents) -> bool:
    """Whether the subject before a later verb makes it another's: behind لكن, in a second clause."""
    if _contrast(later.source.first, contents):
        return True
    return frame.how == "np" and _second_clause(later, contents)


def _second_clause(later: Frame, contents: Contents) -> bool:
    """Whether و and the subject of another clause stand before the later verb (X يهدد وY ينفي)."""
    first = later.source.first
    headline = later.inflected is not None and later.inflected.tense == "present"
    return headline and any(s.prefix == "و" for s in contents.tokens[first].splits)


def _same_name(frame: Frame, later: Frame, contents: Contents) -> bool:
    """Whether the later verb names its speaker by the last word of the one who speaks (وطالب محلب …)."""
    if frame.elided or later.elided or later.source.end - later.source.first > 1:
        return False
    return contents.tokens[later.source.first].folded == contents.tokens[frame.source.end - 1].folded


def _only_speaker(frame: Frame, later: Frame, contents: Contents) -> bool:
    """Whether a joined verb agrees with who speaks, not with whom he speaks of (أن المهاجمين فروا ورجح)."""
    said, goes_on = frame.inflected, later.inflected
    if frame.how != "that" or said is None or goes_on is None or goes_on.tense != said.tense:
        return False
    if goes_on.gender != said.gender or goes_on.person != said.person:
        return False
    if goes_on.number != "singular":
        return goes_on.number == said.number and not _many_inside(frame, later, contents)
    if _cannot_be_subject(goes_on, contents.tokens, frame.content_first) or _intends(frame, contents):
        return True
    surely = not later.homograph or contents.is_complementiser(later.content_first)
    return surely and _of_a_deed(frame, contents)


def _intends(frame: Frame, contents: Contents) -> bool:
    """Whether somebody tells what he will do, so that what he did is not told by him (إنه سيزور … وطلب)."""
    opener, verb = contents.tokens[frame.content_first : frame.content_first + 2]
    will = verb.folded.startswith(("سي", "ست")) or verb.folded in ("لن", "سوف")
    return will and opener.folded in THAT_IT


def _many_inside(frame: Frame, later: Frame, contents: Contents) -> bool:
    """Whether those who do something more may be named in a content (قالوا إن الجنود عادوا، ويتهمون …)."""
    opener = contents.tokens[frame.content_first].folded
    if not opener.endswith("ن"):
        return True
    many = contents.particles.public | contents.particles.many
    return any(
        t.folded.endswith(("ون", "ين", "وا", "هم")) or t.folded.removeprefix("ال") in many
        for t in contents.tokens[frame.content_first + 1 : later.cue_first]
    )


def _of_a_deed(frame: Frame, contents: Contents) -> bool:
    """Whether a clause with أن is about a deed, which says nothing (قال إن الهجوم عنيف ووصفه بأنه …)."""
    opener, noun = contents.tokens[frame.content_first : frame.content_first + 2]
    if not opener.folded.endswith("ن"):
        return False
    if noun.folded.startswith("لل") or noun.folded in contents.particles.preposition:
        return True  # "أن للإنسان حقوقه المصانة، وتطرق إلى …"
    return content_noun(noun.folded.removeprefix("ال"), contents, events=True)


def _party_speaks(later: Frame, contents: Contents) -> bool:
    """Whether a party, whom nothing else can be said of by the verb, speaks anew (…، ونددت واشنطن بـ…)."""
    return later.kind == "verb" and not later.homograph and later.source.first in contents.named_to


def _cannot_be_subject(form: Form, tokens: Sequence[Token], that: int) -> bool:
    """Whether a singular verb cannot go with the subject of the clause that opens at token `that`."""
    opener, noun = tokens[that].folded, tokens[that + 1]
    named = opener.endswith("ن")
    if opener.endswith("هم") or (named and noun.folded.endswith(("ون", "ين"))):
        return True
    feminine = opener.endswith("ها") or (named and noun.text.endswith(("ة", "ات")))
    return form.gender == "masculine" and feminine


def _subordinate(frame: Frame, later: Frame, contents: Contents) -> bool:
    """Whether a clause inside the noun phrase of `frame` may hold the verb of `later`."""
    return clause_inside(frame, later.cue_first, contents)


def _contrast(i: int, contents: Contents) -> bool:
    """Whether إلا أن, غير أن or لكن stands before token `i`: another voice begins there."""
    tokens, contrast = contents.tokens, contents.particles.contrast
    if i >= 2 and (tokens[i - 1].folded == "ان" or tokens[i - 1].folded in THAT_IT):
        return tokens[i - 2].folded in contrast
    return i >= 1 and tokens[i - 1].folded in contrast and tokens[i - 1].folded.endswith("لكن")
