"""Luck apart from judgement: how many Tests should have succeeded, and how many did."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from game.model.events import Event, TestRolled
from game.narrate.words import Words

_SIDES = 6


class Luck(NamedTuple):
    """Tests of one side: how many were rolled, how many succeeded, how many could be expected."""

    tests: int
    successes: int
    expected: Fraction

    @property
    def gain(self) -> Fraction:
        """Successes beyond what could be expected; below 0 for bad luck."""
        return self.successes - self.expected


def luck(words: Words, journal: Sequence[Event], *, red: bool = False) -> Luck:
    """The luck of the coalition, or of Red, with every factor counted, hidden ones too."""
    rolls = [
        event
        for event in journal
        if isinstance(event, TestRolled) and words.tables.is_red(event.seat) == red
    ]
    expected = sum((Fraction(min(5, event.needed), _SIDES) for event in rolls), Fraction(0))
    return Luck(len(rolls), sum(event.success for event in rolls), expected)


def luck_text(words: Words, journal: Sequence[Event]) -> str:
    """One line on luck, for both sides."""
    return f"{_side(words, luck(words, journal))} {_red(words, luck(words, journal, red=True))}"


def _side(words: Words, found: Luck) -> str:
    if not found.tests:
        return words.say("The coalition rolled no Test.")
    return words.many(
        "The coalition rolled {number} Test: {expected} successes could be expected, {had} came.",
        "The coalition rolled {number} Tests: {expected} successes could be expected, {had} came.",
        found.tests,
        expected=_tenths(found.expected),
        had=found.successes,
    )


def _red(words: Words, found: Luck) -> str:
    if not found.tests:
        return words.say("Red rolled no Test.")
    return words.many(
        "Red rolled {number} Test: {expected} could be expected, {had} came.",
        "Red rolled {number} Tests: {expected} could be expected, {had} came.",
        found.tests,
        expected=_tenths(found.expected),
        had=found.successes,
    )


def _tenths(number: Fraction) -> str:
    return f"{float(number):.1f}"
