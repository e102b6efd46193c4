"""Units coming onto the map: where they stand, and what they watch (RULES 2, 6)."""

from game.content.schema.cards import Card
from game.model.actions import Action
from game.model.decisions import Decision
from game.model.events import CardActivated, CardEnded, SeatMarked, WatchChanged
from game.model.ids import (
    NO_REF,
    NO_ROUTE,
    AreaIx,
    CardIx,
    PieceIx,
    Ref,
    RouteIx,
    SeatIx,
    SeatMask,
    area_ref,
    kind_ref,
    piece_ref,
    ref_ix,
)
from game.model.state import ACTIVE, ALOFT
from game.rules import pieces, standing
from game.rules.cards import resolve
from game.rules.effects import carry_out
from game.rules.law import may_stand, pay_penalty, watch_choices
from game.rules.playable import deployed_by, places_for
from game.rules.resolution import aim_at
from game.rules.table import Table


def count_deployment(table: Table, seat: SeatIx) -> None:
    """One more deployment of a seat this quarter."""
    number = table.state.deployments[seat] + 1
    table.emit(SeatMarked(seat, "deployments", number, cause=table.cause))


def start_deployment(table: Table, seat: SeatIx, card: CardIx, target: Ref, second: Ref) -> None:
    """A deployment card was paid: its owner says where the unit goes; one without units takes
    effect where it was aimed."""
    count_deployment(table, seat)
    facts = table.tables.cards[card]
    found = deployed_by(facts, seat)
    if found is None:
        standing.begin(table, seat, card, target, second, SeatMask(1 << seat))
        return
    aim = aim_at(table.tables, table.state, seat, "card", NO_REF, card)
    carry_out(table, facts.spec.on_play, aim)
    if table.state.card_state[card] != ACTIVE and not facts.delay:
        until = standing.last_quarter(table, facts.spec)
        table.emit(CardActivated(card, until, cause=table.cause))
    kind, owner = found
    if "satellite" in table.tables.kinds[kind].traits:
        _settle(table, seat, card, kind, owner, ALOFT)
    else:
        ask_place(table, seat, card, kind, owner)


def ask_place(table: Table, seat: SeatIx, card: CardIx, kind: int, owner: SeatIx) -> None:
    """Ask where a unit goes; it belongs to the seat whose pool it comes from."""
    waiting = SeatMask(1 << seat)
    table.ask(Decision("place", waiting, seat, card, kind_ref(kind), value=owner))


def legal_place(table: Table, decision: Decision) -> list[Action]:
    """Where the unit of a deployment may go."""
    kind, owner = ref_ix(decision.target), SeatIx(decision.value)
    if decision.card >= 0:
        facts = table.tables.cards[decision.card]
        areas = places_for(table, owner, kind, decision.seat, facts)
    else:
        areas = reinforce_places(table, owner, kind)
    row = table.tables.menu.areas(decision.seat, "place")
    return [row[area] for area in table.tables.areas_in(areas)]


def reinforce_places(table: Table, seat: SeatIx, kind: int) -> int:
    """Own-country and sea areas where Reinforce may put a unit."""
    return places_for(table, seat, kind, seat, None) & table.tables.home_mask[seat]


def place(table: Table, decision: Decision, action: Action) -> None:
    """The unit is put down, and the card takes effect there."""
    table.close()
    kind, owner = ref_ix(decision.target), SeatIx(decision.value)
    area = AreaIx(ref_ix(action.target))
    pay_penalty(table, may_stand(table, kind, owner, area))
    _settle(table, decision.seat, decision.card, kind, owner, area)


def _settle(table: Table, seat: SeatIx, card: CardIx, kind: int, owner: SeatIx, area: int) -> None:
    """The unit comes now, or in the quarter that its card says."""
    if card >= 0 and table.tables.cards[card].delay:
        target = area_ref(area) if area >= 0 else NO_REF
        standing.wait(table, seat, card, target, NO_REF, SeatMask(1 << seat))
    else:
        _put_down(table, seat, card, kind, owner, area)


def arrive(table: Table, card: CardIx) -> None:
    """The unit of a card that waited comes, if the law still lets it."""
    state, facts = table.state, table.tables.cards[card]
    seat, target = SeatIx(state.card_seat[card]), Ref(state.card_target[card])
    found = deployed_by(facts, seat)
    area = ALOFT if target < 0 else ref_ix(target)
    if found is None:
        return
    kind, owner = found
    if area == ALOFT or places_for(table, owner, kind, seat, facts) >> area & 1:
        _put_down(table, seat, card, kind, owner, area)
    if card not in state.piece_card:
        table.emit(CardEnded(card, False, cause=table.cause))


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
        resolve(table, aim, [e for e in spec.effects if e is not first])
    if table.tables.kinds[kind].watches:
        ask_watch(table, piece)


def _is_kept(card: Card) -> bool:
    keeps = any(effect.do == "deploy" and effect.keep for effect in card.effects)
    return keeps and card.upkeep != 0


# --- watches


def ask_watch(table: Table, piece: PieceIx) -> None:
    """Ask a unit's owner which route it watches, if there is a choice."""
    if watch_choices(table, piece):
        owner = table.tables.piece_seat[piece]
        watches = table.tables.kind_of(piece).watches
        ask_watch_of(table, owner, piece, watches)


def ask_watch_of(table: Table, seat: SeatIx, piece: PieceIx, watches: int) -> None:
    """Ask a seat which of so many routes a unit watches."""
    waiting = SeatMask(1 << seat)
    table.ask(Decision("watch", waiting, seat, target=piece_ref(piece), value=watches))


def legal_watch(table: Table, decision: Decision) -> list[Action]:
    """The routes that a unit may be told to watch, or none."""
    piece = PieceIx(ref_ix(decision.target))
    taken, menu = table.state.piece_watch[piece], table.tables.menu
    row = menu.to_routes(decision.seat, "watch", piece)
    found = [row[route] for route in watch_choices(table, piece) if route != taken]
    return [*found, menu.plain(decision.seat, "pass")]


def answer_watch(table: Table, decision: Decision, action: Action) -> None:
    """A unit begins to watch; a satellite is asked for its second route."""
    table.close()
    piece = PieceIx(ref_ix(decision.target))
    if action.verb == "pass":
        return
    _set_watch(table, piece, RouteIx(ref_ix(action.other)))
    if decision.value == 2 and table.state.piece_watch2[piece] < 0:
        ask_watch_of(table, decision.seat, piece, 2)


def _set_watch(table: Table, piece: PieceIx, route: RouteIx) -> None:
    watches = table.tables.kind_of(piece).watches
    first = table.state.piece_watch[piece]
    if watches == 2 and first >= 0 and table.state.piece_watch2[piece] < 0:
        table.emit(WatchChanged(piece, RouteIx(first), route, cause=table.cause))
        return
    table.emit(WatchChanged(piece, route, NO_ROUTE, fixed=watches == 1, cause=table.cause))
