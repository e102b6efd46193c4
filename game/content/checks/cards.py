"""Cards: somebody can pay them, they are aimed at something, and every line of them can count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.content.draft import Shelf
from game.content.positions import Step
from game.content.problems import Problem, Sentence, report, say
from game.content.schema.board import Area, Route
from game.content.schema.campaign import SeatSpec
from game.content.schema.cards import AreaTarget, Card, Cost, RouteTarget, Target
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


@dataclass(frozen=True, slots=True)
class _Unpayable:
    """Why a seat can never pay: the part of the cost that is too much, and what to do."""

    key: str
    says: Sentence
    fix: Sentence


def prices(whole: Whole) -> Iterator[Problem]:
    """Costs that nobody who may play the card can ever pay."""
    for index, card in enumerate(whole.cards):
        payers = [whole.seat[seat] for seat in card.seats if seat in whole.seat]
        reasons = [_unpayable(whole, seat, card.cost) for seat in payers]
        if reasons and reasons[0] is not None and all(reasons):
            place = whole.at("cards", index, "cost", reasons[0].key)
            yield report("N601", place, reasons[0].says, reasons[0].fix)
            continue
        for place_in_list, name in enumerate(card.consent):
            partner = whole.seat.get(name)
            reason = _unpayable(whole, partner, card.cost) if partner is not None else None
            if reason is not None:
                place = whole.at("cards", index, "consent", place_in_list)
                yield report("N601", place, reason.says, reason.fix)


def _unpayable(whole: Whole, seat: SeatSpec, cost: Cost) -> _Unpayable | None:
    """Why a seat can never pay a cost, or None where it can."""
    if seat.side == "red":
        wrong = [key for key in ("budget", "capital", "cases") if getattr(cost, key)]
        says = say("`{seat}` is a Red seat: it pays in cash only.", seat=seat.id)
        return _Unpayable(wrong[0], says, say("Write `cash` instead.")) if wrong else None
    if cost.cash:
        says = say("`{seat}` has no cash: it pays in budget and capital.", seat=seat.id)
        return _Unpayable("cash", says, say("Write `budget` or `capital` instead."))
    return _too_dear(seat, "budget", cost.budget, most_budget(whole, seat)) or _too_dear(
        seat, "capital", cost.capital, whole.frame.rules.money.capital_max
    )


def _too_dear(seat: SeatSpec, key: str, cost: int, most: int) -> _Unpayable | None:
    if cost <= most:
        return None
    values = {"seat": seat.id, "cost": cost, "most": most}
    says = (
        say("`{seat}` can never have {cost} Budget; the most is {most}.", **values)
        if key == "budget"
        else say("`{seat}` can never have {cost} Capital; the most is {most}.", **values)
    )
    return _Unpayable(key, says, say("Lower the cost, or raise what the seat can have."))


def most_budget(whole: Whole, seat: SeatSpec) -> int:
    """The most Budget that a seat can have at once, gifts of cards and injects included."""
    money = whole.frame.rules.money
    income = max(0, seat.income + money.budget_mod)
    gifts = whole.budget_gifts[None] + whole.budget_gifts[seat.id]
    return max(income + money.budget_kept, income + (seat.budget or 0)) + gifts


def targets(whole: Whole) -> Iterator[Problem]:
    """Targets that name nothing or several kinds of thing at once."""
    for index, card in enumerate(whole.cards):
        for key, target in (("target", card.target), ("second", card.second)):
            if target is None:
                continue
            given = [
                name for name in ("area", "route", "piece") if getattr(target, name) is not None
            ]
            if len(given) != 1:
                says = say("A target is an area, a route or a piece: one of the three.")
                fix = say("Write one of the keys `area`, `route` and `piece` here.")
                yield report("N606", whole.at("cards", index, key), says, fix)
        if card.second is not None and card.target is None:
            says = say("There is a second target but no first one.")
            yield report(
                "N606", whole.at("cards", index, "second"), says, say("Rename it `target`.")
            )


def pools(whole: Whole) -> Iterator[Problem]:
    """Deployments of pieces that no seat of the card has in its pool."""
    for index, card in enumerate(whole.cards):
        for path, effect in effects_of_card(card):
            if isinstance(effect, DeployEffect):
                seats = (effect.seat,) if effect.seat else (*card.seats, *card.consent)
                yield from _pool(whole, "cards", index, path, effect, seats)
    for index, inject in enumerate(whole.injects):
        for path, effect in effects_of_inject(inject):
            if isinstance(effect, DeployEffect):
                seats = (effect.seat,) if effect.seat else tuple(whole.seat)
                yield from _pool(whole, "injects", index, path, effect, seats)


def _pool(
    whole: Whole,
    shelf: Shelf,
    index: int,
    path: Path,
    effect: DeployEffect,
    seats: tuple[str, ...],
) -> Iterator[Problem]:
    present = [seat for seat in seats if seat in whole.seat]
    if present and not any(whole.pools[seat][effect.unit] for seat in present):
        says = say("No seat that may use this has `{unit}` in its pool.", unit=effect.unit)
        fix = say("Add it to the `pool` of {seats} in campaign.yaml.", seats=", ".join(present))
        yield report("N611", whole.at(shelf, index, *path, "unit"), says, fix)


def idle(whole: Whole) -> Iterator[Problem]:
    """Lines of a card that can have no effect."""
    for index, card in enumerate(whole.cards):
        for key, says in _idle_keys(card):
            node = whole.node("cards", index).deepest((key,))
            place = whole.draft.lines.at_key(node)
            yield report("N608", place, says, say("Remove the line, or mend what it needs."))


def _idle_keys(card: Card) -> Iterator[tuple[str, Sentence]]:
    if card.test is None:
        for key in ("clean", "on_fail", "complication"):
            if getattr(card, key):
                yield key, say("A card without a `test` cannot have `{key}`.", key=key)
    elif card.test.per_joined and card.join is None:
        yield "test", say("The test counts seats that joined, but the card has no `join`.")
    if card.each_quarter and card.level == "tactical":
        yield "each_quarter", say("A tactical card is over at once: `each_quarter` never comes.")
    if card.level == "strategic" and card.copies > 1:
        yield "copies", say("A strategic card is in play once: `copies` has no effect.")
    if card.upkeep is not None and not any(
        isinstance(effect, DeployEffect) for _, effect in effects_of_card(card)
    ):
        yield "upkeep", say("The card puts down no piece, so `upkeep` has no effect.")
    if card.reaction is not None and card.level != "tactical":
        yield "reaction", say("Only a tactical card can be a reaction.")
    if card.dual is not None and len(card.dual) < 2:
        yield "dual", say("Contested evidence needs both readings: `nadc` and `red`.")
    if card.requires_text is not None and not card.requires:
        yield "requires_text", say("The card requires nothing, so nobody is told this.")


def aimless(whole: Whole) -> Iterator[Problem]:
    """Targets that nothing on the map fits, and effects that need a target the card lacks."""
    for index, card in enumerate(whole.cards):
        for key, target in (("target", card.target), ("second", card.second)):
            if target is not None and not _anything_fits(whole, target):
                says = say("Nothing on this map can be chosen as this target.")
                yield report("N607", whole.at("cards", index, key), says)
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
        fix = say("Give the card a `target`, or name a place in the effect.")
        yield report("N609", whole.at(shelf, index, *path), says, fix)


def _needs_target(where: AreaPick, card: Card | None) -> bool:
    """Whether a choice of areas leans on a target that is not there."""
    if where.area is not None:
        return False
    if where.pick in ("target", "neighbours"):
        return card is None or card.target is None
    return where.pick == "second" and (card is None or card.second is None)
