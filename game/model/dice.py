"""Dice: arithmetic on integers, so that a saved game holds no generator (RULES 7)."""

from functools import cache

_M64 = (1 << 64) - 1


def mix(value: int) -> int:
    """Scramble 64 bits into 64 bits (the SplitMix64 finaliser)."""
    value = (value + 0x9E3779B97F4A7C15) & _M64
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _M64
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _M64
    return value ^ (value >> 31)


@cache
def stream(name: str) -> int:
    """A stable number for the purpose of a die, from its name."""
    value = 0xCBF29CE484222325
    for byte in name.encode():
        value = ((value ^ byte) * 0x100000001B3) & _M64
    return value


def draw(seed: int, *key: int) -> int:
    """64 bits for a seed and a key of integers; the same everywhere, for ever.

    A key may be drawn in parts: `draw(seed, 1, 2)` is `extend(draw(seed, 1), 2)`.
    """
    return extend(0, seed, *key)


def extend(value: int, *key: int) -> int:
    """What `draw` gives when a key goes on; `mix` written out, since it is asked so often."""
    for part in key:
        value = ((value ^ part & _M64) + 0x9E3779B97F4A7C15) & _M64
        value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _M64
        value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _M64
        value ^= value >> 31
    return value


def extend_each(value: int, count: int) -> list[int]:
    """`extend(value, 0)`, `extend(value, 1)` and so on, so many; written out for its speed."""
    found = []
    for part in range(count):
        one = ((value ^ part) + 0x9E3779B97F4A7C15) & _M64
        one = ((one ^ (one >> 30)) * 0xBF58476D1CE4E5B9) & _M64
        one = ((one ^ (one >> 27)) * 0x94D049BB133111EB) & _M64
        found.append(one ^ one >> 31)
    return found


def die(seed: int, *key: int) -> int:
    """A six-sided die, 1 to 6, for a seed and a key that says what it is for."""
    return draw(seed, *key) % 6 + 1


def die_of(value: int, *key: int) -> int:
    """The die that `die` gives when `value` was drawn for the first part of its key."""
    return extend(value, *key) % 6 + 1


def below(limit: int, seed: int, *key: int) -> int:
    """A number from 0 up to, but not including, `limit` (at least 1)."""
    return draw(seed, *key) % limit


def shuffled(items: list[int], seed: int, *key: int) -> list[int]:
    """The items in an order drawn from the key (Fisher and Yates)."""
    result = list(items)
    for last in range(len(result) - 1, 0, -1):
        other = below(last + 1, seed, *key, last)
        result[last], result[other] = result[other], result[last]
    return result
