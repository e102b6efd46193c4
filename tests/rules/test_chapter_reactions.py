"""RULES 12: standing reactions, Respond, their windows and their order."""

import msgspec
import pytest

from game.model import events
from game.model.ids import SeatMask, area_ref, option_ref, piece_ref, route_ref, window_ref
from game.model.state import Order
from game.narrate.choices.reasons import reason_text
from game.narrate.language import translator
from game.narrate.log import Log
from game.narrate.words import Words
from game.rules import reactions
from game.rules.cards import react
from game.rules.notation import read_action, write_action
from game.rules.reactions import BEFORE_TEST, Spot
from game.rules.resolution import aim_at, roll
from game.rules.sample import sample
from tests.rules.tabletop import Tabletop, changed_campaign

HINDER, HELP = Order(BEFORE_TEST), Order(BEFORE_TEST, helps=True)
TIP = {
    "id": "tip",
    "title": "Tip",
    "level": "tactical",
    "seats": ["cartel"],
    "summary": "A word in time.",
    "cost": {"cash": 2},
    "reaction": {"window": "before_test", "by": -2},
}
STING = {
    "id": "sting",
    "title": "Sting",
    "level": "tactical",
    "seats": ["us"],
    "summary": "They walk into it.",
    "reaction": {"window": "on_card_played"},
    "test": {"base": 3},
    "effects": [{"do": "case", "by": 1}],
}


def table_of(*cards: dict, owner: str = "us") -> Tabletop:
    top = Tabletop(campaign=changed_campaign({"reactions": True}, cards, owner))
    top.state.quarter = 1
    return top


def orders(top: Tabletop, **given: Order) -> None:
    for seat, order in given.items():
        top.state.orders[top.seat(seat)] = [order]
    top.changed()


def roll_for(top: Tabletop, seat: str, what: str, target: int) -> events.TestRolled:
    """Roll a Test."""
    return roll(top.table, aim_at(top.tables, top.state, top.seat(seat), what, target))


def reacted(top: Tabletop) -> list[str]:
    """Who reacted, in order."""
    return [
        top.campaign.seats[e.seat].id for e in top.game.journal if isinstance(e, events.Reacted)
    ]


def test_respond_lowers_n_of_an_opponents_test():
    top = table_of()
    orders(top, cartel=HINDER)
    rolled = roll_for(top, "mexico", "surveil", area_ref(top.area("mx-northwest")))
    assert ("respond", -1) in rolled.mods
    assert reacted(top) == ["cartel"]
    assert top.state.orders[top.seat("cartel")] == [], "an order is used up"


def test_respond_raises_n_of_a_partners_test():
    top = table_of()
    orders(top, us=HELP)
    top.put("us", "forensic-advisor", "mx-northwest")
    rolled = roll_for(top, "mexico", "surveil", area_ref(top.area("mx-northwest")))
    assert ("respond-help", 1) in rolled.mods
    assert reacted(top) == ["us"]


@pytest.mark.parametrize("order", [HINDER, HELP])
def test_respond_leaves_a_seats_own_test_alone(order: Order):
    top = table_of()
    orders(top, mexico=order)
    roll_for(top, "mexico", "surveil", area_ref(top.area("mx-northwest")))
    assert reacted(top) == []


def test_respond_needs_a_piece_in_the_area():
    top = table_of()
    orders(top, us=HELP, cartel=HINDER)
    roll_for(top, "mexico", "surveil", area_ref(top.area("mx-baja")))
    assert reacted(top) == []


def test_respond_counts_on_a_route_for_who_watches_it_or_stands_at_an_end():
    for put, seat, order in (
        (("us", "uas-orbit", "california-border", "san-ysidro"), "us", HELP),
        (("cartel", "cell", "mx-baja", None), "cartel", HINDER),
    ):
        top = table_of()
        top.clear("us", "mexico", "cartel")
        orders(top, **{seat: order})
        route = route_ref(top.route("san-ysidro"))
        roll_for(top, "mexico", "surveil", route)
        assert reacted(top) == [], "nobody of the seat is there"
        top.put(*put)
        roll_for(top, "mexico", "surveil", route)
        assert reacted(top) == [seat]


def test_the_defender_reacts_first_then_initiative_order():
    top = table_of()
    target = area_ref(top.area("mx-northwest"))
    top.put("us", "forensic-advisor", "mx-northwest")
    orders(top, us=HINDER, mexico=HINDER)
    # the United States has the initiative, but the land is Mexico's
    assert top.tables.initiative(1)[0] == top.seat("us")
    rolled = roll_for(top, "cartel", "intimidate", target)
    assert reacted(top) == ["mexico", "us"]
    assert rolled.mods.count(("respond", -1)) == 2


def test_the_owner_of_the_piece_is_the_defender():
    top = table_of()
    cell = next(p for p in top.pieces("cartel", "cell") if top.state.piece_area[p] >= 0)
    spot = Spot(area=top.state.piece_area[cell], piece=cell)
    assert reactions.in_order(top.table, top.seat("us"), spot)[0] == top.seat("cartel")
    assert top.seat("us") not in reactions.in_order(top.table, top.seat("us"), spot)


def test_one_reaction_a_quarter_and_one_more_for_a_ready_marker():
    top = table_of()
    cartel = top.seat("cartel")
    target = area_ref(top.area("mx-northwest"))
    for ready, count in ((0, 1), (2, 2)):
        top.state.reacted[cartel] = 0
        top.state.ready[cartel] = ready
        start = len(reacted(top))
        for _ in range(3):
            orders(top, cartel=HINDER)
            roll_for(top, "mexico", "surveil", target)
        assert len(reacted(top)) - start == count
        assert top.state.ready[cartel] == 0, "the second reaction takes the marker"


def test_one_order_a_seat_and_window():
    top = table_of()
    top.turn("tactical", "mexico")
    hinder, help_ = (f"mexico order @window:before_test option:{option}" for option in (0, 1))
    listed = [write_action(top.campaign, one) for one in top.legal("mexico", "order")]
    assert listed == [hinder, help_]
    top.game.apply(read_action(top.campaign, help_))
    assert top.state.orders[top.seat("mexico")] == [HELP]
    assert not top.legal("mexico", "order")
    assert top.game.to_move == (top.seat("mexico"),), "the turn goes on"


def test_a_seat_without_a_partner_is_not_offered_to_help_one():
    top = table_of()
    top.turn("tactical", "cartel")
    window = window_ref(BEFORE_TEST)
    assert [(a.target, a.other) for a in top.legal("cartel", "order")] == [(window, option_ref(0))]


def test_a_reaction_card_is_paid_and_changes_n_by_what_it_says():
    top = table_of(TIP, owner="cartel")
    cartel = top.seat("cartel")
    top.give("cartel", "tip")
    order = Order(BEFORE_TEST, top.card("tip"))
    for cash, counts in ((1, False), (2, True)):
        top.state.cash[cartel] = cash
        orders(top, cartel=order)
        rolled = roll_for(top, "us", "surveil", area_ref(top.area("us-west")))
        assert (("card:tip", -2) in rolled.mods) == counts
    assert top.state.cash[cartel] == 0
    assert top.card("tip") in top.state.discards[cartel]


def test_nobody_reacts_to_a_reaction():
    top = table_of(STING)
    top.give("us", "sting")
    orders(top, us=Order(0, top.card("sting")), cartel=HINDER)
    spot = Spot(area=top.area("mx-northwest"))
    react(top.table, "on_card_played", top.seat("cartel"), spot)
    assert any(isinstance(e, events.TestRolled) and e.what == "card" for e in top.game.journal)
    assert reacted(top) == ["us"]
    # the same Test outside a reaction is answered
    roll_for(top, "us", "surveil", area_ref(top.area("mx-northwest")))
    assert reacted(top) == ["us", "cartel"]


def test_a_raid_is_answered_where_the_piece_stands():
    top = table_of()
    orders(top, cartel=HINDER)
    cell = next(p for p in top.pieces("cartel", "cell") if top.state.piece_area[p] >= 0)
    rolled = roll_for(top, "mexico", "raid", piece_ref(cell))
    assert ("respond", -1) in rolled.mods


def test_reactions_off_removes_them():
    top = Tabletop(campaign=changed_campaign({"reactions": False}))
    orders(top, cartel=HINDER)
    roll_for(top, "mexico", "surveil", area_ref(top.area("mx-northwest")))
    assert reacted(top) == []


def test_a_standing_order_is_known_to_its_seat_alone():
    top = table_of()
    top.turn("tactical", "mexico")
    happened = top.game.apply(top.legal("mexico", "order")[0])
    own = 1 << top.seat("mexico")
    assert [e.seen for e in happened if isinstance(e, events.ReactionOrdered)] == [own]
    for seat in ("us", "cartel"):
        assert not any(sample(top.tables, top.state, top.seat(seat), 3).orders)
    assert any(sample(top.tables, top.state, top.seat("mexico"), 3).orders)


@pytest.mark.parametrize("setter", ["us", "mexico", "cartel"])
def test_whether_a_seat_stands_ready_changes_nothing_for_the_others(setter: str):
    """Views, events, log lines, what is legal and what it rolls are the same with and without."""
    seen = []
    for sets in (False, True):
        top = table_of()
        top.turn("tactical", setter)
        if sets:
            top.game.apply(top.legal(setter, "order")[0])
        top.game.apply(top.legal(setter, "pass")[0])
        seen.append([told(top, mask) for mask in masks_without(top, setter)])
    assert seen[0] == seen[1]
    assert seen[0][0]["log"], "there is something to read"


def masks_without(top: Tabletop, name: str) -> list[SeatMask]:
    """Every set of viewers that is not that seat alone: the others, and whole tables."""
    own = 1 << top.seat(name)
    return [SeatMask(mask) for mask in range(1, 1 << len(top.campaign.seats)) if mask != own]


def told(top: Tabletop, mask: SeatMask) -> dict[str, object]:
    """What some viewers can know by any way; places in the journal are never shown."""
    game = top.game
    words = Words(top.campaign, translator("en"), "en")
    log = Log(words, mask)
    log.update(game.journal)
    events_ = [msgspec.structs.replace(e, cause=-1) for e in game.journal if e.seen & mask == mask]
    seats = [seat for seat in game.to_move if mask >> seat & 1]
    legal = [action for seat in seats for action in game.legal_actions(seat)]
    return {
        "view": game.view_for(mask),
        "events": events_,
        "log": [line.text for line in log.lines if line.text],
        "legal": legal,
        "odds": [game.odds(action) for action in legal],
        "refused": [game.why_not(seat, verb) for seat in seats for verb in ("order", "hold")],
    }


def test_the_owner_is_told_that_it_stands_ready_already():
    top = table_of()
    top.turn("tactical", "us")
    us = top.seat("us")
    assert top.game.why_not(us, "order") is None
    top.game.apply(top.legal("us", "order")[0])
    reason = top.game.why_not(us, "order")
    assert reason is not None
    assert reason_text(Words(top.campaign, translator("en"), "en"), reason).startswith(
        "Already set"
    )


def test_odds_say_that_somebody_may_stand_ready_whether_or_not_anybody_does():
    for reactions_on in (True, False):
        top = Tabletop(campaign=changed_campaign({"reactions": reactions_on}))
        top.turn("tactical", "us")
        found = []
        for set_ in ((), (HINDER,)):
            top.state.orders[top.seat("cartel")] = list(set_)
            top.changed()
            found.append([top.game.odds(action) for action in top.legal("us", "surveil")])
        assert found[0] == found[1]
        if reactions_on:
            assert all(one.unknown for one in found[0] if one is not None)


@pytest.mark.parametrize("seed", range(6))
def test_random_play_with_reactions_ends(seed: int):
    top = Tabletop(seed=seed, campaign=changed_campaign({"reactions": True}))
    assert top.play_out(seed) > 40


@pytest.mark.parametrize("most", [0, 1, 2])
def test_how_many_reactions_a_quarter_has_is_the_campaigns(most: int):
    rules = {"reactions": True, "limits": {"reactions": most}}
    top = Tabletop(campaign=changed_campaign(rules))
    top.state.quarter = 1
    for _ in range(3):
        orders(top, cartel=HINDER)
        roll_for(top, "mexico", "surveil", area_ref(top.area("mx-northwest")))
    assert len(reacted(top)) == most
