"""Reading a saved sitting without changing it, and without believing it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from game.play import form
from game.play.form import Contents, Entry, Header, Texts
from game.play.lock import Lock
from game.play.trouble import (
    SaveError,
    damaged,
    foreign,
    missing,
    newer,
    older,
    too_large,
    unreadable,
)

_MAGIC = b"SQLite format 3\0"
_WAIT_SECONDS = 5.0

_writing: set[Path] = set()
"""Files that this program writes to. They are not opened as plain files: closing such a file
would let go of SQLite's locks on it (POSIX)."""


def note_writing(path: Path, writing: bool) -> None:
    """Say that this program begins or stops writing to a file."""
    if writing:
        _writing.add(path.resolve())
    else:
        _writing.discard(path.resolve())


def read_header(path: Path) -> Header:
    """The header of a saved sitting; raises SaveError."""
    with opened(path) as connection:
        return _header(path, connection)


def read(path: Path) -> Contents:
    """All of a saved sitting, checked; raises SaveError."""
    with opened(path) as connection:
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise damaged(path.name, "quick_check")
        header = _header(path, connection)
        texts = _texts(path, connection)
        return Contents(header, texts, _entries(path, connection), _states(path, connection))


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A checked connection that can only read; its errors come out as SaveError."""
    check_file(path)
    try:
        connection = _connect(path)
    except sqlite3.OperationalError as failure:
        raise unreadable(path.name, str(failure)) from None
    except sqlite3.DatabaseError as failure:
        raise damaged(path.name, str(failure)) from None
    try:
        connection.execute("BEGIN")
        yield connection
    except sqlite3.OperationalError as failure:
        raise unreadable(path.name, str(failure)) from None
    except (sqlite3.Error, UnicodeError) as failure:
        raise damaged(path.name, str(failure)) from None
    finally:
        connection.close()


def check_file(path: Path) -> None:
    """What the first 100 bytes and the size tell; raises SaveError."""
    try:
        if not path.is_file():
            raise missing(path.name)
        size = path.stat().st_size
        if path.resolve() in _writing:
            return
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as failure:
        raise unreadable(path.name, failure.strerror or str(failure)) from None
    if size == 0:
        raise damaged(path.name, "0 bytes")
    if not head.startswith(_MAGIC) or int.from_bytes(head[68:72], "big") != form.APPLICATION_ID:
        raise foreign(path.name)
    if int.from_bytes(head[60:64], "big") > form.FILE_FORMAT:
        raise newer(path.name)
    if head[18:20] != b"\x01\x01":
        raise damaged(path.name, "journal mode")
    if size > form.MAX_FILE:
        raise too_large(path.name)


def check_schema(path: Path, connection: sqlite3.Connection) -> None:
    """Exactly our tables: no trigger, view or virtual table of somebody else; raises SaveError."""
    tables = [row[0] for row in connection.execute("SELECT sql FROM sqlite_master ORDER BY rowid")]
    if tables != list(form.SCHEMA):
        raise foreign(path.name)


def careful(connection: sqlite3.Connection) -> None:
    """Settings for a file that may come from anybody."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, form.MAX_TEXTS)
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")


def _connect(path: Path) -> sqlite3.Connection:
    try:
        return _connect_read_only(path)
    except sqlite3.OperationalError:
        if not path.with_name(path.name + "-journal").exists():
            raise
    _finish_interrupted(path)
    return _connect_read_only(path)


def _connect_read_only(path: Path) -> sqlite3.Connection:
    address = path.resolve().as_uri() + "?mode=ro"
    connection = sqlite3.connect(address, uri=True, timeout=_WAIT_SECONDS, isolation_level=None)
    try:
        careful(connection)
        connection.execute("PRAGMA query_only=ON")
        check_schema(path, connection)
    except (sqlite3.Error, SaveError):
        connection.close()
        raise
    return connection


def _finish_interrupted(path: Path) -> None:
    """Let SQLite take back what a killed program had half written; only writers may do so."""
    lock = Lock(path)
    lock.take()
    try:
        connection = sqlite3.connect(path, timeout=_WAIT_SECONDS)
        careful(connection)
        connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
        connection.close()
    finally:
        lock.free()


def _header(path: Path, connection: sqlite3.Connection) -> Header:
    rows = connection.execute("SELECT value FROM header LIMIT 2").fetchall()
    if len(rows) != 1 or not isinstance(rows[0][0], str):
        raise damaged(path.name, "header")
    try:
        saved_as = form.decode(rows[0][0], form.Format).event_format
        if saved_as != form.EVENT_FORMAT:
            raise newer(path.name) if saved_as > form.EVENT_FORMAT else older(path.name)
        return form.decode(rows[0][0], Header)
    except ValueError as failure:
        raise damaged(path.name, f"header: {failure}") from None


def _texts(path: Path, connection: sqlite3.Connection) -> Texts:
    rows = connection.execute("SELECT digest, texts FROM campaign LIMIT 2").fetchall()
    if len(rows) != 1 or not isinstance(rows[0][1], bytes):
        raise damaged(path.name, "campaign")
    digest, texts = rows[0]
    try:
        plain = form.unpack(texts, form.MAX_TEXTS)
        if sha256(plain).hexdigest() != digest:
            raise damaged(path.name, "campaign")
        return form.decode(plain, Texts)
    except ValueError as failure:
        raise damaged(path.name, f"campaign: {failure}") from None


def _entries(path: Path, connection: sqlite3.Connection) -> tuple[Entry, ...]:
    rows = _rows(path, connection, "SELECT * FROM entry ORDER BY number")
    whole = [entry.number for entry in rows] == list(range(len(rows)))
    if not rows or not whole or rows[0].kind != "start" or rows[0].undone:
        raise damaged(path.name, "entries")
    return rows


def _rows(path: Path, connection: sqlite3.Connection, query: str) -> tuple[Entry, ...]:
    cursor = connection.execute(f"{query} LIMIT {form.MAX_ENTRIES}")
    return tuple(_entry(path, row) for row in cursor)


def _entry(path: Path, row: tuple[object, ...]) -> Entry:
    match row:
        case (
            int(number),
            "start" | "action" | "seat" | "reload" as kind,
            str(seat),
            str(body),
            str(events),
            0 | 1 as undone,
            bytes(checksum),
        ):
            entry = Entry(number, kind, seat, body, events, bool(undone))
        case _:
            raise damaged(path.name, "entry")
    if entry.checksum() != checksum or len(events) > form.MAX_ROW:
        raise damaged(path.name, f"entry {number}")
    return entry


def _states(path: Path, connection: sqlite3.Connection) -> dict[int, bytes]:
    states: dict[int, bytes] = {}
    for number, body in connection.execute("SELECT entry, body FROM state ORDER BY entry"):
        if not isinstance(number, int) or not isinstance(body, bytes):
            raise damaged(path.name, "state")
        states[number] = body
    return states
