"""A campaign's folder into texts: only known names, only real files, only so much.

Whatever the folder holds, this comes back soon: nothing is followed out of the folder, nothing
that could block (a pipe, a device) is opened, and no more is read than a campaign may have.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from game.content.problems import Place, Problem, report, say
from game.content.problems.nearest import nearest
from game.content.reading.text import decoded, normalised

MAX_FILE = 4 * 1024 * 1024
MAX_TOTAL = 16 * 1024 * 1024
MAX_FILES = 400
MAX_LISTED = 5_000

SINGLE = ("campaign.yaml", "map.yaml", "units.yaml", "injects.yaml", "bots.yaml")
"""Files of a campaign or a library that stand directly in the folder."""
FOLDERS = ("cards", "locale")
"""Folders whose every `.yaml` file is read."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}\.yaml")
_OPEN = os.O_RDONLY | sum(
    getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
)


@dataclass(slots=True)
class Folder:
    """What a folder gave: the text of each file by its relative path, and what is wrong."""

    texts: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    size: int = 0


class _StopFolderError(Exception):
    """The folder holds so much that it is not worth going on."""


def is_known(path: str) -> bool:
    """Whether a relative path is one that a campaign or a library may have."""
    if path in SINGLE:
        return True
    folder, _, name = path.partition("/")
    return folder in FOLDERS and _NAME.fullmatch(name) is not None


def read_folder(root: Path, prefix: str = "") -> Folder:
    """Read every file that a campaign or a library may have.

    `prefix` is put before the paths in problems, not in the texts' keys. Problems of the folder
    as a whole come alone, so that a hostile folder gives one line.
    """
    folder = Folder()
    try:
        for relative in _listed(root, folder, prefix):
            if len(folder.texts) >= MAX_FILES:
                says = say("There are more than {limit} files here.", limit=MAX_FILES)
                _give_up(folder, report("N115", Place(prefix + relative), says))
            _read(root, relative, folder, prefix)
    except _StopFolderError:
        pass
    except OSError as failure:
        _complain(folder, prefix or ".", "N101", failure)
    return folder


def _give_up(folder: Folder, problem: Problem) -> None:
    folder.texts.clear()
    folder.problems[:] = [problem]
    raise _StopFolderError


def _complain(folder: Folder, path: str, code: str, failure: OSError) -> None:
    reason = failure.strerror or "unknown reason"
    says = say("This cannot be read: {reason}.", reason=reason)
    folder.problems.append(report(code, Place(path), says))


def _listed(root: Path, folder: Folder, prefix: str) -> Iterator[str]:
    """The relative paths to read, in order; what is not read is reported on the way."""
    for name in _names(root, folder, prefix):
        path = root / name
        if name in SINGLE:
            yield name
        elif name in FOLDERS and _is_link(path):
            folder.problems.append(_link(prefix + name))
        elif name in FOLDERS and path.is_dir():
            yield from _inside(path, name, folder, prefix)
        else:
            _unread(path, name, folder, prefix)


def _names(root: Path, folder: Folder, prefix: str) -> list[str]:
    names: list[str] = []
    with os.scandir(root) as entries:
        for entry in entries:
            names.append(entry.name)
            if len(names) > MAX_LISTED:
                says = say("There are more than {limit} files here.", limit=MAX_LISTED)
                _give_up(folder, report("N115", Place(prefix or "."), says))
    return sorted(names)


def _inside(path: Path, name: str, folder: Folder, prefix: str) -> Iterator[str]:
    for file in _names(path, folder, prefix):
        if _NAME.fullmatch(file):
            yield f"{name}/{file}"
        else:
            _unread(path / file, f"{name}/{file}", folder, prefix)


def _unread(path: Path, name: str, folder: Folder, prefix: str) -> None:
    """Point out a file that looks as if it were meant to be read."""
    plain = name.rpartition("/")[2].lower()
    if plain.startswith((".", "~")) or not plain.endswith((".yaml", ".yml", ".yaml.txt")):
        return
    shown = name if name.isprintable() else ascii(name)
    says = say("This file is not read.")
    stem = plain.partition(".")[0]
    if "/" in name:
        meant: str | None = _safe(stem)
    else:
        meant = nearest(stem, [single.removesuffix(".yaml") for single in SINGLE])
    fix = (
        say("Is it meant to be called {name}.yaml?", name=meant)
        if meant
        else say(
            "Files are named {names}; cards go into the folder cards.", names=", ".join(SINGLE)
        )
    )
    folder.problems.append(report("N117", Place(prefix + shown), says, fix))


def _safe(stem: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", stem).strip("-") or "cards"


def _is_link(path: Path) -> bool:
    is_junction = getattr(path, "is_junction", None)
    return path.is_symlink() or (is_junction is not None and is_junction())


def _link(path: str) -> Problem:
    says = say("This is a link; links are not followed.")
    return report("N114", Place(path), says, say("Put the file itself in the folder."))


def _read(root: Path, relative: str, folder: Folder, prefix: str) -> None:
    path, shown = root / relative, prefix + relative
    if _is_link(path):
        folder.problems.append(_link(shown))
        return
    try:
        data = _bytes(path)
    except OSError as failure:
        _complain(folder, shown, "N101", failure)
        return
    if data is None:
        says = say("This is not a file.")
        folder.problems.append(report("N101", Place(shown), says))
        return
    _keep(shown, relative, data, folder)


def _keep(shown: str, relative: str, data: bytes, folder: Folder) -> None:
    folder.size += len(data)
    if len(data) > MAX_FILE:
        says = say("This file is larger than {limit} MB.", limit=MAX_FILE // 1024**2)
        folder.problems.append(report("N102", Place(shown), says, _SMALLER))
        return
    if folder.size > MAX_TOTAL:
        says = say("The campaign is larger than {limit} MB in all.", limit=MAX_TOTAL // 1024**2)
        _give_up(folder, report("N102", Place(shown), says, _SMALLER))
    text = decoded(shown, data)
    if isinstance(text, str):
        folder.texts[relative] = normalised(text)
    else:
        folder.problems.append(text)


_SMALLER = say("Remove what does not belong there.")


def _bytes(path: Path) -> bytes | None:
    """A file's bytes, one more than allowed at most; None where it is no plain file."""
    handle = os.open(path, _OPEN)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(MAX_FILE + 1)
    finally:
        os.close(handle)
