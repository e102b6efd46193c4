"""Which function lists the answers to a question, and which one carries an answer out."""

from collections.abc import Callable

from game.model.actions import Action
from game.model.decisions import Decision, DecisionKind
from game.model.ids import NO_CARD, SeatIx, option_ref, piece_ref, ref_ix
from game.rules import (
    assess,
    cards,
    deployments,
    injects,
    money,
    operational,
    probes,
    proposals,
    red,
    tactical,
)
from game.rules.table import Table

Legal = Callable[[Table, Decision], list[Action]]
Answer = Callable[[Table, Decision, Action], None]


def _waiting(table: Table, decision: Decision) -> list[SeatIx]:
    count = len(table.campaign.seats)
    return [SeatIx(ix) for ix in range(count) if decision.waiting >> ix & 1]


def _legal_agree(table: Table, decision: Decision) -> list[Action]:
    found = []
    for ix in range(len(table.campaign.seats)):
        seat = SeatIx(ix)
        if seat == decision.seat and proposals.may_withdraw(table.tables, table.state, seat):
            found.append(Action(seat, "withdraw"))
        elif decision.waiting >> seat & 1:
            found += [Action(seat, "agree", decision.card), Action(seat, "refuse", decision.card)]
    return found


def _legal_join(table: Table, decision: Decision) -> list[Action]:
    return [
        Action(seat, verb, decision.card)
        for seat in _waiting(table, decision)
        for verb in ("join", "decline")
    ]


def _legal_options(table: Table, decision: Decision) -> list[Action]:
    return [
        Action(decision.seat, "answer", NO_CARD, option_ref(ix))
        for ix in range(len(decision.options))
    ]


def _legal_upkeep(table: Table, decision: Decision) -> list[Action]:
    return [
        Action(decision.seat, "return", NO_CARD, piece_ref(piece))
        for piece in money.unpaid(table, decision.seat)
    ]


def _answer_inject(table: Table, decision: Decision, action: Action) -> None:
    injects.answer(table, decision, ref_ix(action.target))


def _answer_probe(table: Table, decision: Decision, action: Action) -> None:
    probes.answer(table, decision, ref_ix(action.target))


def _answer_upkeep(table: Table, decision: Decision, action: Action) -> None:
    money.answer_upkeep(table, decision, action.target)


def _answer_agree(table: Table, decision: Decision, action: Action) -> None:
    proposals.answer_agree(table, decision, action.seat, action.verb)


def _answer_join(table: Table, decision: Decision, action: Action) -> None:
    proposals.answer_join(table, decision, action.seat, action.verb)


def _answer_reading(table: Table, decision: Decision, action: Action) -> None:
    cards.choose_reading(table, decision, ref_ix(action.target))


DECISIONS: dict[DecisionKind, tuple[Legal, Answer]] = {
    "place": (deployments.legal_place, deployments.place),
    "watch": (deployments.legal_watch, deployments.answer_watch),
    "rotate": (operational.legal_rotate, operational.answer_rotate),
    "agree": (_legal_agree, _answer_agree),
    "join": (_legal_join, _answer_join),
    "fund": (assess.legal_fund, assess.answer_fund),
    "prosecute": (tactical.legal_prosecute, tactical.answer_prosecute),
    "inject": (_legal_options, _answer_inject),
    "seal": (red.legal_seal, red.answer_seal),
    "fallback": (red.legal_seal, red.answer_seal),
    "upkeep": (_legal_upkeep, _answer_upkeep),
    "bank": (red.legal_bank, red.answer_bank),
    "reading": (_legal_options, _answer_reading),
    "odds-probe": (_legal_options, _answer_probe),
    "growth-probe": (_legal_options, _answer_probe),
}
"""Every kind of question: who may answer what, and what an answer does."""
