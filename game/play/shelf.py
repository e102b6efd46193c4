"""The saved sittings of this computer: list, name, delete, copy."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from game.play.form import SUFFIX, Change, Header
from game.play.lock import Lock
from game.play.reading import opened, read_header
from game.play.save import Save
from game.play.trouble import SaveError, missing, taken, unwritable


@dataclass(frozen=True, slots=True)
class Saved:
    """One line of the list: a sitting, or a file that cannot be read and why."""

    path: Path
    header: Header | None
    trouble: SaveError | None = None

    @property
    def name(self) -> str:
        """What people call it."""
        return self.header.name if self.header else self.path.name


class Shelf:
    """A folder of saved sittings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def sittings(self) -> list[Saved]:
        """Every sitting, the one played last first; unreadable files come at the end."""
        every = [_look(path) for path in self._files()]
        readable = [one for one in every if one.header]
        readable.sort(key=lambda one: one.header.saved if one.header else "", reverse=True)
        return readable + [one for one in every if not one.header]

    def latest(self) -> Saved | None:
        """The sitting to offer first: the one played last that is not over."""
        return next((one for one in self.sittings() if one.header and not one.header.over), None)

    def find(self, word: str) -> Path:
        """The file of a sitting, by its name, its file name, or a path; raises SaveError."""
        direct = Path(word).expanduser()
        if direct.is_file():
            return direct
        for one in self.sittings():
            if word in (one.name, one.path.name, one.path.stem):
                return one.path
        raise missing(word)

    def names(self) -> list[str]:
        """Names of all sittings, for did-you-mean."""
        return [one.name for one in self.sittings()]

    def _files(self) -> Iterator[Path]:
        if self.folder.is_dir():
            yield from sorted(self.folder.glob(f"*{SUFFIX}"))


def free_path(folder: Path, campaign: str, now: datetime) -> Path:
    """A file name for a new sitting of a campaign that nothing uses yet."""
    stem = f"{campaign}-{now:%Y%m%d-%H%M%S}"
    path = folder / f"{stem}{SUFFIX}"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}{SUFFIX}"
        number += 1
    return path


def _look(path: Path) -> Saved:
    try:
        return Saved(path, read_header(path))
    except SaveError as trouble:
        return Saved(path, None, trouble)


def rename(path: Path, name: str) -> None:
    """Give a sitting another name (1 to 120 characters); its file keeps its own.

    Raises SaveError when it is in use or cannot be read, ValueError for a name without letters.
    """
    plain = " ".join(name.split())[:120]
    if not plain:
        raise ValueError("a sitting needs a name")
    header = read_header(path)
    save = Save.open(path)
    try:
        save.commit(Change(msgspec.structs.replace(header, name=plain)))
    finally:
        save.close()


def delete(path: Path) -> None:
    """Delete a sitting for good; raises SaveError when another window plays it.

    A file that is damaged or foreign may be deleted too: whoever asks has seen why.
    """
    if not path.is_file():
        raise missing(path.name)
    lock = Lock(path)
    lock.take()
    try:
        path.unlink()
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
    except OSError as failure:
        raise unwritable(path.name, failure.strerror or str(failure)) from None
    finally:
        if path.exists():
            lock.free()
        else:
            lock.forget()


def export(path: Path, target: Path) -> Path:
    """Copy a sitting, also one that is being played; returns the copy's path.

    A folder as target keeps the file's name. Raises SaveError; never replaces a file.
    """
    if target.is_dir():
        target = target / path.name
    if target.exists():
        raise taken(target.name)
    with opened(path) as source:
        source.execute("COMMIT")
        try:
            copy = sqlite3.connect(target)
            try:
                source.backup(copy)
            finally:
                copy.close()
        except sqlite3.Error as failure:
            raise unwritable(target.name, str(failure)) from None
    return target
