"""SETUP: the position before the first quarter (RULES 5)."""

from collections.abc import Iterable

from game.content.schema.words import TRACKS
from game.model.ids import PieceIx, SeatIx, SeatMask
from game.model.state import AXES, DORMANT, IN_POOL, KEPT, OPEN, ROWS, TALLY, State
from game.rules import decks
from game.rules.table import Table
from game.rules.tables import Tables

_NOWHERE = (
    "guesses",
    "opener",
    "piece_watch",
    "piece_watch2",
    "piece_card",
    "piece_left",
    "card_seat",
    "card_target",
    "card_second",
)
"""Lists of places that begin with none."""


def first_state(tables: Tables, persons: Iterable[str], seed: int) -> State:
    """The position that the campaign describes, with every piece on its place."""
    campaign = tables.campaign
    state = State()
    state.seed = seed & ((1 << 63) - 1)
    state.persons = SeatMask(sum(1 << campaign.seat_ix[name] for name in set(persons)))
    state.quarter = 0
    start = campaign.frame.start
    state.tracks = [getattr(start, name) for name in TRACKS]
    _clear(tables, state)
    _seats(tables, state)
    _board(tables, state)
    _place(tables, state)
    return state


def _clear(tables: Tables, state: State) -> None:
    """Nothing is used, known or aimed at yet."""
    campaign = tables.campaign
    counts = {
        "seat": len(campaign.seats),
        "area": len(campaign.areas),
        "route": len(campaign.routes),
        "piece": len(tables.piece_kind),
        "card": len(campaign.cards),
    }
    for axis, names in AXES.items():
        for name in names:
            start = -1 if name in _NOWHERE else 0
            setattr(state, name, [start] * counts[axis])
    for name in ROWS:
        setattr(state, name, [[] for _ in campaign.seats])
    state.tally = [0] * len(TALLY)
    state.estimate = []  # nobody has analysed anything before the first FLOW


def _seats(tables: Tables, state: State) -> None:
    seats = tables.campaign.seats
    rules = tables.campaign.rules
    state.budget = [seat.budget or 0 for seat in seats]
    state.cash = [seat.cash for seat in seats]
    state.capital = [
        (rules.money.capital_start if seat.capital is None else seat.capital)
        if seat.side == "nadc"
        else 0
        for seat in seats
    ]
    state.keep = [rules.money.keep_start if seat.side == "red" else 0 for seat in seats]
    state.discards = [sorted(deck) for deck in tables.deck]


def _board(tables: Tables, state: State) -> None:
    areas, routes = tables.campaign.areas, tables.campaign.routes
    governed = tables.governed
    state.gov = [area.gov if governed[ix] else 0 for ix, area in enumerate(areas)]
    state.violence = [area.violence if governed[ix] else 0 for ix, area in enumerate(areas)]
    state.open = [DORMANT if route.dormant else OPEN for route in routes]
    state.heat = [route.heat for route in routes]


def _place(tables: Tables, state: State) -> None:
    state.piece_area = [IN_POOL] * len(tables.piece_kind)
    campaign = tables.campaign
    for placement in campaign.frame.placements:
        seat = campaign.seat_ix.get(placement.seat)
        if seat is None:
            continue
        key = (seat, campaign.kind_ix[placement.kind])
        for _ in range(placement.count):
            piece = next(p for p in tables.pools[key] if state.piece_area[p] == IN_POOL)
            _put(tables, state, piece, placement.area, placement.watch)


def _put(tables: Tables, state: State, piece: PieceIx, area: str, watch: str | None) -> None:
    state.piece_area[piece] = tables.campaign.area_ix[area]
    state.piece_marks[piece] &= ~KEPT
    if watch is not None:
        state.piece_watch[piece] = tables.campaign.route_ix[watch]


def shuffle_decks(table: Table) -> None:
    """Shuffle every tactical deck (0)."""
    for ix, deck in enumerate(table.tables.deck):
        if deck:
            decks.shuffle(table, SeatIx(ix))
