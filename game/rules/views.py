"""Views made from a position: only what every one of some seats may know (RULES 11)."""

from game.model.actions import Action
from game.model.ids import AreaIx, CardIx, PieceIx, RouteIx, SeatIx, SeatMask, seats_in
from game.model.state import ACTIVE, ALOFT, EXPOSED, KEPT, OPENED, PENDING, SET, State
from game.model.view import CardView, PieceView, RouteView, SeatView, View
from game.rules.coverage import TRUTH, Cover, coverage
from game.rules.knowledge import knows_flow, knows_rotation, knows_route, sees_piece
from game.rules.scores import gov_score
from game.rules.tables import FUSION, Tables


def make_view(tables: Tables, state: State, seats: SeatMask, to_move: tuple[SeatIx, ...]) -> View:
    """What all of these seats may know; no seat at all means White, who sees the truth."""
    viewers = seats_in(seats, len(tables.campaign.seats))
    pending = state.pending[-1] if state.pending else None
    if pending is not None and viewers and not _may_know_question(tables, viewers, pending.seat):
        pending = pending if pending.kind not in _PRIVATE else None
    return View(
        seats=seats,
        quarter=state.quarter,
        phase=state.phase,
        round=state.round,
        active=state.active,
        to_move=to_move,
        pending=pending,
        over=bool(state.over),
        tracks=tuple(state.tracks),
        gov=tuple(state.gov),
        violence=tuple(state.violence),
        gov_score=gov_score(tables, state),
        pieces=_pieces(tables, state, viewers),
        routes=_routes(tables, state, viewers),
        means=_means(tables, state, viewers),
        cards=_cards(tables, state, viewers),
        tally=tuple(state.tally),
        governed_areas=tuple(
            AreaIx(ix) for ix in range(len(state.gov)) if state.governed_areas >> ix & 1
        ),
    )


_PRIVATE = ("seal", "fallback", "bank", "growth-probe", "rotate", "swap")


def _may_know_question(tables: Tables, viewers: tuple[SeatIx, ...], seat: SeatIx) -> bool:
    if seat < 0:
        return True
    if tables.is_nadc(seat):
        return all(tables.is_nadc(viewer) for viewer in viewers)
    return viewers == (seat,)


def _pieces(tables: Tables, state: State, viewers: tuple[SeatIx, ...]) -> tuple[PieceView, ...]:
    found = []
    for ix, area in enumerate(state.piece_area):
        if area < 0 and area != ALOFT:
            continue
        piece = PieceIx(ix)
        if all(sees_piece(tables, state, seat, piece) for seat in viewers):
            found.append(_piece(tables, state, piece, viewers))
    return tuple(found)


def _piece(tables: Tables, state: State, piece: PieceIx, viewers: tuple[SeatIx, ...]) -> PieceView:
    marks, rotation = state.piece_marks[piece], state.piece_rotation[piece]
    if rotation:
        routes = [ix for ix in range(rotation.bit_length()) if rotation >> ix & 1]
        known = all(knows_rotation(tables, state, seat, piece) for seat in viewers)
        watch = tuple(map(RouteIx, routes)) if known else ()
    else:
        both = (state.piece_watch[piece], state.piece_watch2[piece])
        watch = tuple(RouteIx(route) for route in both if route >= 0)
    return PieceView(
        piece,
        tables.piece_kind[piece],
        tables.piece_seat[piece],
        state.piece_area[piece],
        watch,
        bool(rotation),
        bool(marks & EXPOSED),
        bool(marks & KEPT),
        bool(marks & SET),
    )


def _routes(tables: Tables, state: State, viewers: tuple[SeatIx, ...]) -> tuple[RouteView, ...]:
    covers = _covers(tables, state, viewers)
    return tuple(
        _route(tables, state, viewers, RouteIx(ix), cover) for ix, cover in enumerate(covers)
    )


def _covers(tables: Tables, state: State, viewers: tuple[SeatIx, ...]) -> list[Cover]:
    """D and E as the least knowing of the viewers knows them; a drawn Rotating route is not
    counted, since which one it will be is not known."""
    if any(state.piece_rotation):
        state = state.snapshot()
        both = zip(state.piece_watch, state.piece_rotation, strict=True)
        state.piece_watch = [-1 if routes else watch for watch, routes in both]
    nadc = [seat for seat in viewers if tables.is_nadc(seat)]
    return coverage(tables, state, nadc[0] if nadc else (viewers[0] if viewers else TRUTH))


def _route(
    tables: Tables, state: State, viewers: tuple[SeatIx, ...], route: RouteIx, cover: Cover
) -> RouteView:
    is_open = bool(state.open[route]) and all(
        knows_route(tables, state, seat, route) for seat in viewers
    )
    low, high = _estimate(tables, state, viewers, route) if is_open else (0, 0)
    if not state.estimate:
        low = high = -1
    exact = low == high and low >= 0
    shown = is_open and tables.campaign.rules.ghost
    return RouteView(
        route=route,
        open=is_open,
        opened=is_open and state.open[route] == OPENED,
        low=low,
        high=high,
        ghost=state.flow[route] if shown and state.estimate else -1,
        before=state.flow_before[route] if shown and exact else -1,
        heat=state.heat[route],
        detect=cover.detect,
        endgame=cover.endgame,
        lawful=cover.lawful,
        unknown=cover.unknown,
        seized=state.seized[route],
        seen=state.seen[route],
        surged=bool(state.surged[route]),
    )


def band(tables: Tables, state: State) -> int:
    """Half width of flow estimates: wider where partners do not share, narrower at high
    Fusion (RULES 11)."""
    rules, fusion = tables.campaign.rules, state.tracks[FUSION]
    at = rules.thresholds
    return max(0, rules.estimate_band + (fusion < at.share_fusion) - (fusion >= at.sure_fusion))


def _estimate(
    tables: Tables, state: State, viewers: tuple[SeatIx, ...], route: RouteIx
) -> tuple[int, int]:
    true = state.flow[route]
    if all(knows_flow(tables, state, seat, route) for seat in viewers) or not state.estimate:
        return true, true
    half = band(tables, state)
    middle = true + state.estimate[route] % (2 * half + 1) - half
    return max(0, middle - half), max(0, middle + half)


def _means(tables: Tables, state: State, viewers: tuple[SeatIx, ...]) -> tuple[SeatView, ...]:
    found = []
    is_nadc = all(tables.is_nadc(viewer) for viewer in viewers)
    for ix in range(len(tables.campaign.seats)):
        seat = SeatIx(ix)
        own = all(viewer == seat for viewer in viewers)
        open_hand = own or (is_nadc and tables.is_nadc(seat))
        found.append(
            SeatView(
                seat=seat,
                budget=state.budget[ix],
                capital=state.capital[ix],
                cash=state.cash[ix] if own else -1,
                bank=state.bank[ix] if own else -1,
                stash=state.stash[ix] if own else -1,
                ready=min(1, state.ready[ix]),
                deployments=state.deployments[ix],
                moves=state.moves[ix],
                hand=tuple(map(CardIx, state.hands[ix])) if open_hand else (),
                hand_size=len(state.hands[ix]),
                plans=_plans(tables, state, seat, viewers, own),
                planned=len(state.plans[ix]) if own else -1,
                governed=bool(state.used[ix] & 1) if tables.is_nadc(seat) else False,
                pins=tuple(map(RouteIx, state.pins[ix])) if own else (),
                wakes=tuple(map(RouteIx, state.wakes[ix])) if own else (),
                sent=state.sent[ix],
                lost=state.lost[ix],
            )
        )
    return tuple(found)


def _plans(
    tables: Tables, state: State, seat: SeatIx, viewers: tuple[SeatIx, ...], own: bool
) -> tuple[Action, ...]:
    if own:
        return tuple(plan.action for plan in state.plans[seat])
    return tuple(plan.action for plan in state.plans[seat] if plan.shown)


def _cards(tables: Tables, state: State, viewers: tuple[SeatIx, ...]) -> tuple[CardView, ...]:
    found = []
    for ix, life in enumerate(state.card_state):
        seat = SeatIx(state.card_seat[ix])
        if life not in (PENDING, ACTIVE) or seat < 0:
            continue
        if tables.is_red(seat) and not all(viewer == seat for viewer in viewers):
            continue
        joined = seats_in(SeatMask(state.card_joined[ix]), len(tables.campaign.seats))
        found.append(CardView(CardIx(ix), seat, life == ACTIVE, state.card_due[ix], joined))
    return tuple(found)
