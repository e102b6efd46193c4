"""The steps of each phase, and how the table moves from one to the next (RULES 5)."""

from collections.abc import Callable

from game.model.actions import Action
from game.model.events import PhaseBegan, QuarterCleared, StepBegan, TrackChanged, TurnEnded
from game.model.ids import ALL_SEATS, NO_SEAT, SeatIx, SeatMask
from game.model.state import EXPOSED
from game.rules import (
    assess,
    decks,
    flow,
    injects,
    money,
    operational,
    pieces,
    probes,
    red,
    setup,
    situation,
    strategic,
    tactical,
)
from game.rules.cards import react
from game.rules.sequence import next_phase
from game.rules.table import Table
from game.rules.tables import COHESION, FUSION, HARM, LEGITIMACY

Queue = tuple[SeatIx, ...]
Step = Callable[[Table], Queue]


def _shuffle(table: Table) -> Queue:
    setup.shuffle_decks(table)
    return ()


def _begin_quarter(table: Table) -> Queue:
    situation.begin(table)
    return situation.swaps(table)


def _situation_injects(table: Table) -> Queue:
    for inject in reversed(injects.due(table, "situation")):
        injects.fire(table, inject)
    return ()


def _plan(table: Table) -> Queue:
    order = table.tables.initiative(table.state.quarter)
    return tuple(seat for seat in order if table.tables.is_red(seat))


def _signal(table: Table) -> Queue:
    red.signal(table)
    return ()


def _consent(table: Table) -> Queue:
    seat = table.tables.consent_seat
    return (seat,) if seat >= 0 else ()


def _partners(table: Table) -> Queue:
    order = table.tables.initiative(table.state.quarter)
    return tuple(seat for seat in order if table.tables.is_nadc(seat))


def _reveal(table: Table) -> Queue:
    red.listen(table)
    red.reveal(table)
    return ()


def _everybody(table: Table) -> Queue:
    state = table.state
    return table.tables.initiative(state.quarter, state.round)


def _probe(table: Table) -> Queue:
    probes.ask(table)
    return ()


def _flow(table: Table) -> Queue:
    named = probes.named(table)
    flow.run(table)
    probes.judge_growth(table, named)
    return ()


def _upkeep(table: Table) -> Queue:
    for seat in reversed(table.tables.initiative(table.state.quarter)):
        if table.tables.is_nadc(seat):
            money.collect_upkeep(table, seat)
    return ()


def _govern(table: Table) -> Queue:
    return assess.hosts(table)


def _settle(table: Table) -> Queue:
    assess.violence_and_gov(table)
    assess.coalition(table)
    for seat in table.tables.red:
        money.bank(table, seat)
    table.emit(QuarterCleared(cause=table.cause))
    assess.check_end(table)
    return ()


def _review(table: Table) -> Queue:
    """Exposed pieces are lost from sight again at low Fusion (RULES 3)."""
    if table.state.tracks[FUSION] < table.rules.thresholds.keep_fusion:
        for piece in table.tables.red_pieces:
            if table.state.piece_marks[piece] & EXPOSED:
                pieces.hide(table, piece)
    return ()


STEPS: dict[str, tuple[Step, ...]] = {
    "setup": (_shuffle,),
    "brief": (),
    "situation": (_begin_quarter, _situation_injects),
    "red-plan": (_plan, _signal),
    "strategic": (_consent, _partners),
    "operational": (_partners,),
    "red-reveal": (_reveal,),
    "tactical": (_everybody,),
    "flow": (_probe, _flow),
    "assess": (_upkeep, _govern, _settle),
    "review": (_review,),
    "end": (),
    "hot-wash": (),
}
"""Each step does what needs no choice and names the seats that act in it, in order."""

Legal = Callable[[Table, SeatIx], list[Action]]
Perform = Callable[[Table, Action], None]


def _perform_swap(table: Table, action: Action) -> None:
    if action.verb == "swap":
        situation.swap(table, action.seat, action.card)
    seen = decks.hand_seen(table, action.seat)
    table.emit(TurnEnded(action.seat, cause=table.cause, seen=seen))


def _perform_operational(table: Table, action: Action) -> None:
    if action.verb == "done":
        table.emit(TurnEnded(action.seat, cause=table.cause))
    else:
        operational.perform(table, action)


TURNS: dict[str, tuple[Legal, Perform]] = {
    "situation": (situation.legal_swap, _perform_swap),
    "red-plan": (red.legal_plan, red.perform_plan),
    "strategic": (strategic.legal, strategic.perform),
    "operational": (operational.legal, _perform_operational),
    "tactical": (tactical.legal, tactical.perform),
    "assess": (assess.legal_govern, assess.perform_govern),
}
"""What the seat whose turn it is may do in each phase, and how it is carried out."""

_SURE: dict[str, Callable[[Table, SeatIx], bool]] = {
    "red-plan": lambda table, seat: True,  # it ends with a question of its own
    "operational": operational.has_choice,
    "tactical": tactical.has_choice,
}
"""Where one can tell without the whole list that a seat has something to choose."""


def run(table: Table) -> list[Action] | None:
    """Let the table go on until a choice is awaited, or the game is over; returns the choices
    of the seat to move where their list was made on the way."""
    state = table.state
    while not state.pending:
        if state.active >= 0:
            choices = _turn(table, state.active)
            if choices is None or choices:
                return choices
        elif state.step < len(STEPS[state.phase]):
            table.cause = -1
            queue = STEPS[state.phase][state.step](table)
            table.emit(StepBegan(state.step + 1, queue, seen=SeatMask(0)))
        elif state.phase == "hot-wash":
            return None
        else:
            _next(table)
    return None


def _turn(table: Table, seat: SeatIx) -> list[Action] | None:
    """The choices of the seat to move, None for some that are not listed yet; a seat without
    any is passed over (RULES 5)."""
    phase = table.state.phase
    if phase == "tactical" and tactical.open_sealed(table, seat):
        return []
    is_sure = _SURE.get(phase)
    if is_sure is not None and is_sure(table, seat):
        return None
    choices = TURNS[phase][0](table, seat)
    if len(choices) > 1:
        return choices
    table.emit(TurnEnded(seat, cause=table.cause, seen=SeatMask(0)))
    return []


def _crossed(table: Table) -> bool:
    """Whether a track passed one of its thresholds in the phase that ends."""
    limits = table.rules.thresholds
    marks = {
        COHESION: (limits.cohesion_low,),
        LEGITIMACY: (limits.legitimacy_low, limits.legitimacy_high - 1),
        HARM: (limits.floor_harm,),
    }
    for event in reversed(table.journal):
        if isinstance(event, PhaseBegan):
            return False
        if isinstance(event, TrackChanged):
            low, high = sorted((event.before, event.after))
            if any(low <= mark < high for mark in marks.get(event.track, ())):
                return True
    return False


def _next(table: Table) -> None:
    if table.rules.reactions and _crossed(table):
        react(table, "on_track_threshold", NO_SEAT)
    phase, quarter, turn = next_phase(table.tables, table.state)
    table.cause = -1
    table.cause = table.emit(PhaseBegan(phase, quarter, turn))
    if phase != "situation":
        for inject in injects.due(table, phase):
            injects.fire(table, inject)


def seen_by(table: Table, action: Action) -> SeatMask:
    """The seats that see an action itself being taken."""
    state = table.state
    private = table.private(action.seat)
    if state.pending:
        kind = state.pending[-1].kind
        if kind in ("seal", "fallback", "bank", "growth-probe"):
            return private
        return table.tables.nadc_mask if kind == "rotate" else ALL_SEATS
    if state.phase == "red-plan":
        return private
    if state.phase == "tactical":
        return tactical.action_seen(table, action)
    if state.phase == "situation":
        return decks.hand_seen(table, action.seat)
    return ALL_SEATS
