"""What cards cost, who pays, and whether they can (RULES 4, 6)."""

from collections.abc import Iterable

from game.model.ids import CardIx, SeatIx
from game.rules.cardfacts import CardFacts, Price
from game.rules.law import Reason
from game.rules.table import Table
from game.rules.tables import CASES, COHESION


def price_of(table: Table, card: CardIx) -> Price:
    """What a card costs each paying seat now, surcharges included."""
    facts = table.tables.cards[card]
    price, dearer = facts.price, table.state.card_surcharge[card]
    agreed = 0
    if facts.spec.consent and table.state.tracks[COHESION] <= table.rules.thresholds.cohesion_low:
        agreed = table.rules.money.surcharge
    if not dearer and not agreed:
        return price
    return Price(price.budget + dearer, price.capital + agreed, price.cash, price.cases)


def cannot_afford(table: Table, seat: SeatIx, price: Price) -> Reason | None:
    """Why a seat cannot pay; None if it can."""
    state = table.state
    if price.budget > state.budget[seat]:
        return _short("budget", price.budget, state.budget[seat])
    if price.capital > state.capital[seat]:
        return _short("capital", price.capital, state.capital[seat])
    if price.cash > state.cash[seat]:
        return _short("cash", price.cash, state.cash[seat])
    if price.cases > state.tracks[CASES]:
        return _short("cases", price.cases, state.tracks[CASES])
    return None


def _short(what: str, needed: int, has: int) -> Reason:
    return Reason(f"needs-{what}", {"needed": needed, "has": has})


def payers(facts: CardFacts, seat: SeatIx) -> tuple[SeatIx, ...]:
    """The seats that pay a card: its consenting seats in play, else the acting one."""
    partners = facts.partners
    return partners if seat in partners else (seat, *partners)


def too_dear(table: Table, seat: SeatIx, card: CardIx) -> Reason | None:
    """Why somebody who pays for a card cannot; None if all can."""
    price = price_of(table, card)
    for payer in payers(table.tables.cards[card], seat):
        reason = cannot_afford(table, payer, price)
        if reason is None:
            continue
        if payer == seat:
            return reason
        name = table.campaign.seats[payer].id
        return Reason("partner-" + reason.code, {**reason.values, "seat": name})
    return None


def pay(table: Table, seats: Iterable[SeatIx], price: Price) -> None:
    """Take a card's price from each paying seat."""
    for seat in seats:
        table.money(seat, "budget", -price.budget)
        table.money(seat, "capital", -price.capital)
        table.money(seat, "cash", -price.cash)
    if price.cases:
        table.track(CASES, -price.cases)
