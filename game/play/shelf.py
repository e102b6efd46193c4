"""The saved sittings of this computer: list, name, delete, copy."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from game.play.catalogue import typed_path
from game.play.form import SUFFIX, Change, Header
from game.play.lock import Lock
from game.play.reading import opened, read, read_header
from game.play.save import Save
from game.play.trouble import SaveError, ambiguous, missing, name_taken, taken, unwritable


@dataclass(frozen=True, slots=True)
class Saved:
    """One line of the list: a sitting, or a file that cannot be read and why.

    A damaged file may have its header still, by which people know it.
    """

    path: Path
    header: Header | None
    trouble: SaveError | None = None

    @property
    def name(self) -> str:
        """What people call it."""
        return self.header.name if self.header else self.path.name

    @property
    def waits(self) -> bool:
        """Whether there is something to go on with: a decision, or an ending nobody has seen."""
        if self.header is None or self.trouble is not None:
            return False
        return not self.header.over or self.header.ending_due


def local_time(moment: str) -> datetime | None:
    """A moment as a header keeps it, by this computer's clock; None for words that are none."""
    try:
        then = datetime.fromisoformat(moment)
        return (then if then.tzinfo is not None else then.replace(tzinfo=UTC)).astimezone()
    except (ValueError, OverflowError, OSError):
        return None


class Shelf:
    """A folder of saved sittings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def sittings(self) -> list[Saved]:
        """Every sitting, the one played last first; unreadable files come at the end."""
        return _ordered(_checked(_look(path)) for path in self._files())

    def latest(self) -> Saved | None:
        """The sitting to offer first: the one played last in which something waits."""
        return next((one for one in self._headers() if one.waits and _checked(one).waits), None)

    def find(self, word: str) -> Path:
        """The file of a sitting, by its name, its file name, or a path.

        Raises SaveError where there is none, and where several have the name.
        """
        direct = typed_path(word)
        if direct.is_file():
            return direct
        found = {one.path for one in self._headers() if word in (one.name, one.path.stem)}
        found |= {path for path in self._files() if path.name == word}
        if len(found) > 1:
            raise ambiguous(word, sorted(path.name for path in found))
        if not found:
            raise missing(word)
        return found.pop()

    def names(self) -> list[str]:
        """Names of all sittings."""
        return [one.name for one in self._headers()]

    def free_name(self, name: str) -> str:
        """The name, with a number where another sitting has it already."""
        names, number, free = set(self.names()), 2, name
        while free in names:
            free = f"{name} ({number})"
            number += 1
        return free

    def _headers(self) -> list[Saved]:
        return _ordered(_look(path) for path in self._files())

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


def _ordered(every: Iterable[Saved]) -> list[Saved]:
    readable: list[Saved] = []
    broken: list[Saved] = []
    for one in every:
        (readable if one.header and not one.trouble else broken).append(one)
    readable.sort(key=lambda one: one.header.saved if one.header else "", reverse=True)
    return readable + broken


def _look(path: Path) -> Saved:
    try:
        return Saved(path, read_header(path))
    except SaveError as trouble:
        return Saved(path, None, trouble)


def _checked(saved: Saved) -> Saved:
    """What was looked at by its header, with what reading all of it finds."""
    if saved.trouble is not None:
        return saved
    try:
        read(saved.path)
    except SaveError as trouble:
        return Saved(saved.path, saved.header, trouble)
    return saved


def rename(path: Path, name: str) -> None:
    """Give a sitting another name (1 to 120 characters); its file keeps its own.

    Raises SaveError when it is in use, is not whole, or another beside it has the name, and
    ValueError for a name without letters.
    """
    plain = " ".join(name.split())[:120]
    if not plain:
        raise ValueError("a sitting needs a name")
    header = read(path).header
    if plain != header.name and plain in Shelf(path.parent).names():
        raise name_taken(plain)
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

    A folder as target keeps the file's name. Raises SaveError, also for a sitting that is not
    whole; never replaces a file.
    """
    read(path)
    try:
        if target.is_dir():
            target = target / path.name
        if target.exists():
            raise taken(target.name)
    except OSError as failure:
        raise unwritable(target.name, failure.strerror or str(failure)) from None
    with opened(path) as source:
        source.execute("COMMIT")
        _copy(source, target)
    return target


def _copy(source: sqlite3.Connection, target: Path) -> None:
    """The whole file under another name; nothing is left of a copy that fails half way."""
    try:
        copy = sqlite3.connect(target)
        try:
            source.backup(copy)
        finally:
            copy.close()
    except sqlite3.Error as failure:
        with suppress(OSError):
            target.unlink()
        raise unwritable(target.name, str(failure)) from None
