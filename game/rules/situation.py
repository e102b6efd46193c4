"""SITUATION: cards take effect and end, income, hands, injects (RULES 5)."""

from game.model.actions import Action
from game.model.events import CardActivated, CardEnded
from game.model.ids import ALL_SEATS, CardIx, Ref, SeatIx, SeatMask
from game.model.state import ACTIVE, PENDING
from game.rules import decks
from game.rules.cards import resolve
from game.rules.effects import carry_out
from game.rules.playable import card_reason
from game.rules.resolution import Aim, aim_at
from game.rules.table import Table


def begin(table: Table) -> None:
    """Cards take effect and end, income comes, new and repeating effects happen (a to d)."""
    new = _take_effect(table)
    _income(table)
    _repeat_effects(table, new)
    _draw_hands(table)


def _take_effect(table: Table) -> dict[CardIx, int]:
    """Pending cards become active, then expired ones return; which ones are new, and the
    place of that event in the journal (a)."""
    state = table.state
    new: dict[CardIx, int] = {}
    for card in _in_state(table, PENDING):
        if state.card_due[card] <= state.quarter:
            spec = table.campaign.cards[card]
            until = -1 if spec.duration is None else state.quarter + max(1, spec.duration) - 1
            seen = _seen(table, card)
            new[card] = table.emit(CardActivated(card, until, cause=table.cause, seen=seen))
    for card in _in_state(table, ACTIVE):
        until = state.card_due[card]
        if table.campaign.cards[card].level == "strategic" and 0 <= until < state.quarter:
            table.emit(CardEnded(card, False, cause=table.cause, seen=_seen(table, card)))
    return new


def _seen(table: Table, card: CardIx) -> SeatMask:
    seat = SeatIx(table.state.card_seat[card])
    return ALL_SEATS if table.tables.is_nadc(seat) else table.private(seat)


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


def _repeat_effects(table: Table, new: dict[CardIx, int]) -> None:
    """Tests and effects that new and active strategic cards owe (c)."""
    state = table.state
    for card in _in_state(table, ACTIVE):
        spec = table.campaign.cards[card]
        if spec.level != "strategic":
            continue
        seat = SeatIx(state.card_seat[card])
        target, second = Ref(state.card_target[card]), Ref(state.card_second[card])
        aim = aim_at(table.tables, state, seat, "card", target, card, second)
        table.cause = new[card] if card in new else _activation(table, card)
        if card in new:
            _first_effects(table, card, aim)
        carry_out(table, spec.each_quarter, aim)
        if spec.duration == 0:
            table.emit(CardEnded(card, False, cause=table.cause, seen=_seen(table, card)))


def _activation(table: Table, card: CardIx) -> int:
    """Where the journal says that a card took effect; -1 where it does not reach back so far."""
    for place in range(len(table.journal) - 1, -1, -1):
        event = table.journal[place]
        if isinstance(event, CardActivated) and event.card == card:
            return place
    return -1


def _first_effects(table: Table, card: CardIx, aim: Aim) -> None:
    """A card's effects as it starts; one Test for each joined seat where it says so."""
    spec = table.campaign.cards[card]
    if spec.test is None or not spec.test.per_joined:
        resolve(table, aim)
        return
    joined = table.state.card_joined[card]
    for seat in table.tables.nadc:
        if joined >> seat & 1:
            one = aim_at(table.tables, table.state, seat, "card", aim.target, card, aim.second)
            resolve(table, one, attempt=seat)


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
