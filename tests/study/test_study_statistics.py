"""Intervals and spreads against values worked out by hand."""

from math import isclose

import pytest

from game.study.statistics import Z95, difference_of, share_of, spread_of


def test_wilson_of_half_of_a_hundred():
    # z^2 = 3.8415; middle (0.5 + 0.019207) / 1.038415 = 0.5; half width 0.0962 after division
    share = share_of(50, 100)
    assert share.value == 0.5
    assert isclose(share.low, 0.40383, abs_tol=1e-5)
    assert isclose(share.high, 0.59617, abs_tol=1e-5)


def test_wilson_of_one_in_ten():
    # (0.1 + 0.192073 -+ sqrt(0.09 * 0.384146 + 0.147568 / 4)) / 1.384146
    share = share_of(1, 10)
    assert isclose(share.low, 0.01788, abs_tol=1e-5)
    assert isclose(share.high, 0.40415, abs_tol=1e-5)


@pytest.mark.parametrize("of", [1, 7, 400])
def test_wilson_stays_inside_0_and_1_and_excludes_neither_end_wrongly(of):
    none, every = share_of(0, of), share_of(of, of)
    z2 = Z95 * Z95
    assert none.low == 0
    assert isclose(none.high, z2 / (of + z2))
    assert every.high == 1
    assert isclose(every.low, of / (of + z2))


def test_of_no_games_nothing_is_known():
    share = share_of(0, 0)
    assert (share.value, share.low, share.high) == (0, 0, 1)
    assert difference_of(share, share_of(1, 2)) is None


def test_newcombe_difference():
    # 56/70 against 48/80: Newcombe's own example gives 0.0524 to 0.3339 for 0.2
    difference = difference_of(share_of(56, 70), share_of(48, 80))
    assert difference is not None
    assert isclose(difference.value, 0.2)
    assert isclose(difference.low, 0.0524, abs_tol=1e-4)
    assert isclose(difference.high, 0.3339, abs_tol=1e-4)
    assert difference.is_clear


def test_a_difference_of_equals_is_not_clear():
    difference = difference_of(share_of(5, 10), share_of(5, 10))
    assert difference is not None
    assert not difference.is_clear
    assert isclose(difference.low, -difference.high)


def test_spread():
    spread = spread_of([4, 1, 3, 2, 5])
    assert (spread.least, spread.median, spread.most, spread.mean) == (1, 3, 5, 3)
    assert isclose(spread.low, 1.2)
    assert isclose(spread.high, 4.8)
    assert spread_of([]).mean == 0
    assert spread_of([7]).high == 7
