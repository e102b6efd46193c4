"""One-line conditions: what they mean, and what is said about those that mean nothing."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.conditions import (
    OPERATORS,
    AllHold,
    AnyHolds,
    Comparison,
    ConditionError,
    Number,
    holds,
    parse_condition,
    read_condition,
)
from game.content.quantities import QUANTITIES
from game.content.ranges import Range, compatible, outcome
from game.content.schema.words import AllOf, AnyOf


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("harm >= 14", ("harm", None, ">=", 14)),
        ("gov(mx-northwest) <= -1", ("gov", "mx-northwest", "<=", -1)),
        ("active(sanctions-surge)", ("active", "sanctions-surge", "!=", 0)),
        ("not active(sanctions-surge)", ("active", "sanctions-surge", "==", 0)),
        ("loss_rate(cartel) > 0.25", ("loss_rate", "cartel", ">", Fraction(1, 4))),
        ("quarter == 3", ("quarter", None, "==", 3)),
        ("quarter==3", ("quarter", None, "==", 3)),
        ("  violence( mx-north )  <  2 ", ("violence", "mx-north", "<", 2)),
        ("harm >= +2.0", ("harm", None, ">=", 2)),
        ("delivered", ("delivered", None, "!=", 0)),
    ],
)
def test_a_condition_names_a_quantity_a_sign_and_a_number(
    text: str, parts: tuple[str, str | None, str, Number]
) -> None:
    found = parse_condition(text)
    assert (found.quantity, found.argument, found.operator, found.number) == parts


def test_whole_numbers_stay_whole() -> None:
    assert type(parse_condition("harm >= 2.0").number) is int


@pytest.mark.parametrize(
    ("operator", "below", "at", "above"),
    [
        (">=", False, True, True),
        ("<=", True, True, False),
        (">", False, False, True),
        ("<", True, False, False),
        ("==", False, True, False),
        ("!=", True, False, True),
    ],
)
def test_every_sign_compares_as_it_says(operator: str, below: bool, at: bool, above: bool) -> None:
    condition = parse_condition(f"harm {operator} 10")
    assert [condition.test(value) for value in (9, 10, 11)] == [below, at, above]


def test_all_needs_every_part_and_any_needs_one() -> None:
    values = {"harm": 14, "quarter": 2}

    def value(name: str, argument: str | None) -> int:
        return values[name]

    both, one = ("harm >= 14", "quarter == 3"), ("harm >= 14", "quarter == 3")
    assert not holds(read_condition(AllOf(all=both)), value)
    assert holds(read_condition(AnyOf(any=one)), value)
    assert holds(read_condition("harm >= 14"), value)
    assert isinstance(read_condition(AllOf(all=both)), AllHold)
    assert isinstance(read_condition(AnyOf(any=one)), AnyHolds)


@pytest.mark.parametrize("name", list(QUANTITIES))
def test_every_quantity_can_be_named(name: str) -> None:
    quantity = QUANTITIES[name]
    text = name if quantity.argument is None else f"{name}(some-id)"
    assert parse_condition(f"{text} >= 1").quantity == name


@pytest.mark.parametrize("name", list(QUANTITIES))
def test_every_quantity_says_what_it_is(name: str) -> None:
    assert QUANTITIES[name].doc.endswith(".")
    assert not QUANTITIES[name].is_truth or (QUANTITIES[name].low, QUANTITIES[name].high) == (0, 1)


@given(
    st.sampled_from(list(QUANTITIES)),
    st.sampled_from(OPERATORS),
    st.integers(-99, 99) | st.sampled_from([Fraction(1, 4), Fraction(-7, 2), Fraction(1, 8)]),
)
def test_a_condition_printed_and_read_again_is_the_same(
    name: str, operator: str, number: Number
) -> None:
    argument = "some-id" if QUANTITIES[name].argument else None
    condition = Comparison(name, argument, next(o for o in OPERATORS if o == operator), number)
    assert parse_condition(str(condition)) == condition


@given(st.text(max_size=200))
def test_whatever_is_written_gives_a_condition_or_an_explanation(text: str) -> None:
    try:
        parse_condition(text)
    except ConditionError as failure:
        assert failure.says.text()
        assert 0 <= failure.offset <= len(text)


def _values(found: Range) -> list[int]:
    return list(range(found.low or 0, (found.high or 0) + 1))


@given(
    st.sampled_from(OPERATORS),
    st.integers(-3, 8) | st.sampled_from([Fraction(5, 2), Fraction(-1, 2)]),
    st.integers(-2, 5),
    st.integers(0, 4),
)
def test_the_outcome_told_from_a_range_is_that_of_every_value_in_it(
    operator: str, number: Number, low: int, width: int
) -> None:
    part = Comparison("harm", None, next(o for o in OPERATORS if o == operator), number)
    results = {part.test(value) for value in range(low, low + width + 1)}
    expected = results.pop() if len(results) == 1 else None
    assert outcome(part, Range(low, low + width)) is expected


@given(st.lists(st.tuples(st.sampled_from(OPERATORS), st.integers(-2, 7)), min_size=1, max_size=4))
def test_conditions_called_contradictory_never_hold_together(
    written: list[tuple[str, int]],
) -> None:
    parts = [
        Comparison("harm", None, next(o for o in OPERATORS if o == sign), number)
        for sign, number in written
    ]
    together = any(all(part.test(value) for part in parts) for value in range(0, 6))
    if not compatible(parts, lambda part: Range(0, 5)):
        assert not together
