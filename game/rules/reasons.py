"""Why something cannot be done: asked only when somebody wants to know (RULES 4, 6, 7)."""

from collections.abc import Callable

from game.model.ids import NO_ROUTE, AreaIx, CardIx, Ref, SeatIx, ref_ix, ref_kind
from game.model.state import EXPOSED
from game.rules import operational
from game.rules.knowledge import sees_piece
from game.rules.law import Reason, has_jurisdiction, may_surveil, units_in
from game.rules.playable import card_reason
from game.rules.table import Table

_PHASE_OF = {
    "consent": "strategic",
    "repeal": "strategic",
    "deploy": "operational",
    "reinforce": "operational",
    "watch": "operational",
    "rotate": "operational",
    "move": "operational",
    "plan": "red-plan",
    "spread": "red-plan",
    "pin": "red-plan",
    "prefer": "red-plan",
    "keep-shut": "red-plan",
    "seal": "red-plan",
    "surveil": "tactical",
    "surge": "tactical",
    "raid": "tactical",
    "case": "tactical",
    "bribe": "tactical",
    "intimidate": "tactical",
    "relocate": "tactical",
    "hold": "tactical",
    "order": "tactical",
    "govern": "assess",
    "swap": "situation",
}
"""The phase in which a verb belongs; `play` depends on its card."""


def why_not(
    table: Table, to_move: tuple[SeatIx, ...], seat: SeatIx, verb: str, card: CardIx, target: Ref
) -> Reason:
    """Why a seat cannot do this now; only for what is not legal."""
    if table.state.over:
        return Reason("game-over")
    wanted = _PHASE_OF.get(verb)
    if card >= 0 and verb == "play":
        level = table.campaign.cards[card].level
        wanted = "strategic" if level == "strategic" else "tactical"
    if wanted is not None and table.state.phase != wanted:
        return Reason("wrong-phase", {"phase": wanted, "now": table.state.phase})
    if seat not in to_move:
        return Reason("not-your-turn")
    if table.state.pending:
        return Reason("answer-first", {"kind": table.state.pending[-1].kind})
    if verb == "swap":
        return Reason("can-be-played")
    if card >= 0 and verb != "order":
        reason = card_reason(table, seat, card)
        return reason if reason is not None else Reason("no-target")
    special = _WHY.get(verb)
    return special(table, seat, target) if special is not None else Reason("not-legal")


def _pin(table: Table, seat: SeatIx, target: Ref) -> Reason:
    most = table.rules.flow.pins
    if len(table.state.pins[seat]) >= most:
        return Reason("pins-set", {"most": most})
    return Reason("not-legal")


def _prefer(table: Table, seat: SeatIx, target: Ref) -> Reason:
    named = table.state.wakes[seat]
    if NO_ROUTE in named:
        return Reason("kept-shut")
    return Reason("routes-named", {"most": len(named)}) if named else Reason("not-legal")


def _surveil(table: Table, seat: SeatIx, target: Ref) -> Reason:
    if ref_kind(target) == "area":
        reason = may_surveil(table.tables, table.state, seat, AreaIx(ref_ix(target)))
        return reason or Reason("not-legal")
    if ref_kind(target) == "route" and not table.tables.is_watchable[ref_ix(target)]:
        return Reason("not-watchable")
    return Reason("not-legal")


def _surge(table: Table, seat: SeatIx, target: Ref) -> Reason:
    if ref_kind(target) == "route" and table.state.surged[ref_ix(target)]:
        return Reason("surged-already")
    return Reason("needs-law-watch")


def _raid(table: Table, seat: SeatIx, target: Ref) -> Reason:
    tables, state = table.tables, table.state
    exposed = [
        piece
        for piece in tables.red_pieces
        if state.piece_marks[piece] & EXPOSED
        and state.piece_area[piece] >= 0
        and sees_piece(tables, state, seat, piece)
    ]
    if ref_kind(target) == "piece":
        exposed = [piece for piece in exposed if piece == ref_ix(target)]
    if not exposed:
        return Reason("nothing-exposed")
    area = AreaIx(state.piece_area[exposed[0]])
    units = units_in(tables, state, area, tables.seat_pieces[seat])
    if any(
        tables.is_law(unit) and not has_jurisdiction(tables, state, unit, area) for unit in units
    ):
        return Reason("no-jurisdiction", {"area": table.campaign.areas[area].id})
    return Reason("no-law-unit", {"area": table.campaign.areas[area].id})


def _case(table: Table, seat: SeatIx, target: Ref) -> Reason:
    return Reason("no-evidence")


def _bribe(table: Table, seat: SeatIx, target: Ref) -> Reason:
    needed, has = table.rules.tests.bribe_cash, table.state.cash[seat]
    if has < needed:
        return Reason("needs-cash", {"needed": needed, "has": has})
    return Reason("out-of-reach")


def _intimidate(table: Table, seat: SeatIx, target: Ref) -> Reason:
    return Reason("out-of-reach")


def _hold(table: Table, seat: SeatIx, target: Ref) -> Reason:
    return Reason("has-ready")


def _order(table: Table, seat: SeatIx, target: Ref) -> Reason:
    return Reason("order-set")


def _reinforce(table: Table, seat: SeatIx, target: Ref) -> Reason:
    reason = operational.reinforce_reason(table, seat)
    return reason or Reason("no-units-left")


def _watch(table: Table, seat: SeatIx, target: Ref) -> Reason:
    if ref_kind(target) == "piece" and table.state.piece_marks[ref_ix(target)]:
        return Reason("watch-set")
    return Reason("no-watch")


def _move(table: Table, seat: SeatIx, target: Ref) -> Reason:
    price, has = operational.move_price(table, seat), table.state.budget[seat]
    if price > has:
        return Reason("needs-budget", {"needed": price, "has": has})
    return Reason("no-move")


def _govern(table: Table, seat: SeatIx, target: Ref) -> Reason:
    cost = table.rules.money.govern_budget
    funds = sum(table.state.budget[one] for one in table.tables.nadc)
    if table.state.used[seat] & 1:
        return Reason("governed-already")
    if funds < cost:
        return Reason("needs-funds", {"needed": cost, "has": funds})
    return Reason("not-host")


_WHY: dict[str, Callable[[Table, SeatIx, Ref], Reason]] = {
    "pin": _pin,
    "prefer": _prefer,
    "keep-shut": _prefer,
    "surveil": _surveil,
    "surge": _surge,
    "raid": _raid,
    "case": _case,
    "bribe": _bribe,
    "intimidate": _intimidate,
    "hold": _hold,
    "order": _order,
    "reinforce": _reinforce,
    "watch": _watch,
    "rotate": _watch,
    "move": _move,
    "govern": _govern,
}
