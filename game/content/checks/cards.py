"""Cards: somebody can pay them, they are aimed at something, and every line of them can count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from game.content.draft import Shelf
from game.content.problems import Problem, Sentence, report, say
from game.content.schema.campaign import SeatSpec
from game.content.schema.cards import Card, Cost
from game.content.schema.effects import DeployEffect
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
        fix = say(
            "Write `- {{kind: {unit}, count: 1}}` under `pool` of {seats} in campaign.yaml.",
            unit=effect.unit,
            seats=", ".join(present),
        )
        place = whole.taken(shelf, index) or whole.at(shelf, index, *path, "unit")
        yield report("N611", place, says, fix)


def lacking(whole: Whole) -> Iterator[Problem]:
    """Cards on the pile of a seat that put down a piece which only others have in their pools."""
    for number, seat in enumerate(whole.frame.seats):
        for key in ("cards", "deck"):
            for place, name in enumerate(getattr(seat, key)):
                unit = _lacks(whole, seat, whole.card[name])
                if unit is None:
                    continue
                says = say(
                    "`{card}` puts down `{unit}`, but `{seat}` has none in its pool.",
                    card=name,
                    unit=unit,
                    seat=seat.id,
                )
                fix = say(
                    "Write `- {{kind: {unit}, count: 1}}` under `pool` of this seat, or take the "
                    "card off its pile.",
                    unit=unit,
                )
                at = whole.draft.frame_place("seats", number, key, place)
                yield report("N614", at, says, fix)


def _lacks(whole: Whole, seat: SeatSpec, card: Card) -> str | None:
    """A kind of piece that a card takes from the pool of this seat, which has none of it."""
    units = [
        effect.unit
        for _, effect in effects_of_card(card)
        if isinstance(effect, DeployEffect) and effect.seat is None
    ]
    others = [one for one in (*card.seats, *card.consent) if one in whole.pools]
    for unit in units:
        # Where nobody has it, that is told of the card itself.
        if not whole.pools[seat.id][unit] and any(whole.pools[one][unit] for one in others):
            return unit
    return None


def exhausted(whole: Whole) -> Iterator[Problem]:
    """Pools of which a card puts pieces down, though none is left once the map is set up."""
    placed = Counter[tuple[str, str]]()
    for one in whole.frame.placements:
        placed[one.seat, one.kind] += one.count
    putting = dict(_putting(whole))
    for index, seat in enumerate(whole.frame.seats):
        for place, pool in enumerate(seat.pool):
            card = putting.get((seat.id, pool.kind))
            count = whole.pools[seat.id][pool.kind]
            if card is None or placed[seat.id, pool.kind] < count:
                continue
            says = say(
                "All {count} of `{kind}` stand on the map at the start, so the card `{card}` puts "
                "down none before one is lost.",
                count=count,
                kind=pool.kind,
                card=card,
            )
            fix = say("Raise `count` here, or place one less under `placements`.")
            yield report("N612", whole.draft.frame_place("seats", index, "pool", place), says, fix)


def _putting(whole: Whole) -> Iterator[tuple[tuple[str, str], str]]:
    """For each seat and kind of piece a card by which it puts such a piece down."""
    for card in reversed(whole.cards):
        for _, effect in effects_of_card(card):
            if isinstance(effect, DeployEffect):
                for seat in (effect.seat,) if effect.seat else whole.holders[card.id]:
                    yield (seat, effect.unit), card.id


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
