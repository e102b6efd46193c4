"""kill -9 in the middle of a sitting: it goes on at the same decision, and nothing is lost."""

import os
import random
import subprocess
import sys
from pathlib import Path

from playing import advance, digest, opened

PROGRAM = Path(__file__).with_name("playing.py")


def _uninterrupted(folder: Path) -> list[str]:
    """The digest of every position of the same sitting, never stopped."""
    folder.mkdir()
    session = opened(folder)
    digests = [digest(session)]
    while not session.game.is_over:
        advance(session)
        digests.append(digest(session))
    session.close()
    return digests


def _play_until_killed(folder: Path, decisions: int, delay: float) -> list[str]:
    """What was told until the program was killed, some decisions and some moments later."""
    process = subprocess.Popen(
        [sys.executable, str(PROGRAM), str(folder)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout is not None
    told = [process.stdout.readline() for _ in range(decisions)]
    try:
        process.wait(delay)
    except subprocess.TimeoutExpired:
        process.kill()
    told.append(process.communicate()[0])
    return [line.decode() for line in b"".join(told).split(b"\n")[:-1]]


def test_a_killed_sitting_goes_on_at_the_same_decision(tmp_path: Path) -> None:
    expected = _uninterrupted(tmp_path / "whole")
    folder = tmp_path / "killed"
    folder.mkdir()
    luck = random.Random(3)
    place = 0
    for _ in range(12):
        told = _play_until_killed(folder, luck.randint(1, 14), luck.random() / 50)
        over = told[-1:] == ["over"]
        told = told[:-1] if over else told
        assert told == expected[place + 1 : place + 1 + len(told)]
        session = opened(folder)
        now = expected.index(digest(session))
        # One decision may be on the disk that the killed program had no time to tell of.
        assert now in (place + len(told), place + len(told) + 1)
        session.close()
        place = now
        if over:
            break
    assert place > 20
    session = opened(folder)
    while not session.game.is_over:
        advance(session)
    assert digest(session) == expected[-1]
    session.close()
