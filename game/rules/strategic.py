"""NADC_STRATEGIC: Consent, and one strategic card a seat (RULES 4, 5, 6)."""

from game.model.actions import Action
from game.model.events import CardEnded, TurnEnded
from game.model.ids import NO_CARD, SeatIx, number_ref, ref_ix
from game.model.state import PORTFOLIO
from game.rules import pieces
from game.rules.playable import card_reason
from game.rules.proposals import propose
from game.rules.table import Table
from game.rules.tables import COHESION, CONSENT
from game.rules.targets import aimed

CONSENT_STEP, CARD_STEP = 1, 2
"""Values of `State.step` while Mexico sets Consent, and while seats play cards."""


def legal(table: Table, seat: SeatIx) -> list[Action]:
    """What a seat may do on its turn of NADC_STRATEGIC."""
    if table.state.step == CONSENT_STEP:
        return _legal_consent(table, seat)
    found: list[Action] = []
    repeals: list[Action] = []
    for card in table.tables.strategic[seat]:
        if table.state.card_state[card] != PORTFOLIO and table.state.card_seat[card] == seat:
            repeals.append(table.tables.menu.plain(seat, "repeal", card))
        elif card_reason(table, seat, card) is None:
            found += aimed(table, seat, card, "play")
    return [*found, *repeals, table.tables.menu.plain(seat, "pass")]


def _legal_consent(table: Table, seat: SeatIx) -> list[Action]:
    """Any lower level, or one higher (RULES 4)."""
    now = table.state.tracks[CONSENT]
    most = now + table.rules.consent.raise_most
    levels = [level for level in range(4) if level != now and level <= most]
    found = [Action(seat, "consent", NO_CARD, number_ref(level)) for level in levels]
    return [*found, Action(seat, "pass")]


def perform(table: Table, action: Action) -> None:
    """Carry out an action of NADC_STRATEGIC."""
    if action.verb == "consent":
        _set_consent(table, action)
    elif action.verb == "play":
        propose(table, action.seat, action.card, action.target, action.other)
    elif action.verb == "repeal":
        _repeal(table, action)
    else:
        table.emit(TurnEnded(action.seat, cause=table.cause))


def _set_consent(table: Table, action: Action) -> None:
    pieces.set_consent(table, ref_ix(action.target) - table.state.tracks[CONSENT])
    table.emit(TurnEnded(action.seat, cause=table.cause))


def _repeal(table: Table, action: Action) -> None:
    """Repealing a consent card costs Cohesion; the card is dearer next time (RULES 6)."""
    dearer = table.rules.money.repealed_budget
    table.emit(CardEnded(action.card, True, dearer, cause=table.cause))
    if table.campaign.cards[action.card].consent:
        table.track(COHESION, table.rules.consent.repealed_cohesion)
    table.emit(TurnEnded(action.seat, cause=table.cause))
