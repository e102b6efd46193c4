"""The file of a sitting: what is written is read again, and what is not ours is left alone."""

import hashlib
import sqlite3
from pathlib import Path

import pytest
import save_samples
from save_samples import action, finished, header, start

from game.play import form
from game.play.form import EVENT_FORMAT, Change, Entry, SeatSetup, depth, pack, unpack
from game.play.reading import read, read_header
from game.play.save import Save
from game.play.trouble import SaveError


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = finished(tmp_path / "one.nadc")
    contents = read(path)
    assert contents.header == header(quarter=3)
    assert contents.texts == save_samples.TEXTS
    assert [entry.body for entry in contents.entries] == ["", "us pass", "us pass", "us pass"]
    assert contents.states == {0: pack(b"{}")}


def test_an_undone_action_stays_on_the_record_and_counts_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "one.nadc"
    save = start(path)
    save.commit(action(1))
    save.commit(Change(header(), mark=1))
    save.commit(action(2, "us surge route:nogales"))
    save.close()
    contents = read(path)
    assert [entry.undone for entry in contents.entries] == [False, True, False]
    assert [entry.number for entry in contents.live] == [0, 2]


def test_an_action_done_again_counts_again(tmp_path: Path) -> None:
    path = tmp_path / "one.nadc"
    save = start(path)
    save.commit(action(1))
    save.commit(Change(header(), mark=1))
    save.commit(Change(header(), mark=1, undone=False))
    save.close()
    assert [entry.number for entry in read(path).live] == [0, 1]


def test_one_window_writes_and_a_second_may_look(tmp_path: Path) -> None:
    path = tmp_path / "one.nadc"
    save = start(path)
    with pytest.raises(SaveError, match="open in another window"):
        Save.open(path)
    save.commit(action(1))
    assert len(read(path).entries) == 2
    save.close()
    Save.open(path).close()


def test_the_journal_is_truncated_and_commits_wait_for_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "one.nadc"
    save = start(path)
    ask = save._connection.execute
    assert ask("PRAGMA journal_mode").fetchone() == ("truncate",)
    assert ask("PRAGMA synchronous").fetchone() == (3,)
    assert ask("PRAGMA fullfsync").fetchone() == (1,)
    save.close()


def test_a_file_copied_alone_holds_everything(tmp_path: Path) -> None:
    path = tmp_path / "one.nadc"
    save = start(path)
    save.commit(action(1))
    copy = tmp_path / "copy.nadc"
    copy.write_bytes(path.read_bytes())
    save.close()
    assert len(read(copy).entries) == 2


def test_a_new_sitting_never_replaces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "one.nadc"
    path.write_bytes(b"somebody's")
    with pytest.raises(SaveError, match="exists already"):
        start(path)
    assert path.read_bytes() == b"somebody's"


def _damaged_in_the_middle(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 4000] = b"\xa5" * 4000
    path.write_bytes(data)


def _cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("Dear diary")


def _other_database(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE header (value TEXT)")
    connection.close()


def _from_the_future(path: Path) -> None:
    _sql(path, f"PRAGMA user_version={form.FILE_FORMAT + 1}")


def _with_a_trigger(path: Path) -> None:
    _sql(path, "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM entry; END")


def _with_another_word(path: Path) -> None:
    _sql(path, "UPDATE entry SET body = 'us raid piece:cell-1' WHERE number = 2")


def _without_an_entry(path: Path) -> None:
    _sql(path, "DELETE FROM entry WHERE number = 1")


def _with_a_number_for_text(path: Path) -> None:
    _sql(path, "UPDATE entry SET events = x'ff' WHERE number = 1")


def _with_a_broken_header(path: Path) -> None:
    _sql(path, "UPDATE header SET value = '{\"name\": 3}'")


def _with_a_deep_header(path: Path) -> None:
    _sql(path, f"UPDATE header SET value = '{'[' * 100_000}'")


def _with_a_bomb(path: Path) -> None:
    connection = sqlite3.connect(path)
    bomb = pack(b"0" * (form.MAX_TEXTS + 1))
    connection.execute("UPDATE campaign SET texts = ?", (bomb,))
    connection.commit()
    connection.close()


def _in_another_journal_mode(path: Path) -> None:
    _sql(path, "PRAGMA journal_mode=WAL")


def _sql(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (_damaged_in_the_middle, "damaged"),
        (_cut_off, "damaged"),
        (_empty, "damaged"),
        (_text, "not a saved sitting"),
        (_other_database, "not a saved sitting"),
        (_from_the_future, "newer version"),
        (_with_a_trigger, "not a saved sitting"),
        (_with_another_word, "damaged"),
        (_without_an_entry, "damaged"),
        (_with_a_number_for_text, "damaged"),
        (_with_a_broken_header, "damaged"),
        (_with_a_deep_header, "damaged"),
        (_with_a_bomb, "damaged"),
        (_in_another_journal_mode, "damaged"),
    ],
)
def test_a_file_that_is_not_right_gets_a_sentence_and_stays_as_it_is(
    tmp_path: Path, harm: object, says: str
) -> None:
    path = finished(tmp_path / "one.nadc", actions=40)
    harm(path)  # type: ignore[operator]
    before = hashlib.sha256(path.read_bytes()).digest()
    with pytest.raises(SaveError) as caught:
        read(path)
        Save.open(path)
    assert says in str(caught.value)
    assert "one.nadc" in str(caught.value)
    assert hashlib.sha256(path.read_bytes()).digest() == before


def test_a_file_that_is_not_there_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="no saved sitting at gone"):
        read_header(tmp_path / "gone.nadc")
    with pytest.raises(SaveError):
        read_header(tmp_path)


def test_a_file_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = finished(tmp_path / "one.nadc")
    monkeypatch.setattr(form, "MAX_FILE", 1000)
    with pytest.raises(SaveError, match="too large"):
        read(path)


def test_a_save_that_vanished_is_told(tmp_path: Path) -> None:
    path = tmp_path / "one.nadc"
    save = start(path)
    path.unlink()
    with pytest.raises(SaveError, match="moved or deleted"):
        save.commit(action(1))
    save.close()


@pytest.mark.parametrize(("step", "told"), [(1, "newer version"), (-1, "earlier version")])
def test_another_event_format_is_told_before_anything_else_of_the_header(
    tmp_path: Path, step: int, told: str
) -> None:
    path = finished(tmp_path / "one.nadc")
    other = EVENT_FORMAT + step
    _sql(path, f"""UPDATE header SET value = '{{"event_format":{other},"name":[1]}}'""")
    before = path.read_bytes()
    for look in (read, read_header, Save.open):
        with pytest.raises(SaveError, match=told):
            look(path)
    assert path.read_bytes() == before


def test_the_campaigns_text_is_held_to_its_hash(tmp_path: Path) -> None:
    path = finished(tmp_path / "one.nadc")
    _sql(path, "UPDATE campaign SET digest = 'other'")
    with pytest.raises(SaveError, match="damaged"):
        read(path)


def test_a_failed_change_leaves_no_half(tmp_path: Path) -> None:
    path = tmp_path / "one.nadc"
    save = start(path)
    with pytest.raises(SaveError, match="cannot be saved"):
        save.commit(action(0))
    save.commit(action(1))
    save.close()
    assert [entry.number for entry in read(path).entries] == [0, 1]


def test_checksums_change_with_every_word() -> None:
    plain = Entry(1, "action", "us", "pass", "[]")
    others = [
        Entry(2, "action", "us", "pass", "[]"),
        Entry(1, "seat", "us", "pass", "[]"),
        Entry(1, "action", "mexico", "pass", "[]"),
        Entry(1, "action", "us", "done", "[]"),
        Entry(1, "action", "us", "pass", "[1]"),
    ]
    assert all(plain.checksum() != other.checksum() for other in others)


def test_packed_data_is_bounded() -> None:
    assert unpack(pack(b"abc"), 3) == b"abc"
    for bad in (pack(b"abcd"), b"abc", pack(b"abc")[:-2]):
        with pytest.raises(ValueError, match=r"\w"):
            unpack(bad, 3)


def test_depth_counts_brackets() -> None:
    assert depth("[]") == 1
    assert depth('{"a": [[1], 2]}') == 3
    assert depth("x") == 0


def test_a_seat_is_a_person_or_a_bot() -> None:
    assert SeatSetup("us").is_person
    assert SeatSetup("us", "white").is_person
    assert not SeatSetup("us", "random").is_person
