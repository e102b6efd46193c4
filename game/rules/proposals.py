"""Cards on the table: partners agree or refuse, others join, then the card is paid and played
(RULES 4, 6)."""

from msgspec.structs import replace

from game.model.decisions import Decision
from game.model.events import CardPlayed, ConsentAnswered, FlagSet, SeatMarked, TurnEnded
from game.model.ids import CardIx, Ref, SeatIx, SeatMask
from game.model.state import State
from game.rules import standing
from game.rules.cards import ask_reading, react
from game.rules.deployments import start_deployment
from game.rules.playable import CARD_BITS
from game.rules.prices import cannot_afford, pay, payers, price_of
from game.rules.table import Table
from game.rules.tables import COHESION, Tables

COHESION_GAINED = 1
"""Flag: a consent card was agreed this quarter."""
_TAKEN_BACK, _ONE_BACK = 12, 4
"""Bits of `State.used` that count how many proposals a seat took back this quarter."""


def propose(table: Table, seat: SeatIx, card: CardIx, target: Ref, second: Ref) -> None:
    """Put a card on the table: listed partners must agree, others may join, then it is paid."""
    facts = table.tables.cards[card]
    partners = [one for one in payers(facts, seat) if one != seat]
    if facts.spec.consent and partners:
        waiting = SeatMask(sum(1 << one for one in partners))
        table.ask(Decision("agree", waiting, seat, card, target, second))
        return
    _offer_joining(table, seat, card, target, second)


def _offer_joining(table: Table, seat: SeatIx, card: CardIx, target: Ref, second: Ref) -> None:
    facts = table.tables.cards[card]
    waiting = 0
    if facts.join is not None:
        for other in facts.joiners:
            if other != seat and cannot_afford(table, other, facts.join) is None:
                waiting |= 1 << other
    if waiting:
        table.ask(Decision("join", SeatMask(waiting), seat, card, target, second))
    else:
        settle(table, seat, card, target, second, SeatMask(0))


def may_withdraw(tables: Tables, state: State, seat: SeatIx) -> bool:
    """Whether a seat may still take back a proposal this quarter; after that it stands until it is
    answered, so that a caucus comes to an end."""
    most = tables.campaign.rules.limits.takebacks
    return (state.used[seat] & _TAKEN_BACK) < most * _ONE_BACK


def answer_agree(table: Table, decision: Decision, seat: SeatIx, verb: str) -> None:
    """A partner agrees or refuses, or the proposer withdraws."""
    table.emit(ConsentAnswered(seat, decision.card, verb, decision.seat, cause=table.cause))
    if verb == "agree":
        _count_answer(table, decision, seat, agreed=True)
        return
    table.close()
    used = table.state.used[decision.seat]
    used = used + _ONE_BACK if verb == "withdraw" else used | 1 << (decision.card + CARD_BITS)
    table.emit(SeatMarked(decision.seat, "used", used, cause=table.cause))


def answer_join(table: Table, decision: Decision, seat: SeatIx, verb: str) -> None:
    """A partner joins a card or declines."""
    table.emit(ConsentAnswered(seat, decision.card, verb, decision.seat, cause=table.cause))
    _count_answer(table, decision, seat, agreed=verb == "join")


def _count_answer(table: Table, decision: Decision, seat: SeatIx, *, agreed: bool) -> None:
    waiting = SeatMask(decision.waiting & ~(1 << seat))
    yes = SeatMask(decision.agreed | 1 << seat) if agreed else decision.agreed
    if waiting:
        table.change(replace(decision, waiting=waiting, agreed=yes))
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
        table.track(COHESION, table.rules.consent.agreed_cohesion)


def settle(
    table: Table, seat: SeatIx, card: CardIx, target: Ref, second: Ref, joined: SeatMask
) -> None:
    """A card is agreed: it is paid and played."""
    facts = table.tables.cards[card]
    pay(table, payers(facts, seat), price_of(table, card))
    if facts.join is not None:
        pay(table, [one for one in table.tables.nadc if joined >> one & 1], facts.join)
    table.emit(CardPlayed(seat, card, target, second, cause=table.cause))
    if facts.spec.consent and len(payers(facts, seat)) > 1:
        _gain_cohesion(table)
    if facts.spec.level == "operational":
        start_deployment(table, seat, card, target, second)
        return
    standing.begin(table, seat, card, target, second, SeatMask(joined | 1 << seat))
    table.emit(TurnEnded(seat, cause=table.cause))
    react(table, "on_card_played", seat)
    ask_reading(table, card)
