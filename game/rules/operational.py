"""NADC_OPERATIONAL: deployments, moves, watches and Rotating (RULES 2, 5, 6)."""

from itertools import combinations

from game.content.schema.cards import Card
from game.model.actions import Action
from game.model.decisions import Decision
from game.model.events import (
    CardActivated,
    PieceMoved,
    RotationSet,
    SeatMarked,
    WatchChanged,
)
from game.model.ids import (
    NO_CARD,
    NO_REF,
    NO_ROUTE,
    AreaIx,
    CardIx,
    PieceIx,
    RouteIx,
    SeatIx,
    SeatMask,
    area_ref,
    kind_ref,
    option_ref,
    piece_ref,
    ref_ix,
    route_ref,
)
from game.model.state import ACTIVE, ALOFT, SET
from game.rules import pieces
from game.rules.cards import card_reason, deployed_by, propose
from game.rules.effects import carry_out
from game.rules.law import (
    Reason,
    allowed,
    may_stand,
    may_watch,
    pay_penalty,
    unit_places,
)
from game.rules.resolution import aim_at
from game.rules.table import Table
from game.rules.targets import fits_area


def legal(table: Table, seat: SeatIx) -> list[Action]:
    """What a seat may do on its turn of NADC_OPERATIONAL."""
    found = [
        Action(seat, "deploy", card)
        for card in table.tables.operational[seat]
        if card_reason(table, seat, card) is None
    ]
    found += [
        Action(seat, "reinforce", NO_CARD, kind_ref(kind)) for kind in _reinforcements(table, seat)
    ]
    watches: list[Action] = []
    rotations: list[Action] = []
    moves: list[Action] = []
    can_move = move_price(table, seat) <= table.state.budget[seat]
    marks, places = table.state.piece_marks, table.state.piece_area
    for piece in table.tables.seat_pieces[seat]:
        if marks[piece] & SET or (places[piece] < 0 and places[piece] != ALOFT):
            continue
        _orders(table, seat, piece, watches, rotations)
        if can_move and places[piece] >= 0:
            moves += _moves(table, seat, piece)
    return [*found, *watches, *rotations, *moves, Action(seat, "done")]


def _orders(
    table: Table, seat: SeatIx, piece: PieceIx, watches: list[Action], rotations: list[Action]
) -> None:
    kind = table.tables.kind_of(piece)
    if not kind.watches:
        return
    target = piece_ref(piece)
    now = (table.state.piece_watch[piece], table.state.piece_watch2[piece])
    routes = watch_choices(table, piece)
    watches += [
        Action(seat, "watch", NO_CARD, target, route_ref(route))
        for route in routes
        if route not in now
    ]
    if kind.watches == 1 and len(routes) >= table.rules.limits.rotating_least:
        rotations.append(Action(seat, "rotate", NO_CARD, target))


def watch_choices(table: Table, piece: PieceIx) -> list[RouteIx]:
    """The routes that a unit could watch from where it stands."""
    area = table.state.piece_area[piece]
    here = table.tables.watchable if area == ALOFT else table.tables.watch_here[area]
    now = (table.state.piece_watch[piece], table.state.piece_watch2[piece])
    return [
        route for route in here if route in now or allowed(table, may_watch(table, piece, route))
    ]


def _moves(table: Table, seat: SeatIx, piece: PieceIx) -> list[Action]:
    kind = table.tables.piece_kind[piece]
    target = piece_ref(piece)
    places = unit_places(table, kind, seat)
    return [
        Action(seat, "move", NO_CARD, target, area_ref(area))
        for area in table.tables.near[table.state.piece_area[piece]]
        if area in places
    ]


def move_price(table: Table, seat: SeatIx) -> int:
    """What the next move costs: the first is free (RULES 5)."""
    free = table.state.moves[seat] < table.rules.limits.free_moves
    return 0 if free else table.rules.money.extra_move


def _reinforcements(table: Table, seat: SeatIx) -> list[int]:
    """Kinds of law-enforcement unit that Reinforce could put down (RULES 6)."""
    if reinforce_reason(table, seat) is not None:
        return []
    return [
        kind
        for kind in _law_kinds(table, seat)
        if pieces.in_pool(table.tables, table.state, seat, kind) is not None
        and reinforce_places(table, seat, kind)
    ]


def _law_kinds(table: Table, seat: SeatIx) -> list[int]:
    tables = table.tables
    owned = sorted({kind for owner, kind in tables.pools if owner == seat})
    return [
        k for k in owned if tables.kinds[k].authority in ("LE", "T14") and tables.kinds[k].endgame
    ]


def reinforce_reason(table: Table, seat: SeatIx) -> Reason | None:
    """Why a seat cannot Reinforce; None if it may, with units left."""
    limits, money = table.rules.limits, table.rules.money
    if table.state.deployments[seat] >= limits.deployments:
        return Reason("no-deployment", {"most": limits.deployments})
    if table.state.budget[seat] < money.reinforce_budget:
        has = table.state.budget[seat]
        return Reason("needs-budget", {"needed": money.reinforce_budget, "has": has})
    return None


def reinforce_places(table: Table, seat: SeatIx, kind: int) -> list[AreaIx]:
    """Own-country and sea areas where Reinforce may put a unit."""
    own = table.tables.seat(seat).country
    return [
        area
        for area in places_for(table, seat, kind, seat, None)
        if table.tables.country[area] in (own, "sea")
    ]


def places_for(
    table: Table, owner: SeatIx, kind: int, seat: SeatIx, card: Card | None
) -> list[AreaIx]:
    """Areas where a unit of this kind and owner may be put down."""
    areas = unit_places(table, kind, owner)
    spec = None if card is None or card.target is None else card.target.area
    if spec is None:
        return list(areas)
    return [area for area in areas if fits_area(table, seat, spec, area)]


# --- carrying out


def perform(table: Table, action: Action) -> None:
    """Carry out an action of NADC_OPERATIONAL."""
    _PERFORM[action.verb](table, action)


def _deploy(table: Table, action: Action) -> None:
    propose(table, action.seat, action.card, NO_REF, NO_REF)


def start_deployment(table: Table, seat: SeatIx, card: CardIx) -> None:
    """A deployment card was paid: its owner says where the unit goes."""
    table.emit(
        SeatMarked(seat, "deployments", table.state.deployments[seat] + 1, cause=table.cause)
    )
    spec = table.campaign.cards[card]
    found = deployed_by(table, seat, spec)
    aim = aim_at(table.tables, table.state, seat, "card", NO_REF, card)
    carry_out(table, spec.on_play, aim)
    if table.state.card_state[card] != ACTIVE:
        table.emit(CardActivated(card, -1, cause=table.cause))
    if found is None:
        carry_out(table, spec.effects, aim)
        return
    kind, owner = found
    if "satellite" in table.tables.kinds[kind].traits:
        _put_down(table, seat, card, kind, owner, ALOFT)
        return
    waiting = SeatMask(1 << seat)
    table.ask(Decision("place", waiting, seat, card, kind_ref(kind), value=owner))


def _reinforce(table: Table, action: Action) -> None:
    seat = action.seat
    table.money(seat, "budget", -table.rules.money.reinforce_budget)
    table.emit(
        SeatMarked(seat, "deployments", table.state.deployments[seat] + 1, cause=table.cause)
    )
    waiting = SeatMask(1 << seat)
    table.ask(Decision("place", waiting, seat, NO_CARD, action.target, value=seat))


def legal_place(table: Table, decision: Decision) -> list[Action]:
    """Where the unit of a deployment may go."""
    kind, owner = ref_ix(decision.target), SeatIx(decision.value)
    if decision.card >= 0:
        spec = table.campaign.cards[decision.card]
        areas = places_for(table, owner, kind, decision.seat, spec)
    else:
        areas = reinforce_places(table, owner, kind)
    return [Action(decision.seat, "place", NO_CARD, area_ref(area)) for area in areas]


def place(table: Table, decision: Decision, action: Action) -> None:
    """The unit is put down, and the card takes effect there."""
    table.close()
    kind, owner = ref_ix(decision.target), SeatIx(decision.value)
    area = AreaIx(ref_ix(action.target))
    pay_penalty(table, may_stand(table, kind, owner, area))
    _put_down(table, decision.seat, decision.card, kind, owner, area)


def _put_down(
    table: Table, seat: SeatIx, card: CardIx, kind: int, owner: SeatIx, area: int
) -> None:
    piece = pieces.in_pool(table.tables, table.state, owner, kind)
    if piece is None:
        return
    kept = card < 0 or _is_kept(table.campaign.cards[card])
    pieces.deploy(table, piece, area, card, kept=kept)
    if card >= 0:
        spec = table.campaign.cards[card]
        target = area_ref(area) if area >= 0 else NO_REF
        aim = aim_at(table.tables, table.state, seat, "card", target, card)
        first = next(e for e in spec.effects if e.do == "deploy")
        carry_out(table, [e for e in spec.effects if e is not first], aim)
    if table.tables.kinds[kind].watches:
        ask_watch(table, piece)


def _is_kept(card: Card) -> bool:
    keeps = any(effect.do == "deploy" and effect.keep for effect in card.effects)
    return keeps and card.upkeep != 0


def ask_watch(table: Table, piece: PieceIx) -> None:
    """Ask a unit's owner which route it watches, if there is a choice."""
    if watch_choices(table, piece):
        owner = table.tables.piece_seat[piece]
        kind = table.tables.kind_of(piece)
        table.ask(
            Decision(
                "watch", SeatMask(1 << owner), owner, target=piece_ref(piece), value=kind.watches
            )
        )


def legal_watch(table: Table, decision: Decision) -> list[Action]:
    """The routes that a unit may be told to watch, or none."""
    piece = PieceIx(ref_ix(decision.target))
    taken = table.state.piece_watch[piece]
    found = [
        Action(decision.seat, "watch", NO_CARD, decision.target, route_ref(route))
        for route in watch_choices(table, piece)
        if route != taken
    ]
    return [*found, Action(decision.seat, "pass")]


def answer_watch(table: Table, decision: Decision, action: Action) -> None:
    """A unit begins to watch; a satellite is asked for its second route."""
    table.close()
    piece = PieceIx(ref_ix(decision.target))
    if action.verb == "pass":
        return
    _set_watch(table, piece, RouteIx(ref_ix(action.other)))
    if decision.value == 2 and table.state.piece_watch2[piece] < 0:
        table.ask(
            Decision("watch", decision.waiting, decision.seat, target=decision.target, value=2)
        )


def _set_watch(table: Table, piece: PieceIx, route: RouteIx) -> None:
    kind = table.tables.kind_of(piece)
    first = table.state.piece_watch[piece]
    if kind.watches == 2 and first >= 0 and table.state.piece_watch2[piece] < 0:
        table.emit(WatchChanged(piece, RouteIx(first), route, cause=table.cause))
        return
    table.emit(WatchChanged(piece, route, NO_ROUTE, fixed=kind.watches == 1, cause=table.cause))


def _watch(table: Table, action: Action) -> None:
    piece = PieceIx(ref_ix(action.target))
    route = RouteIx(ref_ix(action.other))
    kind = table.tables.kind_of(piece)
    pay_penalty(table, may_watch(table, piece, route))
    if kind.watches == 2:
        table.emit(WatchChanged(piece, route, NO_ROUTE, cause=table.cause))
        table.ask(
            Decision(
                "watch", SeatMask(1 << action.seat), action.seat, target=action.target, value=2
            )
        )
        return
    table.emit(WatchChanged(piece, route, NO_ROUTE, cause=table.cause))


def _rotate(table: Table, action: Action) -> None:
    piece = PieceIx(ref_ix(action.target))
    limits = table.rules.limits
    routes = watch_choices(table, piece)
    sets = tuple(
        sum(1 << route for route in some)
        for size in range(limits.rotating_least, limits.rotating_most + 1)
        for some in combinations(routes, size)
    )
    waiting = SeatMask(1 << action.seat)
    table.ask(
        Decision("rotate", waiting, action.seat, target=action.target, options=sets),
        seen=table.tables.nadc_mask,
    )


def legal_rotate(table: Table, decision: Decision) -> list[Action]:
    """The sets of routes among which a unit may rotate."""
    return [
        Action(decision.seat, "routes", NO_CARD, option_ref(ix))
        for ix in range(len(decision.options))
    ]


def answer_rotate(table: Table, decision: Decision, action: Action) -> None:
    """A unit rotates among routes; Red does not learn which."""
    table.close()
    piece = PieceIx(ref_ix(decision.target))
    routes = decision.options[ref_ix(action.target)]
    seen = table.tables.nadc_mask
    table.emit(RotationSet(piece, routes, cause=table.cause, seen=seen))


def _move(table: Table, action: Action) -> None:
    seat, piece = action.seat, PieceIx(ref_ix(action.target))
    area = AreaIx(ref_ix(action.other))
    price = move_price(table, seat)
    kind = table.tables.piece_kind[piece]
    pay_penalty(table, may_stand(table, kind, seat, area))
    table.money(seat, "budget", -price)
    table.emit(SeatMarked(seat, "moves", table.state.moves[seat] + 1, cause=table.cause))
    before = AreaIx(table.state.piece_area[piece])
    table.emit(PieceMoved(piece, before, area, cause=table.cause))
    if table.tables.kinds[kind].watches:
        ask_watch(table, piece)


_PERFORM = {
    "deploy": _deploy,
    "reinforce": _reinforce,
    "watch": _watch,
    "rotate": _rotate,
    "move": _move,
}
