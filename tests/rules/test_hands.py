"""RULES 6, 11: a hand is a secret of its side, in the view, the log and sampled positions."""

import pytest

from game.model import events
from game.model.dice import below
from game.model.ids import SeatMask
from game.rules.decks import hand_seen
from game.rules.notation import write_action
from game.rules.sample import sample
from tests.rules.tabletop import Tabletop, changed_campaign

SEATS = ("us", "mexico", "cartel")


def mask_of(top: Tabletop, *names: str) -> SeatMask:
    return SeatMask(sum(1 << top.seat(name) for name in names))


def in_tactical() -> Tabletop:
    top = Tabletop(persons=SEATS, seed=3)
    top.until("tactical", "us")
    return top


@pytest.mark.parametrize(
    ("viewers", "shown"),
    [
        (("us",), {"us", "mexico"}),
        (("us", "mexico"), {"us", "mexico"}),
        (("cartel",), {"cartel"}),
        (("us", "cartel"), set()),
        (SEATS, set()),
        ((), set(SEATS)),
    ],
    ids=lambda value: "-".join(sorted(value)) or "nobody",
)
def test_a_hand_is_shown_to_its_own_side_alone(viewers: tuple[str, ...], shown: set[str]):
    top = in_tactical()
    view = top.game.view_for(mask_of(top, *viewers))
    for name in SEATS:
        means = view.means[top.seat(name)]
        held = tuple(top.state.hands[top.seat(name)])
        assert held, "every seat has drawn"
        assert means.hand == (held if name in shown else ())
        assert means.hand_size == len(held)


@pytest.mark.parametrize("viewers", [("cartel",), ("us", "cartel"), SEATS])
def test_the_log_does_not_tell_what_the_view_hides(viewers: tuple[str, ...]):
    """Nobody of the other side knows what was drawn or put back; what is played everybody sees."""
    top = in_tactical()
    mask = mask_of(top, *viewers)
    for event in top.game.journal:
        if isinstance(event, events.CardDrawn):
            side = hand_seen(top.table, event.seat)
            assert (event.seen & mask == mask) == (side & mask == mask)


def test_a_sampled_position_redraws_exactly_the_hands_that_the_view_hides():
    top = in_tactical()
    for name in SEATS:
        seat = top.seat(name)
        view = top.game.view_for(SeatMask(1 << seat))
        for other in range(len(SEATS)):
            drawn = {
                tuple(sorted(sample(top.tables, top.state, seat, s).hands[other]))
                for s in range(30)
            }
            if view.means[other].hand:
                assert drawn == {tuple(sorted(view.means[other].hand))}
            else:
                assert len(drawn) > 1
            assert {len(hand) for hand in drawn} == {view.means[other].hand_size}


@pytest.mark.parametrize(("name", "blind"), [("us", ("cartel",)), ("cartel", ("us", "mexico"))])
def test_another_hand_changes_nothing_that_the_other_side_can_know(
    name: str, blind: tuple[str, ...]
):
    top = in_tactical()
    seat, deck = top.seat(name), sorted(set(top.tables.deck[top.seat(name)]))
    found = []
    for turn in range(2):
        state = top.state
        state.hands[seat] = [deck[(deck.index(c) + turn) % len(deck)] for c in state.hands[seat]]
        top.changed()
        mask = mask_of(top, *blind)
        samples = [sample(top.tables, state, top.seat(one), 5) for one in blind]
        for one in samples:
            one.clock = 0
        found.append((top.game.view_for(mask), top.game.view_for(mask_of(top, *SEATS)), samples))
    assert found[0] == found[1]


def test_what_a_partner_puts_back_is_told_to_its_side_alone():
    campaign = changed_campaign({"swap": True})
    for seed in range(40):
        top = Tabletop(persons=SEATS, seed=seed, campaign=campaign)
        for turn in range(200):
            legal = top.game.legal_actions()
            if not legal or top.state.quarter > 2:
                break
            swap = next((one for one in legal if one.verb == "swap" and one.seat == 0), None)
            if swap is not None:
                happened = top.game.apply(swap)
                told = [e for e in happened if e.seen & mask_of(top, "cartel")]
                text = write_action(top.campaign, swap)
                assert not any(getattr(e, "seat", -1) == swap.seat for e in told), text
                assert not any(isinstance(e, events.ActionTaken) for e in told), text
                return
            top.game.apply(legal[below(len(legal), seed, turn)])
    raise AssertionError("nobody could put a card back")
