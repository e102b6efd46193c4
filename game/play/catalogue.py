"""The campaigns that can be played: those shipped, and any folder."""

from __future__ import annotations

from pathlib import Path

from game.resources import campaigns_dir

FRAME = "campaign.yaml"


class UnknownCampaign(Exception):
    """A word that names no campaign; `is_there` says that there is a folder or file of that name
    all the same."""

    def __init__(self, word: str, is_there: bool) -> None:
        super().__init__(word)
        self.word = word
        self.is_there = is_there


def typed_path(word: str) -> Path:
    """A path as somebody has typed it, with `~` for a home that is there."""
    path = Path(word)
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def shipped() -> tuple[Path, ...]:
    """The folders of the shipped campaigns, by name; the library has no frame."""
    return tuple(one for one in sorted(campaigns_dir().iterdir()) if (one / FRAME).is_file())


def find_folder(word: str) -> Path:
    """A folder to be checked: a shipped name, `library` for the shipped one, or any folder.

    Raises UnknownCampaign.
    """
    from game.content.loader import LIBRARY

    path = typed_path(word)
    if word in ("", *(folder.name for folder in shipped())) or not path.is_dir():
        return campaigns_dir() / LIBRARY if word == LIBRARY else find_campaign(word)
    return path


def find_campaign(word: str) -> Path:
    """The folder of a campaign: a shipped name, a folder, or its campaign.yaml.

    Raises UnknownCampaign.
    """
    for folder in shipped():
        if folder.name == word:
            return folder
    path = typed_path(word)
    if path.name == FRAME and path.is_file():
        return path.parent
    if word and (path / FRAME).is_file():
        return path
    raise UnknownCampaign(word, bool(word) and path.exists())
