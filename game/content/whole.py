"""A draft from which nothing is missing, with the questions that several checks ask of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from game.content.draft import SHELVES, Draft, Item, Shelf
from game.content.positions import Node, Step
from game.content.problems import Place
from game.content.schema.board import Area, Route
from game.content.schema.bots import Bot
from game.content.schema.campaign import CampaignFile, SeatSpec
from game.content.schema.cards import Card
from game.content.schema.effects import BudgetEffect, DrawEffect, EffectEntry, UnlockEffect
from game.content.schema.injects import Inject
from game.content.schema.units import PieceKind
from game.content.walk import Path

GOVERNED = ("mexico", "central-america")
"""Countries whose populated areas have governance (RULES 2)."""

EFFECT_KEYS = ("on_play", "effects", "clean", "on_fail", "complication", "each_quarter")
"""The keys of a card that hold effects."""


@dataclass(frozen=True)
class Whole:
    """Every thing of a campaign, in listed order, and where each stands."""

    draft: Draft
    frame: CampaignFile
    areas: tuple[Area, ...]
    routes: tuple[Route, ...]
    kinds: tuple[PieceKind, ...]
    cards: tuple[Card, ...]
    injects: tuple[Inject, ...]
    bots: tuple[Bot, ...]

    def node(self, shelf: Shelf, index: int) -> Node:
        """Where the thing at this place of a shelf stands."""
        return self.draft.shelves[shelf][index].node

    def at(self, shelf: Shelf, index: int, *path: Step) -> Place:
        """Where a part of the thing at this place of a shelf begins."""
        return self.draft.place(self.node(shelf, index), *path)

    def is_own(self, shelf: Shelf, index: int) -> bool:
        """Whether the thing comes from the campaign's own files."""
        return self.draft.shelves[shelf][index].is_own

    def taken(self, shelf: Shelf, index: int) -> Place | None:
        """The line of campaign.yaml that takes a thing from the library by name; None for others.

        What is wrong with it in this campaign is told there, because the library is not its own.
        """
        root = self.draft.frame_node
        if root is None or self.is_own(shelf, index):
            return None
        wanted = root.deepest(("library", shelf)).items or ()
        name = self.draft.shelves[shelf][index].id
        found = next((item for item in wanted if item.value == name), None)
        return self.draft.lines.at(found) if found is not None else None

    @cached_property
    def seat(self) -> dict[str, SeatSpec]:
        """Seats by id."""
        return {seat.id: seat for seat in self.frame.seats}

    @cached_property
    def area(self) -> dict[str, Area]:
        """Areas by id."""
        return {area.id: area for area in self.areas}

    @cached_property
    def route(self) -> dict[str, Route]:
        """Routes by id."""
        return {route.id: route for route in self.routes}

    @cached_property
    def kind(self) -> dict[str, PieceKind]:
        """Kinds of piece by id."""
        return {kind.id: kind for kind in self.kinds}

    @cached_property
    def card(self) -> dict[str, Card]:
        """Cards by id."""
        return {card.id: card for card in self.cards}

    @cached_property
    def pools(self) -> dict[str, Counter[str]]:
        """How many pieces of each kind each seat's pool has."""
        pools: dict[str, Counter[str]] = {}
        for seat in self.frame.seats:
            counts = pools.setdefault(seat.id, Counter())
            for pool in seat.pool:
                counts[pool.kind] += pool.count
        return pools

    @cached_property
    def holders(self) -> dict[str, list[str]]:
        """The seats that can come to hold each card: from a pile, or handed out by an effect."""
        holders: dict[str, list[str]] = {card.id: [] for card in self.cards}
        for seat in self.frame.seats:
            for card in (*seat.cards, *seat.deck):
                if card in holders and seat.id not in holders[card]:
                    holders[card].append(seat.id)
        for effect, seats in self._draws():
            if effect.card in holders:
                holders[effect.card].extend(s for s in seats if s not in holders[effect.card])
        return holders

    def _draws(self) -> Iterator[tuple[DrawEffect, Iterable[str]]]:
        for card in self.cards:
            for _, effect in effects_of_card(card):
                if isinstance(effect, DrawEffect):
                    yield effect, (effect.seat,) if effect.seat else card.seats
        for inject in self.injects:
            for _, effect in effects_of_inject(inject):
                if isinstance(effect, DrawEffect):
                    yield effect, (effect.seat,) if effect.seat else inject.to or tuple(self.seat)

    @cached_property
    def effects(self) -> tuple[EffectEntry, ...]:
        """Every effect of every card and inject."""
        of_cards = (effect for card in self.cards for _, effect in effects_of_card(card))
        of_injects = (effect for one in self.injects for _, effect in effects_of_inject(one))
        return (*of_cards, *of_injects)

    @cached_property
    def unlocked(self) -> frozenset[str]:
        """The cards that some effect unlocks."""
        return frozenset(e.card for e in self.effects if isinstance(e, UnlockEffect))

    @cached_property
    def budget_gifts(self) -> Counter[str | None]:
        """Budget that effects give in all, by seat; None for the acting seat."""
        gifts: Counter[str | None] = Counter()
        for effect in self.effects:
            if isinstance(effect, BudgetEffect) and effect.by > 0:
                gifts[effect.seat] += effect.by
        return gifts

    def has_gov(self, area: Area) -> bool:
        """Whether an area has governance."""
        return area.pop > 0 and area.country in GOVERNED


def effects_of_card(card: Card) -> Iterator[tuple[Path, EffectEntry]]:
    """A card's effects, each with its path within the card."""
    for key in EFFECT_KEYS:
        for index, effect in enumerate(getattr(card, key)):
            yield (key, index), effect


def effects_of_inject(inject: Inject) -> Iterator[tuple[Path, EffectEntry]]:
    """An inject's effects, those of its options included, each with its path."""
    for index, effect in enumerate(inject.effects):
        yield ("effects", index), effect
    for place, option in enumerate(inject.options):
        for index, effect in enumerate(option.effects):
            yield ("options", place, "effects", index), effect


def completed(draft: Draft) -> Whole | None:
    """The draft as a whole, or None while something is missing from it."""
    if draft.frame is None or draft.broken:
        return None
    if any(item.value is None for items in draft.shelves.values() for item in items):
        return None
    things: dict[str, Any] = {shelf: _values(draft.shelves[shelf]) for shelf in SHELVES}
    return Whole(draft, draft.frame, **things)


def _values(items: Iterable[Item]) -> tuple[Any, ...]:
    return tuple(cast(Any, item.value) for item in items)
