"""How fast one process reads: reports of 200 words a second, and that against a plain Aho–Corasick pass.

    make bench

The reports are cut from the example that ships, each turned by some words so that no two are alike and
nothing is answered from a cache of whole sentences. The plain pass looks the pack's names up in the same
text and does nothing else: the floor under any reader that looks for names.

Seconds are those of the processor: what other processes take meanwhile does not count.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib.resources import files

import ahocorasick_rs

from riwaya.packs.pack import load_pack
from riwaya.reading.reader import Reader

REPORTS = 100
WORDS = 200
ROUNDS = 3


def reports() -> list[str]:
    """Return the texts to read: windows of the example, cut at words, each with a headline."""
    example = (files("riwaya") / "examples" / "desert.txt").read_text(encoding="utf-8").split("---\n")[-1]
    headline, body = example.split("\n", 1)
    words = body.split(" ")
    turned = (words[(7 * n) % len(words) :] + words[: (7 * n) % len(words)] for n in range(REPORTS))
    return [headline + "\n" + " ".join(window[: WORDS - len(headline.split())]) for window in turned]


def best(work: Callable[[], None]) -> float:
    """Return the seconds of the quickest of some rounds: the others were disturbed."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def main() -> None:
    """Print one line a figure."""
    texts = reports()
    start = time.process_time()
    reader = Reader("syria")
    loaded = time.process_time() - start
    automaton = ahocorasick_rs.AhoCorasick(sorted({alias.form for alias in load_pack("syria").aliases}))

    def read_all() -> None:
        for number, text in enumerate(texts):
            reader.read(text, id=f"sha256:{number:064x}", outlet=None, published="2023-05-17", uri=None)

    def look_up_all() -> None:
        for text in texts:
            automaton.find_matches_as_indexes(text, overlapping=True)

    reading, plain = best(read_all), best(look_up_all)
    print(f"loading lexicon, pack and gazetteer  {loaded:8.2f} s")
    print(f"reading, one core                    {REPORTS / reading:8.0f} reports of {WORDS} words a second")
    print(f"plain Aho–Corasick pass              {REPORTS / plain:8.0f} reports a second")
    print(f"reading costs                        {reading / plain:8.0f} plain passes")


if __name__ == "__main__":
    main()
