"""Narrowing: clicks and keys cut the legal list down until one action is left.

The screen never invents an action: it lights what the list holds, and what remains of the list
after each choice is what may be chosen next.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from game.model.actions import Action
from game.model.ids import NO_CARD, NO_REF, CardIx, Ref

Slot = tuple[str, CardIx]
"""A verb and a card: what one tile of the tray stands for."""


def slot_of(action: Action) -> Slot:
    """The tile that an action belongs to."""
    return (action.verb, action.card)


@dataclass(frozen=True)
class Narrowing:
    """A legal list and what has been chosen of it so far.

    `slot` is the chosen verb and card, `target` and `other` the chosen places. Choosing returns a
    new narrowing; what does not occur in the list cannot be chosen.
    """

    legal: tuple[Action, ...] = ()
    slot: Slot | None = None
    target: Ref = NO_REF
    other: Ref = NO_REF

    @property
    def left(self) -> tuple[Action, ...]:
        """The actions that still fit."""
        found: Iterable[Action] = self.legal
        if self.slot is not None:
            found = (one for one in found if slot_of(one) == self.slot)
        if self.target != NO_REF:
            found = (one for one in found if one.target == self.target)
        if self.other != NO_REF:
            found = (one for one in found if one.other == self.other)
        return tuple(found)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """All tiles that have a legal action, in the order of the list."""
        return tuple(dict.fromkeys(slot_of(one) for one in self.legal))

    @property
    def lit(self) -> tuple[Ref, ...]:
        """The places that may be chosen next, in the order of the list."""
        if self.slot is None:
            return tuple(dict.fromkeys(one.target for one in self.legal if one.target != NO_REF))
        if self.target == NO_REF:
            return _named(one.target for one in self.left)
        if self.other == NO_REF:
            return _named(one.other for one in self.left)
        return ()

    @property
    def alternatives(self) -> tuple[Ref, ...]:
        """The targets that could be chosen instead of the present one."""
        return _named(one.target for one in self._without_target())

    @property
    def action(self) -> Action | None:
        """The one action that is left and complete; None while something is still open."""
        left = self.left
        if self.slot is None or len(left) != 1:
            return None
        return left[0]

    @property
    def is_begun(self) -> bool:
        """Whether anything is chosen."""
        return self.slot is not None or self.target != NO_REF

    def choose_slot(self, slot: Slot) -> "Narrowing":
        """Choose a tile; a place chosen before is kept where the tile allows it."""
        if slot not in self.slots:
            return self
        begun = replace(self, slot=slot, target=NO_REF, other=NO_REF)
        kept = replace(begun, target=self.target)
        return (kept if self.target != NO_REF and kept.left else begun)._settled()

    def choose_place(self, place: Ref) -> "Narrowing":
        """Choose a lit place, as the target or as what follows it."""
        if self.slot is None:
            begun = replace(self, target=place)
            slots = tuple(dict.fromkeys(slot_of(one) for one in begun.left))
            if not slots:
                return self
            return replace(begun, slot=slots[0])._settled() if len(slots) == 1 else begun
        if place not in self.lit:
            return self._instead(place)
        if self.target == NO_REF:
            return replace(self, target=place)._settled()
        return replace(self, other=place)

    def choose(self, action: Action) -> "Narrowing":
        """Choose an action of the list outright."""
        if action not in self.legal:
            return self
        return replace(self, slot=slot_of(action), target=action.target, other=action.other)

    def back(self) -> "Narrowing":
        """Take the last choice back."""
        if self.other != NO_REF and len(_named(one.other for one in self._without_other())) > 1:
            return replace(self, other=NO_REF)
        if self.target != NO_REF and len(_named(one.target for one in self._without_target())) > 1:
            return replace(self, target=NO_REF, other=NO_REF)
        return Narrowing(self.legal)

    def slots_at(self, place: Ref) -> tuple[Slot, ...]:
        """The tiles that have an action aimed at a place."""
        return tuple(dict.fromkeys(slot_of(one) for one in self.legal if one.target == place))

    def _instead(self, place: Ref) -> "Narrowing":
        """Another target for the same tile, chosen in one click while one was chosen already."""
        again = replace(self, target=NO_REF, other=NO_REF)
        return again.choose_place(place) if place in again.lit else self

    def _without_other(self) -> tuple[Action, ...]:
        return replace(self, other=NO_REF).left

    def _without_target(self) -> tuple[Action, ...]:
        return replace(self, target=NO_REF, other=NO_REF).left

    def _settled(self) -> "Narrowing":
        """With everything chosen that leaves no choice, except a target on the board."""
        left = self.left
        if self.target != NO_REF and self.other == NO_REF and len(left) == 1:
            return replace(self, other=left[0].other)
        return self


def narrowed(legal: Sequence[Action], before: Narrowing | None = None) -> Narrowing:
    """The narrowing of a new list; a choice made before is kept where it is still possible."""
    fresh = _begun(Narrowing(tuple(legal)))
    if before is None or before.slot is None or before.slot not in fresh.slots:
        return fresh
    kept = fresh.choose_slot(before.slot)
    if before.target != NO_REF and before.target in kept.lit:
        kept = kept.choose_place(before.target)
    return kept


def _begun(fresh: Narrowing) -> Narrowing:
    """With the first target chosen where every aimed action has the same one: a question about
    one unit lights where it may go or look, not the unit."""
    aimed = [one for one in fresh.legal if one.target != NO_REF]
    if not aimed or any(one.other == NO_REF for one in aimed):
        return fresh
    if len({(slot_of(one), one.target) for one in aimed}) > 1:
        return fresh
    return replace(fresh, slot=slot_of(aimed[0]), target=aimed[0].target)


def without_card(verb: str) -> Slot:
    """The tile of a verb that needs no card."""
    return (verb, NO_CARD)


def _named(places: Iterable[Ref]) -> tuple[Ref, ...]:
    return tuple(dict.fromkeys(place for place in places if place != NO_REF))
