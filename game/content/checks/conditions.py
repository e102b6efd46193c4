"""Conditions: that they can be understood, and that they can come out both ways."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.conditions import (
    AllHold,
    Comparison,
    ConditionError,
    joined,
    parse_condition,
    read_condition,
)
from game.content.draft import Draft, own_items
from game.content.positions import Node
from game.content.problems import Problem, Sentence, report, say, worded
from game.content.quantities import QUANTITIES
from game.content.ranges import Range, Ranges, compatible
from game.content.schema.words import AllOf, Entry
from game.content.walk import Path, Written, walk
from game.content.whole import Whole


def readable(draft: Draft) -> Iterator[Problem]:
    """Conditions that cannot be understood."""
    for entry, node in _entries(draft):
        for found in walk(entry):
            if isinstance(found, Written):
                for line, path in _lines(found):
                    yield from _unreadable(draft, line, node.deepest(path), path)


def _entries(draft: Draft) -> Iterator[tuple[Entry, Node]]:
    for items in draft.shelves.values():
        for item in items:
            if item.value is not None:
                yield item.value, item.node
    if draft.frame is not None and draft.frame_node is not None:
        yield draft.frame, draft.frame_node


def _lines(written: Written) -> Iterator[tuple[str, Path]]:
    """The one-line conditions of a condition, each with its path."""
    condition = written.condition
    if isinstance(condition, str):
        yield condition, written.path
        return
    key, lines = ("all", condition.all) if isinstance(condition, AllOf) else ("any", condition.any)
    for index, line in enumerate(lines):
        yield line, (*written.path, key, index)


def _unreadable(draft: Draft, line: str, node: Node, path: Path) -> Iterator[Problem]:
    try:
        parse_condition(line)
    except ConditionError as failure:
        place = draft.lines.at_word(node, line[failure.offset :].split("\n")[0])
        fix = _as_list(line, path) or failure.fix
        yield report(failure.code, place, failure.says, fix)


def _as_list(line: str, path: Path) -> Sentence | None:
    """How to write what an author has joined in one line, as it fits the place."""
    found = joined(line)
    if found is None:
        return None
    word, parts = found
    items = ", ".join(parts)
    key = next(step for step in reversed(path) if isinstance(step, str))
    if path[0] == "discussion":
        return say("Here only one condition can stand: keep the one that says most.")
    in_list = isinstance(path[-1], int)
    if in_list and key in ("requires", "all") and word == "all":
        says = worded("Write separate items, of which every one must hold: `{key}: [{items}]`.")
    elif in_list and key == "any" and word == "any":
        says = worded("Write separate items, of which one is enough: `{key}: [{items}]`.")
    elif in_list and key == "requires":
        says = worded("Write one item with a list, of which one is enough: `- {{any: [{items}]}}`.")
    elif in_list:
        says = worded("A list cannot hold another one: keep to `{key}` alone here.")
    else:
        says = worded("Write them as a list: `{key}: {{{word}: [{items}]}}`.")
    return say(says, key=key, items=items, word=word)


def constant(whole: Whole) -> Iterator[Problem]:
    """Conditions in the campaign's own files that never hold, or always do."""
    ranges = Ranges(whole)
    entries: list[tuple[Entry, Node]] = [
        (item.value, item.node) for _, item in own_items(whole.draft) if item.value is not None
    ]
    if whole.draft.frame_node is not None:
        entries.append((whole.frame, whole.draft.frame_node))
    for entry, node in entries:
        for found in walk(entry):
            # What keeps a card from being played is told by the check of unlock chains.
            if isinstance(found, Written) and found.path[0] != "requires":
                yield from _constant(whole.draft, ranges, found, node)


def _constant(draft: Draft, ranges: Ranges, found: Written, node: Node) -> Iterator[Problem]:
    condition = read_condition(found.condition)
    if isinstance(condition, Comparison):
        yield from _part(draft, ranges, condition, node.deepest(found.path))
        return
    silent = True
    for index, part in enumerate(condition.parts):
        path = (*found.path, condition.word, index)
        for problem in _part(draft, ranges, part, node.deepest(path)):
            silent = False
            yield problem
    if silent and isinstance(condition, AllHold) and not compatible(condition.parts, ranges.of):
        says = say("These conditions can never hold together.")
        yield report("N307", draft.lines.at(node.deepest(found.path)), says)


def _part(draft: Draft, ranges: Ranges, part: Comparison, node: Node) -> Iterator[Problem]:
    result = ranges.outcome(part)
    if result is None:
        return
    place, fix = draft.lines.at(node), _why(part, ranges.of(part))
    if result:
        yield report("N306", place, say("`{condition}` always holds.", condition=part), fix)
    else:
        yield report("N305", place, say("`{condition}` can never hold.", condition=part), fix)


def _why(part: Comparison, found: Range) -> Sentence:
    name = part.quantity if part.argument is None else f"{part.quantity}({part.argument})"
    values = {"name": name, "low": found.low, "high": found.high}
    if QUANTITIES[part.quantity].whole and not isinstance(part.number, int):
        return say("`{name}` is always a whole number.", **values)
    if found.low == found.high:
        return say("In this campaign `{name}` is always {low}.", **values)
    if found.high is None:
        return say("`{name}` is never less than {low}.", **values)
    if found.low is None:
        return say("`{name}` is never more than {high}.", **values)
    return say("`{name}` lies between {low} and {high}.", **values)
