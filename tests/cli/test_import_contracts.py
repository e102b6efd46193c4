"""The import contracts name every part of the game, so that a new part cannot slip past them."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOMES = {"pygame": "ui", "transitions": "rules", "pydantic": "content", "yaml": "content"}


def _contracts() -> list[dict[str, object]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    assert isinstance(contracts, list)
    return contracts


def _parts() -> set[str]:
    """Every package and module right below `game`."""
    below = (ROOT / "game").iterdir()
    names = {path.stem for path in below if path.suffix == ".py" or (path / "__init__.py").exists()}
    return names - {"__init__", "__main__"}


@pytest.mark.parametrize("library", HOMES)
def test_a_library_is_forbidden_everywhere_but_at_home(library: str) -> None:
    sources = {
        str(name).removeprefix("game.")
        for contract in _contracts()
        if library in contract.get("forbidden_modules", [])  # type: ignore[operator]
        for name in contract["source_modules"]  # type: ignore[attr-defined]
    }
    assert sources == _parts() - {HOMES[library]}


def test_the_layers_leave_nothing_out() -> None:
    (layers,) = [one for one in _contracts() if one["type"] == "layers"]
    assert layers["exhaustive"] is True
