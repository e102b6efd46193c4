"""Answers of a caucus: marked on the table first, taken back at will, then given together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.model.actions import Action
from game.model.ids import SeatIx

if TYPE_CHECKING:
    from game.ui.screens.play.screen import PlayScreen

ANSWERS = ("agree", "refuse", "join", "decline")
"""Verbs that partners answer a proposal with."""
_TOPICS = ("agree", "join", "fund")
Topic = tuple[object, ...]


class Consenting:
    """What each seat has marked. A changed proposal clears it, since it is another question.

    An answer spends money or ends a card's chance for the quarter, and no undo reaches across the
    table; so no single key gives one.
    """

    def __init__(self, table: PlayScreen) -> None:
        self._table = table
        self._sitting = table.sitting
        self._marks: dict[SeatIx, Action] = {}
        self._due: list[Action] = []
        self._topic: Topic | None = None

    @property
    def marks(self) -> frozenset[Action]:
        """The answers that are marked and not given yet."""
        return frozenset(self._marks.values())

    @property
    def is_asked(self) -> bool:
        """Whether somebody here is to answer a proposal."""
        return self._topic is not None and bool(self._asked())

    def follow(self) -> None:
        """Look again: a mark stays as long as the same proposal asks for it."""
        topic = self._topic_now()
        if topic != self._topic:
            self._marks.clear()
            self._due.clear()
            self._topic = topic
        legal = self._sitting.legal
        self._marks = {seat: one for seat, one in self._marks.items() if one in legal}
        self._due = [one for one in self._due if one in legal]

    def mark(self, action: Action) -> bool:
        """Mark an answer, or take its mark away; False for what is no answer to a proposal."""
        if self._topic is None or action.verb not in ANSWERS:
            return False
        if self._marks.get(action.seat) == action:
            del self._marks[action.seat]
        else:
            self._marks.pop(action.seat, None)
            self._marks[action.seat] = action
        self._table.refresh_parts()
        self._focus_proposal()
        return True

    def take_back(self) -> bool:
        """Take the last mark away; False where there is none."""
        if not self._marks:
            return False
        self._marks.popitem()
        self._table.refresh_parts()
        return True

    @property
    def reason(self) -> str:
        """Why the marked answers cannot be given yet, in words; empty when they can."""
        if any(one.verb == "refuse" for one in self._marks.values()):
            return ""
        words = self._sitting.sight.words
        silent = [words.seat(seat) for seat in self._asked() if seat not in self._marks]
        if not silent:
            return ""
        return words.say("Still to answer: {seats}.", seats=", ".join(silent))

    def give(self) -> None:
        """Let the marked answers be given; one refusal makes the others needless."""
        refused = [one for one in self._marks.values() if one.verb == "refuse"]
        self._due = refused[:1] or [self._marks[seat] for seat in sorted(self._marks)]

    def give_next(self) -> bool:
        """Give one of them, once the one before is safe; False where none is due."""
        if not self._due or self._table.course.is_busy:
            return False
        self._table.commit(self._due.pop(0))
        return True

    def _focus_proposal(self) -> None:
        """The focus goes where a repeated Enter only shows the card, and gives no answer."""
        tray = self._table.parts.tray.descendants()
        card = next((one for one in tray if one.name.startswith("proposal-")), None)
        if card is not None:
            self._table.form.give_focus(card)

    def _asked(self) -> tuple[SeatIx, ...]:
        return tuple(sorted({one.seat for one in self._sitting.legal if one.verb in ANSWERS}))

    def _topic_now(self) -> Topic | None:
        asked = self._sitting.sight.view.pending
        if asked is None or asked.kind not in _TOPICS:
            return None
        what = (asked.card, asked.target, asked.other)
        # Other shares may take the number of those that were proposed before.
        return (asked.kind, asked.seat, what, asked.options, asked.value)
