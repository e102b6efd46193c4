"""ASSESS: Govern, violence and governance, Consent, Capital, the end (RULES 5, 7)."""

from game.model.actions import Action
from game.model.decisions import Decision
from game.model.events import (
    AreaGoverned,
    ConsentAnswered,
    GameEnded,
    SeatMarked,
    TurnEnded,
)
from game.model.ids import (
    NO_CARD,
    AreaIx,
    SeatIx,
    SeatMask,
    area_ref,
    number_ref,
    option_ref,
    ref_ix,
)
from game.model.state import ACTIVE
from game.rules.cards import complication
from game.rules.effects import change_gov, change_violence
from game.rules.resolution import aim_at, roll
from game.rules.scores import count
from game.rules.table import Table
from game.rules.tables import COHESION, CONSENT, HARM, LEGITIMACY, SOVEREIGNTY

PAID = 1
FREE_SHIFT = 1
_FREE_MASK = 7
SHARE_BITS = 4


# --- b. Govern


def hosts(table: Table) -> tuple[SeatIx, ...]:
    """Seats that may Govern now, in initiative order."""
    order = table.tables.initiative(table.state.quarter)
    return tuple(s for s in order if table.tables.is_nadc(s) and len(legal_govern(table, s)) > 1)


def governable(table: Table, seat: SeatIx) -> list[AreaIx]:
    """Areas that a host seat may Govern: its own, each once a quarter, below the top."""
    tables, state = table.tables, table.state
    country = tables.seat(seat).country
    own = (country, "central-america") if country == "mexico" else (country,)
    return [
        AreaIx(ix)
        for ix, one in enumerate(tables.governed)
        if one
        and tables.country[ix] in own
        and state.gov[ix] < 2
        and not state.governed_areas >> ix & 1
    ]


def free_governs(table: Table, seat: SeatIx) -> int:
    """Govern attempts without cost that a seat has left."""
    mods = table.state.mods
    given = sum(m.by for m in mods if m.what == "free-govern" and m.seats >> seat & 1)
    return given - (table.state.used[seat] >> FREE_SHIFT & _FREE_MASK)


def legal_govern(table: Table, seat: SeatIx) -> list[Action]:
    """Govern an area, paid (once) or free where a card gives it, or pass."""
    areas = governable(table, seat)
    found = []
    funded = bool(splits(table, seat))
    paid = not table.state.used[seat] & PAID and funded
    free = free_governs(table, seat) > 0
    for area in areas:
        if paid:
            found.append(Action(seat, "govern", NO_CARD, area_ref(area), number_ref(0)))
        if free:
            found.append(Action(seat, "govern", NO_CARD, area_ref(area), number_ref(1)))
    return [*found, Action(seat, "pass")]


def splits(table: Table, host: SeatIx) -> tuple[int, ...]:
    """Every way to share the cost among seats that can pay, packed 4 bits a seat; the host's
    largest share first."""
    cost = table.rules.money.govern_budget
    seats = [host, *(s for s in table.tables.nadc if s != host)]
    found: list[int] = []

    def share(place: int, left: int, packed: int) -> None:
        if place == len(seats):
            if left == 0:
                found.append(packed)
            return
        seat = seats[place]
        for part in range(min(left, table.state.budget[seat]), -1, -1):
            share(place + 1, left - part, packed | part << SHARE_BITS * seat)

    share(0, cost, 0)
    return tuple(found)


def share_of(packed: int, seat: SeatIx) -> int:
    """A seat's part of a packed share."""
    return packed >> SHARE_BITS * seat & (1 << SHARE_BITS) - 1


def perform_govern(table: Table, action: Action) -> None:
    """A host names an area; who pays is agreed next."""
    seat = action.seat
    if action.verb == "pass":
        table.emit(TurnEnded(seat, cause=table.cause))
        return
    if ref_ix(action.other) == 1:
        uses = table.state.used[seat] + (1 << FREE_SHIFT)
        table.emit(SeatMarked(seat, "used", uses, cause=table.cause))
        _try_govern(table, seat, AreaIx(ref_ix(action.target)))
        return
    options = splits(table, seat)
    if len(options) == 1 and _payers(table, options[0], seat) == 0:
        _fund(table, seat, options[0], AreaIx(ref_ix(action.target)))
        return
    waiting = SeatMask(1 << seat)
    table.ask(Decision("fund", waiting, seat, target=action.target, value=-1, options=options))


def _payers(table: Table, packed: int, host: SeatIx) -> int:
    """The partners (without the host) that pay a part."""
    return sum(1 << s for s in table.tables.nadc if s != host and share_of(packed, s))


def legal_fund(table: Table, decision: Decision) -> list[Action]:
    """The host chooses or changes the split; partners with a share agree or refuse."""
    host = decision.seat
    found = []
    for seat in table.tables.nadc:
        if seat == host:
            if decision.value >= 0:
                found.append(Action(host, "withdraw"))
            found += [
                Action(host, "split", NO_CARD, option_ref(ix))
                for ix in range(len(decision.options))
                if ix != decision.value
            ]
        elif decision.waiting >> seat & 1:
            found += [Action(seat, "agree"), Action(seat, "refuse")]
    return found


def answer_fund(table: Table, decision: Decision, action: Action) -> None:
    """A split is proposed, agreed, refused or withdrawn; changing it clears the agreements."""
    host, area = decision.seat, AreaIx(ref_ix(decision.target))
    if action.verb == "split":
        _propose_split(table, decision, ref_ix(action.target))
    elif action.verb == "agree":
        table.emit(ConsentAnswered(action.seat, NO_CARD, "agree", host, cause=table.cause))
        waiting = SeatMask(decision.waiting & ~(1 << action.seat))
        if waiting:
            table.change(_funding(decision, waiting, decision.value))
        else:
            table.close()
            _fund(table, host, decision.options[decision.value], area)
    else:
        verb = action.verb
        table.emit(ConsentAnswered(action.seat, NO_CARD, verb, host, cause=table.cause))
        _after_refusal(table, decision, action)


def _after_refusal(table: Table, decision: Decision, action: Action) -> None:
    """A refused split cannot come back; the host chooses another, or gives up."""
    table.close()
    if action.verb == "withdraw":
        table.emit(TurnEnded(decision.seat, cause=table.cause))
        return
    left = tuple(packed for packed in decision.options if not share_of(packed, action.seat))
    if left:
        waiting = SeatMask(1 << decision.seat)
        table.ask(
            Decision("fund", waiting, decision.seat, target=decision.target, value=-1, options=left)
        )
    else:
        table.emit(TurnEnded(decision.seat, cause=table.cause))


def _propose_split(table: Table, decision: Decision, option: int) -> None:
    waiting = SeatMask(_payers(table, decision.options[option], decision.seat))
    if waiting:
        table.change(_funding(decision, waiting, option))
        return
    table.close()
    area = AreaIx(ref_ix(decision.target))
    _fund(table, decision.seat, decision.options[option], area)


def _funding(decision: Decision, waiting: SeatMask, option: int) -> Decision:
    return Decision(
        "fund",
        waiting,
        decision.seat,
        target=decision.target,
        value=option,
        options=decision.options,
    )


def _fund(table: Table, host: SeatIx, packed: int, area: AreaIx) -> None:
    for seat in table.tables.nadc:
        table.money(seat, "budget", -share_of(packed, seat))
    table.emit(SeatMarked(host, "used", table.state.used[host] | PAID, cause=table.cause))
    _try_govern(table, host, area)


def _try_govern(table: Table, host: SeatIx, area: AreaIx) -> None:
    table.emit(AreaGoverned(host, area, cause=table.cause))
    aim = aim_at(table.tables, table.state, host, "govern", area_ref(area))
    outcome = roll(table, aim)
    if outcome.success:
        change_gov(table, area, 1)
        if outcome.rolled == 1:
            change_violence(table, area, -1)
    elif outcome.rolled == 6:
        complication(table, aim, outcome)
    if len(legal_govern(table, host)) <= 1:
        table.emit(TurnEnded(host, cause=table.cause))


# --- c. to g.


def violence_and_gov(table: Table) -> None:
    """Violence 3 may lower governance; good governance calms violence (c)."""
    tables, state = table.tables, table.state
    for ix, governed in enumerate(tables.governed):
        area = AreaIx(ix)
        if not governed:
            continue
        if state.violence[ix] >= 3:
            needed = table.rules.thresholds.violence_check
            if table.happens("violence-check", needed, area):
                change_gov(table, area, -1)
        elif state.gov[ix] >= 1:
            change_violence(table, area, -1)


def coalition(table: Table) -> None:
    """Sovereignty by Consent, and Capital (d)."""
    state, rules = table.state, table.rules
    if table.tables.consent_seat >= 0:
        level = state.tracks[CONSENT]
        change = rules.consent.sovereignty[level]
        start = table.campaign.frame.start.sovereignty
        if change > 0:
            change = max(0, min(change, start - state.tracks[SOVEREIGNTY]))
        if not (level == 2 and _charter(table)):
            table.track(SOVEREIGNTY, change)
    if state.tracks[LEGITIMACY] >= rules.money.capital_legitimacy:
        for seat in table.tables.nadc:
            table.money(seat, "capital", 1, rules.money.capital_max)


def _charter(table: Table) -> bool:
    """Whether the card is active under which Consent 2 costs nothing."""
    name = table.rules.consent.free_with
    card = table.campaign.card_ix.get(name) if name else None
    return card is not None and table.state.card_state[card] == ACTIVE


def check_end(table: Table) -> bool:
    """Sudden end, then last-quarter end (g); whether the game is over."""
    state, tables = table.state, table.tables
    failed = state.tracks[HARM] >= table.rules.thresholds.harm_end or state.tracks[COHESION] <= 0
    dismantled = bool(tables.networks) and all(
        sum(count(tables, state, seat, trait) for trait in ("cell", "lab", "front")) == 0
        for seat in tables.networks
    )
    sudden = (1 if failed else 0) + (2 if dismantled else 0)
    if sudden or state.quarter >= table.campaign.frame.quarters:
        table.emit(GameEnded(sudden, cause=table.cause))
        return True
    return False
