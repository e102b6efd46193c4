"""A position that a seat could be in: what it knows is kept, the rest is drawn (RULES 15).

Bots that look ahead are handed such a position, never the seed and never the truth.
"""

from game.model.dice import below, draw, mix, shuffled, stream
from game.model.ids import PieceIx, SeatIx
from game.model.state import DORMANT, OPENED, ROWS, State
from game.rules.knowledge import knows_raid, knows_rotation, knows_route, sees_piece
from game.rules.pieces import red_places
from game.rules.table import Table
from game.rules.tables import Tables

_PLACE, _CASH, _ROTATE, _DECK = (stream(n) for n in ("place", "cash", "rotation", "deck"))
_CASH_SPAN = 9


def sample(tables: Tables, state: State, seat: SeatIx, salt: int) -> State:
    """A copy of the position in which everything that the seat cannot know is drawn from `salt`.

    Equal for any two positions that look the same to the seat.
    """
    new = _own(state)
    new.seed = mix(salt) >> 1
    new.branch = 0
    hidden = [p for p in tables.red_pieces if _is_hidden(tables, state, seat, p)]
    _forget_red(tables, new, seat)
    if tables.is_red(seat):
        _forget_rotations(tables, new, seat, salt)
    _scatter(tables, new, hidden, seat, salt)
    _shuffle_decks(tables, new, seat, salt)
    return new


_REDRAWN = (
    "bank",
    "stash",
    "cash",
    "supply_cut",
    "keep",
    "open",
    "flow",
    "flow_before",
    "piece_area",
    "piece_watch",
    "piece_rotation",
    "piece_marks",
    "piece_known",
    "piece_since",
    "card_state",
    "card_seat",
    *ROWS,
)
"""Lists that a sampled position does not share, since they are drawn anew in place."""


def _own(state: State) -> State:
    new = state.snapshot()
    for name in _REDRAWN:
        setattr(new, name, list(getattr(state, name)))
    return new


def _is_hidden(tables: Tables, state: State, seat: SeatIx, piece: PieceIx) -> bool:
    if tables.piece_seat[piece] == seat:
        return False
    if state.piece_area[piece] < 0:
        return not (tables.is_nadc(seat) and knows_raid(tables, state, seat, piece))
    return not sees_piece(tables, state, seat, piece)


def _forget_red(tables: Tables, new: State, seat: SeatIx) -> None:
    """Plans, money and secretly opened routes of other Red seats are not known, nor anybody
    else's standing orders."""
    others = [red for red in tables.red if red != seat]
    new.orders = [row if owner == seat else [] for owner, row in enumerate(new.orders)]
    for red in others:
        new.plans[red] = [plan for plan in new.plans[red] if plan.shown]
        new.sealed[red] = []
        new.bank[red] = new.stash[red] = new.supply_cut[red] = 0
        new.keep[red] = tables.campaign.rules.money.keep_start
        new.pins[red], new.wakes[red] = [], []
    new.ran = [one for one in new.ran if one.seat not in others]
    new.ran_before = [one for one in new.ran_before if one.seat not in others]
    new.mods = [mod for mod in new.mods if mod.owner not in others]
    for route, how in enumerate(new.open):
        if how == OPENED and not knows_route(tables, new, seat, route):
            new.open[route] = DORMANT
            new.flow[route] = new.flow_before[route] = 0
    for card, owner in enumerate(new.card_seat):
        if owner in others:
            new.card_state[card] = 0
            new.card_seat[card] = -1


def _forget_rotations(tables: Tables, new: State, seat: SeatIx, salt: int) -> None:
    """A Rotating unit could watch any route where it stands."""
    unknown = [p for p in tables.nadc_pieces if not knows_rotation(tables, new, seat, p)]
    for piece in unknown:
        if new.piece_rotation[piece]:
            here = tables.watch_here[new.piece_area[piece]]
            new.piece_rotation[piece] = sum(1 << route for route in here[:3])
            new.piece_watch[piece] = here[below(len(here), salt, _ROTATE, piece)]


def _scatter(tables: Tables, new: State, hidden: list[PieceIx], seat: SeatIx, salt: int) -> None:
    """Put the pieces that the seat cannot see where they could be, as many as at the start."""
    for piece in hidden:
        new.piece_area[piece] = min(new.piece_area[piece], -1)
        if new.piece_area[piece] != -2:
            new.piece_area[piece] = -1
        new.piece_known[piece] = new.piece_marks[piece] = 0
        new.piece_since[piece] = 0
    wanted = _usual_number(tables)
    for piece in hidden:
        kind, owner = tables.piece_kind[piece], tables.piece_seat[piece]
        if wanted.get((owner, kind), 0) <= _on_map(tables, new, owner, kind):
            continue
        places = tables.areas_in(red_places(Table(tables, new, []), kind, owner))
        if places and new.piece_area[piece] == -1:
            new.piece_area[piece] = places[below(len(places), salt, _PLACE, piece)]
    for red in tables.red:
        if red != seat:
            new.cash[red] = draw(salt, _CASH, red) % _CASH_SPAN


def _on_map(tables: Tables, new: State, owner: int, kind: int) -> int:
    return sum(new.piece_area[piece] >= 0 for piece in tables.pools.get((owner, kind), ()))


def _usual_number(tables: Tables) -> dict[tuple[int, int], int]:
    """How many pieces of each kind a seat expects: what the campaign puts down at the start."""
    campaign = tables.campaign
    found: dict[tuple[int, int], int] = {}
    for placement in campaign.frame.placements:
        seat = campaign.seat_ix.get(placement.seat, -1)
        key = (seat, campaign.kind_ix[placement.kind])
        found[key] = found.get(key, 0) + placement.count
    return found


def _shuffle_decks(tables: Tables, new: State, seat: SeatIx, salt: int) -> None:
    """Decks are drawn afresh; so are hands that the seat cannot see."""
    for owner, deck in enumerate(tables.deck):
        known = owner == seat or (tables.is_nadc(seat) and tables.is_nadc(owner))
        size = len(new.hands[owner])
        if known:
            rest = sorted(new.decks[owner])
            new.decks[owner] = shuffled(rest, salt, _DECK, owner)
        else:
            every = shuffled(sorted(deck), salt, _DECK, owner)
            new.hands[owner], new.decks[owner] = sorted(every[:size]), every[size:]
            new.discards[owner] = []
