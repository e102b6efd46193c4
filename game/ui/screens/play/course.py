"""The course of a sitting on the screen: choices sent, bots let act, and what must be shown next.

A turn is shown once it is safe on the disk. Bots that do something everybody may see are given a
moment, so that the room can follow; what they do in secret takes no time at all. Where a turn runs
through FLOW, ASSESS or REVIEW, no more of it is shown than what has been watched so far.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from game.model.actions import Action
from game.model.ids import SeatIx, SeatMask
from game.narrate.line import Line
from game.narrate.log import Log
from game.play.session import Session, Turn
from game.play.trouble import SaveError
from game.ui.present.breaks import Break, last_choice
from game.ui.screens.sitting import Sitting

BOT_PAUSE = 0.7
_SECRET_STEPS = 40
_LOOK_AGAIN = 0.004

Next = Literal["", "trouble", "private", "flow", "assess", "review", "curtain", "ending"]


@dataclass(slots=True)
class Private:
    """What a seat alone may read of what it has just done, before it hands the laptop on."""

    seat: SeatIx
    lines: list[Line] = field(default_factory=list)


class Course:
    """Carries a sitting forward; `on_shown` is told whenever there is something new to show.

    A sitting that is opened again begins with what had not been watched to its end.
    """

    def __init__(self, sitting: Sitting, on_shown: Callable[[int], None]) -> None:
        self.sitting = sitting
        self.private: Private | None = None
        self.stop: Break | None = None
        """What must be watched before more is shown."""
        self._on_shown = on_shown
        self._turn: Turn | None = None
        self._before = (SeatMask(0), 0)
        self._rest = 0.0
        self._past = _watched(sitting.session)
        self._ending_shown = False
        self._hold()

    @property
    def is_busy(self) -> bool:
        """Whether a choice is still on its way to the disk."""
        return self._turn is not None

    @property
    def may_stop(self) -> bool:
        """Whether something may be put before the table now: while a choice is on its way to the
        disk, only that it does not get there."""
        return self._turn is None or self.trouble is not None

    @property
    def trouble(self) -> SaveError | None:
        """Why nothing can be saved at the moment."""
        return self.sitting.session.trouble

    def submit(self, action: Action) -> None:
        """Send a person's choice."""
        if self._turn is None:
            self._note()
            self._turn = self.sitting.submit(action)
            self._settle()

    def undo(self) -> bool:
        """Take the last choice back; returns whether one was."""
        if self._is_standing or self.sitting.session.undo() is None:
            return False
        self._past = min(self._past, len(self.sitting.session.game.journal))
        self._refresh()
        return True

    def redo(self) -> bool:
        """Carry out again what was taken back."""
        if self._is_standing or self.sitting.session.redo() is None:
            return False
        self._refresh()
        return True

    def update(self, seconds: float, *, may_go_on: bool) -> float | None:
        """Let time pass; returns in how many seconds to look again, or None."""
        if self._turn is not None:
            self._settle()
            return _LOOK_AGAIN if self._turn is not None else 0.0
        if not may_go_on or self.next or not self.sitting.waits_for_bot:
            return None if self.sitting.session.is_saved else _LOOK_AGAIN
        self._rest -= seconds
        if self._rest > 0:
            return self._rest
        self._let_bots_act()
        return 0.0

    @property
    def next(self) -> Next:
        """What must be shown before the table goes on."""
        session = self.sitting.session
        if session.trouble is not None:
            return "trouble"
        if self.private is not None:
            return "private"
        if self.stop is not None and not self.sitting.is_covered:
            return self.stop.kind
        if session.game.is_over:
            return "" if self._ending_shown else "ending"
        return "curtain" if session.needs_curtain() is not None else ""

    def told_private(self) -> None:
        """The seat has read what it alone may read."""
        self.private = None

    def told_break(self) -> None:
        """What had to be watched is being watched; the table goes on once that is left."""
        if self.stop is not None:
            self._past = self.stop.place + 1

    def note_watched(self) -> None:
        """The table goes on: what was put before it has been watched."""
        self.sitting.session.note_watched(self._past)

    def told_ending(self) -> None:
        """The ending has been shown."""
        self._ending_shown = True
        self.sitting.session.note_ending()

    def reveal(self, seat: SeatIx) -> None:
        """The seat has the laptop."""
        self.sitting.session.reveal(seat)
        self._refresh()

    def refresh(self) -> None:
        """Look again, after something else changed."""
        self._refresh()

    @property
    def _is_standing(self) -> bool:
        """Whether nothing may be taken back: a choice is on its way, or there is more to watch."""
        return self._turn is not None or self.stop is not None

    def _note(self) -> None:
        session = self.sitting.session
        self._before = (session.audience(), len(session.game.journal))

    def _let_bots_act(self) -> None:
        """Let bots act until somebody may see something of it, or a person is asked."""
        for _ in range(_SECRET_STEPS):
            self._note()
            turn = self.sitting.session.step_bot()
            if turn is None:
                return
            self._turn = turn
            if self._is_seen(turn):
                self._rest = BOT_PAUSE
                break
            if not self.sitting.session.game.to_move or not self._bots_go_on():
                break
        self._settle()

    def _bots_go_on(self) -> bool:
        session = self.sitting.session
        return all(not session.seat(seat).is_person for seat in session.game.to_move)

    def _is_seen(self, turn: Turn) -> bool:
        mask = self.sitting.session.audience()
        return any(event.seen & mask == mask for event in turn.events)

    def _settle(self) -> None:
        """Show the turn once it is safe; while the disk refuses it stays out of sight."""
        turn = self._turn
        if turn is None or not turn.ready:
            return
        self._turn = None
        self._keep_private(*self._before)
        self._refresh()

    def _keep_private(self, mask: SeatMask, place: int) -> None:
        session = self.sitting.session
        now = session.audience()
        seats = session.campaign.seats
        owner = next((SeatIx(ix) for ix in range(len(seats)) if mask == 1 << ix), None)
        if owner is None or now == mask or session.hand_over.persons == mask:
            return
        lines = self._lines_of_one(mask, now, place)
        if lines:
            self.private = Private(owner, lines)

    def _lines_of_one(self, mask: SeatMask, now: SeatMask, place: int) -> list[Line]:
        """Lines from a place in the journal on for one seat alone; nothing of what must be
        watched first."""
        journal = self.sitting.session.game.journal
        stop = self.sitting.next_break(self._past)
        seen = journal if stop is None else journal[: stop.place]
        log, others = Log(self.sitting.sight.words, mask), Log(self.sitting.sight.words, now)
        log.update(seen)
        others.update(seen)
        open_places = {at for line in others.lines for at in line.events}
        return [
            line
            for line in log.lines
            if line.text and line.event >= place and line.event not in open_places
        ]

    def _refresh(self) -> None:
        before = self.sitting.shown
        self._hold()
        self._on_shown(min(before, self.sitting.shown))

    def _hold(self) -> None:
        """Show everything up to what must be watched first, and nothing that is not safe yet."""
        self.stop = self.sitting.next_break(self._past)
        most = None if self.stop is None else self.stop.place
        if self._turn is not None:
            most = self._before[1]
        self.sitting.hold(most)
        self._take_private()

    def _take_private(self) -> None:
        """A question that somebody in the room may not see is answered behind the curtain."""
        seat = self.sitting.asks_in_private
        if seat >= 0:
            self.sitting.session.ask_curtain(seat)
            self.sitting.refresh()


def _watched(session: Session) -> int:
    """Up to where the table has watched; by its last choice, where that was not noted."""
    journal = session.game.journal
    return last_choice(journal) if session.watched < 0 else min(session.watched, len(journal))
