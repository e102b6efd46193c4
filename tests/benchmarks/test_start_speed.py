"""How long help takes to appear and the map to be read, each beside a floor of the same run.

Run with `pytest tests/benchmarks/test_start_speed.py -o addopts="" --benchmark-columns=median`.
"""

import subprocess
import sys
from time import perf_counter

from game.resources import assets_dir
from game.ui.board.land.geography import Geography

ROUNDS = 5


def _run(*words: str) -> None:
    subprocess.run([sys.executable, *words], check=True, capture_output=True)


def _seconds(act) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start


def read_map() -> None:
    """The map with what is worked out from it when it is first asked for."""
    geography = Geography.load()
    assert geography.grounds and geography.coast and geography.internal


def test_help_appears(benchmark):
    """Beside Python's own start with nothing to do."""
    bare = min(_seconds(lambda: _run("-c", "pass")) for _ in range(ROUNDS))
    benchmark.pedantic(lambda: _run("-m", "game", "--help"), rounds=ROUNDS)
    benchmark.extra_info["times_a_bare_start"] = round(benchmark.stats["min"] / bare, 1)


def test_the_map_is_read(benchmark):
    """Beside reading the bytes of its files."""
    files = [path for path in (assets_dir() / "map").rglob("*") if path.is_file()]
    bare = min(_seconds(lambda: [path.read_bytes() for path in files]) for _ in range(ROUNDS))
    benchmark.pedantic(read_map, rounds=ROUNDS)
    benchmark.extra_info["times_reading_the_bytes"] = round(benchmark.stats["min"] / bare, 1)
