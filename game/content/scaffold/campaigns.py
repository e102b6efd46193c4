"""A new campaign: the small one that teaches, or a copy of another one under a new name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.content.editing.changes import set_value
from game.content.editing.files import write_folder
from game.content.editing.layout import Edit, edited, lay_out
from game.content.editing.refusal import Refused
from game.content.editing.schema_line import with_schema_lines
from game.content.loader import LIBRARY, Report, check_campaign_texts, library_for
from game.content.problems import ContentError
from game.content.reading.folder import Folder, read_folder
from game.content.reference.flow import in_flow, quoted
from game.content.reference.schemas import FOLDER, schema_files
from game.content.scaffold.naming import id_of, title_of
from game.resources import campaigns_dir

TEMPLATE = Path(__file__).parent / "template"
BARE = Path(__file__).parent / "bare"
FRAME = "campaign.yaml"


@dataclass(frozen=True, slots=True)
class Made:
    """A campaign that was just made: its folder, title and files, and what checking it said."""

    folder: Path
    title: str
    files: tuple[str, ...]
    report: Report


def new_campaign(name: str, parent: Path, source: Path | None = None) -> Made:
    """Make a campaign's folder in `parent`, filled in, its editor schemas beside its files.

    Without `source` it is a small campaign that teaches, and with BARE the smallest one; with
    another, a copy of that campaign.
    Raises Refused where a folder of that name is there or the name cannot be used, and
    ContentError where the source has errors of its own.
    """
    identity, title = id_of(name), title_of(name)
    folder = parent / identity
    if folder.exists() or folder.is_symlink():
        raise Refused("{folder} is there already; nothing was changed.", folder=folder)
    if identity == LIBRARY or (campaigns_dir() / identity).is_dir():
        raise Refused("{id} is the name of something shipped; choose another one.", id=identity)
    texts = with_schema_lines(_renamed(_sound(read_folder(source or TEMPLATE)), identity, title))
    library = library_for(folder.absolute())
    report = check_campaign_texts(texts, read_folder(library).texts)
    if report.campaign is None:
        raise ContentError(problem for problem in report.problems if problem.is_error)
    schemas = {f"{FOLDER}/{file}": text for file, text in schema_files().items()}
    write_folder(folder, {**texts, **schemas})
    return Made(folder, title, tuple(texts), report)


def _sound(folder: Folder) -> Mapping[str, str]:
    errors = [problem for problem in folder.problems if problem.is_error]
    if errors or FRAME not in folder.texts:
        raise ContentError(errors) if errors else Refused("There is no campaign.yaml to copy.")
    return folder.texts


def _retitled(path: str, text: str, old: str, new: str) -> str:
    """A language file in which the new title stands for itself: nobody has translated it yet."""
    listed = lay_out(path, text).at("texts")
    edits: list[Edit] = []
    for item in listed.items if listed is not None else ():
        original, translation = item.at("text"), item.at("translation")
        if original is not None and translation is not None and original.word == old:
            edits += [set_value(original, quoted(new)), set_value(translation, quoted(new))]
    return edited(text, edits)


def _renamed(texts: Mapping[str, str], identity: str, title: str) -> dict[str, str]:
    """A campaign's files under another id and title, also within ids and comments."""
    frame = lay_out(FRAME, texts[FRAME])
    old_id, old_title = frame.at("id"), frame.at("title")
    if old_id is None or old_title is None:
        raise Refused("campaign.yaml names no `id` and no `title`, so it cannot be copied.")
    edits = [set_value(old_id, in_flow(identity)), set_value(old_title, in_flow(title))]
    changed = {**texts, FRAME: edited(texts[FRAME], edits)}
    for path in texts:
        if path.startswith("locale/"):
            changed[path] = _retitled(path, texts[path], old_title.word, title)
    in_ids = re.compile(rf"(?<![a-z0-9-]){re.escape(old_id.word)}(?![a-z0-9])")
    in_comments = re.compile(rf"(#[^\n]*?)\b{re.escape(old_title.word)}\b")
    return {
        path: in_comments.sub(lambda found: found[1] + title, in_ids.sub(identity, text))
        for path, text in changed.items()
    }
