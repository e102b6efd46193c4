"""Cards of all levels and standing modifiers."""

from game.model.events.event import Event
from game.model.events.writing import put
from game.model.ids import NO_REF, NO_SEAT, CardIx, Ref, SeatIx, SeatMask
from game.model.state import ACTIVE, PENDING, PORTFOLIO, Mod, Ran, State


class CardPlayed(Event, frozen=True, tag=True):
    """A card was played and paid."""

    seat: SeatIx
    card: CardIx
    target: Ref = NO_REF
    second: Ref = NO_REF

    def apply(self, s: State) -> None:
        """Remember that it was played, and on what."""
        s.played = put(s.played, self.card, s.played[self.card] + 1)
        s.ran = [*s.ran, Ran(self.seat, self.card, self.target)]


class CardPending(Event, frozen=True, tag=True):
    """A card waits to take effect."""

    seat: SeatIx
    card: CardIx
    due: int
    joined: SeatMask
    target: Ref = NO_REF
    second: Ref = NO_REF

    def apply(self, s: State) -> None:
        """Note when it is due and who joined."""
        ix = self.card
        s.card_state = put(s.card_state, ix, PENDING)
        s.card_seat = put(s.card_seat, ix, self.seat)
        s.card_due = put(s.card_due, ix, self.due)
        s.card_joined = put(s.card_joined, ix, self.joined)
        s.card_target = put(s.card_target, ix, self.target)
        s.card_second = put(s.card_second, ix, self.second)
        s.card_surcharge = put(s.card_surcharge, ix, 0)
        s.card_out = put(s.card_out, ix, s.card_out[ix] + 1)


class CardActivated(Event, frozen=True, tag=True):
    """A card takes effect; `until` is its last quarter, -1 for as long as it is kept.

    A card that did not wait says whose it is and what it is aimed at.
    """

    card: CardIx
    until: int
    seat: SeatIx = NO_SEAT
    target: Ref = NO_REF
    second: Ref = NO_REF

    def apply(self, s: State) -> None:
        """Make it active."""
        ix = self.card
        if self.seat >= 0:
            s.card_seat = put(s.card_seat, ix, self.seat)
            s.card_target = put(s.card_target, ix, self.target)
            s.card_second = put(s.card_second, ix, self.second)
            s.card_surcharge = put(s.card_surcharge, ix, 0)
            s.card_out = put(s.card_out, ix, s.card_out[ix] + 1)
        s.card_state = put(s.card_state, ix, ACTIVE)
        s.card_due = put(s.card_due, ix, self.until)


class CardEnded(Event, frozen=True, tag=True):
    """A card went back to its portfolio; its standing effects stop."""

    card: CardIx
    repealed: bool
    surcharge: int = 0

    def apply(self, s: State) -> None:
        """Return it."""
        ix = self.card
        s.card_state = put(s.card_state, ix, PORTFOLIO)
        s.card_out = put(s.card_out, ix, 0)
        s.card_surcharge = put(s.card_surcharge, ix, self.surcharge)
        s.mods = [mod for mod in s.mods if mod.card != ix or mod.lasts != "card"]


class CardUnlocked(Event, frozen=True, tag=True):
    """A card became playable for good."""

    card: CardIx

    def apply(self, s: State) -> None:
        """Unlock it."""
        s.unlocked |= 1 << self.card


class DeckSet(Event, frozen=True, tag=True):
    """A seat's deck was shuffled."""

    barrier = True
    seat: SeatIx
    deck: tuple[CardIx, ...]

    def apply(self, s: State) -> None:
        """Lay the deck; the discards are in it."""
        s.decks = put(s.decks, self.seat, list(self.deck))
        s.discards = put(s.discards, self.seat, [])


class CardDrawn(Event, frozen=True, tag=True):
    """A seat drew a card; a named card comes from outside the deck."""

    barrier = True
    seat: SeatIx
    card: CardIx
    named: bool = False

    def apply(self, s: State) -> None:
        """Move it into the hand."""
        if not self.named:
            s.decks = put(s.decks, self.seat, s.decks[self.seat][:-1])
        s.hands = put(s.hands, self.seat, sorted([*s.hands[self.seat], self.card]))


class CardDiscarded(Event, frozen=True, tag=True):
    """A tactical card left the hand."""

    seat: SeatIx
    card: CardIx

    def apply(self, s: State) -> None:
        """Move it to the discards."""
        hand = s.hands[self.seat][:]
        hand.remove(self.card)
        s.hands = put(s.hands, self.seat, hand)
        s.discards = put(s.discards, self.seat, [*s.discards[self.seat], self.card])


class ModifierBegan(Event, frozen=True, tag=True):
    """A standing modifier began."""

    mod: Mod

    def apply(self, s: State) -> None:
        """Add it."""
        s.mods = [*s.mods, self.mod]


class ModifierSpent(Event, frozen=True, tag=True):
    """A standing modifier was used up."""

    index: int

    def apply(self, s: State) -> None:
        """Take it away."""
        s.mods = s.mods[: self.index] + s.mods[self.index + 1 :]
