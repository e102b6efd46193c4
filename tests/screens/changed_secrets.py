"""The same sitting as far as some seats may know, with everything that they may not know changed.

Facts are changed in the position, and the events that tell of them in the journal.
"""

from copy import deepcopy

import msgspec

from game.model.dice import below, shuffled
from game.model.events import Event
from game.model.ids import SeatMask
from game.model.state import ALOFT, EXPOSED, State
from game.play.session import Session
from game.rules.engine import Game
from game.rules.knowledge import knows_rotation

SALT = 77
_OTHER_NUMBERS = ("before", "after", "rolled", "hidden", "income", "cleaned", "short", "value")


def with_other_secrets(session: Session) -> Session:
    """A sitting at the same decision, whose hidden facts differ from those of this one."""
    mask = session.audience()
    game = session.game
    state = deepcopy(game.state)
    state.seed ^= 0x5EED
    viewers = [ix for ix in range(len(game.campaign.seats)) if mask >> ix & 1]
    for red in game.tables.red:
        if viewers != [red]:
            _other_network(game, state, red, mask)
    for red in (seat for seat in viewers if game.tables.is_red(seat)):
        _other_rotations(game, state, red)
    state.decks = [shuffled(deck, SALT, ix) for ix, deck in enumerate(state.decks)]
    journal = [_other_event(game, event, mask, at) for at, event in enumerate(game.journal)]
    return _gone_on(session, state, journal)


def with_same_secrets(session: Session) -> Session:
    """The same sitting, gone on with as the other one is."""
    return _gone_on(session, deepcopy(session.game.state), list(session.game.journal))


def _gone_on(session: Session, state: State, journal: list[Event]) -> Session:
    game = Game.resume(session.campaign, state, journal)
    made = Session(game, session.seats, None)
    made.hand_over.follow(game.to_move)
    return made


def _other_network(game: Game, state: State, red: int, mask: SeatMask) -> None:
    """Another place for every hidden piece, other money, another hand, other plays."""
    tables = game.tables
    for piece in tables.seat_pieces[red]:
        hidden = state.piece_area[piece] >= 0 and not state.piece_marks[piece] & EXPOSED
        if hidden:
            state.piece_area[piece] = below(len(tables.near), SALT, piece)
    for amounts in (state.cash, state.bank, state.stash):
        amounts[red] += 3
    state.supply_cut[red] += 1
    state.plans[red] = [plan for plan in state.plans[red] if plan.shown]
    state.sealed[red] = []
    hand = sorted(set(game.tables.deck[red]))
    state.hands[red] = [hand[(hand.index(card) + 1) % len(hand)] for card in state.hands[red]]


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
