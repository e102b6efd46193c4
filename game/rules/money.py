"""The network's money: launder, upkeep, bank; and the coalition's upkeep (RULES 4, 5, 8.6)."""

from game.model.decisions import Decision
from game.model.events import Laundered, SupplyCut
from game.model.ids import PieceIx, Ref, SeatIx, SeatMask, ref_ix
from game.model.state import ALOFT, KEPT
from game.rules import pieces
from game.rules.scores import launder_capacity
from game.rules.table import Table


def upkeep(table: Table, seat: SeatIx) -> int:
    """What a network owes this quarter."""
    money, state = table.rules.money, table.state
    used = state.ways[seat].bit_count()
    extra = sum(m.by for m in state.mods if m.what == "upkeep" and m.seats >> seat & 1)
    return max(0, money.upkeep_base + used // money.upkeep_routes + extra)


def launder(table: Table, seat: SeatIx) -> None:
    """Income becomes Cash through the Fronts; then upkeep is paid (step 6)."""
    state, most = table.state, table.rules.money.stash_max
    income = state.sent[seat] - state.lost[seat]
    waiting = income + state.stash[seat]
    cleaned = min(waiting, launder_capacity(table.tables, state, seat))
    owed = upkeep(table, seat)
    short = max(0, owed - state.cash[seat] - cleaned)
    seen = table.private(seat)
    cause = table.emit(Laundered(seat, income, cleaned, owed, short, cause=table.cause, seen=seen))
    before, table.cause = table.cause, cause
    table.money(seat, "cash", cleaned)
    table.money(seat, "stash", min(most, waiting - cleaned) - state.stash[seat])
    table.money(seat, "cash", -owed)
    table.emit(SupplyCut(seat, short, cause=cause, seen=seen))
    table.cause = before


def bank(table: Table, seat: SeatIx) -> None:
    """A network banks Cash for good, up to the most, and keeps what it chose to keep (8e)."""
    state = table.state
    spare = max(0, state.cash[seat] - state.keep[seat])
    amount = min(table.rules.money.bank_max, spare)
    if amount:
        table.money(seat, "cash", -amount)
        table.money(seat, "bank", amount)


# --- the coalition's upkeep


def unpaid(table: Table, seat: SeatIx) -> list[PieceIx]:
    """A seat's units that owe upkeep and have not been paid for in this step."""
    state = table.state
    return [
        piece
        for piece in table.tables.seat_pieces[seat]
        if state.piece_marks[piece] & KEPT
        and (state.piece_area[piece] >= 0 or state.piece_area[piece] == ALOFT)
    ]


def price_of(table: Table, piece: PieceIx) -> int:
    """Upkeep of a unit each quarter."""
    card = table.state.piece_card[piece]
    own = table.campaign.cards[card].upkeep if card >= 0 else None
    return table.rules.money.unit_upkeep if own is None else own


def collect_upkeep(table: Table, seat: SeatIx) -> None:
    """Pay for kept units; what cannot be paid goes home, owner's choice (8a) where it matters
    which."""
    units = unpaid(table, seat)
    owed = sum(price_of(table, piece) for piece in units)
    while owed > table.state.budget[seat]:
        if not _are_alike(table, units):
            table.ask(Decision("upkeep", SeatMask(1 << seat), seat, value=owed))
            return
        piece = units.pop()
        owed -= price_of(table, piece)
        pieces.send_home(table, piece)
    table.money(seat, "budget", -owed)


def _are_alike(table: Table, units: list[PieceIx]) -> bool:
    """Whether it does not matter which of these units goes home: there is only one, or nothing
    that any of them could do is still to come."""
    if len(units) == 1:
        return True
    if table.state.quarter < table.campaign.frame.quarters:
        return False
    prices = {price_of(table, piece) for piece in units}
    return len(prices) == 1 and not any(_may_help_govern(table, piece) for piece in units)


def _may_help_govern(table: Table, piece: PieceIx) -> bool:
    """Whether a unit, or the card that brought it, may count in the Governs that follow upkeep."""
    tables, state = table.tables, table.state
    kind, card = tables.kind_of(piece), state.piece_card[piece]
    brought = card >= 0 and any(mod.card == card for mod in state.mods)
    return brought or bool(kind.bonus.govern) or tables.has_trait(piece, "advisor")


def answer_upkeep(table: Table, decision: Decision, target: Ref) -> None:
    """A unit goes home unpaid; the rest is paid, or what goes next is asked."""
    table.close()
    pieces.send_home(table, PieceIx(ref_ix(target)))
    collect_upkeep(table, decision.seat)
