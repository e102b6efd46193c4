"""What a card does once it is played and paid (RULES 6, 7, 10)."""

from collections.abc import Sequence

from game.content.schema.effects import Effect
from game.model.decisions import Decision
from game.model.events import (
    CardPlayed,
    PieceMarked,
    ReadingChosen,
    TestRolled,
)
from game.model.ids import (
    ALL_SEATS,
    NO_REF,
    AreaIx,
    CardIx,
    PieceIx,
    Ref,
    SeatIx,
    SeatMask,
    area_ref,
    piece_ref,
    route_ref,
)
from game.model.state import EXPOSED, RAIDED, raided_by
from game.rules import decks, pieces, reactions
from game.rules.effects import carry_out, change_violence
from game.rules.law import is_lawful, punish
from game.rules.prices import pay, price_of
from game.rules.reactions import Spot
from game.rules.resolution import Aim, aim_at, roll
from game.rules.table import Table
from game.rules.tables import CASES, LEGITIMACY


def ask_reading(table: Table, card: CardIx) -> None:
    """Contested evidence: the seat with initiative chooses the reading (RULES 10)."""
    if table.campaign.cards[card].dual is not None:
        first = table.tables.initiative(table.state.quarter)[0]
        table.ask(Decision("reading", SeatMask(1 << first), first, card, options=(0, 1)))


def choose_reading(table: Table, decision: Decision, option: int) -> None:
    """The reading of contested evidence is chosen."""
    reading = ("nadc", "red")[option]
    table.close()
    table.emit(ReadingChosen(decision.seat, decision.card, reading, cause=table.cause))


def react(table: Table, window: str, acting: SeatIx, spot: Spot = reactions.NOWHERE) -> None:
    """Carry out the standing reaction cards that a window calls; nothing reacts to them
    (RULES 12)."""
    for seat, order in reactions.called(table, reactions.WINDOWS.index(window), acting, spot):
        reactions.use(table, seat, order)
        aim = aim_at(table.tables, table.state, seat, "card", _ref_of(spot), order.card)
        table.reacting = True
        try:
            resolve(table, aim)
        finally:
            table.reacting = False


def _ref_of(spot: Spot) -> Ref:
    """The area or route to which a seat reacts."""
    if spot.route >= 0:
        return route_ref(spot.route)
    return area_ref(spot.area) if spot.area >= 0 else NO_REF


def resolve(
    table: Table,
    aim: Aim,
    effects: Sequence[Effect] | None = None,
    *,
    attempt: int = 0,
    seen: SeatMask = ALL_SEATS,
) -> bool:
    """Carry out a card: its Test if it has one, then its effects (or these); whether it worked."""
    spec = table.campaign.cards[aim.card]
    effects = spec.effects if effects is None else effects
    if spec.test is None:
        carry_out(table, effects, aim)
        return True
    outcome = roll(table, aim, attempt, seen)
    if outcome.success:
        carry_out(table, effects, aim)
        if outcome.rolled == 1:
            carry_out(table, spec.clean, aim)
        return True
    carry_out(table, spec.on_fail, aim)
    if outcome.rolled == 6:
        complication(table, aim, outcome)
    return False


def complication(table: Table, aim: Aim, outcome: TestRolled) -> None:
    """A natural 6: the card's own complication, else the rules' (RULES 7)."""
    if aim.what == "card" and table.campaign.cards[aim.card].complication:
        carry_out(table, table.campaign.cards[aim.card].complication, aim)
        return
    tables = table.tables
    if tables.is_nadc(aim.seat):
        if aim.area >= 0 and tables.governed[aim.area]:
            change_violence(table, aim.area, table.rules.tests.complication_violence)
        else:
            table.track(LEGITIMACY, table.rules.tests.complication_legitimacy)
        return
    piece = _culprit(table, aim)
    if piece is not None and not table.state.piece_marks[piece] & EXPOSED:
        pieces.expose(table, piece, tables.nadc_mask)


def _culprit(table: Table, aim: Aim) -> PieceIx | None:
    """The acting Red piece, or the nearest cell of the seat; the first one where there is no
    place to be near to."""
    tables, places = table.tables, table.state.piece_area
    if aim.piece >= 0 and tables.piece_seat[aim.piece] == aim.seat:
        return aim.piece
    cells = [
        piece
        for piece in tables.seat_pieces[aim.seat]
        if places[piece] >= 0 and tables.has_trait(piece, "cell")
    ]
    away = _distances(table, aim.area) if aim.area >= 0 else [0] * len(tables.near)
    return min(cells, key=lambda piece: (away[places[piece]], piece), default=None)


def _distances(table: Table, start: AreaIx) -> list[int]:
    """How many neighbours away every area is."""
    near = table.tables.near
    away = [len(near)] * len(near)
    away[start] = 0
    reached = [start]
    for area in reached:
        for other in near[area]:
            if away[other] > away[area] + 1:
                away[other] = away[area] + 1
                reached.append(other)
    return away


def is_public(table: Table, card: CardIx) -> bool:
    """Whether a Red tactical card shows itself by what it does."""
    return table.tables.cards[card].is_public


def play_tactical(table: Table, seat: SeatIx, card: CardIx, target: Ref, second: Ref) -> None:
    """Play a tactical card from the hand: pay, show, resolve (RULES 6)."""
    spec = table.campaign.cards[card]
    public = table.tables.is_nadc(seat) or is_public(table, card)
    seen = ALL_SEATS if public else table.private(seat)
    pay(table, (seat,), price_of(table, card))
    table.emit(CardPlayed(seat, card, target, second, cause=table.cause, seen=seen))
    decks.discard(table, seat, card, seen)
    aim = aim_at(table.tables, table.state, seat, "card", target, card, second)
    if spec.authority == "LE" and aim.piece >= 0 and not is_lawful(table, seat, aim.area):
        punish(table)
    carry_out(table, spec.on_play, aim)
    worked = resolve(table, aim, seen=seen)
    if public:
        react(table, "on_card_played", seat, Spot(aim.area, aim.route, aim.piece))
    if worked and spec.prosecutes and aim.piece >= 0:
        offer_prosecution(table, seat, aim.piece)
    ask_reading(table, card)


def offer_prosecution(table: Table, seat: SeatIx, piece: PieceIx) -> None:
    """A Case may take what was just removed out of the game (RULES 7)."""
    if table.state.piece_area[piece] >= 0:
        return
    table.emit(PieceMarked(piece, RAIDED | raided_by(seat), cause=table.cause))
    if table.state.tracks[CASES] >= table.rules.tests.prosecute_cases:
        table.ask(Decision("prosecute", SeatMask(1 << seat), seat, target=piece_ref(piece)))
