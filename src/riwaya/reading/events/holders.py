"""Which attribution holds a token: the innermost content around it."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.reading.draft import AttributionDraft


def holders_of(attributions: Sequence[AttributionDraft], length: int) -> list[int | None]:
    """For each of `length` tokens the index of its innermost attribution; no cue is in its own content.

    One sweep over the tokens; contents that began last are innermost.
    """
    by_start = sorted(
        range(len(attributions)),
        key=lambda k: (attributions[k].content_first, -attributions[k].content_end, k),
    )
    open_now: list[int] = []
    found: list[int | None] = []
    at = 0
    for token in range(length):
        while at < len(by_start) and attributions[by_start[at]].content_first <= token:
            open_now.append(by_start[at])
            at += 1
        while open_now and attributions[open_now[-1]].content_end <= token:
            open_now.pop()
        found.append(_innermost(attributions, open_now, token) if open_now else None)
    return found


def _innermost(attributions: Sequence[AttributionDraft], open_now: Sequence[int], token: int) -> int | None:
    # A few levels suffice: contents that end early below a longer one are passed over.
    for k in reversed(open_now[-6:]):
        attribution = attributions[k]
        if attribution.content_end > token and attribution.cue_token != token:
            return k
    return None
