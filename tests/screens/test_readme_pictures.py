"""The script that makes the README's pictures still finds the moments it shows."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from screen_driver import MakeApp, settle

from game.ui.screens.ending.screen import EndingScreen
from game.ui.screens.flow.screen import FlowScreen

SCRIPT = Path(__file__).resolve().parents[2] / "assets" / "screenshots.py"


def script() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("readme_pictures", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("name", "shown"), [("flow", FlowScreen), ("ending", EndingScreen)])
def test_the_script_still_comes_to_its_moments(
    make_app: MakeApp, name: str, shown: type[object]
) -> None:
    app = make_app((1600, 1000))
    script().PICTURES[name](app)
    assert isinstance(app.screen, shown)
    assert settle(app).get_size() == (1600, 1000)
