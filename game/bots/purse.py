"""Prudence: a bot puts down only units that it can also pay for in ASSESS (RULES 5, 8a)."""

from game.bots.sight import Sight
from game.content.schema.cards import Card
from game.model.actions import Action


def can_keep(sight: Sight, action: Action) -> bool:
    """Whether the seat can pay for a unit now and for the upkeep of all its units this quarter.

    In the last quarter a unit has done its work when upkeep falls due.
    """
    if action.verb not in ("deploy", "reinforce") or sight.is_last_quarter:
        return True
    money = sight.campaign.rules.money
    if action.card < 0:
        price, upkeep = money.reinforce_budget, money.unit_upkeep
    else:
        card = sight.campaign.cards[action.card]
        price, upkeep = card.cost.budget, _upkeep(sight, card)
    return sight.own.budget - price >= _owed(sight) + upkeep


def _owed(sight: Sight) -> int:
    units = sum(one.kept and one.seat == sight.seat for one in sight.view.pieces)
    return units * sight.campaign.rules.money.unit_upkeep


def _upkeep(sight: Sight, card: Card) -> int:
    """What the units of a card will cost the seat; those from a partner's pool cost it nothing."""
    own = sight.campaign.seats[sight.seat].id
    each = sight.campaign.rules.money.unit_upkeep if card.upkeep is None else card.upkeep
    return each * sum(
        effect.do == "deploy" and effect.keep and effect.seat in (None, own)
        for effect in card.effects
    )
