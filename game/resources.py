"""Where the game's own files and the user's own folders are.

The shipped files lie beside the package in a checkout and inside it in a wheel. The user's folders
follow the platform's customs; the environment variable ``NADC_HOME`` puts them all under one
folder instead, which is how tests and portable installations keep to themselves.
"""

import os
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
_APP_NAME = "coalition-shield"


def _shipped(name: str) -> Path:
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


def assets_dir() -> Path:
    """The folder of map data, fonts, symbols, icons and interface translations."""
    return _shipped("assets")


def campaigns_dir() -> Path:
    """The folder of the shipped campaigns and their library."""
    return _shipped("campaigns")


def user_dir() -> Path:
    """The user's own folder for this game; made on first use."""
    chosen = os.environ.get("NADC_HOME")
    if chosen:
        folder = Path(chosen).expanduser()
    else:
        folder = platformdirs.user_data_path(_APP_NAME, appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def saves_dir() -> Path:
    """The folder of saved sittings; made on first use."""
    return _own("saves")


def crashes_dir() -> Path:
    """The folder of crash records; made on first use."""
    return _own("crashes")


def settings_path() -> Path:
    """The file of the user's settings; it may not exist yet."""
    return user_dir() / "settings.json"


def _own(name: str) -> Path:
    folder = user_dir() / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder
