"""The life of a card: what it costs, who must agree, and what it does (RULES 6, 10)."""

from game.content.schema.cards import Card, Cost
from game.content.schema.effects import DeployEffect
from game.model.decisions import Decision
from game.model.events import (
    CardPending,
    CardPlayed,
    ConsentAnswered,
    FlagSet,
    PieceMarked,
    Reacted,
    ReadingChosen,
    SeatMarked,
    TestRolled,
    TurnEnded,
)
from game.model.ids import (
    ALL_SEATS,
    NO_AREA,
    NO_REF,
    AreaIx,
    CardIx,
    PieceIx,
    Ref,
    SeatIx,
    SeatMask,
    area_ref,
    piece_ref,
)
from game.model.state import ACTIVE, EXPOSED, PENDING, RAIDED
from game.rules import decks, pieces, reactions
from game.rules.effects import carry_out, change_violence
from game.rules.knowledge import Knowledge, compiled
from game.rules.law import Reason
from game.rules.resolution import Aim, aim_at, roll
from game.rules.table import Table
from game.rules.tables import CASES, COHESION, LEGITIMACY
from game.rules.targets import targets

COHESION_GAINED = 1
"""Flag: a consent card was agreed this quarter."""
_CARD_BITS = 8
_PUBLIC = (
    "track",
    "budget",
    "capital",
    "area_gov",
    "area_violence",
    "route_close",
    "case",
    "message",
    "remove",
)


def cost_of(table: Table, card: CardIx) -> Cost:
    """What a card costs each paying seat now, surcharges included (RULES 4, 6)."""
    spec = table.campaign.cards[card]
    budget, capital = spec.cost.budget + table.state.card_surcharge[card], spec.cost.capital
    if spec.consent and table.state.tracks[COHESION] <= table.rules.thresholds.cohesion_low:
        capital += table.rules.money.surcharge
    if (budget, capital) == (spec.cost.budget, spec.cost.capital):
        return spec.cost
    return spec.cost.model_copy(update={"budget": budget, "capital": capital})


def cannot_afford(table: Table, seat: SeatIx, cost: Cost) -> Reason | None:
    """Why a seat cannot pay; None if it can."""
    state = table.state
    for what, needed, has in (
        ("budget", cost.budget, state.budget[seat]),
        ("capital", cost.capital, state.capital[seat]),
        ("cash", cost.cash, state.cash[seat]),
        ("cases", cost.cases, state.tracks[CASES]),
    ):
        if has < needed:
            return Reason(f"needs-{what}", {"needed": needed, "has": has})
    return None


def payers(table: Table, seat: SeatIx, spec: Card) -> list[SeatIx]:
    """The seats that pay a card: its consenting seats in play, else the acting one."""
    listed = [
        SeatIx(table.campaign.seat_ix[s]) for s in spec.consent if s in table.campaign.seat_ix
    ]
    return listed if seat in listed else [seat, *listed]


def refused(table: Table, seat: SeatIx, card: CardIx) -> bool:
    """Whether partners refused this card to this seat this quarter."""
    return bool(table.state.used[seat] >> (card + _CARD_BITS) & 1)


def card_reason(table: Table, seat: SeatIx, card: CardIx) -> Reason | None:
    """Why a seat cannot play a card now; None if it can. Phase and turn are not asked here."""
    spec = table.campaign.cards[card]
    reason = _standing_reason(table, seat, card, spec) or _requirement(table, seat, spec)
    if reason is not None:
        return reason
    cost = cost_of(table, card)
    for payer in payers(table, seat, spec):
        reason = cannot_afford(table, payer, cost)
        if reason is not None:
            if payer != seat:
                name = table.campaign.seats[payer].id
                return Reason("partner-" + reason.code, {**reason.values, "seat": name})
            return reason
    if spec.level == "operational" and table.tables.is_nadc(seat):
        return _deploy_reason(table, seat, spec)
    if spec.target is not None and not targets(table, seat, spec, spec.target):
        return Reason("no-target", {"card": spec.id})
    return None


def _standing_reason(table: Table, seat: SeatIx, card: CardIx, spec: Card) -> Reason | None:
    state = table.state
    if spec.level == "tactical":
        return None
    if refused(table, seat, card):
        return Reason("card-refused", {})
    if spec.level == "strategic" and state.card_state[card] == ACTIVE:
        return Reason("card-active", {})
    if spec.level == "strategic" and state.card_state[card] == PENDING:
        return Reason("card-pending", {"quarter": state.card_due[card]})
    if spec.level == "operational" and table.tables.is_nadc(seat):
        deploys = max(1, sum(effect.do == "deploy" for effect in spec.effects))
        if state.piece_card.count(card) >= spec.copies * deploys:
            return Reason("card-out", {"copies": spec.copies})
    return None


def _requirement(table: Table, seat: SeatIx, spec: Card) -> Reason | None:
    knowledge = Knowledge(table.tables, table.state, seat)
    if table.state.unlocked >> table.campaign.card_ix[spec.id] & 1:
        return None
    for place, condition in enumerate(spec.requires):
        if not knowledge.holds(compiled(condition)):
            return Reason("card-requires", {"card": spec.id, "place": place})
    return None


def deployed_by(table: Table, seat: SeatIx, spec: Card) -> tuple[int, SeatIx] | None:
    """The kind of piece that an operational card puts down, and whose pool it comes from."""
    for effect in spec.effects:
        if isinstance(effect, DeployEffect):
            owner = seat if effect.seat is None else SeatIx(table.campaign.seat_ix[effect.seat])
            return table.campaign.kind_ix[effect.unit], owner
    return None


def _deploy_reason(table: Table, seat: SeatIx, spec: Card) -> Reason | None:
    from game.rules.operational import places_for

    if table.state.deployments[seat] >= table.rules.limits.deployments:
        return Reason("no-deployment", {"most": table.rules.limits.deployments})
    found = deployed_by(table, seat, spec)
    if found is None:
        return None
    kind, owner = found
    if pieces.in_pool(table.tables, table.state, owner, kind) is None:
        return Reason("pool-empty", {"kind": table.tables.kinds[kind].id})
    if "satellite" in table.tables.kinds[kind].traits:
        return None
    if not places_for(table, owner, kind, seat, spec):
        return Reason("no-place", {"card": spec.id})
    return None


def pay(table: Table, seats: list[SeatIx], cost: Cost) -> None:
    """Take a card's price from each paying seat."""
    for seat in seats:
        table.money(seat, "budget", -cost.budget)
        table.money(seat, "capital", -cost.capital)
        table.money(seat, "cash", -cost.cash)
    if cost.cases:
        table.track(CASES, -cost.cases)


# --- consent and joining


def propose(table: Table, seat: SeatIx, card: CardIx, target: Ref, second: Ref) -> None:
    """Put a card on the table: listed partners must agree, others may join, then it is paid."""
    spec = table.campaign.cards[card]
    partners = [one for one in payers(table, seat, spec) if one != seat]
    if spec.consent and partners:
        waiting = SeatMask(sum(1 << one for one in partners))
        table.ask(Decision("agree", waiting, seat, card, target, second))
        return
    _offer_joining(table, seat, card, target, second)


def _offer_joining(table: Table, seat: SeatIx, card: CardIx, target: Ref, second: Ref) -> None:
    spec = table.campaign.cards[card]
    waiting = 0
    if spec.join is not None:
        price = Cost(budget=spec.join.budget, capital=spec.join.capital)
        for name in spec.join.seats:
            other = SeatIx(table.campaign.seat_ix.get(name, -1))
            if other >= 0 and other != seat and cannot_afford(table, other, price) is None:
                waiting |= 1 << other
    if waiting:
        table.ask(Decision("join", SeatMask(waiting), seat, card, target, second))
    else:
        settle(table, seat, card, target, second, SeatMask(0))


def answer_agree(table: Table, decision: Decision, seat: SeatIx, verb: str) -> None:
    """A partner agrees or refuses, or the proposer withdraws."""
    table.emit(ConsentAnswered(seat, decision.card, verb, decision.seat, cause=table.cause))
    if verb == "agree":
        _count_answer(table, decision, seat, agreed=True)
        return
    table.close()
    if verb == "refuse":
        mark = table.state.used[decision.seat] | 1 << (decision.card + _CARD_BITS)
        table.emit(SeatMarked(decision.seat, "used", mark, cause=table.cause))


def answer_join(table: Table, decision: Decision, seat: SeatIx, verb: str) -> None:
    """A partner joins a card or declines."""
    table.emit(ConsentAnswered(seat, decision.card, verb, decision.seat, cause=table.cause))
    _count_answer(table, decision, seat, agreed=verb == "join")


def _count_answer(table: Table, decision: Decision, seat: SeatIx, *, agreed: bool) -> None:
    waiting = SeatMask(decision.waiting & ~(1 << seat))
    yes = SeatMask(decision.agreed | 1 << seat) if agreed else decision.agreed
    if waiting:
        changed = Decision(
            decision.kind,
            waiting,
            decision.seat,
            decision.card,
            decision.target,
            decision.other,
            decision.value,
            yes,
        )
        table.change(changed)
        return
    table.close()
    if decision.kind == "agree":
        _offer_joining(table, decision.seat, decision.card, decision.target, decision.other)
    else:
        settle(table, decision.seat, decision.card, decision.target, decision.other, yes)


def _gain_cohesion(table: Table) -> None:
    """Each consent card agreed: Cohesion +1, once a quarter (RULES 4)."""
    if not table.state.flags & COHESION_GAINED:
        table.emit(FlagSet(COHESION_GAINED, cause=table.cause))
        table.track(COHESION, 1)


def settle(
    table: Table, seat: SeatIx, card: CardIx, target: Ref, second: Ref, joined: SeatMask
) -> None:
    """A card is agreed: it is paid and played."""
    spec = table.campaign.cards[card]
    pay(table, payers(table, seat, spec), cost_of(table, card))
    if spec.join is not None:
        price = Cost(budget=spec.join.budget, capital=spec.join.capital)
        pay(table, [s for s in table.tables.nadc if joined >> s & 1], price)
    table.emit(CardPlayed(seat, card, target, second, cause=table.cause))
    if spec.consent and len(payers(table, seat, spec)) > 1:
        _gain_cohesion(table)
    if spec.level == "operational":
        from game.rules.operational import start_deployment

        start_deployment(table, seat, card)
        return
    start_policy(table, seat, card, target, second, SeatMask(joined | 1 << seat))
    table.emit(TurnEnded(seat, cause=table.cause))
    react(table, "on_card_played", seat)
    ask_reading(table, card)


def start_policy(
    table: Table, seat: SeatIx, card: CardIx, target: Ref, second: Ref, joined: SeatMask
) -> None:
    """A strategic card was paid: it waits for its quarter (RULES 6)."""
    spec = table.campaign.cards[card]
    due = table.state.quarter + (1 if spec.delay is None else spec.delay)
    seen = ALL_SEATS if table.tables.is_nadc(seat) else table.private(seat)
    table.emit(CardPending(seat, card, due, joined, target, second, cause=table.cause, seen=seen))
    carry_out(
        table, spec.on_play, aim_at(table.tables, table.state, seat, "card", target, card, second)
    )


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


def react(table: Table, window: str, acting: SeatIx, area: AreaIx = NO_AREA) -> None:
    """Carry out the first standing reaction card that a window calls (RULES 12)."""
    found = reactions.find(table, reactions.WINDOWS.index(window), acting, area)
    if found is None or found[1].card not in table.state.hands[found[0]]:
        return
    seat, order = found
    table.emit(Reacted(seat, order, cause=table.cause))
    decks.discard(table, seat, order.card, decks.hand_seen(table, seat))
    target = area_ref(area) if area >= 0 else NO_REF
    aim = aim_at(table.tables, table.state, seat, "card", target, order.card)
    resolve(table, aim)


# --- what a card does


def resolve(table: Table, aim: Aim, attempt: int = 0, seen: SeatMask = ALL_SEATS) -> bool:
    """Carry out a card: its Test if it has one, then its effects; whether it worked."""
    spec = table.campaign.cards[aim.card]
    if spec.test is None:
        carry_out(table, spec.effects, aim)
        return True
    outcome = roll(table, aim, attempt, seen)
    if outcome.success:
        carry_out(table, spec.effects, aim)
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
            change_violence(table, aim.area, 1)
        else:
            table.track(LEGITIMACY, -1)
        return
    piece = _culprit(table, aim)
    if piece is not None and not table.state.piece_marks[piece] & EXPOSED:
        pieces.expose(table, piece, tables.nadc_mask)


def _culprit(table: Table, aim: Aim) -> PieceIx | None:
    """The acting Red piece, or the nearest cell of the seat."""
    if aim.piece >= 0 and table.tables.piece_seat[aim.piece] == aim.seat:
        return aim.piece
    if aim.area < 0:
        return None
    cells = table.tables.trait_kinds.get("cell", frozenset())
    near = [aim.area, *table.tables.near[aim.area]]
    found = [
        piece
        for piece in table.tables.seat_pieces[aim.seat]
        if table.tables.piece_kind[piece] in cells and table.state.piece_area[piece] in near
    ]
    places = table.state.piece_area
    return min(found, key=lambda p: (near.index(AreaIx(places[p])), p), default=None)


def is_public(table: Table, card: CardIx) -> bool:
    """Whether a Red tactical card shows itself by what it does."""
    spec = table.campaign.cards[card]
    effects = (*spec.on_play, *spec.effects, *spec.on_fail)
    return any(effect.do in _PUBLIC for effect in effects)


def play_tactical(table: Table, seat: SeatIx, card: CardIx, target: Ref, second: Ref) -> None:
    """Play a tactical card from the hand: pay, show, resolve (RULES 6)."""
    spec = table.campaign.cards[card]
    public = table.tables.is_nadc(seat) or is_public(table, card)
    seen = ALL_SEATS if public else table.private(seat)
    pay(table, [seat], cost_of(table, card))
    table.emit(CardPlayed(seat, card, target, second, cause=table.cause, seen=seen))
    decks.discard(table, seat, card, decks.hand_seen(table, seat))
    aim = aim_at(table.tables, table.state, seat, "card", target, card, second)
    carry_out(table, spec.on_play, aim)
    worked = resolve(table, aim, seen=seen)
    if public:
        react(table, "on_card_played", seat, aim.area)
    if worked and spec.prosecutes and aim.piece >= 0:
        offer_prosecution(table, seat, aim.piece)
    ask_reading(table, card)


def offer_prosecution(table: Table, seat: SeatIx, piece: PieceIx) -> None:
    """A Case may take what was just removed out of the game (RULES 7)."""
    if table.state.piece_area[piece] >= 0:
        return
    table.emit(PieceMarked(piece, RAIDED, cause=table.cause))
    if table.state.tracks[CASES] >= table.rules.tests.prosecute_cases:
        table.ask(Decision("prosecute", SeatMask(1 << seat), seat, target=piece_ref(piece)))
