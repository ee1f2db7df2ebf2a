"""Words that the reader looks for in folded text are folded themselves: others would never be found."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

import riwaya.reading
from riwaya.text import fold

READING = Path(riwaya.reading.__file__).parent


def compared(tree: ast.Module) -> Iterator[str]:
    """Names that a folded word is compared with, or is looked for among."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and "folded" in ast.unparse(node.left):
            names = (n for c in node.comparators for n in ast.walk(c) if isinstance(n, ast.Name))
            yield from (name.id for name in names if name.id.isupper())


@pytest.mark.parametrize("path", sorted(READING.rglob("*.py")), ids=lambda p: p.stem)
def test_what_is_compared_with_folded_words_is_folded(path: Path) -> None:
    names = set(compared(ast.parse(path.read_text(encoding="utf-8"))))
    dotted = path.relative_to(READING.parents[1]).with_suffix("").parts
    module = importlib.import_module(".".join(dotted).removesuffix(".__init__"))
    for name in names:
        value = getattr(module, name)
        words = value if isinstance(value, frozenset | tuple) else [value]
        assert [w for w in words if isinstance(w, str) and w.isalpha() and fold(w) != w] == [], name
