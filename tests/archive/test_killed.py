"""A run of `riwaya ingest` may be killed at any moment: nothing is lost or doubled, and a rerun completes it."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "bench" / "archive_kills.py"
PLACES = ("منبج", "الباب", "تدمر", "السخنة", "القائم", "سنجار", "درعا", "الحسكة")
SPEAKERS = ("قيادي في قسد", "وزارة الدفاع الروسية", "المرصد السوري", "مجلس المدينة", "ناشطون محليون")
DEEDS = (
    "مقتل {n} عناصر في كمين قرب {place}",
    "سيطرة قواته على تلة تشرف على {place}",
    "وصول {n} عائلات نازحة إلى {place}",
    "تعرض مشفى {place} لقصف مدفعي",
)


def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("archive_kills", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["archive_kills"] = module  # its dataclass looks for its own module
    spec.loader.exec_module(module)
    return module


def records(number: int) -> list[dict[str, str]]:
    """As many records; some are in no Arabic, some say the same as others, in the same words or not."""
    found = []
    for n in range(number):
        text = "\n".join(sentence(n + 7 * part) for part in range(12))
        if n % 31 == 30:
            text = f"Report {n} is in English."
        found.append({"text": text, "outlet": f"outlet-{n % 6}", "published": f"2020-03-{n % 28 + 1:02d}"})
    return found


def sentence(n: int) -> str:
    speaker, place = SPEAKERS[n % len(SPEAKERS)], PLACES[n % len(PLACES)]
    deed = DEEDS[n % len(DEEDS)].format(n=n % 9 + 3, place=place)
    return f"أعلن {speaker} {deed}. وأضاف المصدر أن الوضع في {PLACES[(n + 3) % len(PLACES)]} ما زال متوترا."


@pytest.mark.slow
def test_after_kills_and_a_rerun_the_archive_is_that_of_a_run_that_nobody_disturbed(tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    lines = [json.dumps(record, ensure_ascii=False) for record in records(150)]
    file.write_text("\n".join(lines), encoding="utf-8")
    outcome = bench().survive(file, tmp_path, batch=20, kills=6, seed=7, pause=0.05)

    assert outcome.struck >= 3
    assert outcome.halfway >= 1
    assert outcome.right >= 1
    assert outcome.wrong == 0
