"""Reading and writing an author's files: whole or not at all, in the way that they were written."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from game.content.problems import ContentError, Place, report, say
from game.content.reading.text import decoded, normalised

TEMPORARY = ".nadc-"
"""What the names of files that are being written begin with."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as its author saved it: its text with plain newlines, and its own line ends."""

    text: str
    newline: str = "\n"
    mark: bytes = b""

    def encoded(self, text: str) -> bytes:
        """Another text in the way of this file."""
        return self.mark + text.replace("\n", self.newline).encode("utf-8")


def read_source(path: Path, shown: str) -> Source:
    """A file of a campaign. Raises ContentError where it is no text, OSError where it is missing.

    `shown` is its name in what is said about it.
    """
    if path.is_symlink():
        says = say("This is a link; links are not followed.")
        raise ContentError(
            [report("N114", Place(shown), says, say("Put the file itself in the folder."))]
        )
    data = path.read_bytes()
    text = decoded(shown, data)
    if not isinstance(text, str):
        raise ContentError([text])
    newline = "\r\n" if b"\r\n" in data else "\n"
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return Source(normalised(text), newline, mark)


def write_texts(folder: Path, texts: Mapping[str, str]) -> None:
    """Write files of a campaign by relative path, each whole or not at all.

    A file that is there keeps its line ends and its permissions. Every file is first written
    beside its place; only when all are safe do they take their places.
    """
    waiting: list[tuple[Path, Path]] = []
    try:
        for relative, text in texts.items():
            waiting.append(_beside(folder / relative, relative, text))
        for written, place in waiting:
            written.replace(place)
    finally:
        for written, _ in waiting:
            with suppress(FileNotFoundError):
                written.unlink()


def _beside(place: Path, shown: str, text: str) -> tuple[Path, Path]:
    old = read_source(place, shown) if place.exists() or place.is_symlink() else None
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=place.parent)
    with os.fdopen(handle, "wb") as file:
        file.write((old or Source("")).encoded(text))
        file.flush()
        os.fsync(file.fileno())
    written = Path(name)
    if old is not None:
        shutil.copymode(place, written)
    else:
        written.chmod(0o666 & ~_umask())
    return written, place


def _umask() -> int:
    """The rights that new files of this user do not have; it can only be read by setting it."""
    current = os.umask(0)
    os.umask(current)
    return current


def write_folder(folder: Path, texts: Mapping[str, str]) -> None:
    """Make a folder with files in it, whole or not at all.

    Raises FileExistsError where something of that name is there already.
    """
    if folder.exists() or folder.is_symlink():
        raise FileExistsError(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=folder.parent))
    try:
        _fill(building, texts.items())
        building.chmod(0o777 & ~_umask())
        building.rename(folder)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _fill(folder: Path, texts: Iterable[tuple[str, str]]) -> None:
    for relative, text in texts:
        path = folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
