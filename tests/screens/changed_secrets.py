"""The same sitting as far as some seats may know, with everything that they may not know changed.

Facts are changed in the position, and the events that tell of them in the journal.
"""

from collections.abc import Sequence
from copy import deepcopy

import msgspec

from game.model.dice import below, shuffled
from game.model.events import Event, Laundered, MoneyChanged
from game.model.ids import SeatIx, SeatMask
from game.model.state import ALOFT, Order, State
from game.play.session import Session
from game.rules.engine import Game
from game.rules.knowledge import knows_rotation, sees_piece
from game.rules.reactions import BEFORE_TEST

SALT = 77
_MARGINS = (Laundered, MoneyChanged)
_OTHER_NUMBERS = ("before", "after", "rolled", "hidden", "income", "cleaned", "short", "value")


def with_other_secrets(session: Session, *, margins: bool = True) -> Session:
    """A sitting at the same decision, whose hidden facts differ from those of this one.

    Without `margins` what has been banked so far is as it was.
    """
    mask = session.audience()
    game = session.game
    state = deepcopy(game.state)
    state.seed ^= 0x5EED
    viewers = [SeatIx(ix) for ix in range(len(game.campaign.seats)) if mask >> ix & 1]
    for red in game.tables.red:
        if viewers != [red]:
            _other_network(game, state, red, viewers)
    for red in (seat for seat in viewers if game.tables.is_red(seat)):
        _other_rotations(game, state, red)
        for seat in game.tables.nadc:
            state.hands[seat] = _other_hand(game, state, seat)
    _other_orders(game, state, viewers)
    state.decks = [shuffled(deck, SALT, ix) for ix, deck in enumerate(state.decks)]
    journal = [
        event
        if isinstance(event, _MARGINS) and not margins
        else _other_event(game, event, mask, at)
        for at, event in enumerate(game.journal)
    ]
    return _gone_on(session, state, journal)


def with_same_secrets(session: Session) -> Session:
    """The same sitting, gone on with as the other one is."""
    return _gone_on(session, deepcopy(session.game.state), list(session.game.journal))


def _gone_on(session: Session, state: State, journal: list[Event]) -> Session:
    game = Game.resume(session.campaign, state, journal)
    made = Session(game, session.seats, None)
    made.hand_over.follow(game.to_move)
    return made


def _other_network(game: Game, state: State, red: SeatIx, viewers: Sequence[SeatIx]) -> None:
    """Another place for every piece that somebody cannot see, other money, hand and plays."""
    tables = game.tables
    for piece in tables.seat_pieces[red]:
        seen = all(sees_piece(tables, state, seat, piece) for seat in viewers)
        if state.piece_area[piece] >= 0 and not seen:
            state.piece_area[piece] = below(len(tables.near), SALT, piece)
    for amounts in (state.cash, state.bank, state.stash):
        amounts[red] += 3
    state.supply_cut[red] += 1
    state.plans[red] = [plan for plan in state.plans[red] if plan.shown]
    state.sealed[red] = []
    state.hands[red] = _other_hand(game, state, red)


def _other_hand(game: Game, state: State, seat: SeatIx) -> list[int]:
    """As many other cards of a seat's deck."""
    deck = sorted(set(game.tables.deck[seat]))
    return [deck[(deck.index(card) + 1) % len(deck)] for card in state.hands[seat]]


def _other_orders(game: Game, state: State, viewers: Sequence[SeatIx]) -> None:
    """Every seat but one that looks alone stands ready where it did not, and the other way."""
    if game.campaign.rules.reactions:
        for seat, orders in enumerate(state.orders):
            if viewers != [seat]:
                state.orders[seat] = [] if orders else [Order(BEFORE_TEST)]


def _other_rotations(game: Game, state: State, red: int) -> None:
    """Other routes for every Rotating unit of which no mole or card tells the seat."""
    for piece, routes in enumerate(state.piece_rotation):
        known = knows_rotation(game.tables, state, red, piece)
        if routes and not known and state.piece_area[piece] not in (ALOFT,):
            here = game.tables.watch_here[state.piece_area[piece]]
            state.piece_rotation[piece] = sum(1 << route for route in here[-2:])


def _other_event(game: Game, event: Event, mask: SeatMask, at: int) -> Event:
    """An event that the viewers may not know of, telling something else."""
    if event.seen & mask == mask:
        return event
    changes: dict[str, object] = {}
    fields = set(event.__struct_fields__)
    limits: dict[str, int] = {
        "area": len(game.campaign.areas),
        "card": len(game.campaign.cards),
        "route": len(game.campaign.routes),
    }
    for name, limit in limits.items():
        if name in fields and getattr(event, name) >= 0:
            changes[name] = below(limit, SALT, at)
    for name in _OTHER_NUMBERS:
        if name in fields and isinstance(getattr(event, name), int):
            changes[name] = getattr(event, name) + 1
    if "path" in fields:
        changes["path"] = event.path[::-1]  # type: ignore[attr-defined]
    if "text" in fields:
        changes["text"] = f"something else {at}"
    if "action" in fields:
        action = event.action  # type: ignore[attr-defined]
        changes["action"] = msgspec.structs.replace(action, target=-1, other=-1)
    return msgspec.structs.replace(event, **changes)
