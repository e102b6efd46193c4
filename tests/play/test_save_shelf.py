"""The list of sittings: names, order, copies, and files that cannot be read."""

from datetime import UTC, datetime
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


def test_an_ending_that_nobody_has_seen_is_offered_too(tmp_path: Path) -> None:
    start(tmp_path / "a.nadc", name="Going on", saved="2026-01-01").close()
    start(
        tmp_path / "b.nadc", name="Unseen", saved="2026-02-01", over=True, ending_due=True
    ).close()
    latest = Shelf(tmp_path).latest()
    assert latest is not None
    assert latest.name == "Unseen"


def test_a_damaged_sitting_is_passed_over_and_keeps_its_name_in_the_list(tmp_path: Path) -> None:
    start(tmp_path / "a.nadc", name="Whole", saved="2026-01-01").close()
    broken = finished(tmp_path / "b.nadc")
    data = broken.read_bytes()
    broken.write_bytes(data.replace(b"TurnEnded", b"TurnEnder"))
    sittings = Shelf(tmp_path).sittings()
    assert [one.name for one in sittings] == ["Whole", "A sitting"]
    assert sittings[1].trouble is not None
    latest = Shelf(tmp_path).latest()
    assert latest is not None
    assert latest.name == "Whole"


def test_a_name_of_two_sittings_is_refused_and_their_files_are_named(tmp_path: Path) -> None:
    for name in ("a", "b"):
        start(tmp_path / f"{name}.nadc", name="Course 12").close()
    with pytest.raises(SaveError, match=r"a\.nadc, b\.nadc"):
        Shelf(tmp_path).find("Course 12")
    assert Shelf(tmp_path).find("b.nadc") == tmp_path / "b.nadc"


def test_a_file_name_that_is_another_sittings_name_is_refused(tmp_path: Path) -> None:
    start(tmp_path / "a.nadc", name="b").close()
    start(tmp_path / "b.nadc", name="Other").close()
    with pytest.raises(SaveError, match="More than one"):
        Shelf(tmp_path).find("b")


def test_a_free_name_is_numbered(tmp_path: Path) -> None:
    assert Shelf(tmp_path).free_name("Course") == "Course"
    start(tmp_path / "a.nadc", name="Course").close()
    start(tmp_path / "b.nadc", name="Course (2)").close()
    assert Shelf(tmp_path).free_name("Course") == "Course (3)"


def test_a_copy_that_fails_leaves_nothing(tmp_path: Path) -> None:
    path = finished(tmp_path / "a.nadc")
    with pytest.raises(SaveError, match="cannot be saved"):
        shelf.export(path, tmp_path / "none" / "b.nadc")
    with pytest.raises(SaveError, match="cannot be saved"):
        shelf.export(path, tmp_path / ("x" * 400))


def test_moments_are_told_by_the_clock_here() -> None:
    now = datetime.now().astimezone()
    assert shelf.local_time(now.astimezone(UTC).isoformat()) == now
    assert shelf.local_time("2026-03-01") is not None
    for words in ("", "yesterday", "0001-01-01T00:00:00+14:00"):
        assert shelf.local_time(words) is None
