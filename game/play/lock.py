"""One window writes: a lock that the system lets go of when a program ends, however it ends."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from game.play.trouble import in_use, unwritable

LOCK_SUFFIX = ".lock"


class Lock:
    """The right to write one file, held from `take` until `free` or the end of the program.

    The lock lies on an empty file beside the saved one, not on it, so that a second window can
    still read between two decisions. SQLite does the locking, since it knows every system.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._beside = path.with_name(path.name + LOCK_SUFFIX)
        self._hold: sqlite3.Connection | None = None

    def take(self) -> None:
        """Take the lock at once; raises SaveError when another window has it."""
        try:
            hold = sqlite3.connect(
                self._beside, timeout=0, isolation_level=None, check_same_thread=False
            )
        except sqlite3.Error as failure:
            raise unwritable(self._path.name, str(failure)) from None
        try:
            hold.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as failure:
            hold.close()
            if "locked" in str(failure):
                raise in_use(self._path.name) from None
            raise unwritable(self._path.name, str(failure)) from None
        except sqlite3.DatabaseError as failure:
            hold.close()
            raise unwritable(self._path.name, str(failure)) from None
        self._hold = hold

    def free(self) -> None:
        """Let go; the empty file stays, since deleting it would open a gap for two writers."""
        if self._hold is not None:
            self._hold.close()
            self._hold = None

    def forget(self) -> None:
        """Let go and delete the empty file, when the saved file itself is gone."""
        self.free()
        self._beside.unlink(missing_ok=True)
