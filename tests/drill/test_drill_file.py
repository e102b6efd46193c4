"""kill -9 while the file is being written: what was told to be saved is saved."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.play.reading import read
from game.play.save import Save

PROGRAM = Path(__file__).with_name("committing.py")


def _begin(path: Path, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, str(PROGRAM), str(path), *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def _end(process: subprocess.Popen[bytes]) -> bytes:
    process.kill()
    told, _ = process.communicate()
    return told


@pytest.mark.parametrize("milliseconds", [0, 3, 7, 13, 29, 61])
def test_every_commit_outlives_a_kill(tmp_path: Path, milliseconds: int) -> None:
    path = tmp_path / "a.nadc"
    process = _begin(path)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(milliseconds / 1000)
    told = _end(process).split(b"\n")
    last = int(told[-2]) if len(told) > 1 else 1
    contents = read(path)
    assert len(contents.entries) - 1 in (last, last + 1)
    assert [entry.body for entry in contents.entries[1:]] == [
        f"us a{number}" for number in range(1, len(contents.entries))
    ]
    Save.open(path).close()


def test_a_half_written_change_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "a.nadc"
    process = _begin(path, "half")
    assert process.stdout is not None
    assert process.stdout.readline() == b"half\n"
    _end(process)
    assert path.with_name("a.nadc-journal").stat().st_size > 0
    assert len(read(path).entries) == 1
    Save.open(path).close()
