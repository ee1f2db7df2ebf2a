"""Attributions: every place where somebody is made to say something, nested as they were handed on.

The stage goes through a sentence from cue to cue, reads each cue's frame (frames.py), settles which
contents end where the next voice takes over and which lie inside another (this module), and then
names the speakers in the order of the text, so that a bare verb goes on with the last one.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import islice

from riwaya.lexicon.inflect import Form
from riwaya.reading.draft import AttributionDraft, Findings
from riwaya.reading.speech.asides import aside_behind_subject
from riwaya.reading.speech.contents import Contents
from riwaya.reading.speech.cues import find_cues
from riwaya.reading.speech.frame import MEANWHILE, Frame
from riwaya.reading.speech.frames import Frames
from riwaya.reading.speech.full_texts import full_texts, with_list
from riwaya.reading.speech.headlines import behind_dateline, headline_frames
from riwaya.reading.speech.nesting import nest
from riwaya.reading.speech.own_words import break_inside, clause_inside, led_in
from riwaya.reading.speech.sources import Sources
from riwaya.reading.speech.speakers import Speakers
from riwaya.reading.speech.speech_lexicon import SpeechLexicon
from riwaya.text.document import Document
from riwaya.text.tokens import Token

#: What the words come to that a verb before it passes on (نشرت الصحيفة خبرا مفاده أن …).
_GIST = "مفاد"
#: Acts by which a columnist speaks of us; who demands or announces something speaks for others.
_OPINES = ("report", "expect", "hypothesise")
#: How statements begin (بسم الله الرحمن الرحيم, بيان صادر عن …), folded, among so many tokens.
_STATEMENT = frozenset(("بسم", "بيان"))
_OPENING = 20
#: Ends of أن with a pronoun, and negations with which a clause goes on, folded.
_HE = ("نه", "نها", "نهم")
_DENIES = frozenset(("لم", "لن"))
#: Kinds of cue that stand inside the words of whoever speaks.
_INSIDE = ("noun", "label", "impersonal", "preposition", "antecedent")


def find_attributions(
    document: Document, findings: Findings, lexicon: SpeechLexicon
) -> tuple[AttributionDraft, ...]:
    """All attributions of a document in the order of their cues."""
    cues, particles = lexicon.cues, lexicon.particles
    sources = Sources(document, findings, particles, cues, lexicon.titles)
    contents = Contents(document, findings, lexicon)
    frames = Frames(document, findings, particles, sources, contents)
    found: list[Frame] = []
    for whole in document.sentences:
        sentence = behind_dateline(document, findings, whole)
        for hit in find_cues(
            document,
            sentence,
            cues,
            particles,
            careful=sources.careful,
            calling=sources.calling,
            dated=sources.dated,
        ):
            found.extend(with_list(f, document) for f in frames.read(hit, sentence))
    body = document.title.end if document.title is not None else 0
    heard = [f.source for f in found if not f.elided and document.tokens[f.cue_first].start >= body]
    headlines = list(headline_frames(document, findings, particles, sources, contents, heard))
    headlines.extend(full_texts(document, particles))
    headlines = [h for h in headlines if h.kind != "colon" or not _speaks_already(h, found)]
    headed = {f.cue_first for f in headlines}
    found = [f for f in found if not _writes(f, [*headlines, *found], document)]
    found = headlines + [f for f in found if f.cue_first not in headed]
    found.sort(key=lambda f: (f.cue_first, -f.content_end))
    saying = frozenset(
        f.cue_first
        for f in found
        if document.tokens[f.cue_first].folded in particles.between
        or (f.kind == "noun" and f.form.startswith(_GIST))
    )
    settled = nest(cut(_one_each(found, saying), contents))
    return Speakers(document, findings, sources, lexicon).name(settled)


def _speaks_already(headline: Frame, found: Sequence[Frame]) -> bool:
    """Whether a verb before a colon was read with what follows it (مضيفا في تصريحه لـ«الجريدة»: …)."""
    said = (f for f in found if headline.source.first <= f.cue_first < headline.source.end)
    return any(f.elided or f.content_first == headline.content_first for f in said)


def _writes(frame: Frame, frames: Sequence[Frame], document: Document) -> bool:
    """Whether the author himself says I or we, before anybody is named who might (a columnist's أعتقد أن)."""
    form, cue = frame.inflected, document.tokens[frame.cue_first].text.removeprefix("و")
    if form is None or not frame.elided:
        return False
    ours = form.number == "singular" or (frame.act in _OPINES and form.tense == "present")
    if not ours or (form.number != "singular" and _is_ours(frame, document)):
        return False
    if form.person != 1 and not (cue.startswith("أ") and frame.form.startswith("ا")):
        return False  # "أعتقد", which is spelt like the past of اعتقد but for its hamza
    if document.quote_at(frame.cue_first) is not None:
        return False
    return all(f.elided or f.cue_first > frame.cue_first for f in frames)


def _is_ours(frame: Frame, document: Document) -> bool:
    """Whether we are those who speak in the headline or issue a text that begins as statements do."""
    title = document.title
    if title is not None and document.tokens[frame.cue_first].start < title.end:
        return True
    return any(t.folded in _STATEMENT for t in document.tokens[:_OPENING])


def _one_each(frames: Sequence[Frame], saying: AbstractSet[int]) -> list[Frame]:
    """Of two verbs that claim the same content the earlier, unless only the later is no homograph.

    `saying` are the tokens of بالقول, مفاده and the like, which only go on with the verb before them.
    """
    kept: dict[int, Frame] = {}
    others: list[Frame] = []
    cues: set[int] = set()
    for frame in frames:
        rival = kept.get(frame.content_first)
        if rival is not None and frame.cue_first in saying:
            continue  # "وتابع قائلا: …": one voice, whose cue comes first
        if frame.kind == "noun" and any(
            f.source.first <= frame.cue_first < f.source.end for f in kept.values()
        ):
            continue  # "تحدثت تقارير عن …", "نقلت تقارير عن الوزير قوله …": they are who speaks
        if frame.cue_first in cues:
            continue  # "نقلت الوكالة قول الوزير إن …": the noun was read with the verb that passes it on
        cues.add(frame.cue_first)
        if frame.kind != "verb":
            others.append(frame)
        elif rival is None or (rival.homograph and not frame.homograph):
            kept[frame.content_first] = frame
    others = [f for f in others if not (f.kind == "noun" and f.elided and f.content_first in kept)]
    return sorted([*kept.values(), *others], key=lambda f: (f.cue_first, -f.content_end))


def cut(frames: Sequence[Frame], contents: Contents) -> list[Frame]:
    """Let each content end where a voice of the same level takes over."""
    settled: list[Frame] = []
    for index, frame in enumerate(frames):
        end = frame.content_end
        around = contents.document.quote_at(frame.cue_first)
        if around is not None and frame.kind not in ("statement", "preposition"):
            end = min(end, around.close)
        aside = aside_behind_subject(frame.content_first, end, contents)
        for later in islice(frames, index + 1, None):
            if later.cue_first >= end:
                break
            if later.cue_first in aside:
                continue
            if later.cue_first <= frame.content_first or not _takes_over(frame, later, contents):
                continue
            start = later.cue_first if later.elided else min(later.cue_first, later.source.first)
            start = later.content_first if _other_clause(frame, later, contents) else start
            topic = _topic(frame, later, contents)
            end = _break_before(start, frame.content_first, contents) if topic is None else topic
            break
        end = break_inside(frame, aside.stop, end, contents)
        end = min(end, _relative_end(frame, contents))
        around_it = frames[index - 1] if index else frame
        behind_comma = contents.tokens[around_it.content_first - 1].text in "،,"
        inside = frame.is_participle or around_it.cue_first < frame.cue_first < around_it.content_first
        if inside and behind_comma and frame.content_first < around_it.content_first < end:
            # "وأكد، مشيرا إلى المياه، أن …", "وذكرت مصادر رفضت الكشف عن اسمها، أن …"
            end = around_it.content_first
        end = contents.trim(frame.content_first, end)
        if end > frame.content_first:
            settled.append(frame if end == frame.content_end else replace(frame, content_end=end))
    return settled


def _relative_end(frame: Frame, contents: Contents) -> int:
    """Where the clause goes on behind a relative one in which somebody says something.

    "الهجوم الذي يشتبه في أنه تخريبي وقع أمس", "القرار الذي يطالب المليشيات بالانسحاب لم ينفذ".
    """
    tokens, particles, first = contents.tokens, contents.particles, frame.content_first
    if frame.kind != "verb" or frame.cue_first == 0 or frame.content_end - first <= 1:
        return frame.content_end
    if tokens[frame.cue_first - 1].folded not in particles.relative:
        return frame.content_end
    if frame.how == "that":
        own = tokens[first].folded.endswith(_HE) and not contents.is_finite(tokens[first + 1].folded)
        near: Sequence[Token] = tokens[first + 2 : first + 3] if own else ()
    else:
        near = tokens[first + 1 : frame.content_end] if frame.how == "np" and frame.quote_end is None else ()
    for token in near:
        before = tokens[token.index - 1]
        if token.kind != "word" or before.folded in particles.relative | particles.complementiser:
            return frame.content_end
        denies = token.folded in _DENIES and before.folded.removeprefix("ب").startswith("ال")
        if denies or (frame.how == "that" and contents.is_verb_only(token.folded)):
            return token.index
    return frame.content_end


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


def _takes_over(frame: Frame, later: Frame, contents: Contents) -> bool:
    """Whether `later` speaks at the level of `frame` rather than inside its words."""
    if frame.quote_end is not None and later.cue_first < frame.quote_end:
        return _leaves_unclosed(frame, later, contents)
    quote = contents.document.quote_at(later.cue_first)
    if quote is not None and quote.open > frame.content_first:
        return False
    if frame.how == "that" and not later.elided and later.source.first == frame.content_first + 1:
        return False  # "أشارت مصادر إلى أن المعلومات تفيد بـ…"
    if _other_clause(frame, later, contents) or _quotes_on(frame, later, contents):
        return True
    aside = later.kind == "preposition" and contents.tokens[later.cue_first - 1].text in "،,"
    if frame.how == "np" and aside and frame.kind != "preposition":
        return True
    leads = frame.kind == "preposition" and frame.content_first > frame.cue_first
    if leads and later.is_participle and later.continues:
        return True  # "وبحسب المصدر، فإن …، مشيرا إلى …"
    if leads and later.kind == "verb" and later.joined and not later.elided:
        return contents.tokens[later.cue_first - 1].text in "،,"  # "وحسب ناشطين، فإن …، ونقل شهود أن …"
    if later.kind == "label" and frame.how == "np" and frame.kind != "preposition":
        return _calls_anew(later, contents)
    if frame.kind == "preposition" or later.kind in _INSIDE:
        return False
    if _topic(frame, later, contents) is not None:
        return True
    relays = frame.relays is not None and frame.kind == "verb"
    if relays and (later.is_participle or later.elided):
        return False
    return _begins_anew(frame, later, contents)


def _other_clause(frame: Frame, later: Frame, contents: Contents) -> bool:
    """Whether what a preposition tells of is a clause of its own (أنكر أن …، في حين …، وفق مصدر)."""
    first = later.content_first
    if later.kind != "preposition" or not frame.content_first < first < later.cue_first:
        return False
    word = contents.tokens[first].folded
    word = contents.tokens[first + 1].folded if word == "في" else word
    return word in MEANWHILE and contents.tokens[first - 1].text in "،,"


def _calls_anew(later: Frame, contents: Contents) -> bool:
    """Whether who speaks also calls something so (الذين وصفهم بـ…, ووصفتها بأنها …), not whom he cites."""
    relative = contents.tokens[later.cue_first - 1].folded in contents.particles.relative
    return later.elided and (relative or later.joined)


def _topic(frame: Frame, later: Frame, contents: Contents) -> int | None:
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
        return not _of_those_told(frame, later, contents)
    main = before.text in "،," and named and not later.joined and led_in(frame, contents)
    turned = before.folded in particles.breaks or before.folded in particles.turn
    if turned or main or _while(before, contents):
        return True
    if named and later.source.first < later.cue_first and _another(frame, later, contents):
        return True
    if before.folded == "حيث":
        return later.continues or frame.how == "np"
    if before.folded in ("وقد", "وكان", "وكانت"):
        return later.continues
    joined = later.joined and later.kind == "verb"
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


def _parted(frame: Frame, later: Frame, before: Token, contents: Contents) -> bool:
    """Whether a verb with "and" cannot go on inside the words before it, by who or by what stands there."""
    if not later.elided:
        return before.text in "،," and _party_speaks(later, contents)
    # "وصفتها بأنها «عشوائية» واستنكرت …"
    return before.text in '»”"' or _only_speaker(frame, later, contents)


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


def _while(token: Token, contents: Contents) -> bool:
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
    agrees = goes_on.gender == said.gender and goes_on.person == said.person
    if not agrees or goes_on.number != "singular":
        return False
    return _cannot_be_subject(goes_on, contents.tokens, frame.content_first)


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
    if i >= 2 and tokens[i - 1].folded == "ان":
        return tokens[i - 2].folded in contrast
    return i >= 1 and tokens[i - 1].folded in contrast and tokens[i - 1].folded.endswith("لكن")


def _break_before(cue: int, start: int, contents: Contents) -> int:
    """The token at which the clause of the next voice begins: its cue, or فيما, لكنه, من جهته before it."""
    at = cue
    while at - 1 > start and _leads_in(at - 1, contents):
        at -= 1
    return at


def _leads_in(i: int, contents: Contents) -> bool:
    """Whether token `i` only leads in the voice behind it."""
    particles, word = contents.particles, contents.tokens[i].folded
    if word == "ان" and i > 0:
        return contents.tokens[i - 1].folded in particles.contrast
    if _while(contents.tokens[i], contents) or (
        i + 1 < len(contents.tokens) and _while(contents.tokens[i + 1], contents)
    ):
        return True
    roles = (particles.breaks, particles.turn, particles.contrast, particles.relative, particles.lead_in)
    return any(word in role for role in roles)
