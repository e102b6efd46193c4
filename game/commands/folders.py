"""The campaign that an author's command is about: where it is, and what is said about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.door import Refusal, tr

if TYPE_CHECKING:
    from game.content.problems import ContentError

FRAME, LIBRARY = "campaign.yaml", "library"
FEW = 5
"""Mistakes that are told where they keep something else from being done."""


def mend_first(folder: Path, failure: ContentError) -> Refusal:
    """What keeps a campaign from being changed, with the way to everything that is wrong."""
    from game.content.problems.render import as_text

    first = _("Nothing was changed. These mistakes in {folder} must be mended first:")
    last = _("See them all, with the lines they are on: nadc check {folder}")
    found = [
        as_text(problem, lambda file: str(shown(folder) / file), tr())
        for problem in failure.problems[:FEW]
    ]
    told = [first.format(folder=folder.resolve().name), *found]
    return Refusal("\n".join([*told, last.format(folder=quoted(folder))]))


def shown(folder: Path) -> Path:
    """A folder as it is told: as it was named, and by its name where that would say nothing."""
    return folder if folder.name and folder.name != ".." else Path(folder.resolve().name)


def library_folder(word: str | None) -> Path | None:
    """The folder of a library, which has files like a campaign's but no campaign.yaml."""
    path = _typed(word)
    is_library = path.resolve().name == LIBRARY and path.is_dir()
    return path if is_library and not (path / FRAME).exists() else None


def own_folder(word: str | None) -> Path:
    """The folder of a campaign that is to be changed; where one is, when none is named.

    Raises Refusal for what is no campaign's folder. Names of shipped campaigns are not taken, so
    that nobody changes those by mistake.
    """
    path = _typed(word)
    if path.name == FRAME:
        path = path.parent
    if (path / FRAME).is_file():
        return path
    if word is None:
        raise Refusal(_("There is no campaign.yaml here. Name the folder of your campaign."))
    template = _("{folder} is no campaign's folder: there is no campaign.yaml in it.")
    raise Refusal(template.format(folder=path))


def quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)


def _(message: str) -> str:
    return tr().gettext(message)


def _typed(word: str | None) -> Path:
    from game.play.catalogue import typed_path

    return typed_path(word) if word is not None else Path()
