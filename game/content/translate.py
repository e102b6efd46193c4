"""A campaign's language files brought up to date: what is done stays, what is missing is added.

A translation belongs to the exact English text that it translates. Where that text has changed,
the entry takes the new text and keeps the old one under `was` until somebody has looked at it.
Where a text is gone, its translation is put aside in the same file and comes back with the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.content.editing.files import write_texts
from game.content.editing.refusal import Refused
from game.content.editing.schema_line import with_schema_line
from game.content.loader import library_for
from game.content.reading.folder import read_folder
from game.content.reference.schemas import FOLDER
from game.content.translating.matching import match
from game.content.translating.updating import new_file, updated, written_entries
from game.content.translating.wanted import Text, Wanted, wanted_texts

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]{2,8})?")


@dataclass(frozen=True, slots=True)
class Language:
    """How one language of a campaign stands, and its file brought up to date.

    `missing` are texts without a translation, `changed` pairs of the text that a translation was
    made for and the new one, `aside` translations put aside now because their text is gone, and
    `back` texts whose translation was put aside before. `updated` is the new text of the file.
    """

    name: str
    file: str
    done: int
    missing: tuple[Text, ...]
    changed: tuple[tuple[str, Text], ...]
    aside: tuple[str, ...]
    back: tuple[Text, ...]
    updated: str


def translations(folder: Path, languages: Sequence[str] = ()) -> tuple[Language, ...]:
    """How languages of a campaign stand. Writes nothing.

    When none are named they are those that the campaign has files of.

    Raises ContentError where the campaign has errors, and Refused for what is no language or
    where there is none yet.
    """
    for name in languages:
        if not _LANGUAGE.fullmatch(name):
            raise Refused("{name} is no language: write two letters, such as es.", name=name)
    texts = read_folder(folder).texts
    wanted = wanted_texts(texts, read_folder(library_for(folder.resolve())).texts)
    there = [_language_of(path) for path in texts if path.startswith("locale/")]
    has_schemas = (folder / FOLDER).is_dir()
    names = list(dict.fromkeys(languages or there))
    if not names:
        raise Refused(
            "{folder} has no translation yet. Begin one with --language, such as --language es.",
            folder=folder.resolve().name,
        )
    return tuple(_stand(name, texts, wanted, has_schemas) for name in names)


def write_translations(folder: Path, languages: Sequence[Language]) -> None:
    """Write the files of languages as they were brought up to date."""
    write_texts(folder, {one.file: one.updated for one in languages})


def _language_of(path: str) -> str:
    return path.removeprefix("locale/").removesuffix(".yaml")


def _stand(name: str, texts: Mapping[str, str], wanted: Wanted, has_schemas: bool) -> Language:
    file = f"locale/{name}.yaml"
    old = texts.get(file)
    if old is None:
        every = tuple(wanted.texts.values())
        fresh = new_file(every)
        written = with_schema_line(file, fresh) if has_schemas else fresh
        return Language(name, file, 0, every, (), (), (), written)
    matched = match(written_entries(file, old), wanted)
    changed = [(pair.made_for, pair.text) for pair in matched.pairs if pair.is_stale]
    missing = [pair.text for pair in matched.pairs if pair.entry.is_open] + [*matched.added]
    return Language(
        name=name,
        file=file,
        done=len(wanted.texts) - len(missing) - len(changed),
        missing=tuple(missing),
        changed=tuple(changed),
        aside=tuple(entry.text for entry in matched.gone if not entry.is_open),
        back=tuple(pair.text for pair in matched.pairs if pair.entry.is_aside),
        updated=updated(file, old, matched),
    )
