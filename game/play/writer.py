"""A thread that commits, so that no frame waits for the disk."""

from __future__ import annotations

import threading
from queue import SimpleQueue

from game.play.form import Change
from game.play.save import Save
from game.play.trouble import SaveError


class Receipt:
    """What a caller holds while a change is on its way to the disk."""

    __slots__ = ("_done",)

    def __init__(self) -> None:
        self._done = threading.Event()

    @property
    def done(self) -> bool:
        """Whether the change is on the disk."""
        return self._done.is_set()

    def settle(self) -> None:
        """Say that the change is on the disk."""
        self._done.set()

    def wait(self, seconds: float) -> bool:
        """Wait at most so long; returns `done`."""
        return self._done.wait(seconds)


class SaveWriter:
    """Commits changes one after the other, in a thread of its own.

    When the disk refuses, `trouble` says why and the queue stands still: nothing is skipped, and
    `retry` goes on from the change that failed.
    """

    def __init__(self, save: Save) -> None:
        self._save = save
        self._queue: SimpleQueue[tuple[Change, Receipt] | None] = SimpleQueue()
        self._again = threading.Event()
        self._closing = False
        self._trouble: SaveError | None = None
        self._thread = threading.Thread(target=self._work, name="save-writer", daemon=True)
        self._thread.start()

    @property
    def trouble(self) -> SaveError | None:
        """Why nothing is being written, or None."""
        return self._trouble

    def submit(self, change: Change) -> Receipt:
        """Hand over a change; it is written after those before it."""
        receipt = Receipt()
        self._queue.put((change, receipt))
        return receipt

    def retry(self) -> None:
        """Try the change that failed once more."""
        self._trouble = None
        self._again.set()

    def finish(self, receipt: Receipt) -> None:
        """Wait until a change is on the disk; raises SaveError when the disk refuses."""
        while not receipt.wait(0.05):
            if self._trouble is not None:
                raise self._trouble

    def close(self) -> None:
        """Write what waits, then close the file; what the disk refuses is given up."""
        self._closing = True
        self._queue.put(None)
        self._again.set()
        self._thread.join()
        self._save.close()

    def _work(self) -> None:
        while (work := self._queue.get()) is not None:
            change, receipt = work
            if not self._write(change):
                return
            receipt.settle()

    def _write(self, change: Change) -> bool:
        """Commit, waiting for `retry` after each failure; False when the sitting closes first."""
        while True:
            try:
                self._save.commit(change)
            except SaveError as failure:
                self._trouble = failure
                if self._closing:
                    return False
                self._again.wait()
                self._again.clear()
                continue
            self._trouble = None
            return True
