"""What is printed reaches every encoding; what cannot be written is told in a sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")


def nadc(
    *words: str, home: Path, encoding: str = "utf-8", stdout: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a program of its own, its output going to a file or to a pipe."""
    settings = {**os.environ, "PYTHONIOENCODING": encoding, "NADC_HOME": str(home)}
    command = [sys.executable, "-m", "game", *words]
    if stdout is None:
        return subprocess.run(command, env=settings, capture_output=True, check=False)
    with stdout.open("wb") as target:
        return subprocess.run(
            command, env=settings, stdout=target, stderr=subprocess.PIPE, check=False
        )


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437"])
def test_signs_that_an_encoding_lacks_are_printed_plainly(tmp_path: Path, encoding: str) -> None:
    words = ("simulate", "first-light", "--games", "4", "--workers", "1")
    full = nadc(*words, home=tmp_path).stdout.decode()
    assert "\N{MINUS SIGN}" in full, "the sample prints nothing that could fail"
    done = nadc(*words, home=tmp_path, encoding=encoding)
    assert done.returncode == 0, done.stderr
    told = done.stdout.decode(encoding)
    assert "?" not in told
    assert "-" in told
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("words", [("campaigns",), ("--help",), ("saves",), ("diagram",)])
def test_a_full_disk_is_told_in_a_sentence(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = nadc(*words, home=tmp_path, stdout=FULL)
    assert done.returncode == 1
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1, lines
    assert "could not be written" in lines[0]
