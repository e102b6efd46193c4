"""Watching a folder: a save counts once it has come to rest; remembered folders are only hints."""

import os
from pathlib import Path

import pytest
from reload_samples import own_campaign

from game.content.loader import load_campaign
from game.play.folders import own_folder, remember, remembered
from game.play.watching import FolderWatch
from game.resources import campaigns_dir, user_dir


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NADC_HOME", str(tmp_path / "home"))


def test_nothing_is_told_while_nothing_is_saved(tmp_path: Path) -> None:
    watch = FolderWatch(own_campaign(tmp_path))
    assert [watch.look() for _ in range(3)] == [False, False, False]


def test_a_save_is_told_once_and_only_when_it_rests(tmp_path: Path) -> None:
    campaign = own_campaign(tmp_path)
    watch = FolderWatch(campaign, tmp_path / "library")
    path = campaign / "map.yaml"
    for number in range(3):
        path.write_text("#" * number, encoding="utf-8")
        os.utime(path, ns=(number, number))
        assert not watch.look()
        assert watch.is_moving
    assert watch.look()
    assert not watch.look()


@pytest.mark.parametrize("name", ["cards/own.yaml", "cards/new.yaml", "locale/es.yaml", "map.yml"])
def test_every_file_that_is_read_or_reported_counts(tmp_path: Path, name: str) -> None:
    campaign = own_campaign(tmp_path)
    watch = FolderWatch(campaign)
    (campaign / "locale").mkdir(exist_ok=True)
    (campaign / name).write_text("x: 1\n", encoding="utf-8")
    watch.look()
    assert watch.look()


def test_other_files_do_not_count(tmp_path: Path) -> None:
    campaign = own_campaign(tmp_path)
    watch = FolderWatch(campaign)
    (campaign / ".map.yaml.swp").write_text("x", encoding="utf-8")
    (campaign / "notes.docx").write_text("x", encoding="utf-8")
    assert not watch.look()
    assert not watch.look()


def test_a_folder_that_comes_and_goes_counts(tmp_path: Path) -> None:
    watch = FolderWatch(tmp_path / "first-light")
    assert not watch.look()
    own_campaign(tmp_path)
    assert not watch.look()
    assert watch.look()


def test_a_campaign_of_ones_own_is_remembered_while_it_is_there(tmp_path: Path) -> None:
    folder = own_campaign(tmp_path)
    assert own_folder(load_campaign(folder)) == folder.resolve()
    assert remembered("first-light") is None
    remember("first-light", folder)
    assert remembered("first-light") == folder
    (folder / "campaign.yaml").unlink()
    assert remembered("first-light") is None


def test_a_shipped_campaign_is_nobodys_own(tmp_path: Path) -> None:
    shipped = campaigns_dir() / "first-light"
    assert own_folder(load_campaign(shipped)) is None
    remember("first-light", shipped)
    assert remembered("first-light") is None


@pytest.mark.parametrize("text", ["", "[]", '{"first-light": 3}', "{"])
def test_a_damaged_list_of_folders_is_as_good_as_none(text: str) -> None:
    (user_dir() / "folders.json").write_text(text, encoding="utf-8")
    assert remembered("first-light") is None
