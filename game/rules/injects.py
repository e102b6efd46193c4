"""Injects: fixed moments, conditions, tables, chains, and their answers (RULES 13)."""

from game.content.schema.injects import Inject
from game.model.decisions import Decision
from game.model.dice import stream
from game.model.events import InjectFired, InjectQueued, OptionChosen
from game.model.ids import NO_REF, NO_SEAT, InjectIx, SeatIx, SeatMask
from game.rules.effects import carry_out
from game.rules.quantities import holds
from game.rules.resolution import aim_at
from game.rules.table import Table

_TABLE = stream("inject-table")


def due(table: Table, phase: str) -> list[InjectIx]:
    """The injects that fire at the beginning of this phase, in listed order."""
    state = table.state
    if phase != "situation" and (state.quarter, phase) not in table.tables.moments:
        return []
    found = list(map(InjectIx, state.injects_due)) if phase == "situation" else []
    for ix, inject in enumerate(table.campaign.injects):
        place, trigger = InjectIx(ix), inject.trigger
        if state.fired >> ix & 1 and not inject.repeat:
            continue
        at = trigger.at
        if at is not None and at.quarter == state.quarter and at.phase == phase:
            found.append(place)
        elif phase != "situation":
            continue
        elif trigger.when is not None and holds(table.tables, state, trigger.when):
            found.append(place)
        elif trigger.table:
            drawn = _draw(table, inject, ix)
            if drawn is not None:
                found.append(drawn)
    return found


def _draw(table: Table, inject: Inject, place: int) -> InjectIx | None:
    """One row of a probability table."""
    total = sum(row.weight for row in inject.trigger.table)
    left = table.below(total, _TABLE, place)
    for row in inject.trigger.table:
        left -= row.weight
        if left < 0:
            name = row.inject
            break
    if name is None:
        return None
    drawn = InjectIx(table.campaign.inject_ix[name])
    again = table.campaign.injects[drawn].repeat
    return None if table.state.fired >> drawn & 1 and not again else drawn


def fire(table: Table, inject: InjectIx) -> None:
    """An inject comes into play; one with options asks for an answer."""
    spec = table.campaign.injects[inject]
    table.cause = table.emit(InjectFired(inject))
    aim = aim_at(table.tables, table.state, NO_SEAT, "inject", NO_REF)
    carry_out(table, spec.effects, aim)
    seat = answering(table, spec)
    if spec.options and seat != NO_SEAT:
        options = tuple(range(len(spec.options)))
        waiting = SeatMask(1 << seat)
        table.ask(Decision("inject", waiting, seat, value=inject, options=options))


def answering(table: Table, spec: Inject) -> SeatIx:
    """The seat that answers an inject: the named one, else the first that it reaches."""
    names = [spec.answered_by] if spec.answered_by else list(spec.to)
    for name in names:
        if name in table.campaign.seat_ix:
            return SeatIx(table.campaign.seat_ix[name])
    return table.tables.nadc[0] if table.tables.nadc else NO_SEAT


def answer(table: Table, decision: Decision, option: int) -> None:
    """An inject is answered: the option's effects happen, and what it leads to is queued."""
    inject = InjectIx(decision.value)
    chosen = table.campaign.injects[inject].options[option]
    table.close()
    event = OptionChosen(decision.seat, inject, option, cause=table.cause)
    table.cause = table.emit(event)
    aim = aim_at(table.tables, table.state, decision.seat, "inject", NO_REF)
    carry_out(table, chosen.effects, aim)
    if chosen.chain is not None:
        following = InjectIx(table.campaign.inject_ix[chosen.chain])
        table.emit(InjectQueued(following, cause=table.cause, seen=SeatMask(0)))
