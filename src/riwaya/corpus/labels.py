"""Labels of matters, out of the ids of their claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.corpus.frames import Frame
from riwaya.model import EventType, MatterKind, Name
from riwaya.reading.linking.wordings import (
    Named,
    arabic_in_sentence,
    compose_label,
    english_in_sentence,
)

#: What a matter is named after first where it joins several types.
_LEADING = ("ASSAULT", "SHELTER", "CONTROL", "REQUEST", "HARM")
#: Types that are about something else that a label names.
_ABOUT = frozenset(("REQUEST", "REJECT", "ACCUSE", "THREATEN"))
#: Names of one role that a label has room for.
_ROOM = 3


class Labels:
    """Names of actors and places, read once, and the labels made of them."""

    def __init__(self, connection: Connection) -> None:
        self._actors = _rows(connection, schema.actors)
        self._places = _rows(connection, schema.places)

    def label(self, members: Sequence[Frame], kind: MatterKind) -> Name:
        """The label of a matter: its leading type, and the parties and place that its claims name first."""
        types = {frame.type for frame in members}
        leading = next((each for each in _LEADING if each in types), members[0].type)
        telling = [frame for frame in members if frame.type == leading]
        theme = next((frame.theme[0] for frame in telling if frame.theme is not None), None)
        return compose_label(
            cast("EventType", leading),
            kind,
            self._named(_first(frame.agents for frame in telling)),
            self._named(_first(frame.patients for frame in telling)),
            self._placed(_first([spot.id for spot in frame.spots][:1] for frame in telling)),
            cast("EventType | None", theme if leading in _ABOUT else None),
        )

    def _named(self, ids: Iterable[str]) -> Named:
        rows = [self._actors[id] for id in sorted(ids) if id in self._actors][:_ROOM]
        return Named(
            [arabic_in_sentence(row.name_ar) for row in rows if row.name_ar],
            [english_in_sentence(row.name_en, row.kind or "") for row in rows if row.name_en],
        )

    def _placed(self, ids: Iterable[str]) -> Named:
        rows = [self._places[id] for id in ids if id in self._places]
        return Named(
            [row.name_ar for row in rows if row.name_ar],
            [row.name_en or row.name_ar for row in rows if row.name_en or row.name_ar],
        )


def _rows(connection: Connection, table: Any) -> Mapping[str, Any]:
    columns = (table.c.id, table.c.kind, table.c.name_ar, table.c.name_en)
    return {row.id: row for row in connection.execute(select(*columns))}


def _first(found: Iterable[Iterable[str]]) -> Iterable[str]:
    return next((each for each in found if each), ())
