"""Attributions: every place where somebody is made to say something, nested as they were handed on.

The stage goes through a sentence from cue to cue, reads each cue's frame (frames.py), settles which
contents end where the next voice takes over (levels.py) and which lie inside another (nesting.py), and then
names the speakers in the order of the text, so that a bare verb goes on with the last one.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import islice

from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.draft import AttributionDraft, Findings
from riwaya.reading.speech.asides import aside_behind_subject
from riwaya.reading.speech.clause_openings import ALONE
from riwaya.reading.speech.contents import Contents
from riwaya.reading.speech.cues import find_cues
from riwaya.reading.speech.frame import Frame
from riwaya.reading.speech.frames import Frames
from riwaya.reading.speech.full_texts import full_texts, with_list
from riwaya.reading.speech.headlines import behind_dateline, headline_frames
from riwaya.reading.speech.levels import (
    THAT_IS,
    THAT_IT,
    at_the_same_time,
    denies_on,
    gives_again,
    is_that_which,
    only_says,
    other_clause,
    takes_over,
    turns_aside,
    turns_to,
)
from riwaya.reading.speech.nesting import nest
from riwaya.reading.speech.outer_clauses import outer_clause
from riwaya.reading.speech.own_words import break_inside
from riwaya.reading.speech.press import told_by_papers
from riwaya.reading.speech.remarks import remark
from riwaya.reading.speech.sources import Sources
from riwaya.reading.speech.speakers import Speakers
from riwaya.reading.speech.speech_lexicon import SpeechLexicon
from riwaya.reading.speech.untrue import called_untrue
from riwaya.reading.speech.verb_readings import says_later
from riwaya.text.document import Document
from riwaya.text.signs import COMMAS

#: What the words come to that a verb before it passes on (نشرت الصحيفة خبرا مفاده أن …).
_GIST = "مفاد"
#: Acts by which a columnist speaks of us; who demands or announces something speaks for others.
_OPINES = ("report", "expect", "hypothesise")
#: How statements begin (بسم الله الرحمن الرحيم, بيان صادر عن …), folded, among so many tokens.
_STATEMENT = speech_words("opens a statement")
_OPENING = 20
#: What opens a clause before its verb; where; what opens a clause of time, with a verb and with أن, folded.
_CLAUSES = frozenset(("حين", "اذ", "ثم", "فيما", "بينما", "عندما"))
_WHERE = "حيث"
#: Before a solemn verb whose clause only leads in another (إذ تعلن ذلك لتؤكد …), folded.
_AS = "اذ"
_WHILE = frozenset(("بينما", "وبينما", "عندما", "وعندما", "بعدما", "وبعدما", "لما", "ولما"))
_AFTER = ("بعد", "قبل", "منذ")


def find_attributions(
    document: Document, findings: Findings, lexicon: SpeechLexicon
) -> tuple[AttributionDraft, ...]:
    """All attributions of a document in the order of their cues."""
    cues, particles = lexicon.cues, lexicon.particles
    sources = Sources(document, findings, particles, cues, lexicon.titles, lexicon.given)
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
    quoted = list(full_texts(document, particles, findings))
    headlines = [h for h in headlines if h.kind != "colon" or not _speaks_already(h, [*quoted, *found])]
    headlines.extend(quoted)
    headed = {f.cue_first for f in headlines}
    found = [g for f in found if (g := told_by_papers(f, document, findings)) is not None]
    found = [f for f in found if not _writes(f, [*headlines, *found], document)]
    found = headlines + [f for f in found if f.cue_first not in headed]
    found.sort(key=lambda f: (f.cue_first, -f.content_end))
    saying = frozenset(
        f.cue_first
        for f in found
        if document.tokens[f.cue_first].folded in particles.between
        or (f.kind == "noun" and f.form.startswith(_GIST))
    )
    settled = nest(cut(_one_each(found, saying, document), contents))
    return _without_pointers(Speakers(document, findings, sources, lexicon).name(settled), document)


def _without_pointers(
    drafts: tuple[AttributionDraft, ...], document: Document
) -> tuple[AttributionDraft, ...]:
    """The drafts without those that only point to what was told before (والوزارة إذ تعلن ذلك لتؤكد …).

    They are dropped last: whoever they name says what follows.
    """
    said = {d.cue_token for d in drafts}
    kept = [i for i, d in enumerate(drafts) if d.content_end not in said or not _points_back(d, document)]
    places = {old: new for new, old in enumerate(kept)}

    def above(parent: int | None) -> int | None:
        while parent is not None and parent not in places:
            parent = drafts[parent].parent
        return None if parent is None else places[parent]

    return tuple(replace(drafts[i], parent=above(drafts[i].parent)) for i in kept)


def _points_back(draft: AttributionDraft, document: Document) -> bool:
    """Whether all that somebody announces behind إذ is ذلك."""
    before = document.tokens[draft.cue_token - 1].folded if draft.cue_token else ""
    alone = draft.content_end == draft.content_first + 1
    return before == _AS and alone and document.tokens[draft.content_first].folded == ALONE


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


def _one_each(frames: Sequence[Frame], saying: AbstractSet[int], document: Document) -> list[Frame]:
    """Of two verbs that claim the same content the earlier, unless only the later is surely its verb.

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
        elif rival is None or (rival.homograph and not frame.homograph) or _anew(rival, frame, document):
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
            if later.cue_first <= frame.content_first or not takes_over(frame, later, contents):
                continue
            start = later.cue_first if later.elided else min(later.cue_first, later.source.first)
            start = later.content_first if other_clause(frame, later, contents) else start
            topic = turns_to(frame, later, contents)
            end = _break_before(start, frame.content_first, contents) if topic is None else topic
            break
        end = break_inside(frame, aside.stop, end, contents)
        end = min(end, outer_clause(frame, contents), remark(frame, contents))
        around_it = frames[index - 1] if index else frame
        behind_comma = contents.tokens[around_it.content_first - 1].text in "،,"
        inside = frame.is_participle or around_it.cue_first < frame.cue_first < around_it.content_first
        if inside and behind_comma and frame.content_first < around_it.content_first < end:
            # "وأكد، مشيرا إلى المياه، أن …", "وذكرت مصادر رفضت الكشف عن اسمها، أن …"
            end = around_it.content_first
        untrue = called_untrue(frame, end, contents)
        if untrue.start > frame.content_first:
            end = min(end, untrue.start)
        end = contents.trim(frame.content_first, end)
        if end > frame.content_first:
            same = end == frame.content_end and not untrue
            settled.append(frame if same else replace(frame, content_end=end, untrue=untrue))
    return settled


def _anew(rival: Frame, frame: Frame, document: Document) -> bool:
    """Whether a clause of its own begins with the later of two verbs, or the earlier is in a clause of time.

    "… تصريحات الوزير، حين قال إن …", "وبينما ركزت السوق على السعر قال تجار إن …".
    """
    if frame.homograph or frame.is_participle or rival.is_participle or frame.inflected is None:
        return False
    at = frame.cue_first
    word, before = document.tokens[at].folded, document.tokens[at - 1].folded if at else ""
    so = word.startswith("ف") and any(s.prefix == "ف" for s in document.tokens[at].splits)
    so = so and not _says_so(rival, frame, document) and frame.inflected.tense == "past"  # "فيري": a name
    timed = [t.folded for t in document.tokens[max(0, rival.cue_first - 2) : rival.cue_first]]
    while_so = (timed[-1:] and timed[-1] in _WHILE) or (timed[-1:] == ["ان"] and timed[0].endswith(_AFTER))
    where = before == _WHERE and not frame.elided  # "في المدينة، حيث أعلن …، إن …" goes on
    return so or where or before in _CLAUSES or (bool(while_so) and not frame.joined)


def _says_so(rival: Frame, frame: Frame, document: Document) -> bool:
    """Whether the speaker of the earlier of two verbs goes on in one breath (تحدث الوزير إلى الجنود فقال)."""
    between = document.tokens[rival.cue_first : frame.cue_first]
    return frame.elided and not rival.elided and all(t.text not in COMMAS for t in between)


def _break_before(cue: int, start: int, contents: Contents) -> int:
    """The token at which the clause of the next voice begins: its cue, or فيما, لكنه, من جهته before it."""
    at = cue
    while at - 1 > start and _leads_in(at - 1, contents):
        at -= 1
    return at


def _leads_in(i: int, contents: Contents) -> bool:
    """Whether token `i` only leads in the voice behind it."""
    particles, word = contents.particles, contents.tokens[i].folded
    if word in ("ان", *THAT_IT) and i > 0:
        before = contents.tokens[i - 1].folded
        return before in particles.contrast or says_later(contents.tokens, i + 1)
    if gives_again(i, contents) or only_says(i, contents):
        return True
    if word == "قبل":
        return says_later(contents.tokens, i + 2)
    if word == "ما":
        return i > 0 and is_that_which(contents.tokens, i - 1)
    if word in THAT_IS or denies_on(word, contents):
        return is_that_which(contents.tokens, i) or contents.tokens[i - 1].text in "،,"
    if turns_aside(contents.tokens[i], contents):
        return True
    if at_the_same_time(contents.tokens[i], contents) or (
        i + 1 < len(contents.tokens) and at_the_same_time(contents.tokens[i + 1], contents)
    ):
        return True
    roles = (particles.breaks, particles.turn, particles.contrast, particles.relative, particles.lead_in)
    return any(word in role for role in roles)
