"""The same report gives the same bytes, whatever the hash seed and whatever was read before."""

import os
import subprocess
import sys
from pathlib import Path

import riwaya
from riwaya.exchange import to_json
from riwaya.reading.reader import Reader

EXAMPLES = sorted((Path(riwaya.__file__).parent / "examples").glob("*.txt"))
PROGRAM = """
import sys
from pathlib import Path
import riwaya
from riwaya.exchange import to_json
for name in sys.argv[1:]:
    sys.stdout.buffer.write(to_json(riwaya.read(Path(name))))
"""


def written(seed: str) -> bytes:
    command = [sys.executable, "-c", PROGRAM, *map(str, EXAMPLES)]
    return subprocess.run(
        command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
    ).stdout


def test_hash_seeds_change_nothing() -> None:
    assert EXAMPLES
    assert len({written(seed) for seed in ("0", "1", "4242")}) == 1


def test_what_was_read_before_changes_nothing() -> None:
    texts = [path.read_text(encoding="utf-8") for path in EXAMPLES]
    texts.append("قال مصدر عسكري إن الجيش قصف مواقع في ريف إدلب أمس، وقتل 5 مدنيين.")
    used = Reader()
    once = [to_json(used.read(text, published="2016-05-04")) for text in texts]
    again = [to_json(used.read(text, published="2016-05-04")) for text in reversed(texts)]

    assert again[::-1] == once
    assert to_json(Reader().read(texts[-1], published="2016-05-04")) == once[-1]
