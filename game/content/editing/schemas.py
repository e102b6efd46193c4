"""Writing the editors' schemas beside a campaign, and the line in its files that names them."""

from __future__ import annotations

from pathlib import Path

from game.content.editing.files import read_source, write_texts
from game.content.editing.schema_line import with_schema_line
from game.content.reading.folder import read_folder
from game.content.reference.schemas import FOLDER, schema_files


def write_schemas(campaign: Path) -> tuple[Path, tuple[str, ...]]:
    """Write every schema, and the schema line of each file that lacks it or has another one.

    The schemas go where they are already: beside the campaign's files, or one folder up, where
    several campaigns share them; else beside the files. Returns that folder and the files changed.
    """
    is_shared = not (campaign / FOLDER).is_dir() and (campaign.resolve().parent / FOLDER).is_dir()
    folder = campaign.resolve().parent / FOLDER if is_shared else campaign / FOLDER
    write_texts(folder, schema_files())
    changed = {}
    for path in read_folder(campaign).texts:
        text = read_source(campaign / path, path).text
        new = with_schema_line(path, text, "../" if is_shared else "")
        if new != text:
            changed[path] = new
    write_texts(campaign, changed)
    return folder, tuple(changed)
