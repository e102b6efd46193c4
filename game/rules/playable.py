"""Whether a card can be played now, and why not (RULES 4, 6)."""

from game.model.ids import NO_SEAT, CardIx, SeatIx
from game.model.state import ACTIVE, PENDING
from game.rules import pieces
from game.rules.cardfacts import CardFacts
from game.rules.law import Reason, unit_places
from game.rules.prices import too_dear
from game.rules.quantities import holds
from game.rules.table import Table
from game.rules.targets import area_targets, has_target

CARD_BITS = 8
"""Bits of `State.used` from this one on mark cards that partners refused this quarter."""


def card_reason(table: Table, seat: SeatIx, card: CardIx) -> Reason | None:
    """Why a seat cannot play a card now; None if it can. Phase and turn are not asked here."""
    reason = cannot_begin(table, seat, card) or too_dear(table, seat, card)
    if reason is not None:
        return reason
    facts = table.tables.cards[card]
    spec = facts.spec
    if spec.level == "operational" and table.tables.is_nadc(seat):
        return _deploy_reason(table, seat, facts)
    return None if has_target(table, seat, card) else _no_target(facts)


def _no_target(facts: CardFacts) -> Reason:
    return Reason("no-target", {"card": facts.spec.id})


def cannot_begin(table: Table, seat: SeatIx, card: CardIx) -> Reason | None:
    """Why a card cannot be played whatever it costs and wherever it is aimed; None if it can."""
    facts = table.tables.cards[card]
    reason = _standing_reason(table, seat, facts)
    if reason is None and facts.spec.requires:
        return _requirement(table, seat, facts)
    return reason


def _standing_reason(table: Table, seat: SeatIx, facts: CardFacts) -> Reason | None:
    state, spec, card = table.state, facts.spec, facts.ix
    if spec.level == "tactical":
        return None
    if state.used[seat] >> (card + CARD_BITS) & 1:
        return Reason("card-refused", {})
    life = state.card_state[card]
    if life == PENDING:
        return Reason("card-pending", {"quarter": state.card_due[card]})
    if spec.level == "strategic" and life == ACTIVE:
        return Reason("card-active", {})
    if life == ACTIVE and _times_out(table, facts) >= spec.copies:
        return Reason("card-out", {"copies": spec.copies})
    if facts.delay and state.quarter + facts.delay > table.campaign.frame.quarters:
        return Reason("card-too-late", {})
    return None


def _times_out(table: Table, facts: CardFacts) -> int:
    """How often an operational card is out: by its pieces, where it has any."""
    if not facts.puts_down:
        return table.state.card_out[facts.ix]
    return table.state.piece_card.count(facts.ix) // len(facts.puts_down)


def _requirement(table: Table, seat: SeatIx, facts: CardFacts) -> Reason | None:
    if table.state.unlocked >> facts.ix & 1:
        return None
    for place, condition in enumerate(facts.spec.requires):
        if not holds(table.tables, table.state, condition, seat):
            return Reason("card-requires", {"card": facts.spec.id, "place": place})
    return None


def deployed_by(facts: CardFacts, seat: SeatIx) -> tuple[int, SeatIx] | None:
    """The kind of piece that an operational card puts down, and whose pool it comes from."""
    if not facts.puts_down:
        return None
    kind, owner = facts.puts_down[0]
    return kind, seat if owner == NO_SEAT else owner


def _deploy_reason(table: Table, seat: SeatIx, facts: CardFacts) -> Reason | None:
    most = table.rules.limits.deployments
    if table.state.deployments[seat] >= most:
        return Reason("no-deployment", {"most": most})
    found = deployed_by(facts, seat)
    if found is None:
        return None if has_target(table, seat, facts.ix) else _no_target(facts)
    kind, owner = found
    if pieces.in_pool(table.tables, table.state, owner, kind) is None:
        return Reason("pool-empty", {"kind": table.tables.kinds[kind].id})
    if "satellite" in table.tables.kinds[kind].traits:
        return None
    if not places_for(table, owner, kind, seat, facts):
        return Reason("no-place", {"card": facts.spec.id})
    return None


def places_for(
    table: Table, owner: SeatIx, kind: int, seat: SeatIx, facts: CardFacts | None
) -> int:
    """Areas where a unit of this kind and owner may be put down, by a card or without."""
    areas = unit_places(table, kind, owner)
    if facts is None or facts.target is None or facts.target.of != "area":
        return areas
    return areas & area_targets(table, seat, facts, facts.target)
