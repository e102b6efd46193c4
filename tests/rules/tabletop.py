"""A small table for chapter tests: First Light, with the position set as a test needs it."""

from dataclasses import replace
from functools import cache
from typing import Any

import yaml
from pydantic import TypeAdapter

from game.content.campaign import Campaign
from game.content.loader import load_campaign
from game.content.schema.cards import Card
from game.content.schema.effects import Effect
from game.content.schema.units import Pool
from game.model.actions import Action
from game.model.dice import below
from game.model.events import Event
from game.model.ids import NO_CARD, NO_REF, AreaIx, CardIx, PieceIx, Ref, RouteIx, SeatIx
from game.model.state import EXPOSED
from game.resources import campaigns_dir
from game.rules.effects import carry_out
from game.rules.engine import Game
from game.rules.resolution import aim_at
from game.rules.table import Table
from game.rules.tables import TRACK_IX


@cache
def first_light() -> Campaign:
    return load_campaign(campaigns_dir() / "first-light")


def changed_campaign(
    rules: dict[str, Any] | None = None,
    cards: tuple[dict[str, Any], ...] = (),
    owner: str = "us",
    pool: tuple[str, ...] = (),
    **frame: Any,
) -> Campaign:
    """First Light with other rules, further cards and pieces of a seat, and other parts of its
    frame; `rules` has a mapping for each group, or a plain value."""
    campaign = first_light()
    old = campaign.frame
    groups = {
        name: getattr(old.rules, name).model_copy(update=one) if isinstance(one, dict) else one
        for name, one in (rules or {}).items()
    }
    made = tuple(Card.model_validate(one) for one in cards)
    standing = tuple(card.id for card in made if card.level != "tactical")
    drawn = tuple(card.id for card in made if card.level == "tactical")
    seats = tuple(
        seat.model_copy(
            update={
                "cards": seat.cards + standing,
                "deck": seat.deck + drawn,
                "pool": seat.pool + tuple(Pool(kind=kind, count=1) for kind in pool),
            }
        )
        if seat.id == owner
        else seat
        for seat in old.seats
    )
    update = {"rules": old.rules.model_copy(update=groups), "seats": seats, **frame}
    return replace(campaign, frame=old.model_copy(update=update), cards=(*campaign.cards, *made))


def library_card(name: str) -> dict[str, Any]:
    """A card of the shipped library, as its file has it."""
    for path in sorted((campaigns_dir() / "library" / "cards").glob("*.yaml")):
        for card in yaml.safe_load(path.read_text("utf-8"))["cards"]:
            if card["id"] == name:
                return card
    raise KeyError(name)


class Tabletop:
    """A game, and words instead of places for everything a test touches."""

    def __init__(
        self, persons: tuple[str, ...] = (), seed: int = 1, campaign: Campaign | None = None
    ) -> None:
        self.campaign = campaign or first_light()
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

    def turn(self, phase: str, seat: str) -> None:
        """Give a seat its turn in a phase; after it the other seats have theirs."""
        state = self.state
        order = self.tables.initiative(max(1, state.quarter))
        state.phase, state.active = phase, self.seat(seat)
        state.quarter, state.round = max(1, state.quarter), int(phase == "tactical")
        state.queue = [one for one in order if one != self.seat(seat)]
        state.step = 2 if phase == "strategic" else 1
        state.pending = []
        self.changed()

    def give(self, seat: str, card: str) -> None:
        """Put a card in a hand, alone."""
        self.state.hands[self.seat(seat)] = [self.card(card)]
        self.changed()

    def effect(
        self, written: dict[str, Any], seat: str = "us", target: Ref = NO_REF, second: Ref = NO_REF
    ) -> list[Event]:
        """Let one effect happen; returns the events that it made."""
        start = len(self.game.journal)
        effect = TypeAdapter(Effect).validate_python(written)
        ix, aimed = self.seat(seat), (NO_CARD, second)
        aim = aim_at(self.tables, self.state, ix, "card", target, *aimed)
        carry_out(self.table, [effect], aim)
        self.changed()
        return self.game.journal[start:]

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
