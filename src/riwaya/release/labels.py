"""What stands for what may not leave, and the words for what the gate did."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.i18n import gettext as _
from riwaya.i18n import mark
from riwaya.release.guard import Veil

#: By the codes of the tables, what stands in square brackets for a witness or a facility.
LABELS: Mapping[str, str] = {
    "witness": mark("a witness"),
    "resident": mark("a resident"),
    "relative": mark("a relative"),
    "medic": mark("a medical source"),
    "teacher": mark("a teacher"),
    "displaced": mark("a displaced person"),
    "detainee": mark("a former detainee"),
    "fighter": mark("a fighter"),
    "employee": mark("an employee"),
    "hospital": mark("hospital"),
    "camp": mark("camp"),
    "shelter": mark("shelter"),
    "school": mark("school"),
    "aid": mark("aid site"),
}
#: What a claim's `masked` may hold, and how it is told.
MASKED: Mapping[str, str] = {
    "place-coarsened": mark("the place is made coarser: armed presence or movement"),
    "place-withheld": mark("the place is withheld: no unit is known that holds it"),
    "facility-coarsened": mark("a hospital, camp or shelter is not named"),
    "name-masked": mark("a private person's name is masked"),
    "witness-generalised": mark("a witness is described in general words only"),
    "text-held-back": mark("words on armed presence or movement are held back until they are old enough"),
    "quotation-cut": mark("the quotation is cut"),
    "address-withheld": mark("of the address only the outlet's is told: it may have names in it"),
}
#: The code that a veil leaves behind.
CODES: Mapping[str, str] = {
    "name": "name-masked",
    "witness": "witness-generalised",
    "facility": "facility-coarsened",
    "place": "place-coarsened",
    "held": "text-held-back",
}


def stand_in(veil: Veil) -> str:
    """What is shown instead of what a veil covers, in the language spoken here and now."""
    if veil.what == "name":
        return _("[name withheld]")
    if veil.what == "held":
        return _("[held back]")
    if veil.label:
        return f"[{_(LABELS[veil.label])}]"
    return f"[{veil.ar}]" if veil.ar else _("[place withheld]")
