"""From clicks and keys to one action: what a choice leads to next.

A choice that can be taken back is carried out at once; one that rolls, pays for good or ends the
turn is shown first, with its odds.
"""

from dataclasses import dataclass
from typing import Literal

from game.model.actions import Action
from game.model.ids import NO_REF, Ref, ref_kind
from game.ui.present.narrowing import Narrowing, Slot, narrowed

StepKind = Literal["nothing", "choose", "menu", "confirm", "commit"]

AT_ONCE = frozenset(
    {
        "place",
        "watch",
        "rotate",
        "routes",
        "move",
        "deploy",
        "reinforce",
        "plan",
        "spread",
        "pin",
        "prefer",
        "keep-shut",
        "seal",
        "done",
        "pass",
        "hold",
        "agree",
        "refuse",
        "join",
        "decline",
        "withdraw",
        "split",
        "answer",
        "bank",
        "consent",
        "swap",
        "return",
        "prosecute",
    }
)
"""Verbs that need no second look: they can be taken back, or are themselves an answer."""

ON_BOARD = frozenset({"area", "route", "piece"})
_TURNS = ("tactical", "operational", "red-plan", "strategic")


@dataclass(frozen=True, slots=True)
class Step:
    """What follows from a choice: choose further, pick from a menu, confirm, or carry out."""

    kind: StepKind
    action: Action | None = None
    place: Ref = NO_REF


NOTHING = Step("nothing")


class Picker:
    """Holds what has been chosen of the legal list."""

    def __init__(self) -> None:
        self.narrowing = Narrowing()

    def follow(self, legal: tuple[Action, ...], *, keep: bool = False) -> None:
        """Take a new legal list; `keep` keeps a choice that is still possible."""
        self.narrowing = narrowed(legal, self.narrowing if keep else None)

    def lit(self, phase: str, *, asked: bool) -> frozenset[Ref]:
        """The places to light: on a turn only once a tile is chosen, else whatever is asked."""
        now = self.narrowing
        if now.slot is None and not asked and phase in _TURNS:
            return frozenset()
        open_now = now.lit or now.alternatives
        return frozenset(ref for ref in open_now if ref_kind(ref) in ON_BOARD)

    @property
    def chosen(self) -> frozenset[Ref]:
        """The places chosen so far."""
        now = self.narrowing
        return frozenset(ref for ref in (now.target, now.other) if ref != NO_REF)

    def pick_slot(self, slot: Slot) -> Step:
        """Choose a tile; choosing it again takes the choice back."""
        if self.narrowing.slot == slot and self.narrowing.target == NO_REF:
            self.narrowing = Narrowing(self.narrowing.legal)
            return NOTHING
        self.narrowing = self.narrowing.choose_slot(slot)
        return self._next()

    def pick_place(self, place: Ref) -> Step:
        """Choose a place on the board."""
        now = self.narrowing
        if now.slot is None and len(now.slots_at(place)) > 1:
            return Step("menu", place=place)
        self.narrowing = now.choose_place(place)
        return NOTHING if self.narrowing is now else self._next()

    def pick_action(self, action: Action) -> Step:
        """Choose an action of the list outright."""
        self.narrowing = self.narrowing.choose(action)
        return self._next()

    def back(self) -> bool:
        """Take the last choice back; returns whether there was one."""
        if not self.narrowing.is_begun:
            return False
        self.narrowing = self.narrowing.back()
        return True

    def previewed(self, place: Ref) -> Action | None:
        """The action that choosing a place would leave, where it leaves exactly one."""
        now = self.narrowing
        if now.slot is None or place not in now.lit:
            return None
        return now.choose_place(place).action

    def at_place(self, place: Ref) -> tuple[Action, ...]:
        """The actions aimed at a place, narrowed by what is chosen."""
        return tuple(one for one in self.narrowing.left if one.target == place)

    def _next(self) -> Step:
        now = self.narrowing
        action = now.action
        if action is not None:
            return Step("commit" if action.verb in AT_ONCE else "confirm", action)
        open_refs = [ref for ref in now.lit if ref_kind(ref) not in ON_BOARD]
        if now.target != NO_REF and open_refs:
            return Step("menu", place=now.target)
        return Step("choose")
