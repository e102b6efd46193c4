"""Settings survive a round trip, and no file, however damaged, stops the game."""

import json
from pathlib import Path

import pytest

from game import resources
from game.ui.settings import SeatChoice, Settings, SettingsFile


def test_round_trip(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    seats = (SeatChoice("us", name="Équipe Anáhuac", language="es", text_size=150),)
    settings = Settings(
        language="fr", text_size=200, high_contrast=True, curtain=False, window=(1280, 720)
    ).with_seats("first-light", seats)
    assert file.write(settings)
    assert file.read() == settings
    assert file.read().seats_of("first-light") == seats
    assert file.read().seats_of("sierra-squeeze") == ()


def test_missing_file_means_defaults(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "none.json").read() == Settings()


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "null", '"en"', "\x00\x01", '{"language": 7, "text_size": "big"}', "{}"],
)
def test_damaged_file_means_defaults(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content, encoding="utf-8")
    assert SettingsFile(path).read() == Settings()


def test_bytes_that_are_no_text_mean_defaults(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"\xff\xfe\x00{")
    assert SettingsFile(path).read() == Settings()


def test_what_can_be_read_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    data = {
        "language": "es",
        "text_size": 137,
        "window": [10, 10],
        "curtain": "no",
        "projector": True,
        "from-the-future": 1,
        "last_seats": [["first-light", [{"seat": "us"}, 3]], "x", ["y", None]],
    }
    path.write_text(json.dumps(data), encoding="utf-8")
    expected = Settings(language="es", projector=True, last_seats=(("first-light", ()),))
    assert SettingsFile(path).read() == expected


def test_a_disk_that_refuses_is_reported(tmp_path: Path) -> None:
    assert not SettingsFile(tmp_path / "no" / "such" / "folder" / "s.json").write(Settings())


def test_writing_leaves_no_half_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    SettingsFile(path).write(Settings())
    assert [p.name for p in tmp_path.iterdir()] == ["settings.json"]


def test_text_size_steps_within_its_range() -> None:
    settings = Settings()
    assert settings.larger_text(-1).text_size == 100
    assert settings.larger_text(1).text_size == 125
    assert settings.larger_text(9).text_size == 200


def test_home_is_where_the_environment_says(own_folder: Path) -> None:
    assert resources.settings_path() == own_folder / "settings.json"
    assert resources.saves_dir().is_dir()
    assert resources.crashes_dir().parent == own_folder


def test_shipped_folders_exist() -> None:
    assert (resources.assets_dir() / "fonts" / "OFL.txt").is_file()
    assert resources.campaigns_dir().is_dir()
