"""What stands between a verb of saying and its object: when, where, how, and whom it was told."""

from __future__ import annotations

from riwaya.lexicon.inflect import without_pronoun
from riwaya.reading.speech.clause_openings import BELOW
from riwaya.reading.speech.clause_words import NAME_WORDS
from riwaya.reading.speech.content_nouns import content_noun, masdar
from riwaya.reading.speech.contents import Contents
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.phrase_openings import TERMS
from riwaya.reading.speech.source_words import IN_TURN
from riwaya.reading.speech.sources import OF_HIM, Sources
from riwaya.text.signs import COMMAS

#: Prepositions of where or when something is said, folded.
VENUES = frozenset(("في", "خلال", "اثناء", "عقب", "بعد", "فور", "لدي"))
#: Those that part a verb from its object where the subject stands before it.
_PLACED = frozenset(("في", "عبر"))
_DASHES = frozenset("-–—")
#: Tokens of a venue before its comma (في بيان صحفي).
VENUE = 8
#: وطلب منهم …: the one asked, behind whom the object stands.
ASKED = frozenset(("منه", "منها", "منهم", "منهما"))


def placed(at: int, hit: CueHit, sources: Sources, contents: Contents) -> bool:
    """Whether where something was said begins at token `at` (في بيان, عبر حسابه, على موقعها)."""
    word = contents.tokens[at].folded
    if word == "علي":
        following = contents.tokens[at + 1].folded if at + 1 < len(contents.tokens) else ""
        return _is_own_site(following, contents)
    return word in _PLACED and sources.ends_phrase(at, hit.end)


def on_own_site(at: int, contents: Contents) -> bool:
    """Whether عبر and a site of the speaker's own stand at token `at` (عبر حسابه, عبر صفحتها)."""
    following = contents.tokens[at + 1].folded if at + 1 < len(contents.tokens) else ""
    return contents.tokens[at].folded == "عبر" and _is_own_site(following, contents)


def _is_own_site(folded: str, contents: Contents) -> bool:
    return any(bare in contents.particles.site for bare, _ in without_pronoun(folded))


def behind_venue(i: int, limit: int, contents: Contents) -> int:
    """The token behind the comma that closes where it was said (نفى فلان في بيان، جميع …); -1 for none."""
    near = range(i + 2, min(limit - 1, i + VENUE))
    comma = next((j for j in near if contents.tokens[j].text in COMMAS), None)
    if comma is None:
        there = next((j for j in near if _opens_behind_venue(j, contents)), -1)
        return there if there >= 0 else _behind_long_venue(near.stop, limit, contents)
    goes_on = any(h.form.tense == "participle" for h in contents.cues.verb(contents.tokens[comma + 1].folded))
    if goes_on or contents.is_complementiser(comma + 1):
        # "دانت في بيان القصف التركي، معتبرة أنه …"
        return next((j for j in near if j < comma and _opens_behind_venue(j, contents)), -1)
    return comma + 1


def _behind_long_venue(i: int, limit: int, contents: Contents) -> int:
    """What is said behind the comma of a long venue (في بيان صدر أمس وبثته الوكالة اليمنية، وقوف …)."""
    near = range(i, min(limit - 1, i + VENUE))
    comma = next((j for j in near if contents.tokens[j].text in COMMAS), None)
    if comma is None:
        return -1
    said = contents.tokens[comma + 1]
    return comma + 1 if content_noun(said.folded, contents) or masdar(said) else -1


def _opens_behind_venue(i: int, contents: Contents) -> bool:
    """Whether what is said begins at token `i`, behind where it was said (دانت في بيان على موقعها القصف)."""
    word = contents.tokens[i].folded
    if word in contents.particles.content_noun | contents.particles.demonstrative:
        return True
    if contents.tokens[i - 1].folded in OF_HIM and (
        content_noun(word, contents) or masdar(contents.tokens[i])
    ):
        return True  # "وأعلنت الحركة في بيان صدر عنها استئناف …"
    if _posted(i - 1, contents) and (content_noun(word, contents) or masdar(contents.tokens[i])):
        return True  # "واستبعد الوزير عبر حسابه في تويتر استمرار …"
    if word == "ما" and i + 1 < len(contents.tokens) and contents.tokens[i + 1].folded in BELOW:
        return True
    before = contents.tokens[i - 1].folded
    own = _is_own_site(before, contents)  # "في بيان على موقعها القصف"
    closed = (before.startswith("ال") or i - 1 in contents.time_ends or own) and i not in contents.timed
    happened = word.startswith("ال") and content_noun(word[2:], contents, events=True)
    return closed and happened and word[2:] not in contents.particles.body


def _posted(i: int, contents: Contents) -> bool:
    """Whether the name of a site on which people write ends at token `i` (تويتر, «تويتر»)."""
    closes = contents.tokens[i].text in '"”»'
    return contents.tokens[i - closes].folded in contents.particles.platform


def behind_adverbs(at: int, limit: int, sources: Sources, contents: Contents) -> int:
    """Pass over commas, dates, في الوقت نفسه, and the medium that was told (لـ«الحياة»)."""
    tokens = contents.tokens
    while at < limit:
        folded = tokens[at].folded
        if tokens[at].text in COMMAS or tokens[at].kind == "newline":
            at += 1
        elif at in sources.time_at:
            at = sources.time_at[at].end
        elif (
            tokens[at].text in _DASHES and (at + 1 in sources.time_at or at - 1 in contents.time_ends)
        ) or folded in ASKED:
            at += 1
        elif folded.removeprefix("و") in sources.particles.manner:
            at = _behind_manner(at, limit, contents)
        elif (quote := contents.quote_opening.get(at)) and _tells_how(at, quote.close, sources):
            at = quote.close + 1
        elif folded in sources.particles.between | sources.particles.also | IN_TURN or _closes(at, contents):
            at += 1
        elif folded == "في" and at + 1 in sources.time_at:
            at = sources.time_at[at + 1].end
        elif (meanwhile := contents.at_that_time(at)) > at and meanwhile < limit:
            at = meanwhile
        elif folded == "ل" and at + 1 in contents.quote_opening:
            at = contents.quote_opening[at + 1].close + 1
        elif (told := told_medium(at, sources)) > at:
            at = told
        else:
            break
    return at


def behind_how(at: int, limit: int, contents: Contents) -> int:
    """The token behind في الوقت نفسه, أيضا, بدوره and adverbs at token `at`, where something follows."""
    particles, start = contents.particles, at
    while at < limit:
        if contents.tokens[at].folded in particles.also | particles.adverb | IN_TURN:
            at += 1
        elif (meanwhile := contents.at_that_time(at)) > at:
            at = meanwhile
        else:
            return at
    return start


def told_medium(at: int, sources: Sources) -> int:
    """The token behind the medium that was told at token `at` (لوكالة رويترز); `at` where none is."""
    medium = sources.actor_at.get(at)
    told = medium is not None and medium.kind == "media" and medium.span.start > sources.tokens[at].start
    return medium.end if medium is not None and told and sources.tokens[at].folded[0] == "ل" else at


def _tells_how(opens: int, closes: int, sources: Sources) -> bool:
    """Whether a short quotation only says in what way (أدانت الدولة "بأشد العبارات" أعمال العنف)."""
    first = sources.tokens[opens + 1 : closes][:1]
    return closes - opens <= NAME_WORDS and any(t.folded in sources.particles.manner for t in first)


def _closes(at: int, contents: Contents) -> bool:
    """Whether a quotation mark that opens nothing stands at token `at`."""
    return contents.tokens[at].text in '"”“»' and at not in contents.quote_opening


def _behind_manner(at: int, limit: int, contents: Contents) -> int:
    """Pass over in what way something is said (بأشد العبارات الممكنة, بأشد عبارات الإدانة)."""
    tokens, at = contents.tokens, at + 2
    if at > limit:
        return limit
    if tokens[at - 1].folded in TERMS and at < limit and tokens[at].folded.startswith("ال"):
        return at + 1
    described = at < limit and tokens[at - 1].folded.startswith("ال") and tokens[at].folded.startswith("ال")
    happened = described and content_noun(tokens[at].folded.removeprefix("ال"), contents, events=True)
    return at + (described and not happened)
