"""RULES 4, 5: a caucus comes to an end, whoever changes their mind."""

import pytest

from game.model.ids import area_ref, number_ref, option_ref
from game.rules import assess
from tests.rules.tabletop import Tabletop, changed_campaign


def funding(us: int = 3, mexico: int = 3) -> Tabletop:
    """Mexico asks who pays for a Govern."""
    top = Tabletop()
    top.turn("assess", "mexico")
    top.state.budget[top.seat("mexico")], top.state.budget[top.seat("us")] = mexico, us
    top.changed()
    target = area_ref(top.area("mx-central"))
    top.do("mexico", "govern", target=target, other=number_ref(0))
    return top


def test_a_split_that_was_taken_back_cannot_come_again():
    top = funding()
    us, turns = top.seat("us"), 0
    for _ in range(20):
        options = top.state.pending[-1].options
        shared = [
            a
            for a in top.legal("mexico", "split")
            if assess.share_of(options[a.target & 0xFFFF], us)
        ]
        if not shared:
            break
        top.game.apply(shared[0])
        turns += 1
    assert turns == 3, "the three ways in which the US pays a part, once each"


def test_who_gives_up_asking_may_still_govern_for_free():
    top = funding()
    top.effect({"do": "modifier", "what": "free-govern", "by": 1, "seat": "mexico"})
    shared = next(a for a in top.legal("mexico", "split") if a.target != option_ref(0))
    top.game.apply(shared)
    top.do("mexico", "withdraw")
    assert top.game.to_move == (top.seat("mexico"),)
    assert {a.other for a in top.legal("mexico", "govern")} == {number_ref(1)}


def test_partners_may_not_pay_where_consent_lets_nobody_in():
    top = Tabletop()
    top.set_track("consent", 0)
    top.turn("assess", "mexico")
    top.state.budget[top.seat("mexico")], top.state.budget[top.seat("us")] = 2, 9
    top.changed()
    assert not top.legal("mexico", "govern")
    top.set_track("consent", 1)
    assert top.legal("mexico", "govern")


def test_a_proposal_is_taken_back_twice_a_quarter_and_then_stands():
    top = Tabletop()
    top.turn("strategic", "us")
    for _ in range(2):
        top.do("us", "play", "law-enforcement-compact")
        top.do("us", "withdraw")
    top.do("us", "play", "law-enforcement-compact")
    assert top.game.to_move == (top.seat("mexico"),)
    assert not top.legal("us", "withdraw")


@pytest.mark.parametrize("seed", range(6))
def test_stubborn_partners_cannot_keep_a_caucus_going_for_ever(seed: int):
    """Everybody always makes the choice that keeps the talk alive."""
    top = Tabletop(campaign=changed_campaign({"money": {"govern_budget": 9}}), seed=seed)
    stalling = ("withdraw", "split", "refuse", "play", "govern")
    for turn in range(600):
        if top.game.is_over:
            break
        if not turn % 7:
            top.state.budget = [9] * 3
            top.changed()
        legal = top.game.legal_actions()
        wanted = [a for verb in stalling for a in legal if a.verb == verb]
        top.game.apply(wanted[0] if wanted else legal[-1])
    assert top.game.is_over


def test_a_free_govern_counts_only_in_its_countries():
    top = Tabletop()
    gift = {"do": "modifier", "what": "free-govern", "by": 1, "seat": "mexico"}
    top.effect({**gift, "countries": ["us"]})
    top.turn("assess", "mexico")
    assert number_ref(1) not in {a.other for a in top.legal("mexico", "govern")}
    top.effect({**gift, "where": {"pick": "target"}}, target=area_ref(top.area("mx-north")))
    free = [a.target for a in top.legal("mexico", "govern") if a.other == number_ref(1)]
    assert free == [area_ref(top.area("mx-north"))]


def test_a_wide_gift_is_kept_where_a_narrow_one_serves():
    top = Tabletop()
    gift = {"do": "modifier", "what": "free-govern", "by": 1, "seat": "mexico"}
    top.effect({**gift, "countries": ["mexico"]})
    north = area_ref(top.area("mx-north"))
    top.effect({**gift, "where": {"pick": "target"}}, target=north)
    top.turn("assess", "mexico")
    top.do("mexico", "govern", target=north, other=number_ref(1))
    free = [a.target for a in top.legal("mexico", "govern") if a.other == number_ref(1)]
    assert area_ref(top.area("mx-central")) in free
    top.do("mexico", "govern", target=free[0], other=number_ref(1))
    assert number_ref(1) not in {a.other for a in top.legal("mexico", "govern")}
