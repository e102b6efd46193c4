"""A campaign, read and checked: what the rules play by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from game.content.schema.board import Area, Route
from game.content.schema.bots import Bot
from game.content.schema.campaign import CampaignFile, SeatSpec
from game.content.schema.cards import Card
from game.content.schema.injects import Inject
from game.content.schema.rules import Rules
from game.content.schema.units import PieceKind


@dataclass(frozen=True, eq=False)
class Campaign:
    """Everything an author wrote, resolved; tuples are in listed order, which breaks ties.

    An area, route, card, seat, kind or inject is addressed inside the rules by its place in
    the tuple here; `*_ix` give that place by id. `texts` are the campaign's files and
    `library_texts` those of the library that were read, by relative path, so that a save can
    carry them; `digest` is the SHA-256 of both. `folder` is where it was read, None for one that
    came from memory.
    """

    frame: CampaignFile
    areas: tuple[Area, ...]
    routes: tuple[Route, ...]
    kinds: tuple[PieceKind, ...]
    cards: tuple[Card, ...]
    injects: tuple[Inject, ...]
    bots: tuple[Bot, ...]
    digest: str
    texts: Mapping[str, str] = field(repr=False, default_factory=dict)
    library_texts: Mapping[str, str] = field(repr=False, default_factory=dict)
    locales: Mapping[str, Mapping[str, str]] = field(repr=False, default_factory=dict)
    folder: Path | None = None

    @property
    def id(self) -> str:
        """The campaign's kebab-case word."""
        return self.frame.id

    @property
    def title(self) -> str:
        """The campaign's title."""
        return self.frame.title

    @property
    def rules(self) -> Rules:
        """The rulebook's numbers as this campaign sets them."""
        return self.frame.rules

    @property
    def seats(self) -> tuple[SeatSpec, ...]:
        """The seats in listed order."""
        return self.frame.seats

    @cached_property
    def seat_ix(self) -> dict[str, int]:
        """Place of each seat by id."""
        return {seat.id: ix for ix, seat in enumerate(self.seats)}

    @cached_property
    def area_ix(self) -> dict[str, int]:
        """Place of each area by id."""
        return {area.id: ix for ix, area in enumerate(self.areas)}

    @cached_property
    def route_ix(self) -> dict[str, int]:
        """Place of each route by id."""
        return {route.id: ix for ix, route in enumerate(self.routes)}

    @cached_property
    def kind_ix(self) -> dict[str, int]:
        """Place of each kind of piece by id."""
        return {kind.id: ix for ix, kind in enumerate(self.kinds)}

    @cached_property
    def card_ix(self) -> dict[str, int]:
        """Place of each card by id."""
        return {card.id: ix for ix, card in enumerate(self.cards)}

    @cached_property
    def inject_ix(self) -> dict[str, int]:
        """Place of each inject by id."""
        return {inject.id: ix for ix, inject in enumerate(self.injects)}
