"""The release policy: what is coarsened, delayed, masked and cut."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """What may leave: `delay_hours` for armed presence and movement, `quotation` characters at most."""

    delay_hours: int = 72
    quotation: int = 200
    coarsen: bool = True
    mask_names: bool = True


#: What holds unless somebody says otherwise, with a reason that is kept.
DEFAULT = Policy()
#: Everything as it is: for one's own eyes, on one's own reports.
OPEN = Policy(delay_hours=0, quotation=1_000_000, coarsen=False, mask_names=False)
