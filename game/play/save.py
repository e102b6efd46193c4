"""A saved sitting that is being written: one file, one transaction for each action."""

from __future__ import annotations

import os
import sqlite3
from hashlib import sha256
from pathlib import Path

import msgspec

from game.play import form
from game.play.form import Change, Entry, Header, Rewriting, Texts
from game.play.lock import Lock
from game.play.reading import careful, check_schema, note_writing, read_header
from game.play.trouble import damaged, gone, taken, unwritable

_WAIT_SECONDS = 10.0


class Save:
    """The only writer of one file. Each `commit` is on the disk when it returns.

    A write-ahead log would leave rows in a second file that a copy forgets, so the journal is
    truncated instead; `synchronous=EXTRA` and `fullfsync` wait for the disk itself.
    """

    def __init__(self, path: Path, lock: Lock) -> None:
        self.path = path
        self._lock = lock
        self._connection = sqlite3.connect(
            path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )
        note_writing(path, True)
        _durable(self._connection, "TRUNCATE")

    @classmethod
    def create(cls, path: Path, texts: Texts, first: Change) -> Save:
        """A new file with its first entry; it appears whole or not at all.

        Raises SaveError when there is such a file already or the folder refuses.
        """
        lock = Lock(path)
        lock.take()
        try:
            if path.exists():
                raise taken(path.name)
            _write_new(path, texts, first)
            return cls(path, lock)
        except (sqlite3.Error, OSError) as failure:
            lock.free()
            raise unwritable(path.name, str(failure)) from None
        except BaseException:
            lock.free()
            raise

    @classmethod
    def open(cls, path: Path) -> Save:
        """Go on writing a file; raises SaveError when it is in use, damaged, newer or not ours."""
        read_header(path)
        lock = Lock(path)
        lock.take()
        try:
            save = cls(path, lock)
        except sqlite3.Error as failure:
            lock.free()
            raise unwritable(path.name, str(failure)) from None
        try:
            careful(save._connection)
            check_schema(path, save._connection)
        except sqlite3.DatabaseError as failure:
            save.close()
            raise damaged(path.name, str(failure)) from None
        except BaseException:
            save.close()
            raise
        return save

    def commit(self, change: Change) -> None:
        """Write one change; when this returns it outlives a power cut. Raises SaveError."""
        if not self.path.exists():
            raise gone(self.path.name)
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            _write(self._connection, change)
            self._connection.execute("COMMIT")
        except sqlite3.Error as failure:
            self._take_back()
            raise unwritable(self.path.name, str(failure)) from None

    def close(self) -> None:
        """Stop writing and let go of the lock."""
        self._connection.close()
        note_writing(self.path, False)
        self._lock.free()

    def _take_back(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")


def _durable(connection: sqlite3.Connection, journal: str) -> None:
    connection.execute(f"PRAGMA journal_mode={journal}")
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("PRAGMA fullfsync=ON")


def _write_new(path: Path, texts: Texts, first: Change) -> None:
    beside = path.with_name(path.name + ".new")
    beside.unlink(missing_ok=True)
    connection = sqlite3.connect(beside, isolation_level=None)
    try:
        _durable(connection, "DELETE")
        connection.execute(f"PRAGMA application_id={form.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={form.FILE_FORMAT}")
        connection.execute("BEGIN")
        for table in form.SCHEMA:
            connection.execute(table)
        connection.execute("INSERT INTO campaign VALUES (?, ?)", _packed(texts))
        _write(connection, first)
        connection.execute("COMMIT")
    finally:
        # Windows renames no file that is open.
        connection.close()
    beside.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(connection: sqlite3.Connection, change: Change) -> None:
    _write_header(connection, change.header)
    if change.rewriting is not None:
        _rewrite(connection, change.rewriting)
    if change.entry is not None:
        _write_entry(connection, change.entry, change.state)
    if change.mark is not None:
        connection.execute(
            "UPDATE entry SET undone = ? WHERE number = ?", (int(change.undone), change.mark)
        )


def _packed(texts: Texts) -> tuple[str, bytes]:
    plain = msgspec.json.encode(texts, order="sorted")
    return sha256(plain).hexdigest(), form.pack(plain)


def _rewrite(connection: sqlite3.Connection, rewriting: Rewriting) -> None:
    connection.execute("UPDATE campaign SET digest = ?, texts = ?", _packed(rewriting.texts))
    connection.executemany(
        "UPDATE entry SET events = ?, checksum = ? WHERE number = ?",
        [(entry.events, entry.checksum(), entry.number) for entry in rewriting.entries],
    )
    connection.execute("DELETE FROM state")
    connection.execute("INSERT INTO state VALUES (0, ?)", (rewriting.opening,))


def _write_header(connection: sqlite3.Connection, header: Header) -> None:
    value = msgspec.json.encode(header).decode()
    if connection.execute("UPDATE header SET value = ?", (value,)).rowcount == 0:
        connection.execute("INSERT INTO header VALUES (?)", (value,))


def _write_entry(connection: sqlite3.Connection, entry: Entry, state: bytes | None) -> None:
    connection.execute(
        "INSERT INTO entry VALUES (?, ?, ?, ?, ?, 0, ?)",
        (entry.number, entry.kind, entry.seat, entry.body, entry.events, entry.checksum()),
    )
    if state is not None:
        connection.execute("INSERT INTO state VALUES (?, ?)", (entry.number, state))
