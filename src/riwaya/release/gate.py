"""The gate: a claim goes in as it is told, and comes out as it may leave, or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from riwaya.release.policy import DEFAULT, Policy
from riwaya.release.told import Told


@dataclass(frozen=True, slots=True)
class Gate:
    """Applies a policy as of a moment: `now` is what delays are counted from; the gate reads no clock."""

    now: datetime
    policy: Policy = DEFAULT

    def told(self, told: Told) -> Told | None:
        """The claim as it may leave; None when it may not yet."""
        return replace(told, quotation=self.quotation(told.quotation))

    def all(self, told: Iterable[Told]) -> tuple[list[Told], int]:
        """The claims that may leave, and how many are held back."""
        released = [self.told(each) for each in told]
        kept = [each for each in released if each is not None]
        return kept, len(released) - len(kept)

    def quotation(self, text: str) -> str:
        """Words of a report, no longer than the policy allows; cut at a word, with an ellipsis."""
        if len(text) <= self.policy.quotation:
            return text
        cut = text[: self.policy.quotation - 1].rpartition(" ")[0] or text[: self.policy.quotation - 1]
        return cut + "…"
