"""Cards that last: they wait for their quarter, take effect, repeat, and end (RULES 5, 6)."""

from game.content.schema.cards import Card
from game.model.events import CardActivated, CardEnded, CardPending
from game.model.ids import ALL_SEATS, NO_REF, CardIx, PieceIx, Ref, SeatIx, SeatMask, area_ref
from game.model.state import ACTIVE
from game.rules import pieces
from game.rules.cards import resolve
from game.rules.effects import carry_out
from game.rules.resolution import Aim, aim_at
from game.rules.table import Table


def last_quarter(table: Table, spec: Card) -> int:
    """The last quarter of a card that takes effect now; -1 for as long as it is kept."""
    if spec.duration is None:
        return -1
    return table.state.quarter + max(1, spec.duration) - 1


def seen_by(table: Table, seat: SeatIx) -> SeatMask:
    """Who may know of a card that lasts: everybody, but of a Red one its seat alone."""
    return ALL_SEATS if table.tables.is_nadc(seat) else table.private(seat)


def begin(
    table: Table, seat: SeatIx, card: CardIx, target: Ref, second: Ref, joined: SeatMask
) -> None:
    """A card that lasts was paid: it waits for its quarter, or takes effect at once."""
    spec, seen = table.campaign.cards[card], seen_by(table, seat)
    aim = aim_at(table.tables, table.state, seat, "card", target, card, second)
    if table.tables.cards[card].delay:
        wait(table, seat, card, target, second, joined)
        carry_out(table, spec.on_play, aim)
        return
    carry_out(table, spec.on_play, aim)
    until = last_quarter(table, spec)
    table.emit(CardActivated(card, until, seat, target, second, cause=table.cause, seen=seen))
    first_effects(table, aim, joined)
    if spec.duration == 0:
        table.emit(CardEnded(card, False, cause=table.cause, seen=seen))


def wait(
    table: Table, seat: SeatIx, card: CardIx, target: Ref, second: Ref, joined: SeatMask
) -> None:
    """A card waits as many quarters as it says."""
    due = table.state.quarter + table.tables.cards[card].delay
    seen = seen_by(table, seat)
    table.emit(CardPending(seat, card, due, joined, target, second, cause=table.cause, seen=seen))


def first_effects(table: Table, aim: Aim, joined: SeatMask) -> None:
    """A card's effects as it starts; one Test for each joined seat where it says so."""
    test = table.campaign.cards[aim.card].test
    if test is None or not test.per_joined:
        resolve(table, aim)
        return
    for seat in table.tables.nadc:
        if joined >> seat & 1:
            one = aim_at(table.tables, table.state, seat, "card", aim.target, aim.card, aim.second)
            resolve(table, one, attempt=seat)


def aims(table: Table, card: CardIx) -> list[Aim]:
    """What a card in effect is about: what it was aimed at, or where its pieces stand."""
    tables, state = table.tables, table.state
    if not tables.cards[card].puts_down:
        target, second = Ref(state.card_target[card]), Ref(state.card_second[card])
        seat = SeatIx(state.card_seat[card])
        return [aim_at(tables, state, seat, "card", target, card, second)]
    found = []
    for piece, one in enumerate(state.piece_card):
        if one == card:
            area = state.piece_area[piece]
            target = area_ref(area) if area >= 0 else NO_REF
            found.append(aim_at(tables, state, tables.piece_seat[piece], "card", target, card))
    return found


def end_expired(table: Table) -> None:
    """Cards whose last quarter is over go back to their portfolios, their pieces to the pools."""
    state = table.state
    for ix, life in enumerate(state.card_state):
        card = CardIx(ix)
        if life != ACTIVE or not 0 <= state.card_due[card] < state.quarter:
            continue
        for piece in [p for p, one in enumerate(state.piece_card) if one == card]:
            pieces.send_home(table, PieceIx(piece))
        if state.card_state[card] == ACTIVE:
            seen = seen_by(table, SeatIx(state.card_seat[card]))
            table.emit(CardEnded(card, False, cause=table.cause, seen=seen))
