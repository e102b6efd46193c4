"""Tactical decks, hands and discards (RULES 6)."""

from game.model.dice import shuffled, stream
from game.model.events import CardDiscarded, CardDrawn, DeckSet
from game.model.ids import CardIx, SeatIx, SeatMask
from game.rules.table import Table

_SHUFFLE = stream("shuffle")


def hand_seen(table: Table, seat: SeatIx) -> SeatMask:
    """Who may know a hand: partners show each other theirs, a Red seat hides its own."""
    return table.tables.nadc_mask if table.tables.is_nadc(seat) else table.private(seat)


def shuffle(table: Table, seat: SeatIx) -> None:
    """Shuffle a seat's discards into its deck; nobody sees the order."""
    state = table.state
    cards = sorted(state.decks[seat] + state.discards[seat])
    key = (state.branch, _SHUFFLE, seat, state.quarter)
    deck = tuple(CardIx(card) for card in shuffled(cards, state.seed, *key))
    table.emit(DeckSet(seat, deck, cause=table.cause, seen=SeatMask(0)))


def draw(table: Table, seat: SeatIx, count: int) -> None:
    """Draw cards, reshuffling the discards when the deck is empty."""
    state = table.state
    for _ in range(count):
        if not state.decks[seat]:
            if not state.discards[seat]:
                return
            shuffle(table, seat)
        card = CardIx(state.decks[seat][-1])
        table.emit(CardDrawn(seat, card, cause=table.cause, seen=hand_seen(table, seat)))


def draw_up(table: Table, seat: SeatIx) -> None:
    """Draw up to the hand size."""
    missing = table.rules.limits.hand - len(table.state.hands[seat])
    draw(table, seat, max(0, missing))


def discard(table: Table, seat: SeatIx, card: CardIx, seen: SeatMask) -> None:
    """Put a played or swapped card on the discards."""
    table.emit(CardDiscarded(seat, card, cause=table.cause, seen=seen))
