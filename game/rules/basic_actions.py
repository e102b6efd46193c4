"""The basic tactical actions, carried out (RULES 7)."""

from game.model.actions import Action
from game.model.events import (
    MarkerUsed,
    MoneyChanged,
    PieceMarked,
    PieceMoved,
    RouteSurged,
)
from game.model.ids import AreaIx, PieceIx, RouteIx, SeatIx, ref_ix
from game.model.state import CASED, EXPOSED
from game.rules import pieces
from game.rules.cards import complication, offer_prosecution, play_tactical
from game.rules.effects import change_gov, change_violence
from game.rules.forces import ADVISORS
from game.rules.knowledge import finders
from game.rules.law import Reason, is_lawful, may_surveil, pay_penalty, punish
from game.rules.resolution import Aim, aim_at, roll
from game.rules.table import Table
from game.rules.tables import CASES


def mole_kind(table: Table, seat: SeatIx) -> int:
    """The kind of mole that a seat has; -1 for none."""
    kinds = sorted(table.tables.trait_kinds.get("mole", ()))
    return next((kind for kind in kinds if (seat, kind) in table.tables.pools), -1)


def _pass(table: Table, action: Action) -> None:
    """Nothing is done."""


def _hold(table: Table, action: Action) -> None:
    lasts = table.rules.tests.hold_quarters
    table.emit(MoneyChanged(action.seat, "ready", 0, lasts, cause=table.cause))


def _play(table: Table, action: Action) -> None:
    play_tactical(table, action.seat, action.card, action.target, action.other)


def _surveil(table: Table, action: Action) -> None:
    tables, state, seat = table.tables, table.state, action.seat
    aim = aim_at(tables, state, seat, "surveil", action.target)
    open_to, reason = _looks_into(table, aim)
    void = not open_to and pay_penalty(table, reason)
    outcome = roll(table, aim)
    if outcome.success:
        seats = finders(tables, state, seat)
        tests = table.rules.tests
        count = tests.surveil_finds
        if aim.route >= 0:
            pieces.learn_route(table, aim.route, seats)
        elif outcome.rolled == 1:
            count = tests.surveil_clean
        areas = _areas_of(table, aim) if void else open_to
        found = pieces.expose_some(table, seats, areas, count)
        _void_cases(table, found if void else [])
    elif outcome.rolled == 6:
        complication(table, aim, outcome)


def _areas_of(table: Table, aim: Aim) -> tuple[AreaIx, ...]:
    if aim.route < 0:
        return (aim.area,)
    return (table.tables.route_from[aim.route], table.tables.route_to[aim.route])


def _looks_into(table: Table, aim: Aim) -> tuple[tuple[AreaIx, ...], Reason | None]:
    """Where a Surveil may find pieces by law, and what forbids the rest."""
    reasons = {
        area: may_surveil(table.tables, table.state, aim.seat, area)
        for area in _areas_of(table, aim)
    }
    forbidden = next((reason for reason in reasons.values() if reason is not None), None)
    return tuple(area for area, reason in reasons.items() if reason is None), forbidden


def _void_cases(table: Table, found: list[PieceIx]) -> None:
    """Evidence from an illegal play serves no case (RULES 7)."""
    for piece in found:
        table.emit(PieceMarked(piece, CASED, cause=table.cause))


def _surge(table: Table, action: Action) -> None:
    route = RouteIx(ref_ix(action.target))
    table.emit(RouteSurged(route, action.seat, cause=table.cause))


def _raid(table: Table, action: Action) -> None:
    tables, seat = table.tables, action.seat
    aim = aim_at(tables, table.state, seat, "raid", action.target)
    lawful = is_lawful(table, seat, aim.area)
    if not lawful:
        punish(table)
    outcome = roll(table, aim)
    if not outcome.success:
        if outcome.rolled == 6:
            complication(table, aim, outcome)
        return
    if tables.has_trait(aim.piece, "front"):
        table.money(tables.piece_seat[aim.piece], "stash", -table.rules.tests.raid_stash)
    pieces.remove(table, aim.piece)
    if not lawful:
        _void_cases(table, [aim.piece])
    elif outcome.rolled == 1:
        table.track(CASES, table.rules.tests.raid_clean)
    offer_prosecution(table, seat, aim.piece)


def _case(table: Table, action: Action) -> None:
    aim = aim_at(table.tables, table.state, action.seat, "case", action.target)
    outcome = roll(table, aim)
    if aim.route >= 0:
        table.emit(MarkerUsed(aim.route, cause=table.cause))
    else:
        table.emit(PieceMarked(aim.piece, CASED, cause=table.cause))
    if outcome.success:
        tests = table.rules.tests
        table.track(CASES, tests.case_clean if outcome.rolled == 1 else tests.case_gain)
    elif outcome.rolled == 6:
        complication(table, aim, outcome)


def _bribe(table: Table, action: Action) -> None:
    seat = action.seat
    aim = aim_at(table.tables, table.state, seat, "bribe", action.target)
    table.money(seat, "cash", -table.rules.tests.bribe_cash)
    outcome = roll(table, aim)
    if not outcome.success:
        if outcome.rolled == 6:
            complication(table, aim, outcome)
        return
    if ref_ix(action.other) == 0:
        change_gov(table, aim.area, -1)
        return
    piece = pieces.in_pool(table.tables, table.state, seat, mole_kind(table, seat))
    if piece is not None:
        pieces.deploy(table, piece, aim.area)


def _intimidate(table: Table, action: Action) -> None:
    tables, state = table.tables, table.state
    aim = aim_at(tables, state, action.seat, "intimidate", action.target)
    outcome = roll(table, aim)
    if not outcome.success:
        if outcome.rolled == 6:
            complication(table, aim, outcome)
        return
    change_violence(table, aim.area, 1)
    here = [p for p in tables.nadc_pieces if state.piece_area[p] == aim.area]
    advisors = [p for p in here if any(tables.has_trait(p, trait) for trait in ADVISORS)]
    teams = [p for p in here if tables.law[p] and "land" in tables.kind_of(p).modes]
    for piece in (advisors or teams)[:1]:
        pieces.send_home(table, piece)


def _relocate(table: Table, action: Action) -> None:
    piece, area = PieceIx(ref_ix(action.target)), AreaIx(ref_ix(action.other))
    before = AreaIx(table.state.piece_area[piece])
    exposed = table.state.piece_marks[piece] & EXPOSED
    seen = table.private(action.seat)
    if exposed:
        pieces.hide(table, piece)
    table.emit(PieceMoved(piece, before, area, cause=table.cause, seen=seen))


PERFORM = {
    "pass": _pass,
    "hold": _hold,
    "play": _play,
    "surveil": _surveil,
    "surge": _surge,
    "raid": _raid,
    "case": _case,
    "bribe": _bribe,
    "intimidate": _intimidate,
    "relocate": _relocate,
}
"""What each verb does."""
