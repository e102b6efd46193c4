"""Where campaigns of one's own lie on this computer, so that a resumed sitting can read its again.

A save tells nothing of it: it may come from anybody, and nothing in it is ever used as a path.
"""

from __future__ import annotations

import json
from pathlib import Path

from game.content.campaign import Campaign
from game.play.catalogue import FRAME, shipped
from game.resources import user_dir

_FILE = "folders.json"


def own_folder(campaign: Campaign) -> Path | None:
    """The folder of a campaign; None for a shipped one, or one that came from memory."""
    folder = campaign.folder
    return None if folder is None or _is_shipped(folder) else folder


def remember(campaign_id: str, folder: Path) -> None:
    """Note where a campaign lies; a disk that refuses must not stop a sitting."""
    known = _read()
    known[campaign_id] = str(folder)
    try:
        path = user_dir() / _FILE
        path.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")
    except OSError:
        return


def remembered(campaign_id: str) -> Path | None:
    """Where a campaign lay the last time, while it is still there; never a shipped folder."""
    noted = _read().get(campaign_id)
    if noted is None:
        return None
    folder = Path(noted)
    return folder if (folder / FRAME).is_file() and not _is_shipped(folder) else None


def _is_shipped(folder: Path) -> bool:
    return folder.resolve() in {one.resolve() for one in shipped()}


def _read() -> dict[str, str]:
    try:
        known = json.loads((user_dir() / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(known, dict):
        return {}
    return {key: value for key, value in known.items() if isinstance(value, str)}
