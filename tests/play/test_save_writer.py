"""The thread that commits: in order, never silently, and going on after trouble."""

from pathlib import Path

import pytest
from save_samples import action, start

from game.play.reading import read
from game.play.trouble import SaveError
from game.play.writer import SaveWriter


def test_changes_are_written_in_order(tmp_path: Path) -> None:
    path = tmp_path / "a.nadc"
    writer = SaveWriter(start(path))
    receipts = [writer.submit(action(number, f"us a{number}")) for number in range(1, 30)]
    writer.finish(receipts[-1])
    assert all(receipt.done for receipt in receipts)
    writer.close()
    assert [one.body for one in read(path).entries][1:] == [f"us a{n}" for n in range(1, 30)]


def test_closing_writes_what_waits(tmp_path: Path) -> None:
    path = tmp_path / "a.nadc"
    writer = SaveWriter(start(path))
    for number in range(1, 20):
        writer.submit(action(number))
    writer.close()
    assert len(read(path).entries) == 20


def test_after_trouble_the_same_change_is_tried_again(tmp_path: Path) -> None:
    path, aside = tmp_path / "a.nadc", tmp_path / "aside"
    writer = SaveWriter(start(path))
    path.rename(aside)
    first, second = writer.submit(action(1)), writer.submit(action(2))
    with pytest.raises(SaveError, match="moved or deleted"):
        writer.finish(first)
    assert writer.trouble is not None
    assert not second.done
    aside.rename(path)
    writer.retry()
    writer.finish(second)
    assert writer.trouble is None
    writer.close()
    assert len(read(path).entries) == 3


def test_closing_in_trouble_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.nadc"
    writer = SaveWriter(start(path))
    path.rename(tmp_path / "aside")
    receipt = writer.submit(action(1))
    with pytest.raises(SaveError):
        writer.finish(receipt)
    writer.close()
    assert not receipt.done
