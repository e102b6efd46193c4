"""What every event is."""

from typing import ClassVar

import msgspec

from game.model.ids import ALL_SEATS, SeatMask
from game.model.state import State


class Event(msgspec.Struct, frozen=True, tag=True, kw_only=True, gc=False):
    """Something that happened: its cause, and the seats that may know of it."""

    cause: int = -1
    seen: SeatMask = ALL_SEATS
    barrier: ClassVar[bool] = False
    """Whether it cannot be undone: a die fell, or something hidden was shown."""
    moves_pieces: ClassVar[bool] = False
    """Whether a piece comes, goes, moves or watches something else."""

    def apply(self, s: State) -> None:
        """Write what happened into a position."""
