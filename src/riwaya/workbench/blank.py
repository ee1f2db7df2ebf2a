"""A claim or attribution that is to be added at a passage: what its form begins with."""

from __future__ import annotations

from dataclasses import replace

from riwaya.archive import Archive
from riwaya.archive.packs import pack_of
from riwaya.errors import UsageError
from riwaya.exchange.index import Index
from riwaya.i18n import gettext as _
from riwaya.i18n import mark
from riwaya.model import Attribution, Claim, Event, Reading, Span
from riwaya.questions.names import with_outlet
from riwaya.workbench.fields import Field, Group, Value, at_of, groups_of
from riwaya.workbench.item import Item, ItemKind, decided_report
from riwaya.workbench.passage import Passage, passage

#: What a thing is called until it is kept.
NEW = "new"
#: The field that says at which word of the passage it stands, for each kind of thing.
_WORDS = {
    "claim": ("anchor", mark("Word of the event")),
    "attribution": ("cue", mark("Words that attribute")),
}
_NO_EVENT = Event("ASSAULT", None, None, (), (), (), (), None, None, None)


def blank_item(archive: Archive, reference: str, kind: ItemKind, start: int, end: int) -> Item:
    """A thing to be added at these characters of a report. Raises UsageError where they are none."""
    report, state = decided_report(archive, reference)
    text = state.reading.report.text
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise UsageError(
            _("mark some words of the report first: there are none from {start} to {end}").format(
                start=start, end=end
            )
        )
    span = _trimmed(text, start, end)
    thing: Claim | Attribution
    around = innermost(state.reading, span)
    if kind == "claim":
        thing = Claim(NEW, span, span, around, "source", (), "CT+", None, _NO_EVENT)
    else:
        thing = Attribution(
            NEW, span, None, (), None, span, around, "report", "neutral", False, None, None, None, None
        )
    with archive.reading() as connection:
        pack = pack_of(connection, state.reading.reader.pack)
        index = Index(with_outlet(connection, state.reading))
    return Item(report, state, kind, thing, index, (), pack)


def blank_groups(item: Item) -> tuple[Group, ...]:
    """The fields of a thing to be added: those of its kind, and the word at which it stands."""
    name, label = _WORDS[item.kind]
    content = item.thing.content
    # Few words are the word itself; in a sentence somebody has to point at it.
    words = item.index.words(content)
    value = Value("", words, at_of(content)) if item.kind == "claim" and len(words.split()) <= 2 else Value()
    word = Group(_("At which word"), (Field(name, _(label), "words", (value,)),))
    return (word, *(replace(g, fields=tuple(_unchosen(f) for f in g.fields)) for g in groups_of(item)))


def blank_passage(item: Item) -> Passage:
    """The passage with what was marked in it."""
    return passage(item.text, [("selected", item.thing.content)])


def innermost(reading: Reading, span: Span) -> str | None:
    """The attribution in whose content a passage stands, the shortest of several; None for none."""
    around = [
        (a.content.end - a.content.start, a.id)
        for a in reading.attributions
        if a.content.start <= span.start and span.end <= a.content.end and a.content != span
    ]
    return min(around)[1] if around else None


def _unchosen(field: Field) -> Field:
    """The field; which event it is has to be said."""
    if field.name != "type":
        return field
    return replace(field, values=(Value(),), choices=(("", _("choose")), *field.choices), origin="")


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
