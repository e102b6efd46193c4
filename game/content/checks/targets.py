"""Targets: something on the map fits each, and every effect has something to act on."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.draft import Shelf
from game.content.positions import Step
from game.content.problems import Problem, Sentence, report, say
from game.content.problems.nearest import listed
from game.content.schema.board import Area, Route
from game.content.schema.cards import AreaTarget, Card, RouteTarget, Target
from game.content.schema.effects import (
    AreaPick,
    DeployEffect,
    EffectEntry,
    RouteCloseEffect,
    RouteModEffect,
)
from game.content.theatre import is_port_of_entry, theatre
from game.content.walk import Path
from game.content.whole import Whole, effects_of_card, effects_of_inject


def aimless(whole: Whole) -> Iterator[Problem]:
    """Targets that nothing on the map fits, and effects that need a target the card lacks."""
    for index, card in enumerate(whole.cards):
        for key, target in (("target", card.target), ("second", card.second)):
            if target is not None and not _anything_fits(whole, target):
                says = say("Nothing on this map can be chosen as this target.")
                place = whole.at("cards", index, key)
                yield report("N607", place, says, _unfit(whole, target))
        for path, effect in effects_of_card(card):
            yield from _aim(whole, "cards", index, path, effect, card)
    for index, inject in enumerate(whole.injects):
        for path, effect in effects_of_inject(inject):
            yield from _aim(whole, "injects", index, path, effect, None)


def _anything_fits(whole: Whole, target: Target) -> bool:
    if target.area is not None:
        return any(_area_fits(whole, area, target.area) for area in whole.areas)
    if target.route is not None:
        return any(_route_fits(whole, route, target.route) for route in whole.routes)
    if target.piece is not None and target.piece.kinds:
        return any(pool[kind] for pool in whole.pools.values() for kind in target.piece.kinds)
    return True


def _area_fits(whole: Whole, area: Area, wanted: AreaTarget) -> bool:
    return (
        (not wanted.kinds or area.kind in wanted.kinds)
        and (not wanted.countries or area.country in wanted.countries)
        and (not wanted.governed or whole.has_gov(area))
        and (not wanted.coastal or area.kind == "sea" or is_coastal(area))
    )


def is_coastal(area: Area) -> bool:
    """Whether an area is land at the sea, by its own word or because the ground it covers is."""
    return area.coastal or any(theatre().is_coast(covered) for covered in area.covers)


def _route_fits(whole: Whole, route: Route, wanted: RouteTarget) -> bool:
    ends = whole.area[route.from_].country, whole.area[route.to].country
    return (
        (not wanted.modes or route.mode in wanted.modes)
        and (not wanted.port_of_entry or is_port_of_entry(route.node))
        and (not wanted.crosses_border or ends[0] != ends[1])
        and (not wanted.dormant or not route.backstop)
        and (not wanted.watchable or route.watchable)
    )


def _aim(
    whole: Whole,
    shelf: Shelf,
    index: int,
    path: Path,
    effect: EffectEntry,
    card: Card | None,
) -> Iterator[Problem]:
    step: Step | None = None
    if isinstance(effect, (RouteModEffect, RouteCloseEffect)):
        if effect.route is None and (card is None or card.target is None):
            step = "do"
    elif isinstance(effect, DeployEffect):
        stands = whole.kind[effect.unit].watches < 2
        step = "do" if stands and _needs_target(effect.where, card) else None
    else:
        where = getattr(effect, "where", None)
        if isinstance(where, AreaPick) and _needs_target(where, card):
            step = "do"
    if step is not None:
        says = (
            say("This effect acts on the card's target, but the card has none.")
            if card is not None
            else say("This effect acts on a card's target, but an inject has none.")
        )
        fix = _aimed(whole, effect, card)
        if card is not None and _picks_second(effect):
            says = say("This effect acts on the card's second target, but the card has none.")
            fix = say(
                "Add to the card `second: {{{key}: {{}}}}`, so that the player chooses; or write "
                "`pick: target` here.",
                key="area",
            )
        yield report("N609", whole.at(shelf, index, *path), says, fix)


def _picks_second(effect: EffectEntry) -> bool:
    where = getattr(effect, "where", None)
    return isinstance(where, AreaPick) and where.pick == "second"


def _aimed(whole: Whole, effect: EffectEntry, card: Card | None) -> Sentence:
    """The line that gives an effect something to act on."""
    if isinstance(effect, (RouteModEffect, RouteCloseEffect)):
        key, in_effect = "route", f"route: {whole.routes[0].id}"
    else:
        key, in_effect = "area", f"where: {{area: {whole.areas[0].id}}}"
    if card is None:
        return say("Name a place in the effect, such as `{line}`.", line=in_effect)
    return say(
        "Add to the card `target: {{{key}: {{}}}}`, so that the player chooses; or name a place in "
        "the effect, such as `{line}`.",
        key=key,
        line=in_effect,
    )


def _unfit(whole: Whole, target: Target) -> Sentence | None:
    """What the map has of that which a target asks for."""
    if target.area is not None:
        kinds = dict.fromkeys(f"{area.kind} in {area.country}" for area in whole.areas)
        return say("Areas here are of these kinds: {words}.", words=listed(kinds))
    if target.route is not None:
        modes = dict.fromkeys(route.mode for route in whole.routes)
        return say(
            'Routes here are of the modes {words}; `nadc reference "route target"` explains '
            "the other keys.",
            words=listed(modes),
        )
    pieces = dict.fromkeys(kind for pool in whole.pools.values() for kind in pool)
    return say("Pools here have: {words}.", words=listed(pieces))


def _needs_target(where: AreaPick, card: Card | None) -> bool:
    """Whether a choice of areas leans on a target that is not there."""
    if where.area is not None:
        return False
    if where.pick in ("target", "neighbours"):
        return card is None or card.target is None
    return where.pick == "second" and (card is None or card.second is None)
