"""The position: plain whole numbers in flat lists; only events write it."""

from __future__ import annotations

from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from game.model.actions import Action
from game.model.decisions import Decision
from game.model.ids import (
    NO_CARD,
    NO_REF,
    NO_SEAT,
    CardIx,
    Ref,
    RouteIx,
    SeatIx,
    SeatMask,
)

IN_POOL = -1
OUT_OF_GAME = -2
ALOFT = -3
"""Places of a piece that is not in an area: in its pool, prosecuted, or a satellite."""

EXPOSED = 1
KEPT = 2
RAIDED = 4
CASED = 8
SET = 16
"""Marks of a piece: exposed; owes upkeep; raided or exposed this quarter; a case was built on
it this quarter; its watch was set this quarter."""
FOUND = 32
_RAIDED_BY = 256


def raided_by(seat: SeatIx) -> int:
    """The mark of a piece that this seat raided this quarter."""
    return _RAIDED_BY << seat


DORMANT, OPEN, OPENED = 0, 1, 2
"""A route not in use, in use from the start, opened in play."""

PORTFOLIO, PENDING, ACTIVE = 0, 1, 2
"""A strategic card's life."""

TALLY = ("routed", "seized", "seen", "delivered", "undetected")
"""What `State.tally` counts of the last FLOW."""


AXES: dict[str, tuple[str, ...]] = {
    "seat": (
        "budget",
        "capital",
        "cash",
        "bank",
        "stash",
        "ready",
        "deployments",
        "moves",
        "used",
        "reacted",
        "keep",
        "guesses",
        "fewer_plays",
        "supply_cut",
        "sent",
        "lost",
        "ways",
        "pins",
        "wakes",
        "decks",
        "hands",
        "discards",
        "plans",
        "sealed",
        "orders",
    ),
    "area": ("gov", "violence"),
    "route": (
        "open",
        "heat",
        "cooling",
        "flow",
        "flow_before",
        "seized",
        "seen",
        "marker",
        "surged",
        "opener",
        "estimate",
        "true_known",
        "route_known",
    ),
    "piece": (
        "piece_area",
        "piece_watch",
        "piece_watch2",
        "piece_rotation",
        "piece_marks",
        "piece_known",
        "piece_card",
        "piece_since",
        "piece_left",
    ),
    "card": (
        "card_state",
        "card_seat",
        "card_due",
        "card_joined",
        "card_target",
        "card_second",
        "card_surcharge",
        "card_out",
        "played",
    ),
}
"""What the lists of a position are indexed by."""


class Mod(msgspec.Struct, frozen=True, gc=False):
    """A standing modifier (see the `modifier` effect)."""

    what: str
    by: int
    test: str = "any"
    seats: SeatMask = SeatMask(-1)
    areas: int = -1
    """Set of areas, bit `1 << area`; -1 for all."""
    route: RouteIx = RouteIx(-1)
    card: CardIx = NO_CARD
    owner: SeatIx = NO_SEAT
    lasts: str = "card"
    """card, quarter or game."""
    detect: int = 0
    endgame: int = 0
    cost: int = 0


class Plan(msgspec.Struct, frozen=True, gc=False):
    """A play that a Red seat has chosen, and whether NADC has seen it."""

    action: Action
    shown: bool = False


class Ran(msgspec.Struct, frozen=True, gc=False):
    """A card that was played, and on what."""

    seat: SeatIx
    card: CardIx
    target: Ref = NO_REF


class Order(msgspec.Struct, frozen=True, gc=False):
    """A standing reaction: its window, its card (none for Respond), and whether it helps partners
    or hinders the other side."""

    window: int
    card: CardIx = NO_CARD
    helps: bool = False


class Sealed(msgspec.Struct, frozen=True, gc=False):
    """A sealed tactical turn: what to do, else what instead."""

    order: Action
    fallback: Action | None = None


class State:
    """A whole position. Lists are indexed by seat, area, route, piece or card.

    `clock` counts the events applied so far; `queue` holds the seats still to act in the
    current step, `active` is whose turn it is, `pending` the stack of decisions. Track values
    are in `tracks` in the order of the rulebook. `piece_left` is the area that a removed piece
    left, `card_out` how often a card without pieces is out, `ran` and `ran_before` what was
    played this quarter and the last.

    Of the last FLOW `sent`, `lost` and `ways` hold by network the units routed and seized and the
    set of routes used; `opener` is by route the seat that opened it in play. For the next FLOW
    `pins` and `wakes` hold by seat the routes that loads must use, and the dormant ones to open
    first (NO_ROUTE: and no others).

    Bit sets (`*_known`, `persons`, `unlocked`, `fired`) are plain integers. Events never change a
    list in place: they put another there.
    """

    seed: int
    branch: int
    clock: int
    quarter: int
    phase: str
    step: int
    round: int
    active: SeatIx
    persons: SeatMask
    over: int
    sudden: int
    governed_areas: int
    governed_free: int
    fired: int
    unlocked: int
    flags: int
    queue: list[SeatIx]
    pending: list[Decision]
    tracks: list[int]
    budget: list[int]
    capital: list[int]
    cash: list[int]
    bank: list[int]
    stash: list[int]
    ready: list[int]
    deployments: list[int]
    moves: list[int]
    used: list[int]
    reacted: list[int]
    keep: list[int]
    guesses: list[int]
    gov: list[int]
    violence: list[int]
    open: list[int]
    heat: list[int]
    cooling: list[int]
    flow: list[int]
    flow_before: list[int]
    seized: list[int]
    seen: list[int]
    marker: list[int]
    surged: list[int]
    estimate: list[int]
    true_known: list[int]
    route_known: list[int]
    piece_area: list[int]
    piece_watch: list[int]
    piece_watch2: list[int]
    piece_rotation: list[int]
    piece_marks: list[int]
    piece_known: list[int]
    piece_card: list[int]
    piece_since: list[int]
    piece_left: list[int]
    card_state: list[int]
    card_seat: list[int]
    card_due: list[int]
    card_joined: list[int]
    card_target: list[int]
    card_second: list[int]
    card_surcharge: list[int]
    card_out: list[int]
    mods: list[Mod]
    fewer_plays: list[int]
    pins: list[list[int]]
    wakes: list[list[int]]
    supply_cut: list[int]
    injects_due: list[int]
    tally: list[int]
    sent: list[int]
    lost: list[int]
    ways: list[int]
    opener: list[int]
    opened_now: list[int]
    played: list[int]
    ran: list[Ran]
    ran_before: list[Ran]
    decks: list[list[int]]
    hands: list[list[int]]
    discards: list[list[int]]
    plans: list[list[Plan]]
    sealed: list[list[Sealed]]
    orders: list[list[Order]]

    __slots__ = tuple(__annotations__)

    def __init__(self) -> None:
        for name, hint in _FIELD_TYPES.items():
            setattr(self, name, [] if get_origin(hint) is list else 0)
        self.phase = "setup"
        self.active = NO_SEAT

    def snapshot(self) -> State:
        """This position, kept while events go on with it, or to let others happen to it: it shares
        its lists, since events replace lists and never change them. Who changes a list in place
        must first put another there.

        Written out line by line, since one is taken before every action.
        """
        new = State.__new__(State)
        self._share_course(new)
        self._share_seats(new)
        self._share_board(new)
        self._share_pieces(new)
        self._share_cards(new)
        return new

    def _share_course(self, new: State) -> None:
        new.seed = self.seed
        new.branch = self.branch
        new.clock = self.clock
        new.quarter = self.quarter
        new.phase = self.phase
        new.step = self.step
        new.round = self.round
        new.active = self.active
        new.persons = self.persons
        new.over = self.over
        new.sudden = self.sudden
        new.governed_areas = self.governed_areas
        new.governed_free = self.governed_free
        new.fired = self.fired
        new.unlocked = self.unlocked
        new.flags = self.flags
        new.queue = self.queue
        new.pending = self.pending

    def _share_seats(self, new: State) -> None:
        new.tracks = self.tracks
        new.budget = self.budget
        new.capital = self.capital
        new.cash = self.cash
        new.bank = self.bank
        new.stash = self.stash
        new.ready = self.ready
        new.deployments = self.deployments
        new.moves = self.moves
        new.used = self.used
        new.reacted = self.reacted
        new.keep = self.keep
        new.guesses = self.guesses
        new.fewer_plays = self.fewer_plays
        new.supply_cut = self.supply_cut
        new.sent = self.sent
        new.lost = self.lost
        new.ways = self.ways
        new.pins = self.pins
        new.wakes = self.wakes

    def _share_board(self, new: State) -> None:
        new.gov = self.gov
        new.violence = self.violence
        new.open = self.open
        new.heat = self.heat
        new.cooling = self.cooling
        new.flow = self.flow
        new.flow_before = self.flow_before
        new.seized = self.seized
        new.seen = self.seen
        new.marker = self.marker
        new.surged = self.surged
        new.estimate = self.estimate
        new.true_known = self.true_known
        new.route_known = self.route_known
        new.opener = self.opener
        new.opened_now = self.opened_now
        new.tally = self.tally

    def _share_pieces(self, new: State) -> None:
        new.piece_area = self.piece_area
        new.piece_watch = self.piece_watch
        new.piece_watch2 = self.piece_watch2
        new.piece_rotation = self.piece_rotation
        new.piece_marks = self.piece_marks
        new.piece_known = self.piece_known
        new.piece_card = self.piece_card
        new.piece_since = self.piece_since
        new.piece_left = self.piece_left

    def _share_cards(self, new: State) -> None:
        new.card_state = self.card_state
        new.card_seat = self.card_seat
        new.card_due = self.card_due
        new.card_joined = self.card_joined
        new.card_target = self.card_target
        new.card_second = self.card_second
        new.card_surcharge = self.card_surcharge
        new.card_out = self.card_out
        new.played = self.played
        new.ran = self.ran
        new.ran_before = self.ran_before
        new.mods = self.mods
        new.injects_due = self.injects_due
        new.decks = self.decks
        new.hands = self.hands
        new.discards = self.discards
        new.plans = self.plans
        new.sealed = self.sealed
        new.orders = self.orders

    def as_data(self) -> dict[str, Any]:
        """Plain data of the whole position, for a save; the inverse of `from_data`."""
        return {name: msgspec.to_builtins(getattr(self, name)) for name in State.__slots__}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> State:
        """The position that `as_data` described; raises `msgspec.ValidationError`."""
        state = cls()
        for name in cls.__slots__:
            setattr(state, name, msgspec.convert(data[name], _FIELD_TYPES[name]))
        return state

    @staticmethod
    def element_type(name: str) -> Any:
        """The type of a plain field, or of what a list holds (of the innermost list)."""
        hint = _FIELD_TYPES[name]
        while get_origin(hint) is list:
            hint = get_args(hint)[0]
        return hint

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, State):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in State.__slots__)

    __hash__ = None  # type: ignore[assignment]


_FIELD_TYPES = get_type_hints(State)
ROWS = tuple(
    name
    for name, hint in _FIELD_TYPES.items()
    if get_origin(hint) is list and get_origin(get_args(hint)[0]) is list
)
"""Lists that hold a list for each seat."""
