"""Watching a campaign's folder: whether an author has saved something, and is done saving.

Times and sizes of the files are looked at again and again; that needs no help from the system and
works on network drives as well.
"""

from __future__ import annotations

import os
from pathlib import Path

from game.content.reading.folder import FOLDERS, MAX_LISTED

_ENDINGS = (".yaml", ".yml", ".txt")

Stamp = tuple[tuple[str, int, int, int], ...]
"""Path, time of the last change, size and number of every file, in order."""


class FolderWatch:
    """Looks whether files of a campaign, or of its library, were saved since the last look."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._last = self._stamp()
        self._moving = False

    def look(self) -> bool:
        """Whether something was saved and has come to rest: nothing moved since the last look.

        Editors empty a file before they fill it, so a change counts only once it stands still.
        """
        now = self._stamp()
        if now != self._last:
            self._last, self._moving = now, True
            return False
        rested, self._moving = self._moving, False
        return rested

    @property
    def is_moving(self) -> bool:
        """Whether something is being saved just now."""
        return self._moving

    def _stamp(self) -> Stamp:
        found: list[tuple[str, int, int, int]] = []
        for folder in self._folders:
            _note(folder, found)
            for name in FOLDERS:
                _note(folder / name, found)
        return tuple(sorted(found))


def _note(folder: Path, found: list[tuple[str, int, int, int]]) -> None:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if len(found) >= MAX_LISTED:
                    return
                if entry.name.lower().endswith(_ENDINGS):
                    now = entry.stat(follow_symlinks=False)
                    found.append((entry.path, now.st_mtime_ns, now.st_size, now.st_ino))
    except OSError:
        return
