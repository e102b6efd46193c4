"""Exporting a sitting: its record as a file that can be replayed, and as sentences to read."""

from pathlib import Path

from game.narrate.language import Translator
from game.play.replay import Replay
from game.play.shelf import export
from game.play.transcript import transcript
from game.resources import user_dir


def export_sitting(path: Path, translator: Translator, language: str) -> Path:
    """Write a copy of a sitting and its transcript; returns the folder they are in.

    Raises SaveError when the sitting cannot be read, OSError when the folder cannot be written.
    """
    folder = user_dir() / "exports"
    folder.mkdir(parents=True, exist_ok=True)
    copy = _free(folder, path.stem, path.suffix)
    export(path, copy)
    replay = Replay.open(copy)
    text = "\n".join(transcript(replay, replay.viewers(), translator, language))
    copy.with_suffix(".txt").write_text(text + "\n", encoding="utf-8")
    return folder


def _free(folder: Path, stem: str, suffix: str) -> Path:
    path = folder / f"{stem}{suffix}"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}{suffix}"
        number += 1
    return path
