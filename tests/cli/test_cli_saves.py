"""Saved sittings on the command line: namesakes, damage, newer versions, and the clock here."""

import shutil
import sqlite3
import time
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from game.cli import main
from game.content.loader import load_campaign
from game.play.form import SeatSetup
from game.play.reading import read_header
from game.play.session import Session
from game.resources import campaigns_dir, saves_dir


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NADC_HOME", str(tmp_path / "home"))


def run(*words: str, code: int = 0) -> Result:
    """Run a command and check how it ended."""
    result = CliRunner().invoke(main, words)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result


def begun(seed: int = 1, decisions: int = 3) -> Path:
    """A sitting with a few decisions in the user's folder."""
    seats = [SeatSetup("us"), SeatSetup("mexico"), SeatSetup("cartel", "random")]
    session = Session.start(
        load_campaign(campaigns_dir() / "first-light"), seats, seed, saves_dir()
    )
    for _ in range(decisions):
        if session.step_bot() is None:
            session.choose(session.game.legal_actions()[-1])
    path = session.path
    assert path is not None
    session.close()
    return path


def sql(path: Path, statement: str, *values: object) -> None:
    """Change a file behind the game's back."""
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement, values)
    connection.close()


def flip(path: Path) -> None:
    """Another letter in the events of an entry, as a failing disk would leave it."""
    data = path.read_bytes()
    place = data.rindex(b"ActionTaken")
    path.write_bytes(data[:place] + b"B" + data[place + 1 :])


def empty_events(path: Path) -> None:
    """An entry whose events are gone."""
    sql(path, "UPDATE entry SET events = '[]' WHERE number = 1")


def drop_entries(path: Path) -> None:
    """All that was done is gone."""
    sql(path, "DELETE FROM entry")


DAMAGES = (flip, empty_events, drop_entries)


def test_sittings_begun_in_one_minute_have_names_of_their_own() -> None:
    first, second = begun(), begun()
    names = {read_header(first).name, read_header(second).name}
    assert len(names) == 2
    for name in names:
        assert name in run("saves").output
    run("saves", "delete", read_header(second).name, "--yes")
    assert first.exists()
    assert not second.exists()


def test_a_name_that_two_files_have_is_refused_with_both_files() -> None:
    path = begun()
    twin = path.with_name("twin.nadc")
    shutil.copy(path, twin)
    name = read_header(path).name
    for words in (
        ("saves", "delete", name, "--yes"),
        ("saves", "rename", name, "Other"),
        ("saves", "export", name, str(path.parent / "out.nadc")),
        ("replay", name, "--text"),
        ("play", "--resume", name),
    ):
        told = run(*words, code=1).output
        assert path.name in told, words
        assert twin.name in told, words
    assert path.exists()
    assert twin.exists()
    run("saves", "delete", twin.name, "--yes")
    assert path.exists()
    assert not twin.exists()


def test_a_name_in_use_is_not_given_twice() -> None:
    first, second = begun(), begun()
    run("saves", "rename", first.name, "Course 12")
    assert (
        "another saved sitting" in run("saves", "rename", second.name, "Course 12", code=1).output
    )
    run("saves", "rename", first.name, "Course 12")
    assert read_header(first).name == "Course 12"


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_sitting_is_marked_and_neither_written_nor_copied(
    damage: object, tmp_path: Path
) -> None:
    path = begun(decisions=6)
    assert callable(damage)
    damage(path)
    before, out = path.read_bytes(), tmp_path / "out.nadc"
    told = run("saves").output
    assert "cannot be read" in told
    assert "is damaged" in told
    assert "is damaged" in run("saves", "rename", path.name, "Other", code=1).output
    assert "is damaged" in run("saves", "export", path.name, str(out), code=1).output
    assert "is no unfinished sitting" in run("play", "--resume", code=1).output
    assert path.read_bytes() == before
    assert not out.exists()
    run("saves", "delete", path.name, "--yes")
    assert not path.exists()


def test_a_sitting_of_a_newer_version_is_told_so_and_left_as_it_is(tmp_path: Path) -> None:
    path = begun()
    header = msgspec.structs.replace(read_header(path), event_format=999)
    sql(path, "UPDATE header SET value = ?", msgspec.json.encode(header).decode())
    before = path.read_bytes()
    assert "newer version" in run("saves").output
    for words in (
        ("saves", "rename", path.name, "Other"),
        ("saves", "export", path.name, str(tmp_path / "out.nadc")),
        ("replay", path.name, "--text"),
        ("show", path.name),
    ):
        assert "newer version" in run(*words, code=1).output, words
    assert path.read_bytes() == before


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has one clock")
def test_the_list_tells_the_time_of_the_clock_here(monkeypatch: pytest.MonkeyPatch) -> None:
    path = begun()
    header = msgspec.structs.replace(read_header(path), saved="2026-03-01T23:30:00.000+00:00")
    sql(path, "UPDATE header SET value = ?", msgspec.json.encode(header).decode())
    monkeypatch.setenv("TZ", "Etc/GMT-3")
    time.tzset()
    try:
        assert "2026-03-02 02:30" in run("saves").output
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("command", ["play", "simulate"])
def test_a_folder_without_a_campaign_is_told_apart_from_one_that_is_not_there(
    tmp_path: Path, command: str
) -> None:
    told = run(command, str(tmp_path), code=2).output
    assert "holds no campaign" in told
    assert "campaign.yaml" in told
    assert "no folder of that name" in run(command, str(tmp_path / "none"), code=2).output
    assert "no folder of that name" in run(command, "", code=2).output
    assert "no folder of that name" in run(command, "~nobody-here/x", code=2).output


def test_nothing_is_no_folder_to_check() -> None:
    assert "no campaign ''" in run("check", "", code=2).output
