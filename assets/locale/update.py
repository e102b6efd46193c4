"""Bring the interface's translations up to date: `python assets/locale/update.py`.

Collects every sentence of the interface from game/ into coalition-shield.pot, adds new ones to each
language's .po (and drops those that are gone), compiles the .mo files, and says how many sentences
each language still lacks. A new language begins with `python assets/locale/update.py LANGUAGE`.

Translate by editing LANGUAGE/LC_MESSAGES/coalition-shield.po with any editor; keep every {name} and
every pair of ** as they are. Then run this again. It needs Babel (the `dev` extra).
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

DOMAIN = "coalition-shield"
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
KEYWORDS = {
    "gettext": None,
    "_": None,
    "worded": None,
    "Refused": None,
    "ngettext": (1, 2),
    "mark": None,
    "mark_many": (1, 2),
    "say": None,
    "many": (1, 2),
    "of_piece": (2, 3),
}
"""Functions whose literal arguments are sentences of the interface."""
# Dates would make every run a change; the history of the files tells when.
NO_DATE = datetime(2024, 1, 1, tzinfo=UTC)


def collect(folder: Path = ROOT / "game") -> Catalog:
    """Every sentence under a folder, with the files that use it."""
    catalog = _catalog(None)
    found = extract_from_dir(
        str(folder), method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=()
    )
    for name, line, message, _comments, context in sorted(found, key=lambda one: one[:2]):
        place = (folder / name).relative_to(ROOT).as_posix()
        catalog.add(message, None, [(place, line)], context=context)
    return catalog


def _catalog(language: str | None) -> Catalog:
    return Catalog(
        locale=language,
        domain=DOMAIN,
        project="Coalition Shield",
        header_comment="# The interface of Coalition Shield.",
        creation_date=NO_DATE,
        revision_date=NO_DATE,
        fuzzy=False,
    )


def folder_of(language: str) -> Path:
    """Where a language's files are."""
    return HERE / language / "LC_MESSAGES"


def languages() -> list[str]:
    """Every language that has a folder here."""
    return sorted(path.parent.parent.name for path in HERE.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def read(language: str) -> Catalog:
    """A language's translations as they stand; empty for a new language."""
    path = folder_of(language) / f"{DOMAIN}.po"
    if not path.is_file():
        return _catalog(language)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def merge(language: str, template: Catalog) -> Catalog:
    """A language's catalogue with exactly the sentences of the template."""
    known = read(language)
    merged = _catalog(language)
    for message in template:
        if message.id:
            old = known.get(message.id, message.context)
            translation = old.string if old is not None and not old.fuzzy else None
            merged.add(message.id, translation, message.locations, context=message.context)
    return merged


def missing(catalog: Catalog) -> list[str]:
    """The sentences that have no translation yet."""
    found = []
    for message in catalog:
        if not message.id:
            continue
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if not all(strings):
            found.append(message.id[0] if isinstance(message.id, tuple) else message.id)
    return found


def _write(catalog: Catalog, path: Path) -> None:
    with path.open("wb") as file:
        write_po(file, catalog, width=100, include_lineno=False, sort_output=True)


def update(extra: list[str]) -> int:
    """Write the template and every language's files; returns how many sentences are missing."""
    template = collect()
    _write(template, HERE / f"{DOMAIN}.pot")
    lacking = 0
    for language in sorted({*languages(), *extra}):
        folder = folder_of(language)
        folder.mkdir(parents=True, exist_ok=True)
        catalog = merge(language, template)
        _write(catalog, folder / f"{DOMAIN}.po")
        with (folder / f"{DOMAIN}.mo").open("wb") as file:
            write_mo(file, catalog)
        gaps = missing(catalog)
        lacking += len(gaps)
        print(f"{language}: {len(catalog) - len(gaps)} of {len(catalog)} sentences translated")
    return lacking


if __name__ == "__main__":
    update(sys.argv[1:])
