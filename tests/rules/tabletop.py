"""A small table for chapter tests: First Light, with the position set as a test needs it."""

from functools import cache

from game.content.campaign import Campaign
from game.content.loader import load_campaign
from game.model.actions import Action
from game.model.dice import below
from game.model.ids import NO_CARD, NO_REF, AreaIx, CardIx, PieceIx, Ref, RouteIx, SeatIx
from game.model.state import EXPOSED
from game.resources import campaigns_dir
from game.rules.engine import Game
from game.rules.table import Table
from game.rules.tables import TRACK_IX


@cache
def first_light() -> Campaign:
    return load_campaign(campaigns_dir() / "first-light")


class Tabletop:
    """A game, and words instead of places for everything a test touches."""

    def __init__(self, persons: tuple[str, ...] = (), seed: int = 1) -> None:
        self.campaign = first_light()
        self.game = Game.start(self.campaign, persons, seed)
        self.tables = self.game.tables

    @property
    def state(self):
        return self.game.state

    @property
    def table(self) -> Table:
        return Table(self.tables, self.game.state, self.game.journal)

    def seat(self, name: str) -> SeatIx:
        return SeatIx(self.campaign.seat_ix[name])

    def area(self, name: str) -> AreaIx:
        return AreaIx(self.campaign.area_ix[name])

    def route(self, name: str) -> RouteIx:
        return RouteIx(self.campaign.route_ix[name])

    def card(self, name: str) -> CardIx:
        return CardIx(self.campaign.card_ix[name])

    def track(self, name: str) -> int:
        return self.state.tracks[TRACK_IX[name]]

    def set_track(self, name: str, value: int) -> None:
        self.state.tracks[TRACK_IX[name]] = value
        self.changed()

    def changed(self) -> None:
        """Tell the game that a test has set the position by hand."""
        self.state.clock += 1
        self.game._legal = self.game._table = None
        self.game._steps.clear()

    def pieces(self, seat: str, kind: str) -> list[PieceIx]:
        key = (self.seat(seat), self.campaign.kind_ix[kind])
        return list(self.tables.pools[key])

    def put(self, seat: str, kind: str, area: str, watch: str | None = None) -> PieceIx:
        """Put a piece from the pool in an area."""
        piece = next(p for p in self.pieces(seat, kind) if self.state.piece_area[p] == -1)
        self.state.piece_area[piece] = self.area(area)
        if watch is not None:
            self.state.piece_watch[piece] = self.route(watch)
        self.changed()
        return piece

    def clear(self, *seats: str) -> None:
        """Take every piece of these seats off the map."""
        for seat in seats:
            for piece in self.tables.seat_pieces[self.seat(seat)]:
                self.state.piece_area[piece] = self.state.piece_watch[piece] = -1
        self.changed()

    def expose(self, piece: PieceIx) -> None:
        self.state.piece_marks[piece] |= EXPOSED
        self.state.piece_known[piece] = self.tables.nadc_mask
        self.changed()

    def until(self, phase: str, seat: str | None = None) -> None:
        """Let everybody pass until a phase (and a seat's turn in it)."""
        for _ in range(400):
            here = self.state.phase == phase and not self.state.pending
            if here and (seat is None or self.game.to_move == (self.seat(seat),)):
                return
            legal = self.game.legal_actions()
            assert legal, f"{phase} was never reached"
            self.game.apply(legal[-1])
        raise AssertionError(f"{phase} was never reached")

    def do(self, seat: str, verb: str, card: str = "", target: Ref = NO_REF, other: Ref = NO_REF):
        """Apply an action by words."""
        ix = self.card(card) if card else NO_CARD
        return self.game.apply(Action(self.seat(seat), verb, ix, target, other))

    def legal(self, seat: str, verb: str) -> list[Action]:
        return [a for a in self.game.legal_actions(self.seat(seat)) if a.verb == verb]

    def play_out(self, salt: int = 0) -> int:
        """Play at random to the end; returns the number of actions."""
        count = 0
        while not self.game.is_over:
            legal = self.game.legal_actions()
            self.game.apply(legal[below(len(legal), salt, count)])
            count += 1
        return count
