"""Reading a campaign's folder whenever something in it was saved, without holding up the window."""

from pathlib import Path
from threading import Thread

from game.content.loader import LIBRARY, Report, check_campaign
from game.play.watching import FolderWatch
from game.resources import campaigns_dir

LOOK_SECONDS = 0.08
"""How often the files are looked at. A save counts at the second look that finds it the same."""

_SLOW_SECONDS = 0.3


class Reader:
    """Reads the folder once at the start and again after each save, in a thread of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        here = folder.resolve()
        self._watch = FolderWatch(here, here.parent / LIBRARY, campaigns_dir() / LIBRARY)
        self._left = LOOK_SECONDS
        self._took = 0.0
        self._thread: Thread | None = None
        self._report: Report | None = None
        self._begin()

    @property
    def is_reading(self) -> bool:
        """Whether the folder is being read now."""
        return self._thread is not None

    @property
    def is_slow(self) -> bool:
        """Whether the reading under way takes so long that people should be told."""
        return self.is_reading and self._took > _SLOW_SECONDS

    def advance(self, seconds: float) -> Report | None:
        """Let time pass; the report of a reading that has just ended, else None."""
        if self._thread is not None:
            self._took += seconds
            return None if self._thread.is_alive() else self._take()
        self._left -= seconds
        if self._left <= 0:
            self._left = LOOK_SECONDS
            if self._watch.look():
                self._begin()
        return None

    @property
    def wake(self) -> float:
        """In how many seconds to be asked again."""
        return 0.01 if self.is_reading else max(0.0, self._left)

    def _begin(self) -> None:
        self._took = 0.0
        self._thread = Thread(target=self._read, name="campaign-reader", daemon=True)
        self._thread.start()

    def _read(self) -> None:
        self._report = check_campaign(self.folder)

    def _take(self) -> Report | None:
        if self._thread is not None:
            self._thread.join()
        self._thread = None
        return self._report
