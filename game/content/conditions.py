"""One-line conditions: `harm >= 14`, `gov(mx-northwest) <= -1`, `active(nadc-charter)` (RULES 10).

A condition compares one quantity with one number. Several are joined by `all:` or `any:` lists,
never by words inside the line. A quantity that stands alone holds when it is not 0; `not` before
it turns that round.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from game.content.problems import Sentence, say
from game.content.problems.nearest import listed, nearest
from game.content.quantities import QUANTITIES, Quantity
from game.content.schema.words import AllOf, AnyOf

Operator = Literal[">=", "<=", ">", "<", "==", "!="]
Number = int | Fraction

_COMPARE: Mapping[Operator, Callable[[Number, Number], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "==": operator.eq,
    "!=": operator.ne,
}
OPERATORS: tuple[Operator, ...] = tuple(_COMPARE)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One quantity against one number.

    `number` is whole where it can be, else an exact fraction. `active(x)` alone is kept as
    `active(x) != 0`, and `not active(x)` as `active(x) == 0`.
    """

    quantity: str
    argument: str | None
    operator: Operator
    number: Number

    def test(self, value: Number) -> bool:
        """Whether the condition holds for this value of its quantity."""
        return _COMPARE[self.operator](value, self.number)

    def __str__(self) -> str:
        name = self.quantity if self.argument is None else f"{self.quantity}({self.argument})"
        if QUANTITIES[self.quantity].is_truth and self.number == 0:
            return {"!=": name, "==": f"not {name}"}.get(self.operator, f"{name} {self.operator} 0")
        number = self.number if isinstance(self.number, int) else float(self.number)
        return f"{name} {self.operator} {number}"


@dataclass(frozen=True, slots=True)
class AllHold:
    """Holds when every part does."""

    parts: tuple[Comparison, ...]

    @property
    def word(self) -> str:
        """The key that such a list has in a file."""
        return "all"


@dataclass(frozen=True, slots=True)
class AnyHolds:
    """Holds when at least one part does."""

    parts: tuple[Comparison, ...]

    @property
    def word(self) -> str:
        """The key that such a list has in a file."""
        return "any"


Condition = Comparison | AllHold | AnyHolds


class ConditionError(ValueError):
    """A condition that cannot be understood: a code, a sentence, the fix and where in the line.

    `offset` counts characters from 0.
    """

    def __init__(self, code: str, says: Sentence, fix: Sentence | None, offset: int = 0) -> None:
        super().__init__(says.text())
        self.code = code
        self.says = says
        self.fix = fix
        self.offset = offset


def holds(condition: Condition, value: Callable[[str, str | None], Number]) -> bool:
    """Whether a condition holds; `value` gives a quantity's value by name and argument."""
    if isinstance(condition, Comparison):
        return condition.test(value(condition.quantity, condition.argument))
    results = (part.test(value(part.quantity, part.argument)) for part in condition.parts)
    return all(results) if isinstance(condition, AllHold) else any(results)


def read_condition(written: str | AllOf | AnyOf) -> Condition:
    """A condition as a campaign's files hold it: one line, or an `all:` or `any:` list.

    Raises ConditionError for a line that cannot be understood.
    """
    if isinstance(written, AllOf):
        return AllHold(tuple(parse_condition(line) for line in written.all))
    if isinstance(written, AnyOf):
        return AnyHolds(tuple(parse_condition(line) for line in written.any))
    return parse_condition(written)


_LINE = re.compile(
    r"\s*(?P<not>not\s+)?(?P<name>[A-Za-z_][\w-]*)\s*"
    r"(?P<brackets>\(\s*(?P<argument>[^()]*?)\s*\))?\s*"
    r"(?:(?P<operator>>=|<=|==|!=|>|<)\s*(?P<number>[-+]?\d{1,9}(?:\.\d{1,6})?)\s*)?",
    re.ASCII,
)


def parse_condition(text: str) -> Comparison:
    """A one-line condition as a comparison.

    Raises ConditionError, whose sentence says what cannot be understood and how to write it.

    >>> str(parse_condition("gov(mx-northwest) <= -1"))
    'gov(mx-northwest) <= -1'
    >>> str(parse_condition("not active(nadc-charter)"))
    'not active(nadc-charter)'
    """
    match = _LINE.fullmatch(text)
    if match is None:
        raise _unreadable(text)
    quantity = _quantity(match)
    argument = _argument(match, quantity)
    written = match["operator"]
    if written is None:
        return Comparison(quantity.name, argument, "==" if match["not"] else "!=", 0)
    if match["not"]:
        raise ConditionError("N301", *_NOT, match.start("not"))
    comparison: Operator = next(known for known in OPERATORS if known == written)
    return Comparison(quantity.name, argument, comparison, _number(match["number"]))


def _number(written: str) -> Number:
    exact = Fraction(written)
    return exact.numerator if exact.denominator == 1 else exact


def _quantity(match: re.Match[str]) -> Quantity:
    name = match["name"]
    known = QUANTITIES.get(name)
    if known is not None:
        return known
    near = nearest(name.replace("-", "_"), QUANTITIES)
    fix = (
        say("Did you mean `{near}`?", near=near)
        if near
        else say("Quantities are: {names}.", names=listed(QUANTITIES, 50))
    )
    says = say("There is no quantity `{name}`.", name=name)
    raise ConditionError("N302", says, fix, match.start("name"))


def _argument(match: re.Match[str], quantity: Quantity) -> str | None:
    argument = match["argument"]
    if quantity.argument is None:
        if match["brackets"] is None:
            return None
        says = say("`{name}` takes nothing in brackets.", name=quantity.name)
        fix = say("Write just `{name}`.", name=quantity.name)
        raise ConditionError("N303", says, fix, match.start("brackets"))
    if not argument:
        says = say(
            "`{name}` needs to know which {kind}.", name=quantity.name, kind=quantity.argument
        )
        fix = say("Write `{name}(...)` with an id in the brackets.", name=quantity.name)
        raise ConditionError("N303", says, fix, match.start("name"))
    return argument.strip("'\"")


_NOT = (
    say("`not` goes only before a quantity that stands alone."),
    say("Turn the comparison round instead: `harm < 14` for not `harm >= 14`."),
)
_JOINED = (
    say("A condition is one comparison; `and` and `or` cannot join two in one line."),
    say("Write a list: `all:` (every one must hold) or `any:` (one is enough), one to a line."),
)
_SIGNS = (
    say("Two values are compared with one of >=, <=, >, <, == and !=."),
    say("Write == for equal, >= for at least, <= for at most."),
)
_NUMBER_FIRST = (
    say("The quantity comes first and the number after it."),
    say("Write `harm >= 14`, not `14 <= harm`."),
)
_TWO_QUANTITIES = (
    say("A quantity is compared with a number, not with another word."),
    say("Write a number such as 3, -1 or 0.25 after the sign."),
)
_PERCENT = (
    say("Shares are written as decimals."),
    say("Write 0.25 for 25%."),
)
_SUM = (
    say("A condition does not calculate: it compares one quantity with one number."),
    say("Look in the list of quantities for one that is already the sum you need."),
)
_UNCLEAR = (
    say("This condition cannot be understood."),
    say("Write a quantity, a sign and a number, such as `harm >= 14` or `gov(mx-north) <= -1`."),
)

# The first pattern found decides; so the more telling ones come first.
_MISTAKES: tuple[tuple[re.Pattern[str], tuple[Sentence, Sentence]], ...] = (
    (re.compile(r"\s(?:and|or|&&|\|\|)\s|[&|]", re.IGNORECASE), _JOINED),
    (re.compile(r"^\s*[-+]?\d"), _NUMBER_FIRST),
    (re.compile(r"\d\s*%"), _PERCENT),
    (re.compile(r"=>|=<|<>|≥|≤|≠|(?<![<>=!])=(?!=)|\bis\s+-?\d|===|<\s+=|>\s+="), _SIGNS),
    (re.compile(r"(?<=[\w)])\s*[*/]|(?<=[\w)])\s+[-+]\s|(?<=\d)[-+]"), _SUM),
    (re.compile(r"(?:>=|<=|==|!=|>|<)\s*[A-Za-z]"), _TWO_QUANTITIES),
)


_JOINS = {"all": re.compile(r"\s(?:and|&&)\s", re.I), "any": re.compile(r"\s(?:or|\|\|)\s", re.I)}


def joined(text: str) -> tuple[Literal["all", "any"], tuple[str, ...]] | None:
    """The conditions that an author has joined in one line, and the list that they belong in.

    None where they cannot be told apart.

    >>> joined("harm >= 14 and quarter == 3")
    ('all', ('harm >= 14', 'quarter == 3'))
    """
    for word, join in _JOINS.items():
        parts = tuple(part.strip() for part in join.split(text))
        if len(parts) > 1 and all(_LINE.fullmatch(part) for part in parts):
            return ("all" if word == "all" else "any"), parts
    return None


def _unreadable(text: str) -> ConditionError:
    for pattern, wording in _MISTAKES:
        if found := pattern.search(text):
            offset = found.start() + len(found[0]) - len(found[0].lstrip())
            return ConditionError("N301", *wording, offset)
    return ConditionError("N301", *_UNCLEAR)
