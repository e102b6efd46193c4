"""What a screen that was left still holds, such as the map of a whole table."""

import gc


class Leavings:
    """Lets go of it before the next table is opened, and not when the collector comes to it.

    The screen is still at work while it is being left, so it is cleared away a little later.
    """

    def __init__(self) -> None:
        self._are_there = False

    def come(self) -> None:
        """A screen was left."""
        self._are_there = True

    def clear(self) -> None:
        """Let go of what was left; to be called when there is time."""
        if self._are_there:
            self._are_there = False
            gc.collect()
