"""The Python in the documentation runs as it stands, in pages and in docstrings."""

import doctest
import importlib
import re
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from riwaya.archive import Archive, prepare
from riwaya.corpus.relate import relate
from riwaya.reading.reader import Reader

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
PACKAGE = ROOT / "src" / "riwaya"
MODULES = sorted(
    ".".join(("riwaya", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)
REPORT = "قال متحدث باسم الجيش التركي إن قواته سيطرت على بلدة قباسين.\n"
#: What pages ask an archive about: outlet, day of publication, text.
KEPT = (
    ("enab-baladi", "2016-11-20", "قصف في الريف\nقال المرصد السوري إن الجيش السوري قصف ريف حلب بالمدفعية."),
    ("sana", "2026-01-05", "نفى الجيش السوري أن يكون قد قصف مدينة دوما، وقال إن تركيا تقف وراء الهجوم."),
)
WATCH = "kind,name,note\nparty,turkey,and its forces\nplace,geonames:170592,Duma\n"


def blocks(page: Path) -> list[str]:
    return re.findall(
        r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive that pages call news.riwaya."""
    file, reader = tmp_path_factory.mktemp("kept") / "news.riwaya", Reader("syria")
    with Archive(file) as archive:
        batch = archive.begin_batch("examples")
        readings = [
            reader.read(
                text, id="sha256:" + sha256(text.encode()).hexdigest(), outlet=outlet, published=day, uri=None
            )
            for outlet, day, text in KEPT
        ]
        archive.add(batch, [prepare(reading, "examples") for reading in readings])
        archive.finish_batch(batch)
        relate(archive)
    return file


@pytest.mark.parametrize(
    "page", [page for page in PAGES if blocks(page)], ids=lambda page: page.relative_to(ROOT).as_posix()
)
def test_the_examples_of_a_page_run_in_order(
    page: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "watch.csv").write_text(WATCH, encoding="utf-8")
    shutil.copy(kept, tmp_path)

    exec(compile("\n".join(blocks(page)), str(page), "exec"), {"__name__": "__main__"})  # noqa: S102


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_docstrings_hold(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))

    assert result.attempted
    assert not result.failed
