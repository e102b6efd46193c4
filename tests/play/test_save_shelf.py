"""The list of sittings: names, order, copies, and files that cannot be read."""

from datetime import datetime
from pathlib import Path

import pytest
from save_samples import action, finished, start

from game.play import shelf
from game.play.reading import read
from game.play.shelf import Shelf
from game.play.trouble import SaveError


def test_the_sitting_played_last_comes_first_and_unreadable_files_last(tmp_path: Path) -> None:
    start(tmp_path / "a.nadc", name="Old", saved="2026-01-01").close()
    start(tmp_path / "b.nadc", name="New", saved="2026-02-01").close()
    (tmp_path / "0.nadc").write_text("not a sitting")
    sittings = Shelf(tmp_path).sittings()
    assert [one.name for one in sittings] == ["New", "Old", "0.nadc"]
    assert sittings[2].trouble is not None


def test_the_latest_sitting_is_one_that_is_not_over(tmp_path: Path) -> None:
    start(tmp_path / "a.nadc", name="Going on", saved="2026-01-01").close()
    start(tmp_path / "b.nadc", name="Over", saved="2026-02-01", over=True).close()
    latest = Shelf(tmp_path).latest()
    assert latest is not None
    assert latest.name == "Going on"
    assert Shelf(tmp_path / "none").latest() is None


def test_a_sitting_is_found_by_name_file_or_path(tmp_path: Path) -> None:
    path = tmp_path / "a.nadc"
    start(path, name="Course 12").close()
    for word in ("Course 12", "a.nadc", "a", str(path)):
        assert Shelf(tmp_path).find(word) == path
    with pytest.raises(SaveError, match="no saved sitting at Course 13"):
        Shelf(tmp_path).find("Course 13")


def test_renaming_changes_the_name_and_not_the_file(tmp_path: Path) -> None:
    path = finished(tmp_path / "a.nadc")
    shelf.rename(path, "  Course\n 12 ")
    assert read(path).header.name == "Course 12"
    assert len(read(path).entries) == 4
    with pytest.raises(ValueError, match="name"):
        shelf.rename(path, " ")


def test_a_sitting_in_use_is_not_renamed_or_deleted(tmp_path: Path) -> None:
    path = tmp_path / "a.nadc"
    save = start(path)
    with pytest.raises(SaveError, match="another window"):
        shelf.rename(path, "Other")
    with pytest.raises(SaveError, match="another window"):
        shelf.delete(path)
    save.close()


def test_deleting_leaves_nothing_behind(tmp_path: Path) -> None:
    path = finished(tmp_path / "a.nadc")
    shelf.delete(path)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(SaveError):
        shelf.delete(path)


def test_a_copy_is_whole_and_replaces_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.nadc"
    save = start(path)
    save.commit(action(1))
    folder = tmp_path / "out"
    folder.mkdir()
    copy = shelf.export(path, folder)
    save.close()
    assert copy == folder / "a.nadc"
    assert read(copy) == read(path)
    with pytest.raises(SaveError, match="exists already"):
        shelf.export(path, folder)


def test_a_damaged_file_is_not_exported(tmp_path: Path) -> None:
    path = tmp_path / "a.nadc"
    path.write_text("nothing")
    with pytest.raises(SaveError):
        shelf.export(path, tmp_path / "b.nadc")
    assert not (tmp_path / "b.nadc").exists()


def test_new_files_never_share_a_name(tmp_path: Path) -> None:
    now = datetime(2026, 3, 1, 10, 15, 0)
    first = shelf.free_path(tmp_path, "first-light", now)
    assert first.name == "first-light-20260301-101500.nadc"
    first.touch()
    assert shelf.free_path(tmp_path, "first-light", now).name.endswith("-2.nadc")
