"""A campaign's language files brought up to date: what is done stays, what is missing is added.

A translation belongs to the exact English text that it translates. Where that text has changed,
the entry takes the new text and keeps the old one under `was` until somebody has looked at it; a
text that is gone becomes a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.content.draft import Draft
from game.content.editing.changes import set_value
from game.content.editing.files import write_texts
from game.content.editing.layout import Edit, Laid, edited, lay_out, line_end, line_start
from game.content.editing.refusal import Refused
from game.content.editing.schema_line import with_schema_line
from game.content.gather import LIBRARY_PREFIX, gather
from game.content.loader import check_campaign_texts, library_for
from game.content.problems import ContentError, Place
from game.content.reading.folder import read_folder
from game.content.reference.flow import quoted
from game.content.reference.schemas import FOLDER
from game.content.texts import is_shown, wordings_of
from game.content.whole import completed

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]{2,8})?")
LIKENESS = 0.6
"""How alike an old and a new text must be to count as the same text, changed; 1 is the same."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a campaign that is to be translated, and where it first stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Language:
    """How one language of a campaign stands, and its file brought up to date.

    `missing` are texts without a translation, `changed` pairs of an old text and the new one,
    `gone` texts that the campaign no longer has. `updated` is the new text of the file.
    """

    name: str
    file: str
    done: int
    missing: tuple[Text, ...]
    changed: tuple[tuple[str, Text], ...]
    gone: tuple[str, ...]
    updated: str


USUAL = ("es", "fr")
"""The languages of the interface besides English."""


def translations(folder: Path, languages: Sequence[str] = ()) -> tuple[Language, ...]:
    """How languages of a campaign stand. Writes nothing.

    When none are named they are Spanish, French, and whatever the campaign has files of.

    Raises ContentError where the campaign has errors, and Refused for what is no language.
    """
    for name in languages:
        if not _LANGUAGE.fullmatch(name):
            raise Refused("{name} is no language: write two letters, such as es.", name=name)
    texts = read_folder(folder).texts
    wanted = _wanted(texts, read_folder(library_for(folder.resolve())).texts)
    there = [_language_of(path) for path in texts if path.startswith("locale/")]
    has_schemas = (folder / FOLDER).is_dir()
    names = list(dict.fromkeys(languages or (*USUAL, *there)))
    return tuple(_stand(name, texts, wanted, has_schemas) for name in names)


def write_translations(folder: Path, languages: Sequence[Language]) -> None:
    """Write the files of languages as they were brought up to date."""
    write_texts(folder, {one.file: one.updated for one in languages})


def _language_of(path: str) -> str:
    return path.removeprefix("locale/").removesuffix(".yaml")


def _wanted(texts: Mapping[str, str], library: Mapping[str, str]) -> dict[str, Text]:
    """Every text to be translated, the campaign's own first, in the order of its files."""
    errors = [p for p in check_campaign_texts(texts, library).problems if p.is_error]
    if errors:
        raise ContentError(errors)
    draft = Draft()
    gather(texts, library, draft)
    found = sorted(_texts(draft), key=lambda one: one.place.file.startswith(LIBRARY_PREFIX))
    wanted: dict[str, Text] = {}
    for one in found:
        wanted.setdefault(one.text, one)
    return wanted


def _texts(draft: Draft) -> Iterator[Text]:
    whole = completed(draft)
    if whole is None or draft.frame_node is None:
        return
    items = [item for shelf in draft.shelves.values() for item in shelf]
    pairs = [(draft.frame_node, whole.frame), *((item.node, item.value) for item in items)]
    for node, entry in pairs:
        if entry is not None and is_shown(entry, whole.frame.seats):
            for wording in wordings_of(entry):
                yield Text(wording.text, draft.place(node, *wording.path))


def _stand(
    name: str, texts: Mapping[str, str], wanted: Mapping[str, Text], has_schemas: bool
) -> Language:
    file = f"locale/{name}.yaml"
    old = texts.get(file)
    entries = _entries(file, old) if old is not None else []
    there = {entry.text for entry in entries}
    new = [one for text, one in wanted.items() if text not in there]
    lost = [entry for entry in entries if entry.text not in wanted]
    pairs = _paired(lost, new)
    added = [one for one in new if one.text not in {text.text for _, text in pairs}]
    open_ones = [wanted[entry.text] for entry in entries if entry.is_open and entry.text in wanted]
    stale = [(e.was, wanted[e.text]) for e in entries if e.was and e.text in wanted]
    gone = [entry for entry in lost if entry not in [first for first, _ in pairs]]
    changed = [*stale, *((entry.text, text) for entry, text in pairs if not entry.is_open)]
    missing = [*open_ones, *(text for entry, text in pairs if entry.is_open), *added]
    updated = _updated(old, pairs, gone, added)
    if old is None and has_schemas:
        updated = with_schema_line(file, updated)
    return Language(
        name=name,
        file=file,
        done=len(wanted) - len(missing) - len(changed),
        missing=tuple(missing),
        changed=tuple(changed),
        gone=tuple(entry.text for entry in gone),
        updated=updated,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    """An entry of a language file."""

    text: str
    was: str
    is_open: bool
    laid: Laid


def _entries(file: str, text: str) -> list[_Entry]:
    listed = lay_out(file, text).at("texts")
    if listed is None or listed.is_flow:
        raise Refused("The list in {file} must have one line for each dash.", file=file)
    return [
        _Entry(_word(item, "text"), _word(item, "was"), not _word(item, "translation"), item)
        for item in listed.items
    ]


def _word(item: Laid, key: str) -> str:
    found = item.at(key)
    return found.word if found is not None else ""


def _paired(lost: Sequence[_Entry], new: Sequence[Text]) -> list[tuple[_Entry, Text]]:
    """Old entries with the new text that each has most likely become."""
    # difflib takes a hundredth of a second to import, and most runs find nothing changed.
    from difflib import get_close_matches

    left = {one.text: one for one in new}
    pairs = []
    for entry in lost:
        for near in get_close_matches(entry.text, left, n=1, cutoff=LIKENESS):
            pairs.append((entry, left.pop(near)))
    return pairs


def _updated(
    old: str | None,
    pairs: Sequence[tuple[_Entry, Text]],
    gone: Sequence[_Entry],
    added: Sequence[Text],
) -> str:
    if old is None:
        return f"{_HEADER}texts:\n{_added(added)}"
    edits = [edit for entry, text in pairs for edit in _renewed(old, entry, text)]
    edits += [_silenced(old, entry) for entry in gone]
    text = edited(old, edits)
    return f"{text.rstrip()}\n{_added(added)}" if added else text


_HEADER = """\
# This campaign's texts in another language. Write each translation between its quotes; keep every
# pair of ** and what stands in brackets. An entry with `was` belongs to a text that has changed:
# bring the translation up to date, then remove the line `was`.
"""


def _added(texts: Sequence[Text]) -> str:
    """New entries, under the name of the file in which each text stands."""
    lines: list[str] = []
    file = ""
    for one in texts:
        if one.place.file != file:
            file = one.place.file
            lines.append(f"  # ---- {file}")
        lines += [f"  - text: {quoted(one.text)}", '    translation: ""']
    return "".join(f"{line}\n" for line in lines)


def _renewed(old: str, entry: _Entry, new: Text) -> Iterator[Edit]:
    """An entry that takes a new text and keeps the old one until somebody has looked at it."""
    text = entry.laid.entries["text"]
    yield set_value(text, quoted(new.text))
    if entry.is_open or entry.was:
        return
    end = line_end(old, text.end)
    key = entry.laid.keys["text"]
    margin = " " * (key.start - line_start(old, key.start))
    yield Edit(end, end, f"\n{margin}was: {quoted(entry.text)}")


def _silenced(old: str, entry: _Entry) -> Edit:
    """An entry of a text that is gone: as a comment where somebody had translated it."""
    start, end = line_start(old, entry.laid.start), line_end(old, entry.laid.end)
    if entry.is_open:
        return Edit(start, min(end + 1, len(old)), "")
    lines = old[start:end].split("\n")
    return Edit(start, end, "\n".join(f"# {line}" for line in ["no longer used:", *lines]))
