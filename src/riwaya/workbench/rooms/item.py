"""The page of one claim or attribution: its evidence, its fields, what was decided of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException
from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from riwaya.archive.layer import USES, Entry, all_entries
from riwaya.exchange.soundness import OTHER
from riwaya.exchange.wording import chain, chain_line, chain_of, gist
from riwaya.i18n import gettext as _
from riwaya.model import Claim
from riwaya.questions.wording import word_of
from riwaya.workbench.asking import archive_of
from riwaya.workbench.choosing import parties_of, places_of
from riwaya.workbench.fields import groups_of
from riwaya.workbench.forms import Values, one
from riwaya.workbench.item import Item, Past, item_of, matter_of
from riwaya.workbench.naming_uses import USE_NAMES
from riwaya.workbench.passage import passage_of
from riwaya.workbench.past import ACTIONS, changes_told
from riwaya.workbench.people import Person, needs
from riwaya.workbench.refilling import refilled
from riwaya.workbench.rendering import page

router = APIRouter()

#: The forms of the page.
Form = Literal["correct", "compare", "layer"]


class _ItemId(Convertor[str]):
    """Ids of claims and attributions: c3, a1, and those of decisions that added some."""

    regex = "[ac][0-9]+|d[0-9a-f]{12}"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("item", _ItemId())


@router.get("/report/{reference}/{id:item}")
def one_item(
    request: Request, reference: str, id: str, _person: Annotated[Person, Depends(needs("reader"))]
) -> Response:
    """A claim or attribution."""
    item = _item(request, reference, id)
    if item.report.key != reference:
        return RedirectResponse(f"/report/{item.reference}")
    return item_page(request, item)


def item_page(
    request: Request, item: Item, given: Values | None = None, problem: str = "", form: Form = "correct"
) -> Response:
    """The page of an item; with what somebody typed into one of its forms, and what is wrong with it."""
    typed = {name: one(given, name) for name in given} if given else {}
    if form != "correct":
        given = None
    groups = groups_of(item)
    parties, places = parties_of(item), places_of(item)
    told = {
        past.decision.id: changes_told(past.decision, item.text, parties, places) for past in item.history
    }
    return page(
        request, "item.html", 422 if problem else 200, item=item, problem=problem,
        wrong_form=form if problem else "", typed=typed,
        fieldsets=refilled(groups, given) if given else groups, passage=passage_of(item),
        parties=parties, places=places, told=told, actions=ACTIONS, word_of=word_of,
        why=typed.get("why", "") if form == "correct" else "",
        uses=[(use, _(USE_NAMES[use])) for use in USES],
        **_about(request, item),
    )  # fmt: skip


def _about(request: Request, item: Item) -> dict[str, Any]:
    """What differs between claims and attributions."""
    thing, index = item.thing, item.index
    forms = list(dict.fromkeys(form for form, _actor in _forms(item)))
    with archive_of(request).reading() as connection:
        known = {past.decision.id for past in item.history}
        entries = [e for e in all_entries(connection) if e.decision in known or e.form in forms]
    last = item.history[-1] if item.history else None
    shared = {
        "left": left_by(entries, item.history),
        "entries": entries, "forms": forms, "entry": _entry_wanted(item),
        "decision": last.decision.id if last is not None and last.stands else "",
        "gist": lambda claim: gist(claim, index),
    }  # fmt: skip
    if isinstance(thing, Claim):
        line, matter = chain_line(chain(thing, index)), matter_of(archive_of(request), item)
        return {**shared, "title": gist(thing, index), "line": line, "matter": matter, "resting": ()}
    line = chain_line(chain_of(thing, index))
    return {**shared, "title": "", "line": line, "matter": None, "resting": item.resting}


def left_by(entries: Iterable[Entry], history: Iterable[Past]) -> list[Entry]:
    """The entries that stand though the correction which they came from was taken back."""
    gone = {past.decision.id for past in history if not past.stands}
    return [each for each in entries if each.withdrawn is None and each.decision in gone]


def _forms(item: Item) -> list[tuple[str, str]]:
    """The words of the report that name somebody, with who it is."""
    thing, index = item.thing, item.index
    if isinstance(thing, Claim):
        roles = (*thing.event.agent, *thing.event.patient, *thing.event.recipient)
        named = [(index.words(role.span), role.actor) for role in roles]
    else:
        named = [(index.source_words(thing), actor) for actor in thing.source_actors or (OTHER,)]
    return [(words, actor) for words, actor in named if words]


def _entry_wanted(item: Item) -> tuple[str, str]:
    """The form and party that an entry most likely is about: what no list has, else what stands first."""
    named = _forms(item)
    open_ = [each for each in named if each[1] == OTHER] or named or [("", OTHER)]
    form, actor = open_[0]
    return form, "" if actor == OTHER else actor


def _item(request: Request, reference: str, id: str) -> Item:
    item = item_of(archive_of(request), reference, id)
    if item is None:
        raise HTTPException(404)
    return item
