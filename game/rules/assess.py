"""ASSESS: Govern, violence and governance, Consent, Capital, the end (RULES 5, 7)."""

from msgspec.structs import replace

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
from game.rules.board import mask_of
from game.rules.cards import complication
from game.rules.effects import change_gov, change_violence
from game.rules.resolution import aim_at, roll
from game.rules.scores import is_dismantled
from game.rules.table import Table
from game.rules.tables import COHESION, CONSENT, HARM, LEGITIMACY, SOVEREIGNTY

PAID, UNFUNDED = 1, 2
"""Bits of `State.used`: a Govern was paid for this quarter; nobody would pay for one."""
SHARE_BITS = 4
GOV_TOP, VIOLENCE_TOP = 2, 3
_PAID, _FREE = number_ref(0), number_ref(1)
"""The two ways to Govern, as the second target of the action."""


# --- b. Govern


def hosts(table: Table) -> tuple[SeatIx, ...]:
    """Seats that may Govern now, in initiative order."""
    order = table.tables.initiative(table.state.quarter)
    return tuple(s for s in order if table.tables.is_nadc(s) and len(legal_govern(table, s)) > 1)


def host_areas(table: Table, seat: SeatIx) -> int:
    """The areas that a host seat may Govern in all, as a set: its own country's, and for Mexico
    those of Central America, which has no seat."""
    tables = table.tables
    country = tables.seat(seat).country
    own = (country, "central-america") if country == "mexico" else (country,)
    return mask_of(
        ix for ix, one in enumerate(tables.governed) if one and tables.country[ix] in own
    )


def governable(table: Table, seat: SeatIx) -> list[AreaIx]:
    """Areas that a host seat may Govern now: each once a quarter, below the top."""
    left = host_areas(table, seat) & ~table.state.governed_areas
    return [area for area in table.tables.areas_in(left) if table.state.gov[area] < GOV_TOP]


def free_areas(table: Table, seat: SeatIx) -> int:
    """The areas in which a seat has a Govern without cost left, as a set.

    A card may give it in some areas only; each Govern made so far uses the narrowest gift that
    covers its area.
    """
    tables, state = table.tables, table.state
    gifts = [
        m.areas & tables.area_mask
        for m in state.mods
        if m.what == "free-govern" and m.seats >> seat & 1
        for _ in range(m.by)
    ]
    gifts.sort(key=int.bit_count)
    for area in tables.areas_in(state.governed_free & host_areas(table, seat)):
        used = next((place for place, gift in enumerate(gifts) if gift >> area & 1), -1)
        if used >= 0:
            del gifts[used]
    found = 0
    for gift in gifts:
        found |= gift
    return found


def legal_govern(table: Table, seat: SeatIx) -> list[Action]:
    """Govern an area, paid (once) or free where a card gives it, or pass."""
    menu = table.tables.menu
    paid, free = (
        menu.areas(seat, "govern", NO_CARD, _PAID),
        menu.areas(seat, "govern", NO_CARD, _FREE),
    )
    may_pay = not table.state.used[seat] & (PAID | UNFUNDED) and bool(splits(table, seat))
    given = free_areas(table, seat)
    found: list[Action] = []
    for area in governable(table, seat):
        if may_pay:
            found.append(paid[area])
        if given >> area & 1:
            found.append(free[area])
    return [*found, menu.plain(seat, "pass")]


def splits(table: Table, host: SeatIx) -> tuple[int, ...]:
    """Every way to share the cost among seats that can pay, packed 4 bits a seat; the host's
    largest share first."""
    cost = table.rules.money.govern_budget
    seats = [host, *(s for s in table.tables.nadc if s != host and _may_pay(table, host))]
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


def _may_pay(table: Table, host: SeatIx) -> bool:
    """Whether partners may pay for a host's Govern: not where it lets nobody in (RULES 4)."""
    return host != table.tables.consent_seat or table.state.tracks[CONSENT] >= 1


def share_of(packed: int, seat: SeatIx) -> int:
    """A seat's part of a packed share."""
    return packed >> SHARE_BITS * seat & (1 << SHARE_BITS) - 1


def perform_govern(table: Table, action: Action) -> None:
    """A host names an area; who pays is agreed next."""
    seat = action.seat
    if action.verb == "pass":
        table.emit(TurnEnded(seat, cause=table.cause))
        return
    if action.other == _FREE:
        _try_govern(table, seat, AreaIx(ref_ix(action.target)), free=True)
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
            table.change(replace(decision, waiting=waiting))
        else:
            table.close()
            _fund(table, host, decision.options[decision.value], area)
    else:
        verb = action.verb
        table.emit(ConsentAnswered(action.seat, NO_CARD, verb, host, cause=table.cause))
        _after_refusal(table, decision, action)


def _after_refusal(table: Table, decision: Decision, action: Action) -> None:
    """Splits in which the refusing seat pays are off; the host chooses another, or gives up."""
    table.close()
    left: tuple[int, ...] = ()
    if action.verb == "refuse":
        left = tuple(packed for packed in decision.options if not share_of(packed, action.seat))
    if left:
        waiting = SeatMask(1 << decision.seat)
        target = decision.target
        table.ask(Decision("fund", waiting, decision.seat, target=target, value=-1, options=left))
        return
    host = decision.seat
    used = table.state.used[host] | UNFUNDED
    table.emit(SeatMarked(host, "used", used, cause=table.cause))
    _end_turn(table, host)


def _propose_split(table: Table, decision: Decision, option: int) -> None:
    """The host proposes a split. One that it takes back for another cannot come again, so that
    a caucus ends."""
    packed, last = decision.options[option], decision.value
    waiting = SeatMask(_payers(table, packed, decision.seat))
    if waiting:
        gone = decision.options[last] if last >= 0 else -1
        options = tuple(one for one in decision.options if one != gone)
        value = options.index(packed)
        table.change(replace(decision, waiting=waiting, value=value, options=options))
        return
    table.close()
    _fund(table, decision.seat, packed, AreaIx(ref_ix(decision.target)))


def _fund(table: Table, host: SeatIx, packed: int, area: AreaIx) -> None:
    for seat in table.tables.nadc:
        table.money(seat, "budget", -share_of(packed, seat))
    table.emit(SeatMarked(host, "used", table.state.used[host] | PAID, cause=table.cause))
    _try_govern(table, host, area)


def _try_govern(table: Table, host: SeatIx, area: AreaIx, *, free: bool = False) -> None:
    table.emit(AreaGoverned(host, area, free, cause=table.cause))
    aim = aim_at(table.tables, table.state, host, "govern", area_ref(area))
    outcome = roll(table, aim)
    if outcome.success:
        change_gov(table, area, 1)
        if outcome.rolled == 1:
            change_violence(table, area, -1)
    elif outcome.rolled == 6:
        complication(table, aim, outcome)
    _end_turn(table, host)


def _end_turn(table: Table, host: SeatIx) -> None:
    """A host that has nothing more to Govern is done."""
    if len(legal_govern(table, host)) <= 1:
        table.emit(TurnEnded(host, cause=table.cause))


# --- c. to g.


def violence_and_gov(table: Table) -> None:
    """Violence 3 may lower governance; good governance calms violence (c)."""
    needed = table.rules.thresholds.violence_check
    for area in table.tables.areas_in(table.tables.governed_mask):
        if table.state.violence[area] >= VIOLENCE_TOP and table.happens(
            "violence-check", needed, area
        ):
            change_gov(table, area, -1)
        if table.state.gov[area] >= table.rules.thresholds.calm_gov:
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
            table.money(seat, "capital", rules.money.capital_gain, rules.money.capital_max)


def _charter(table: Table) -> bool:
    """Whether the card is active under which Consent 2 costs nothing."""
    name = table.rules.consent.free_with
    card = table.campaign.card_ix.get(name) if name else None
    return card is not None and table.state.card_state[card] == ACTIVE


def check_end(table: Table) -> bool:
    """Sudden end, then last-quarter end (g); whether the game is over."""
    state, tables = table.state, table.tables
    at = table.rules.thresholds
    failed = state.tracks[HARM] >= at.harm_end or state.tracks[COHESION] <= at.cohesion_end
    dismantled = bool(tables.networks) and all(
        is_dismantled(tables, state, seat) for seat in tables.networks
    )
    sudden = (1 if failed else 0) + (2 if dismantled else 0)
    if sudden or state.quarter >= table.campaign.frame.quarters:
        table.emit(GameEnded(sudden, cause=table.cause))
        return True
    return False
