"""RED_PLAN and RED_REVEAL: plays chosen in secret, paid and carried out later (RULES 5)."""

from game.model.actions import VERB_RANK, VERBS, Action
from game.model.decisions import Decision
from game.model.dice import stream
from game.model.events import (
    ActionTaken,
    CardPlayed,
    ModifierBegan,
    PlansCleared,
    PlayDropped,
    PlayPlanned,
    PlaysCut,
    PlaySignalled,
    RedActed,
    SeatMarked,
    TurnEnded,
    TurnSealed,
    UnitPinned,
    WakePreferred,
)
from game.model.ids import (
    NO_CARD,
    NO_ROUTE,
    CardIx,
    RouteIx,
    SeatIx,
    SeatMask,
    number_ref,
    ref_ix,
)
from game.model.state import DORMANT, Mod, Sealed
from game.rules import pieces, standing, tactical
from game.rules.board import mask_of
from game.rules.cards import resolve
from game.rules.flow import may_open
from game.rules.knowledge import first_rotating
from game.rules.playable import cannot_begin, card_reason
from game.rules.prices import pay, price_of
from game.rules.resolution import aim_at
from game.rules.table import Table
from game.rules.tables import FUSION
from game.rules.targets import aimed

_SIGNAL = stream("signal")
_EVERYTHING_LOST = 100
"""The highest loss rate in percent."""


def legal_plan(table: Table, seat: SeatIx) -> list[Action]:
    """What a Red seat may choose in RED_PLAN."""
    state = table.state
    found: list[Action] = []
    chosen = [plan.action for plan in state.plans[seat]]
    if len(chosen) < table.rules.limits.plays_chosen:
        for card in table.tables.portfolio[seat]:
            found += _planned(table, seat, card)
        found += _spreads(table, seat)
        if chosen:
            found = [action for action in found if action not in chosen]
    if state.persons >> seat & 1:
        found += _pins(table, seat)
        found += _preferences(table, seat)
        if len(state.sealed[seat]) < table.campaign.frame.rounds:
            found.append(Action(seat, "seal"))
    return [*found, table.tables.menu.plain(seat, "done")]


def _planned(table: Table, seat: SeatIx, card: CardIx) -> list[Action]:
    """The plays of a card; it pays nothing yet, so its price is not asked."""
    if cannot_begin(table, seat, card) is not None:
        return []
    return aimed(table, seat, card, "plan")


def _spreads(table: Table, seat: SeatIx) -> list[Action]:
    """Spread: one Cell in an area holding or next to a Red piece (RULES 6)."""
    mask = _spread_areas(table, seat)
    if not mask:
        return []
    row = table.tables.menu.areas(seat, "spread")
    return [row[area] for area in table.tables.areas_in(mask)]


def _spread_areas(table: Table, seat: SeatIx) -> int:
    tables, state = table.tables, table.state
    cells = sorted(tables.trait_kinds.get("cell", ()))
    kind = next((k for k in cells if (seat, k) in tables.pools), -1)
    if kind < 0 or pieces.in_pool(tables, state, seat, kind) is None:
        return 0
    near = 0
    for area in tables.areas_in(table.presence.held(seat)):
        near |= tables.near_mask[area]
    return pieces.red_places(table, kind, seat) & near


def _pins(table: Table, seat: SeatIx) -> list[Action]:
    if len(table.state.pins[seat]) >= table.rules.flow.pins:
        return []
    row = table.tables.menu.routes(seat, "pin")
    return [row[ix] for ix, is_open in enumerate(table.state.open) if is_open]


def _preferences(table: Table, seat: SeatIx) -> list[Action]:
    """The dormant routes that a network may name to be opened first should its losses pass the
    tolerance, as many as it could ever open, or that it opens no others (RULES 8)."""
    state, named = table.state, table.state.wakes[seat]
    if seat not in table.tables.networks or NO_ROUTE in named:
        return []
    found: list[Action] = []
    if len(named) < may_open(table, _EVERYTHING_LOST):
        row = table.tables.menu.routes(seat, "prefer")
        asleep = sorted(table.tables.dormant_order)
        found = [row[ix] for ix in asleep if state.open[ix] == DORMANT and ix not in named]
    return [*found, table.tables.menu.plain(seat, "keep-shut")]


def perform_plan(table: Table, action: Action) -> None:
    """Carry out a choice of RED_PLAN; nobody else sees it."""
    seat, seen = action.seat, table.private(action.seat)
    if action.verb in ("plan", "spread"):
        table.emit(PlayPlanned(seat, action, cause=table.cause, seen=seen))
    elif action.verb == "pin":
        route = RouteIx(ref_ix(action.target))
        table.emit(UnitPinned(seat, route, cause=table.cause, seen=seen))
    elif action.verb in ("prefer", "keep-shut"):
        route = NO_ROUTE if action.verb == "keep-shut" else RouteIx(ref_ix(action.target))
        table.emit(WakePreferred(seat, route, cause=table.cause, seen=seen))
    elif action.verb == "seal":
        turn = len(table.state.sealed[seat]) + 1
        table.ask(Decision("seal", SeatMask(1 << seat), seat, value=turn), seen=seen)
    else:
        table.emit(TurnEnded(seat, cause=table.cause))
        table.ask(Decision("bank", SeatMask(1 << seat), seat), seen=seen)


def legal_seal(table: Table, decision: Decision) -> list[Action]:
    """What a sealed order (or its fallback) may say: any tactical action, or not to seal."""
    kinds = tactical.legal(table, decision.seat)
    return [action for action in kinds if action.verb != "order"]


def answer_seal(table: Table, decision: Decision, action: Action) -> None:
    """A tactical turn is sealed; then its fallback is asked."""
    seen = table.private(decision.seat)
    table.close()
    if decision.kind == "seal":
        if action.verb != "pass":
            places = _write(action)
            table.ask(
                Decision(
                    "fallback",
                    decision.waiting,
                    decision.seat,
                    action.card,
                    action.target,
                    action.other,
                    decision.value,
                    options=places,
                ),
                seen=seen,
            )
        return
    order = _read(decision)
    fallback = None if action.verb == "pass" else action
    table.emit(TurnSealed(decision.seat, Sealed(order, fallback), cause=table.cause, seen=seen))


def _write(action: Action) -> tuple[int, ...]:
    return (VERB_RANK[action.verb],)


def _read(decision: Decision) -> Action:
    verb = VERBS[decision.options[0]]
    return Action(
        decision.seat,
        verb,  # type: ignore[arg-type]
        decision.card,
        decision.target,
        decision.other,
    )


def legal_bank(table: Table, decision: Decision) -> list[Action]:
    """How much Cash to keep when the network banks in ASSESS."""
    most = table.rules.money.keep_most
    return [Action(decision.seat, "bank", NO_CARD, number_ref(keep)) for keep in range(most + 1)]


def answer_bank(table: Table, decision: Decision, action: Action) -> None:
    """The amount to keep is set."""
    seen = table.private(decision.seat)
    table.close()
    keep = ref_ix(action.target)
    table.emit(SeatMarked(decision.seat, "keep", keep, cause=table.cause, seen=seen))


def signal(table: Table) -> None:
    """Fusion 2 / 3 shows NADC one / two of Red's plays, at random (RULES 4, 5)."""
    count = max(0, table.state.tracks[FUSION] - table.rules.thresholds.signal_fusion + 1)
    every = [
        (seat, place) for seat in table.tables.red for place in range(len(table.state.plans[seat]))
    ]
    for turn in range(min(count, len(every))):
        seat, place = every.pop(table.below(len(every), _SIGNAL, turn))
        action = table.state.plans[seat][place].action
        table.emit(PlaySignalled(seat, place, action, cause=table.cause))


def listen(table: Table) -> None:
    """A mole tells its network among which routes a unit in its area rotates (RULES 9)."""
    tables, state = table.tables, table.state
    for seat in tables.red:
        moles = [p for p in tables.seat_pieces[seat] if tables.has_trait(p, "mole")]
        areas = {state.piece_area[p] for p in moles if state.piece_area[p] >= 0}
        told = mask_of(area for area in areas if first_rotating(tables, state, area) >= 0)
        if told:
            seats = table.private(seat)
            mod = Mod("show-rotating", 1, seats=seats, areas=told, owner=seat, lasts="quarter")
            table.emit(ModifierBegan(mod, cause=table.cause, seen=seats))


def reveal(table: Table) -> None:
    """Each Red seat pays for and carries out its plays, in order (RULES 5)."""
    for seat in table.tables.initiative(table.state.quarter):
        if table.tables.is_red(seat):
            _reveal(table, seat)


def _reveal(table: Table, seat: SeatIx) -> None:
    left = table.rules.limits.plays_executed - table.state.fewer_plays[seat]
    seen = table.private(seat)
    if table.state.fewer_plays[seat]:
        table.emit(PlaysCut(seat, 0, cause=table.cause))
    done = 0
    for plan in list(table.state.plans[seat]):
        if done >= left or not _is_possible(table, plan.action):
            table.emit(PlayDropped(seat, plan.action, cause=table.cause, seen=seen))
            continue
        _execute(table, plan.action)
        done += 1
    table.emit(RedActed(seat, done, cause=table.cause))
    table.emit(PlansCleared(seat, cause=table.cause, seen=seen))


def _is_possible(table: Table, action: Action) -> bool:
    """Whether a play can be paid and its target is still there."""
    seat, card = action.seat, action.card
    if action.verb == "spread":
        can_pay = table.state.cash[seat] >= table.rules.money.spread_cash
        return can_pay and bool(_spread_areas(table, seat) >> ref_ix(action.target) & 1)
    if card_reason(table, seat, card) is not None:
        return False
    return action in aimed(table, seat, card, "plan")


def _execute(table: Table, action: Action) -> None:
    seat, seen = action.seat, table.private(action.seat)
    before = table.cause
    table.cause = table.emit(ActionTaken(action, cause=before, seen=seen))
    if action.verb == "spread":
        table.money(seat, "cash", -table.rules.money.spread_cash)
        _spread(table, action)
    else:
        _play(table, action)
    table.cause = before


def _spread(table: Table, action: Action) -> None:
    tables = table.tables
    for kind in sorted(tables.trait_kinds.get("cell", ())):
        piece = pieces.in_pool(tables, table.state, action.seat, kind)
        if piece is not None:
            pieces.deploy(table, piece, ref_ix(action.target))
            return


def _play(table: Table, action: Action) -> None:
    seat, card, seen = action.seat, action.card, table.private(action.seat)
    pay(table, (seat,), price_of(table, card))
    table.emit(CardPlayed(seat, card, action.target, action.other, cause=table.cause, seen=seen))
    spec = table.campaign.cards[card]
    if spec.level == "strategic" or table.tables.cards[card].delay:
        standing.begin(table, seat, card, action.target, action.other, SeatMask(1 << seat))
        return
    aim = aim_at(table.tables, table.state, seat, "card", action.target, card, action.other)
    resolve(table, aim, seen=seen)
