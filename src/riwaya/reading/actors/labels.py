"""Labels that mean another party in another mouth: العدو, قواتنا, القوات المسلحة."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.actors import Branch
from riwaya.model import Span
from riwaya.packs.pack import Outlet
from riwaya.reading.actors.actor_index import ActorIndex
from riwaya.reading.actors.foes import Foes
from riwaya.reading.actors.own_country import OwnCountry
from riwaya.reading.draft import STATE_KINDS, ActorMention, AttributionDraft
from riwaya.text.document import Document

#: The pronoun of those who speak, folded.
_OUR = "نا"


def resolve_labels(
    document: Document,
    mentions: tuple[ActorMention, ...],
    attributions: Sequence[AttributionDraft],
    index: ActorIndex,
    *,
    outlet: Outlet | None,
    day: str | None = None,
) -> tuple[ActorMention, ...]:
    """The mentions with every label inside somebody's words meaning what it does in that mouth.

    Labels that mean nobody outside of it are found there.

    Outside of attributed words a label means what it does in the mouth of `outlet`; on `day`, where given.
    """
    mouth: tuple[str, ...] = (outlet.party,) if outlet is not None and outlet.party else ()
    speakers = _speakers(attributions, index)
    named = defaultdict[str, set[str]](set)
    for m in mentions:
        named[index.party_of(m.actors[0])].add(document.text[m.span.start : m.span.end])
    foes = Foes(document, mentions, index, day)
    his = OwnCountry(document, mentions, attributions, index, day)
    own = (_ours(document, his.of_speaker(m), speakers.get(m.first, ()), index) for m in mentions)
    resolved = [
        _in_mouth(document, m, speakers.get(m.first, mouth), named, foes)
        for m in own
        if m is not None and not _calls_himself(document, m, speakers.get(m.first, mouth), index)
    ]
    taken = {i for m in mentions if m.counts for i in range(m.first, m.end)}
    resolved += _known_to_speakers(document, speakers, taken, named, foes)
    return tuple(sorted(resolved, key=lambda m: (m.span.start, -m.span.end)))


def _speakers(attributions: Sequence[AttributionDraft], index: ActorIndex) -> dict[int, tuple[str, ...]]:
    """In whose words each token stands: the innermost attribution's that has speakers.

    Unnamed sources have the mouth of whoever hands their words on.
    """
    speakers: dict[int, tuple[str, ...]] = {}
    for said in sorted(attributions, key=lambda a: (a.content_first, -a.content_end)):
        unnamed = all(index.kind(actor) == "sources" for actor in said.actors)
        for token in range(said.content_first, said.content_end) if said.actors else ():
            if not unnamed or token not in speakers:
                speakers[token] = said.actors
    return speakers


def _known_to_speakers(
    document: Document,
    speakers: dict[int, tuple[str, ...]],
    taken: set[int],
    named: Mapping[str, AbstractSet[str]],
    foes: Foes,
) -> list[ActorMention]:
    """Labels that mean somebody only in the mouth in which they stand (العدو, قواتنا).

    By a word that means several, a group that is not theirs is not meant where the report never names it.
    """
    found: list[ActorMention] = []
    index, end = foes.index, 0
    for i in sorted(speakers):
        token = document.tokens[i]
        if i < end or i in taken or token.kind != "word" or not index.may_be_label(token.folded):
            continue
        said = _parties(speakers[i], index)
        if i and index.is_mere_deed(token.folded, document.tokens[i - 1].folded):
            continue
        for match in index.aliases.match(document.tokens, i):
            meant = foes.meant(match.values, said, i)
            if meant is None or not taken.isdisjoint(range(i, match.end)):
                continue
            after = document.tokens[match.end].folded if match.end < len(document.tokens) else ""
            if match.end == i + 1 and index.means_another(meant.id, after):
                continue
            several = len({index.party_of(a.id) for a in match.values}) > 1
            if several and index.party_of(meant.id) not in said and _is_unnamed(meant.id, named, index):
                continue
            span, end = Span(match.start, match.stop), match.end
            found.append(ActorMention(i, end, span, (meant.id,), index.kind(meant.id)))
            break
    return found


def _parties(speakers: tuple[str, ...], index: ActorIndex) -> set[str]:
    """The speakers and the parties they belong to."""
    known = (index.pack.parties.get(s) for s in speakers)
    return {party.party for party in known if party is not None} | set(speakers)


def _ours(
    document: Document, mention: ActorMention, speakers: tuple[str, ...], index: ActorIndex
) -> ActorMention | None:
    """The mention; a word for the speaker's own means his state or forces (قال الرئيس الكيني إن بلدنا …).

    In the mouth of who rules in a state's stead it does not mean that state.
    """
    own = mention.kind in STATE_KINDS and document.tokens[mention.first].folded.endswith(_OUR)
    if not (speakers and mention.counts and own):
        return mention
    if index.party_of(mention.actors[0]) in _parties(speakers, index):
        return mention
    country = index.country_of(speakers[0])
    if country is None:
        ruler = speakers[0] in index.pack.parties and index.may_rule(speakers[0])
        return None if ruler else mention
    branch: Branch = "forces" if mention.kind == "armed-forces" else "state"
    actor = index.institution_of(country, branch, None)
    return replace(mention, actors=(actor,), kind=index.kind(actor)) if actor else mention


def _calls_himself(
    document: Document, mention: ActorMention, speakers: tuple[str, ...], index: ActorIndex
) -> bool:
    """Whether a word for foes (الإرهابيون), which goes back to whoever was named, stands in his own mouth."""
    if not _parties(mention.actors, index) & _parties(speakers, index):
        return False
    matches = index.lexicon.generics.match(document.tokens, mention.first)
    return any("sole" in m.values[0].ways for m in matches if m.end == mention.end)


def _is_unnamed(actor: str, named: Mapping[str, AbstractSet[str]], index: ActorIndex) -> bool:
    return index.kind(actor) == "armed-group" and index.party_of(actor) not in named


def _in_mouth(
    document: Document,
    mention: ActorMention,
    speakers: tuple[str, ...],
    named: Mapping[str, AbstractSet[str]],
    foes: Foes,
) -> ActorMention:
    """The mention as it is meant in that mouth.

    A group that the report never names is not meant where the mention goes back to one that it does.
    """
    if not speakers or not mention.counts:
        return mention
    index, said = foes.index, _parties(speakers, foes.index)
    for match in index.aliases.match(document.tokens, mention.first):
        if match.end == mention.end:
            meant = foes.meant(match.values, said, mention.first)
            words = document.text[mention.span.start : mention.span.end]
            usual = any(a.id == mention.actors[0] and a.speaker is None for a in match.values)
            told = not usual and named[index.party_of(mention.actors[0])] - {words}
            if meant is not None and not (told and _is_unnamed(meant.id, named, index)):
                return replace(mention, actors=(meant.id,), kind=index.kind(meant.id))
            break
    return mention
