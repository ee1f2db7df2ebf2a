"""Bring the catalogues up to date with the messages in the code: ``python scripts/messages.py``.

New messages come without a translation, those that are gone leave. `src/riwaya/i18n/babel.cfg` says where
messages are. Nothing that changes from run to run, such as a date, is written.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "riwaya"
FOLDER = PACKAGE / "i18n"
KEYWORDS = {**DEFAULT_KEYWORDS, "mark": None, "mark_plural": (1, 2)}
HEADER_END = "\n\n"


def messages(package: Path = PACKAGE) -> Catalog:
    """Every message in the code and the templates, sorted, without translations."""
    with (package / "i18n" / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    catalog = Catalog()
    for _, _, message, _, _ in extract_from_dir(package, methods, options, KEYWORDS):
        catalog.add(message)
    return catalog


def updated(path: Path, template: Catalog) -> str:
    """The catalogue at `path` with exactly the messages of the template."""
    header = path.read_text(encoding="utf-8").partition(HEADER_END)[0]
    with path.open("rb") as file:
        old = read_po(file, locale=path.stem)
    new = Catalog(locale=path.stem)
    for message in template:
        known = old.get(message.id) if message.id else None
        if message.id:
            new.add(message.id, known.string if known else None)
    body = BytesIO()
    write_po(body, new, width=110, omit_header=True, sort_output=True)
    return header + HEADER_END + body.getvalue().decode()


def main() -> int:
    """Rewrite every catalogue and say how many of its messages lack a translation."""
    template = messages()
    for path in sorted(FOLDER.glob("*.po")):
        path.write_text(updated(path, template), encoding="utf-8")
        with path.open("rb") as file:
            missing = [
                message.id for message in read_po(file, locale=path.stem) if not all_of(message.string)
            ]
        print(f"{path.name}: {len(template)} messages, {len(missing)} without a translation")
    return 0


def all_of(string: str | list[str] | tuple[str, ...] | None) -> bool:
    """Whether a message is translated in every form."""
    return bool(string) if isinstance(string, str | None) else all(string)


if __name__ == "__main__":
    sys.exit(main())
