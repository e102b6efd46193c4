"""Shares, differences and spreads with the doubt that a number of games leaves in them."""

from collections.abc import Sequence
from math import sqrt

import msgspec

Z95 = 1.959963984540054
"""The standard normal deviate of a 95 % interval."""


class Share(msgspec.Struct, frozen=True):
    """A share of games with its 95 % interval (Wilson's score); values lie from 0 to 1.

    Of no games nothing is known: the interval is the whole of 0 to 1 and the value 0.
    """

    count: int
    of: int
    value: float
    low: float
    high: float


class Difference(msgspec.Struct, frozen=True):
    """One share less another with its 95 % interval (Newcombe's hybrid score), from -1 to 1."""

    value: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.low > 0 or self.high < 0


class Spread(msgspec.Struct, frozen=True):
    """How a number is spread over games: mean, ends, middle, and the middle nine tenths."""

    mean: float
    least: float
    low: float
    median: float
    high: float
    most: float


def share_of(count: int, of: int) -> Share:
    """So many of so many, with Wilson's 95 % interval.

    >>> share = share_of(50, 100)
    >>> round(share.low, 4), round(share.high, 4)
    (0.4038, 0.5962)
    """
    if of == 0:
        return Share(0, 0, 0.0, 0.0, 1.0)
    value = count / of
    spread = Z95 * Z95 / of
    middle = (value + spread / 2) / (1 + spread)
    half = sqrt(value * (1 - value) * spread + spread * spread / 4) / (1 + spread)
    low = 0.0 if count == 0 else middle - half
    high = 1.0 if count == of else middle + half
    return Share(count, of, value, low, high)


def difference_of(one: Share, other: Share) -> Difference | None:
    """One share less the other; None where either counts no games."""
    if one.of == 0 or other.of == 0:
        return None
    value = one.value - other.value
    below = sqrt((one.value - one.low) ** 2 + (other.high - other.value) ** 2)
    above = sqrt((one.high - one.value) ** 2 + (other.value - other.low) ** 2)
    return Difference(value, value - below, value + above)


def spread_of(values: Sequence[float]) -> Spread:
    """The spread of some numbers; all zero for none.

    >>> spread_of([1, 2, 3, 4]).median
    2.5
    """
    if not values:
        return Spread(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    ranked = sorted(values)
    return Spread(
        mean=sum(ranked) / len(ranked),
        least=float(ranked[0]),
        low=_quantile(ranked, 0.05),
        median=_quantile(ranked, 0.5),
        high=_quantile(ranked, 0.95),
        most=float(ranked[-1]),
    )


def _quantile(ranked: Sequence[float], share: float) -> float:
    """The value below which a share of the ranked numbers lies, between neighbours by distance."""
    place = share * (len(ranked) - 1)
    below = int(place)
    above = min(below + 1, len(ranked) - 1)
    return ranked[below] + (ranked[above] - ranked[below]) * (place - below)
