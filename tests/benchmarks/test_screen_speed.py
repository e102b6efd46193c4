"""How soon the menu is drawn, how long a frame of the table takes, and the memory of a sitting."""

import json
import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest
from figures import show

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
GOALS = {
    (1920, 1080): "a frame 8 ms, 99th 16 ms; under 250 MB",
    (3840, 2160): "a frame 16 ms; under 450 MB",
}


@pytest.fixture
def surroundings(tmp_path):
    """A display (none, unless one is named) and folders of its own."""
    return {
        "SDL_VIDEODRIVER": "dummy",
        **os.environ,
        "NADC_HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
    }


def run(script, *words, env):
    """What a script of this folder says, and the seconds until it has said it."""
    start = perf_counter()
    command = [sys.executable, str(HERE / script), *map(str, words)]
    said = subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout
    return said, perf_counter() - start


def test_start_to_a_drawn_menu(benchmark, surroundings):
    def start():
        said, _ = run("menu_once.py", env=surroundings)
        assert "drawn" in said

    benchmark.pedantic(start, rounds=5, warmup_rounds=1)
    show(benchmark, goal="1 s")


@pytest.mark.parametrize("size", GOALS, ids=["1080p", "4k"])
def test_frames_of_the_table(benchmark, surroundings, size):
    said = []
    benchmark.pedantic(
        lambda: said.append(run("table_frames.py", *size, env=surroundings)[0]), rounds=1
    )
    show(benchmark, **json.loads(said[-1].splitlines()[-1]), goal=GOALS[size])
