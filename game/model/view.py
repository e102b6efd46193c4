"""Views: what seats may know of a position, and nothing more (RULES 11)."""

import msgspec

from game.model.actions import Action
from game.model.decisions import Decision
from game.model.ids import AreaIx, CardIx, KindIx, PieceIx, RouteIx, SeatIx, SeatMask


class PieceView(msgspec.Struct, frozen=True, gc=False):
    """A piece that the viewers know of."""

    piece: PieceIx
    kind: KindIx
    seat: SeatIx
    area: int
    """Its area, or `ALOFT` for a satellite."""
    watch: tuple[RouteIx, ...]
    """Routes it watches; for a Rotating unit those it may watch, where the viewers know them."""
    rotating: bool
    exposed: bool
    kept: bool
    """Whether it costs its owner upkeep."""
    set: bool
    """Whether its watch was set this quarter."""


class RouteView(msgspec.Struct, frozen=True, gc=False):
    """A route as the viewers know it."""

    route: RouteIx
    open: bool
    """Whether they know it to be in use."""
    opened: bool
    """Whether it was opened in play, as far as they know."""
    low: int
    high: int
    """Estimate of last FLOW, in units; equal where the truth is known; -1 before any FLOW."""
    ghost: int
    """True flow of last FLOW where it is shown to all, else -1."""
    before: int
    """Flow of the FLOW before that, where it is known, else -1."""
    heat: int
    detect: int
    endgame: int
    """D and E as the viewers can know them."""
    lawful: bool
    """Whether somebody there may lawfully stop flow."""
    unknown: bool
    """Whether something hidden could change them."""
    seized: int
    seen: int
    surged: bool


class SeatView(msgspec.Struct, frozen=True, gc=False):
    """A seat's means; private numbers are -1 where the viewers may not know them."""

    seat: SeatIx
    budget: int
    capital: int
    cash: int
    bank: int
    stash: int
    ready: int
    deployments: int
    moves: int
    hand: tuple[CardIx, ...]
    hand_size: int
    plans: tuple[Action, ...]
    """Plays that the viewers know of."""
    planned: int
    """How many plays are chosen; -1 where unknown."""
    governed: bool
    pins: tuple[RouteIx, ...]
    """Routes that loads of its network must use in the next FLOW, where the viewers know them."""
    wakes: tuple[RouteIx, ...]
    """Dormant routes that it would open first; NO_ROUTE at the end: and no others."""
    sent: int
    lost: int
    """Units that its network routed in the last FLOW, and how many of them were seized."""


class CardView(msgspec.Struct, frozen=True, gc=False):
    """A strategic card that is pending or active."""

    card: CardIx
    seat: SeatIx
    active: bool
    due: int
    """Pending: the quarter in which it starts. Active: its last quarter, -1 until repealed."""
    joined: tuple[SeatIx, ...]


class View(msgspec.Struct, frozen=True, gc=False):
    """A position as some seats together may know it: only what every one of them may know."""

    seats: SeatMask
    quarter: int
    phase: str
    round: int
    active: SeatIx
    to_move: tuple[SeatIx, ...]
    pending: Decision | None
    over: bool
    tracks: tuple[int, ...]
    gov: tuple[int, ...]
    violence: tuple[int, ...]
    gov_score: int
    pieces: tuple[PieceView, ...]
    routes: tuple[RouteView, ...]
    means: tuple[SeatView, ...]
    cards: tuple[CardView, ...]
    tally: tuple[int, ...]
    """Routed, seized, seen not stopped, delivered, undetected of the last FLOW."""
    governed_areas: tuple[AreaIx, ...]
