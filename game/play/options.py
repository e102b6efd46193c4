"""What a sitting is to be opened with, as the command line or the menu asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.play.form import SeatSetup


@dataclass(frozen=True, slots=True)
class PlayOptions:
    """What to open: a campaign's folder, or a saved sitting to go on with.

    `seats` holds the seats that were set up; with none, people are asked who plays. `seed` is
    drawn when None. `pin` is the facilitator's, empty for none.
    """

    campaign: Path | None = None
    seats: tuple[SeatSetup, ...] = ()
    seed: int | None = None
    resume: Path | None = None
    pin: str = ""
