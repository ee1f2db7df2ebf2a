"""Parties and places by the names that people see and type, for forms: every label stands for one id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Connection

from riwaya.errors import PackError, UsageError
from riwaya.exchange.labels import name_label
from riwaya.exchange.soundness import OTHER
from riwaya.exchange.wording import UNKNOWN_OUTLET
from riwaya.i18n import gettext as _
from riwaya.i18n import language
from riwaya.model import Name
from riwaya.packs import load_pack
from riwaya.questions.names import find_party, find_place
from riwaya.workbench.item import Item


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels by id; no two ids have the same."""

    of: Mapping[str, str]

    def shown(self, id: str) -> str:
        """The label of an id; the id itself where it has none."""
        return self.of.get(id, id)

    def meant(self, typed: str) -> str | None:
        """The id that a label stands for."""
        wanted = typed.strip()
        return wanted if wanted in self.of else next((id for id, at in self.of.items() if at == wanted), None)


def parties_of(item: Item) -> Labels:
    """Every party of the pack, and whom the report names."""
    names = {actor.id: actor.name for actor in item.state.reading.actors}
    names |= pack_parties(item.pack)
    labels = _labelled(names)
    outlet = item.state.reading.report.outlet
    if outlet == UNKNOWN_OUTLET:
        labels[outlet] = _("the outlet")
    labels.setdefault(outlet, outlet)
    return Labels({**labels, OTHER: _("somebody unlisted")})


def places_of(item: Item) -> Labels:
    """The places of the report."""
    return Labels(_labelled({place.id: place.name for place in item.state.reading.places}))


def party_id(typed: str, labels: Labels, connection: Connection) -> str:
    """The id of the party that was typed. Raises UsageError when there is none, or several."""
    return labels.meant(typed) or find_party(connection, typed)


def place_id(typed: str, labels: Labels, connection: Connection) -> str:
    """The id of the place that was typed. Raises UsageError when there is none, or several."""
    return labels.meant(typed) or find_place(connection, typed)


def pack_party(typed: str, folder: Path | None) -> str:
    """The id of the party of the pack that was typed by name or id. Raises UsageError."""
    labels = Labels(_labelled(pack_parties(folder)))
    found = labels.meant(typed)
    if found is None:
        raise UsageError(_("the pack has no party '{name}'").format(name=typed.strip()))
    return found


def pack_labels(folder: Path | None) -> Labels:
    """The parties of a pack."""
    return Labels(_labelled(pack_parties(folder)))


@lru_cache(maxsize=4)
def pack_parties(folder: Path | None) -> Mapping[str, Name]:
    """The names of a pack's parties; none where the pack is not there any more."""
    try:
        parties = load_pack(folder).parties if folder else {}
    except PackError:
        return {}
    return {party.id: Name(party.name_ar, party.name_en) for party in parties.values()}


def _labelled(names: Mapping[str, Name]) -> dict[str, str]:
    """A label for each id: its name in the language of the page, with the id where others have it too."""
    found = {id: name_label(name, language()) or id for id, name in names.items()}
    often = Counter(found.values())
    return {id: f"{name} ({id})" if often[name] > 1 else name for id, name in _sorted(found.items())}


def _sorted(items: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(items, key=lambda item: (item[1], item[0]))
