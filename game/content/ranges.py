"""The values that a quantity can take in a campaign, for telling conditions that never change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from game.content.conditions import Comparison
from game.content.quantities import QUANTITIES
from game.content.whole import Whole


@dataclass(frozen=True, slots=True)
class Range:
    """The lowest and the highest value that a quantity can take; None means no end."""

    low: int | None
    high: int | None


_NEVER = Range(0, 0)


def outcome(part: Comparison, found: Range, is_whole: bool = True) -> bool | None:
    """Whether a comparison always holds (True), never holds (False), or can do both (None)."""
    low, high, number = found.low, found.high, part.number
    below = low is not None and number < low
    above = high is not None and number > high
    at_low, at_high = number == low, number == high
    between = is_whole and not isinstance(number, int)
    match part.operator:
        case ">=":
            return _both(below or at_low, above)
        case ">":
            return _both(below, above or at_high)
        case "<=":
            return _both(above or at_high, below)
        case "<":
            return _both(above, below or at_low)
        case "==":
            return _both(at_low and at_high, below or above or between)
        case "!=":
            return _both(below or above or between, at_low and at_high)


def _both(always: bool, never: bool) -> bool | None:
    return True if always else False if never else None


def compatible(parts: Iterable[Comparison], range_of: Callable[[Comparison], Range]) -> bool:
    """Whether several comparisons can hold together, as far as each quantity by itself tells."""
    ends: dict[tuple[str, str | None], Range] = {}
    for part in parts:
        key = (part.quantity, part.argument)
        known = ends.get(key) or range_of(part)
        if outcome(part, known) is False:
            return False
        ends[key] = _narrowed(known, part)
    return True


def _narrowed(known: Range, part: Comparison) -> Range:
    """The range left once a comparison holds. Shares keep theirs, which errs on the safe side."""
    number = part.number
    if not isinstance(number, int):
        return known
    match part.operator:
        case ">=" | "==" if known.low is None or number > known.low:
            known = Range(number, known.high)
        case ">" if known.low is None or number >= known.low:
            known = Range(number + 1, known.high)
    match part.operator:
        case "<=" | "==" if known.high is None or number < known.high:
            known = Range(known.low, number)
        case "<" if known.high is None or number <= known.high:
            known = Range(known.low, number - 1)
    return known


class Ranges:
    """The range of every quantity in one campaign."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole
        rules = whole.frame.rules
        last = whole.frame.quarters
        self._fixed: Mapping[str, Range] = {
            "quarter": Range(1, last),
            "quarters_left": Range(0, last - 1),
            "round": Range(0, whole.frame.rounds),
            "capital": Range(0, rules.money.capital_max),
            "stash": Range(0, rules.money.stash_max),
            "heat": Range(0, rules.flow.heat_max),
            "watchers": Range(0, rules.limits.watch),
        }
        self._special: Mapping[str, Callable[[str], Range]] = {
            "gov": self._gov,
            "violence": self._violence,
            "pieces": self._pieces,
            "exposed": self._pieces,
            "active": self._card,
            "pending": self._card,
            "played": self._card,
            "unlocked": self._unlocked,
            "open": self._open,
            "budget": lambda seat: self._of_side(seat, "nadc", "budget"),
            "capital": lambda seat: self._of_side(seat, "nadc", "capital"),
            "cash": lambda seat: self._of_side(seat, "red", "cash"),
            "bank": lambda seat: self._of_side(seat, "red", "bank"),
            "stash": lambda seat: self._of_side(seat, "red", "stash"),
        }

    def of(self, part: Comparison) -> Range:
        """The range of a comparison's quantity."""
        special = self._special.get(part.quantity)
        if special is not None and part.argument is not None:
            return special(part.argument)
        return self._usual(part.quantity)

    def outcome(self, part: Comparison) -> bool | None:
        """Whether a comparison always holds, never holds, or can do both."""
        return outcome(part, self.of(part), QUANTITIES[part.quantity].whole)

    def _usual(self, name: str) -> Range:
        quantity = QUANTITIES[name]
        return self._fixed.get(name) or Range(quantity.low, quantity.high)

    def _of_side(self, seat: str, side: str, name: str) -> Range:
        found = self._whole.seat.get(seat)
        return self._usual(name) if found is None or found.side == side else _NEVER

    def _gov(self, area: str) -> Range:
        found = self._whole.area.get(area)
        return self._usual("gov") if found is None or self._whole.has_gov(found) else _NEVER

    def _violence(self, area: str) -> Range:
        found = self._whole.area.get(area)
        if found is None or self._whole.has_gov(found):
            return self._usual("violence")
        return Range(found.violence, found.violence)

    def _pieces(self, kind: str) -> Range:
        total = sum(pool[kind] for pool in self._whole.pools.values())
        return Range(0, total)

    def _card(self, card: str) -> Range:
        return Range(0, 1) if self._whole.holders.get(card) else _NEVER

    def _unlocked(self, card: str) -> Range:
        return Range(0, 1) if card in self._whole.unlocked else _NEVER

    def _open(self, route: str) -> Range:
        found = self._whole.route.get(route)
        return Range(1, 1) if found is not None and found.backstop else Range(0, 1)
