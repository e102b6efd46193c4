"""SITUATION: cards take effect and end, income, hands, injects (RULES 5)."""

from game.model.actions import Action
from game.model.events import CardActivated, CardEnded
from game.model.ids import CardIx, SeatIx, SeatMask
from game.model.state import ACTIVE, PENDING
from game.rules import decks, deployments, standing
from game.rules.effects import carry_out
from game.rules.playable import card_reason
from game.rules.table import Table


def begin(table: Table) -> None:
    """Cards take effect and end, income comes, Tests are rolled, hands are drawn (a to d)."""
    waiting = _take_effect(table)
    standing.end_expired(table)
    _income(table)
    _owed(table, waiting)
    _draw_hands(table)


def _take_effect(table: Table) -> dict[CardIx, int]:
    """Pending cards become active (a); those that owe a Test first, with the place of that event
    in the journal."""
    owing: dict[CardIx, int] = {}
    for card in _in_state(table, PENDING):
        if table.state.card_due[card] > table.state.quarter:
            continue
        place = _activate(table, card)
        if table.campaign.cards[card].test is not None:
            owing[card] = place
            continue
        table.cause = place
        if table.tables.cards[card].puts_down:
            deployments.arrive(table, card)
        else:
            standing.first_effects(table, standing.aims(table, card)[0], SeatMask(0))
        table.cause = -1
    return owing


def _activate(table: Table, card: CardIx) -> int:
    until = standing.last_quarter(table, table.campaign.cards[card])
    seen = standing.seen_by(table, SeatIx(table.state.card_seat[card]))
    return table.emit(CardActivated(card, until, cause=table.cause, seen=seen))


def _in_state(table: Table, state: int) -> list[CardIx]:
    return [CardIx(ix) for ix, one in enumerate(table.state.card_state) if one == state]


def _income(table: Table) -> None:
    """Budget income; only a little of what was left carries over (b)."""
    money = table.rules.money
    for seat in table.tables.nadc:
        spec = table.tables.seat(seat)
        kept = min(money.budget_kept, table.state.budget[seat])
        gain = spec.income + money.budget_mod
        mods = table.state.mods
        gain += sum(m.by for m in mods if m.what == "income" and m.seats >> seat & 1)
        table.money(seat, "budget", kept + max(0, gain) - table.state.budget[seat])


def _owed(table: Table, owing: dict[CardIx, int]) -> None:
    """Tests that new cards owe, and effects that active ones repeat (c)."""
    for card in _in_state(table, ACTIVE):
        spec = table.campaign.cards[card]
        if card not in owing and not spec.each_quarter and spec.duration != 0:
            continue
        table.cause = owing[card] if card in owing else _activation(table, card)
        if card in owing:
            _test(table, card)
        for aim in standing.aims(table, card):
            carry_out(table, spec.each_quarter, aim)
        if spec.duration == 0 and table.state.card_state[card] == ACTIVE:
            seen = standing.seen_by(table, SeatIx(table.state.card_seat[card]))
            table.emit(CardEnded(card, False, cause=table.cause, seen=seen))
    table.cause = -1


def _test(table: Table, card: CardIx) -> None:
    if table.tables.cards[card].puts_down:
        deployments.arrive(table, card)
        return
    joined = SeatMask(table.state.card_joined[card])
    standing.first_effects(table, standing.aims(table, card)[0], joined)


def _activation(table: Table, card: CardIx) -> int:
    """Where the journal says that a card took effect; -1 where it does not reach back so far."""
    for place in range(len(table.journal) - 1, -1, -1):
        event = table.journal[place]
        if isinstance(event, CardActivated) and event.card == card:
            return place
    return -1


def _draw_hands(table: Table) -> None:
    """Every seat draws up to its hand (d)."""
    for ix in range(len(table.campaign.seats)):
        decks.draw_up(table, SeatIx(ix))


def swaps(table: Table) -> tuple[SeatIx, ...]:
    """Seats that hold a tactical card which they cannot legally play (RULES 6)."""
    if not table.rules.swap:
        return ()
    order = table.tables.initiative(table.state.quarter)
    return tuple(seat for seat in order if unplayable(table, seat))


def unplayable(table: Table, seat: SeatIx) -> list[CardIx]:
    """The cards of a hand that cannot be played now, as long as another can be drawn."""
    state = table.state
    if not state.decks[seat] and not state.discards[seat]:
        return []
    hand = map(CardIx, sorted(set(state.hands[seat])))
    return [card for card in hand if card_reason(table, seat, card) is not None]


def legal_swap(table: Table, seat: SeatIx) -> list[Action]:
    """Swap one card that cannot be played, or keep the hand."""
    cards = unplayable(table, seat)
    menu = table.tables.menu
    return [*(menu.plain(seat, "swap", card) for card in cards), menu.plain(seat, "pass")]


def swap(table: Table, seat: SeatIx, card: CardIx) -> None:
    """One card goes to the discards and another is drawn."""
    seen = decks.hand_seen(table, seat)
    decks.draw(table, seat, 1)
    decks.discard(table, seat, card, seen)
