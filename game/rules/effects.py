"""What cards and injects do: one function for each verb (RULES 10)."""

from collections.abc import Sequence
from functools import singledispatch

from game.content.schema import effects as verbs
from game.content.schema.effects import AreaPick, Effect
from game.content.schema.words import Entry
from game.model.dice import stream
from game.model.events import (
    CardDrawn,
    CardEnded,
    CardUnlocked,
    GovChanged,
    HeatChanged,
    InjectQueued,
    ModifierBegan,
    PieceMoved,
    PlaysCut,
    RouteClosed,
    RouteOpened,
    Said,
    ViolenceChanged,
)
from game.model.ids import (
    ALL_SEATS,
    NO_SEAT,
    AreaIx,
    CardIx,
    InjectIx,
    PieceIx,
    RouteIx,
    SeatIx,
    SeatMask,
    ref_ix,
    ref_kind,
)
from game.model.state import ALOFT, DORMANT, EXPOSED, PORTFOLIO, Mod
from game.rules import decks, pieces
from game.rules.cardfacts import seat_of
from game.rules.knowledge import finders
from game.rules.law import may_stand
from game.rules.quantities import holds
from game.rules.resolution import Aim
from game.rules.table import Table
from game.rules.tables import CASES, TRACK_IX

_AREAS = stream("effect-areas")
_PIECES = stream("effect-pieces")


def carry_out(table: Table, effects: Sequence[Effect], aim: Aim) -> None:
    """Carry out effects in order, those whose condition holds and whose die allows."""
    for place, effect in enumerate(effects):
        if effect.if_ is not None and not holds(
            table.tables, table.state, effect.if_, target=aim.target
        ):
            continue
        if effect.chance is not None:
            key = (*_key(table, aim), place)
            if not table.happens("effect", effect.chance, card=aim.card, key=key):
                continue
        _do(effect, table, aim)


def _key(table: Table, aim: Aim) -> tuple[int, ...]:
    """What a die of an effect is for, the same in every game that comes to it."""
    return (aim.seat, aim.card, aim.target, table.state.round)


@singledispatch
def _do(effect: Entry, table: Table, aim: Aim) -> None:
    raise TypeError(f"no rule for the effect {type(effect).__name__}")


def rule_for(model: type[Entry]) -> bool:
    """Whether an effect model has a rule."""
    return _do.dispatch(model) is not _do.dispatch(object)


def _seats(table: Table, name: str | None, aim: Aim) -> tuple[SeatIx, ...]:
    """The seat that an effect names, else the acting one; none for one that is not in play."""
    seat = aim.seat if name is None else seat_of(table.campaign, name)
    return (seat,) if seat >= 0 else ()


def areas_of(table: Table, pick: AreaPick, aim: Aim) -> tuple[AreaIx, ...]:
    """The areas that an effect speaks of."""
    tables = table.tables
    if pick.area is not None:
        return (AreaIx(table.campaign.area_ix[pick.area]),)
    if pick.pick == "target":
        found = _around_target(table, aim)
    elif pick.pick == "second":
        is_area = ref_kind(aim.second) == "area"
        found = (AreaIx(ref_ix(aim.second)),) if is_area else ()
    elif pick.pick == "neighbours":
        found = tables.near[aim.area] if aim.area >= 0 else ()
    else:
        found = tuple(AreaIx(ix) for ix in range(len(table.campaign.areas)))
    fitting = [
        area
        for area in found
        if (not pick.kinds or tables.area_kind[area] in pick.kinds)
        and (not pick.countries or tables.country[area] in pick.countries)
        and (not pick.governed or tables.governed[area])
    ]
    if pick.pick != "random":
        return tuple(fitting)
    return _some(table, fitting, pick.count, aim)


def _around_target(table: Table, aim: Aim) -> tuple[AreaIx, ...]:
    if aim.route >= 0:
        return (table.tables.route_from[aim.route], table.tables.route_to[aim.route])
    return (aim.area,) if aim.area >= 0 else ()


def _some(table: Table, areas: list[AreaIx], count: int, aim: Aim) -> tuple[AreaIx, ...]:
    left: list[AreaIx] = list(areas)
    chosen: list[AreaIx] = []
    while left and len(chosen) < count:
        key = (*_key(table, aim), len(chosen))
        chosen.append(left.pop(table.below(len(left), _AREAS, *key)))
    return tuple(sorted(chosen))


@_do.register
def _(effect: verbs.TrackEffect, table: Table, aim: Aim) -> None:
    if effect.track == "consent":
        pieces.set_consent(table, effect.by)
    else:
        table.track(TRACK_IX[effect.track], effect.by)


@_do.register
def _(effect: verbs.BudgetEffect, table: Table, aim: Aim) -> None:
    for seat in _seats(table, effect.seat, aim):
        table.money(seat, "budget", effect.by)


@_do.register
def _(effect: verbs.CapitalEffect, table: Table, aim: Aim) -> None:
    for seat in _seats(table, effect.seat, aim):
        table.money(seat, "capital", effect.by, table.rules.money.capital_max)


@_do.register
def _(effect: verbs.CashEffect, table: Table, aim: Aim) -> None:
    for seat in _seats(table, effect.seat, aim):
        table.money(seat, "cash", effect.by)


@_do.register
def _(effect: verbs.CaseEffect, table: Table, aim: Aim) -> None:
    table.track(CASES, effect.by)


@_do.register
def _(effect: verbs.DeployEffect, table: Table, aim: Aim) -> None:
    for seat in _seats(table, effect.seat, aim):
        _deploy(table, effect, aim, seat)


def _deploy(table: Table, effect: verbs.DeployEffect, aim: Aim, seat: SeatIx) -> None:
    tables, state = table.tables, table.state
    kind = table.campaign.kind_ix[effect.unit]
    satellite = "satellite" in tables.kinds[kind].traits
    for area in (ALOFT,) if satellite else areas_of(table, effect.where, aim):
        piece = pieces.in_pool(tables, state, seat, kind)
        if piece is None:
            return
        if area != ALOFT and not _fits(table, kind, seat, AreaIx(area)):
            continue
        pieces.deploy(table, piece, area, aim.card, kept=effect.keep and tables.is_nadc(seat))


def _fits(table: Table, kind: int, seat: SeatIx, area: AreaIx) -> bool:
    if table.tables.is_nadc(seat):
        return may_stand(table, kind, seat, area) is None
    return bool(pieces.red_places(table, kind, seat) >> area & 1)


@_do.register
def _(effect: verbs.RemoveEffect, table: Table, aim: Aim) -> None:
    if effect.piece is None or effect.pick == "target":
        if aim.piece >= 0 and table.state.piece_area[aim.piece] >= 0:
            pieces.remove(table, aim.piece)
        return
    kind = table.campaign.kind_ix[effect.piece]
    for turn in range(effect.count):
        found = _on_map(table, kind, areas_of(table, effect.where, aim))
        if not found:
            return
        if effect.pick == "exposed-first":
            marks = table.state.piece_marks
            found = [one for one in found if marks[one] & EXPOSED] or found
        piece = found[table.below(len(found), _PIECES, *_key(table, aim), turn)]
        _show_before_removal(table, piece)
        pieces.remove(table, piece)


def _show_before_removal(table: Table, piece: PieceIx) -> None:
    """What the coalition removes it gets to see."""
    if table.tables.is_red(table.tables.piece_seat[piece]):
        hidden = pieces.hidden_in(table, table.tables.nadc_mask, (table.state.piece_area[piece],))
        if piece in hidden:
            pieces.expose(table, piece, table.tables.nadc_mask)


def _on_map(table: Table, kind: int, areas: tuple[AreaIx, ...]) -> list[PieceIx]:
    places = table.state.piece_area
    return [
        PieceIx(piece)
        for piece, one in enumerate(table.tables.piece_kind)
        if one == kind and places[piece] in areas
    ]


@_do.register
def _(effect: verbs.MoveEffect, table: Table, aim: Aim) -> None:
    if aim.piece < 0 or aim.area < 0:
        return
    near = table.tables.near[aim.area]
    if near:
        area = near[table.below(len(near), _PIECES, *_key(table, aim))]
        table.emit(PieceMoved(aim.piece, aim.area, area, cause=table.cause))


@_do.register
def _(effect: verbs.ExposeEffect, table: Table, aim: Aim) -> None:
    kind = -1 if effect.piece is None else table.campaign.kind_ix[effect.piece]
    seats = (
        finders(table.tables, table.state, aim.seat)
        if table.tables.is_nadc(aim.seat)
        else table.tables.nadc_mask
    )
    pieces.expose_some(table, seats, areas_of(table, effect.where, aim), effect.count, kind)


@_do.register
def _(effect: verbs.HideEffect, table: Table, aim: Aim) -> None:
    areas = areas_of(table, effect.where, aim)
    kind = -1 if effect.piece is None else table.campaign.kind_ix[effect.piece]
    state, tables = table.state, table.tables
    found = [
        piece
        for piece in tables.red_pieces
        if state.piece_area[piece] in areas
        and state.piece_marks[piece] & EXPOSED
        and kind in (-1, tables.piece_kind[piece])
    ]
    for piece in found[: effect.count]:
        pieces.hide(table, piece)


@_do.register
def _(effect: verbs.RouteOpenEffect, table: Table, aim: Aim) -> None:
    route = _route(table, effect.route, aim)
    if route < 0:
        asleep = [r for r in table.tables.dormant_order if table.state.open[r] == DORMANT]
        route = min(asleep, key=lambda r: (table.tables.route_cost[r], r), default=-1)
    if route in table.tables.dormant_order and table.state.open[route] == DORMANT:
        open_route(table, RouteIx(route), aim.seat)


def open_route(table: Table, route: RouteIx, seat: SeatIx) -> None:
    """Bring a dormant route into use; the coalition does not see it (RULES 11)."""
    seen = SeatMask(table.tables.red_mask)
    table.emit(RouteOpened(route, seat, cause=table.cause, seen=seen))


def _route(table: Table, name: str | None, aim: Aim) -> int:
    return aim.route if name is None else table.campaign.route_ix[name]


@_do.register
def _(effect: verbs.RouteCloseEffect, table: Table, aim: Aim) -> None:
    route = _route(table, effect.route, aim)
    if route >= 0 and table.state.open[route] and not table.tables.backstop[route]:
        table.emit(RouteClosed(RouteIx(route), cause=table.cause))


@_do.register
def _(effect: verbs.RouteModEffect, table: Table, aim: Aim) -> None:
    route = _route(table, effect.route, aim)
    if route < 0:
        return
    if effect.heat:
        before = table.state.heat[route]
        after = max(0, min(table.rules.flow.heat_max, before + effect.heat))
        table.emit(HeatChanged(RouteIx(route), before, after, cause=table.cause))
    if effect.detect or effect.endgame or effect.cost:
        mod = Mod(
            "route",
            0,
            route=RouteIx(route),
            card=aim.card,
            owner=aim.seat,
            lasts=effect.lasts,
            detect=effect.detect,
            endgame=effect.endgame,
            cost=effect.cost,
        )
        table.emit(ModifierBegan(mod, cause=table.cause))


@_do.register
def _(effect: verbs.AreaGovEffect, table: Table, aim: Aim) -> None:
    for area in areas_of(table, effect.where, aim):
        change_gov(table, area, effect.by)


@_do.register
def _(effect: verbs.AreaViolenceEffect, table: Table, aim: Aim) -> None:
    for area in areas_of(table, effect.where, aim):
        change_violence(table, area, effect.by)


def change_gov(table: Table, area: AreaIx, by: int) -> None:
    """Move an area on the governance ladder, not below a protected step (RULES 2)."""
    if not table.tables.governed[area]:
        return
    before = table.state.gov[area]
    floor = -2
    for mod in table.state.mods:
        if mod.what == "gov-floor" and mod.areas >> area & 1:
            floor = max(floor, mod.by)
    after = min(2, max(min(before, floor) if by < 0 else -2, before + by))
    if after != before:
        table.emit(GovChanged(area, before, after, cause=table.cause))


def change_violence(table: Table, area: AreaIx, by: int) -> None:
    """Raise or lower violence in an area with governance, within 0 and 3."""
    if not table.tables.governed[area]:
        return
    before = table.state.violence[area]
    after = min(3, max(0, before + by))
    if after != before:
        table.emit(ViolenceChanged(area, before, after, cause=table.cause))


@_do.register
def _(effect: verbs.ModifierEffect, table: Table, aim: Aim) -> None:
    seats = _modified_seats(table, effect, aim)
    if not seats:
        return
    if effect.what == "fewer-plays":
        for seat in table.tables.red:
            if seats >> seat & 1:
                table.emit(PlaysCut(seat, effect.by, cause=table.cause))
        return
    areas = -1
    if effect.where is not None or effect.countries:
        where = effect.where or AreaPick(pick="all", countries=effect.countries)
        areas = sum(1 << area for area in areas_of(table, where, aim))
    mod = Mod(
        effect.what,
        effect.by,
        effect.test,
        seats,
        areas,
        aim.route,
        aim.card,
        aim.seat,
        effect.lasts,
    )
    red = aim.seat != NO_SEAT and table.tables.is_red(aim.seat)
    seen = table.private(aim.seat) if red else ALL_SEATS
    table.emit(ModifierBegan(mod, cause=table.cause, seen=seen))


def _modified_seats(table: Table, effect: verbs.ModifierEffect, aim: Aim) -> SeatMask:
    if effect.seat is not None:
        return SeatMask(sum(1 << seat for seat in _seats(table, effect.seat, aim)))
    if effect.what == "fewer-plays":
        owner = table.tables.piece_seat[aim.piece] if aim.piece >= 0 else NO_SEAT
        return SeatMask(1 << owner) if owner >= 0 else table.tables.red_mask
    if aim.seat == NO_SEAT:
        return ALL_SEATS
    return table.tables.nadc_mask if table.tables.is_nadc(aim.seat) else table.private(aim.seat)


@_do.register
def _(effect: verbs.UnlockEffect, table: Table, aim: Aim) -> None:
    card = CardIx(table.campaign.card_ix[effect.card])
    if not table.state.unlocked >> card & 1:
        table.emit(CardUnlocked(card, cause=table.cause))


@_do.register
def _(effect: verbs.RepealEffect, table: Table, aim: Aim) -> None:
    card = CardIx(table.campaign.card_ix[effect.card])
    if table.state.card_state[card] != PORTFOLIO:
        dearer = table.rules.money.repealed_budget
        table.emit(CardEnded(card, True, dearer, cause=table.cause))


@_do.register
def _(effect: verbs.DrawEffect, table: Table, aim: Aim) -> None:
    for seat in _seats(table, effect.seat, aim):
        if effect.card is None:
            decks.draw(table, seat, effect.count)
            continue
        card = CardIx(table.campaign.card_ix[effect.card])
        for _ in range(effect.count):
            seen = decks.hand_seen(table, seat)
            table.emit(CardDrawn(seat, card, True, cause=table.cause, seen=seen))


@_do.register
def _(effect: verbs.InjectEffect, table: Table, aim: Aim) -> None:
    inject = InjectIx(table.campaign.inject_ix[effect.inject])
    table.emit(InjectQueued(inject, cause=table.cause, seen=SeatMask(0)))


@_do.register
def _(effect: verbs.MessageEffect, table: Table, aim: Aim) -> None:
    table.emit(Said(aim.seat, effect.text, cause=table.cause))
